"""What is noted of a record before it is decided who its names are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lod.config import Dataset
from lod.pipeline.draft import Drafter, public
from lod.record import Record, Text, TimeSpan
from lod.vocabulary import load
from tests.mapping.double import DATASET

DRAFTER = Drafter(DATASET, load())
LETTER = Record(key="a", title=(Text(value="Letter", language="en"),))
ALONE = {
    "two dates": replace(LETTER, date=(TimeSpan(label="1951"), TimeSpan(label="1952"))),
    "a person": replace(LETTER, kind="person"),
    "a control character": replace(LETTER, title=(Text(value="\x07", language="en"),)),
}


@pytest.mark.parametrize("record", ALONE.values(), ids=ALONE)
def test_no_draft_is_made_of_a_record_that_has_to_be_mapped_by_itself(record: Record) -> None:
    assert DRAFTER.draft(record, ()) is None


def test_records_of_one_shape_have_drafts_of_one_shape() -> None:
    one, other = (DRAFTER.draft(replace(LETTER, key=key), ()) for key in "ab")
    assert one is not None
    assert other is not None
    assert one.shape == other.shape
    assert one.in_lines != other.in_lines


def test_values_that_lines_and_json_spell_differently_are_kept_in_both_ways() -> None:
    draft = DRAFTER.draft(replace(LETTER, title=(Text(value='"a\n', language="en"),)), ())
    assert draft is not None
    assert draft.in_lines == draft.in_json == b'a\n\n\\"a\\n\n'


def test_a_dataset_with_further_profiles_is_mapped_record_by_record() -> None:
    more: Dataset = replace(DATASET, profiles=("dublin-core", "cidoc-crm", "edm"))
    assert Drafter(more, load()).draft(LETTER, ()) is None


def test_sentences_are_published_with_leave_only() -> None:
    told = replace(LETTER, abstract=(Text(value="Somebody's sentence."),))
    assert public(told, replace(DATASET, abstracts=False)) == LETTER
    assert public(told, DATASET) == told
