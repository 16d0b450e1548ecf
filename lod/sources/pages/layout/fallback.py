"""What no label and no heading of a page gave: number, reference, publisher, date, title."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from lod.normalize.dates import parse_date
from lod.normalize.kinds import kind_of
from lod.sources import Cell
from lod.sources.pages.citations.citation import addresses, parse
from lod.sources.pages.citations.components import entered
from lod.sources.pages.citations.sourceline import PIECE, at_foot, bracketed
from lod.sources.pages.layout.editornotes import (
    behind_source,
    drafted_below,
    notes_from,
    shelved_below,
    sources,
    translated_below,
)
from lod.sources.pages.layout.entrynumbers import cited_as, entry_numbers
from lod.sources.pages.layout.references import settle_references
from lod.sources.pages.layout.rownumbers import SCHEME, handles, in_aside, in_row, printed
from lod.sources.pages.layout.sitenotes import annotators, funders, notices, permissions, translated
from lod.sources.pages.layout.teasers import told_below
from lod.sources.pages.papers.kindlines import kind_line
from lod.sources.pages.papers.letterform import (
    dateline,
    subject_below,
    supplied_title,
    titles_of_subjects,
)
from lod.sources.pages.text.pagetext import Line, Page
from lod.sources.pages.text.summaries import summaries, without_summary
from lod.sources.pages.titles.kindandsubject import kind_and_subject, with_kind
from lod.sources.pages.titles.titleparts import of_browser
from lod.sources.pages.words.titleforms import form

_SHELF = re.compile(r"\b(?:[Ff]iles?|[Bb]ox|[Ff]older|[Ff]ond|[Ll]ot|[Rr]eel)\s+\d")
# A box or such within what a label of a collection names.
_BOXES = re.compile(r",.*\b(?:[Bb]ox(?:es)?|[Ff]older|[Ff]ile|[Cc]arton|[Rr]eel)\.? \d")
# A rights statement of whoever publishes the page: "The X welcomes reuse of its materials".
_PUBLISHES = re.compile(
    r"(?:The\s+)?([A-Z][^.;\n]{3,80}?)\s+(?:welcomes|holds|grants|permits|makes|provides|allows"
    r"|encourages|reserves|retains|invites|is (?:glad|happy|pleased)|asks|requests|offers|gives"
    r"|shares|publishes|claims|owns|requires|supports|licenses|authori[sz]es|does not|wishes)\b"
)
# A code of several levels, which places a thing in an archive as well as it names it.
_LEVELS = re.compile(
    r"(?!CIA-RDP)(?=\D*\d)[A-Z]{1,10}(?:[-/. ]{1,2}\w+){2,8}|\d{2,5}(?:[-/.]\d+){2,6}"
)
# The decimal file at the head of a published diplomatic paper: `611.91/11-350: Telegram`.
_DECIMAL = re.compile(r"(\d{3}[A-Z]?\.\w{1,8}(?:/\d[\w-]*)?)(?:\s*:\s*[A-Z]\w+)?")
# The number under which an agency released a paper, stamped on it or given as that of the file.
_RELEASED = re.compile(r"Approved [Ff]or Release:? \S{8,12} ?:? ?([A-Z][A-Z\d-]{8,40})\b")
_YEARED = re.compile(r"(?:19|20)\d\d[A-Z]{3,12}\d{3,8}")  # 1974LISBON01610
_FILED = re.compile(r"(?=[^\W\d_]|0\d{9}$)(?=.*\d)[A-Z\d-]{10,40}")
# The symbol of a document of the United Nations: `S/11335`, `A/RES/1514 (XV)`.
_SYMBOL = re.compile(r"(?=\S*\d)[A-Z]{1,5}/[A-Z\d][\w./-]*(?: ?\([\w-]+\))?(?:/[A-Z][a-z]+\.\d)*")
# The number of a record, beside what only a catalogue says.
_SERIAL, _CATALOGUED = re.compile(r"\d{5,7}"), {"contributor", "funder", "translator"}
# `Series S-0331`, `Box 12`: where a paper lies, on short lines at its head.
_SHELF_LINE = re.compile(
    r"(?:Series|Box|File|Folder|Record Group|RG|Acc\.|Fonds?|Reel|Entry|Lot File)\.? "
    r"[\w./-]*\d[\w./-]*"
)
_SHELF_ROW = re.compile(rf"{_SHELF_LINE.pattern}(?:[ ,;]+{_SHELF_LINE.pattern})+")
_SITE = re.compile(r"\w.* (?:Digital (?:Archives?|Library|Collections?)|Digitalarchiv)")
# What a line of small print above a text says of a file: `File — Box: 139, Folder: 8`.
_BOXED = re.compile(r"\b(Box:? \d+\w?,? Folder:? \d+\w?)\b")
_IDENTIFIED = re.compile(r"\bIdentifier: (?=\S*\d)([\w./-]+)$")
_HEAD = 12
_FIRST_WORDS = re.compile(
    r"([A-Z][^:;.\n]{8,150}(?:(?<=[A-Z])\.[^:;.\n]{1,80})*?)(?:[:;.](?=\s|$)|$)"
)
_FEW, _LONGEST = 5, 150
_LOOK_BACK = 40
_CALLED = re.compile(r"[A-Z]{2,6}: (?=[^\n]*\d)[A-Z\d][^\n:;]{2,60}")
# `No. 88 NAI DFA/10/P126/1`, as editions of papers head them.
_NUMBERED_SHELF = re.compile(
    r"(?:No|Doc|Document|Nr)\.? ?\d{1,4}[:.]?\s+((?:[A-Z]{2,6} ){1,2}(?:[A-Z]{1,6}[/ ]\S*\d\S*"
    r"|(?:[A-Z][\w'\u2019]+ ){1,4}[A-Z]{0,4} ?\d[\w/-]*))"
)
# What browsers show for pages of a scan: a file, a leaf or image.
_NO_TITLE = re.compile(
    r"[\w-]+\.(?:html?|php|aspx?|txt|pdf|jpe?g|tiff?|png)"
    r"|(?:[Лл]{1,2}|[Лл]ист[ы]?|[Сс]тр?|pp?|ff?|[Ff]ol(?:io)?|Bll?|[Bb]latt|S|[Ss]eite|k|[Pp]age"
    r"|[Ii]mage"
    r"|[Ss]can|[Vv]ue|[Ff]rame|[Ss]kan|[Oo]ldal)\.? ?\d[\d\s\u2013-]*(?:\W.*)?"
)
Cells = dict[str, list[Cell]]
# What mail and memoranda have before a subject that was written of before.
_ANSWER = re.compile(
    r"(?:RE|Re|FW|Fw|FWD|Fwd|AW|WG|Betr(?:\.|ifft|eff)?|Objet|Asunto|Oggetto|Assunto|Onderwerp"
    r"|Betreft|Věc|Vec|Dotyczy|Tárgy|Subiect|Тема):\s+(?=\S)"
)


def fall_back(page: Page, found: Cells, body: Sequence[Line]) -> None:
    """Add to the columns what the rest of the page tells; body: the lines of the text."""
    if "url" not in found and page.url and not page.url.startswith("/"):
        found["url"] = [Cell(page.url, rule="canonical address")]
    first, last = (body[0].start, body[-1].start) if body else (0, -1)
    around = [line for line in page.lines if not first <= line.start <= last]
    aside = [Line(0, len(text), text) for text in page.aside.split("\n") if text]
    for column, cells in (
        ("identifier", chain(_numbers(page, found), in_aside(page.aside))),
        (
            "reference",
            chain(
                bracketed(page.lines),
                _called(found),
                _shelves(page.text, found),
                _shelf_lines(page),
                at_foot(page.lines),
                at_foot(body[: notes_from(page.text, body)]),
            ),
        ),
        ("rights", chain(notices(page.lines, page.text), _noted(permissions, around, aside))),
        ("funder", (one for one in _noted(funders, around, aside) if not _thanked(found, one))),
        (
            "credits",
            chain(translated(page.lines, page.text), translated_below(page.text, body)),
        ),
        ("translator", annotators(page.lines)),
        ("summary", chain(summaries(page.summary, page.text, page.lines), _below(page, found))),
        ("publisher", chain(_publishers(found), _sites(page.title), _headed(found))),
    ):
        if column not in found and (cell := next(cells, None)):
            found[column] = [cell]
    without_summary(page.text, found)
    _sourced(page, found, body)
    if "reference" not in found and (cited := next(_cited(found), None)):
        found["reference"] = [cited]
    settle_references(found)
    _earliest(found)
    if not found.get("date") and (dated := dateline(body)):
        found["date"] = [Cell(dated.text, dated.start, dated.end, "dateline")]
    entered(found)
    # Against a title of the page only the browser's may stand.
    title = next(_titles(page, found, body), None) if page.title or "title" not in found else None
    if title and ("title" not in found or _is_begun(page, found["title"][0], title)):
        found["title"] = [title]
    for whole in filter(None, (with_kind(page.lines, one) for one in found.get("title", ())[:1])):
        found["title"] = [whole]
    found.update(_answers(found.get("title", ())))
    _cited_first(found)


def _cited_first(found: Cells) -> None:
    """Prefer the title that an archive cites to the heading in capitals of the paper itself."""
    titles = found.get("title", [])
    cited = [one for one in titles if one.rule == "citation"]
    if cited and titles[0].rule == "heading" and titles[0].text.isupper():
        found["title"] = [*cited, *(one for one in titles if one.rule != "citation")]


def _sourced(page: Page, found: Cells, body: Sequence[Line]) -> None:
    """Take what editors' notes below a paper say of where it lies, and the notes behind them."""
    for noted in found.get("context", ())[:1]:
        if "source" in noted.rule:
            found["context"] += behind_source(page.lines, noted.end)
    for column, cell in () if "reference" in found else list(sources(page.text, body)):
        found.setdefault(column, []).append(cell)
    if "reference" not in found:
        found.update({column: [cell] for column, cell in shelved_below(page.lines)})
    if "creator" not in found and (drafters := list(drafted_below(page.text, body))):
        found["creator"] = drafters


