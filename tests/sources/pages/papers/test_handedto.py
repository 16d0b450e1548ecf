"""Papers that one handed to another: drafts, aide-mémoires, with what stands below their text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "The works at Venta need copper, and those who run them told the ministry so in the spring."


@pytest.mark.parametrize(
    "said",
    [
        "Soviet draft, as given by D. P. Dorn to N. M. Horak",
        "Draft handed over by Ambassador D. P. Dorn to State Secretary N. M. Horak on 5 May",
        "Counter-draft (draft passed by D. P. Dorn to Minister N. M. Horak in Bern)",
    ],
)
def test_a_head_says_who_handed_a_draft_to_whom(tmp_path: Path, said: str) -> None:
    text = f"# Draft Treaty on Copper\n\n5 May 1951\n\n{said}\n\n{PROSE}\n\n{PROSE}\n"
    found = page(tmp_path, text)
    assert found.role("sender") == ["D. P. Dorn"]
    assert found.role("recipient") == ["N. M. Horak"]
    assert found.role("author") == []


def test_those_who_sign_a_treaty_are_no_body(tmp_path: Path) -> None:
    said = "Each Contracting Party shall help the other Contracting Party. See Horak's minute."
    found = page(tmp_path, f"# Draft Treaty on Copper\n\n5 May 1951\n\n{PROSE} {said} {PROSE}\n")
    assert not [one for one in found.record.agents if one.kind == "group"]
    assert found.people == {"Horak"}


def test_a_summary_stands_below_those_to_whom_a_telegram_goes(tmp_path: Path) -> None:
    text = (
        "Télégramme sur le cuivre\n\nBERNE, le 5 mai 1951\n\nJ'ai été reçu ce matin par M. Vesely, "
        "qui m'a dit que les usines manquaient de cuivre et que le ministère le savait déjà.\n\n"
        "DORN\n\nDestinataires : Présidence du Conseil ; M. Horak ; Londres\n\nLe chargé "
        "d'affaires rend compte de son premier entretien, après l'ouverture de l'usine de "
        "Venta au public et à la presse.\n\n"
        "Archives du ministère des Affaires étrangères, La Courneuve, Suisse, vol. 5, f. 8.\n"
    )
    found = page(tmp_path, text)
    assert [one.value[:20] for one in found.record.abstract] == ["Le chargé d'affaires"]
    assert found.role("recipient") == []
    assert "Présidence du Conseil" in found.role("copy-recipient")


@pytest.mark.parametrize(
    "line",
    [
        "Pour le Ministre et pour M. Horak",
        "Für den Minister und für Herrn Horak",
        "For the Minister and for Mr. Horak",
        "Pour M. Horak",
    ],
)
def test_a_line_says_for_whom_a_telegram_is(tmp_path: Path, line: str) -> None:
    head = f"# Telegram on Copper\n\nBERN, 5 May 1951\n\n{line}\n\n"
    assert page(tmp_path, f"{head}{PROSE}\n\n{PROSE}\n").role("recipient") == ["Horak"]


@pytest.mark.parametrize(
    ("title", "sender", "reader"),
    [
        ("Télégramme de l'ambassadeur de France à Berne, Jean Dorn, au ministère de la Guerre",
         "Jean Dorn", "ministère de la Guerre"),
        ("Télégramme n° 12 du consul de France à Berne, Jean Dorn, au ministère de la Marine",
         "Jean Dorn", "ministère de la Marine"),
    ],
)  # fmt: skip
def test_a_post_is_nobody_to_whom_one_writes(
    tmp_path: Path, title: str, sender: str, reader: str
) -> None:
    found = page(tmp_path, f"# {title}\n\n5 mai 1951\n\n{PROSE}\n\n{PROSE}\n")
    assert found.role("sender") == [sender]
    assert found.role("recipient") == [reader]
