"""A Wikibase on this machine for tests: its Action API on good days and on bad ones."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

Json = dict[str, Any]
DATA = Path(__file__).parent / "data" / "reconcile" / "entities.jsonl"
_CLASS = {"person": "Q5", "group": "Q43229", "place": "Q6256"}
_TIMES = {"person": ("P569", "P570"), "group": ("P571", "P576"), "place": ("P571", "P576")}
PAGE = b"<!DOCTYPE html><title>429 Too Many Requests</title>" + b"<p>Please wait.</p>" * 40


def item(line: Json) -> Json:
    """Write an entity as Wikidata's JSON has it; a label of `mul` stands for all languages."""
    names = [name for name in line.get("names", ()) if name != line["label"]]
    language = line.get("language", "en")
    claims = {"P31": [_statement("wikibase-entityid", {"id": _CLASS[line["kind"]]})]}
    for prop, key in zip(_TIMES[line["kind"]], ("begin", "end"), strict=True):
        if line.get(key):
            claims[prop] = [_statement("time", _time(line[key]))]
    return {
        "type": "item",
        "id": line["id"],
        "labels": {language: {"language": language, "value": line["label"]}},
        "aliases": {language: [{"language": language, "value": name} for name in names]},
        "descriptions": {"en": {"language": "en", "value": line.get("description", "")}},
        "claims": claims,
        "sitelinks": {},
    }


def _time(text: str) -> Json:
    parts = [*text.split("-"), "00", "00"][:3]
    return {"time": f"+{'-'.join(parts)}T00:00:00Z", "precision": 11 if len(text) > 7 else 9}


def _statement(sort: str, value: Json) -> Json:
    told = {"snaktype": "value", "datavalue": {"type": sort, "value": value}}
    return {"mainsnak": told, "rank": "normal", "type": "statement"}


def known() -> dict[str, Json]:
    """Give the items of the tests' own authority."""
    lines = map(json.loads, DATA.read_text("utf-8").splitlines())
    return {line["id"]: item(line) for line in lines}


