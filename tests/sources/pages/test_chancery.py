"""What chanceries write: decrees, extracts, telegrams, notes by hand, days that were reckoned."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "The ship waits in the harbour, and the grain that was promised is not there yet."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("n.d. [spring 1951?]", "1951-03?/1951-05?"),
        ("Undated [ca. June 1951]", "1951-06~"),
        ("[not later than 7 June 1952]", "../1952-06-07"),
        ("[no date, probably 1949]", "1949?"),
    ],
)
def test_a_day_that_was_reckoned_stands_where_days_do(tmp_path: Path, line: str, day: str) -> None:
    source = "Source: RGASPI, fond 17, opis' 137, listy 5; GARF f. R9401 op. 2 d. 98 l. 3ob."
    found = page(tmp_path, f"Letter from Orlov to Lidov\n\n{line}\n\n{source}\n\n{PROSE}\n")
    assert [one.edtf for one in found.record.date] == [day]
    assert [one.archive for one in found.record.reference] == ["rgaspi", "garf"]
    assert found.row.cells["body"][0].text == PROSE


@pytest.mark.parametrize(
    "end",
    [
        "The conversation lasted 40 minutes. Attache G. E. Samsonov was present at the embassy.",
        "The talk was interpreted by Counsellor G. E. Samsonov, and tea was served to the guests.",
        "In the evening we went to the theatre with our guests, and G. E. Samsonov came too.",
    ],
)
def test_what_a_record_of_a_talk_ends_with_is_no_summary(tmp_path: Path, end: str) -> None:
    head = "Diary of the Ambassador\n\n9 March 1958\n\nReceived Pak Ui Wan at the embassy."
    text = f"{head}\n\n{PROSE} {PROSE}\n\n(the chairman of a farm)\n\n{end}\n\nRecord ID: 1169\n"
    found = page(tmp_path, text)
    assert not found.record.abstract
    assert "G. E. Samsonov" in found.people


@pytest.mark.parametrize("signed", ["gez. Florin", "Florin", "signed: Florin"])
def test_a_text_of_one_paragraph_is_no_summary_of_its_signature(
    tmp_path: Path, signed: str
) -> None:
    title = "Vermerk über ein Gespräch mit Genossen Popow\n\nDatum: 17. März 1964"
    text = "Genosse Popow sprach über die Lieferung von Kohle. Die Wagen seien noch in Prag."
    found = page(tmp_path, f"{title}\n\n{text}\n\n{signed}\n")
    assert not found.record.abstract
    assert found.role("signatory") == ["Florin"]


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("COUNCIL OF MINISTERS OF THE USSR\nDECREE No. 512\nof 18 July 1952\nMoscow, Kremlin",
         "council of ministers", "1952-07-18"),
        ("TOP SECRET\n(Special File)\n\nSTATE DEFENCE COMMITTEE\nORDER No. 12ss\n"
         "5 May 1942. Moscow, the Kremlin.", "state defence committee", "1942-05-05"),
        ("CENTRAL COMMITTEE\nOF THE COMMUNIST PARTY\nRESOLUTION No. 7\ndated 3 March 1956",
         "communist party", "1956-03-03"),
    ],
)  # fmt: skip
def test_the_head_of_a_decree_says_whose_it_is(
    tmp_path: Path, head: str, body: str, day: str
) -> None:
    end = "Chairman I. STALIN\n\nSent to: cdes. Orlov, Saburov - all; Zverev - p. 1"
    found = page(tmp_path, f"{head}\n\nOn sending grain to Albania\n\n1. {PROSE}\n\n{end}\n")
    assert [one.value for one in found.record.title] == ["On sending grain to Albania"]
    assert [one.edtf for one in found.record.date] == [day]
    assert body in found.role("corporate-author")[0].casefold()
    assert found.role("copy-recipient") == ["Orlov", "Saburov", "Zverev"]
    assert {one.id for one in found.record.type} <= {"decree", "order", "decision"}


def test_what_a_decree_does_is_no_part_of_whose_it_is(tmp_path: Path) -> None:
    found = page(tmp_path, f"The Council of Ministers of the USSR DECREES:\n\n1. {PROSE}\n")
    assert "Council of Ministers of the USSR" in found.role("mentioned")


def test_a_supplied_title_begins_with_no_marking(tmp_path: Path) -> None:
    found = page(tmp_path, f"TOP SECRET\nURGENT\n\n{PROSE}\n")
    assert found.record.title[0].value.startswith("[The ship waits")


def test_an_extract_is_part_of_its_minutes_and_has_no_number_of_theirs(tmp_path: Path) -> None:
    title = "Extract from minutes No. 17 of the sitting of the Bureau of the Central Committee"
    first = f"203. Telegram of Comrade Shtykov No. 88.\n\n{PROSE}\n\nTo p.203(op) min. No. 17"
    letter = f"To SHTYKOV\n\n88. {PROSE}\n\nGROMYKO"
    found = page(tmp_path, f"{title}\n\nResolution of 2 February 1950\n\n{first}\n\n{letter}\n")
    related = {(one.relation, one.number) for one in found.record.related}
    assert related == {("in-reply-to", "88"), ("part-of", "17")}
    assert found.numbers() == []
    assert found.numbers("annex-reference") == ["To p.203(op) min. No. 17"]


@pytest.mark.parametrize(
    ("line", "number"),
    [("1352. Tell Zhou to wait.", "1352"), ("In reply to No. 77. Tell Zhou to wait.", "77")],
)
def test_what_a_telegram_begins_with_below_its_address_is_what_it_answers(
    tmp_path: Path, line: str, number: str
) -> None:
    found = page(tmp_path, f"To ROSHCHIN\n\n{line} {PROSE}\n\nVYSHINSKY\n")
    assert [(one.relation, one.number) for one in found.record.related] == [("in-reply-to", number)]
    assert found.numbers() == []


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("In accordance with N $^{\\circ}$ 77/ts and N $^{\\circ}$ 78/ts we wait.",
         ["N° 77/ts", "N° 78/ts"]),
        ("He has telegrams No. 55 and No. 56 (see my No. 12/s).",
         ["telegrams No. 55", "No. 56", "No. 12/s"]),
        ("The note (cf. N $^{\\circ}$ 77/ts and telegram No. 0145) came.",
         ["N° 77/ts", "telegram No. 0145"]),
        ("He sent the decree of the Presidium of 4 May and Molotov's letter of 6 May.",
         ["decree of the Presidium of 4 May", "Molotov's letter of 6 May"]),
    ],
)  # fmt: skip
def test_papers_in_a_row_are_each_one(tmp_path: Path, words: str, labels: list[str]) -> None:
    found = page(tmp_path, f"To Comrade SUSLOV\n\n{words} {PROSE}\n\nK. Levychkin\n")
    assert [one.label for one in found.record.related] == labels


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("We attach the text of the communique.", "the text of the communique"),
        ("Please find enclosed two maps of the port.", "two maps of the port"),
        ("I am enclosing herewith a list of names.", "a list of names"),
    ],
)
def test_what_a_writer_says_that_he_encloses_is_attached(
    tmp_path: Path, words: str, label: str
) -> None:
    found = page(tmp_path, f"{PROSE} {words}\n\nWe attach the greatest importance to it.\n")
    assert [(one.relation, one.label) for one in found.record.related] == [("attachment", label)]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("I visited Pak Chong Ae and told her of it. Nam Il was present at the conversation.",
         ["Pak Chong Ae", "Nam Il", "A. M. Orlov"]),
        ("Received Pak Ui Wan and Choe Yong Geon at their request. Attaché G. E. Lidov and"
         " interpreter V. K. Lim were present.",
         ["Pak Ui Wan", "Choe Yong Geon", "G. E. Lidov", "V. K. Lim", "A. M. Orlov"]),
        ("Today I had a talk with Deng Xiaoping. Peng Zhen, who was also present at the talk,"
         " agreed.", ["Deng Xiaoping", "Peng Zhen", "A. M. Orlov"]),
    ],
)  # fmt: skip
def test_whom_the_writer_of_a_diary_met_took_part_as_he_did(
    tmp_path: Path, text: str, present: list[str]
) -> None:
    found = page(tmp_path, f"From the Diary of A. M. Orlov\n\n5 May 1957\n\n{text} {PROSE}\n")
    assert found.role("participant") == present


def test_a_person_with_a_place_s_name_took_part_where_a_list_has_him(tmp_path: Path) -> None:
    title = "Minutes of Conversation between Janos Kadar and Ho Chi Minh"
    listed = "Present: Cde. Janos Kadar, Cde. Ho Chi Minh, Cde. Pham Van Dong."
    found = page(tmp_path, f"{title}\n\n5 May 1961\n\n{listed}\n\nComrade Kadar spoke. {PROSE}\n")
    assert set(found.role("participant")) == {"Janos Kadar", "Ho Chi Minh", "Pham Van Dong"}


def test_what_offices_stamp_on_a_telegram_is_handling(tmp_path: Path) -> None:
    stamps = "2ND SECTION\nVIA TELEPHONE LINE\nMOST URGENT\nCOPY No. 1\nMAKING COPIES PROHIBITED"
    found = page(tmp_path, f"Ciphered Telegram\n\n{stamps}\n\nTo FILIPPOV\n\n{PROSE}\n")
    assert [one.label for one in found.record.classification] == stamps.split("\n")


def test_the_day_may_stand_beside_who_signs_a_telegram_in_capitals(tmp_path: Path) -> None:
    found = page(tmp_path, f"TELEGRAM\nFROM HAVANA\n\n{PROSE}\n\n28.X.62        ALEKSEEV\n")
    assert found.role("signatory") == ["ALEKSEEV"]


@pytest.mark.parametrize(
    "head",
    [
        "PROTOCOL No. 9\nof the session of the Politburo of the CC of the HSWP of 1 March 1968",
        "MINUTES No. 9\nSitting of the Secretariat on 1 March 1968",
        "Protocol No. 9 of the meeting of the Politburo held on March 1, 1968",
    ],
)
def test_minutes_are_of_the_day_of_the_sitting_and_hold_what_was_said(
    tmp_path: Path, head: str
) -> None:
    said = "KADAR: How much?\n\nA VOICE: Too much.\n\nFOCK: The plan has it."
    listed = "Present: Janos Kadar, Jeno Fock\nAbsent: Bela Biszku"
    found = page(tmp_path, f"{head}\n\n{listed}\n\n{said}\n")
    assert {one.edtf for one in found.record.date} == {"1968-03-01"}
    assert found.row.cells["body"][0].text.endswith("The plan has it.")
    assert not found.record.related


def test_a_sentence_between_a_description_and_its_text_sums_it_up(tmp_path: Path) -> None:
    told = "Reports that King Tribhuvan has left the palace for the embassy of India."
    rights = "<dl><dt>Date</dt><dd>5 May 1951</dd><dt>Rights</dt><dd>Crown copyright</dd></dl>"
    text = f"<h1>Telegram from Kathmandu</h1>{rights}<p>{told}</p><h3>Full text</h3><p>{PROSE}</p>"
    found = page(tmp_path, f"<html><body>{text}</body></html>", "page.html")
    assert [one.value for one in found.record.abstract] == [told]


def test_a_paper_of_two_joined_words_is_of_that_kind(tmp_path: Path) -> None:
    found = page(tmp_path, f"Aide-memoire\n\nThe Embassy of India presents this. {PROSE}\n")
    assert [one.id for one in found.record.type] == ["aide-memoire"]


@pytest.mark.parametrize("mark", ["RE: ", "Re: ", "FW: "])
def test_the_mark_of_an_answer_is_no_part_of_a_subject(tmp_path: Path, mark: str) -> None:
    head = f"MEMORANDUM\nFrom: Alice Brown\nTo: Robert Miller\nSubject: {mark}Arms for Delhi"
    found = page(tmp_path, f"{head}\n\n{PROSE}\n\nAlice Brown\n")
    assert [one.value for one in found.record.title] == ["Arms for Delhi"]


def test_what_is_signed_and_addressed_to_an_office_is_a_letter(tmp_path: Path) -> None:
    text = f"TO THE PRESIDENT\n\n{PROSE}\n\nDean Acheson\nSecretary of State\n"
    found = page(tmp_path, text)
    assert [one.id for one in found.record.type] == ["letter"]
    assert found.role("signatory") == ["Dean Acheson"]


def test_a_head_with_precedence_is_that_of_a_telegram(tmp_path: Path) -> None:
    head = "CLASS:   SECRET        PRI:     NIACT\nFROM:    Embassy Kathmandu\nNO:      1127"
    to = "TO:      Secretary of State\nDATE:    5 May 1951"
    found = page(tmp_path, f"{head}\n{to}\n\n{PROSE}\n\nHENDERSON\n")
    assert [one.label for one in found.record.classification] == ["SECRET", "NIACT"]
    assert [one.id for one in found.record.type] == ["telegram"]
    assert found.numbers() == ["1127"]


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Dispatch No. 88, British Legation, Kathmandu", "88"),
        ("Telegram No. 245, Embassy of Romania in Havana", "245"),
        ("Cable N 14/51: The Grain", "14/51"),
    ],
)
def test_the_number_in_a_title_is_that_of_the_paper(
    tmp_path: Path, title: str, number: str
) -> None:
    assert page(tmp_path, f"{title}\n\n5 May 1951\n\n{PROSE}\n").numbers() == [number]


@pytest.mark.parametrize(
    "line",
    ['(62) No. "139"', "INCOMING CIPHER TELEGRAM No. 139", "[Stamp: Registered. No. 139. 6.2.65]"],
)
def test_a_number_is_told_by_forms_and_stamps(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"Report on Copper\n\n5 May 1962\n\nNote\n{line}\n\n{PROSE}\n")
    assert found.numbers() == ["139"]


def test_letters_with_stops_are_part_of_a_number(tmp_path: Path) -> None:
    text = f"Report on Copper\n\n5 May 1962\n\nNo. O.I. 22/814/81\n\n{PROSE}\n"
    assert page(tmp_path, text).numbers() == ["O.I. 22/814/81"]


@pytest.mark.parametrize(
    "line",
    ["\u2013 99 \u2013 Beck \u2013", "- 99 - Beck", "/\u2013/ J. Beck", "(\u2013) J. Beck"],
)
def test_dashes_set_a_signature_apart(tmp_path: Path, line: str) -> None:
    text = f"Telegram from Havana\n\n5 May 1962\n\n{PROSE}\n\n{PROSE}\n\n{line}\n"
    assert [one.split()[-1] for one in page(tmp_path, text).role("signatory")] == ["Beck"]


@pytest.mark.parametrize(
    ("line", "grade"),
    [("T O P   S E C R E T", "TOP SECRET"), ("P Ř Í S N Ě   T A J N É", "PŘÍSNĚ TAJNÉ"),
     ("SECRET OF SPECIAL IMPORTANCE", "SECRET OF SPECIAL IMPORTANCE")],
)  # fmt: skip
def test_a_marking_is_written_as_it_is_said(tmp_path: Path, line: str, grade: str) -> None:
    found = page(tmp_path, f"Report on Copper\n\n5 May 1962\n\n{line}\n\n{PROSE}\n").record
    assert [one.label for one in found.classification] == [grade]
