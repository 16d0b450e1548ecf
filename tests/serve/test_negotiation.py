"""Which form of an answer a client gets."""

from __future__ import annotations

import pytest

from lod.serve import negotiation
from lod.serve.negotiation import GRAPHS, HTML, RESULTS

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
RDFLIB = "application/rdf+xml;q=0.9, text/turtle, application/n-triples;q=0.8"


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        (None, "turtle"),
        ("", "turtle"),
        ("*/*", "turtle"),
        ("text/*", "turtle"),
        ("application/*", "turtle"),
        ("text/turtle", "turtle"),
        ("application/x-turtle", "turtle"),
        ("TEXT/Turtle", "turtle"),
        ("text/turtle;charset=utf-8", "turtle"),
        ("application/n-triples", "n-triples"),
        ("text/plain", "n-triples"),
        ("application/ld+json", "json-ld"),
        ("application/json", "json-ld"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "json-ld"),
        ("application/rdf+xml", "rdf-xml"),
        ("application/xml", "rdf-xml"),
        ("text/html", "html"),
        (BROWSER, "html"),
        (RDFLIB, "turtle"),
        ("text/turtle;q=0.4, application/ld+json;q=0.5", "json-ld"),
        ("text/turtle;q=0.5, application/ld+json;q=0.5", "turtle"),
        ("text/turtle;q=0, */*", "turtle"),
        ("text/turtle;q=0, application/x-turtle;q=0, */*", "n-triples"),
        ("text/*;q=0.9, application/rdf+xml;q=0.8", "turtle"),
        ("text/*;q=0.3, text/html;q=0.7, */*;q=0.5", "html"),
        ("*/*;q=0.1, application/rdf+xml", "rdf-xml"),
        ("application/rdf+xml;q=1.000", "rdf-xml"),
        ("application/rdf+xml ; q=0.5 , text/html ; q=0.4", "rdf-xml"),
        ("application/rdf+xml;q=2, text/html;q=0.1", "html"),
        ("application/rdf+xml;q=x, text/html", "html"),
        (", ,text/html,,", "html"),
        ("garbage, text/html", "html"),
        ("*/html, application/ld+json", "json-ld"),
        ("text/html;level=1;q=0.2, text/turtle;q=0.3", "turtle"),
        ("image/png, */*;q=0.01", "turtle"),
        ("application/pdf", None),
        ("image/*", None),
        ("*/*;q=0", None),
        ("text/turtle;q=0", None),
        ("garbage", None),
        ("text/turtle;q=0.0001", None),
        ("\x00, /, ;q=1", None),
    ],
)
def test_a_graph_comes_as_the_client_likes_best(accept: str | None, name: str | None) -> None:
    offer = negotiation.choose(accept, (*GRAPHS, HTML))
    assert (offer.name if offer else None) == name


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml, application/xml", "application/sparql-results+xml"),
        ("text/csv;q=0.9, text/tab-separated-values", "text/tab-separated-values"),
        ("text/xml", "text/xml"),
    ],
)
def test_rows_are_sent_as_the_media_type_that_was_asked_for(accept: str, media: str) -> None:
    offer = negotiation.choose(accept, RESULTS)
    assert offer is not None
    assert offer.media == media


@pytest.mark.parametrize(
    ("wanted", "name"),
    [("json", "json"), ("srj", "json"), ("text/csv", "csv"), ("XML", "xml"), ("pdf", None)],
)
def test_a_format_can_be_named_in_three_ways(wanted: str, name: str | None) -> None:
    offer = negotiation.named(wanted, RESULTS)
    assert (offer.name if offer else None) == name
