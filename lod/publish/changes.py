"""What is new, changed and gone since the release before, from the hashes of the blocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import orjson

from lod.publish.index import BlockState, IndexReader

# Said by the block of the thing itself; as changes of their own they would only be noise.
_UNTOLD = ("assert/", "snapshot/")


class Change(NamedTuple):
    """One changed thing: `created`, `updated` or `deleted`, with the hash of what is said now."""

    action: str
    path: str
    sha256: str
    modified: str


def changes(before: Path | None, now: Path, today: str) -> Iterator[Change]:
    """Compare two releases in one pass over both, sorted by path; bounded memory."""
    old = IndexReader(before / "index.sqlite") if before else None
    new = IndexReader(now / "index.sqlite")
    try:
        found = _merged(old.blocks() if old else iter(()), new.blocks(), today)
        yield from (change for change in found if not change.path.startswith(_UNTOLD))
    finally:
        new.close()
        if old:
            old.close()


def _merged(old: Iterator[BlockState], new: Iterator[BlockState], today: str) -> Iterator[Change]:
    was, now = next(old, None), next(new, None)
    while was or now:
        if now is None or (was is not None and was.path < now.path):
            assert was is not None  # noqa: S101 - the loop's condition says so
            yield Change("deleted", was.path, was.sha256, today)
            was = next(old, None)
        elif was is None or now.path < was.path:
            yield Change("created", now.path, now.sha256, now.modified)
            now = next(new, None)
        else:
            if was.sha256 != now.sha256:
                yield Change("updated", now.path, now.sha256, now.modified)
            was, now = next(old, None), next(new, None)


def line(change: Change, base: str) -> bytes:
    """Write a change as one line of `changes.jsonl`."""
    content = {
        "action": change.action,
        "uri": change.path if "://" in change.path else base + change.path,
        "sha256": change.sha256,
        "date": change.modified,
    }
    return orjson.dumps(content) + b"\n"