def _below(page: Page, found: Cells) -> Iterator[Cell]:
    """Give what sums a paper up in a paragraph below it and all its fields."""
    if "body" in found and "title" in found:
        below = [line for line in page.lines if line.start >= found["body"][0].end]
        taken = [(one.start, one.end) for cells in found.values() for one in cells]
        yield from told_below(page.text, below, found["title"][0].text, taken)


def _thanked(found: Cells, giver: Cell) -> bool:
    """Tell whether thanks that are read anyway name a giver."""
    return any(giver.text in one.text for one in found.get("credits", ()))


def _noted(
    told: Callable[[Sequence[Line]], Iterator[Cell]], around: Sequence[Line], aside: Sequence[Line]
) -> Iterator[Cell]:
    """Give what sentences around a text tell, those that markup sets aside too."""
    yield from told(around)
    for cell in told(aside):
        yield cell._replace(start=-1, end=-1)


def _answers(titles: Sequence[Cell]) -> Iterator[tuple[str, list[Cell]]]:
    """Give titles without the mark of an answer or copy: `RE: Arms for Delhi`.

    >>> [one.text for _, found in _answers([Cell("RE: Arms", 5, 13)]) for one in found]
    ['Arms']
    """
    marks = [_ANSWER.match(one.text) for one in titles]
    if any(marks):
        yield "title", [
            one._replace(text=one.text[mark.end() :], start=one.end - len(one.text) + mark.end())
            if mark and one.start >= 0 and one.end - one.start == len(one.text) else one
            for one, mark in zip(titles, marks, strict=True)
        ]  # fmt: skip


