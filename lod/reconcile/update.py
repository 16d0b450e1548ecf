"""What became of the entities of an older index: merged, deleted, changed, new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from lod.reconcile.index import IndexAuthority

_COMPARE = """
SELECT old.entity.id, CASE WHEN main.entity.id IS NULL THEN 'deleted' ELSE 'changed' END
  FROM old.entity LEFT JOIN main.entity USING (id)
 WHERE main.entity.data IS NOT old.entity.data
UNION ALL
SELECT id, 'new' FROM main.entity WHERE id NOT IN (SELECT id FROM old.entity)
 ORDER BY 2, 1
"""


_DELETED = """
INSERT INTO main.redirect SELECT id, '' FROM old.entity
 WHERE id NOT IN (SELECT id FROM main.entity) AND id NOT IN (SELECT old FROM main.redirect)
 ORDER BY id
"""


class Change(NamedTuple):
    """What became of an entity: `merged` (into `into`), `deleted`, `changed` or `new`."""

    id: str
    what: str
    into: str = ""


def changes(old: Path, new: Path) -> Iterator[Change]:
    """Give what differs between two indexes, in order of kind of change and id.

    Raises UsageError for what is no index.
    """
    IndexAuthority.open(old).close()
    authority = IndexAuthority.open(new)
    with closing(sqlite3.connect(f"{new.resolve().as_uri()}?mode=ro", uri=True)) as db:
        db.execute("ATTACH ? AS old", (f"{old.resolve().as_uri()}?mode=ro",))
        for ident, what in db.execute(_COMPARE):
            into = authority.successor(ident) if what == "deleted" else ident
            merged = what == "deleted" and into not in {"", ident}
            yield Change(ident, "merged", into) if merged else Change(ident, what)
    authority.close()


def note_deleted(old: Path, new: Path) -> None:
    """Note in a new index which ids of the older one are gone, so that links to them come back."""
    with closing(sqlite3.connect(new, isolation_level=None)) as db:
        db.execute("ATTACH ? AS old", (f"{old.resolve().as_uri()}?mode=ro",))
        db.execute(_DELETED)
