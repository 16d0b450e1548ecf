"""Keys of one record are settled while names are decided, unless others have a say in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lod.entity import Candidate, Decision, Judgement
from lod.iri import hashed_id
from lod.pipeline.alone import alone, settle_alone
from lod.pipeline.directory import decode_entity
from lod.pipeline.harvest import UNDATED, Name
from lod.pipeline.work import Work
from lod.reconcile.mentions import mention_key
from lod.reconcile.register import Mention, Register

NOBODY = Judgement.NONE


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    with closing(Work(tmp_path)) as work:
        yield work


def named(name: str, *, spoken: bool = False, role: str = "sender") -> Name:
    key = mention_key("person", name, "x-1")
    told = Name(key, name, 1950, spoken, "person", begin=UNDATED, finish=UNDATED, role=role)
    return told._replace(snapshot="abc")


def decided(name: str, judgement: Judgement = NOBODY, *candidates: str) -> Decision:
    found = tuple(Candidate(id=one, name=one, score=0.3) for one in candidates)
    return Decision(kind="person", name=name, year=1950, judgement=judgement, candidates=found)


def settled(work: Work, names: list[Name], here: list[Name], register: Register) -> list[str]:
    """Note some names, settle those that are here, and give the ids of the keys that are joined."""
    work.add("name", names, width=len(Name._fields))
    settle_alone([*alone(here, [decided(one.name) for one in here])], work, register)
    return [ident for (ident,) in work.db.execute("SELECT entity FROM joined ORDER BY mention")]


def test_the_names_of_a_key_of_one_record_are_one_entity(work: Work) -> None:
    names = [named("Gromyko"), named("Gromyko", spoken=True), named("Zorin")]
    ids = [hashed_id(names[0].mention), hashed_id(names[2].mention)]
    assert settled(work, names, names, Register()) == ids
    body = work.db.execute("SELECT body FROM entity WHERE id = ?", (ids[0],)).fetchone()[0]
    entity = decode_entity(body)
    assert (entity.names, entity.snapshots) == (("Gromyko",), ("abc",))
    assert entity.decision == decided("Gromyko")


@pytest.mark.parametrize(
    ("name", "decision"),
    [
        (named("Andrei Gromyko"), decided("Andrei Gromyko")),
        (named("Gromyko", role="self"), decided("Gromyko")),
        (named("Gromyko"), decided("Gromyko", NOBODY, "Q1")),
        (named("Gromyko"), decided("Gromyko", Judgement.ERROR)),
    ],
    ids=["of all records", "of a record of its own", "with candidates", "a service fails"],
)
def test_what_others_or_later_steps_have_a_say_in_is_left(name: Name, decision: Decision) -> None:
    assert [*alone([name], [decision])] == []


def test_a_key_with_names_elsewhere_is_left(work: Work) -> None:
    names = [named("Gromyko"), named("Mr. Gromyko")]
    assert names[0].mention == names[1].mention
    assert settled(work, names, names[:1], Register()) == []


def test_a_key_that_the_register_knows_otherwise_is_left(work: Work) -> None:
    name, register = named("Gromyko"), Register()
    register.assign([Mention(name.mention, "person", name.name)])
    register.know(hashed_id(name.mention), "person|another")
    assert settled(work, [name], [name], register) == []
