"""A page as lines: text, Markdown or HTML without what no reader of the page reads."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree, html

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_STRONG = re.compile(r"(\*\*|__)(.+?)\1(:?)$")
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


class Line(NamedTuple):
    """A line with something on it: its place in the page's text, without marks, and its level.

    level: 1 to 6 for headings, else 0.
    """

    start: int
    end: int
    text: str
    level: int = 0


class Page(NamedTuple):
    """A page's text, its lines, and what its head says (HTML): canonical address and title."""

    text: str
    lines: list[Line]
    url: str = ""
    title: str = ""


def plain_page(text: str) -> Page:
    """Cut text or Markdown into lines; marks of headings and strong print are left out.

    >>> plain_page("## **Summary:**").lines
    [Line(start=5, end=13, text='Summary:', level=2)]
    """
    lines = []
    for found in re.finditer(r"[^\r\n]+", text):
        line = _line(found.group(), found.start())
        if line.text:
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
    for element in list(root.iter("*")):
        if isinstance(element, html.HtmlElement) and _is_chrome(element):
            element.drop_tree()
    return _laid_out(root)._replace(url=url, title=title)


def _line(raw: str, offset: int) -> Line:
    text, level = raw.strip(), 0
    offset += len(raw) - len(raw.lstrip())
    if heading := _HEADING.fullmatch(text):
        level, offset = len(heading[1]), offset + heading.start(2)
        text = heading[2]
    if strong := _STRONG.fullmatch(text):
        offset += strong.start(2)
        text = strong[2]
    return Line(offset, offset + len(text), text, level)


def _is_chrome(element: html.HtmlElement) -> bool:
    if element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag in _DROPPED or element.get("role") in ("navigation", "banner", "contentinfo"):
        return element.getparent() is not None
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_CHROME.search(named)) and element.find(".//h1") is None


def _laid_out(root: html.HtmlElement) -> Page:
    text, lines, parts, level = "", list[Line](), list[str](), 0

    def flush() -> None:
        nonlocal text
        if words := " ".join("".join(parts).split()):
            lines.append(Line(len(text), len(text) + len(words), words, level))
            text += words + "\n"
        parts.clear()

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = str(element.tag)
        heading = len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"
        if tag not in _INLINE:
            flush()
        if event == "start":
            level = int(tag[1]) if heading else level
            parts.append(element.text or "")
        else:
            level = 0 if heading else level
            parts.append(element.tail or "")
    flush()
    return Page(text, lines)
