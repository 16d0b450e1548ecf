"""The one table of formats, which config, command line and server read."""

from __future__ import annotations

from dataclasses import dataclass

from lod.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class RdfFormat:
    """A syntax of RDF: its name everywhere, its media types (the first is sent), its extension."""

    name: str
    media_types: tuple[str, ...]
    extension: str
    holds_graphs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFormat:
    """A format of SPARQL results."""

    name: str
    media_types: tuple[str, ...]
    extension: str


RDF_FORMATS = {
    form.name: form
    for form in (
        RdfFormat(
            name="turtle", media_types=("text/turtle", "application/x-turtle"), extension="ttl"
        ),
        RdfFormat(name="n-triples", media_types=("application/n-triples",), extension="nt"),
        RdfFormat(
            name="n-quads",
            media_types=("application/n-quads",),
            extension="nq",
            holds_graphs=True,
        ),
        RdfFormat(
            name="trig", media_types=("application/trig",), extension="trig", holds_graphs=True
        ),
        RdfFormat(
            name="json-ld",
            media_types=("application/ld+json",),
            extension="jsonld",
            holds_graphs=True,
        ),
        RdfFormat(name="rdf-xml", media_types=("application/rdf+xml",), extension="rdf"),
    )
}
RESULT_FORMATS = {
    form.name: form
    for form in (
        ResultFormat(
            name="json", media_types=("application/sparql-results+json",), extension="srj"
        ),
        ResultFormat(name="xml", media_types=("application/sparql-results+xml",), extension="srx"),
        ResultFormat(name="csv", media_types=("text/csv",), extension="csv"),
        ResultFormat(name="tsv", media_types=("text/tab-separated-values",), extension="tsv"),
    )
}


def rdf_format(name: str) -> RdfFormat:
    """Find a syntax of RDF by its name; raises UsageError that lists what there is.

    >>> rdf_format("turtle").extension
    'ttl'
    """
    if name not in RDF_FORMATS:
        raise UsageError(f"unknown format {name!r}", mend=f"one of {', '.join(RDF_FORMATS)}")
    return RDF_FORMATS[name]
