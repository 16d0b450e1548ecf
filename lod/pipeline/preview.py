"""Shows what a decision would change in the release, before anybody writes it down."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from lod.config import Dataset
from lod.errors import UsageError
from lod.iri import data_path
from lod.pipeline.curate import curator, rule
from lod.pipeline.run import Progress, ledger_of, silent
from lod.pipeline.way import Options, building
from lod.publish.changes import changes
from lod.reconcile.decisions import LEDGER, Ruling


class Changed(NamedTuple):
    """A thing that would change: how (`created`, `updated`, `deleted`), its path, its statements.

    Statements about the record of the thing, which say when and by which run, are left out.
    """

    action: str
    path: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


def preview(
    dataset: Dataset, rulings: Sequence[Ruling], options: Options, progress: Progress = silent
) -> Iterator[Changed]:
    """Make the release that the rulings would lead to aside, and compare it with the current one.

    Nothing is written into the ledger. Reach for this before a decision on many records: it takes
    as long as publishing does, and is exact, for it is done the same way. Raises UsageError when
    nothing is published yet, or a ruling contradicts what stands.
    """
    with tempfile.TemporaryDirectory() as made:
        ledger = Path(made) / LEDGER
        if ledger_of(dataset).exists():
            shutil.copyfile(ledger_of(dataset), ledger)
        supposed = replace(dataset, ledger=ledger)
        day = max(ruling.when[:10] for ruling in rulings)
        rule(supposed, rulings, curator(supposed, options.folder(dataset), day))
        with building(supposed, options, progress) as (run, _):
            if run.previous is None:
                mend = f"lod publish {dataset.name}"
                raise UsageError("nothing is published yet", where=dataset.name, mend=mend)
            for change in changes(run.previous, run.release, run.today):
                before = _said(run.previous, change.path, dataset.base)
                after = _said(run.release, change.path, dataset.base)
                added, removed = sorted(after - before), sorted(before - after)
                yield Changed(change.action, change.path, tuple(added), tuple(removed))


def _said(release: Path, path: str, base: str) -> set[str]:
    """Read what a release says of a thing, without what it says of the record of it."""
    file = release / f"{data_path(path)}.ttl"
    if not file.is_file():
        return set()
    found = ox.parse(path=file, format=ox.RdfFormat.TURTLE)
    lines = (f"{quad.subject} {quad.predicate} {quad.object} ." for quad in found)
    return {line for line in lines if not line.startswith(f"<{base}record/")}
