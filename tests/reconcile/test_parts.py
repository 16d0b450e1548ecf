"""The parts of matching, each by itself: keys, alignment, places in time, thresholds."""

# ruff: noqa: RUF001  (names in their own spelling are meant)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.errors import ConfigError
from lod.reconcile.compare import Agreement, agreement
from lod.reconcile.keys import body_key, fold, loose_body_key, loose_place_key, token_key
from lod.reconcile.parse import entity_kind, query
from lod.reconcile.places import Period, PlacesInTime, read_periods, year_of
from lod.reconcile.readings import readings
from lod.reconcile.thresholds import load


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Satō", "SATO"),
        ("Ch’ing-kuo", "Ching-kuo"),
        ("Østergård", "ostergard"),
        ("Wałęsa", "walesa"),
        ("Il’ichev", "Ilichev"),
        ("Ёлкин", "елкин"),
        ("Erdoğan", "erdogan"),
        ("İnönü", "inonu"),
    ],
)
def test_spellings_that_differ_in_marks_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.sampled_from(["Kim", "Il", "Sung", "Mao"]), max_size=4), st.randoms())
def test_the_key_of_tokens_knows_no_order(words: list[str], chance: object) -> None:
    assert token_key(" ".join(words)) == token_key(", ".join(reversed(words)))


def test_bodies_are_known_without_their_idle_words() -> None:
    assert body_key("Japan. Foreign Ministry") == body_key("Ministry of Foreign Affairs of Japan")
    assert body_key("The Of") == "of the"


def test_a_body_is_known_by_its_country_or_the_adjective() -> None:
    soviet = "Soviet Union. Foreign Ministry", "Soviet Foreign Ministry", "USSR. Foreign Ministry"
    assert len({loose_body_key(body_key(name)) for name in soviet}) == 1
    german = loose_body_key(body_key("Germany. Foreign Ministry"))
    assert german != loose_body_key(body_key("German Democratic Republic. Foreign Ministry"))


def test_a_place_is_known_without_the_word_for_what_it_is() -> None:
    assert loose_place_key(fold("North Hwanghae Province")) == fold("North Hwanghae")


@pytest.mark.parametrize(
    ("asked", "known", "given", "second"),
    [
        ("Gromyko, Andrei", "andrei andreevich gromyko", "given exact", "second more"),
        ("Gromyko, Andrei", "andrei a gromyko", "given exact", "second more initials"),
        ("Gromyko, Andrei Andreevich", "andrei gromyko", "given exact", "second unknown"),
        ("A. Gromyko", "andrei gromyko", "given initial", ""),
        ("Stalin, I. V.", "iosif vissarionovich stalin", "given initial", "second initial"),
        ("Gromyko", "andrei gromyko", "given none", ""),
        ("Gromyko, Anatoly", "andrei gromyko", "given other", ""),
        ("Stalin, I. A.", "iosif vissarionovich stalin", "given initial", "second other"),
        ("Bush, George W.", "george herbert bush", "given exact", "second other"),
        ("Milica Ostojic", "milos ostojic", "given far", ""),
        ("Chen, Zheng", "cheng chen", "given far", ""),
    ],
)
def test_names_agree_by_their_parts(asked: str, known: str, given: str, second: str) -> None:
    found = agreement(readings(query(asked, "person")).forms[:1], "", [known])
    assert [(one.given, one.second) for one in found] == [(given, second)]


def test_a_name_run_together_or_misread_has_another_reading() -> None:
    glued = readings(query("ShimonPeres", "person")).forms
    kim = readings(query("Kim II Sung", "person")).forms
    assert (("peres",), ("shimon",)) in [form[:2] for form in glued]
    assert (("kim",), ("il", "sung")) in [form[:2] for form in kim]
    assert len(readings(query("McCarthy", "person")).forms) == 1


def test_another_family_name_does_not_agree_without_a_lead() -> None:
    forms = readings(query("Grornyko, Andrei", "person")).forms[:1]
    assert agreement(forms, "", ["andrei gromyko"]) == {}
    assert list(agreement(forms, "", ["andrei gromyko"], ["gromyko"])) == [
        Agreement("family shape", "given exact")
    ]


@pytest.mark.parametrize(
    ("kind", "name", "settled"),
    [
        ("agent", "Japan. Foreign Ministry", "group"),
        ("agent", "Gromyko, Andrei", "person"),
        ("agent", "Gary Goldberg", "person"),
        ("group", "Gary Goldberg", "group"),
        ("place", "Embassy", "place"),
    ],
)
def test_a_kind_the_source_leaves_open_is_settled(kind: str, name: str, settled: str) -> None:
    assert entity_kind(kind, name) == settled


def test_what_stands_beside_a_place_is_kept_apart() -> None:
    georgia = query("Georgia (Republic)", "place")
    assert (georgia.key, georgia.qualifier) == ("georgia", ("republic",))
    assert query("Sofia, Bulgaria", "place").qualifier == ("bulgaria",)
    assert query("[Mensan] District", "place").uncertain
    assert not query("North Hwanghae", "place").qualifier


_KOREA = PlacesInTime(
    [
        Period("Korea", None, 1948, "Q18097"),
        Period("Korea", 1948, None, "Q18097", "review: Q423 or Q884"),
        Period("Siam", None, 1939, "Q869"),
        Period("Siam", 1939, None, "Q869"),
    ]
)


@pytest.mark.parametrize(
    ("key", "year", "ids", "is_question"),
    [
        ("korea", 1947, ("Q18097",), False),
        ("korea", 1948, ("Q18097", "Q423", "Q884"), True),
        ("korea", 1951, ("Q18097", "Q423", "Q884"), True),
        ("korea", None, ("Q18097", "Q423", "Q884"), True),
        ("siam", 1939, ("Q869",), False),
        ("siam", None, ("Q869",), False),
    ],
)
def test_a_year_of_two_meanings_is_a_question(
    key: str, year: int | None, ids: tuple[str, ...], is_question: bool
) -> None:
    meant = _KOREA.at(key, year)
    assert meant is not None
    assert (meant.ids, bool(meant.question)) == (ids, is_question)


def test_a_name_that_the_table_has_not_is_nobody_s_question() -> None:
    assert _KOREA.at("atlantis", 1951) is None


def test_the_table_of_places_is_read_with_its_gaps() -> None:
    lines = ["name\tfrom\tto\tqid\tnote", "", "Korea\t\t1948-08-15\tQ18097", "# a comment"]
    assert read_periods(lines) == [Period("Korea", None, 1948, "Q18097")]
    assert year_of("-0044-03-15") == -44


def test_thresholds_may_be_raised_only() -> None:
    shipped = load()
    assert shipped.raised({"place": 0.99}).accept["place"] == 0.99
    assert shipped.raised({}) == shipped
    for wanted in ({"person": 0.5}, {"person": 1.5}, {"ship": 0.99}):
        with pytest.raises(ConfigError, match=r"\[reconcile.thresholds\]"):
            shipped.raised(wanted)
