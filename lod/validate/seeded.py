"""Proves before each release that the validator is awake: seeded faults must be found.

An engine that skips a constraint it does not know, or shapes that lost their targets, look just
like good data. So a small graph without a fault is checked, and then again with one fault each.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lod.errors import LodError
from lod.iri import Uris
from lod.namespaces import CRM, DCTERMS, FOAF, LA, PROV, RDF, RDFS, WIKIDATA, XSD
from lod.terms import Term, Triple, fragment, iri, line, literal
from lod.validate.shapes import Shapes

TYPE, CONTENT = RDF["type"], CRM["P190_has_symbolic_content"]
BEGIN, END = CRM["P82a_begin_of_the_begin"], CRM["P82b_end_of_the_end"]


class Seed(NamedTuple):
    """A fault: its name, where it goes in the N-Triples (a pattern), and what is put there."""

    name: str
    find: str
    put: str


def _lines(predicate: Term) -> str:
    return rf"(?m)^\S+ {re.escape(predicate)} .*\n"


def _value(predicate: Term) -> str:
    return rf'({re.escape(predicate)} )"[^"]*"'


SEEDS = (
    Seed("no title", _lines(DCTERMS["title"]), ""),
    Seed("a title without a language", _value(DCTERMS["title"]) + "@en", r'\1"A letter"'),
    Seed("a day that is none", _value(DCTERMS["created"]), r'\1"1951-13-45"'),
    Seed("a date that is a text", re.escape(f"^^{XSD['date']}"), ""),
    Seed("an end before the begin", _value(END), r'\1"1900-01-01T00:00:00Z"'),
    Seed("a time-span without a bound", f"{_lines(BEGIN)}{_lines(END)[4:]}", ""),
    Seed("an identifier without a value", _lines(CONTENT), ""),
    Seed("no preferred identifier", _lines(CRM["P48_has_preferred_identifier"]), ""),
    Seed("no licence", _lines(DCTERMS["license"]), ""),
    Seed("a link to a page", "http://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/"),
    Seed("a key that is no key", "doc/seed-1", "doc/seed/../1"),
    Seed("a confidence above one", '"0.97"', '"1.97"'),
    Seed("an assertion that cites nothing", _lines(PROV["used"]), ""),
)


def good(base: str) -> str:
    """Write the graph that has no fault: a letter, its date, its author, a link with evidence."""
    return "".join(line(triple) for triple in _triples(Uris(base)))


def bad(base: str) -> list[tuple[Seed, str]]:
    """Write the good graph once for each seed, with that fault in it."""
    graph = good(base)
    return [(seed, re.sub(seed.find, seed.put, graph)) for seed in SEEDS]


def prove(shapes: Shapes, base: str) -> None:
    """Check the validator itself; call it once a run, before anything is validated.

    Raises LodError when it finds a fault where there is none, or misses one that is there.
    """
    false = [finding for finding in shapes.check(good(base)) if finding.issue.severity == "error"]
    if false:
        what = f"the validator finds a fault where there is none: {false[0].issue.message}"
        raise LodError(what, where="shapes", mend="correct the shape")
    for seed, graph in bad(base):
        found = shapes.check(graph)
        if not any(finding.issue.severity == "error" for finding in found):
            what = f"the validator is asleep: it misses {seed.name}"
            raise LodError(what, where="shapes", mend="correct the shape, or install lod again")


def _triples(uris: Uris) -> list[Triple]:
    text, person = uris.thing("document", "seed-1"), uris.thing("person", "seedseed01")
    record = uris.record("doc/seed-1")
    creation, date = fragment(text, "creation"), fragment(text, "date")
    label = literal("A letter", lang="en")
    return [
        (record, TYPE, FOAF["Document"]),
        (record, FOAF["primaryTopic"], text),
        (record, DCTERMS["license"], iri("https://creativecommons.org/publicdomain/zero/1.0/")),
        (text, TYPE, CRM["E33_Linguistic_Object"]),
        (text, RDFS["label"], label),
        (text, DCTERMS["title"], label),
        (text, DCTERMS["type"], uris.concept("doctype", "letter")),
        (text, DCTERMS["created"], literal("1951-11-19", datatype=XSD["date"])),
        (text, CRM["P67_refers_to"], person),
        (text, CRM["P94i_was_created_by"], creation),
        (creation, TYPE, CRM["E65_Creation"]),
        (creation, CRM["P4_has_time-span"], date),
        (date, TYPE, CRM["E52_Time-Span"]),
        (date, BEGIN, literal("1951-11-19T00:00:00Z", datatype=XSD["dateTime"])),
        (date, END, literal("1951-11-19T23:59:59Z", datatype=XSD["dateTime"])),
        *_identifier(text, uris),
        *_linked(person, uris),
    ]


def _identifier(text: Term, uris: Uris) -> list[Triple]:
    number = fragment(text, "id")
    return [
        (text, CRM["P48_has_preferred_identifier"], number),
        (number, TYPE, CRM["E42_Identifier"]),
        (number, CRM["P2_has_type"], uris.concept("idtype", "local")),
        (number, CONTENT, literal("1")),
    ]


def _linked(person: Term, uris: Uris) -> list[Triple]:
    """Tie the author to an item, with the assertion that stands for it."""
    item, assertion = iri(f"{WIKIDATA}Q1"), uris.at("assert/person/seedseed01/wd-Q1")
    return [
        (person, TYPE, CRM["E21_Person"]),
        (person, RDFS["label"], literal("Author, A.", lang="en")),
        (person, LA["equivalent"], item),
        (assertion, TYPE, CRM["E13_Attribute_Assignment"]),
        (assertion, CRM["P140_assigned_attribute_to"], person),
        (assertion, CRM["P141_assigned"], item),
        (assertion, CRM["P177_assigned_property_of_type"], LA["equivalent"]),
        (assertion, uris.term("confidence"), literal("0.97", datatype=XSD["decimal"])),
        (assertion, uris.term("status"), uris.concept("status", "accepted")),
        (assertion, PROV["used"], uris.at("snapshot/0")),
    ]
