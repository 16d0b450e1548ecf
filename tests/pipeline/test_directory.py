"""Tests of looking up who names are."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from lod.pipeline.directory import WorkDirectory
from lod.pipeline.work import Work
from lod.reconcile.mentions import mention_key
from lod.record import Place, Record

NAMES = [f"Town {number}" for number in range(1200)]


def test_a_record_may_name_more_places_than_are_asked_for_at_once(tmp_path: Path) -> None:
    with closing(Work(tmp_path)) as work, work.batch():
        keys = [mention_key("place", name, "x") for name in NAMES]
        joined = zip(keys, NAMES, range(len(NAMES)), strict=True)
        rows = [(key, "place", f"e{at}", name, "") for key, name, at in joined]
        work.add("joined", rows, width=5)
    places = tuple(Place(name=name, relation="mentioned") for name in NAMES)
    directory, record = WorkDirectory(tmp_path), Record(key="x", places=places)
    found = [directory.place(place, record).id for place in places]
    assert found == [f"e{at}" for at in range(len(NAMES))]


@pytest.mark.parametrize(
    ("number", "key"),
    [("SL-005", "letters-SL-005"), ("12", ""), ("SL-006", ""), ("SL-007", ""), ("SL-009", "")],
)
def test_a_record_answers_another_one_of_its_source_by_its_identifier_alone(
    tmp_path: Path, number: str, key: str
) -> None:
    with closing(Work(tmp_path)) as work, work.batch():
        keys = ("letters-SL-005", "letters-12", "letters-SL-006", "letters-SL-007")
        work.add("row", [(one, "", "", "a.csv", "2", 0, 0, 0, 1) for one in keys], width=9)
        work.add("quarantined", [("letters-SL-007",)], width=1)
    record = Record(key="letters-SL-006", identifier="SL-006")
    assert WorkDirectory(tmp_path).answered(number, record) == key
