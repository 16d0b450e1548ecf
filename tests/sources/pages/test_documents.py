"""Pages that are nothing but a document: what its own lines tell of day, language, place, parts."""

# ruff: noqa: RUF001  (words of Russian are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = (
    "The works at Venta need copper, and the ministry was told so in the spring by those who run "
    "them; nobody has answered since."
)


def paper(head: str, foot: str, title: str = "Record of a Talk on Copper") -> str:
    return f"# {title}\n\n{head}\n\n{PROSE}\n\n{PROSE}\n\n{foot}\n"


@pytest.mark.parametrize(
    ("note", "language"),
    [("VNA, fond 3, d. 7, f. 2-9. Translated from Romanian by Eva Dorn.", "ro"),
     ("*Translated from the Arabic.*", "ar"), ("Перевод с корейского: Е. Дорн", "ko"),
     ("Yours sincerely,\n\nJ. Vesely", "en"), ("Yours truly, comrade!\n\nJ. Vesely", "")],
)  # fmt: skip
def test_notes_and_closings_tell_the_language(tmp_path: Path, note: str, language: str) -> None:
    found = page(tmp_path, paper("5 May 1951", note), "page.md")
    assert [one.id for one in found.record.language] == ([language] if language else [])


@pytest.mark.parametrize(
    "line",
    ["Done at Venta, on 5 May 1951, in three copies, in Arabic, French and Persian.",
     "Given at Venta, 28 Rajab 1370 (5 May 1951)", "Time: 5 May 1951, 4:40 p.m. to 7:15 p.m.",
     "VENTA   1931-1932   5.5.51   16:40"],
)  # fmt: skip
def test_the_day_stands_beside_other_things(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper(line, ""), "page.md").record
    assert [one.edtf for one in found.date[:1]] == ["1951-05-05"]


def test_the_first_line_of_a_telegram_has_its_number(tmp_path: Path) -> None:
    found = page(tmp_path, paper("VENTA   1931-1932   5.5.51   16:40", ""), "page.md")
    assert found.numbers() == ["1931-1932"]


def test_sides_stand_beside_each_other_in_a_table(tmp_path: Path) -> None:
    rows = (
        "<tr><th>Present on the Polish side</th><th>Present on the Czech side</th></tr>"
        "<tr><td>Jan Vesely<br>Karel Hora</td><td>Eva Dorn</td></tr>"
    )
    text = f"<h1>Record of a Talk</h1><table>{rows}</table><p>{PROSE}</p><p>{PROSE}</p>"
    found = page(tmp_path, f"<html><body>{text}</body></html>", "a.html")
    assert found.role("participant") == ["Jan Vesely", "Karel Hora", "Eva Dorn"]


