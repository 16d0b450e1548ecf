"""Tests of the fifteen example questions: each finds in the gold what a cataloguer put there."""

from __future__ import annotations

import pytest

from lod.store import Solutions
from lod.store.oxigraph import OxigraphStore
from lod.store.table import View, cell
from lod.vocabulary import load

BASE = "https://data.example.org/"
LETTER, REPORT = "<doc/wcda-113630>", "<doc/x-1fffe94adb9984af>"
# Question -> how many rows, and cells that must stand in one of them.
EXPECTED = {
    "cq01": (2, (LETTER, "Gromyko, Andrei Andreevich", "Razuvaev, Vladimir Nikolaevich")),
    "cq02": (1, (LETTER, "role:copy-recipient")),
    "cq03": (1, (LETTER,)),
    "cq04": (1, (LETTER, "Telegram of Razuvaev No. 1352", "1352")),
    "cq05": (2, (REPORT, "Kim Il Sung", "1956-10-08T00:00:00Z")),
    "cq06": (2, (LETTER, "059a", "5a", "11", "5", "65-66")),
    "cq07": (6, ("<archive/aprf/f-3/op-65/d-829>", "APRF, f. 3, op. 65, d. 829")),
    "cq08": (2, (LETTER, "Top Secret")),
    "cq09": (2, (LETTER, "https://digitalarchive.wilsoncenter.org/document/113630")),
    "cq10": (2, (LETTER, "https://creativecommons.org/publicdomain/zero/1.0/")),
    "cq11": (7, ("wd:Q423", "North Korea (DPRK)", "2")),
    "cq12": (2, (LETTER, "en")),
    "cq13": (2, ("<person/qtvxddqzf3>", "wd:Q184267", "la:equivalent", "0.9")),
    "cq14": (5, ("Razuvaev, Vladimir Nikolaevich", "1")),
    "cq15": (1, (REPORT, "true")),
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_question_is_answered(
    gold_store: OxigraphStore, prefixes: dict[str, str], name: str
) -> None:
    count, wanted = EXPECTED[name]
    answer = gold_store.query(load().queries(BASE)[name], prefixes=prefixes, base=BASE)
    assert isinstance(answer, Solutions)
    view = View(prefixes=prefixes, base=BASE)
    rows = [{cell(term, view) for term in row} for row in answer]
    assert len(rows) == count
    assert any(set(wanted) <= row for row in rows)


def test_no_question_is_without_an_answer_here() -> None:
    assert sorted(load().queries(BASE)) == sorted(EXPECTED)
