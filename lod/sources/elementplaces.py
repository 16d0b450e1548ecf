"""In which elements of a record the values of an XPath stand, and in which language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from lod.sources.together import Place, listed

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SPEAKS = etree.XPath("boolean(ancestor-or-self::*/@xml:lang | descendant::*/@xml:lang)")
_UNSAID = frozenset(("", "und", "mul", "zxx", "mis"))


def speaks(record: etree._Element) -> bool:
    """Tell whether a record, something in it or around it says its language."""
    return bool(_SPEAKS(record))


class Languages:
    """What xml:lang says of values: at their element or the nearest around it."""

    def __init__(self) -> None:
        self._known: dict[etree._Element | None, str] = {None: ""}

    def of(self, value: object) -> str:
        """Give the tag of a value, "" where none is said."""
        element = owner(value)
        passed = []
        while element not in self._known:
            passed.append(element)
            tag = None if element is None else element.get(_LANGUAGE)
            if tag is not None:
                self._known[element] = "" if tag.strip().lower() in _UNSAID else tag.strip()
            elif element is not None:
                element = element.getparent()
        found = self._known[element]
        self._known.update(dict.fromkeys(passed, found))
        return found


class Places:
    """The place of each element below a record: which of its parent's children of that name."""

    def __init__(self, record: etree._Element) -> None:
        self._places: dict[etree._Element, Place] = {record: ()}
        for parent in record.iter("*"):
            names = [child.tag for child in parent.iterchildren("*")]
            of, at = Counter(names), Counter[str | bytes | bytearray | etree.QName]()
            for child in parent.iterchildren("*"):
                step = listed(str(child.tag), at[child.tag], of[child.tag])
                self._places[child] = (*self._places[parent], step)
                at[child.tag] += 1

    def of(self, column: str, values: Sequence[object]) -> list[Place]:
        """Give the places of what one XPath found: elements, attributes or texts.

        () for what stands outside the record, or is computed.
        """
        owners = [owner(value) for value in values]
        above = [None if one is None else one.getparent() for one in owners]
        of, at = Counter(above), Counter[etree._Element | None]()
        found = []
        for value, element, parent in zip(values, owners, above, strict=True):
            way = () if element is None else self._places.get(element, ())
            if way and getattr(value, "is_attribute", False):
                way = (*way, listed("@", 0, 1, column))
            elif way:
                way = (*way[:-1], way[-1]._replace(at=at[parent], of=of[parent], leaf=column))
            at[parent] += 1
            found.append(way)
        return found


def owner(value: object) -> etree._Element | None:
    """Give the element that a value is, or in which it stands."""
    if isinstance(value, etree._Element):
        return value
    parent = getattr(value, "getparent", None)
    found = parent() if parent else None
    return found if isinstance(found, etree._Element) else None
