"""A record that is filled in is the record that is mapped, to the byte, in every syntax."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lod.publish.form import FillError
from lod.record import Record
from tests.mapping.double import GOLDEN, golden
from tests.mapping.test_random import records
from tests.publish.filling import SHAPER, WHO, filled, mapped, renamed, shaped, spelled, template

ends = st.sampled_from(["", "z", " a", '"', "\\", "\u00e9", "%s", "\u2028", "[x]"])


@given(record=records, ends=st.lists(ends, min_size=7, max_size=7), turn=st.integers(0, 9))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_other_words_in_a_shape_are_spelled_as_if_mapped(
    record: Record, ends: list[str], turn: int
) -> None:
    words = dict[str, str]()

    def word(found: str) -> str:
        number = len(words)
        return words.setdefault(found, f"{(turn - number) % 10}{number}{ends[number % 7]}")

    record = shaped(record)
    other = renamed(record, word)
    shape, again = SHAPER.shape(record, WHO), SHAPER.shape(other, WHO)
    assume(shape is not None and again is not None and shape.key == again.key)
    assert shape is not None
    form = template(record, shape)
    assert form is not None
    assert spelled(filled(other, form)) == spelled(mapped(other))
    assert spelled(filled(record, form)) == spelled(mapped(record))


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
def test_golden_records_are_filled_in_as_they_are_mapped(folder: object) -> None:
    record = shaped(golden(folder))  # type: ignore[arg-type]
    shape = SHAPER.shape(record, WHO)
    if shape is None:
        assert record.parts or record.related or record.coordinates
        return
    form = template(record, shape)
    assert form is not None
    assert spelled(filled(record, form)) == spelled(mapped(record))


def test_a_key_that_syntaxes_would_spell_in_two_ways_is_not_filled_in() -> None:
    record = shaped(Record(key="a"))
    shape = SHAPER.shape(record, WHO)
    assert shape is not None
    form = template(record, shape)
    assert form is not None
    with pytest.raises(FillError):
        filled(replace(record, key="a:b"), form)


def test_records_with_parts_or_several_dates_have_no_shape() -> None:
    twice = golden(next(folder for folder in GOLDEN if golden(folder).date))
    assert SHAPER.shape(replace(twice, date=twice.date[:1] * 2), WHO) is None
