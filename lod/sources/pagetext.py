"""A page as lines: text, Markdown or HTML without what no reader of the page reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml import etree, html

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RAW = re.compile(r"[^\r\n]+")
_FRONT = re.compile(r"\s*---[ \t]*\r?\n((?:.*\r?\n){1,60}?)---[ \t]*(?:\r?\n|$)")
_KEYED = re.compile(r"^([A-Za-z][\w -]{0,40}):[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_ROW = re.compile(r"\|\s*([^|]+?)\s*\|\s*([^|]*?)\s*\|")
_RULE = re.compile(r"[-*_=~\s]{3,}")
_BULLET = re.compile(r"[-*+\u2022]\s+(?=\*\*|__|[A-Z][\w ]{2,30}:)")
_STRONG = re.compile(r"(\*\*|__|\*|_)(?! )(.+?)\1(:?)$")
_DROPPED = frozenset(
    (
        *("script", "style", "nav", "footer", "aside", "form", "noscript", "template", "svg"),
        *("button", "select", "iframe", "object", "head"),
    )
)
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|breadcrumbs?|sidebar|social|share|cookies?"
    r"|banner|skip-link|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "img", "ins", "label"),
        *("mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
_TERM = 60
_LONGEST_ROW = 2000
_PAIRED = frozenset(("dt", "dd", "th", "td"))


class Line(NamedTuple):
    """A line with something on it: its place in the page's text, without marks, and its level.

    level: 1 to 6 for headings, else 0. kind: what the page's own marks make of it, as in tables
    and lists of definitions: a term, the value of the term above it, or neither.
    """

    start: int
    end: int
    text: str
    level: int = 0
    kind: Literal["", "term", "value"] = ""


class Page(NamedTuple):
    """A page's text, its lines, and what its head says (HTML): canonical address and title."""

    text: str
    lines: list[Line]
    url: str = ""
    title: str = ""


def plain_page(text: str) -> Page:
    """Cut text or Markdown into lines; marks of headings and strong print are left out.

    >>> plain_page("## **Summary:**").lines
    [Line(start=5, end=13, text='Summary:', level=2, kind='')]
    """
    lines, begin = list[Line](), 0
    if head := _FRONT.match(text):
        lines, begin = list(_front(text, *head.span(1))), head.end()
    for found in _RAW.finditer(text, begin):
        raw = found.group()
        is_row = raw.startswith("|") and len(raw) < _LONGEST_ROW
        if is_row and (row := _ROW.fullmatch(raw.rstrip())):
            lines += _cells(row, found.start())
        elif (line := _line(raw, found.start())).text and not _RULE.fullmatch(line.text):
            lines.append(line)
    return Page(text, lines)


def html_page(data: bytes, encoding: str) -> Page:
    """Read HTML: block elements are lines; scripts, styles, menus and footers are left out."""
    parser = html.HTMLParser(
        encoding=encoding, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return Page("", [])
    url = str(root.xpath("string(//link[@rel='canonical']/@href)")).strip()
    title = " ".join(str(root.xpath("string(//head/title)")).split())
    return _laid_out(root)._replace(url=url, title=title)


def _line(raw: str, offset: int) -> Line:
    text, level = raw.strip(), 0
    offset += len(raw) - len(raw.lstrip())
    if heading := _HEADING.fullmatch(text):
        level, offset = len(heading[1]), offset + heading.start(2)
        text = heading[2]
    if bullet := _BULLET.match(text):
        offset, text = offset + bullet.end(), text[bullet.end() :]
    if strong := _STRONG.fullmatch(text):
        offset += strong.start(2)
        text = strong[2]
    return Line(offset, offset + len(text), text, level)


def _front(text: str, start: int, end: int) -> Iterator[Line]:
    """Give the keys and values that stand between two rules above a Markdown text."""
    for found in _KEYED.finditer(text, start, end):
        yield Line(*found.span(1), found[1], kind="term")
        value = found[2].strip("\"'[] \t")
        begin = text.index(value, found.start(2)) if value else 0
        if value:
            yield Line(begin, begin + len(value), value, kind="value")


def _cells(row: re.Match[str], offset: int) -> Iterator[Line]:
    """Give the two cells of a row of a table, unless it only rules a line."""
    one, two = row.span(1), row.span(2)
    if set(row[1]) <= set("-: "):
        return
    yield Line(offset + one[0], offset + one[1], row[1], kind="term")
    if row[2]:
        yield Line(offset + two[0], offset + two[1], row[2], kind="value")


def _is_chrome(element: etree._Element) -> bool:
    if element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag in _DROPPED or element.get("role") in ("navigation", "banner", "contentinfo"):
        return element.getparent() is not None
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_CHROME.search(named)) and element.find(".//h1") is None


def _kind(element: etree._Element) -> Literal["", "term", "value"]:
    """Tell what an element is in a list of definitions, or in a table of two columns."""
    if element.tag in ("dt", "dd"):
        return "term" if element.tag == "dt" else "value"
    row = element.getparent()
    if row is None or row.tag != "tr" or len(row) != 2:
        return ""
    if len(str(row[0].xpath("string()")).strip()) > _TERM:  # a table that lays out a whole page
        return ""
    return "term" if row[0] is element else "value"


def _laid_out(root: html.HtmlElement) -> Page:
    size, lines, parts, level = 0, list[Line](), list[str](), 0
    kind: Literal["", "term", "value"] = ""

    def flush() -> None:
        nonlocal size
        if words := " ".join("".join(parts).split()):
            lines.append(Line(size, size + len(words), words, level, kind))
            size += len(words) + 1
        parts.clear()

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        heading = len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"
        if tag not in _INLINE:
            flush()
        if event == "start":
            level = int(tag[1]) if heading else level
            kind = _kind(element) if tag in _PAIRED else kind
            if _is_chrome(element):
                walk.skip_subtree()
            else:
                parts.append(element.text or "")
        else:
            level = 0 if heading else level
            kind = "" if tag in _PAIRED else kind
            parts.append(element.tail or "")
    flush()
    return Page("".join(f"{line.text}\n" for line in lines), lines)
