"""A name that is one man's is not another's, whatever the year of the record."""

from __future__ import annotations

import pytest

from lod.entity import AuthorityEntity, Judgement
from lod.reconcile.matcher import Matcher
from lod.reconcile.memory import MemoryAuthority
from lod.reconcile.score import Situation

SENIOR = AuthorityEntity(
    id="Q1",
    kind="person",
    label="George H. W. Bush",
    names=("George Bush", "George Herbert Walker Bush"),
    begin=1924,
    end=2018,
)
KIM = AuthorityEntity(
    id="Q41117",
    kind="person",
    label="Kim Il Sung",
    names=("Gim Il-seong", "Kim Ilsŏng", "İl-sung Kim", "Ким Ир Сен", "Kim Ir Sen"),
    begin=1912,
    end=1994,
    offices=(("Prime Minister of North Korea", 1948, 1972),),
)
SON = AuthorityEntity(
    id="Q10665", kind="person", label="Kim Jong-il", names=("Kim Chŏng-il",), begin=1941, end=2011
)
JUNIOR = AuthorityEntity(id="Q2", kind="person", label="George W. Bush", begin=1946)


@pytest.mark.parametrize(
    "name",
    ["Kim Jong Il", "KIM JONG IL", "Kim Jong-il", "Kim, Jong Il", "Kim Chŏng-il", "Il, Kim Jong"],
)
@pytest.mark.parametrize("known", [(KIM,), (KIM, SON)])
def test_a_korean_name_is_nobody_elses_while_its_bearer_is_a_child(
    name: str, known: tuple[AuthorityEntity, ...]
) -> None:
    matcher = Matcher([MemoryAuthority(known)])
    assert matcher.match(name, "person", Situation(1950)).judgement is not Judgement.ACCEPTED


@pytest.mark.parametrize("name", ["Kim Jong Il", "Jong Il Kim", "Kim, Jong Il"])
def test_a_korean_name_is_its_bearers_once_he_is_grown(name: str) -> None:
    matcher = Matcher([MemoryAuthority([KIM, SON])])
    assert matcher.match(name, "person", Situation(1995)).id == "Q10665"


@pytest.mark.parametrize("name", ["Il Sung Kim", "Kim Il Sung", "Kim Ir Sen", "Ким Ир Сен"])
def test_a_korean_name_may_stand_in_both_orders(name: str) -> None:
    matcher = Matcher([MemoryAuthority([KIM, SON])])
    assert matcher.match(name, "person", Situation(1950)).id == "Q41117"


@pytest.mark.parametrize("name", ["Bush, George W.", "George W. Bush", "Bush, G. W."])
def test_a_father_is_not_known_by_the_name_of_his_son(name: str) -> None:
    matcher = Matcher([MemoryAuthority([SENIOR, JUNIOR])])
    assert matcher.match(name, "person", Situation(1960)).judgement is Judgement.REVIEW
    assert matcher.match(name, "person", Situation(2005)).id != "Q1"


def test_a_middle_initial_that_is_not_the_first_is_a_question_though_no_son_is_known() -> None:
    matcher = Matcher([MemoryAuthority([SENIOR])])
    said = {
        name: matcher.match(name, "person", Situation(1960)).note
        for name in ("Bush, George W.", "Bush, George H.", "Bush, George Walker")
    }
    assert "initial" in said["Bush, George W."]
    assert said["Bush, George H."] == said["Bush, George Walker"] == ""


def test_the_bearer_of_a_name_of_old_leaves_it_to_one_who_bears_it_too() -> None:
    adams = [
        AuthorityEntity(id="Q3", kind="person", label="Miles Coverdale", begin=1488, end=1569),
        AuthorityEntity(id="Q4", kind="person", label="Miles Coverdale", begin=1900, end=1980),
    ]
    matcher = Matcher([MemoryAuthority(adams)])
    assert matcher.match("Coverdale, Miles", "person", Situation(1950)).id == "Q4"


@pytest.mark.parametrize(
    "name",
    ["Montefront, Staff Sergeant Thomas L.", "Montefront, Yeoman Third Class Thomas L.",
     "Montefront, Chief Pharmacist\u2019s Mate Thomas L.", "Flight Lieutenant Thomas Montefront"],
)  # fmt: skip
def test_a_rank_of_two_words_is_no_given_name(name: str) -> None:
    one = AuthorityEntity(id="Q5", kind="person", label="Thomas L. Montefront", begin=1920)
    assert Matcher([MemoryAuthority([one])]).match(name, "person", Situation(1950)).id == "Q5"
