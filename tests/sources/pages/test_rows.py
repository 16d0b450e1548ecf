"""Rows of fields, titles below menus, and what stands below a text: credits, citations, numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
MENU = "Menu  Search  Home  People  Places  Topics"


def test_fields_with_gaps_between_them_in_one_line_are_a_row_of_fields(tmp_path: Path) -> None:
    rows = (
        "Letter of Jan Orlov on the Mill\n\n"
        "Author: Orlov, Jan   Addressee: Vesely, Petr   Date: 3 May 1951\n"
        "Kind: Letter   Language: Czech   Pages: 4   Marks: Secret\n"
        f"English by: Lind, Vera   Added by: Horak, Pavel\n\nTranscript\n\n{PROSE}\n"
    )
    found = page(tmp_path, rows)
    assert [span.edtf for span in found.record.date[:1]] == ["1951-05-03"]
    assert found.role("recipient") == ["Petr Vesely"]
    assert found.role("translator") == ["Lind, Vera"]
    assert found.role("contributor") == ["Horak, Pavel"]
    assert [one.label for one in found.record.classification] == ["Secret"]


def test_gaps_in_prose_with_colons_make_no_fields(tmp_path: Path) -> None:
    prose = "He said:  we wait.  Orlov:  they wait as well, and so does the ministry in the town."
    found = page(tmp_path, f"Note on the Mill\n\n{PROSE}\n\n{prose}\n")
    assert not any(span.edtf for span in found.record.date)
    assert prose in found.row.cells["body"][0].text


@pytest.mark.parametrize("mark", [" \u00b7 ", " | ", "     "])
def test_a_row_of_labels_stands_above_the_row_of_their_values(tmp_path: Path, mark: str) -> None:
    labels = mark.join(("Date", "Type", "Language", "Classification"))
    values = mark.join(("18 April 1981", "Letter", "Czech", "Secret"))
    found = page(tmp_path, f"{labels}\n{values}\n\n# Letter on the Mill\n\n{PROSE}\n", "page.md")
    assert [span.edtf for span in found.record.date[:1]] == ["1981-04-18"]
    assert [one.label for one in found.record.classification] == ["Secret"]


def test_a_row_of_labels_above_a_menu_has_no_values(tmp_path: Path) -> None:
    found = page(tmp_path, f"People | Places | Topics\nHome | Search | Help\n\n{PROSE}\n")
    assert not found.people


@pytest.mark.parametrize(("rule", "level"), [("=", "heading"), ("-", "heading")])
def test_a_line_above_a_rule_of_its_length_is_a_heading(
    tmp_path: Path, rule: str, level: str
) -> None:
    title = "On the Unrest in the Mills of the North"
    found = page(tmp_path, f"{title}\n{rule * len(title)}\n\n{PROSE}\n", "page.md")
    assert [one.text for one in found.row.cells["title"]] == [title]
    assert found.row.cells["title"][0].rule == level


def test_a_rule_that_closes_a_paragraph_makes_no_heading_of_it(tmp_path: Path) -> None:
    last = "nobody else in the town of Brno had heard of it before"
    found = page(tmp_path, f"Note on the Mill\n\n{PROSE}\n{last}\n{'-' * len(last)}\n{PROSE}\n")
    assert last not in [one.text for one in found.row.cells["title"]]


@pytest.mark.parametrize("below", ["January 27, 1970", "MINISTRY OF THE NAVY"])
def test_the_line_between_the_menu_and_a_day_or_a_letterhead_is_the_title(
    tmp_path: Path, below: str
) -> None:
    title = "Decision of the Council with Instructions to the Envoys in Cairo"
    paper = f"Excerpt from protocol No. 151 of the session of the Council\n\n{PROSE}\n{PROSE}"
    found = page(tmp_path, f"{MENU}\n\n{title}\n\n{below}\n\n{paper}\n")
    assert found.record.title[0].value == title


def test_a_row_that_turns_pages_is_the_sites(tmp_path: Path) -> None:
    pager = "<< previous record   Record 12 of 98   next record >>"
    found = page(tmp_path, f"{pager}\n\nReport on the Mill at Brno\n\n9 May 1951\n\n{PROSE}\n")
    assert found.record.title[0].value == "Report on the Mill at Brno"


def test_the_number_at_the_end_of_an_address_is_the_documents(tmp_path: Path) -> None:
    cited = '"Letter on the Mill", May 9, 1951, Mill Project, AVPRF, f. 1, op. 2, d. 3.'
    found = page(tmp_path, f"{PROSE}\n\nA. Orlov\n\n{cited}\n\nmills.example.edu/item/8817\n")
    assert found.record.identifier == "8817"


def test_a_citation_names_the_place_in_an_archive_without_the_word_for_its_address(
    tmp_path: Path,
) -> None:
    cited = (
        "Bericht über die Mühle, 6.5.1977, BArch, MfS 12, Bl. 7, URL: https://x.example/dok/77-28"
    )
    found = page(tmp_path, f"{PROSE}\n\nEmpfohlene Zitierung\n{cited}\n")
    assert [one.verbatim for one in found.record.reference] == ["BArch, MfS 12, Bl. 7"]
    assert found.record.identifier == "77-28"


def test_a_title_quoted_with_a_sites_number_is_a_citation(tmp_path: Path) -> None:
    cited = '"Summary of Information on the Mills", Mill Files no. 7716'
    found = page(tmp_path, f"{PROSE}\n\nHow to cite it\nState Archive, F 9, box 3\n{cited}\n")
    assert found.record.identifier == "7716"
    assert [one.verbatim for one in found.record.reference] == ["State Archive, F 9, box 3"]


def test_credits_in_a_row_begin_with_the_number_of_the_record(tmp_path: Path) -> None:
    row = "Registro AB-562. Donación de la familia Rey. Traducción de Ana Ruiz."
    kept = "Centro de Información, Quito, fondo Sur, caja 41, legajo 6, fols. 118-121"
    found = page(tmp_path, f"{PROSE}\n\nJ. Rey\n\n{kept}\n{row}\n")
    assert found.record.identifier == "AB-562"
    assert found.role("translator") == ["Ana Ruiz"]
    assert "familia" not in " ".join(found.people)
    assert [one.verbatim for one in found.record.reference] == [kept]


def test_a_title_below_the_text_is_no_part_of_it_and_prose_above_it_sums_up(tmp_path: Path) -> None:
    title = "Ciphered Telegram, Orlov to Filippov (Vesely)"
    lead = "Orlov reports on the session of May and asks, point by point, for an opinion of Moscow."
    text = f"CIPHERED TELEGRAM No. 22\n\nTo Comrade FILIPPOV\n\n{PROSE}\n\n2. {PROSE}"
    cited = f'"{title}", May 9, 1951, Mill Project, AVPRF, f. 1, op. 2, d. 3, l. 4.'
    found = page(tmp_path, f"{text}\n\nA. ORLOV\n\n{lead}\n\n{title}\n\n{cited}\n")
    assert [one.value for one in found.record.abstract] == [lead]
    assert found.row.cells["body"][0].text.endswith("A. ORLOV")


def test_who_stands_in_brackets_behind_an_addressee_sent_nothing(tmp_path: Path) -> None:
    title = "Ciphered Telegram No. 22, Mao Zedong to Filippov (Stalin)"
    found = page(tmp_path, f"# {title}\n\n9 May 1951\n\n{PROSE}\n", "page.md")
    assert found.role("sender") == ["Mao Zedong"]
    assert found.role("recipient") == ["Stalin"]


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        ("SECRETO DE ESTADO", "SECRETO DE ESTADO"),
        ("Tajemnica państwowa", "Tajemnica państwowa"),
        ("TOP SECRET \u2013 OF SPECIAL IMPORTANCE", "TOP SECRET \u2013 OF SPECIAL IMPORTANCE"),
    ],
)
def test_grades_of_states_are_markings_whole(tmp_path: Path, line: str, grade: str) -> None:
    found = page(tmp_path, f"{line}\n\nNote on the Mill\n\n9 May 1951\n\n{PROSE}\n")
    assert [one.label for one in found.record.classification] == [grade]


def test_what_a_general_is_of_is_no_part_of_his_name(tmp_path: Path) -> None:
    text = "AL: General de Ejército Luis Rey Ruiz, Ministro\nCOPIA A: General de Brigada Ochoa\n\n"
    found = page(tmp_path, f"{text}En la tarde del día 26 la artillería hizo fuego contra la loma.")
    assert found.role("recipient") == ["Luis Rey Ruiz"]
    assert found.role("copy-recipient") == ["Ochoa"]


BLOCK = "Date\nOriginal Language\nTranslator\nSource"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_block_of_labels_stands_above_the_block_of_their_values(tmp_path: Path, gap: str) -> None:
    values = "2 November 1951\nCzech\nJan Hora\nNational Archive, Prague, box 122, l. 40"
    found = page(tmp_path, f"Note on the Mill\n\n{BLOCK}{gap}{values}\n\n{PROSE}\n")
    assert [span.edtf for span in found.record.date[:1]] == ["1951-11-02"]
    assert found.role("translator") == ["Jan Hora"]
    assert [one.id for one in found.record.language] == ["cs"]


def test_labels_without_values_take_none_from_the_prose_below_them(tmp_path: Path) -> None:
    rest = "We wait.\nOrlov came late.\nThe mill stands.\nNobody knows why."
    found = page(tmp_path, f"Note on the Mill\n\n{BLOCK}\n\n{rest}\n\n{PROSE}\n")
    assert found.role("translator") == []
    assert not found.record.date


@pytest.mark.parametrize("gap", ["   ", ", ", " and "])
def test_several_sign_side_by_side(tmp_path: Path, gap: str) -> None:
    row = gap.join(("A. Orlov", "Yu. Dorn", "B. Hora"))
    found = page(tmp_path, f"Note on the Mill\n\n{PROSE}\n\n{row}\n\n12 June 1979\n")
    assert found.role("signatory") == ["A. Orlov", "Yu. Dorn", "B. Hora"]


def test_a_grade_of_secrecy_may_stand_within_a_number(tmp_path: Path) -> None:
    text = f"Note on the Mill\n\nNo. 214/Top Secret/1959\n\nBudapest, 14 May 1959\n\n{PROSE}\n"
    assert page(tmp_path, text).numbers() == ["214/Top Secret/1959"]


def test_a_hug_closes_a_letter(tmp_path: Path) -> None:
    text = f"Letter on the Mill\n\nDear Petr,\n\n{PROSE}\n\nA hug,\n\nJorge Hora Valdés\n"
    assert page(tmp_path, text).role("signatory") == ["Jorge Hora Valdés"]
