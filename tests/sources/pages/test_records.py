"""What entries of catalogues and the form of papers tell: numbers, copies, markings, parties."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.layout.sitenotes import funders, permissions
from lod.sources.pages.words.pageline import Line
from tests.sources.pages.cataloguing import Catalogued, page

PROSE = (
    "We have read the note with attention and think that the work must be finished in the spring, "
    "though nobody there has said so."
)


def read(tmp_path: Path, *lines: str) -> Catalogued:
    return page(tmp_path, "\n\n".join(lines))


def letter(tmp_path: Path, *lines: str) -> Catalogued:
    return read(tmp_path, "Report on Copper", "Venta, 5 May 1961", PROSE, *lines)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Distribution: The Prime Minister -\nM. Joxe - M. Lucet - Files", {"Joxe", "Lucet"}),
        ("Distributed to: Chairman Mao, Liu Shaoqi, Zhou Enlai; file (1)",
         {"Mao", "Liu Shaoqi", "Zhou Enlai"}),
        ("p. c.: on. Gronchi, Palazzo del Quirinale; dott. Carli, Ministero", {"Gronchi", "Carli"}),
        ("Cc: Hon. Kojo Botsio, Ministry of Foreign Affairs", {"Kojo Botsio"}),
    ],
)  # fmt: skip
def test_lists_of_copies_are_read_however_they_are_parted(
    tmp_path: Path, line: str, names: set[str]
) -> None:
    found = letter(tmp_path, "Jan Orlov", line)
    assert {name.removeprefix("M. ") for name in found.role("copy-recipient")} >= names


def test_those_to_whom_a_paper_was_sent_below_its_text_had_copies(tmp_path: Path) -> None:
    listed = "Sent to:\nCom. Rapacki\nCom. Naszkowski\nDept. II"
    found = letter(tmp_path, "/-/ St. Kiryluk", listed)
    copied = found.role("copy-recipient") + found.role("corporate-copy-recipient")
    assert copied == ["Rapacki", "Naszkowski", "Dept. II"]


def test_a_sentence_in_german_says_who_was_present(tmp_path: Path) -> None:
    prose = (
        "Der Minister sagte, dass die Arbeiten nicht beendet seien und dass man sie im Herbst mit "
        "allen Mitteln fortsetzen werde."
    )
    said = "Anwesend waren ferner die Genossen Abrassimow und Winkelmann."
    found = read(tmp_path, "Vermerk über ein Gespräch", "Berlin, den 5. Mai 1971", said, prose)
    assert set(found.role("participant")) >= {"Abrassimow", "Winkelmann"}


def test_those_invited_to_a_polish_session_took_part(tmp_path: Path) -> None:
    found = read(
        tmp_path, "Protokół nr 14 posiedzenia Biura Politycznego",
        "Obecni tow. tow.: W. Gomułka, J. Cyrankiewicz.",
        "Zaproszeni: tow. tow. A. Starewicz, W. Kraśko.",
        "Nie robić z tego procesu, jak się to stało, i wstrzymać na razie paszporty dla nich.",
    )  # fmt: skip
    assert set(found.role("participant")) >= {"W. Gomułka", "A. Starewicz", "W. Kraśko"}


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ('PROTOCOL "A" No. 492', "492"),
        ("Nos 871 à 875", "871 à 875"),
        ("No. 88/1966/Top Secret.", "88/1966"),
        ("OUR REF: BAA/SF/86/Vol. 3", "BAA/SF/86/Vol. 3"),
    ],
)
def test_a_paper_has_the_number_that_a_line_gives(tmp_path: Path, line: str, number: str) -> None:
    assert read(tmp_path, "Report on Copper", line, PROSE).numbers() == [number]


def test_the_number_of_a_copy_is_none_of_the_paper(tmp_path: Path) -> None:
    found = read(tmp_path, "Письмо о меди", "Секретно\nЭкз. № 2\n№ 1174", PROSE)
    assert found.numbers() == ["1174"]


@pytest.mark.parametrize(
    ("line", "marking"),
    [
        ("No. 88/1966/Top Secret.", "Top Secret"),
        ("Limited circulation", "Limited circulation"),
        ("Confidential Classified Matter", "Confidential Classified Matter"),
        ("RÉSERVÉ", "RÉSERVÉ"),
    ],
)
def test_a_paper_is_marked_as_a_line_says(tmp_path: Path, line: str, marking: str) -> None:
    found = read(tmp_path, "Report on Copper", line, PROSE)
    assert [one.label for one in found.record.classification] == [marking]


def test_a_trail_ends_with_the_number_of_the_entry(tmp_path: Path) -> None:
    found = read(tmp_path, "Home  >  Energy  >  Item 20447", "Title: Report on Copper", PROSE)
    assert found.record.identifier == "20447"


def test_a_label_needs_no_colon_before_a_code_beside_others(tmp_path: Path) -> None:
    row = "Shelfmark: MZV-LA, box 188, ff. 5-9 | Keeper: State Archive | Object no. CZX.1941.0718"
    found = read(tmp_path, "# Report on Copper", row, "---", PROSE)
    assert found.record.identifier == "CZX.1941.0718"
    assert [one.verbatim for one in found.record.reference] == ["MZV-LA, box 188, ff. 5-9"]


def test_labels_in_one_paragraph_have_each_its_value(tmp_path: Path) -> None:
    row = "Repository: Mill Library. Call number: BAA/391. Preferred citation: BAA/391, box 12."
    found = read(tmp_path, "Report on Copper", row, PROSE)
    assert [one.verbatim for one in found.record.reference] == ["BAA/391, box 12"]


def test_the_entry_of_a_finding_aid_above_a_text_has_its_title(tmp_path: Path) -> None:
    entry = (
        "Folder 7, item 3. Report by A. K. Barden on a Visit to Accra, 1963 October 21. 4 leaves."
    )
    below = "Folder 7, item 4. Telegrams from Lomé, 1963 January (closed)"
    row = "Repository: Mill Library. Call number: BAA/391."
    found = read(tmp_path, "# Series IV. Incoming reports", entry, row, PROSE, PROSE, below)
    assert found.record.title[0].value == "Report by A. K. Barden on a Visit to Accra"
    assert "Lomé" not in found.places


def test_the_ministry_above_the_word_for_what_came_in_received_it(tmp_path: Path) -> None:
    head = "AFFAIRES ÉTRANGÈRES\nTÉLÉGRAMME À L'ARRIVÉE"
    found = read(tmp_path, head, "Varsovie, le 12 juin 1959", PROSE)
    recipients = found.role("recipient") + found.role("corporate-recipient")
    assert (recipients, found.people) == (["AFFAIRES ÉTRANGÈRES"], set())


def test_of_two_languages_below_a_label_the_first_is_the_originals(tmp_path: Path) -> None:
    head = "Title\nReport on Copper\n\nLanguages\nChinese (original)\nEnglish\n\nFull text"
    found = read(tmp_path, head, PROSE)
    assert [one.id for one in found.record.language] == ["zh"]


def test_the_next_record_is_nobody_who_pays(tmp_path: Path) -> None:
    foot = "Funding\nMill Foundation\n\nNext record: 20717, The Note of September"
    assert read(tmp_path, "# Report on Copper", PROSE, foot).role("funder") == ["Mill Foundation"]


def test_a_foot_says_who_supported_the_page_and_what_is_permitted() -> None:
    text = "Made with support of the Czech-German Future Fund"
    said = "© Архив, 2009. При перепечатке ссылка обязательна."
    assert [one.text for one in funders([Line(0, len(text), text)])] == ["Czech-German Future Fund"]
    (found,) = permissions([Line(0, len(said), said)])
    assert found.text == "При перепечатке ссылка обязательна."


def test_whom_a_label_names_with_his_office_is_recorded_once(tmp_path: Path) -> None:
    head = "Title: Report on Copper\nRecipient: Péter János külügyminiszter\nDate: 5 May 1961"
    found = read(tmp_path, head, "To Comrade János Péter, Minister of Foreign Affairs", PROSE)
    assert found.role("recipient") == ["János Péter"]


def test_slavic_texts_inflect_foreign_names(tmp_path: Path) -> None:
    text = (
        "Z tow. Novotným i tow. Kádárem nie uzgodniono depeszy, a przez to jest do dziś tak, że "
        "nikt się nie dziwi. Zatwierdzono tow. J. Winiewicza na przewodniczącego."
    )
    found = read(tmp_path, "Protokół nr 14 posiedzenia", text)
    assert found.people >= {"Novotný", "Kádár", "J. Winiewicz"}
