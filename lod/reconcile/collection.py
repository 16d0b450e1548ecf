"""Names of one list -> decisions, weighed as one collection, then by their company; any number."""

from __future__ import annotations

import gc
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import msgspec

from lod.entity import Decision, Judgement
from lod.reconcile.circles import ROUNDS, Circles, certain, is_open
from lod.reconcile.company import side_of
from lod.reconcile.matcher import Matcher
from lod.reconcile.mentions import is_shared
from lod.reconcile.namelist import Question
from lod.reconcile.parse import entity_kind
from lod.reconcile.seats import is_list, listed
from lod.reconcile.unknowns import Unknowns

AT_ONCE = 500
AGAIN = 2  # times that names are asked for again which wait for a service
_ASKED = """
CREATE TABLE asked (number INTEGER PRIMARY KEY, record TEXT, list TEXT, question BLOB,
                    decision BLOB);
"""
_encode = msgspec.msgpack.Encoder().encode
_decode_question = msgspec.msgpack.Decoder(Question).decode
_decode = msgspec.msgpack.Decoder(Decision).decode
_LISTS = "SELECT list FROM asked WHERE list != '' AND list > ? GROUP BY list ORDER BY list LIMIT ?"
_RELIST = "UPDATE asked SET question = ?, decision = ? WHERE number = ?"
_LISTED = "SELECT number, question, decision FROM asked WHERE list = ? ORDER BY number"
_AFTER = "SELECT number, question, decision FROM asked WHERE number > ? {} ORDER BY number LIMIT ?"


