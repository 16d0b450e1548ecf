"""Who signed, sent, had copies and took part, in the forms that papers give them."""

# ruff: noqa: RUF001  (a signature in Russian is meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = (
    "The works at Venta need copper, and the ministry was told so in the spring by those who run "
    "them; nobody has answered since."
)
REPORT = f"# Report on the Works\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n"


@pytest.mark.parametrize(
    ("end", "signatory"),
    [
        ("First Secretary\nB. Vesely m.p.\n", "B. Vesely"),
        ("Chief of the 2nd Department\nMaj. Anton Vesely\n\nTyped by: Dorn\n", "Anton Vesely"),
        ("Mit sozialistischem Gruß\n\n(Vesely)\n", "Vesely"),
        ("СЕКРЕТАРЬ ЦК  И. ВЕСЕЛЫ\n", "И. Веселы"),
    ],
)
def test_names_below_a_text_sign_it(tmp_path: Path, end: str, signatory: str) -> None:
    found = page(tmp_path, f"{REPORT}\n{end}").role("signatory")
    assert [one.casefold() for one in found] == [signatory.casefold()]


def test_an_address_below_a_letter_does_not_sign_it(tmp_path: Path) -> None:
    found = page(tmp_path, f"{REPORT}\nYours ever,\n\nA. Dorn\n\nMr. John F. Vesely\nThe Farm\n")
    assert found.role("signatory") == ["A. Dorn"]


def test_names_side_by_side_sign_for_parties_side_by_side(tmp_path: Path) -> None:
    rows = (
        "<tr><td>For the Government of Venta:</td><td>For the Government of Gora:</td></tr>"
        "<tr><td>Jan VESELY</td><td>A. DORN</td></tr>"
    )
    text = f"<h1>Agreement on Copper</h1><p>{PROSE}</p><p>{PROSE}</p><table>{rows}</table>"
    found = page(tmp_path, f"<html><body>{text}</body></html>", "a.html")
    assert found.role("signatory") == ["Jan VESELY", "A. DORN"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Copies sent to: Ministers; Comrades Jan Vesely, Eva Dorn)", ["Jan Vesely", "Eva Dorn"]),
        ("Recipients of the resolution: Comrade Vesely, Comrade Dorn", ["Vesely", "Dorn"]),
        ("Sent: 5 copies - Vesely, Dorn, archive", ["Vesely", "Dorn"]),
        ("Durchschrift an: Gen. Vesely, Gen. Dorn", ["Vesely", "Dorn"]),
        ("Copied to: Chancellor of the Exchequer (Mr. Vesely)", ["Vesely"]),
        ("cc: INR - Mr. Vesely\nEA/J - Mr. Dorn", ["Vesely", "Dorn"]),
        (
            "Distributed in 3 copies:\n1. Comrade Vesely J.\n2. Comrade Dorn E.\n3. file",
            ["Vesely J.", "Dorn E."],
        ),
    ],
)
def test_copies_go_to_those_whom_a_line_names(tmp_path: Path, line: str, names: list[str]) -> None:
    assert page(tmp_path, f"{REPORT}\n{line}\n").role("copy-recipient") == names


def test_those_present_stand_on_the_lines_below_the_first(tmp_path: Path) -> None:
    listed = "PARTICIPANTS: The Ambassador, M. Jan Vesely\nM. Karel Dorn, Counselor\nThe Secretary"
    found = page(tmp_path, f"# Memorandum of a Talk\n\nMay 5, 1951\n\n{listed}\n\n{PROSE}\n")
    assert {"Jan Vesely", "Karel Dorn"} <= {one[-10:].strip() for one in found.role("participant")}


@pytest.mark.parametrize(
    "title",
    ["Schreiben von Jan Vesely an Eva Dorn wegen Kupfer", "Lettre de Jan Vesely à Eva Dorn",
     "Carta de Jan Vesely a Eva Dorn", "Letter to Eva Dorn from Jan Vesely",
     "Vesely, Jan, to Eva Dorn, 1951 May 5"],
)  # fmt: skip
def test_a_title_tells_who_wrote_to_whom_in_other_forms(tmp_path: Path, title: str) -> None:
    found = page(tmp_path, f"# {title}\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n")
    assert [found.role("sender"), found.role("recipient")] == [["Jan Vesely"], ["Eva Dorn"]]


def test_a_word_in_brackets_behind_a_title_is_nobody(tmp_path: Path) -> None:
    title = "# Minutes of a Meeting of the Works (Excerpt)"
    found = page(tmp_path, f"{title}\n\n5 May 1951\n\n{PROSE}")
    assert found.people == set()


