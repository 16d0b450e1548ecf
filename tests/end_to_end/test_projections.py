"""A projection stands by itself: whatever a record points to in it has a class and a name there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lod.api import Options, Release, publish
from lod.store import Solutions

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = tmp_path_factory.mktemp("edm")
    shutil.copytree(ROOT / "datasets" / "sample", folder / "sample")
    config = folder / "sample" / "dataset.toml"
    said = config.read_text("utf-8")
    for old, new in (
        ('language = "en"', 'language = "en"\nrights = "Public domain"'),
        ('profiles = ["dublin-core", "cidoc-crm"]', 'profiles = ["edm"]'),
    ):
        assert old in said
        said = said.replace(old, new, 1)
    config.write_text(said, "utf-8")
    publish(folder / "sample", Options(output=folder / "output", workers=1))
    return Release(folder / "output")


def rows(release: Release, where: str) -> list[dict[str, object]]:
    query = f"SELECT DISTINCT ?p ?o {{ GRAPH <graph/projection/edm> {{ {where} }} }} ORDER BY ?p ?o"
    answer = release.query(query)
    assert isinstance(answer, Solutions)
    return [dict(row) for row in answer.rows()]


def test_all_that_a_record_points_to_in_edm_has_a_class_and_a_label(release: Release) -> None:
    pointed = "?record a edm:ProvidedCHO ; ?p ?o . FILTER(?p IN (dc:creator, dc:contributor,"
    pointed += " dc:subject, dc:type, dcterms:spatial))"
    named = f"{pointed} ?o a ?class ; skos:prefLabel ?label"
    assert rows(release, named) == rows(release, pointed) != []
    kinds = {row["p"] for row in rows(release, pointed)}
    assert len(kinds) >= 4


def test_nobody_is_creator_and_contributor_of_one_letter(release: Release) -> None:
    assert rows(release, "?r dc:creator ?o ; dc:contributor ?o ; ?p ?o") == []
