"""The bytes of a page -> its row: lines, layout, who is named, other documents, the ledger."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from lod.entity import Gazetteer
from lod.issue import Issue, Severity
from lod.lazily import regex
from lod.record import Agent, Covered, Part, Related
from lod.sources import Cell, Row, Slice
from lod.sources.encoding import before, decode, mended
from lod.sources.pages.conflicts import conflicts
from lod.sources.pages.coverage import ledger
from lod.sources.pages.layout.layout import Layout
from lod.sources.pages.papers.docparts import parts
from lod.sources.pages.papers.readfrom import LONGEST
from lod.sources.pages.papers.referred import Referred
from lod.sources.pages.roles import Roles
from lod.sources.pages.text.pagetext import Page, html_page, plain_page, record_page

# A page of more lines is a file of something else, and would take minutes.
MOST_LINES = 200_000
_WRITTEN = re.compile(r"\S[^\n]*")
# Spaces that do not break or are of another width.
_SPACES = regex("[\u00a0\u2000-\u200a\u202f\u205f]")
_AROUND, _STOP = frozenset(("navigation", "below navigation")), regex("[.!?\u0964\u3002]")
_CONTROLS, _NOISE = regex("[\x00-\x08\x0e-\x1f\x7f]"), 20
# Characters that are called by number or name; a mark of Markdown that is none, behind a word.
_NAMED = regex(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});")
_ESCAPED = regex(r"(?<=\w)\\(?=[*_])")
# What ends a line or a page beside `\n`.
_BREAKS = regex("\r(?!\n)|[\v\f\x85\u2028\u2029]")
# Where a browser may break a word; no part of it.
_SOFT = re.compile("[\u00ad\u200b\u2060]|&(?:shy|#173|#8203|ZeroWidthSpace);")
_HTML = (".html", ".htm", ".xhtml")

# What a page has that describes nothing; what every text has: a few words on one line.
_OF_ANY_PAGE = frozenset(
    ("title", "body", "content", "people_named", "places_named", "bodies_named", "context", "url")
)
# Letters, with the vowels and points that scripts write beside or below them.
_LETTER = (
    r"(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff"
    r"\u1200-\u135f\u200c\u200d])"
)
# Thai, Lao, Tibetan, Burmese, Khmer and the scripts of East Asia part no words.
_SENTENCE = regex(
    rf"(?:\b(?<!{_LETTER}){_LETTER}++[,;:]?[ \u00a0]){{3}}{_LETTER}{{2}}"
    r"|[\u0e00-\u109f\u1780-\u17ff\u3000-\u9fff\uac00-\ud7af]{8}"
)


def read_page(
    data: bytes, part: Slice, gazetteers: Sequence[Gazetteer] = ()
) -> Iterator[Row | Issue]:
    """Read the bytes of a page: its row, what it says in two ways, and what is wrong with it."""
    page, issues = _page(data, part)
    yield from issues
    if page is None or len(page.lines) > MOST_LINES:
        message = f"the page has more than {MOST_LINES:,} lines; it was left out"
        yield _issue(message, "page/too-many-lines", part.name)
        return
    if not page.lines:
        yield _issue("the page has no text; it was left out", "page/empty", part.name)
        return
    sha256 = hashlib.sha256(data).hexdigest()
    row = Row(source=part.name, row=part.name.rpartition("/")[2], sha256=sha256)
    found = _catalogued(Layout(page, part.recurring), page, row, gazetteers)
    if (issues and _is_noise(page.text)) or not _is_document(found):
        message = "the page holds no document: no title, number, date or sentence; it was left out"
        yield _issue(message, "page/no-document", part.name)
        return
    yield from conflicts(found)
    yield found


def _is_noise(text: str) -> bool:
    r"""Tell whether a text is none: of pictures and archives a tenth are control characters.

    >>> _is_noise("PK\x03\x04\x1a\ufffd"), _is_noise("Caf\ufffd of the works at Venta")
    (True, False)
    """
    return (text.count("\ufffd") + len(_CONTROLS.findall(text))) * _NOISE > len(text)


def _is_document(row: Row) -> bool:
    """Tell whether a page is a document's: menus and noise have nothing that describes one."""
    if any(column not in _OF_ANY_PAGE for column in row.cells):
        return True
    titles = row.cells.get("title", ())
    if any(one.rule != "supplied" or not one.text.endswith(" ...]") for one in titles):
        return True
    texts = [one.text.strip() for one in row.cells.get("body", ())]
    alone = any(one.text.strip().isalnum() for one in row.cells.get("content", ()))
    if alone or not any(_SENTENCE.search(text) for text in texts):
        return alone
    # The name and address of a site, below all that it says of itself, have words in a row too.
    around = sum(one.end - one.start for one in row.coverage if one.rule in _AROUND)
    return around <= sum(map(len, texts)) or any(_STOP.search(text) for text in texts)


