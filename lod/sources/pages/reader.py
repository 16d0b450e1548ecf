"""Pages of archives: text, Markdown or HTML, one row a page.

Columns: title, date, summary, citation, reference, url, identifier, language (of the original),
text_language, credits, publisher, rights, keeper, creator, contributor, funder, type,
classification, places, subjects, people, uploaded, context (prose about the collection), body
(the text itself) and content (the whole page, from which a page without a number gets its key).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from lod.config import Source
from lod.entity import Gazetteer
from lod.errors import SourceError
from lod.issue import Issue
from lod.sources import CELL_LIMIT, Row, Slice
from lod.sources.encoding import detect
from lod.sources.files import BROKEN, cut_off, files, name_of, open_bytes, unread

# Bytes of most pages: to ask for as many as one may have takes longer than to read them.
_MOST = 1 << 16
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Pages:
    """Reads a folder or pattern of pages; a row is looked up by the name of its file.

    gazetteers: what knows names in running text; without any, only form shows names.
    """

    gazetteers: tuple[Gazetteer, ...] = ()

    def slices(self, source: Source, folder: Path) -> Iterator[Slice | Issue]:
        """Give each page as one slice; raises SourceError where there is no page.

        An empty page, and one longer than the limit of a cell, is reported and left out.
        """
        from lod.sources.pages.layout.recurrence import recurring  # noqa: PLC0415 - as in `rows`

        paths = list(files(source, folder, SUFFIXES, blank=True))
        again = recurring(paths)
        for path in paths:
            name = name_of(path, folder)
            if path.stat().st_size > CELL_LIMIT:
                message = f"the page is longer than {CELL_LIMIT >> 20} MiB; it was left out"
                yield Issue(message=message, code="cell/too-long", severity="error",
                            source=name, row=path.name)  # fmt: skip
                continue
            try:
                found = detect(str(path), source.encoding, name)
            except SourceError as error:  # of one page among others
                yield unread(name, f"the page {error.what}; it was left out", path.name)
                continue
            if found.issue:
                yield found.issue
            yield Slice(str(path), name, found.mark, encoding=found.encoding, recurring=again)

    def rows(
        self, source: Source, part: Slice, columns: Sequence[str] = ()
    ) -> Iterator[Row | Issue]:
        """Read one page; columns are not asked for, a page has the same work for all."""
        with closing(open_bytes(part.path)) as stream:
            try:
                data = stream.read(_MOST)
                if len(data) == _MOST:
                    data += stream.read(CELL_LIMIT + 1 - _MOST)
            except BROKEN as error:
                yield cut_off(part.name, error)
                return
        # Its patterns take a third of a second to make: who reads no pages shall not wait for them.
        from lod.sources.pages.pagerow import read_page  # noqa: PLC0415

        yield from read_page(data, part, self.gazetteers)
