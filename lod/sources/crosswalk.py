"""The dataset's [fields] applied: Row -> Record, or the Issue that says why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from lod.config import FIELDS, Dataset, Field, Source
from lod.config.crosswalk import fields_of_pages
from lod.config.dataset import COLUMN_IN_TEMPLATE
from lod.iri import content_key, hashed_id, slug
from lod.issue import Issue
from lod.normalize.dates import completed
from lod.record import Identifier, Kind, Record, Snapshot
from lod.registry import suggestion
from lod.sources import SHELF_MARK, Bound, Row
from lod.sources.diaries import open_ended
from lod.sources.draft import Draft
from lod.sources.lines import Line
from lod.sources.merging import merge, unique
from lod.sources.values import references

__all__ = ["Crosswalk", "merge"]

# The code of the error of a row that may yet be completed by another row of the same record.
UNTITLED = "title/missing"
# What must be known before the rest: the key for the issues, the kind for roles and schemes.
_FIRST = frozenset({"identifier", "url", "kind", "content"})
# Whose values are somebody's sentences (`lod.pipeline.draft.public`).
_SENTENCES = frozenset({"abstract", "description", "note", "nationality"})
# What is said of a field whose words are withheld, where the message itself has words of it.
_WITHOUT_WORDS = {
    "fix/applied": "mended by [fix] of this field; its words are withheld",
    "encoding/twice": "was encoded twice, and is read as it is meant; its words are withheld",
    "page/conflict": "the page says two things of this; its words are withheld",
}
_AUTHORITIES = frozenset({"person", "group", "place"})


class Crosswalk:
    """The rules of a dataset for one of its sources, prepared once, used for each of its rows."""

    def __init__(self, dataset: Dataset, source: Source | None = None) -> None:
        """Prepare the rules; without a source those of the dataset's first one."""
        source = source or dataset.sources[0]
        named = _named(dataset, source)
        fields = named or [Field(name=name, columns=(name,)) for name in FIELDS]
        self._kind: Kind = source.kind or dataset.kind
        self._prefix = dataset.prefix if source.prefix is None else source.prefix
        self._has_identifier = any("identifier" in _fed(field) for field in fields)
        lines = [
            (field, Line(field, dataset.language, dataset.fix.get(field.name, {})))
            for field in fields
        ]
        self._first = [line for field, line in lines if _fed(field) & _FIRST]
        self._others = [line for field, line in lines if not _fed(field) & _FIRST]
        self.columns: tuple[str, ...] = _wanted(fields)
        self._wanted = self.columns if named else ()
        sentences = (field.name for field in named if field.name in _SENTENCES)
        self._withheld = () if dataset.abstracts else tuple(dict.fromkeys(sentences))
        shown = {name for one in fields if one.name not in self._withheld for name in one.wanted}
        self._veiled = frozenset((*self._withheld, *(set(self.columns) - shown)))

    def read(self, row: Row) -> tuple[Record | None, list[Issue]]:
        """Make the record of a row; None when an Issue of the list is an error.

        A row that has an address but no identifier gives a record with the key "", which is to
        be merged with the record of the same address; it may lack a title. A record without a
        title comes with its error: another row may have the title.
        """
        draft = Draft(row, self._kind)
        for line in self._first:
            line.read(draft)
        draft.kind = draft.scalars.pop("kind", self._kind)
        draft.name(self._key(draft))
        for line in self._others:
            line.read(draft)
        references(draft)
        # There is one title, as the shapes ask; what else is called a title is an alternative.
        titles = draft.values.get("title", [])
        for text in titles[1:]:
            draft.add("alternative", text)
        del titles[1:]
        _settle_items(draft)
        _check(draft)
        if any(issue.severity == "error" and issue.code != UNTITLED for issue in draft.issues):
            return None, draft.issues
        return _record(draft), draft.issues

    def _key(self, draft: Draft) -> str:
        """Give the last part of the URI; "" where only the address of the page is known."""
        identifier, url = draft.scalars.get("identifier", ""), draft.scalars.get("url", "")
        told = draft.cells.get("identifier", ())
        if identifier and not any(cell.rule == SHELF_MARK for cell in told):
            return self._keyed(draft.kind, slug(identifier), self._prefix)
        content = draft.scalars.get("content", "")
        if not content and not self._has_identifier:
            content = url or " ".join(_texts(draft.row))
        return self._keyed(draft.kind, content_key(content), "") if content else ""

    def _keyed(self, kind: str, name: str, prefix: str) -> str:
        key = f"{prefix}-{name}" if prefix else name
        return hashed_id(f"{kind}|{key}") if kind in _AUTHORITIES else key

    def absent(self, header: Sequence[str], source: str = "") -> list[Issue]:
        """Say which wanted columns a table does not have: most often a name was misspelt.

        What it has and nobody asks for is told in one line.
        """
        issues = [
            Issue(
                message=f"there is no such column ({suggestion(column, [*header])})",
                code="column/absent",
                source=source,
                field=column,
            )
            for column in self._wanted
            if header and column not in header
        ]
        if unused := [column for column in header if column not in self.columns]:
            message = "no line of [fields] uses this; it is left out"
            issues.append(_told("column/unused", message, source, unused))
        return issues

    def veiled(self, issue: Issue) -> Issue:
        """Leave out of an issue words that are not published; what it is of is said all the same.

        issue: of a field, or as readers give it, of a column that only such a field is read from.
        For what is published; to whoever checks his own table all is said.
        """
        if issue.field not in self._veiled:
            return issue
        return replace(issue, message=_WITHOUT_WORDS.get(issue.code, issue.message), value="")

    def withheld(self, source: str) -> list[Issue]:
        """Say which fields are read and not published: sentences, where no leave is given."""
        message = "not published: sentences of a source need [publish] abstracts = true"
        named = [_told("field/withheld", message, source, self._withheld)]
        return named if self._withheld else []


