"""A block: the triples of one thing, sorted once, and its lines in every dump."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lod.terms import Term, Triple

# Subject -> predicate -> objects, each in its order: what the syntaxes that nest begin with.
Tree = dict[Term, dict[Term, list[Term]]]


class Block(NamedTuple):
    """What the release says about the thing at a path below the base.

    triples: of the default graph, sorted, each once. about: triples of the data about the thing
    (`record/<path>`), which stand in the same file but sort elsewhere. quads: triples of named
    graphs, by the graph's name.
    """

    path: str
    triples: tuple[Triple, ...]
    about: tuple[Triple, ...] = ()
    quads: tuple[tuple[Term, Triple], ...] = ()


class Lines(NamedTuple):
    """The lines of a block, written once for the shapes, the dumps and the store."""

    triples: list[str]
    about: list[str]
    quads: list[str]


def ordered(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Sort triples and keep each once; tuple order is the code-point order of their lines."""
    return tuple(sorted(set(triples)))


def lines(triples: Iterable[Triple]) -> list[str]:
    """Write triples as N-Triples lines."""
    return [f"{s} {p} {o} .\n" for s, p, o in triples]


def quad_lines(quads: Iterable[tuple[Term, Triple]]) -> list[str]:
    """Write triples of named graphs as N-Quads lines."""
    return [f"{s} {p} {o} {graph} .\n" for graph, (s, p, o) in quads]


def written(block: Block) -> Lines:
    """Write the lines of a block."""
    return Lines(lines(block.triples), lines(block.about), quad_lines(block.quads))


def tree(triples: Iterable[Triple]) -> Tree:
    """Group sorted triples by subject and predicate.

    >>> tree([("<a:s>", "<a:p>", '"1"'), ("<a:s>", "<a:p>", '"2"')])
    {'<a:s>': {'<a:p>': ['"1"', '"2"']}}
    """
    found: Tree = {}
    said: dict[Term, list[Term]] = {}
    values: list[Term] = []
    last: Term | None = None
    of: Term | None = None
    for subject, predicate, value in triples:
        # The same term is most often the same string: that is asked faster than what it spells.
        if subject is not last:
            said, last, of = found.setdefault(subject, {}), subject, None
        if predicate is not of:
            values, of = said.setdefault(predicate, []), predicate
        values.append(value)
    return found


def digest(block: Block, *terms: str) -> str:
    """Give the hash of a block's content: it changes exactly when what is said changes.

    terms: what the data about the thing rests on besides, its licence and its snapshots. Dates
    and runs are not in it, because they depend on it (`modified` is carried over).
    """
    text = "".join([*lines(block.triples), *quad_lines(block.quads), *terms])
    return hashlib.sha256(text.encode()).hexdigest()


def reaches_past(path: str, following: str) -> bool:
    """Say whether the main lines of a path sort after those of a following path.

    In code-point order `<…/a#title>` comes before `<…/a-1>` and `<…/a-1>` before `<…/a>`,
    because `#` < `-` < `>`; so the lines of a thing are not always together in a sorted dump.

    >>> reaches_past("doc/a", "doc/a-1"), reaches_past("doc/a", "doc/b")
    (True, False)
    """
    return len(following) > len(path) and following.startswith(path) and following[len(path)] < ">"


def sorted_lines(
    blocks: Sequence[tuple[str, Sequence[str]]], main: str, first: str, following: str
) -> list[str]:
    """Sort the lines of consecutive blocks so that chunks simply follow each other in a dump.

    blocks: (path, lines), those of the chunk and, before them, those of earlier chunks whose main
    lines were put off. main: what a main line begins with, up to the path (`<https://base/`).
    first: the first path that is the chunk's own; following: that of the next chunk, "" at the
    end. Main lines that belong after it are left out here and written by that chunk.
    """
    found: list[str] = []
    for path, mine in blocks:
        if path < first or reaches_past(path, following):
            head = f"{main}{path}> "
            later = reaches_past(path, following)
            own = path >= first
            found += [one for one in mine if (not later if one.startswith(head) else own)]
        else:
            found += mine
    found.sort()
    return found
