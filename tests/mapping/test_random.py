"""Records of every shape: whatever a source holds, the graph is allowed and can be read."""

from __future__ import annotations

import io
from typing import TypeVar

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lod.record import (
    Agent,
    ArchivalReference,
    Concept,
    Identifier,
    Place,
    Record,
    Text,
    TimeSpan,
)
from lod.roles import SILENT, TOLD_OF_TEXTS
from lod.terms import line
from tests.mapping.crm import Judge
from tests.mapping.double import around, mapped

# What the crosswalk leaves in a text: no control characters, no lone surrogates, no blank ends.
words = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=12
)
languages = st.sampled_from([None, "en", "ru", "zh-Hant"])
texts = st.builds(Text, value=words, language=languages)
roles = st.sampled_from([*sorted({*TOLD_OF_TEXTS, *SILENT}), "signatory", "weaver"])
agents = st.builds(
    Agent, name=words, kind=st.sampled_from(["person", "group", "agent"]), role=roles
)
places = st.builds(Place, name=words, relation=st.sampled_from(["spatial", "created", "mentioned"]))
concepts = st.builds(
    Concept,
    scheme=st.sampled_from(["doctype", "subject", "technique"]),
    label=words,
    id=st.sampled_from(["", "letter", "Unknown id"]),
)
spans = st.builds(
    TimeSpan,
    label=words,
    edtf=st.sampled_from(["", "1951-11-19", "1951", "195X", "1951~"]),
    begin=st.sampled_from(["", "1951-11-19", "-0044-03-15"]),
    end=st.sampled_from(["", "1951-12-31"]),
    basis=st.sampled_from(["field", "heading", "odd basis"]),
)
parts = st.lists(
    st.tuples(st.sampled_from(["fond", "opis", "papka", "delo", "listy", "bestand"]), words),
    max_size=4,
    unique_by=lambda part: part[0],
).map(tuple)
references = st.builds(
    ArchivalReference,
    verbatim=words,
    archive=st.sampled_from(["", "avprf", "unheard-of"]),
    keeper=st.sampled_from(["", "A keeper"]),
    parts=parts,
    whole=st.booleans(),
)
identifiers = st.builds(
    Identifier,
    scheme=st.sampled_from(["url-as-printed", "in-reply-to", "isbn", "shelf mark"]),
    value=words,
)


Item = TypeVar("Item")


def some(items: st.SearchStrategy[Item]) -> st.SearchStrategy[tuple[Item, ...]]:
    return st.lists(items, max_size=3).map(tuple)


records = st.builds(
    Record,
    key=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,9}", fullmatch=True),
    kind=st.sampled_from(["document", "object", "collection", "person", "group", "place"]),
    identifier=st.one_of(st.just(""), words),
    url=st.sampled_from(["", "https://example.org/1"]),
    title=some(texts),
    alternative=some(texts),
    type=some(concepts),
    date=some(spans),
    agents=some(agents),
    places=some(places),
    subject=some(concepts),
    reference=some(references),
    identifiers=some(identifiers),
    is_part_of=some(texts),
    rights=some(texts),
    license=st.sampled_from(["", "http://rightsstatements.org/vocab/CNE/1.0/"]),
    born=some(spans),
    died=some(spans),
    active=some(spans),
    coordinates=st.sampled_from(["", "POINT(1.5 2)", "nonsense"]),
)


@given(records)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_mapped_is_read_back_by_another_parser(record: Record) -> None:
    lines = [line(triple) for triple in mapped(record)]
    read = list(ox.parse(io.BytesIO("".join(lines).encode()), format=ox.RdfFormat.N_TRIPLES))
    assert len(read) == len(lines)


@given(record=records)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_cidoc_crm_allows_all_that_is_mapped(record: Record, judge: Judge) -> None:
    assert judge.wrong([*mapped(record), *around(record)]) == []
