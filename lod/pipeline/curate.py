"""Takes down what curators decide, with a hash of the facts that they saw."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from lod.config import Dataset
from lod.pipeline.match import matcher_for
from lod.pipeline.run import ledger_of
from lod.reconcile.decisions import LedgerWriter, Ruling, event_of
from lod.reconcile.events import Event, year_of
from lod.reconcile.live import Failed
from lod.reconcile.matcher import Matcher


def curator(dataset: Dataset, output: Path | None, today: str) -> Matcher:
    """Give the matcher that shows a curator what is known, as publishing would."""
    return matcher_for(dataset, output or Path("output") / dataset.name, today)


def rule(dataset: Dataset, rulings: Iterable[Ruling], matcher: Matcher) -> list[Event]:
    """Write rulings into the dataset's ledger, all or none; a run brings one back when it should.

    Raises UsageError when a ruling says nothing or contradicts what stands.
    """
    events = [_seen(event_of(ruling), matcher) for ruling in rulings]
    return LedgerWriter(ledger_of(dataset)).extend(events)


def take_back(dataset: Dataset, ids: Iterable[str], who: str, when: str) -> list[Event]:
    """Undo events of the dataset's ledger, all or none; an undo can be undone.

    Raises UsageError when there is no such event, or what stands then contradicts itself.
    """
    events = [Event(action="undo", undoes=ident, who=who, when=when) for ident in ids]
    return LedgerWriter(ledger_of(dataset)).extend(events)


def _seen(event: Event, matcher: Matcher) -> Event:
    """Add what is known now; where a service does not answer nothing is, and nothing comes back."""
    if event.joins_items:
        return event
    try:
        year = year_of(event.period)
        evidence = matcher.evidence(event.name, event.kind, year, event.qid)
    except Failed:
        return event
    return replace(event, evidence=evidence, authority=" ".join(matcher.authorities))
