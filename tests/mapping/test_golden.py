"""Golden records: what each must become, judged by other parsers and by CIDOC-CRM itself."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from lod.terms import line
from lod.vocabulary import load
from tests.mapping.crm import Judge
from tests.mapping.double import BASE, GOLDEN, around, golden, mapped

# What a person reads; numbers, codes and dates in digits are in no language.
IN_A_LANGUAGE = (
    *("terms/title>", "terms/alternative>", "terms/abstract>", "terms/description>"),
    *("terms/medium>", "terms/extent>", "Citation>", "elements/1.1/rights>", "has_note>"),
)
every_case = pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)


def block(folder: Path) -> str:
    return "".join(line(triple) for triple in mapped(golden(folder)))


@every_case
def test_a_golden_record_becomes_its_expected_block(folder: Path) -> None:
    assert block(folder) == (folder / "expected.nt").read_text("utf-8")


@every_case
def test_other_parsers_read_as_many_triples_as_we_wrote(folder: Path) -> None:
    text = block(folder)
    theirs = list(ox.parse(io.BytesIO(text.encode()), format=ox.RdfFormat.N_TRIPLES))
    assert len(theirs) == len(rdflib.Graph().parse(data=text, format="nt")) == text.count("\n")


@every_case
def test_every_node_has_an_iri(folder: Path) -> None:
    assert not [triple for triple in mapped(golden(folder)) if "_:" in (triple[0] + triple[2])[:2]]


@every_case
def test_what_people_read_says_its_language(folder: Path) -> None:
    said = [t for t in mapped(golden(folder)) if t[1].endswith(IN_A_LANGUAGE)]
    assert said
    assert not [value for _, _, value in said if value.startswith('"') and '"@' not in value]


@every_case
def test_cidoc_crm_allows_every_statement(folder: Path, judge: Judge) -> None:
    record = golden(folder)
    assert judge.wrong([*mapped(record), *around(record)]) == []


def test_cidoc_crm_allows_what_the_vocabularies_say(judge: Judge) -> None:
    assert judge.wrong(load().triples(BASE)) == []


def test_the_same_record_gives_the_same_block_twice() -> None:
    assert block(GOLDEN[0]) == block(GOLDEN[0])
