"""What chanceries write: decrees, extracts, telegrams, notes by hand, days that were reckoned."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.cataloguing import page

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
