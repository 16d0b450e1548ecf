"""A block whose values are left open: spelled once in every syntax, filled in for each record.

A block of one shape (`lod/mapping/shape.py`) has the same text for all its records but for marks
(`lod/holes.py`). Only the order of several values of one property may depend on what they are:
such a run is put in order when it is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

import orjson

from lod.holes import MARKED, SIGN, OpenError, run_mark
from lod.namespaces import RDF
from lod.publish.blocks import Tree, lines, ordered, tree
from lod.publish.jsonld import document, dump
from lod.publish.spelled import Counts, Writers, counts
from lod.terms import Term, Triple, escaped, iri

_TYPE = RDF["type"]
# Ends of IRIs that every syntax spells alike; longer paths are plain too.
_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
# A mark, and what stands around it where it is a whole IRI or a whole literal.
_OPEN = re.compile(rf'<{MARKED.pattern}>|"{MARKED.pattern}"|{MARKED.pattern}')

Convert = Mapping[str, Callable[[str], str]]
Piece = str | tuple[str, int]


class FillError(ValueError):
    """A value does not fit: its record has to be mapped by itself."""


class Text:
    """Text with places: what stands between them, and which value each of them takes."""

    __slots__ = ("_format", "_pick")

    def __init__(self, pieces: Sequence[Piece], places: Mapping[tuple[str, int], int]) -> None:
        """Take pieces apart; places: where the value of a mark stands among those to fill in."""
        self._format = "".join(
            one.replace("%", "%%") if isinstance(one, str) else "%s" for one in pieces
        )
        taken = [places[one] for one in pieces if not isinstance(one, str)]
        self._pick: Callable[[Sequence[str]], Any] = itemgetter(*taken) if taken else _nothing

    def fill(self, values: Sequence[str]) -> str:
        """Put values in their places."""
        text: str = self._format % self._pick(values)
        return text


class Run(NamedTuple):
    """Values of one property whose order is not known before they are, in one syntax."""

    elements: Sequence[str]
    between: str


class Form:
    """A block in one syntax."""

    __slots__ = ("_columns", "_runs", "_text")

    def __init__(self, text: str, runs: Sequence[Run] = ()) -> None:
        pieces = list(_pieces(text))
        inner = [[list(_pieces(one)) for one in run.elements] for run in runs]
        marks = list(_flat([pieces, *chain.from_iterable(inner)]))
        columns = list(dict.fromkeys(one for one in marks if one[0] != "r"))
        wanted = [*columns, *(("r", number) for number in range(len(runs)))]
        places = {mark: place for place, mark in enumerate(wanted)}
        self._columns = columns
        self._text = Text(pieces, places)
        self._runs = [
            ([Text(one, places) for one in elements], run.between)
            for elements, run in zip(inner, runs, strict=True)
        ]

    def fill(self, values: Sequence[str], convert: Convert, orders: Sequence[Sequence[int]]) -> str:
        """Write the block with these values; orders: of each run."""
        filled = self._convert(values, convert)
        filled += [
            between.join([elements[place].fill(filled) for place in order])
            for (elements, between), order in zip(self._runs, orders, strict=True)
        ]
        return self._text.fill(filled)

    def orders(self, values: Sequence[str], convert: Convert) -> list[list[int]]:
        """Tell the order of each run; raises FillError where two of its values turn out equal."""
        filled, found = self._convert(values, convert), list[list[int]]()
        for elements, _ in self._runs:
            keys = [one.fill(filled) for one in elements]
            if len(set(keys)) < len(keys):
                raise FillError("two values are one")
            found.append(sorted(range(len(keys)), key=keys.__getitem__))
        return found

    def _convert(self, values: Sequence[str], convert: Convert) -> list[str]:
        return [convert[kind](values[place]) for kind, place in self._columns]


class Template:
    """A block of one shape in every syntax, and what it counts.

    node: the thing's own IRI. triples: of the default graph; about: of the data about the thing.
    Raises OpenError where the marks stand as no values could be filled in.
    """

    def __init__(
        self, node: Term, triples: Iterable[Triple], about: Iterable[Triple], writers: Writers
    ) -> None:
        block, extra = ordered(triples), ordered(about)
        _check(node, block, writers)
        self._writers = writers
        self.counts = counts((*block, *extra))
        runs, told = _runs(tree((*block, *extra)))
        of_block = {subject: said for subject, said in told.items() if _within(subject, node)}
        self.ntriples = Form(_lines(of_block), [Run(lines(run), "") for run in runs])
        self.about = Form("".join(lines(extra)))
        self.turtle = Form(writers.turtle.paragraphs(told), list(_in_turtle(runs, writers)))
        nodes = _unified(writers.jsonld.nested(told))
        values = [[writers.jsonld.value(o, p) for _, p, o in run] for run in runs]
        self.dump = Form(dump(nodes), list(_in_json(values)))
        text = document(writers.context, nodes).decode()
        self.document = Form(text, list(_indented(values, text)))

    def filled(self, values: list[str]) -> Filled:
        """Fill in the values of a record; raises FillError where one does not fit."""
        return Filled(self, values, self._writers)


class Filled:
    """One record's block: each syntax is spelled when it is asked for."""

    __slots__ = ("_orders", "_template", "_values", "_writers", "about", "ntriples")

    def __init__(self, template: Template, values: list[str], writers: Writers) -> None:
        self._template, self._values, self._writers = template, values, writers
        self._orders = template.ntriples.orders(values, _NTRIPLES)
        self.ntriples = template.ntriples.fill(values, _NTRIPLES, self._orders)
        self.about = ""

    def settle(self, *stamped: str) -> None:
        """Add the values that only the finished block could tell."""
        self._values = [*self._values, *stamped]
        self.about = self._template.about.fill(self._values, _NTRIPLES, ())

    @property
    def counts(self) -> Counts:
        """Count what the block holds: as much as any of its shape."""
        return self._template.counts

    def turtle(self) -> str:
        """Write the paragraphs of the block."""
        convert = {**_NTRIPLES, "t": self._spelled}
        return self._template.turtle.fill(self._values, convert, self._orders)

    def dump(self) -> str:
        """Write the block as it stands in the JSON-LD dump."""
        return self._template.dump.fill(self._values, self._json(), self._orders)

    def document(self) -> bytes:
        """Write the block as a JSON-LD file of its own."""
        return self._template.document.fill(self._values, self._json(), self._orders).encode()

    def _spelled(self, address: str) -> str:
        return self._writers.turtle.spell(iri(address))

    def _json(self) -> Convert:
        return {"p": _plain, "l": _in_string, "t": self._address}

    def _address(self, address: str) -> str:
        return orjson.dumps(self._writers.jsonld.iri(iri(address))).decode()


