"""What the ledger is made of: events, the lines they stand on, and when two contradict."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

import msgspec

from lod.entity import EntityKind
from lod.errors import UsageError
from lod.iri import hashed_id
from lod.lazily import regex

Action = Literal["accept", "reject", "none", "defer", "undo", "comment"]
ITEM = regex(r"[QLP][1-9][0-9]*")
_PERIOD = regex(r"(?:-?\d{1,4})?(?:/(?:-?\d{1,4})?)?")
# Marks of direction, and others that are never seen (Unicode Standard Annex 9, section 2).
_UNSEEN = regex("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
# What git writes between the two sides of a conflict.
_MARKER = regex(rb"(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)")
_DAY = regex(r"\d{4}-\d\d-\d\d(?:T.*)?")
_FOR_EVER, _OPEN = 1_000_000, 100_000


class Event(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One line of the ledger: what somebody said about a name, once and for ever.

    when: ISO day or moment; events hold in its order, an event without it after the one above it.
    period: "" for every year, `1951`, or `1945/1953` with either side open. qid: the item that is
    accepted or refused. A name that is itself an item (`Q12`) says that two items are the same
    (accept) or different (reject). undoes: id of the event that an undo takes back. evidence,
    authority: what the curator saw (`Decision.evidence`, `Decision.authority`).
    """

    id: str = ""
    when: str = ""
    who: str = ""
    kind: EntityKind = "person"
    name: str = ""
    period: str = ""
    action: Action
    qid: str = ""
    undoes: str = ""
    why: str = ""
    evidence: str = ""
    authority: str = ""

    @property
    def about(self) -> tuple[str, str]:
        """Give what the event is about: kind and name."""
        return self.kind, plain(self.name)

    @property
    def joins_items(self) -> bool:
        """Tell whether the event speaks of two items instead of a name and an item."""
        return bool(ITEM.fullmatch(self.name)) and self.action in ("accept", "reject")


def plain(name: str) -> str:
    r"""Spell a name so that what is not seen makes no difference: white space, marks of direction.

    >>> plain("Iva\u0301nov\u202e,  Ivan") == "Iv\u00e1nov, Ivan"
    True
    """
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", name)).split())


def shown(text: str) -> str:
    r"""Spell somebody else's text for a terminal: signs that steer or turn it are written out.

    >>> shown("Ivanov\x1b[31m \u202e")
    'Ivanov\\x1b[31m \\u202e'
    """
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text
    )


class Line(NamedTuple):
    """An event and the line of the ledger that it stands on."""

    number: int
    event: Event


