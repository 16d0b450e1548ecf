"""Firms, by the words with which their names end: Robert Stephenson and Company, Hop Lee & Co."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.entity import Spotted

# One of these stands in every such name: most texts have none.
_SIGNS = ("Compan", " Co.", "& Co", "& Son", "and Son", "Bros", "Brothers", " Ltd", " Inc", "Limit")
_NAME = re.compile(
    r"(?<![\w'\u2019-])(?!(?:The|In|For|By|And|Of|At|From|To|With|Messrs|Mr|Our|This|That)\b)"
    r"(?:[A-Z][\w'\u2019-]{1,40}+,? (?:of )?|[A-Z]\. ?){1,5}?"
    r"(?:(?:and|&) (?:Company|Co\b\.?|Sons?|Brothers|Bros\b\.?|Partners)"
    r"(?:,? (?:Ltd|Limited|Inc)\b\.?)?"
    r"|(?:Bros\.|Company,?|Co\.,?) (?:Ltd|Limited|Inc)\b\.?|(?:Ltd\b|Limited\b|Inc\b)\.?)"
)


def firms(text: str, begin: int) -> Iterator[Spotted]:
    """Find the names of firms in a stretch of a page that begins at a place of it.

    >>> text = "a partner in the firm of Hop Lee & Co. and"
    >>> [text[one.start : one.end] for one in firms(text, 0)]
    ['Hop Lee & Co.']
    """
    if any(sign in text for sign in _SIGNS):
        for one in _NAME.finditer(text):
            yield Spotted(one.start() + begin, one.end() + begin, "group", rule="name of a firm")
