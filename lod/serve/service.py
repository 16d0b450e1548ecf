"""The SPARQL 1.1 service description: what the endpoint is, speaks and holds."""

from __future__ import annotations

from collections.abc import Iterator

from lod.namespaces import DCTERMS, RDF, RDFS, SCHEMA, VOID, XSD, Namespace
from lod.serve.site import Site
from lod.terms import Term, Triple, fragment, iri, literal

SD = Namespace(
    "sd",
    "http://www.w3.org/ns/sparql-service-description#",
    """Dataset Graph NamedGraph SPARQL11Query Service defaultDataset defaultGraph endpoint name
    namedGraph resultFormat supportedLanguage""",
)
_FORMATS = Namespace(
    "formats",
    "http://www.w3.org/ns/formats/",
    """JSON-LD N-Quads N-Triples RDF_XML SPARQL_Results_CSV SPARQL_Results_JSON SPARQL_Results_TSV
    SPARQL_Results_XML TriG Turtle""",
)


def triples(site: Site, endpoint: str) -> list[Triple]:
    """Describe the endpoint at an address, sorted."""
    return sorted(_triples(site, iri(endpoint)))


def _triples(site: Site, endpoint: Term) -> Iterator[Triple]:
    service, dataset = fragment(endpoint, "service"), fragment(endpoint, "dataset")
    graph = fragment(endpoint, "default-graph")
    label = literal(f"SPARQL endpoint of {site.manifest['title']}", lang="en")
    yield service, RDF["type"], SD["Service"]
    yield service, RDFS["label"], label
    yield service, SD["endpoint"], endpoint
    yield service, SD["supportedLanguage"], SD["SPARQL11Query"]
    yield service, SD["defaultDataset"], dataset
    yield service, SCHEMA["version"], literal(site.version)
    yield service, DCTERMS["license"], iri(str(site.manifest["license"]))
    for name in _FORMATS:
        yield service, SD["resultFormat"], _FORMATS[name]
    yield dataset, RDF["type"], SD["Dataset"]
    yield dataset, SD["defaultGraph"], graph
    yield graph, RDF["type"], SD["Graph"]
    count = literal(str(site.manifest["triples"]), datatype=XSD["integer"])
    yield graph, VOID["triples"], count
    for number, name in enumerate(site.graphs, 1):
        named = fragment(endpoint, f"graph-{number}")
        yield dataset, SD["namedGraph"], named
        yield named, RDF["type"], SD["NamedGraph"]
        yield named, SD["name"], iri(name)
