"""Pages against what a cataloguer records: five of an archive, ten of our own, ten held back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lod.reconcile.keys import fold
from tests.sources.pages.cataloguing import Catalogued, catalogued, is_same

DATA = Path(__file__).parents[2] / "data" / "pages"
# Measured as a whole by `scoring`, never shown one by one: pages held back, and those for which no
# rules, or few, have been written.
WHOLE = (
    *("archives", "fresh", "heldback", "more", "thirty-second"),
    *("fifty-seventh", "fifty-eighth", "fifty-ninth", "sixtieth"),
)
NAMES = sorted(path for path in DATA.glob("*/*.json") if path.parent.name not in WHOLE)
# Still taken for somebody's or a place's: a town's other name in brackets, ships in a list, a
# square, which the gold of other pages counts among places; an institute in syllables, a firm and
# the town of its works in French, the accords of Geneva.
FALSE = {
    "arguelles-angola": ({"salazar"}, {"coral island", "vietnam"}),
    "zhukov-hungary": (set[str](), {"moscow square"}),
    "kuznetsov-bhilai": ({"gipromez"}, set[str]()),
    "note-voyage-urss": ({"renault", "togliatti"}, set[str]()),
    "chayet-pekin": (set[str](), {"geneve"}),
}
SEEDS = ["001_97a1fceda7eb1382", "003_4be57d345b16c1e5", "004_8e41391c90e91e12"]


@cache
def read(folder: Path) -> dict[str, Catalogued]:
    return {Path(one.row.row).stem: one for one in catalogued(folder)}


def gold_of(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text())
    return gold


def shares(folder: str, kind: str) -> tuple[float, float]:
    """Give precision and recall over all pages of a folder."""
    hits = found = wanted = right = 0
    for path in DATA.glob(f"{folder}/*.json"):
        gold: list[str] = gold_of(path)[kind]
        got: Iterable[str] = getattr(read(path.parent)[path.stem], kind)
        hits += sum(any(is_same(want, one) for one in got) for want in gold)
        right += sum(any(is_same(want, one) for want in gold) for one in got)
        wanted, found = wanted + len(gold), found + len(list(got))
    return right / found, hits / wanted


@pytest.mark.parametrize(
    ("folder", "kind", "precision", "recall"),
    [("tuned", "people", 0.97, 0.97), ("tuned", "places", 0.94, 0.92),
     ("held", "people", 0.95, 0.85), ("held", "places", 0.90, 0.90)],
)  # fmt: skip
def test_names_are_found_and_nothing_else(
    folder: str, kind: str, precision: float, recall: float
) -> None:
    got_precision, got_recall = shares(folder, kind)
    assert got_precision >= precision
    assert got_recall >= recall


@pytest.mark.parametrize(("folder", "share"), [("tuned", 1.0), ("held", 0.8)])
def test_pages_have_their_date_and_their_number(folder: str, share: float) -> None:
    right = total = 0
    for path in DATA.glob(f"{folder}/*.json"):
        gold, record = gold_of(path), read(path.parent)[path.stem].record
        same_number = record.identifier == gold.get("identifier", "")
        right += same_number and [span.edtf for span in record.date[:1]] == [gold["date"]]
        total += 1
    assert right / total >= share


@pytest.mark.parametrize("path", NAMES, ids=lambda path: path.stem)
def test_what_is_no_person_and_no_place_is_none(path: Path) -> None:
    gold, found = gold_of(path), read(path.parent)[path.stem]
    people = {fold(one) for one in gold.get("not_people", [])} & set(map(fold, found.people))
    places = {fold(one) for one in gold.get("not_places", [])} & set(map(fold, found.places))
    assert (people, places) == FALSE.get(path.stem, (set(), set()))


def test_eight_names_are_still_taken_for_what_they_are_not() -> None:
    assert sum(len(names) for kinds in FALSE.values() for names in kinds) == 8


@pytest.mark.parametrize("path", sorted(DATA.glob("tuned/*.json")), ids=lambda path: path.stem)
def test_roles_numbers_and_marks_are_read(path: Path) -> None:
    gold, found = gold_of(path), read(path.parent)[path.stem]
    for role, names in gold.get("roles", {}).items():
        got = fold(" ".join(found.role(role) + found.role(f"corporate-{role}")))
        assert [name for name in names if fold(name) not in got] == []
    related = {(one.relation, one.number) for one in found.row.related}
    numbers = {*found.numbers(), *(number for _, number in related)}
    assert set(gold.get("numbers", [])) <= numbers
    assert {("in-reply-to", number) for number in gold.get("answered", [])} <= related
    assert set(gold.get("markings", [])) <= {one.label for one in found.record.classification}
    assert len(found.row.parts) == gold.get("parts", 0)


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_names_the_people_and_places_of_its_gold(shared: Path, name: str) -> None:
    gold = gold_of(shared / "gold" / f"{name}.json")
    (found,) = catalogued(shared / "seeds" / f"{name}.txt")
    people = {
        one["normalised"].partition(",")[0].split(" (")[0] for one in gold["people_mentioned"]
    }
    missed = [one for one in people if not any(set(fold(one).split()) & set(fold(got).split())
                                               for got in found.people)]  # fmt: skip
    extra = [got for got in found.people if not any(set(fold(one).split()) & set(fold(got).split())
                                                    for one in people)]  # fmt: skip
    assert (missed, extra) == ([], [])
    written = {fold(form) for one in gold["places_mentioned"] for form in one["as_written"]}
    found_places = {fold(name) for name in found.places}
    assert len([one for one in found_places if one not in written]) == 0
