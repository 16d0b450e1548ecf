"""Who was asked, and by whom: the head of an interview, or of an oral history."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources import Cell
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.listednames import persons_in
from lod.sources.pages.words.pageline import Line

ASKED, ASKS = ASKING = ("interviewee", "interviewer")
_LONGEST, _WIDEST, _HEAD = 200, 400, 30
# Without one of these no line says it.
_STEMS = ("nterview", "ntrevist", "ntervist", "arrator", "нтервью", "espondent", "ywiad", "ozhovor",
          "estion", "onducted by", "ozmawia", "efragt")  # fmt: skip
_WORDS = (
    r"[*_]{0,2}(?:"
    r"(?P<interviewer>(?i:interviewers?(?:\(s\))?|interviewerin(?:nen)?|interviewed by"
    r"|(?:interview|questions) (?:conducted |recorded |put )?by|conducted by"
    r"|entrevistador(?:a|es|as)?|entrevistado por|entrevista (?:realizada )?por|intervistator[ei]"
    r"|intervista (?:a cura )?di|interrogé par|propos recueillis par|interviewt von|befragt von"
    r"|das (?:gespräch|interview) führten?|rozmawiał[aiy]?|wywiad przeprowadził[aiy]?"
    r"|rozhovor vedl[ai]?|интервьюер(?:ы)?|интервью (?:взял[аи]?|вёл|провёл)))"
    r"|(?P<interviewee>(?i:interviewees?(?:\(s\))?|interview (?:with|of)|person interviewed"
    r"|narrators?|respondents?|interviewpartner(?:in)?|gesprächspartner(?:in)?|befragter?"
    r"|entrevistad[oa]s?|entrevista (?:a|con)|intervistat[oaie]|interviewée?s?|personne interrogée"
    r"|rozmówc[ay]|respondent(?:ka)?|интервьюируем(?:ый|ая)|интервью с))"
    r"):?[*_]{0,2}:?[*_]{0,2}"
)
_LABEL = re.compile(_WORDS)
_LINE = re.compile(rf"{_WORDS}\s+(?P<names>[^\W\d_a-z].*)")
# `[Jan Orlov was interviewed by Eva Dorn in Bern on 5 May 1999.]`
_SENTENCE = re.compile(
    r"[\[(*_]{0,2}(?P<interviewee>[^\W\d_a-z][^.;:]{2,60}?) (?:was|were) interviewed"
    r"(?: (?:in|at|on) [^.;:]{2,40}?)? by (?P<interviewer>[^\W\d_a-z][^.;:]{2,80}?)"
    r"(?=[.;\])*_]|,? (?:in|at|on|for|during) |$)"
)
# `Interview with Jan Orlov by Eva Dorn`, `Interview given by Jan Orlov to Eva Dorn`
_OF_BOTH = re.compile(
    r"(?:(?:The )?(?i:interview (?:with|of)) "
    r"(?P<interviewee>[^\W\d_a-z](?:[^.;:]|(?<=\b[A-Z])\.){2,80}?),? by "
    r"|(?:[^.;:]{0,40}\b(?i:interview) )?(?:which was )?(?:given|granted|accorded) by "
    r"(?P<giver>(?:the )?[^\W\d_a-z](?:[^.;:]|(?<=\b[A-Z])\.){2,120}?),? to )"
    r"(?P<interviewer>(?:the )?[^\W\d_][^;:\n]{2,120}?)"
    r"(?=(?<!\b[A-Z])[.;:](?: |$)|, (?:in|on|at|for)\b|$)"
)


def interviewed(lines: Sequence[Line]) -> Iterator[Told]:
    """Find who was asked and who put the questions, in the first lines of a text.

    >>> said = "Interviewers: Eva Dorn and Jan Hora"
    >>> [(one.column, said[one.start : one.end])
    ...     for one in interviewed([Line(0, len(said), said)])]
    [('interviewer', 'Eva Dorn'), ('interviewer', 'Jan Hora')]
    """
    for at, line in enumerate(lines[:_HEAD]):
        text = line.text[:_WIDEST]
        near = f"{lines[at - 1].text if at else ''} {text}".casefold()
        if "interview" in near and (found := _OF_BOTH.match(text)):
            yield from _named(line, ASKED, *found.span("giver" if found["giver"] else ASKED))
            yield from _named(line, ASKS, *found.span(ASKS))
            continue
        if len(text) > _LONGEST or not any(map(text.__contains__, _STEMS)):
            continue
        values = lines[at + 1 : at + 2] if line.kind == "term" else ()
        if values and (label := _LABEL.fullmatch(text)):
            column = ASKS if label[ASKS] else ASKED
            yield from _named(values[0], column, 0, len(values[0].text))
        elif found := _LINE.fullmatch(text):
            column = ASKS if found[ASKS] else ASKED
            yield from _named(line, column, *found.span("names"))
        elif " interviewed " in text and (found := _SENTENCE.match(text)):
            for column in (ASKED, ASKS):
                yield from _named(line, column, *found.span(column))


def leave_out_asked(found: dict[str, list[Cell]]) -> None:
    """Leave those who asked or were asked out of those who took part in a talk."""
    asked = {one.text.split()[-1] for column in ASKING for one in found.get(column, ())}
    if asked and (present := found.get("participant")):
        found["participant"] = [one for one in present if one.text.split()[-1] not in asked]


def _named(line: Line, column: str, start: int, end: int) -> Iterator[Told]:
    names = line.text[start:end].rstrip("*_ .")
    for span in persons_in(names, line.start + start, whole=False):
        yield Told(column, *span, "head of an interview")
