"""Archival references in the spellings of citations, footnotes and catalogues."""

# ruff: noqa: RUF001  (the Cyrillic letters of references are meant)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.normalize.archives import archive_code, namesakes, parse_references, printed
from lod.record import Origin

TWO = (
    "Wilson Center Digital Archive, APRF, Fond 3, Opis 65, Delo 829, Listy 44-45 and AVPRF, "
    "Fond 059a, Opis 5a, Delo 5, Papka 11, Listy 65-66. https://digitalarchive.example/113630"
)


@pytest.mark.parametrize(
    "text",
    [
        "APRF, Fond 3, Opis 65, Delo 829, Listy 44-45",
        "APRF, f. 3, op. 65, d. 829, ll. 44-45",
        "AP RF F. 3, Op. 65, Delo 829, Listy 44\u201345.",
        "АП РФ. Ф. 3. Оп. 65. Д. 829. Л. 44-45",
    ],
)
def test_every_spelling_of_the_levels_is_read(text: str) -> None:
    (found,) = parse_references(text)
    assert found.archive == "aprf"
    assert printed(found) == "APRF, f. 3, op. 65, d. 829, ll. 44–45"


def test_two_references_in_one_citation_are_two() -> None:
    first, second = parse_references(TWO)
    assert (first.archive, second.archive) == ("aprf", "avprf")
    assert first.verbatim == "APRF, Fond 3, Opis 65, Delo 829, Listy 44-45"
    assert second.verbatim == "AVPRF, Fond 059a, Opis 5a, Delo 5, Papka 11, Listy 65-66"


def test_the_papka_stands_before_the_delo_wherever_it_was_printed() -> None:
    second = parse_references(TWO)[1]
    assert [level for level, _ in second.parts] == ["fond", "opis", "papka", "delo", "listy"]
    assert printed(second) == "AVPRF, f. 059a, op. 5a, p. 11, d. 5, ll. 65–66"


def test_zeros_and_letters_of_numbers_stay() -> None:
    (found,) = parse_references("RGASPI, f. 0102, op. 5a, d. 106, ll. 0098-0099")
    assert dict(found.parts)["fond"] == "0102"
    assert dict(found.parts)["listy"] == "0098-0099"


def test_the_archive_named_once_holds_for_what_follows() -> None:
    found = parse_references("RGANI, f. 3, op. 12, d. 1, ll. 1, 3-5; f. 5, op. 28, d. 2")
    assert [one.archive for one in found] == ["rgani", "rgani"]
    assert dict(found[0].parts)["listy"] == "1, 3-5"


@pytest.mark.parametrize(
    ("text", "archive", "parts"),
    [
        ("BArch, B 136/59748, 403-410.", "barch", ("B 136", "59748", "403-410")),
        ("BArch, DY 30/3469, Bl. 1-5", "barch", ("DY 30", "3469", "1-5")),
        ("SAPMO-BArch, DY 30/J IV 2/2/123", "sapmo-barch", ("DY 30", "J IV 2/2/123")),
    ],
)
def test_german_references_have_a_grammar_of_their_own(
    text: str, archive: str, parts: tuple[str, ...]
) -> None:
    (found,) = parse_references(text)
    assert found.archive == archive
    assert tuple(value for _, value in found.parts) == parts
    assert [level for level, _ in found.parts] == ["bestand", "signatur", "blatt"][: len(parts)]


@pytest.mark.parametrize(
    ("text", "archive"),
    [
        ("Nehru Memorial Museum and Library, correspondence 1962", "nmml"),
        ("League of Nations Archives, R3620/1/6384", ""),
        ("Personal archive, f. 5", ""),
    ],
)
def test_an_unknown_grammar_stays_as_printed(text: str, archive: str) -> None:
    (found,) = parse_references(text + ".")
    assert (found.verbatim, found.archive, found.parts) == (text, archive, ())
    assert printed(found) == text


def test_the_keeper_of_another_field_gives_the_archive() -> None:
    where = Origin("letters.csv", "7", "source")
    (found,) = parse_references("B 136", keeper="German Federal Archives (BArch)", origin=where)
    assert (found.archive, found.origin) == ("barch", where)
    assert found.keeper == "German Federal Archives (BArch)"


def test_an_archive_that_nobody_knows_keeps_its_name() -> None:
    (found,) = parse_references("Georgian Central State Archive, Fond 14, Opis 1, Delo 2")
    assert (found.archive, found.keeper) == ("", "Georgian Central State Archive")
    assert printed(found).startswith("Georgian Central State Archive, f. 14")


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        (
            "AVPRF F. 0102, Op. 14, Delo 06a, Listy 7-8ob and 12 and RGANI Fond 5, Opis 4",
            "7-8ob and 12",
        ),
        ("GARF, f. R-9401, op. 2, d. 0137, ll. 012-012ob; RGANI, f. 5, op. 4", "012-012ob"),
        ("РГАСПИ, фонд 17, опись 3, дело 82, листы 3, 4 и 7 и РГАНИ, ф. 5, оп. 4", "3, 4 и 7"),
        ("AVPRF f. 07 op. 21-v p. 44 d. 6 l. 3ob. and RGANI f. 5 op. 4", "3ob"),
    ],
)
def test_a_conjunction_joins_leaves_or_archives(text: str, leaves: str) -> None:
    first, second = parse_references(text)
    assert dict(first.parts)["listy"] == leaves
    assert (second.archive, second.parts) == ("rgani", (("fond", "5"), ("opis", "4")))