def parse(text: bytes, where: str) -> list[Line]:
    """Read the lines of a ledger in the order in which they hold, whatever the order they lie in.

    One line twice, as merging branches leaves it, is one. Raises UsageError that names file and
    line when a line is broken, says nothing, or is left over from a conflict of branches.
    """
    lines: list[Line] = []
    known: dict[str, Event] = {}
    for number, row in enumerate(text.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not row.strip():
            continue
        refuse_marker(row, f"{where}:{number}")
        event = _read(row, f"{where}:{number}")
        if event.id and event.id in known:
            if known[event.id] != event:
                raise UsageError(f"two events with the id {event.id!r}", where=f"{where}:{number}")
            continue
        known[event.id] = event
        lines.append(Line(number, event))
    return ordered(lines)


def refuse_marker(row: bytes, where: str) -> None:
    """Raise UsageError for a line that git left over from a conflict of branches."""
    if _MARKER.match(row):
        mend = "keep the lines of both sides, and take out the marks of the conflict"
        raise UsageError("branches in conflict", where=where, mend=mend)


def ordered(lines: Iterable[Line]) -> list[Line]:
    """Put lines in order of time, then of content, so that two ways to merge branches are one.

    A line without a time stays behind the one above it.
    """
    groups: list[list[Line]] = []
    for line in lines:
        if line.event.when or not groups:
            groups.append([])
        groups[-1].append(line)
    groups.sort(key=lambda group: (moment_of(group[0].event.when), encoded(group[0].event)))
    return [line for group in groups for line in group]


def later(when: str, before: str) -> str:
    """Give a moment after another, by a millionth of a second if need be; a day stays a day.

    Two events of one moment would hold in the order of their words.

    >>> later("2026-11-28T10:00:00Z", "2026-11-28T10:00:00.000002Z")
    '2026-11-28T10:00:00.000003Z'
    """
    if "T" not in when or "T" not in before or moment_of(when) > moment_of(before):
        return when
    try:
        moment = datetime.fromisoformat(before) + timedelta(microseconds=1)
    except (ValueError, OverflowError):
        return when
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def checked(event: Event, lines: Iterable[Line]) -> Event:
    """Give an event back that may be written; raises UsageError when it says nothing."""
    if event.action == "undo":
        _demand_undoable(event.undoes, list(lines))
    return sound(event)


def _demand_undoable(ident: str, lines: Sequence[Line]) -> None:
    """Raise UsageError where there is no such event, or it is taken back already."""
    if not any(line.event.id == ident for line in lines):
        raise UsageError(f"no event {ident!r} to undo", mend="see the ledger for ids")
    undoing = _undoing(lines)
    if _undone(ident, undoing):
        by = next(undo for undo in undoing[ident] if not _undone(undo, undoing))
        mend = f"--undo {by} brings it back"
        raise UsageError(f"{ident} is taken back already, by {by}", mend=mend)


def sound(event: Event) -> Event:
    """Give an event back whose words can be understood; raises UsageError that says how to mend it.

    Lines that somebody wrote into the ledger by hand are held to the same as those of `lod decide`.
    """
    _demand_moment(event.when)
    if event.action == "undo":
        if not event.undoes:
            raise UsageError("an undo needs the id of an event", mend='give it as "undoes"')
        return event
    if not event.name.strip():
        raise UsageError("a decision needs a name")
    names_item = event.action in ("accept", "reject")
    if names_item and not ITEM.fullmatch(event.qid):
        raise UsageError(f"{event.qid!r} is no item", mend="write it as Q855")
    if not names_item and event.qid:
        mend = 'leave "qid" out, or write accept or reject'
        raise UsageError(f"{event.action} is said of no item, {event.qid!r} is given", mend=mend)
    _demand_period(event.period)
    return event


def _demand_period(period: str) -> None:
    mend = "write 1951, 1945/1953, or leave it out"
    if not _PERIOD.fullmatch(period):
        raise UsageError(f"{period!r} is no period", mend=mend)
    begin, end = _bounds(period)
    if begin is not None and end is not None and end < begin:
        raise UsageError(f"the period {period!r} ends before it begins", mend=mend)


def _demand_moment(when: str) -> None:
    if not when:
        return
    try:
        datetime.fromisoformat(when if _DAY.fullmatch(when) else "")
    except ValueError:
        mend = "write 2026-11-28 or 2026-11-28T10:00:00Z, or leave it out"
        raise UsageError(f"{when!r} is no day or moment", mend=mend) from None


def named(event: Event, number: int) -> Event:
    """Give an event its id: from its place and its words, so that no two have the same."""
    words = encoded(msgspec.structs.replace(event, id=""))
    ident = hashed_id(f"{number}|{words.decode('utf-8', 'replace')}")
    return msgspec.structs.replace(event, id=ident)


def encoded(event: Event) -> bytes:
    """Spell an event as its line in the ledger, without the line's end."""
    return msgspec.json.encode(event)


def moment_of(when: str) -> str:
    """Spell a moment so that an earlier one is less, with and without parts of a second."""
    return when.removesuffix("Z")


def standing(lines: Iterable[Line]) -> Iterator[Line]:
    """Give the events that no undo takes back, in their order; an undone undo counts not."""
    every = list(lines)
    undoing = _undoing(every)
    for line in every:
        if line.event.action not in ("undo", "comment") and not _undone(line.event.id, undoing):
            yield line


def _undoing(lines: Iterable[Line]) -> dict[str, list[str]]:
    """Give the events that take back others, by the id of these."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.event.action == "undo":
            found.setdefault(line.event.undoes, []).append(line.event.id)
    return found


def _undone(ident: str, undoing: dict[str, list[str]]) -> bool:
    """Tell whether an undo that stands takes an event back; their order does not matter."""
    state: dict[str, bool] = {}
    waiting = [ident]
    while waiting:
        one = waiting[-1]
        open_ones = [undo for undo in undoing.get(one, ()) if undo not in state]
        state.setdefault(one, False)  # whoever undoes itself, in a ledger that was forged, does not
        if open_ones:
            waiting.extend(open_ones)
            continue
        state[one] = any(not state[undo] for undo in undoing.get(one, ()))
        waiting.pop()
    return state[ident]


def contradiction(lines: Iterable[Line]) -> str:
    """Find lines that cannot all hold, in words that cite them; "" when there are none.

    A name means one item in a period; an item accepted is not refused; items said to be the same
    count as one, and none of them is said to differ.
    """
    every = list(lines)
    between = [line for line in every if line.event.joins_items]
    same = _classes(line for line in between if line.event.action == "accept")
    for line in between:
        event = line.event
        if event.action == "reject" and _class(same, event.name) == _class(same, event.qid):
            joined = [one for one in between if _class(same, one.event.qid) == same[event.qid]]
            return _cited(joined)
    said: dict[tuple[str, ...], list[Line]] = {}
    for line in every:
        if not line.event.joins_items:
            said.setdefault((*line.event.about, line.event.period), []).append(line)
    for about in said.values():
        clash = _clash(about, same)
        if clash:
            items = {line.event.qid for line in clash}
            differ = [one for one in between if {one.event.name, one.event.qid} <= items]
            return _cited([*clash, *differ])
    return ""


def year_of(period: str) -> int | None:
    """Give the year of a period that is one year, None for others."""
    begin, end = _bounds(period) if period else (None, None)
    return begin if begin == end else None


def holds(period: str, year: int | None) -> bool:
    """Tell whether an event of this period speaks of this year.

    >>> holds("1945/1953", 1951), holds("1951", None), holds("", None)
    (True, False, True)
    """
    if not period:
        return True
    begin, end = _bounds(period)
    if year is None:
        return False
    return (begin is None or begin <= year) and (end is None or year <= end)


def width(period: str) -> int:
    """Measure a period in years, so that the narrowest can win."""
    if not period:
        return _FOR_EVER
    begin, end = _bounds(period)
    return _OPEN if begin is None or end is None else end - begin


def _read(row: bytes, where: str) -> Event:
    try:
        return sound(msgspec.json.decode(row, type=Event))
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        mend = "restore the line; nothing was changed"
        raise UsageError(f"broken line: {error}", where=where, mend=mend) from None
    except UsageError as error:
        raise UsageError(error.what, where=where, mend=error.mend or "mend the line") from None


def _bounds(period: str) -> tuple[int | None, int | None]:
    begin, slash, end = period.partition("/")
    first = int(begin) if begin else None
    return first, (int(end) if end else None) if slash else first


def _classes(lines: Iterable[Line]) -> dict[str, str]:
    """Put items that are said to be the same into one class, named by its smallest item."""
    same: dict[str, str] = {}
    for line in lines:
        one, other = sorted((_class(same, line.event.name), _class(same, line.event.qid)))
        same.setdefault(one, one)
        same[other] = one
        for item, root in list(same.items()):
            if root == other:
                same[item] = one
    return same


def _class(same: dict[str, str], item: str) -> str:
    return same.get(item, item)


def _clash(lines: list[Line], same: dict[str, str]) -> list[Line]:
    """Find the lines on one name and period that speak against each other."""
    accepted = [line for line in lines if line.event.action == "accept"]
    items = {_class(same, line.event.qid) for line in accepted}
    refused = [
        line
        for line in lines
        if line.event.action == "reject" and _class(same, line.event.qid) in items
    ]
    if refused:
        return [*accepted, *refused]
    return accepted if len(items) > 1 else []


def _cited(lines: Iterable[Line]) -> str:
    """Cite lines in one sentence."""
    sign = {"accept": "is", "reject": "is not"}
    return "; ".join(
        f"line {line.number}: {line.event.name!r} {sign[line.event.action]} {line.event.qid}"
        for line in sorted(lines, key=lambda one: one.number)
    )
