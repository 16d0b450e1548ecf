"""What every release describes besides its records: the vocabularies that ship with the program."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lod import vocabulary
from lod.terms import Triple


@lru_cache(maxsize=1)
def shipped(base: str) -> Mapping[str, tuple[Triple, ...]]:
    """Give the triples of every shipped concept, archive and term, by its path below the base.

    Those about IRIs that are not ours stand under the whole IRI.
    """
    found: dict[str, list[Triple]] = {}
    for triple in vocabulary.load().triples(base):
        node = triple[0][1:-1]
        path = node.removeprefix(base).partition("#")[0] if node.startswith(base) else node
        found.setdefault(path, []).append(triple)
    return {path: tuple(triples) for path, triples in found.items()}
