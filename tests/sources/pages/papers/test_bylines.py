"""Lines that say who wrote, noted, signed or took part, and the kinds of papers of titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.words.titleforms import form
from tests.sources.pages.cataloguing import page

PROSE = "I had a talk with the Minister today about the grain that was promised in the spring."


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Dispatch No. 7 from the Legation in Riga", "dispatch"),
        ("Aide-Memoire on the Fisheries", "aide-memoire"),
        ("Note Verbale to the Embassy", "diplomatic-note"),
        ("Exchange of Notes on the Railway", "exchange-of-notes"),
        ("Working Paper: Uranium", "working-paper"),
        ("Rundschreiben an die Ämter", "circular-letter"),
        ("Notatka z rozmowy", "note"),
        ("Affidavit of A. Orlov", "testimony"),
    ],
)
def test_a_title_tells_the_kind_of_paper(title: str, kind: str) -> None:
    assert form(title) == kind


def test_the_formula_of_a_note_names_both_sides(tmp_path: Path) -> None:
    formula = (
        "The Ministry of Fisheries presents its compliments to the Embassy of Norway and says:"
    )
    found = page(tmp_path, f"No. 7/JS(E)/60\n\n{formula}\n\n{PROSE}\n")
    assert found.role("sender") == ["Ministry of Fisheries"]
    assert found.role("recipient") == ["Embassy of Norway"]
    assert found.numbers() == ["7/JS(E)/60"]


@pytest.mark.parametrize(
    "line",
    ["Kept by: A. Orlov", "Opracował: A. Orlov", "Notes taken by A. Orlov", "Done by: A. Orlov",
     "Elaborated by: A. Orlov", "Worked out by A. Orlov"],
)  # fmt: skip
def test_who_wrote_a_paper_down_is_its_author(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"Minutes of the Meeting\n\n{PROSE}\n\n{line}\n")
    assert found.role("author") == ["A. Orlov"]


def test_whoever_came_for_one_item_took_part_too(tmp_path: Path) -> None:
    names = "Present: A. Orlov, B. Petrov. Comrades C. Zaitsev and D. Ivanov took part in item 3."
    found = page(tmp_path, f"Minutes\n\n{names}\n\n{PROSE}\n")
    assert found.role("participant") == ["A. Orlov", "B. Petrov", "C. Zaitsev", "D. Ivanov"]


def test_a_rank_above_a_name_under_an_agreement_is_nobody(tmp_path: Path) -> None:
    signed = "For the Ministry of Arts:\nLieutenant General\nOrlov"
    assert page(tmp_path, f"{PROSE}\n\n{PROSE}\n\n{signed}\n").role("signatory") == ["Orlov"]


def test_labels_may_be_parted_from_their_values_by_a_dash(tmp_path: Path) -> None:
    block = "Record ID - 47110\nDate - 14 July 1896\nNotary - B. Petrov\nAuthor - A. Orlov\nBox - 6"
    found = page(tmp_path, f"A Paper\n\n{block}\n\n{PROSE}\n").record
    assert found.identifier == "47110"
    assert [one.edtf for one in found.date] == ["1896-07-14"]


def test_a_firm_is_a_body_and_no_person(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"{PROSE} It was sold by Robert Penn and Company to the Farm Workers' Party."
    )
    assert "Robert Penn" not in found.people
    bodies = {one.name for one in found.record.agents if one.kind == "group"}
    assert bodies == {"Robert Penn and Company", "Farm Workers' Party"}


def test_a_letter_names_those_who_have_a_copy_and_whom_it_goes_to(tmp_path: Path) -> None:
    copied = "I am sending a copy of this to Hall in Kampala and to Twining in Dar es Salaam."
    foot = "Yours sincerely,\nP. E. Orlov\n\nThe Rt. Hon. A. Petrov, M.P.,\nWhitehall."
    found = page(tmp_path, f"9 May 1949\n\nDear Petrov,\n\n{PROSE}\n\n{copied}\n\n{foot}\n")
    assert found.role("copy-recipient") == ["Hall", "Twining"]
    assert found.role("recipient") == ["A. Petrov"]
    assert found.record.title[0].value == "[Letter from P. E. Orlov to A. Petrov, 9 May 1949]"


def test_a_title_may_run_over_several_lines(tmp_path: Path) -> None:
    title = "EXCHANGE OF NOTES\nbetween Norway and Peru\nregarding the Fisheries"
    found = page(tmp_path, f"{title}\n\nLima, 9 May 1949\n\n{PROSE}\n\n{PROSE}\n").record
    assert found.title[0].value == " ".join(title.split())


def test_a_description_without_a_title_begins_with_what_it_describes(tmp_path: Path) -> None:
    told = "Telegram from Sir Ivan Orlov (Warsaw) to Jan Petrov: the wheat is late; more follows."
    found = page(tmp_path, f"Reference: FO 115/2264/38\nDescription: {told}\nDate: 1917 May 3\n")
    assert found.record.title[0].value == "Telegram from Sir Ivan Orlov (Warsaw) to Jan Petrov"
    assert (found.role("sender"), found.role("recipient")) == (["Ivan Orlov"], ["Jan Petrov"])


def test_a_surname_alone_signs_a_telegram_though_it_is_a_word(tmp_path: Path) -> None:
    title = "Airgram From the Consulate General in Lima to the Department of State"
    found = page(tmp_path, f"# {title}\n\nLima, March 18, 1966.\n\n{PROSE}\n\n{PROSE}\n\nRice\n")
    assert found.role("signatory") == ["Rice"]
    assert found.role("sender")[0] == "Consulate General in Lima"


def test_the_small_words_of_a_text_tell_its_language(tmp_path: Path) -> None:
    text = "Ich ersuche, alle Ausgaben, die nicht bereits von der Versammlung bewilligt sind, "
    more = "bis auf Weiteres zurückzustellen. Herr Schulte wird sich um den Hafen bemühen. " * 3
    found = page(tmp_path, f"Signatur: A 7\nDatierung: 17.03.1930\n\nWorms\n\n{text}{more}\n")
    assert [one.id for one in found.record.language] == ["de"]


def test_a_catalogued_addressee_is_named_in_full(tmp_path: Path) -> None:
    block = "Cote : FR 1 AFFPOL/2635/4\nDate : 1941\nDestinataire : De Gaulle, Charles"
    found = page(tmp_path, f"{block}\n")
    assert found.role("recipient") == ["Charles De Gaulle"]
    assert found.record.identifier == "FR 1 AFFPOL/2635/4"


def test_delegates_who_speak_took_part_and_countries_did_not(tmp_path: Path) -> None:
    present = "Present: The representatives of the following countries: Brazil, China, France."
    spoken = f"Mr. Abba EBAN (Israel) said so. {PROSE}\n\nSir Gladwyn JEBB (Norway) agreed. {PROSE}"
    title = "SUMMARY RECORD OF THE NINTH MEETING"
    found = page(tmp_path, f"S/PV.526\n\n{title}\n\n{present}\n\n{spoken}\n")
    assert found.role("participant") == ["Abba EBAN", "Gladwyn JEBB"]
    assert found.numbers() == ["S/PV.526"]
    assert [one.id for one in found.record.type] == ["minutes"]


@pytest.mark.parametrize("line", ["Col. Ryszard Orlov", "P. J. Orlov, Mayor"])
def test_a_rank_or_office_beside_a_name_signs(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"Report on Grain\n\nL.dz. 0072/79\n\n{PROSE}\n\n{PROSE}\n\n{line}\n")
    assert found.role("signatory")[0].endswith("Orlov")
    assert found.numbers() == ["0072/79"]


def test_a_resolution_is_of_the_body_in_its_title(tmp_path: Path) -> None:
    title = "Resolution 118 of the Municipal Council on the Rebuilding of the Harbour"
    found = page(tmp_path, f"# {title}\n\n13 March 1947\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("corporate-author") == ["Municipal Council"]


def test_places_are_recorded_in_the_form_that_names_them(tmp_path: Path) -> None:
    text = "Ambasador mówił o rozmowach w Moskwie, które nie są zakończone, oraz się skarżył. " * 3
    found = page(tmp_path, f"Notatka\n\nWarszawa, dnia 14 września 1968 r.\n\n{text}\n")
    assert "Moskwa" in found.places
    assert "Moskwie" not in found.places


@pytest.mark.parametrize(
    ("title", "role", "names"),
    [
        (
            "The Premier's [Ivan Orlov's] Talk with PM Petrov",
            "participant",
            {"Ivan Orlov", "Petrov"},
        ),
        (
            "Mining Bureau [Ministry of Arts, Peru], 'Points on Gold'",
            "corporate-author",
            {"Mining Bureau"},
        ),
        ("Statement of Orlov Marko, Chairman of the Board, on Gold", "author", {"Orlov Marko"}),
        (
            "The Premier's [Ivan Orlov's] Talk with PM Petrov, 10 a.m. - 11 a.m.",
            "participant",
            {"Ivan Orlov", "Petrov"},
        ),
    ],
)
def test_the_wording_of_a_title_names_who_had_a_part(
    tmp_path: Path, title: str, role: str, names: set[str]
) -> None:
    found = page(tmp_path, f"May 5, 1997\n\n{title}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.record.title[0].value == title
    assert set(found.role(role)) == names
