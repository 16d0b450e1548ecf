"""Fold keys: spellings that differ only in case, accents, punctuation or order get one key."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from lod import vocabulary
from lod.lazily import regex

# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "ħ": "h",
    }
)
# Signs of transliteration that part no words: Ch'ing-kuo, Il'ichev, 'Abd.
_SILENT = regex("['\u2019\u2018\u02bb\u02bc\u02b9\u02ba`\u00b4\u02be\u02bf\u200b-\u200f]")
_WORD = regex(r"[^\W_]+")
# Words of bodies' names that say little and vary much.
_IDLE = frozenset(
    ["a", "affairs", "and", "an", "de", "des", "du", "for", "la", "le", "of", "on", "the", "to"]
)
# Words of bodies' names that are written in two ways.
_SAME = {
    "organisation": "organization", "centre": "center", "labour": "labor", "defence": "defense",
    "programme": "program", "dept": "department", "govt": "government", "assn": "association",
    "intl": "international", "natl": "national", "comm": "committee", "cttee": "committee",
    "univ": "university", "inst": "institute", "min": "ministry", "ussr": "soviet union",
    "usa": "united states", "prc": "china", "dprk": "north korea", "rok": "south korea",
    "gdr": "east germany", "frg": "west germany", "uk": "great britain",
}  # fmt: skip
# What scanning makes of `Il`, as in Kim Il Sung.
MISREAD = {"ii": "il", "ll": "il", "1l": "il", "i1": "il", "11": "il"}


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Fold a spelling: no case, no accents, words parted by one space.

    >>> fold("Satō,  Eisaku"), fold("Ch'ing-kuo"), fold("Østergård")
    ('sato eisaku', 'ching kuo', 'ostergard')
    """
    text = _SILENT.sub("", text.casefold())
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in plain if not unicodedata.combining(char))
        text = unicodedata.normalize("NFC", text.casefold().translate(_LETTERS))
    return " ".join(_WORD.findall(text))


def token_key(text: str) -> str:
    """Give the key of a name in any order of its words.

    >>> token_key("Satō, Eisaku") == token_key("EISAKU SATO")
    True
    """
    return " ".join(sorted(fold(text).split()))


def body_key(text: str) -> str:
    """Give the key of a body's name: any order, without the words that say little.

    >>> body_key("Japan. Foreign Ministry") == body_key("Ministry of Foreign Affairs of Japan")
    True
    """
    words = fold(text).split()
    if len(words) > 1:
        words = " ".join(_SAME.get(word, word) for word in words).split()
    kept = [word for word in words if word not in _IDLE]
    return " ".join(sorted(kept or words))


def loose_body_key(key: str) -> str:
    """Loosen the key of a body: its country's adjective stands for the country.

    >>> loose_body_key(body_key("Soviet Foreign Ministry"))
    'foreign ministry soviet'
    >>> loose_body_key(body_key("Ministry of Foreign Affairs of the Soviet Union"))
    'foreign ministry soviet'
    """
    words = set(key.split())
    for names, adjective in _countries():
        if names < words:
            return " ".join(sorted(words - names | {adjective}))
    return key


def loose_place_key(key: str) -> str:
    """Loosen the key of a place: without the word for what it is.

    >>> loose_place_key("north hwanghae province"), loose_place_key("city of london")
    ('north hwanghae', 'london')
    """
    words = [word for word in key.split() if word not in _KINDS_OF_PLACE]
    return " ".join(words)


_KINDS_OF_PLACE = frozenset(
    """autonomous city commune county district governorate kingdom municipality oblast of okrug
    prefecture province rayon raion region republic state the town village voivodeship""".split()  # noqa: SIM905
)


@cache
def _countries() -> list[tuple[frozenset[str], str]]:
    """Give the words of countries' names, with the adjective that stands for them."""
    path = vocabulary.folder() / "country-adjectives.tsv"
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])
    named = {frozenset(fold(name).split()): fold(adjective) for name, adjective in rows}
    return sorted(named.items(), key=lambda one: (-len(one[0]), sorted(one[0])))