def test_a_given_name_before_a_foreign_word_is_a_persons(tmp_path: Path) -> None:
    text = f"{PROSE} The ship Petra Vesely lay idle. Near the mill Petra Kelova and others met."
    assert page(tmp_path, f"{REPORT}\n{text}\n").people == {"Petra Kelova"}


@pytest.mark.parametrize(
    ("source", "languages"), [("National Archives, RG 59, 788.00/9-1853", ["en"]),
                              ("Venta Archives, Fond 3", [])],
)  # fmt: skip
def test_papers_of_english_offices_are_in_english(
    tmp_path: Path, source: str, languages: list[str]
) -> None:
    found = page(tmp_path, f"{REPORT}\nSource: {source}\n")
    assert [one.id for one in found.record.language] == languages


def test_a_notice_of_a_licence_gives_the_rights(tmp_path: Path) -> None:
    notice = "© Crown copyright. Licensed under the Open Government Licence v3.0."
    found = page(tmp_path, f"{REPORT}\nHow to cite | Report an error\n{notice}\n")
    assert [one.value for one in found.record.rights] == [notice]


def test_a_slip_in_a_signature_is_the_one_who_writes(tmp_path: Path) -> None:
    text = f"# Letter from Khrustalev to Dorn\n\n5 May 1951\n\nDear Dorn!\n\n{PROSE}\n\n{PROSE}\n"
    found = page(tmp_path, f"{text}\nWith greetings\n\nN. KHRUSTLEV\n\nSent: Khrustalev, Dorn\n")
    assert "Khrustlev" not in {one.split()[-1].title() for one in found.people}


def test_those_present_stand_below_the_word_for_their_side(tmp_path: Path) -> None:
    listed = (
        "Principals\n The President\n Secretary of State Jan A. Vesely\n\nOther Attendees\n K. Dorn"
    )
    found = page(
        tmp_path, f"# Minutes of a Council\n\n5 May 1951\n\n{PROSE}\n\n{listed}\n\n{PROSE}"
    )
    assert {"Jan A. Vesely", "K. Dorn"} <= set(found.role("participant"))


def test_attention_is_asked_beside_the_post(tmp_path: Path) -> None:
    head = "TO:   SECRETARY-GENERAL, VENTA          ATTN: VESELY\nNUMBER: D-17\n"
    text = f"{head}\n{PROSE}"
    found = page(tmp_path, f"# Cable on the Works\n\n{text}\n\n{PROSE}\n")
    assert "Vesely" in " ".join(found.role("recipient")).title()
    assert found.numbers() == ["D-17"]


