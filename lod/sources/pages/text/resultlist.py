"""A list of results of a search, of which one is opened: only this one is read.

The others, the number of hits and the order they stand in are the site's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

_ENTRY = frozenset(("div", "li", "article", "section", "tr", "tbody", "dd", "details"))
_CALLED = re.compile(
    r"result|hit|item|entry|row|record|teaser|node|search|listing|card|doc|treffer|notice|ficha",
    re.IGNORECASE,
)
_TITLE = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "a"))
_BLOCKS = frozenset(("p", "pre", "table", "ul", "ol", "blockquote", "div", "dl"))
_DIGITS = re.compile(r"\d+")
_LONGEST, _LEAST, _TIMES, _FEWEST, _LINK = 700, 900, 3, 3, 12


def only_opened(root: html.HtmlElement) -> str:
    """Mark all but the opened entry of a list as the site's, and its title as the heading.

    Gives the address that the entry links to, "" where a page is no such list.
    """
    for parent in root.iter("div", "ul", "ol", "section", "main", "body", "table", "tbody", "form"):
        for entries in _groups(parent):
            if len(entries) > 1 and (opened := _opened(entries)) is not None:
                return _alone(opened, entries)
    return ""


def _groups(parent: etree._Element) -> list[list[etree._Element]]:
    """Give the children of an element that may be results, those that are called alike."""
    found: dict[tuple[str, str], list[etree._Element]] = {}
    for one in parent:
        if one.tag in _ENTRY and (called := _called(one) or one.tag == "li") and _is_entry(one):
            found.setdefault((str(one.tag), str(called)), []).append(one)
    return list(found.values())


def _is_entry(element: etree._Element) -> bool:
    """Tell whether an element may be a result: it begins with a link or a heading with one."""
    first = next((one for one in element.iter(etree.Element) if _own(one)), None)
    return first is not None and _link(element) is not None


def _own(element: etree._Element) -> str:
    return (element.text or "").strip()


def _link(element: etree._Element) -> etree._Element | None:
    """Give the link that is the title of an entry: the first with several words."""
    for one in element.iter("a"):
        words = " ".join(str(one.xpath("string()")).split())
        if one.get("href") and len(words) >= _LINK:
            return one if _leads(element, one) else None
    return None


def _leads(element: etree._Element, link: etree._Element) -> bool:
    """Tell whether hardly anything stands before a link in its entry: a number, a day."""
    before = 0
    for one in element.iter(etree.Element):
        if one is link:
            return before <= _LINK * 3
        before += len(_own(one)) + (len((one.tail or "").strip()) if one is not element else 0)
    return False


def _opened(entries: Sequence[etree._Element]) -> etree._Element | None:
    """Give the one entry that has a text of paragraphs, where the others only name papers."""
    sizes = [len(" ".join(str(one.xpath("string()")).split())) for one in entries]
    longest = max(range(len(entries)), key=sizes.__getitem__)
    others = [size for at, size in enumerate(sizes) if at != longest]
    blocks = sum(1 for one in entries[longest].iter(etree.Element) if one.tag in _BLOCKS)
    if sizes[longest] < _LEAST or max(others) > _LONGEST or blocks < _FEWEST:
        return None
    if sizes[longest] < _TIMES * max(others):
        return None
    shapes = {_shape(_link(one)) for one in entries}
    called = _CALLED.search(_called(entries[0]) or "result")
    return entries[longest] if called and len(shapes) == 1 else None


def _called(element: etree._Element) -> str:
    """Give the first word by which an element is called, beside others such as `open`."""
    return (element.get("class") or "").partition(" ")[0]


def _shape(link: etree._Element | None) -> str:
    """Give the address of an entry without its number, or without the words that name it."""
    href = (link.get("href") or "") if link is not None else ""
    bare = _DIGITS.sub("#", href)
    return bare if bare != href else href.rpartition("/")[0]


def _alone(opened: etree._Element, entries: Sequence[etree._Element]) -> str:
    for one in (*entries, *_beside(opened)):
        if one is not opened:
            one.set("role", "navigation")
    link = _link(opened)
    if link is None:
        return ""
    title: etree._Element = link
    for above in link.iterancestors():
        if above is opened or not (above.tag in _TITLE or len(above) == 1):
            break
        title = above
    if title.tag not in _TITLE - {"a"}:
        title.tag = "h1"
    return str(link.get("href"))


def _beside(element: etree._Element) -> Iterator[etree._Element]:
    """Give all that stands beside an element and what it stands in."""
    while (parent := element.getparent()) is not None and element.tag != "body":
        yield from (one for one in parent if one is not element and isinstance(one.tag, str))
        element = parent