def _is_begun(page: Page, mine: Cell, other: Cell) -> bool:
    """Tell whether a line that is no heading only begins what the browser's title has whole."""
    levels = {line.start: line.level for line in page.lines}
    if other.rule != "title of the page" or levels.get(mine.start, 1):
        return False
    rest = other.text.partition(" ")[2].casefold()
    below = [line.text for line in page.lines if mine.end < line.start][:_FEW]
    begun = other.text.split()[0].casefold() == mine.text.split()[0].casefold()
    return begun and len(rest) > _FEW and rest in " ".join(below).casefold()


def _titles(page: Page, found: Cells, body: Sequence[Line]) -> Iterator[Cell]:
    """Give what may be the title, the best first: the browser's, a subject, one of our making."""
    title = of_browser(page.title)
    if title and not _NO_TITLE.fullmatch(title):
        yield Cell(title, rule="title of the page")
    if paper := kind_and_subject(body):
        yield paper
    if subject := subject_below(body):
        yield Cell(subject.text, subject.start, subject.end, "subject below the salutation")
    yield from titles_of_subjects(body)
    subjects = [one for one in found.get("subjects", ()) if one.text.count(" ") > 1]
    if len(subjects) == 1:
        yield subjects[0]._replace(rule="label subject")
    supplied = supplied_title(body)
    if not body or supplied.endswith(" ...]"):
        yield from _described(found)
    if supplied:
        yield Cell(supplied, rule="supplied")