def matched(matcher: Matcher, asked: Sequence[Question]) -> list[tuple[Question, Decision]]:
    """Decide some names, each by itself; a line that cannot be asked for is an error.

    Python's search for cycles rests meanwhile: there are none, and it takes 5 % of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        sound = (one for one in asked if not one.fault)
        matcher.prepare((one.name, one.kind, one.situation, "") for one in sound)
        return [(one, _told(matcher, one)) for one in asked]
    finally:
        if was:
            gc.enable()


def _told(matcher: Matcher, one: Question) -> Decision:
    if one.fault:
        kind = entity_kind(one.kind, one.name)
        error = Judgement.ERROR
        return Decision(kind=kind, name=one.name, year=None, judgement=error, note=one.fault)
    return matcher.match(one.name, one.kind, one.situation)


def decided(
    matcher: Matcher, asked: Iterable[Question], done: Callable[[int], None]
) -> Iterator[tuple[Question, Decision]]:
    """Decide names in their order; give each with what was decided.

    All are decided before the first is given, since how many of a list nobody knows, and who is
    named beside somebody, tells something of each. done: is told how many were decided.
    """
    with tempfile.TemporaryDirectory() as folder, closing(_opened(Path(folder))) as db:
        unknowns = _first(db, matcher, asked, done)
        for _ in range(AGAIN if matcher.is_live else 0):
            _asked_again(db, matcher, unknowns)
        _by_lists(db, matcher)
        leaning = matcher.leaning(unknowns)
        _collect(db, matcher, leaning)
        for _, question, decision in _rows(db):
            yield question, decision


def _opened(folder: Path) -> sqlite3.Connection:
    """Open a table on disk that nobody needs when it is closed."""
    db = sqlite3.connect(folder / "list.sqlite", isolation_level=None)
    db.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_ASKED}")
    return db


def _first(
    db: sqlite3.Connection,
    matcher: Matcher,
    asked: Iterable[Question],
    done: Callable[[int], None],
) -> Unknowns:
    """Decide each name by itself."""
    unknowns, waiting, count = Unknowns(), iter(asked), 0
    while some := list(islice(waiting, AT_ONCE)):
        rows = []
        for one, decision in matched(matcher, some):
            count += 1
            unknowns.add(decision)
            rows.append((count, one.record, _list_of(one), _encode(one), _encode(decision)))
        _written(db, "INSERT INTO asked VALUES (?, ?, ?, ?, ?)", rows)
        done(count)
    return unknowns


def _asked_again(db: sqlite3.Connection, matcher: Matcher, unknowns: Unknowns) -> None:
    """Ask anew for the names that wait for a service, once it may be asked again."""
    rows = (row for row in _rows(db) if row[2].judgement is Judgement.ERROR and not row[1].fault)
    some = list(islice(rows, AT_ONCE))
    while some and matcher.wait():
        told = [decision for _, decision in matched(matcher, [one for _, one, _ in some])]
        for decision in told:
            unknowns.add(decision)
        _changed(db, [(new, number) for new, (number, _, _) in zip(told, some, strict=True)])
        some = list(islice(rows, AT_ONCE))


def _list_of(one: Question) -> str:
    """Name the list of a record in which a person stands, "" when the role makes none."""
    role, is_person = one.situation.role, entity_kind(one.kind, one.name) == "person"
    return f"{one.record}\n{role}" if one.record and is_person and is_list(role) else ""


def _by_lists(db: sqlite3.Connection, matcher: Matcher) -> None:
    """Decide anew what says little in a list: those may be meant who sat together (`seats.py`)."""
    db.execute("CREATE INDEX IF NOT EXISTS asked_list ON asked (list)")
    last = ""
    while found := db.execute(_LISTS, (last, AT_ONCE)).fetchall():
        last = found[-1][0]
        for (one,) in found:
            rows = [(number, _decode_question(body), _decode(old))
                    for number, body, old in db.execute(_LISTED, (one,))]  # fmt: skip
            names = listed(question.name for _, question, _ in rows)
            changed = (row for row in rows if names and not is_shared("person", row[1].name))
            _written(db, _RELIST, [_anew(matcher, row, names) for row in changed])


def _anew(
    matcher: Matcher, row: tuple[int, Question, Decision], names: tuple[str, ...]
) -> tuple[bytes, bytes, int]:
    number, old, before = row
    one = old._replace(situation=old.situation._replace(listed=names))
    told = before if before.judgement is Judgement.ERROR else _told(matcher, one)
    return _encode(one), _encode(told), number


def _collect(db: sqlite3.Connection, matcher: Matcher, leaning: float) -> None:
    """Weigh names anew by all others of the list, then by those whom their records name."""
    if leaning:
        for some in _chunks(_rows(db)):
            told = ((number, old, matcher.collected(old, leaning)) for number, _, old in some)
            _changed(db, [(new, number) for number, old, new in told if new is not old])
    circles = Circles(db)
    for _ in range(ROUNDS if _has_records(db) else 0):
        circles.begin()
        for some in _chunks(_rows(db, in_records=True)):
            people = (certain(old, one.record, side_of(one.situation.role)) for _, one, old in some)
            circles.note(people)
        if not sum(_round(db, matcher, circles, leaning)):
            break


def _round(
    db: sqlite3.Connection, matcher: Matcher, circles: Circles, leaning: float
) -> Iterator[int]:
    """Decide open names anew by their company; give how many came out otherwise."""
    for some in _chunks(_rows(db, in_records=True)):
        rows = []
        for number, one, old in some:
            beside = [(one.record, side_of(one.situation.role))]
            company = None
            if is_open(old) or circles.divided(old):
                company = circles.company(str(number), old, beside)
            if company:
                new = matcher.collected(matcher.among(old, one.situation, company), leaning)
                rows += [(new, number)] if new != old else []
        _changed(db, rows)
        yield len(rows)


def _rows(
    db: sqlite3.Connection, *, in_records: bool = False
) -> Iterator[tuple[int, Question, Decision]]:
    """Give all lines in their order, or those of a record, while others are written."""
    text, last = _AFTER.format("AND record != ''" if in_records else ""), 0
    while found := db.execute(text, (last, AT_ONCE)).fetchall():
        last = found[-1][0]
        for number, question, decision in found:
            yield number, _decode_question(question), _decode(decision)


def _chunks(
    rows: Iterator[tuple[int, Question, Decision]],
) -> Iterator[list[tuple[int, Question, Decision]]]:
    while some := list(islice(rows, AT_ONCE)):
        yield some


def _has_records(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM asked WHERE record != '' LIMIT 1").fetchone() is not None


def _changed(db: sqlite3.Connection, rows: Sequence[tuple[Decision, int]]) -> None:
    packed = [(_encode(decision), number) for decision, number in rows]
    _written(db, "UPDATE asked SET decision = ? WHERE number = ?", packed)


def _written(db: sqlite3.Connection, text: str, rows: Sequence[tuple[object, ...]]) -> None:
    db.execute("BEGIN")
    db.executemany(text, rows)
    db.execute("COMMIT")
