"""Fields of pages in whatever form archives give labels and values, and heads of papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.words.fieldwords import field_word
from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
FIELDS = (
    ("Reference code", "XA/PRO/12/4"),
    ("Title", "Letter of A. Orlov"),
    ("Date(s)", "5 May 1951"),
    ("Level", "Item"),
    ("Language of material", "German"),
)


def rows(form: str) -> str:
    return "".join(form.format(*pair) for pair in FIELDS)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", rows("{:<24}{}\n") + f"\nTranscription\n\n{PROSE}"),
        ("a.txt", rows("{}\t{}\n") + f"\nTranscription\n\n{PROSE}"),
        ("a.txt", rows("{}: {}\n") + f"\n{PROSE}"),
        ("a.txt", rows("{}\n{}\n\n") + f"Transcription\n\n{PROSE}"),
        ("a.md", "| | |\n|---|---|\n" + rows("| *{}* | {} |\n") + f"\n{PROSE}"),
        ("a.md", rows("**{}.** {}\n\n") + f"\n{PROSE}"),
        ("a.md", rows("- **{}** {}\n") + f"\n{PROSE}"),
        ("a.html", rows("<div><div>{}</div><div>{}</div></div>") + f"<p>{PROSE}</p>"),
        ("a.html", "<ul>" + rows("<li><span>{}</span><span>{}</span>") + f"</ul><p>{PROSE}</p>"),
        ("a.html", rows("<p><b>{}</b> {}</p>") + f"<p>{PROSE}</p>"),
        ("a.html", rows("<p><span class=label>{}</span>: {}</p>") + f"<p>{PROSE}</p>"),
        ("a.html", f"<p>{PROSE}</p><aside>" + rows("<h3>{}</h3><p>{}</p>") + "</aside>"),
        ("a.html", "<dl>" + rows("<div><dt>{}</dt><dd>{}</dd></div>") + f"</dl><p>{PROSE}</p>"),
        ("a.html", "<table>" + rows("<tr><td>{}<td>{}") + f"</table><p>{PROSE}</p>"),
    ],
)
def test_labels_and_values_are_paired_in_any_form(tmp_path: Path, name: str, text: str) -> None:
    start = "<html><body>" if name.endswith("html") else ""
    record = page(tmp_path, start + text, name).record
    assert record.title[0].value == "Letter of A. Orlov"
    assert [one.edtf for one in record.date[:1]] == ["1951-05-05"]
    assert [one.verbatim for one in record.reference] == ["XA/PRO/12/4"]
    assert "de" in record.language[0].id


@pytest.mark.parametrize(
    ("words", "column"),
    [("Scope and contents", "summary"), ("Dates of creation", "date"), ("Unit ID", "reference"),
     ("Name of creator(s)", "creator"), ("Titre / Title", "title"), ("Record title", "title"),
     ("Conditions governing reproduction", "rights"), ("Document author", "creator"),
     ("Object number", "identifier"), ("English by", "translator"), ("Extent", "-")],
)  # fmt: skip
def test_labels_of_archival_standards_are_known(words: str, column: str) -> None:
    found = field_word(words)
    assert found is not None
    assert found.column == column


def test_everyday_words_are_labels_only_where_marks_pair_them(tmp_path: Path) -> None:
    text = f"# Letter of A. Orlov\n\n5 May 1951\n\nUse\n\n{PROSE}\n\nNote\n\n{PROSE}\n"
    (body,) = page(tmp_path, text, "a.md").row.cells["body"]
    assert body.text.count(PROSE) == 2


def test_prose_set_to_a_width_is_no_table(tmp_path: Path) -> None:
    line = "We have     read the note   with attention     and think that    it was right.\n"
    (body,) = page(tmp_path, f"Letter of A. Orlov\n\n5 May 1951\n\n{line * 3}").row.cells["body"]
    assert body.text.count("attention") == 3


def test_entries_hang_below_the_labels_of_a_memorandum(tmp_path: Path) -> None:
    head = (
        "TO:       Mr. Paul Venn,                 DATE: 24 December 1956\n"
        "          Executive Assistant\n"
        "FROM:     Ralph J. Lindt, Under-Secretary\n\n"
        "PARTICIPANTS:   The President\n"
        "                Secretary Roe\n"
        "                Richard Tully, Assistant\n"
        "                   Secretary\n\n"
    )
    found = page(
        tmp_path, f"{head}{PROSE}\n\n{' ' * 40}R.J.L.\n\ncc:  Mr. Ash\n     General Orme\n"
    )
    assert found.role("recipient") == ["Paul Venn"]
    assert found.role("sender") == found.role("signatory") == ["Ralph J. Lindt"]
    assert found.role("participant") == ["Roe", "Richard Tully"]
    assert found.role("copy-recipient") == ["Ash", "Orme"]


@pytest.mark.parametrize(
    "line",
    ["Marshal of the Army V. SOKOL", "13/XI-62  V. SOKOL", "V. Sokol          A. Brandt",
     "Chief of the Department V. Sokol"],
)  # fmt: skip
def test_who_signs_with_rank_or_day_is_known_by_name(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"# Letter on the Works\n\n{PROSE}\n\n{line}\n")
    assert [name.casefold() for name in found.role("signatory")][:1] == ["v. sokol"]


def test_no_title_stands_below_prose_nor_among_other_documents(tmp_path: Path) -> None:
    long = f"{PROSE} {PROSE}"
    text = f"{long}\n\n{long}\n\nYou may also like\n\nLetter from Roe to Venn\n\nCitation\n\n"
    cited = '"Telegram on the Works", May 5, 1951, X Digital Archive, AVPRF, f. 1, d. 2.'
    record = page(tmp_path, text + cited).record
    assert [one.value for one in record.title] == ["Telegram on the Works"]


@pytest.mark.parametrize(
    "line",
    ["NEW VENTA, 5 May 1951—7 p. m.", "DATE: 5 May 1951", "Venta, Saturday night, 5. V. 51.",
     "5 May 1951, 2:30 a.m.", "Dated 5 May 1951", "Sunday, 5 May 1951"],
)  # fmt: skip
def test_the_day_is_read_with_what_stands_beside_it(tmp_path: Path, line: str) -> None:
    record = page(tmp_path, f"# Letter on the Works\n\n{line}\n\n{PROSE}\n").record
    assert [one.edtf for one in record.date] == ["1951-05-05"]


@pytest.mark.parametrize(
    ("line", "number"),
    [("(No. 37)  (Confidential)", "37"), ("1121. ReDeptel 720, May 2.", "1121"),
     ("91341", "91341")],
)  # fmt: skip
def test_a_paper_has_the_number_at_its_head(tmp_path: Path, line: str, number: str) -> None:
    found = page(tmp_path, f"# Letter on the Works\n\n{line}\n\n{PROSE}\n")
    assert found.numbers() == [number]


@pytest.mark.parametrize(
    ("text", "reference"),
    [("Identifier: S-0164-0003-02\nSeries: Special Papers\n", "S-0164-0003-02"),
     ("Citation: National Archives of Venta, PRO/5/319\n", "National Archives of Venta, PRO/5/319"),
     ("Deposited in: ABS, f. A 34/1, inv. j. 2\nRef.: OV-007/A\n", "ABS, f. A 34/1, inv. j. 2")],
)  # fmt: skip
def test_a_reference_is_known_by_its_levels(tmp_path: Path, text: str, reference: str) -> None:
    record = page(tmp_path, f"Title: Letter of A. Orlov\n{text}\n{PROSE}").record
    assert [one.verbatim for one in record.reference] == [reference]


@pytest.mark.parametrize(
    ("title", "sender", "recipient"),
    [("The Ambassador in India (Henderson) to the Secretary of State", ["Henderson"], []),
     ("Fridtjof Aasen to Philip Venn about the relief agreement", ["Fridtjof Aasen"],
      ["Philip Venn"])],
)  # fmt: skip
def test_a_title_without_a_word_for_the_document_tells_who_wrote(
    tmp_path: Path, title: str, sender: list[str], recipient: list[str]
) -> None:
    found = page(tmp_path, f"# {title}\n\n5 May 1951\n\n{PROSE}\n")
    assert found.role("sender") == sender
    assert found.role("recipient") == recipient


def test_a_sentence_between_title_and_text_is_the_summary(tmp_path: Path) -> None:
    lead = "Orlov describes how the works were found, and who among the engineers is to blame."
    text = f"# Letter of A. Orlov\n\n5 May 1951\n\n{lead}\n\nTop Secret\n\n{PROSE}\n"
    assert [one.value for one in page(tmp_path, text).record.abstract] == [lead]


def test_the_first_sentence_of_a_text_is_no_summary(tmp_path: Path) -> None:
    text = f"# Letter of A. Orlov\n\n5 May 1951\n\nOrlov and I saw it. {PROSE}\n\nSecret\n\n{PROSE}"
    assert page(tmp_path, text).record.abstract == ()


@pytest.mark.parametrize(
    ("line", "form"),
    [("INTEROFFICE MEMORANDUM", "memorandum"), ("R e p o r t", "report"),
     ("611.91/11-350: Telegram", "telegram")],
)  # fmt: skip
def test_a_line_of_its_own_says_what_kind_of_paper_it_is(
    tmp_path: Path, line: str, form: str
) -> None:
    found = page(tmp_path, f"# On the State of the Works\n\n5 May 1951\n\n{line}\n\n{PROSE}\n")
    assert [one.text for one in found.row.cells.get("form", ())] == [form]


def test_a_body_and_who_leads_it_are_both_addressees(tmp_path: Path) -> None:
    line = "To the Ministry of Mines of Venta, to Cde. A. A. ORLOV"
    found = page(tmp_path, f"# Letter on the Works\n\n{line}\n\n{PROSE}\n")
    assert found.role("recipient") == ["Ministry of Mines of Venta", "A. A. ORLOV"]


def test_letters_that_a_scan_has_for_others_are_seen_through(tmp_path: Path) -> None:
    text = f"Semyonov reported it. Semyonov's letter is here. {PROSE}\n\nV. SERNYONOV\n"
    found = page(tmp_path, f"# Report of V. Semyonov\n\n5 May 1951\n\n{text}")
    assert found.people == {"V. Semyonov"}


def test_a_list_below_a_label_ends_where_no_entry_is(tmp_path: Path) -> None:
    paper = f"Secret\n\nCopy no. 4\n\n{PROSE}\n\nShare\n\n"
    found = page(
        tmp_path, f"# Letter of A. Orlov\n\n## Author(s)\n\nAnton Orlov\n\n{paper}", "a.md"
    )
    assert [cell.text for cell in found.row.cells["creator"]] == ["Anton Orlov"]


def test_a_teaser_above_labels_is_not_the_text(tmp_path: Path) -> None:
    head = "# Minutes of a Meeting\n\nA week before it came.\n\n## Language\n\nPolish\n\n"
    (body,) = page(tmp_path, head + f"{PROSE} {PROSE}\n\n" * 5, "a.md").row.cells["body"]
    assert body.text.count(PROSE) == 10


@pytest.mark.parametrize(
    ("title", "recipients"),
    [
        ("Telegram from Ambassador to Cuba A. Orlov to V. Sokol", ["V. Sokol"]),
        ("Memorandum of Conversation between Ambassador to Cuba A. Orlov and V. Sokol", []),
        ("LETTER FROM ANTON ORLOV TO VIKTOR SOKOL", ["VIKTOR SOKOL"]),
    ],
)
def test_a_post_in_a_country_addresses_nobody(
    tmp_path: Path, title: str, recipients: list[str]
) -> None:
    assert page(tmp_path, f"# {title}\n\n{PROSE}\n", "a.md").role("recipient") == recipients


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (f"From the journal of ORLOV, A.P.\n\n{PROSE}\n", "author"),
        (f"{PROSE}\n\n/signature/ A.P. ORLOV\n", "signatory"),
        (f"{PROSE}\n\n23.X.62 Orlov\n", "signatory"),
        (f"Invited: Anton Orlov, Viktor Sokol.\n\n{PROSE}\n", "participant"),
    ],
)
def test_who_writes_signs_or_comes_is_told_by_lines_of_their_own(
    tmp_path: Path, text: str, role: str
) -> None:
    found = page(tmp_path, f"# Letter on the Works\n\n5 May 1951\n\n{text}", "a.md")
    assert "orlov" in " ".join(found.role(role)).casefold()


def test_a_letter_to_a_friend_names_no_person_of_that_name(tmp_path: Path) -> None:
    found = page(tmp_path, f"# Letter on the Works\n\nDear Friend,\n\n{PROSE}\n\nA. P. Orlov\n")
    assert found.role("recipient") == []


def test_parties_of_a_treaty_sign_it_by_those_below_them(tmp_path: Path) -> None:
    ends = "For the Government of Italy:\n\nANTON ORLOV\n\nFor Norway:\n\nDR. V. SOKOL\n"
    found = page(tmp_path, f"# Agreement on the Works\n\n{PROSE} {PROSE}\n\n{ends}", "a.md")
    assert found.role("signatory") == ["ANTON ORLOV", "V. SOKOL"]


def test_labels_below_a_site_s_head_begin_the_description(tmp_path: Path) -> None:
    site = "Discovery\nSearch our records\nSign in\nOpening times\n" + "Basket\nHelp\nMap\n" * 2
    text = f"{site}\nReference: XA 12/4\nDate: 5 May 1951\nHeld by: The House\nLanguage: Polish\n\n"
    record = page(tmp_path, f"{text}{PROSE}\n").record
    assert [one.edtf for one in record.date[:1]] == ["1951-05-05"]
    assert [one.verbatim for one in record.reference] == ["XA 12/4"]


def test_a_row_of_labels_with_values_does_not_end_a_text(tmp_path: Path) -> None:
    row = "**Chair:** Orlov \u00b7 **Start:** 10.00 \u00b7 **End:** 14.15"
    text = f"# Minutes of a Meeting\n\n{PROSE}\n\n{row}\n\n{PROSE} {PROSE}\n"
    (body,) = page(tmp_path, text, "a.md").row.cells["body"]
    assert body.text.count(PROSE) == 3


def test_fields_on_one_line_are_parted_at_bars(tmp_path: Path) -> None:
    line = "**Date:** 5 May 1951 | **Place:** Dresden | **Type:** Minutes\n\n"
    found = page(tmp_path, f"# On the Works\n\n{line}> {PROSE}\n\n{PROSE}\n", "a.md")
    assert [one.edtf for one in found.record.date[:1]] == ["1951-05-05"]
    assert found.row.cells["places"][0].text == "Dresden"


def test_a_label_that_opens_texts_elsewhere_may_name_who_translated(tmp_path: Path) -> None:
    row = "<p><span class=label>{}</span> <span>{}</span></p>"
    text = row.format("Date", "5 May 1951") + row.format("Translation", "Marek Wolny")
    found = page(tmp_path, f"<html><h1>Letter on Works</h1>{text}<p>{PROSE}</p>", "a.html")
    assert found.role("translator") == ["Marek Wolny"]
    assert [cell.text for cell in found.row.cells["body"]] == [PROSE]


def test_thanks_above_a_text_do_not_end_it(tmp_path: Path) -> None:
    head = "---\ntitle: Letter on Works\ndate: 1951-05-05\n---\n\n# Letter on Works\n\n"
    found = page(
        tmp_path, f"{head}*Translated from Czech by Eva Dorn*\n\nSecret\n\n{PROSE}\n", "a.md"
    )
    assert PROSE in found.row.cells["body"][0].text
    assert found.role("translator") == ["Eva Dorn"]


def test_those_of_several_countries_take_part_each_by_name(tmp_path: Path) -> None:
    line = "Present: Ulm, Stoll, Hart (GDR); Gora, Cyran (Poland); Kertesz (Hungary)"
    found = page(tmp_path, f"# Minutes of a Meeting\n\n5 May 1951\n\n{line}\n\n{PROSE}\n")
    assert found.role("participant") == ["Ulm", "Stoll", "Hart", "Gora", "Cyran", "Kertesz"]


def test_a_given_name_and_a_patronymic_are_the_one_who_bears_it(tmp_path: Path) -> None:
    text = f"Esteemed Comrade Leonid Ilyich!\n\n{PROSE}\n\nE. Hahn\n"
    found = page(tmp_path, f"# Letter, Erich Hahn to Leonid Orlov\n\n5 May 1951\n\n{text}")
    assert found.people == {"Erich Hahn", "Leonid Orlov"}


@pytest.mark.parametrize(
    "words",
    ["Does Your Excellency wish it? His Majesty said no.", "To the CC CPSU",
     "The town of Karl-Marx-Stadt was quiet.", "It is Gdynia that held out; Gdynia will do so.",
     "It came from the Ministry of Defense, Colonel Zorn.", "To the Secretary-General"],
)  # fmt: skip
def test_titles_bodies_and_places_are_nobody(tmp_path: Path, words: str) -> None:
    found = page(tmp_path, f"# Letter on the Works\n\n5 May 1951\n\n{words}\n\n{PROSE}\n")
    assert found.people <= {"Zorn"}


def test_of_two_spellings_the_one_that_is_sure_stands(tmp_path: Path) -> None:
    text = f"Comrades Grotewohl and Zaisser came. Grotewohi said so. {PROSE}\n"
    found = page(tmp_path, f"# Letter on the Works\n\n5 May 1951\n\n{text}")
    assert found.people == {"Grotewohl", "Zaisser"}


def test_what_a_thing_is_part_of_sent_it_not(tmp_path: Path) -> None:
    text = "From: Collection of War Files\nSeries: Country Files\nDate: 5 May 1951\n\n"
    found = page(tmp_path, f"# Letter on the Works\n\n{text}{PROSE}\n")
    assert found.role("sender") == []
    assert found.row.cells["reference"][0].text == "Collection of War Files, Country Files"


def test_who_greets_without_a_comma_signs(tmp_path: Path) -> None:
    text = f"Titolo (title): Letter of P. Nero to A. Orlov\nDate: 5 May 1951\n\n{PROSE}\n\n"
    found = page(tmp_path, f"{text}With friendly greetings\n\nPietro Nero\n")
    assert found.role("signatory") == ["Pietro Nero"]
    assert found.role("recipient") == ["A. Orlov"]
