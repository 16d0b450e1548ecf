"""Writers whom labels name by initials, friends in salutations, and who is named by the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE


def letter(tmp_path: Path, creator: str, greeting: str) -> dict[str, list[str]]:
    text = (
        "---\ndoc_id: 209914\ntitle: Letter from Boris Orlov to Dornin on the Treaty\n"
        f'creator: "{creator}"\nlanguage: Russian\n---\n\nVenta, 3 May 1918\n\n{greeting}\n\n'
        f"{PROSE}\n\n{PROSE}\n\nYours,\n\nB. Orlov\n"
    )
    found = page(tmp_path, text, "a.md")
    return {role: found.role(role) for role in ("author", "recipient")}


@pytest.mark.parametrize("creator", ["Orlov, B. A.", "Orlov, B."])
def test_a_writer_labelled_by_initials_is_named_as_the_title_names_him(
    tmp_path: Path, creator: str
) -> None:
    assert letter(tmp_path, creator, "Dear Comrade Dornin,")["author"] == ["Boris Orlov"]


def test_another_of_the_same_family_keeps_his_initials(tmp_path: Path) -> None:
    assert "Orlov, E. A." in letter(tmp_path, "Orlov, E. A.", "Dear Comrade Dornin,")["author"]


@pytest.mark.parametrize("greeting", ["Dear Vladimir Ilyich,", "Dear Anna Petrovna!", "Dear Jan,"])
def test_a_friend_greeted_by_his_own_name_is_the_addressee_whom_the_title_names(
    tmp_path: Path, greeting: str
) -> None:
    assert letter(tmp_path, "Orlov, B.", greeting)["recipient"] == ["Dornin"]


def test_what_a_service_reports_on_is_no_part_of_its_name(tmp_path: Path) -> None:
    text = (
        "Information Report of the Hungarian Intelligence Service on the Vatican\n\n5 May 1951\n\n"
        f"{PROSE}\n\n{PROSE}\n"
    )
    found = page(tmp_path, text)
    assert found.role("corporate-author") == ["Hungarian Intelligence Service"]


def test_whoever_sent_a_telegram_off_is_named_and_has_no_copy(tmp_path: Path) -> None:
    text = (
        f"Telegram to the Envoy\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n\nCopies: 4. One to Comrade "
        "V. Orlov. Dispatched at 22:40, cipher operator Shubina\n"
    )
    found = page(tmp_path, text)
    assert found.role("copy-recipient") == ["V. Orlov"]
    assert "Shubina" in found.people


def test_what_a_search_prints_around_a_hit_is_the_sites(tmp_path: Path) -> None:
    lines = (
        "Your search: harvest AND collection: Venta", "4 results", "Sort by: Date",
        "Refine by place: North Korea (4)", "Selected result 3 of 4", "Results per page 1 2 [4]",
    )  # fmt: skip
    head, foot = "\n".join(lines[:5]), lines[5]
    text = f"{head}\n\n# Letter from Orlov to Dorn\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n"
    row = page(tmp_path, text, "a.md").row
    used = {text[one.start : one.end]: one.use for one in row.coverage}
    assert [used.get(line) for line in lines] == ["furniture"] * len(lines)
