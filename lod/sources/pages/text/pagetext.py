"""A page as lines: text, Markdown or HTML without what no reader of the page reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree, html

from lod.sources.pages.citations.citedblock import cited_whole
from lod.sources.pages.text.barelabels import paired
from lod.sources.pages.text.chained import chained, coded, coded_beside
from lod.sources.pages.text.distribution import unpaired
from lod.sources.pages.text.fenced import unfenced
from lod.sources.pages.text.fieldgrid import fielded, ungridded
from lod.sources.pages.text.fieldrows import under
from lod.sources.pages.text.hardcut import uncut
from lod.sources.pages.text.headfields import show_head
from lod.sources.pages.text.htmlpage import Laid
from lod.sources.pages.text.labelblocks import unstacked
from lod.sources.pages.text.labels import is_foot_row
from lod.sources.pages.text.markedrows import marked
from lod.sources.pages.text.recordpage import record_tree
from lod.sources.pages.text.reflinks import relinked
from lod.sources.pages.text.resultlist import only_opened
from lod.sources.pages.text.runningheads import without_heads
from lod.sources.pages.text.runningon import joined
from lod.sources.pages.text.sidecolumn import described, unbeside
from lod.sources.pages.text.spacedout import close_up
from lod.sources.pages.text.summaries import called_summary
from lod.sources.pages.text.tablerows import is_row, table
from lod.sources.pages.text.textcolumns import in_columns
from lod.sources.pages.words.fieldwords import field_word
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.savedcopies import copied_from

__all__ = ["Line", "Page", "html_page", "plain_page", "record_page"]

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_FRONT = re.compile(r"\s*---[ \t]*\r?\n((?:.*\r?\n){1,60}?)---[ \t]*(?:\r?\n|$)")
_KEYED = re.compile(r"\s*([A-Za-z][\w -]{0,40}(?:\(\w{1,3}\))?):(?:[ \t]+(.*))?")
# Keys below another whose value is that of the key above: archive, and its name.
_OF_PARENT = frozenset(("name", "title", "label", "value"))
# The fields of a page's head that have its address.
_ADDRESSES = frozenset(
    ("dc.identifier", "dc.identifier.uri", "dcterms.identifier", "og:url", "citation_public_url",
     "citation_abstract_html_url")
)  # fmt: skip
_DUBLIN = re.compile(rb"<meta[^>]{1,60}[\"'](?:dc|dcterms)\.", re.IGNORECASE)
_ROW, _BLOCKS = re.compile(r"[^\n]+"), frozenset((">", "|", ">-", "|-", ">+", "|+", "---"))
_RULE = re.compile(r"[-*_=~|:\s]{3,}|>")
_BULLET = re.compile(r"[-*+\u2022]\s+(?=\*\*|__|\[|[^\W\d_a-z][\w /()'\u2019-]{1,40}[:\uff1a])")
# A line that is nothing but a link: its words are the line.
_LINKED = re.compile(r"\[([^\]\[]+)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_STRONG = re.compile(r"(\*\*|__|\*|_)(?! )(.+?)\1(:?)$")
# A label in strong print that runs into its value: `**Annotation.** The minister describes ...`
_RUN_IN = re.compile(
    r"\s*(?:(?:[-*+\u2022>]|\d{1,2}[.)])\s+)?(\*{1,3}|__|_|`)([^*_`\s][^*_`]{1,50}?)"
    r"([.:]?)\1([.:]|[ \u00a0\u202f]:)?\s+(?:[\u2013\u2014-]\s+)?(?=\S)"
)
# Fields on one line, and the bars between them, or the strong print of their labels.
_BAR = re.compile(r"\s+[|\u00b7\u2022]\s+")
_BOLD = re.compile(r"\s+(?=\*\*[^\W\d_a-z][\w /]{1,30}:\*\*)")
_FIELD = re.compile(r"[\s*_>-]*([^\W\d_a-z][\w /()'\u2019-]{1,40}?)(?:[*_]*[:\uff1a][*_]*)\s*")
# A footnote's place, and its number: `<a id="fn1"></a>¹`.
_ANCHOR = re.compile(r"<a\s[^<>]*>\s*</a>\s*[\u00b9\u00b2\u00b3\u2070-\u2079]*\s*")
# `-- Text of the document --`
_ADORNED = re.compile(
    r"\s*([-=*~_#\u2013\u2014]{2,})\s+(?=\w)([^\n]{3,60}?)\s+[-=*~_#\u2013\u2014]{2,}\s*"
)
# An entry of a list below a label.
_UNDERLINED = re.compile(r"(={3,}|-{4,})\s*")
_ENTRY, _BULLETS = re.compile(r"\s*[-*+\u2022]\s+(?=\S)"), frozenset("-*+\u2022")
_UNDER = frozenset(("===", "---"))
_RULES = frozenset(("--", "==", "**", "~~", "__", "\u2013\u2013", "\u2014\u2014"))
_STRONGLY = frozenset("*_`")
# As Markdown has it behind a word, or programs that make Markdown: `1951[\\[1\\]](#fn1)`.
_NOTED = re.compile(r"(?<=[\w*_.)])(?:\[\^\d{1,3}\]|\[\\?\[[\d*]{1,3}\\?\]\]\([^()\s]*\))$")
# What pandoc keeps of a heading's markup: `## Text {#t .section}`.
_ATTRIBUTES = re.compile(r"\s*\{[#.][^{}]*\}$")
# Where Markdown breaks a line within a paragraph.
_BROKEN = re.compile(r"(?<=\S)\s*(?<!\\)\\$")
_REMARK = re.compile(r"\([^\W\d_A-Z][^\W\d_A-Z ]{3,24}\)\s+(?=\S)")
_QUOTED = re.compile(r">\s+(?=\S)")
# What any of Markdown's marks begins with.
_OPENS = frozenset("#>-*+\u2022_[")
_UNEVEN, _BELOW = 3, 2  # letters by which a rule is longer than its heading, and the level of that
_LONGEST_ROW, _SEVERAL = 2000, 8
_LONGEST_MIXED = 120  # of a row in which not every field has a label


class Page(NamedTuple):
    """A page's text, its lines, and what its head says (HTML): canonical address and title.

    aside: the words of what the markup sets aside (HTML): menus, heads and feet of the site.
    summary: the words that the markup calls one (HTML). heads: where running heads and stamps of
    a print stood, of which the text has blanks.
    """

    text: str
    lines: list[Line]
    url: str = ""
    title: str = ""
    aside: str = ""
    summary: str = ""
    heads: tuple[tuple[int, int], ...] = ()


def plain_page(text: str) -> Page:
    """Cut text or Markdown into lines; marks of headings and strong print are left out.

    >>> plain_page("## **Summary:**").lines
    [Line(start=5, end=13, text='Summary:', level=2, kind='')]
    """
    bare = unfenced(uncut(text))
    apart = unbeside(bare.text)
    linked = relinked(apart.text)
    printed = without_heads(linked.text)
    text, kinds = ungridded(printed.text)
    lines = _lines(text)
    lines = list(described(lines, apart)) if apart.end else lines
    lines = list(fielded(text, lines, kinds)) if kinds else lines
    text, lines = close_up(text, joined(text, in_columns(text, under(text, lines))))
    lines = unstacked(coded_beside(chained(lines)))
    lines = cited_whole(text, unpaired(paired(text, marked(text, lines))))
    around = (*printed.spans, *apart.others, *linked.spans, *bare.spans)
    url = printed.url or copied_from(text)
    return Page(text, lines, url, printed.title, summary=bare.summary, heads=around)


def _lines(text: str) -> list[Line]:
    """Read the rows of a text one by one, its front matter and its tables."""
    lines, begin = list[Line](), 0
    if head := _FRONT.match(text):
        lines, begin = list(_front(text, *head.span(1))), head.end()
    rows, listed = list[tuple[int, str]](), False
    for offset, raw in _rows(text, begin):
        if is_row(raw):
            rows.append((offset, raw))
            continue
        if rows:
            lines += table(rows, _plain)
            rows.clear()
        ruled = raw[:3] in _UNDER and _UNDERLINED.fullmatch(raw)
        if ruled and _underlined(text, lines, (offset, raw)):
            continue
        entry = _ENTRY.match(raw) if raw.lstrip()[:1] in _BULLETS else None
        listed = entry is not None and (listed or _is_label(lines))
        if raw.startswith(": ") and lines and not (lines[-1].kind or lines[-1].level):
            lines += _defined(lines.pop(), raw, offset)
        else:
            begin = entry.end() if entry and listed else 0
            lines += _plain(offset + begin, raw[begin:])
    return [*lines, *table(rows, _plain)]


def _underlined(text: str, lines: list[Line], rule: tuple[int, str]) -> bool:
    """Make the line right above a rule of its own length a heading; tell whether it is one."""
    above = lines[-1] if lines else None
    if above is None or above.level or above.kind:
        return False
    place, marks = rule
    between = text[above.end : place]
    alone = text[: above.start].endswith("\n\n") or not text[: above.start].strip()
    alike = abs(len(marks.rstrip()) - len(above.text)) <= _UNEVEN
    if between.strip() or between.count("\n") != 1 or not alone or not alike:
        return False
    lines[-1] = above._replace(level=1 if marks[0] == "=" else _BELOW)
    return True


def _rows(text: str, begin: int) -> Iterator[tuple[int, str]]:
    """Give what stands on each row of a text that has anything, and where it begins."""
    for raw in text[begin:].replace("\r", "\n").split("\n"):
        if raw:
            yield begin, raw
        begin += len(raw) + 1


def _plain(offset: int, raw: str) -> list[Line]:
    """Read a line of text, which may be a row of fields or have its label in strong print."""
    if parts := _barred(raw, offset) or _run_in(raw, offset):
        return parts
    if raw.lstrip()[:2] in _RULES and (adorned := _ADORNED.fullmatch(raw)):
        return [Line(offset + adorned.start(2), offset + adorned.end(2), adorned[2], level=3)]
    line = _line(raw, offset)
    told = line.text[:1].isalnum() or (line.text and not _RULE.fullmatch(line.text))
    return [line] if told else []


def _is_label(lines: list[Line]) -> bool:
    """Tell whether the last line is a known label alone, below which a list may stand."""
    return bool(lines) and not lines[-1].kind and field_word(lines[-1].text) is not None


def _defined(term: Line, raw: str, offset: int) -> list[Line]:
    """Pair a line that begins with a colon with the term above it, as lists of definitions do."""
    value = _line(raw[1:], offset + 1)
    return [term._replace(kind="term"), value._replace(kind="value")] if value.text else [term]


def html_page(data: bytes, encoding: str) -> Page:
    """Read HTML: block elements are lines; scripts, styles, menus and footers are left out."""
    parser = html.HTMLParser(
        encoding=encoding, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return Page("", [])
    opened = only_opened(root) if b"</a>" in data else ""
    if b"ld+json" in data or _DUBLIN.search(data):
        show_head(root)
    page = _laid(root)
    return page._replace(url=urljoin(page.url, opened), title="") if opened else page


def record_page(text: str) -> Page | None:
    """Read a record that a program wrote, in JSON or XML; None for any other text."""
    found = record_tree(text)
    if found is None:
        return None
    page = _laid(found[0])
    return page._replace(aside="".join(f"{one}\n" for one in found[1]))


def _laid(root: html.HtmlElement) -> Page:
    url = _address(root)
    title = " ".join(str(root.xpath("string(//head/title)")).split())
    summary = called_summary(root)
    laid = Laid(root)
    text, lines = close_up(laid.text, in_columns(laid.text, under(laid.text, laid.lines)))
    lines = unstacked(coded_beside(chained(lines)))
    return Page(text, unpaired(paired(text, marked(text, lines))), url, title, laid.aside, summary)


def _address(root: html.HtmlElement) -> str:
    """Give the address that the head of a page has for it: the canonical one, or in its fields."""
    url = str(root.xpath("string(//link[@rel='canonical']/@href)")).strip()
    named = (
        str(tag.get("content") or "")
        for tag in root.iterfind("head/meta")
        if (tag.get("name") or tag.get("property") or "").casefold() in _ADDRESSES
    )
    return url or next((one for one in named if one.startswith("http")), "")


def _line(raw: str, offset: int) -> Line:
    raw = _BROKEN.sub("", raw) if raw[-1:] == "\\" else raw
    offset, text = _unnoted(raw.strip(), offset + len(raw) - len(raw.lstrip()))
    level = 0
    if text[:1] not in _OPENS:
        return Line(offset, offset + len(text), text)
    if heading := _HEADING.fullmatch(text):
        level, offset = len(heading[1]), offset + heading.start(2)
        text = _ATTRIBUTES.sub("", heading[2]) if heading[2][-1] == "}" else heading[2]
    if quoted := _QUOTED.match(text):
        offset, text = offset + quoted.end(), text[quoted.end() :]
    if bullet := _BULLET.match(text):
        offset, text = offset + bullet.end(), text[bullet.end() :]
    if strong := _STRONG.fullmatch(text):
        offset += strong.start(2)
        text = strong[2]
    if linked := _LINKED.fullmatch(text):
        offset += linked.start(1)
        text = linked[1].strip()
    return Line(offset, offset + len(text), text, level)


def _unnoted(text: str, offset: int) -> tuple[int, str]:
    """Leave out the number of a footnote: that above which the line stands, and one behind it."""
    if text[:2] == "<a" and (anchor := _ANCHOR.match(text)):
        offset, text = offset + anchor.end(), text[anchor.end() :]
    if text[-1:] in "])" and (noted := _NOTED.search(text)):
        text = text[: noted.start()]
    return offset, text


def _front(text: str, start: int, end: int) -> Iterator[Line]:
    """Give the keys and values that stand between two rules above a Markdown text."""
    for row in _ROW.finditer(text, start, end):
        if found := _KEYED.fullmatch(row[0].rstrip()):
            if not (row[0][0].isspace() and found[1] in _OF_PARENT):
                lo, hi = found.span(1)
                yield Line(row.start() + lo, row.start() + hi, found[1], kind="term")
            begin, value = found.end(1), found[2] or ""
        else:  # an entry of a list, or a value that goes on below its key
            begin = len(row[0]) - len(row[0].lstrip(" \t-"))
            value = row[0].strip(" \t\r-")
        if value and value not in _BLOCKS:
            value = _unwrapped(value)
            begin = text.index(value, row.start() + begin)
            yield Line(begin, begin + len(value), value, kind="value")


def _unwrapped(value: str) -> str:
    """Give a value of front matter without the brackets or quotation marks around all of it.

    >>> _unwrapped("['Orlov']"), _unwrapped('"Letter", 5 May 1951')
    ('Orlov', '"Letter", 5 May 1951')
    """
    value = value.strip()
    for pair in ("[]", '""', "''"):
        if len(value) > 1 and value[0] + value[-1] == pair:
            value = value[1:-1].strip()
    return value


def _barred(raw: str, offset: int) -> list[Line]:
    """Part a line of several fields, set apart by bars or by their labels in strong print.

    `**Date:** 5 May | **Place:** X`, `**Date:** 5 May **Place:** X`, `5 May | ID: 12 | Letter`.
    """
    if len(raw) > _LONGEST_ROW:
        return []
    barred = " | " in raw or " \u00b7 " in raw or " \u2022 " in raw
    between = _BAR if barred else _BOLD if ":** " in raw else None
    if between is None or is_foot_row(raw):
        return []
    bounds = [0, *(place for bar in between.finditer(raw) for place in bar.span()), len(raw)]
    lines, bare, strange = list[Line](), 0, 0
    for lo, hi in zip(bounds[::2], bounds[1::2], strict=True):
        label = _FIELD.match(raw, lo, hi)
        if label is None and lines and lines[-1].kind and (code := coded(raw[lo:hi].strip())):
            begin = offset + lo + raw[lo:hi].index(raw[lo:hi].strip())
            words = raw[lo:hi].strip()
            lines.append(Line(begin, begin + code[0], words[: code[0]], kind="term"))
            lines.append(Line(begin + code[1], begin + len(words), words[code[1] :], kind="value"))
            continue
        if label is None:
            line = _line(raw[lo:hi], offset + lo)
            bare += bool(line.text)
            lines += [line] if line.text else []
            continue
        value = raw[label.end() : hi].rstrip()
        strange += field_word(label[1]) is None
        if not value and label[1] and between is _BOLD:  # a field that nobody filled in
            continue
        if not value or (strange and (bare or len(bounds) < _SEVERAL)):
            return []
        lines.append(Line(offset + label.start(1), offset + label.end(1), label[1], kind="term"))
        start = offset + label.end()
        lines.append(Line(start, start + len(value), value, kind="value"))
    # Bare words are menus, or more values of one field, unless a field stands behind them.
    mixed = between is _BAR and len(raw) < _LONGEST_MIXED and len(lines) > bare
    mixed = mixed and not lines[0].kind and not strange
    return lines if mixed or (not bare and 4 * strange < len(lines)) else []


def _run_in(raw: str, offset: int) -> list[Line]:
    """Part a known label in strong print from the value that goes on behind it."""
    match = _RUN_IN.match(raw) if not _STRONGLY.isdisjoint(raw[:8]) else None
    found = field_word(match[2]) if match else None
    if match is None or found is None or found.reach == "contents":
        return []
    value = raw[match.end() :].rstrip()
    if value[:1] in "|\u00b7\u2022":  # a row of links
        return []
    bare = not (match[3] or match[4])
    # Without a colon words may go on from strong print to a sentence; one word alone does not.
    code = " " not in value and any(map(str.isdigit, value))
    if bare and not code and (found.paired or (value[0].islower() and " " in value)):
        return []
    remark = _REMARK.match(value)  # `**Lieux** (indexation) Prague`
    cut = remark.end() if remark else 0
    start, value = offset + match.end() + cut, value[cut:]
    return [
        Line(offset + match.start(2), offset + match.end(2), match[2], kind="term"),
        Line(start, start + len(value), value, kind="value"),
    ]
