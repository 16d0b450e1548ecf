"""A woman's title before a name: whether the name behind it is her own, or her husband's."""

from __future__ import annotations

from functools import cache

from lod import vocabulary
from lod.entity import AuthorityEntity
from lod.normalize.names import Name
from lod.normalize.namewords import WOMEN
from lod.reconcile.keys import fold

# Words of a description that only women are called.
_CALLED = frozenset(
    """woman women queen empress princess duchess countess baroness lady wife widow mother daughter
    sister actress poetess chairwoman congresswoman stateswoman businesswoman""".split()  # noqa: SIM905
)
_THI = "thi"  # the second of three names of a Vietnamese woman
_WIFE, _STEM = "né", 4  # Hungarian: Jánosné is the wife of János


def is_set_apart(name: Name) -> bool:
    """Tell whether a woman's title sets a name apart from the same words without it.

    >>> from lod.normalize.names import parse_name
    >>> names = ("Kennedy, Mrs. John F.", "Mrs. Eleanor Roosevelt", "Mme de Gaulle", "Nagy Imréné")
    >>> [is_set_apart(parse_name(name, "person")) for name in names]
    [True, False, True, True]
    """
    is_wife = any(map(_is_wife, name.core.split()))
    return is_wife or (bool(_title(name)) and not _has_own(name))


def is_another(name: Name, entity: AuthorityEntity) -> bool:
    """Tell whether a woman's title says that a candidate is not meant.

    Who is known to be a woman may be: by her own name, or by one that the authority has with the
    title.
    """
    wives = [fold(word) for word in name.core.split() if _is_wife(word)]
    if not wives and not _title(name):
        return False
    theirs = {word for one in (entity.label, *entity.names) for word in fold(one).split()}
    if not theirs.issuperset(wives):
        return True
    if not _title(name) or not _titles().isdisjoint(theirs):
        return False
    first, *others = fold(entity.label).split() or [""]
    if (
        first in _names()
        or _THI in others
        or not _CALLED.isdisjoint(fold(entity.description).split())
    ):
        return False
    return first in _men() or not _has_own(name)


def _title(name: Name) -> str:
    """Give the woman's title that stands by a name, in front or in parentheses, "" if none."""
    beside = (name.title, name.nickname, *(name.alternates if name.is_bare else ()))
    return next((word for text in beside for word in text.split() if _is_title(word)), "")


def _is_title(word: str) -> bool:
    return word.strip(".,").casefold() in WOMEN


def _has_own(name: Name) -> bool:
    """Tell whether the first given name is a woman's."""
    return next(iter(fold(name.given).split()), "") in _names()


def _is_wife(word: str) -> bool:
    word = word.strip(".,").casefold()
    return word.endswith(_WIFE) and len(word) >= _STEM + len(_WIFE)


@cache
def _names() -> frozenset[str]:
    return frozenset(vocabulary.lines("womens-names.txt"))


@cache
def _men() -> frozenset[str]:
    return frozenset(map(fold, vocabulary.lines("given-names.txt"))) - _names()


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for word in map(fold, WOMEN) if " " not in word)
