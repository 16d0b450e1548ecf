"""Labels within a paper, or what a site prints above it, hide no text."""

from __future__ import annotations

from pathlib import Path

from tests.sources.pages.cataloguing import page

SAID = (
    "I was received by the deputy minister, who thanked me for the copper that was sent in spring, "
    "and asked for more of it before the winter comes. I told him of the state of the mills."
)
POINTS = "\n\n".join(f"{at}. {SAID}" for at in range(1, 5))


def test_the_labels_of_a_telegram_below_those_of_the_site_are_its_own(tmp_path: Path) -> None:
    site = (
        "August 17, 1971\n\nTelegram from Luis Dorn, 'Regarding the Mills'\n\nCredits:\n\nThis "
        "document was made possible with support from Leon Levy Foundation\n\n"
        "Original Language:\n\nRomanian\n\nContents:\n\nTranslation - English"
    )
    head = "TELEGRAM\n\nFrom: Venta\n\nTo: Comrade Jan Orlov\n\nDate: 17 August 1971, 21:30"
    more = "CLASSIFICATION: SECRET\n\nNo. 065.412\n\nUrgent"
    found = page(tmp_path, f"{site}\n\n{head}\n\n{more}\n\n{POINTS}\n\nSigned: Luis Dorn\n")
    assert found.role("recipient") == ["Jan Orlov"]
    assert found.role("signatory") == ["Luis Dorn"]
    assert found.numbers() == ["065.412"]
    (body,) = found.row.cells["body"]
    assert POINTS in body.text


def test_a_transcript_stands_below_all_that_a_database_says_of_it(tmp_path: Path) -> None:
    site = (
        "Papers of Venta\nSearch\nMy Papers\n\nNotice for the Chief\n\nVenta, 12. 5. 1961\n\nTalk "
        "of L. Dorn and J. Orlov on the mills of Venta before the harvest, and what they cost.\n\n"
        "How to cite: Copy\n\nPersons mentioned\n\nDorn, Luis\nAuthor\n\nOrlov, Jan\nRecipient\n\n"
        "Facsimile   |   Transcript   |   Permalink"
    )
    found = page(tmp_path, f"{site}\n\nVenta, 12 May 1961\n\n{POINTS}\n\n(Luis Dorn)\n")
    (body,) = found.row.cells["body"]
    assert POINTS in body.text
    assert found.role("signatory") == ["Luis Dorn"]
    assert sum(one.end - one.start for one in found.row.coverage) == len(
        found.row.cells["content"][0].text
    )


def test_long_terms_below_a_short_text_are_not_the_text(tmp_path: Path) -> None:
    terms, said = " ".join([SAID] * 5), "The copper has come to Venta, and the works go on again."
    text = f"May 5, 1951\n\nNote on Copper\n\nContents:\n\nTranslation - English\n\n{said}"
    fields = f"Source\n\nRGANI, f. 1, op. 2, d. 3\n\nRights\n\n{terms}\n\nLanguage\n\nRussian"
    found = page(tmp_path, f"{text}\n\nL. Dorn\n\nDocument Information\n\n{fields}\n")
    (body,) = found.row.cells["body"]
    assert SAID not in body.text
