"""Levels of references that stand behind their words, in the manner of many archives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.normalize.archives import parse_references, printed
from lod.normalize.reference_levels import levels_by_words
from lod.vocabulary import load


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("AMSZ, z. 23, w. 14, t. 174, k. 31-34", "fond 23, bundle 14, file 174, listy 31-34"),
        ("AAN, KC PZPR, sygn. V/77, k. 203", "file V/77, listy 203"),
        ("PRC FMA 106-00681-02, 21-33", "file 106-00681-02, page 21-33"),
        ("TNA, PREM 19/2795, ff. 88-91", "series PREM 19, item 2795, listy 88-91"),
        ("FO 371/12403", "series FO 371, item 12403"),
        (
            "Hungarian National Archives, XIX-J-1-j India, 11. doboz, 5/b",
            "fond XIX-J-1-j, box 11",
        ),
        (
            "NARA, RG 59, Central Files 1964-66, Box 377, Folder 2",
            "record-group 59, box 377, folder 2",
        ),
        (
            "National Archives, Prague, Fond 02/2, sv. 211, a.j. 288, b. 7",
            "fond 02/2, bundle 211, file 288, item 7",
        ),
        ("ANIC, CC RCP - Chancellery, file no. 72/1971, ff. 10-58", "file 72/1971, listy 10-58"),
        (
            "MAHN Archive, fond 4, dans 31, kh/n 58, khuudas 102-111",
            "fond 4, opis 31, file 58, listy 102-111",
        ),
        (
            "Archives du ministère des Affaires étrangères, série Europe, vol. 9, fol. 8",
            "series Europe, volume 9, listy 8",
        ),
        ("Nehru Memorial Museum and Library, File No. JNSG, vol. 21-1", "volume 21-1"),
        ("ACS, MI, Gab., b. 6, fasc. 11003/1", "box 6, file 11003/1"),
        ("PA AA, B 150, Bd. 201, Bl. 44-49", "bestand B 150, volume 201, blatt 44-49"),
        (
            "SAPMO-BArch, DY 30/IV B 2/20/127, Bl. 211",
            "bestand DY 30, signatur IV B 2/20/127, blatt 211",
        ),
        (
            "SAPMO-BArch, DY 30, J IV 2/201/1292, Bl. 4",
            "bestand DY 30, signatur J IV 2/201/1292, blatt 4",
        ),
        ("Carter Library, Brzezinski Papers, Box 33 and 34", "box 33 and 34"),
        (
            "TsAMO, Fond 5, Opis 918795, Delo 124, Listy 89-90",
            "fond 5, opis 918795, delo 124, listy 89-90",
        ),
        (
            "Magyar Országos Levéltár (MOL), M-KS, 288. f., 5. cs., 467. ő. e., 2-11",
            "fond 288, opis 5, delo 467",
        ),
    ],
)
def test_each_archive_counts_its_papers_in_its_own_manner(text: str, parts: str) -> None:
    (found,) = parse_references(text)
    assert ", ".join(f"{level} {value}" for level, value in found.parts) == parts


def test_a_reference_with_levels_by_words_stays_as_printed() -> None:
    text = "AMSZ, z. 23, w. 14, t. 174, k. 31-34"
    assert printed(parse_references(text)[0]) == text


@pytest.mark.parametrize(
    "text",
    [
        "Private papers of W. Box",
        "Central Files 1963-66",
        "Records, 1944 - 1963",
        "A. Folder 's notes",
    ],
)
def test_names_and_years_are_no_levels(text: str) -> None:
    assert levels_by_words(text, "") == ()


def test_words_of_one_letter_are_read_in_archives_of_their_language_alone() -> None:
    assert levels_by_words("Library of Towers, k. 4, b. 7, t. 9, w. 2", "") == ()


def test_every_level_is_a_type_of_identifier() -> None:
    text = "RG 1, Series 2, Box 3, Vol. 4, Folder 5, File 6, Item 7, Reel 8, fols. 9, pp. 10"
    levels = [level for level, _ in levels_by_words(text, "")]
    assert len(levels) == 10
    assert all(load().has("idtype", level) for level in levels)


@given(st.text(alphabet="Box.,;-/ 0aIVéФ()[]", max_size=60))
def test_values_are_pieces_of_the_reference(text: str) -> None:
    assert all(value and value in text for _, value in levels_by_words(text, "amsz"))
