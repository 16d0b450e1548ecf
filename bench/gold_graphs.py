"""Compares the graph of documents with a cataloguer's, statement by statement.

usage: python -m bench.gold_graphs DATASET GOLD.ttl...

Identifiers that a run mints are left apart: parts of a document and entities are known by what is
said of them. Prints, for each gold file, how many statements are alike and each one
that only one side has; docs/model.md explains the differences that stay.
"""

from __future__ import annotations

import gzip
import re
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from lod.config import load
from lod.pipeline.way import Options, publish

_CRM, _LA = "http://www.cidoc-crm.org/cidoc-crm/", "https://linked.art/ns/terms/"
_ENTITY = re.compile(r"/(person|group|place)/[0-9a-z]+$")
_RUN = re.compile(r"/(?:run|snapshot|assert|record|graph)/")
_ROUNDS, _LITERAL, _NODE, _OTHER = 12, 4, 2, 1
Statement = tuple[str, str, str]
Names = dict[str, str]


def main() -> None:
    """Publish the dataset with the sentences of its source; compare it with each gold file."""
    source, *golds = sys.argv[1:]
    dataset = replace(load(Path(source)), abstracts=True)
    with tempfile.TemporaryDirectory(prefix="lod-gold-") as name:
        output = Path(name) / "out"
        publish(dataset, Options(output=output, workers=1))
        dumps = output / "current" / "dumps"
        lines = gzip.decompress(next(dumps.glob("*.nq.gz")).read_bytes())
        ours = statements(ox.parse(lines, format=ox.RdfFormat.N_QUADS))
    for path in map(Path, golds):
        _report(path, ours, statements(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)))


def statements(quads: Iterable[ox.Quad]) -> set[Statement]:
    """Spell statements as text."""
    return {(_plain(quad.subject), _plain(quad.predicate), _plain(quad.object)) for quad in quads}


def _report(path: Path, ours: set[Statement], gold: set[Statement]) -> None:
    (document,) = {one[2] for one in gold if one[1].endswith("primaryTopic")}
    wanted, about = (_about(document, some) for some in (gold, ours))
    names = align(document, gold, ours)
    read = {one: tuple(names.get(term, term) for term in one) for one in wanted}
    missed = sorted(one for one, named in read.items() if named not in about)
    extra = sorted(about - set(read.values()))
    _say(
        f"{path.name}: {len(wanted) - len(missed)} of {len(wanted)} statements about the document "
        f"are alike, {len(missed)} are the cataloguer's alone, {len(extra)} are ours alone"
    )
    for sign, some in (("-", missed), ("+", extra)):
        for one in some:
            _say(f"{sign} {' '.join(map(_short, one))}")


def _about(document: str, some: set[Statement]) -> set[Statement]:
    return {one for one in some if one[0].partition("#")[0] == document}


def align(document: str, gold: set[Statement], ours: set[Statement]) -> Names:
    """Say which minted identifier of ours is which of the gold's, by what is said of both.

    Round by round the pairs that share most are taken, the surest first; the document is known.
    """
    wanted, there = _by_node(document, gold), _by_node(document, ours)
    names: Names = {document: document}
    for _ in range(_ROUNDS):
        scored = sorted(
            ((_shared(wanted[one], there[two], names), one, two)
             for one in wanted if one not in names
             for two in there if two not in names.values()),
            key=lambda found: (-found[0], found[1], found[2]),
        )  # fmt: skip
        best = scored[0][0] if scored else 0
        for score, one, two in scored:
            if score and score >= best / 2 and one not in names and two not in names.values():
                names[one] = two
    return names


def _by_node(document: str, some: set[Statement]) -> dict[str, list[tuple[str, str, bool]]]:
    """Give for each minted identifier what is said of it: property, other end, direction."""
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for subject, predicate, other in some:
        if _is_minted(document, subject):
            found.setdefault(subject, []).append((predicate, other, True))
        if _is_minted(document, other):
            found.setdefault(other, []).append((predicate, subject, False))
    return found


def _is_minted(document: str, term: str) -> bool:
    return term.startswith(f"{document}#") or _ENTITY.search(term) is not None


def _shared(
    one: list[tuple[str, str, bool]], two: list[tuple[str, str, bool]], names: Names
) -> int:
    there, score = set(two), 0
    for predicate, other, forward in one:
        if (predicate, names.get(other, other), forward) in there:
            known = other in names
            score += _NODE if known else _LITERAL if other[0] == '"' else _OTHER
    return score


def _plain(term: object) -> str:
    if not isinstance(term, ox.NamedNode):
        return str(term)
    run = _RUN.search(term.value)
    return run[0] if run else term.value


def _short(term: str) -> str:
    for long, short in ((_CRM, "crm:"), ("http://purl.org/dc/terms/", "dcterms:"),
                        ("https://w3id.org/example/lod/", "lod:"),
                        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
                        ("http://vocab.getty.edu/aat/", "aat:"), (_LA, "la:"),
                        ("http://www.w3.org/2001/XMLSchema#", "xsd:")):  # fmt: skip
        term = term.replace(long, short)
    return term


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
