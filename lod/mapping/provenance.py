"""Where statements come from, in PROV: the record of a thing, its snapshots, the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lod.iri import Uris, slug
from lod.namespaces import CRM, DCTERMS, FOAF, PROV, RDF, RDFS, XSD
from lod.record import Snapshot
from lod.terms import Term, Triple, fragment, iri, literal

TYPE, LABEL, COMMENT = RDF["type"], RDFS["label"], RDFS["comment"]
ENTITY, DOCUMENT = PROV["Entity"], FOAF["Document"]
PRIMARY_TOPIC, TOPIC = FOAF["primaryTopic"], FOAF["topic"]
LICENSE, MODIFIED, IDENTIFIER = DCTERMS["license"], DCTERMS["modified"], DCTERMS["identifier"]
GENERATED_BY, DERIVED_FROM = PROV["wasGeneratedBy"], PROV["wasDerivedFrom"]
USED, ASSOCIATED = PROV["used"], PROV["wasAssociatedWith"]
STARTED, ENDED = PROV["startedAtTime"], PROV["endedAtTime"]
DATE, DATE_TIME = XSD["date"], XSD["dateTime"]
TIME_SPAN, BEGIN, END = (
    CRM[name] for name in ("E52_Time-Span", "P82a_begin_of_the_begin", "P82b_end_of_the_end")
)


class Stamp(NamedTuple):
    """What a record of ours says of itself.

    run: id of the run that first gave it these bytes. modified: the ISO day of that run.
    license: of the description, not of the thing. snapshots: sha256 of the rows it rests on.
    """

    run: str
    modified: str
    license: str
    snapshots: tuple[str, ...] = ()


class Run(NamedTuple):
    """A run of the program: its id, when it began and ended (xsd:dateTime), who stands behind it.

    software: name and version of the program. publisher: who lets it reconcile.
    """

    id: str
    started: str
    ended: str
    software: str
    publisher: str


def record_node(path: str, stamp: Stamp, uris: Uris, *, primary: bool = True) -> Iterator[Triple]:
    """Describe the data about the thing at a path; for the default graph.

    primary: false for what no row of the source is about (a person named in letters, a file):
    its page has a topic, but is no record of the collection, so that counts of records are true.
    """
    node = uris.record(path)
    yield node, TYPE, ENTITY
    yield node, TYPE, DOCUMENT
    yield node, PRIMARY_TOPIC if primary else TOPIC, uris.at(path)
    yield node, LICENSE, iri(stamp.license)
    yield node, MODIFIED, literal(stamp.modified, datatype=DATE)
    yield node, GENERATED_BY, run_term(stamp.run, uris)
    for sha256 in stamp.snapshots:
        yield node, DERIVED_FROM, snapshot_term(sha256, uris)


def snapshot_node(snapshot: Snapshot, run: str, uris: Uris) -> Iterator[Triple]:
    """Describe the bytes that a record was read from; for the graph `provenance/<run>`."""
    node = snapshot_term(snapshot.sha256, uris)
    yield node, TYPE, ENTITY
    yield node, IDENTIFIER, literal(f"sha256:{snapshot.sha256}")
    row = f", {snapshot.row}" if snapshot.row else ""
    yield node, COMMENT, literal(f"{snapshot.source}{row}", lang="en")
    yield run_term(run, uris), USED, node


def run_node(run: Run, curators: Iterable[str], uris: Uris) -> Iterator[Triple]:
    """Describe a run and those who decide in it; for the graph `provenance/<run>`.

    curators: names as the ledger of decisions spells them.
    """
    node, software, team = run_term(run.id, uris), uris.at("agent/lod"), reconciler(uris)
    yield node, TYPE, PROV["Activity"]
    yield node, STARTED, literal(run.started, datatype=DATE_TIME)
    yield node, ENDED, literal(run.ended, datatype=DATE_TIME)
    yield node, ASSOCIATED, software
    yield software, TYPE, PROV["SoftwareAgent"]
    yield software, LABEL, literal(run.software, lang="en")
    yield team, TYPE, CRM["E74_Group"]
    yield team, TYPE, PROV["Agent"]
    yield team, LABEL, literal(f"Reconciliation by {run.software} for {run.publisher}", lang="en")
    for name in sorted(set(curators)):
        person = curator(name, uris)
        yield person, TYPE, CRM["E39_Actor"]
        yield person, TYPE, PROV["Agent"]
        yield person, LABEL, literal(name, lang="und")
    time = run_time(run.id, uris)
    yield time, TYPE, TIME_SPAN
    yield time, LABEL, literal(f"{run.started}/{run.ended}")
    yield time, BEGIN, literal(run.started, datatype=DATE_TIME)
    yield time, END, literal(run.ended, datatype=DATE_TIME)


def run_term(run: str, uris: Uris) -> Term:
    """Make the URI of a run."""
    return uris.at("run/" + run)


def run_time(run: str, uris: Uris) -> Term:
    """Make the URI of the time that a run took."""
    return fragment(run_term(run, uris), "time")


def snapshot_term(sha256: str, uris: Uris) -> Term:
    """Make the URI of the bytes with this digest."""
    return uris.at("snapshot/" + sha256)


def reconciler(uris: Uris) -> Term:
    """Make the URI of those in whose name the program reconciles."""
    return uris.at("agent/reconciler")


def curator(name: str, uris: Uris) -> Term:
    """Make the URI of a curator."""
    return uris.at(f"agent/{slug(name)}")
