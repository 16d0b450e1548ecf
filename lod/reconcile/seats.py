"""Who of a list of names sat in one body in its year: company in a distribution list."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from lod import vocabulary
from lod.entity import AuthorityEntity
from lod.normalize.namewords import FAMILY_FIRST
from lod.reconcile import korean
from lod.reconcile.authority import Hit
from lod.reconcile.keys import fold
from lod.reconcile.latin import is_pinyin
from lod.reconcile.parse import Query, query
from lod.reconcile.states import states_in

# Roles in which those named stand in a list: of addressees, of copies, of those present.
_LISTS = frozenset({"recipient", "copy-recipient", "participant"})
_LEAST, _MOST = 3, 60  # names of a list that is looked at
_FEW = 2  # who sat together
_SHOWN = 3
# How little chance, in powers of ten, leaves of a list being some body's: below, it is that body's.
_ENOUGH = 8.0
# How telling it is that somebody of a list bears a name, in powers of ten: by how many of 100,000
# people do (`circumstances.py`); less where it is common in its own country; more with initials.
_TELLS = {"bearers 0": 4.0, "bearers 1": 4.0, "bearers 2": 3.8, "bearers 3": 3.2, "bearers 4": 2.6}
_COMMON, _LITTLE = 2.5, 2.0
_MORE = {"initial": 1.0, "double": 2.0, "full": 2.0, "part": 2.0}
_FAMILY = frozenset({"family exact", "family respelled", "family shape"})
# What of a title ends with one of these, before an `of`, is the state's own name.
_FORMS = ("Republic", "Kingdom", "Union", "Federation")
_OTHERS = ("given other", "given far", "given like", "second other", "second like", "suffix other")
_SKIPPED = ", not first"


class Holder(NamedTuple):
    """The only one of those whom a name may mean who held a seat, or an office of a state.

    tells: how telling the name is.
    """

    name: str
    item: str
    label: str
    tells: float


class Seated(NamedTuple):
    """A name of a list, the item that sat together with others of it, and the words for that."""

    name: str
    item: str
    words: str


# By place, a body or a state, and by item.
_Gathered = Mapping[str, Mapping[str, Holder]]


class Benches:
    """Finds who sat together; hits: asks what is known on this machine whom a name may mean.

    What it finds depends on the list and its year alone, so that it is kept for the next name.
    """

    def __init__(self, hits: Callable[[Query], Iterable[Hit]]) -> None:
        self._hits = hits
        self._holders = lru_cache(1 << 13)(self._held)
        self._benches = lru_cache(1 << 8)(self._sat)

    def among(self, names: tuple[str, ...], year: int | None) -> tuple[Seated, ...]:
        """Give those of a list who sat together in its year, each with the body and the others.

        Nobody, where the names may as well stand together by chance.
        """
        return self._benches(names, year) if names and year is not None else ()

    def _sat(self, names: tuple[str, ...], year: int) -> tuple[Seated, ...]:
        told = [self._holders(name, year) for name in names]
        benches, serving = (_gathered(some) for some in zip(*told, strict=True))
        found: dict[str, Seated] = {}
        for body, held in sorted(benches.items(), key=lambda one: (-len(one[1]), one[0])):
            if _is_bench(body, held, serving, len(names)):
                for one in held.values():
                    words = f"{body} ({_besides(one.item, held.values())})"
                    found.setdefault(one.name, Seated(one.name, one.item, words))
        return tuple(found.values())

    def _held(self, name: str, year: int) -> tuple[Mapping[str, Holder], Mapping[str, Holder]]:
        """Give who alone of those whom a name may mean sat in a body, or served a state."""
        asked = query(name, "person", year)
        hits = [] if asked.uncertain else [hit for hit in self._hits(asked) if _agrees(hit, asked)]
        return _alone(hits, asked, seats), _alone(hits, asked, serves)


def is_list(role: str) -> bool:
    """Tell whether those who are named in a role make a list of people who belong together."""
    return role.replace("_", "-") in _LISTS


def listed(names: Iterable[str]) -> tuple[str, ...]:
    """Give the names of a list, each once, in one order; () where they are too few, or too many.

    >>> listed(["Molotov", "Malenkov", "Beria", "Molotov"]), listed(["Molotov", "Malenkov"])
    (('Beria', 'Malenkov', 'Molotov'), ())
    """
    found = sorted(set(names))
    return tuple(found) if _LEAST <= len(found) <= _MOST else ()


def seats(entity: AuthorityEntity, year: int) -> frozenset[str]:
    """Give the bodies in which somebody sat in a year, by the offices."""
    return frozenset(filter(None, map(body_of, _offices(entity, year))))


def serves(entity: AuthorityEntity, year: int) -> frozenset[str]:
    """Give the states, by their adjectives, in whose offices somebody was in a year."""
    return frozenset().union(*map(states_in, _offices(entity, year)))


@lru_cache(maxsize=1 << 12)
def body_of(office: str) -> str:
    """Name the body in which the holders of an office sit together, "" when there is none.

    >>> body_of("Member of the Politburo of the Chinese Communist Party")
    'Politburo of the Chinese Communist Party'
    >>> body_of("Minister of Finance of Japan"), body_of("Ambassador of Japan to Italy")
    ('government of Japan', '')
    """
    for pattern, body in _table():
        found = pattern.fullmatch(office)
        if found and "@" in body:
            state = _state(office)
            return body.replace("@", state) if state else ""
        if found:
            return body.replace("*", "".join(found.groups()))
    return ""


def _state(office: str) -> str:
    """Give the state whose office it is, as the title calls it, "" when it names none.

    >>> _state("Minister of Finance of the Republic of China"), _state("Minister of State")
    ('the Republic of China', '')
    """
    parts = office.split(" of ")
    first = next((at for at, part in enumerate(parts) if part.endswith(_FORMS)), len(parts) - 1)
    state = " of ".join(parts[max(first, 1) :])
    return state if len(states_in(state)) == 1 else ""


@cache
def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Read which offices have a seat in which body (`vocab/authority/seats.tsv`)."""
    path = vocabulary.folder() / "authority" / "seats.tsv"
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    return tuple(
        (re.compile(re.escape(office).replace(r"\*", "(.*)"), re.IGNORECASE), body)
        for office, body in rows
    )


