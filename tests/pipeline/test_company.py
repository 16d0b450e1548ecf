"""Names that say little are held against those whom the same record names in full."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from lod.entity import Candidate, Decision, Judgement
from lod.pipeline.company import accompanied
from lod.pipeline.harvest import Called, Name
from lod.pipeline.spool import encode
from lod.pipeline.work import Work
from lod.reconcile.mentions import mention_key
from tests.datasets import HEAD, SOURCE, begin, released

HEADER = "ref,title,date,from,to,place\n"
FULL, BARE = '"Gromyko, Andrei"', "Gromyko"
CONFIG = HEAD + SOURCE.replace('"to", split = ";"', '"to", split = "|"')


def linked(folder: Path, rows: str, *, workers: int = 1) -> list[str]:
    made = begin(folder / "letters", HEADER + rows, CONFIG)
    release = released(made, folder / "output", workers=workers)
    with gzip.open(release / "dumps" / "csv" / "links.csv.gz", "rt", encoding="utf-8") as file:
        lines = [line.rstrip().split(",") for line in file]
    return sorted(f"{line[0][-2:]} {line[1]} {line[-1]}" for line in lines[1:])


@pytest.mark.parametrize("workers", [1, 2])
def test_a_surname_is_whom_its_record_names_in_full(tmp_path: Path, workers: int) -> None:
    found = linked(tmp_path, f"L1,Letter,1951,{FULL},{BARE}|Tito,\n", workers=workers)
    assert "L1 recipient Q184267" in found


def test_a_surname_stays_open_where_only_another_record_names_somebody_in_full(
    tmp_path: Path,
) -> None:
    found = linked(tmp_path, f"L1,Letter,1951,{FULL},Nobody,\nL2,Letter,1951,Nobody,{BARE},\n")
    assert "L2 recipient Q184267" not in found


def kept(work: Work, record: str, name: str, judgement: Judgement, item: str) -> None:
    called = Called(mention_key("person", name, record), name, 1951, spoken=False)
    found = (Candidate(id=item, name=name, score=0.6),)
    ident = item if judgement is Judgement.ACCEPTED else ""
    decision = Decision(
        kind="person", name=name, year=1951, judgement=judgement, id=ident, candidates=found
    )
    work.add("name", [Name(*called, "person")], width=len(Name._fields))
    work.add("decided", [(*called, encode(decision))], width=5)
    work.add("company", [(record, *called)], width=5)


def test_only_open_names_of_whom_the_record_knows_a_candidate_are_weighed_anew(
    tmp_path: Path,
) -> None:
    work = Work(tmp_path)
    for record, item in (("a", "Q1"), ("b", "Q2")):
        kept(work, record, "Adams, Jane", Judgement.ACCEPTED, "Q1")
        kept(work, record, "Adams", Judgement.REVIEW, item)
    found = [one for some in accompanied(work) for one in some]
    assert [(one.name.mention, one.items) for one in found] == [("person|adams|a", ("Q1",))]
