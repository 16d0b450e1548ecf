"""The `records` path of an XML source: which elements are rows, told from an element upwards.

A path is what XPath calls a location path: names with `/` and `//` between them, each with
predicates if need be: `//lido:lido`, `/ead/archdesc//c[@level="file"]`. Several are joined by `|`:
`//c | //c01`. Without a path the whole document is one row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
        self._ways = [_steps(way, path) for way in _ways(path)] if path else []

    @property
    def tag(self) -> tuple[str, ...]:
        """The names of the elements to look at, in any namespace; () for the whole document."""
        names = dict.fromkeys(steps[-1].name for steps in self._ways)
        return ("*",) if "*" in names else tuple(f"{{*}}{name}" for name in names)

    @property
    def plain(self) -> bool:
        """Tell whether a last name has no prefix, and so means an element of no namespace."""
        return any(not steps[-1].prefix for steps in self._ways)

    @property
    def prefixes(self) -> tuple[str, ...]:
        """Name the prefixes of the path."""
        every = (step.prefix for steps in self._ways for step in steps)
        return tuple(dict.fromkeys(prefix for prefix in every if prefix))

    def matches(self, element: etree._Element, namespaces: Mapping[str, str]) -> bool:
        """Tell whether the path leads to this element; its own children must have been read."""
        ways = (_leads(element, steps, len(steps) - 1, namespaces) for steps in self._ways)
        return not self._ways or any(ways)


def _leads(
    element: etree._Element, steps: Sequence[_Step], at: int, spaces: Mapping[str, str]
) -> bool:
    step = steps[at]
    if not _fits(element, step, spaces):
        return False
    if not at:
        return step.deep or element.getparent() is None
    parent = element.getparent()
    while parent is not None:
        if _leads(parent, steps, at - 1, spaces):
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


def _ways(path: str) -> list[str]:
    """Cut a path where `|` joins several, which in a predicate it does not.

    >>> _ways("//c[a|b] | //c01"), _ways("(//c|//c01)")
    (['//c[a|b]', '//c01'], ['//c', '//c01'])
    """
    whole = path.strip()
    if whole.startswith("(") and whole.endswith(")"):
        whole = whole[1:-1]
    return [way.strip() for way in re.split(r"\|(?![^\[]*\])", whole)]


def _steps(path: str, whole: str) -> tuple[_Step, ...]:
    found = []
    place = 1 if path.startswith(".") else 0
    while place < len(path):
        match = _STEP.match(path, place)
        if not match:
            break
        slashes, name, predicates = match.groups()
        prefix, _, local = name.rpartition(":")
        found.append(
            _Step(slashes != "/", prefix, local, tuple(re.findall(r"\[[^\]]*\]", predicates)))
        )
        place = match.end()
    if not found or place < len(path):
        raise SourceError(
            f"records = {whole!r} is no path to elements",
            where="[source]",
            mend="write names with / or // between them, such as //lido:lido; several with |",
        )
    return tuple(found)
