"""Names as the lines of a paper list them: which words can be one, and where a list parts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from lod.normalize.namewords import BODIES
from lod.normalize.wireaddresses import wire_address
from lod.sources.pages.persons.entryname import person_in
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.shortlines import kept_if_short
from lod.sources.pages.words.textwords import OCCUPATIONS, OFFICES, RANKS, WEAK_RANKS

_AND_TO = re.compile(r",?\s+(?:and\s+)?(?:to|TO)\s+(?:the\s+)?(?=[A-Z])")
_MEANT = re.compile(r"([A-Z][\w'\u2019-]+) ?[\[(]([A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2})[\])]")
_NAMES = re.compile(r"\s*(?:,|;|\band\b|\bAND\b|&)\s*")
LINK = frozenset(
    (
        *("of", "the", "for", "and", "to", "in", "on"),
        *("von", "van", "ter", "af", "de", "al", "el", "bin", "et", "a", "d'"),
    )
)
# Small words within surnames: `Antonio da Silveira`, `Marie du Puy`.
_PARTICLES = frozenset(
    ("da", "do", "das", "dos", "del", "della", "di", "du", "der", "den", "la", "le", "ten", "ibn",
     "ben", "zu")
)  # fmt: skip
_ACRONYM = 4
_UNNAMED, _HELD = RANKS | LINK, OFFICES | RANKS
_POSTS = OCCUPATIONS | {"agent", "resident"}
OFFICIAL = _HELD | WEAK_RANKS | LINK | {"private", "principal", "permanent", "under", "press"}


@kept_if_short
def is_name_like(text: str) -> bool:
    """Tell whether words can be a name with rank or office: capitals, and no sentence.

    >>> is_name_like("Comrade STALIN I.V."), is_name_like("adopt the attached draft")
    (True, False)
    """
    words = text.split()
    if len(words) > 12 or any(map(str.isdigit, text)):
        return False
    plain = [word.strip("(),.:\"'[]") for word in words]
    named = [one for one in plain if one.casefold() not in _UNNAMED and one not in _PARTICLES]
    return bool(named) and all(word[:1].isupper() for word in named if word)


def is_office(text: str) -> bool:
    """Tell whether words are an office without a name: nobody can be told from it."""
    words = [word.strip("(),.").casefold() for word in text.split()]
    if all(word in OFFICIAL or "-general" in word for word in words):
        return True
    words = words[1:] if words[0] == "the" else words
    return words[0] in _HELD and bool({"of", "for"} & set(words)) and "," not in text


_TOWN = re.compile(r", [^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+)?$")


def before_town(text: str) -> int:
    """Give where a name ends, behind which a town stands: `I. V. STALIN, Moscow`.

    >>> before_town("I. V. STALIN, Moscow"), before_town("STALIN, I. V.")
    (12, 13)
    """
    town = _TOWN.search(text)
    return town.start() if town else len(text)


def meant(text: str, kind: Callable[[str], str | None]) -> tuple[int, int] | None:
    """Find who is meant by a code name, in brackets behind it: FILIPPOV [Stalin].

    kind: tells what words are known as.

    >>> known = {"Berlin": "place"}
    >>> [meant(name, known.get) for name in ("Filippov [Stalin]", "Orlov (Berlin)", "Orlov (MFA)")]
    [(10, 16), None, None]
    """
    found = _MEANT.fullmatch(text) if text[-1:] in ("]", ")") else None
    if not found or kind(found[1]) == "person" or kind(found[2]) in ("place", "group"):
        return None
    short = found[2].isupper() and len(found[2]) <= _ACRONYM
    return None if short else found.span(2)


def addressees(names: str, start: int) -> Iterator[tuple[int, int]]:
    """Part those to whom a paper goes: a body, `to` whoever leads it, or a list of persons."""
    marks = [(0, 0), *(one.span() for one in _AND_TO.finditer(names)), (len(names), len(names))]
    for one, two in itertools.pairwise(marks):
        part = names[one[1] : two[0]]
        if len(marks) == 2 or not is_office(part):
            yield from parted(part, start + one[1])


# `von Bohlen und Halbach` is one name.
_NOBLE = re.compile(r"\b(?:von|zu) [^\W\d_]+ (?:und|zu) $")
_INITIAL = re.compile(r"(?:^|[.\s])[^\W\d_]\.$")
_NOBLE_LONG = 60  # letters of such a name, at most


def parted(names: str, start: int) -> Iterator[tuple[int, int]]:
    """Part a list of persons, with the place of each; what holds a body's word is one name."""
    whole = {word.strip("(),.").casefold() for word in names.split()}
    bounds = [(0, len(names))]
    if not whole & BODIES and "of" not in whole:
        inner = [
            one.span()
            for one in _NAMES.finditer(names)
            if not _NOBLE.search(names, max(one.end() - _NOBLE_LONG, 0), one.end())
        ]
        marks = [(0, 0), *inner, (len(names), len(names))]
        bounds = [(one[1], two[0]) for one, two in itertools.pairwise(marks)]
    for begin, end in bounds:
        name = trimmed(names[begin:end])
        if _is_post(name) and len(bounds) > 1:
            continue
        if len(name) > 1 and is_name_like(name) and len(name.split()) <= 10:
            yield start + begin, start + begin + len(name)


def _is_post(name: str) -> bool:
    """Tell whether a part of a list is the post of whom it names before: Political Agent."""
    words = [word.strip("().,").casefold() for word in name.split()]
    return bool(words) and words[-1] in _POSTS and all(is_english(word) for word in words)


def trimmed(name: str) -> str:
    """Leave out marks behind a name, but not the stop of its last initial.

    >>> trimmed("STALIN I.V."), trimmed("Beria, ")
    ('STALIN I.V.', 'Beria')
    """
    name = name.rstrip(" ,")
    initial = name[-1:] == "." and _INITIAL.search(name)
    return name if initial else name.rstrip(" .,")


def names_somebody(words: str) -> bool:
    """Tell whether words are a name, or an office with the name of who holds it.

    >>> [names_somebody(one) for one in ("Minister of Mines, J. Orlov", "Foreign, New Delhi", "it")]
    [True, True, False]
    """
    return (
        is_name_like(words) or office_holder(words) is not None or wire_address(words) is not None
    )


def office_holder(words: str) -> tuple[int, int] | None:
    """Find who holds the office named before a comma: `Minister of Mines, J. Orlov`.

    >>> office_holder("Minister of Mines, J. Orlov"), office_holder("J. Orlov, Minister")
    ((19, 27), None)
    """
    office, comma, last = words.rpartition(", ")
    name = person_in(last) if comma and is_office(office) else None
    at = len(office) + len(comma)
    return (at + name[0], at + name[1]) if name and not is_office(last) else None
