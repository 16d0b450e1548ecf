"""Names in Chinese characters, which agree as a whole or not at all: 毛泽东, 金日成, 佐藤栄作."""

from __future__ import annotations

from collections.abc import Iterable

from lod.lazily import regex
from lod.reconcile.keys import fold
from lod.reconcile.latin import syllables

_HAN = r"[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_PARTED = regex(rf"{_HAN}+(?:[\s\u3000,\uff0c]+{_HAN}+)+")
_BETWEEN = regex(r"[\s\u3000,\uff0c]+")
# What stands behind the name of somebody in office, in China, Japan and Korea.
_TITLE = regex(
    rf"(?<={_HAN}{_HAN})(?:总书记|總書記|总理|總理|主席|总统|總統|同志|先生|女士|元帅|元帥|将军|將軍|将軍"
    r"|大使|部长|部長|外长|外長|首相|外相|大臣|委员长|委員長|天皇)"
)
_MOSTLY = 4  # characters of a name
_ONE_SOUND = regex(r"[^aeiouy]*[aeiouy]+[^aeiouy]*")
# Hepburn's spelling.
_JAPANESE = regex(
    r"(?:n(?![aeiouy])|[aeiou]|[kgnhbpmr]y[auo]|(?:[kgnbpmrz]|kk|pp)[aeiou]|(?:s|ss)[aueo]"
    r"|h[aieo]|(?:t|tt|d)[aeo]|y[auo]|wa|fu|(?:sh|ssh|j|ch|tch)[aiuo]|tt?su)+"
)
_FEWEST = 3  # characters that show a name of East Asia, where its sounds do not


def in_characters(text: str) -> str:
    """Give a name in characters in one piece, without a title behind it; others as they are.

    >>> in_characters("毛 泽东"), in_characters("周恩来总理"), in_characters("Mao Zedong")
    ('毛泽东', '周恩来', 'Mao Zedong')
    """
    if text.isascii():
        return text
    whole = _BETWEEN.sub("", text) if _PARTED.fullmatch(text) else text
    title = _TITLE.search(whole)
    bare = whole[: title.start()] if title and title.end() == len(whole) else whole
    return bare if len(bare) <= _MOSTLY else whole


def is_whole(key: str, names: Iterable[str]) -> bool:
    """Tell whether characters are all of a name: as many as it has syllables in its own language.

    Foreigners are called by the sound of their family names. names: all of a person.

    >>> is_whole("毛泽东", ["Mao Zedong"]), is_whole("杜勒斯", ["John Foster Dulles"])
    (True, False)
    >>> is_whole("朴正熙", ["Park Chung-hee"]), is_whole("佐藤栄作", ["Eisaku Satō"])
    (True, True)
    >>> is_whole("斯大林 约瑟夫", ["Joseph Stalin"])
    True
    """
    forms = (form.split() for form in map(fold, names) if form.isascii())
    return " " in key or any(_is_called(len(key), form) for form in forms)


def _is_called(count: int, words: list[str]) -> bool:
    """Tell whether words are a name of East Asia that is written in so many characters."""
    if not 1 < len(words) <= count <= _MOSTLY + 1:
        return False
    chinese = [syllables(word) for word in words]
    if all(chinese) and sum(chinese) == count:
        return True
    if count < _FEWEST:
        return False
    if len(words) == count and all(map(_ONE_SOUND.fullmatch, words)):
        return True
    return len(words) == 2 and all(map(_JAPANESE.fullmatch, words))
