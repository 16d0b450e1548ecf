"""Decides each distinct name once, and settles which entity every mention is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from lod.config import Dataset, is_service
from lod.engine import Engine
from lod.engine.local import seldom_collected
from lod.entity import Decision, Judgement
from lod.errors import ConfigError
from lod.issue import Issue
from lod.pipeline.alone import Alone, alone, settle_alone
from lod.pipeline.company import Accompanied, accompanied, acquaint
from lod.pipeline.harvest import UNDATED, Called, Name, Row
from lod.pipeline.run import Progress, Run, ledger_of
from lod.pipeline.settle import open_register, settle
from lod.pipeline.spool import encode
from lod.pipeline.work import Work
from lod.reconcile.authorities import open_authority
from lod.reconcile.circles import ROUNDS, Circles
from lod.reconcile.decisions import read
from lod.reconcile.live import Setting
from lod.reconcile.matcher import Matcher
from lod.reconcile.score import Situation
from lod.reconcile.thresholds import Thresholds, load
from lod.reconcile.unknowns import Unknowns

AT_ONCE = 500
AGAIN = 2  # times that names are asked for again which wait for a service
_AFTER = (
    "SELECT name.*, decision FROM name JOIN decided USING (mention, name, year, spoken)"
    " WHERE (mention, name, year, spoken) > (?, ?, ?, ?) ORDER BY mention, name, year, spoken"
    " LIMIT ?"
)
_CHANGE = (
    "UPDATE decided SET decision = ? WHERE mention = ? AND name = ? AND year = ? AND spoken = ?"
)
_REPLACE = "INSERT OR REPLACE INTO decided VALUES (?, ?, ?, ?, ?, ?)"
_OPEN = (
    "SELECT mention, name, year, spoken, decision FROM decided"
    " WHERE open AND (mention, name, year, spoken) > (?, ?, ?, ?) ORDER BY 1, 2, 3, 4 LIMIT ?"
)
WAITS = "authority/no-answer"  # code of the issue on a name that waits for a service
decode_decision = msgspec.msgpack.Decoder(Decision).decode


class Questions(NamedTuple):
    """One task: some names to decide, as rows: each is a `Name`."""

    run: Run
    names: Sequence[Row]


class Answers(NamedTuple):
    """What was decided on some names, and how many of them nobody seems to know.

    rows: of the table of what is decided; open is what has candidates, which may yet be weighed.
    alone: entities of keys that are settled by it.
    """

    rows: list[tuple[object, ...]]
    unknowns: Unknowns
    alone: list[Alone]


class Beside(NamedTuple):
    """One task: some open names to decide anew, by whom their records name beside them."""

    run: Run
    leaning: float
    names: tuple[Accompanied, ...]


def match(run: Run, work: Work, engine: Engine, progress: Progress) -> None:
    """Decide every name in `work`, and settle the entity of each; the register grows with it."""
    total, done, unknowns = work.count("name"), 0, Unknowns()
    register = open_register(run, work)
    # A service is asked by one process alone.
    live = any(map(is_service, run.dataset.authority))
    spread = map if live else engine.map
    for answers in spread(decide, _questions(run, work)):
        with work.batch():
            work.add("decided", answers.rows, width=6)
            settle_alone(answers.alone, work, register)
        unknowns.update(answers.unknowns)
        done += len(answers.rows)
        progress("match", done, total)
    for _ in range(AGAIN if live else 0):
        unknowns.update(_asked_again(run, work))
    leaning = _lean(run, work, unknowns)
    _by_company(run, work, spread, leaning)
    if live or read(ledger_of(run.dataset)).lines:
        work.add_issues(_told(run, work))
    with seldom_collected():
        settle(run, work, matcher_of(run), register)


def decide(task: Questions) -> Answers:
    """Decide some names; runs in any process."""
    matcher, unknowns = matcher_of(task.run), Unknowns()
    rows, decisions = list[tuple[object, ...]](), list[Decision]()
    names = [Name._make(row) for row in task.names]
    matcher.prepare((one.name, one.kind, _situation(one), one.wikidata) for one in names)
    answers: dict[tuple[str | int, ...], tuple[Decision, bytes]] = {}
    for asked in names:
        same = asked[1:-1]  # all that a decision rests on: not which record names somebody
        answer = answers.get(same)
        if answer is None:
            decision = _decided(matcher, asked, task.run)
            unknowns.add(decision)
            answer = answers[same] = decision, encode(decision)
        decision, body = answer
        decisions.append(decision)
        rows.append((*asked[:4], body, bool(decision.candidates)))
    return Answers(rows, unknowns, [*alone(names, decisions)])


def beside(task: Beside) -> list[tuple[bytes, str, str, int, bool]]:
    """Decide some names anew, by whom their records name beside them; runs in any process.

    Gives those that come out otherwise.
    """
    matcher, rows = matcher_of(task.run), []
    for name, decision, company in task.names:
        found = matcher.among(decision, _situation(name), company)
        found = matcher.collected(found, task.leaning)
        if found != decision:
            rows.append((encode(found), *Called(*name[:4])))
    return rows


def _by_company(run: Run, work: Work, spread: Callable[..., Iterable[Any]], leaning: float) -> None:
    """Weigh open names by those whom their records name, in two rounds.

    In the first round only what was decided without company is company; what that settles is
    company in the second.
    """
    circles = Circles(work.db)
    for _ in range(ROUNDS):
        if not acquaint(work, circles):
            break
        tasks = (Beside(run, leaning, some) for some in accompanied(work, circles))
        count = 0
        for changed in spread(beside, tasks):
            with work.batch():
                work.db.executemany(_CHANGE, changed)
            count += len(changed)
        if not count:
            break


def _asked_again(run: Run, work: Work) -> Unknowns:
    """Ask anew for the names that wait for a service, once it may be asked again."""
    unknowns = Unknowns()
    waiting = _waiting(work)
    some = tuple(islice(waiting, AT_ONCE))
    while some and matcher_of(run).wait():
        answers = decide(Questions(run, some))
        unknowns.update(answers.unknowns)
        with work.batch():
            work.db.executemany(_REPLACE, answers.rows)
        some = tuple(islice(waiting, AT_ONCE))
    return unknowns


def _waiting(work: Work) -> Iterator[Name]:
    """Give the names for which a service did not answer."""
    last: tuple[object, ...] = ("", "", UNDATED, -1)
    while rows := work.db.execute(_AFTER, (*last, AT_ONCE)).fetchall():
        last = rows[-1][:4]
        for *name, body in rows:
            if decode_decision(body).judgement is Judgement.ERROR:
                yield Name(*name)


def _lean(run: Run, work: Work, unknowns: Unknowns) -> float:
    """Weigh people's names anew where the authorities know few of the collection's; say by what."""
    matcher = matcher_of(run)
    leaning, last = matcher.leaning(unknowns), ("", "", UNDATED, -1)

    @lru_cache(maxsize=AT_ONCE)
    def weighed(body: bytes) -> bytes:
        decision = decode_decision(body)
        found = matcher.collected(decision, leaning)
        return body if found is decision else encode(found)

    while leaning:
        found = work.db.execute(_OPEN, (*last, AT_ONCE)).fetchall()
        if not found:
            break
        last = found[-1][:4]
        told = ((weighed(body), body, *called) for *called, body in found)
        changed = [(new, *called) for new, body, *called in told if new is not body]
        with work.batch():
            work.db.executemany(_CHANGE, changed)
    return leaning


def _situation(asked: Name) -> Situation:
    return Situation(
        year=_known(asked.year),
        role=asked.role,
        begin=_known(asked.begin),
        end=_known(asked.finish),
        beside=asked.beside,
        listed=tuple(asked.listed.split("\n")) if asked.listed else (),
    )


def _decided(matcher: Matcher, asked: Name, run: Run) -> Decision:
    situation = _situation(asked)
    if asked.wikidata:
        publisher = run.dataset.publisher
        return matcher.sourced(asked.name, asked.kind, asked.wikidata, publisher, situation)
    return matcher.match(asked.name, asked.kind, situation)


def _silent(_: str) -> None: ...


@lru_cache(maxsize=1)
def matcher_of(run: Run) -> Matcher:
    """Give the matcher of a run, the same as long as the run stays in this process."""
    return matcher_for(run.dataset, run.folder.parent, run.today, _notes(run).append)


def matcher_for(
    dataset: Dataset, output: Path, today: str, tell: Callable[[str], None] = _silent
) -> Matcher:
    """Give the matcher that a dataset asks for; services keep their answers beside its releases.

    tell: called when a kept answer was broken.
    """
    setting = Setting(
        contact=dataset.contact,
        cache=output / ".cache",
        today=today,
        language=dataset.language,
        live=dataset.live,
        tell=tell,
    )
    authorities = [open_authority(name, setting) for name in dataset.authority]
    ledger = read(ledger_of(dataset))
    return Matcher(authorities, ledger, thresholds_of(dataset))


def thresholds_of(dataset: Dataset) -> Thresholds:
    """Give the thresholds of a dataset; raises ConfigError for one below what ships."""
    try:
        return load().raised(dataset.thresholds)
    except ConfigError as error:
        where = f"{dataset.folder / 'dataset.toml'}: {error.where}"
        raise ConfigError(error.what, where=where, mend=error.mend) from None


@lru_cache(maxsize=1)
def _notes(_run: Run) -> list[str]:
    """Keep what is told of a run's authorities until its issues are written."""
    return []


