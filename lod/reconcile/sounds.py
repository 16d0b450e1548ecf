"""Words that may be one another: misread letters, other transliterations, short names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice, product

from rapidfuzz.distance import OSA

from lod.lazily import regex
from lod.reconcile.keys import fold
from lod.reconcile.latin import latin, tables

LIKENESS = OSA.normalized_similarity
# What scanning and retyping take for one another; each class is written as its first letter.
_SHAPES = str.maketrans("1i0568e", "llosbbc")
_SHAPE_RUNS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_SHORTEST = 4

# Groups of letters by how they sound in the transliterations of archives. A group that sounds in
# two ways has both; vowels and `h` within a word are silent.
_GROUPS = regex(
    r"shch|schtsch|stsch|tsch|tch|dsch|dzh|dsh|dg|sch|szcz|cz|sz|rz|ts|tz|dz|dj|kh|gh|ph|th|zh|sh|ch"
    r"|ck|cq|cc|qu|x|c|s|z|j|g|k|q|f|v|w|b|p|d|t|l|m|n|r|h"
)
_SOUND: Mapping[str, str] = {
    **dict.fromkeys(
        "shch schtsch stsch tsch tch dsch dzh dsh dg sch szcz cz sz ts tz dz zh sh s z".split(),  # noqa: SIM905
        "S",
    ),
    **dict.fromkeys("gh ck cq cc qu k q".split(), "K"),  # noqa: SIM905
    **dict.fromkeys("ph f v".split(), "F"),  # noqa: SIM905
    # Russian has no h and no w: Oppenkhaimer, Styuart.
    "kh": "K|", "w": "F|",
    **dict.fromkeys("b p".split(), "P"),  # noqa: SIM905
    **dict.fromkeys("th d t".split(), "T"),  # noqa: SIM905
    "rz": "RS", "x": "KS", "l": "L", "m": "M", "n": "N", "r": "R", "h": "",
    "ch": "S|K", "c": "S|K", "g": "K|S", "j": "|S", "dj": "T|S",
}  # fmt: skip
_DOUBLED = regex(r"([bdfgklmnprstvz])\1")
# Sounds that stand before an r and are never left out: Khrushchev.
_HARD = frozenset("kghjcxq")
_MOST = 6
_TWO_I = regex("ii+")
_RUSSIAN, _RUSSIAN_LEAST = ("ski", "ov", "ev", "enko", "vich"), 6


@lru_cache(maxsize=1 << 17)
def shape(word: str) -> str:
    """Give the key of words that look alike on paper.

    >>> shape("5tephen") == shape("stephen"), shape("amaiie") == shape("amalie")
    (True, True)
    """
    if word.startswith("mcl") and word[3:4] not in "aeiouy":
        word = "mci" + word[3:]  # Mclntyre
    for run, one in _SHAPE_RUNS:
        word = word.replace(run, one)
    return word.translate(_SHAPES)


def losses(word: str) -> Iterator[str]:
    """Give the shape of a word, and it without each of its letters in turn.

    Two words of which one letter differs, is missing or is too many share one of these.
    """
    key = shape(word)
    yield key
    if len(word) >= _SHORTEST:
        yield from (key[:at] + key[at + 1 :] for at in range(len(key)))


@lru_cache(maxsize=1 << 17)
def sounds(word: str) -> tuple[str, ...]:
    """Give the keys of words that sound alike in some transliteration, at most six.

    >>> set(sounds("khrushchev")) & set(sounds("chruschtschow"))
    {'KRSF'}
    >>> bool(set(sounds("yevgeny")) & set(sounds("evgenii")))
    True
    """
    if word[:2] in {"ua", "ue", "ui", "uo"}:
        word = "w" + word[1:]
    groups = _GROUPS.findall(_DOUBLED.sub(r"\1", word))
    ways = [_SOUND[group].split("|") for group in groups]
    if ways and word[0] in "hj":
        ways[0] = ["K"] if groups[0] == "h" else ["A", "S", "K"]
    start = "" if groups and word.startswith(groups[0]) else "A"
    found: dict[str, None] = {}
    for choice in islice(product(*ways), 64):
        found.setdefault(start + _single("".join(choice)))
        if len(found) == _MOST:
            break
    return tuple(found)


def _single(key: str) -> str:
    """Write doubled sounds once."""
    return "".join(char for at, char in enumerate(key) if at == 0 or char != key[at - 1])


def closeness(one: str, other: str, least: float = 0.0) -> float:
    """Tell how alike two words look, 1.0 when only letters differ that are often misread.

    least: of what is less alike only that is told, as 0.
    """
    return LIKENESS(shape(one), shape(other), score_cutoff=least)


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two words may be transliterations of one.

    >>> sound_alike("chernov", "tschernow"), sound_alike("swaran", "charan")
    (True, False)
    """
    return not _heard(one).isdisjoint(sounds(other)) and not _begin_otherwise(one, other)


