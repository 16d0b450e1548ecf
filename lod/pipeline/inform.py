"""Gathers what is known of a release once its blocks are made, and what it says of itself."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from operator import itemgetter

from lod.entity import MACHINE, Entity
from lod.errors import DiskError
from lod.iri import Uris
from lod.issue import UNREAD, Issue
from lod.mapping import provenance
from lod.pipeline.assemble import Insert, Pieces
from lod.pipeline.directory import decode_entity
from lod.pipeline.match import WAITS, matcher_of
from lod.pipeline.read import Counts
from lod.pipeline.run import Run
from lod.pipeline.work import Work
from lod.publish import description, manifest
from lod.publish.blocks import ordered, quad_lines
from lod.publish.info import ReleaseInfo, RunNote, SourceRead
from lod.terms import Term, Triple
from lod.version import SOFTWARE

# What a release says of its dataset, besides the things in it.
_SAID = ("base", "title", "description", "publisher", "contact", "license", "language", "rights",
         "keywords", "formats")  # fmt: skip


def inform(run: Run, work: Work, pieces: Pieces, counts: Counts, records: int) -> ReleaseInfo:
    """Gather the facts on a release; its files are not among them yet."""
    quarantined, issues = counts.refused + work.count("quarantined"), issue_counts(work)
    content = _content(run, work, (counts, quarantined, issues))
    return ReleaseInfo(
        dataset=run.dataset,
        version=_version(run, content),
        content=content,
        input=run.input,
        run=run.id,
        started=run.started,
        previous=run.previous.name if run.previous else "",
        read=counts.rows,
        published=records,
        merged=counts.merged,
        quarantined=quarantined,
        tally=pieces.tally,
        decisions=_decisions(work),
        issues=issues,
        authorities=matcher_of(run).authorities,
        waiting=_waiting(work),
        sources=tuple(_sources(work)),
        runs=tuple(_runs(run, work)),
    )


def inserts(info: ReleaseInfo, work: Work) -> list[Insert]:
    """Say what a release says of itself, in named graphs: its runs and its description.

    The description here knows no files: a dump cannot hold its own checksum. What it says of
    things that are not ours (the licence is a licence) stands only in its own files.
    """
    uris = Uris(info.dataset.base)
    curators = [name for name in _deciders(work) if name != MACHINE]
    told_of_us = ordered(description.describe(info, uris))
    quads = [(uris.graph("meta"), one) for one in told_of_us if one[0].startswith(f"<{uris.base}")]
    for note in info.runs:
        told = provenance.Run(note.id, note.started, note.started, SOFTWARE, info.dataset.publisher)
        graph = uris.graph(f"provenance/{note.id}")
        found = ordered(provenance.run_node(told, curators, uris))
        quads += [(graph, triple) for triple in found]
    return _by_folder(quads, info.dataset.base)


def _by_folder(quads: Iterable[tuple[Term, Triple]], base: str) -> list[Insert]:
    """Sort lines and put together those that stand in one folder of the base."""
    own = f"<{base}"
    ranked = sorted((line[len(own) :].partition(">")[0], line) for line in quad_lines(quads))
    folders = groupby(ranked, key=lambda one: re.split("[/#]", one[0], maxsplit=1)[0])
    return [Insert(folder, "".join(sorted(line for _, line in found))) for folder, found in folders]


def _content(run: Run, work: Work, found_on_the_way: object) -> str:
    """Hash what the release says, without when it has said so."""
    said = {name: getattr(run.dataset, name) for name in _SAID}
    found = hashlib.sha256(repr((said, found_on_the_way)).encode())
    for path, sha256 in work.db.execute("SELECT path, sha256 FROM out ORDER BY path"):
        found.update(f"{path} {sha256}\n".encode())
    return found.hexdigest()[:12]


def _version(run: Run, content: str) -> str:
    """Name the release by its content: the same is the same version, whenever it was made.

    What comes back on another day, after other content, has a version of its own, for its dates
    are others.
    """
    before = run.previous
    if before is None:
        return content
    if manifest.told(before).get("content", before.name) == content:
        return before.name
    with suppress(DiskError):  # none is there, or it is damaged: this takes its place
        if manifest.told(before.parent / content)["started"][:10] != run.today:
            return hashlib.sha256(f"{content} {run.id}".encode()).hexdigest()[:12]
    return content


def _decisions(work: Work) -> dict[tuple[str, str], int]:
    """Count the entities of the release by kind and by what was decided on them."""
    found: Counter[tuple[str, str]] = Counter()
    for entity in entities(work):
        if entity.decision is not None:
            found[entity.kind, entity.decision.judgement.value] += 1
    return dict(sorted(found.items()))


def _deciders(work: Work) -> list[str]:
    told = [entity.decision for entity in entities(work) if entity.decision]
    made = {one.decided_by for one in told} | {no.by for one in told for no in one.refused}
    return sorted(made)


def entities(work: Work) -> Iterator[Entity]:
    """Give every entity of the release, sorted by id."""
    for (body,) in work.db.cursor().execute("SELECT body FROM entity ORDER BY id"):
        yield decode_entity(body)


def issue_counts(work: Work) -> dict[tuple[str, str], int]:
    """Count what was found so far, by severity and code."""
    rows = work.db.execute(
        "SELECT severity, code, count(*) FROM (SELECT DISTINCT * FROM issue)"
        " GROUP BY severity, code ORDER BY severity, code"
    )
    return {(severity, code): count for severity, code, count in rows}


def unread(work: Work) -> tuple[str, ...]:
    """Say which files were not read to their end, and why."""
    rows = work.db.execute(
        "SELECT DISTINCT source, row, message FROM issue WHERE code = ? ORDER BY source, row",
        (UNREAD,),
    )
    return tuple(
        str(Issue(message=message, code=UNREAD, source=source, row=row))
        for source, row, message in rows
    )


def _waiting(work: Work) -> tuple[str, ...]:
    """Give the first names that wait for a service that did not answer."""
    rows = work.db.execute(
        "SELECT DISTINCT value FROM issue WHERE code = ? ORDER BY value LIMIT 10", (WAITS,)
    )
    return tuple(name for (name,) in rows)


def _sources(work: Work) -> Iterator[SourceRead]:
    """Name every source that was read; the hash does not depend on the order of its rows."""
    rows = work.db.execute("SELECT source, sha256 FROM row ORDER BY source, sha256")
    for source, found in groupby(rows, key=itemgetter(0)):
        digest, count = hashlib.sha256(), 0
        for _, sha256 in found:
            digest.update(sha256.encode())
            count += 1
        yield SourceRead(source, count, digest.hexdigest())


def _runs(run: Run, work: Work) -> Iterator[RunNote]:
    """Name every run whose statements still stand, with the time that the release before knew."""
    known = {run.id: run.started}
    if run.previous:
        known |= {note["id"]: note["started"] for note in manifest.told(run.previous)["runs"]}
    ids = {run.id, *(one for (one,) in work.db.execute("SELECT DISTINCT run FROM out"))}
    for ident in sorted(ids):
        if ident not in known:
            raise manifest.damaged(run.previous or run.release, f"its manifest lacks run {ident}")
        yield RunNote(ident, known[ident])
