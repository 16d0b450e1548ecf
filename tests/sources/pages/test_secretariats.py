"""How secretariats of parties, ministries and heads of state print what they decide and send."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
HEAD = "# Decision on Aid to the Port of Venta\n\n5 May 1961\n\n"


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('RESOLUTION "B" No. 3\n\nOF THE POLITBURO OF THE CC OF THE BCP of 5 May 1961',
         "POLITBURO OF THE CC OF THE BCP"),
        ("DECREE No. 512-88\nof the Council of Ministers of the USSR, 5 May 1961",
         "Council of Ministers of the USSR"),
        ("DECISION OF THE SECRETARIAT OF THE CC CPSU", "SECRETARIAT OF THE CC CPSU"),
        ("BESCHLUSS Nr. 14/61\ndes Sekretariats des ZK der SED vom 5. Mai 1961",
         "Sekretariat des ZK der SED"),
        ("UCHWAŁA Nr 12/61\nBiura Politycznego KC PZPR z dnia 5 maja 1961",
         "Biuro Polityczne KC PZPR"),
        ("USNESENÍ č. 85\npředsednictva ÚV KSČ ze dne 5. května 1961", "Předsednictvo ÚV KSČ"),
    ],
)  # fmt: skip
def test_the_head_of_a_decision_says_which_body_decided(
    tmp_path: Path, head: str, author: str
) -> None:
    text = f"# Party Politburo Decision on Aid to the Port\n\n{head}\n\nRegarding aid\n\n{PROSE}\n"
    assert page(tmp_path, text, "page.md").role("corporate-author") == [author]


@pytest.mark.parametrize(
    "head",
    [
        "ORDER\nof the day: the harvest, the railway and the new works",
        "DECISION OF THE MATTER OF THE BRIDGE",
        "Decisions\nof the last weeks in May",
    ],
)
def test_what_a_decision_is_of_need_not_be_a_body(tmp_path: Path, head: str) -> None:
    found = page(tmp_path, f"# Note on the Harvest\n\n5 May 1961\n\n{head}\n\n{PROSE}\n", "page.md")
    assert found.role("corporate-author") == []


@pytest.mark.parametrize(
    "foot",
    [
        "FIRST SECRETARY OF THE CC OF THE BCP: (T. Orlov)",
        "Secretary of the Central Committee        (T. Orlov)",
        "Chairman of the Council of Ministers - /T. Orlov/",
    ],
)
def test_a_name_in_brackets_behind_the_office_signs(tmp_path: Path, foot: str) -> None:
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n{foot}\n\nVote: Jan Dorn - for\n", "page.md")
    assert found.role("signatory") == ["T. Orlov"]


def test_an_office_with_what_it_is_for_in_brackets_is_no_signature(tmp_path: Path) -> None:
    text = f"{HEAD}{PROSE}\n\nThe Ministry of Mines (T. Orlov) pays.\n\nCouncil of Mines (Venta)\n"
    assert page(tmp_path, text, "page.md").role("signatory") == []


@pytest.mark.parametrize(
    "foot",
    [
        "To be sent for execution to: D. Orlov, P. Vesely, Iv. Dorn",
        "For implementation: D. Orlov, P. Vesely, Iv. Dorn",
        "Extracts to be sent to: D. Orlov, P. Vesely, Iv. Dorn",
        "Printed on 6 May 1961; 41 copies\nTo: D. Orlov, P. Vesely, Iv. Dorn\n\n[seal]",
        "Made in 5 copies.\nFor: D. Orlov, P. Vesely, Iv. Dorn\n\nSeen at the registry on Monday",
        "Odbito w 5 egz.\nDo: D. Orlov, P. Vesely, Iv. Dorn\n\nVenta",
    ],
)
def test_those_to_whom_a_decision_is_sent_have_copies(tmp_path: Path, foot: str) -> None:
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n{foot}\n", "page.md")
    assert found.role("copy-recipient") == ["D. Orlov", "P. Vesely", "Iv. Dorn"]
    assert found.role("recipient") == []


def test_departments_for_two_countries_are_one(tmp_path: Path) -> None:
    foot = "41 copies\nTo: Chairman Orlov, Soviet and East European Department, General Office (3)"
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n{foot}\n", "page.md")
    assert found.role("copy-recipient") == [
        "Orlov", "Soviet and East European Department", "General Office"
    ]  # fmt: skip


@pytest.mark.parametrize("last", ["To: Orlov, Vesely, Dorn", PROSE, "T. Orlov"])
def test_a_summary_is_set_in_by_a_blank_right_below_the_text(tmp_path: Path, last: str) -> None:
    summary = "The ambassador takes leave before going home and speaks about the harvest."
    foot = 'Citation\n\n"Talk with Orlov", 5 May 1961, Mill Archive, MFA 117-00362-01, 1-8.\n'
    text = (
        f"TALK WITH THE AMBASSADOR\n \nTime: 5 May 1961\n \n{PROSE}\n \n{last}\n {summary}\n \n\n"
    )
    found = page(tmp_path, f"{text}\n{foot}").record
    assert [one.value for one in found.abstract] == [summary]


def test_paragraphs_that_are_all_set_in_have_no_summary(tmp_path: Path) -> None:
    foot = 'Citation\n\n"Talk with Orlov", 5 May 1961, Mill Archive, MFA 117-00362-01, 1-8.\n'
    text = f" TALK\n \n Time: 5 May 1961\n \n {PROSE}\n {PROSE}\n {PROSE}\n"
    assert page(tmp_path, f"{text}\n{foot}").record.abstract == ()


@pytest.mark.parametrize(
    "address",
    [
        "Comrade\nJerzy Orlowski\nUndersecretary of State at the Ministry of Mines\nin Warsaw",
        "Towarzysz\nJerzy Orlowski\nMinister Spraw Zagranicznych\nw Warszawie",
        "To Comrade\nMinister of Foreign Affairs\nJerzy Orlowski\nWarsaw",
        "Genosse\nJerzy Orlowski\nStellvertreter des Ministers\nBerlin",
        "Soudruh\nJerzy Orlowski\nministr zahraničních věcí\nPraha",
    ],
)
def test_an_address_may_stand_on_several_lines(tmp_path: Path, address: str) -> None:
    head = f"# Report on the Harvest\n\n9 July 1966\n\nEMBASSY OF VENTA\n\nSECRET\n\n{address}\n"
    found = page(tmp_path, f"{head}\n{PROSE}\n\n{PROSE}\n\n(J. Siedlecki)\n", "page.md")
    assert found.role("recipient") == ["Jerzy Orlowski"]
    assert found.role("signatory") == ["J. Siedlecki"]


@pytest.mark.parametrize(
    "line",
    [
        "For attention: Minister R F Botha",
        "For the attention of: Minister R F Botha",
        "For the personal attention of: R F Botha",
    ],
)
def test_whose_attention_a_paper_asks_for_does_not_sign_it(tmp_path: Path, line: str) -> None:
    head = "# Briefing Paper for the Minister\n\n20 June 1988\n\n"
    found = page(tmp_path, f"{head}{PROSE}\n\n(sgd) D W Auret\n\n{line}\n", "page.md")
    assert found.role("recipient") == ["R F Botha"]
    assert found.role("signatory") == ["D W Auret"]


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Information for the President of the Republic of Brazil, No. 197",
         "Orlov reports to Geisel on the visit of a delegation."),
        ("Memorandum for the Prime Minister on the Harvest",
         "Ambassador Orlov informs President Geisel of the visit of a delegation."),
        ("Dispatch on the Harvest", "J. Orlov submits his findings to Geisel before the talks."),
    ],
)  # fmt: skip
def test_a_summary_may_name_the_holder_of_the_office_that_is_addressed(
    tmp_path: Path, title: str, summary: str
) -> None:
    head = f"# {title}\n\n**Date:** 19 August 1977\n\n**Summary:** {summary}\n\nContents\n\n"
    text = f"INFORMATION FOR THE MISTER PRESIDENT OF THE REPUBLIC\n\n{PROSE}\n\nJ. ORLOV\n"
    found = page(tmp_path, f"{head}{text}", "page.md")
    assert found.role("recipient") == ["Geisel"]


def test_whom_a_summary_names_is_no_addressee_of_a_paper_to_nobody(tmp_path: Path) -> None:
    summary = "Orlov reports to Geisel on the visit of a delegation."
    head = (
        f"# Note on the Harvest\n\n**Date:** 5 May 1977\n\n**Summary:** {summary}\n\nContents\n\n"
    )
    assert page(tmp_path, f"{head}{PROSE}\n\nJ. ORLOV\n", "page.md").role("recipient") == []


def test_whoever_holds_an_office_in_brackets_has_the_copy(tmp_path: Path) -> None:
    foot = "Copies to: Prime Minister; Secretary General (N.R. Pillai); Mines Department"
    found = page(tmp_path, f"{HEAD}{PROSE}\n\nJ. Orlov\n\n{foot}\n", "page.md")
    assert found.role("copy-recipient") == ["N.R. Pillai", "Mines Department"]


def test_three_initials_are_of_nobody_with_one_given_name(tmp_path: Path) -> None:
    text = f"# Telegram from K.P.S. Menon to J. Dorn\n\n5 May 1956\n\n{PROSE} Krishna Menon came.\n"
    found = page(tmp_path, f"{text}\n{PROSE}\n\nK.P.S. Menon\n", "page.md")
    assert found.role("signatory") == ["K.P.S. Menon"]
    assert found.people == {"K.P.S. Menon", "Krishna Menon", "J. Dorn"}


def test_points_of_a_paper_are_no_copies_and_no_numbers(tmp_path: Path) -> None:
    points = (
        f"5. Our aims\n\n{PROSE}\n\n6. President Mubarak\n\n{PROSE}\n\n7. Your Excellency"
        f" knows this. {PROSE}\n"
    )
    found = page(tmp_path, f"{HEAD}{PROSE}\n\n{points}", "page.md")
    assert found.role("copy-recipient") == []
    assert found.numbers() == []


@pytest.mark.parametrize("mark", ["UITERS GEHEIM", "STRENG VERTROULIK", "UITERST GEHEIM"])
def test_grades_of_pretoria_and_the_hague_are_known(tmp_path: Path, mark: str) -> None:
    found = page(tmp_path, f"{HEAD}TOP SECRET / {mark}\n\n{PROSE}\n", "page.md").record
    assert [one.label for one in found.classification] == [f"TOP SECRET / {mark}"]


def test_heads_with_a_numeral_and_a_dash_do_not_sign(tmp_path: Path) -> None:
    parts = f"I. - Ce que cherchent les autres\n\n{PROSE}\n\nII. - L'Allemagne\n\n{PROSE}\n"
    assert page(tmp_path, f"{HEAD}{parts}", "page.md").role("signatory") == []


def test_whoever_speaks_above_his_words_does_not_sign(tmp_path: Path) -> None:
    said = f"Comrade Jan Orlov:\n\n{PROSE}\n\nComrade Eva Dorn:\n\n{PROSE}\n"
    last = "Comrade Jan Orlov:\n\nThen let us go and eat.\n\nEnd: 12.40 p.m.\n"
    found = page(tmp_path, f"# Talk on the Harvest\n\n5 May 1984\n\n{said}\n{last}", "page.md")
    assert found.role("signatory") == []


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("por la parte argentina, el Canciller Nicanor Costa, el Embajador Enrique Ros y el"
         " Consejero Luis Rey; por la parte soviética, el Embajador Jan Orlov.",
         ["Nicanor Costa", "Enrique Ros", "Luis Rey", "Jan Orlov"]),
        ("on the Polish side, Minister Jan Orlov and Ambassador Adam Hora; on the Soviet side,"
         " Counsellor I. Vesely", ["Jan Orlov", "Adam Hora", "I. Vesely"]),
        ("da parte italiana, il Ministro Aldo Rossi e l'Ambasciatore Luigi Verdi; da parte"
         " sovietica, il Ministro Jan Orlov", ["Aldo Rossi", "Luigi Verdi", "Jan Orlov"]),
        ("Kang Song San, Marshal O Jin U, O Kuk Ryol, Pak Jung Guk (Ambassador)",
         ["Kang Song San", "O Jin U", "O Kuk Ryol", "Pak Jung Guk"]),
    ],
)  # fmt: skip
def test_those_who_talked_are_listed_by_their_sides(
    tmp_path: Path, line: str, there: list[str]
) -> None:
    head = "# Record of a Talk on the Harvest\n\n5 May 1982\n\n"
    text = f"{head}PARTICIPANTS: {line}\n\n{PROSE}\n"
    assert page(tmp_path, text, "page.md").role("participant") == there


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("I was received by Y. Orlov at his request. The Deputy, Vesely, was also present.",
         ["Y. Orlov", "Vesely", "A. Dorn"]),
        ("Today the Chinese ambassador, He Ying, called on me and asked for tea.",
         ["He Ying", "A. Dorn"]),
        ("Orlov received me in the afternoon. Present at the conversation with Orlov was embassy"
         " counselor V.I. Vesely.", ["Orlov", "V.I. Vesely", "A. Dorn"]),
        ("I visited Orlov at his request. The conversation was interpreted by the second secretary"
         " of the Embassy, V. I. Vesely.", ["Orlov", "V. I. Vesely", "A. Dorn"]),
        ("I had lunch with Ambassador J. Orlov. The talk took place with the participation of"
         " embassy counselor V. I. Vesely.", ["J. Orlov", "V. I. Vesely", "A. Dorn"]),
        ("Today at 10 o'clock Comrade Orlov invited me to his office.", ["Orlov", "A. Dorn"]),
        ("I paid a farewell visit to Comrade Y. Orlov.", ["Y. Orlov", "A. Dorn"]),
        ("During the reception I talked with the Minister of Mines, J. Orlov.",
         ["J. Orlov", "A. Dorn"]),
        ("Invited Comrade Orlov to the embassy and told him this.", ["Orlov", "A. Dorn"]),
        ("I visited Orlov at his request. Attaché V. I. Vesely acted as interpreter.",
         ["Orlov", "V. I. Vesely", "A. Dorn"]),
    ],
)  # fmt: skip
def test_a_diary_says_who_came_and_who_interpreted(
    tmp_path: Path, said: str, there: list[str]
) -> None:
    text = f"# Journal of Ambassador A. Dorn\n\n5 May 1958\n\n{said}\n\n{PROSE}\n\nA. DORN\n"
    assert page(tmp_path, text, "page.md").role("participant") == there


@pytest.mark.parametrize(
    "head",
    [
        "MEMORANDUM OF CONVERSATION\n\nof Ambassador J. Orlov with the Chargé, Comrade Chen Chu",
        "RECORD\nof the conversation of Comrade J. Orlov with Comrade Chen Chu",
        "MEMORANDUM OF CONVERSATION\nbetween the Minister, J. Orlov, and the Ambassador, Chen Chu",
        "Conversation between Comrade J. Orlov\nand Comrade Chen Chu",
        "VERMERK\nüber das Gespräch des Genossen J. Orlov mit dem Genossen Chen Chu",
        "NOTA\nsobre la entrevista del Canciller J. Orlov con el Embajador Chen Chu",
        "APPUNTO\nsul colloquio del Ministro J. Orlov con l'Ambasciatore Chen Chu",
    ],
)
def test_the_head_of_a_record_says_who_talked(tmp_path: Path, head: str) -> None:
    text = f"# Papers on the Harvest\n\n5 May 1954\n\nSECRET\n\n{head}\n\n{PROSE}\n\n{PROSE}\n"
    found = page(tmp_path, text, "page.md")
    assert found.role("participant") == ["J. Orlov", "Chen Chu"]
    assert [one.id.rpartition("/")[2] for one in found.record.type] == ["record-of-conversation"]


@pytest.mark.parametrize(
    "title",
    [
        "Memorándum de conversación entre el Canciller Luis Rey y el Embajador Jan Orlov",
        "Compte-rendu de l'entretien de M. Luis Rey avec M. Jan Orlov",
        "Stenographic Record of Conversation between Luis Rey and Jan Orlov",
        "Audience of Ambassador Luis Rey with Prince Jan Orlov",
    ],
)
def test_titles_of_talks_in_other_languages_say_who_talked(tmp_path: Path, title: str) -> None:
    found = page(tmp_path, f"# {title}\n\n5 May 1982\n\n{PROSE}\n", "page.md")
    assert found.role("participant") == ["Luis Rey", "Jan Orlov"]
    assert [one.id.rpartition("/")[2] for one in found.record.type] == ["record-of-conversation"]


def test_a_note_on_prices_has_nobody_who_talked(tmp_path: Path) -> None:
    head = "NOTE\non the prices which Jan Orlov and Eva Dorn have asked for"
    text = f"# Papers on the Harvest\n\n5 May 1954\n\n{head}\n\n{PROSE}\n"
    assert page(tmp_path, text, "page.md").role("participant") == []


def test_a_procedure_that_is_called_by_letters_is_no_body(tmp_path: Path) -> None:
    text = "Note sur la télévision\n\nL'affaire du procédé SECAM est réglée depuis l'an dernier, et"
    found = page(tmp_path, f"{text} le ministre en a parlé au CNES à Paris.\n").record
    assert "SECAM" not in {one.name for one in found.agents}


@pytest.mark.parametrize(
    "foot",
    [
        "Documents that officials prepared as part of their duties are in the public domain.",
        "Reproduced by permission of the Venta Archive. Not to be used without written consent.",
        "La reproducción es libre citando la fuente.",
        "Réutilisation soumise à l'autorisation du service des archives.",
        "A reprodução total ou parcial é livre, desde que citada a fonte.",
        "Ces documents sont dans le domaine public.",
        "Use of these materials is subject to the terms of the archive.",
        "Permission to quote must be sought from the Keeper of the Records.",
        "For personal and educational use only.",
        "Materiały mogą być wykorzystywane z podaniem źródła.",
        "Любое использование материалов допускается только со ссылкой на источник.",
    ],
)
def test_sites_say_in_a_sentence_what_is_permitted(tmp_path: Path, foot: str) -> None:
    text = f"{HEAD}{PROSE}\n\nRecord ID: 114177\n\nVenta Archive, Mill Lane 4\n\n{foot}\n"
    found = page(tmp_path, text, "page.md").record
    assert [one.value for one in found.rights] == [foot]


def test_a_paper_may_speak_of_the_public_domain(tmp_path: Path) -> None:
    last = "The use of the harbour is subject to the consent of both governments."
    text = f"{HEAD}The charts are in the public domain. {PROSE}\n\n{PROSE}\n\n{last}\n\nJ. Orlov\n"
    assert page(tmp_path, f"{text}\nRecord ID: 114\n", "page.md").record.rights == ()


@pytest.mark.parametrize(
    "label", ["Abstract: ", "**Summary:** ", "Editor's abstract\n\n", "Synopsis: "]
)
def test_the_word_for_a_summary_below_a_text_is_no_part_of_either(
    tmp_path: Path, label: str
) -> None:
    summary = "An intelligence digest prepared for the leadership on the harvest as seen by Bonn."
    head = "# Note on the Harvest\n\n**Date:** 5 May 1961\n\n**Language:** English\n\n---\n\n"
    text = (
        f"{head}{PROSE} {PROSE}\n\n{PROSE}\n\nJ. ORLOV\n\n{label}{summary}\n\nRecord ID: 114177\n"
    )
    found = page(tmp_path, text, "page.md")
    assert [one.value for one in found.record.abstract] == [summary]
    assert found.row.cells["body"][0].text.endswith("J. ORLOV")


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("**Accession** WSD-88-0214", "WSD-88-0214"),
        ("**Código:** CDAS-0377", "CDAS-0377"),
        ("**Permanent link:** reading.venta.example/item/20683", "20683"),
    ],
)
def test_a_code_that_a_site_labels_is_the_records(tmp_path: Path, label: str, number: str) -> None:
    head = f"# Note on the Harvest\n\n**Date:** 5 May 1961\n\n{label}\n\n**Language:** English\n\n"
    assert page(tmp_path, f"{head}---\n\n{PROSE}\n", "page.md").record.identifier == number


def test_how_a_thing_was_acquired_is_no_number(tmp_path: Path) -> None:
    head = "# Note\n\n**Date:** 5 May 1961\n\n**Accession:** Gift of Jan Orlov, 1971\n\n"
    found = page(tmp_path, f"{head}**Language:** English\n\n---\n\n{PROSE}\n", "page.md").record
    assert "Gift" not in found.identifier


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("Conversation partners: J. Orlov, A. Vesely", ["J. Orlov", "A. Vesely"]),
        ("Comrade J. Orlov received Comrade K. Dorn at 11 o'clock in the building of the CC.",
         ["J. Orlov", "K. Dorn"]),
        ("On 5 May 1961 Comrade J. Orlov met with Comrade K. Dorn at the latter's own request.",
         ["J. Orlov", "K. Dorn"]),
        ("The conversation took place in the presence of Ambassador P. Hora and Consul K. Dorn.",
         ["P. Hora", "K. Dorn"]),
        ("The meeting opened at 10 a.m. with Comrade J. Orlov in the chair.", ["J. Orlov"]),
        ("The session took place under the chairmanship of Comrade J. Orlov.", ["J. Orlov"]),
        ("For the Soviet Union:\nJ. Orlov\nA. Vesely\n\nFor Mongolia:\nK. Dorn",
         ["J. Orlov", "A. Vesely", "K. Dorn"]),
        ("Members of the Politburo present: J. Orlov. Candidate members: K. Dorn. Secretaries: P."
         " Hora", ["J. Orlov", "K. Dorn", "P. Hora"]),
    ],
)  # fmt: skip
def test_records_of_talks_say_who_was_there_in_many_manners(
    tmp_path: Path, line: str, there: list[str]
) -> None:
    text = f"# Record of Talks on the Harvest\n\n5 May 1961\n\nSECRET\n\n{line}\n\n{PROSE}\n\n"
    found = page(tmp_path, f"{text}{PROSE}\n", "page.md")
    assert found.role("participant") == there
    assert found.role("signatory") == []


def test_who_kept_the_record_stands_before_those_who_were_there(tmp_path: Path) -> None:
    line = "Record kept by: K. Dorn. Present: J. Orlov, A. Vesely."
    text = f"# Record of Talks on the Harvest\n\n5 May 1961\n\n{line}\n\n{PROSE}\n\n{PROSE}\n"
    found = page(tmp_path, text, "page.md")
    assert found.role("participant") == ["J. Orlov", "A. Vesely"]
    assert found.role("author") == ["K. Dorn"]


def test_a_meeting_of_others_in_a_text_is_none_of_its_own(tmp_path: Path) -> None:
    text = f"{PROSE}\n\nOn 5 May 1956 Comrade J. Orlov met with Comrade K. Dorn at the mill.\n"
    found = page(tmp_path, f"# Record of Talks on the Harvest\n\n5 May 1961\n\n{text}", "page.md")
    assert found.role("participant") == []


def test_a_reception_room_is_no_place_on_a_map(tmp_path: Path) -> None:
    head = "# Talk with Jan Orlov\n\nTime: 14 December 1963\n\n"
    room = "Location: Ministry of Foreign Affairs reception room\n\nParticipants: Jan Orlov\n\n"
    assert page(tmp_path, f"{head}{room}{PROSE}\n", "page.md").places == set()


def test_bodies_with_words_of_offices_have_copies_as_bodies(tmp_path: Path) -> None:
    foot = "c.c.: Comisión Nacional de Minas; Secretaría General de la Presidencia"
    found = page(tmp_path, f"{HEAD}{PROSE}\n\nJ. ORLOV\n\n{foot}\n", "page.md")
    assert found.role("copy-recipient") == [
        "Comisión Nacional de Minas", "Secretaría General de la Presidencia"
    ]  # fmt: skip
    assert found.people == {"J. ORLOV"}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("Mr. R. K. Hora,\nSecretary General,\nMinistry of External Affairs,\nNew Delhi.",
         "R. K. Hora"),
        ("Vážený soudruh\nVáclav Hora\nministr zahraničních věcí", "Václav Hora"),
        ("Drogi Towarzyszu\nAdam Hora\nMinister Spraw Zagranicznych", "Adam Hora"),
    ],
)  # fmt: skip
def test_an_address_may_have_commas_and_courtesies(tmp_path: Path, address: str, name: str) -> None:
    head = f"# Note on the Harvest\n\n9 July 1966\n\n{address}\n"
    found = page(tmp_path, f"{head}\n{PROSE}\n\n{PROSE}\n\n(J. Siedlecki)\n", "page.md")
    assert found.role("recipient") == [name]
    assert found.role("corporate-author") == []


def test_a_report_may_be_put_to_a_body_in_capitals(tmp_path: Path) -> None:
    head = "REPORT TO THE POLITBURO OF THE CC OF THE PUWP"
    found = page(tmp_path, f"# Note on Coal\n\n5 May 1961\n\n{head}\n\n{PROSE}\n\nJ. ORLOV\n")
    assert found.role("recipient") == ["POLITBURO OF THE CC OF THE PUWP"]


def test_no_text_stands_between_an_office_and_whoever_signs(tmp_path: Path) -> None:
    head = "Secretary of State for Foreign Affairs from Ambassador in the Ministry of Mines, Venta"
    text = f"# Note on the Harvest\n\n5 May 1961\n\n{head}\n\n{PROSE}\n\n{PROSE}\n\nJ. ORLOV\n"
    assert page(tmp_path, text, "page.md").role("corporate-author") == []


def test_several_sign_behind_one_word(tmp_path: Path) -> None:
    found = page(tmp_path, f"{HEAD}{PROSE}\n\nSigned: Jan Orlov, Eva Dorn\n", "page.md")
    assert found.role("signatory") == ["Jan Orlov", "Eva Dorn"]


def test_the_letters_of_a_committee_are_no_word_for_copies(tmp_path: Path) -> None:
    found = page(tmp_path, f"{HEAD}{PROSE}\n\nGeneral Secretary of the CC: T. Orlov\n", "page.md")
    assert found.role("copy-recipient") == []
    assert found.role("signatory") == ["T. Orlov"]


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("Decision of the Secretariat of the CC of the SED\n5 May 1961",
         "Secretariat of the CC of the SED"),
        ("Resolution No. 5\nadopted by the Central Committee on 5 May 1961", "Central Committee"),
        ("No. 85/12\n\nThe Council of Ministers of the USSR RESOLVES:",
         "Council of Ministers of the USSR"),
    ],
)  # fmt: skip
def test_who_decided_may_stand_on_one_line_or_in_a_sentence(
    tmp_path: Path, head: str, author: str
) -> None:
    text = f"# Decision on Coal\n\n5 May 1961\n\n{head}\n\n{PROSE}\n\n{PROSE}\n\n(T. Orlov)\n"
    assert page(tmp_path, text, "page.md").role("corporate-author") == [author]


@pytest.mark.parametrize(
    ("line", "number"),
    [('DECISION No. 12-M of 5 May', "12-M"), ('PROTOCOL No. 84 "A"', "84"), ('No. 14/"B"', "14")],
)  # fmt: skip
def test_a_number_may_stand_before_the_day_or_a_series(
    tmp_path: Path, line: str, number: str
) -> None:
    text = f"# Decision on Coal\n\n5 May 1961\n\n{line}\n\n{PROSE}\n\n{PROSE}\n"
    assert page(tmp_path, text, "page.md").numbers() == [number]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Toast by Comrade Orlov at a Dinner", "speech"),
        ("Brief on the Harvest", "briefing"),
        ("Summary of a Conversation with Jan Orlov", "record-of-conversation"),
        ("Summary Record of the Meeting with Jan Orlov", "record-of-conversation"),
        ("Directives to the Delegation", "instruction"),
        ("Assessment of the Situation", "report"),
        ("Aktenvermerk", "memorandum"),
        ("Pismo do tow. Orlova", "letter"),
        ("Compte rendu de mission", "report"),
        ("Nota de prensa", "press-release"),
        ("Questionnaire on the Harvest", "questionnaire"),
        ("Article in Pravda on the Harvest", "article"),
    ],
)
def test_more_words_of_titles_tell_the_kind(tmp_path: Path, title: str, kind: str) -> None:
    found = page(tmp_path, f"# {title}\n\n5 May 1961\n\n{PROSE}\n\n{PROSE}\n", "page.md").record
    assert [one.id.rpartition("/")[2] for one in found.type] == [kind]


@pytest.mark.parametrize("title", ["Articles of the Pact", "Brief Stay in Venta", "Editorials"])
def test_words_like_those_for_a_kind_tell_none(tmp_path: Path, title: str) -> None:
    found = page(tmp_path, f"# {title}\n\n5 May 1961\n\n{PROSE}\n\n{PROSE}\n", "page.md").record
    assert found.type == ()


def test_a_title_that_is_printed_on_two_lines_is_read_as_one(tmp_path: Path) -> None:
    title = (
        "   Information for the President, No. 197 from the Ministry of\n   External Relations\n"
    )
    head = f"                 August 19, 1977\n{title}\nCitation:\n\n"
    cited = '"Information", August 19, 1977, Mill Archive, AAS mre pn 1974.08.15.\n\nContents:\n\n'
    found = page(tmp_path, f"{head}{cited}Translation - English\n\n{PROSE}\n").record
    assert "Ministry of External Relations" in {one.name for one in found.agents}


def test_a_full_name_in_capitals_is_written_as_the_text_writes_what_it_ends_with(
    tmp_path: Path,
) -> None:
    text = f"# Note by Azeredo da Silveira\n\n5 May 1977\n\n{PROSE}\n\nRespectfully,\n\n"
    found = page(tmp_path, f"{text}ANTONIO F. AZEREDO DA SILVEIRA\nMinister of State\n", "page.md")
    assert found.role("signatory") == ["Antonio F. Azeredo da Silveira"]


@pytest.mark.parametrize(
    "said",
    [
        "The Relief Administration, under the chairmanship of Mr. Jan Orlov, agrees to this.",
        "The Yugoslav ambassador, Vesely, who visited me this morning, knows about the talks.",
        "We sat with them until four in the morning, with Vesely in the chair.",
        "Vesely received me in 1956, and what he said of the mill was true.",
    ],
)
def test_who_heads_something_or_came_in_the_morning_did_not_take_part(
    tmp_path: Path, said: str
) -> None:
    title = "# Telegram from A. Dorn on the Talk of P. Hora with Luis Rey"
    text = 8 * f"{PROSE}\n\n"
    found = page(tmp_path, f"{title}\n\n5 May 1961\n\n{text}{said}\n\n{PROSE}\n", "page.md")
    assert found.role("participant") == ["P. Hora", "Luis Rey"]


def test_thanks_below_a_title_are_no_part_of_it(tmp_path: Path) -> None:
    title = "Working Paper on the Reactor, Prepared by the Ministry of Mines and Steel"
    thanks = "This document was made possible with support from Venta University"
    found = page(tmp_path, f"June 1975\n{title}\n{thanks}\n \nRESTRICTED\n{PROSE}\n{PROSE}\n")
    assert [one.value for one in found.record.title] == [title]


def test_initials_with_and_without_stops_are_of_one(tmp_path: Path) -> None:
    text = f"# Letter from G. G. H. Dorn to Luis Rey\n\n5 May 1980\n\n{PROSE}\n\nG G H DORN\n"
    assert len({one for one in page(tmp_path, text, "page.md").people if "Dorn" in one}) == 1


def test_who_signs_by_surname_is_whom_the_head_names(tmp_path: Path) -> None:
    text = f"# Cable on the Harvest\n\n5 May 1956\n\nFor Vesely from K. P. S. ORLOV.\n\n{PROSE}\n"
    found = page(tmp_path, f"{text}\n{PROSE}\n\n{60 * ' '}ORLOV\n")
    assert [one.casefold() for one in found.role("author")] == ["k. p. s. orlov"]
