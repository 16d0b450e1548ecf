"""The ledger of a page sums to its length, whatever is done to it; nothing raises."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from lod.reconcile import gazetteer
from lod.sources import Row, Slice
from lod.sources.crosswalk import Crosswalk
from lod.sources.pages.card import card
from lod.sources.pages.reader import Pages
from tests.sources.pages.cataloguing import catalogued, page, pages_dataset
from tests.sources.pages.spoiling import spoiled

DATA = Path(__file__).parents[2] / "data" / "pages"
PAGES = sorted(path for path in DATA.glob("*/*") if path.suffix != ".json")
PROSE = (
    "We have read the note with attention and think that the work must be finished in the spring, "
    "though nobody there has said so."
)
TIMES = 4  # of each page; `python -m bench.pages` spoils two thousand


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_spoiled_page_is_a_record_or_an_issue(tmp_path: Path, path: Path) -> None:
    rng, spoilt = random.Random(path.stem), tmp_path / path.name  # noqa: S311 - no secret
    source = pages_dataset().sources[0]
    reader, rules = Pages((gazetteer.load(),)), Crosswalk(pages_dataset())
    for _ in range(TIMES):
        spoilt.write_bytes(spoiled(path.read_bytes(), rng))
        for row in reader.rows(source, Slice(str(spoilt), spoilt.name)):
            if isinstance(row, Row):
                (whole,) = row.cells["content"]
                ends = [0, *(one.end for one in row.coverage)]
                assert [one.start for one in row.coverage] == ends[:-1]
                assert len(whole.text) in ends  # behind it stands what markup sets aside
                rules.read(row)


def test_a_ledger_has_no_gap_and_tells_each_use(tmp_path: Path) -> None:
    found = page(
        tmp_path, "Title: A\nDate: 1951\nRights\nFree\n\nTo Cde. X\n\nHome\nPeople\nstray\n"
    )
    ends = [0, *(one.end for one in found.row.coverage)]
    assert [one.start for one in found.row.coverage] == ends[:-1]


def test_one_line_of_a_megabyte_is_read_in_seconds(tmp_path: Path) -> None:
    found = page(tmp_path, "Comrade Ivanov said to Molotov in Moscow " * 25_000)
    assert found.people == {"Ivanov", "Molotov"}


def test_the_card_of_a_page_says_what_was_found_and_by_which_rule(shared: Path) -> None:
    (found,) = catalogued(shared / "seeds" / "001_97a1fceda7eb1382.txt")
    lines = "\n".join(card(found.row))
    assert "RAZUVAEV" not in lines
    assert "[1108-1116; line recipient]" in lines
    assert "not understood" in lines


def test_menus_and_feet_that_markup_sets_aside_are_furniture(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<nav>Home About</nav><h1>Report on Rice</h1><script>var a</script><p>Date: 1951</p>"
    )
    (row,) = Pages().rows(pages_dataset().sources[0], Slice(str(path), path.name))
    assert isinstance(row, Row)
    (text,) = row.cells["content"]
    assert "Home" not in text.text
    last = row.coverage[-1]
    assert (last.use, last.end - last.start) == ("furniture", len("Home About\n"))
    assert sum(one.end - one.start for one in row.coverage) == len(text.text) + len("Home About\n")


def test_what_a_label_says_of_the_text_is_furniture(tmp_path: Path) -> None:
    found = page(tmp_path, f"Title: A\nDate: 1951\nContents: Translation - English\n\n{PROSE}\n")
    assert "unknown" not in {one.use for one in found.row.coverage}


@pytest.mark.parametrize("foot", ["<footer>Terms</footer>", '<ul class="foot"><li>People</ul>'])
def test_small_print_below_the_foot_of_a_site_names_nobody(tmp_path: Path, foot: str) -> None:
    text = f"<h1>Letter of A. Orlov</h1><p>{PROSE}</p><p>A. Orlov</p>"
    body = f"<html><body>{text}{foot}<p>Mill Center for Scholars</p></body></html>"
    found = page(tmp_path, body, "page.html")
    assert {one.name for one in found.record.agents} == {"A. Orlov"}
    (whole,) = found.row.cells["content"]
    assert found.row.coverage[-1].end > len(whole.text)


def test_a_signature_below_the_foot_of_a_site_stands_where_a_sentence_does(tmp_path: Path) -> None:
    foot = "<footer>Terms</footer>"
    body = f"<html><body><h1>Letter</h1>{foot}<p>{PROSE}</p><p>A. Orlov</p></body></html>"
    assert page(tmp_path, body, "page.html").role("signatory") == ["A. Orlov"]
