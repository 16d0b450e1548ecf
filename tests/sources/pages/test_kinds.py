"""Pages of further kinds: other languages, Markdown links, memoranda, letterheads, telegrams."""

# ruff: noqa: RUF001  (labels in other scripts are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
LETTER = f"# Letter on the Works\n\n{PROSE}\n\n{PROSE}\n"


@pytest.mark.parametrize(
    ("labels", "language"),
    [
        ("Signatur: R 90/12\nTitel: Briefe\nLaufzeit: 5. Mai 1951\nSprache: Deutsch", "de"),
        ("Шифр: R 90/12\nЗаголовок: Briefe\nДата: 5 мая 1951 г.\nЯзык: русский", "ru"),
        ("档号：R 90/12\n题名：Briefe\n日期：1951年5月5日\n语种：中文", "zh"),
        ("Sygnatura: R 90/12\nTytuł: Briefe\nData powstania: 5 maja 1951\nJęzyk: polski", "pl"),
    ],
)
def test_labels_of_other_languages_are_read(tmp_path: Path, labels: str, language: str) -> None:
    record = page(tmp_path, f"{labels}\n\n{PROSE}\n").record
    assert [one.value for one in record.title] == ["Briefe"]
    assert [one.edtf for one in record.date[:1]] == ["1951-05-05"]
    assert [one.verbatim for one in record.reference] == ["R 90/12"]
    assert language in [one.id for one in record.language]


def test_links_of_a_list_are_its_entries_and_others_the_sites(tmp_path: Path) -> None:
    text = (
        "[Skip to content](#main)\n\n- [Browse](/b)\n\n# Letter of A. Orlov\n\nMay 5, 1951\n\n"
        f"{PROSE}\n\n### Author(s):\n\n- [Orlov, Anton, 1899-1970](/p/1)\n\n### Language\n\nCzech\n"
    )
    found = page(tmp_path, text, "a.md")
    assert found.role("author") == ["Orlov, Anton, 1899-1970"]
    assert "Browse" not in {cell.text for cells in found.row.cells.values() for cell in cells}


def test_an_address_of_the_site_pays_for_nothing(tmp_path: Path) -> None:
    below = "Donors\n\nOak Fund\n\nOne Orlov Plaza\n\n1300 Pine Ave. NW\n\nVenta, DC 20004-3027\n"
    found = page(tmp_path, f"# Letter of A. Orlov\n\n{PROSE}\n\nLanguage\n\nCzech\n\n{below}")
    assert found.role("funder") == ["Oak Fund"]


@pytest.mark.parametrize("word", ["Extent: 2 leaves", "Closure status: Open", "Level: Item"])
def test_the_code_of_a_catalogues_description_identifies_it(tmp_path: Path, word: str) -> None:
    text = f"Reference: XA 12/34\nTitle: Briefe\nDate: 1951\n{word}\n\n{PROSE}\n"
    assert page(tmp_path, text).record.identifier == "XA 12/34"


def test_a_place_in_an_archive_identifies_no_document(tmp_path: Path) -> None:
    found = page(tmp_path, f"Title: Briefe\nReference: XA 12/34\nDate: 1951\n\n{PROSE}\n")
    assert found.record.identifier == ""


def test_the_stamp_of_release_numbers_a_paper_and_ends_no_text(tmp_path: Path) -> None:
    stamp = "Approved For Release 2003/08/12 : XA-RDP80-00810A0016"
    found = page(
        tmp_path, f"Report on the Works\n\n{stamp}\n\n{PROSE}\n{stamp}\n\n{PROSE} Zdenek.\n"
    )
    assert found.record.identifier == "XA-RDP80-00810A0016"
    assert found.row.cells["body"][0].text.count(PROSE) == 2


def test_a_citation_may_stand_above_the_text(tmp_path: Path) -> None:
    cited = '"Report on the Works," May 5, 1951, X Digital Archive, RGANI, f. 1, d. 2.'
    above = f"Report on the Works\n\nCITATION SHARE DOWNLOAD\n\n{cited}\n\nTop Secret\n\n"
    found = page(tmp_path, above + 3 * f"{2 * PROSE}\n\n")
    assert PROSE in found.row.cells["body"][0].text
    assert [one.label for one in found.record.classification] == ["Top Secret"]


def test_a_list_of_other_documents_ends_the_text(tmp_path: Path) -> None:
    below = (
        "## Related items\n\nPortrait of Anton Vesely by Josef Mrazek\n\nAll that was told here.\n"
    )
    found = page(tmp_path, LETTER + below, "a.md")
    assert "Mrazek" not in found.row.cells["body"][0].text


