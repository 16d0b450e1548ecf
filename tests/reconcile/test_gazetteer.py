"""Names found in running text: the longest, spelled as names are, of people of the time."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.entity import AuthorityEntity
from lod.reconcile.gazetteer import AuthorityGazetteer, load
from lod.reconcile.keys import fold
from lod.reconcile.nameindex import NameIndex, indexed

KIM = AuthorityEntity(
    id="Q41117", kind="person", label="Kim Il Sung", names=("Kim Il-sung",), begin=1912, end=1994
)
TITO = AuthorityEntity(id="Q9161", kind="person", label="Josip Broz Tito", names=("Tito",))
ADAM = AuthorityEntity(id="Q1", kind="person", label="Adam Rapacki")
USSR = AuthorityEntity(id="Q15180", kind="place", label="Soviet Union", names=("USSR", "U.S.S.R."))
PARTY = AuthorityEntity(id="Q79854", kind="group", label="Communist Party of the Soviet Union")
GAZETTEER = AuthorityGazetteer(indexed((KIM, TITO, ADAM, USSR, PARTY)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Communist Party of the Soviet Union", ["Communist Party of the Soviet Union"]),
        ("the Soviet Union's note", ["Soviet Union"]),
        ("U.S.S.R. and USSR, but not ussr", ["U.S.S.R.", "USSR"]),
        ("TITO and tito", ["TITO"]),
        ("Adam Nowak met Adam", ["Adam Nowak"]),
        ("", []),
    ],
)
def test_names_are_found_as_they_are_written(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in GAZETTEER.spans(text)] == found


_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2019][^\W_]+)*")


@given(st.text("abAB.'\u2019 _-1\néÉ", max_size=30))
def test_a_name_is_found_wherever_a_word_is_one(text: str) -> None:
    index = indexed((AuthorityEntity(id="Q2", kind="place", label="Ab"),))
    gazetteer = AuthorityGazetteer(index)
    named = [
        word.start()
        for word in _WORD.finditer(text)
        if word[0][0].isupper() and fold(word[0].replace(".", "")) == "ab"
    ]
    assert [one.start for one in gazetteer.spans(text)] == named


def test_what_is_kept_of_an_index_finds_the_same() -> None:
    index = indexed((KIM, TITO, ADAM, USSR, PARTY))
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(index), type=NameIndex)
    text = "Kim II Sung and Adam Nowak met Tito in the U.S.S.R."
    assert [*AuthorityGazetteer(kept).spans(text, 1957)] == [*GAZETTEER.spans(text, 1957)]


def test_a_misread_name_is_found_with_its_reading() -> None:
    (one,) = GAZETTEER.spans("Kim II Sung said", 1957)
    assert (one.reading, one.kind) == ("Kim Il Sung", "person")


def test_a_person_is_not_found_before_he_was_grown_up() -> None:
    assert not list(GAZETTEER.spans("Kim Il Sung", 1920))


def test_the_embedded_gazetteer_finds_who_a_letter_names() -> None:
    text = "Comrade Molotov flew from Moscow to the General Assembly."
    found = [(text[one.start : one.end], one.kind) for one in load().spans(text, 1947)]
    assert found == [("Molotov", "person"), ("Moscow", "place"), ("General Assembly", "group")]
