"""One XML element -> Row: values by XPath, or all that is in it by name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from html.entities import html5

from lxml import etree

from lod.errors import SourceError
from lod.issue import Issue, Severity
from lod.sources import CELL_LIMIT, Bound, Cell, Row
from lod.sources.elementplaces import Languages, Places, speaks


class Elements:
    """Makes Rows of elements; columns are XPaths relative to the element, none lists all names.

    Raises SourceError for a column that is no XPath or has a prefix that nobody declared.
    """

    def __init__(self, columns: Sequence[str], namespaces: Mapping[str, str], source: str) -> None:
        self._source = source
        self._prefixes = {uri: prefix for prefix, uri in namespaces.items()}
        self._is_bound = any(isinstance(column, Bound) for column in columns)
        self._paths = [(column, _compiled(column, namespaces)) for column in columns]

    def row(self, element: etree._Element, number: int) -> Iterator[Row | Issue]:
        """Read one element; entities that HTML knows are put in, others stay and are reported."""
        for name in _without_entities(element):
            yield self._issue(f"&{name}; is not declared and stands as it is", "entity", number)
        cells = self._cells(element)
        if any(len(cell.text) > CELL_LIMIT for values in cells.values() for cell in values):
            message = f"a value is longer than {CELL_LIMIT >> 20} MiB; the row was left out"
            yield self._issue(message, "too-long", number, "error")
            return
        content = hashlib.sha256(_canonical(element)).hexdigest()
        yield Row(source=self._source, row=str(number), sha256=content, cells=cells)

    def _cells(self, element: etree._Element) -> dict[str, tuple[Cell, ...]]:
        if not self._paths:
            everything = self._all(element).items()
            return {column: tuple(map(Cell, texts)) for column, texts in everything}
        found = {column: _values(path, column, element) for column, path in self._paths}
        # Which value stands in which element is asked only where that tells something.
        several = self._is_bound and any(len(values) > 1 for values in found.values())
        places = Places(element) if several else None
        spoken = Languages() if speaks(element) else None
        cells = {}
        for column, values in found.items():
            ways = places.of(column, values) if places else [()] * len(values)
            tags = map(spoken.of, values) if spoken else [""] * len(values)
            texts = zip(map(_text, values), ways, tags, strict=True)
            made = (Cell(text, language=tag, place=way) for text, way, tag in texts if text)
            if kept := tuple(made):
                cells[column] = kept
        return cells

    def _all(self, element: etree._Element) -> dict[str, list[str]]:
        """List the text of each leaf and each attribute below an element under its path."""
        found: dict[str, list[str]] = {}
        paths = {element: ""}
        for inner in element.iter("*"):
            parent = inner.getparent()
            if inner is not element and parent is not None:
                paths[inner] = f"{paths[parent]}{self._name(inner)}/"
            path = paths[inner]
            for name, value in sorted(inner.attrib.items()):
                spelled = self._attribute(inner, str(name))
                found.setdefault(f"{path}@{spelled}", []).append(str(value))
            if not len(inner) and (text := " ".join((inner.text or "").split())):
                found.setdefault(path.removesuffix("/") or ".", []).append(text)
        return found

    def _name(self, element: etree._Element) -> str:
        name = etree.QName(element)
        prefix = self._prefixes.get(name.namespace or "", element.prefix)
        return f"{prefix}:{name.localname}" if prefix else name.localname

    def _attribute(self, element: etree._Element, spelled: str) -> str:
        name = etree.QName(spelled)
        declared = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
        declared["http://www.w3.org/XML/1998/namespace"] = "xml"
        prefix = self._prefixes.get(name.namespace or "") or declared.get(name.namespace or "")
        return f"{prefix}:{name.localname}" if prefix else name.localname

    def _issue(self, message: str, code: str, number: int, severity: Severity = "warning") -> Issue:
        return Issue(
            message=message,
            code=f"xml/{code}",
            severity=severity,
            source=self._source,
            row=str(number),
        )


def _compiled(column: str, namespaces: Mapping[str, str]) -> etree.XPath:
    try:
        return etree.XPath(column, namespaces=dict(namespaces))
    except etree.XPathError as error:
        raise SourceError(f"{column!r} is no XPath: {error}", where="[fields]") from None


def _values(path: etree.XPath, column: str, element: etree._Element) -> list[object]:
    try:
        result = path(element)
    except etree.XPathError as error:
        mend = "declare prefixes in [source.namespaces]"
        raise SourceError(f"{column!r}: {error}", where="[fields]", mend=mend) from None
    return [*result] if isinstance(result, list) else [result]


def _text(value: object) -> str:
    if isinstance(value, etree._Element):
        value = "".join(_pieces(value))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(str(value).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    """Give the text of an element; an empty one inside it, such as a line break, is a space."""
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield inner.text or ("" if len(inner) else " ")
        elif inner is not element:
            yield inner.tail or ""


def _canonical(element: etree._Element) -> bytes:
    try:
        return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    except etree.C14NError:  # relative namespace names have no canonical form
        return etree.tostring(element, with_tail=False)


def _without_entities(element: etree._Element) -> list[str]:
    """Put characters for references to entities; give the names of those that nobody knows."""
    unknown = []
    for node in list(element.iter(etree.Entity)):
        name = (node.text or "").strip("&;")
        character = html5.get(f"{name};", "")
        if not character:
            unknown.append(name)
        _replace(node, character or f"&{name};")
    return unknown


def _replace(node: etree._Element, text: str) -> None:
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    text += node.tail or ""
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    node.tail = None
    parent.remove(node)
