"""HTML as lines: block elements, rows of preformatted text, labels that marks pair with values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree, html

from lod.sources.pages.citations.sourceline import is_source_line
from lod.sources.pages.words.fieldwords import FieldWord, field_word
from lod.sources.pages.words.letterwords import announced
from lod.sources.pages.words.pageline import Kind, Line

_DROPPED = frozenset(
    (
        *("script", "style", "nav", "footer", "aside", "form", "noscript", "template", "svg"),
        *("button", "select", "iframe", "object", "head"),
    )
)
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "object", "head"))
# What sites set beside or below a text may hold its description.
_MAY_DESCRIBE = frozenset(("aside", "footer", "form"))
CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|foot|bottom|colophon|breadcrumbs?|sidebar|social|share|cookies?"
    r"|banner|skip-link|skip|pagination|related|trail|toolbar|see-also)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What marks the notes below a paper.
_NOTES = re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?|fussnoten?)(?:$|[\s_-])", re.IGNORECASE)
_FOOT = re.compile(r"(?:^|[\s_-])(?:footer|foot|bottom|colophon)(?:$|[\s_-])", re.IGNORECASE)
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "img", "ins", "label"),
        *("mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
_TERM, _MOST, _SHORT = 60, 40, 120
_CELLS = frozenset(("dt", "dd", "th", "td"))
_LABELLED = re.compile(r"label|field|key|term|name|title|caption|head|^k$", re.IGNORECASE)
_STRONG = frozenset(("b", "strong", "em", "i", "label"))
_WHOLE = frozenset(("html", "body", "main", "article", "section"))
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BEHIND = re.compile(r"\s*:\s*")
_SIGNED = re.compile(r"\W*signed\b", re.IGNORECASE)
_FOR = re.compile(r"(?:for|pour|für|per|por|за)\s.*:$", re.IGNORECASE)
_KNOWN = 2
_TWO_ROWS, _WIDE = ("th", "td"), 4
_DIGITS = 4


class Laid:
    """Walks through an HTML document; `text` and `lines` are what it reads.

    `aside` is what it leaves out and people see all the same.
    """

    def __init__(self, root: html.HtmlElement) -> None:
        self.lines, self._beside = list[Line](), list[str]()
        self._texts, self._size = list[str](), 0
        self._parts = list[str]()
        self._level, self._kind, self._rows = 0, "", 0
        self._notes: etree._Element | None = None
        self._around = list[tuple[etree._Element, str]]()
        _turn_tables(root)
        self._fields = dict[etree._Element, bool]()
        self._terms = dict(_terms(root))
        self._ends = set(self._terms.values())
        self._foot = 0, 0  # how many lines, and texts, stand above the last foot of the site
        self._walk(root)
        self._flush()
        self._set_aside()
        self.text, self.aside = "".join(self._texts), "".join(self._beside)

    def _walk(self, root: html.HtmlElement) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = str(element.tag)
            if tag not in _INLINE or element in self._terms or element in self._ends:
                self._flush()
            if event == "end":
                self._leave(element, tag)
            elif _is_chrome(element) or _is_note_mark(element):
                self._beside.append("" if tag in _UNSEEN else f"{_rows(element)}\n")
                self._foot = self._reached() if _is_foot(element) else self._foot
                walk.skip_subtree()
            else:
                self._enter(element, tag)

    def _reached(self) -> tuple[int, int]:
        return len(self.lines), len(self._texts)

    def _set_aside(self) -> None:
        """Leave out the small print below the foot of a site: its owner, an address."""
        lines, texts = self._foot
        if lines and all(map(_is_small_print, self.lines[lines:])):
            self._beside += self._texts[texts:]
            del self.lines[lines:], self._texts[texts:]

    def _enter(self, element: etree._Element, tag: str) -> None:
        self._level = int(tag[1]) if tag in _HEADS else self._level
        self._rows += tag == "pre"
        if self._notes is None and tag not in _INLINE and _NOTES.search(_named(element)):
            self._notes = element
        if element in self._terms:
            self._kind = "term"
        elif tag in _CELLS:
            # What a table within a cell leaves open is what the cell is.
            self._around.append((element, self._kind))
            own: Kind = _cell(element) if self._is_of_fields(element) else ""
            self._kind = own or self._kind
        self._parts.append(element.text or "")

    def _is_of_fields(self, element: etree._Element) -> bool:
        """Tell whether the table of a cell pairs labels with values: one of them is known."""
        table = next(element.iterancestors("table"), None)
        if table is None or element.tag in ("dt", "dd"):
            return True
        if table not in self._fields:
            rows = (list(row) for row in (*table.findall("./tr"), *table.findall("./*/tr")))
            firsts = (cell for row in rows for cell in row[: max(len(row) - 1, 1)])
            self._fields[table] = any(_is_field(cell) for cell in firsts)
        return self._fields[table]

    def _leave(self, element: etree._Element, tag: str) -> None:
        tail = element.tail or ""
        self._level = 0 if tag in _HEADS else self._level
        self._rows -= tag == "pre" and self._rows > 0
        self._notes = None if element is self._notes else self._notes
        if element in self._terms:
            self._kind = "value"
            tail = tail[found.end() :] if (found := _BEHIND.match(tail)) else tail
        elif self._around and self._around[-1][0] is element:
            self._kind = self._around.pop()[1]
        elif element in self._ends:
            self._kind = ""
        self._parts.append(tail)

    def _flush(self) -> None:
        whole = "".join(self._parts)
        self._parts.clear()
        if self._rows:
            for raw in whole.split("\n"):
                self._take(raw.strip(), raw.rstrip())
        elif words := " ".join(whole.split()):
            self._take(words, words)

    def _take(self, words: str, raw: str) -> None:
        """Take a line into the text; one of preformatted text keeps the white space before it."""
        if words and words != ":":
            start = self._size + len(raw) - len(words)
            kind: Kind = "term" if self._kind == "term" else "value" if self._kind else ""
            kind = "note" if self._notes is not None and not kind else kind
            self.lines.append(Line(start, start + len(words), words, self._level, kind))
        self._texts.append(f"{raw}\n")
        self._size += len(raw) + 1


def _turn_tables(root: html.HtmlElement) -> None:
    """Set each label beside its value where a table has one row of labels and one of values."""
    for table in root.iter("table"):
        rows = table.findall("./tr") + table.findall("./*/tr")
        if len(rows) != len(_TWO_ROWS) or len(rows[0]) != len(rows[1]) or len(rows[0]) < _KNOWN:
            continue
        if len(rows[0]) == _WIDE and all(map(_are_pairs, rows)):
            continue
        labels = list(map(_said, rows[0]))
        if all(announced(one) == "participant" for one in labels):
            _stack(table, rows)
            continue
        if len(rows[0]) <= _KNOWN or 2 * sum(field_word(one) is not None for one in labels) < len(
            labels
        ):
            continue
        for pair in list(zip(*rows, strict=True)):
            row = etree.SubElement(table, "tr")
            for cell, tag in zip(pair, _TWO_ROWS, strict=True):
                cell.tag = tag
                row.append(cell)


def _stack(table: html.HtmlElement, rows: list[html.HtmlElement]) -> None:
    """Set those who took part below the name of their side, one side behind the other."""
    for heading, named in list(zip(*rows, strict=True)):
        for cell in (heading, named):
            cell.tag = "td"
            etree.SubElement(table, "tr").append(cell)


def _is_field(cell: etree._Element) -> bool:
    """Tell whether the first cell of a row is a label: one that is known, or with a colon."""
    words = _said(cell)
    return cell.tag == "th" or words.endswith(":") or field_word(words) is not None


def _terms(root: html.HtmlElement) -> list[tuple[etree._Element, etree._Element]]:
    """Find the elements that are labels, each with the element in which its value stands too."""
    found = list[tuple[etree._Element, etree._Element]]()
    for element in root.iter(etree.Element):
        parent = element.getparent()
        if parent is None or element.tag in _CELLS or not _begins_line(element):
            continue
        words = _words(element)
        if not 0 < len(words) <= _TERM or not _holds_value(element, parent, words):
            continue
        found.append((element, parent))
    return found


def _is_note_mark(element: etree._Element) -> bool:
    """Tell whether an element is only the number of a footnote behind a word."""
    if element.tag != "sup":
        return False
    words = str(element.xpath("string()")).strip(" []()")
    return (words.isdigit() and len(words) < _DIGITS) or words in ("*", "**", "\u2020")


def _begins_line(element: etree._Element) -> bool:
    """Tell whether an element is the first of its parent, or of a line in it."""
    before = element.getprevious()
    if before is None:
        return True
    if before.tag == "br" and not (before.tail or "").strip():
        return True
    # `<b>Date:</b> 1951 <b>Box:</b> 6`
    parent = element.getparent() if element.tag in _STRONG else None
    return parent is not None and all(map(_is_bold_label, (parent[0], element)))


def _is_bold_label(element: etree._Element) -> bool:
    words = _words(element)
    return words.endswith(":") and len(words) <= _TERM and field_word(words) is not None


def _words(element: etree._Element) -> str:
    """Give the words of an element that holds hardly more than them, "" for any other."""
    inner = element[0] if len(element) == 1 and not (element.text or "").strip() else element
    return "" if len(inner) else " ".join((inner.text or "").split())


def _holds_value(element: etree._Element, parent: etree._Element, words: str) -> bool:
    """Tell whether an element is a known label, and its parent holds nothing but it and a value."""
    if parent.tag in _WHOLE or parent.tag in ("tr", "dl") or element.tag in _HEADS:
        return False
    found = field_word(words)
    if (found is None and not _is_among_labels(element, parent, words)) or (
        parent.text or ""
    ).strip():
        return False
    found = found or FieldWord("-", "list")
    if found.reach == "none":
        return False
    if found.reach == "contents" and len(str(parent.xpath("string()"))) > _SHORT:
        return False
    tail = (element.tail or "").strip()
    if tail:
        colon = words.endswith(":") or tail.startswith(":")
        sure = element.tag in _STRONG and not found.paired and not tail[0].islower()
        return colon or sure or bool(_LABELLED.search(element.get("class") or ""))
    rest = list(element.itersiblings())
    if not rest or len(parent) > _MOST:
        return False
    return len(rest) == 1 or all(one.tag in _INLINE or one.tag == "br" for one in rest)


def _is_among_labels(element: etree._Element, parent: etree._Element, words: str) -> bool:
    """Tell whether strong print with a colon stands in a list of others that are known labels."""
    if element.tag not in _STRONG or not words.endswith(":"):
        return False
    beside = (one for one in (parent.getprevious(), parent.getnext()) if one is not None)
    return any(len(one) > 0 and _is_bold_label(one[0]) for one in beside)


def _cell(element: etree._Element) -> Kind:
    """Tell what an element is in a list of definitions, or in a table of two columns."""
    if element.tag in ("dt", "dd"):
        return "term" if element.tag == "dt" else "value"
    row = element.getparent()
    if row is None or row.tag != "tr" or not len(_TWO_ROWS) <= len(row) <= _WIDE:
        return ""
    cells = [cell for cell in row if str(cell.xpath("string()")).strip(" :\u00a0\n\t")]
    if len(row) > len(_TWO_ROWS):
        if len(cells) == _WIDE and _are_pairs(cells):
            return "term" if element in cells[::2] else "value"
        if len(cells) != len(_TWO_ROWS) or field_word(_said(cells[0])) is None:
            return ""
    elif _is_signed(row):
        return ""
    else:
        cells = list(row)
    if len(_said(cells[0])) > _TERM or _lays_out(cells):
        return ""
    return "term" if cells[0] is element else "value" if cells[1] is element else ""


def _are_pairs(cells: Sequence[etree._Element]) -> bool:
    """Tell whether a row of four cells holds two labels, each with its value behind it."""
    labels = [field_word(said) is not None for said in map(_said, cells)]
    return all(labels[::2]) and not all(labels)


def _lays_out(cells: Sequence[etree._Element]) -> bool:
    """Tell whether a table only lays out a page: what it has beside no label has tables itself."""
    tables = any(cell.find(".//table") is not None for cell in cells)
    return tables and field_word(_said(cells[0])) is None


def _said(element: etree._Element) -> str:
    return " ".join(str(element.xpath("string()")).split())


def _rows(element: etree._Element) -> str:
    """Give the words of an element, each block of it on a line of its own."""
    parts = list[str]()
    for event, one in etree.iterwalk(element, events=("start", "end")):
        block = "" if one.tag in _INLINE else "\n"
        words = one.text if event == "start" else one.tail if one is not element else ""
        parts += (block, words or "") if isinstance(one.tag, str) else (words or "",)
    rows = (" ".join(row.split()) for row in "".join(parts).split("\n"))
    return "\n".join(row for row in rows if row)


def _is_signed(row: etree._Element) -> bool:
    """Tell whether a row is of signatures: `For the Government of X:` side by side, or below it."""
    table = row.getparent()
    first = table[0] if table is not None and len(table) else row
    own = [str(cell.xpath("string()")).strip() for cell in row]
    if _FOR.match(own[0]) and _SIGNED.match(own[1]):
        return True
    words = [str(cell.xpath("string()")).strip() for cell in first]
    return len(words) > 1 and all(_FOR.match(one) is not None for one in words)


def _is_only_links(element: etree._Element) -> bool:
    """Tell whether a head of a site holds nothing but links, and what searches it."""
    if element.tag != "header" or element.find(".//a") is None:
        return False
    linked = sum(len(_said(one)) for one in element.iter("a", "form", "button"))
    return element.find(".//h1") is None and linked >= len(_said(element).replace(" ", ""))


def _is_chrome(element: etree._Element) -> bool:
    if _is_only_links(element):
        return True
    if element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag in _DROPPED or element.get("role") in ("navigation", "banner", "contentinfo"):
        if element.tag in _MAY_DESCRIBE and _describes(element):
            return False
        return element.getparent() is not None
    chrome = bool(CHROME.search(_named(element))) and element.find(".//h1") is None
    return chrome and (element.tag in ("ul", "ol") or not _describes(element))


def _is_foot(element: etree._Element) -> bool:
    return element.tag == "footer" or _FOOT.search(_named(element)) is not None


def _named(element: etree._Element) -> str:
    """Give what a site calls an element, for its looks or as a place on the page."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def _is_small_print(line: Line) -> bool:
    """Tell whether a line is short, no sentence, no field, and does not say where a paper lies."""
    plain = not line.kind and not line.level and len(line.text) < _SHORT
    ends = line.text.endswith((".", "!", "?", ":"))
    return plain and not ends and field_word(line.text) is None and not is_source_line(line.text)


def _describes(element: etree._Element) -> bool:
    """Tell whether what a site sets aside holds labels of a document, or says where it lies."""
    if any(is_source_line(str(words).strip()) for words in element.itertext()):
        return True
    known = 0
    for one in element.iter(etree.Element):
        if one.tag != "a" and not len(one) and (one.text or "").strip():
            parent = one.getparent()
            linked = parent is not None and parent.tag in ("li", "a")
            known += not linked and field_word((one.text or "").strip()) is not None
            if known >= _KNOWN:
                return True
    return False
