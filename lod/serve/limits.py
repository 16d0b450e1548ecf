"""What a stranger may use of the server: seconds, memory, bytes, places in the queue."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from lod.errors import ConfigError, UsageError

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Every limit of the server; `read` takes them from a TOML table `[limits]`.

    query_seconds: from the arrival of a query to its answer, waiting included. quick_seconds:
    after these a query needs a place for long ones. budget_seconds: query time that a client may
    use a minute, of which budget_burst can be saved up.
    """

    query_seconds: float = 10.0
    quick_seconds: float = 0.25
    quick_places: int = 2
    long_places: int = 2
    long_places_each: int = 1
    page_places: int = 1
    page_memory: int = 64 * _MB
    queue: int = 16
    queries_each_worker: int = 20_000
    worker_memory: int = 1536 * _MB
    result_bytes: int = 50 * _MB
    page_result_bytes: int = 1 * _MB
    body_bytes: int = 256 * 1024
    header_bytes: int = 16 * 1024
    body_seconds: float = 10.0
    send_seconds: float = 30.0
    connections: int = 256
    budget_seconds: float = 60.0
    budget_burst: float = 120.0


def read(path: Path) -> Limits:
    """Read the limits that an operator sets; what the file leaves out keeps its default.

    Raises ConfigError for an unknown name or a value that is no positive number.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("limits", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"cannot read the limits: {error}", where=str(path)) from None
    usual = Limits()
    known = {field.name: type(getattr(usual, field.name)) for field in fields(Limits)}
    for name, number in table.items():
        if name not in known:
            mend = f"one of {', '.join(known)}"
            raise ConfigError(f"unknown limit {name!r}", where=str(path), mend=mend)
        if isinstance(number, bool) or not isinstance(number, (int, float)) or number <= 0:
            raise ConfigError(f"{name} is no positive number: {number!r}", where=str(path))
    return Limits(**{name: known[name](number) for name, number in table.items()})
