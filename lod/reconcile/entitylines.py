"""Entity JSON lines and tables -> entries of an index; a broken line is counted, never raised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from lod.entity import EntityKind, point
from lod.reconcile.entry import Entry, Found, Redirect, Scope, Skipped, classes, renown
from lod.reconcile.places import year_of

_KINDS: Mapping[str, EntityKind] = {
    "person": "person",
    "group": "group",
    "organization": "group",
    "organisation": "group",
    "place": "place",
}
Texts = str | list[str] | None


class Line(msgspec.Struct):
    """A line of entity JSON: all but the id may be missing, or null."""

    id: str
    kind: str | None = None
    labels: dict[str, str] | None = None
    aliases: dict[str, list[str]] | None = None
    description: str | None = None
    birth: str | None = None
    death: str | None = None
    positions: list[str] | None = None
    coords: list[float] | None = None
    ids: dict[str, Texts] | None = None
    redirect: str | None = None
    deleted: bool = False
    types: list[str] | None = None
    different: list[str] | None = None


decode = msgspec.json.Decoder(Line).decode


def read_line(raw: bytes, scope: Scope) -> Iterator[Found]:
    """Read one line of entity JSON."""
    try:
        line = decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        yield Skipped("broken")
        return
    if line.redirect or line.deleted:
        yield Redirect(line.id, line.redirect or "")
        return
    kind = _KINDS.get(line.kind or "")
    yield _entry(line, kind, scope) if kind else Skipped("of another kind")


def read_row(row: Mapping[str, str], scope: Scope) -> Iterator[Found]:
    """Read a row of a table: `id name kind`, and if it has them the columns below.

    `aliases` and `types` (items that it is an instance of), each parted by `|`; `birth`, `death`,
    `description`.
    """
    kind = _KINDS.get(row.get("kind") or "person")
    ident, name = row.get("id", "").strip(), (row.get("name") or row.get("label") or "").strip()
    if row.get("redirect"):
        yield Redirect(ident, row["redirect"].strip())
    elif not ident or not name:
        yield Skipped("without id or name")
    elif kind is None:
        yield Skipped("of another kind")
    else:
        yield _named(row, kind, scope)


def _named(row: Mapping[str, str], kind: EntityKind, scope: Scope) -> Found:
    line = Line(
        id=row["id"].strip(),
        labels={"en": (row.get("name") or row.get("label") or "").strip()},
        aliases={"en": _listed(row, "aliases")},
        description=row.get("description"),
        birth=row.get("birth") or row.get("begin"),
        death=row.get("death") or row.get("end"),
        types=_listed(row, "types"),
    )
    return _entry(line, kind, scope)


def _listed(row: Mapping[str, str], column: str) -> list[str]:
    return [one.strip() for one in row.get(column, "").split("|") if one.strip()]


def _entry(line: Line, kind: EntityKind, scope: Scope) -> Found:
    labels, aliases = line.labels or {}, line.aliases or {}
    names = [text for language, text in labels.items() if scope.speaks(language)]
    for language, texts in aliases.items():
        if scope.speaks(language):
            names += texts
    names = [text for text in dict.fromkeys(names) if text]
    if not names or not line.id:
        return Skipped("without a name")
    types = set(line.types or ())
    if scope.classes and scope.classes.isdisjoint(types):
        return Skipped("of another kind")
    entry = Entry(
        id=line.id,
        kind=kind,
        label=preferred(labels) or names[0],
        names=tuple(names),
        begin=year_of(line.birth or ""),
        end=year_of(line.death or ""),
        description=line.description or "",
        offices=tuple((title, None, None) for title in line.positions or ()),
        coordinates=_point(line.coords),
        weight=renown(len(labels.keys() | aliases.keys())),
        ids=tuple(_ids(line.ids or {})),
        different=tuple(line.different or ()),
        classes=tuple(sorted(classes().keys() & types)),
    )
    return entry if scope.takes(entry) else Skipped("out of scope")


def preferred(labels: Mapping[str, str]) -> str:
    """Choose the label to show: English, for all languages, else the first there is.

    >>> preferred({"fr": "Staline", "mul": "Stalin"})
    'Stalin'
    """
    return (
        labels.get("en") or labels.get("mul") or next((one for one in labels.values() if one), "")
    )


def _point(where: list[float] | None) -> str:
    """Turn latitude and longitude into WKT, which has them the other way round."""
    return point(where[1], where[0]) if where and len(where) == 2 else ""


def _ids(ids: Mapping[str, Texts]) -> Iterator[str]:
    for scheme, value in sorted(ids.items()):
        for one in [value] if isinstance(value, str) else value or ():
            yield f"{scheme}:{one}"
