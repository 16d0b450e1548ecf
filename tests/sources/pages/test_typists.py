"""What typists do to a paper: letters set apart, numbered copies, lists of those present, marks."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
GERMAN = (
    "Ich habe mit dem Minister über die Lage gesprochen, und er ist nicht der Meinung, daß die"
    " Verhandlungen noch in diesem Jahr zu einem Ende kommen werden."
)
RUSSIAN = (
    "Сегодня меня принял министр и сообщил, что он не может ответить на вопрос о том, когда будут"
    " отправлены машины, но что это будет сделано так, как мы просили."
)
FRENCH = (
    "Je rentre à l'instant de la réunion et je trouve ta lettre. Tu me demandes ce que vaut cette"
    " promesse ; elle vaut ce que vaut le ministère, et je ne suis pas sûr que les élections soient"
    " bonnes pour nous."
)


@pytest.mark.parametrize(
    ("line", "marking"),
    [
        ("S e c r e t", "Secret"),
        ("V e r t r a u l i c h", "Vertraulich"),
        ("U.K. EYES ONLY", "U.K. EYES ONLY"),
        ("Personnelle et confidentielle", "Personnelle et confidentielle"),
    ],
)
def test_a_marking_is_read_as_typists_set_it(tmp_path: Path, line: str, marking: str) -> None:
    found = page(tmp_path, f"{line}\n\nReport on the Mines\n\n{PROSE}\n")
    assert marking in [one.label for one in found.record.classification]


def test_a_title_whose_letters_stand_apart_runs_over_to_its_second_line(tmp_path: Path) -> None:
    head = "P r o t o k ó ł   Nr 18\nposiedzenia Rady Portu w dniu 16 lipca 1957 r."
    found = page(tmp_path, f"{head}\n\n{PROSE}\n\n{PROSE}\n")
    title = "Protokół Nr 18 posiedzenia Rady Portu w dniu 16 lipca 1957 r."
    assert [one.value for one in found.record.title] == [title]
    assert (found.record.date[0].edtf, found.numbers()) == ("1957-07-16", ["18"])


def test_single_letters_of_a_list_are_no_word(tmp_path: Path) -> None:
    found = page(tmp_path, f"Report on the Mines\n\nSeries a b c d e were closed.\n\n{PROSE}\n")
    assert "a b c d e" in found.row.cells["body"][0].text


@pytest.mark.parametrize(
    ("copies", "names"),
    [
        ("5 copies\n1 - Cde. Orlov\n2 - Department of Mines\n3 - to file",
         ["Orlov", "Department of Mines"]),
        ("Отп. 3 экз.\n1 — т. Орлову\n2 — т. Седову\n3 — в дело", ["Орлов", "Седов"]),
        ('Davon sind gegangen 3 Stück:\nNr. 1 an Pol. I\nNr. 2 " St.S. v. Dorn\n'
         'Nr. 3 " Büro RAM (Dr. Vesely)', ["v. Dorn", "Vesely"]),
    ],
)  # fmt: skip
def test_those_with_a_numbered_copy_had_one(tmp_path: Path, copies: str, names: list[str]) -> None:
    found = page(tmp_path, f"Report on the Mines\n\n{PROSE}\n\n{PROSE}\n\n{copies}\n")
    assert found.role("copy-recipient") == names
    assert found.numbers() == []


def test_the_points_of_an_agenda_had_no_copy(tmp_path: Path) -> None:
    points = "1. Visit of Comrade Orlov\n2. Department of Mines\n3. Sundry"
    found = page(tmp_path, f"Minutes of the Council\n\n{PROSE}\n\n{points}\n\n{PROSE}\n")
    assert found.role("copy-recipient") == []


@pytest.mark.parametrize(
    "label", ["Obecni tow. tow.:", "Anwesend die Genossen:", "Присутствовали тт.:", "Přítomni ss.:"]
)
def test_those_present_are_listed_behind_what_they_are_called(tmp_path: Path, label: str) -> None:
    rest = "Nieobecny: Z. Novak (urlop)."
    text = f"Report on the Mines\n\n{label} J. Orlov, W. Dorn,\nA. Vesely.\n{rest}\n\n{PROSE}\n"
    assert page(tmp_path, text).role("participant") == ["J. Orlov", "W. Dorn", "A. Vesely"]


@pytest.mark.parametrize(
    "line",
    [
        "ACS, MI, Gab., 1948, b. 6, fasc. 11003/1",
        "AAN, KC PZPR, sygn. V/53, k. 64-66",
        "PA AA, RZ 101/29781, Bl. 227–228",
        "TNA, FO 371/156889, BK 1193/84",
        "Archivo Histórico de la SRE, Fondo JTB, leg. 14, exp. 9, ff. 22-27",
        "RG 59, Central Decimal File 1960-63, 845J.2614/6-2961",
        "РГАСПИ. Ф. 558. Оп. 11. Д. 335. Л. 41–43",
    ],
)
def test_a_line_below_a_paper_says_where_it_lies(tmp_path: Path, line: str) -> None:
    foot = "Home - About us - Legal notice - Imprint"
    found = page(tmp_path, f"Report on the Mines\n\n{PROSE}\n\n{PROSE}\n\n{line}\n\n{foot}\n")
    assert [one.verbatim for one in found.record.reference] == [line]


def test_a_footer_that_says_where_a_paper_lies_is_read(tmp_path: Path) -> None:
    foot = "<footer>РГАСПИ. Ф. 558. Оп. 11. Д. 335. Л. 41–43.<br>Правила | Контакты</footer>"
    found = page(tmp_path, f"<h1>Report on Mines</h1><p>{PROSE}</p>{foot}", "page.html")
    place = "РГАСПИ. Ф. 558. Оп. 11. Д. 335. Л. 41–43"
    assert [one.verbatim for one in found.record.reference] == [place]


def test_a_note_on_a_paper_is_no_marking_but_with_a_grade(tmp_path: Path) -> None:
    text = f"<h1>Report on Mines</h1><dl><dt>Vermerk<dd>{{}}</dl><p>{PROSE}</p>"
    said = "Ist an den Minister gegangen"
    assert page(tmp_path, text.format(said), "a.html").record.classification == ()
    marked = page(tmp_path, text.format("Geheim"), "b.html").record.classification
    assert [one.label for one in marked] == ["Geheim"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Référence à rappeler : D. 600/301/17", "D. 600/301/17"),
        ("N. 16320/15   RISERVATISSIMO", "16320/15"),
        ("P.R. (61) 27", "P.R. (61) 27"),
        ("37.4/21-6019/60", "37.4/21-6019/60"),
    ],
)
def test_the_number_of_a_paper_stands_on_a_line_of_its_head(
    tmp_path: Path, line: str, number: str
) -> None:
    assert page(tmp_path, f"{line}\n\nTelegram from Paris\n\n{PROSE}\n").numbers() == [number]


def test_a_telegram_without_another_day_is_of_that_on_which_it_came(tmp_path: Path) -> None:
    head = "Шифртелеграмма\n\nПолучена 21 час 05 мин. 3. XI. 1950 г."
    assert page(tmp_path, f"{head}\n\n{PROSE}\n").record.date[0].edtf == "1950-11-03"


def test_a_surname_below_its_office_signs_a_telegram_that_writes_its_stops(tmp_path: Path) -> None:
    text = f"Telegramma in partenza\n\n{PROSE}\n\nAccusare ricevuta punto\n\nMINISTRO INTERNO\nDORN"
    assert page(tmp_path, text).role("signatory") == ["DORN"]


def test_a_sentence_tells_in_french_who_has_a_copy(tmp_path: Path) -> None:
    said = "P. S. - Copie de cette lettre à Mario Roques, à notre bureau de Paris."
    found = page(tmp_path, f"Lettre de A. Dorn\n\n{PROSE}\n\n{said}\n")
    assert found.role("copy-recipient") == ["Mario Roques"]


def test_a_post_with_a_copy_is_told_with_its_town(tmp_path: Path) -> None:
    text = f"Report on the Mines\n\n{PROSE}\n\nc.c. Norwegian Embassy, Moscow\n"
    assert page(tmp_path, text).role("copy-recipient") == ["Norwegian Embassy, Moscow"]


def test_a_table_of_copies_is_a_list_of_those_who_had_them(tmp_path: Path) -> None:
    rows = (
        "| | |\n|---|---|\n| Lord Privy Seal (Mr. Heath) | 1 |"
        "\n| Minister of Mines (Mr. Dorn) | 2 - 4 |"
        "\n| Ministry of Power | 5 |\n| Spare | 6 |"
    )
    text = f"# Report on the Mines\n\n{PROSE}\n\nA. VESELY\n\nDISTRIBUTION\n\n{rows}\n"
    copies = page(tmp_path, text, "page.md").role("copy-recipient")
    assert copies == ["Heath", "Dorn", "Ministry of Power"]


def test_a_telegram_without_title_is_called_by_its_kind_and_number(tmp_path: Path) -> None:
    day = "Berlin, den 5. Mai 1943\n\nNr. 211 vom 5.5.43"
    head = f"Reading room  Sheet 3\n\nT e l e g r a m m\n\n{day}"
    found = page(tmp_path, f"{head}\n\n{GERMAN}\n\nDORN\n")
    assert found.record.title[0].value == "Telegramm Nr. 211 vom 5.5.43"


def test_a_letter_without_title_is_called_in_its_own_language(tmp_path: Path) -> None:
    head = "Paris, le 3 décembre 1925\n\nMonsieur Léon JOUHAUX\n\nMon cher ami,"
    title = page(tmp_path, f"{head}\n\n{FRENCH}\n\nAlbert THOMAS\n").record.title[0].value
    assert title == "[Lettre d'Albert THOMAS à Léon JOUHAUX, 3 décembre 1925]"


def test_the_title_of_a_browser_that_names_a_file_or_leaf_is_none(tmp_path: Path) -> None:
    for title in ("0114.html", "л. 41–43 — Просмотр листов", "Image 12 | Viewer"):
        text = f"<title>{title}</title><p>LETTER No. 5</p><p>{PROSE}</p>"
        assert title not in page(tmp_path, text, "page.html").record.title[0].value


def test_a_journal_is_of_whom_the_line_below_its_heading_names(tmp_path: Path) -> None:
    head = (
        "From the Journal of                          S e c r e t\nORLOV I. P.           Copy No. 3"
    )
    found = page(tmp_path, f"{head}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.record.title[0].value == "From the Journal of ORLOV I. P."
    assert found.role("author") == ["ORLOV I. P."]


def test_a_name_at_the_right_margin_below_a_text_signs_it(tmp_path: Path) -> None:
    note = "Vermerk:\nVorstehendes Telegramm ist an den Sonderzug weitergeleitet."
    text = f"T e l e g r a m m\n\n{GERMAN}\n\n{40 * ' '}V e s e l y\n\n{note}\n"
    assert page(tmp_path, text).role("signatory") == ["Vesely"]


def test_a_telegram_goes_to_whom_its_address_names_behind_a_town(tmp_path: Path) -> None:
    text = f"ШИФРТЕЛЕГРАММА № 26381\n\nМОСКВА, тов. ЗОРИНУ\n\n{RUSSIAN}\n\nИ. ОРЛОВ\n"
    assert [one.casefold() for one in page(tmp_path, text).role("recipient")] == ["зорин"]


def test_a_note_with_compliments_is_one_though_nothing_calls_it_so(tmp_path: Path) -> None:
    said = (
        "The Ministry of Mines presents its compliments to the Embassy of Norway and has the honour"
    )
    found = page(tmp_path, f"{said} to state the following.\n\n{PROSE}\n")
    assert [one.id for one in found.record.type] == ["diplomatic-note"]


def test_the_hour_below_a_day_is_no_text(tmp_path: Path) -> None:
    head = "DATE:  June 29, 1961\n       4:00 p.m.\n\nSUBJECT:  The River Project"
    found = page(tmp_path, f"Memorandum of Conversation\n\n{head}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.record.title[0].value == "[Memorandum of Conversation: The River Project]"


def test_a_speech_is_by_whom_its_title_says_it_was_given(tmp_path: Path) -> None:
    title = "Discurso pronunciado por el señor Jaime Torres Bodet en la apertura de la Conferencia"
    assert page(tmp_path, f"# {title}\n\n{PROSE}\n", "a.md").role("author") == [
        "Jaime Torres Bodet"
    ]


def test_brackets_say_who_was_present_at_a_point(tmp_path: Path) -> None:
    said = "Tow. Dorn (sekretarz, obecna przy tym punkcie) poinformowała o nastrojach w porcie."
    assert page(tmp_path, f"Protokół\n\n{PROSE}\n\n{said}\n").role("participant") == ["Dorn"]


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("Shaikh Abdullah al-Salim", "Abdullah al-Salim"),
        ("Major-General Abdullah al-Isa", "Abdullah al-Isa"),
        ("Rear-Admiral Jacob Vesely", "Jacob Vesely"),
    ],
)
def test_ranks_of_two_words_and_arabic_names_are_read(
    tmp_path: Path, named: str, name: str
) -> None:
    text = f"# Report on the Gulf\n\n{PROSE} The ruler, {named}, came out in person to the port.\n"
    assert page(tmp_path, text, "a.md").people == {name}
