"""The names that wait for a curator, those that change most first: the release's `review.jsonl`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from lod.entity import Candidate, Decision, EntityKind

FILE = "review.jsonl"
_LEAST = 0.1  # uncertainty of a name on which the machine is nearly sure, or quite at a loss


class Seen(msgspec.Struct, frozen=True):
    """A record that has the name: where it stands below the base, its title and date."""

    path: str
    title: str
    date: str = ""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A name that waits: for which years, how many records it is in, and what is known of it.

    begin, end: first and last year in which it waits, None where records are undated. impact:
    records times uncertainty. again: why a decision that stands should be looked at.
    """

    kind: EntityKind
    name: str
    begin: int | None = None
    end: int | None = None
    records: int = 0
    impact: float = 0.0
    judgement: str = ""
    id: str = ""
    note: str = ""
    again: str = ""
    candidates: tuple[Candidate, ...] = ()
    seen: tuple[Seen, ...] = ()

    @property
    def period(self) -> str:
        """Give the years as the ledger writes them."""
        if self.begin is None or self.end is None:
            return ""
        return str(self.begin) if self.begin == self.end else f"{self.begin}/{self.end}"


def waiting(decisions: Sequence[Decision], records: int, seen: Sequence[Seen]) -> Waiting:
    """Put the decisions on one name in several years together; the least sure one is shown."""
    shown = max(decisions, key=lambda one: (uncertainty(one), one.year or 0))
    years = [one.year for one in decisions]
    known = [year for year in years if year is not None]
    dated = len(known) == len(years)
    return Waiting(
        kind=shown.kind,
        name=shown.name,
        begin=min(known) if dated else None,
        end=max(known) if dated else None,
        records=records,
        impact=round(records * uncertainty(shown), 3),
        judgement=shown.judgement.value,
        id=shown.id,
        note=shown.note,
        again=next((one.again for one in decisions if one.again), ""),
        candidates=shown.candidates,
        seen=tuple(seen),
    )


def uncertainty(decision: Decision) -> float:
    """Measure how open a question is: most at even odds, and where a decision has lost its ground.

    >>> from lod.entity import Judgement
    >>> asked = Decision(kind="person", name="A", year=None, judgement=Judgement.REVIEW, score=0.5)
    >>> uncertainty(asked)
    1.1
    """
    even = 1.0 if decision.again else 1.0 - abs(2.0 * decision.score - 1.0)
    return even + _LEAST


def line(one: Waiting) -> bytes:
    """Write a name that waits as one line of `review.jsonl`."""
    return msgspec.json.encode(one) + b"\n"


def read(release: Path) -> Iterator[Waiting]:
    """Go through the queue of a release; one made before there were queues has none."""
    decode = msgspec.json.Decoder(Waiting).decode
    path = release / FILE
    if path.is_file():
        with path.open("rb") as file:
            yield from map(decode, file)