def _plain(value: str) -> str:
    if not _PLAIN.fullmatch(value):
        raise FillError(f"not spelled alike everywhere: {value[:80]!r}")
    return value


def _in_string(value: str) -> str:
    return orjson.dumps(value)[1:-1].decode()


_NTRIPLES: Convert = {"p": _plain, "l": escaped, "t": iri}


def _nothing(_: Sequence[str]) -> tuple[()]:
    return ()


def _pieces(text: str) -> Iterator[Piece]:
    """Cut text at its marks; those of addresses and runs take the place of a whole term."""
    last = 0
    for found in _OPEN.finditer(text):
        kind, number = [group for group in found.groups() if group]
        whole = found[0][0] in '<"'
        if kind in "tr" and not whole:
            raise OpenError(f"a whole term is only a part: {text[max(0, last) : found.end()]!r}")
        inside = 0 if kind in "tr" or not whole else 1
        yield text[last : found.start() + inside]
        yield kind, int(number)
        last = found.end() - inside
    yield text[last:]


def _flat(texts: Iterable[Iterable[Piece]]) -> Iterator[tuple[str, int]]:
    return (one for text in texts for one in text if not isinstance(one, str))


def _within(subject: Term, node: Term) -> bool:
    return subject == node or subject.startswith(f"{node[:-1]}#")


