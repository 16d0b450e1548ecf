"""To whom, from whom, with copies for whom and among whom: one form of a paper varied at a time."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.papers.attendance import attended
from lod.sources.pages.papers.memohead import head
from lod.sources.pages.text.pagetext import plain_page
from tests.sources.pages.cataloguing import page

PROSE = (
    "The works at Venta need copper, and the ministry was told so in the spring by those who run "
    "them; nobody has answered since."
)


def paper(title: str, head: str, foot: str = "K. Hora") -> str:
    return f"# {title}\n\n5 May 1951\n\n{head}\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n"


@pytest.mark.parametrize(
    "line",
    ["Comrade J. VESELY", "To – Jan Vesely", "Deliver to: Jan Vesely", "[To:] Jan Vesely",
     "Personal for Comrade Vesely", "Urgent. To Comrade Vesely", "Deeply respected Comrade Vesely!",
     "To the Minister of Mines of Venta, Comrade Jan Vesely", "To the Minister of Mines, J. Vesely",
     "His Excellency\nMr. Jan Vesely\nMinister of Mines", "Werter Genosse Vesely!",
     "Sehr geehrter Herr Minister Vesely,", "Herrn\nJan Vesely", "Cher camarade Vesely,",
     "Drogi Towarzyszu Vesely!", "Vážený soudruhu Vesely,", "Kedves Vesely elvtárs!",
     "Stimate tovarășe Vesely,", "Querido compañero Vesely:", "Caro compagno Vesely,"],
)  # fmt: skip
def test_letters_say_in_many_ways_to_whom_they_go(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper("Letter on Copper", line), "page.md").role("recipient")
    assert [one.split()[-1].title() for one in found] == ["Vesely"]


@pytest.mark.parametrize("line", ["тов. ВЕСЕЛОВУ Я. А.", "Уважаемый товарищ Веселов!"])
def test_russian_letters_say_to_whom_they_go(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper("Письмо о меди", line), "page.md").role("recipient")
    assert [next(iter(one.split())).title() for one in found] == ["Веселов"]


@pytest.mark.parametrize("line", ["Dear Prime Minister,", "Dear Mother,", "Liebe Freunde!"])
def test_nobody_is_named_by_an_office_or_a_kin(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper("Letter on Copper", line), "page.md")
    assert found.role("recipient") == []


@pytest.mark.parametrize("line", ["From – Jan Vesely", "FM: Jan Vesely",
                                  "From the Minister of Mines, Jan Vesely"])  # fmt: skip
def test_letters_say_in_many_ways_from_whom_they_are(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper("Letter on Copper", line, ""), "page.md")
    assert found.role("sender") == ["Jan Vesely"]


@pytest.mark.parametrize(
    "line",
    ["cc Jan Vesely, Eva Dorn", "Copies to Jan Vesely, Eva Dorn", "Sent to Cdes. Vesely and Dorn",
     "1 copy - Comrade Vesely\n1 copy - Comrade Dorn", "Copy No. 1 - Comrade Vesely\n"
     "Copy No. 2 - Comrade Dorn", "(Copies to Vesely, Dorn)", "Circulated: Vesely, Dorn",
     "Extract to Comrades Vesely and Dorn.", "c.c. Mr. Vesely\n     Mr. Dorn",
     "2 copies printed:\n1 - to Vesely\n2 - to Dorn", "Distribution\nVesely\nDorn",
     "Distr.: Vesely, Dorn", "To be circulated to Comrades Vesely, Dorn",
     "Circulate to the secretaries of the CC:\nJ. Vesely [signed]\nE. Dorn [signed]",
     "To be given to: Comrade Vesely, Comrade Dorn", "Receive:\nComrades: Vesely, Dorn\na/a",
     "[In another hand: Hora has read it. Copy to Comrade Vesely, Comrade Dorn.]",
     "Mailed: Ve-\nsely, Dorn"],
)  # fmt: skip
def test_papers_say_in_many_ways_who_had_copies(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper("Report on Copper", "", f"K. Hora\n\n{line}"), "page.md")
    assert [one.split()[-1] for one in found.role("copy-recipient")] == ["Vesely", "Dorn"]


@pytest.mark.parametrize(
    "lines",
    ["Present were Jan Vesely, Eva Dorn.", "Participants:\n- Jan Vesely\n- Eva Dorn",
     "Participants:\n1. Jan Vesely\n2. Eva Dorn", "The following took part: Jan Vesely, Eva Dorn",
     "Participants in the conversation: Jan Vesely, Eva Dorn",
     "Participants — Jan Vesely, Eva Dorn",
     "Delegation of Venta: Jan Vesely\nDelegation of Gora: Eva Dorn", "Chair: Jan Vesely\n"
     "Members: Eva Dorn",
     "PARTICIPANTS\n\nPoland              Hungary\nJan Vesely          Eva Dorn",
     "von deutscher Seite:\nJan Vesely\nvon polnischer Seite:\nEva Dorn",
     "An dem Gespräch nahmen teil: Jan Vesely, Eva Dorn",
     "Étaient présents : Jan Vesely, Eva Dorn",
     "There were present comrades: Jan Vesely, Eva Dorn.\n\nWere absent: Karl Hus (on leave)",
     "Present besides were Comrade Jan Vesely and, from the embassy, Attaché Eva Dorn.",
     "Invited to take part: Jan Vesely, Eva Dorn",
     "Du côté français : Jan Vesely\nDu côté allemand : Eva Dorn",
     "Aanwezig: Jan Vesely, Eva Dorn"],
)  # fmt: skip
def test_records_say_in_many_ways_who_took_part(tmp_path: Path, lines: str) -> None:
    found = page(tmp_path, paper("Record of a Talk on Copper", lines), "page.md")
    assert found.role("participant") == ["Jan Vesely", "Eva Dorn"]


@pytest.mark.parametrize(
    "line",
    ["Notetaker: Jan Vesely", "Noted down by J. Vesely", "Minutes: Jan Vesely",
     "The conversation was recorded by Jan Vesely.", "Aufgezeichnet: Jan Vesely",
     "Niederschrift: Jan Vesely", "Drafted: Jan Vesely"],
)  # fmt: skip
def test_records_say_in_many_ways_who_wrote_them_down(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper("Record of a Talk on Copper", "", line), "page.md")
    assert [one.split()[-1] for one in found.role("author")] == ["Vesely"]


@pytest.mark.parametrize("line", ["Minutes: Third Session", "Notes: Coal and Steel",
                                  "Drafted: AF:JMMacKnight:gl"])  # fmt: skip
def test_words_behind_such_labels_are_nobody(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper("Record of a Talk on Copper", "", line), "page.md")
    assert found.role("author") == []


@pytest.mark.parametrize("away", ["**Apologies:** Petr Hora", "Absent: Petr Hora"])
def test_a_list_of_those_present_runs_over_lines_and_ends_before_those_away(away: str) -> None:
    rows = ("Present", "Jan Vesely (in the chair); A. B. Kos;", "Eva Dorn; Ota Kral", away)
    text = "\n".join(rows)
    found = attended(plain_page(text).lines, 0, lambda _: "")
    names = [text[one.start : one.end] for one in found]
    assert names == ["Jan Vesely", "A. B. Kos", "Eva Dorn", "Ota Kral"]


@pytest.mark.parametrize(
    "line",
    ["On the Polish side there took part: Jan Vesely and Eva Dorn.",
     "On our side took part: Jan Vesely, Eva Dorn",
     "On the Polish side were present Jan Vesely and Eva Dorn.",
     "The Polish side was represented by: Jan Vesely and Eva Dorn",
     "Auf polnischer Seite nahmen teil: Jan Vesely, Eva Dorn",
     "Ze strony polskiej uczestniczyli: Jan Vesely, Eva Dorn"],
)  # fmt: skip
def test_records_of_talks_say_in_sentences_who_took_part_on_a_side(
    tmp_path: Path, line: str
) -> None:
    found = page(tmp_path, paper("Record of a Conversation", line), "page.md")
    assert found.role("participant") == ["Jan Vesely", "Eva Dorn"]


@pytest.mark.parametrize(
    "table",
    ["| Present | Absent |\n|---|---|\n| Jan Vesely (chair), Eva Dorn | Karl Hus |",
     "| Members present | Excused |\n|---|---|\n| Jan Vesely | Karl Hus |\n| Eva Dorn | |",
     "Present\n\nJan Vesely\n\nEva Dorn\n\nAbsent\n\nKarl Hus"],
)  # fmt: skip
def test_whoever_is_listed_as_absent_took_no_part(tmp_path: Path, table: str) -> None:
    found = page(tmp_path, paper("Minutes of the Board", table), "page.md")
    assert found.role("participant") == ["Jan Vesely", "Eva Dorn"]


@pytest.mark.parametrize(
    "line",
    ["Copies of this item: Comrades Vesely and Dorn.", "Extract of item 2: Cde. Vesely, Cde. Dorn",
     "The mine stays shut. Copies of this decision: Comrades Vesely and Dorn.",
     "An excerpt of this protocol to Comrades Vesely, Dorn."],
)  # fmt: skip
def test_a_decision_says_who_has_copies_of_a_point(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper("Minutes of the Board", "Item 1.", f"{line}\n\nK. Hora"), "a.md")
    assert found.role("copy-recipient") == ["Vesely", "Dorn"]


@pytest.mark.parametrize("post", ["Embassy Venta", "Consulate Warsaw", "Legation Sofia"])
def test_a_post_in_a_list_of_copies_is_a_body(tmp_path: Path, post: str) -> None:
    foot = f"K. Hora\n\nDistribution:\n1 x Minister Vesely\n1 x {post}"
    found = page(tmp_path, paper("Report on Copper", "Venta", foot), "page.md")
    assert found.role("copy-recipient") == ["Vesely", post]


@pytest.mark.parametrize(
    "line",
    ["To Comrade Jan Vesely, Minister of Mines, Venta", "An Genossen Jan Vesely, Minister",
     "To Mr. Jan Vesely\nMinister of Mines"],
)  # fmt: skip
def test_a_report_says_below_its_signature_to_whom_it_goes(tmp_path: Path, line: str) -> None:
    foot = f"K. Hora\nambassador\n\n{line}"
    found = page(tmp_path, paper("Report on Copper", "Venta", foot), "page.md")
    assert found.role("recipient") == ["Jan Vesely"]


@pytest.mark.parametrize("name", ["Mr. Vesely", "Sir J. Vesely"])
def test_below_the_posts_of_a_telegram_stands_who_sent_it(tmp_path: Path, name: str) -> None:
    head = f"FROM WARSAW TO FOREIGN OFFICE\n\n{name}\nNo. 6\n5 May 1951"
    found = page(tmp_path, f"{head}\n\n{PROSE}\n\n{PROSE}\n")
    assert [one.split()[-1] for one in found.role("sender")] == ["Vesely"]


@pytest.mark.parametrize(
    "line", ["CIRCULAR No. 42", "Secret circular No. 42", "CIRCULAR NÚM. 42", "Circulaire n° 42"]
)
def test_a_circular_has_its_number(tmp_path: Path, line: str) -> None:
    assert page(tmp_path, paper("Paper on Copper", line), "page.md").numbers() == ["42"]


def test_a_sentence_between_title_and_citation_sums_up(tmp_path: Path) -> None:
    said = "The ambassador of Venta in Gora notes down what the minister said of the copper works."
    cited = '"Diary of J. Vesely", May 5, 1951, Wilson Center Digital Archive, fond 5, 44-49.'
    text = f"# Diary of J. Vesely\n\n{said}\n\n#### {cited}\n\nSecret\n\n{PROSE}\n\n{PROSE}\n"
    (summary,) = page(tmp_path, text, "page.md").record.abstract
    assert summary.value == said


def test_a_long_list_behind_to_below_the_text_is_of_those_who_had_copies() -> None:
    names = ", ".join(["Ivan Orlov", "Petr Vlasov"] * 6)
    read = plain_page(f"{'We have read the note with attention. ' * 4}\n\nTo: {names}\n")
    assert {one.column for one in head(read.text, read.lines, lambda _: "")} == {"copy_recipient"}


def test_family_names_that_an_editor_completed_are_names_of_those_who_had_copies(
    tmp_path: Path,
) -> None:
    foot = "Hao Deqing\n\n12 March 1962\n\nDistributed to:\n\nMao [Zedong], Zhu [De], Chen [Yi]"
    found = page(tmp_path, paper("Cable on Copper", "", foot), "page.md")
    assert found.role("copy-recipient") == ["Mao Zedong", "Zhu De", "Chen Yi"]
    assert found.role("signatory") == ["Hao Deqing"]


def test_the_general_staff_has_a_copy_and_its_chief_is_no_body(tmp_path: Path) -> None:
    foot = "K. Hora\n\nCopies: General Staff, Chief of the General Staff"
    found = page(tmp_path, paper("Report on Copper", "", foot), "page.md")
    assert found.role("copy-recipient") == ["General Staff"]
    assert "General Staff" not in found.people
