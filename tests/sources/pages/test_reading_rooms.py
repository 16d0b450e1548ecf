"""Pages of university collections, reading rooms, museums and selections of documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.citations.citedline import cited_line
from lod.sources.pages.papers.copylines import copies
from lod.sources.pages.persons.entryname import person_in
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.titles.pairedtitle import is_pair, writer_and_reader
from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
TEXT = f"{PROSE} {PROSE}\n\n{PROSE} {PROSE}"


def _fields(rows: str) -> str:
    return f"# Report on the Mines\n\n{rows}\n\n## Transcript\n\n{TEXT}\n"


def test_who_was_asked_when_and_where_is_read_from_the_labels_of_an_interview(
    tmp_path: Path,
) -> None:
    rows = (
        "NARRATOR: Jan Orlov\nINTERVIEWER: Eva Dorn\nDATE OF INTERVIEW: 4 December 1981\n"
        "PLACE OF INTERVIEW: Paris\nLANGUAGE: Czech"
    )
    found = page(tmp_path, f"INTERVIEW WITH JAN ORLOV\n\n{rows}\n\nTRANSCRIPT\n\n{TEXT}\n")
    assert [one.edtf for one in found.record.date[:1]] == ["1981-12-04"]
    assert found.role("interviewee") == ["Jan Orlov"]
    assert "Paris" in found.places


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("None. Quotation up to 500 words needs no permission.", True),
        ("Open to readers with a card.", False),
    ],
)
def test_restrictions_are_rights_where_they_say_what_may_be_done(
    tmp_path: Path, value: str, *, kept: bool
) -> None:
    rows = f"Title: Report\nDate: 5 May 1951\nLanguage: Czech\nRestrictions: {value}"
    found = page(tmp_path, _fields(rows)).record.rights
    assert [one.value for one in found] == ([value] if kept else [])


@pytest.mark.parametrize(
    ("label", "value", "identifier"),
    [
        ("Handle", "20460", "20460"),
        ("Handle", "10125/20460", "10125/20460"),
        ("Persistent link", "https://papers.example.org/handle/20460", "20460"),
        ("Local identifier", "hul:nam-00573", "hul:nam-00573"),
        ("Document Number (FOIA)", "0000418837", "0000418837"),
    ],
)
def test_a_repository_calls_a_thing_by_its_handle_or_own_number(
    tmp_path: Path, label: str, value: str, identifier: str
) -> None:
    rows = f"Date: 5 May 1951\nLanguage: Czech\n{label}: {value}\nExtent: 2 leaves"
    assert page(tmp_path, _fields(rows)).record.identifier == identifier


def test_a_place_with_box_and_leaves_is_no_identifier(tmp_path: Path) -> None:
    rows = "Date: 5 May 1951\nShelfmark: Fond 837, KPR I-1/1121, box 12, ff. 41-43\nExtent: 2"
    found = page(tmp_path, _fields(rows)).record
    assert found.identifier == ""
    assert [one.verbatim[:8] for one in found.reference] == ["Fond 837"]


def test_what_an_unknown_label_says_of_an_archive_is_a_reference(tmp_path: Path) -> None:
    rows = (
        "<dl><dt>Date</dt><dd>5 May 1951</dd><dt>Language</dt><dd>German</dd>"
        "<dt>Where the sheets are</dt><dd>Bundesarchiv, DY 30/3695, Bl. 17-18</dd></dl>"
    )
    text = f"<h1>Report on the Mines</h1>{rows}<h2>Text</h2><p>{PROSE}</p><p>{PROSE}</p>"
    found = page(tmp_path, text, "a.html").record.reference
    assert ["DY 30/3695" in one.verbatim for one in found] == [True]


@pytest.mark.parametrize(
    "notice",
    [
        "Items in the repository are protected by copyright, with all rights reserved, unless"
        " otherwise indicated.",
        "Reproduction of the translation for non-commercial purposes is welcome if the house is"
        " credited.",
    ],
)
def test_a_sentence_at_the_end_of_a_page_says_what_is_permitted(
    tmp_path: Path, notice: str
) -> None:
    found = page(tmp_path, f"# Letter of A. Orlov\n\n5 May 1951\n\n{TEXT}\n\n{notice}\n").record
    assert [one.value for one in found.rights] == [notice]


def test_a_list_of_other_things_ends_a_text_and_names_nobody(tmp_path: Path) -> None:
    more = "Also in this collection: Diary of Sir Denis Vane / Interview with Karim Hora"
    found = page(tmp_path, f"# Letter of A. Orlov\n\n5 May 1951\n\n{TEXT}\n\n{more}\n")
    assert found.people == {"A. Orlov"}


def test_the_last_word_of_a_menu_does_not_take_the_heading_below_it(tmp_path: Path) -> None:
    menu = "<table><tr><td>Home</td><td>Browse by date</td><td>Statistics</td></tr></table>"
    text = f"{menu}<h2>Letter of A. Orlov to Eva Dorn</h2><p>5 May 1951</p><p>{PROSE}</p>"
    found = page(tmp_path, text, "a.html").record
    assert [one.value for one in found.title] == ["Letter of A. Orlov to Eva Dorn"]


def test_the_only_numbered_document_of_a_selection_gives_its_title(tmp_path: Path) -> None:
    intro = f"# EAST OF THE ODER\n\n## Briefing Book No. 147\n\n{PROSE} {PROSE}\n\n{PROSE} {PROSE}"
    paper = (
        "### Document 4: Session of the CPSU CC Politburo, 16 April 1981\n\n"
        "Present: A. Orlov, B. Vesely, C. Hora"
    )
    found = page(tmp_path, f"{intro}\n\n{paper}\n\n{TEXT}\n", "a.md").record
    assert found.title[0].value.startswith("Session of the CPSU CC Politburo")
    assert [one.edtf for one in found.date[:1]] == ["1981-04-16"]
    assert [one.id for one in found.type] == ["minutes"]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (
            "M. Dorn, ambassadeur de France à Rome, à M. Roux, ministre des Affaires étrangères.",
            ["M. Dorn", "M. Roux"],
        ),
        (
            "L'AMBASCIATORE A MOSCA, DORN, AL MINISTRO DEGLI ESTERI, ROSSI",
            ["DORN", "ROSSI"],
        ),
        (
            "El embajador en Moscú (Dorn) al ministro de Relaciones Exteriores (Rey)",
            ["Dorn", "Rey"],
        ),
        (
            "Botschafter Dorn, Moskau, an Bundesminister Hora",
            ["Botschafter Dorn", "Bundesminister Hora"],
        ),
    ],
)
def test_editors_in_other_languages_head_papers_by_who_wrote_to_whom(
    title: str, names: list[str]
) -> None:
    found = writer_and_reader(title)
    assert found is not None
    assert [title[slice(*one)] for one in found] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Le ministre a remis la note à l'ambassadeur de France.",
        "Der Minister erinnert an die Regierungserklärung",
        "El presidente visitó al ministro",
    ],
)
def test_a_sentence_that_begins_with_an_office_is_no_such_title(sentence: str) -> None:
    assert not is_pair(sentence)


def test_a_french_telegram_is_read_as_its_editors_print_it(tmp_path: Path) -> None:
    head = (
        "DOCUMENT 118\n\nM. Dorn, ambassadeur de France à Prague,\n"
        "à M. Roux, ministre des Affaires étrangères.\n\n"
        "T. nos 312 à 319. Très secret. Réservé.\n\nPrague, 25 février 1948, 22 h. 10."
    )
    prose = (
        "Je me réfère à mon télégramme de ce matin. Le président a cédé et le nouveau gouvernement"
        " sera formé dans la soirée, selon ce que m'a dit mon collègue."
    )
    found = page(tmp_path, f"{head}\n\n{prose}\n\n{prose}\n\nDORN\n")
    assert found.record.title[0].value.startswith("M. Dorn, ambassadeur de France à Prague, à M.")
    assert found.role("recipient") == ["Roux"]
    assert "312 à 319" in found.numbers()
    assert [one.edtf for one in found.record.date[:1]] == ["1948-02-25"]
    assert [one.id for one in found.record.type] == ["telegram"]


def test_a_citation_tells_editor_translator_and_the_sites_own_number() -> None:
    text = (
        "Polish draft of an Agreement, 23 April 1970. Secret. Archive of New Records (AAN),"
        " Warsaw, PZPR Central Committee, 2978, pp. 204-209. In: The Long Frontier, 1945-1972,"
        " ed. Jan Orlov, trans. from the Polish by Eva Dorn, no. 63. Port Library, item LF-063."
    )
    found = {(one.column, text[one.start : one.end]) for one in cited_line(text)}
    assert {
        ("title", "Polish draft of an Agreement"),
        ("date", "23 April 1970"),
        ("contributor", "Jan Orlov"),
        ("translator", "Eva Dorn"),
        ("identifier", "LF-063"),
    } <= found


def test_to_whom_a_draft_was_handed_is_its_addressee(tmp_path: Path) -> None:
    head = "DRAFT\n\nof the Polish side, handed to State Secretary Dorn\nin Warsaw on 23 April 1970"
    found = page(tmp_path, f"{head}\n\nAGREEMENT\n\n{TEXT}\n")
    assert found.role("recipient") == ["Dorn"]


def test_an_honour_with_the_office_stands_above_the_name_of_the_addressee(tmp_path: Path) -> None:
    head = (
        "MOSCÚ, 14 de abril de 1982\n\nA S.E. el señor Ministro de Relaciones Exteriores y Culto\n"
        "Dr. Luis Rey Dorn\nBUENOS AIRES\n\nSeñor Ministro:"
    )
    prose = "Tengo el honor de dirigirme a V.E. a fin de informarle sobre la entrevista de ayer."
    found = page(tmp_path, f"{head}\n\n{prose}\n\n{prose}\n\n[firma] Ana Ruiz\nEmbajadora\n")
    assert found.role("recipient") == ["Luis Rey Dorn"]


@pytest.mark.parametrize(
    "office",
    ["Embajada en Washington", "Misión ante la ONU", "Ambassadeur à Londres", "Légation à Berne"],
)
def test_where_an_office_is_makes_no_person(office: str) -> None:
    assert person_in(office) is None


def test_whoever_has_a_rank_and_is_somewhere_is_named_before_the_place() -> None:
    entry = "Ambassador S. Luvsan in Moscow"
    assert entry[slice(*(person_in(entry) or (0, 0)))] == "S. Luvsan"


def test_a_mission_abroad_has_a_copy_as_a_body() -> None:
    text = "c.c.: Subsecretario Luis Rey; Misión Permanente ante las Naciones Unidas"
    found = [text[one.start : one.end] for one in copies(Line(0, len(text), text))]
    assert found == ["Luis Rey", "Misión Permanente ante las Naciones Unidas"]


def test_members_of_a_body_had_copies_as_the_body_below_the_text(tmp_path: Path) -> None:
    sent = "Sent to: members of the Politburo of the MPRP CC; Ambassador [S.] Luvsan in Moscow"
    found = page(tmp_path, f"# Report on the Mines\n\n5 May 1951\n\n{TEXT}\n\n{sent}\n", "a.md")
    assert set(found.role("copy-recipient")) == {"Politburo of the MPRP CC", "S. Luvsan"}


def test_a_name_that_an_editor_completed_is_whole_in_a_list(tmp_path: Path) -> None:
    present = "Present on the Mongolian side: P. Orlov, D. Tsevegm[id], B. Hora."
    title = "# Record of Conversation between A. Orlov and Eva Dorn"
    found = page(tmp_path, f"{title}\n\n5 May 1951\n\n{present}\n\n{TEXT}\n", "a.md")
    assert "D. Tsevegmid" in found.role("participant")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("RP AF 77-1O244", "RP AF 77-10244"),
        ('DECISION "B" No. 12', "12"),
        ("Typed in 1 copy [sic]. No. 2117", "2117"),
    ],
)
def test_numbers_are_read_as_offices_type_and_scans_spoil_them(
    tmp_path: Path, line: str, number: str
) -> None:
    found = page(tmp_path, f"Report on the Mines\n\n5 May 1951\n{line}\n\n{TEXT}\n")
    assert number in found.numbers()


def test_the_number_of_a_series_of_books_is_no_paper_s(tmp_path: Path) -> None:
    text = f"Report on the Mines\n\nBriefing Book No. 147\n\n5 May 1951\n\n{TEXT}\n"
    assert page(tmp_path, text).numbers() == []


def test_the_mark_of_a_hand_stands_above_the_name_that_signs(tmp_path: Path) -> None:
    text = f"Report on the Mines\n\n5 May 1951\n\n{TEXT}\n\n/s/\nSayre Stevens\n\nCLASSIFIED BY 011"
    found = page(tmp_path, text)
    assert found.role("signatory") == ["Sayre Stevens"]
    assert found.record.classification == ()


def test_a_body_s_head_begins_no_person(tmp_path: Path) -> None:
    text = (
        "# Note sur les archives\n\n5 mai 1948\n\nJ'ai fait mettre à l'abri les archives de"
        " l'Institut Ernest-Denis, dans la maison de la Chancellerie présidentielle, et je vous"
        " prie de vouloir bien le dire au ministre et à ceux qui les ont demandées depuis hier.\n"
    )
    found = page(tmp_path, text, "a.md")
    assert found.people == set()
    bodies = {one.name for one in found.record.agents if one.kind == "group"}
    assert {"Institut Ernest-Denis", "Chancellerie présidentielle"} <= bodies


def test_template_marks_are_the_site_s_and_a_lead_below_them_sums_up(tmp_path: Path) -> None:
    front = "---\ntitle: Talk between A. Orlov and Eva Dorn\ndate: 1962-12-26\n---\n\n"
    lead = "> The two premiers, having signed the treaty, quarrel about labour and the Albanians."
    text = f"{front}{{% include nav.html %}}\n\n{lead}\n\n**SECRET**\n\n{TEXT}\n"
    found = page(tmp_path, text, "a.md").record
    assert [one.value for one in found.abstract] == [lead.removeprefix("> ")]


def test_works_and_houses_are_no_persons_in_french(tmp_path: Path) -> None:
    text = (
        "# Note sur la journée\n\n5 mai 1948\n\nLes milices ouvrières de Kolben-Daněk ont reçu des"
        " fusils dans la nuit. Il est resté au palais Czernin, et la foule est sur la place"
        " Venceslas, où une délégation les attend depuis ce matin avec les drapeaux.\n"
    )
    found = page(tmp_path, text, "a.md")
    assert found.people == set()
    assert {"palais Czernin", "place Venceslas"} <= found.places


def test_the_head_of_a_list_of_files_is_no_place_in_an_archive(tmp_path: Path) -> None:
    rows = "COLLECTION:\nSPECIAL RELEASE 2\n\nPUBLICATION DATE:\nAugust 19, 1977\n\nFILE:"
    files = "ATTACHMENT  SIZE\nPDF icon DOC_1.pdf  2 KB"
    text = f"THE DESERT FACILITY\n\n{rows}\n{files}\n\nBODY:\n{TEXT}"
    found = page(tmp_path, text).record.reference
    assert not any("ATTACHMENT" in one.verbatim for one in found)
