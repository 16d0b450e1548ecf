"""Takes down what curators decide, with a hash of the facts that they saw."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import get_args

from msgspec.structs import replace
from rapidfuzz.fuzz import token_sort_ratio

from lod.config import Dataset
from lod.entity import EntityKind
from lod.errors import DiskError, UsageError
from lod.pipeline.match import matcher_for
from lod.pipeline.run import ledger_of
from lod.publish.rows import JOINED
from lod.reconcile.curated import of_other_kind
from lod.reconcile.decisions import LedgerWriter, Ruling, event_of
from lod.reconcile.events import Event, plain, year_of
from lod.reconcile.keys import fold
from lod.reconcile.live import Failed
from lod.reconcile.matcher import Matcher
from lod.reconcile.mentions import is_shared, mention_key

_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
_TABLES = {"person": "agents", "group": "agents", "place": "places"}
_PARTING = frozenset(["accept", "none"])  # what parts a spelling from the others
_ALIKE = 70  # of 100, for a name that may have been meant


def curator(dataset: Dataset, output: Path | None, today: str) -> Matcher:
    """Give the matcher that shows a curator what is known, as publishing would."""
    return matcher_for(dataset, output or Path("output") / dataset.name, today)


def rule(dataset: Dataset, rulings: Iterable[Ruling], matcher: Matcher) -> list[Event]:
    """Write rulings into the dataset's ledger, all or none; a run brings one back when it should.

    Raises UsageError when a ruling says nothing or contradicts what stands.
    """
    events = [_seen(event_of(ruling), matcher) for ruling in rulings]
    return LedgerWriter(ledger_of(dataset)).extend(events)


def strange(release: Path | None, events: Iterable[Event]) -> Iterator[tuple[Event, str]]:
    """Give the decisions on names that the release has nowhere, each with the likest that it has.

    Use it to warn: a decision holds for a name as records spell it, so that one on another
    spelling changes nothing, unless records to come have it.
    """
    about: dict[tuple[str, str], Event] = {}
    for event in events if release else ():
        if not event.undoes and not event.joins_items:
            about[event.about] = event
    for kind in dict.fromkeys(kind for kind, _ in about):
        table = _table(release, kind)
        if table:
            for name, likest in _missing(table, kind, {name for of, name in about if of == kind}):
                yield about[kind, name], likest


def kinds(release: Path | None, names: Iterable[str]) -> dict[str, list[EntityKind]]:
    """Give the kinds of things that the release has under each name, as records spell it.

    Use it where a curator did not say which is meant.
    """
    wanted = {name: plain(name) for name in names}
    asked, there = {*wanted.values()}, dict[str, list[EntityKind]]()
    for kind in _KINDS if asked else ():
        for name in asked.intersection(map(plain, _names(_table(release, kind), kind))):
            there.setdefault(name, []).append(kind)
    return {name: there.get(spelled, []) for name, spelled in wanted.items()}


def spellings(release: Path | None, events: Iterable[Event]) -> Iterator[tuple[Event, list[str]]]:
    """Give the decisions on names that the release has in other spellings too, with these.

    Use it to tell: a decision holds for one spelling, and the others were one thing with it.
    """
    said = [one for one in events if one.action in _PARTING and not one.joins_items]
    decided = {one.about for one in said}
    about = {(one.kind, mention_key(one.kind, one.name, "")): one for one in said}
    for kind in _KINDS if release else ():
        wanted = {key for of, key in about if of == kind}
        found: dict[str, list[str]] = {}
        for name in _names(_table(release, kind), kind) if wanted else ():
            key = mention_key(kind, name, "")
            if key in wanted and is_shared(kind, name) and (kind, plain(name)) not in decided:
                found.setdefault(key, []).append(name)
        yield from ((about[kind, key], sorted(some)) for key, some in sorted(found.items()))


def _table(release: Path | None, kind: str) -> Path | None:
    table = release / "dumps" / "csv" / f"{_TABLES[kind]}.csv.gz" if release else None
    return table if table and table.is_file() else None


def _names(table: Path | None, kind: str) -> Iterator[str]:
    """Give the names of things of a kind, as records spell them."""
    if table is None:
        return
    csv.field_size_limit(1 << 27)  # who is well known has many names
    try:
        with gzip.open(table, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row.get("kind", kind) == kind:
                    yield from row["names"].split(JOINED)
    except (OSError, EOFError, zlib.error, csv.Error, UnicodeDecodeError, LookupError) as error:
        mend = "publish again: what is damaged is made anew"
        raise DiskError("the release is damaged", where=str(table), mend=mend) from error


def _missing(table: Path, kind: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Give the names that no thing of a kind has, each with the likest one."""
    likest = dict.fromkeys(names, (float(_ALIKE), ""))
    for known in _names(table, kind):
        likest.pop(plain(known), None)
        for name, (score, _) in likest.items():
            found = token_sort_ratio(fold(name), fold(known), score_cutoff=score)
            if found > score:
                likest[name] = found, known
        if not likest:
            break
    yield from ((name, one) for name, (_, one) in sorted(likest.items()))


def take_back(dataset: Dataset, ids: Iterable[str], who: str, when: str) -> list[Event]:
    """Undo events of the dataset's ledger, all or none; an undo can be undone.

    Raises UsageError when there is no such event, or what stands then contradicts itself.
    """
    events = [Event(action="undo", undoes=ident, who=who, when=when) for ident in ids]
    return LedgerWriter(ledger_of(dataset)).extend(events)


def _demand_kind(event: Event, matcher: Matcher) -> None:
    """Raise UsageError where a name is to mean an item that is known to be of another kind."""
    entity = matcher.entity(event.qid) if event.action == "accept" else None
    why = of_other_kind(entity, event.kind) if entity else ""
    if entity and why:
        what = f"{why}, {event.name} a {event.kind}"
        mend = f"another item, or --kind {entity.kind} if that is what the name means"
        raise UsageError(what, where="lod decide", mend=mend)


def _seen(event: Event, matcher: Matcher) -> Event:
    """Add what is known now; where a service does not answer nothing is, and nothing comes back."""
    if event.joins_items:
        return event
    _demand_kind(event, matcher)
    try:
        year = year_of(event.period)
        evidence = matcher.evidence(event.name, event.kind, year, event.qid)
    except Failed:
        return event
    return replace(event, evidence=evidence, authority=" ".join(matcher.authorities))
