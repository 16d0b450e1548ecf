"""One record of a catalogue in every manner in which a page may set labels and values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, page

RECORD = [
    ("Record ID", "204417"),
    ("Title", "Letter from Ilse Kranz to Pavel Horak on the mill at Brno"),
    ("Date", "9 June 1948"),
    ("Language", "German"),
    ("Repository", "State Archives of Brno"),
    ("Reference", "G 61, box 4, folder 19"),
    ("Description", "Kranz asks whether the mill at Brno can be let to the workers."),
    ("Translator", "Vera Lind"),
]
TEXT = (
    "\n\nDear Pavel,\n\nThe mill has been standing since Easter, and the men who worked in it "
    "ask every day whether they may begin again.\n\nIlse Kranz\n"
)
ROWS = {
    "a dash": "{} - {}",
    "bars": "{} | {}",
    "equals": "{} = {}",
    "dots": "{} ........ {}",
    "brackets": "[{}] {}",
    "numbers": "3.1.2 {}: {}",
    "strong print behind numbers": "1. **{}:** {}",
    "bullets": "\u2022 {}: {}",
    "an arrow": "{} > {}",
    "no room behind the colon": "{}:{}",
    "a semicolon at the end": "{}: {};",
    "a list of definitions": "{}\n: {}",
    "entries of lists": "- **{}**\n  - {}",
    "strong values": "{}: **{}**",
    "code": "`{}`: {}",
    "numbered heads": "\n3.1.2 {}\n{}",
}
LABELS = {
    "Dutch": "Recordnummer; Titel; Datum; Taal; Bewaarplaats; Inventarisnummer; Samenvatting; "
    "Vertaler",
    "Romanian": "Identificator; Titlu; Data; Limba; Arhiva; Cota; Rezumat; Traducător",
    "Bulgarian": "Идентификатор; Заглавие; Дата; Език; Архив; Сигнатура; Резюме; Преводач",
    "Polish": "Identyfikator; Tytuł; Data; Język; Archiwum; Sygnatura; Streszczenie; Tłumacz",
    "Chinese": "编号; 题名; 日期; 语种; 收藏单位; 档号; 摘要; 译者",
    "Japanese": "識別番号; 件名; 年月日; 言語; 所蔵館; 請求番号; 概要; 訳者",
    "Korean": "식별번호; 제목; 날짜; 언어; 소장처; 청구기호; 내용; 번역자",
}


def told(found: Catalogued) -> list[str]:
    """Give the record's fields in the order of the page."""
    record = found.record
    shelved = " ".join(one.verbatim for one in record.reference)
    return [
        str(record.identifier), record.title[0].value, record.date[0].edtf,
        record.language[0].id, "G 61, box 4, folder 19" * ("box 4" in shelved),
        record.abstract[0].value, *found.role("translator"),
    ]  # fmt: skip


WANTED = ["204417", RECORD[1][1], "1948-06-09", "de", RECORD[5][1], RECORD[6][1], "Vera Lind"]


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_labels_and_values_are_paired_in_whatever_manner(tmp_path: Path, row: str) -> None:
    text = "\n".join(row.format(*pair) for pair in RECORD)
    assert told(page(tmp_path, text + TEXT)) == WANTED


@pytest.mark.parametrize("change", [str.upper, str.lower], ids=["capitals", "small letters"])
def test_labels_may_be_in_capitals_or_small_letters(
    tmp_path: Path, change: Callable[[str], str]
) -> None:
    mark = "\n" if change is str.upper else ": "
    text = "\n".join(f"{change(label)}{mark}{value}" for label, value in RECORD)
    assert told(page(tmp_path, text + TEXT)) == WANTED


@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("row", ["{}: {}", "{} {}", "{}\n{}\n", "- {}: {}", "{}\t{}"])
def test_labels_may_be_in_any_language(tmp_path: Path, language: str, row: str) -> None:
    pairs = zip(LABELS[language].split("; "), RECORD, strict=True)
    text = "\n".join(row.format(label, value) for label, (_, value) in pairs)
    assert told(page(tmp_path, text + TEXT)) == WANTED


def test_a_table_may_have_its_labels_in_a_row_above(tmp_path: Path) -> None:
    cells = zip(*RECORD, strict=True)
    labels, values = (f"| {' | '.join(row)} |" for row in cells)
    assert told(page(tmp_path, f"{labels}\n|{'---|' * 8}\n{values}{TEXT}")) == WANTED
    rows = (f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in zip(*RECORD, strict=True))
    text = f"<body><table>{''.join(rows)}</table><p>{TEXT}</p>"
    assert told(page(tmp_path, text, "page.html")) == WANTED


def test_a_value_may_stand_in_a_table_of_its_own(tmp_path: Path) -> None:
    inner = "<tr><td>{}</td><td><table><tr><td>{}</td></tr></table></td></tr>"
    rows = "".join(inner.format(*pair) for pair in RECORD)
    assert told(page(tmp_path, f"<table>{rows}</table><p>{TEXT}</p>", "page.html")) == WANTED


@pytest.mark.parametrize("row", ["<td>{}<td>:<td>{}", "<td><td>{}<td>{}"])
def test_a_cell_with_a_colon_parts_label_and_value(tmp_path: Path, row: str) -> None:
    rows = "".join(f"<tr>{row.format(*pair)}" for pair in RECORD)
    assert told(page(tmp_path, f"<table>{rows}</table><p>{TEXT}</p>", "page.html")) == WANTED


def test_strong_labels_may_follow_one_another_in_a_paragraph(tmp_path: Path) -> None:
    text = "<p>" + " ".join(f"<b>{label}:</b> {value}" for label, value in RECORD)
    assert told(page(tmp_path, f"{text}</p><p>{TEXT}</p>", "page.html")) == WANTED


def test_a_value_runs_on_below_its_label(tmp_path: Path) -> None:
    lines = (f"{label}: {value}" for label, value in RECORD)
    text = "\n".join(line.replace(" mill ", "\n    mill ") for line in lines)
    assert told(page(tmp_path, text + TEXT)) == WANTED


def test_a_few_lines_of_such_a_form_are_prose(tmp_path: Path) -> None:
    found = page(tmp_path, "Minutes\n\nTitle - none\nPlan = work\n\nThe meeting began at ten." * 3)
    assert "identifier" not in found.row.cells
    assert "language" not in found.row.cells
