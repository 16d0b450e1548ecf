"""Facts that pages give without a label beside them: numbers, dates, signatures, copies, sums."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
CUT = "\n".join(["The works at Venta have been standing still since the harvest of last"] * 9)
COLUMNS = "<h1>Report on Copper</h1><div><div>{}</div><div>{}</div></div><p>{}</p>"


def blocks(*words: str) -> str:
    return "".join(f"<div>{one}</div>" for one in words)


def test_labels_in_one_column_have_their_values_in_the_next(tmp_path: Path) -> None:
    labels = blocks("Document date", "Shelfmark", "Translator", "Record no.")
    values = blocks("5 May 1951", "AJ, 837, ff. 12-27", "Ana Novak", "NP-2207")
    found = page(tmp_path, COLUMNS.format(labels, values, PROSE), "a.html")
    assert [one.edtf for one in found.record.date] == ["1951-05-05"]
    assert [one.verbatim for one in found.record.reference] == ["AJ, 837, ff. 12-27"]
    assert found.role("translator") == ["Ana Novak"]
    assert found.record.identifier == "NP-2207"


def test_columns_of_unequal_length_pair_nothing(tmp_path: Path) -> None:
    labels, values = blocks("Date", "Title", "Translator"), blocks("5 May 1951", "Ana Novak")
    found = page(tmp_path, COLUMNS.format(labels, values, PROSE), "a.html")
    assert found.role("translator") == []


@pytest.mark.parametrize(
    "foot",
    [
        "Doc. 214 | << 213   215 >>",
        "214\n\n[ <- No. 213 ]   [ Contents ]   [ No. 215 -> ]",
        "No. 214\n\n« Dok. 213 Talk with Orlov | Dok. 215 »",
    ],
)
def test_a_document_stands_between_its_neighbours_in_number(tmp_path: Path, foot: str) -> None:
    number, _, rest = foot.partition("\n\n")
    found = page(tmp_path, f"{number}\n# Report on Copper\n5 May 1951\n\n{PROSE}\n\n{rest}")
    assert found.record.identifier == "214"


def test_a_list_of_pages_gives_a_document_no_number(tmp_path: Path) -> None:
    found = page(tmp_path, f"# Report on Copper\n5 May 1951\n\n{PROSE}\n\n<< 1 2 3 4 5 >>")
    assert found.record.identifier != "2"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ss/ Ivan lonescu", "Ivan Ionescu"),
        ("[signature] L. Reyes Mora", "L. Reyes Mora"),
        ("(firma): Luis Reyes", "Luis Reyes"),
    ],
)
def test_a_mark_before_a_name_says_that_it_signs(tmp_path: Path, line: str, name: str) -> None:
    found = page(tmp_path, f"# Report on Copper\n\n5 May 1951\n\n{PROSE}\n\n{line}")
    assert found.role("signatory") == [name]


def test_a_mark_before_other_words_signs_nothing(tmp_path: Path) -> None:
    text = f"# Report on Copper\n\n5 May 1951\n\n{PROSE}\n\n[signature] Ministry of Mines"
    assert "Ministry of Mines" not in page(tmp_path, text).role("signatory")


def test_whoever_signs_by_an_initial_is_the_sender_of_the_full_name(tmp_path: Path) -> None:
    head = "To: Luis Rey Castro\nFrom: Raúl Díaz Mora García, Head of the Directorate"
    text = f"# Report on Copper\n\n5 May 1951\n\n{head}\n\n{PROSE}\n\n[signature] R. Díaz Mora"
    found = page(tmp_path, text)
    assert found.role("author") == found.role("sender") == ["Raúl Díaz Mora García"]
    assert found.role("signatory") == ["R. Díaz Mora"]


def test_a_row_of_copies_goes_on_on_a_deeper_line(tmp_path: Path) -> None:
    head = "To: Comrade Vesely\nCc: Gh. Ionescu, I.Gh. Munteanu, E. Popa,\n    Aurel Rusu"
    text = f"<h1>Telegram on Copper</h1><pre>\n{head}\n\nRe: yours no. 12\n\n{PROSE}\n</pre>"
    names = ["Gh. Ionescu", "I.Gh. Munteanu", "E. Popa", "Aurel Rusu"]
    assert page(tmp_path, text, "a.html").role("copy-recipient") == names


def test_a_row_of_copies_may_end_with_a_body(tmp_path: Path) -> None:
    foot = "Sent to: Orlov, Vesely, Novak, members of the Presidium CC CPSU\nAS"
    text = f"# Telegram on Copper\n\n{PROSE}\nA. Popov\n5 May 1951\n{foot}\n{PROSE}{PROSE}"
    assert page(tmp_path, text).role("copy-recipient")[:3] == ["Orlov", "Vesely", "Novak"]


def test_a_catalogue_says_in_which_order_it_writes_days_and_months(tmp_path: Path) -> None:
    said = (("01/09/1975 (d/m/y)", "1975-09-01"), ("01/09/1975 (mm/dd/yyyy)", "1975-01-09"))
    for at, (words, day) in enumerate(said):
        found = page(tmp_path, f"Title: Report\nDate: {words}\n\n{PROSE}", f"{at}.txt")
        assert [one.edtf for one in found.record.date] == [day]


def test_an_address_at_the_foot_names_the_document(tmp_path: Path) -> None:
    address = "http://www.venta.example/index.cfm?fuseaction=va2.document&identifier=5034C6FA-96B6"
    found = page(tmp_path, f"# Report on Copper\n5 May 1951\n\n{PROSE}\n\n{address}")
    assert found.record.identifier == "5034C6FA-96B6"


def test_a_fonds_by_its_name_is_a_place_in_an_archive_with_thanks_behind(tmp_path: Path) -> None:
    held = "AMAE, fond Telegrame, Venta 1962, vol. II, pp. 211-214"
    foot = f"{held}. Translation: Ana Novak. Found by Luis Rey."
    found = page(tmp_path, f"# Telegram on Copper\n5 May 1951\n\n{PROSE}\n\nA. Popov\n\n{foot}")
    assert [one.verbatim for one in found.record.reference] == [held]
    assert found.role("translator") == ["Ana Novak"]
    assert found.role("contributor") == ["Luis Rey"]


def test_markup_calls_a_paragraph_the_summary_which_is_no_part_of_the_text(tmp_path: Path) -> None:
    said = "Orlov explains the state of the works to Vesely and asks for coal."
    head = f"<h1>Report on Copper</h1><p>5 May 1951</p><p>{PROSE}</p>"
    found = page(tmp_path, f'{head}<section class="abstract"><p>{said}</p></section>', "a.html")
    assert [one.value for one in found.record.abstract] == [said]
    assert [one.text for one in found.row.cells["body"]] == [PROSE]


def test_editors_sum_up_below_lines_that_a_width_has_cut(tmp_path: Path) -> None:
    said = "Ambassador Popov reports on the day of the strike: the works and the want of coal."
    held = "RGANI, f. 5, op. 30, d. 4"
    text = f"# Telegram on Copper\n5 May 1951\n\n{CUT}\nwinter.\n\nA. Popov\n\n{said}\n\n{held}"
    assert [one.value for one in page(tmp_path, text).record.abstract] == [said]


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("АВП РФ. Ф. 04. Оп. 13. П. 84. Д. 50107. Л. 22-24.", "Ф. 04. Оп. 13. П. 84. Д. 50107"),
        ("VS-Bd. 8468 (MB), Politisches Archiv des Auswärtigen Amts", "VS-Bd. 8468 (MB)"),
    ],
)
def test_notes_may_follow_the_place_in_an_archive(
    tmp_path: Path, line: str, reference: str
) -> None:
    notes = "Remarks\n<1> The plenum met in Venta.\n<2> He came back in 1924."
    found = page(tmp_path, f"# Report on Copper\n5 May 1951\n\n{PROSE}\n\n{line}\n\n{notes}")
    assert reference in found.record.reference[0].verbatim


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("Gefördert von der Deutschen Forschungsgemeinschaft", "Deutsche Forschungsgemeinschaft"),
        ("Издано при поддержке Российского научного фонда", "Российский научный фонд"),
    ],
)
def test_whoever_pays_is_recorded_in_the_nominative(tmp_path: Path, foot: str, name: str) -> None:
    text = f"<h1>Report on Copper</h1><p>5 May 1951</p><p>{PROSE}</p><footer>{foot}</footer>"
    assert page(tmp_path, text, "a.html").role("funder") == [name]


def test_a_row_at_the_foot_names_the_licence(tmp_path: Path) -> None:
    foot = "<footer>Impressum · Datenschutz · Lizenz: CC BY-NC 4.0 · Kontakt</footer>"
    text = f"<h1>Report on Copper</h1><p>5 May 1951</p><p>{PROSE}</p>{foot}"
    found = page(tmp_path, text, "a.html")
    assert [one.value for one in found.record.rights] == ["CC BY-NC 4.0"]


@pytest.mark.parametrize("label", ["Subject", "Re", "Betr.", "Objet", "Věc", "Dotyczy"])
def test_a_subject_that_names_the_paper_is_its_title(tmp_path: Path, label: str) -> None:
    text = (
        f"To the Minister\n\n{label}: Report on the stay of our men in Bern\n\n{PROSE}\n\nJ. Hora\n"
    )
    (title,) = page(tmp_path, text).record.title
    assert title.value == "Report on the stay of our men in Bern"


def test_a_date_is_read_with_its_hour_and_with_letters_that_a_scan_took_for_others(
    tmp_path: Path,
) -> None:
    found = page(tmp_path, f"TELEGRAM\n\nFROM: BERN\nDATE: 14 Novernber 1979, 20.40\n\n{PROSE}\n")
    assert [one.edtf for one in found.record.date[:1]] == ["1979-11-14"]


def test_headings_with_numerals_are_no_signatures(tmp_path: Path) -> None:
    text = (
        f"# List\n\n5 May 1951\n\n{PROSE}\n\nI. Delegates\n\n{PROSE}\n\nII. Advisers\n\n{PROSE}\n"
    )
    assert page(tmp_path, text).role("signatory") == []


@pytest.mark.parametrize("honour", ["The Honourable", "The Rt. Hon.", "His Excellency", "H.E."])
def test_whom_a_paper_is_for_may_be_called_honourable(tmp_path: Path, honour: str) -> None:
    text = f"PAPER\n\nFOR: {honour} R F Hora, M.P., Minister of Mines\nFROM: J W Dorn\n\n{PROSE}\n"
    assert page(tmp_path, text).role("recipient") == ["R F Hora"]


def test_the_office_above_a_signature_names_the_body_with_its_number(tmp_path: Path) -> None:
    foot = "HEAD OF THE FIRST MAIN DIRECTORATE:\nMajor General (V. Hora)"
    found = page(tmp_path, f"# Report on Copper\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n")
    assert "FIRST MAIN DIRECTORATE" in found.role("corporate-author")


def test_a_speech_is_by_whom_its_title_names_before_the_congress(tmp_path: Path) -> None:
    title = "Speech by Yumjaagiin Tsedenbal at the Third Plenum of the Central Committee"
    assert page(tmp_path, f"# {title}\n\n5 May 1951\n\n{PROSE}\n").role("author") == [
        "Yumjaagiin Tsedenbal"
    ]


def test_a_memorandum_without_a_title_is_called_by_its_subject(tmp_path: Path) -> None:
    head = "MEMORANDUM FOR THE PRESIDENT\n\nFROM: J. W. Dorn\n\nSUBJECT: My Trip to Bern"
    found = page(tmp_path, f"THE WHITE HOUSE\n\nMay 5, 1973\n\n{head}\n\n{PROSE}\n\n{PROSE}\n")
    assert [one.value for one in found.record.title] == ["[Memorandum: My Trip to Bern]"]
    assert found.role("sender") == ["J. W. Dorn"]


@pytest.mark.parametrize(
    ("line", "number"),
    [("004/68/top secret", "004/68"), ("652 - Daily Information. Copper.", "652")],
)
def test_numbers_stand_before_a_grade_or_a_dash(tmp_path: Path, line: str, number: str) -> None:
    text = f"# Telegram from Bern\n\n5 May 1968\n\n{line}\n\n{PROSE}\n\n{PROSE}\n"
    assert page(tmp_path, text).numbers() == [number]


@pytest.mark.parametrize("courtesy", ["Shri R.K. Hora, I.C.S.,", "Sir Jan Hora, G.C.M.G.,"])
def test_the_address_below_a_letter_may_have_honours_behind_the_name(
    tmp_path: Path, courtesy: str
) -> None:
    foot = f"Yours sincerely,\nN. Dorn\n\n{courtesy}\nForeign Secretary,\nBern."
    text = f"No. 12-S/54\n\nMay 5, 1954\n\nMy dear Secretary,\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n"
    (name,) = page(tmp_path, text).role("recipient")
    assert name.endswith("Hora")


def test_what_an_editor_says_of_his_text_is_nobody_in_its_title(tmp_path: Path) -> None:
    title = "Cable from the Polish Ambassador in Bern (Dorn) to Michałowski [Excerpts]"
    found = page(tmp_path, f"# {title}\n\nCame from Bern on 9 June 1966\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("recipient") == ["Michałowski"]
    assert [one.edtf for one in found.record.date] == ["1966-06-09"]


def test_the_address_of_a_letter_is_no_signature(tmp_path: Path) -> None:
    foot = "A. DORN\n\nSon Excellence\nle Pandit Jan Hora\nPremier Ministre"
    found = page(tmp_path, f"# Letter\n\n5 May 1954\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n")
    assert found.role("signatory") == ["A. DORN"]
    assert found.role("recipient") == ["Jan Hora"]


@pytest.mark.parametrize(
    "said",
    [
        "Also participating were Comrade Hora and, as interpreter, Comrade Dorn.",
        "From our side Comrades Hora and Dorn took part in the talk.",
    ],
)
def test_a_sentence_of_a_record_says_who_was_there(tmp_path: Path, said: str) -> None:
    title = "# Note on a Conversation with Ambassador Jan Kadlec"
    text = f"{title}\n\n5 May 1954\n\n{PROSE} {said} {PROSE}\n\n{PROSE}\n"
    assert {"Hora", "Dorn"} <= set(page(tmp_path, text).role("participant"))


def test_what_a_site_says_of_itself_is_no_summary(tmp_path: Path) -> None:
    said = "The Port Digital Archive contains once-secret documents from ports all over the world."
    foot = f"A. DORN\n\n---\n\n**About Digital Archive**\n\n{said}"
    text = f"# Letter\n\n5 May 1954\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n"
    assert page(tmp_path, text, "a.md").record.abstract == ()


def test_a_diary_that_says_whom_its_writer_received_names_both(tmp_path: Path) -> None:
    title = "Record of Conversation with the Ambassador of the PRC, Comrade Zhang Wentian"
    said = "Today at 3 o'clock in the afternoon I received Zhang Wentian at his request."
    text = f"From the Diary of V. V. Vaskov\nSecret\n\n{title}\n27 January 1954\n\n{said} {PROSE}\n"
    found = page(tmp_path, f"{text}\n{PROSE}\n\nDeputy Minister\nV. VASKOV\n")
    assert found.role("sender") == []
    assert set(found.role("participant")) == {"Zhang Wentian", "V. V. Vaskov"}


def test_members_are_listed_before_the_word_for_what_all_are(tmp_path: Path) -> None:
    present = "Jan Hora, Eva Dorn, and Leo Kadlec, members; Ivan Roux, candidate member."
    text = f"MINUTES\nof the meeting of the Council\nheld on 15 August 1968\n\nPresent: {present}\n"
    found = page(tmp_path, f"{text}Invited: Max Orlov, Minister of Mines\n\n{PROSE}\n\n{PROSE}\n")
    names = ["Jan Hora", "Eva Dorn", "Leo Kadlec", "Ivan Roux", "Max Orlov"]
    assert found.role("participant") == names


def test_a_protocol_of_a_meeting_is_its_minutes(tmp_path: Path) -> None:
    head = 'PROTOCOL "A" No. 14\nFROM THE MEETING OF THE POLITBURO\nON 3 FEBRUARY 1978'
    found = page(tmp_path, f"{head}\n\nAgenda:\n1. Copper\n\n{PROSE}\n\n{PROSE}\n")
    assert [one.label for one in found.record.type] == ["minutes"]
    assert found.role("sender") == []


def test_labels_of_a_telegram_stand_far_above_its_text(tmp_path: Path) -> None:
    head = (
        "From: Italian Embassy in Bonn\nTo: Ministry of Mines, Rome\nAssigned to: DGAP\nNo. 12345"
    )
    more = "Bonn, 24 November 1977, 18:40\n\nSubject: Copper in the north\n\nClassified"
    found = page(tmp_path, f"TELEGRAM\n\n{head}\n{more}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("sender") == ["Italian Embassy in Bonn"]


def test_the_head_of_a_telegram_below_who_paid_is_nobody_who_paid(tmp_path: Path) -> None:
    paid = "This document was made possible with support from\n\nLeon Levy Foundation"
    head = "TELEGRAM 76.121\n\nTo: Comrade Hora\nFrom: Bern"
    title = "Telegram from the Romanian Embassy in Bern to Bucharest, No. 76.121"
    found = page(tmp_path, f"May 5, 1965\n\n{title}\n\n{paid}\n{head}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("funder") == ["Leon Levy Foundation"]
    assert found.role("sender") == ["Romanian Embassy in Bern"]
    assert found.numbers() == ["76.121"]


def test_who_holds_an_office_behind_a_comma_wrote_what_a_title_is_of(tmp_path: Path) -> None:
    title = "Report to the Council by the Head of the Department, B. N. Hora, on the Talks"
    found = page(tmp_path, f"# {title}\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("sender") == ["B. N. Hora"]


def test_sentences_on_those_present_do_not_end_with_a_shortened_rank(tmp_path: Path) -> None:
    said = "Also present were the attache Cde. Dorn and the interpreter Cde. Kadlec."
    text = f"# Note on a Conversation with Jan Hora\n\n5 May 1954\n\n{PROSE} {said} {PROSE}\n"
    assert {"Dorn", "Kadlec"} <= set(page(tmp_path, f"{text}\n{PROSE}\n").role("participant"))
