"""What is cut at one width, who signs beside others, who had which copy, what editors remark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."
LETTER = "To Comrade STALIN\n\nDear Comrade,\n\n"


def test_a_citation_and_a_summary_run_over_lines_of_one_width(tmp_path: Path) -> None:
    head = (
        "Citation:\n\n"
        "\u201cDiscussion between Zhou Enlai and Pham Van Dong, Beijing, on Mines,\u201d April\n"
        "19, 1968, Wilson Center Digital Archive, CWIHP Working Paper 22. Translated by Qian Jun-\n"
        "ling.\nhttps://example.org/document/112175\n\n"
        "Summary:\nZhou Enlai reproaches the Vietnamese for accepting talks with Johnson early;\n"
        "Pham Van Dong describes the fighting in the hills.\n\nOriginal Language:\nChinese\n\n"
        f"Contents:\n- English Translation\n\n{PROSE}\n\n{PROSE}\n"
    )
    found = page(tmp_path, head)
    assert found.role("translator") == ["Qian Junling"]
    assert found.record.identifier == "112175"
    assert found.record.abstract[0].value.endswith("the fighting in the hills.")
    assert [one.id for one in found.record.language[:1]] == ["zh"]


def test_a_list_of_those_present_runs_on_behind_a_remark_of_the_editor(tmp_path: Path) -> None:
    text = (
        "Chinese side: Zhou Enlai, Yang Chengwu [sic;\n   removed on 22 March], Han Nianlong\n"
        "Vietnamese side: Pham Van Dong, Vo Nguyen Giap [left after\n   the first hour], Ly Ban\n\n"
    )
    found = page(tmp_path, f"{text}{PROSE}\n\n{PROSE}\n")
    assert found.role("participant") == [
        *("Zhou Enlai", "Yang Chengwu", "Han Nianlong", "Pham Van Dong", "Vo Nguyen Giap", "Ly Ban")
    ]


def test_interpreters_in_brackets_took_part(tmp_path: Path) -> None:
    text = "Participants: Comrades Jan Orlov (with Comrades Eva Dorn and Petr Hora as interpreters)"
    found = page(tmp_path, f"{text}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("participant") == ["Jan Orlov", "Eva Dorn", "Petr Hora"]


def test_who_signs_right_below_another_in_capitals_signs_too(tmp_path: Path) -> None:
    found = page(tmp_path, f"{LETTER}{PROSE}\n\nWith respect,\n\nKIM IL SUNG\n\nPAK HON-YONG\n")
    assert len(found.role("signatory")) == 2
    assert "and" in found.record.title[0].value.split()


def test_an_office_with_a_number_signs_nothing(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"{LETTER}{PROSE}\n\nGenosse Krause, II. Sekret\u00e4r\n\n{PROSE}\n\nA. ORLOV\n"
    )
    assert found.role("signatory") == ["A. ORLOV"]


def test_who_signs_with_rank_and_office_in_a_heading_signs(tmp_path: Path) -> None:
    close = "#### Col. Josef NOVAK, Chief of the First Directorate"
    found = page(
        tmp_path,
        f"# Report on the Mill\n\n#### 1. Origin\n\n{PROSE}\n\n{PROSE}\n\n{close}\n",
        "a.md",
    )
    assert [one.casefold() for one in found.role("signatory")] == ["josef novak"]


@pytest.mark.parametrize(
    "line",
    [
        "Made in 3 copies. Copy 1: Minister. Copy 2: Jan Vesely. Copy 3: file.",
        "3 copies, 1st copy: Jan Vesely",
        "Copies: Comrades Orlov, Jan Vesely \u2013 all; Comrade Dorn \u2013 p. 3.",
    ],
)
def test_copies_that_a_line_counts_went_to_persons(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"{LETTER}{PROSE}\n\nA. ORLOV\n\n{line}\n")
    assert "Jan Vesely" in found.role("copy-recipient")
    assert not {"Minister", "file"} & set(found.role("copy-recipient"))


def test_a_town_behind_the_addressee_is_no_part_of_the_name(tmp_path: Path) -> None:
    text = "To the Chairman of the Council of Ministers\n\nGeneralissimus I. V. ORLOV, Moscow\n\n"
    found = page(tmp_path, f"{text}{PROSE}\n\n{PROSE}\n\nA. VESELY\n\nCity of Brno, 9 May 1951\n")
    assert [one.casefold() for one in found.role("recipient")] == ["i. v. orlov"]
    assert [span.edtf for span in found.record.date[:1]] == ["1951-05-09"]


def test_a_translator_is_named_in_brackets_below_a_paper(tmp_path: Path) -> None:
    note = "[Translated by: Eva Dorn [?], [initials illegible]. Checked: N. Hora]"
    found = page(tmp_path, f"[TRANSLATION FROM KOREAN]\n\n{LETTER}{PROSE}\n\nA. ORLOV\n\n{note}\n")
    assert found.role("translator") == ["Eva Dorn"]
    assert [one.id for one in found.record.language[:1]] == ["ko"]


def test_steps_with_arrows_are_a_trail_and_no_title(tmp_path: Path) -> None:
    trail = "Port Center Digital Archive \u00bb Soviet Invasion of Brno"
    found = page(
        tmp_path, f"{trail}\n\nReport on the Mill at Brno\n\n9 May 1951\n\n{PROSE}\n\n{PROSE}\n"
    )
    assert found.record.title[0].value == "Report on the Mill at Brno"


def test_the_registry_of_confidential_papers_has_a_number(tmp_path: Path) -> None:
    head = "Vertrauliche Dienstsache\nVD 14 \u2013 31/79\n4. Ausfertigung, 6 Blatt\n\n"
    found = page(tmp_path, f"{head}{LETTER}{PROSE}\n\nA. ORLOV\n")
    assert found.numbers() == ["VD 14 \u2013 31/79"]


def test_a_name_in_brackets_behind_a_sentence_takes_no_word_of_it(tmp_path: Path) -> None:
    text = "the 4th stands at Kochang, the 7th at Namwon. Fang Ho-san [commander of the 6th] waits."
    found = page(tmp_path, f"{LETTER}{PROSE} On the front {text}\n\nA. ORLOV\n")
    assert "Fang Ho-san" in found.people


def test_the_body_whose_meeting_a_protocol_is_of_is_its_author(tmp_path: Path) -> None:
    title = "Protocol No. 131, Meeting of the Politburo of the Central Committee of the Party"
    found = page(tmp_path, f"# {title}\n\n9 May 1951\n\n{PROSE}\n\n{PROSE}\n", "a.md")
    assert "Politburo" in found.role("corporate-author")[0]


def test_a_title_with_an_article_that_a_bracket_explains_is_nobody(tmp_path: Path) -> None:
    text = f"{LETTER}To accept the request of the Duban [military governor] for help. {PROSE}\n"
    assert "Duban" not in page(tmp_path, text).people


def test_the_name_typed_in_brackets_below_a_given_name_is_who_signs(tmp_path: Path) -> None:
    below = "Yours ever,\n\nGeorge\n\n(G G H Walden)\nPrivate Secretary\n"
    found = page(tmp_path, f"Dear Michael,\n\n{PROSE}\n\n{below}")
    assert found.role("signatory") == ["G G H Walden"]
    assert "George" not in found.people


@pytest.mark.parametrize(
    ("sentence", "copied"),
    [
        (
            "I am copying this letter and enclosure to Brian Norbury (MOD), Bill Burroughs\n"
            "(Department of Energy) and Martin Hall (Cabinet Office).",
            ["Brian Norbury", "Bill Burroughs", "Martin Hall"],
        ),
        ("I am sending copies of this letter to Clive Whitmore (No 10).", ["Clive Whitmore"]),
        ("I was sending copies of the treaty to Moscow.", []),
        ("He was copying the works of Rembrandt to Jan Orlov's taste.", []),
    ],
)
def test_a_sentence_over_two_lines_says_who_has_copies(
    tmp_path: Path, sentence: str, copied: list[str]
) -> None:
    found = page(tmp_path, f"Dear Michael,\n\n{PROSE}\n\n{sentence}\n\nYours ever,\n\nE. Dorn\n")
    assert found.role("copy-recipient") == copied


def test_a_summary_of_two_lines_stands_below_a_paper_and_above_its_address(tmp_path: Path) -> None:
    summary = (
        "Lord Carrington's office sets out for the Prime Minister what is known of the plant, of\n"
        "the drawings and of the town of Venta."
    )
    foot = "https://archive.example.org/document/114722\n\nCite this document | View scan"
    text = f"Dear Michael,\n\n{PROSE} {PROSE}\n\nE. Dorn\n\nCONFIDENTIAL\n\n{summary}\n\n{foot}\n"
    found = page(tmp_path, text)
    assert [one.value for one in found.record.abstract] == [summary.replace("\n", " ")]
    listed = text.replace("CONFIDENTIAL", "Copies: Mr H van Dalsen, Dr J de Villiers").replace(
        summary, PROSE
    )
    assert found.record.identifier == "114722"
    assert PROSE not in page(tmp_path, listed).role("copy-recipient")


def test_below_the_number_of_a_document_stand_title_day_and_note_on_its_source(
    tmp_path: Path,
) -> None:
    head = (
        "DOCUMENT APPENDIX\n\nDOCUMENT No. 9\n\n"
        "Notes on the Talks between President Tito and President Nasser in Cairo,\n"
        "11 August 1967\n\n"
        "[Source: Arhiv Jugoslavije (AJ), Belgrade, 837, KPR, I-2/33, 4-12. Contributed by Jan\n"
        "Mark; translated from the Serbo-Croatian by Vesna Dorn.]\n\n"
        "   Present on the Yugoslav side: M. Todorović, M. Nikezić, V. Popović, S. Bajčetić and\n"
        "as interpreter, Dr. H. Kaleši.\n\n"
    )
    found = page(tmp_path, f"{head}{PROSE}\n\n{PROSE}\n")
    assert [one.value for one in found.record.title] == [
        "Notes on the Talks between President Tito and President Nasser in Cairo, 11 August 1967"
    ]
    assert [one.id for one in found.record.type] == ["record-of-conversation"]
    assert found.role("translator") == ["Vesna Dorn"]
    assert found.role("contributor") == ["Jan Mark"]
    present = found.role("participant")
    assert {"M. Todorović", "S. Bajčetić", "H. Kaleši"} <= set(present)
    assert any("Tito" in one for one in present)


def test_a_label_without_a_colon_has_the_paragraph_below_it_where_it_is_cut_at_one_width(
    tmp_path: Path,
) -> None:
    text = (
        "Note on the Works\n\nSummary\nThe minister describes the works at Venta and asks for new\n"
        f"drawings of the second mill.\n\nTranscript\n\n{PROSE}\n\n{PROSE}\n\nRights\n"
        "The programme gladly allows the reuse of its papers in schools and in books.\n\n"
        "This document was made possible with support from the Leon Levy Foundation\n"
    )
    found = page(tmp_path, text)
    assert found.record.abstract[0].value.endswith("drawings of the second mill.")
    assert [one.value[:33] for one in found.record.rights] == ["The programme gladly allows the r"]
    assert found.role("funder") == ["Leon Levy Foundation"]


def test_thanks_with_a_link_are_no_part_of_the_text(tmp_path: Path) -> None:
    thanks = "This document was made possible with support from [The Leon Fund](https://x.org)"
    found = page(tmp_path, f"# Note on Mines\n\n{thanks}\n\n{PROSE}\n\n{PROSE}\n", "page.md")
    assert found.role("funder") == ["Leon Fund"]
    assert found.row.cells["body"][0].text.startswith("We have read")


def test_links_to_other_entries_of_a_list_are_the_sites(tmp_path: Path) -> None:
    text = (
        f"# Minutes of Todor Zhivkov \u2013 Agostinho Neto Conversation\n\n{PROSE}\n\n{PROSE}\n\n"
        "---\n\n**33.** [Nov. 14, 1978 \u2013 Report on Talks of Jan Vesely](/document/113051)\n"
    )
    found = page(tmp_path, text, "page.md")
    assert "Jan Vesely" not in found.people
    assert [one.id for one in found.record.type] == ["record-of-conversation"]
