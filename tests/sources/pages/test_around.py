"""What exhibits, editions and catalogues say around a paper, and who signs it without a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.layout.sitenotes import funders
from lod.sources.pages.words.pageline import Line
from tests.sources.pages.cataloguing import page

PROSE = "The ship waits in the harbour, and the grain that was promised is not there yet."
TEXT = f"{PROSE}\n\n{PROSE} It was asked twice, and nobody could say who has to pay for it.\n"


def test_an_exhibit_asks_questions_and_answers_them(tmp_path: Path) -> None:
    rows = {
        "What is it?": "Letter",
        "Who wrote it?": "Eva Dorn",
        "When was it written?": "5 May 1951",
        "What is it about?": "Dorn tells the board of the mines what the grain costs.",
        "Where is it?": "State Archives, f. 12, ap. 3, b. 7",
        "Who translated it?": "Ann Bauer",
    }
    table = "".join(f"<tr><td>{one}</td><td>{two}</td></tr>" for one, two in rows.items())
    found = page(tmp_path, f"<h1>Letter</h1><p>{TEXT}</p><table>{table}</table>", "a.html")
    assert [one.edtf for one in found.record.date] == ["1951-05-05"]
    assert found.role("creator") + found.role("author") == ["Eva Dorn"]
    assert found.role("translator") == ["Ann Bauer"]
    assert [one.value for one in found.record.abstract] == [rows["What is it about?"]]
    assert [one.verbatim for one in found.record.reference] == [rows["Where is it?"]]


@pytest.mark.parametrize(
    ("value", "translators"), [("Grace S. Dorn", ["Grace S. Dorn"]), ("available", []), ("PDF", [])]
)
def test_a_name_behind_the_language_of_the_text_is_its_translators(
    tmp_path: Path, value: str, translators: list[str]
) -> None:
    rows = {"Original language": "Korean", "English": value, "Held by": "State Archives"}
    listed = "".join(f"<dt>{one}</dt><dd>{two}</dd>" for one, two in rows.items())
    found = page(tmp_path, f"<h1>Note</h1><p>{TEXT}</p><dl>{listed}</dl>", "a.html")
    assert found.role("translator") == translators


def test_provenance_is_a_reference_where_it_is_a_place_in_an_archive(tmp_path: Path) -> None:
    for value, given in (
        ("Bundesarchiv, Koblenz, DY 30/3695, Bl. 31-35", True),
        ("Joint Chiefs of Staff", False),
        ("Vesely, Jan, 1898-1971", False),
    ):
        rows = f"<dt>Provenance</dt><dd>{value}</dd><dt>Language</dt><dd>German</dd>"
        found = page(tmp_path, f"<h1>Note</h1><p>{TEXT}</p><dl>{rows}</dl>", "a.html")
        assert ([one.verbatim for one in found.record.reference] == [value]) is given


def test_an_item_number_beside_a_field_needs_no_colon(tmp_path: Path) -> None:
    rows = "<p>Item no. NK-62-088</p><dl><dt>Number at the Ministry</dt><dd>JW-11223</dd></dl>"
    found = page(tmp_path, f"<h1>Note</h1><p>{TEXT}</p><h3>Document</h3>{rows}", "a.html")
    assert found.record.identifier == "NK-62-088"
    assert found.numbers() == ["JW-11223"]
    plain = page(tmp_path, f"Note on the Harbour\n\n5 May 1951\n\nItem no. 12\n\n{TEXT}")
    assert plain.record.identifier != "12"


@pytest.mark.parametrize(
    ("note", "funder"),
    [
        ("Shown with help of the Dorn Foundation", "Dorn Foundation"),
        ("Scanned with the kind support of the Vesely Fund.", "Vesely Fund"),
        ("**Translation** by Ann Bauer, 2014. **Digitised** with a grant from the Dorn Foundation.",
         "Dorn Foundation"),
    ],
)  # fmt: skip
def test_with_whose_help_something_is_shown_is_told(tmp_path: Path, note: str, funder: str) -> None:
    rows = "**In brief.** The board waits for grain.\n\n**Rights.** Free for study.\n"
    found = page(tmp_path, f"# Note\n\n5 May 1951\n\n{TEXT}\n---\n\n{rows}\n{note}\n", "a.md")
    assert found.role("funder") == [funder]
    assert [one.value for one in found.record.abstract] == ["The board waits for grain."]
    assert found.role("translator") == (["Ann Bauer"] if "Bauer" in note else [])


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("[Translated from the German by Ann Bauer. Paragraphs as in the original.]", "Ann Bauer"),
        ("(Translation into English by J. M. Dorn; notes by the editor)", "J. M. Dorn"),
    ],
)
def test_a_note_in_brackets_above_the_text_names_the_translator(
    tmp_path: Path, note: str, name: str
) -> None:
    assert page(tmp_path, f"# Report\n\n{note}\n\n5 May 1951\n\n{TEXT}", "a.md").role(
        "translator"
    ) == [name]


def test_a_note_of_the_editors_is_no_summary(tmp_path: Path) -> None:
    note = "Editor's note. Names of persons in Orlov's report are given in the usual form."
    found = page(
        tmp_path, f"# Report of Orlov\n\nType: Report\n\n{note}\n\nSECRET\n\n{TEXT}", "a.md"
    )
    assert not found.record.abstract


def test_the_archive_or_names_in_their_letters_tell_the_language_of_an_original(
    tmp_path: Path,
) -> None:
    for source, text, tongue in (
        ("PRC FMA 105-00944-07, 88-91.", TEXT, "zh"),
        ("RGANI, f. 5, op. 30, d. 4.", TEXT, "ru"),
        ("State Archives, box 7.", f"Liu [刘] and Deng [邓] came. {TEXT}", "zh"),
        ("State Archives, box 7.", f"Yi [이] and Pak [박] came. {TEXT}", "ko"),
        ("State Archives, box 7.", TEXT, ""),
    ):
        note = f"[Source: {source} Translated by Ann Bauer.]"
        found = page(tmp_path, f"# Report\n\nMay 5, 1951\n\n{text}\n\n{note}\n", "a.md")
        assert "".join(one.id for one in found.record.language).endswith(tongue)
        assert bool(found.record.language) is bool(tongue)


def test_a_post_that_closes_a_cable_with_the_day_signs_it(tmp_path: Path) -> None:
    title = "Cable from the Chinese Embassy in Venta to the Foreign Ministry"
    found = page(tmp_path, f"# {title}\n\n{TEXT}\nEmbassy in Venta\nMay 5, 1959\n", "a.md")
    assert [one.kind for one in found.record.agents if one.role.endswith("signatory")] == ["group"]
    listed = page(tmp_path, f"# {title}\n\nMay 5, 1959\n\n{TEXT}\nEmbassy in Venta\n", "a.md")
    assert not [one for one in listed.record.agents if one.role.endswith("signatory")]


@pytest.mark.parametrize(
    ("close", "signed"),
    [
        ("Your old\nMihály", ["Mihály Orlov"]),
        ("Ever yours,\nMihály", ["Mihály Orlov"]),
        ("M. O.", ["Mihály Orlov"]),
        ("P. V.", []),
    ],
)
def test_a_given_name_or_initials_close_a_letter_whose_writer_is_known(
    tmp_path: Path, close: str, signed: list[str]
) -> None:
    rows = "- **From:** Orlov, Mihály (1875-1955)\n- **To:** Dorn, Eva\n- **Date:** 5 May 1951\n"
    found = page(tmp_path, f"# Mihály Orlov to Eva Dorn\n\n{rows}\n{TEXT}\n{close}\n", "a.md")
    assert found.role("signatory") == signed


def test_beside_the_place_that_a_letter_was_sent_from_the_other_is_a_place(tmp_path: Path) -> None:
    rows = "| **Sent from** | London |\n| **Sent to** | Oberlin, Ohio |\n| **Date** | 5 May 1951 |"
    found = page(tmp_path, f"# Orlov to Dorn\n\n| | |\n|---|---|\n{rows}\n\n{TEXT}", "a.md")
    assert found.places >= {"London", "Oberlin, Ohio"}
    assert not found.role("copy-recipient")


def test_a_number_like_those_of_the_links_beside_it_is_the_sites(tmp_path: Path) -> None:
    links = "← [30 January](EL-0409) · [9 March](EL-0420) →"
    for number, own in (("EL-0412", True), ("1160/51", False)):
        rows = f"- **Letter no.:** {number}\n- **Date:** 5 May 1951\n"
        found = page(tmp_path, f"# Orlov to Dorn\n\n{rows}\n{TEXT}\n{links}\n", "a.md")
        assert (found.record.identifier == number) is own


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("To the First Secretary of the Central Committee\nof the Communist Party of Venta\n"
         "Comrade VESELY J. A.", "VESELY J. A."),
        ("To the Minister of Mines\nArmy General Comrade H. Dorn", "H. Dorn"),
        ("To the Minister of Mines\nPlease Read", None),
    ],
)  # fmt: skip
def test_below_an_office_that_a_paper_is_addressed_to_stands_who_holds_it(
    tmp_path: Path, head: str, name: str | None
) -> None:
    found = page(tmp_path, f"# Report on the Harbour\n\n5 May 1951\n\n{head}\n\n{TEXT}", "a.md")
    assert found.role("recipient") == ([name] if name else [])


def test_those_who_are_to_know_are_noted_at_the_margin(tmp_path: Path) -> None:
    note = "[in the margin, by hand:] Com. Orlov, Com. Vesely - for information. 21.V"
    found = page(tmp_path, f"# Report\n\n5 May 1951\n\n{TEXT}\nJ. Dorn\n\n{note}\n", "a.md")
    assert found.role("copy-recipient") == ["Orlov", "Vesely"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Cable no.:  (59) 1207", "(59) 1207"),
        ("Registry no.: 41-B", "41-B"),
        ("GVS No. A 467 315", "A 467 315"),
        ("London, N.W.3", None),
        ("Document number: see the list of all enclosures", None),
    ],
)
def test_a_number_has_its_groups_and_its_label(
    tmp_path: Path, line: str, number: str | None
) -> None:
    found = page(tmp_path, f"# Report on the Harbour\n\n5 May 1951\n{line}\n\n{TEXT}", "a.md")
    assert found.numbers() == ([number] if number else [])


def test_the_day_of_a_talk_stands_behind_its_number_in_the_head(tmp_path: Path) -> None:
    head = "1. Time: November 12, 1962, 8:30 p.m. to 11:45 p.m.\n2. Place: Venta"
    found = page(
        tmp_path, f"# Record of the Second Talk between Orlov and Dorn\n\n{head}\n\n{TEXT}"
    )
    assert [one.edtf for one in found.record.date] == ["1962-11-12"]
    assert [one.id.rpartition("/")[2] for one in found.record.type] == ["record-of-conversation"]


def test_a_date_is_found_below_all_that_a_site_has_above(tmp_path: Path) -> None:
    site = (
        "MUSEUM OF THE HARBOUR\n\nONLINE EXHIBITION\nThe Spring of 1972\nRoom 3: What they wrote\n"
    )
    text = f"{site}\nReport on the Harbour\n\nObject 3.4\nGround floor\nLeft wall\nCase 2\n\n"
    head = "English text\n\nSecret\nCopy No. 1\nCOMMITTEE OF MINES\n20 May 1972\nVenta\n\n"
    found = page(tmp_path, f"{text}{head}{TEXT}")
    assert "1972-05-20" in [one.edtf for one in found.record.date]


def test_a_line_below_the_words_for_a_record_says_who_talked(tmp_path: Path) -> None:
    for line, names in (
        (
            "between Deputy Minister Jan Orlov and Ambassador Karel Kadlec",
            ["Jan Orlov", "Karel Kadlec"],
        ),
        ("with Ambassador Karel Kadlec on 5 May 1951", ["Karel Kadlec"]),
    ):
        head = f"MEMORANDUM OF CONVERSATION\n\n{line}\n\n5 May 1951"
        found = page(tmp_path, f"# Memorandum on the Harbour\n\n{head}\n\n{TEXT}", "a.md")
        assert found.role("participant") == names


def test_the_heading_of_minutes_says_on_which_day_the_meeting_was_held(tmp_path: Path) -> None:
    head = "RECORD OF A MEETING HELD IN THE FOREIGN OFFICE ON TUESDAY, MAY 5, 1951, AT 11.30 A.M."
    found = page(tmp_path, f"# Record of a Meeting\n\n{head}\n\n{TEXT}", "a.md")
    assert [one.edtf for one in found.record.date] == ["1951-05-05"]


def test_whoever_took_the_minutes_wrote_them(tmp_path: Path) -> None:
    for value, writers in (("E. Vane", ["E. Vane"]), ("see the annex", [])):
        rows = f"Present: Comrades Orlov, Kadlec\nChair: Comrade Orlov\nMinutes: {value}"
        found = page(tmp_path, f"# Session of the Board\n\n5 May 1951\n\n{rows}\n\n{TEXT}", "a.md")
        assert found.role("author") + found.role("creator") == writers


@pytest.mark.parametrize(
    ("line", "number"), [("No: 345", "345"), ("117/1951/titk.", "117/1951/titk")]
)
def test_a_number_may_have_a_colon_or_its_registry(tmp_path: Path, line: str, number: str) -> None:
    found = page(tmp_path, f"# Report on the Harbour\n\n{line}\n5 May 1951\n\n{TEXT}", "a.md")
    assert found.numbers() == [number]


def test_a_name_behind_the_mark_of_a_copy_signs(tmp_path: Path) -> None:
    text = (
        f"# Letter to Vane\n\n5 May 1951\n\nMy dear Vane,\n\n{TEXT}\nYours ever,\n(Sd.) Eva Dorn\n"
    )
    assert page(tmp_path, text, "a.md").role("signatory") == ["Eva Dorn"]


def test_a_row_of_small_print_below_a_title_has_its_day(tmp_path: Path) -> None:
    row = "Venta | 19 August 1957 | 3 pages | English"
    text = f"HARBOUR PAPERS\nHome   Browse   Donate\n\nPaper for the Board, 'The Mole'\n{row}\n"
    found = page(tmp_path, f"{text}\nPAPER FOR THE HARBOUR BOARD\n\n{PROSE}\n\n{PROSE}\n")
    assert [one.value for one in found.record.title] == ["Paper for the Board, 'The Mole'"]
    assert [one.edtf for one in found.record.date] == ["1957-08-19"]


def test_an_interviewer_is_told_in_the_row_below_a_title(tmp_path: Path) -> None:
    row = "Interviewer: Eva Dorn \u00b7 Place: Venta \u00b7 12 March 1991 \u00b7 74 min."
    found = page(tmp_path, f"# Interview with Jan Vesely\n\n{row}\n\n## Transcript\n\n{PROSE}\n")
    assert found.role("interviewer") == ["Eva Dorn"]
    assert [one.edtf for one in found.record.date] == ["1991-03-12"]


@pytest.mark.parametrize(
    ("sentence", "funder"),
    [
        ("Recorded with the support of the Venta Foundation", "Venta Foundation"),
        ("Translation made possible by the Venta Fund.", "Venta Fund"),
        ("Digitalização deste documento apoiada pela Fundação Venta.", "Fundação Venta"),
    ],
)
def test_whoever_paid_is_told_in_a_sentence(sentence: str, funder: str) -> None:
    assert [one.text for one in funders([Line(0, len(sentence), sentence)])] == [funder]
