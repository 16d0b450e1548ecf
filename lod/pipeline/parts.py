"""Cuts the sources into parts, and says which columns the crosswalk asks for in vain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from lod.config import Dataset, Source
from lod.issue import Issue
from lod.pipeline.gazetteers import gazetteers
from lod.registry import find
from lod.sources import Reader, Slice
from lod.sources.crosswalk import Crosswalk
from lod.sources.pages.reader import Pages
from lod.sources.readers import READERS


def reader(source: Source) -> Reader:
    """Find the reader of a source's format; raises RegistryError that lists what there is.

    Readers of running text are given the names to look for: those of the embedded authority,
    and what installed packages offer, such as a trained model (`gazetteers.py`).
    """
    found = find("reader", source.format, READERS)
    return replace(found, gazetteers=gazetteers()) if isinstance(found, Pages) else found


@lru_cache(maxsize=8)
def crosswalk(dataset: Dataset, source: Source) -> Crosswalk:
    """Prepare the crosswalk of a source, once in a process."""
    return Crosswalk(dataset, source)


def parts(dataset: Dataset, source: Source) -> Iterator[Slice | Issue]:
    """Cut a source into parts; what is not there or not used is named once.

    Raises SourceError when the source cannot be read at all.
    """
    known: set[str] = set()
    rules = crosswalk(dataset, source)
    yield from rules.withheld(source.path.name)
    for part in reader(source).slices(source, dataset.folder):
        if isinstance(part, Slice) and part.header and part.name not in known:
            known.add(part.name)
            yield from rules.absent(part.header, part.name)
        yield part
