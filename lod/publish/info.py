"""What is known of a release when its blocks are written: description and report tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lod.config import Dataset
from lod.publish.dump import Written
from lod.publish.tally import Tally


class SourceRead(NamedTuple):
    """One source as it was read: the rows that could be, and a hash whatever their order."""

    path: str
    rows: int
    sha256: str


class RunNote(NamedTuple):
    """A run whose statements stand in the release: its id, and when it began (UTC)."""

    id: str
    started: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseInfo:
    """Everything that is told of one release.

    version: hash of its content, but where that came back. content: that hash. input: hash of what
    went in. run: the same, but where that came back. started: `2026-11-22T05:48:00Z`. previous:
    the version before, "" for the first. Rows: read = published + merged + quarantined.
    decisions: (kind, judgement) -> count of entities. authorities: name and version of what was
    searched. waiting: the first names on which a service did not answer. issues: (severity, code)
    -> count. runs: all that are still referred to. files: dumps and other whole files.
    """

    dataset: Dataset = field(repr=False)
    version: str
    content: str
    input: str
    run: str
    started: str
    previous: str = ""
    read: int = 0
    published: int = 0
    merged: int = 0
    quarantined: int = 0
    tally: Tally = field(default_factory=Tally, repr=False)
    decisions: Mapping[tuple[str, str], int] = field(default_factory=dict)
    issues: Mapping[tuple[str, str], int] = field(default_factory=dict)
    authorities: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    sources: tuple[SourceRead, ...] = ()
    runs: tuple[RunNote, ...] = field(default=(), repr=False)
    files: tuple[Written, ...] = field(default=(), repr=False)