@cache
def _common() -> frozenset[str]:
    """Read which family names are common in their own countries."""
    return frozenset(vocabulary.lines("common-surnames.txt"))


def _offices(entity: AuthorityEntity, year: int) -> Iterator[str]:
    for title, begin, end in entity.offices:
        if begin is not None and begin <= year <= (end or begin):
            yield title


def _agrees(hit: Hit, asked: Query) -> bool:
    """Tell whether a name agrees well enough that its bearer may be counted.

    A given name of East Asia is no family name, and a common family name must be his in the label:
    Nieh Jung Chen is Nie Rongzhen, no Chen.
    """
    first, *others = fold(hit.entity.label).split()
    is_chinese = is_pinyin(first) and is_pinyin("".join(others))
    is_first = is_chinese or first in FAMILY_FIRST or korean.is_family((first,))
    if is_first and not {*asked.family}.isdisjoint(others):
        return False
    known = {first} if is_first else {first, *others[-1:]}
    if not _common().isdisjoint(asked.family) and known.isdisjoint(asked.family):
        return False
    against = any(one.startswith(_OTHERS) or one.endswith(_SKIPPED) for one in hit.traits)
    return not against and not _FAMILY.isdisjoint(hit.traits)


def _alone(
    hits: Iterable[Hit],
    asked: Query,
    where: Callable[[AuthorityEntity, int], frozenset[str]],
) -> dict[str, Holder]:
    """Give, by place, who alone of some was there in the year; nobody where two were."""
    found: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        for place in where(hit.entity, asked.year or 0):
            found[place].append(hit)
    return {one: _holder(some[0], asked) for one, some in found.items() if len(some) == 1}


def _holder(hit: Hit, asked: Query) -> Holder:
    last = fold(hit.entity.label).split()[-1:]
    common = not _common().isdisjoint((*asked.family, *last))
    rare = min(_telling(hit.traits), default=_LITTLE)
    more = max((_MORE.get(one, 0.0) for one in hit.traits), default=0.0)
    tells = min(rare, _COMMON if common else rare) + more
    return Holder(asked.name.raw, hit.entity.id, hit.entity.label, tells)


def _telling(traits: Iterable[str]) -> Iterator[float]:
    for trait in traits:
        how, comma, said = trait.partition(", ")
        if comma and said.startswith("bearers "):
            yield _TELLS.get(said, _LITTLE)
        elif comma and said.startswith("chance ") and how in _MORE:
            yield _COMMON


def _gathered(told: Iterable[Mapping[str, Holder]]) -> _Gathered:
    """Put together who was in one place; of two names that mean one person the first counts."""
    found: dict[str, dict[str, Holder]] = defaultdict(dict)
    for holders in told:
        for place, one in holders.items():
            found[place].setdefault(one.item, one)
    return found


def _is_bench(body: str, held: Mapping[str, Holder], serving: _Gathered, names: int) -> bool:
    """Tell whether a list of so many names is hardly by chance one of a body.

    Two who sat together are not enough, for their sons and brothers have the same names: a third
    sat there, too, or was in an office of its state. The more they are, the more others may be
    among them.
    """
    if len(held) < _FEW:
        return False
    beside = {one.item: one for state in states_in(body) for one in serving.get(state, {}).values()}
    tells = [one.tells for one in (beside | {**held}).values()]
    few = len(tells)
    if few < _LEAST or names > few * (few - 1):
        return False
    return sum(tells) - math.log10(math.comb(names, few)) >= _ENOUGH


def _besides(item: str, held: Iterable[Holder]) -> str:
    others = sorted(one.label for one in held if one.item != item)
    more = len(others) - _SHOWN
    return ", ".join(others[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
