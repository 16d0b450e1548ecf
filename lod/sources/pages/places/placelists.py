"""Names that are known as places' alone, as slugs; a long list is looked up where it stands."""

from __future__ import annotations

from functools import cache

from lod import vocabulary

_PREFIX = 2  # letters


class PlaceList:
    """A sorted list of slugs, one a line, held as the text that it is: it is too long for a set."""

    def __init__(self, text: str) -> None:
        self._text = text if text.endswith("\n") else f"{text}\n"
        self._bounds: dict[str, tuple[int, int]] = {}

    def has(self, slug: str) -> bool:
        """Tell whether the list has a name."""
        return self._text.startswith(f"{slug}\n", self._at(slug))

    def begins(self, word: str) -> bool:
        """Tell whether a name of the list begins with a word."""
        return self._text.startswith((f"{word}\n", f"{word}-"), self._at(word))

    def _at(self, slug: str) -> int:
        """Find where the first line begins that does not come before a slug."""
        prefix = slug[:_PREFIX]
        bounds = self._bounds.get(prefix)
        if bounds is None:
            whole = (0, len(self._text))
            bounds = self._find(prefix, *whole), self._find(f"{prefix}\x7f", *whole)
            self._bounds[prefix] = bounds
        return self._find(slug, *bounds)

    def _find(self, slug: str, low: int, high: int) -> int:
        text = self._text
        while low < high:
            middle = (low + high) // 2
            begin = text.rfind("\n", low, middle) + 1 or low
            end = text.index("\n", middle)
            if text[begin:end] < slug:
                low = end + 1
            else:
                high = begin
        return low


def is_listed(slug: str) -> bool:
    """Tell whether a slug is that of a place's name.

    >>> is_listed("gdynia"), is_listed("gdyni")
    (True, False)
    """
    return bool(slug) and (slug in _names() or is_written(slug) or _towns().has(slug))


def is_written(slug: str) -> bool:
    """Tell whether a name was written into a list one by one, not drawn from thousands.

    >>> is_written("ben-tre"), is_written("lazaro-cardenas")
    (True, False)
    """
    return slug in _written()


def begins_listed(word: str) -> bool:
    """Tell whether a place's name begins with a word.

    >>> begins_listed("santiago"), begins_listed("kuznetsov")
    (True, False)
    """
    return bool(word) and (word in _first_words() or _towns().begins(word))


@cache
def _names() -> frozenset[str]:
    return frozenset(vocabulary.lines("places/names.txt"))


@cache
def _written() -> frozenset[str]:
    return frozenset(vocabulary.lines("places/more.txt"))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition("-")[0] for some in (_names(), _written()) for name in some)


@cache
def _towns() -> PlaceList:
    return PlaceList((vocabulary.folder() / "places/towns.txt").read_text("utf-8"))