def test_a_table_of_names_ends_no_text(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>Dr. Jan {one}</td><td>Member</td></tr>" for one in ("Hora", "Dorn"))
    text = f"<h1>Decree on Copper</h1><p>{PROSE}</p><table>{rows}{rows}</table><p>{PROSE}</p>"
    found = page(
        tmp_path, f"<html><body>{text}<p>Done by Comrade Kral.</p></body></html>", "a.html"
    )
    assert {"Jan Hora", "Jan Dorn", "Kral"} <= found.people


def test_a_note_names_its_two_sides_in_other_languages(tmp_path: Path) -> None:
    said = "La Légation de Venta présente ses compliments au Département politique et a l'honneur"
    found = page(tmp_path, paper("Berne, le 5 mai 1951", f"{said} de répondre.", "Note verbale"))
    assert found.role("sender") == ["Légation de Venta"]
    assert found.role("recipient") == ["Département politique"]


@pytest.mark.parametrize(
    ("note", "reference"),
    [("[VMML, Subject File 48, Part 1, pp. 77-79]", "VMML, Subject File 48, Part 1, pp. 77-79"),
     ("Quelle: BArch, DY 30/1234, Bl. 112-117", "BArch, DY 30/1234, Bl. 112-117"),
     ("United Nations, Treaty Series, vol. 1017, p. 131",
      "United Nations, Treaty Series, vol. 1017, p. 131")],
)  # fmt: skip
def test_a_line_tells_where_the_paper_is(tmp_path: Path, note: str, reference: str) -> None:
    found = page(tmp_path, paper("5 May 1951", note), "page.md")
    assert [one.verbatim for one in found.record.reference] == [reference]


def test_a_kind_set_apart_and_what_it_is_on_are_the_title(tmp_path: Path) -> None:
    text = f"Amt für Kupfer\n\nI N F O R M A T I O N\n\nüber die Lage der Werke\n\n{PROSE}\n"
    copies = "Verteiler:\nE. Dorn\nK. Hora\n"
    found = page(tmp_path, f"{text}\n{PROSE}\n\n{copies}").record
    assert found.title[0].value == "Information über die Lage der Werke"


def test_who_stands_by_when_others_sign_signs_too(tmp_path: Path) -> None:
    foot = "For the Government of Venta:\n[Signed]\nJAN VESELY\n\nIn the presence of:\n[Signed]"
    foot = f"{foot}\nEVA DORN"
    found = page(tmp_path, paper("", foot, "Agreement on Copper"), "page.md")
    assert [one.title() for one in found.role("signatory")] == ["Jan Vesely", "Eva Dorn"]


def test_ports_and_lakes_are_places(tmp_path: Path) -> None:
    text = f"From Port Fouad to Lake Buir and Camp David. The Port Authority was told. {PROSE}"
    found = page(tmp_path, paper(text, ""), "page.md")
    assert {"Port Fouad", "Lake Buir", "Camp David"} <= found.places
    assert not {"Port Authority", "Port"} & found.places


def test_a_protocol_between_states_is_no_minutes(tmp_path: Path) -> None:
    found = page(tmp_path, paper("5 May 1951", "", "Protocol between Iran and Iraq on Copper"))
    assert [one.id for one in found.record.type] == ["protocol"]


@pytest.mark.parametrize(
    ("lines", "role", "names"),
    [
        ("Present also: Josip Đerđa, Eva Dorn", "participant", ["Josip Đerđa", "Eva Dorn"]),
        (
            "Members of the Bureau: E. A. Dorn, P. G. Hora",
            "participant",
            ["E. A. Dorn", "P. G. Hora"],
        ),
        ("Recorded by\nEva Dorn", "author", ["Eva Dorn"]),
        ("To: Ngo Loan, Beijing\nNguyen Tho, Moscow", "recipient", ["Ngo Loan", "Nguyen Tho"]),
        ("Copies to:\nGen J J Hora\nV Adm D F Dorn", "copy-recipient", ["J J Hora", "D F Dorn"]),
    ],
)
def test_more_forms_name_those_who_had_a_part(
    tmp_path: Path, lines: str, role: str, names: list[str]
) -> None:
    found = page(tmp_path, paper(lines, ""), "page.md")
    assert found.role(role) == names


def test_a_title_may_say_to_whom_a_paper_was_handed(tmp_path: Path) -> None:
    found = page(tmp_path, paper("5 May 1951", "", "Aide-Memoire on Copper, Handed to Eva Dorn"))
    assert found.role("recipient") == ["Eva Dorn"]


def test_a_directorate_in_capitals_heads_its_paper(tmp_path: Path) -> None:
    found = page(
        tmp_path, paper("DIRECTORATE MILITARY COPPER\n\n5 May 1951", "", "Summary of Copper")
    )
    assert found.role("corporate-author") == ["DIRECTORATE MILITARY COPPER"]


def test_a_heading_in_capitals_amid_prose_signs_nothing(tmp_path: Path) -> None:
    found = page(tmp_path, paper(f"{PROSE}\n\nOUTLOOK", ""), "page.md")
    assert found.role("signatory") == []


def test_the_foot_of_a_sheet_ends_no_text(tmp_path: Path) -> None:
    foot = "Wilson Center Digital Archive                    English Translation"
    text = f"{PROSE}\n\n{foot}\n\n[2]\n\n{PROSE} Comrade Kral was told."
    assert "Kral" in page(tmp_path, paper(text, "")).people


def test_the_last_line_of_a_paper_may_say_where_it_is(tmp_path: Path) -> None:
    for last, wanted in (
        ("[FO 371/12403]", "FO 371/12403"),
        ("NAI, DFA/305/384", "NAI, DFA/305/384"),
    ):
        found = page(tmp_path, paper("5 May 1951", f"J. Vesely\n\n{last}"), "page.md")
        assert [one.verbatim for one in found.record.reference] == [wanted]


@pytest.mark.parametrize(
    ("lines", "role", "names"),
    [
        ("Taking part on the Polish side were:\n\n- Jan Hora, Minister\n- Eva Dorn", "participant",
         ["Jan Hora", "Eva Dorn"]),
        ("Copies of this despatch are being sent to Sir Jan Hora at Venta.", "copy-recipient",
         ["Jan Hora"]),
    ],
)  # fmt: skip
def test_lists_below_an_empty_line_and_sentences_name_them_too(
    tmp_path: Path, lines: str, role: str, names: list[str]
) -> None:
    assert page(tmp_path, paper(lines, ""), "page.md").role(role) == names


@pytest.mark.parametrize(
    "line", ["SECOND DRAFT — 5 May 1951", "Москва, 5 мая 1951 г., 11 час. 30 мин. вечера"]
)
def test_the_day_stands_behind_a_dash_and_before_an_hour(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, paper(line, ""), "page.md").record
    assert [one.edtf for one in found.date[:1]] == ["1951-05-05"]


def test_a_paper_is_what_it_calls_itself(tmp_path: Path) -> None:
    text = f"{PROSE} A copy of this despatch goes to the ministry."
    found = page(tmp_path, paper(text, "", "Sir Jan Hora to Sir Karel Dorn"))
    assert [one.id for one in found.record.type] == ["dispatch"]
