"""A place is found by what other languages call it, as surely as by its English name."""

from __future__ import annotations

import pytest

from lod.entity import Judgement
from lod.normalize.exonyms import exonyms
from lod.reconcile.authorities import open_authority
from lod.reconcile.keys import fold
from lod.reconcile.matcher import Matcher
from lod.reconcile.places import in_english
from lod.reconcile.score import Situation


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return Matcher([open_authority("embedded")])


@pytest.mark.parametrize(
    ("name", "qid"),
    [
        ("Frankreich", "Q142"),
        ("Allemagne de l'Est", "Q16957"),
        ("Vereinigte Staaten", "Q30"),
        ("Estados Unidos", "Q30"),
        ("Royaume-Uni", "Q145"),
        ("Sowjetunion", "Q15180"),
        ("Unión Soviética", "Q15180"),
        ("Magyarország", "Q28"),
        ("Moskau", "Q649"),
        ("Москва", "Q649"),
        ("Moskva", "Q649"),
        ("Wien", "Q1741"),
        ("Wien (Österreich)", "Q1741"),
        ("Parijs", "Q90"),
        ("Пекин", "Q956"),
        ("日本", "Q17"),
    ],
)
def test_a_state_or_capital_is_linked_in_whatever_language_it_is_named(
    shipped: Matcher, name: str, qid: str
) -> None:
    assert shipped.match(name, "place", Situation(1955)).id == qid


@pytest.mark.parametrize("year", [1905, 1943, 1955, 1995, None])
def test_a_name_of_the_table_is_decided_exactly_as_the_english_one(
    shipped: Matcher, year: int | None
) -> None:
    other = []
    for place in (one for one in exonyms() if one.english):
        english = shipped.match(place.english, "place", Situation(year))
        for name in (*place.in_texts, *place.stated):
            found = shipped.match(name, "place", Situation(year))
            alone = len(in_english(fold(name))) < 2
            if alone and (found.judgement, found.id) != (english.judgement, english.id):
                other.append((name, found.id, english.id))
    assert not other


def test_no_name_that_the_table_translates_is_told_as_unknown(shipped: Matcher) -> None:
    names = [name for one in exonyms() if one.english for name in (*one.in_texts, *one.stated)]
    found = {shipped.match(name, "place", Situation(1955)).judgement for name in names}
    assert found == {Judgement.ACCEPTED, Judgement.REVIEW}


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("Deutschland", 1995, "Q183"),
        ("Deutschland", 1955, ""),
        ("Nordkorea", 1940, ""),
        ("Nordkorea", 1955, "Q423"),
        ("Sowjetunion", 1905, ""),
        ("Türkei", 1955, "Q43"),
    ],
)
def test_a_foreign_name_means_what_the_english_one_meant_at_the_date(
    shipped: Matcher, name: str, year: int, qid: str
) -> None:
    assert shipped.match(name, "place", Situation(year)).id == qid


@pytest.mark.parametrize(
    ("name", "both"),
    [
        ("Тунис", {"Q948", "Q3572"}),
        ("Túnez", {"Q948", "Q3572"}),
        ("Алжир", {"Q262", "Q3561"}),
        ("Angleterre", {"Q21", "Q145"}),
        ("朝鲜", {"Q18097", "Q423"}),
    ],
)
def test_a_name_that_one_language_has_for_two_places_is_a_question_between_them(
    shipped: Matcher, name: str, both: set[str]
) -> None:
    found = shipped.match(name, "place", Situation(1975))
    assert found.judgement is Judgement.REVIEW
    assert {one.id for one in found.candidates} >= both


def test_an_item_that_the_source_states_agrees_with_the_name_in_another_language(
    shipped: Matcher,
) -> None:
    stated = shipped.sourced("Frankreich", "place", "Q142", "archive", Situation(1955))
    assert stated.id == "Q142"


@pytest.mark.parametrize(
    ("name", "qid"),
    [
        ("Moscow, USSR", "Q649"),
        ("Moskau, UdSSR", "Q649"),
        ("Kiev, USSR", "Q1899"),
        ("London, England", "Q84"),
        ("Peking, China", "Q956"),
        ("Prague, Czechoslovakia", "Q1085"),
        ("Bonn, BRD", "Q586"),
        ("Washington DC", "Q61"),
        ("NYC", "Q60"),
        ("Moscow, Idaho", ""),
        ("London, Ontario", ""),
        ("Berlin (New Hampshire)", ""),
        ("Washington, England", ""),
    ],
)
def test_the_state_beside_a_town_agrees_by_its_name_of_the_time(
    shipped: Matcher, name: str, qid: str
) -> None:
    assert shipped.match(name, "place", Situation(1960)).id == qid