def dumped(path: Path) -> dict[str, Json]:
    """Give the items of a dump."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = (line.strip().rstrip(",") for line in file)
        items = (json.loads(line) for line in lines if len(line) > 2)
        return {one["id"]: one for one in items}


class Wikidata(ThreadingHTTPServer):
    """Answers like `api.php`; `days` names what goes wrong with the next requests, in order.

    A day is `good`, `429`, `503`, `maxlag`, `cut`, `page`, `drip`, `reset`, `403`; the last one
    stays when `always` is set. redirects: old id -> new one.
    """

    daemon_threads = True

    def __init__(self, items: Mapping[str, Json]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.items, self.redirects = dict(items), dict[str, str]()
        self.days, self.always = list[str](), ""
        self.asked: list[Json] = []
        self.agents: set[str] = set()
        self.at_once, self.most_at_once, self.lock = 0, 0, threading.Lock()

    @property
    def api(self) -> str:
        """Give the address of the API."""
        return f"http://127.0.0.1:{self.server_port}/w/api.php"

    def count(self, action: str) -> int:
        """Count the requests of an action."""
        return sum(one.get("action") == action for one in self.asked)

    def answer(self, asked: Json) -> Json:
        """Answer one request on a good day."""
        if asked.get("maxlag") != "5":
            return {"error": {"code": "tests", "info": "asked without maxlag"}}
        if asked["action"] == "wbsearchentities":
            return {"search": list(self._labelled(asked)), "success": 1}
        if asked["action"] == "query":
            return {"query": {"search": list(self._worded(asked))}}
        ids = asked["ids"].split("|")
        if len(ids) > 50:
            return {"error": {"code": "toomanyvalues", "info": "too many values"}}
        return {"entities": dict(map(self._entity, ids)), "success": 1}

    def _entity(self, ident: str) -> tuple[str, Json]:
        stands = self.redirects.get(ident, ident)
        if stands not in self.items:
            return ident, {"id": ident, "missing": ""}
        told = self.items[stands]
        moved = {"redirects": {"from": ident, "to": stands}} if stands != ident else {}
        return stands, {**told, **moved}

    def _labelled(self, asked: Json) -> Iterator[Json]:
        spoken = {asked["language"], "mul", "en"}
        begin = asked["search"].casefold()
        for ident, one in self.items.items():
            names = [name for language, name in _names(one) if language in spoken]
            if any(name.casefold().startswith(begin) for name in names):
                yield {"id": ident, "label": names[0], "match": {"type": "label"}}

    def _worded(self, asked: Json) -> Iterator[Json]:
        words = asked["srsearch"].casefold().split()
        human = "haswbstatement:p31=q5" in words
        wanted = [word for word in words if ":" not in word]
        for ident, one in self.items.items():
            text = " ".join(name for _, name in _names(one)).casefold()
            if all(word in text for word in wanted) and (not human or _is_human(one)):
                yield {"ns": 0, "title": ident}


def _names(one: Json) -> Iterator[tuple[str, str]]:
    for language, label in _map(one.get("labels")).items():
        yield language, label["value"]
    for language, aliases in _map(one.get("aliases")).items():
        yield from ((language, alias["value"]) for alias in aliases)


def _map(found: Any) -> Json:  # noqa: ANN401 - PHP writes an empty map as a list
    return found if isinstance(found, dict) else {}


def _is_human(one: Json) -> bool:
    return '"Q5"' in json.dumps(_map(one.get("claims")).get("P31", []))


class _Handler(BaseHTTPRequestHandler):
    server: Wikidata
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer a form."""
        self.do_GET(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def do_GET(self, form: str = "") -> None:
        """Answer as the day is."""
        server = self.server
        with server.lock:
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
            asked = dict(parse_qsl(form or urlsplit(self.path).query))
            server.asked.append(asked)
            server.agents.add(self.headers["User-Agent"])
            day = server.days.pop(0) if server.days else server.always or "good"
        try:
            self.live(day, asked)
        finally:
            with server.lock:
                server.at_once -= 1

    def live(self, day: str, asked: Json) -> None:
        """Send what is sent on such a day."""
        body = json.dumps(self.server.answer(asked)).encode()
        if day == "reset":
            self.close_connection = True
            self.connection.close()
        elif day == "drip":
            self.drip(body)
        elif day == "cut":
            self.send(200, body[: len(body) // 2])
        elif day == "page":
            self.send(200, PAGE, kind="text/html")
        elif day == "maxlag":
            told = {"error": {"code": "maxlag", "info": "Waiting for 10.0.0.1: 7 seconds lagged"}}
            self.send(200, json.dumps(told).encode(), wait="0")
        elif day in ("429", "503", "403"):
            self.send(int(day), PAGE, kind="text/html", wait="0")
        else:
            self.send(200, body)

    def send(
        self, status: int, body: bytes, *, kind: str = "application/json", wait: str = ""
    ) -> None:
        """Send an answer, packed as the client accepts it."""
        packed = gzip.compress(body)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        if wait:
            self.send_header("Retry-After", wait)
        self.end_headers()
        self.wfile.write(packed)

    def drip(self, body: bytes) -> None:
        """Send a byte now and then, never the whole."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(body) + 1000))
        self.end_headers()
        self.close_connection = True
        for at in range(len(body)):
            try:
                self.wfile.write(body[at : at + 1])
            except OSError:
                return
            time.sleep(0.05)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Reconciler(Wikidata):
    """A service of the Reconciliation API 0.2 on the same items; it is sure of all it finds.

    said: what its manifest says otherwise than usual.
    """

    said: Mapping[str, object] = {}

    @property
    def address(self) -> str:
        """Give the address of the service."""
        return f"http://127.0.0.1:{self.server_port}/reconcile"

    def answer(self, asked: Json) -> Json:
        """Answer one request on a good day."""
        if "queries" in asked:
            queries = json.loads(asked["queries"])
            return {name: {"result": self._proposed(one)} for name, one in queries.items()}
        if "extend" in asked:
            return self._extended(json.loads(asked["extend"]))
        return {
            "versions": ["0.1", "0.2"],
            "name": "Tests",
            "identifierSpace": "http://www.wikidata.org/entity/",
            "schemaSpace": "http://www.wikidata.org/prop/direct/",
            "batchSize": 4,
            "extend": {},
            **self.said,
        }

    def _proposed(self, query: Json) -> list[Json]:
        last = query["query"].casefold().split()[-1:]
        found = []
        for ident, one in self.items.items():
            names = [name for _, name in _names(one)]
            if set(last) & set(" ".join(names).casefold().split()) and (
                "type" not in query or _is_human(one)
            ):
                types = [{"id": "Q5", "name": "human"}] if _is_human(one) else []
                told = {"id": ident, "name": names[0], "score": 100, "match": True, "type": types}
                found.append(told)
        return found[: query["limit"]]

    def _extended(self, asked: Json) -> Json:
        props = [one["id"] for one in asked["properties"]]
        rows = {}
        for ident in asked["ids"]:
            claims = _map(self.items[ident].get("claims"))
            rows[ident] = {prop: [_date(one) for one in claims.get(prop, [])] for prop in props}
        return {"rows": rows, "meta": [{"id": prop, "name": prop} for prop in props]}


def _date(statement: Json) -> Json:
    time = statement["mainsnak"]["datavalue"]["value"]["time"]
    return {"date": time.lstrip("+").replace("-00", "-01").replace("Z", "+00:00")}


Server = TypeVar("Server", bound=Wikidata)


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """Run a server as long as it is needed."""
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
