"""Summaries that no label announces: by a site's markup, `class="abstract"`, or in a cable."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping, Sequence

from lxml import html

from lod.sources import Cell
from lod.sources.pages.words.pageline import Line

CALLED = re.compile(
    r"(?:^|[\s_-])(?:abstract|summary|regest|kopfregest|synopsis|annotation|r\u00e9sum\u00e9|resumen"
    r"|resumo|riassunto|streszczenie)(?:$|[\s_-](?!title|label|head))",
    re.IGNORECASE,
)
_BY_MARKUP = "summary by its markup"
_OF_CABLE = re.compile(
    r"\b(?:SUMMARY|Summary)[:.]\s+(\S[^\0]{30,3000}?)\s+(?:END|End) (?:SUMMARY|[Ss]ummary)"
)
_SHORTEST, _LONGEST = 40, 1500
_STOPS = (".", "!", "?", ".\u201d", '."')


def called_summary(root: html.HtmlElement) -> str:
    """Give the words of the only element that markup calls a summary, "" where none or several are.

    >>> said = "Tito explains his five points for the Near East."
    >>> called_summary(html.document_fromstring(f'<p class="abstract">{said}</p><p>Hello</p>'))
    'Tito explains his five points for the Near East.'
    """
    found = dict.fromkeys(
        words
        for element in root.iter("p", "div", "section", "blockquote")
        if CALLED.search(element.get("class") or "")
        if _SHORTEST <= len(words := " ".join(str(element.xpath("string()")).split())) <= _LONGEST
    )
    return next(iter(found)) if len(found) == 1 else ""


def summaries(said: str, text: str, lines: Sequence[Line]) -> Iterator[Cell]:
    """Give the line that is the summary of the markup, then that with which a cable opens.

    said: the words of the markup's summary. text: of the page.
    """
    for line in lines if said.endswith(_STOPS) else ():
        if line.text == said and not line.level and not line.kind:
            yield Cell(said, line.start, line.end, _BY_MARKUP)
    found = _OF_CABLE.search(text) if "END SUMMARY" in text or "End summary" in text else None
    if found:
        yield Cell(" ".join(found[1].split()), *found.span(1), "summary of a cable")


def without_summary(text: str, found: MutableMapping[str, list[Cell]]) -> None:
    """Leave the summary of the markup out of the text of a document above or below which it is."""
    body = found.get("body", [])
    for cell in found.get("summary", ()) if len(body) == 1 else ():
        start, end = body[0].start, body[0].end
        if cell.rule != _BY_MARKUP or cell.end - cell.start == end - start:
            continue
        if cell.end == end:
            end = start + len(text[start : cell.start].rstrip())
        elif cell.start == start:
            start = end - len(text[cell.end : end].lstrip())
        found["body"] = [body[0]._replace(text=text[start:end], start=start, end=end)]
