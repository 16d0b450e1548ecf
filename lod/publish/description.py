"""What a release says of itself: DCAT for portals, schema.org for search engines, VoID, PROV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lod import vocabulary
from lod.formats import RDF_FORMATS, RESULT_FORMATS
from lod.iri import Uris, plain_slug, safe
from lod.namespaces import (
    DCAT,
    DCTERMS,
    FILE_TYPES,
    FOAF,
    FORMATS,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SPDX,
    VCARD,
    VOID,
    XSD,
)
from lod.publish.dump import Written
from lod.publish.info import ReleaseInfo
from lod.publish.statistics import statistics
from lod.terms import Term, Triple, fragment, iri, literal
from lod.version import SOFTWARE

TYPE, LABEL = RDF["type"], RDFS["label"]
TITLE, ABOUT, LANGUAGE = DCTERMS["title"], DCTERMS["description"], DCTERMS["language"]
ISSUED, MODIFIED, LICENSE = DCTERMS["issued"], DCTERMS["modified"], DCTERMS["license"]
PUBLISHER, IDENTIFIER, FORMAT = DCTERMS["publisher"], DCTERMS["identifier"], DCTERMS["format"]
DUMPS = "dumps/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
SHA256 = SPDX["checksumAlgorithm_sha256"]


class _Syntax(NamedTuple):
    """How a dump of a syntax is announced; feature and dump: only where it is all in RDF."""

    label: str
    media_type: str
    file_type: Term
    feature: Term | None = None
    dump: bool = True


def _rdf(name: str, label: str, file_type: str, *, dump: bool = True) -> _Syntax:
    media_type = RDF_FORMATS[name].media_types[0]
    return _Syntax(label, media_type, FILE_TYPES[file_type], FORMATS[label], dump)


# VoID's dumps are the dataset and nothing else; the N-Quads hold the named graphs too.
_SYNTAXES = {
    "nt": _rdf("n-triples", "N-Triples", "RDF_N_TRIPLES"),
    "nq": _rdf("n-quads", "N-Quads", "RDF_N_QUADS", dump=False),
    "ttl": _rdf("turtle", "Turtle", "RDF_TURTLE"),
    "jsonld": _rdf("json-ld", "JSON-LD", "JSON_LD"),
    "csv": _Syntax("CSV", RESULT_FORMATS["csv"].media_types[0], FILE_TYPES["CSV"], dump=False),
}


def describe(info: ReleaseInfo, uris: Uris) -> list[Triple]:
    """Describe a release in the words of VoID, DCAT, schema.org and PROV.

    The subject is `<base>description`, everything else a fragment of it; there are no blank
    nodes. DCAT-AP 3 is kept, with the classes that its ranges ask for. The only time is that of
    the run.
    """
    document = uris.at("description")
    return [
        *_document(info, document),
        *_dataset(info, document),
        *_named(info, document),
        *_schema(info, document),
        *_catalogue(info, document),
        *_made(info, document, uris),
        *statistics(info, document, uris),
        *(triple for file in info.files for triple in _distribution(file, info, document)),
    ]


def address(file: Written, base: str) -> str:
    """Give the address at which a dump can always be had, whatever the version.

    >>> address(Written("dumps/csv/links.csv.gz", 1, ""), "https://a.example/")
    'https://a.example/dumps/latest/csv/links.csv.gz'
    """
    return f"{base}{DUMPS}latest/{file.name.removeprefix(DUMPS)}"


def _document(info: ReleaseInfo, document: Term) -> Iterator[Triple]:
    yield document, TYPE, FOAF["Document"]
    yield document, TYPE, VOID["DatasetDescription"]
    # The page has a topic but is no record of the collection: counts of records stay true.
    yield document, FOAF["topic"], fragment(document, "dataset")
    yield document, TITLE, literal(f"Description of {info.dataset.title}", lang="en")
    yield document, LICENSE, iri(info.dataset.license)


def _dataset(info: ReleaseInfo, document: Term) -> Iterator[Triple]:
    dataset, settings = fragment(document, "dataset"), info.dataset
    yield dataset, TYPE, DCAT["Dataset"]
    yield dataset, TITLE, _text(settings.title, info)
    yield dataset, ABOUT, _text(settings.description or settings.title, info)
    yield dataset, IDENTIFIER, literal(f"{settings.base}description#dataset")
    yield dataset, PUBLISHER, fragment(document, "publisher")
    yield dataset, LICENSE, iri(settings.license)
    yield dataset, ISSUED, _day(info)
    yield dataset, MODIFIED, _day(info)
    yield dataset, DCAT["version"], literal(info.version)
    yield dataset, DCAT["landingPage"], iri(settings.base)
    for word in settings.keywords:
        yield dataset, DCAT["keyword"], _text(word, info)
    language = _language(settings.language)
    if language:
        yield dataset, LANGUAGE, language
        yield language, TYPE, DCTERMS["LinguisticSystem"]


def _named(info: ReleaseInfo, document: Term) -> Iterator[Triple]:
    """Describe who publishes, under which licence, and whom to ask."""
    publisher, settings = fragment(document, "publisher"), info.dataset
    yield publisher, TYPE, FOAF["Agent"]
    yield publisher, FOAF["name"], _text(settings.publisher, info)
    yield iri(settings.license), TYPE, DCTERMS["LicenseDocument"]
    yield iri(settings.base), TYPE, FOAF["Document"]
    if settings.contact:
        contact = fragment(document, "contact")
        yield fragment(document, "dataset"), DCAT["contactPoint"], contact
        yield contact, TYPE, VCARD["Kind"]
        yield contact, VCARD["fn"], _text(settings.publisher, info)
        yield from _reached(contact, settings.contact)


def _reached(contact: Term, said: str) -> Iterator[Triple]:
    """Say how a contact is reached: by mail or on the web, as the dataset's file gives it."""
    if said.startswith(("https://", "http://")):
        yield contact, VCARD["hasURL"], iri(safe(said))
    elif "@" in said:
        yield contact, VCARD["hasEmail"], iri(f"mailto:{safe(said.removeprefix('mailto:'))}")


