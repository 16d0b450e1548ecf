"""A release as a store of triples: who may ask, what an answer is; writing is another type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

import pyoxigraph as ox

from lod.errors import DiskError
from lod.store.plain import Plain, plain
from lod.terms import Term, Triple

Row = Mapping[str, Term]


class Solutions:
    """The rows of a SELECT, one after the other; they can be gone through once.

    native: the same rows for a writer of results.
    """

    __slots__ = ("native",)

    def __init__(self, native: ox.QuerySolutions) -> None:
        self.native = native

    @property
    def variables(self) -> tuple[str, ...]:
        """Name the variables, in the order of the query."""
        return tuple(variable.value for variable in self.native.variables)

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        """Go through the rows; None where a variable is unbound. Raises DiskError."""
        with reading():
            for row in self.native:
                yield tuple(None if term is None else Term(str(term)) for term in row)

    def rows(self) -> Iterator[dict[str, Plain]]:
        """Go through the rows as variable -> value of Python, without those that are unbound.

        Use it wherever language and datatype do not matter (see `plain`). Raises DiskError.
        """
        names = self.variables
        with reading():
            for row in self.native:
                pairs = zip(names, row, strict=True)
                yield {name: plain(term) for name, term in pairs if term is not None}

    def terms(self) -> Iterator[Row]:
        """Go through the rows as variable -> term in the spelling of N-Triples, likewise."""
        names = self.variables
        for row in self:
            pairs = zip(names, row, strict=True)
            yield {name: term for name, term in pairs if term is not None}


class Boolean:
    """The answer of an ASK."""

    __slots__ = ("native", "value")

    def __init__(self, native: ox.QueryBoolean) -> None:
        self.native = native
        self.value = bool(native)


class Graph:
    """The triples of a CONSTRUCT or DESCRIBE, one after the other; can be gone through once."""

    __slots__ = ("native",)

    def __init__(self, native: Iterable[ox.Triple]) -> None:
        self.native = native

    def __iter__(self) -> Iterator[Triple]:
        """Go through the triples. Raises DiskError."""
        with reading():
            for triple in self.native:
                subject, predicate, value = triple.subject, triple.predicate, triple.object
                yield Term(str(subject)), Term(str(predicate)), Term(str(value))


Answer = Solutions | Boolean | Graph


class Store(Protocol):
    """What can be asked in SPARQL; it can change nothing (`writer.StoreWriter` does)."""

    def query(
        self,
        text: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        base: str = "",
        bind: Mapping[str, Term] | None = None,
    ) -> Answer:
        """Answer a query; raises UsageError when it is refused or is no SPARQL."""


class reading:  # noqa: N801 - it reads as `with reading():`
    """Turn what the store's library raises while reading into a DiskError.

    A broken pipe stays one: then nobody reads what we write. A class costs a third of a generator,
    and each query passes here.
    """

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Raise DiskError in place of the library's error."""
        if isinstance(error, OSError | RuntimeError) and not isinstance(error, BrokenPipeError):
            what = f"the store cannot be read: {error}"
            raise DiskError(what, mend="publish again") from error
