"""Which mentions of a name are one entity before anybody decides who it is."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from lod.entity import Decision, EntityKind, Judgement
from lod.normalize.joined import of_something_else
from lod.normalize.names import Name, parse_name
from lod.reconcile.keys import fold
from lod.reconcile.women import is_set_apart


class Mention(NamedTuple):
    """A name under its key (`mention_key`), what was decided on it, and the row that has it."""

    key: str
    kind: EntityKind
    name: str
    decision: Decision | None = None
    snapshot: str = ""

    @property
    def item(self) -> str:
        """Give the item that is accepted, "" when none is."""
        decision = self.decision
        accepted = decision is not None and decision.judgement is Judgement.ACCEPTED
        return decision.id if decision is not None and accepted else ""


def mention_key(kind: EntityKind, name: str, record_key: str) -> str:
    """Give the key under which mentions join: equal keys are one entity of the collection.

    A person's full name, a body's and a place's name join over the whole collection. A bare
    surname, or a surname with initials, joins only within its record: two of them may be two
    people.

    >>> mention_key("person", "Gromyko, Andrei", "a-1"), mention_key("person", "A. Gromyko", "a-1")
    ('person|andrei gromyko', 'person|a gromyko|a-1')
    """
    key, is_local = scope(kind, name)
    return f"{key}|{record_key}" if is_local else key


def parted_sides(
    senders: Collection[str], recipients: Collection[str], record_key: str
) -> dict[str, str]:
    """Give those on the two sides of a record whose keys agree, but not their names, with new keys.

    Who has the plainest name keeps the key; a name with the same words on both sides is one.

    >>> parted_sides(["Miller, John"], ["Miller, Sir John", "Miller, Ann"], "a-1")
    {'Miller, Sir John': 'person|john miller|john miller sir|a-1'}
    """
    found: dict[str, str] = {}
    keys = [{scope("person", name)[0] for name in side} for side in (senders, recipients)]
    for key in keys[0] & keys[1]:
        here = [
            {name: _words(name) for name in side if scope("person", name)[0] == key}
            for side in (senders, recipients)
        ]
        words = [{*side.values()} for side in here]
        kept = words[0] & words[1] or {min(words[0] | words[1], key=lambda one: (len(one), one))}
        for name, spelled in (here[0] | here[1]).items():
            if spelled not in kept:
                found[name] = f"{key}|{' '.join(spelled)}|{record_key}"
    return found


def _words(name: str) -> tuple[str, ...]:
    """Give the words of a name, title and all, in no order of its own."""
    return tuple(sorted(fold(name).split()))


def is_shared(kind: EntityKind, name: str) -> bool:
    """Tell whether mentions of a name join over the whole collection, not in its record only."""
    return not scope(kind, name)[1]


@lru_cache(maxsize=1 << 14)
def scope(kind: EntityKind, name: str) -> tuple[str, bool]:
    """Give the key of a name, and whether it holds for its record only (`mention_key`)."""
    if kind == "person":
        return _person(parse_name(name, "person"))
    spelled = fold(parse_name(name, "group").core if kind == "group" else name)
    # A name of signs only has nothing to fold; it is known by its signs.
    return (f"{kind}|{spelled}", False) if spelled else (f"{kind}|={name}", True)


def _person(name: Name) -> tuple[str, bool]:
    """Spell given names, family name, suffix and stated years of life in one order.

    A woman's title before another name than a woman's makes it another's; so does `(ship)`.
    """
    parts = (name.given, name.patronymic, name.family, name.suffix)
    spelled = fold(" ".join(part for part in parts if part))
    if not spelled:
        return f"person|={name.raw}", True
    if is_set_apart(name):
        spelled = f"mrs {spelled}"
    spelled = " ".join([spelled, *of_something_else(name)])
    if name.born or name.died:
        return f"person|{spelled}|{name.born or ''}-{name.died or ''}", False
    return f"person|{spelled}", name.is_bare or name.is_initials
