"""Records about things, snapshots and runs."""

from __future__ import annotations

from lod.mapping.provenance import Run, Stamp, record_node, run_node, snapshot_node
from lod.record import Snapshot
from lod.terms import value
from tests.mapping.crm import Judge
from tests.mapping.double import URIS

STAMP = Stamp("r1", "2026-11-22", "https://creativecommons.org/publicdomain/zero/1.0/", ("ab",))
RUN = Run("r1", "2026-11-22T00:00:00Z", "2026-11-22T00:01:00Z", "lod 0.1", "The Archive")


def test_a_record_names_its_snapshot_its_run_and_its_licence() -> None:
    found = {value(p).rpartition("/")[2]: value(o) for _, p, o in record_node("doc/1", STAMP, URIS)}
    assert found["prov#wasDerivedFrom"].endswith("/snapshot/ab")
    assert found["prov#wasGeneratedBy"].endswith("/run/r1")
    assert (found["modified"], found["license"]) == (STAMP.modified, STAMP.license)


def test_only_what_the_source_is_about_is_a_primary_topic() -> None:
    said = {
        primary: {value(p) for _, p, _ in record_node("person/1", STAMP, URIS, primary=primary)}
        for primary in (True, False)
    }
    assert said[True] - said[False] == {"http://xmlns.com/foaf/0.1/primaryTopic"}
    assert said[False] - said[True] == {"http://xmlns.com/foaf/0.1/topic"}


def test_a_snapshot_says_its_digest_and_where_it_stood() -> None:
    found = [value(o) for _, _, o in snapshot_node(Snapshot("ab", "letters.csv", "7"), "r1", URIS)]
    assert "sha256:ab" in found
    assert "letters.csv, 7" in found


def test_a_run_names_its_curators_once_and_in_order(judge: Judge) -> None:
    triples = list(run_node(RUN, ["Bo", "Ada", "Bo"], URIS))
    names = [value(o) for _, _, o in triples if value(o) in ("Ada", "Bo")]
    assert names == ["Ada", "Bo"]
    assert judge.wrong(triples) == []
