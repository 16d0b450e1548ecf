"""Records as editions print them: both sides in a sentence, offices' numbers, who drafted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, page

PROSE = (
    "*Dorn* sagte, die Arbeiten in Venta müßten im Frühjahr beendet werden, und niemand habe "
    "bisher auf die Note geantwortet."
)
TEXT = f"{PROSE}\n\n{PROSE}"


def _record(tmp_path: Path, head: str, foot: str = "") -> Catalogued:
    title = "# Gespräch des Bundesministers Dorn mit Außenminister Hora"
    return page(tmp_path, f"{title}\n\n{head}\n\n{TEXT}\n\n{foot}\n", "a.md")


@pytest.mark.parametrize(
    ("sentence", "present"),
    [
        ("An dem Gespräch nahmen von deutscher Seite teil: StS Frank, MD van Well, VLR I Dingens; "
         "von polnischer Seite: Vizeaußenminister Czyrek, Direktor Dobrowolski.",
         ["Czyrek", "Dingens", "Dobrowolski", "Frank", "van Well"]),
        ("An dem Gespräch nahmen teil: auf deutscher Seite StS Frank, MD van Well; auf polnischer "
         "Seite Botschafter Czyrek.", ["Czyrek", "Frank", "van Well"]),
        ("An dem Gespräch nahmen teil:\n\n* von deutscher Seite: StS Frank, MD van Well\n"
         "* von polnischer Seite: Botschafter Czyrek, Direktor Dobrowolski",
         ["Czyrek", "Dobrowolski", "Frank", "van Well"]),
        ("The following took part in the conversation: on the German side Frank, van Well; on the "
         "Polish side: Czyrek, Dobrowolski.", ["Czyrek", "Dobrowolski", "Frank", "van Well"]),
        ("Étaient présents du côté français: MM. Joxe, Parodi; du côté allemand: MM. Hallstein, "
         "Blankenhorn.", ["Blankenhorn", "Hallstein", "Joxe", "Parodi"]),
        ("An der Besprechung nahmen seitens des Auswärtigen Amts Staatssekretär Carstens und VLR I "
         "Krapf teil.", ["Carstens", "Krapf"]),
    ],
)  # fmt: skip
def test_those_of_both_sides_stand_in_one_sentence(
    tmp_path: Path, sentence: str, present: list[str]
) -> None:
    found = _record(tmp_path, f"19. Oktober 1973\n\n{sentence}").role("participant")
    assert sorted({*found} - {"Dorn", "Hora"}) == present


def test_a_side_in_prose_has_nobody_taking_part(tmp_path: Path) -> None:
    said = "Von sowjetischer Seite: man habe Botschafter Falin, Gesandter Kaplin nie gefragt."
    found = _record(tmp_path, f"19. Oktober 1973\n\nDorn bemerkte, {said}").role("participant")
    assert not {"Falin", "Kaplin"} & {*found}


@pytest.mark.parametrize(
    ("row", "number", "day"),
    [
        ("214-321.00 POL-1187/73 VS-vertraulich **19. Oktober 1973**[\\[1\\]](#fn1)",
         "214-321.00 POL-1187/73", "1973-10-19"),
        ("II A 1-83.10-1234/69 geheim   5. Mai 1969", "II A 1-83.10-1234/69", "1969-05-05"),
        ("St.S. 236/63 geheim, 3. Januar 1963", "St.S. 236/63", "1963-01-03"),
        ("MB-1098/64, 4 June 1964", "MB-1098/64", "1964-06-04"),
    ],
)  # fmt: skip
def test_the_number_of_an_office_stands_before_grade_and_day(
    tmp_path: Path, row: str, number: str, day: str
) -> None:
    found = _record(tmp_path, row)
    assert found.numbers() == [number]
    assert [one.edtf for one in found.record.date[:1]] == [day]


@pytest.mark.parametrize(
    "row", ["10-12 May 1951", "1958-60, 5 May 1951", "Polish-Soviet, May 1951"]
)
def test_spans_and_words_before_a_day_are_no_number(tmp_path: Path, row: str) -> None:
    assert _record(tmp_path, row).numbers() == []


@pytest.mark.parametrize(
    ("note", "author"),
    [
        ("**1** Die Gesprächsaufzeichnung wurde von Vortragendem Legationsrat I. Klasse Dingens am "
         "22. Oktober 1973 gefertigt.", "Dingens"),
        ("[^1]: Ablichtung. Der Vermerk wurde von Staatssekretär Bahr verfaßt.", "Bahr"),
        ("(1) This memorandum was drafted by Mr. J. Vane on 23 October.", "J. Vane"),
        ("(1) La note a été rédigée par M. Roux le 22 octobre.", "Roux"),
    ],
)  # fmt: skip
def test_a_note_below_a_rule_says_who_wrote_a_paper(tmp_path: Path, note: str, author: str) -> None:
    found = _record(tmp_path, "19. Oktober 1973[^1]", f"---\n\n{note}")
    assert found.role("author") == [author]


def test_a_volume_of_files_below_a_paper_is_its_place_and_the_edition_is_none(
    tmp_path: Path,
) -> None:
    foot = (
        "*VS-Bd. 9096 (214)*\n\n---\n\n**1** Ablichtung. Hat Dorn vorgelegen.\n\n---\n\n"
        "Empfohlene Zitierweise: Gespräch des Bundesministers Dorn mit Außenminister Hora, "
        "19.10.1973, in: AAPD 1973, Dok. 333."
    )
    found = _record(tmp_path, "19. Oktober 1973", foot).record
    assert [one.verbatim for one in found.reference] == ["VS-Bd. 9096 (214)"]


def test_whoever_drafted_a_telegram_has_his_rank_before_his_name(tmp_path: Path) -> None:
    source = (
        "Source: Department of State, Central Files, 760E.00/12-558. Confidential; Priority. "
        "Drafted by Ambassador John D. Vane. Repeated to Moscow."
    )
    head = "# 214. Telegram From the Embassy in Finland to the Department of State\n\n5 May 1958"
    found = page(tmp_path, f"{head}\n\n{TEXT}\n\nVane\n\n[1] {source}\n", "a.md")
    assert "John D. Vane" in found.role("author")
    assert "Ambassador John" not in found.people