def test_menu_words_above_a_title_are_no_labels(tmp_path: Path) -> None:
    text = f"Home\n\nSearch\n\nThemes\n\nLetter of A. Orlov to B. Novak\n\nMay 5, 1951\n\n{PROSE}\n"
    found = page(tmp_path, text)
    assert [one.value for one in found.record.title] == ["Letter of A. Orlov to B. Novak"]
    assert "subjects" not in found.row.cells


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ("PARTICIPANTS:    Zambia\n                 Mr. Anton Vesely, Minister of Mines\n"
         "                 Josef Mrazek, AFE\n", {"Anton Vesely", "Josef Mrazek"}),
        ("PARTICIPANTS:    Mr. Anton Vesely, Minister\n                 The Secretary\n",
         {"Anton Vesely"}),
    ],
)  # fmt: skip
def test_entries_hang_below_those_present(tmp_path: Path, lines: str, people: set[str]) -> None:
    head = "                MEMORANDUM\n\nDATE: May 5, 1951\nSUBJECT:  Copper and Rails\n\n"
    found = page(tmp_path, f"{head}{lines}\n{PROSE}\n")
    assert set(found.role("participant")) >= people
    assert not {"AFE", "Zambia", "The Secretary"} & set(found.role("participant"))


def test_copies_go_to_persons_and_bodies_but_not_to_codes(tmp_path: Path) -> None:
    below = "Distribution: Mr. Vesely, Legal Department, AFE, Registry\n"
    found = page(tmp_path, f"{LETTER}\n{below}")
    assert found.role("copy-recipient") == ["Vesely", "Legal Department"]


def test_a_letterhead_is_the_author_and_an_addressee_is_none(tmp_path: Path) -> None:
    own = page(tmp_path, f"Report on the Works\n\nMinistry of Mines of Venta\n\nNo. 5\n\n{PROSE}\n")
    put = page(tmp_path, f"Report on the Works\n\nTo:\nMinistry of Mines of Venta\n\n{PROSE}\n")
    assert own.role("corporate-author") == ["Ministry of Mines of Venta"]
    assert put.role("corporate-author") == []


@pytest.mark.parametrize(
    ("end", "signatory"),
    [
        ("For the Staff\n(signed)\nANTON VESELY\n", "ANTON VESELY"),
        ("Submitted by: B. Chnoup\n", "B. Chnoup"),
        ("G. Orlov, Captain,\nPolitical Agent.\n", "G. Orlov"),
        ("Nr 1752\n\nVESELY\n\n6.6.51\n", "VESELY"),
    ],
)
def test_who_signs_is_told_by_what_stands_beside(tmp_path: Path, end: str, signatory: str) -> None:
    assert page(tmp_path, f"{LETTER}\n{end}").role("signatory") == [signatory]


def test_a_letter_that_is_quoted_to_its_end_signs_nothing(tmp_path: Path) -> None:
    quoted = f'Here is his letter:\n\n"{PROSE}\n\nA. VESELY\n\nVenta"\n\n{PROSE}\n\nB. ORLOV\n'
    assert page(tmp_path, f"# Letter on the Works\n\n{quoted}").role("signatory") == ["B. ORLOV"]


def test_the_holder_of_an_office_is_addressed_not_the_office(tmp_path: Path) -> None:
    head = "To:      The Minister of Mines, Dr. Anton Vesely\nFrom:    A. Orlov\nSubject: Copper\n"
    assert page(tmp_path, f"MEMORANDUM\n\n{head}\n{PROSE}\n").role("recipient") == ["Anton Vesely"]


def test_a_telegram_from_a_place_is_sent_by_nobody_there(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"FROM: Prague\nTO: Comrade Anton Vesely\n\nDATE: 5 May 1951\n\n{PROSE}\n"
    )
    assert "Prague" not in found.role("sender")


def test_a_list_number_answers_no_telegram(tmp_path: Path) -> None:
    text = f"# Letter on the Works\n\n1. I received your telegram of 4 June.\n\n{PROSE}\n"
    assert page(tmp_path, text).row.related == ()


def test_the_place_of_a_dateline_is_one_in_the_whole_text(tmp_path: Path) -> None:
    text = (
        f"# Letter on the Works\n\nVarnsdal, 5 May 1951\n\n{PROSE} The men left Varnsdal at noon.\n"
    )
    assert "Varnsdal" in page(tmp_path, text).places


def test_letters_that_a_scan_mistook_are_read_as_meant(tmp_path: Path) -> None:
    text = f"# Report on the Works\n\n{PROSE} Comrade AIekseev spoke. AIekseev left for Pi1sen.\n"
    found = page(tmp_path, text)
    assert found.people == {"Alekseev"}
    assert all("AIekseev" not in one for one in found.people)


def test_whom_a_label_names_in_full_the_text_may_name_by_surname(tmp_path: Path) -> None:
    head = "Title: Letter\nAuthor: Kirkbride, George\nDate: 1951"
    text = f"{head}\n\n{PROSE} Kirkbride was not there.\n"
    assert "George Kirkbride" in page(tmp_path, text).people


