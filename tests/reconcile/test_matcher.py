"""Who a name means: what a machine may say, and what it leaves to a curator."""

# ruff: noqa: RUF001, S311  (Cyrillic names are meant; a shuffle needs no secret)

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.entity import AuthorityEntity, Decision, EntityKind, Judgement
from lod.reconcile.company import Company
from lod.reconcile.decisions import LedgerView
from lod.reconcile.events import Event, Line
from lod.reconcile.matcher import Matcher
from lod.reconcile.memory import MemoryAuthority
from lod.reconcile.score import Situation
from lod.reconcile.thresholds import load


def person(
    number: int, label: str, begin: int | None = None, end: int | None = None, *names: str
) -> AuthorityEntity:
    return AuthorityEntity(
        id=f"Q{number}", kind="person", label=label, names=names, begin=begin, end=end
    )


def said(decision: Decision) -> tuple[str, str]:
    return decision.judgement.value, decision.id


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("Chiang, Ching-kuo (Jiang Jingguo)", 1967, "Q313598"),
        ('Blair, Anthony Charles Lynton ("Tony")', 1997, "Q9545"),
        ("Nazarbayev, Nursultan Abishuly", 1997, "Q57394"),
        ("Guterres, António Manuel de Oliveira", 1997, "Q311440"),
        ("A. Gromyko", 1951, "Q184267"),
        ("A. GROMYKO", 1951, "Q184267"),
        ("Громыко А. А.", 1951, "Q184267"),
        ("Comrade STALIN I.V.", 1951, "Q855"),
        ("Cde. Stalin", 1947, "Q855"),
        ("President Truman", 1947, "Q11613"),
        ("Satō, Eisaku", 1967, "Q179871"),
        ("Sato Eisaku", None, "Q179871"),
        ("Kim Il-sung", 1957, "Q41117"),
        ("Kim II Sung", 1957, "Q41117"),
    ],
)
def test_a_name_that_says_enough_is_accepted(
    matcher: Matcher, name: str, year: int | None, qid: str
) -> None:
    assert said(matcher.match(name, "person", Situation(year))) == ("accepted", qid)


@pytest.mark.parametrize(
    ("name", "kind", "year", "judgement"),
    [
        ("Razuvaev", "person", 1951, "none"),
        ("Cde. Ivanov", "person", 1956, "none"),
        ("I. Vinogradov", "person", 1956, "none"),
        ("Nam II", "person", 1957, "review"),
        ("Molotov", "person", 1951, "review"),
        ("Stalin", "person", None, "review"),
        ("[Kim Il Sung]", "person", 1957, "review"),
        ("Bush, George", "person", 1989, "review"),
        ("Carnegie Corporation of New York (CCNY)", "group", 1960, "none"),
        ("Poland. Embassy (Canada)", "agent", 1960, "none"),
        ("[Mensan] District", "place", 1957, "review"),
        ("Gromyko, Boris", "person", 1951, "review"),
    ],
)
def test_a_name_that_says_too_little_is_linked_to_nothing(
    matcher: Matcher, name: str, kind: EntityKind, year: int, judgement: str
) -> None:
    assert said(matcher.match(name, kind, Situation(year))) == (judgement, "")


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("NATO", 1997, "Q7184"),
        ("North Atlantic Treaty Organization (NATO)", None, "Q7184"),
        ("Japan. Foreign Ministry", 1967, "Q222241"),
        ("VKP(b)", 1951, "Q79854"),
        ("Communist Party of the Soviet Union", 1957, "Q79854"),
    ],
)
def test_a_body_is_known_by_its_name_or_acronym(
    matcher: Matcher, name: str, year: int | None, qid: str
) -> None:
    assert said(matcher.match(name, "group", Situation(year))) == ("accepted", qid)


@pytest.mark.parametrize(
    ("name", "year", "outcome"),
    [
        ("Korea", 1947, ("accepted", "Q18097")),
        ("Korea", 1951, ("review", "")),
        ("Korea", 1948, ("review", "")),
        ("Germany", 1997, ("accepted", "Q183")),
        ("Germany", 1951, ("review", "")),
        ("Germany", 1990, ("review", "")),
        ("Germany", None, ("review", "")),
        ("Congo", 1961, ("review", "")),
        ("North Korea", 1951, ("accepted", "Q423")),
        ("Atlantis", 1951, ("none", "")),
    ],
)
def test_a_place_means_what_it_meant_in_its_year(
    matcher: Matcher, name: str, year: int | None, outcome: tuple[str, str]
) -> None:
    assert said(matcher.match(name, "place", Situation(year))) == outcome


