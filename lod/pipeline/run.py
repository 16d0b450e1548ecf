"""One run: what every worker needs to know, and nothing that a worker may change."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from lod.config import Dataset
from lod.errors import DataError, DiskError
from lod.publish.manifest import told
from lod.reconcile.decisions import LEDGER, read
from lod.version import VERSION
from lod.vocabulary import load

if TYPE_CHECKING:
    from lod.pipeline.work import Work


def ledger_of(dataset: Dataset) -> Path:
    """Give the file of the curators' decisions."""
    return dataset.ledger or dataset.folder / LEDGER


# (name of the stage, done so far, of how many or None): called on the way, never from workers.
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, kw_only=True, eq=False)
class Run:
    """The dataset, the folders of the release that is being built, and its identity.

    input: hash of everything that goes in. id: the same, but where it comes back. started:
    UTC, `2026-11-22T05:48:00Z`. previous: the release that readers see now. since: when
    its last run began. attempt: unlike
    that of any other attempt, in any process; workers keep their tools for as long as it
    stays, and it never goes into a release.
    """

    dataset: Dataset
    folder: Path
    previous: Path | None = None
    input: str = ""
    id: str = ""
    started: str = ""
    since: str = ""
    attempt: str = field(default_factory=lambda: uuid4().hex)

    @property
    def today(self) -> str:
        """Give the ISO day that stands as `modified` where content has changed.

        None before it is later, or who asks for what is new since then would never hear of it.
        """
        return max(self.started, self.since)[:10]

    @property
    def work(self) -> Path:
        """Give the folder of what the run needs only for itself."""
        return self.folder / "work"

    @property
    def release(self) -> Path:
        """Give the folder that becomes the release."""
        return self.folder / "release"

    def spool(self, number: int) -> Path:
        """Give the file that the records of one part of the sources lie in."""
        return self.work / f"records-{number:06}"

    def drafts(self, number: int) -> Path:
        """Give the file that the drafts of some records lie in."""
        return self.work / f"drafts-{number:06}"

    def chunk(self, number: int, name: str) -> Path:
        """Give the file of one syntax of one chunk of the release."""
        return self.work / f"chunk-{number:06}.{name}"

    def again(self) -> Run:
        """Give the same run for another attempt: what was made before is not to be trusted."""
        return replace(self, attempt=uuid4().hex)

    def __reduce__(self) -> tuple[Callable[[bytes], Run], tuple[bytes]]:
        """Go to another process as bytes that are made once here, and read once there.

        Almost every task bears the run, which would take longer than many a task.
        """
        return _unpacked, (self._packed,)

    @cached_property
    def _packed(self) -> bytes:
        return pickle.dumps({one.name: getattr(self, one.name) for one in fields(self)})

    def __eq__(self, other: object) -> bool:
        """Say whether it is the same attempt of the same run."""
        return isinstance(other, Run) and self.attempt == other.attempt

    def __hash__(self) -> int:
        """Hash what makes it the same attempt."""
        return hash(self.attempt)


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Run:
    return Run(**pickle.loads(packed))  # noqa: S301 - from the process that began this one


def silent(stage: str, done: int, total: int | None) -> None:
    """Take progress and say nothing; the default where nobody watches."""


def identified(run: Run, work: Work) -> Run:
    """Name a run by what goes in; the same input again is the same run.

    Input that comes back on another day, after other input, makes a run of its own: what it says
    again has changed since, and says so. Within a day, to which dates are exact, it is the same.
    """
    given, previous = _input(run, work), run.previous
    if previous is None:
        return replace(run, input=given, id=given)
    before = told(previous)
    _same_base(run.dataset, before["base"])
    run = replace(run, input=given, since=max(one["started"] for one in before["runs"]))
    if before.get("input", before["run"]) == given:
        return replace(run, id=before["run"])
    if {day for ident, day in _runs(previous) if ident == given} <= {run.today}:
        return replace(run, id=given)
    named = hashlib.sha256(f"{given} {before['version']}".encode())
    return replace(run, id=named.hexdigest()[:12])


def _same_base(dataset: Dataset, before: str) -> None:
    """Refuse a release whose URIs are all others than those that readers know."""
    if dataset.base != before:
        mend = (
            f'write base = "{before}" again; if all URIs are meant to be others,'
            " choose another --output, where releases begin anew"
        )
        what = f"the release before has the base {before}: its every URI would be gone"
        raise DataError(what, where=str(dataset.folder / "dataset.toml"), mend=mend)


def _runs(previous: Path) -> Iterator[tuple[str, str]]:
    """Give the runs that the releases kept tell of, and the days on which they began."""
    for path in sorted(previous.parent.iterdir()):
        with suppress(DiskError):  # one that is damaged makes nothing worse
            yield from ((one["id"], one["started"][:10]) for one in told(path)["runs"])


def _input(run: Run, work: Work) -> str:
    """Hash all that goes in: rows, configuration, decisions, vocabularies, program.

    The order of the rows does not matter; the same input gives the same hash on any machine.
    """
    found = hashlib.sha256(VERSION.encode())
    for (sha256,) in work.db.execute("SELECT sha256 FROM row ORDER BY sha256"):
        found.update(sha256.encode())
    config = run.dataset.folder / "dataset.toml"
    found.update(hashlib.sha256(config.read_bytes() if config.exists() else b"").digest())
    found.update(read(ledger_of(run.dataset)).digest.encode())
    for path in sorted(load().folder.rglob("*.*")):
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:12]