def test_a_memorandum_is_called_by_its_subject(tmp_path: Path) -> None:
    head = "DATE: May 5, 1951\nSUBJECT:  Copper and Rails\n"
    (title,) = page(
        tmp_path, f"        Memorandum of Conversation\n\n{head}\n{PROSE}\n"
    ).record.title
    assert title.value == "[Memorandum of Conversation: Copper and Rails]"


def test_the_author_of_a_protocol_is_whose_session_it_is(tmp_path: Path) -> None:
    text = (
        f"Extract from protocol No. 5 of the CC CPSU Politburo session of 5 May 1951\n\n{PROSE}\n"
    )
    assert page(tmp_path, text).role("corporate-author") == ["CC CPSU Politburo"]


def test_fields_without_any_mark_are_read_where_they_stand_together(tmp_path: Path) -> None:
    block = "Publication date 1935-03-24\nTopics Spain\nPublisher Oak Institute\nLanguage English\n"
    found = page(tmp_path, f"Letter of A. Orlov to B. Novak\n\n{block}\n{PROSE}\n")
    assert found.role("publisher") == ["Oak Institute"]
    assert [one.id for one in found.record.language] == ["en"]


def test_labels_on_lines_of_one_element_have_their_values(tmp_path: Path) -> None:
    info = (
        "<span class=i>Date:</span> 5 May 1951<br><span class=i>Translated by:</span> Ann Bauer<br>"
    )
    found = page(
        tmp_path, f"<html><h1>Letter of A. Orlov</h1><p>{info}</p><p>{PROSE}</p>", "a.html"
    )
    assert found.role("translator") == ["Ann Bauer"]


def test_the_mark_of_a_footnote_is_no_part_of_a_word(tmp_path: Path) -> None:
    text = f"<html><h1>Letter of A. Orlov to B. Novak<sup>1</sup></h1><p>{PROSE}</p>"
    assert page(tmp_path, text, "a.html").record.title[0].value == "Letter of A. Orlov to B. Novak"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("AGREEMENT BETWEEN VENTA AND ORSK ON WATERS\n\nSigned at Venta on 13 June 1946", "agreement"),
     ("Stenographic record of a meeting between A. Orlov and B. Novak", "transcript"),
     ("FROM BEIJING\n\nTo Comrade ORLOV", "telegram")],
)  # fmt: skip
def test_the_kind_of_a_paper_is_told_by_its_head(tmp_path: Path, text: str, kind: str) -> None:
    record = page(tmp_path, f"{text}\n\n{PROSE}\n\nVESELY\n").record
    assert [one.id for one in record.type] == [kind]


def test_a_note_in_brackets_holds_place_and_credits(tmp_path: Path) -> None:
    note = (
        "[Registered; copy in AVP RF, f. 071, op. 2, p. 19, d. 4, l. 5-8. Translated by Ann Bauer.]"
    )
    found = page(tmp_path, f"{LETTER}\n{note}\n")
    assert [one.verbatim for one in found.record.reference] == [
        "AVP RF, f. 071, op. 2, p. 19, d. 4, l. 5-8"
    ]
    assert found.role("translator") == ["Ann Bauer"]


@pytest.mark.parametrize(
    "asking",
    [
        "A draft resolution of the Central Committee is attached.",
        "I ask you to review.",
        "Der Entwurf des Beschlusses liegt bei.",
        "Проект постановления прилагается.",
        "Projekt uchwały w załączeniu.",
        "Návrh usnesení Vám přikládám k projednání.",
        "A határozati javaslat szövegét mellékelem.",
        "Le projet de réponse est joint.",
    ],
)
def test_a_paper_that_asks_for_a_decision_is_a_memorandum(tmp_path: Path, asking: str) -> None:
    text = f"To Comrade A. Orlov\n\n{PROSE}\n\n{PROSE}\n\n{asking}\n\nB. Petrov\n\n5 May 1951\n"
    record = page(tmp_path, text).record
    assert [one.id for one in record.type] == ["memorandum"]
    assert record.title[0].value.startswith("[Memorandum from B. Petrov to ")


@pytest.mark.parametrize(
    ("opening", "asking"),
    [
        ("To Comrade A. Orlov", "The draft resolution was debated at length."),
        ("To Comrade A. Orlov", "A copy of the resolution is attached."),
        ("Dear Comrade Orlov!", "A draft resolution is attached."),
    ],
)
def test_a_letter_with_a_paper_in_it_stays_one(tmp_path: Path, opening: str, asking: str) -> None:
    text = f"{opening}\n\n{PROSE}\n\n{PROSE}\n\n{asking}\n\nB. Petrov\n\n5 May 1951\n"
    assert [one.id for one in page(tmp_path, text).record.type] == ["letter"]
