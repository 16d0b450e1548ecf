"""The dumps of a release as DCAT distributions: where they are, what they are, their checksums."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lod.formats import RDF_FORMATS, RESULT_FORMATS
from lod.iri import plain_slug
from lod.namespaces import DCAT, DCTERMS, FILE_TYPES, FORMATS, RDF, SCHEMA, SPDX, VOID, XSD
from lod.publish.dump import Written
from lod.publish.info import ReleaseInfo
from lod.terms import Term, Triple, fragment, iri, literal

TYPE, TITLE, ABOUT = RDF["type"], DCTERMS["title"], DCTERMS["description"]
LICENSE, MODIFIED, FORMAT = DCTERMS["license"], DCTERMS["modified"], DCTERMS["format"]
DUMPS = "dumps/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
SHA256 = SPDX["checksumAlgorithm_sha256"]


class _Syntax(NamedTuple):
    """How a dump in a syntax is announced.

    feature: VoID's name of the syntax, None where it is no RDF. dump: whether it holds the dataset
    and nothing else, as VoID's dumps do; the N-Quads hold the named graphs too.
    """

    label: str
    media_type: str
    file_type: Term
    feature: Term | None = None
    dump: bool = True


def _rdf(name: str, label: str, file_type: str, *, dump: bool = True) -> _Syntax:
    media_type = RDF_FORMATS[name].media_types[0]
    return _Syntax(label, media_type, FILE_TYPES[file_type], FORMATS[label], dump)


_SYNTAXES = {
    "nt": _rdf("n-triples", "N-Triples", "RDF_N_TRIPLES"),
    "nq": _rdf("n-quads", "N-Quads", "RDF_N_QUADS", dump=False),
    "ttl": _rdf("turtle", "Turtle", "RDF_TURTLE"),
    "jsonld": _rdf("json-ld", "JSON-LD", "JSON_LD"),
    "csv": _Syntax("CSV", RESULT_FORMATS["csv"].media_types[0], FILE_TYPES["CSV"], dump=False),
}


def distribution(file: Written, info: ReleaseInfo, document: Term) -> Iterator[Triple]:
    """Describe one dump; a file of no known syntax is none."""
    name = file.name.removeprefix(DUMPS)
    syntax = _SYNTAXES.get(name.removesuffix(".gz").rpartition(".")[2])
    if syntax is None:
        return
    dataset, node = fragment(document, "dataset"), fragment(document, f"dump-{plain_slug(name)}")
    there, title = iri(address(file, info.dataset.base)), literal(_title(name, syntax), lang="en")
    yield dataset, DCAT["distribution"], node
    yield dataset, SCHEMA["distribution"], node
    yield node, TYPE, DCAT["Distribution"]
    yield node, TITLE, title
    yield node, ABOUT, literal(f"{_title(name, syntax)}, compressed with gzip", lang="en")
    yield node, DCAT["accessURL"], there
    yield node, DCAT["downloadURL"], there
    yield node, LICENSE, iri(info.dataset.license)
    yield node, MODIFIED, day(info)
    yield node, DCAT["byteSize"], literal(str(file.size), datatype=XSD["nonNegativeInteger"])
    yield node, TYPE, SCHEMA["DataDownload"]
    yield node, SCHEMA["name"], title
    yield node, SCHEMA["contentUrl"], there
    yield node, SCHEMA["encodingFormat"], literal(syntax.media_type)
    yield from _formats(node, name, syntax)
    yield from _checksum(node, file)
    if syntax.dump:
        yield dataset, VOID["dataDump"], there
    if syntax.feature:
        yield dataset, VOID["feature"], syntax.feature


def address(file: Written, base: str) -> str:
    """Give the address at which a dump can always be had, whatever the version.

    >>> address(Written("dumps/csv/links.csv.gz", 1, ""), "https://a.example/")
    'https://a.example/dumps/latest/csv/links.csv.gz'
    """
    return f"{base}{DUMPS}latest/{file.name.removeprefix(DUMPS)}"


def day(info: ReleaseInfo) -> Term:
    """Give the day of the run, the only date that a description bears."""
    return literal(info.started[:10], datatype=XSD["date"])


def _formats(node: Term, name: str, syntax: _Syntax) -> Iterator[Triple]:
    media_type = iri(MEDIA_TYPES + syntax.media_type)
    yield node, DCAT["mediaType"], media_type
    yield media_type, TYPE, DCTERMS["MediaType"]
    yield node, FORMAT, syntax.file_type
    yield syntax.file_type, TYPE, DCTERMS["MediaTypeOrExtent"]
    if name.endswith(".gz"):
        gzip = iri(f"{MEDIA_TYPES}application/gzip")
        yield node, DCAT["compressFormat"], gzip
        yield gzip, TYPE, DCTERMS["MediaType"]


def _checksum(node: Term, file: Written) -> Iterator[Triple]:
    checksum = Term(f"{node[:-1]}-sha256>")
    yield node, SPDX["checksum"], checksum
    yield checksum, TYPE, SPDX["Checksum"]
    yield checksum, SPDX["algorithm"], SHA256
    yield checksum, SPDX["checksumValue"], literal(file.sha256, datatype=XSD["hexBinary"])


def _title(name: str, syntax: _Syntax) -> str:
    """Name a dump for people.

    >>> _title("csv/links.csv.gz", _SYNTAXES["csv"]), _title("letters.nq.gz", _SYNTAXES["nq"])
    ('links as CSV', 'Everything, named graphs too, as N-Quads')
    """
    if not syntax.feature:
        return f"{name.rpartition('/')[2].partition('.')[0]} as {syntax.label}"
    what = "Everything" if syntax.dump else "Everything, named graphs too,"
    return f"{what} as {syntax.label}"
