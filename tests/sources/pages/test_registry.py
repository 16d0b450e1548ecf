"""What registries and private offices put on papers: codes, posts, copies, those present."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "We have read the note with attention and think that the work must be finished in spring."


def _bodies(text: str) -> str:
    return f"Report on the Mines\n\n{text}\n\n{PROSE}\n\n{PROSE}\n"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("DIV/2417/58/t", "DIV/2417/58/t"),
        ("DAC/DAS/600.(24h)", "DAC/DAS/600.(24h)"),
        ("n. 1387", "1387"),
        ("Telegramma in arrivo n. 1387", "1387"),
        ("371 - TUESDAY - 1830 HS. - We have read the note with attention.", "371"),
    ],
)
def test_a_registry_number_is_read_as_offices_type_it(
    tmp_path: Path, line: str, number: str
) -> None:
    assert number in page(tmp_path, _bodies(line)).numbers()


@pytest.mark.parametrize("line", ["May/5/1951", "vedi pagina n. 3", "12 - 14 hours a day"])
def test_a_day_a_page_and_a_span_of_hours_are_no_registry_numbers(
    tmp_path: Path, line: str
) -> None:
    assert page(tmp_path, _bodies(line)).numbers() == []


@pytest.mark.parametrize(
    "line",
    [
        "The meeting was attended by comrades: Jan Orlov, Eva Dorn, Karel Hora.",
        "The meeting of the Bureau of the Central Committee of the Party of the Venta Valley was"
        " attended by comrades: Jan Orlov, Eva Dorn, Karel Hora.",
        "As guests: comrades Jan Orlov, Eva Dorn, Karel Hora.",
        "From the Hungarian side the following took part: Jan Orlov, Eva Dorn, Karel Hora",
        "The delegation consisted of: Jan Orlov, Eva Dorn, Karel Hora",
        "Present:- Jan Orlov, Eva Dorn, Karel Hora",
        "**Present:** Comrades Jan Orlov, Eva Dorn, Karel Hora",
    ],
)
def test_those_present_are_read_behind_whatever_says_so(tmp_path: Path, line: str) -> None:
    text = f"# Minutes of the Meeting of the Bureau, 5 May 1971\n\nMINUTES\n\n{line}\n\n{PROSE}\n"
    found = page(tmp_path, f"{text}\n{PROSE}\n", "page.md")
    assert {"Jan Orlov", "Eva Dorn", "Karel Hora"} <= set(found.role("participant"))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Mr. Vesely was accompanied by the Ambassador, Mr. Karel Hora.", "Karel Hora"),
        ("The talk was also attended by Eva Dorn and Karel Hora.", "Eva Dorn"),
        ("Attaché Dornov was present and interpreted.", "Dornov"),
        ("The talk was attended on our part by Comrade K. Hora.", "K. Hora"),
        ("The meeting was chaired by Cde. Hora, the secretary.", "Hora"),
        ("Comrade K. Hora presided over the meeting.", "K. Hora"),
    ],
)
def test_who_came_along_to_a_talk_took_part(tmp_path: Path, sentence: str, name: str) -> None:
    title = "Record of a Conversation with Minister Vesely, 5 May 1971"
    found = page(tmp_path, f"{title}\n\n{PROSE}\n\n{sentence} {PROSE}\n")
    assert name in found.role("participant")


def test_who_came_along_on_a_journey_that_a_letter_tells_of_took_no_part(tmp_path: Path) -> None:
    title = "Letter from Jan Orlov to Eva Dorn"
    found = page(tmp_path, f"{title}\n\n{PROSE} He was accompanied by Mr. Karel Hora. {PROSE}\n")
    assert found.role("participant") == []


def test_a_private_secretary_copies_his_letter_to_those_whose_offices_stand_in_brackets(
    tmp_path: Path,
) -> None:
    sentence = (
        "I am copying this letter to Brian Hora (Ministry of Defence), Sir Neil Dorn (Department"
        " of Trade and Industry) and J. A. Vesely (Cabinet Office)."
    )
    found = page(tmp_path, f"Letter from A. Orlov to S. Wall\n\n{PROSE}\n\n{sentence}\n")
    assert found.role("copy-recipient") == ["Brian Hora", "Neil Dorn", "J. A. Vesely"]


def test_whoever_has_copied_somebody_elses_letter_sent_him_none(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"Report on the Mines\n\nI enclose a copy of the letter to Dorn. {PROSE}"
    )
    assert found.role("copy-recipient") == []


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Repeated to: Hicomind, London (for Dorn); Indiadel, New York",
         ["Hicomind, London", "Indiadel, New York"]),
        ("Diramato a: Presidenza della Repubblica - Gabinetto - Ambasciata Bonn",
         ["Presidenza della Repubblica", "Gabinetto", "Ambasciata Bonn"]),
        ("Copies to:-\nP.M.\nS.G. (Shri N. R. Pillai)\nShri Krishna Menon",
         ["N. R. Pillai", "Krishna Menon"]),
        ("[stamp: Copy for information to the Ambassador of the USSR, Cde. Molyakov. 13/XII/60]",
         ["Molyakov"]),
        ("Distribution:\nMr. Rifkin\nSoviet Dept", ["Rifkin", "Soviet Dept"]),
    ],
)  # fmt: skip
def test_copies_go_to_posts_offices_and_those_who_hold_them(
    tmp_path: Path, lines: str, names: list[str]
) -> None:
    found = page(
        tmp_path, f"Telegram from Jan Orlov to Eva Dorn\n\n{PROSE}\n\n{PROSE}\n\n{lines}\n"
    )
    assert found.role("copy-recipient") == names


def test_a_telegraphic_address_is_a_post_and_nobody(tmp_path: Path) -> None:
    head = "From:    lndembassy, Cairo\nTo:      Foreign, New Delhi\nNo.      9\n"
    found = page(
        tmp_path,
        f"Telegram on the Canal\n\n{head}\n{PROSE}\n\n{PROSE} He told him of it.\n",
    )
    assert (found.role("sender"), found.role("recipient")) == (
        ["Indembassy, Cairo"], ["Foreign, New Delhi"],
    )  # fmt: skip
    assert not found.people


def test_who_prepared_a_paper_below_which_a_hand_stands_between_slashes_signs_it(
    tmp_path: Path,
) -> None:
    foot = "Prepared by:\n/P. Orlov/\nCopies to:\nComrade Dorn\nComrade Hora"
    text = "\n".join([PROSE] * 12)
    found = page(tmp_path, f"Note on the Mines\n\n{text}\n{foot}\n\n{PROSE}\n")
    assert found.role("signatory") == ["P. Orlov"]
    assert found.role("author") == ["P. Orlov"]


def test_what_an_editor_reports_of_a_stamp_may_be_a_marking(tmp_path: Path) -> None:
    note = (
        "[On the reverse, in another hand: Retyped in one copy. Shown to Cde. Dorn before the"
        " session of the Bureau. Strictly Secret.]"
    )
    found = page(tmp_path, f"Report on the Mines\n\n{PROSE}\n\n{PROSE}\n\n{note}\n")
    assert [one.label for one in found.record.classification] == ["Strictly Secret"]


def test_a_body_in_capitals_to_which_a_telegram_goes_may_stand_above_more_lines_of_its_head(
    tmp_path: Path,
) -> None:
    head = (
        "TO THE SECRETARIAT OF STATE OF FOREIGN RELATIONS\nFROM THE EMBASSY IN LIMA\n"
        "ON 5 / 5 / 62\nSECRET\nURGENT\nDAC/600.(24h)\nPolitical situation."
    )
    found = page(tmp_path, f"Telegram from the Embassy in Lima\n\n{head}\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("recipient") == ["SECRETARIAT OF STATE OF FOREIGN RELATIONS"]


def test_a_stamp_below_a_signature_hides_it_not(tmp_path: Path) -> None:
    foot = (
        "LUIZ DORN PINTO\n\n[Stamp: Secretariat of State, Telegraph Section, 31 October, No. 15.6]"
    )
    found = page(tmp_path, f"Telegram from Lima\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n")
    assert found.role("signatory") == ["LUIZ DORN PINTO"]
    assert "15.6" in found.numbers()


def test_who_speaks_once_with_his_rank_is_no_label(tmp_path: Path) -> None:
    said = f"Comrade Dorn: {PROSE[:70]}."
    text = f"Present: Comrades Orlov, Dorn.\n\nAbsent: Comrade Hora.\n\n{said}\n"
    found = page(tmp_path, f"# Minutes of the Bureau, 5 May 1971\n\n{text}", "page.md")
    assert "Comrade Dorn" in found.row.cells["body"][0].text


def test_the_head_of_a_side_is_nobody_who_took_part(tmp_path: Path) -> None:
    head = "Participants:\nFor Poland:\nJan Orlov, Prime Minister\nKarel Hora, Ambassador"
    found = page(
        tmp_path, f"# Record of Talks, 5 May 1971\n\n{head}\n\n{PROSE}\n\n{PROSE}\n", "a.md"
    )
    assert found.role("participant") == ["Jan Orlov", "Karel Hora"]


@pytest.mark.parametrize(
    "below",
    ["CIPHERED TELEGRAM No. 4417\nfrom Peking, dispatched 5.V.1961 at 14.00",
     "Extract from protocol No. 178 of the session of the Bureau of 5 May 1971"],
)  # fmt: skip
def test_the_first_line_of_a_page_is_its_title_though_the_paper_has_a_heading_of_its_own(
    tmp_path: Path, below: str
) -> None:
    title = "Telegram from Ambassador Orlov to the Ministry of Foreign Affairs"
    found = page(tmp_path, f"{title}\n\n{below}\n\n{PROSE}\n\n{PROSE}\n")
    assert [one.value for one in found.record.title[:1]] == [title]
