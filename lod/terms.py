"""The only makers of RDF terms: a term is its N-Triples spelling, validated and escaped once.

A triple is three terms; its N-Triples line is their join. Nothing else in this project may put
text from data between `<>` or quotation marks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NewType

import pyoxigraph as ox

from lod.errors import TermError
from lod.holes import Hole
from lod.lazily import regex

Term = NewType("Term", str)
Triple = tuple[Term, Term, Term]

# BCP 47 as far as syntax goes (RDF 1.1 N-Triples, LANGTAG, with subtags of at most eight).
_LANGUAGE = regex(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
# RDF 1.2 N-Triples, canonical form: these are escaped, all else is written as it is.
_TO_ESCAPE = regex(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_DIGITS = regex(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_DECIMAL = Term("<http://www.w3.org/2001/XMLSchema#decimal>")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


@lru_cache(maxsize=8192)
def iri(text: str | Hole) -> Term:
    """Make the term of an absolute IRI; use it for every IRI, ours or the data's.

    >>> iri("http://www.wikidata.org/entity/Q855")
    '<http://www.wikidata.org/entity/Q855>'

    Raises TermError when it is no absolute IRI (RFC 3987, judged by Oxigraph, which loads it).
    """
    if isinstance(text, Hole):
        return Term(f"<{text.marked('t')}>")
    try:
        ox.NamedNode(text)
    except ValueError as error:
        what = f"not an absolute IRI: {text[:200]!r}: {error}"
        raise TermError(what, mend="percent-encode or drop it") from None
    return Term(f"<{text}>")


def fragment(subject: Term, name: str) -> Term:
    """Make the IRI of a dependant of a subject: its title, its dates, its carriers.

    name is our own, so it is letters, digits and hyphens; an appended number keeps it unique.

    >>> fragment(iri("https://a.example/doc/x-1"), "title")
    '<https://a.example/doc/x-1#title>'
    """
    return Term(f"{subject[:-1]}#{name}>")


def literal(text: str | Hole, *, lang: str | None = None, datatype: Term | None = None) -> Term:
    r"""Make a literal: plain, or with a language tag, or with a datatype, never both.

    >>> literal('a "quoted"\nword', lang="en")
    '"a \\"quoted\\"\\nword"@en'

    Raises TermError on a malformed language tag, on lone surrogates and on control characters
    other than white space, which no XML could carry on.
    """
    body = text.marked("l", escape=_TO_ESCAPE) if isinstance(text, Hole) else escaped(text)
    if lang is not None:
        return Term(f'"{body}"@{_language(lang)}')
    if datatype is not None:
        return Term(f'"{body}"^^{datatype}')
    return Term(f'"{body}"')


def decimal(digits: str) -> Term:
    """Make a decimal in its canonical form, as a store gives it back.

    digits: a number without an exponent; raises TermError for all else. Source: XML Schema 1.1
    part 2, 3.3.3.

    >>> [decimal(one)[1:5] for one in ("0.9500", "1.0000", "-07.10", ".25")]
    ['0.95', '1"^^', '-7.1', '0.25']
    >>> decimal("5e-05")
    Traceback (most recent call last):
    lod.errors.TermError: not a decimal: '5e-05' (write it without an exponent)
    """
    if not _DIGITS.fullmatch(digits):
        raise TermError(f"not a decimal: {digits[:40]!r}", mend="write it without an exponent")
    whole, _, rest = digits.lstrip("+-").partition(".")
    told = f"{whole.lstrip('0') or '0'}.{rest}".rstrip("0").rstrip(".")
    sign = "-" if digits.startswith("-") and told != "0" else ""
    return literal(f"{sign}{told}", datatype=_DECIMAL)


def escaped(text: str) -> str:
    r"""Escape the text of a literal; raises TermError as `literal` does.

    >>> escaped('a "b"')
    'a \\"b\\"'
    """
    return _TO_ESCAPE.sub(_escape, text) if _TO_ESCAPE.search(text) else text


def _escape(match: re.Match[str]) -> str:
    short = _SHORT.get(match.group())
    if short is None:
        raise TermError(f"control character U+{ord(match.group()):04X} in a literal")
    return short


@lru_cache(maxsize=1024)
def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise TermError(
            f"not a language tag: {tag[:40]!r}", mend="use BCP 47, such as en or zh-Hant"
        )
    return tag.lower()


def line(triple: Triple) -> str:
    r"""Write a triple as its N-Triples line, with the newline.

    >>> line((iri("urn:a:b"), iri("urn:a:p"), literal("x")))
    '<urn:a:b> <urn:a:p> "x" .\n'
    """
    return f"{triple[0]} {triple[1]} {triple[2]} .\n"


def value(term: Term) -> str:
    r"""Read the text back out of a term of ours: the IRI, or the literal's characters.

    >>> value(literal("a\nb", lang="en")), value(iri("urn:a:b"))
    ('a\nb', 'urn:a:b')
    """
    if term.startswith("<"):
        return term[1:-1]
    body = term[1 : term.rindex('"')]
    return _UNESCAPE.sub(lambda found: _LONG[found.group()], body) if "\\" in body else body


_LONG = {short: char for char, short in _SHORT.items()}
_UNESCAPE = regex(r'\\[btnfr"\\]')
