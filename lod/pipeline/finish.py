"""Writes what is known only in the end: description, links, changes, report, checksums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import orjson

from lod.iri import Uris
from lod.issue import Issue
from lod.pipeline.assemble import Pieces
from lod.pipeline.inform import entities, issue_counts, unread
from lod.pipeline.queue import queue
from lod.pipeline.run import Run
from lod.pipeline.work import Work
from lod.publish import changes, description, jsonld, links, report, review
from lod.publish.blocks import ordered
from lod.publish.dump import StreamWriter, Written, digest_of
from lod.publish.info import ReleaseInfo
from lod.publish.manifest import MANIFEST, manifest, told
from lod.publish.release import SUMS
from lod.publish.turtle import TurtleWriter
from lod.validate import expect
from lod.vocabulary import load


def finish(run: Run, work: Work, pieces: Pieces, info: ReleaseInfo) -> ReleaseInfo:
    """Write the rest of a release whose blocks are made and loaded; give what is known of it.

    Raises DataError when the release is not what its dataset expects.
    """
    demand(run, work, info)
    files = tuple(sorted(pieces.dumps))
    info = replace(info, files=files, issues=issue_counts(work))
    with work.batch():
        work.add("file", info.files, width=3)
        for name, content in _contents(run, work, info):
            work.add("file", [_write(run.release, name, content)], width=3)
        work.add("file", _others(run.release), width=3)
    rows = work.db.execute("SELECT sha256, name FROM file ORDER BY name")
    _write(run.release, SUMS, (f"{sha256}  {name}\n".encode() for sha256, name in rows))
    return info


def demand(run: Run, work: Work, info: ReleaseInfo) -> None:
    """Stop a release that is not what its dataset expects; raises DataError."""
    tally = info.tally
    before = told(run.previous)["rows"]["published"] if run.previous else 0
    came_to = expect.Counts(
        records=info.published,
        before=before,
        quarantined=info.quarantined,
        broken=unread(work),
        linked={role: (tally.linked[role], named) for role, named in tally.named.items()},
    )
    found = expect.check(info.dataset.expect, came_to)
    work.add_issues(found)
    expect.demand(found)


def _contents(run: Run, work: Work, info: ReleaseInfo) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Give the small files of a release, piece by piece."""
    dataset, uris = info.dataset, Uris(info.dataset.base)
    context = load().context(dataset.base)
    ours = ordered(description.describe(info, uris))
    turtle = TurtleWriter(load().prefixes(dataset.base), dataset.base)
    yield "context.jsonld", iter([_json(context)])
    yield "description.ttl", iter([f"{turtle.header()}\n{turtle.block(ours)}".encode()])
    nodes = jsonld.JsonLdWriter(context["@context"]).nodes(ours)
    where = f"{dataset.base}context.jsonld"
    yield "description.jsonld", iter([jsonld.document(where, nodes)])
    yield "links.sssom.tsv", (line.encode() for line in links.sssom(entities(work), info, uris))
    yield "issues.jsonl", (issue_line(issue) for issue in work.issues())
    yield "review.jsonl", queue(run, work)
    yield "changes.jsonl", _changes(run, info)
    yield "report.json", iter([report.report_json(info)])
    page = report.report_html(info, work.issues(), review.read(run.release))
    yield "report.html", (text.encode() for text in page)
    yield MANIFEST, iter([manifest(info)])


def issue_line(issue: Issue) -> bytes:
    """Write an issue as one line of `issues.jsonl`."""
    said = {name: text.encode(errors="replace").decode() for name, text in asdict(issue).items()}
    return orjson.dumps(said) + b"\n"


def _changes(run: Run, info: ReleaseInfo) -> Iterator[bytes]:
    for change in changes.changes(run.previous, run.release, run.today):
        yield changes.line(change, info.dataset.base)


def _json(content: object) -> bytes:
    option = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(content, option=option)


def _write(release: Path, name: str, content: Iterator[bytes]) -> Written:
    writer = StreamWriter(release / name)
    for piece in content:
        writer.write(piece)
    return writer.close(release)


def _others(release: Path) -> Iterator[Written]:
    """Hash what other rooms wrote whole: the store and the index."""
    paths = [release / "index.sqlite", *sorted((release / "store").iterdir())]
    for path in paths:
        if path.is_file():
            yield digest_of(path, release)
