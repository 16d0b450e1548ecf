"""A block whose values are left open: spelled once in every syntax, filled in for each record.

A block of one shape (`lod/mapping/shape.py`) has the same text for all its records but for marks
(`lod/holes.py`). Only the order of several values of one property may depend on what they are:
such a run is put in order when it is filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import orjson

from lod.holes import MARKED, SIGN, STAMPED, OpenError, run_mark
from lod.lazily import regex
from lod.namespaces import RDF
from lod.publish.blocks import Tree, lines, ordered, tree
from lod.publish.form import FillError, Form, Mark, Run, picker
from lod.publish.jsonld import document, dump
from lod.publish.spelled import Counts, Writers, counts
from lod.terms import Term, Triple, escaped, iri

_TYPE = RDF["type"]
# Parts of IRIs that every syntax spells alike.
_PLAIN = regex(rb"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")


class Template:
    """A block of one shape in every syntax, and what it counts.

    node: the thing's own IRI. triples: of the default graph; about: of the data about the thing.
    count: how many values a record of the shape has, and how many its finished block adds. Raises
    OpenError where the marks stand as no values could be filled in.
    """

    def __init__(
        self,
        node: Term,
        triples: Iterable[Triple],
        about: Iterable[Triple],
        count: int,
        writers: Writers,
    ) -> None:
        block, extra = ordered(triples), ordered(about)
        _check(node, block, writers)
        self.writers = writers
        self.counts = counts((*block, *extra))
        marks = {mark for one in (*block, *extra) for term in one for mark in _marks(term)}
        if any(place >= count + len(STAMPED) for _, place in marks):
            raise OpenError("a value that is not for any graph")
        plain = sorted({place for kind, place in marks if kind == "p" and place < count})
        self._plain = picker(plain)
        self.addresses = sorted({place for kind, place in marks if kind == "t"})
        runs, told = _runs(tree((*block, *extra)))
        form = partial(Form, addresses=self.addresses, count=count)
        later = partial(Form, addresses=self.addresses, count=count + len(STAMPED))
        in_lines = [Run(lines(run), "") for run in runs]
        mine = {subject for subject in told if _within(subject, node)}
        self.ntriples = form(_lines(told, told.keys() & mine), in_lines)
        self.about = later(_lines(told, told.keys() - mine), in_lines)
        self.turtle = later(writers.turtle.paragraphs(told), list(_in_turtle(runs, writers)))
        nodes = _unified(writers.jsonld.nested(told))
        values = [[writers.jsonld.value(o, p) for _, p, o in run] for run in runs]
        self.dump = later(dump(nodes).decode(), list(_in_json(values)))
        text = document(writers.context, nodes).decode()
        self.document = later(text, list(_indented(values, text)))

    def filled(self, values: Values) -> Filled:
        """Fill in the values of a record; raises FillError where one does not fit."""
        if not _PLAIN.fullmatch(b"/".join(self._plain(values.in_lines))):
            raise FillError("a part of an IRI is not spelled alike everywhere")
        return Filled(self, values)


class Values(NamedTuple):
    """The values of a record as lines and as JSON spell them."""

    in_lines: list[bytes]
    in_json: list[bytes]


class Filled:
    """One record's block: each syntax is spelled when it is asked for."""

    __slots__ = ("_addresses", "_in_json", "_in_lines", "_orders", "_template", "about", "ntriples")

    def __init__(self, template: Template, values: Values) -> None:
        self._template = template
        self._in_lines, self._in_json = values
        self._addresses = [iri(self._in_lines[place].decode()) for place in template.addresses]
        spelled = [*self._in_lines, *self._named()]
        self._orders = template.ntriples.orders(spelled)
        self.ntriples = template.ntriples.fill(spelled, self._orders)
        self.about = b""

    def settle(self, *stamped: str) -> None:
        """Add the values that only the finished block could tell, spelled alike everywhere."""
        more = [one.encode() for one in stamped]
        self._in_lines, self._in_json = [*self._in_lines, *more], [*self._in_json, *more]
        self.about = self._template.about.fill([*self._in_lines, *self._named()], self._orders)

    @property
    def size(self) -> int:
        """Say how many triples it is, finished."""
        return self._template.counts.triples

    @property
    def counts(self) -> Counts:
        """Count what the block holds: as much as any of its shape."""
        return self._template.counts

    def turtle(self) -> bytes:
        """Write the paragraphs of the block."""
        named = self._named(self._template.writers.turtle.spell)
        return self._template.turtle.fill([*self._in_lines, *named], self._orders)

    def dump(self) -> bytes:
        """Write the block as it stands in the JSON-LD dump."""
        return self._template.dump.fill(self._in_json_named(), self._orders)

    def document(self) -> bytes:
        """Write the block as a JSON-LD file of its own."""
        return self._template.document.fill(self._in_json_named(), self._orders)

    def _named(self, spell: Callable[[Term], str] = str) -> list[bytes]:
        return [spell(one).encode() for one in self._addresses]

    def _in_json_named(self) -> list[bytes]:
        spell = self._template.writers.jsonld.iri
        return [*self._in_json, *[orjson.dumps(spell(one)) for one in self._addresses]]


def spelled(values: Sequence[str]) -> tuple[bytes, bytes]:
    r"""Spell values for lines and for JSON, each on its own line, as `Values` takes them apart.

    What N-Triples leaves as it is, JSON leaves too: then the second is empty.

    >>> spelled(["a", "b"]), spelled(['"', "\u2028"])
    ((b'a\nb', b''), (b'\\"\n\xe2\x80\xa8', b'\\"\n\xe2\x80\xa8'))

    Raises TermError as `lod.terms.escaped` does.
    """
    whole = "".join(values)
    if whole.isprintable() and '"' not in whole and "\\" not in whole:
        # All in one go: what can be printed has no separator of lines.
        return "\n".join(values).encode(), b""
    in_json = [orjson.dumps(one)[1:-1] for one in values]
    return "\n".join(map(escaped, values)).encode(), b"\n".join(in_json)


def _marks(text: str) -> Iterator[Mark]:
    return ((kind, int(number)) for kind, number in MARKED.findall(text))


def _within(subject: Term, node: Term) -> bool:
    return subject == node or subject.startswith(f"{node[:-1]}#")


def _check(node: Term, block: Sequence[Triple], writers: Writers) -> None:
    """Refuse marks where their values would change the order of subjects, or how IRIs are cut."""
    folders = set[str]()
    for subject, predicate, value in block:
        if not _within(subject, node) or SIGN in subject[len(node) :] or SIGN in predicate:
            raise OpenError(f"a mark in {subject} {predicate}")
        head, mark, _ = value.partition(SIGN)
        if mark and value[0] == "<":
            folders.add(head[1 : head.rfind("/") + 1])
    if any(space.startswith(tuple(filter(None, folders))) for space in writers.namespaces()):
        raise OpenError("an IRI that could be shortened")


def _lines(told: Tree, subjects: Collection[Term]) -> str:
    """Write the lines of these subjects, in the order of the whole; a run stands for its own."""
    return "".join(
        value if _is_run(value) else f"{subject} {predicate} {value} .\n"
        for subject, said in told.items()
        if subject in subjects
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