def _described(found: Cells) -> Iterator[Cell]:
    """Give the first words of a description that name a paper: `Telegram from X to Y: he says`."""
    for cell in found.get("summary", ())[:1]:
        words = _FIRST_WORDS.match(cell.text)
        if words and form(" ".join(words[1].split()[:_FEW])):
            yield Cell(words[1], cell.start, cell.start + len(words[1]), "description")


def _numbers(page: Page, found: Cells) -> Iterator[Cell]:
    """Give the number that an address, or whoever released it, gives the document."""
    for cell in found.get("url", []):
        text = cell.text if "/" not in cell.text or ":" in cell.text else f"{SCHEME}{cell.text}"
        for part in addresses(text):
            code = text[part.start : part.end]
            # The canonical address of a page may have a slug of the site's own.
            sure = code.isdigit() or cell.rule != "canonical address"
            if part.column == "identifier" and sure:
                yield Cell(code, rule="address")
    yield from _linked(page.url)
    for cell in found.get("number", []):
        if cell.rule == "label number" and (
            _FILED.fullmatch(cell.text)
            or _YEARED.fullmatch(cell.text)
            or _SYMBOL.fullmatch(cell.text)
            or (_SERIAL.fullmatch(cell.text) and _CATALOGUED & found.keys())
        ):
            yield cell
        elif "collection" in found and _LEVELS.fullmatch(cell.text):
            yield cell._replace(rule="number of an entry")
    yield from handles(found)
    yield from entry_numbers(page.text, found, page.aside)
    yield from cited_as(found)
    yield from _boxed(found, _IDENTIFIED)
    yield from printed(page.lines)
    yield from in_row(page.text)
    if released := _RELEASED.search(page.text):
        yield Cell(released[1], *released.span(1), "stamp of release")


def _linked(address: str) -> Iterator[Cell]:
    """Give the number in the address by which a list of results links a document."""
    whole = f"{SCHEME}site{address}" if address.startswith("/") else ""
    for part in addresses(whole):
        if part.column == "identifier":
            yield Cell(whole[part.start : part.end], rule="address")


def _shelves(text: str, found: Cells) -> Iterator[Cell]:
    """Give the place in an archive: beside its name, or by collection, series, box and folder."""
    for cell in found.get("keeper", []):
        if _SHELF.search(cell.text) or len(re.findall(r"\d+", cell.text)) > 2:
            yield cell
    shelf = [cell for cell in found.get("collection", []) if any(map(str.isdigit, cell.text))]
    placed = any(_BOXES.search(cell.text) for cell in shelf)
    for cell in found.get("identifier", []) if len(shelf) <= 1 and not placed else ():
        if cell.rule.startswith("label") and _LEVELS.fullmatch(cell.text):
            yield cell._replace(rule="identifier of several levels")
    for cell in found.get("head", []):
        if decimal := _DECIMAL.fullmatch(cell.text):
            yield Cell(decimal[1], cell.start, cell.start + decimal.end(1), "decimal file")
    yield from _boxed(found, _BOXED)
    if parts := found.get("collection", []):
        yield Cell(", ".join(_shelved(text, cell) for cell in parts), rule="labels of a collection")


