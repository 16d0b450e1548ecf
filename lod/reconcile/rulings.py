"""A table of a curator's rulings -> rulings: `name target kind period note`, parted by tabs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from lod.entity import EntityKind
from lod.errors import UsageError
from lod.reconcile.cells import opened, rows
from lod.reconcile.decisions import Ruling, event_of

_KINDS = get_args(EntityKind)
_MEND = "the first line is: name target kind period note, parted by tabs"


def rulings(path: Path, model: Ruling) -> Iterator[tuple[Ruling, bool]]:
    """Give the rulings of a table, each with whether its row says of what kind the name is.

    path: `-` for standard input. What a row leaves out is as in the model. Only `name` and
    `target` must be there. Raises UsageError that names file and line for what cannot be read;
    then nobody has written anything.
    """
    try:
        with opened(path) as file:
            (_, head), *lines = list(rows(file)) or [(1, [""])]
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(path)) from None
    except UnicodeError:
        raise UsageError("is not UTF-8", where=str(path), mend="save it as UTF-8") from None
    columns = [name.strip().casefold() for name in head]
    if not {"name", "target"} <= set(columns):
        raise UsageError("no columns `name` and `target`", where=str(path), mend=_MEND)
    for number, line in lines:
        if any(map(str.strip, line)):
            row = dict(zip(columns, map(str.strip, line), strict=False))
            yield _ruling(row, model, f"{path}:{number}"), bool(row.get("kind"))


def _ruling(row: dict[str, str], model: Ruling, where: str) -> Ruling:
    kind = row.get("kind") or model.kind
    if kind not in _KINDS:
        raise UsageError(f"unknown kind {kind!r}", where=where, mend=f"one of {', '.join(_KINDS)}")
    found = replace(
        model,
        name=row["name"],
        target=row.get("target", ""),
        kind=cast(EntityKind, kind),
        period=row.get("period") or model.period,
        note=row.get("note") or model.note,
    )
    try:
        event_of(found)
    except UsageError as error:
        raise UsageError(error.what, where=where, mend=error.mend) from None
    return found
