"""Names in Chinese characters: found letter for letter, whole names told from family names."""

from __future__ import annotations

import pytest

from lod.entity import Judgement
from lod.reconcile.authorities import open_authority
from lod.reconcile.matcher import Matcher
from lod.reconcile.score import Situation


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return Matcher([open_authority("embedded")])


@pytest.mark.parametrize(
    ("name", "qid"),
    [
        ("毛泽东", "Q5816"),
        ("毛澤東", "Q5816"),
        ("毛 泽东", "Q5816"),
        ("毛泽东主席", "Q5816"),
        ("周恩来", "Q17410"),
        ("周恩来总理", "Q17410"),
        ("金日成", "Q41117"),
        ("朴正熙", "Q14356"),
        ("胡志明", "Q36014"),
        ("佐藤栄作", "Q179871"),
        ("吉田茂", "Q301804"),
        ("约瑟夫·斯大林", "Q855"),
        ("裕仁", "Q34479"),
    ],
)
def test_a_name_in_characters_is_linked_when_it_is_known_letter_for_letter(
    shipped: Matcher, name: str, qid: str
) -> None:
    assert shipped.match(name, "person", Situation(1950)).id == qid


@pytest.mark.parametrize(
    ("name", "qid"), [("斯大林", "Q855"), ("杜勒斯", "Q223677"), ("马歇尔", "Q151414")]
)
def test_a_foreigner_called_by_the_sound_of_the_family_name_is_a_question(
    shipped: Matcher, name: str, qid: str
) -> None:
    found = shipped.match(name, "person", Situation(1950))
    assert (found.judgement, found.id) == (Judgement.REVIEW, "")
    assert found.candidates[0].id == qid


@pytest.mark.parametrize("name", ["王小明", "毛泽", "毛泽东东", "金日"])
def test_characters_that_agree_in_part_are_nobody_known(shipped: Matcher, name: str) -> None:
    assert shipped.match(name, "person", Situation(1950)).judgement is Judgement.NONE


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("Sukarno", 1955, "Q76127"),
        ("Suharto", 1970, "Q44819"),
        ("Hirohito", 1945, "Q34479"),
        ("Sukarno", 1905, ""),
        ("Sukarno", 1990, ""),
        ("Stalin", 1950, ""),
        ("Nehru", 1955, ""),
    ],
)
def test_who_has_only_one_name_is_named_in_full_by_it(
    shipped: Matcher, name: str, year: int, qid: str
) -> None:
    assert shipped.match(name, "person", Situation(year)).id == qid
