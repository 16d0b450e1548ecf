"""A curator goes through the names that wait: what is shown, and what each key does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lod.config import Dataset
from lod.entity import Candidate
from lod.errors import UsageError
from lod.pipeline.curate import rule, take_back
from lod.publish.review import Waiting
from lod.reconcile.decisions import LEDGER, LedgerView, Ruling, read
from lod.reconcile.events import ITEM, Event, shown
from lod.reconcile.matcher import Matcher
from lod.reconcile.score import Situation

HELP = """\
1-9   it is this candidate          x1-x9  it is not that one
n     Wikidata has none             d      decide later
j     the next name                 k      the one before
/...  search another spelling or item (Q42)
u     take the last decision back   q      end; all is kept
"""
KEYS = "1-9 is, x not that, n none, d later, j next, k back, / search, u undo, ? help, q end"
_MOST = 9


@dataclass(slots=True)
class Sitting:
    """Goes through a queue; every decision is in the ledger before the next name is shown.

    matcher: makes the matcher anew, for it must know what was decided a moment ago. moment: gives
    the time as the ledger writes it.
    """

    dataset: Dataset
    queue: Sequence[Waiting]
    matcher: Callable[[], Matcher]
    moment: Callable[[], str]
    who: str = ""
    at: int = 0
    done: list[list[Event]] = field(default_factory=list)
    found: tuple[Candidate, ...] | None = None
    _read: tuple[tuple[int, int], LedgerView, Matcher] | None = None

    def show(self) -> Iterator[str]:
        """Give the lines on the name at which the sitting is; none when it is at the end."""
        while self.at < len(self.queue) and not self._still_waits(self.queue[self.at]):
            self.at += 1
        if self.at >= len(self.queue):
            return
        one = self.queue[self.at]
        years = f"  {one.period}" if one.period else "  undated"
        records = f"  {one.records:,} record{'s' if one.records != 1 else ''}"
        yield ""
        yield f"[{self.at + 1} of {len(self.queue)}] {one.kind}  {shown(one.name)}{years}{records}"
        yield from (f"    {shown(text)}" for text in dict.fromkeys((one.note, one.again)) if text)
        for seen in one.seen:
            yield f"    in {seen.path}  {shown(' '.join((seen.date, seen.title)).strip())[:100]}"
        for number, candidate in enumerate(self.candidates(), start=1):
            yield f"  {number}  {candidate.id}  {shown(candidate.name)}  {candidate.score:.2f}"
            yield from (f"        {shown(reason)}" for reason in candidate.reasons)
        if not self.candidates():
            yield "    no candidates"

    def candidates(self) -> tuple[Candidate, ...]:
        """Give the candidates for the name: what was searched for last, or what the run found."""
        one = self.queue[self.at]
        found = one.candidates if self.found is None else self.found
        ledger, _ = self._known()
        refused = {event.qid for event in ledger.refused(one.kind, one.name, one.begin)}
        return tuple(each for each in found if each.id not in refused)[:_MOST]

    def press(self, key: str) -> str:
        """Do what a key asks for, and say what was done; raises UsageError for what cannot be."""
        if key[:1] == "/":
            return self._search(key[1:].strip())
        if key in ("j", ""):
            return self._go(1)
        if key == "k":
            return self._go(-1)
        if key == "u":
            return self._undo()
        if key in ("n", "d"):
            return self._decide({"n": "none", "d": "defer"}[key])
        refused, number = key[:1] == "x", key.removeprefix("x")
        found = self.candidates()
        if not (number.isdecimal() and 0 < int(number) <= len(found)):
            raise UsageError(f"{shown(key)!r} is no key here", mend=KEYS)
        item = found[int(number) - 1].id
        return self._decide(f"not:{item}" if refused else item, stay=refused)

    def _go(self, step: int) -> str:
        self.at, self.found = max(0, self.at + step), None
        while step < 0 < self.at and not self._still_waits(self.queue[self.at]):
            self.at -= 1
        return ""

    def _search(self, text: str) -> str:
        one, (_, matcher) = self.queue[self.at], self._known()
        if ITEM.fullmatch(text):
            entity = matcher.entity(text)
            self.found = (Candidate(id=text, name=entity.label if entity else "", score=0.0),)
        else:
            self.found = matcher.match(text, one.kind, Situation(one.begin)).candidates
        return ""

    def _decide(self, target: str, *, stay: bool = False) -> str:
        one, when, (ledger, matcher) = self.queue[self.at], self.moment(), self._known()
        word = ledger.word(one.kind, one.name, one.begin)
        old = word.event.qid if word else ""
        model = Ruling(
            name=one.name, target=target, kind=one.kind, period=one.period, who=self.who, when=when
        )
        events, models = list[Event](), [model]
        if word and old and target[:1] == "Q" and target != old:
            if matcher.successor(old) == target:
                # The items are one, for every name that was said to be the old one.
                models.insert(0, Ruling(name=old, target=target, who=self.who, when=when))
            else:
                events += take_back(self.dataset, [word.event.id], self.who, when)
        events += rule(self.dataset, models, matcher)
        self.done.append(events)
        if not stay:
            self._go(1)
        return "; ".join(f"noted: {shown(each.name)} is {each.target}" for each in models)

    def _undo(self) -> str:
        if not self.done:
            raise UsageError("nothing was decided in this sitting", mend="lod decide --undo ID")
        events = self.done.pop()
        ids = [event.id for event in reversed(events)]
        take_back(self.dataset, ids, self.who, self.moment())
        names = [place for place, one in enumerate(self.queue) if one.name == events[-1].name]
        self.at, self.found = (names[0] if names else max(0, self.at - 1)), None
        return f"taken back: {shown(events[-1].name)}"

    def _still_waits(self, one: Waiting) -> bool:
        """Tell whether nobody has settled a name since the queue was made."""
        ledger, matcher = self._known()
        if ledger.word(one.kind, one.name, one.begin) is None:
            return True
        return matcher.match(one.name, one.kind, Situation(one.begin)).waits

    def _known(self) -> tuple[LedgerView, Matcher]:
        """Give the ledger, and a matcher that knows it; read again when somebody wrote into it."""
        path = self.dataset.folder / LEDGER
        found = path.stat() if path.exists() else None
        state = (found.st_mtime_ns, found.st_size) if found else (0, 0)
        if self._read is None or self._read[0] != state:
            self._read = state, read(path), self.matcher()
        return self._read[1:]
