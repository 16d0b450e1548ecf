"""How names are heard and written in Cyrillic: French, English, Chinese after Palladius."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from lod.lazily import regex
from lod.reconcile.keys import fold
from lod.reconcile.latin import tables

# French letters -> what a Russian writes for them, in Latin letters; in this order. After the
# rules of practical transcription: endings are silent, vowels in groups are one sound.
_FRENCH = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^des(?=[bcdfgpqtvl])", "de"),
        (r"eaux?$|eau|aul?[xtd]?s?$|au", "o"),
        (r"(?<=.)(?:ers?|ez|ets?|ays?|aix|ais|ait|ay|ey|ai)$", "E"),
        (r"(?<=..)(?:es|e)$", "'"),
        (r"(?<=[^aeiou])[ct]?[tdsxzpgb]+$|(?<=[aeiou])[tdsxzpgb]+$", ""),
        (r"c?qu?", "k"), (r"sch|ch", "S"), (r"gn", "n"), (r"ph", "f"), (r"h", ""),
        (r"ge(?=[aou])|g(?=[eiyE'])|j", "Z"), (r"gu(?=[eiyE'])", "g"),
        (r"c(?=[eiyE'])", "s"), (r"c", "k"), (r"x", "ks"), (r"(?<=[aeio])s(?=[dklmn])", ""),
        (r"(?<=[aeiouy])s(?=[aeiouyE'])", "z"), (r"ss", "s"),
        (r"(?<=[aeou])ill?(?=[aeioE']|$)|(?<=[^aeou])ill(?=[aeioE'])", "i"),
        (r"ien", "In"), (r"[ae]in(?![aeiouyE])|ym(?=[bp])", "In"), (r"oin", "uIn"),
        (r"em(?=[bp])", "am"), (r"e[mn](?![aeiouyEmn'])", "an"),
        (r"i[mn](?![aeiouyEmn'])", "In"), (r"om(?='|$)", "on"),
        (r"o[iy]", "ua"), (r"oeu|eu", "e"), (r"ou", "u"), (r"[ae]i|oe", "e"), (r"w", "v"),
    )
)  # fmt: skip
# English letters -> the same, roughly: long vowels before a silent e, w as a vowel.
_ENGLISH = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"c(?=[eiy])", "s"), (r"igh", "aI"), (r"^kn", "n"), (r"^wr", "r"), (r"ow(?=n)", "aW"),
        (r"augh|awe?|au(?=.)", "o"), (r"wh?", "u"), (r"(?<=.)gh", ""), (r"ph", "f"),
        (r"sh", "S"), (r"th", "t"), (r"ck", "k"), (r"qu", "ku"), (r"tch|ch", "C"), (r"h", ""),
        (r"dge|ge(?=$|s$|r)|j", "Z"), (r"a(?=[b-df-hj-np-tvz]es?$)", "&"),
        (r"i(?=[b-df-hj-np-tvz]es?$)", "aI"), (r"(?<=..)e(?=s?$)", ""),
        (r"ai|ay|ei|ey|ea|ee|ie", "&"), (r"eu", "u"), (r"oo|ou|oa", "u"),
        (r"(?<=[^aeiou])u(?=[bcdfgklmnpst]{2}|[bcdfgklmnpst]$)", "a"), (r"c", "k"), (r"x", "ks"),
    )
)  # fmt: skip
_VOWEL = regex(r"[iyI](?=[aeouE&])")
_TWICE = regex(r"(.)\1+")
_CLASSES = str.maketrans("yiIE&uWSZCz'", "eeeeeoosscs ")
# Letters with which words that sound alike may begin; letters that nothing in Cyrillic becomes.
_GROUPS = ("ckqszgjx", "aeiouyhwv", "fp", "t", "d", "b", "l", "m", "n", "r")
_BEGIN = {letter: nth for nth, group in enumerate(_GROUPS) for letter in group}
_LATIN_ONLY = frozenset("qwx")
_CYRILLIC = (
    *(("shch", "S"), ("dzh", "Z"), ("zh", "Z"), ("sh", "S"), ("kh", ""), ("ch", "C")),
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def french(word: str) -> str:
    """Give the key of how a word sounds if it is French.

    >>> french("dussopt"), french("millau"), french("bocquet")
    ('doso', 'mo', 'boke')
    """
    return _read(word, _FRENCH)


@lru_cache(maxsize=1 << 16)
def english(word: str) -> str:
    """Give the key of how a word sounds if it is English.

    >>> english("wise"), english("mayhew"), english("reeves")
    ('oaes', 'meo', 'revs')
    """
    return _read(word, _ENGLISH)


def _read(word: str, rules: Iterable[tuple[re.Pattern[str], str]]) -> str:
    for pattern, sound in rules:
        word = pattern.sub(sound, word)
    return _key(word)


@lru_cache(maxsize=1 << 16)
def heard(word: str) -> str:
    """Give the key of how a word from Cyrillic sounds, as `french` and `english` do.

    >>> heard("dyusso"), heard("miio"), heard("uaiz")
    ('doso', 'mo', 'oaes')
    """
    for letters, sound in _CYRILLIC:
        word = word.replace(letters, sound)
    return _key(word)


def spoken_alike(one: str, other: str) -> bool:
    """Tell whether a word from Cyrillic is how a French or English one sounds.

    >>> spoken_alike("dyusso", "dussopt"), spoken_alike("dyusso", "dumas")
    (True, False)
    """
    # Reading by rules is slow; most words begin otherwise, or were never in Cyrillic.
    if _BEGIN.get(one[0]) != _BEGIN.get(other[0]) or not _LATIN_ONLY.isdisjoint(one):
        return False
    sound = heard(one)
    return sound in {french(other), english(other)}


def _key(word: str) -> str:
    word = _VOWEL.sub("", _TWICE.sub(r"\1", word))
    return _TWICE.sub(r"\1", word.translate(_CLASSES)).replace(" ", "")


def pinyin(words: Sequence[str]) -> tuple[str, ...]:
    """Give the pinyin of folded Cyrillic words, () where one is not written after Palladius.

    >>> pinyin([fold("Чжоу"), fold("Эньлай")]), pinyin([fold("Громыко")])
    (('zhou', 'enlai'), ())
    """
    found = tuple(_syllables(word.replace("\u044a", "")) for word in words)
    return found if all(found) else ()


@lru_cache(maxsize=1 << 14)
def _syllables(word: str) -> str:
    table, best = _palladius(), {0: ""}
    for at in range(len(word)):
        for size in range(6, 0, -1) if at in best else ():
            syllable = word[at : at + size]
            if syllable in table:
                best.setdefault(at + len(syllable), best[at] + table[syllable])
    return best.get(len(word), "")


@cache
def _palladius() -> Mapping[str, str]:
    return {fold(cyrillic): fold(latin) for latin, cyrillic in tables("palladius")}
