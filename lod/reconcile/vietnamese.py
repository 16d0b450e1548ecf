"""Vietnamese names: of one syllable a word, each of which tells people apart."""

from __future__ import annotations

from lod.lazily import regex

Words = tuple[str, ...]
# Family names, folded; they stand first.
_FAMILIES = frozenset(
    """nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong trinh dao
    doan lam mai cao chu luong ha phung ta thai to ton trieu kieu quach""".split()  # noqa: SIM905
)
_SYLLABLE = regex(
    r"(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|nh|ng|ngh|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}"
    r"(?:c|ch|m|n|ng|nh|p|t)?"
)


def are_apart(family: Words, given: Words, theirs: Words) -> bool:
    """Tell whether two names of one family name are Vietnamese and differ in a syllable.

    theirs: the other's given names. Either the family name is the Vietnamese one, or the names
    were read as in the West, so that it stands among the given names.

    >>> are_apart(("le",), ("duan", "tho"), ("duc", "tho"))
    True
    >>> are_apart(("tho",), ("le", "duan"), ("le", "duc"))
    True
    >>> are_apart(("thieu",), ("nguyen",), ("nguyen", "van"))
    False
    >>> are_apart(("smith",), ("le",), ("de",))
    False
    """
    if family[0] not in _FAMILIES:
        if given[0] != theirs[0] or given[0] not in _FAMILIES:
            return False
        given, theirs = given[1:], theirs[1:]
    words = (*family, *given, *theirs)
    return len(given) == len(theirs) and given != theirs and all(map(_SYLLABLE.fullmatch, words))
