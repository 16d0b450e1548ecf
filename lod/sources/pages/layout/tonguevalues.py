"""Languages in the value of a label: of the original, of the text, and who translated it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.normalize.credits import parse_credits
from lod.normalize.languages import language_tag
from lod.sources.pages.layout.heading import Part

_LONGEST_CODE, _LONGEST = 50, 2000
_TONGUES = re.compile(r"[;,/|\u00b7]|\s(?:and|und|et|y|e|i|&|и)\s")
_TONGUE = re.compile(
    r"(?:(?:[Oo]riginal(?:ly)?|[Tt]ext|[Ww]ritten|[Mm]aterials?(?: (?:is|are))?|[Dd]ocument|is|are"
    r"|[Mm]ainly|[Tt]ranslated|[Tt]exts?:?|[Oo]riginal:|[Oo]fficial text:) )*"
    r"(?:(?:[Ii]n|from) )?([^\W\d_][^\W_]*(?:[ -][^\W\d_]\w+)?)"
    r"(?:\s*[(\[](original|translation|translated|[\w -]{2,20})[)\]]| languages?(?: materials?)?"
    r"| original| with .{3,40})?\.?\s*$"
)
_SENTENCE = re.compile(r"(?<=[\w)]{2})[.;]\s+(?=[^\W\d_a-z])")
# What is said of the copy in brackets: `German (typescript, 19 pp.)`.
_OF_COPY = re.compile(r"\s*\([^()]*,[^()]*\)")


def languages(text: str, start: int) -> Iterator[Part]:
    """Part several languages, and that of the original from that of the text.

    >>> [part.column for part in languages("In Russian; English (translation)", 0)]
    ['language', 'text_language']
    """
    if (ends := _SENTENCE.search(text)) and any(parse_credits(text[ends.end() :])[1]):
        yield Part("credits", start + ends.end(), start + len(text), "label language")
        text = text[: ends.start()]
    if aside := _OF_COPY.search(text):
        text = f"{text[: aside.start()]}{' ' * len(aside[0])}{text[aside.end() :]}".rstrip()
    marks = (place for one in _TONGUES.finditer(text[:_LONGEST]) for place in one.span())
    bounds = [0, *marks, len(text)]
    for lo, hi in zip(bounds[::2], bounds[1::2], strict=True):
        one = _TONGUE.search(text, lo, hi) if hi - lo < _LONGEST_CODE else None
        if one and language_tag(one[1]):
            told = one[2] is not None and one[2].startswith("transl")
            column = "text_language" if told else "language"
            yield Part(column, start + one.start(1), start + one.end(1), "label language")
