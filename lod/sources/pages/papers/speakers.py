"""Who speaks in a transcript: names before a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lod.sources.pages.papers.closings import SURNAME
from lod.sources.pages.papers.papermarks import Told, span_of
from lod.sources.pages.persons.namelist import is_name_like
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import COMMON, OFFICES

# Who speaks in a transcript without a name.
_NOBODY = COMMON | OFFICES | frozenset(
    ("вопрос", "ответ", "question", "frage", "antwort", "pytanie", "odpowiedź", "otázka", "odpověď",
     "pregunta", "respuesta", "domanda", "risposta",
     "interviewer", "interviewee", "interpreter", "moderator", "reporter", "journalist", "answer",
     "voice", "voices", "speaker", "narrator", "audience", "correspondent", "student", "host")
)  # fmt: skip
_INITIALS = 3
_SPEAKER = re.compile(rf"((?:{SURNAME}\.?\s){{0,3}}{SURNAME}):\s+\S+\s+\S")


def heads_of_speech(lines: Sequence[Line]) -> frozenset[str]:
    """Give the lines that say who speaks, above his words: they end with a colon, twice at least.

    >>> said = ["Comrade Dorn:", "It is late.", "Comrade Dorn:", "Present:"]
    >>> heads_of_speech([Line(0, 0, one) for one in said])
    frozenset({'Comrade Dorn:'})
    """
    heads = Counter(line.text for line in lines if line.text[-1:] == ":")
    return frozenset(text for text, often in heads.items() if often > 1)


def speakers(lines: Sequence[Line]) -> Iterator[Told]:
    """Find who speaks in a text: names before a colon, two at least, twice at least.

    >>> said = ["Dorn: It is late.", "Orlov: It is not.", "Dorn: We go now.", "Orlov: So be it."]
    >>> found = speakers([Line(100 * at, 100 * at + len(one), one) for at, one in enumerate(said)])
    >>> [(one.start, one.end) for one in found]
    [(0, 4), (100, 105), (200, 204), (300, 305)]
    """
    spoken = [
        (line, match)
        for line in lines
        if ":" in line.text and (match := _SPEAKER.match(line.text)) and is_name_like(match[1])
    ]
    if not spoken:
        return
    often = Counter(match[1] for _, match in spoken)
    taken = [name for name in often if often[name] > 1]
    named = [
        name for name in taken
        if name.casefold() not in _NOBODY and not (name.isupper() and len(name) <= _INITIALS)
    ]  # fmt: skip
    if len(taken) > 1:
        for line, match in spoken:
            if match[1] in named:
                yield Told("participant", *span_of(line, match, 1), "speaker")