def _fed(field: Field) -> set[str]:
    """List the fields that a line feeds: its own, and those that its named groups name."""
    return {field.name, *re.compile(field.regex).groupindex}


def _wanted(fields: Sequence[Field]) -> tuple[str, ...]:
    """List the columns that lines name, and which of them have to be kept with others."""
    bound = {
        column
        for field in fields
        if field.when or field.template or COLUMN_IN_TEMPLATE.search(field.language)
        for column in field.wanted
    }
    columns = dict.fromkeys(column for field in fields for column in field.wanted)
    return tuple(Bound(column) if column in bound else column for column in columns)


def _named(dataset: Dataset, source: Source) -> Sequence[Field]:
    """Join the lines of the dataset and of the source; a source's own replace the dataset's.

    Where there are none at all, pages have their own, and a table's columns the names of fields.
    """
    own = {field.name for field in source.fields}
    fields = [*source.fields, *(field for field in dataset.fields if field.name not in own)]
    return fields_of_pages() if source.format == "pages" and not fields else fields


def _told(code: str, message: str, source: str, names: Iterable[str]) -> Issue:
    """Make a remark on several columns or fields at once."""
    listed = ", ".join(names)
    return Issue(message=message, code=code, severity="info", source=source, value=listed[:200])


def _texts(row: Row) -> Iterable[str]:
    return (cell.text for column in sorted(row.cells) for cell in row.cells[column])


def _settle_items(draft: Draft) -> None:
    """Take none of several items of Wikidata for one thing: which is meant is a question."""
    numbers = [one for one in draft.values.get("identifiers", ()) if isinstance(one, Identifier)]
    items = {one.value for one in numbers if one.scheme == "wikidata"}
    if len(items) > 1:
        message = "several items for one thing: none is taken; leave the right one, or decide it"
        draft.issue("wikidata/several", message, "wikidata", ", ".join(sorted(items)))
        draft.values["identifiers"] = [one for one in numbers if one.scheme != "wikidata"]


def _check(draft: Draft) -> None:
    url = draft.scalars.get("url", "")
    if not draft.key and not url:
        message = "no identifier: the record would have no URI to keep; it was left out"
        draft.issue("identifier/missing", message, "identifier", "", "error")
    elif draft.key and "title" not in draft.values:
        message = "no title, which every record needs: see [fields] title"
        draft.issue(UNTITLED, message, "title", "", "error")


def _record(draft: Draft) -> Record:
    row = draft.row
    values: dict[str, Any] = {
        slot: unique(found) if len(found) > 1 else tuple(found)
        for slot, found in draft.values.items()
    }
    if len(values.get("date", ())) > 1:
        values["date"] = completed(values["date"])
    if "date" in values and "body" in row.cells:
        values["date"] = open_ended(values["date"], row.cells)
    scalars: dict[str, Any] = {
        name: value for name, value in draft.scalars.items() if name != "content"
    }
    return Record(
        key=draft.key,
        kind=cast("Kind", draft.kind),
        snapshots=(Snapshot(row.sha256, row.source, row.row),),
        related=row.related,
        parts=row.parts,
        **scalars,
        **values,
    )
