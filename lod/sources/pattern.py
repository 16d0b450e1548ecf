"""The `records` path of an XML source: which elements are rows, told from an element upwards.

A path is what XPath calls a location path: names with `/` and `//` between them, each with
predicates if need be: `//lido:lido`, `/ead/archdesc//c[@level="file"]`. Without a path the whole
document is one row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from lod.errors import SourceError

_STEP = re.compile(r"(//?|^)((?:[^\W\d][\w.-]*:)?(?:[^\W\d][\w.-]*|\*))((?:\[[^\[\]]*\])*)")


class _Step(NamedTuple):
    deep: bool
    prefix: str
    name: str
    predicates: tuple[str, ...]


class Pattern:
    """Tells whether an element is a row; raises SourceError for what is no location path."""

    def __init__(self, path: str) -> None:
        self._steps = _steps(path)

    @property
    def tag(self) -> str:
        """The name of the elements to look at, in any namespace; "" for the whole document."""
        if not self._steps:
            return ""
        name = self._steps[-1].name
        return "*" if name == "*" else f"{{*}}{name}"

    @property
    def plain(self) -> bool:
        """Tell whether the last name has no prefix, and so means an element of no namespace."""
        return bool(self._steps) and not self._steps[-1].prefix

    @property
    def prefixes(self) -> tuple[str, ...]:
        """Name the prefixes of the path."""
        return tuple(dict.fromkeys(step.prefix for step in self._steps if step.prefix))

    def matches(self, element: etree._Element, namespaces: Mapping[str, str]) -> bool:
        """Tell whether the path leads to this element; its own children must have been read."""
        return not self._steps or self._leads(element, len(self._steps) - 1, namespaces)

    def _leads(self, element: etree._Element, at: int, spaces: Mapping[str, str]) -> bool:
        step = self._steps[at]
        if not _fits(element, step, spaces):
            return False
        if not at:
            return step.deep or element.getparent() is None
        parent = element.getparent()
        while parent is not None:
            if self._leads(parent, at - 1, spaces):
                return True
            parent = parent.getparent() if step.deep else None
        return False


def _fits(element: etree._Element, step: _Step, namespaces: Mapping[str, str]) -> bool:
    name = etree.QName(element)
    if step.name not in ("*", name.localname):
        return False
    if (step.prefix or step.name != "*") and (name.namespace or "") != namespaces.get(
        step.prefix, ""
    ):
        return False
    return all(
        element.xpath(f"boolean(self::node(){predicate})", namespaces=dict(namespaces) or None)
        for predicate in step.predicates
    )


def _steps(path: str) -> tuple[_Step, ...]:
    found = []
    place = 1 if path.startswith(".") else 0
    while place < len(path):
        match = _STEP.match(path, place)
        if not match:
            raise SourceError(
                f"records = {path!r} is no path to elements",
                where="[source]",
                mend="write names with / or // between them, such as //lido:lido",
            )
        slashes, name, predicates = match.groups()
        prefix, _, local = name.rpartition(":")
        found.append(
            _Step(slashes != "/", prefix, local, tuple(re.findall(r"\[[^\]]*\]", predicates)))
        )
        place = match.end()
    return tuple(found)
