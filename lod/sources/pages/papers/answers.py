"""Which telegram or letter a paper answers: the number of that one, as the text gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.papers.papermarks import VALUE, Told, span_of
from lod.sources.pages.words.pageline import Line

_ANSWERED = (
    re.compile(
        r"(\d{2,6})\.\s+[^.]{0,60}?\byour (?:telegram|cable|letter|message|note|dispatch|report)"
    ),
    re.compile(
        r"\b(?:[Ii]n (?:reply|response|answer) to|[Rr]efer(?:ring)? to"
        r"|[Rr]eply(?:ing)? to|[Ww]ith reference to|[Rr]e:?"
        r"|[Rr]ef(?:erence)?:?|[Rr]egarding)\s+your\s+(?:\w+\s+){0,3}?(?:No\.?|N|\u2116|Nr\.?)\s*"
        rf"({VALUE}?)[.,;]?(?=\s|$)"
    ),
    re.compile(
        r"(?:^|(?<=[.:] ))(?:In (?:reply|response|answer) to|Replying to)"
        rf" (?:No\.?|N|\u2116|Nr\.?)\s*({VALUE}?)[.,;]?(?=\s|$)"
    ),
    # `Ref.: your telegram 1124`, `Reference: Your 87 of 5 May`
    re.compile(
        r"^(?:[Rr]ef(?:erence|s)?\.?|REF(?:ERENCE)?|[Rr]e)\s?:\s*[Yy]our\s+"
        r"(?:(?:telegram|cable|letter|message|note|d[ei]spatch|teleprinter|circular)s?\s+)?"
        rf"(?:(?:No\.?|N|\u2116|Nr\.?)\s*)?({VALUE}?)[.,;]?(?=\s|$)"
    ),
    re.compile(rf"^[Yy]our (?:No\.|\u2116|telegram No\.?|cable No\.?)\s*({VALUE}?)[.,;]?(?=\s|$)"),
)
# Without `your`, one of these says it.
_REPLIES = ("In reply to", "In response to", "In answer to", "Replying to")
_ANSWERS = re.compile(r"(\d{2,6})\.\s+(?=[A-Z])")
_TO_ONE = re.compile(
    r"(?:To|TO)\s+(?:(?:[Cc]omrade|[Cc]de\.)\s+)?[A-Z][\w'\u2019-]+(?: [A-Z][\w.'-]*){0,2}"
)


def answered(line: Line) -> Iterator[Told]:
    """Find the number of the telegram or letter that the text answers."""
    head = line.text[:400]
    answers = head.startswith(("In ", "Replying")) and any(words in head for words in _REPLIES)
    if not answers and "your" not in head and "Your" not in head:
        return
    found = (
        pattern.match(head) if at == 0 else pattern.search(head)
        for at, pattern in enumerate(_ANSWERED)
    )
    match = next(filter(None, found), None)
    if match:
        yield Told("answered", *span_of(line, match, 1), "number answered")


def answered_first(lines: Sequence[Line], at: int) -> Iterator[Told]:
    """Find the number with which a telegram begins right below its address: the one it answers.

    >>> lines = [Line(0, 10, "To SHTYKOV"), Line(11, 30, "88. Tell Kim to wait")]
    >>> [(one.column, one.start, one.end) for one in answered_first(lines, 1)]
    [('answered', 11, 13)]
    """
    found = _ANSWERS.match(lines[at].text)
    if not found or not at or not _TO_ONE.fullmatch(lines[at - 1].text):
        return
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if not following.startswith(f"{int(found[1]) + 1}. "):  # a list
        yield Told("answered", *span_of(lines[at], found, 1), "number that opens an answer")
