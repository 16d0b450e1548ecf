"""Fold keys: spellings that differ only in case, accents, punctuation or order get one key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

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
_SILENT = re.compile("['\u2019\u2018\u02bb\u02bc\u02b9\u02ba`\u00b4\u02be\u02bf\u200b-\u200f]")
_WORD = re.compile(r"[^\W_]+")
# Words of bodies' names that say little and vary much.
_IDLE = frozenset(
    ["a", "affairs", "and", "an", "de", "des", "du", "for", "la", "le", "of", "on", "the", "to"]
)
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
    kept = [word for word in words if word not in _IDLE]
    return " ".join(sorted(kept or words))


def mended(key: str) -> str:
    """Give the key with `ii` read as `il`, "" when there is nothing to mend.

    >>> mended("ii kim sung"), mended("andrei gromyko")
    ('il kim sung', '')
    """
    words = key.split()
    better = sorted(MISREAD.get(word, word) for word in words)
    return " ".join(better) if better != words else ""
