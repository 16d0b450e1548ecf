"""Says what is wrong with a query: the store's parser gives a place behind it, and its tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from lod.errors import UsageError
from lod.lazily import regex
from lod.store.gate import TOKEN

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_EXPECTED = "SELECT, ASK, CONSTRUCT or DESCRIBE expected"
# SPARQL 1.1 Query Language, 19.8 (grammar), and what 1.2 and the store add.
_VOCABULARY = """
A ABS ADJUST ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS
COUNT DATATYPE DAY DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH
GROUP GROUP_CONCAT HASLANG HASLANGDIR HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC
ISTRIPLE ISURI LANG LANGDIR LANGMATCHES LATERAL LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED
NOT NOW OBJECT OFFSET OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM
SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE
STRDT STRENDS STRLANG STRLANGDIR STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TRUE
TZ UCASE UNDEF UNION URI UUID VALUES VERSION WHERE YEAR
"""
_WORDS = frozenset(_VOCABULARY.split())
_PROLOGUE = {"PREFIX", "BASE", "VERSION"}
_CLOSES = {"(": ")", "[": "]", "{": "}"}
_PLACE = regex(r"error at (\d+):(\d+): ?")
# What the parser says in words stands among its tokens, which are one word or in brackets.
_SENTENCE = regex(r"(?:^|, |one of )([A-Z][a-z]*(?: \w+){2,})(?=,|$)")
_LONGEST_SHOWN = 80
_ALIKE = 0.6


def syntax_error(text: str, message: str) -> UsageError:
    """Make the error of a query that the parser refused: what, the line and column, the mend.

    message: the parser's. Its expectations are of no use: they are those of the longest keyword.
    """
    tokens = [found for found in TOKEN.finditer(text) if found.lastgroup != "skip"]
    for judge in (_form, _quoted, _word, _bracket):
        if (error := judge(text, tokens)) is not None:
            return error
    found = _PLACE.search(message)
    if found is None:
        return UsageError(" ".join(message.split())[:300], where="query")
    expected = " ".join(message[found.end() :].removeprefix("expected ").split())
    said = _SENTENCE.search(expected)
    mend = said[1][0].lower() + said[1][1:] if said else ""
    return _near(text, _before(text, tokens, int(found[1]), int(found[2])), mend)


def _form(text: str, tokens: Sequence[re.Match[str]]) -> UsageError | None:
    """Find what stands where the form of the query should: nothing, or another word."""
    rest = iter(tokens)
    for found in rest:
        word = found.group().upper()
        if word in _FORMS:
            return None
        if word not in _PROLOGUE:
            return _near(text, found.start(), _EXPECTED)
        if word == "PREFIX":
            next(rest, None)
        next(rest, None)
    end = tokens[-1].end() if tokens else 0
    return UsageError("there is no query", where=_where(text, end), mend=_EXPECTED)


def _quoted(text: str, tokens: Sequence[re.Match[str]]) -> UsageError | None:
    """Find the first quotation mark that begins no text."""
    marks = (found.start() for found in tokens if found.group() in {'"', "'"})
    first = next(marks, None)
    if first is None:
        return None
    return UsageError("the text is never closed", where=_where(text, first))


def _word(text: str, tokens: Sequence[re.Match[str]]) -> UsageError | None:
    """Find the first bare word that is none of SPARQL's."""
    for found in tokens:
        word = found.group().upper()
        if found.lastgroup == "word" and word not in _WORDS:
            alike, meant = max((OSA.normalized_similarity(word, one), one) for one in _WORDS)
            other = "a variable is written ?x, a name prefix:x"
            mend = f"did you mean {meant}?" if alike >= _ALIKE else other
            what = f"no word of SPARQL: {found.group()[:_LONGEST_SHOWN]}"
            return UsageError(what, where=_where(text, found.start()), mend=mend)
    return None


def _bracket(text: str, tokens: Sequence[re.Match[str]]) -> UsageError | None:
    """Find the first bracket that has no other half."""
    opened: list[re.Match[str]] = []
    for found in tokens:
        sign = found.group()
        if found.lastgroup == "open":
            opened.append(found)
        elif found.lastgroup == "close":
            wanted = _CLOSES[opened.pop().group()] if opened else ""
            if sign != wanted:
                what = f"{sign} where {wanted} is expected" if wanted else f"{sign} closes nothing"
                return UsageError(what, where=_where(text, found.start()))
    if not opened:
        return None
    what = f"{opened[-1].group()} is never closed"
    return UsageError(what, where=_where(text, opened[-1].start()))


def _near(text: str, at: int, mend: str) -> UsageError:
    start = text.rfind("\n", 0, at) + 1
    shown = text[start:].partition("\n")[0].strip()[:_LONGEST_SHOWN]
    return UsageError(f"not SPARQL near: {shown}", where=_where(text, at), mend=mend)


def _where(text: str, at: int) -> str:
    line, start = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at) + 1
    return f"query, line {line}, column {at - start + 1}"


def _before(text: str, tokens: Sequence[re.Match[str]], line: int, column: int) -> int:
    """Give where the last token begins that the parser came to."""
    lines = text.split("\n")[: line - 1]
    reached = sum(len(one) + 1 for one in lines) + column - 1
    return max((one.start() for one in tokens if one.start() <= reached), default=0)
