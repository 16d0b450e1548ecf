"""Finds a part by its kind and name: ours first, then what installed packages offer."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from lod.errors import RegistryError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

Part = TypeVar("Part")


def find(kind: str, name: str, ours: Mapping[str, Part]) -> Part:
    """Find the part of this kind and name; outsiders register entry points `lod.<kind>`.

    Raises RegistryError that lists the names there are, with the nearest one first.

    >>> find("reader", "cvs", {"csv": 1, "json": 2})
    Traceback (most recent call last):
    lod.errors.RegistryError: unknown reader 'cvs' (did you mean csv? there are csv, json)
    """
    if name in ours:
        return ours[name]
    outside = {point.name: point for point in _outsiders(kind)}
    if name in outside:
        part: Part = outside[name].load()
        return part
    raise RegistryError(f"unknown {kind} {name!r}", mend=suggestion(name, [*ours, *outside]))


def names(kind: str, ours: Mapping[str, object]) -> list[str]:
    """List the names that there are of a kind, ours and those of installed packages."""
    return [*ours, *(point.name for point in _outsiders(kind))]


def _outsiders(kind: str) -> EntryPoints:
    # Loaded only here: it brings mail and archives with it, and most parts are ours.
    from importlib.metadata import entry_points  # noqa: PLC0415

    return entry_points(group=f"lod.{kind}")


def suggestion(name: str, known: list[str]) -> str:
    """Say what was probably meant, and all that there is."""
    close = [one for one in known if one.casefold() == name.casefold()]
    close = close or difflib.get_close_matches(name, known, n=1)
    meant = f"did you mean {close[0]}? " if close else ""
    return f"{meant}there are {', '.join(sorted(known))}"
