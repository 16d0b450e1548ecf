"""Pages: what is plainly labelled is found, with its place, and no furniture of the site."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lod.iri import content_key
from lod.sources.pages.citations.citation import parse
from lod.sources.pages.layout.layout import Layout
from lod.sources.pages.pagerow import MOST_LINES
from lod.sources.pages.text.pagetext import html_page, plain_page
from lod.sources.pages.words.saidwords import words_in
from tests.sources.pages.reading import read

LINES = st.lists(
    st.sampled_from(
        ["Citation:", "Summary:", "Contents", "Translation - English", "Rights", "Source", "Home",
         "People", "May 5, 1951", "# Report on the Harbour", "To Comrade X", "(I. Ivanov)", "",
         '"A", 1951, B Digital Archive, C. https://d.example/document/1', "Some words. And more.",
         "Date: 1951", "[image: x]", "**Credits:**"]
    )
    | st.text(max_size=30)
)  # fmt: skip
GOLD = ["001_97a1fceda7eb1382", "003_4be57d345b16c1e5", "004_8e41391c90e91e12"]


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_every_value_stands_where_it_says_and_nothing_raises(lines: list[str]) -> None:
    page = plain_page("\n".join(lines))
    for found in Layout(page).read().values():
        for cell in found:
            if cell.start >= 0:
                assert page.text[cell.start : cell.end].split() == cell.text.split()


@pytest.mark.parametrize("name", GOLD)
def test_a_seed_gives_what_a_cataloguer_records(shared: Path, name: str) -> None:
    gold = json.loads((shared / "gold" / f"{name}.json").read_text())
    result = read(shared / "seeds" / f"{name}.txt", "pages")
    (row,) = result.texts()
    assert row["title"] == [gold["title"]["value"]]
    assert row["summary"] == [summary["text"] for summary in gold["summary"]]
    assert row.get("citation") == ([gold["citation"]["value"]] if "citation" in gold else None)
    assert row.get("identifier", [None]) == [gold["record"]["identifier"]]
    printed = " and ".join(ref["as_printed"] for ref in gold["archival_references"])
    assert row.get("reference", [""]) == [printed]
    assert set(row.get("credits", [])) == {credit["text"] for credit in gold["credits"]}
    rights = gold["rights"]
    assert row.get("rights") == (rights and [rights["statement"], rights["contact"]])


def test_a_page_without_a_number_has_the_key_of_its_content(shared: Path) -> None:
    gold = json.loads((shared / "gold" / f"{GOLD[1]}.json").read_text())
    (row,) = read(shared / "seeds" / f"{GOLD[1]}.txt", "pages").texts()
    assert content_key(row["content"][0]) == gold["record"]["key"]


FURNITURE = [
    "Primary Footer Nav", "Sources & Methods", "About Digital Archive", "resource where students",
    "Pennsylvania Ave", "wilsoncenter.org\n", "Donate", "Document Information", "Original Archive",
    "Associated", "[image:", "Citation:", "Contents:",
]  # fmt: skip


def test_each_seed_gives_one_row_without_furniture(shared: Path) -> None:
    result = read(shared / "seeds", "pages")
    assert [row.row[:3] for row in result.rows] == ["000", "001", "002", "003", "004"]
    for row in result.texts():
        texts = "\n".join(text for column, found in row.items() for text in found
                          if column != "content")  # fmt: skip
        assert [word for word in FURNITURE if word in texts] == []
        assert row["body"][0]


def test_the_page_that_is_only_a_letter_gets_a_title_in_brackets(shared: Path) -> None:
    (row,) = read(shared / "seeds" / "000_b3a7b28ae44bedbe.txt", "pages").texts()
    assert row["title"] == ["[Memorandum from A. Gromyko to Comrade STALIN I.V., 25 December 1951]"]
    assert row["date"] == ["25 December 1951"]


def test_the_page_with_a_site_around_it_gives_its_citation(shared: Path) -> None:
    (row,) = read(shared / "seeds" / "002_63bdb44de7502612.txt", "pages").texts()
    assert row["title"] == ["Ciphered Telegram, Molotov to Cde. Stalin"]
    assert row["date"] == ["September 20, 1947"]
    assert row["reference"] == ["RGASPI, f. 558, op. 11, d. 106, ll. 0098-0099"]
    assert row["identifier"] == ["209717"]
    assert row["credits"] == ["Contributed by Sergey Radchenko and translated by Gary Goldberg."]
    assert row["summary"][0].startswith("Molotov relates how")
    assert row["body"][0].endswith("[handwritten: 20 [illegible month]1947]")


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (
            '"Letter of the "Group of Five"," 5 May 1951, NAI, DFA/5/1',
            {"title": 'Letter of the "Group of Five"', "date": "5 May 1951",
             "reference": "NAI, DFA/5/1"},
        ),
        (
            "“Cable”, March 1950 - April 1950, Example Program Digital Archive, AVPRF, f. 1.",
            {"title": "Cable", "date": "March 1950 - April 1950",
             "publisher": "Example Program Digital Archive", "reference": "AVPRF, f. 1"},
        ),
        (
            "Report of the Consul, 1949, X Archive. Obtained by J. A. Doe.",
            {"title": "Report of the Consul", "date": "1949", "reference": "X Archive",
             "credits": "Obtained by J. A. Doe."},
        ),
        ("a sentence without a date, or so", {}),
    ],
)  # fmt: skip
def test_a_citation_is_taken_apart(citation: str, expected: dict[str, str]) -> None:
    found = {part.column: citation[part.start : part.end] for part in parse(citation)}
    assert found == expected


def test_html_loses_its_scripts_menus_and_footers() -> None:
    data = b"""<body class="no-sidebar"><nav>Home</nav><div class="site-footer x">Donate</div>
    <script>var a</script><style>b</style><main><h1>A title</h1><p>One<br>two <b>bold</b></p>
    <!-- c --></main><aside>d</aside><footer>e</footer></body>"""
    assert [line.text for line in html_page(data, "utf-8").lines] == ["A title", "One", "two bold"]


@pytest.mark.parametrize("data", [b"<html></html>", b"<p>" * 10_000, b"<", b"\xff\xfe"])
def test_no_html_breaks_the_reader(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(data)
    result = read(path, "pages")
    assert len(result.rows) + len(result.codes) >= 1


def test_a_page_of_too_many_lines_is_reported(tmp_path: Path) -> None:
    (tmp_path / "numbers.txt").write_text("7\n" * (MOST_LINES + 1))
    (tmp_path / "cells.html").write_text("<p>7" * (MOST_LINES + 1))
    (tmp_path / "empty.txt").write_text("\n" * (MOST_LINES + 1) + "Words of a letter.")
    result = read(tmp_path, "pages")
    assert result.codes == ["page/too-many-lines", "page/too-many-lines"]
    assert [row.row for row in result.rows] == ["empty.txt"]


def test_a_page_that_is_too_long_or_blank_is_reported(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("x" * (9 << 20))
    (tmp_path / "blank.txt").write_text(" \n\n")
    (tmp_path / "good.txt").write_text("Words of a letter.")
    result = read(tmp_path, "pages")
    assert result.codes == ["page/empty", "cell/too-long"]
    assert [row.row for row in result.rows] == ["good.txt"]


def test_a_page_longer_than_most_is_read_to_its_end(tmp_path: Path) -> None:
    text = "Words of a letter.\n" * 10_000 + "The end."
    (tmp_path / "long.txt").write_text(text)
    assert read(tmp_path / "long.txt", "pages").column("content") == [[text]]


@given(st.text(st.sampled_from("ab \n\t\x0b\x1c\u00a0\u3000é")))
def test_white_space_is_no_part_of_the_key_of_a_content(text: str) -> None:
    assert content_key(text) == content_key(" ".join(text.split()))


@given(st.text(st.characters(max_codepoint=127)))
def test_the_words_of_plain_text_are_those_of_any_text(text: str) -> None:
    assert words_in(text) == words_in(f"{text} \u2013")
    assert all(map(str.isalpha, words_in(text)))


def test_an_empty_file_among_pages_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Words of a letter.")
    result = read(tmp_path, "pages")
    assert result.codes == ["page/empty"]
    assert [row.row for row in result.rows] == ["good.txt"]


def test_a_damaged_archive_among_pages_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x1f\x8b\x08" + bytes(range(256)))
    (tmp_path / "b.txt").write_text("# Letter of A. Orlov\n\n5 May 1951\n")
    found = read(tmp_path, "pages")
    assert ([row.row for row in found.rows], found.codes) == (["b.txt"], ["source/broken"])


@pytest.mark.parametrize("once", ["François \u2013 Schröder", "Письмо тов. Молотову", "naïveté"])
def test_a_page_that_was_encoded_twice_is_read_as_it_was_meant(tmp_path: Path, once: str) -> None:
    seen = "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in once.encode())
    (tmp_path / "a.txt").write_text(f"Title: {seen}", encoding="utf-8")
    result = read(tmp_path / "a.txt", "pages")
    assert result.column("title") == [[once]]
    assert result.codes == ["encoding/twice"]


def test_a_page_with_a_foreign_letter_was_not_encoded_twice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title: Âge d'or à São Tomé \u2013 1951")
    assert not read(tmp_path / "a.txt", "pages").issues


def test_the_hash_of_a_page_is_that_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    (row,) = read(path, "pages").rows
    assert row.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_who_reads_no_pages_does_not_wait_for_their_patterns() -> None:
    code = "import sys, lod.cli; print('lod.sources.pages.layout.layout' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
