"""What the record says beside the name, against the facts on an entity: traits with details."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap
from typing import NamedTuple

from lod.entity import AuthorityEntity
from lod.reconcile.company import Company, ties
from lod.reconcile.keys import fold
from lod.reconcile.parse import COMRADES, Query
from lod.reconcile.seats import Seated
from lod.reconcile.states import states_in, states_of
from lod.reconcile.women import is_another

# Roles in which a record may name someone who is dead: it speaks of them, they do not act.
SPOKEN_OF = frozenset({"mentioned", "subject", "about", "depicted", "self", "spatial"})
# Words in the description and offices of those who are called comrade.
_COMRADELY = frozenset({"communist", "politburo", "socialist", "soviet", "workers"})
# Offices that a record may say beside a name, and by which an entity may be known.
_OFFICES = frozenset(
    """marshal general admiral president premier minister chancellor chairman ambassador consul
    secretary senator congressman governor mayor judge king queen emperor shah pope cardinal
    archbishop bishop envoy delegate editor correspondent attache""".split()  # noqa: SIM905
)
# Of which a state has one at a time.
_TITLES = frozenset(
    ["president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "shah"]
)
ADULT, GROWN, AGED, OLDEST = 16, 25, 85, 110
# Years by which two sources often differ on a birth or death, and by which they sometimes do.
_SLIP, _DOUBTFUL = 1, 3


class Trait(NamedTuple):
    """A name of the table of weights, and what to add to its words."""

    name: str
    detail: str = ""


class Situation(NamedTuple):
    """Where a name stands: the year of the record and the role in it.

    begin, end: years of life or existence as the record itself states them. company: those whom
    the same records name for certain. beside: words that stand by the name in the record. listed:
    the names of the list in which it stands, itself among them (`seats.py`). seated: who of
    that list sat in one body.
    """

    year: int | None = None
    role: str = ""
    begin: int | None = None
    end: int | None = None
    company: Company | None = None
    beside: str = ""
    listed: tuple[str, ...] = ()
    seated: tuple[Seated, ...] = ()


def evidence(entity: AuthorityEntity, query: Query, situation: Situation) -> Iterator[Trait]:
    """Weigh an entity against what the record says beside the name."""
    yield from _time(entity, situation)
    yield from _life(entity, situation.begin or query.name.born, situation.end or query.name.died)
    yield from _rank(entity, query)
    if _holds(entity, query, situation.year):
        yield Trait("holds the office")
    if query.kind == "person" and is_another(query.name, entity):
        yield Trait("title of a woman")
    if situation.beside and entity.kind == "person":
        yield from _said(entity, situation.beside)
    for one in situation.seated:
        if one.item == entity.id and one.name == query.name.raw:
            yield Trait("sat together", one.words)
    if situation.company:
        yield from starmap(Trait, ties(entity, situation.company))
    if query.uncertain:
        yield Trait("uncertain")


def _time(entity: AuthorityEntity, situation: Situation) -> Iterator[Trait]:
    """Weigh life and office against the year of the record."""
    year = situation.year
    if year is None:
        return
    if entity.begin is None and entity.end is None:
        yield Trait("time unknown")
        return
    youngest = ADULT if entity.kind == "person" else 0
    if entity.begin is not None and year < entity.begin + youngest:
        yield Trait("too early", f"{entity.begin}, the record is of {year}")
        return
    over = last_year(entity)
    if over is not None and year > over:
        name = "dead, spoken of" if situation.role in SPOKEN_OF else "too late"
        yield Trait(name, f"{over}, the record is of {year}")
        return
    yield Trait(_age(entity, year), f"{entity.begin or '?'}-{entity.end or ''}")
    yield from _office(entity, year)


def _age(entity: AuthorityEntity, year: int) -> str:
    """Name the part of life in which the record falls."""
    if entity.begin is None or entity.kind != "person":
        return "of the time"
    age = year - entity.begin
    return (
        "of the time, young" if age < GROWN else "of the time, old" if age > AGED else "of the time"
    )


def last_year(entity: AuthorityEntity) -> int | None:
    """Give the last year possible: the end, or the greatest age a person reaches."""
    if entity.end is None and entity.kind == "person" and entity.begin is not None:
        return entity.begin + OLDEST
    return entity.end


def _office(entity: AuthorityEntity, year: int) -> Iterator[Trait]:
    """Weigh whether a person held an office in the year."""
    for title, begin, end in entity.offices:
        if begin is not None and begin <= year <= (end or begin):
            yield Trait("in office", title)
            return


def _life(entity: AuthorityEntity, begin: int | None, end: int | None) -> Iterator[Trait]:
    """Weigh years of life that the record states, in the heading or in fields of their own."""
    if not begin and not end:
        return
    pairs = [(begin, entity.begin, "begins"), (end, entity.end, "ends")]
    known = [(ours, theirs, what) for ours, theirs, what in pairs if ours and theirs]
    if not known:
        yield Trait("life unknown")
        return
    apart = [abs(ours - theirs) for ours, theirs, _ in known]
    which = "both" if len(known) > 1 else "one"
    if max(apart) <= _SLIP:
        yield Trait(f"life {'nearly ' if any(apart) else ''}agrees, {which}")
        return
    detail = next(
        f"{what} in {theirs}, the record says {ours}"
        for ours, theirs, what in known
        if abs(ours - theirs) > _SLIP
    )
    close = max(apart) <= _DOUBTFUL or (len(apart) > 1 and min(apart) == 0)
    yield Trait("life differs a little" if close else "other life", detail)


def _said(entity: AuthorityEntity, beside: str) -> Iterator[Trait]:
    """Weigh the office and the state that the record says beside a name."""
    offices = _OFFICES.intersection(fold(beside).split())
    fits = sorted(offices & _described(entity)) if offices else []
    if fits:
        yield Trait("office said", fits[0])
    states = states_in(beside)
    theirs = states_of(entity) if states else frozenset()
    if theirs:
        shared = sorted(states & theirs)
        yield Trait("state said", shared[0]) if shared else Trait("other state said", min(theirs))


def _described(entity: AuthorityEntity) -> set[str]:
    """Give the words of the description and the offices."""
    return set(fold(" ".join((entity.description, *(one[0] for one in entity.offices)))).split())


def _holds(entity: AuthorityEntity, query: Query, year: int | None) -> bool:
    """Tell whether somebody was, in the year, the one head of a state that the name says he is."""
    called = " ".join(query.ranks)
    return called in _TITLES and any(
        fold(title).startswith(f"{called} of ")
        for title, begin, end in entity.offices
        if year is not None and begin is not None and begin <= year <= (end or begin)
    )


def _rank(entity: AuthorityEntity, query: Query) -> Iterator[Trait]:
    """Weigh a rank before the name against what the entity is known as."""
    if not query.ranks:
        return
    words = _described(entity)
    if any(rank in COMRADES for rank in query.ranks):
        if words & _COMRADELY:
            yield Trait("comrade")
        return
    fits = sorted(rank for rank in query.ranks if rank in words)
    if fits:
        yield Trait("known by rank", fits[0])
