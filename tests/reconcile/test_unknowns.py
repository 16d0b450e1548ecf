"""Where most names of a collection are nobody's, likeness means less."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.entity import Candidate, Decision, Judgement
from lod.reconcile.unknowns import ENOUGH, Unknowns, leaned


def decision(score: float, judgement: Judgement = Judgement.ACCEPTED, by: str = "lod") -> Decision:
    found = (Candidate(id="Q1", name="Jan Novak", score=score),) if score else ()
    qid = "Q1" if judgement is Judgement.ACCEPTED else ""
    return Decision(
        kind="person", name="Novak, Jan", year=None, judgement=judgement, id=qid,
        candidates=found, score=score, decided_by=by,
    )  # fmt: skip


def counted(*scores: float) -> Unknowns:
    unknowns = Unknowns()
    for score in scores:
        unknowns.add(decision(score, Judgement.ACCEPTED if score > 0.9 else Judgement.NONE))
    return unknowns


def test_a_few_names_tell_nothing() -> None:
    assert counted(*[0.0] * (ENOUGH - 1)).odds(0, 0) == 0.0


def test_a_collection_of_known_people_is_weighed_as_usual() -> None:
    assert counted(*[0.99] * 400, *[0.0] * 20).odds(0, 0) == 0.0


def test_a_collection_of_unknown_people_makes_none_likelier() -> None:
    unknowns = counted(*[0.97] * 40, *[0.0] * 360)
    assert unknowns.share() > 0.88
    assert unknowns.odds(0, 0) > 1


def test_a_name_more_changes_nothing() -> None:
    scores = [*[0.97] * 40, *[0.0] * 360]
    assert counted(*scores).odds(0, 0) == counted(*scores, 0.0).odds(0, 0)


def test_what_curators_decided_outweighs_the_estimate() -> None:
    unknowns = counted(*[0.97] * 40, *[0.0] * 360)
    assert unknowns.odds(10, 990) < unknowns.odds(0, 0) / 3


@given(st.lists(st.floats(0, 1), min_size=ENOUGH, max_size=3 * ENOUGH))
def test_the_order_of_names_and_who_counts_them_change_nothing(scores: list[float]) -> None:
    turned = list(scores)
    random.Random(1).shuffle(turned)  # noqa: S311 - no secret
    apart = counted(*turned[:50])
    apart.update(counted(*turned[50:]))
    assert counted(*scores).odds(0, 0) == apart.odds(0, 0)


def test_a_link_that_was_barely_sure_becomes_a_question() -> None:
    found = leaned(decision(0.96), 2.0, 0.95, 0.05)
    assert (found.judgement, found.id) == (Judgement.REVIEW, "")
    assert found.note == "probability 0.76 is below 0.95"


def test_a_sure_link_stays() -> None:
    found = leaned(decision(0.999), 2.0, 0.95, 0.05)
    assert (found.judgement, found.id) == (Judgement.ACCEPTED, "Q1")


def test_who_was_hardly_likely_is_nobody() -> None:
    assert leaned(decision(0.2, Judgement.REVIEW), 3.0, 0.95, 0.05).judgement is Judgement.NONE


@pytest.mark.parametrize("by", ["eva", "The Archive"])
def test_what_somebody_said_is_not_weighed_anew(by: str) -> None:
    assert leaned(decision(0.96, by=by), 2.0, 0.95, 0.05).id == "Q1"
