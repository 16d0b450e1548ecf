"""Who of a list sat in one body tells who is meant by bare surnames, and by which not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from lod.entity import AuthorityEntity, Judgement
from lod.pipeline.harvest import lists
from lod.reconcile import embedded
from lod.reconcile.collection import decided
from lod.reconcile.keys import fold
from lod.reconcile.matcher import Matcher
from lod.reconcile.memory import MemoryAuthority
from lod.reconcile.namelist import questions
from lod.reconcile.score import Situation
from lod.reconcile.seats import body_of, is_list, listed, seats
from lod.record import Agent, Record
from lod.vocabulary import lines

POLITBURO = "Member of the Politburo of the Communist Party of the Soviet Union"
COPIES = ("Malenkov", "Molotov", "Gromyko")


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return Matcher([embedded.load()])


def linked(matcher: Matcher, names: Sequence[str], year: int | None) -> list[str]:
    """Give whom the names of a list mean."""
    found = (matcher.match(one, "person", Situation(year, listed=listed(names))) for one in names)
    return [one.label for one in found if one.judgement is Judgement.ACCEPTED]


def someone(ident: str, label: str, *offices: tuple[str, int, int]) -> AuthorityEntity:
    return AuthorityEntity(
        id=ident, kind="person", label=label, names=(label,), begin=1895, end=1980, offices=offices
    )


def test_who_sat_together_is_meant_where_another_of_the_list_served_their_state(
    shipped: Matcher,
) -> None:
    assert linked(shipped, COPIES, 1951) == ["Georgy Malenkov", "Vyacheslav Molotov"]


def test_the_reason_says_in_which_body_and_with_whom(shipped: Matcher) -> None:
    situation = Situation(1951, listed=listed(COPIES))
    (best, *_) = shipped.match("Molotov", "person", situation).candidates
    assert best.reasons[-1] == (
        "listed with others who then sat in the Politburo of the Communist Party of the Soviet"
        " Union (Georgy Malenkov) (+5.0)"
    )


@pytest.mark.parametrize(
    ("names", "year"),
    [
        (("Molotov", "Kaganovich", "Schmid"), 1948),  # sons and brothers have the same names
        (("Molotov", "Malenkov"), 1951),
        (COPIES, 1971),
        (COPIES, None),
        (("Molotov", "Schmid", "Lefebvre", "Rossi"), 1951),
        (("Johnson", "Wilson", "Brown", "Stewart"), 1967),
        (("Kosygin", "Gromyko", "Brezhnev", *"ABCDEFGH"), 1975),
    ],
    ids=["kin", "two", "another time", "undated", "one", "common names", "too many others"],
)
def test_a_list_that_may_be_of_no_body_tells_nothing(
    shipped: Matcher, names: Sequence[str], year: int | None
) -> None:
    assert linked(shipped, names, year) == []


def test_a_list_without_its_names_leaves_a_surname_open(shipped: Matcher) -> None:
    assert shipped.match("Molotov", "person", Situation(1951)).note == "a family name alone"


def test_two_of_one_name_who_sat_together_stay_a_question(shipped: Matcher) -> None:
    found = linked(shipped, ("Eisenhower", "Nixon", "Dulles"), 1955)
    assert "John Foster Dulles" not in found
    assert "Allen Dulles" not in found


def test_a_namesake_who_did_not_sit_there_is_no_rival() -> None:
    people = [
        someone("Q1", "Ivan Abramkin", (POLITBURO, 1946, 1957)),
        someone("Q2", "Oleg Abramkin"),
        someone("Q3", "Pavel Bezborodko", (POLITBURO, 1946, 1957)),
        someone("Q4", "Semyon Vyalov", (POLITBURO, 1950, 1952)),
    ]
    matcher = Matcher([MemoryAuthority(people)])
    names = ("Abramkin", "Bezborodko", "Vyalov")
    assert linked(matcher, names, 1951) == ["Ivan Abramkin", "Pavel Bezborodko", "Semyon Vyalov"]
    assert linked(matcher, names, 1956) == []


def test_a_common_surname_is_his_whose_label_has_it(shipped: Matcher) -> None:
    names = ("Deng", "Zhou", "Peng", "Chen")  # Nieh Jung Chen is no Chen
    assert "Nie Rongzhen" not in linked(shipped, names, 1957)


def test_common_family_names_are_listed_once_as_they_are_compared() -> None:
    names = lines("common-surnames.txt")
    assert list(names) == sorted({fold(name) for name in names})


def test_a_given_name_of_east_asia_is_no_family_name(shipped: Matcher) -> None:
    names = ("Chung-hee", "Kyu-hah", "Kim", "Paek")
    assert linked(shipped, names, 1976) == []
    assert linked(shipped, ("Chung-hee", "Kyu-hah", "Rhee"), 1976) == []


def test_initials_stand_before_no_family_name_of_one_letter(shipped: Matcher) -> None:
    assert shipped.match("V. I. Stalin", "person", Situation(1941)).judgement is Judgement.REVIEW
    assert shipped.match("I. V. Stalin", "person", Situation(1941)).id == "Q855"


@pytest.mark.parametrize(
    ("office", "body"),
    [
        (POLITBURO, "Politburo of the Communist Party of the Soviet Union"),
        (POLITBURO.replace("Member", "Candidate member"), POLITBURO[14:]),
        ("member of the Presidium of the Central Committee of the CPSU", "Politburo of the CPSU"),
        (
            "Minister of Defence of the Federal Republic of Germany",
            "government of the Federal Republic of Germany",
        ),
        ("Chancellor of the Exchequer", "government of the United Kingdom"),
        ("Secretary of State of the United States", "government of the United States"),
        ("Ambassador of the Soviet Union to China", ""),
        ("Member of the Presidium of the Supreme Soviet of the Soviet Union", ""),
        ("Minister of State", ""),
        ("First Deputy Minister of Foreign Affairs of the Soviet Union", ""),
    ],
)
def test_an_office_has_a_seat_in_its_body(office: str, body: str) -> None:
    assert body_of(office) == body


def test_a_seat_is_held_from_its_first_to_its_last_year() -> None:
    one = someone("Q1", "Ivan Abramkin", (POLITBURO, 1946, 1957))
    assert [bool(seats(one, year)) for year in (1945, 1946, 1957, 1958)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_only_roles_of_several_who_belong_together_make_a_list() -> None:
    roles = ("recipient", "copy-recipient", "copy_recipient", "participant", "sender", "mentioned")
    assert [is_list(role) for role in roles] == [True] * 4 + [False] * 2


def test_a_record_has_a_list_for_each_role_and_a_name_the_longest_of_its_own() -> None:
    agents = [
        *(Agent(name=name, kind="person", role="copy-recipient") for name in COPIES),
        *(Agent(name=name, kind="person", role="recipient") for name in ("Razuvaev", "Molotov")),
        Agent(name="Ministry of Foreign Affairs", kind="group", role="copy-recipient"),
    ]
    found = lists(Record(key="a", agents=tuple(agents)))
    assert found == dict.fromkeys(COPIES, "Gromyko\nMalenkov\nMolotov")


def test_lines_of_one_record_and_role_are_a_list(tmp_path: Path, shipped: Matcher) -> None:
    rows = [
        f"{name}\tperson\t1951\tr{at}\tparticipant" for at in (1, 2) for name in COPIES[at - 1 :]
    ]
    file = tmp_path / "names.tsv"
    file.write_text("\n".join(["name\tkind\tyear\trecord\trole", *rows]) + "\n", encoding="utf-8")
    found = [decision.id for _, decision in decided(shipped, questions(file), lambda _: None)]
    assert found == ["Q180588", "Q132899", "", "", ""]
