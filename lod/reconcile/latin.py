"""Folded names in other scripts -> Latin letters, by the tables in `vocab/transliteration`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from lod import vocabulary
from lod.lazily import regex
from lod.reconcile.keys import fold

# Hangul syllables are numbered by their letters: Unicode Standard, section 3.12.
_FIRST, _VOWELS, _LAST = 0xAC00, 21, 28
_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_MEDIALS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()  # noqa: SIM905
_FINALS = ["", *"k k k n n n t l k m l l l p l m p p t t ng t t k t p h".split()]  # noqa: SIM905
_SYLLABLES = len(_INITIALS) * _VOWELS * _LAST
_TWO_SYLLABLES = frozenset("남궁 황보 제갈 선우 독고 사공 서문".split())  # noqa: SIM905
_PLAIN = regex(r"[a-z0-9 ]*")


@lru_cache(maxsize=1 << 16)
def latin(folded: str) -> str:
    """Write a folded name in Latin letters, "" where some of its letters have none.

    >>> from lod.reconcile.keys import fold
    >>> latin(fold("Громыко")), latin(fold("김일성")), latin(fold("毛泽东"))
    ('gromyko', 'gimilseong', '')
    """
    if folded.isascii():
        return folded
    text = "".join(_hangul(char) for char in folded).translate(_letters())
    return " ".join(text.split()) if _PLAIN.fullmatch(text) else ""


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """Give the folded Latin words of a name, () where it cannot be written so.

    >>> words_of("Громыко Андрей"), words_of("Ludwig Erhard")
    (('gromyko', 'andrei'), ('ludwig', 'erhard'))
    """
    return tuple(latin(fold(text)).split())


def hangul_parted(text: str) -> str:
    """Part a name in Hangul that is written as one word: family of one syllable or two, given.

    >>> hangul_parted("김일성"), hangul_parted("남궁옥분"), hangul_parted("Kim")
    ('김 일 성', '남궁 옥 분', 'Kim')
    """
    size = len(text)
    if not 2 <= size <= 4 or not all(0 <= ord(char) - _FIRST < _SYLLABLES for char in text):
        return text
    family = 2 if size == 4 or (size == 3 and text[:2] in _TWO_SYLLABLES) else 1
    return f"{text[:family]} {' '.join(text[family:])}"


def tables(name: str) -> Iterator[list[str]]:
    """Give the rows of a table, without the line that names its columns."""
    path = vocabulary.folder() / "transliteration" / f"{name}.tsv"
    for line in path.read_text("utf-8").splitlines()[1:]:
        yield line.split("\t")


@lru_cache(maxsize=1 << 16)
def wade_giles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Spell a Chinese name in pinyin as Wade-Giles has it, () where a word is no pinyin.

    The given names become one word. Apostrophes are gone in folding, so that this is a key for
    both systems: what is Wade-Giles already only has to be joined.

    >>> wade_giles(("mao", "zedong")), wade_giles(("zhou", "enlai")), wade_giles(("tony", "blair"))
    (('mao', 'tsetung'), ('chou', 'enlai'), ())
    """
    spelled = [_syllables(word) for word in words]
    if not 2 <= len(words) <= 3 or not all(spelled):
        return ()
    return spelled[0], "".join(spelled[1:])


def is_pinyin(word: str) -> bool:
    """Tell whether a word may be written in pinyin.

    >>> is_pinyin("zedong"), is_pinyin("rand")
    (True, False)
    """
    return bool(_syllables(word))


def syllables(word: str) -> int:
    """Count the syllables of a word in pinyin or Wade-Giles, 0 when it is neither.

    >>> syllables("xin"), syllables("ruixin"), syllables("juihsin"), syllables("rand")
    (1, 2, 2, 0)
    """
    return len(_parted(word) or _parted(word, pinyin=False))


def are_apart(one: str, other: str) -> bool:
    """Tell whether two words are Chinese, of as many syllables, up to two, and not the same.

    >>> are_apart("wenhua", "wenhai"), are_apart("zedong", "tsetung"), are_apart("tony", "tom")
    (True, False, False)
    """
    for pinyin in (True, False):
        ours, theirs = (_parted(word, pinyin=pinyin) for word in (one, other))
        if ours or theirs:
            return one != other and 0 < len(ours) == len(theirs) <= 2
    return False


def is_syllable(word: str) -> bool:
    """Tell whether a word is one syllable of pinyin or Wade-Giles, as Chinese family names are.

    >>> is_syllable("chiang"), is_syllable("chamberlain")
    (True, False)
    """
    return word in _pinyin() or word in _others()


def is_shorter(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one is a Chinese given name of one syllable, the other of two.

    >>> is_shorter(("ching",), ("ching", "kuo")), is_shorter(("tse",), ("tse", "toung"))
    (True, True)
    >>> is_shorter(("c",), ("ching", "kuo")), is_shorter(("tony",), ("tony", "charles"))
    (False, False)
    """
    if len(one) > len(other):
        one, other = other, one
    if min(map(len, (*one, *other))) < 2 or len(one) > 1 or not is_syllable(one[0]):
        return False
    return len(other) == 2 or syllables(other[0]) == 2


def _syllables(word: str) -> str:
    """Spell a word of pinyin syllables otherwise, "" when it is none."""
    return "".join(_parted(word))


@lru_cache(maxsize=1 << 16)
def _parted(word: str, *, pinyin: bool = True) -> tuple[str, ...]:
    table = _pinyin() if pinyin else _others()
    best: dict[int, tuple[str, ...]] = {0: ()}
    for at in range(len(word)):
        for size in range(6, 0, -1) if at in best else ():
            syllable = word[at : at + size]
            if syllable in table:
                best.setdefault(at + len(syllable), (*best[at], table[syllable]))
    return best.get(len(word), ())


@cache
def _pinyin() -> Mapping[str, str]:
    return {fold(one): fold(other) for one, other in tables("pinyin-wade-giles")}


@cache
def _others() -> Mapping[str, str]:
    return {other: other for other in _pinyin().values()}


@cache
def _letters() -> Mapping[int, str]:
    return {ord(row[0]): row[1] for row in tables("letters")}


def _hangul(char: str) -> str:
    number = ord(char) - _FIRST
    if not 0 <= number < len(_INITIALS) * _VOWELS * _LAST:
        return char
    first, rest = divmod(number, _VOWELS * _LAST)
    vowel, last = divmod(rest, _LAST)
    return _INITIALS[first] + _MEDIALS[vowel] + _FINALS[last]
