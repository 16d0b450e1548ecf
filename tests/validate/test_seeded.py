"""Tests of the proof that the validator is awake."""

from __future__ import annotations

import pytest

from lod.errors import LodError
from lod.validate import rule_seeds, seeded
from lod.validate.shapes import Shapes
from lod.vocabulary import Rule, load

BASE = "https://data.example.org/"
PREFIXES = load().prefixes(BASE)
RULES = load().rules(BASE)


@pytest.mark.parametrize("kind", ["document", "object", "collection", "person", "place"])
def test_the_shapes_of_every_kind_are_awake(kind: str) -> None:
    seeded.prove(Shapes(load().shapes(BASE, kind), BASE), BASE)


def test_every_seed_changes_the_graph() -> None:
    graphs = [graph for _, graph in seeded.bad(BASE)]
    assert len({*graphs, seeded.good(BASE)}) == len(seeded.SEEDS) + 1


@pytest.mark.parametrize(
    "lost", ["sh:minCount", "sh:datatype", "sh:maxInclusive", "sh:lessThanOrEquals"]
)
def test_shapes_that_lost_a_constraint_are_asleep(lost: str) -> None:
    shapes = load().shapes(BASE, "document").replace(f"{lost} ", "<urn:lost> ")
    with pytest.raises(LodError, match="asleep: it misses"):
        seeded.prove(Shapes(shapes, BASE), BASE)


def test_shapes_without_their_targets_are_asleep() -> None:
    shapes = load().shapes(BASE, "document").replace("foaf:primaryTopic", "foaf:other")
    with pytest.raises(LodError, match="asleep: it misses no title"):
        seeded.prove(Shapes(shapes, BASE), BASE)


def test_shapes_that_see_ghosts_are_refused() -> None:
    ghost = """\n s:ghost a sh:NodeShape ; sh:targetClass crm:E65_Creation ;
      sh:property [ sh:path crm:P3_has_note ; sh:minCount 1 ; sh:message "ghost" ] ."""
    with pytest.raises(LodError, match="where there is none: ghost"):
        seeded.prove(Shapes(load().shapes(BASE, "document") + ghost, BASE), BASE)


def test_there_are_rules_and_each_has_its_fault() -> None:
    assert sorted(rule.name for rule in RULES) == sorted(rule_seeds.FAULTS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_awake(rule: Rule) -> None:
    rule_seeds.prove([rule], BASE, PREFIXES)


@pytest.mark.parametrize("name", sorted(rule_seeds.FAULTS))
def test_a_rule_that_finds_nothing_is_asleep(name: str) -> None:
    asleep = Rule(name, "error", "S0 a rule", "SELECT ?this WHERE { ?this <urn:no:such> ?x }")
    with pytest.raises(LodError, match="asleep: it misses S0 a rule"):
        rule_seeds.prove([asleep], BASE, PREFIXES)


def test_no_rules_and_unproven_rules_stop_the_run() -> None:
    with pytest.raises(LodError, match="there are no rules"):
        rule_seeds.prove([], BASE, PREFIXES)
    with pytest.raises(LodError, match="no fault proves this rule"):
        rule_seeds.prove([Rule("new", "error", "", "ASK {}")], BASE, PREFIXES)
