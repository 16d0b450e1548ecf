"""Interviews: who was asked, and by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.papers.bylines import took_part
from lod.sources.pages.papers.interviews import interviewed
from lod.sources.pages.words.pageline import Line
from tests.sources.pages.cataloguing import page

TALK = """HORA: When did you come to the works?

ORLOV: In the year of the flood, when nobody else wanted to go there, and I stayed until the end.

HORA: And who built the dam?

ORLOV: We did, with our hands, and the engineers came only when it stood.
"""


@pytest.mark.parametrize(
    "head",
    [
        "Interviewee: Gen. Jan Orlov\nInterviewer: Eva Hora",
        "Entrevistado: Jan Orlov\nEntrevistadora: Eva Hora",
        "Narrator: Jan Orlov\nInterviewed by: Eva Hora",
        "[Jan Orlov was interviewed by Eva Hora in Bern on 5 May 1999.]",
        "Vice Admiral (R) Jan Orlov was interviewed in Bern by Eva Hora.",
    ],
)
def test_the_head_of_an_interview_says_who_was_asked_and_by_whom(tmp_path: Path, head: str) -> None:
    found = page(tmp_path, f"# Recordings of the Port Archive\n\n5 May 1999\n\n{head}\n\n{TALK}")
    assert found.role("interviewee") == ["Jan Orlov"]
    assert found.role("interviewer") == ["Eva Hora"]
    assert found.role("participant") == []


def test_a_title_says_who_was_asked_and_by_whom(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"# Interview with Jan Orlov by Eva Hora on Copper\n\n5 May 1999\n\n{TALK}"
    )
    assert found.role("interviewee") == ["Jan Orlov"]
    assert found.role("interviewer") == ["Eva Hora"]


def test_two_who_had_an_interview_took_part_in_a_talk(tmp_path: Path) -> None:
    title = "# Record of Conversation: Interview between Jan Orlov and Eva Hora"
    found = page(
        tmp_path, f"{title}\n\n5 May 1999\n\nThey spoke of copper for an hour, and of coal."
    )
    assert found.role("interviewee") == []


def test_the_turns_of_an_interviewer_are_no_label(tmp_path: Path) -> None:
    text = f"# Interview\n\n5 May 1999\n\nInterviewer: You were in town?\n\n{TALK}"
    assert page(tmp_path, text).role("interviewer") == []


@pytest.mark.parametrize(
    "head",
    [
        "given by the President of the Council, Jan Orlov, to the editor of the Tribune, Eva Hora. "
        "Bern, 5 May 1999.",
        "Interview granted by J. Orlov to Eva Hora, in Bern",
        "Interview with Jan Orlov by the editor, Eva Hora",
    ],
)
def test_an_interview_is_given_by_one_to_the_other(head: str) -> None:
    lines = [Line(0, 0, "NOTE ON THE INTERVIEW"), Line(0, len(head), head)]
    found = [(one.column, head[one.start : one.end][-5:]) for one in interviewed(lines)]
    assert found == [("interviewee", "Orlov"), ("interviewer", " Hora")]
    assert not list(interviewed([Line(0, len(head), f"Note {head[5:]}".replace("view", ""))]))


def test_those_who_were_there_too_took_part() -> None:
    head = "Bern, 5 May, 9:50. Present as well: Ivo Wolniak and Ambassador J. Dorn. 2 pages."
    found = [head[one.start : one.end] for one in took_part(Line(0, len(head), head))]
    assert found == ["Ivo Wolniak", "J. Dorn"]
