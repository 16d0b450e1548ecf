"""Proves that the rules are awake: for each a few triples that it must find fault with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from lod.errors import LodError
from lod.issue import Issue
from lod.terms import Term
from lod.validate.rules import run
from lod.validate.seeded import good
from lod.vocabulary import Rule

# Turtle, added to the good graph of `seeded.py`; relative IRIs are below the dataset's base.
FAULTS = {
    "s05-precision": '<doc/seed-1#date> lo:edtf "1951" .',
    "s09-date-agreement": '<doc/seed-1> dcterms:created "1952-01-01"^^xsd:date .',
    "s14-one-entity": "<person/seed-2> la:equivalent wd:Q1 .",
    "s15-link-evidence": "<person/seed-2> owl:sameAs wd:Q2 .",
    "s18-before-the-state": """<place/seed-1> a crm:E53_Place ; la:equivalent wd:Q15180 .
        <doc/seed-2> crm:P67_refers_to <place/seed-1> ; crm:P94i_was_created_by <doc/seed-2#made> .
        <doc/seed-2#made> crm:P4_has_time-span <doc/seed-2#date> .
        <doc/seed-2#date> crm:P82b_end_of_the_end "1917-01-01T00:00:00Z"^^xsd:dateTime .""",
    "s21-undescribed": "<doc/seed-1> crm:P67_refers_to <person/nobody> .",
    "s24-sheets": """<doc/seed-1#sheets> crm:P2_has_type idt:listy ;
        crm:P190_has_symbolic_content "66-65" .""",
    "s26-life": """<person/seedseed01> crm:P98i_was_born <person/seedseed01#birth> ;
        crm:P100i_died_in <person/seedseed01#death> .
        <person/seedseed01#birth> crm:P4_has_time-span <person/seedseed01#born> .
        <person/seedseed01#death> crm:P4_has_time-span <person/seedseed01#died> .
        <person/seedseed01#born> crm:P82a_begin_of_the_begin
          "1950-01-01T00:00:00Z"^^xsd:dateTime .
        <person/seedseed01#died> crm:P82b_end_of_the_end "1940-01-01T00:00:00Z"^^xsd:dateTime .""",
    "s27-unborn": """<person/seedseed01> crm:P98i_was_born <person/seedseed01#birth> .
        <person/seedseed01#birth> crm:P4_has_time-span <person/seedseed01#born> .
        <person/seedseed01#born> crm:P82a_begin_of_the_begin
          "1990-01-01T00:00:00Z"^^xsd:dateTime .""",
    "s28-undefined-concept": "<doc/seed-1> dcterms:type <vocab/doctype/undefined> .",
    "s29-candidate-stated": """<assert/seed> lo:status st:candidate ;
        crm:P140_assigned_attribute_to <person/seedseed01> ; crm:P141_assigned wd:Q1 ;
        crm:P177_assigned_property_of_type la:equivalent .""",
    "s30-accepted-unstated": """<assert/seed> lo:status st:accepted ;
        crm:P140_assigned_attribute_to <person/seedseed01> ; crm:P141_assigned wd:Q3 ;
        crm:P177_assigned_property_of_type la:equivalent .""",
    "s31-translator-addressed": """<doc/seed-1> crm:P16i_was_used_for <doc/seed-1#dispatch> ;
          crm:P73_has_translation <doc/seed-1#text> .
        <doc/seed-1#dispatch> crm:P9_consists_of <doc/seed-1#addressed> .
        <doc/seed-1#addressed> crm:P2_has_type role:recipient ;
          crm:P11_had_participant <person/seedseed01> .
        <doc/seed-1#text> crm:P94i_was_created_by <doc/seed-1#translation> .
        <doc/seed-1#translation> crm:P14_carried_out_by <person/seedseed01> .""",
}


def prove(rules: Iterable[Rule], base: str, prefixes: Mapping[str, str]) -> None:
    """Check every rule on a fault of its kind; call it once a run, before the rules are asked.

    Raises LodError when there are no rules, when one has no fault here, or does not see its own.
    """
    there = list(rules)
    if not there:
        raise LodError("there are no rules", where="rules", mend="install lod again")
    for rule in there:
        if rule.name not in FAULTS:
            raise LodError("no fault proves this rule", where=rule.name, mend="add one to FAULTS")
        before = _found(rule, "", base, prefixes)
        if not _found(rule, FAULTS[rule.name], base, prefixes) - before:
            what = f"the validator is asleep: it misses {rule.message}"
            raise LodError(what, where=rule.name, mend="correct the rule, or install lod again")


def _found(rule: Rule, turtle: str, base: str, prefixes: Mapping[str, str]) -> set[Issue]:
    store = ox.Store()
    store.load(good(base).encode(), ox.RdfFormat.N_TRIPLES)
    head = "".join(f"@prefix {name}: <{prefixes[name]}> .\n" for name in sorted(prefixes))
    store.load(f"{head}{turtle}".encode(), ox.RdfFormat.TURTLE, base_iri=base)

    def ask(query: str) -> Iterator[Mapping[str, Term]]:
        rows = store.query(query, prefixes=dict(prefixes), base_iri=base)
        if isinstance(rows, ox.QuerySolutions):
            names = [variable.value for variable in rows.variables]
            for row in rows:
                pairs = zip(names, row, strict=True)
                yield {name: Term(str(term)) for name, term in pairs if term is not None}

    return set(run([rule], ask, base))
