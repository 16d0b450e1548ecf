"""The ledger of decisions: append-only; the curator's word beats the machine's."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from lod.entity import EntityKind, Judgement
from lod.errors import DiskError, UsageError
from lod.reconcile.events import (
    ITEM,
    Action,
    Event,
    Line,
    checked,
    contradiction,
    encoded,
    holds,
    later,
    moment_of,
    named,
    parse,
    plain,
    standing,
    width,
)
from lod.record import AgentKind

LEDGER = "decisions.jsonl"
_UNDO = "take back one of the lines: lod decide DATASET --undo ID, with the id that the line has"
_JUDGED = {
    "accept": Judgement.ACCEPTED,
    "none": Judgement.NONE,
    "defer": Judgement.DEFERRED,
}
_KINDLY = frozenset(["accept", "none"])  # what says of which kind a name is


class Word(NamedTuple):
    """What stands in the ledger on a name in a year."""

    judgement: Judgement
    event: Event


class LedgerView:
    """Reads the ledger: what stands after every undo. Get it by `read`; writers are apart.

    Raises UsageError when lines contradict each other; the message names them.
    """

    def __init__(self, lines: Iterable[Line], where: str = LEDGER) -> None:
        self.lines = tuple(lines)
        self.standing = tuple(standing(self.lines))
        clash = contradiction(self.standing)
        if clash:
            raise UsageError(f"contradiction: {clash}", where=where, mend=_UNDO)
        self._by_name: dict[tuple[str, str], list[Event]] = {}
        self._merged: dict[str, str] = {}
        for line in self.standing:
            self._by_name.setdefault(line.event.about, []).append(line.event)
            if line.event.joins_items and line.event.action == "accept":
                self._merged[line.event.name] = line.event.qid

    def word(self, kind: EntityKind, name: str, year: int | None) -> Word | None:
        """Give what a curator said last on this name; a narrower period beats a wider one."""
        if not self._by_name:
            return None
        judged = [event for event in self._said(kind, name, year) if event.action in _JUDGED]
        if not judged:
            return None
        event = min(reversed(judged), key=lambda one: width(one.period))
        return Word(_JUDGED[event.action], event)

    def refused(self, kind: EntityKind, name: str, year: int | None) -> tuple[Event, ...]:
        """Give what curators said this name does not mean, the last word on each item."""
        if not self._by_name:
            return ()
        said = self._said(kind, name, year)
        refusals = {self.final(event.qid): event for event in said if event.action == "reject"}
        return tuple(refusals[qid] for qid in sorted(refusals))

    def final(self, qid: str) -> str:
        """Give the item that stands for one that a curator said was merged into it."""
        seen = {qid}
        while (into := self._merged.get(qid)) and into not in seen:
            seen.add(into)
            qid = into
        return qid

    @property
    def kinds(self) -> dict[str, AgentKind]:
        """Give, by the plain spelling of names, which of a person and a body curators took it for.

        A name on which decisions of both kinds stand is not among them.
        """
        told: dict[str, set[AgentKind]] = {}
        for line in self.standing:
            kind, name = line.event.kind, plain(line.event.name)
            if line.event.action in _KINDLY and kind != "place" and not line.event.joins_items:
                told.setdefault(name, set()).add(kind)
        return {name: found.pop() for name, found in told.items() if len(found) == 1}

    @property
    def digest(self) -> str:
        """Hash what stands, whatever the way to it: accept, undo, accept again is one accept.

        Neither the order nor the hour of events counts, only their day, which is published.
        """
        plain = (replace(line.event, id="", when=line.event.when[:10]) for line in self.standing)
        return hashlib.sha256(b"\n".join(sorted(map(encoded, plain)))).hexdigest()

    def _said(self, kind: EntityKind, name: str, year: int | None) -> list[Event]:
        events = self._by_name.get((kind, plain(name)), [])
        return [event for event in events if holds(event.period, year)]


EMPTY = LedgerView(())


class LedgerWriter:
    """Appends to the ledger: one line an event, on the disk before it returns."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, event: Event) -> Event:
        """Append one event and give it back with its id.

        Raises UsageError when it contradicts what stands (with the lines), DiskError when it
        cannot be written; then nothing was written.
        """
        return self.extend([event])[0]

    def extend(self, events: Iterable[Event]) -> list[Event]:
        """Append several events, all or none."""
        try:
            # Unbuffered: what a full disk refused must not be tried again when the file closes.
            with self._path.open("a+b", buffering=0) as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                file.seek(0)
                text = file.readall()
                written = self._next(text, events)
                gap = b"\n" if text and not text.endswith(b"\n") else b""
                _append(file, gap + b"".join(encoded(event) + b"\n" for event in written))
                return written
        except OSError as error:
            mend = "check space and permissions; nothing was noted"
            what = error.strerror or str(error)
            raise DiskError(what, where=str(self._path), mend=mend) from error

    def _next(self, text: bytes, events: Iterable[Event]) -> list[Event]:
        """Give the events as they are to stand below the lines of the ledger."""
        lines = parse(text, str(self._path))
        number = text.count(b"\n") + (not text.endswith(b"\n") if text else 0)
        last = max((line.event.when for line in lines), key=moment_of, default="")
        written: list[Event] = []
        for event in events:
            number += 1
            moment = later(event.when, last)
            written.append(named(checked(replace(event, when=moment), lines), number))
            lines.append(Line(number, written[-1]))
            last = max(last, moment, key=moment_of)
        LedgerView(lines, str(self._path))
        return written