def _told(run: Run, work: Work) -> Iterator[Issue]:
    """Say which names wait for a service, and what was broken among kept answers."""
    for words in dict.fromkeys(_notes(run)):
        yield Issue(message=words, code="authority/cache")
    said = ("", "")
    for name, snapshot, body in work.db.execute(
        "SELECT name, snapshot, decision FROM decided JOIN name USING (mention, name, year, spoken)"
        " ORDER BY name, decision, mention, year, spoken"
    ):
        for code, words in _open(decode_decision(body)):
            if (name, words) != said:  # where it is first named is enough
                said = name, words
                yield replace(work.first_row(snapshot), message=words, code=code, value=name)


def _open(decision: Decision) -> Iterator[tuple[str, str]]:
    if decision.judgement is Judgement.ERROR:
        yield WAITS, decision.note
    if decision.again:
        yield "decision/again", f"look again: {decision.again}"


def _questions(run: Run, work: Work) -> Iterator[Questions]:
    # Records that name somebody alike, in one year, ask one question; the names of a key that
    # holds for one record only stand side by side.
    rows = work.db.execute("SELECT * FROM name ORDER BY name, kind, year, mention, spoken")
    while some := rows.fetchmany(AT_ONCE):
        yield Questions(run, some)


def _known(year: int) -> int | None:
    return None if year == UNDATED else year
