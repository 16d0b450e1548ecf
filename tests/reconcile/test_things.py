"""Bodies and places: by their names, their qualifiers, what they were called, how well known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lod.entity import AuthorityEntity, Decision, EntityKind, Judgement
from lod.reconcile.build import build
from lod.reconcile.decisions import LedgerView
from lod.reconcile.entry import Scope
from lod.reconcile.events import Event, Line
from lod.reconcile.index import IndexAuthority
from lod.reconcile.matcher import Matcher
from lod.reconcile.memory import MemoryAuthority
from lod.reconcile.namelist import questions
from lod.reconcile.parse import query
from lod.reconcile.score import Situation

LANGUAGES = "en de fr es it nl sv pl cs ru".split()  # noqa: SIM905


def thing(ident: str, kind: str, label: str, count: int = 1, **more: object) -> dict[str, object]:
    """Describe an entity that is known in some languages."""
    return {"id": ident, "kind": kind, "labels": dict.fromkeys(LANGUAGES[:count], label), **more}


ENTITIES = [
    thing("Q142", "place", "France", 10, types=["Q6256"], aliases={"sv": ["Frankrike"]}),
    thing("Q1", "place", "France", description="village in Idaho"),
    thing("Q183", "place", "Germany", 10, types=["Q6256"], aliases={"de": ["Deutschland"]}),
    thing("Q472", "place", "Sofia", 8, description="capital city of Bulgaria"),
    thing("Q5", "place", "Hwanghae Province", 3),
    thing("Q6", "place", "Almaty", 8, aliases={"ru": ["Vernyj"]}),
    thing("Q20", "organization", "Ministry of Foreign Affairs of the Soviet Union", 8),
    thing("Q21", "organization", "City College of New York", 5, aliases={"en": ["CCNY"]}),
    thing("Q22", "organization", "North Atlantic Treaty Organization", 9,
          aliases={"en": ["NATO"]}, birth="1949"),
    thing("Q30", "person", "Jan Novak", different=["Q31"]),
    thing("Q31", "person", "Jan Petr Novak", different=["Q30"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    folder = tmp_path_factory.mktemp("things")
    source = folder / "things.jsonl"
    source.write_text("\n".join(map(json.dumps, ENTITIES)), encoding="utf-8")
    build([source], folder / "index.sqlite", Scope(), "")
    return Matcher([IndexAuthority.open(folder / "index.sqlite")])


def said(decision: Decision) -> tuple[str, str]:
    return decision.judgement.value, decision.id


@pytest.mark.parametrize(
    ("name", "kind", "year", "qid"),
    [
        ("France", "place", 1967, "Q142"),
        ("Frankrike", "place", 1967, "Q142"),
        ("Deutschland", "place", 1997, "Q183"),
        ("Sofia (Bulgaria)", "place", 1967, "Q472"),
        ("Sofia, Bulgaria", "place", 1967, "Q472"),
        ("Soviet Union. Ministry of Foreign Affairs", "group", 1951, "Q20"),
        ("Soviet Union. Foreign Ministry", "group", 1951, "Q20"),
        ("NATO", "group", 1960, "Q22"),
        ("North Atlantic Treaty Organisation (NATO)", "group", 1960, "Q22"),
    ],
)
def test_a_well_known_body_or_place_is_accepted(
    known: Matcher, name: str, kind: EntityKind, year: int, qid: str
) -> None:
    assert said(known.match(name, kind, Situation(year))) == ("accepted", qid)


@pytest.mark.parametrize(
    ("name", "kind", "year"),
    [
        ("Deutschland", "place", 1951),
        ("Sofia (Madagascar)", "place", 1967),
        ("[Hwanghae] Province", "place", 1951),
        ("Vernyj", "place", 1951),
        ("Carnegie Corporation of New York (CCNY)", "group", 1960),
        ("NATO", "group", 1940),
        ("Poland. Embassy (Canada)", "group", 1960),
    ],
)
def test_what_is_left_open_is_no_link(
    known: Matcher, name: str, kind: EntityKind, year: int
) -> None:
    assert known.match(name, kind, Situation(year)).id == ""


def test_a_place_without_the_word_for_what_it_is_is_a_candidate(known: Matcher) -> None:
    found = known.match("Hwanghae", "place", Situation(1951))
    assert (found.judgement, [one.id for one in found.candidates]) == (Judgement.REVIEW, ["Q5"])


def test_people_whom_the_authority_tells_apart_are_a_question(known: Matcher) -> None:
    decision = known.match("Novak, Jan", "person", Situation(1950))
    assert decision.judgement is Judgement.REVIEW
    assert decision.note == "namesake: Jan Petr Novak"


def test_a_collection_of_unknown_people_makes_everybody_less_likely() -> None:
    entity = AuthorityEntity(id="Q1", kind="person", label="Adam Zelenka", names=("Adam Zelenka",))
    events = (Event(id=str(number), action="none", name=f"Novak, {number}") for number in range(60))
    ledger = LedgerView(Line(number, event) for number, event in enumerate(events, start=1))
    authority = MemoryAuthority([entity])
    open_minded, sceptic = Matcher([authority]), Matcher([authority], ledger)
    name = ("Zelenka, Adam", "person", Situation(1950))
    assert open_minded.match(*name).score > sceptic.match(*name).score + 0.01  # type: ignore[arg-type]


def test_a_list_may_ask_for_places(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("name\tkind\nParis\tplace\nNATO\torganization\nParis\tQ515\n", "utf-8")
    assert [one.kind for one in questions(path)] == ["place", "group", "agent"]


@pytest.mark.parametrize(
    ("heading", "key", "year"),
    [
        ("China--Politics and government--1949-1976", "china", 1962),
        ("Korea (North)--Foreign relations--Soviet Union", "north korea", None),
        ("Berlin (Germany)--History--1945-", "berlin", 1945),
        ("--", "", None),
    ],
)
def test_a_heading_is_its_place_dated_by_its_period(
    heading: str, key: str, year: int | None
) -> None:
    asked = query(heading, "place")
    assert (asked.key, asked.year) == (key, year)
