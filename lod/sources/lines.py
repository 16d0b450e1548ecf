"""One line of the crosswalk at work: the cells of a row -> texts -> typed values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import orjson

from lod.config import FIELDS, Field
from lod.config.crosswalk import LANGUAGE
from lod.config.dataset import COLUMN_IN_TEMPLATE
from lod.issue import Severity
from lod.record import Origin
from lod.sources import NODE, TRUTH, Cell
from lod.sources.beside import SHAPES, Beside, cut, placed
from lod.sources.clean import clean, is_too_long, plain
from lod.sources.draft import Draft
from lod.sources.encoding import before
from lod.sources.jsonpath import inside
from lod.sources.meaning import Meaning
from lod.sources.values import MAKERS, credited, language_id

# Our fields that fill a field of Record with another name; agents' fields all fill `agents`.
_SLOTS = {
    "spatial": "places",
    "place_created": "places",
    "place_mentioned": "places",
    "number": "identifiers",
    "in_reply_to": "identifiers",
    "accession": "identifiers",
    "wikidata": "identifiers",
    "nationality": "note",
}
_ROLES = {"creator": "author"}
_RELATIONS = {"spatial": "spatial", "place_created": "created", "place_mentioned": "mentioned"}
_SCHEMES = {
    "subject": "subject",
    "classification": "classification",
    "number": "document-number",
    "in_reply_to": "in-reply-to",
    "accession": "accession-number",
    "wikidata": "wikidata",
}
# Makes an Origin of a tuple of all its fields, some million times: without a call in Python.
_origin: Callable[[tuple[str, str, str, int, int, str]], Origin] = partial(tuple.__new__, Origin)
# A record without these is none; without a value too long of any other field it is still good.
_NEEDED = frozenset({"identifier", "title"})


class Line:
    """A line of the crosswalk, prepared once; `read` adds what it finds in a row to a draft."""

    def __init__(self, field: Field, language: str, fixes: Mapping[str, str]) -> None:
        self._field, self._fixes, self._language = field, fixes, language
        self._pattern = re.compile(field.regex) if field.regex else None
        groups = sorted(self._pattern.groupindex) if self._pattern else []
        self._meanings = {name: meaning(Field(name=name), language) for name in groups}
        self._meanings[field.name] = self._meaning = meaning(field, language)
        self._maker = MAKERS[FIELDS[field.name]]
        self._rule, self._columns = f"[fields] {field.name}", ", ".join(field.wanted)
        self._constant = (Cell(field.constant),) if field.constant else ()
        column = COLUMN_IN_TEMPLATE.fullmatch(field.language)
        self._language_column = column[1] if column else ""
        self._beside = Beside(field)
        self._is_bound = bool(field.when or column)
        # The whole page only gives a key, and is no value.
        self._is_limited = field.name != "content"
        # Most lines need neither; what they need not do is not asked again for every cell.
        self._is_apart = field.html or field.json or bool(field.split)
        self._is_plain = not (self._is_apart or field.when)
        self._is_direct = not (field.regex or field.map or field.credits or fixes or column)
        # Of who is named again the first mention stands, so that others need not be made.
        self._is_once = FIELDS[field.name] in ("agent", "place") and field.name != "keeper"
        self._is_once &= self._is_direct
        # There is one title: of several the source has in many languages, the dataset's.
        self._is_title = FIELDS[field.name] == "title"

    def read(self, draft: Draft) -> None:
        """Read the values of this line out of the draft's row."""
        said: set[str] = set()
        issues = draft.issues
        column, cells = self._cells(draft)
        for cell in cells:
            text = cell.text
            if text in said:
                continue
            faults = len(issues)
            if cell.rule in SHAPES and not self._is_told(cell.rule):
                _shaped(draft, self._field.name, column, cell)
                continue
            if self._is_limited and is_too_long(text):
                _refuse(draft, self._field.name, text)
                continue
            if self._is_plain:
                self._add(draft, column, cell, text)
            else:
                for item, part in self._wanted(draft, column, cell):
                    self._add(draft, column, item, part)
            if self._is_once and faults == len(issues):
                said.add(text)

    def _several(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Take what several ways of a path lead to once, titles of the dataset's language first."""
        if cells[0].place:
            cells = [*{(one.text, one.language): one for one in reversed(cells)}.values()][::-1]
        return sorted(cells, key=self._strangeness) if self._is_title else cells

    def _strangeness(self, cell: Cell) -> int:
        """Tell how far the language that a source gives a text is from the dataset's."""
        tag, own = cell.language.lower(), self._language.lower()
        if tag in ("", own):
            return 0
        return 1 if tag.partition("-")[0] == own.partition("-")[0] else 2

    def _is_told(self, rule: str) -> bool:
        """Tell whether the line says what is meant by an object, or by true and false."""
        field = self._field
        if rule == NODE:
            return False
        return bool(field.map if rule == TRUTH else field.json or field.regex)

    def _add(self, draft: Draft, column: str, cell: Cell, part: str) -> None:
        """Make the values of a cell, or of a part of it."""
        text, faults = clean(part)
        for code, message in faults:
            draft.issue(code, message, self._field.name, text)
        if not text.isascii() and (meant := before(text)):
            message = f"was encoded twice, and is read as it is meant: {meant[:200]}"
            draft.issue("encoding/twice", message, self._field.name, text)
            text = meant
        if not text:
            return
        row, rule = draft.row, cell.rule or self._rule
        if self._is_direct:
            start, end = (cell.start, cell.end) if text is cell.text else _span(cell, text)
            means = self._spoken(self._meaning, cell) if cell.language else self._meaning
            self._maker(
                draft, means, text, _origin((row.source, row.row, column, start, end, rule))
            )
        else:
            self._take(draft, text, cell, Origin(row.source, row.row, column, rule=rule))

    def _cells(self, draft: Draft) -> tuple[str, Sequence[Cell]]:
        """Give the cells of the first column that has any, or the constant, or the template."""
        field, cells = self._field, draft.cells
        for column in field.columns:
            found = cells.get(column)
            if found and not (len(found) == 1 and _is_blank(found[0])):
                if self._is_bound:
                    return column, placed(found, column)
                return column, found if len(found) == 1 else self._several(found)
        if field.columns:
            return "", ()
        return self._columns, self._constant or self._beside.filled(draft)

    def _wanted(self, draft: Draft, column: str, cell: Cell) -> Iterable[tuple[Cell, str]]:
        """Give the items of a cell for which the conditions hold, each with where it stands."""
        if not self._is_apart:
            found = [(cell, cell.text)]
        elif self._is_bound:
            texts = list(self._parts(draft, cell.text))
            items = self._beside.parts(cell, column, texts)
            found = [(cell._replace(place=item.place), item.text) for item in items]
        else:
            return ((cell, part) for part in self._parts(draft, cell.text))
        if not self._field.when:
            return found
        return [one for one in found if self._beside.holds(draft, column, one[0].place)]

    def _parts(self, draft: Draft, raw: str) -> Iterable[str]:
        """Take a cell apart: markup, then a list in JSON, then the mark between items."""
        field = self._field
        text = plain(raw) if field.html else raw
        listed = _listed(draft, field.name, text) if field.json else [text]
        marks = field.split
        return [part for piece in listed for part in cut(piece, marks)] if marks else listed

    def _take(self, draft: Draft, text: str, cell: Cell, origin: Origin) -> None:
        """Say which fields a text feeds, with what, and make their values."""
        for name, found in self._found(self._fixed(draft, text)):
            meant = self._mapped(found) if self._field.map else found
            if meant:
                start, end = _span(cell, found)
                means = self._means(draft, name, cell)
                self._make(draft, means, meant, origin._replace(start=start, end=end))

    def _fixed(self, draft: Draft, value: str) -> str:
        fixed = self._fixes.get(value)
        if fixed is None:
            return value
        message = f"mended by [fix.{self._field.name}]: {fixed}"
        draft.issue("fix/applied", message, self._field.name, value, "info")
        return fixed

    def _found(self, value: str) -> Iterable[tuple[str, str]]:
        """Apply the regular expression: named groups feed the fields of their names."""
        if self._pattern is None:
            return ((self._field.name, value),)
        found = self._pattern.search(value)
        if found is None:
            return ()
        named = found.groupdict("") or {self._field.name: found[1 if found.re.groups else 0] or ""}
        return ((name, text.strip()) for name, text in named.items())

    def _mapped(self, value: str) -> str:
        """Apply the map; a kind that it does not name is none, any other value stays."""
        return self._field.map.get(value, "" if self._field.name == "kind" else value)

    def _means(self, draft: Draft, name: str, cell: Cell) -> Meaning:
        """Say what a text is, in the language that a column or the source itself names."""
        means = self._meanings[name]
        if self._language_column:
            return replace(means, language=self._tag(draft, cell))
        return self._spoken(means, cell) if cell.language else means

    def _spoken(self, means: Meaning, cell: Cell) -> Meaning:
        """Take over the language tag of the source, unless the line itself names a language."""
        if self._field.language:
            return means
        tag = language_id(cell.language) or cell.language
        return replace(means, language=tag) if LANGUAGE.fullmatch(tag) else means

    def _make(self, draft: Draft, means: Meaning, text: str, origin: Origin) -> None:
        if self._field.credits and means.field == self._field.name:
            text = credited(draft, text, origin)
        if text:
            MAKERS[FIELDS[means.field]](draft, means, text, origin)

    def _tag(self, draft: Draft, cell: Cell) -> str | None:
        """Read the language tag of a value in the column that has it, else take the dataset's."""
        words = self._beside.text(draft, self._language_column, cell.place)
        tag = language_id(words) if words else self._language
        if not tag:
            message = (
                f"no language that we know in {self._language_column}: the text is published "
                f"as {self._language}, the dataset's language"
            )
            draft.issue("language/malformed", message, self._field.name, words)
        return tag or None


def meaning(field: Field, language: str) -> Meaning:
    """Say what a line of the crosswalk makes of its texts, by its options and its name."""
    name, sort = field.name, FIELDS[field.name]
    agents = sort == "agent"
    return Meaning(
        field=name,
        slot="agents" if agents else _SLOTS.get(name, name),
        role=field.role or _ROLES.get(name, name.replace("_", "-")) if agents else "",
        kind=field.kind,
        scheme=field.scheme or _SCHEMES.get(name, ""),
        relation=field.relation or _RELATIONS.get(name, ""),
        language=field.language or language,
        basis=field.basis or "field",
        day_first=field.day_first,
        century=field.century,
    )


_SHOWN = 5  # paths that a message names


def _shaped(draft: Draft, name: str, column: str, cell: Cell) -> None:
    """Say of what JSON has in place of a text how a text is made of it."""
    if cell.rule == TRUTH:
        message = f"{cell.text} is no text: say in the line of the field what it means, by `map`"
        draft.issue("json/truth", message, name, cell.text)
        return
    if cell.rule == NODE:
        message = f"a node without address, no text: name a path into it ({cell.text})"
        draft.issue("rdf/node", message, name, cell.text)
        return
    paths = ", ".join(inside(column, cell.text)[:_SHOWN])
    message = f"an object, no text: name a path into it{f' ({paths})' if paths else ''}"
    draft.issue("json/object", message, name, cell.text)


def _refuse(draft: Draft, name: str, text: str) -> None:
    severity: Severity = "error" if name in _NEEDED else "warning"
    message = "longer than 1 MiB: the value is left out"
    draft.issue("value/too-long", message, name, text, severity)


def _listed(draft: Draft, name: str, text: str) -> list[str]:
    """Read a JSON list in a cell; numbers become text, null is nothing."""
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        message = "not JSON, as its line in [fields] says: the value is left out"
        draft.issue("json/broken", message, name, text)
        return []
    listed = found if isinstance(found, list) else [found]
    kept = [item if type(item) is str else str(item) for item in listed if type(item) in _SCALAR]
    if len(kept) < len(listed) - listed.count(None):
        message = "JSON, but not a list of texts and numbers: what is neither is left out"
        draft.issue("json/shape", message, name, text)
    return kept


_SCALAR = frozenset({str, int, float})


def _is_blank(cell: Cell) -> bool:
    return not cell.text or cell.text.isspace()


def _span(cell: Cell, text: str) -> tuple[int, int]:
    """Find a piece of a cell in it; where it was mended or escaped, the whole cell is meant."""
    if len(text) == len(cell.text):
        return cell.start, cell.end
    at = cell.text.find(text)
    if at < 0:
        return cell.start, cell.end
    begin = max(cell.start, 0) + at
    return begin, begin + len(text)
