"""Long lists of places' names, looked up where they stand."""

from __future__ import annotations

import pytest

from lod import vocabulary
from lod.sources.pages.places.placelists import PlaceList, begins_listed, is_listed

SMALL = PlaceList("# A note.\nabai\nabu-ageila\nbrno\nnam\nnam-bo\nzyryanka\n")


@pytest.mark.parametrize("name", ["abai", "abu-ageila", "brno", "nam", "nam-bo", "zyryanka"])
def test_every_name_of_a_list_is_found(name: str) -> None:
    assert SMALL.has(name)
    assert SMALL.begins(name.partition("-")[0])


@pytest.mark.parametrize("name", ["aba", "abu", "abaia", "ageila", "nam-b", "zz", "0"])
def test_no_part_of_a_name_is_a_name(name: str) -> None:
    assert not SMALL.has(name)


def test_a_list_of_nothing_has_nothing() -> None:
    assert not PlaceList("").has("brno")
    assert not PlaceList("").begins("brno")


@pytest.mark.parametrize("name", ["names", "more", "towns"])
def test_a_list_is_sorted_so_that_its_names_are_found(name: str) -> None:
    names = vocabulary.lines(f"places/{name}.txt")
    assert list(names) == sorted(set(names))
    assert all(map(is_listed, names[:: max(len(names) // 500, 1)]))


@pytest.mark.parametrize("name", ["uttar-pradesh", "panjshir", "heilongjiang", "cuito-cuanavale"])
def test_provinces_valleys_and_villages_of_the_wars_are_known(name: str) -> None:
    assert is_listed(name)
    assert begins_listed(name.partition("-")[0])


@pytest.mark.parametrize("name", ["pravda", "kremlin", "lage", "sociedad", "dayal", "ivanov", ""])
def test_words_newspapers_and_surnames_are_no_places(name: str) -> None:
    assert not is_listed(name)
