"""A record that a program wrote, JSON or XML, is read as the page that a site would make of it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.sources.pages.cataloguing import page

PARAGRAPHS = (
    "The drawings of the mill at Venta are wanted by the ministry in Prague, and we ask that you"
    " send them through Ambassador Pesek before the end of the month.",
    "Comrade Bilak told us that the engineers had left Ostrava on 30 April with everything that"
    " was needed for the second mill.",
)
LETTER = ("SECRET", "Moscow, 5 May 1951", "Dear Comrade Hora,", *PARAGRAPHS, "I. Orlov")


def test_html_in_the_body_of_a_json_record_is_the_text_and_other_records_are_the_sites(
    tmp_path: Path,
) -> None:
    record = {
        "id": 120417,
        "type": "document",
        "title": "Letter from Ivan Orlov to Pavel Hora",
        "doc_date": "1951-05-05",
        "languages": {"original": "Russian", "translations": ["English"]},
        "source": "RGANI, f. 5, op. 30, d. 12, ll. 4-7",
        "credit_line": "Obtained by Eva Dorn. Translated by Jan Mark.",
        "people": None,
        "body_html": "".join(f"<p>{one}</p>" for one in LETTER),
        "related": [{"id": 7, "title": "Cable from Vyshinsky to Yakubov in Rasht"}],
    }
    found = page(tmp_path, json.dumps(record, indent=1))
    assert found.record.identifier == "120417"
    assert [one.value for one in found.record.title] == ["Letter from Ivan Orlov to Pavel Hora"]
    assert [one.id for one in found.record.type] == ["letter"]
    assert [one.id for one in found.record.language] == ["ru"]
    assert found.role("translator") == ["Jan Mark"]
    assert found.role("signatory") == ["Ivan Orlov"]
    assert [one.label for one in found.record.classification] == ["SECRET"]
    assert "Pesek" in found.people
    assert not found.people & {"Vyshinsky", "Yakubov"}
    assert {"Ostrava", "Prague"} <= found.places


def test_json_ld_says_who_wrote_and_in_which_language_the_original_is(tmp_path: Path) -> None:
    record = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Digital Archive"},
            {
                "@type": "ArchiveComponent",
                "@id": "https://archive.example.org/document/110231",
                "name": "Letter from Ivan Orlov to Pavel Hora",
                "dateCreated": "1951-05-05",
                "datePublished": "2014-02-03",
                "inLanguage": "en",
                "translationOfWork": {"@type": "CreativeWork", "inLanguage": "ru"},
                "translator": {"@type": "Person", "givenName": "Jan", "familyName": "Mark"},
                "mentions": [{"@type": "Place", "name": "Brno"}],
                "text": "\n\n".join(LETTER),
            },
        ],
    }
    found = page(tmp_path, json.dumps(record))
    assert found.record.identifier == "110231"
    assert [one.edtf for one in found.record.date][:1] == ["1951-05-05"]
    assert [one.id for one in found.record.language] == ["ru"]
    assert found.role("translator") == ["Jan Mark"]
    assert "Brno" in found.places


def test_pairs_of_label_and_value_and_the_longest_of_several_records_are_read(
    tmp_path: Path,
) -> None:
    hits = [
        {"title": "Note on trade", "id": 1},
        {
            "title": {"rendered": "Cable, Vesely to the Ministry"},
            "id": 88123,
            "metadata": [
                {"label": {"en": ["Date"]}, "value": {"en": ["May 5, 1951"]}},
                {"label": {"en": ["Sender"]}, "value": {"en": ["Karel Vesely"]}},
            ],
            "content": {"rendered": "".join(f"<p>{one}</p>" for one in 2 * PARAGRAPHS)},
        },
    ]
    found = page(tmp_path, json.dumps({"response": {"docs": hits}}))
    assert found.record.identifier == "88123"
    assert [one.edtf for one in found.record.date] == ["1951-05-05"]
    assert found.role("sender") == ["Karel Vesely"]
    assert "Bilak" in found.people


def test_a_record_in_xml_is_read_by_the_names_of_its_elements(tmp_path: Path) -> None:
    text = (
        '<?xml version="1.0"?><dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Telegram from Wright to Acheson</dc:title><dc:date>1950-07-04</dc:date>"
        "<dc:identifier>FO-12345</dc:identifier><dc:rights>Public domain.</dc:rights></dc:dc>"
    )
    found = page(tmp_path, text)
    assert found.record.identifier == "FO-12345"
    assert [one.value for one in found.record.title] == ["Telegram from Wright to Acheson"]
    assert [one.value for one in found.record.rights] == ["Public domain."]


def test_a_text_that_begins_with_a_bracket_is_no_record(tmp_path: Path) -> None:
    text = f"[Translated from Russian]\n\n{' '.join(PARAGRAPHS)}\n"
    assert "Bilak" in page(tmp_path, text).people
    broken = '{"title": "Letter from Orlov", "date": "1951", "source": ' + " ".join(PARAGRAPHS)
    assert page(tmp_path, broken).record.identifier == ""
