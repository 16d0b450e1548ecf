"""A name as catalogued -> what an authority is asked for: its keys, its parts, its kind."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from lod.entity import EntityKind
from lod.lazily import regex
from lod.normalize.kinds import kind_of
from lod.normalize.nameorder import is_initial
from lod.normalize.names import Name, parse_name
from lod.normalize.namewords import ACRONYMS, FOREIGN_RANKS, RANKS
from lod.reconcile.characters import in_characters
from lod.reconcile.keys import body_key, fold, token_key
from lod.reconcile.latin import hangul_parted
from lod.record import AgentKind

_PARENTHESIS = regex(r"\s+\([^()]*\)")
_PERIOD = regex(r"(1\d{3}|20\d\d)(?:-(1\d{3}|20\d\d)?)?")
_LIFETIME = 40  # of what a name of a place means; a longer period says too little
_COMPASS = frozenset(["north", "south", "east", "west"])
_BRACKETS = regex(r"[\[\]?]")
# Offices and ranks that speak for a person; `Mr` does not. Comrades are a class of their own.
COMRADES = frozenset(
    ["cde", "comrade", "comrades", "com", "tov", "tovarishch", "genosse", "genossin"]
) | {"тов", "товарищ"}
_RANKS = {fold(word): english for word, english in FOREIGN_RANKS.items()}
_POLITE = frozenset(["mr", "mrs", "ms", "miss", "madam", "madame", "mme", "mlle", "his", "her"])


class Query(NamedTuple):
    """A name folded for look-up.

    key: of the whole name. family and given: folded words, for persons. alternates: keys of other
    forms that the record itself gives. ranks: folded words of rank. is_initials, is_bare,
    is_acronym: how little the name says. uncertain: the reading is a guess. qualifier: folded
    words beside a place's name that say where or what it is; its alternate is both together.
    year: as asked, else that of a period in the name itself.
    """

    name: Name
    kind: EntityKind
    key: str
    year: int | None = None
    family: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    is_initials: bool = False
    is_bare: bool = False
    is_acronym: bool = False
    uncertain: bool = False
    qualifier: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 16)
def entity_kind(kind: AgentKind | EntityKind, name: str) -> EntityKind:
    """Settle what a name names where the source says only "agent": a person, unless words differ.

    >>> entity_kind("agent", "Japan. Foreign Ministry"), entity_kind("agent", "Gary Goldberg")
    ('group', 'person')
    """
    if kind != "agent":
        return kind
    return "group" if kind_of(name) == "group" else "person"


def query(text: str, kind: EntityKind, year: int | None = None) -> Query:
    """Fold a name for look-up in an authority.

    >>> asked = query("Chiang, Ching-kuo (Jiang Jingguo)", "person")
    >>> asked.key, asked.family, asked.alternates
    ('chiang ching kuo', ('chiang',), ('jiang jingguo',))
    """
    found = _read(text, kind)
    return found if year is None else found._replace(year=year)


@lru_cache(maxsize=1 << 14)
def _read(text: str, kind: EntityKind) -> Query:
    """Read a name, whatever the year: a collection has most names in many years."""
    if kind == "place":
        return _place(text)
    if kind == "person":
        text = in_characters(text)
    parted = hangul_parted(text)
    if kind == "person" and parted != text:
        return _person(replace(parse_name(parted.replace(" ", ", ", 1), kind), raw=text))
    name = parse_name(text, kind)
    return _group(name) if kind == "group" else _person(name)


def _person(name: Name) -> Query:
    given = [word for word in (*name.given.split(), *name.patronymic.split()) if fold(word)]
    others = list(name.alternates)
    if name.nickname and name.family and not name.is_bare:
        others.append(f"{name.nickname} {name.family}")
    ranks = (_RANKS.get(word, word) for word in fold(name.title).split() if word not in _POLITE)
    return Query(
        name=name,
        kind="person",
        key=token_key(f"{name.core} {name.suffix}" if name.inverted else name.core),
        family=tuple(fold(name.family).split()),
        given=tuple(" ".join(fold(word).split()) for word in given),
        alternates=tuple(dict.fromkeys(key for key in map(token_key, others) if key)),
        ranks=tuple(word for word in ranks if word in RANKS),
        is_initials=bool(given) and all(is_initial(word) for word in given),
        is_bare=not given,
        uncertain=name.uncertain,
    )


def _group(name: Name) -> Query:
    short = " " not in name.core and (name.core.isupper() or fold(name.core) in ACRONYMS)
    return Query(
        name=name,
        kind="group",
        key=body_key(name.core),
        alternates=tuple(key for key in map(body_key, name.alternates) if key),
        is_acronym=short,
        uncertain=name.uncertain,
    )


def _place(text: str) -> Query:
    """Read the name of a place, also before the parts of a heading of the Library of Congress.

    A part that is a period dates the place: `China--Politics and government--1949-1976`.
    """
    raw = " ".join(text[:300].split())
    plain = " ".join(_BRACKETS.sub(" ", raw).split())
    head, *parts = (part.strip() for part in plain.split("--"))
    core, qualifier = _qualified(head or plain)
    if fold(qualifier) in _COMPASS:  # Korea (North)
        core, qualifier = f"{fold(qualifier)} {core}", ""
    name = Name(raw=raw, kind="agent", core=core)
    return Query(
        name=name,
        kind="place",
        key=fold(core),
        is_acronym=core.isupper() and len(core) <= 5,
        alternates=(fold(head or plain),) if qualifier else (),
        year=next((year for year in map(_year, parts) if year), None),
        uncertain=plain != raw,
        qualifier=tuple(fold(qualifier).split()),
    )


def _year(period: str) -> int | None:
    """Give the year that stands for a period: the middle, of one that is not too long.

    >>> _year("1949-1976"), _year("1951"), _year("1945-"), _year("1800-1950"), _year("History")
    (1962, 1951, 1945, None, None)
    """
    found = _PERIOD.fullmatch(period)
    if not found:
        return None
    begin, end = int(found[1]), int(found[2] or found[1])
    return (begin + end) // 2 if end - begin <= _LIFETIME else None


def _qualified(text: str) -> tuple[str, str]:
    """Part a place's name from its qualifier: `Sofia (Bulgaria)`, `Sofia, Bulgaria`."""
    found = _PARENTHESIS.search(text)
    if found:
        return _PARENTHESIS.sub("", text).strip() or text, found[0]
    core, comma, qualifier = text.partition(", ")
    return (core, qualifier) if comma and fold(core) else (text, "")
