"""XML of any schema: one row for each element that `records` names, columns are XPaths in it.

The file streams: a record is forgotten once it was read, so memory does not grow with the file.
Entities are never expanded, DTDs and other files never fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from lod.config import Source
from lod.issue import UNREAD, Issue, Severity
from lod.sources import ROW_LIMIT, Row, Slice
from lod.sources.elements import Elements
from lod.sources.files import BROKEN, cut_off, files, name_of, open_bytes
from lod.sources.pattern import Pattern
from lod.sources.prolog import refusal

_CHUNK = 1 << 16
SUFFIXES = (".xml", ".xml.gz")


@dataclass(frozen=True, slots=True)
class Xml:
    """Reads elements of XML files; a row's number counts the records of its file."""

    def slices(self, source: Source, folder: Path) -> Iterator[Slice | Issue]:
        """Give each file as one slice; a file that declares entities is reported and left out.

        Raises SourceError for a missing or empty file, and for `records` that is no path.
        """
        Pattern(source.records)
        for path in files(source, folder, SUFFIXES):
            name = name_of(path, folder)
            if why := refusal(_start(str(path))):
                code = UNREAD if source.records else "xml/refused"
                yield _failed(name, f"the file was not read: {why}", code)
            else:
                yield Slice(str(path), name)

    def rows(
        self, source: Source, part: Slice, columns: Sequence[str] = ()
    ) -> Iterator[Row | Issue]:
        """Read the records of a file; at the first error of syntax reading ends with an Issue.

        Raises SourceError for a column that is no XPath or has a prefix nobody declared.
        """
        with closing(open_bytes(part.path)) as stream:
            reading = _Reading(source, part, columns)
            while reading.on:
                try:
                    data = stream.read(_CHUNK)
                except BROKEN as error:
                    yield cut_off(part.name, error)
                    return
                yield from reading.feed(data)


class _Reading:
    """One file on its way through the parser; `on` until it ended or was given up."""

    def __init__(self, source: Source, part: Slice, columns: Sequence[str]) -> None:
        self.on = True
        self._source, self._part, self._columns = source, part, columns
        self._pattern = Pattern(source.records)
        self._spaces: dict[str, str] = {}
        self._elements: Elements | None = None
        self._open: list[int] = []
        self._count = self._found = self._fed = 0
        self._read: list[etree._Element] = []
        self._parser = etree.XMLPullParser(
            events=("start", "end"),
            tag=self._pattern.tag or "{*}*",
            encoding=source.encoding or None,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )

    def feed(self, data: bytes) -> Iterator[Row | Issue]:
        """Take the next bytes of the file, none at its end; give the records that they complete."""
        root, error = self._parsed(data)
        yield from self._records()
        self._fed += len(data)
        self.on = self.on and bool(data) and not error
        if error:
            yield self._unread(_fault(error), "xml/broken")
        elif self._fed > ROW_LIMIT:
            message = f"a record is longer than {ROW_LIMIT >> 20} MiB, or `records` leads nowhere"
            yield self._unread(f"{message}; the rest was not read", "row/too-long")
            self.on = False
        elif root is not None:
            yield from self._at_end(root)

    def _parsed(self, data: bytes) -> tuple[etree._Element | None, str]:
        try:
            if data:
                self._parser.feed(data)
                return None, ""
            return self._parser.close(), ""
        except (etree.XMLSyntaxError, LookupError) as error:
            return None, str(error)

    def _records(self) -> Iterator[Row | Issue]:
        if not self._pattern.tag:
            return
        for event, element in self._parser.read_events():
            if not isinstance(element, etree._Element):
                continue
            if event == "start":
                self._count += 1
                self._open.append(self._count)
                continue
            number = self._open.pop()
            self._forget()
            if self._pattern.matches(element, self._known(element)):
                yield from self._row(element, number)
                self._read.append(element)
                self._fed = 0

    def _row(self, element: etree._Element, number: int) -> Iterator[Row | Issue]:
        if self._elements is None:
            self._elements = Elements(self._columns, self._known(element), self._part.name)
        self._found += 1
        yield from self._elements.row(element, number)

    def _known(self, element: etree._Element) -> dict[str, str]:
        """Give the prefixes of the configuration, and those that the document itself declares."""
        if not self._spaces:
            declared = {prefix: uri for prefix, uri in element.nsmap.items() if prefix}
            self._spaces = {**declared, **self._source.namespaces}
        return self._spaces

    def _forget(self) -> None:
        """Drop the records read before, and the wrappers they stood in."""
        for element in self._read:
            place: etree._Element | None = element
            while place is not None:
                above = place.getparent()
                before = place.getprevious()
                while above is not None and before is not None and before.tag == place.tag:
                    above.remove(before)
                    before = place.getprevious()
                place = above
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        self._read.clear()

    def _at_end(self, root: etree._Element) -> Iterator[Row | Issue]:
        if not self._pattern.tag:
            yield from self._row(root, 1)
        elif not self._found:
            message = f"no element at {self._source.records}{self._hint(root)}"
            yield replace(self._issue(message, "xml/no-record", "warning"), row="")

    def _hint(self, root: etree._Element) -> str:
        """Say what is missing most often where a path leads nowhere: a namespace."""
        space, known = etree.QName(root).namespace, self._known(root)
        unknown = [prefix for prefix in self._pattern.prefixes if prefix not in known]
        if unknown:
            example = f'namespaces = {{ {unknown[0]} = "{space or "..."}" }}'
            return f"; nobody declares the prefix {unknown[0]}: write {example} in [source]"
        plain = space and self._pattern.plain
        return f"; its elements are of {space}: write a prefix for it" if plain else ""

    def _unread(self, message: str, code: str) -> Issue:
        """Report that the rest was not read; where the file is one record, that is all it costs."""
        return self._issue(message, UNREAD if self._pattern.tag else code)

    def _issue(self, message: str, code: str, severity: Severity = "error") -> Issue:
        row = str(self._count) if self._count else ""
        return Issue(message=message, code=code, severity=severity, source=self._part.name, row=row)


def _start(path: str) -> bytes:
    with closing(open_bytes(path)) as stream:
        try:
            return stream.read(_CHUNK)
        except BROKEN:
            return b""


def _fault(error: str) -> str:
    """Say in our words what the parser would not take."""
    if "huge" in error.casefold():
        return "a value is longer than 10 MB: it and the rest were not read; keep it elsewhere"
    return f"the file is broken here and the rest was not read: {error}"


def _failed(name: str, message: str, code: str) -> Issue:
    return Issue(message=message, code=code, severity="error", source=name)
