"""Of a list of results only the one that is opened is read."""

from __future__ import annotations

from pathlib import Path

from tests.sources.pages.cataloguing import page

PROSE = "Comrade Bilak told us that the engineers had left Ostrava with everything that was needed."
OPENED = "".join(f"<p>{number}. {PROSE}</p>" for number in range(1, 12))


def entry(number: int, title: str, rest: str) -> str:
    return (
        f'<div class="result"><a href="/document/{number}"><b>{title}</b></a>'
        f' <span>May 5, 1951</span><p class="teaser">{rest}</p></div>'
    )


def test_the_opened_result_is_the_document_and_the_others_are_the_sites(tmp_path: Path) -> None:
    results = (
        entry(7, "Letter, Leonid Brezhnev to Jimmy Carter", "On a site in the <em>Kalahari</em>.")
        + entry(119248, "Note of Jan Orlov on the Works at Venta", f"Orlov asks.</p>{OPENED}<p>")
        + entry(9, "Memorandum, Gerard Smith on Valindaba", "On safeguards.")
    )
    head = "<h2>Search results</h2><p>Showing 1 - 3 of 3 for Kalahari</p>"
    text = f"<html><body><div>{head}</div>{results}</body></html>"
    found = page(tmp_path, text, "page.html")
    assert found.record.identifier == "119248"
    assert [one.value for one in found.record.title] == ["Note of Jan Orlov on the Works at Venta"]
    assert found.people == {"Bilak", "Jan Orlov"}
    assert "Kalahari" not in found.places


def test_paragraphs_with_links_are_no_results(tmp_path: Path) -> None:
    links = "".join(
        f'<div class="entry"><a href="/place/{number}">The town of Venta</a>: {PROSE}</div>'
        for number in range(3)
    )
    text = f"<html><body><h1>Note on the Works</h1>{OPENED}{links}</body></html>"
    assert [one.value for one in page(tmp_path, text, "page.html").record.title] == [
        "Note on the Works"
    ]
