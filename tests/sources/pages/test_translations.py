"""English translations of papers, as digital archives print them: bare, cited, labels in a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = (
    "The works at Venta need copper, and the ministry was told so in the spring by those who run "
    "them; nobody has answered since."
)


def test_labels_in_one_line_below_a_text_are_read_though_some_have_no_value(
    tmp_path: Path,
) -> None:
    row = (
        "**Original:** Bulgarian **Archive:** AMVR, Sofia **Addressee:** **Translation:** Ann Bauer"
        " **Subject terms:** **BD number:** BD-1967-031"
    )
    head = "# On Copper\n\n> MINISTRY OF MINES\n>\n> 5 May 1967"
    text = f"{head}\n\n{PROSE}\n\n{PROSE}\n\n---\n\n{row}\n"
    found = page(tmp_path, text, "page.md")
    assert (found.record.identifier, found.role("translator")) == ("BD-1967-031", ["Ann Bauer"])
    assert [one.id for one in found.record.language if one.id.endswith("bg")]


def test_a_number_that_is_no_day_is_no_date(tmp_path: Path) -> None:
    text = f"# On Copper\n\nReg. No. 1-04-2213\n25 April 1967, Sofia\n\n{PROSE}\n\n{PROSE}\n"
    assert [one.edtf for one in page(tmp_path, text, "a.md").record.date] == ["1967-04-25"]


@pytest.mark.parametrize(
    "foot",
    ["CHAIRMAN OF THE COMMITTEE:\n\nLieutenant-General: *(signed)* A. SOLAKOV",
     "Minister of Mines:\n\nA. Solakov", "Deputy Minister: A. Solakov"],
)  # fmt: skip
def test_an_office_above_or_before_a_name_is_no_label(tmp_path: Path, foot: str) -> None:
    text = f"# Report on Copper\n\nTo Comrade Jan Vesely\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n"
    found = page(tmp_path, text, "a.md").role("signatory")
    assert [one.split()[-1].title() for one in found] == ["Solakov"]


def test_a_citation_names_a_paper_of_which_the_head_has_the_subject_alone(tmp_path: Path) -> None:
    head = (
        "INCOMING CABLE\n\nTalk with Pak Song Chol about the boundary\n\nTo the Foreign Ministry:"
    )
    cited = (
        "\"Cable from Hao Deqing, 'Talk with Pak Song Chol about the Boundary'\", March 12, 1962,"
        " Asia Documents Project, PRC Foreign Ministry Archive, 106-01387-05, pp. 11-14."
    )
    found = page(tmp_path, f"{head}\n\n{PROSE}\n\n{PROSE}\n\nHao Deqing\n\n{cited}\n").record
    assert found.title[0].value.startswith("Cable from Hao Deqing")
    assert [one.id.rpartition("/")[2] for one in found.type] == ["telegram"]


@pytest.mark.parametrize(
    "line",
    ["On 12 May I had a meeting with Kim Il Sung and Pak Hon-\nyong at their request.",
     "of the Council of Ministers of the USSR"],
)  # fmt: skip
def test_what_somebody_says_and_what_goes_on_is_no_title(tmp_path: Path, line: str) -> None:
    text = f"To VYSHINSKY\n\n{line}\n\n{PROSE}\n\n{PROSE}\n\nSHTYKOV\n\n12.V.50\nNo. 571\n"
    title = page(tmp_path, text).record.title[0].value
    assert title == "[Letter from SHTYKOV to VYSHINSKY, 12 May 1950]"


@pytest.mark.parametrize(
    ("head", "first"),
    [("INFORMATION", ""), ("I N F O R M A T I O N", ""), ("CC CPSU", "The KGB reports that "),
     ("CC CPSU", "The Committee for State Security reports the following. ")],
)  # fmt: skip
def test_what_informs_and_what_reports_is_a_report(tmp_path: Path, head: str, first: str) -> None:
    text = f"18 March 1969\n\n{head}\n\n{first}{PROSE}\n\n{PROSE}\n\nYu. ANDROPOV\n"
    found = page(tmp_path, text).record
    assert [one.id.rpartition("/")[2] for one in found.type] == ["report"]


def test_the_body_above_a_text_may_stand_on_two_lines(tmp_path: Path) -> None:
    text = (
        f"POLITICAL BUREAU OF THE CENTRAL COMMITTEE\nOF THE COMMUNIST PARTY OF VENTA\n\n{PROSE}\n"
    )
    (body,) = page(tmp_path, text).row.cells["bodies_named"]
    assert body.text.endswith("CENTRAL COMMITTEE OF THE COMMUNIST PARTY OF VENTA")


@pytest.mark.parametrize(
    ("said", "names"),
    [("Comrade KVITSINSKIJ [Yuli Kvitsinsky] reported, and later Kvitsinskij left.",
      {"Yuli Kvitsinsky"}),
     ("Dubchek [Dubcek] is in the building.", {"Dubcek"}),
     ("He had a letter from Li Zhou-yuan [Yi Chu-yon -\ntrans.] in hand.", {"Yi Chu-yon"}),
     ("Comrade Pak Song-ch'ol [Bak Seongcheol] asked for coal.", {"Pak Song-ch'ol"}),
     ("It seems that Puzanov [the Soviet ambassador] is away. T. Zh.", {"Puzanov"}),
     ("Comrade Orlov [Soviet ambassador] came with Petrov [sic].", {"Orlov", "Petrov"}),
     ("The road to Damanskii [Zhenbao] is long.", set())],
)  # fmt: skip
def test_whoever_an_editor_explains_is_recorded_as_he_is_meant(
    tmp_path: Path, said: str, names: set[str]
) -> None:
    found = page(tmp_path, f"# Report on Copper\n\n5 May 1968\n\n{PROSE}\n\n{said}\n", "a.md")
    assert found.people == names


def test_a_name_that_the_title_has_stands_as_it_is(tmp_path: Path) -> None:
    said = "Ambassador Xu Jianguo [Hsu Chien-kuo] came."
    text = f"# Talk with Xu Jianguo\n\n5 May 1968\n\n{said}\n\n{PROSE}"
    assert page(tmp_path, text, "a.md").people == {"Xu Jianguo"}


def test_whoever_writes_on_his_talk_took_part_in_it_with_all_who_were_present(
    tmp_path: Path,
) -> None:
    said = (
        "On 10 October, in the course of my stay in Rome, I was received by Cardinal Jan Vesely. "
        "Archbishop A. Dorn and, on our side, K. Kral, head of the team, were present."
    )
    text = f"# Urgent Note on a Talk with Cardinal Vesely\n\n{said}\n\n{PROSE}\n\n/-/ J. Hora\n"
    found = page(tmp_path, text, "a.md").role("participant")
    assert sorted(one.split()[-1] for one in found) == ["Dorn", "Hora", "Kral", "Vesely"]


def test_the_line_below_the_word_for_a_note_says_who_talked_with_whom(tmp_path: Path) -> None:
    line = "on a talk of Comrade Jan Vesely with the Ambassador of Gora, Comrade P. A. Dorn"
    text = f"5 May 1951\n\nN O T E\n\n{line}, on 4 May 1951\n\n{PROSE}\n\n{PROSE}\n"
    assert page(tmp_path, text).role("participant") == ["Jan Vesely", "P. A. Dorn"]


def test_a_note_on_the_source_ends_with_the_number_that_its_site_gives(tmp_path: Path) -> None:
    note = (
        "RGANI, fond 5, opis 61, delo 442, listy 17-20. Typescript. Translated from Russian by Ann "
        "Bauer. Reading Room of the Cold War, item 881."
    )
    found = page(tmp_path, f"{note}\n\n18 March 1969\n\n{PROSE}\n\n{PROSE}\n")
    assert (found.record.identifier, found.role("translator")) == ("881", ["Ann Bauer"])


def test_a_telegram_is_called_by_both_sides_rather_than_by_its_number(tmp_path: Path) -> None:
    head = "INCOMING CIPHER TELEGRAM No. 14217\n\nFrom PYONGYANG\n\nTo VYSHINSKY"
    text = f"{head}\n\n{PROSE}\n\n{PROSE}\n\nSHTYKOV\n\n12.V.50\nNo. 571\n"
    title = page(tmp_path, text).record.title[0].value
    assert title == "[Ciphered telegram from SHTYKOV to VYSHINSKY, 12 May 1950]"