def test_references_of_several_grammars_stand_beside_each_other() -> None:
    text = "RGANI, f. 5, op. 2, d. 3; SAPMO-BArch, DY 30/3469; CDA, F. 1B, op. 6, a.e. 112, l. 7"
    assert [one.archive for one in parse_references(text)] == ["rgani", "sapmo-barch", "tsda"]


def test_a_list_and_a_document_are_levels_and_a_film_is_none() -> None:
    film, listed = parse_references(
        "RGANI, Fond 5, Opis 30, Rolik 12, Delo 400 and Fond 89, Perechen 28, Dokument 5"
    )
    assert printed(film) == "RGANI, f. 5, op. 30, d. 400"
    assert printed(listed) == "RGANI, f. 89, op. 28, d. 5"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("MOL, M-KS 288 f. 5. cs. 361. o.e.", "MNL OL, M-KS 288. f. 5. cs. 361. ő. e."),
        ("MOL, M-KS 288.f. 5.cs. 361.o.e.", "MNL OL, M-KS 288. f. 5. cs. 361. ő. e."),
        (
            "MNL OL, M-KS 288. f. 5/361. ő. e., 12. o.",
            "MNL OL, M-KS 288. f. 5. cs. 361. ő. e., 12. o.",
        ),
        ("TsDA, F. 1-B, op. 35, a.e. 12, l. 4", "TsDA, f. 1-B, op. 35, a.e. 12, l. 4"),
    ],
)
def test_hungarian_and_bulgarian_files_are_cited_in_their_manner(text: str, form: str) -> None:
    (found,) = parse_references(text)
    assert printed(found) == form
    assert found.verbatim == text
    assert dict(found.parts).keys() >= {"fond", "opis", "delo"}


def test_what_follows_the_last_level_is_not_lost() -> None:
    (found,) = parse_references("RGASPI, f. 17, op. 166, d. 612, l. 1, in Bulletin 4, p. 96")
    assert found.verbatim.endswith("in Bulletin 4, p. 96")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ЦГАЛИ. Ф. 1, оп. 2, ед. хр. 3, л. 4", "ЦГАЛИ, f. 1, op. 2, d. 3, l. 4"),
        ("ЦДАГО, ф. 1, оп. 24, спр. 5, арк. 3", "TsDAHOU, f. 1, op. 24, d. 5, l. 3"),
        ("РГАНИ. Ф. 89. Пер. 28. Док. 5", "RGANI, f. 89, op. 28, d. 5"),
        ("MOL M-KS 288 f. 11/2899 ő.e.", "MNL OL, M-KS 288. f. 11. cs. 2899. ő. e."),
    ],
)
def test_files_and_leaves_are_levels_by_their_names_in_each_land(text: str, form: str) -> None:
    (found,) = parse_references(text)
    assert printed(found) == form


@pytest.mark.parametrize(
    "text",
    [
        "ЦГАЛИ. Ф. 1, оп. 2, коробка 3, л. 4",
        "RGASPI, f. 17, op. 166, d. 612, in Bulletin 4",
        "AVPRF, f. 1, op. 2, d. 3, d. 4",
        "BArch, B 136/59748, 403-410, Bd. 2",
        "MOL, M-KS 288. f. 5/361. ő. e., 12. o., 3. melléklet",
        "PIL 274. f. 10/5. ő. e",
    ],
)
def test_a_reference_of_which_some_word_is_not_understood_is_given_as_printed(text: str) -> None:
    (found,) = parse_references(text)
    assert found.verbatim == text
    assert printed(found) == text


def test_words_that_no_level_says_stay_with_the_reference_before_them() -> None:
    text = "RGANI, f. 3, op. 2, кор. 8; f. 5, op. 28, d. 2; GARF, f. 1, op. 2"
    found = parse_references(text)
    assert [one.verbatim for one in found] == text.split("; ")
    assert [one.archive for one in found] == ["rgani", "rgani", "garf"]


@pytest.mark.parametrize(
    ("text", "archive", "name"),
    [
        ("PRC FMA 105-00009-01, 1-5", "prc-fma", "PRC FMA"),
        ("TNA FO 371/12345", "tna", "TNA"),
        ("Central Archives, Beijing, 5-1", "cca", "Central Archives, Beijing"),
        ("AJ Toynbee to his editor, 1950", "", ""),
    ],
)
def test_an_archive_is_known_by_the_words_before_its_numbers(
    text: str, archive: str, name: str
) -> None:
    (found,) = parse_references(text)
    assert (found.archive, found.keeper) == (archive, name)


def test_an_acronym_of_several_archives_names_none_unless_more_is_said() -> None:
    (alone,) = parse_references("AMAE, Asie 1944-1955, vol. 12")
    assert (alone.archive, alone.keeper) == ("", "")
    assert len(namesakes(alone.verbatim)) == 2
    assert parse_references("AMAE România, Fond Telegrams")[0].archive == "amae-ro"
    (said,) = parse_references("AMAE, vol. 12", keeper="Archives diplomatiques")
    assert said.archive == "fo-paris"


def test_nothing_gives_nothing() -> None:
    assert parse_references("  ") == ()
    assert archive_code("") == ""


@given(st.text(alphabet="fopdl.0123, andBArch/-", max_size=200))
def test_any_text_is_read_without_fault(text: str) -> None:
    for found in parse_references(text):
        assert printed(found) is not None


def test_a_reference_keeps_the_stop_of_a_short_word_behind_a_number() -> None:
    text = "LVA, 101. f., 15. apr., 123. l., 5. lp."
    assert parse_references(text)[0].verbatim == text
