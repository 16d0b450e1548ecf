"""Pages whose fields stand in their head alone."""

from __future__ import annotations

import json
from pathlib import Path

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

TAGS = {
    "DC.title": "Letter on the Harvest",
    "DC.date": "1955-05-04",
    "DC.language": "Czech",
    "DC.contributor.translator": "Eva Dorn",
    "DC.source": "AVPRF, f. 5, op. 2, d. 3",
}
RECORD = {
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    "name": "Letter on the Harvest",
    "dateCreated": "1955-05-04",
    "inLanguage": "Czech",
    "translator": {"@type": "Person", "name": "Eva Dorn"},
}


def _page(head: str, body: str) -> str:
    return f"<html><head><title>Archive</title>{head}</head><body>{body}</body></html>"


def test_dublin_core_in_meta_tags_is_read_where_a_page_shows_no_labels(tmp_path: Path) -> None:
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in TAGS.items())
    found = page(tmp_path, _page(head, f"<p>{PROSE}</p><p>Jan Orlov</p>"), "a.html")
    assert [one.value for one in found.record.title] == ["Letter on the Harvest"]
    assert [span.edtf for span in found.record.date] == ["1955-05-04"]
    assert found.role("translator") == ["Eva Dorn"]
    assert [one.archive for one in found.record.reference] == ["avprf"]
    assert found.role("signatory") == ["Jan Orlov"]


def test_a_record_in_json_ld_is_read_where_a_page_shows_no_labels(tmp_path: Path) -> None:
    head = f'<script type="application/ld+json">{json.dumps(RECORD)}</script>'
    found = page(tmp_path, _page(head, f"<p>{PROSE}</p>"), "a.html")
    assert [one.value for one in found.record.title] == ["Letter on the Harvest"]
    assert found.role("translator") == ["Eva Dorn"]


def test_what_a_page_shows_itself_is_not_told_again_by_its_head(tmp_path: Path) -> None:
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in TAGS.items())
    shown = "<dl><dt>Title</dt><dd>Note on Coal</dd><dt>Language</dt><dd>Polish</dd></dl>"
    found = page(tmp_path, _page(head, f"{shown}<p>{PROSE}</p>"), "a.html")
    assert [one.value for one in found.record.title] == ["Note on Coal"]
    assert found.role("translator") == []
