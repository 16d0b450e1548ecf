"""What the tests of publishing share: a dataset, a release's facts, entities, terms to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
from hypothesis import strategies as st

from lod.config import Dataset
from lod.entity import Candidate, Decision, Entity, Judgement
from lod.iri import Uris
from lod.publish.dump import Written
from lod.publish.info import ReleaseInfo, RunNote, SourceRead
from lod.publish.tally import Tally
from lod.terms import Term, Triple, iri, line, literal

BASE = "https://data.example.org/"
URIS = Uris(BASE)
DATASET = Dataset(
    name="letters",
    folder=Path("letters"),
    title="Letters of the embassy",
    base=BASE,
    license="https://creativecommons.org/publicdomain/zero/1.0/",
    publisher="The Archive",
    language="en",
    sources=(),
    fields=(),
    description="What the embassy wrote and what it was answered, 1945 to 1953",
    contact="archive@example.org",
    keywords=("Cold War", "diplomacy"),
)
TALLY = Tally(
    triples=31,
    quads=7,
    subjects=5,
    properties=Counter(
        {
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>": 9,
            "<http://purl.org/dc/terms/title>": 12,
            "<http://purl.org/dc/elements/1.1/title>": 4,
            "<https://linked.art/ns/terms/equivalent>": 6,
        }
    ),
    classes=Counter({"<http://www.cidoc-crm.org/cidoc-crm/E21_Person>": 3}),
    kinds=Counter({"document": 2, "person": 3}),
    named=Counter({"sender": 4}),
    linked=Counter({"sender": 3}),
    examples={"document": "doc/letters-1", "person": "person/0c8fq82pax"},
)
FILES = tuple(
    Written(f"dumps/{name}.gz", 1000, "ab" * 32)
    for name in ("csv/links.csv", "letters.jsonld", "letters.nq", "letters.nt", "letters.ttl")
)
INFO = ReleaseInfo(
    dataset=DATASET,
    version="4f2a91c07d3e",
    content="4f2a91c07d3e",
    input="99aa00bb11cc",
    run="99aa00bb11cc",
    started="2026-11-22T05:48:00Z",
    previous="0123456789ab",
    read=10,
    published=7,
    merged=1,
    quarantined=2,
    tally=TALLY,
    decisions={("person", "accepted"): 6, ("person", "review"): 2, ("place", "none"): 1},
    issues={("error", "title/missing"): 2, ("warning", "date/unparsed"): 1},
    authorities=("embedded@1a2b",),
    sources=(SourceRead("letters 1.csv", 10, "cd" * 32),),
    runs=(RunNote("99aa00bb11cc", "2026-11-22T05:48:00Z"),),
    files=FILES,
)
KHRUSHCHEV = Candidate(id="Q35314", name="Nikita Khrushchev", score=0.62, reasons=("alive then",))
DECISION = Decision(
    kind="person",
    name="Khrushchev",
    year=1956,
    judgement=Judgement.REVIEW,
    score=0.62,
    candidates=(KHRUSHCHEV,),
    authority="embedded@1a2b",
    note="two namesakes",
)
ENTITY = Entity(id="0c8fq82pax", kind="person", label="Khrushchev", decision=DECISION)

# What a browser or a spreadsheet might take for something else than text.
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "javascript:alert(1)",
    "<!--",
    "]]>",
    "<iframe src=javascript:alert(1)>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "<math><mtext></form><form>",
    '<a href="x" onclick="y">',
    "<bdi></bdi></td></tr></table>",
    "\u202e<b>",
    "\x00<b>\x0b",
    "\ud800<b>",
    "<details open ontoggle=alert(1)>",
    "{{7*7}}<b>",
    "a\tb\nc\r<b>|\\|",
)


def told(judgement: Judgement, **changes: object) -> Entity:
    """Give an entity on which this was decided, with some facts of the decision changed."""
    decision = replace(DECISION, judgement=judgement, **changes)  # type: ignore[arg-type]
    return replace(ENTITY, decision=decision)


def graph(text: str, form: ox.RdfFormat) -> set[ox.Triple]:
    """Read what was written, as Oxigraph understands it."""
    return {quad.triple for quad in ox.parse(text, format=form)}


def spoken(triples: Sequence[Triple]) -> set[ox.Triple]:
    """Read the N-Triples of these triples."""
    return graph("".join(map(line, triples)), ox.RdfFormat.N_TRIPLES)


_SEGMENTS = st.text("abcXYZ019._-", min_size=1, max_size=6).filter(lambda text: text.strip("."))
PATHS = st.builds(
    "{}/{}".format, st.sampled_from(("doc", "person")), st.lists(_SEGMENTS, min_size=1, max_size=2)
    .map("/".join)
)  # fmt: skip
_OTHERS = st.sampled_from(
    ("http://purl.org/dc/terms/", "http://www.cidoc-crm.org/cidoc-crm/", "urn:x:", "http://a.b/é#")
)
_NAMES = st.text("abcXYZ019._-~:é/?=&,;()'!*+@$", max_size=8).map(lambda name: f"n{name}%20")
IRIS = st.one_of(
    st.builds(lambda path: iri(BASE + path), PATHS),
    st.builds(lambda path, name: iri(f"{BASE}{path}#{name}"), PATHS, st.sampled_from("abc")),
    st.builds(lambda space, name: iri(space + name), _OTHERS, _NAMES),
)
PREDICATES = st.sampled_from(
    [
        iri(one)
        for one in (
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
            "http://purl.org/dc/terms/title",
            "http://purl.org/dc/terms/creator",
            "http://www.cidoc-crm.org/cidoc-crm/P82a_begin_of_the_begin",
            "http://www.w3.org/2000/01/rdf-schema#label",
            "http://example.org/unknown",
        )
    ]
)
_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n\t\r\\"'))
_TYPED = st.sampled_from(
    [
        literal(text, datatype=iri(f"http://www.w3.org/2001/XMLSchema#{name}"))
        for name, text in (
            ("date", "1951-11-19"),
            ("dateTime", "1951-11-19T00:00:00Z"),
            ("gYear", "-0044"),
            ("integer", "007"),
            ("decimal", "0.95"),
            ("boolean", "1"),
            ("hexBinary", "0aFF"),
        )
    ]
)
LITERALS = st.one_of(
    st.builds(literal, _TEXTS),
    st.builds(lambda text, lang: literal(text, lang=lang), _TEXTS, st.sampled_from(["en", "ru"])),
    _TYPED,
)


def triples() -> st.SearchStrategy[list[Triple]]:
    """Give sorted triples, each once, as a block holds them."""
    one = st.tuples(IRIS, PREDICATES, IRIS | LITERALS)
    return st.lists(one, max_size=12).map(lambda some: sorted(set(map(_typed, some))))


def _typed(triple: tuple[Term, Term, Term]) -> Triple:
    """Let classes be IRIs."""
    subject, predicate, value = triple
    if "#type>" in predicate and not value.startswith("<"):
        return subject, predicate, iri("http://www.cidoc-crm.org/cidoc-crm/E21_Person")
    return triple