def _append(file: FileIO, rows: bytes) -> None:
    """Write rows behind all others and bring them to the disk; of what fails, nothing is left."""
    before, left = os.fstat(file.fileno()).st_size, memoryview(rows)
    try:
        while left:
            left = left[file.write(left) :]
        os.fsync(file.fileno())
    except BaseException:
        os.ftruncate(file.fileno(), before)
        raise


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a curator says on the command line: `lod decide`.

    target: an item (`Q855`), `none`, `not:Q855`, or `defer`. when: ISO day or moment. evidence,
    authority: hash of the facts that were seen (`Matcher.evidence`), and where they come from.
    """

    name: str
    target: str
    kind: EntityKind = "person"
    period: str = ""
    note: str = ""
    who: str = ""
    when: str = ""
    evidence: str = ""
    authority: str = ""


def decide(folder: Path, ruling: Ruling) -> Event:
    """Write a ruling into the ledger of a dataset's folder.

    Raises UsageError when the target or period cannot be read or contradicts what stands.
    """
    return LedgerWriter(folder / LEDGER).append(event_of(ruling))


def event_of(ruling: Ruling) -> Event:
    """Read a ruling; raises UsageError when its name, target or period cannot be read."""
    action, qid = _target(ruling.target)
    event = Event(
        action=action,
        qid=qid,
        name=" ".join(ruling.name.split()),
        kind=ruling.kind,
        period=ruling.period.strip(),
        why=ruling.note,
        who=ruling.who,
        when=ruling.when,
        evidence=ruling.evidence,
        authority=ruling.authority,
    )
    return checked(event, ())


def undo(folder: Path, event_id: str, *, who: str = "", when: str = "", why: str = "") -> Event:
    """Take an event back, by a new event; an undo can be undone.

    Raises UsageError when there is no such event, or what comes to stand again contradicts.
    """
    event = Event(action="undo", undoes=event_id, who=who, when=when, why=why)
    return LedgerWriter(folder / LEDGER).append(event)


def read(path: Path) -> LedgerView:
    """Read a ledger; a file that is not there is an empty one.

    Raises UsageError that names file and line when a line is broken or contradicts another.
    """
    try:
        text = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise DiskError(error.strerror or str(error), where=str(path)) from error
    return LedgerView(parse(text, str(path)), str(path))


def _target(target: str) -> tuple[Action, str]:
    """Read `Q855`, `not:Q855`, `none`, `defer`."""
    if target == "none":
        return "none", ""
    if target == "defer":
        return "defer", ""
    qid = target.removeprefix("not:")
    if not ITEM.fullmatch(qid):
        raise UsageError(f"{target!r} is no item", mend="write Q855, not:Q855, none or defer")
    return ("accept" if qid == target else "reject"), qid