def _boxed(found: Cells, pattern: re.Pattern[str]) -> Iterator[Cell]:
    """Give what the small print above a text says of a file."""
    for cell in found.get("head", []):
        if one := pattern.search(cell.text):
            yield Cell(one[1], cell.start + one.start(1), cell.start + one.end(1), "line of a file")


def _shelf_lines(page: Page) -> Iterator[Cell]:
    """Give the lines at the head of a paper that say, one after the other, where it lies."""
    head = [line for line in page.lines[:_HEAD] if len(line.text) <= _LONGEST]
    for line in head:
        if PIECE.fullmatch(line.text):
            yield Cell(line.text, line.start, line.end, "piece of a record office")
        if (told := kind_line(line.text)) and told.file:
            start, end = (line.start + place for place in told.file)
            yield Cell(page.text[start:end], start, end, "file beside the number")
        if numbered := _NUMBERED_SHELF.fullmatch(line.text):
            yield Cell(numbered[1], line.start + numbered.start(1), line.end, "beside the number")
        if _SHELF_ROW.fullmatch(line.text):
            yield Cell(" ".join(line.text.split()), line.start, line.end, "line of a shelf")
    near = [bool(_SHELF_LINE.fullmatch(line.text)) for line in head]
    if sum(near) > 1:
        first, last = near.index(True), len(near) - near[::-1].index(True)
        if all(near[first:last]):
            start, end = head[first].start, head[last - 1].end
            yield Cell(" ".join(page.text[start:end].split()), start, end, "lines of a shelf")


def _called(found: Cells) -> Iterator[Cell]:
    """Give a citation that is an archive's code and its name for a file: `NAA: A1838, 402/8`."""
    for cell in found.get("citation", []):
        if _CALLED.fullmatch(cell.text):
            yield cell._replace(rule="citation of a place in an archive")


def _cited(found: Cells) -> Iterator[Cell]:
    """Give a citation that is nothing but the name of an archive and a place in it."""
    for cell in found.get("citation", []):
        plain = len(cell.text) < _LONGEST and not re.search(r"[\u201c\"]|https?:", cell.text)
        if plain and any(map(str.isdigit, cell.text)) and not next(parse(cell.text), None):
            yield cell._replace(rule="citation of a place in an archive")


def _publishers(found: Cells) -> Iterator[Cell]:
    """Give the body that a rights statement says publishes the page."""
    for cell in found.get("rights", []):
        said = _PUBLISHES.match(cell.text)
        if said and kind_of(said[1]) == "group":
            start = cell.start + said.start(1)
            yield Cell(said[1], start, start + len(said[1]), "who grants the rights")


def _sites(title: str) -> Iterator[Cell]:
    """Give the site that the browser's title names last, where its name says that it publishes."""
    for mark in (" | ", " - "):
        name = title.rpartition(mark)[2].strip()
        if name != title and _SITE.fullmatch(name) and len(name) < _LONGEST:
            yield Cell(name, rule="site in the title of the page")


def _headed(found: Cells) -> Iterator[Cell]:
    """Give the site whose name alone stands above the text."""
    return (cell for cell in found.get("head", ()) if _SITE.fullmatch(cell.text))


def _earliest(found: Cells) -> None:
    """Put the earliest of several dates that labels give first: the others are of copies."""
    dates = found.get("date", [])
    labelled = [cell for cell in dates if cell.rule == "label date"]
    if len(labelled) > 1:
        labelled.sort(key=lambda cell: _begin(cell.text))
        rest = iter(labelled)
        found["date"] = [next(rest) if one in labelled else one for one in dates]


def _begin(words: str) -> str:
    """Give the first day of a date, which sorts behind all others where it cannot be read."""
    span = parse_date(words)
    return span.begin if span and span.begin else "~"


def _shelved(text: str, cell: Cell) -> str:
    """Write a part of a holding with the word for it where its value is a mere number."""
    if not cell.text[:1].isdigit():
        return cell.text
    word = re.search(r"(\w+)\W*$", text[max(cell.start - _LOOK_BACK, 0) : cell.start])
    return f"{word[1]} {cell.text}" if word else cell.text
