"""What a release says of itself: DCAT for portals, schema.org for search engines, VoID, PROV."""

from __future__ import annotations

from collections.abc import Iterator

from lod import vocabulary
from lod.iri import Uris, safe
from lod.namespaces import (
    DCAT,
    DCTERMS,
    FOAF,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    VCARD,
    VOID,
    XSD,
)
from lod.publish.distributions import day, distribution
from lod.publish.info import ReleaseInfo
from lod.publish.statistics import statistics
from lod.terms import Term, Triple, fragment, iri, literal
from lod.version import SOFTWARE

TYPE, LABEL = RDF["type"], RDFS["label"]
TITLE, ABOUT, LANGUAGE = DCTERMS["title"], DCTERMS["description"], DCTERMS["language"]
ISSUED, MODIFIED, LICENSE = DCTERMS["issued"], DCTERMS["modified"], DCTERMS["license"]
PUBLISHER, IDENTIFIER = DCTERMS["publisher"], DCTERMS["identifier"]


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
        *(triple for file in info.files for triple in distribution(file, info, document)),
    ]


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
    yield dataset, ISSUED, day(info)
    yield dataset, MODIFIED, day(info)
    yield dataset, DCAT["version"], literal(info.version)
    yield dataset, DCAT["landingPage"], iri(settings.base)
    for word in settings.keywords:
        yield dataset, DCAT["keyword"], _text(word, info)


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
    yield dataset, SCHEMA["dateModified"], day(info)
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
    yield catalogue, MODIFIED, day(info)
    yield catalogue, FOAF["homepage"], iri(info.dataset.base)
    yield catalogue, DCAT["dataset"], fragment(document, "dataset")
    language = _language(info.dataset.language)
    if language:
        yield catalogue, LANGUAGE, language
        yield fragment(document, "dataset"), LANGUAGE, language
        yield language, TYPE, DCTERMS["LinguisticSystem"]


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


def _text(text: str, info: ReleaseInfo) -> Term:
    return literal(text, lang=info.dataset.language)


def _language(tag: str) -> Term | None:
    """Find the IRI of a language at the Library of Congress, None when we know none.

    >>> _language("en-GB"), _language("tlh-x-none")
    ('<http://id.loc.gov/vocabulary/iso639-2/eng>', None)
    """
    words = vocabulary.load()
    known = words.concept("language", tag.partition("-")[0])
    matches = words.matches("language", known) if known else ()
    return next((iri(match) for match in matches if "/iso639-2/" in match), None)
