"""What a request asks of the store: the query, its dataset, the form of the answer, its job."""

from __future__ import annotations

import re
import time
from binascii import a2b_qp
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote_to_bytes

from lod.errors import LodError
from lod.serve import negotiation
from lod.serve.messages import Job
from lod.serve.negotiation import ANSWERS, HTML, RESULTS, Offer
from lod.serve.problems import HttpError
from lod.serve.workers import ShareError

if TYPE_CHECKING:
    from lod.serve.process import Found
    from lod.serve.site import Site
    from lod.serve.web import House

_UPDATES = ("update", "using-graph-uri", "using-named-graph-uri")
# The answer may be another one next time, though the release is the same.
_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)
_CHANGING_PARTS = ("NOW", "RAND", "UUID", "BNODE")
_LONGEST_REMEMBERED = 300
_MOST_FIELDS = 200


@dataclass(slots=True)
class Asked:
    """What a request asks: the query, the dataset it names, the format it names.

    bind: variable -> the spelled term that stands for it, for a query of ours.
    """

    query: list[str] = field(default_factory=list)
    default_graphs: list[str] = field(default_factory=list)
    named_graphs: list[str] = field(default_factory=list)
    format: str = ""
    bind: dict[str, str] = field(default_factory=dict)

    def take(self, text: str) -> None:
        """Take what a query string or a form says; raises HttpError for an update."""
        for name, value in fields(text):
            if name in _UPDATES:
                raise HttpError(403, "updates are refused: a release is read-only")
            if name == "query":
                self.query.append(value)
            elif name == "default-graph-uri":
                self.default_graphs.append(value)
            elif name == "named-graph-uri":
                self.named_graphs.append(value)
            elif name in ("format", "output"):
                self.format = value

    def job(self, form: Wanted, spool: str, most_bytes: int) -> Job:
        """Make the job of a worker; spool: the file for an answer that is large."""
        rows, graph = form.rows or NOTHING, form.graph or NOTHING
        named = bool(self.default_graphs or self.named_graphs)
        return Job(
            text=self.query[0],
            rows=rows.name,
            truth=rows.name,
            graph=graph.name,
            default_graphs=self.default_graphs if named else None,
            named_graphs=self.named_graphs if named else None,
            bind=self.bind,
            spool=spool,
            most_bytes=most_bytes,
        )

    def etag(self, site: Site, form: Wanted, language: str) -> str:
        """Make the validator of an answer before it is known: the release does not change."""
        query = self.query[0]
        if _changing(query):
            return ""
        graphs = [*self.default_graphs, "", *self.named_graphs]
        values = [f"{name} {term}" for name, term in sorted(self.bind.items())]
        return site.etag(query, *graphs, *values, form.key, language if form.html else "")


def _changing(query: str) -> bool:
    words = query.upper()
    # Looking for parts of words is much cheaper than for words.
    there = [part for part in _CHANGING_PARTS if part in words]
    return bool(there) and _CHANGING.search(query) is not None


class Wanted(NamedTuple):
    """How the answer is wanted, for each kind that it may turn out to be.

    key: tells it from others.
    """

    rows: Offer | None
    graph: Offer | None
    html: bool
    key: str

    def offer(self, kind: str) -> Offer | None:
        """Give the form for a kind of answer."""
        return self.graph if kind == "graph" else self.rows


NOTHING = Offer("", "")


def fields(text: str) -> list[tuple[str, str]]:
    """Part a form; raises HttpError when it is none."""
    parts = [part.partition("=") for part in text.split("&") if part]
    if len(parts) > _MOST_FIELDS:
        raise HttpError(400, f"more than {_MOST_FIELDS} parameters")
    try:
        return [(_unquoted(name), _unquoted(value)) for name, _, value in parts]
    except UnicodeError:
        raise HttpError(400, "the parameters are not UTF-8") from None


def _unquoted(text: str) -> str:
    """Decode what is percent-encoded.

    The decoder of quoted-printable is the only one written in C, and spells the same with `=`.
    What is no escape, and what ends a line there, would deceive it: that is left to the slow one.
    """
    plain = text.replace("+", " ")
    if "%" not in plain:
        return plain
    found = a2b_qp(plain.replace("=", "=3D").replace("%", "=").encode())
    whole = len(found) == len(plain.encode()) - 2 * plain.count("%")
    if not whole or "\n" in plain or "\r" in plain:
        found = unquote_to_bytes(plain)
    return found.decode()


def wanted(accept: str | None, name: str) -> Wanted:
    """Choose the form for each kind that the answer may be; raises HttpError when none fits.

    name: the format that is named, which goes before what is accepted.
    """
    if len(accept or "") + len(name) > _LONGEST_REMEMBERED:
        return _wanted(accept, name)
    return _remembered(accept, name)


def _wanted(accept: str | None, name: str) -> Wanted:
    if name:
        rows, graph = _named(name)
        if rows is None and graph is None:
            raise HttpError(400, f"unknown format {name[:40]!r}")
    else:
        rows = negotiation.choose(accept, (*RESULTS, HTML))
        graph = negotiation.choose(accept, (*ANSWERS, HTML))
        if rows is None and graph is None:
            raise HttpError(406, f"there are {media((*RESULTS, *ANSWERS))}")
    key = " ".join(one.media if one else "-" for one in (rows, graph))
    return Wanted(rows, graph, HTML in (rows, graph), key)


_remembered = lru_cache(maxsize=1000)(_wanted)


def _named(name: str) -> tuple[Offer | None, Offer | None]:
    if name == "html":
        return HTML, HTML
    return negotiation.named(name, RESULTS), negotiation.named(name, ANSWERS)


def media(offers: Iterable[Offer]) -> str:
    """List the media types of offers, each once."""
    return ", ".join(dict.fromkeys(offer.media for offer in offers))


def book(house: House, client: str, began: float, found: Found | None) -> None:
    """Take the time of a query from its client, and count how it ended; None: the client left."""
    house.budget.spend(client, time.monotonic() - began)
    if found is None:
        outcome = "gone"
    elif isinstance(found, ShareError):
        outcome = "share"
    elif isinstance(found, LodError):
        outcome = type(found).__name__.removesuffix("Error").lower()
    else:
        outcome = found[0].outcome
    house.metrics.query(outcome)
