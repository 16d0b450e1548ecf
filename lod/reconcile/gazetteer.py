"""The names of an authority found in running text, the longest first, as a printed index is."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from lod.entity import AuthorityEntity, EntityKind, Gazetteer, Spotted
from lod.reconcile import embedded
from lod.reconcile.keys import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2019\u02bc][^\W_]+)*")
_OWN = re.compile(r"['\u2019]s$", re.IGNORECASE)
# What may stand between two words of one name.
_WITHIN = re.compile(r"(?:['\u2019]s)?[ \t\u00a0]{0,3}(?:[.,-][ \t\u00a0]{0,3})?", re.IGNORECASE)
_BETWEEN = frozenset(
    "a al and bin da de del der des di do dos du e el et la le of on the van von y".split()
)
_LONGEST = 8
_SHORTEST = 4  # letters of a person known by one word
ADULT, REMEMBERED = 16, 80
_FAMILIES = frozenset(
    "Kim Pak Park Li Lee Mao Zhou Liu Deng Chen Lin Wang Hu Jiang Ho Nguyen Le Pham Sun Song Peng"
    " Wu Yang Zhang Zhao Zhu Chiang Ban Choe Choi Roh Yun Chang Chung No An Han Hong U".split()
)
# What scanning makes of `Il`, in names of three parts and more.
_MISREAD = ("ii", "ll", "1l")

Words = tuple[str, ...]


class AuthorityGazetteer:
    """Looks up every capitalised word of a text in the names of an authority.

    Upper-case names (acronyms) must be upper case in the text. A person who was no adult at the
    date of the text is not found in it.
    """

    def __init__(self, entities: Iterable[AuthorityEntity]) -> None:
        self._names: dict[Words, list[tuple[AuthorityEntity, bool, str]]] = {}
        self._longest: dict[str, int] = {}
        self._given: set[str] = set()
        for entity in entities:
            self._note_given(entity)
            for name in dict.fromkeys((entity.label, *entity.names)):
                self._add(entity, name)

    def spans(self, text: str, year: int | None = None) -> Iterator[Spotted]:
        """Give the names in a text in order, none within another."""
        words, behind = list(_words(text)), 0
        for at, (_, _, written, folded) in enumerate(words):
            if at < behind or not written[0].isupper():
                continue
            if folded not in self._longest and folded not in self._given:
                continue
            joined = _joined(text, words, at, self._longest.get(folded, 0))
            found = self._at(words, at, joined, year) or self._called(words, at, joined)
            if found is not None:
                spotted, length = found
                yield spotted
                behind = at + length

    def _note_given(self, entity: AuthorityEntity) -> None:
        """Note the given name of a person whose catalogue form says which it is."""
        first, _, rest = entity.label.partition(" ")
        family = rest.rpartition(" ")[2]
        western = family and first.isalpha() and len(first) >= _SHORTEST - 1
        if entity.kind == "person" and western and not _is_family_first(entity):
            self._given.add(_folded(first))

    def _called(
        self, words: list[tuple[int, int, str, str]], at: int, joined: int
    ) -> tuple[Spotted, int] | None:
        """Find a given name that is known before a word that is not: `Adam Nowak`."""
        if words[at][3] not in self._given or joined < 2:
            return None
        one, two = words[at], words[at + 1]
        if not one[2].istitle() or not two[2][0].isupper() or (two[3],) in self._names:
            return None
        if words[at][1] + 1 != two[0] or len(two[2]) < _SHORTEST - 1 or not two[2].isalpha():
            return None
        return Spotted(one[0], two[1], "person", rule="given name"), 2

    def _add(self, entity: AuthorityEntity, name: str) -> None:
        words = tuple(folded for _, _, _, folded in _words(name) if folded)
        if not words or len(words) > _LONGEST or not name[0].isalpha():
            return
        if len(words) == 1 and (len(words[0]) < _least(entity.kind) or not name[0].isupper()):
            return
        # Codes such as Alabama's AL are no names of places; U.S. and USSR are longer or dotted.
        self._put(words, entity, name.isupper() and len(words) == 1, "")
        if entity.kind == "person" and "il" in words and len(words) > 2:
            for wrong in _MISREAD:
                mended = tuple(wrong if word == "il" else word for word in words)
                self._put(mended, entity, False, name)

    def _put(self, words: Words, entity: AuthorityEntity, upper: bool, reading: str) -> None:
        self._names.setdefault(words, []).append((entity, upper, reading))
        self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def _at(
        self, words: list[tuple[int, int, str, str]], at: int, joined: int, year: int | None
    ) -> tuple[Spotted, int] | None:
        """Find the longest name that begins with a word, and how many words it takes."""
        for count in range(min(self._longest.get(words[at][3], 0), joined), 0, -1):
            some = words[at : at + count]
            for entity, upper, reading in self._names.get(tuple(word[3] for word in some), ()):
                if _fits(entity, year) and _is_spelled(some, upper):
                    place = some[0][0], some[-1][1]
                    return Spotted(*place, entity.kind, reading), count
        return None


def _is_family_first(entity: AuthorityEntity) -> bool:
    """Tell whether the label begins with the family name, as the catalogue's form says."""
    first = entity.label.partition(" ")[0]
    return any(name.startswith(f"{first}, ") for name in entity.names) or first in _FAMILIES


def _least(kind: EntityKind) -> int:
    return _SHORTEST if kind == "person" else 2


def _words(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Give the words of a text: place, as written, and folded; `'s` is no part of a word."""
    for found in _WORD.finditer(text):
        written = found.group()
        end = found.end()
        if written[-1] in "sS" and (own := _OWN.search(written)):
            written, end = written[: own.start()], found.start() + own.start()
        if written.islower() and written.isascii() and written.isalpha():
            yield found.start(), end, written, written
            continue
        yield found.start(), end, written, _folded(written)


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    """Fold a word; the letters of `U.S.S.R.` are one."""
    return fold(_OWN.sub("", word).replace(".", "")).replace(" ", "")


def _is_spelled(words: list[tuple[int, int, str, str]], upper: bool) -> bool:
    """Tell whether words are written as names are: capitals where they matter."""
    if upper:
        return words[0][2].isupper()
    inner = range(1, len(words) - 1)
    return all(
        not one[2][0].islower() or (place in inner and one[3] in _BETWEEN)
        for place, one in enumerate(words)
    )


def _joined(text: str, words: list[tuple[int, int, str, str]], at: int, most: int) -> int:
    """Count the words that stand together from one on, `most` at most and two at least."""
    count = 1
    while count < max(most, 2) and at + count < len(words):
        if not _is_joined(text, words[at + count - 1][1], words[at + count][0]):
            break
        count += 1
    return count


def _is_joined(text: str, end: int, start: int) -> bool:
    """Tell whether two words stand together, with a mark or an apostrophe between at most."""
    return start - end <= 8 and _WITHIN.fullmatch(text, end, start) is not None


def _fits(entity: AuthorityEntity, year: int | None) -> bool:
    """Tell whether a person may be named in a year; places and bodies are judged by matching."""
    if entity.kind != "person" or year is None:
        return True
    return (entity.begin is None or entity.begin + ADULT <= year) and (
        entity.end is None or year <= entity.end + REMEMBERED
    )


@cache
def load() -> AuthorityGazetteer:
    """Make the gazetteer of the embedded authority, once in a process."""
    return AuthorityGazetteer(embedded.load())


# Name -> what opens it; outsiders register entry points `lod.gazetteer`.
GAZETTEERS: Mapping[str, Callable[[], Gazetteer]] = {"embedded": load}
