"""`SELECT *` with its columns as they come in the query: the library gives them by the alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.store.gate import TOKEN

_DECLARING = {"PREFIX": 2, "BASE": 1}  # tokens of a declaration behind its word
_KEPT = {"DISTINCT", "REDUCED"}


def in_order(text: str, names: Sequence[str]) -> str:
    """Give a query that names its columns in the order in which they first come in it.

    names: of the columns of its answer. What is no `SELECT *`, or is in order, comes back as it is.

    >>> in_order("SELECT * { ?s ?p ?o } LIMIT 3", ["o", "p", "s"])
    'SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 3'
    >>> in_order("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", ["n"])
    'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'
    """
    if len(names) < 2 or "*" not in text:
        return text
    star = _star(text)
    if star is None:
        return text
    found = (one.group()[1:] for one in TOKEN.finditer(text) if one.lastgroup == "variable")
    ranked = list(dict.fromkeys(name for name in found if name in names))
    if ranked == list(names) or len(ranked) < len(names):
        return text
    listed = " ".join(f"?{name}" for name in ranked)
    behind = text[star.end() :]
    return f"{text[: star.start()]}{listed}{'' if behind[:1].isspace() else ' '}{behind}"


def _star(text: str) -> re.Match[str] | None:
    """Find the `*` behind the first SELECT, None where other columns or another form stand."""
    tokens = _beginning(text)
    if next(tokens)[0] != "SELECT":
        return None
    word, star = next(tokens)
    if word in _KEPT:
        word, star = next(tokens)
    return star if word == "*" else None


def _beginning(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Give the tokens of a query behind its declarations, in capitals; then "" for ever."""
    skipped = 0
    for one in TOKEN.finditer(text):
        if one.lastgroup in (None, "skip"):
            continue
        word = one.group().upper()
        if skipped:
            skipped -= 1
        elif word in _DECLARING:
            skipped = _DECLARING[word]
        else:
            yield word, one
    while True:
        yield "", None
