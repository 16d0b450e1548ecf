"""The Reconciliation Service API 0.2 as a client: what a service is, candidates in batches, facts.

Spec: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import msgspec
import orjson

from lod.errors import FetchError, UsageError
from lod.fetch import Request
from lod.namespaces import WIKIDATA
from lod.reconcile.desk import Desk, no_json
from lod.reconcile.events import ITEM
from lod.reconcile.live import Failed

SPOKEN = ("0.2", "0.1")
_USUAL_BATCH, _LARGEST_BATCH = 10, 50
_HEADERS = {
    "Accept": "application/json",
    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
}
Json = dict[str, Any]


class Proposal(msgspec.Struct, frozen=True):
    """A candidate as a service proposes it: of its types only the ids."""

    id: str
    name: str
    score: float = 0.0
    match: bool = False
    description: str = ""
    types: tuple[str, ...] = ()


class Proposals:
    """Asks one service, and keeps what it answers: one answer a query, one an entity.

    Every method raises PartialError when it does not answer, FetchError when it refuses or
    answers otherwise than the API says, and UsageError when it is a service of something else.
    """

    def __init__(self, address: str, desk: Desk) -> None:
        self._address, self._desk = address, desk
        self._manifest: Json = {}

    def manifest(self) -> Json:
        """Give what the service says of itself."""
        if not self._manifest:
            fetcher, request = self._desk.fetcher, Request(url=self._address, fault=no_json)
            kept = self._desk.answer("manifest", lambda: fetcher.send(request).body)
            self._manifest = self._usable(orjson.loads(kept.body))
        return self._manifest

    def ask(self, queries: Iterable[Json]) -> None:
        """Ask all of these queries that are not kept, in batches."""
        wanted = list[Json]()
        for query in queries:
            kept = self._desk.kept(_key(query))
            if (kept is None or not self._desk.is_fresh(kept)) and query not in wanted:
                wanted.append(query)
        size = self._batch() if wanted else 1
        for start in range(0, len(wanted), size):
            some = wanted[start : start + size]
            told = self._post("queries", {f"q{n}": query for n, query in enumerate(some)})
            self._desk.keep([(_key(one), _results(told, f"q{n}")) for n, one in enumerate(some)])

    def wait(self) -> bool:
        """Wait until it may be asked again; False where a run has no patience for that."""
        return self._desk.wait()

    def proposals(self, query: Json) -> tuple[list[Proposal], str]:
        """Give the candidates for a query, and the day of the answer."""
        try:
            self.ask([query])
        except Failed:
            if self._desk.kept(_key(query)) is None:
                raise
        kept = self._desk.kept(_key(query))
        if kept is None:
            raise FetchError("does not say what it found", where=self._address)
        return list(_read(orjson.loads(kept.body))), kept.day

    def years(self, ids: Sequence[str], properties: Sequence[str]) -> dict[str, list[int | None]]:
        """Give for each entity the year of each property, where the service extends data."""
        if "extend" not in self.manifest():
            return {}
        wanted = [one for one in ids if self._desk.kept(f"years {one} {properties}") is None]
        if wanted:
            asked = {"ids": wanted, "properties": [{"id": one} for one in properties]}
            rows = self._post("extend", asked).get("rows")
            rows = rows if isinstance(rows, dict) else {}
            told = [(one, _years(rows.get(one), properties)) for one in wanted]
            self._desk.keep([(f"years {one} {properties}", orjson.dumps(row)) for one, row in told])
        kept = {one: self._desk.kept(f"years {one} {properties}") for one in ids}
        return {one: orjson.loads(row.body) for one, row in kept.items() if row}

    def keep(self, entities: Mapping[str, bytes]) -> None:
        """Keep what is made of proposals, for whoever asks for an entity by its id."""
        new = {f"entity {ident}": body for ident, body in entities.items()}
        known = {key: self._desk.kept(key) for key in new}
        changed = [(key, new[key]) for key, one in known.items() if not one or one.body != new[key]]
        if changed:
            self._desk.keep(changed)

    def kept(self, ident: str) -> bytes | None:
        """Give what was kept of an entity, None when it was never proposed."""
        found = self._desk.kept(f"entity {ident}")
        return found.body if found else None

    def _batch(self) -> int:
        size = self.manifest().get("batchSize", _USUAL_BATCH)
        return min(max(size, 1), _LARGEST_BATCH) if isinstance(size, int) else _USUAL_BATCH

    def _post(self, name: str, asked: Json) -> Json:
        self.manifest()
        body = urlencode({name: orjson.dumps(asked).decode()}).encode()
        request = Request(
            url=self._address, method="POST", headers=_HEADERS, body=body, fault=no_json
        )
        told = orjson.loads(self._desk.fetcher.send(request).body)
        if not isinstance(told, dict) or told.get("status") == "error":
            what = told.get("message", "") if isinstance(told, dict) else "JSON of another shape"
            raise FetchError(f"refused: {str(what)[:200]}", where=self._address)
        return told

    def _usable(self, told: object) -> Json:
        """Check that the service speaks a version we do, of items that links are made to."""
        if not isinstance(told, dict):
            raise FetchError("its manifest has another shape", where=self._address)
        versions = told.get("versions") or ["0.1"]
        if not set(SPOKEN) & set(map(str, versions if isinstance(versions, list) else ())):
            mend = "use an address that speaks 0.2"
            raise UsageError(f"speaks version {versions} alone", where=self._address, mend=mend)
        space = str(told.get("identifierSpace", ""))
        if space.replace("https://", "http://") != WIKIDATA:
            mend = f"use a service whose identifierSpace is {WIKIDATA}"
            what = f"its entities are those of {space[:200]!r}, and links are made to Wikidata"
            raise UsageError(what, where=self._address, mend=mend)
        return told


def _key(query: Json) -> str:
    return f"query {orjson.dumps(query, option=orjson.OPT_SORT_KEYS).decode()}"


def _results(told: Json, name: str) -> bytes:
    answer = told.get(name)
    found = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise FetchError("does not answer every query of a batch", where=name)
    return orjson.dumps(found)


def _read(rows: Iterable[object]) -> Iterator[Proposal]:
    """Read candidates; one that is not of the shape that the API says is none."""
    for row in rows:
        ident = row.get("id") if isinstance(row, dict) else None
        if isinstance(row, dict) and isinstance(ident, str) and ITEM.fullmatch(ident):
            score = row.get("score")
            types = row.get("type")
            yield Proposal(
                id=ident,
                name=str(row.get("name") or ident)[:500],
                score=float(score) if isinstance(score, int | float) else 0.0,
                match=row.get("match") is True,
                description=str(row.get("description") or "")[:500],
                types=tuple(_types(types if isinstance(types, list) else [types])),
            )


def _types(types: Iterable[object]) -> Iterator[str]:
    for one in types:
        ident = one.get("id") if isinstance(one, dict) else one
        if isinstance(ident, str):
            yield ident


def _years(row: object, properties: Sequence[str]) -> list[int | None]:
    cells = row if isinstance(row, Mapping) else {}
    return [_year(cells.get(prop)) for prop in properties]


def _year(cells: object) -> int | None:
    """Read the first date of a cell, `1909-07-18T00:00:00`; a bare number is a year too."""
    for cell in cells if isinstance(cells, list) else ():
        value = next(iter(cell.values()), None) if isinstance(cell, dict) else None
        text = str(value or "").lstrip("+")
        digits = text[1:].partition("-")[0] if text[:1] == "-" else text.partition("-")[0]
        if digits.isdecimal() and len(digits) <= 5:
            return -int(digits) if text[:1] == "-" else int(digits)
    return None