def test_a_question_on_a_place_brings_its_candidates(matcher: Matcher) -> None:
    decision = matcher.match("Germany", "place", Situation(1951))
    assert {one.id for one in decision.candidates} == {"Q713750", "Q16957"}
    assert "FRG or GDR" in decision.note


def test_a_dead_person_is_never_first(matcher: Matcher) -> None:
    two = [person(1, "Jan Novak", 1850, 1900), person(2, "Jan Novak", 1910, 1980)]
    decision = Matcher([MemoryAuthority(two)]).match("Novak, Jan", "person", Situation(1950))
    assert said(decision) == ("accepted", "Q2")
    assert [one.id for one in decision.candidates] == ["Q2", "Q1"]


@pytest.mark.parametrize(("year", "who"), [(1960, "dead"), (1890, "a child"), (1870, "unborn")])
def test_nobody_writes_who_is_dead_unborn_or_a_child(matcher: Matcher, year: int, who: str) -> None:
    decision = matcher.match("Stalin, Joseph", "person", Situation(year, "author"))
    assert decision.judgement is not Judgement.ACCEPTED, who


def test_a_record_may_speak_of_the_dead(matcher: Matcher) -> None:
    spoken = matcher.match("Stalin, Joseph", "person", Situation(1960, "mentioned"))
    alive = matcher.match("Stalin, Joseph", "person", Situation(1950, "mentioned"))
    assert said(spoken) == ("accepted", "Q855")
    assert spoken.score < alive.score


def test_two_namesakes_are_never_accepted_by_machine() -> None:
    two = MemoryAuthority([person(1, "Jan Novak", 1900), person(2, "Jan Novak")])
    decision = Matcher([two]).match("Jan Novak", "person", Situation(1950))
    assert said(decision) == ("review", "")
    assert decision.note == "namesake: Jan Novak"


def test_initials_of_two_living_people_are_a_question() -> None:
    both = MemoryAuthority([person(1, "Andrei Gromyko", 1909), person(2, "Anatoly Gromyko", 1932)])
    matcher = Matcher([both])
    assert said(matcher.match("A. A. Gromyko", "person", Situation(1975)))[0] == "review"
    assert said(matcher.match("Gromyko, Anatoly", "person", Situation(1975))) == ("accepted", "Q2")


def test_years_of_life_tell_namesakes_apart() -> None:
    two = MemoryAuthority([person(1, "Jan Novak", 1900, 1970), person(2, "Jan Novak", 1920, 1980)])
    matcher = Matcher([two])
    heading = matcher.match("Novak, Jan, 1920-1980", "person")
    fields = matcher.match("Novak, Jan", "person", Situation(begin=1900, end=1970))
    assert (said(heading), said(fields)) == (("accepted", "Q2"), ("accepted", "Q1"))


def test_another_middle_name_is_a_contradiction() -> None:
    one = MemoryAuthority([person(1, "John Adams", 1900, None, "John Quincy Adams")])
    decision = Matcher([one]).match("Adams, John Robert", "person", Situation(1950))
    assert decision.judgement is not Judgement.ACCEPTED


@pytest.mark.parametrize("name", ["Barack Obama Sr.", "Obama, Barack, Jr.", "Obama, Barack, III"])
def test_father_and_son_are_told_by_their_suffix(name: str) -> None:
    one = MemoryAuthority([person(76, "Barack Obama", 1961)])
    assert Matcher([one]).match(name, "person", Situation(2000)).id == ""


def test_a_full_given_name_is_no_initial() -> None:
    one = MemoryAuthority([person(1, "Andrei Gromyko", 1909, 1989, "A. Gromyko")])
    decision = Matcher([one]).match("Gromyko, Anatoly", "person", Situation(1951))
    assert decision.id == ""
    assert decision.score < 0.5


@pytest.mark.parametrize(
    ("asked", "known"),
    [("Kieran", "Karen"), ("Håkon", "Jan"), ("Nigel", "Nigella"), ("Daniel", "Daniela")],
)
def test_given_names_that_only_sound_alike_are_a_question(asked: str, known: str) -> None:
    one = MemoryAuthority([person(1, f"{known} Lawsonby", 1930, 2001)])
    assert Matcher([one]).match(f"{asked} Lawsonby", "person", Situation(1970)).id == ""


