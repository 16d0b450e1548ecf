"""Several records of one thing -> one record, whatever their order; nothing filled is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from lod.issue import Issue
from lod.record import (
    Agent,
    ArchivalReference,
    Concept,
    Identifier,
    Part,
    Place,
    Record,
    Related,
    Snapshot,
    Text,
    TimeSpan,
)

_SCALARS = ("key", "identifier", "url", "license", "coordinates")
_TUPLES = tuple(
    field.name for field in fields(Record) if field.name not in {*_SCALARS, "kind", "snapshots"}
)


def merge(records: Sequence[Record]) -> tuple[Record, list[Issue]]:
    """Make one record of all that describe the same thing; give all of them at once.

    The fullest comes first and decides where there can be but one value; no blank overwrites
    anything. Values that differ only in where they stand are one. Conflicts are reported with
    both places. The order of the records does not matter.
    """
    ranked = sorted(records, key=_rank)
    first = ranked[0]
    values: dict[str, Any] = {
        name: next((one for one in _all(ranked, name) if one), "") for name in _SCALARS
    }
    values |= {name: unique(_each(ranked, name)) for name in _TUPLES}
    # A day that does not exist is no better for standing in the fuller row.
    values["date"] = tuple(sorted(values["date"], key=lambda span: not span.edtf))
    values["title"], others = values["title"][:1], values["title"][1:]
    values["alternative"] = unique((*values["alternative"], *others))
    snapshots = tuple(sorted(set(_each(ranked, "snapshots"))))
    merged = Record(kind=first.kind, snapshots=snapshots, **values)
    return merged, [*_conflicts(ranked, merged.key), *_repeated(ranked, merged.key)]


def _rank(record: Record) -> tuple[int, tuple[Snapshot, ...], str]:
    filled = sum(bool(getattr(record, name)) for name in (*_SCALARS, *_TUPLES))
    return -filled, record.snapshots, repr(record)


def _all(records: Iterable[Record], name: str) -> Iterator[Any]:
    return (getattr(record, name) for record in records)


def _each(records: Iterable[Record], name: str) -> Iterator[Any]:
    return (value for record in records for value in getattr(record, name))


def unique(values: Iterable[Any]) -> tuple[Any, ...]:
    """Drop what was said before; where it stands does not make a value another one."""
    seen: dict[object, Any] = {}
    for value in values:
        kind = type(value)
        seen.setdefault((kind, _CONTENT[kind](value)), value)
    return tuple(seen.values())


_CONTENT: Mapping[type, Callable[[Any], object]] = {
    kind: attrgetter(*(field.name for field in fields(kind) if field.name != "origin"))
    for kind in (
        *(Text, TimeSpan, Concept, Identifier, Agent, Place, ArchivalReference),
        *(Part, Related),
    )
}


def _conflicts(ranked: Sequence[Record], key: str) -> Iterator[Issue]:
    for name in (*_SCALARS, "kind", "title", "date"):
        stated = {_said(getattr(one, name)): one for one in reversed(ranked) if getattr(one, name)}
        if len(stated) > 1:
            chosen, *others = sorted(
                stated,
                key=lambda said: (_is_unread(stated[said], name), ranked.index(stated[said])),
            )
            for other in others:
                yield _conflict(key, name, (stated[chosen], chosen), (stated[other], other))


def _is_unread(record: Record, name: str) -> bool:
    """Tell whether a record's dates are none: whatever row has them, they are not preferred."""
    return name == "date" and not any(span.edtf for span in record.date)


def _said(value: object) -> str:
    """Say a value as a person compares it: one string, or the first of several."""
    first = value
    if isinstance(value, tuple):
        first = next((one for one in value if getattr(one, "edtf", "")), value[0])
    return str(
        getattr(first, "edtf", "") or getattr(first, "label", getattr(first, "value", first))
    )


def _conflict(key: str, name: str, kept: tuple[Record, str], other: tuple[Record, str]) -> Issue:
    (here, preferred), (there, differs) = kept, other
    source, row = _place(there)
    return Issue(
        message=f"{':'.join(_place(here))} has {preferred[:200]!r}, which was preferred",
        code="merge/conflict",
        source=source,
        row=row,
        record=key,
        field=name,
        value=differs[:200],
    )


def _place(record: Record) -> tuple[str, str]:
    return (record.snapshots[0].source, record.snapshots[0].row) if record.snapshots else ("", "")


def _repeated(ranked: Sequence[Record], key: str) -> Iterator[Issue]:
    """Name every place where the same thing stands again."""
    first = ":".join(_place(ranked[0]))
    for record in ranked[1:]:
        source, row = _place(record)
        # A copy of a row, or a row that only repeats an address, is no clash of identifiers.
        harmless = not record.key or _bytes(record) == _bytes(ranked[0])
        field = next((name for name in ("identifier", "url") if getattr(record, name)), "title")
        value = getattr(record, field) if field != "title" else _said(record.title or "")
        yield Issue(
            message=f"the same thing stands at {first}; the rows were merged",
            code="identifier/repeated",
            severity="info" if harmless else "warning",
            source=source,
            row=row,
            record=key,
            field=field,
            value=value[:200],
        )


def _bytes(record: Record) -> tuple[str, ...]:
    return tuple(snapshot.sha256 for snapshot in record.snapshots)
