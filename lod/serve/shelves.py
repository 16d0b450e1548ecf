"""What there is to walk along: every year, type, subject and archive, every person, body, place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lod.serve.catalogue import Catalogue
from lod.serve.lists import Choice, Neighbour

PAGE = 200
_INITIAL = "upper(substr(ltrim(title, '\"«“„(['), 1, 1))"


class Shelf(NamedTuple):
    """One page of a list, and how many there are in all."""

    items: Sequence[Choice | Neighbour]
    number: int


def values(catalogue: Catalogue, facet: str, page: int = 1) -> Shelf:
    """List the values of a facet by label, with the number of records of each."""
    query = """SELECT facet, value, MIN(label) AS name, COUNT(DISTINCT path) FROM facet
        WHERE facet = ? GROUP BY value ORDER BY name COLLATE NOCASE, value LIMIT ? OFFSET ?"""
    rows = catalogue.rows(query, facet, PAGE, (page - 1) * PAGE)
    count = "SELECT COUNT(DISTINCT value) FROM facet WHERE facet = ?"
    return Shelf([Choice(*row) for row in rows], int(catalogue.rows(count, facet)[0][0]))


def entities(catalogue: Catalogue, kind: str, initial: str = "", page: int = 1) -> Shelf:
    """List the entities of a kind by name, with the number of records that name each."""
    chosen = f" AND {_INITIAL} = ?" if initial else ""
    given = (kind, initial) if initial else (kind,)
    query = f"""SELECT e.path, e.kind, e.title, '', '',
            (SELECT COUNT(DISTINCT record) FROM mention WHERE entity = e.path)
        FROM (SELECT path, kind, title FROM entry WHERE kind = ?{chosen}
            ORDER BY title COLLATE NOCASE, path LIMIT ? OFFSET ?) e"""  # noqa: S608
    rows = catalogue.rows(query, *given, PAGE, (page - 1) * PAGE)
    count = f"SELECT COUNT(*) FROM entry WHERE kind = ?{chosen}"  # noqa: S608
    number = int(catalogue.rows(count, *given)[0][0])
    return Shelf([Neighbour(*row) for row in rows], number)


def initials(catalogue: Catalogue, kind: str) -> list[str]:
    """Give the letters with which the names of a kind begin."""
    query = f"SELECT DISTINCT {_INITIAL} FROM entry WHERE kind = ?"  # noqa: S608
    return sorted(str(letter) for (letter,) in catalogue.rows(query, kind) if letter)


def below(catalogue: Catalogue, path: str, most: int = PAGE) -> list[str]:
    """Give the paths one step below a holding's path, in order."""
    query = """SELECT path FROM block WHERE path > ? AND path < ?
        AND instr(substr(path, ?), '/') = 0 ORDER BY path LIMIT ?"""
    start = f"{path}/"
    rows = catalogue.rows(query, start, f"{path}0", len(start) + 1, most)
    return [str(one) for (one,) in rows]
