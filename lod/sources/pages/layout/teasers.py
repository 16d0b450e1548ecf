"""Sentences without a label that sum up a page's document: told by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lod.sources import Cell
from lod.sources.pages.layout import textstart
from lod.sources.pages.layout.creditlines import is_credit
from lod.sources.pages.layout.marks import Marks
from lod.sources.pages.layout.sitenames import is_letterhead
from lod.sources.pages.layout.sitenotes import is_permission
from lod.sources.pages.papers.papermarks import markings
from lod.sources.pages.papers.salutations import greets
from lod.sources.pages.words.pageline import Line

# With or without what it was taken from, in brackets: `Who was to pay. [R 5 May 1980, 6 pp]`
_LEAD = re.compile(r"[^\W\d_a-z][^\n]{50,700}[.\u2026](?: [\[(][^\[\]()\n]{3,60}[\])])?")
# With it papers of parties begin, above their letterhead.
_MOTTO = re.compile(
    r"(?:(?:Workers|Proletarians|Proletariat) of (?:all|the) \w+|Proletarier aller Länder"
    r"|Prolétaires de tous les pays|Proletari(?:os)? (?:de todos los países|di tutti i paesi)"
    r"|Proletariusze wszystkich krajów|Proletáři všech zemí|Пролетарии всех стран"
    r"|Пролетари от всички страни),? [^.\n]{4,24}!",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[^\W\d_a-z][\w'\u2019-]{3,}")
_SPEAKS = re.compile(r"\b(?:I(?!\.)|me|my|we|us|our|you|your|herewith|hereby)\b")
# What editors say of their own work sums up nothing.
_EDITORIAL = re.compile(
    r"(?:[\w' -]{0,24}(?:[Ee]ditors?(?:['\u2019]s?)?|[Tt]ranslators?(?:['\u2019]s?)?"
    r"|[Aa]rchivists?(?:['\u2019]s?)?) [Nn]otes?"
    r"|(?:A )?[Nn]otes? on|Note|N\.B)\b ?[.:]?"
)
_DESCRIBES = re.compile(
    r"(?:This|In this) (?:document|memo(?:randum)?|telegram|cable|letter|report|record|note) "
    r"(?!(?:has been|was|is|may be|can be) (?:digiti[sz]ed|available|held|part|made|open|closed))"
)
_SHORT = 90
ABOVE_TITLE, ABOVE_DATE = "sentence above the title", "line above the date"
# Where a site has such a line, editors' prose below the text is another summary.
LEADS = frozenset((ABOVE_TITLE, ABOVE_DATE))
_BETWEEN = "sentence between fields"
_BEFORE_ACTIONS = "sentence between fields and what one may do"
_BELOW_TITLE = "sentence between title and text"


def is_lead(text: str) -> bool:
    """Tell whether a line is a sentence or several, of which nobody says I.

    >>> is_lead("The ambassador hears what was decided about the posts in the north-east.")
    True
    """
    if _LEAD.fullmatch(text) is None or _SPEAKS.search(text) is not None:
        return False
    return "ote" not in text[:40] or _EDITORIAL.match(text) is None


def describes(text: str) -> bool:
    """Tell whether a sentence says what the document that it calls by its kind tells.

    >>> describes("This letter tells how the harbour was closed."), describes("This was in May.")
    (True, False)
    """
    return text.endswith(".") and _DESCRIBES.match(text) is not None


def rule(marks: Marks, at: int, title: str) -> str:
    """Name the rule by which a line below the title sums up, "" where it does not.

    It tells of the same as the title does, or editors' thanks, a marking or the label of the text
    stand beside it.
    """
    if textstart.is_between_fields(marks, at):
        return _BETWEEN
    line, below = marks.lines[at], marks.lines[at + 1 : at + 2]
    if not below or not is_lead(line.text):
        return ""
    if at and marks.lines[at - 1].kind == "value" and marks.site[at + 1]:
        return _BEFORE_ACTIONS
    # A lead, then the paper with its letterhead or marking, or what announces its text.
    headed = _heads(below[0]) or marks.is_ruled(at + 1)
    if not headed and not textstart.goes_on(marks, at + 1):
        return ""
    greeted = greets(below[0])
    short = len(below[0].text) < _SHORT and not below[0].text.endswith((".", ",", ";"))
    short |= greeted or marks.is_ruled(at + 1)
    short |= textstart.describes(marks, at + 1)
    # As editors do beside their summary.
    thanked = is_credit(below[0]) or (at > 0 and is_credit(marks.lines[at - 1]))
    told = _share(line.text, title) or thanked or headed or textstart.announces(marks, at + 1)
    told |= textstart.heads_catalogue(marks, at + 1)
    return _BELOW_TITLE if short and told else ""


def _heads(line: Line) -> bool:
    """Tell whether a line heads a paper: a marking, a letterhead, the motto of parties."""
    head = any(markings(line)) or is_letterhead(line.text)
    return head or _MOTTO.fullmatch(line.text) is not None


def above_title(marks: Marks, titled: int) -> int:
    """Find a sentence right above the title that tells of the same; -1 where there is none."""
    at = titled - 1
    if at < 0 or marks.labels[at] or marks.beside[at] or marks.lines[at].kind:
        return -1
    text = marks.lines[at].text
    return at if is_lead(text) and _share(text, marks.lines[titled].text) else -1


def told_below(
    text: str, lines: Sequence[Line], title: str, taken: Iterable[tuple[int, int]]
) -> Iterator[Cell]:
    r"""Give the paragraph below a paper that sums it up, as it tells of the same as the title.

    lines: below the text. taken: the places of what labels and such have of them.
    """
    known, at = set(taken), 0
    while at < len(lines):
        last = at
        while (
            last + 1 < len(lines) and text[lines[last].end : lines[last + 1].start].count("\n") == 1
        ):
            last += 1
        start, end = lines[at].start, lines[last].end
        words = " ".join(text[start:end].split())
        free = not any(one < end and start < two for one, two in known)
        if free and is_lead(words) and not is_permission(words) and _share(words, title):
            yield Cell(words, start, end, "paragraph below the text")
            return
        at = last + 1


def _share(text: str, title: str) -> bool:
    """Tell whether a sentence names somebody or something that the title names too."""
    called = _CAPITALS.findall(title.title() if title.isupper() else title)
    return not set(_CAPITALS.findall(text)).isdisjoint(called)
