"""The body whose office stands above a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.namewords import BODIES
from lod.sources.pages.papers.closings import INITIALS, SURNAME, is_sentence
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import OFFICES

OF_SIGNATORY = "office of the signatory"
_LINES, _WORDS = 3, 20
_HEADS = BODIES | {"department"}
# Who signs with an office before the name.
TITLED = re.compile(rf"([^\W\d_a-z]\S*)\s.*?((?!(?:CC|CK|KC|ZK|ЦК)\s){INITIALS}\s*{SURNAME})$")
_OF = re.compile(r"\b(?:of|OF)\s+(?:the\s+|THE\s+)?")
_SAID = re.compile(r"\b(?:was|were|is|are|has|had)\b")


def signing_body(lines: Sequence[Line], at: int) -> Iterator[Told]:
    """Find the body in the office that stands above a signature, over one to three lines.

    at: the line of the signature.
    """
    for first in range(max(at - _LINES, 0), at):
        words = lines[first].text.split(None, _WORDS)
        if not words or words[0].casefold() not in OFFICES or len(words) > _WORDS:
            continue
        if TITLED.fullmatch(lines[first].text):
            continue  # somebody else signs with his office
        if any(is_sentence(one.text) and not one.text[0].islower() for one in lines[first:at]):
            continue  # the text stands between
        start, end = lines[first].start, lines[at - 1].end
        text = "\n".join(one.text for one in lines[first:at])
        body = _OF.search(text)
        heads = {word.strip(",.:").casefold() for word in words}
        named = len(text[body.end() :].split()) > 1 if body else False
        if body and named and not _SAID.search(text) and not _HEADS.isdisjoint(heads):
            begin = start + body.end()
            stop = end - (1 if text.endswith((".", ":")) else 0)
            yield Told("corporate_author", begin, stop, OF_SIGNATORY)
        return
