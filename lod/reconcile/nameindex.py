"""The names of an authority by their words, as running text is looked up in them."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import msgspec

from lod.entity import AuthorityEntity, EntityKind
from lod.lazily import regex
from lod.reconcile.keys import fold

LETTERS = r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2019\u02bc][^\W_]+)*"
# A word, and what parts it from the next.
WORD = regex(rf"({LETTERS})([\W_]*)")
OWN = regex(r"['\u2019]s$", re.IGNORECASE)
SHORTEST = 4  # letters of a person known by one word
_LONGEST = 8
_FAMILIES = frozenset(
    "Kim Pak Park Li Lee Mao Zhou Liu Deng Chen Lin Wang Hu Jiang Ho Nguyen Le Pham Sun Song Peng"
    " Wu Yang Zhang Zhao Zhu Chiang Ban Choe Choi Roh Yun Chang Chung No An Han Hong U".split()
)
# What scanning makes of `Il`, in names of three parts and more.
_MISREAD = ("ii", "ll", "1l")


class Bearer(NamedTuple):
    """Who bears a name: kind, years of life or existence, how the name is to be spelled.

    upper: the text must have it in capitals. reading: the name as it is to be recorded, where the
    text has it misread; "" where the words of the text are right.
    """

    kind: EntityKind
    begin: int | None
    end: int | None
    upper: bool
    reading: str


class NameIndex(msgspec.Struct):
    """Names by their folded words, one space between them; make it with `indexed`.

    longest: words of the longest name that begins with a word, or with two. given: given names of
    persons. whole: names of one word.
    """

    names: dict[str, list[Bearer]]
    longest: dict[str, int]
    given: set[str]
    whole: set[str]


def indexed(entities: Iterable[AuthorityEntity]) -> NameIndex:
    """Index the names of entities, each with all that bear it, in their order."""
    index = NameIndex({}, {}, set(), set())
    for entity in entities:
        _note_given(entity, index)
        for name in dict.fromkeys((entity.label, *entity.names)):
            _add(entity, name, index)
    return index


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """Fold a word; the letters of `U.S.S.R.` are one.

    >>> folded("U.S.S.R."), folded("Pérez's")
    ('ussr', 'perez')
    """
    bare = OWN.sub("", word) if word[-1:] in "sS\u017f" else word
    return fold(bare.replace(".", "")).replace(" ", "")


def _note_given(entity: AuthorityEntity, index: NameIndex) -> None:
    """Note the given name of a person whose catalogue form says which it is."""
    first, _, rest = entity.label.partition(" ")
    family = rest.rpartition(" ")[2]
    western = family and first.isalpha() and len(first) >= SHORTEST - 1
    if entity.kind == "person" and western and not _is_family_first(entity):
        index.given.add(folded(first))


def _add(entity: AuthorityEntity, name: str, index: NameIndex) -> None:
    words = tuple(filter(None, (folded(raw) for raw, _ in WORD.findall(name))))
    if not words or len(words) > _LONGEST or not name[0].isalpha():
        return
    if len(words) == 1 and (len(words[0]) < _least(entity.kind) or not name[0].isupper()):
        return
    # Codes such as Alabama's AL are no names of places; U.S. and USSR are longer or dotted.
    born = entity.kind, entity.begin, entity.end
    _put(words, Bearer(*born, name.isupper() and len(words) == 1, ""), index)
    if entity.kind == "person" and "il" in words and len(words) > 2:
        for wrong in _MISREAD:
            mended = tuple(wrong if word == "il" else word for word in words)
            _put(mended, Bearer(*born, False, name), index)


def _put(words: tuple[str, ...], bearer: Bearer, index: NameIndex) -> None:
    index.names.setdefault(" ".join(words), []).append(bearer)
    if len(words) == 1:
        index.whole.add(words[0])
    for begin in (words[0], " ".join(words[:2])):
        index.longest[begin] = max(index.longest.get(begin, 0), len(words))


def _is_family_first(entity: AuthorityEntity) -> bool:
    """Tell whether the label begins with the family name, as the catalogue's form says."""
    first = entity.label.partition(" ")[0]
    return any(name.startswith(f"{first}, ") for name in entity.names) or first in _FAMILIES


def _least(kind: EntityKind) -> int:
    return SHORTEST if kind == "person" else 2