def _schema(info: ReleaseInfo, document: Term) -> Iterator[Triple]:
    """Say the same to search engines, which read schema.org alone."""
    dataset, publisher = fragment(document, "dataset"), fragment(document, "publisher")
    settings = info.dataset
    yield dataset, TYPE, SCHEMA["Dataset"]
    yield dataset, SCHEMA["name"], _text(settings.title, info)
    yield dataset, SCHEMA["description"], _text(settings.description or settings.title, info)
    yield dataset, SCHEMA["url"], iri(settings.base)
    yield dataset, SCHEMA["license"], iri(settings.license)
    yield dataset, SCHEMA["version"], literal(info.version)
    yield dataset, SCHEMA["dateModified"], _day(info)
    yield dataset, SCHEMA["isAccessibleForFree"], literal("true", datatype=XSD["boolean"])
    yield dataset, SCHEMA["publisher"], publisher
    yield publisher, TYPE, SCHEMA["Organization"]
    yield publisher, SCHEMA["name"], _text(settings.publisher, info)
    for word in settings.keywords:
        yield dataset, SCHEMA["keywords"], _text(word, info)


def _catalogue(info: ReleaseInfo, document: Term) -> Iterator[Triple]:
    """Describe the catalogue of one dataset that DCAT-AP lets portals harvest."""
    catalogue = fragment(document, "catalogue")
    yield catalogue, TYPE, DCAT["Catalog"]
    yield catalogue, TITLE, _text(info.dataset.title, info)
    yield catalogue, ABOUT, literal(f"What {info.dataset.publisher} publishes here", lang="en")
    yield catalogue, PUBLISHER, fragment(document, "publisher")
    yield catalogue, LICENSE, iri(info.dataset.license)
    yield catalogue, MODIFIED, _day(info)
    yield catalogue, DCAT["dataset"], fragment(document, "dataset")


def _made(info: ReleaseInfo, document: Term, uris: Uris) -> Iterator[Triple]:
    """Say by which run, with which program and from which sources the release was made."""
    dataset = fragment(document, "dataset")
    run, program = uris.at(f"run/{info.run}"), uris.at("agent/lod")
    yield dataset, TYPE, PROV["Entity"]
    yield dataset, PROV["wasGeneratedBy"], run
    yield run, TYPE, PROV["Activity"]
    yield run, PROV["startedAtTime"], literal(info.started, datatype=XSD["dateTime"])
    yield run, PROV["wasAssociatedWith"], program
    yield program, TYPE, PROV["SoftwareAgent"]
    yield program, LABEL, literal(SOFTWARE, lang="en")
    for place, read in enumerate(info.sources, start=1):
        source = fragment(document, f"source-{place}")
        yield run, PROV["used"], source
        yield dataset, PROV["wasDerivedFrom"], source
        yield source, TYPE, PROV["Entity"]
        yield source, LABEL, literal(safe(read.path), lang="und")
        yield source, IDENTIFIER, literal(f"sha256:{read.sha256}")


def _distribution(file: Written, info: ReleaseInfo, document: Term) -> Iterator[Triple]:
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
    yield node, DCAT["accessURL"], there
    yield node, DCAT["downloadURL"], there
    yield node, LICENSE, iri(info.dataset.license)
    yield node, MODIFIED, _day(info)
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


def _text(text: str, info: ReleaseInfo) -> Term:
    return literal(text, lang=info.dataset.language)


def _day(info: ReleaseInfo) -> Term:
    return literal(info.started[:10], datatype=XSD["date"])


def _language(tag: str) -> Term | None:
    """Find the IRI of a language at the Library of Congress, None when we know none.

    >>> _language("en-GB"), _language("tlh-x-none")
    ('<http://id.loc.gov/vocabulary/iso639-2/eng>', None)
    """
    words = vocabulary.load()
    known = words.concept("language", tag.partition("-")[0])
    matches = words.matches("language", known) if known else ()
    return next((iri(match) for match in matches if "/iso639-2/" in match), None)
