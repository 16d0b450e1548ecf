"""Reads pages as a run does, to the record, for the tests of names and parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lod.config import Dataset, load
from lod.issue import Issue
from lod.reconcile import gazetteer
from lod.reconcile.keys import fold
from lod.reconcile.parse import entity_kind
from lod.record import Record
from lod.sources import Row, Slice
from lod.sources.crosswalk import Crosswalk
from lod.sources.pages.reader import Pages

ROOT = Path(__file__).parents[3]


class Catalogued(NamedTuple):
    """A page's row and its record."""

    row: Row
    record: Record

    @property
    def people(self) -> set[str]:
        """Give the names of persons."""
        return {
            one.name for one in self.record.agents if entity_kind(one.kind, one.name) == "person"
        }

    @property
    def places(self) -> set[str]:
        """Give the names of places."""
        return {one.name for one in self.record.places}

    def role(self, role: str) -> list[str]:
        """Give the names in a role."""
        return [one.name for one in self.record.agents if one.role == role]

    def numbers(self, scheme: str = "document-number") -> list[str]:
        """Give the numbers of a scheme."""
        return [one.value for one in self.record.identifiers if one.scheme == scheme]


@cache
def pages_dataset() -> Dataset:
    """Give the dataset of the five pages, whose crosswalk is that of any pages."""
    return load(ROOT / "datasets" / "pages")


def catalogued(path: Path) -> Iterator[Catalogued]:
    """Read a page, or the pages of a folder."""
    source = replace(pages_dataset().sources[0], path=path)
    reader, rules = Pages((gazetteer.load(),)), Crosswalk(pages_dataset(), source)
    folder = path if path.is_dir() else path.parent
    for part in reader.slices(source, folder):
        for row in reader.rows(source, part) if isinstance(part, Slice) else ():
            if isinstance(row, Issue):
                assert row.severity == "info"
                continue
            record, _ = rules.read(row)
            assert record is not None
            yield Catalogued(row, record)


def page(tmp_path: Path, text: str, name: str = "page.txt") -> Catalogued:
    """Read one page from its text."""
    path = tmp_path / name
    path.write_text(text)
    (found,) = catalogued(path)
    return found


def is_same(wanted: str, found: str) -> bool:
    """Tell whether a name found is the one wanted: by its last word, and no word against it."""
    want, have = fold(wanted).split(), fold(found).split()
    if not have or want[-1] not in have:
        return want == have[: len(want)]
    return len(want) == 1 or len(have) == 1 or have[0][0] == want[0][0] or set(want) <= set(have)
