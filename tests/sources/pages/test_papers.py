"""What papers of several offices have in common, page by page: heads, lists, signatures, notes."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "I had a talk with the Minister today about the grain that was promised in the spring."


def test_the_title_in_a_citation_outdoes_a_line_that_is_no_heading(tmp_path: Path) -> None:
    cited = '"Telegram, Orlov to Petrov", July 3, 1950, X Digital Archive, RGANI, f. 1, d. 2.'
    found = page(tmp_path, f"Received 15 hours 20 minutes 3.VII.1950\n\n{PROSE}\n\n{cited}\n")
    assert [one.value for one in found.record.title] == ["Telegram, Orlov to Petrov"]
    assert "minutes" not in {one.id for one in found.record.type}


def test_a_title_that_is_printed_twice_ends_nothing_above_the_text(tmp_path: Path) -> None:
    title = "Report, Embassy of Hungary in Albania"
    thanks = "This document was made possible with support from Orlov Fund, Ministry of Arts"
    found = page(tmp_path, f"{title}\n\nMay 5, 1951\n\n{title}\n\n{thanks}\n\n{PROSE}\n")
    assert found.role("funder") == ["Orlov Fund", "Ministry of Arts"]


def test_an_address_above_a_text_is_no_signature(tmp_path: Path) -> None:
    office = "To the First Secretary of the Central Committee of the CPSU"
    text = f"{office}\nComrade A. B. Orlov\nMoscow, the Kremlin\n\n{PROSE}\n\nV. Petrov\n"
    assert page(tmp_path, text).role("signatory") == ["V. Petrov"]


def test_sides_and_offices_among_those_present_are_nobody(tmp_path: Path) -> None:
    names = "France\nThe Secretary of State\nAmbassador Orlov\nMr. Petrov"
    found = page(tmp_path, f"Memorandum of Conversation\n\nPARTICIPANTS\n{names}\n\n{PROSE}\n")
    assert found.role("participant") == ["Orlov", "Petrov"]


def test_a_list_behind_sent_to_had_copies(tmp_path: Path) -> None:
    found = page(tmp_path, f"Sent to: com. Orlov (2), Petrov, Zaitsev\n\n{PROSE}\n\nV. Ivanov\n")
    assert found.role("copy-recipient") == ["Orlov", "Petrov", "Zaitsev"]


def test_the_head_of_a_talk_does_not_end_its_text(tmp_path: Path) -> None:
    head = "<p><b>Time:</b> 5 May 1951</p><p><b>Location:</b> Beijing</p><p><b>Participants:</b>"
    source = "<h3>Source</h3><p>RGANI, f. 1, op. 2, d. 3</p><h3>Language</h3><p>Russian</p>"
    text = f"<h1>Talk of A. Orlov</h1><h2>Text</h2>{head} A. Orlov, B. Petrov</p><p>{PROSE}</p>"
    found = page(tmp_path, f"<html><body>{text}{source}</body></html>", "page.html")
    assert found.row.cells["body"][0].text.endswith(PROSE)


def test_a_label_nobody_knows_between_labels_in_turn_ends_nothing(tmp_path: Path) -> None:
    block = "Signatur\nDC 20/4\nTitel\nProtokoll\nStelle\nRaum 4\nSprache\nDeutsch\nUmfang\n8 Bl."
    assert page(tmp_path, f"{block}\n").record.language[0].id.endswith("de")


@pytest.mark.parametrize("line", ["Comments (0)", "Share: Mail", "Tags (2)"])
def test_what_readers_may_do_is_no_subject(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"Title: Letter\nDate: 1951\n\n{PROSE}\n\nSubjects:\nGrain\n{line}\n")
    assert [one.text for one in found.row.cells["subjects"]] == ["Grain"]


def test_who_signs_for_a_party_may_stand_on_its_line(tmp_path: Path) -> None:
    found = page(tmp_path, f"Treaty of Peace\n\n{PROSE}\n\nFor the Government of Italy: A. ORLOV\n")
    assert found.role("signatory") == ["A. ORLOV"]


def test_a_note_with_its_number_tells_source_marking_and_drafter(tmp_path: Path) -> None:
    note = "1. Source: Department of State, Lot 62 D 181. Secret. Drafted by Orlov on August 2."
    found = page(tmp_path, f"# Memorandum of a Talk\n\n{PROSE}\n\n{note}\n")
    assert found.record.reference[0].verbatim == "Department of State, Lot 62 D 181"
    assert found.role("author") == ["Orlov"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("We met Jan Orlek, our third secretary, at the station.", "Jan Orlek"),
        ("There was a private named Dolley, who spoke little.", "Dolley"),
        ("A copy to Ilko Strandov went out on the same day.", "Ilko Strandov"),
        ("On the next day BURHAN Sahidov spoke of the harvest.", "Burhan Sahidov"),
    ],
)
def test_what_stands_around_a_foreign_name_shows_a_person(
    tmp_path: Path, words: str, name: str
) -> None:
    found = page(tmp_path, f"# Report on the harvest\n\n{PROSE} {words}\n").people
    assert name.casefold() in {one.casefold() for one in found}


def test_who_is_meant_by_a_code_name_is_addressed(tmp_path: Path) -> None:
    found = page(tmp_path, f"CIPHERED TELEGRAM\n\nTo FILIPPOV [Stalin]\n\n{PROSE}\n\nORLOV\n")
    assert found.role("recipient") == ["Stalin"]
    assert "Filippov" not in " ".join(found.people)


def test_given_name_and_patronymic_are_those_of_the_one_with_their_initials(tmp_path: Path) -> None:
    text = f"To Comrade N. S. Khrushchev\n\nDear Nikita Sergeevich!\n\n{PROSE}\n\nV. Orlov\n"
    assert page(tmp_path, text).people == {"N. S. Khrushchev", "V. Orlov"}


def test_two_names_in_the_order_of_catalogues_wrote_to_each_other(tmp_path: Path) -> None:
    found = page(tmp_path, f"# Orlov, Ivan P. to Dean, Mary, 1950 August 21\n\n{PROSE}\n")
    assert found.role("sender") + found.role("recipient") == ["Ivan P. Orlov", "Mary Dean"]


def test_letters_of_a_state_that_is_named_in_full_are_that_place(tmp_path: Path) -> None:
    text = "In the Democratic Republic of Orlovia it is quiet. The DRO asks for grain."
    found = page(tmp_path, f"# Report on the harvest\n\n{PROSE} {text}\n")
    assert found.places == {"Democratic Republic of Orlovia"}
    assert "DRO" not in {one.name for one in found.record.agents}


def test_where_a_ministry_is_belongs_not_to_its_name(tmp_path: Path) -> None:
    text = "I wrote to the War Department in Washington. The Han River rose."
    found = page(tmp_path, f"# Report on the harvest\n\n{PROSE} {text}\n")
    assert [one.name for one in found.record.agents] == ["War Department"]
    assert found.places == {"Washington", "Han River"}


def test_an_agency_beside_an_author_is_the_corporate_one(tmp_path: Path) -> None:
    text = f"Title: Report of A. Orlov on grain\nCreator: War Department\nDate: 1951\n\n{PROSE}\n"
    found = page(tmp_path, text)
    assert (found.role("author"), found.role("corporate-author")) == (
        ["A. Orlov"],
        ["War Department"],
    )


def test_the_interpreter_of_a_talk_has_not_signed_its_record(tmp_path: Path) -> None:
    head = "<p><b>Time:</b> 5 May 1951</p><p><b>Interpreter:</b> Yan Mingfu</p>"
    text = f"<h1>Talk with A. Orlov</h1><h2>Text</h2><p>{PROSE}</p>{head}<p>{PROSE}</p>"
    assert not page(tmp_path, f"<html>{text}</html>", "page.html").role("signatory")


@pytest.mark.parametrize(
    ("day", "number"), [("25 Deeember 1951", "N0. 396"), ("25 December l951", "No. 396")]
)
def test_a_day_and_a_number_are_read_as_they_are_meant(
    tmp_path: Path, day: str, number: str
) -> None:
    found = page(tmp_path, f"To Comrade Orlov\n\n{PROSE}\n\nV. Petrov\n\n{day}\n\n{number}\n")
    assert ([one.edtf for one in found.record.date], found.numbers()) == (["1951-12-25"], ["396"])


def test_a_supplied_title_names_the_sender_and_keeps_the_last_initial(tmp_path: Path) -> None:
    found = page(tmp_path, f"To Comrade ORLOV G. M.\n\n{PROSE}\n\n/signature/ V. Petrov\n")
    assert found.record.title[0].value == "[Letter from V. Petrov to Comrade ORLOV G. M.]"
    assert found.role("recipient") == ["ORLOV G. M."]


def test_the_marking_and_the_language_of_a_translation_are_taken_from_their_labels(
    tmp_path: Path,
) -> None:
    labels = "Original Classification\nTop Secret\nLanguage\nRussian\nRecord ID\n17"
    found = page(tmp_path, f"# Letter\n\nContents: Translation - English\n\n{PROSE}\n\n{labels}\n")
    assert [one.label for one in found.record.classification] == ["Top Secret"]
    assert [one.id for one in found.record.text_language] == ["en"]


def test_editors_tell_in_the_present_what_those_in_the_title_do(tmp_path: Path) -> None:
    said = "Orlov and Petrov discuss the harvest and the price of grain."
    labels = "Language\nRussian\nRecord ID\n17"
    text = "\n\n".join((*[PROSE] * 10, said, labels))
    found = page(tmp_path, f"# Talk of Orlov with Petrov\n\n{text}\n")
    assert [one.value for one in found.record.abstract] == [said]


def test_russian_names_are_recorded_as_they_are_cited(tmp_path: Path) -> None:
    text = "Копии: тт. Молотову, Микояну, Кагановичу\n\nДоношу, что сегодня был у меня посол."
    head = "Название: Записка Н. В. Орлова о зерне\nДата: 1950\nЯзык: русский"
    found = page(tmp_path, f"{head}\n\n{text * 3}\n\nОРЛОВ\n").role("copy-recipient")
    assert found[:2] == ["Молотов", "Микоян"]


def test_the_genitive_of_a_title_is_the_signatory(tmp_path: Path) -> None:
    head = "Название: Записка Н. В. Орлова о зерне\nДата: 1950\nЯзык: русский"
    text = "Доношу, что сегодня у меня был посол и просил о зерне, обещанном весной."
    found = page(tmp_path, f"{head}\n\n{text}\n\nОРЛОВ\n")
    assert found.people == {"Н. В. Орлов"}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The island opposite Komarnik is ours.", "Komarnik"),
        ("The troops hold Khotanik.", "Khotanik"),
        ("The snow has come to Rilava and I have no wood.", "Rilava"),
        ("Trucks left for the mines near Ti-hua.", "Ti-hua"),
    ],
)
def test_what_stands_before_a_name_shows_a_place(tmp_path: Path, words: str, place: str) -> None:
    found = page(tmp_path, f"# Report on the harvest\n\n{PROSE} {words}\n")
    assert (found.places, found.people) == ({place}, set())


def test_those_of_one_side_took_part(tmp_path: Path) -> None:
    sides = (
        "Taking part on the Egyptian side: Vice-President Ali Sabri, Mahmud Riad\n"
        "Present from the GDR: Colonel Markus Wolf, Werner Irmler"
    )
    found = page(tmp_path, f"# Record of a Talk\n\n{sides}\n\n{PROSE}\n")
    assert found.role("participant") == ["Ali Sabri", "Mahmud Riad", "Markus Wolf", "Werner Irmler"]


def test_a_list_behind_one_rank_is_addressed_one_by_one(tmp_path: Path) -> None:
    text = (
        f"To: Comrs. Orlov, Petrov, Zaitsev\n\n{PROSE}\n\nTell V. Ivanov nothing.\n\nA. Semenov\n"
    )
    found = page(tmp_path, text)
    assert found.role("recipient") == ["Orlov", "Petrov", "Zaitsev"]
    assert "V. Ivanov" in found.people


def test_a_link_above_a_text_does_not_end_it(tmp_path: Path) -> None:
    text = f"# Minutes of a meeting\n\n5 May 1951\n\n{PROSE}\n\n[View original](a.pdf)\n\n"
    address = "https://mirror.example/document/110384"
    found = page(tmp_path, f"{text}{PROSE}\n\n{PROSE}\n\n{address}\n", "page.md")
    assert found.row.cells["body"][0].text.count(PROSE) == 3
    assert found.record.identifier == "110384"


@pytest.mark.parametrize(
    ("line", "name"),
    [("Ambassador: K. Michev", "K. Michev"), ("/S. SUZDALEV/", "S. SUZDALEV")],
)
def test_office_or_strokes_beside_a_name_are_a_signature(
    tmp_path: Path, line: str, name: str
) -> None:
    found = page(tmp_path, f"To Comrade Orlov\n\n{PROSE}\n\n{line}\n")
    assert found.role("signatory") == [name]


def test_a_conversation_with_somebody_and_the_author_of_a_paper_stand_below_its_kind(
    tmp_path: Path,
) -> None:
    kinds = "RECORD OF A CONVERSATION\nwith Deputy Premier PAK CHANG-OK\n29 July 1954"
    found = page(tmp_path, f"From the Journal of Ambassador A. Orlov\n\n{kinds}\n\n{PROSE}\n")
    assert found.role("participant") == ["PAK CHANG-OK"]
    written = page(tmp_path, f"# Cuba\n\nINFORMATION\nby Karel Orlek,\n\n{PROSE}\n")
    assert written.role("author") == ["Karel Orlek"]


def test_who_has_a_copy_of_a_cable_is_no_part_of_whom_it_goes_to(tmp_path: Path) -> None:
    line = "To the Foreign Ministry, copied to the General Staff Department:"
    found = page(tmp_path, f"# Cable from the Embassy\n\n{line}\n\n{PROSE}\n")
    assert found.role("recipient") == ["Foreign Ministry"]
    assert found.role("copy-recipient") == ["General Staff Department"]


def test_a_bare_family_name_is_that_of_whom_was_named_last(tmp_path: Path) -> None:
    text = "I saw Pak Ui-wan and then Pak Chang-ok. Pak complained of the Kim Chaek plant."
    found = page(tmp_path, f"# Report on the harvest\n\n{PROSE} {text}\n")
    assert found.people == {"Pak Ui-wan", "Pak Chang-ok"}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Ten men flew from Moscow to Bagramik.", "Bagramik"),
        ("In summer it is hot in the Escambrayo.", "Escambrayo"),
        ("The agents at Yatungi cannot write.", "Yatungi"),
        ("The Mir of Hunzana sent his brother.", "Hunzana"),
    ],
)
def test_whither_one_goes_and_what_one_rules_are_places(
    tmp_path: Path, words: str, place: str
) -> None:
    found = page(tmp_path, f"# Report on the harvest\n\n{PROSE} {words}\n")
    assert place in found.places
    assert not found.people


def test_labels_of_numbers_give_numbers(tmp_path: Path) -> None:
    labels = "Record: 115471\nDate: 1954\nForeign Ministry receipt no.: 1873"
    found = page(tmp_path, f"# Cable\n\n{labels}\n\n{PROSE}\n")
    assert (found.record.identifier, found.numbers()) == ("115471", ["1873"])


def test_letters_and_words_of_one_committee_are_one_body(tmp_path: Path) -> None:
    text = (
        "TO THE CPSU CENTRAL COMMITTEE\n\nThe CPSU CC met. The Central Committee of the CPSU met."
    )
    found = page(tmp_path, f"# Report on the harvest\n\n{text} {PROSE}\n")
    assert {one.name for one in found.record.agents} == {"Central Committee of the CPSU"}


def test_a_party_and_its_central_committee_are_one_body(tmp_path: Path) -> None:
    head = "ALL-UNION COMMUNIST PARTY (bolsheviks), CENTRAL COMMITTEE"
    found = page(tmp_path, f"# Decision on grain\n\n{head}\n\n{PROSE}\n")
    assert {one.name for one in found.record.agents} == {head}


def test_what_somebody_translated_into_english_is_a_translation(tmp_path: Path) -> None:
    labels = "Translator: A. Bauer\nDate: 5 May 1951\nSource: RGANI, f. 1, op. 2, d. 3"
    found = page(tmp_path, f"# Letter of A. Orlov\n\n{labels}\n\n{PROSE} {PROSE} {PROSE}\n")
    assert [one.id for one in found.record.text_language] == ["en"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Chief of Staff Song Yo-chan stood beside him.", "Song Yo-chan"),
        ("The chargé d'affaires, Narayan, does not agree.", "Narayan"),
        ("I brought the greetings of President Ho. He smiled.", "Ho"),
    ],
)
def test_who_stands_behind_an_office_is_a_person(tmp_path: Path, words: str, name: str) -> None:
    found = page(tmp_path, f"# Report on the harvest\n\n{PROSE} {words}\n")
    assert found.people == {name}


def test_what_follows_a_known_place_is_one(tmp_path: Path) -> None:
    text = "Work goes on in Moscow and Sukhe-Orlik. He was banished to Bayan."
    found = page(tmp_path, f"# Report on the harvest\n\n{PROSE} {text}\n")
    assert found.places == {"Moscow", "Sukhe-Orlik", "Bayan"}


def test_the_lead_above_a_marked_paper_is_its_summary(tmp_path: Path) -> None:
    lead = "Belgrade is reproached for what it has sent abroad without a word to anybody."
    found = page(tmp_path, f"# Cable to Orlov\n\n5 May 1951\n\n{lead}\n\nTop Secret\n\n{PROSE}\n")
    assert [one.value for one in found.record.abstract] == [lead]


@pytest.mark.parametrize(
    ("line", "number"), [("43/szt/1964.", "43/szt/1964"), ("1092. Verbatim text.", "1092")]
)
def test_numbers_of_registries_and_telegrams_are_read(
    tmp_path: Path, line: str, number: str
) -> None:
    assert page(tmp_path, f"# Telegram\n\n{line}\n\n{PROSE}\n").numbers() == [number]


def test_the_members_present_of_a_protocol_took_part(tmp_path: Path) -> None:
    rows = "| Date: | 6 October 1970 |\n|:--|:--|\n| Source: | RGANI, f. 1, op. 2, d. 3 |"
    present = "Members present: Ulbricht, Stoph\nCandidates present: Ewald, Kleiber"
    text = f"# Protocol of a meeting\n\n{rows}\n\n{present}\n\n{PROSE}\n\n{PROSE}\n"
    found = page(tmp_path, text, "page.md")
    assert set(found.role("participant")) == {"Ulbricht", "Stoph", "Ewald", "Kleiber"}


def test_a_supplied_title_names_all_to_whom_a_letter_goes(tmp_path: Path) -> None:
    text = f"To Comrades: L. P. ORLOV\n             G. M. ZAITSEV\n\n{PROSE}\n\nV. PETROV\n"
    found = page(tmp_path, text)
    assert found.role("recipient") == ["L. P. ORLOV", "G. M. ZAITSEV"]
    assert found.record.title[0].value == "[Letter from V. PETROV to L. P. ORLOV and G. M. ZAITSEV]"


def test_a_telegram_between_posts_goes_to_the_second(tmp_path: Path) -> None:
    text = f"FO 371/115054\n\nFROM PARIS TO FOREIGN OFFICE\n\nYour telegram No. 17.\n\n{PROSE}\n"
    found = page(tmp_path, text)
    assert (found.role("recipient"), found.role("sender")) == (["FOREIGN OFFICE"], [])
    assert (found.record.reference[0].verbatim, found.numbers()) == ("FO 371/115054", [])


def test_a_general_behind_a_place_is_found_without_it(tmp_path: Path) -> None:
    text = "At Thagla Ridge General Kaul has taken over."
    found = page(tmp_path, f"# Report on the border\n\n{PROSE} {text}\n")
    assert (found.people, found.places) == ({"Kaul"}, {"Thagla Ridge"})
