"""Words by which pages of archives announce a field, and lines that are a site's furniture."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from lod.sources.pagetext import Line

# How far a value reaches: one line, paragraphs or a list up to the next label, a citation that
# may be spread over lines, or nothing because the label only opens a group of others.
Reach = Literal["line", "text", "list", "citation", "contents", "none"]


class Label(NamedTuple):
    """What a label announces: the column, how far its value reaches, and the value beside it.

    sure: it can be nothing else; a label that is an everyday word too (Source, Rights) counts
    only beside another label. value: place of a value on the same line, None where there is none.
    """

    column: str
    reach: Reach
    sure: bool
    value: tuple[int, int] | None = None


_LABELS: dict[str, tuple[str, Reach]] = {
    **dict.fromkeys(("citation", "preferred citation", "cite as", "how to cite"), ("citation", "citation")),
    **dict.fromkeys(("summary", "abstract", "description"), ("summary", "text")),
    **dict.fromkeys(("credits", "credit", "acknowledgements"), ("credits", "text")),
    **dict.fromkeys(("original language", "language", "languages"), ("language", "line")),
    **dict.fromkeys(("contents", "document contents"), ("text_language", "contents")),
    **dict.fromkeys(("rights", "rights statement", "copyright", "usage rights"), ("rights", "text")),
    **dict.fromkeys(("source", "archival reference", "call number", "shelfmark"), ("reference", "line")),
    **dict.fromkeys(("original archive", "repository", "holding archive"), ("keeper", "list")),
    **dict.fromkeys(("date", "document date", "creation date", "date created"), ("date", "line")),
    **dict.fromkeys(("title", "document title"), ("title", "line")),
    **dict.fromkeys(("record id", "document id", "identifier", "record number"), ("identifier", "line")),
    **dict.fromkeys(("url", "permalink", "persistent link"), ("url", "line")),
    **dict.fromkeys(("author", "authors", "creator", "creators"), ("creator", "list")),
    **dict.fromkeys(("contributors", "document contributors"), ("contributor", "list")),
    **dict.fromkeys(("donors", "funders"), ("funder", "list")),
    **dict.fromkeys(("type", "document type"), ("type", "line")),
    **dict.fromkeys(("original classification", "classification"), ("classification", "line")),
    **dict.fromkeys(("associated places", "places mentioned"), ("places", "list")),
    **dict.fromkeys(
        ("associated topics", "subjects discussed", "subjects", "keywords"), ("subjects", "list")
    ),
    **dict.fromkeys(
        ("associated people & organizations", "associated people and organizations",
         "associated people"), ("people", "list")
    ),
    **dict.fromkeys(("document information", "about this document"), ("", "none")),
    **dict.fromkeys(("original uploaded date", "original upload date", "uploaded"), ("uploaded", "line")),
}