def test_a_long_name_is_known_by_most_of_its_letters() -> None:
    one = MemoryAuthority([person(1, "Christopher Featherstonehaugh", 1930, 2001)])
    asked = ("Christopher Fcatherstcnehaugh", "person", Situation(1970))
    (found,) = Matcher([one]).match(*asked).candidates  # type: ignore[arg-type]
    assert any("nine letters in ten of the name agree" in one for one in found.reasons)


def test_a_family_name_that_others_bear_is_no_misreading() -> None:
    two = [person(1, "Christopher Featherstone", 1930), person(2, "Ann Feathersbone", 1930)]
    asked = ("Christopher Feathersbone", "person", Situation(1970))
    found = Matcher([MemoryAuthority(two)]).match(*asked).candidates  # type: ignore[arg-type]
    assert not any("letters in ten" in one for known in found for one in known.reasons)


@pytest.mark.parametrize(
    ("beside", "first"), [("the Soviet ambassador", "Q1"), ("the French minister", "Q2"), ("", "")]
)
def test_what_a_record_says_beside_a_name_tells_who_is_meant(beside: str, first: str) -> None:
    soviet = replace(person(1, "Ivan Petrov", 1900, 1980), description="Soviet ambassador")
    french = replace(person(2, "Ivan Petrov", 1900, 1980), description="French minister")
    found = Matcher([MemoryAuthority([soviet, french])]).match(
        "I. Petrov", "person", Situation(1950, beside=beside)
    )
    one, other = (one.score for one in found.candidates)
    assert found.candidates[0].id == first if first else one == other


def test_both_forms_in_a_heading_must_agree() -> None:
    two = MemoryAuthority([person(1, "Chiang Ching-kuo"), person(2, "Jiang Jingguo")])
    decision = Matcher([two]).match("Chiang, Ching-kuo (Jiang Jingguo)", "person")
    assert decision.judgement is not Judgement.ACCEPTED
    one = MemoryAuthority([person(2, "Jiang Jingguo", 1910)])
    known = Matcher([one]).match("Chiang, Ching-kuo (Jiang Jingguo)", "person", Situation(1967))
    assert said(known) == ("accepted", "Q2")


def test_company_in_the_record_settles_a_bare_surname(matcher: Matcher) -> None:
    alone = matcher.match("Gromyko", "person", Situation(1951))
    among = matcher.match("Gromyko", "person", Situation(1951, company=Company(full=("Q184267",))))
    assert alone.judgement is Judgement.REVIEW
    assert among.score > alone.score


def test_a_decision_says_why(matcher: Matcher) -> None:
    decision = matcher.match("A. Gromyko", "person", Situation(1951))
    reasons = " | ".join(decision.candidates[0].reasons)
    assert "the family name agrees" in reasons
    assert "the initial agrees" in reasons
    assert "of the time 1909-1989" in reasons
    assert decision.authority.startswith("embedded@")
    assert decision.justification == "semapv:CompositeMatching"


def test_the_curator_beats_the_machine(memory: MemoryAuthority) -> None:
    events = [
        Event(
            id="a", action="accept", name="Razuvaev", qid="Q4387216", who="eva", when="2026-02-01"
        ),
        Event(id="b", action="none", name="Stalin, Joseph", who="eva"),
        Event(id="c", action="reject", name="Satō, Eisaku", qid="Q179871", who="eva"),
    ]
    ledger = LedgerView(Line(number, event) for number, event in enumerate(events, start=1))
    matcher = Matcher([memory], ledger)
    razuvaev = matcher.match("Razuvaev", "person", Situation(1951))
    assert said(razuvaev) == ("accepted", "Q4387216")
    assert (razuvaev.decided_by, razuvaev.decided_on) == ("eva", "2026-02-01")
    assert said(matcher.match("Stalin, Joseph", "person", Situation(1950))) == ("none", "")
    assert said(matcher.match("Satō, Eisaku", "person", Situation(1967))) == ("none", "")


def test_what_the_source_states_is_taken_over(matcher: Matcher) -> None:
    decision = matcher.sourced("Stalin, J.", "person", "Q855", "The Archive", Situation(1950))
    assert said(decision) == ("accepted", "Q855")
    assert decision.decided_by == "The Archive"
    assert decision.justification == "semapv:UnspecifiedMatching"
    assert said(matcher.sourced("Novak", "person", "Q1", "The Archive"))[0] == "accepted"


