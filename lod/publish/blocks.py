"""What is said of one thing: its triples in order, and its lines in dumps sorted as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lod.terms import Term, Triple

# Subject -> predicate -> objects, each in its order: what the syntaxes that nest begin with.
Tree = dict[Term, dict[Term, list[Term]]]


def ordered(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Sort triples and keep each once; tuple order is the code-point order of their lines."""
    return tuple(sorted(set(triples)))


def lines(triples: Iterable[Triple]) -> list[str]:
    """Write triples as N-Triples lines."""
    return [f"{s} {p} {o} .\n" for s, p, o in triples]


def quad_lines(quads: Iterable[tuple[Term, Triple]]) -> list[str]:
    """Write triples of named graphs as N-Quads lines."""
    return [f"{s} {p} {o} {graph} .\n" for graph, (s, p, o) in quads]


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


def reaches_past(path: str, following: str) -> bool:
    """Say whether the main lines of a path sort after those of a following path.

    In code-point order `<…/a#title>` comes before `<…/a-1>` and `<…/a-1>` before `<…/a>`,
    because `#` < `-` < `>`; so the lines of a thing are not always together in a sorted dump.

    >>> reaches_past("doc/a", "doc/a-1"), reaches_past("doc/a", "doc/b")
    (True, False)
    """
    return len(following) > len(path) and following.startswith(path) and following[len(path)] < ">"


def in_order(
    texts: Sequence[tuple[str, bytes]], main: str, first: str, following: str
) -> list[bytes]:
    """Put the lines of consecutive blocks in order, so that chunks simply follow each other.

    texts: (path, lines), each sorted in itself: those of the chunk and, before them, those of
    earlier chunks whose main lines were put off. main: what a main line begins with, up to the
    path (`<https://base/`). first: the first path that is the chunk's own; following: that of the
    next chunk, "" at the end. Main lines that belong after it are left out here and written by
    that chunk.
    """
    paths = [*(path for path, _ in texts), following]
    if paths[0] == first and not any(reaches_past(*pair) for pair in pairwise(paths)):
        return [text for _, text in texts]
    return _sorted_lines(texts, main, first, following)


def _sorted_lines(
    texts: Iterable[tuple[str, bytes]], main: str, first: str, following: str
) -> list[bytes]:
    found: list[bytes] = []
    for path, text in texts:
        # Not by splitlines: a literal may hold other separators of lines, such as U+2028.
        mine = [line + b"\n" for line in text.split(b"\n")[:-1]]
        if path < first or reaches_past(path, following):
            head = f"{main}{path}> ".encode()
            later = reaches_past(path, following)
            own = path >= first
            found += [one for one in mine if (not later if one.startswith(head) else own)]
        else:
            found += mine
    found.sort()
    return found
