"""A plain list of names -> questions: `id name kind year context`, a table parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TextIO, get_args

from lod.entity import EntityKind
from lod.errors import SourceError, UsageError
from lod.lazily import regex
from lod.reconcile.evidence import Situation
from lod.record import AgentKind

_KINDS = frozenset(get_args(AgentKind)) | {"place"}
_BORN = regex(r"\b(?:born|b\.|founded|est\.)\s*(?:c\.|ca\.?)?\s*(-?\d{3,4})\b", re.I)
_DIED = regex(r"\b(?:died|d\.|dissolved)\s*(?:c\.|ca\.?)?\s*(-?\d{3,4})\b", re.I)
_SPAN = regex(r"\b(1\d{3}|20\d\d)\s*[-\u2013]\s*(1\d{3}|20\d\d)\b")
_LONGEST = 1 << 20


class Question(NamedTuple):
    """A line of the list: a name of a kind, in its situation.

    record: which lines have in common that name people beside each other, "" for none.
    """

    id: str
    name: str
    kind: AgentKind | EntityKind
    situation: Situation
    record: str = ""


def questions(path: Path) -> Iterator[Question]:
    """Give the names of a list in its order; a line without a name is asked all the same.

    Only `name` must be there; without `id` lines are numbered. Raises at once, before the first is
    asked for: UsageError for a file that is not there, SourceError for one without that column.
    """
    try:
        file = path.open(encoding="utf-8-sig", errors="replace", newline="\n")
        columns = [name.strip().casefold() for name in file.readline(_LONGEST).split("\t")]
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(path)) from None
    if "name" not in columns:
        file.close()
        mend = "the first line is: id name kind year context, parted by tabs"
        raise SourceError("no column `name`", where=path.name, mend=mend)
    return _questions(file, columns)


def _questions(file: TextIO, columns: list[str]) -> Iterator[Question]:
    with file:
        for number, line in enumerate(file, start=1):
            row = dict(zip(columns, line.rstrip("\r\n").split("\t"), strict=False))
            yield _question(row, number)


def _question(row: dict[str, str], number: int) -> Question:
    kind = row.get("kind", "").strip().casefold()
    context = row.get("context", "")
    return Question(
        id=row.get("id", "") or str(number),
        name=row.get("name", ""),
        kind=kind if kind in _KINDS else _OTHER.get(kind, "agent"),  # type: ignore[arg-type]
        situation=situation(row.get("year", ""), context, row.get("role", "").strip()),
        record=row.get("record", "").strip(),
    )


_OTHER = {
    **dict.fromkeys(("organization", "organisation", "body", "corporate", "corporation"), "group"),
    **dict.fromkeys(("people", "human", "q5"), "person"),
    **dict.fromkeys(("location", "geographic"), "place"),
}


def situation(year: str, context: str, role: str = "") -> Situation:
    """Read the year of a record, and the years of life that the words beside a name state.

    >>> found = situation("1951", "artist; born 1898; died 1991")
    >>> found.year, found.begin, found.end
    (1951, 1898, 1991)
    """
    span = _SPAN.search(context)
    born, died = _BORN.search(context), _DIED.search(context)
    digits = re.search(r"-?\d{3,4}", year)
    return Situation(
        year=int(digits[0]) if digits else None,
        role=role,
        beside=context,
        begin=int(born[1]) if born else int(span[1]) if span else None,
        end=int(died[1]) if died else int(span[2]) if span else None,
    )
