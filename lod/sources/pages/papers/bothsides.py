"""Those who took part, by their sides within a sentence: `von deutscher Seite X, Y; von ...`."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.listednames import persons_listed
from lod.sources.pages.words.pageline import Line

RULE = "those present by their sides"
_LONGEST, _OPENING, _MARKS = 1500, 120, " *-\u2013\u2014\u2022\u00b7"
# That somebody took part, as such sentences begin, up to the first side.
_THERE = re.compile(
    r"\b(?:[Nn]ahm(?:en)?|[Aa]nwesend|[Zz]ugegen|[Tt]eilnehmer|[Bb]eteiligt|[Tt]ook part|[Pp]resent"
    r"|[Aa]ttended|[Pp]articipa\w+|[Tt]aking part|[Aa]ttending|[Pp]résents|[Aa]ssist\w+"
    r"|[Uu]czestni\w+|[Oo]becn[iy]|[Uu]dział|[Pp]resent[ei]|[Pp]artecip\w+|[Aa]sist\w+"
    r"|[Zz]účastnili|[Pp]řítomni|[Пп]рисутств\w+|[Уу]част\w+|[Пп]рисъства\w+)\b"
)
_SIDE = re.compile(
    r"(?i:\b(?:on|for|from) (?:the |our |their )(?:[\w-]+ )?(?:side|part|delegation)\b"
    r"|\b(?:von|auf|v\.|seitens) (?:der |des )?[\w-]+(?:er|en)? seite\b|\b\w{5,}erseits\b"
    r"|\bseitens de[rs] [\w-]+(?: [A-ZÄÖÜ][\w-]+)?"
    r"|\b(?:du|de) côté [\w'\u2019-]+|\bpour la partie [\w-]+|\bde la part de la partie [\w-]+"
    r"|\b(?:ze|z) strony \w+|\bza \w+ stranu|\bdalla parte \w+|\bda parte \w+"
    r"|\bpor (?:la )?parte \w+|\bс(?:о)? \w+ стороны|\bот \w+ страна)"
)
# What stands between a side and the first of its people.
_BETWEEN = re.compile(
    r"(?:[\s,:]|\b(?:teil|were|was|there|die|der|Herren|Herr|MM\.|les|los|i|тт?\.)(?![\w]))*"
)
_TAIL = re.compile(r"[\s,;]*(?:\bteil\b)?[\s.]*$")
_STOP = re.compile(r"(?<=\w{3}[\w)])\.(?=\s+[^\W\d_a-z]\w)")
_SIDES = ("eite", "side", "seits", "seitens", "côté", "parti", " part", "stron", "stran", "parte",
          "delegation", "сторон", "страна")  # fmt: skip


def by_sides(line: Line) -> Iterator[Told]:
    """Find those whom a sentence at the head of a record names by their sides.

    >>> text = "Es nahmen von deutscher Seite teil: StS Orlov, MD Dorn; von polnischer Seite Hora."
    >>> [text[one.start : one.end] for one in by_sides(Line(0, len(text), text))]
    ['Orlov', 'Dorn', 'Hora']
    """
    text = line.text
    if len(text) > _LONGEST or not any(map(text.__contains__, _SIDES)):
        return
    sides = list(_SIDE.finditer(text))
    if not sides or not _is_of_those_there(text, sides[0]):
        return
    stops = [*(one.start() for one in sides[1:]), len(text)]
    for side, stop in zip(sides, stops, strict=True):
        between = _BETWEEN.match(text, side.end(), stop)
        begin = between.end() if between else side.end()
        sentence = _STOP.search(text, begin, stop)
        tail = _TAIL.search(text, begin, sentence.start() if sentence else stop)
        end = tail.start() if tail else stop
        for lo, hi in persons_listed(text[begin:end], line.start + begin):
            yield Told("participant", lo, hi, RULE)
        if sentence:
            return


def _is_of_those_there(text: str, first: re.Match[str]) -> bool:
    """Tell whether a line says that somebody took part, or begins with a side and a colon."""
    if not text[: first.start()].strip(_MARKS) and text[first.end() :].lstrip("* ")[:1] == ":":
        return True
    there = _THERE.search(text, 0, _OPENING) if first.start() <= _OPENING else None
    return there is not None and there.start() <= first.end() + _OPENING // 2
