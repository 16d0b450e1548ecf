"""A description that a print has in a column beside the text is read apart from it."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from textwrap import wrap

import pytest

from lod.sources.pages.text.sidecolumn import unbeside
from tests.sources.pages.cataloguing import Catalogued, page

TEXT = (
    "MINISTRY OF TRANSPORT",
    "Confidential",
    "",
    "Report on the ferries",
    "",
    "On 3 May Minister Jiri Kadlec received me in Szczecin and asked whether the ferry that goes "
    "to Ystad could take coal as well. Ambassador Horvath, who was with him, said that the company "
    "would need two winters for it and that nobody in Gdynia had been asked.",
    "",
    "The line to Kemi stays closed. Comrade Wolniak will report on it when he is back from Turku.",
    "",
    "Pavel Hrubec",
)
FIELDS = [
    ("Date", "May 5, 1958"),
    ("Title", "Report by Pavel Hrubec on the Ferries between Szczecin and Ystad"),
    ("Summary", "Hrubec hears in Szczecin that the company will not carry coal before 1960."),
    ("Original Language", "Czech"),
    ("Source", "National Archives, Prague, fond 867, box 12, folder 4"),
    ("Contributed by", "Milena Sykorova"),
    ("Translated by", "Oliver Tranmere"),
    ("Record ID", "204981"),
]
OTHERS = ("See also", "Letter from Anton Gerlach to Ruth Amsel, Rostock")


def beside(
    fields: list[tuple[str, str]], width: int, column: int, *, left: bool = False, form: str = "{}"
) -> str:
    """Print the text with the fields in a column beside it."""
    text = [line for part in TEXT for line in wrap(part, width) or [""]]
    side = [
        line for label, value in fields
        for line in (form.format(label), *wrap(value, 26), "")
    ]  # fmt: skip
    if left:
        rows = (f"{b:<{column}}{a}" for a, b in zip_longest(text, side, fillvalue=""))
    else:
        rows = (f"{a:<{column}}{b}" for a, b in zip_longest(text, side, fillvalue=""))
    return "\n".join(row.rstrip() for row in rows) + "\n"


def told(found: Catalogued) -> list[str]:
    """Give what the column says."""
    record = found.record
    return [
        record.date[0].edtf, record.title[0].value, record.abstract[0].value,
        record.language[0].id, record.reference[0].verbatim, *found.role("contributor"),
        *found.role("translator"), str(record.identifier),
    ]  # fmt: skip


WANTED = ["1958-05-05", *(value for _, value in FIELDS[1:3]), "cs", *(v for _, v in FIELDS[4:])]


@pytest.mark.parametrize(("width", "column"), [(52, 56), (60, 70), (38, 44)])
@pytest.mark.parametrize("form", ["{}", "{}:"])
@pytest.mark.parametrize("change", [str, str.upper])
def test_a_column_at_the_right_is_read_apart_from_the_text(
    tmp_path: Path, width: int, column: int, form: str, change: type[str]
) -> None:
    fields = [(change(label), value) for label, value in FIELDS]
    found = page(tmp_path, beside([*fields, OTHERS], width, column, form=form))
    assert told(found) == WANTED
    assert {"Jiri Kadlec", "Horvath", "Wolniak"} <= found.people
    assert not {"Anton Gerlach", "Ruth Amsel"} & found.people
    assert {"Szczecin", "Ystad", "Gdynia", "Kemi", "Turku"} <= found.places
    assert "Rostock" not in found.places


def test_the_order_of_its_labels_does_not_matter(tmp_path: Path) -> None:
    assert told(page(tmp_path, beside(FIELDS[::-1], 48, 54))) == WANTED


def test_it_may_stand_at_the_left(tmp_path: Path) -> None:
    found = page(tmp_path, beside(FIELDS, 60, 32, left=True))
    assert told(found) == WANTED
    assert {"Jiri Kadlec", "Horvath", "Wolniak"} <= found.people


def test_labels_and_values_may_share_its_lines(tmp_path: Path) -> None:
    rows = [f"{label}: {value}" for label, value in FIELDS if len(value) < 20]
    assert len(rows) > 3
    fields = [(row, "") for row in rows]
    found = page(tmp_path, beside(fields, 50, 56))
    assert found.record.date[0].edtf == "1958-05-05"
    assert found.role("translator") == ["Oliver Tranmere"]
    assert found.record.identifier == "204981"
    assert {"Jiri Kadlec", "Horvath", "Wolniak"} <= found.people


def test_a_column_without_a_title_stands_below_that_of_the_page(tmp_path: Path) -> None:
    rows = beside([one for one in FIELDS if one[0] != "Title"], 50, 56)
    found = page(tmp_path, f"Report by Pavel Hrubec on Ferries\n\n{rows}")
    assert found.record.title[0].value == "Report by Pavel Hrubec on Ferries"
    assert found.role("translator") == ["Oliver Tranmere"]


def test_the_column_of_another_sheet_may_stand_a_little_elsewhere(tmp_path: Path) -> None:
    rows = beside(FIELDS, 46, 56).split("\n")
    moved = [row[:50] + row[53:] if row[48:56].isspace() else row for row in rows[18:]]
    assert told(page(tmp_path, "\n".join((*rows[:18], *moved)))) == WANTED


def test_the_page_keeps_its_size_and_the_ledger_sums_to_it(tmp_path: Path) -> None:
    text = beside([*FIELDS, OTHERS], 52, 56)
    assert len(unbeside(text).text) == len(text)
    coverage = page(tmp_path, text).row.coverage
    assert sum(one.end - one.start for one in coverage) == len(text)
    assert "unknown" not in {one.use for one in coverage}


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{label:<30}{value}\n" for label, value in FIELDS),
        "".join(f"{'Wolniak said nothing.':<30}{value}\n" for _, value in FIELDS),
        "".join(f"{'Ferry':<30}{label}\n" for label, _ in FIELDS),
    ],
)
def test_other_columns_stay_as_they_are(text: str) -> None:
    assert unbeside(text).end == 0
