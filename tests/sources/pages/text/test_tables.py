"""Tables that lay out a page or stand in a text: not every one pairs labels with values."""

from __future__ import annotations

from pathlib import Path

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

FIELDS = (("Title:", "Letter on the Harvest"), ("Doc. Date:", "4 May 1955"), ("VA ID:", "110639"))


def test_a_table_around_a_page_pairs_nothing_with_its_text(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td><b>{label}</b></td><td>{value}</td></tr>" for label, value in FIELDS)
    text = (
        "<table><tr><td><b>Archive</b><br><a href='/'>Home</a></td><td><table>"
        f"{rows}</table><hr><p>{PROSE}</p><p>{PROSE}</p><p>Jan Orlov</p></td></tr></table>"
    )
    found = page(tmp_path, f"<html><body>{text}</body></html>", "a.html")
    assert found.record.identifier == "110639"
    assert found.role("signatory") == ["Jan Orlov"]


def test_a_table_in_a_text_has_its_own_words_above_it(tmp_path: Path) -> None:
    text = (
        "# Briefing on the Harvest\n\n| Field | Value |\n|---|---|\n| **Date** | 4 May 1955 |\n"
        f"| **Language** | Czech |\n\n---\n\n{PROSE}\n\n| Name | Function |\n|---|---|\n"
        f"| Jan B. Orlov | Ambassador |\n| Eva C. Dorn | Counsellor |\n\n{PROSE}\n\nK. Novak\n"
    )
    found = page(tmp_path, text, "a.md")
    assert [one.value for one in found.record.title] == ["Briefing on the Harvest"]
    assert [span.edtf for span in found.record.date] == ["1955-05-04"]
    assert {"Jan B. Orlov", "Eva C. Dorn"} <= found.people
    assert found.role("signatory") == ["K. Novak"]


def test_whoever_a_paper_is_prepared_for_and_goes_to_is_told_by_its_lists(tmp_path: Path) -> None:
    text = (
        f"Briefing on the Harvest\n\nPrepared for: Comrade Jan Orlov\n\n{PROSE}\n\n{PROSE}\n\n"
        "To be received by:\nCde. E. Dorn\nCde. K. Novak\n"
    )
    found = page(tmp_path, text)
    assert found.role("recipient") == ["Jan Orlov"]
    assert found.role("copy-recipient") == ["E. Dorn", "K. Novak"]
