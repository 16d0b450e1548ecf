"""One line of a page, whatever the page is written in."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["", "term", "value", "note"]


class Line(NamedTuple):
    """A line with something on it: its place in the page's text, without marks, and its level.

    level: 1 to 6 for headings, else 0. kind: what the page's own marks make of it, as in tables
    and lists of definitions: a term, the value of the term above it, or neither.
    """

    start: int
    end: int
    text: str
    level: int = 0
    kind: Kind = ""
