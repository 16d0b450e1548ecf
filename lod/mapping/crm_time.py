"""Time in CIDOC-CRM: when something happened, as days of the earliest and the latest."""

from __future__ import annotations

from collections.abc import Iterator

from lod.mapping.ground import Ground
from lod.namespaces import CRM, EDTF, RDF, RDFS, XSD
from lod.normalize.dates import bounds
from lod.record import TimeSpan
from lod.terms import Term, Triple, fragment, literal

TYPE, LABEL, TIME_SPAN = RDF["type"], RDFS["label"], CRM["E52_Time-Span"]
HAS_TIME, BEGIN, END = (
    CRM[name] for name in ("P4_has_time-span", "P82a_begin_of_the_begin", "P82b_end_of_the_end")
)
IDENTIFIED, CONTENT = CRM["P1_is_identified_by"], CRM["P190_has_symbolic_content"]
APPELLATION, NOTE = CRM["E41_Appellation"], CRM["P3_has_note"]
DATE_TIME, EDTF_TYPE = XSD["dateTime"], EDTF["EDTF"]


def dated(event: Term, name: Term, span: TimeSpan, ground: Ground) -> Iterator[Triple]:
    """Say when an event was; name is the node of its time.

    A date that could not be read makes no time-span (docs/model.md): its words become a note of
    the event, so that they are not lost.
    """
    begin, end = bounds(span)
    if begin is None and end is None:
        if span.label:
            yield event, NOTE, ground.own(span.label)
        return
    yield event, HAS_TIME, name
    yield from time_span(name, span, ground)


def time_span(node: Term, span: TimeSpan, ground: Ground) -> Iterator[Triple]:
    """Describe a span of time: bounds, EDTF, the source's words and where they stood."""
    begin, end = bounds(span)
    yield node, TYPE, TIME_SPAN
    yield node, LABEL, literal(span.edtf) if span.edtf else ground.words(span.label)
    if begin is not None:
        yield node, BEGIN, literal(begin, datatype=DATE_TIME)
    if end is not None:
        yield node, END, literal(end, datatype=DATE_TIME)
    if span.edtf:
        yield node, ground.uris.term("edtf"), literal(span.edtf, datatype=EDTF_TYPE)
    if span.basis:
        yield node, ground.uris.term("dateBasis"), ground.ours("datebasis", span.basis)
    if span.note:
        yield node, NOTE, literal(span.note, lang="en")
    if span.label:
        written = fragment_of(node, "as-written")
        yield node, IDENTIFIED, written
        yield written, TYPE, APPELLATION
        yield written, CONTENT, ground.words(span.label)


def fragment_of(node: Term, suffix: str) -> Term:
    """Name a dependant of a node that is itself a fragment: `#date` -> `#date-as-written`."""
    return Term(f"{node[:-1]}-{suffix}>")


def since(event: Term, name: str, span: TimeSpan, subject: Term) -> Iterator[Triple]:
    """Say that something was not before a span of time, and nothing of when it ended."""
    begin, _ = bounds(span)
    if begin is not None:
        node = fragment(subject, name)
        yield event, HAS_TIME, node
        yield node, TYPE, TIME_SPAN
        yield node, LABEL, literal(span.begin + "/..")
        yield node, BEGIN, literal(begin, datatype=DATE_TIME)
