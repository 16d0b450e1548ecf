"""What bears a town's name and is none, and places by the words for land and for who rules it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("He asks that we bring Tlatelolco into force without awaiting the rest.", set()),
        ("It was what the five Colombo prime ministers decided in spring.", set()),
        ("He wrote for “Tonga Ilbo” and “Choson Ilbo” in those years.", set()),
        ("A course in Profintern matters would be necessary.", set()),
        ("His brother has died in Sodaemun prison before the spring.", set()),
        ("They were right to declare that part of Brest void at last.", set()),
        ("He sits in the Wilhelmstrasse and tells it to all who come.", set()),
        ("The headman of Htawgaw should be heard before long.", {"Htawgaw"}),
        ("The Namwan Assigned Tract is held under a lease.", {"Namwan Assigned Tract"}),
        ("The Pope had the Tower of St. John prepared for him.", {"Tower of St. John"}),
    ],
)
def test_what_is_named_after_a_town_is_no_place(
    tmp_path: Path, sentence: str, places: set[str]
) -> None:
    found = page(tmp_path, f"Report on the Harvest\n\n5 May 1951\n\n{PROSE}\n\n{sentence}\n")
    assert found.places == places


def test_a_branch_of_government_is_a_body(tmp_path: Path) -> None:
    text = f"Report on the Harvest\n\n5 May 1951\n\n{PROSE}\n\nIt worried the Legislative Yuan.\n"
    bodies = {one.name for one in page(tmp_path, text).record.agents if one.kind == "group"}
    assert bodies == {"Legislative Yuan"}


def test_where_a_contributor_works_is_no_part_of_the_name(tmp_path: Path) -> None:
    text = (
        f"Report on the Harvest\n\n5 May 1951\n\n{PROSE}\n\n{PROSE}\n\nTranslator: Eva Dorn\n"
        "Contributed by: Leo Hora, University of North Korean Studies\nRights: Free.\n"
    )
    assert page(tmp_path, text).role("contributor") == ["Leo Hora"]