@pytest.mark.parametrize(
    ("label", "value", "role", "names"),
    [
        ("Author", "Jan Vesely and Eva Dorn", "author", ["Jan Vesely", "Eva Dorn"]),
        ("Author", "Jan Vesely, Minister of Mines", "author", ["Jan Vesely"]),
        ("Author", "Vesely, Jan | Dorn, Eva", "author", ["Vesely, Jan", "Dorn, Eva"]),
        ("Recipient", "Eva Dorn and Karel Hora", "recipient", ["Eva Dorn", "Karel Hora"]),
        ("Translator", "Translated from Czech by Karel Hora", "translator", ["Karel Hora"]),
        ("Translator", "Karel Hora for the Venta Project", "translator", ["Karel Hora"]),
        ("Donors", "Luce Foundation and Dorn Fund", "funder", ["Luce Foundation", "Dorn Fund"]),
    ],
)
def test_a_value_of_several_names_is_several_agents(
    tmp_path: Path, label: str, value: str, role: str, names: list[str]
) -> None:
    block = f"Extent: 2 pages\n{label}: {value}\nAccess status: Open\n"
    found = page(tmp_path, f"# Works\n\n{block}\nTranscript\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role(role) == names


def test_a_memorandum_goes_to_whoever_holds_an_office_and_is_signed_by_mark(
    tmp_path: Path,
) -> None:
    text = (
        "# Memorandum, Secretary for Foreign Affairs Brand Vesely to the Minister of Mines\n\n"
        "5 May 1951\n\nDEPARTMENT OF FOREIGN AFFAIRS\n\n137/11/3\n\n"
        "MEMORANDUM TO: The Minister of Mines, the Hon. R.F. Orlik\n\n"
        f"{PROSE}\n\n{PROSE} Dr De Tovar knows of it, and so does Dr J W L de Tovar.\n\n"
        "(get.) B.G. VESELY\nSEKRETARIS VAN BUITELANDSE SAKE\n\n"
        "AFSKRIFTE/COPIES: Dr A J A Dorn; Gen M A de M Hora; S A Embassy, Washington\n"
    )
    found = page(tmp_path, text)
    assert found.role("recipient") == ["R.F. Orlik"]
    assert found.role("signatory") == ["Brand Vesely"]
    assert found.role("copy-recipient") == [
        "A J A Dorn", "M A de M Hora", "S A Embassy, Washington"
    ]  # fmt: skip
    assert found.numbers() == ["137/11/3"]
    assert "De Tovar" not in found.people


@pytest.mark.parametrize(
    ("line", "recipient"),
    [
        ("NOTE POUR MONSIEUR COUVE DE TOVAR, MINISTRE DES MINES", ["COUVE DE TOVAR"]),
        ("Vermerk für Genossen Orlik", ["Orlik"]),
        ("Note for the file", []),
        ("Dear Comrade Orlik! Dear comrades!", ["Orlik"]),
    ],
)
def test_a_line_above_a_text_says_for_whom_it_is(
    tmp_path: Path, line: str, recipient: list[str]
) -> None:
    found = page(tmp_path, f"# Note on the Works\n\n5 May 1951\n\n{line}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("recipient") == recipient


def test_m_behind_a_given_name_is_an_initial_and_elsewhere_monsieur(tmp_path: Path) -> None:
    text = (
        "# Note de la Direction des mines\n\n5 mai 1951\n\nM. Vesely s'est rendu à Venta avec "
        "M. Dorn, et il y a rencontré le directeur, qui lui a parlé des mines et du cuivre que "
        "l'on attend depuis le printemps.\n\nJean M. Lefort\n\n"
        "*Copies : M. Charles Hora ; Secrétariat général de l'Élysée (M. Burin des Tours)*\n"
    )
    found = page(tmp_path, text)
    assert found.role("signatory") == ["Jean M. Lefort"]
    assert {"Vesely", "Dorn"} <= found.people
    assert found.role("copy-recipient") == [
        "Charles Hora", "Secrétariat général de l'Élysée", "Burin des Tours"
    ]  # fmt: skip


def test_units_that_have_copies_are_no_persons(tmp_path: Path) -> None:
    text = (
        f"# Telegram on the Works\n\n5 May 1951\n\nNo. 2791 - 11h45 - SATURDAY - {PROSE}\n\n{PROSE}"
    )
    found = page(tmp_path, f"{text}\n\nLUIS DORN\n\nDistribution: SG, DEM, CSN, SNI\n")
    copies = [one for one in found.record.agents if one.role == "copy-recipient"]
    assert [(one.name, one.kind) for one in copies] == [
        (name, "group") for name in ("SG", "DEM", "CSN", "SNI")
    ]
    assert found.people == {"LUIS DORN"}
    assert found.numbers() == ["2791"]


def test_a_body_before_the_kind_of_a_paper_in_a_title_is_its_author(tmp_path: Path) -> None:
    title = (
        "5 May 1951\n   Central Mining Office, Intelligence Memorandum No. 25/51, 'The\n"
        "                     Copper of Venta'"
    )
    found = page(tmp_path, f"{title}\n\nOriginal Language:\nEnglish\n\nContents:\n{PROSE}\n")
    (said,) = found.record.title
    assert said.value.endswith("'The Copper of Venta'")
    assert found.role("corporate-author") == ["Central Mining Office"]


def test_a_protocol_is_of_the_body_on_the_line_below_it(tmp_path: Path) -> None:
    whose = "of the Politburo of the CC of the BCP from July 16, 1968"
    kind = "PROTOCOL \u201cA\u201d No. 291"
    present = "PRESENT: Comrades Luis Dorn, Jan Orlov\n\nAGENDA:\n\nI. On the mills"
    head = f"STRICTLY CONFIDENTIAL\n\n{kind}\n{whose}\n\n{present}"
    found = page(tmp_path, f"{head}\n\n{PROSE}\n\n{PROSE}\n")
    (title,) = found.record.title
    assert title.value == f"{kind} {whose}"
    assert found.role("corporate-author") == ["Politburo of the CC of the BCP"]
    assert [one.id.rpartition("/")[2] for one in found.record.type] == ["minutes"]


def test_a_journal_is_his_whose_name_stands_below_though_in_two_columns(tmp_path: Path) -> None:
    head = (
        "FROM THE JOURNAL OF                       SECRET     Copy N\u00b0 4\n"
        "D. S. DORN                                24 May 1948\n\n"
        "RECORD OF CONVERSATIONS\nwith the Prime Minister, and others"
    )
    found = page(tmp_path, f"{head}\n\n{PROSE}\n\n{PROSE}\n\n(D. DORN)\n")
    assert "D. S. DORN" in found.role("author")


@pytest.mark.parametrize(
    ("title", "sender"),
    [
        ("Telegram from Romanian Ambassador in Beijing Luis Dorn, 'On Mills'", "Luis Dorn"),
        ("Report from the Foreign Ministry, 'Reception Plan for Jan Orlov'", "Foreign Ministry"),
        ("Speech by the General Secretary of the Party of Miners (Luis Dorn) at the Meeting of the "
         "Committee", ""),
        ("[668] The Ambassador in Iran (Dorn) to the Secretary of State", "Dorn"),
    ],
)  # fmt: skip
def test_who_wrote_is_told_outside_the_name_of_a_paper(
    tmp_path: Path, title: str, sender: str
) -> None:
    found = page(tmp_path, f"5 May 1951\n\n{title}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("sender") == ([sender] if sender else [])
    assert "Jan Orlov" not in found.role("recipient")
    assert sender or found.role("author") == ["Luis Dorn"]


def test_notes_that_the_markup_sets_below_a_paper_hide_no_signature(tmp_path: Path) -> None:
    notes = f"<div class='footnotes'><ol><li>{PROSE}</li><li>Sir Jan Orlov.</li></ol></div>"
    text = f"<h1>The Ambassador in Iran (Dorn) to the Secretary of State</h1><p>{PROSE}</p>"
    found = page(
        tmp_path, f"<html><body>{text}<p>Dorn</p>{notes}<p>[Page 9]</p></body></html>", "a.html"
    )
    assert found.role("signatory") == ["Dorn"]


def test_a_decision_on_a_request_is_by_the_body_that_decided(tmp_path: Path) -> None:
    title = "Decree of the Secretariat of the CC CPSU on a Request from the Party of Miners"
    end = "Deputy Head of the International Department of the CC CPSU\nV. Dorn\n12 February 1975"
    found = page(tmp_path, f"February 18, 1975\n\n{title}\n\n{PROSE}\n\n{PROSE}\n\n{end}\n")
    assert "Secretariat of the CC CPSU" in found.role("corporate-author")
    assert "Party of Miners" not in (*found.role("sender"), *found.role("author"))


def test_a_note_for_the_file_is_called_by_its_subject(tmp_path: Path) -> None:
    head = "NOTE FOR THE FILE\n\nSubject: Talk of the Minister with Luis Dorn (Rome, 9 May 1984)"
    found = page(tmp_path, f"MINISTRY OF MINES\n\n{head}\n\n{PROSE}\n\n{PROSE}\n").record
    assert "Talk of the Minister with Luis Dorn" in found.title[0].value
    assert [span.edtf for span in found.date] == ["1984-05-09"]


def test_a_paper_is_called_by_its_kind_and_subject_though_a_word_is_glossed(tmp_path: Path) -> None:
    head = "INFORMATION MEMORANDUM [dokladnaya zapiska]\n\nOn the state of the mills of Venta"
    text = f"OFFICE OF MILLS\n\n5 May 1951\n\n{head}\n\n{PROSE}\n\n{PROSE}\n"
    (title,) = page(tmp_path, text).record.title
    assert title.value == "Information memorandum on the state of the mills of Venta"


def test_the_code_of_an_office_before_a_number_is_nobody(tmp_path: Path) -> None:
    head = "(65) Ling Zi No. 0387\n\nThe Embassy of Venta presents its compliments to Luis Dorn."
    assert page(tmp_path, f"{REPORT}\n{head}\n\n{PROSE}\n").people == {"Luis Dorn"}


def test_verbs_that_are_written_short_are_nobody(tmp_path: Path) -> None:
    said = "Don't laugh at it. They've sent Luis Dorn to me, I'm glad. We\u2019ll answer."
    assert page(tmp_path, f"{REPORT}\n{PROSE}\n\n{said}\n").people == {"Luis Dorn"}


def test_a_heading_with_a_letter_signs_nothing(tmp_path: Path) -> None:
    parts = "\n\n".join(f"{head}\n\n{PROSE}" for head in ("A.  What has happened", "B. Linkage"))
    assert page(tmp_path, f"{REPORT}\n{parts}\n\nB. Linkage\n").role("signatory") == []


def test_what_a_hand_wrote_below_a_signature_hides_it_not(tmp_path: Path) -> None:
    noted = "[note in the margin:] I agree. To be laid before the board. 8/XI"
    found = page(tmp_path, f"{REPORT}\nLUIS DE DORN\n\n{noted}\n")
    assert found.role("signatory") == ["LUIS DE DORN"]


def test_a_paper_that_only_its_kind_names_is_called_by_its_subject_too(tmp_path: Path) -> None:
    head = (
        "Ministry of Mines\n\nBerlin, 23 September 1960\n\nInformation\nabout\nthe copper of Venta"
    )
    (title,) = page(tmp_path, f"{head}\n\n{PROSE}\n\n{PROSE}\n").record.title
    assert title.value == "Information about the copper of Venta"
