"""A glance at names never passes over somebody whose names agree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lod.reconcile.compare import agreement
from lod.reconcile.glance import marks, may_bear
from lod.reconcile.keysof import person_forms
from lod.reconcile.parse import query
from lod.reconcile.readings import readings

_COMMON = "John Jon Ivan Jean J. Smith Smyth de Palma Zhou Enlai Chou En-lai Kim Il Sung Ilsung"
_WORDS = st.sampled_from(f"{_COMMON} A. Bill William Castro Ruz y Jr. Ll Al".split())
_NAMES = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)
_ASKED = st.one_of(_NAMES, st.tuples(_NAMES, _NAMES).map(", ".join))


@given(asked=_ASKED, names=st.lists(_NAMES, min_size=1, max_size=3))
def test_whoever_is_passed_over_would_not_have_agreed(asked: str, names: list[str]) -> None:
    reading = readings(query(asked, "person"))
    forms = person_forms(names)
    found = agreement(reading.forms, reading.suffix, forms)
    assert not found or may_bear(marks(reading), "\n".join(forms))


def test_another_person_of_the_same_given_name_is_passed_over() -> None:
    asked = marks(readings(query("Smith, John", "person")))
    assert not may_bear(asked, "john sparrow\nj r sparrow")