def _check(node: Term, block: Sequence[Triple], writers: Writers) -> None:
    """Refuse marks where their values would change the order of subjects, or how IRIs are cut."""
    for subject, predicate, value in block:
        if not _within(subject, node) or SIGN in subject[len(node) :] or SIGN in predicate:
            raise OpenError(f"a mark in {subject} {predicate}")
        head, mark, _ = value.partition(SIGN)
        folder = head[1 : head.rfind("/") + 1] if mark and value[0] == "<" else ""
        if folder and any(space.startswith(folder) for space in writers.namespaces()):
            raise OpenError(f"an IRI that could be shortened: {value}")


def _lines(told: Tree) -> str:
    """Write lines; a run stands for its own."""
    return "".join(
        value if _is_run(value) else f"{subject} {predicate} {value} .\n"
        for subject, said in told.items()
        for predicate, values in said.items()
        for value in values
    )


def _is_run(value: str) -> bool:
    return value[1:].startswith(f"{SIGN}r")


def _runs(told: Tree) -> tuple[list[list[Triple]], Tree]:
    """Find the runs, and put a mark in the place of each."""
    runs = list[list[Triple]]()
    marked: Tree = {}
    for subject, said in told.items():
        kept = marked.setdefault(subject, {})
        for predicate, values in said.items():
            kept[predicate] = []
            for group in _groups(values):
                if len(group) == 1:
                    kept[predicate] += group
                    continue
                if predicate == _TYPE or any(one in told for one in group):
                    raise OpenError(f"the order of {predicate} would change more than itself")
                mark = run_mark(len(runs))
                kept[predicate].append(Term(f"<{mark}>" if group[0][0] == "<" else f'"{mark}"'))
                runs.append([(subject, predicate, one) for one in group])
    return runs, marked


def _groups(values: Sequence[Term]) -> Iterator[list[Term]]:
    """Keep together what the values themselves put in order; the groups follow in this order."""
    group = list[Term]()
    for place, value in enumerate(values):
        later = any(_open_order(one, other) for one in values[:place] for other in values[place:])
        if group and not later:
            yield group
            group = []
        group.append(value)
    if group:
        yield group


def _open_order(one: Term, other: Term) -> bool:
    """Tell whether the order of two terms depends on what is filled in."""
    pairs = enumerate(zip(one, other, strict=False))
    cut = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    return any(
        mark.start() <= cut < mark.end() for term in (one, other) for mark in MARKED.finditer(term)
    )


def _in_turtle(runs: Iterable[Sequence[Triple]], writers: Writers) -> Iterator[Run]:
    for run in runs:
        yield Run([writers.turtle.spell(value) for _, _, value in run], " , ")


def _in_json(values: Iterable[Iterable[Any]]) -> Iterator[Run]:
    for run in values:
        yield Run([orjson.dumps(one, option=orjson.OPT_SORT_KEYS).decode() for one in run], ",")


def _indented(values: Iterable[Iterable[Any]], text: str) -> Iterator[Run]:
    option = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2
    for number, run in enumerate(values):
        before = text[: text.index(f'"{run_mark(number)}"')]
        newline = "\n" + " " * (len(before) - before.rindex("\n") - 1)
        elements = [orjson.dumps(one, option=option).decode() for one in run]
        yield Run([one.replace("\n", newline) for one in elements], f",{newline}")


def _unified(node: Any) -> Any:  # noqa: ANN401 - JSON has no one type
    """Write the mark of a run as a bare string, whatever its values are."""
    if isinstance(node, list):
        return [_unified(one) for one in node]
    if not isinstance(node, dict):
        return node
    only = next(iter(node.values())) if len(node) == 1 else ""
    if isinstance(only, str) and only.startswith(f"{SIGN}r"):
        return only
    return {name: _unified(one) for name, one in node.items()}
