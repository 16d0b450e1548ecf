"""A page says the same in whatever form its text comes: bytes, spaces, markup, labels, site."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, catalogued, page

SEEDS = [
    *("000_b3a7b28ae44bedbe", "001_97a1fceda7eb1382", "002_63bdb44de7502612"),
    *("003_4be57d345b16c1e5", "004_8e41391c90e91e12"),
]
GAP = re.compile(r"(?<=\S) (?=\S)")
TITLE = "Letter from A. Orlov to P. Sobolev on the Works at Venta"
CITED = f'"{TITLE}," May 5, 1951, X Digital Archive, RGANI, f. 2, op. 1, d. 3.'
PROSE = (
    "We have read your note with attention and think that the work must be finished in the spring, "
    "though nobody at the works in Venta has told us so."
)


def told(found: Catalogued) -> list[object]:
    """Give what a record says, without where in the page it stands."""
    record = found.record
    return [
        record.identifier, record.url,
        [one.value for one in (*record.title, *record.alternative, *record.abstract)],
        [one.value for one in (*record.citation, *record.rights)],
        [one.edtf for one in record.date],
        [one.id for one in (*record.type, *record.language, *record.text_language)],
        sorted((one.role, one.kind, one.name) for one in record.agents),
        sorted((one.relation, one.name) for one in record.places),
        [one.verbatim for one in record.reference],
        [(one.scheme, one.value) for one in record.identifiers],
        [one.label for one in record.classification],
        [(one.relation, one.label, one.number) for one in found.row.related],
        [one.label for one in found.row.parts],
    ]  # fmt: skip


def marked_up(text: str, tag: str = "div") -> str:
    """Give a text as HTML: its headings, and an element for each other line."""
    rows = list[str]()
    for line in filter(None, map(str.strip, text.split("\n"))):
        heading = re.match(r"(#+)\s*(.*)", line)
        level = f"h{len(heading[1])}" if heading else tag
        words = html.escape(heading[2].strip("* ") if heading else line)
        rows.append(f"<{level}>{words}</{level}>")
    return f"<html><body>{''.join(rows)}</body></html>"


FORMS: dict[str, Callable[[str], str | bytes]] = {
    "ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "ends of old machines": lambda text: text.replace("\n", "\r"),
    "form feeds": lambda text: text.replace("\n\n", "\n\f\n"),
    "separators of lines": lambda text: text.replace("\n", "\u2028"),
    "a code page": lambda text: text.encode("cp1252"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "a mark of the order of bytes": lambda text: text.encode("utf-8-sig"),
    "spaces that do not break": lambda text: GAP.sub("\u00a0", text),
    "narrow spaces": lambda text: GAP.sub("\u202f", text),
    "soft hyphens": lambda text: text.replace("Molotov", "Molo\u00adtov"),
    "deeper lines": lambda text: re.sub(r"(?m)^(?=.*\S)", "      ", text),
    "no empty lines": lambda text: "\n".join(filter(None, map(str.strip, text.split("\n")))),
    "empty lines only": lambda text: "\n\n".join(filter(None, map(str.strip, text.split("\n")))),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SEEDS)
def test_the_form_of_a_text_changes_nothing_of_its_record(
    shared: Path, tmp_path: Path, name: str, form: str
) -> None:
    seed = shared / "seeds" / f"{name}.txt"
    made = FORMS[form](seed.read_text())
    (tmp_path / seed.name).write_bytes(made if isinstance(made, bytes) else made.encode())
    (before,), (after,) = catalogued(seed), catalogued(tmp_path / seed.name)
    assert told(after) == told(before)


@pytest.mark.parametrize("space", [" ", "&nbsp;"], ids=["spaces", "entities"])
@pytest.mark.parametrize("name", SEEDS)
def test_markup_changes_nothing_of_a_record(
    shared: Path, tmp_path: Path, name: str, space: str
) -> None:
    seed = shared / "seeds" / f"{name}.txt"
    (before,) = catalogued(seed)
    made = marked_up(seed.read_text().replace("\u00a0", " ").replace(" ", "\u00a0"))
    after = page(tmp_path, made.replace("\u00a0", space), "page.html")
    assert told(after) == told(before)


@pytest.mark.parametrize("name", SEEDS)
def test_what_a_site_says_of_itself_below_a_text_changes_nothing_of_its_record(
    shared: Path, tmp_path: Path, name: str
) -> None:
    seed = shared / "seeds" / f"{name}.txt"
    site = (shared / "seeds" / f"{SEEDS[2]}.txt").read_text().partition("About Digital Archive")
    (before,) = catalogued(seed)
    after = page(tmp_path, "\n\n".join((seed.read_text(), site[1] + site[2])), seed.name)
    assert told(after) == told(before)


@pytest.mark.parametrize("head", ["ALL-UNION GRAIN PARTY (Union), COMMITTEE", "Sowing Review"])
@pytest.mark.parametrize("level", [3, 4])
def test_a_citation_names_a_page_that_has_the_heading_of_a_part_alone(
    tmp_path: Path, head: str, level: int
) -> None:
    text = f"{'#' * level} {head}\n\n{PROSE}\n\nA. Orlov\n\nCitation\n\n{CITED}\n"
    record = page(tmp_path, text, "page.md").record
    assert [one.value for one in record.title] == [TITLE]


def test_a_heading_of_the_page_is_its_title_whatever_a_citation_says(tmp_path: Path) -> None:
    text = f"# Works of the North\n\nMay 5, 1951\n\n{PROSE}\n\nCitation\n\n{CITED}\n"
    assert page(tmp_path, text, "page.md").record.title[0].value == "Works of the North"


def test_a_journal_in_a_citation_is_no_newspaper_whose_name_hides_a_place(tmp_path: Path) -> None:
    cited = '"Journal of Ambassador to Hungary A. Orlov for 5 May 1951," May 5, 1951, X Digital '
    text = f"5 May 1951\n\n{PROSE}\n\nCitation\n\n{cited}Archive, RGANI, f. 2, op. 1, d. 3.\n"
    assert "Hungary" in page(tmp_path, text).places


def test_a_value_of_front_matter_keeps_the_quotation_with_which_it_begins(tmp_path: Path) -> None:
    head = f"---\ntitle: '{TITLE}'\ndate: May 5, 1951\ncitation: {CITED}\n---\n\n"
    record = page(tmp_path, f"{head}{PROSE}\n", "page.md").record
    assert [one.value for one in (*record.title, *record.alternative)] == [TITLE]
    assert [one.value for one in record.citation] == [CITED]


def test_a_few_labels_in_capitals_are_labels(tmp_path: Path) -> None:
    text = f"TITLE\n\n{TITLE}\n\nDATE\n\nMay 5, 1951\n\nSUMMARY\n\nOrlov asks.\n\nCONTENTS\n\n"
    record = page(tmp_path, f"{text}{PROSE}\n").record
    assert [one.value for one in (*record.title, *record.abstract)] == [TITLE, "Orlov asks."]
    assert [one.edtf for one in record.date] == ["1951-05-05"]