def _begin_otherwise(one: str, other: str) -> bool:
    """Tell whether two words begin as no system writes one: with s and ch, or r and a hard sound.

    >>> _begin_otherwise("swaran", "charan"), _begin_otherwise("ryzhov", "khrushchov")
    (True, True)
    """
    plain = [word for word in (one, other) if word[:1] == "s" and word[1:2] not in "chz"]
    rolled = [word for word in (one, other) if word[:1] == "r"]
    hard = one[:1] in _HARD or other[:1] in _HARD
    said = len(plain) == 1 and (one.startswith("ch") or other.startswith("ch"))
    return said or (len(rolled) == 1 and hard)


@lru_cache(maxsize=1 << 16)
def russian(word: str) -> str:
    """Give a Russian family name as all systems of transliteration have it, "" for other words.

    ALA-LC writes -skii, ia, iu where BGN/PCGN has -skiy, ya, yu, ISO 9 -skij, ja, ju, and
    newspapers -sky.

    >>> russian("vyshinskii") == russian("vishinsky"), russian("iakovlev") == russian("yakovlev")
    (True, True)
    >>> russian("smyth")
    ''
    """
    key = _TWO_I.sub("i", word.replace("y", "i").replace("j", "i"))
    key = key[1:] if key.startswith("ie") else key
    return key if len(key) >= _RUSSIAN_LEAST and key.endswith(_RUSSIAN) else ""


@lru_cache(maxsize=1 << 16)
def _heard(word: str) -> frozenset[str]:
    return frozenset(sounds(word))


@cache
def _short() -> Mapping[str, frozenset[str]]:
    """Give for each given name those that may stand for the same person's."""
    also: dict[str, set[str]] = defaultdict(set)
    for name, short in tables("short-names"):
        also[fold(name)].add(fold(short))
        also[fold(short)].add(fold(name))
    return {name: frozenset(names) for name, names in also.items()}


def others(name: str) -> frozenset[str]:
    """Give the given names that may stand for one: short forms, and those of other languages.

    >>> sorted(others("vasili"))[:3]
    ['basil', 'basile', 'basilio']
    """
    return _short().get(name, frozenset()) | _also().get(name, frozenset()) | respelled(name)


@cache
def _also() -> Mapping[str, frozenset[str]]:
    """Give for each given name its spellings in other languages."""
    also: dict[str, set[str]] = defaultdict(set)
    for row in tables("given-names"):
        names = {latin(fold(name)) for name in row}
        for name in names:
            also[name] |= names - {name}
    return {name: frozenset(found) for name, found in also.items()}


@lru_cache(maxsize=1 << 14)
def kindred(name: str) -> Mapping[str, str]:
    """Give the given names that may stand for one, and why: "short", "cognate", "respelled".

    >>> kindred("bill")["william"], kindred("joseph")["iosif"], kindred("ivan")["jean"]
    ('short', 'cognate', 'cognate')
    """
    return {
        **dict.fromkeys(respelled(name), "respelled"),
        **dict.fromkeys(_also().get(name, ()), "cognate"),
        **dict.fromkeys(_short().get(name, ()), "short"),
    }


@lru_cache(maxsize=1 << 14)
def is_given_name(word: str) -> bool:
    """Tell whether a word from Cyrillic is a given name of the tables.

    >>> is_given_name("robert"), is_given_name("greivz")
    (True, False)
    """
    spellings = {word, *respelled(word)}
    return any(one in _short() or one in _also() for one in spellings)


@cache
def _respelled() -> Mapping[str, frozenset[str]]:
    """Give for each word the ones that it may stand for in another transliteration."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in tables("respelled"):
        found[one].add(other)
    for row in tables("korean-families"):
        names = {fold(name) for name in row}
        for name in names:
            found[name] |= names - {name}
    return {word: frozenset(words) for word, words in found.items()}


def respelled(word: str) -> frozenset[str]:
    """Give the words that one from Cyrillic may stand for; Korean families in other systems.

    >>> sorted(respelled("uilyam"))
    ['william']
    """
    return _respelled().get(word, frozenset())
