"""Minutes of cabinets: those present with honours and offices, and how record offices show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page
from tests.sources.pages.test_sites import PROSE

TEXT = "\n\n".join([f"1.  {PROSE}"] * 3)


@pytest.mark.parametrize(
    ("listed", "present"),
    [
        ("Present:\n\nThe Right Hon. J. R. VANE, M.P., Prime Minister (in the Chair).\n"
         "The Right Hon. EDGAR HORA, M.P., Minister of Local Government and Planning.\n\n"
         "The following were also present:\nField-Marshal Sir WILLIAM DORN, Chief of the Imperial "
         "General Staff (Item 1).\n\nSecretariat:\nSir NORMAN ROUX.\nMr. A. VESELY.",
         ["J. R. VANE", "EDGAR HORA", "WILLIAM DORN", "NORMAN ROUX", "A. VESELY"]),
        ("Present\n\nThe Rt Hon Margaret Vane MP, Prime Minister\nThe Rt Hon Edgar Hora MP, "
         "Minister of Defence\n\nAlso present\n\nMr P Dorn, Treasury",
         ["Margaret Vane", "Edgar Hora", "P Dorn"]),
        ("Present:\n\nThe Prime Minister (Mr. Vane), in the Chair,\nThe Minister of Trade and "
         "Commerce (Mr. Hora),\nThe Minister of Fisheries (Mr. Dorn).",
         ["Vane", "Hora", "Dorn"]),
        ("In attendance:\n\nAdmiral of the Fleet Lord Vane of North Cape, First Sea Lord.\n"
         "Marshal of the Royal Air Force Sir John Hora, Chief of the Air Staff.",
         ["Vane", "John Hora"]),
    ],
)  # fmt: skip
def test_those_present_at_a_cabinet_have_honours_offices_and_a_stop_behind_them(
    tmp_path: Path, listed: str, present: list[str]
) -> None:
    head = (
        "SECRET\n\nCONCLUSIONS of a Meeting of the Cabinet held on Thursday, 27th September, 1951"
    )
    found = page(tmp_path, f"{head}\n\n{listed}\n\nPersia.\n\n{TEXT}\n")
    assert sorted(found.role("participant")) == sorted(present)
    assert found.role("recipient") == []


def test_what_follows_those_present_is_no_list(tmp_path: Path) -> None:
    text = f"Present:\n\nSir J. Vane, Treasury.\n\nSugar.\n\nMr. Hora said little.\n\n{TEXT}"
    found = page(tmp_path, f"SECRET\n\nMinutes of the Cabinet, 5 May 1951\n\n{text}\n")
    assert found.role("participant") == ["J. Vane"]


@pytest.mark.parametrize(
    "rows",
    [
        "Reference:\tCAB 128/20/10\nDescription:\tConclusions of a Meeting of the Cabinet. "
        "Former reference: C.M. (51) 60th Conclusions\nDate:\t27 September 1951",
        "Reference: CAB 128/20/10\nDescription: Conclusions of a Meeting of the Cabinet\n"
        "Former reference in its original department: C.M. (51) 60th Conclusions\n"
        "Date: 27 September 1951",
    ],
)
def test_a_description_in_words_is_the_title_and_the_former_reference_the_number(
    tmp_path: Path, rows: str
) -> None:
    menu = "The National Archives logo\nSearch our website\nVisit\nEducation\nBasket (0)\n"
    more = "Held by:\tThe National Archives, Kew\nClosure status:\tOpen Document"
    found = page(tmp_path, f"{menu}\n{rows}\n{more}\n\nShow transcript v\n\n{TEXT}\n")
    assert [one.value for one in found.record.title] == ["Conclusions of a Meeting of the Cabinet"]
    assert found.numbers() == ["C.M. (51) 60th Conclusions"]


@pytest.mark.parametrize(
    "title",
    ["ACTIVITIES OF THE LABOR PARTY (PGT) AND ITS UNIONS", "SUGAR PRODUCTION IN THE ORIENTE, 1953"],
)
def test_capitals_above_labels_and_values_in_turn_are_a_title(tmp_path: Path, title: str) -> None:
    rows = (
        "Document Type: \nCREST\n\nCollection: \nGeneral Records\n\nRelease Decision: \nRIPPUB\n\n"
        "Publication Date: \nSeptember 23, 1953\n\nContent Type: \nREPORT\n\nBody: \n"
    )
    head = "Electronic Reading Room\n\nSearch form\n\n"
    found = page(tmp_path, f"{head}{title}\n\n{rows}INFORMATION REPORT\nCONFIDENTIAL\n\n{TEXT}\n")
    assert [one.value for one in found.record.title] == [title]
