"""The names of an authority found in running text, the longest first, as a printed index is."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from string import ascii_lowercase

import msgspec

from lod.entity import Gazetteer, Spotted
from lod.keeping import Keeping
from lod.lazily import regex
from lod.normalize.bodies import is_known_body
from lod.reconcile import embedded
from lod.reconcile.nameindex import LETTERS, OWN, SHORTEST, WORD, Bearer, NameIndex, folded, indexed

# Most words stand one space apart, and have plain letters.
_BEHIND = regex(rf"(?: |[\W_]*)([A-Za-z]{{2,}}+(?![^\W_]|['\u2019\u02bc])|{LETTERS})")
# A word that may be capitalised, whole: its first letter is sought, since most words are small;
# of plain characters none but A to Z is asked further.
# Neither a letter within a word nor one of dotted letters that begin small (p.A.) is meant.
_CAPITAL = regex(
    r"[^\x00-@\[-\x7f\W\d_](?<![^\W_].)(?<![^\W_]['\u2019\u02bc].)"
    r"(?!\.(?<=(?<![^\W_])(?<![^\W_]['\u2019\u02bc])[^\W\d_]\.[^\W\d_]\.))"
    r"(?:\.(?:[^\W\d_]\.)+|[a-z]*+[^\W_]*(?:['\u2019\u02bc][^\W_]+)*)"
)
# The same for plain text, whose letters are found in a third less time where all are named.
_PLAIN = regex(
    _CAPITAL.pattern.replace(r"[^\x00-@\[-\x7f\W\d_]", "[A-Z]")
    .replace(r"[^\W\d_]", "[A-Za-z]")
    .replace(r"[^\W_]", "[A-Za-z0-9]")
)
# What may stand between two words of one name.
_WITHIN = regex(r"(?:['\u2019]s)?[ \t\u00a0]{0,6}(?:[.,-][ \t\u00a0]{0,3})?", re.IGNORECASE)
_BETWEEN = frozenset(
    "a al and bin da de del der des di do dos du e el et la le of on the van von y".split()
)
# With these small letters nothing begins that may stand in a name, as most words behind one do.
_NEVER_BETWEEN = frozenset(ascii_lowercase) - {word[0] for word in _BETWEEN}
_APART = 8
_CACHED = 1 << 15  # words
ADULT, REMEMBERED = 16, 80


class _Word(msgspec.Struct, gc=False):
    """A word of a text or name: its place, as written, and folded; `'s` is no part of it."""

    start: int
    end: int
    written: str
    folded: str


class AuthorityGazetteer:
    """Looks up every capitalised word of a text in the names of an authority.

    Upper-case names (acronyms) must be upper case in the text. A person who was no adult at the
    date of the text is not found in it.
    """

    def __init__(self, index: NameIndex) -> None:
        self._names, self._longest = index.names, index.longest
        self._given, self._whole = index.given, index.whole
        self._opening = lru_cache(_CACHED)(self._opens)
        self._single = lru_cache(_CACHED)(self._alone)

    def spans(self, text: str, year: int | None = None) -> Iterator[Spotted]:
        """Give the names in a text in order, none within another."""
        behind, opens = 0, self._opening
        for capital in (_PLAIN if text.isascii() else _CAPITAL).finditer(text):
            raw = capital[0]
            # A name begins with a word that begins one, as few do.
            opening = opens(raw)
            if opening is None or (begin := capital.start()) < behind:
                continue
            word, more, whole = opening
            if word in self._given or (more and self._goes_on(word, text, begin + len(raw))):
                words = self._joined(text, begin, raw)
                found = self._at(words, year) or self._called(words)
            else:
                alone = self._single(raw, year) if whole else None
                found = alone and Spotted(begin, begin + alone.end, alone.kind, alone.reading)
            if found:
                yield found
                behind = found.end

    def _opens(self, raw: str) -> tuple[str, bool, bool] | None:
        """Give a word that begins names, folded, and whether several words, or one, are names."""
        word = _word(0, raw).folded
        if not raw[0].isupper() or not (word in self._longest or word in self._given):
            return None
        return word, self._longest.get(word, 0) > 1, word in self._whole

    def _alone(self, raw: str, year: int | None) -> Spotted | None:
        """Find the name that one word is, as if a text began with it."""
        return self._at([_word(0, raw)], year)

    def _goes_on(self, word: str, text: str, end: int) -> bool:
        """Tell whether a word begins a name with the word behind it."""
        if text[end : end + 1] == " " and text[end + 1 : end + 2] in _NEVER_BETWEEN:
            return False
        behind = _BEHIND.match(text, end)
        return behind is not None and f"{word} {folded(behind[1])}" in self._longest

    def _joined(self, text: str, start: int, raw: str) -> list[_Word]:
        """Give the words that stand together from one on, as far as names go that begin so."""
        words = [_word(start, raw)]
        first = words[0].folded
        if self._longest.get(first, 0) < 2 and first not in self._given:
            return words
        most, found = 2, WORD.match(text, start)
        while found and len(words) < most and _is_joined(text[words[-1].end : found.end()]):
            found = WORD.match(text, found.end())
            if found:
                words.append(_word(found.start(), found[1]))
            if len(words) == 2:
                most = self._longest.get(f"{first} {words[1].folded}", 2)
        return words

    def _called(self, words: list[_Word]) -> Spotted | None:
        """Find a given name that is known before a word that is not: `Adam Nowak`."""
        if words[0].folded not in self._given or len(words) < 2:
            return None
        one, two = words[:2]
        whole = two.written.isalpha() and len(two.written) >= SHORTEST - 1
        if not one.written.istitle() or not two.written[0].isupper() or not whole:
            return None
        if one.end + 1 != two.start or two.folded in self._names:
            return None
        if is_known_body(f"{one.written} {two.written}"):  # Jan Sangh
            return Spotted(one.start, two.end, "group", rule="name of a body")
        return Spotted(one.start, two.end, "person", rule="given name")

    def _at(self, words: list[_Word], year: int | None) -> Spotted | None:
        """Find the longest name that begins with the first of some words that stand together."""
        key = [word.folded for word in words]
        for count in range(min(self._longest.get(key[0], 0), len(words)), 0, -1):
            for one in self._names.get(" ".join(key[:count]), ()):
                if _fits(one, year) and _is_spelled(words[:count], one.upper):
                    return Spotted(words[0].start, words[count - 1].end, one.kind, one.reading)
        return None


def _word(start: int, raw: str) -> _Word:
    """Make a word; `'s` behind it is left out."""
    own = OWN.search(raw) if raw[-1] in "sS" and not raw.isalnum() else None
    written = raw[: own.start()] if own else raw
    return _Word(start, start + len(written), written, folded(written))


def _is_spelled(words: list[_Word], upper: bool) -> bool:
    """Tell whether words are written as names are: capitals where they matter."""
    if upper:
        return words[0].written.isupper()
    if len(words) == 1:
        return not words[0].written[0].islower()
    inner = range(1, len(words) - 1)
    return all(
        not one.written[0].islower() or (place in inner and one.folded in _BETWEEN)
        for place, one in enumerate(words)
    )


def _is_joined(between: str) -> bool:
    """Tell whether what parts two words lets them be one name: a space, a mark at most."""
    return between == " " or (len(between) <= _APART and _WITHIN.fullmatch(between) is not None)


def _fits(one: Bearer, year: int | None) -> bool:
    """Tell whether a person may be named in a year; places and bodies are judged by matching."""
    if one.kind != "person" or year is None:
        return True
    return (one.begin is None or one.begin + ADULT <= year) and (
        one.end is None or year <= one.end + REMEMBERED
    )


@cache
def load() -> AuthorityGazetteer:
    """Make the gazetteer of the embedded authority, once in a process."""
    index = Keeping(__file__)("names", NameIndex, lambda: indexed(embedded.load()))
    return AuthorityGazetteer(index)


# Name -> what opens it; outsiders register entry points `lod.gazetteer`.
GAZETTEERS: Mapping[str, Callable[[], Gazetteer]] = {"embedded": load}
