"""Forms of one person's name within a text: what is the surname, which form is the fullest."""

# ruff: noqa: RUF001  (the ending of Russian names is meant)

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from lod.normalize.namewords import PARTICLES
from lod.sources.pages.persons.chinesenames import is_chinese, is_of_burma
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.folding import plain
from lod.sources.pages.words.textwords import FAMILY_FIRST
from lod.sources.pages.words.tokens import is_initials

_TWO = 2
# What those of Burma are called before their names.
_OF_BURMA = frozenset(("u", "daw", "thakin", "bogyoke"))
# What places are called before the article of Arabic: the cape, the hill, the gate.
_OF_PLACES = frozenset(
    ("ras", "tel", "tell", "tall", "sharm", "dar", "bab", "um", "umm", "oum", "deir", "dayr",
     "beit", "bayt", "wadi", "oued", "jebel", "jabal", "gebel", "djebel", "port", "kafr", "qasr",
     "ksar", "suq", "souk", "ain", "ayn", "bir", "khan", "marj", "shatt", "bahr", "birket",
     "ma'arrat", "majdal", "medinet", "madinat", "hotel", "villa", "camp", "fort", "mount",
     "mosque", "university", "bur", "hosh", "nahr", "rub", "shibin", "mit", "minyat", "tura",
     "kom", "hay", "sidi")
)  # fmt: skip


def is_arabic(words: Sequence[str]) -> bool:
    """Tell whether words are a given name and one with the article of Arabic, and no place.

    >>> [is_arabic(one.split()) for one in ("Nureddin al-Atassi", "Ras el-Tin", "al-Atassi")]
    [True, False, False]
    """
    if len(words) != _TWO or words[1][:3] not in ("al-", "el-"):
        return False
    first, last = words[0].casefold(), words[1][3:4]
    return first not in _OF_PLACES and not is_english(first) and last.isupper()


@lru_cache(maxsize=1 << 14)
def surname(words: tuple[str, ...]) -> str:
    """Give the surname, folded; the whole name where the family name stands first.

    >>> surname(("Kim", "Il", "Sung")), surname(("C.", "R.", "Rodr\u00edguez"))
    ('kim il sung', 'rodriguez')
    """
    whole = [word for word in words if not is_initials(word)]
    if not whole:
        return plain(" ".join(words))
    if len(whole) > 1 and whole[0].casefold() in _OF_BURMA:
        return plain(" ".join(whole[1:]))  # U Ba Swe
    if is_of_burma(whole):
        return plain(" ".join(whole))
    if len(whole) > 1 and whole[0].casefold() in FAMILY_FIRST:
        return plain(" ".join(whole).replace("-", " "))
    if is_chinese(whole):
        return plain(whole[0])
    upper = [word for word in whole if word.isupper() and len(word) > 2]
    if len(upper) == 1 and len(whole) > 1:
        return plain(upper[0])
    return plain(whole[-1])


def given_letter(words: Sequence[str]) -> str:
    """Give the first letter of the given names, "" for a bare surname.

    Three initials are all given names of one, whom no name with fewer of them means.

    >>> [given_letter(one.split()) for one in ("Krishna Menon", "K.P.S. Menon", "V.M. Molotov")]
    ['k', 'kps', 'v']
    """
    return _letter(tuple(words))


def _is_loud_particle(word: str) -> bool:
    """Tell whether a word is a particle that stands for a name alone: Dr De Villiers."""
    return word.istitle() and word.lower() in PARTICLES


@lru_cache(maxsize=1 << 13)
def _letter(words: tuple[str, ...]) -> str:
    key = surname(words)
    given = [word for word in words if plain(word) != key and not _is_loud_particle(word)]
    if not given or " " in key:
        return ""
    letters = [letter for word in given for letter in word.casefold() if letter.isalpha()]
    whole = len(letters) > _TWO and all(len(one) == 1 or is_initials(one) for one in given)
    return "".join(letters) if whole else given[0][0].casefold()


@lru_cache(maxsize=1 << 11)
def fullest(forms: tuple[str, ...]) -> Mapping[str, str]:
    """Choose the form for each first letter of given names, and for a bare surname."""
    forms = (*forms, *_in_small_letters(forms))
    best: dict[str, str] = {}
    lasts = [form.split()[-1] for form in sorted(forms, key=lambda one: (" " in one, one))]
    cased = next((last for last in lasts if not last.isupper()), "")
    for form in sorted(
        forms,
        key=lambda one: (one.isupper(), -_letters_in_full(one), -len(one), one.isascii(), one),
    ):
        words = form.split()
        best.setdefault(given_letter(words), _recased(words, cased))
    letters = [letter for letter in best if letter]
    for letter in letters if len(letters) > 1 else ():
        best[letter] = _whole(best[letter], list(best.values()))
    if len({best[letter] for letter in letters}) == 1:
        best[""] = best[letters[0]]
    return best


def _in_small_letters(forms: Sequence[str]) -> Iterator[str]:
    """Give full names in capitals as the text writes what they end with.

    >>> list(_in_small_letters(["ANTONIO F. AZEREDO DA SILVEIRA", "Azeredo da Silveira"]))
    ['Antonio F. Azeredo da Silveira']
    """
    for loud in forms:
        for one in forms if loud.isupper() else ():
            ends = not one.isupper() and " " in one and plain(loud).endswith(f" {plain(one)}")
            if ends and not is_initials(one.split()[0]):
                yield f"{loud[: -len(one)].title()}{one}"


def _whole(name: str, names: Sequence[str]) -> str:
    """Give the name, or the fuller one of the same person: of all its words, or by his second name.

    >>> _whole("Krishna Menon", ["V. K. Krishna Menon"]), _whole("J. S. Wall", ["Stephen Wall"])
    ('V. K. Krishna Menon', 'Stephen Wall')
    """
    own, said = name.split(), set(map(plain, name.split()))
    if whole := next((one for one in names if said < set(map(plain, one.split()))), ""):
        return whole
    second = own[1][0] if len(own) > _TWO and all(map(is_initials, own[:-1])) else ""
    called = [one for one in names if second and not is_initials(one.split()[0])]
    by_second = [one for one in called if one[0] == second and len(one.split()) == _TWO]
    first = any(one[0] == name[0] for one in called)
    return by_second[0] if len(by_second) == 1 and not first else name


def _letters_in_full(form: str) -> int:
    """Count the letters of words that are no initials: Wadim Sagladin has more than W. Sagladin."""
    return sum(len(word) for word in form.split() if not is_initials(word))


def _recased(words: list[str], cased: str) -> str:
    """Write a surname that stands in capitals as the text spells it elsewhere."""
    same = plain(cased)
    return " ".join(cased if word.isupper() and plain(word) == same else word for word in words)


def is_slip(one: str, other: str) -> bool:
    """Tell whether one letter parts two words; a feminine `a` does not count."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or long in (f"{short}a", f"{short}а", f"{short}s"):
        return False
    at = next((i for i in range(len(short)) if short[i] != long[i]), len(short))
    if len(short) == len(long):
        return short[at + 1 :] == long[at + 1 :]
    return short[at:] == long[at + 1 :]
