"""What catalogues and papers in any language say of kinds, languages, bodies and signatures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, page

HEAD = "Title: Paper on the mill\nArchive: Town Archives\nDate: 9 June 1948\n"


def described(tmp_path: Path, field: str) -> Catalogued:
    return page(tmp_path, f"{HEAD}{field}\n")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Brief", "letter"), ("dopis", "letter"), ("távirat", "telegram"), ("書簡", "letter"),
     ("протокол заседания", "minutes"), ("Aktenvermerk", "memorandum"), ("umowa", "agreement"),
     ("compte rendu d'entretien", "record-of-conversation"), ("Executive order", "decree"),
     ("Flugblatt (Druck)", "leaflet"), ("대화록", "record-of-conversation")],
)  # fmt: skip
def test_a_kind_is_known_by_the_word_of_any_catalogue(tmp_path: Path, word: str, kind: str) -> None:
    found = described(tmp_path, f"Document type: {word}")
    assert [one.id for one in found.record.type] == [kind]


def test_a_whole_class_of_papers_gives_way_to_the_title(tmp_path: Path) -> None:
    text = "Title: Telegram to the miller\nArchive: Town Archives\nType: Sachakte\n"
    assert [one.id for one in page(tmp_path, text).record.type] == ["telegram"]


@pytest.mark.parametrize(
    ("words", "tags"),
    [("rosyjski", ["ru"]), ("w języku polskim", ["pl"]), ("на русском языке", ["ru"]),
     ("俄文", ["ru"]), ("German with English summary", ["de"]), ("English [eng]", ["en"]),
     ("němčina", ["de"]), ("Czech (typescript)", ["cs"])],
)  # fmt: skip
def test_a_language_is_known_by_its_name_in_others(
    tmp_path: Path, words: str, tags: list[str]
) -> None:
    found = described(tmp_path, f"Language: {words}")
    assert [one.id for one in found.record.language] == tags


@pytest.mark.parametrize(
    ("line", "tags"),
    [("ORIGINAL: FRENCH", ["fr"]), ("Official texts: Polish and Czech.", ["pl", "cs"]),
     ("Done at Sofia in two copies, in the Bulgarian and Greek languages.", ["bg", "el"])],
)  # fmt: skip
def test_a_paper_says_in_which_language_it_is(tmp_path: Path, line: str, tags: list[str]) -> None:
    text = f"Agreement on mills\n\n{line}\n\nThe mills of both sides shall grind each other's corn."
    assert [one.id for one in page(tmp_path, text).record.language] == tags


ITALIAN = (
    "Ho avuto oggi un lungo colloquio con il mugnaio, che era tornato dal fiume dove si era "
    "discusso per due giorni della ruota. Il mugnaio mi ha detto che la ruota va letta nel suo "
    "insieme e che non ci crede. Egli conserva il diritto di fermarla quando siano in giuoco gli "
    "interessi del mulino, e nulla sarà deciso senza di lui."
)


@pytest.mark.parametrize(
    ("title", "language"),
    [("Telegramma di Orlov sulla ruota del mulino", "it"), ("Telegram on the wheel", "en"),
     ("Telegramma 562", "en")],
)  # fmt: skip
def test_a_title_bears_the_tag_of_the_language_that_its_small_words_are_of(
    tmp_path: Path, title: str, language: str
) -> None:
    text = f"Title: {title}\nArchive: Town Archives\nDate: 9 June 1948\n\n{ITALIAN}\n"
    (said,) = page(tmp_path, text).record.title
    assert (said.value, said.language) == (title, language)


@pytest.mark.parametrize("mark", ["(-)", "gez.", "Signé :", "(f.)", "Fdo.:", "Podpis:", "/-/"])
def test_a_signature_is_told_by_the_mark_before_it(tmp_path: Path, mark: str) -> None:
    prose = "The mill has been standing since Easter, and nobody knows when it will turn again."
    found = page(tmp_path, f"Letter\n\n{prose}\n\n{mark} Ilse Kranz, for the town\n")
    assert found.role("signatory") == ["Ilse Kranz"]


def test_labels_name_those_who_signed(tmp_path: Path) -> None:
    found = described(tmp_path, "Signatories: Kranz, Ilse; Horak, Pavel")
    assert found.role("signatory") == ["Ilse Kranz", "Pavel Horak"]


def test_the_author_of_a_letter_to_somebody_sent_it(tmp_path: Path) -> None:
    found = described(tmp_path, "Type: Letter\nAuthor: Kranz, Ilse\nRecipient: Horak, Pavel")
    assert found.role("sender") == ["Ilse Kranz"]


@pytest.mark.parametrize(
    ("text", "body"),
    [("Es ist nicht die Sache der Müller und der Bauern, sich mit dem Ausschuß für ländliche "
      "Fragen zu streiten, der auf das Wasser im Bach und die Wiesen am Ufer sieht.",
      "Ausschuß für ländliche Fragen"),
     ("Il ne faut pas que les meuniers se plaignent dans la presse de ce que le Conseil des "
      "rivières de Savoie leur prend une partie de leur eau pour les champs.",
      "Conseil des rivières de Savoie"),
     ("Nie wiadomo, czy to się uda, bo Biuro Melioracyjne nie ma pieniędzy na nowy młyn, a od "
      "wiosny nikt już nie wie, kto i jak ma za to zapłacić oraz po co.", "Biuro Melioracyjne")],
)  # fmt: skip
def test_bodies_are_told_by_the_grammar_of_a_language(tmp_path: Path, text: str, body: str) -> None:
    found = page(tmp_path, f"Notiz\n\n{text}\n")
    assert body in {one.name for one in found.record.agents if one.kind == "group"}


def test_the_symbol_of_a_paper_of_the_united_nations_identifies_it(tmp_path: Path) -> None:
    found = described(tmp_path, "Symbol: A/RES/101 (II)")
    assert found.record.identifier == "A/RES/101 (II)"


def test_a_citation_of_a_finding_aid_says_where_a_paper_lies(tmp_path: Path) -> None:
    cited = "Letter to the miller, 1948; Ilse Kranz Papers, MS 12, Box 3, Folder 4, Town Library."
    found = described(tmp_path, f"Preferred citation: {cited}")
    (reference,) = found.record.reference
    assert reference.verbatim == "Ilse Kranz Papers, MS 12, Box 3, Folder 4, Town Library"


def test_lines_around_a_heading_are_no_part_of_it(tmp_path: Path) -> None:
    prose = "The mill has been standing since Easter, and nobody knows when it will turn again."
    found = page(tmp_path, f"{HEAD}\n=== Text of the document ===\n\n{prose}\n")
    assert [cell.text for cell in found.row.cells["body"]] == [prose]


@pytest.mark.parametrize(
    ("line", "reference"),
    [("Town Archives, Brno, Fond 12/3, sv. 4, a.j. 5. Original in Czech. Translated by Eva Dorn.",
      "Town Archives, Brno, Fond 12/3, sv. 4, a.j. 5"),
     ("Historisches Archiv Kranz, Brünn, WA 9/v 17, fol. 8. Durchschlag.",
      "Historisches Archiv Kranz, Brünn, WA 9/v 17, fol. 8"),
     ("ГАРФ. Ф. 12. Оп. 3. Д. 45. Л. 6. Подлинник. Машинопись.", "ГАРФ. Ф. 12. Оп. 3. Д. 45. Л. 6"),
     ("National Archives of India, Ministry of Mines,\nFile No. 12(3)-Eur/48, serial 8",
      "National Archives of India, Ministry of Mines, File No. 12(3)-Eur/48, serial 8")],
)  # fmt: skip
def test_a_line_below_a_paper_says_where_it_lies(tmp_path: Path, line: str, reference: str) -> None:
    prose = "The mill has been standing since Easter, and nobody knows when it will turn again."
    found = page(tmp_path, f"Letter to the miller\n\n{prose}\n\nIlse Kranz\n\n---\n{line}\n")
    assert [one.verbatim for one in found.record.reference] == [reference]


def test_a_telegram_is_of_the_day_on_which_it_went(tmp_path: Path) -> None:
    days = "D.T.O. 14 November 1956, 2100 hrs\nD.T.R. 15 November 1956, 0430 hrs"
    prose = "Saw the miller this afternoon, and he told me that the mill would turn again soon."
    found = page(tmp_path, f"Telegram\n\nNo. 507\n{days}\n\nFor KRANZ from E. DORN.\n\n{prose}\n")
    assert [one.edtf for one in found.record.date][:1] == ["1956-11-14"]
    assert (found.role("sender"), found.role("recipient")) == (["E. DORN"], ["KRANZ"])


def test_a_sentence_behind_subject_is_a_summary(tmp_path: Path) -> None:
    found = described(
        tmp_path, "Assunto: Kranz pede que o moinho de Brno seja entregue aos moleiros."
    )
    assert [one.value[:10] for one in found.record.abstract] == ["Kranz pede"]


def test_the_foot_of_a_site_names_nobody(tmp_path: Path) -> None:
    foot = "Kranz Institut für Mühlen · [Impressum](/i) · [Datenschutz](/d)"
    found = page(
        tmp_path, f"{HEAD}\n\nDie Mühle steht seit Ostern still, und niemand weiß.\n\n{foot}"
    )
    assert "Kranz Institut für Mühlen" not in {one.name for one in found.record.agents}


def test_the_head_of_a_cable_names_its_parties(tmp_path: Path) -> None:
    head = "FM AMEMBASSY BERN\nTO SECSTATE WASHDC 9233\nINFO AMEMBASSY ROME\nAMCONSUL GENEVA\n"
    summary = "SUMMARY: THE MILL AT BRNO HAS STOOD STILL SINCE EASTER. END SUMMARY."
    found = page(tmp_path, f"{head}\nC O N F I D E N T I A L BERN 1610\n\n1. {summary}\n")
    assert found.role("copy-recipient") + found.role("corporate-copy-recipient") == [
        "AMEMBASSY ROME",
        "AMCONSUL GENEVA",
    ]
    assert found.numbers() == ["1610"]
    assert found.record.abstract[0].value.startswith("THE MILL AT BRNO")


def test_an_inflected_name_of_a_title_is_that_of_the_text(tmp_path: Path) -> None:
    prose = "Młyn stoi od świąt i nikt nie wie, kiedy znowu ruszy. Jan Horacki nie chce czekać."
    found = page(tmp_path, f"# List Ilji Kranzewa do Jana Horackiego\n\n{prose}\n\nIlja Kranzew\n")
    assert found.role("recipient") == ["Jan Horacki"]


def test_a_range_from_a_day_to_the_same_is_a_day(tmp_path: Path) -> None:
    text = "Title: Paper on the mill\nArchive: Town Archives\nDates: 21 Apr 1954 - 21 Apr 1954\n"
    assert [one.edtf for one in page(tmp_path, text).record.date] == ["1954-04-21"]


def test_a_heading_of_fields_begins_no_text(tmp_path: Path) -> None:
    groups = "**Rowing**\nType: Photograph\nLanguage: Czech\n\n**Boats**\nDate: 1964\nRights: Free."
    text = f"# Boat at the mill\n\n{groups}"
    found = page(tmp_path, text, "page.md")
    assert [one.edtf for one in found.record.date] == ["1964"]
    assert [one.id for one in found.record.type] == ["photograph"]
