"""A query -> the ways to read its name: in both orders, by its nickname, in another spelling."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lod.lazily import regex
from lod.normalize.namewords import FAMILY_FIRST, SUFFIXES
from lod.reconcile import korean
from lod.reconcile.compare import TURNED, Form, Words
from lod.reconcile.keys import MISREAD, fold
from lod.reconcile.latin import latin, syllables, wade_giles, words_of
from lod.reconcile.parse import Query
from lod.reconcile.sounds import is_given_name
from lod.reconcile.spoken import pinyin

# Where a space was lost: ShimonPeres, but not McCarthy, DePalma.
_GLUED = regex(r"(?<=[^\W\d_A-Z]{3})(?=[A-Z][^\W\d_A-Z]{2})")
_KOREAN = 3  # words of a Korean name: a family's, and two syllables
_ORDINALS = {"2d": "ii", "2nd": "ii", "3d": "iii", "3rd": "iii", "4th": "iv"}


class Readings(NamedTuple):
    """All readings of a name, the one as catalogued first, and its suffix (`jr`)."""

    forms: tuple[Form, ...]
    suffix: str


@lru_cache(maxsize=1 << 12)
def readings(query: Query) -> Readings:
    """Give the ways to read a person's name.

    >>> from lod.reconcile.parse import query
    >>> [form.family + form.given for form in readings(query("Zhou Enlai", "person")).forms]
    [('enlai', 'zhou'), ('zhou', 'enlai'), ('chou', 'enlai')]
    """
    found = dict.fromkeys(form for form in _forms(query) if form.family)
    if not query.key.isascii():
        found = dict.fromkeys(form._replace(heard=True) for form in found)
    suffix = fold(query.name.suffix)
    return Readings(tuple(found), _ORDINALS.get(suffix, suffix))


def _forms(query: Query) -> Iterator[Form]:
    family, given = _latin(query.family), _latin(query.given)
    given = tuple(word for word in given if _ORDINALS.get(word, word) not in SUFFIXES) or given
    yield from _ordered(query, family, given)
    if not given and _GLUED.search(query.name.core):
        words = words_of(_GLUED.sub(" ", query.name.core))
        yield Form(words[-1:], words[:-1], "run together")
    if query.name.nickname and given:
        yield Form(family, words_of(query.name.nickname), "nickname")
    for other in query.name.alternates:
        words = words_of(other)
        if len(words) > 1:
            yield Form(words[-1:], words[:-1], "alternate")
            yield from _turned(words[-1:], words[:-1], inverted=False)
    better = tuple(MISREAD.get(word, word) for word in words_of(query.name.core))
    if len(better) > 1 and MISREAD.keys() & set(words_of(query.name.core)):
        how = "misread" if len(better) > 2 else "misread, short"
        yield Form(better[:1], better[1:], how)
        yield Form(better[-1:], better[:-1], how)


def _from_cyrillic(query: Query, family: Words, given: Words) -> Iterator[Form]:
    """Read a name as Russians write Chinese ones, or one with the family name first, no comma."""
    ordered = query.family + query.given if query.name.inverted else query.given + query.family
    chinese = pinyin(ordered) if 2 <= len(ordered) <= 3 else ()
    if chinese:
        yield Form(chinese[:1], ("".join(chinese[1:]),))
        yield from (Form(one[:1], one[1:]) for one in [wade_giles(chinese)] if one)
    if query.name.inverted or len(family) != 1 or not given:
        return
    first = given[0]
    if first in FAMILY_FIRST or (is_given_name(family[0]) and not is_given_name(first)):
        yield Form((first,), (*given[1:], *family))


def _ordered(query: Query, family: Words, given: Words) -> Iterator[Form]:
    """Read a name in the orders in which its parts may stand."""
    words = (*given, *family)
    if _is_korean(words):
        yield Form(words[:1], words[1:])
        return
    yield Form(family, given)
    if not query.key.isascii():
        yield from _from_cyrillic(query, family, given)
    yield from _by_syllables(query, family, given)
    if len(family) == 1 and given and not query.is_initials:
        yield from _turned(family, given, inverted=query.name.inverted)


def _is_korean(words: Words) -> bool:
    """Tell whether the first of three words alone can be a family name, and Korean: Kim Jong Il.

    Then the last two are the given name, and Il is nobody's family, though a comma says so.
    """
    return (
        len(words) == _KOREAN
        and korean.is_family(words[:1])
        and not korean.is_family(words[-1:])
        and bool(korean.given_name(words[1:]))
    )


def _by_syllables(query: Query, family: Words, given: Words) -> Iterator[Form]:
    """Read a name of syllables with the family name first, no comma: Gim Yeong-nam."""
    first, rest = given[:1], given[1:] + family
    if query.name.inverted or not first:
        return
    is_chinese = syllables(first[0]) == 1 and syllables("".join(rest)) == len(rest)
    if (is_chinese and len(rest) > 1) or (korean.is_family(first) and korean.given_name(rest)):
        yield Form(first, rest)  # P'eng Te-huai


def _turned(family: Words, given: Words, *, inverted: bool) -> Iterator[Form]:
    """Read a name of two or three words in the other order, and as a Chinese one."""
    ordered = family + given if inverted else given + family
    if len(given) <= 2 and not (inverted and len(given) > 1):
        yield Form(given, family, TURNED) if inverted else Form(ordered[:1], ordered[1:], TURNED)
    spelled = wade_giles(ordered)
    if spelled:
        yield Form(spelled[:1], spelled[1:])


def _latin(words: tuple[str, ...]) -> Words:
    return tuple(part for word in words for part in latin(word).split())
