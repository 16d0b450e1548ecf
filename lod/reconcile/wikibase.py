"""The Action API of a Wikibase such as Wikidata: items by label, by text, and fifty by id.

Manners: https://www.mediawiki.org/wiki/API:Etiquette (one request at a time, maxlag, batches).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

import orjson

from lod.errors import FetchError
from lod.fetch import Answer, Request
from lod.reconcile.desk import Desk, no_json
from lod.reconcile.live import Failed

# https://www.wikidata.org/w/api.php?action=help&modules=wbgetentities
AT_ONCE = 50
FOUND = AT_ONCE // 2  # by each of the two ways to search: together one request for entities
# Errors of the API that pass; it sends them with status 200.
_PASSING = frozenset({"maxlag", "ratelimited", "readonly", "timeout"})
_PROPS = "info|labels|aliases|descriptions|claims|sitelinks"
_HEADERS = {"Accept": "application/json"}
Json = dict[str, Any]


class Wikibase:
    """Asks a Wikibase, and keeps its answers: one a search, one an entity.

    Every method raises PartialError when it does not answer, FetchError when it refuses.
    """

    def __init__(self, api: str, desk: Desk, language: str = "en") -> None:
        self._api, self._desk, self._language = api, desk, language

    def wait(self) -> bool:
        """Wait until it may be asked again; False where a run has no patience for that."""
        return self._desk.wait()

    def by_label(self, text: str) -> tuple[tuple[str, ...], str]:
        """Give the items of which a name begins with a text, and the day of the answer."""
        language = self._language
        asked = {"action": "wbsearchentities", "search": text, "type": "item"}
        asked |= {"language": language, "uselang": language, "limit": str(FOUND)}
        return self._searched(f"label {language} {text}", asked, ("search",), "id")

    def by_text(self, text: str) -> tuple[tuple[str, ...], str]:
        """Give the items that a full-text search finds, and the day of the answer."""
        asked = {"action": "query", "list": "search", "srsearch": text, "srnamespace": "0"}
        asked |= {"srlimit": str(FOUND), "srinfo": "", "srprop": ""}
        return self._searched(f"text {text}", asked, ("query", "search"), "title")

    def gather(self, ids: Iterable[str]) -> None:
        """Ask for all of these entities that are not kept, in fifties."""
        kept = ((one, self._desk.kept(f"entity {one}")) for one in dict.fromkeys(ids))
        wanted = [one for one, have in kept if have is None or not self._desk.is_fresh(have)]
        for start in range(0, len(wanted), AT_ONCE):
            self._desk.keep(list(self._asked_for(wanted[start : start + AT_ONCE])))

    def entity(self, ident: str) -> bytes:
        """Give the JSON of an entity: the item, `{"id", "missing"}`, or `{"entity", "redirect"}`.

        An old answer is given when the service fails.
        """
        try:
            self.gather([ident])
        except Failed:
            if self._desk.kept(f"entity {ident}") is None:
                raise
        kept = self._desk.kept(f"entity {ident}")
        if kept is None:
            raise FetchError("does not say what became of it", where=ident)
        return kept.body

    def _searched(
        self, key: str, asked: Json, path: Sequence[str], name: str
    ) -> tuple[tuple[str, ...], str]:
        def ask() -> bytes:
            found: Any = self._ask(asked)
            for part in path:
                found = found.get(part, {}) if isinstance(found, dict) else {}
            rows = found if isinstance(found, list) else []
            return orjson.dumps([row[name] for row in rows if _is_item(row, name)])

        kept = self._desk.answer(key, ask)
        return tuple(orjson.loads(kept.body)), kept.day

    def _asked_for(self, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        asked = {"action": "wbgetentities", "ids": "|".join(ids), "props": _PROPS}
        entities = self._ask(asked).get("entities")
        found = entities if isinstance(entities, dict) else {}
        for ident in ids:
            item = found.get(ident) or _moved(found, ident)
            if not isinstance(item, dict) or not _is_item({"id": ident} | item, "id"):
                continue  # it is asked for again, alone, by whoever needs it
            yield f"entity {ident}", orjson.dumps(_as_redirect(ident, item))
            if item.get("id", ident) != ident:
                yield f"entity {item['id']}", orjson.dumps(item)

    def _ask(self, asked: Json) -> Json:
        common = {"format": "json", "formatversion": "2", "maxlag": "5"}
        address = f"{self._api}?{urlencode(asked | common)}"
        answer = self._desk.fetcher.send(Request(url=address, headers=_HEADERS, fault=_fault))
        told: Json = orjson.loads(answer.body)
        error = told.get("error")
        if error:
            raise FetchError(f"refused: {_said(error)}", where=self._api)
        return told


def _fault(answer: Answer) -> str:
    """Say what is wrong with an answer of status 200: no JSON, or an error that passes."""
    fault = no_json(answer)
    if fault:
        return fault
    told = orjson.loads(answer.body)
    if not isinstance(told, dict):
        return "JSON of another shape"
    error = told.get("error")
    code = str(error.get("code")) if isinstance(error, dict) else ""
    passes = code in _PASSING or code.startswith("internal_api_error")
    return _said(error) if passes else ""


def _said(error: object) -> str:
    if isinstance(error, dict):
        return f"{error.get('code', 'error')}: {error.get('info', '')}"[:200]
    return str(error)[:200]


def _is_item(row: object, name: str) -> bool:
    found = row.get(name) if isinstance(row, dict) else None
    return isinstance(found, str) and found[:1] == "Q" and found[1:].isdecimal()


def _moved(found: Json, ident: str) -> object:
    """Find the item that an id was merged into: the answer has it under its own id."""
    for item in found.values():
        moved = item.get("redirects") if isinstance(item, dict) else None
        if isinstance(moved, dict) and moved.get("from") == ident:
            return item
    return None


def _as_redirect(ident: str, item: Json) -> Json:
    """Say in the dump's form that an id was given up for another."""
    stands = item.get("id", ident)
    return item if stands == ident else {"entity": ident, "redirect": stands}