def _page(data: bytes, part: Slice) -> tuple[Page | None, list[Issue]]:
    """Cut a page into lines; None for one that has too many of them."""
    text, damaged = decode(data, part.encoding)
    issues: list[Issue] = []
    if damaged:
        text, issues = mended(text, _issue("", "", part.name))
    text = text.removeprefix("\ufeff")
    if meant := before(text):
        message = "the page was encoded twice in UTF-8; it was read as it was meant"
        issues.append(_issue(message, "encoding/twice", part.name, "warning"))
        text = meant
    text = _even(text)
    start = text[:200].lstrip().lower()
    if part.path.lower().endswith(_HTML) or start.startswith(("<!doctype html", "<html")):
        return html_page(text.encode("utf-8", "replace"), "utf-8"), issues
    if start[:1] in "{[`<_w$" and (record := record_page(text)):
        return record, issues
    if text.count("\n") > MOST_LINES and sum(1 for _ in _WRITTEN.finditer(text)) > MOST_LINES:
        return None, issues
    return plain_page(_named(text)), issues


def _named(text: str) -> str:
    r"""Give the characters that a text of no markup names as markup does: `Bene&#353;`.

    >>> _named("Orlov &amp; Dorn, S&P; #956"), _named(r"#956\*")
    ('Orlov & Dorn, S&P; #956', '#956*')
    """
    text = _ESCAPED.sub("", text) if "\\" in text else text
    if "&" not in text:
        return text
    return _SPACES.sub(" ", _NAMED.sub(lambda one: html.unescape(one[0]), text))


def _even(text: str) -> str:
    """Give every space and end of a line as the usual one, and no mark where a word may break."""
    if text.isascii() and not any(map(text.__contains__, "\r\v\f&")):
        return text
    text = _SOFT.sub("", _BREAKS.sub("\n", text))
    return text if text.isascii() else _SPACES.sub(" ", text)


def _catalogued(layout: Layout, page: Page, row: Row, gazetteers: Sequence[Gazetteer]) -> Row:
    """Read the layout, then who the page names and in which part, then other documents."""
    read = layout.read()
    roles = Roles(page, read, gazetteers)
    named = {column: tuple(found) for column, found in roles.cells().items()}
    cells: Mapping[str, tuple[Cell, ...]] = {**read, **named}
    written = next((one.text for one in cells.get("date", ())), "")
    referred = Referred(page.text, roles.told, (row.source, row.row), written)
    related = [
        one
        for body in cells.get("body", ())
        for one in referred.find(body.start, min(body.end, body.start + LONGEST))
    ]
    related += [
        one
        for title in cells.get("title", ())
        if title.start >= 0 and ("xtract" in title.text or "xcerpt" in title.text)
        for one in referred.find(title.start, title.end)
        if one.relation == "part-of"
    ]
    place = row.source, row.row
    inner = parts(roles.lines, roles.told, cells, place)
    return replace(
        row,
        cells=cells,
        related=tuple(
            referred.answered(_made(one, cells)) for one in related if not _is_inner(one, inner)
        ),
        parts=inner,
        ledger=partial(_ledger, layout, page, cells),
    )


def _ledger(
    layout: Layout, page: Page, cells: Mapping[str, tuple[Cell, ...]]
) -> tuple[Covered, ...]:
    lines = ((one.start, one.end) for one in page.lines)
    size, whole = len(page.text), page.text + page.aside
    aside = (size, len(whole), "menu, head or foot of the site")
    heads = ((*place, "head or foot of a printed page") for place in page.heads)
    return ledger(whole, [*layout.furniture(), *heads, aside], lines, cells)


# With one of these a label says whose a document is.
_MADE_BY = re.compile(r"\b(?:of|by|from)\b|['\u2019]s")


def _made(one: Related, cells: Mapping[str, tuple[Cell, ...]]) -> Related:
    """Name the author of another document where its words do: the telegram of X, X's letter."""
    where = one.origin
    if one.relation == "attachment" or where is None or _MADE_BY.search(one.label) is None:
        return one
    makers = [
        Agent(name=cell.text, kind="person", role="author")
        for cell in cells.get("people_named", ())
        if where.start <= cell.start and cell.end <= where.end
        and (re.search(r"\b(?:of|by|from)\b", one.label.partition(cell.text)[0])
             or one.label.startswith((f"{cell.text}'s", f"{cell.text}\u2019s")))
    ]  # fmt: skip
    return replace(one, agents=tuple(makers[:1])) if makers else one


def _is_inner(one: Related, parts: Sequence[Part]) -> bool:
    """Tell whether an enclosure is the part that follows: a decision and what it approves."""
    addressed = {agent.name for part in parts[1:] for agent in part.agents
                 if agent.role == "recipient"}  # fmt: skip
    return one.relation == "attachment" and any(name in one.label for name in addressed)


def _issue(message: str, code: str, name: str, severity: Severity = "error") -> Issue:
    return Issue(message=message, code=code, severity=severity, source=name, row=Path(name).name)
