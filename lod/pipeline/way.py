"""The whole way: read, harvest, match, make, check, write, switch. One screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lod import registry
from lod.config import Dataset
from lod.engine import ENGINES, Engine
from lod.errors import DataError, DiskError, UsageError
from lod.pipeline.assemble import Pieces, Stock, make_chunks
from lod.pipeline.finish import finish, issue_line
from lod.pipeline.harvest import harvest
from lod.pipeline.inform import inform, inserts
from lod.pipeline.judge import awake, judge
from lod.pipeline.match import match
from lod.pipeline.read import Counts, read
from lod.pipeline.run import Progress, Run, identified, silent
from lod.pipeline.work import Work
from lod.publish.info import ReleaseInfo
from lod.publish.manifest import told
from lod.publish.release import Releases, put, translated
from lod.reconcile.register import REGISTER

__all__ = ["Options", "building", "publish"]


_YEARS = range(1970, 3000)  # in which a run may be


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to run: where to, with how many workers, what to take for now.

    output: a path; default `output/<dataset>` in the current folder. workers: 0 for one a
    processor. now: UTC, a moment or its ISO 8601 text; default SOURCE_DATE_EPOCH, else the clock.
    dry_run: do all but the switch. Raises UsageError for what none of these can be.
    """

    output: str | Path | None = None
    workers: int = 0
    engine: str = "local"
    now: datetime | str | None = None
    dry_run: bool = False

    def __post_init__(self) -> None:
        """Refuse what would only fail in the middle of a run."""
        _demand(self.output, self.workers)
        started(self.now)

    def folder(self, dataset: Dataset) -> Path:
        """Give the folder of the releases of a dataset."""
        return Path(self.output) if self.output else Path("output") / dataset.name


def _demand(output: object, workers: object) -> None:
    """Raise UsageError for what is no path, or no number of processes."""
    if output is not None and not isinstance(output, str | Path):
        raise UsageError(f"output is no path: {output!r:.60}", mend='output="releases"')
    if not isinstance(workers, int) or isinstance(workers, bool) or workers < 0:
        what = f"workers is no number of processes: {workers!r:.60}"
        raise UsageError(what, mend="1 or more; 0 for one a processor")


def publish(
    dataset: Dataset, options: Options | None = None, progress: Progress = silent
) -> ReleaseInfo:
    """Publish a dataset: afterwards `current` is the new release, or nothing has changed.

    Raises SourceError (nothing to read), DataError (the release is not fit to be published),
    DiskError, BusyError; problems of single records are in the release's `issues.jsonl`.
    """
    options = options or Options()
    with building(dataset, options, progress) as (run, info):
        progress("switch", 0, None)
        if not options.dry_run:
            put(run.work / REGISTER, dataset.folder)
            _releases(dataset, options).switch(run.release, info.version)
        return info


def _releases(dataset: Dataset, options: Options) -> Releases:
    return Releases(options.folder(dataset))


def _before(releases: Releases) -> Path | None:
    """Give the release that the next one follows: the last, unless it was left for its damage."""
    current, latest = releases.current(), releases.latest()
    if latest is not None and latest != current:
        with suppress(DiskError):
            told(latest)
            return latest
    return current


@contextmanager
def building(
    dataset: Dataset, options: Options, progress: Progress = silent
) -> Iterator[tuple[Run, ReleaseInfo]]:
    """Make a release aside, whole, and give it; it is gone when the `with` ends.

    Raises what `publish` raises.
    """
    releases = _releases(dataset, options)
    engine = registry.find("engine", options.engine, ENGINES)(
        options.workers or os.cpu_count() or 1
    )
    with releases.build() as folder, translated(folder), closing(engine):
        run = Run(
            dataset=dataset,
            folder=folder,
            previous=_before(releases),
            started=started(options.now),
        )
        with closing(Work(run.work)) as work:
            try:
                info = _build(run, work, engine, progress)
            except DataError as error:
                kept = releases.refuse(issue_line(issue) for issue in work.issues())
                mend = f"{error.mend}; every finding is in {kept}"
                told = {**error.details, "findings": str(kept)}
                raise DataError(error.what, where=error.where, mend=mend, details=told) from None
        yield run, info


def _build(run: Run, work: Work, engine: Engine, progress: Progress) -> ReleaseInfo:
    """Make the release aside, whole; nothing of it is seen yet."""
    awake(run)
    counts = read(run, work, engine, progress)
    run = identified(run, work)
    pieces, info = _attempt(run, work, engine, counts, progress)
    return finish(run, work, pieces, info)


def _attempt(
    run: Run, work: Work, engine: Engine, counts: Counts, progress: Progress
) -> tuple[Pieces, ReleaseInfo]:
    """Make everything; begin again without the records that shapes or rules refuse."""
    while True:
        run = run.again()
        records = harvest(run, work, engine, progress)
        match(run, work, engine, progress)
        with closing(Stock(run, engine)) as stock:
            pieces = make_chunks(run, work, engine, stock, progress)
            info = inform(run, work, pieces, counts, records)
            if not pieces.refused:
                progress("store", 0, None)
                pieces.inserts = inserts(info, work)
                pieces.tally.quads += sum(one.nquads.count("\n") for one in pieces.inserts)
                stock.finish(pieces)
        refused = pieces.refused or judge(run, work, engine, progress)
        if not refused:
            return pieces, info
        work.quarantine(refused)


def started(now: datetime | str | None) -> str:
    """Say when a run began, as `2026-11-22T05:48:00Z`: from the call, the environment, the clock.

    SOURCE_DATE_EPOCH is what reproducible builds agreed on (reproducible-builds.org/specs).
    Raises UsageError for what is no moment.

    >>> started("2026-11-22"), started("2026-11-22T06:48+01:00")
    ('2026-11-22T00:00:00Z', '2026-11-22T05:48:00Z')
    """
    if now is None and (epoch := os.environ.get("SOURCE_DATE_EPOCH", "")):
        now = _epoch(epoch)
    moment = datetime.now(UTC) if now is None else _moment(now)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _epoch(said: str) -> datetime:
    """Read seconds since 1970; whoever sets them wants a build that repeats, so none is guessed."""
    try:
        moment = datetime.fromtimestamp(int(said if said.isdecimal() else ""), UTC)
        if moment.year not in _YEARS:
            raise ValueError
        return moment
    except (ValueError, OverflowError, OSError):
        what = f"no whole number of seconds since 1970: {said!r:.60}"
        raise UsageError(what, where="SOURCE_DATE_EPOCH", mend="date +%s") from None


def _moment(now: datetime | str) -> datetime:
    """Read a moment; one that names no zone is UTC."""
    try:
        moment = datetime.fromisoformat(now) if isinstance(now, str) else now
        if moment.year not in _YEARS:
            raise ValueError
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (AttributeError, TypeError, ValueError):
        mend = "2026-11-22T12:00:00Z"
        raise UsageError(f"no time: {now!r:.60}", where="--now", mend=mend) from None
