"""Matching on an index: names as archives spell, misread and transliterate them."""

# ruff: noqa: RUF001  (Cyrillic names are meant)

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lod.entity import EntityKind, Judgement
from lod.reconcile.build import build
from lod.reconcile.entry import Scope
from lod.reconcile.evaluate import answers, evaluate
from lod.reconcile.index import IndexAuthority
from lod.reconcile.matcher import Matcher
from lod.reconcile.score import Situation

TASK = Path(__file__).parents[1] / "data" / "reconcile" / "task"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    """Give a matcher on an index of the authority that ships."""
    folder = tmp_path_factory.mktemp("index")
    build([TASK / "authority.jsonl.gz"], folder / "index.sqlite", Scope(), "")
    return Matcher([IndexAuthority.open(folder / "index.sqlite")])


@pytest.fixture(scope="module")
def coldwar(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Matcher:
    target = tmp_path_factory.mktemp("coldwar") / "index.sqlite"
    build([shared / "data/authority/authority-coldwar.jsonl.gz"], target, Scope(), "")
    return Matcher([IndexAuthority.open(target)])


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("Cde. Stalin", 1951, "Q855"),
        ("Comrade STALIN I.V.", 1951, "Q855"),
        ("A. Gromyko", 1951, "Q184267"),
        ("Kim II Sung", 1957, "Q41117"),
        ("Chiang, Ching-kuo (Jiang Jingguo)", 1967, "Q313598"),
        ('Blair, Anthony Charles Lynton ("Tony")', 1997, "Q9545"),
        ("Nazarbayev, Nursultan Abishuly", 1997, "Q57394"),
        ("Kuchma, Leonid Danylovych", 1997, "Q629702"),
        ("Satō, Eisaku", None, "Q179871"),
        ("Guterres, António Manuel de Oliveira", 1997, "Q311440"),
        ("Primakov, Yevgeni Maksimovich", 1997, "Q270529"),
        ("Mao Tse-tung", 1957, "Q5816"),
        ("Chou En-lai", 1957, "Q17410"),
        ("Жак Ширак", 1997, "Q2105"),
        ("Громыко А. А.", 1951, "Q184267"),
    ],
)
def test_names_as_catalogued_are_accepted(
    coldwar: Matcher, name: str, year: int | None, qid: str
) -> None:
    decision = coldwar.match(name, "person", Situation(year))
    assert (decision.judgement, decision.id) == (Judgement.ACCEPTED, qid)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Razuvaev", "person"),
        ("Nam II", "person"),
        ("Carnegie Corporation of New York (CCNY)", "group"),
        ("Poland. Embassy (Canada)", "group"),
        ("[Mensan] District", "place"),
        ("Germany", "place"),
    ],
)
def test_names_of_nobody_known_are_linked_to_nothing(
    coldwar: Matcher, name: str, kind: EntityKind
) -> None:
    assert coldwar.match(name, kind, Situation(1951)).id == ""


def test_precision_does_not_drop(known: Matcher) -> None:
    found = evaluate(answers(known, TASK))
    assert found["n"] == 963
    assert found["precision"] > 0.99
    assert found["recall"] >= 0.75
    assert found["recall@10"] >= 0.975
    assert found["nil_accuracy"] >= 0.985
    assert found["ece"] <= 0.05


def index(folder: Path, *people: tuple[str, str, str, str]) -> Matcher:
    texts = [
        json.dumps(
            {"id": ident, "kind": "person", "labels": {"en": name}, "birth": born, "death": died}
        )
        for ident, name, born, died in people
    ]
    source = folder / "people.jsonl"
    source.write_text("\n".join(texts), encoding="utf-8")
    build([source], folder / "index.sqlite", Scope(), "")
    return Matcher([IndexAuthority.open(folder / "index.sqlite")])


def test_two_namesakes_are_never_accepted_by_machine(tmp_path: Path) -> None:
    matcher = index(tmp_path, ("Q1", "Jan Novak", "1900", ""), ("Q2", "Jan Novak", "1902", ""))
    decision = matcher.match("Novak, Jan", "person", Situation(1950))
    assert decision.judgement is Judgement.REVIEW
    assert decision.note == "namesake: Jan Novak"


def test_a_dead_person_is_never_first(tmp_path: Path) -> None:
    matcher = index(tmp_path, ("Q1", "Jan Novak", "1850", "1900"), ("Q2", "Jan Novak", "1910", ""))
    decision = matcher.match("Novak, Jan", "person", Situation(1950))
    assert (decision.id, [one.id for one in decision.candidates]) == ("Q2", ["Q2", "Q1"])
    assert any("ended in 1900" in reason for reason in decision.candidates[1].reasons)


def test_the_order_of_the_source_changes_nothing(tmp_path: Path) -> None:
    people = [(f"Q{n}", f"Jan{n} Novak", str(1900 + n), "") for n in range(30)]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = index(tmp_path / "a", *people), index(tmp_path / "b", *reversed(people))
    for name in ("J. Novak", "Novak", "Jan7 Novak", "Jan7 Nowak"):
        ours, theirs = one.match(name, "person"), other.match(name, "person")
        assert ours.candidates == theirs.candidates


@pytest.mark.parametrize(
    "name", ["", "\u202eStalin\u2066", "👩‍🚀", "[]()", "a " * 5_000, "x" * 10_000, "\ud800", "'"]
)
def test_no_name_is_too_odd(known: Matcher, name: str) -> None:
    for kind in ("person", "group", "place", "agent"):
        assert known.match(name, kind).judgement is not Judgement.ERROR
