"""How secretariats of parties, ministries and heads of state print what they decide and send."""

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
