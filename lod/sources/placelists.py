"""Names of places in lists too long to be taken apart: looked up where they stand, sorted."""

from __future__ import annotations

from functools import cache

from lod import vocabulary

_LISTS = ("places/names.txt", "places/more.txt", "places/towns.txt")
_WRITTEN = 1


class PlaceList:
    """A sorted list of slugs, one a line, held as the text that it is."""

    def __init__(self, text: str) -> None:
        self._text = text if text.endswith("\n") else f"{text}\n"

    def has(self, slug: str) -> bool:
        """Tell whether the list has a name."""
        return self._text.startswith(f"{slug}\n", self._at(slug))

    def begins(self, word: str) -> bool:
        """Tell whether a name of the list begins with a word."""
        at = self._at(word)
        return self._text.startswith((f"{word}\n", f"{word}-"), at)

    def _at(self, slug: str) -> int:
        """Find where the first line begins that does not come before a slug."""
        text, low, high = self._text, 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            begin = text.rfind("\n", low, middle) + 1 or low
            end = text.index("\n", middle)
            if text[begin:end] < slug:
                low = end + 1
            else:
                high = begin
        return low


@cache
def place_lists() -> tuple[PlaceList, ...]:
    """Read the lists that ship with the program."""
    folder = vocabulary.folder()
    return tuple(PlaceList((folder / name).read_text("utf-8")) for name in _LISTS)


def is_listed(slug: str) -> bool:
    """Tell whether a slug is that of a place's name.

    >>> is_listed("gdynia"), is_listed("gdyni")
    (True, False)
    """
    return bool(slug) and any(one.has(slug) for one in place_lists())


def is_written(slug: str) -> bool:
    """Tell whether a name was written into a list one by one, not drawn from thousands.

    >>> is_written("ben-tre"), is_written("lazaro-cardenas")
    (True, False)
    """
    return place_lists()[_WRITTEN].has(slug)


def begins_listed(word: str) -> bool:
    """Tell whether a place's name begins with a word.

    >>> begins_listed("santiago"), begins_listed("kuznetsov")
    (True, False)
    """
    return bool(word) and any(one.begins(word) for one in place_lists())
