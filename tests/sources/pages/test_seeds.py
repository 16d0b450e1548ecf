"""The five pages of the archive as a cataloguer reads them: what must not be, and what stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.card import card
from lod.sources.pages.persons.namelist import is_office
from tests.sources.pages.cataloguing import Catalogued, catalogued, page
from tests.sources.pages.reading import read

SIXTH = (
    "Associated Places\nNorth Korea\nAssociated Topics\nKorean parties\nDocument Information\n"
    "Source\nRGANI, fond 5, opis 28, delo 410, listy 301-303. Translated by Gary Goldberg.\n"
    "Original Archive\nRussian State Archive of Contemporary History (RGANI)\n"
    "Original Uploaded Date\n"
    "2011-11-20\nType\nReport\nLanguage\nRussian\nRecord ID\n114135\nPermalink\n"
    "https://archive.example/document/report-8-october-conversation\nRights\n"
)


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, Catalogued]:
    return {one.row.row[:3]: one for one in catalogued(shared / "seeds")}


def mentions(found: Catalogued, column: str) -> list[tuple[str, str]]:
    """Give each mention as it is written, with the name under which it is recorded."""
    (whole,) = found.row.cells["content"]
    return [(whole.text[one.start : one.end], one.text) for one in found.row.cells[column]]


def test_no_mention_of_a_page_stands_outside_its_words(seeds: dict[str, Catalogued]) -> None:
    for found in seeds.values():
        for column in ("people_named", "bodies_named", "places_named"):
            assert [written for written, _ in mentions(found, column) if not written.strip()] == []


def test_a_name_misread_everywhere_is_one_person_and_stands_as_it_is_written(
    seeds: dict[str, Catalogued],
) -> None:
    written = mentions(seeds["004"], "people_named")
    assert written.count(("Kim II Sung", "Kim Il Sung")) == 10
    assert ("Ianov", "Ivanov") in mentions(seeds["003"], "people_named")


def test_labels_without_values_give_no_places_topics_keeper_or_reference(
    seeds: dict[str, Catalogued],
) -> None:
    empty = {"places", "subjects", "people", "keeper", "reference", "identifier", "url"}
    assert not empty & seeds["003"].row.cells.keys()
    assert [one.value[:11] for one in seeds["003"].record.rights] == ["The History", "To enquire "]


def test_the_same_labels_with_values_have_them(shared: Path, tmp_path: Path) -> None:
    (seed,) = (shared / "seeds").glob("003_*")
    before, _, rights = seed.read_text().partition("Associated Places")
    rights = rights.partition("Rights\n")[2]
    found = page(tmp_path, f"{before}{SIXTH}{rights}")
    assert (found.record.identifier, found.record.language[0].id) == ("114135", "ru")
    assert [one.archive for one in found.record.reference] == ["rgani"]
    assert [one.text for one in found.row.cells["type"]] == ["Report"]
    assert found.role("translator") == ["Gary Goldberg"]
    assert "North Korea" in found.places
    assert found.record.url == "https://digitalarchive.wilsoncenter.org/document/114135"


def test_the_day_of_a_talk_in_a_title_is_not_that_of_the_paper(
    seeds: dict[str, Catalogued],
) -> None:
    days = [one.edtf for one in seeds["003"].record.date]
    assert (days[0], days[-1]) == ("1956-10-15", "1956-10-08")


@pytest.mark.parametrize(
    ("seed", "parts"),
    [("001", {"fond": "059a", "opis": "5a", "papka": "11", "delo": "5", "listy": "65-66"}),
     ("002", {"fond": "558", "opis": "11", "delo": "106", "listy": "0098-0099"}),
     ("004", {"fond": "0102", "opis": "13", "papka": "72", "delo": "5", "listy": "131-145"})],
)  # fmt: skip
def test_each_part_of_a_reference_stands_as_it_is_printed(
    seeds: dict[str, Catalogued], seed: str, parts: dict[str, str]
) -> None:
    assert dict(seeds[seed].record.reference[-1].parts) == parts


def test_nobody_is_an_office_an_anonymous_speaker_or_a_people(seeds: dict[str, Catalogued]) -> None:
    people = {name for one in seeds.values() for name in one.people}
    assert [name for name in people if is_office(name)] == []
    lower = {name for name in people if not name[:1].isupper()}
    assert not lower
    assert not {"Americans", "Koreans", "Chinese", "Soviet"} & people


@pytest.mark.parametrize(
    "words", ["american", "americans", "korean", "koreans", "chinese", "soviet", "french", "moscow"]
)
def test_no_demonym_of_the_pages_is_a_place(seeds: dict[str, Catalogued], words: str) -> None:
    assert words not in {name.casefold() for one in seeds.values() for name in one.places}


def test_what_is_named_after_a_place_is_referred_to_and_located_nowhere(
    seeds: dict[str, Catalogued],
) -> None:
    named = {one.label for seed in ("002", "004") for one in seeds[seed].row.related}
    assert {"Moscow decision", "Korean Armistice Agreement"} <= named
    assert ("Pyongyang substation", "Pyongyang substation") in mentions(
        seeds["004"], "bodies_named"
    )


def test_the_card_of_a_page_shows_all_that_was_not_understood(tmp_path: Path) -> None:
    found = page(
        tmp_path, "Title: A\nDate: May 5, 1951\nDepth of field: none at all\n\nWe answer.\n"
    )
    shown = [line for line in card(found.row) if "not understood" in line]
    assert any("none at all" in line for line in shown)


def test_what_a_site_says_around_its_pages_is_no_document(shared: Path, tmp_path: Path) -> None:
    (seed,) = (shared / "seeds").glob("002_*")
    site = seed.read_text().partition("About Digital Archive")
    (tmp_path / "site.txt").write_text(site[1] + site[2])
    found = read(tmp_path / "site.txt", "pages")
    assert (found.rows, found.codes) == ([], ["page/no-document"])
