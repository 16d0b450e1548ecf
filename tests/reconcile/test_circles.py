"""Who is named together elsewhere tells who is meant here, and who is not."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lod.entity import Candidate, Decision, Judgement
from lod.reconcile.circles import Certain, Circles, certain, is_open
from lod.reconcile.company import Company, Met

HERE = [("r1", 0)]


def told(*found: Certain) -> Circles:
    circles = Circles(sqlite3.connect(":memory:", isolation_level=None))
    circles.begin()
    circles.note(found)
    return circles


def someone(
    item: str, record: str, side: int = 0, *, full: bool = True, mention: str = ""
) -> Certain:
    return Certain(item, record, side, full, mention=mention)


def decision(name: str, *ids: str, judgement: Judgement = Judgement.REVIEW) -> Decision:
    found = tuple(Candidate(id=one, name=one, score=0.6 / len(ids)) for one in ids)
    ident = ids[0] if judgement is Judgement.ACCEPTED else ""
    score = found[0].score if found else 0.0
    return Decision(kind="person", name=name, year=1951, judgement=judgement, id=ident,
                    candidates=found, score=score)  # fmt: skip


OPEN = decision("Gromyko", "Q1", "Q2")


def test_a_candidate_is_in_company_where_the_record_names_him_in_full() -> None:
    circles = told(someone("Q1", "r1"), someone("Q2", "r1", full=False))
    assert circles.company("a", OPEN, HERE) == Company(full=("Q1",))


def test_who_was_made_unlikely_by_company_stays_beside_it_in_the_next_round() -> None:
    circles = told(someone("Q1", "r1"))
    assert circles.company("a", OPEN, HERE) == Company(full=("Q1",))
    circles.begin()
    circles.note([someone("Q1", "r1")])
    unlikely = replace(OPEN, candidates=(Candidate(id="Q1", name="Q1", score=0.001),))
    assert circles.company("a", unlikely, HERE) is None  # nothing new


def test_a_candidate_is_known_by_whom_he_is_named_with_elsewhere() -> None:
    circles = told(someone("Q9", "r1"), someone("Q9", "r2", 1), someone("Q1", "r2", 2))
    found = circles.company("a", OPEN, HERE)
    assert found is not None
    assert found.met == (Met("Q1", "Q9", 1, wrote=True),)


def test_who_is_named_elsewhere_by_less_than_a_full_name_is_no_evidence() -> None:
    circles = told(someone("Q9", "r1"), someone("Q9", "r2"), someone("Q1", "r2", full=False))
    assert circles.company("a", OPEN, HERE) is None


def test_what_a_name_itself_means_is_no_company_of_it() -> None:
    accepted = decision("A. Gromyko", "Q1", judgement=Judgement.ACCEPTED)
    circles = told(someone("Q1", "r1", full=False), someone("Q9", "r1"))
    assert circles.company("a", accepted, HERE) is None


def test_somebody_unknown_who_bears_the_name_in_full_is_a_rival() -> None:
    nobody = certain(decision("Gromyko, Afanasi"), "r1", 0)
    found = told(*filter(None, [nobody])).company("a", decision("A. Gromyko", "Q1"), HERE)
    assert found is not None
    assert found.rivals == found.full == ("?person|afanasi gromyko",)


def test_what_company_settled_is_company_but_no_full_name() -> None:
    circles = told(someone("Q9", "r1"))
    circles.begin()
    circles.note([someone("Q1", "r1"), someone("Q9", "r1")])
    assert circles.company("a", OPEN, HERE) is None


def test_a_name_is_weighed_anew_only_when_its_company_has_changed() -> None:
    circles = told(someone("Q1", "r1"))
    assert circles.company("a", OPEN, HERE)
    assert circles.company("a", OPEN, HERE) is None


def test_who_is_meant_by_two_names_on_both_sides_of_a_letter_is_across_from_himself() -> None:
    accepted = decision("Gromyko, Andrei", "Q1", judgement=Judgement.ACCEPTED)
    for_two = told(someone("Q1", "r1", 1, mention="a"), someone("Q1", "r1", 2, mention="b"))
    for_one = told(someone("Q1", "r1", 1, mention="a"), someone("Q1", "r1", 2, mention="a"))
    company = for_two.company("a", accepted, [("r1", 1)])
    assert (for_two.divided(accepted), for_one.divided(accepted)) == (["Q1"], [])
    assert company is not None
    assert company.across == ("Q1",)


def test_only_what_a_machine_left_open_or_took_from_little_is_open() -> None:
    full = decision("Gromyko, Andrei", "Q1", judgement=Judgement.ACCEPTED)
    little = decision("A. Gromyko", "Q1", judgement=Judgement.ACCEPTED)
    assert [is_open(one) for one in (OPEN, full, little, decision("Gromyko"))] == [
        True, False, True, False,
    ]  # fmt: skip


RECORDS = st.sampled_from(["r1", "r2", "r3"])
PEOPLE = st.builds(
    someone, st.sampled_from(["Q1", "Q2", "Q9"]), RECORDS, st.integers(0, 2), full=st.booleans()
)


@given(st.lists(PEOPLE, max_size=20), st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_told_changes_nothing(
    people: Iterable[Certain], chance: random.Random
) -> None:
    some = list(people)
    other = some.copy()
    chance.shuffle(other)
    one, two = told(*some), told(*other)
    assert one.company("a", OPEN, HERE) == two.company("a", OPEN, HERE)