@pytest.mark.parametrize(
    ("name", "kind", "situation"),
    [
        ("Molotov", "person", Situation(1950)),
        ("Stalin", "place", Situation(1950)),
        ("Stalin, Joseph", "person", Situation(begin=1930)),
        ("Stalin, Joseph, 1900-1980", "person", Situation()),
    ],
)
def test_what_the_source_states_against_the_facts_is_a_question(
    matcher: Matcher, name: str, kind: EntityKind, situation: Situation
) -> None:
    decision = matcher.sourced(name, kind, "Q855", "The Archive", situation)
    assert decision.judgement is Judgement.REVIEW
    assert decision.note


def test_a_raised_threshold_turns_acceptance_into_a_question(memory: MemoryAuthority) -> None:
    strict = Matcher([memory], thresholds=load().raised({"person": 0.999}))
    decision = strict.match("A. Gromyko", "person", Situation(1951))
    assert decision.judgement is Judgement.REVIEW
    assert "below" in decision.note


def test_the_order_of_entities_and_authorities_changes_nothing() -> None:
    people = [person(n, "Jan Novak", 1800 + n, 1880 + n) for n in range(1, 90)]
    shuffled = random.Random(7).sample(people, len(people))
    one, other = Matcher([MemoryAuthority(people)]), Matcher([MemoryAuthority(shuffled)])
    for year in (None, 1850, 1900, 1969):
        asked = ("Novak, Jan", "person", Situation(year))
        assert one.match(*asked) == other.match(*asked)  # type: ignore[arg-type]


def test_an_entity_of_another_name_changes_no_decision(memory: MemoryAuthority) -> None:
    known = [memory.get(qid) for qid in ("Q184267", "Q855", "Q41117", "Q313598")]
    few = [one for one in known if one]
    more = MemoryAuthority([*few, person(7, "Zzyzx Qwerty", 1900)], version="1")
    fewer = MemoryAuthority(few, version="1")
    for name in ("A. Gromyko", "Cde. Stalin", "Kim Il Sung", "Chiang, Ching-kuo"):
        asked = (name, "person", Situation(1951))
        assert Matcher([more]).match(*asked) == Matcher([fewer]).match(*asked)  # type: ignore[arg-type]


def test_facts_come_from_the_first_authority_that_has_them(memory: MemoryAuthority) -> None:
    better = person(855, "Joseph Stalin", 1878, 1990)
    matcher = Matcher([MemoryAuthority([better]), memory])
    assert matcher.entity("Q855") is better
    assert said(matcher.match("Joseph Stalin", "person", Situation(1980))) == ("accepted", "Q855")


@given(st.text(max_size=300), st.sampled_from(["person", "group", "place", "agent"]))
def test_any_name_gets_a_decision(name: str, kind: EntityKind) -> None:
    one = MemoryAuthority([person(1, "Jan Novak", 1900)])
    decision = Matcher([one]).match(name, kind, Situation(1950))
    assert replace(decision, name="").judgement in Judgement


@pytest.mark.parametrize("name", ["", "\u202eStalin\u2066", "👩‍🚀", "[]()", "a " * 5_000, "\ud800"])
def test_no_name_is_too_odd(matcher: Matcher, name: str) -> None:
    for kind in ("person", "group", "place", "agent"):
        assert matcher.match(name, kind).judgement is not Judgement.ERROR


@pytest.mark.parametrize(
    "name",
    [
        "Stalin, Joseph & Molotov, V.M.",
        "Stalin, Joseph|Mao Zedong",
        "not Stalin, Joseph",
        "Secretary to Joseph Stalin",
        "From: Stalin, Joseph",
        "Stalin, Joseph, with Molotov",
        "Pseudo-Stalin, Joseph",
    ],
)
def test_words_left_over_beside_a_name_leave_it_to_a_curator(name: str) -> None:
    known = MemoryAuthority([person(855, "Joseph Stalin", 1878, 1953)])
    assert said(Matcher([known]).match(name, "person", Situation(year=1951))) == ("review", "")


def test_a_place_known_by_its_name_and_what_stands_behind_it_is_no_question() -> None:
    place = AuthorityEntity(id="Q61", kind="place", label="Washington, D.C.", names=("Washington",))
    decision = Matcher([MemoryAuthority([place])]).match(
        "Washington, D.C.", "place", Situation(1951)
    )
    assert "beside the name" not in decision.note
