"""One name in two ways to write it in Latin letters: Alekseev and Alexeyev, Liu Shao-ch'i."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from lod import vocabulary
from lod.sources.pages.words.folding import plain

# What is written for one sound of Slavic names, each as the shortest.
_SOUNDS = (
    (re.compile(r"shch|sch|stch"), "sh"),
    (re.compile(r"tch|cz"), "ch"),
    (re.compile(r"dzh|dj"), "dj"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"[yij](?=[eaou])"), ""),
    (re.compile(r"(?:ij|iy|yi|ii|yj|[yj])"), "i"),
    (re.compile(r"['\u2019\u02b9\u02bc]"), ""),
    (re.compile(r"(.)\1"), r"\1"),
)
_ACCENTED = str.maketrans(
    {"\u010d": "ch", "\u0161": "sh", "\u017e": "zh", "\u0107": "ch", "\u0142": "l", "\u0111": "dj"}
)
_LEAST, _MOST = 6, 4
_MARKS = re.compile(r"['\u2019\u2018\u02bc]")
_PARTS = re.compile(r"[ -]")


@lru_cache(maxsize=1 << 13)
def sounds(name: str) -> str:
    """Write a surname as it sounds, however its letters were romanised.

    >>> sounds("Alexeyev") == sounds("Alekseev"), sounds("Jakubovskij") == sounds("Yakubovsky")
    (True, True)
    """
    name = plain(name.casefold().translate(_ACCENTED))
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return name


def one_sound(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pair surnames with an earlier one that sounds alike, short ones left out.

    >>> list(one_sound(["alekseev", "orlov", "alexeyev"]))
    [('alexeyev', 'alekseev')]
    """
    first: dict[str, str] = {}
    for name in names:
        if len(name) >= _LEAST and name.isalpha() and " " not in name:
            known = first.setdefault(sounds(name), name)
            if known != name:
                yield name, known


def is_one_chinese(one: str, other: str) -> bool:
    """Tell whether two names are one in pinyin and in the older way with hyphens.

    >>> is_one_chinese("Liu Shaoqi", "Liu Shao-ch'i"), is_one_chinese("Chen Yi", "Chen Yun")
    (True, False)
    """
    if one == other or not (is_older(one) or is_older(other)):
        return False
    two = list(_syllables(one)), list(_syllables(other))
    return any(
        len(a) == len(b) and all(_readings(x) & _readings(y) for x, y in zip(a, b, strict=True))
        for a, b in product(*two)
    )


def is_older(name: str) -> bool:
    """Tell whether a name has the marks of the older way to write Chinese."""
    return "-" in name or "'" in name or "\u2019" in name


def _syllables(name: str) -> Iterator[Sequence[str]]:
    """Cut a name into syllables, in each way in which its last word may be one or two."""
    parts = _PARTS.split(plain(name).replace("\u2019", "'"))
    if len(parts) == 2 and parts[1].isalpha():
        last = parts[1]
        for at in range(1, len(last)):
            if last[:at] in _pinyin() and last[at:] in _pinyin():
                yield [parts[0], last[:at], last[at:]]
    if len(parts) <= _MOST:
        yield parts


@lru_cache(maxsize=1 << 12)
def syllables_of(word: str) -> int:
    """Count the syllables of a word in pinyin, up to two; 0 where it is none.

    >>> syllables_of("hong"), syllables_of("chengzhi"), syllables_of("march")
    (1, 2, 0)
    """
    if word in _pinyin():
        return 1
    known = _pinyin()
    return 2 * any(word[:at] in known and word[at:] in known for at in range(1, len(word)))


@lru_cache(maxsize=1 << 12)
def _readings(syllable: str) -> frozenset[str]:
    """Give the syllables of pinyin that one may be, written so or as older books do."""
    older = _older().get(syllable, frozenset())
    french = syllable.replace("tch", "ch") if syllable.startswith("tch") else ""
    found = older | _older().get(french, frozenset())
    return found | {syllable} if syllable in _pinyin() else found


@cache
def _pinyin() -> frozenset[str]:
    return frozenset(new for new, _ in _table())


@cache
def _older() -> dict[str, frozenset[str]]:
    """Give the syllables of pinyin by those of Wade and Giles, with their marks and without."""
    known: dict[str, set[str]] = {}
    for new, old in _table():
        known.setdefault(old, set()).add(new)
        known.setdefault(_MARKS.sub("", old), set()).add(new)
    return {old: frozenset(new) for old, new in known.items()}


@cache
def _table() -> tuple[tuple[str, str], ...]:
    rows = (row.split("\t") for row in vocabulary.lines("transliteration/pinyin-wade-giles.tsv"))
    return tuple((row[0], plain(row[1])) for row in rows if row[0] != "pinyin")
