"""What the server and its workers say to each other: lists of jobs out, lists of replies back."""

from __future__ import annotations

from typing import Literal

import msgspec

# What is smaller comes back through the socket; what is larger, through a file.
INLINE = 256 * 1024
LENGTH = 4


class Setup(msgspec.Struct, frozen=True):
    """The first message to a worker: what it serves, and the bytes it may use and write."""

    store: str
    base: str
    prefixes: dict[str, str]
    memory: int
    largest: int


class Job(msgspec.Struct, frozen=True, omit_defaults=True):
    """One query and how its answer is wanted.

    rows, truth, graph: the name of the format for each kind of answer, "" when none is
    acceptable. default_graphs, named_graphs: those of the protocol, None when it names none.
    bind: variable -> spelled term, for our own queries. spool: where a large answer goes.
    """

    text: str
    rows: str = "json"
    truth: str = "json"
    graph: str = "n-triples"
    default_graphs: list[str] | None = None
    named_graphs: list[str] | None = None
    bind: dict[str, str] = {}
    spool: str = ""
    most_bytes: int = INLINE


Outcome = Literal["done", "refused", "unacceptable", "too-large", "broken"]


class Reply(msgspec.Struct, frozen=True, omit_defaults=True):
    """One answer, whole: in `body`, or in the job's spool file when `spooled`.

    kind: `rows`, `truth` or `graph`. detail: for the outcomes that are no answer, what was wrong.
    """

    outcome: Outcome
    kind: str = ""
    format: str = ""
    body: bytes = b""
    spooled: bool = False
    size: int = 0
    detail: str = ""


def frame(content: bytes) -> bytes:
    """Put its length before a message."""
    return len(content).to_bytes(LENGTH, "big") + content


pack = msgspec.msgpack.Encoder().encode
unpack_setup = msgspec.msgpack.Decoder(Setup).decode
unpack_jobs = msgspec.msgpack.Decoder(list[Job]).decode
unpack_replies = msgspec.msgpack.Decoder(list[Reply]).decode
