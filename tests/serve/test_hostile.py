"""What strangers may send: no query ends the server, no text runs in a browser."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from lod.api import Options, load, publish
from lod.serve import server
from lod.serve.limits import Limits
from tests.datasets import BASE, HEAD, SOURCE, begin
from tests.serve.houses import serving
from tests.serve.queries import QUERIES, mutants


class Listener:
    """A door of this machine at which nobody should knock."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.2)
        self.port = self._socket.getsockname()[1]
        self.knocks = 0

    def listen(self) -> None:
        """Count who knocked up to now."""
        try:
            while True:
                self._socket.accept()[0].close()
                self.knocks += 1
        except TimeoutError:
            return

    def close(self) -> None:
        """Close the door."""
        self._socket.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    door = Listener()
    yield door
    door.close()


@pytest.mark.parametrize("name", QUERIES)
def test_a_hostile_query_is_answered_in_time_and_the_next_one_too(
    hurried: httpx.Client, listener: Listener, name: str
) -> None:
    query = QUERIES[name]
    query = query % listener.port if "%d" in query else query
    began = time.monotonic()
    answer = hurried.post("/sparql", data={"query": query})
    assert time.monotonic() - began < 2.5
    assert answer.status_code in (200, 400, 422, 503)
    assert answer.status_code == 200 or answer.json()["detail"]
    assert hurried.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    listener.listen()
    assert listener.knocks == 0


def test_broken_hostile_queries_end_nothing(thousand: Path) -> None:
    limits = Limits(query_seconds=0.3, quick_seconds=0.1, budget_burst=1e6, budget_seconds=6e6)
    with serving(thousand, limits) as client:
        for query in mutants(300):
            answer = client.post("/sparql", data={"query": query})
            assert answer.status_code in (200, 400, 422, 429, 503), query
        time.sleep(0.5)
        assert client.get("/health").status_code == 200


def test_others_are_answered_beside_a_runaway_query(hurried: httpx.Client) -> None:
    slow = {"query": QUERIES["order"]}
    address = str(hurried.base_url)
    running = threading.Thread(target=lambda: httpx.get(f"{address}/sparql", params=slow))
    running.start()
    times = []
    while running.is_alive():
        began = time.monotonic()
        answer = hurried.get("/sparql", params={"query": "ASK { ?s ?p ?o }"})
        times.append(time.monotonic() - began)
        assert answer.status_code == 200
    assert sorted(times)[len(times) * 99 // 100] < 0.5


def test_a_client_has_a_budget(thousand: Path) -> None:
    limits = Limits(query_seconds=0.5, budget_seconds=1, budget_burst=0.6)
    with serving(thousand, limits) as client:
        statuses = []
        for _ in range(4):
            answer = client.get("/sparql", params={"query": QUERIES["cartesian"]})
            statuses.append(answer.status_code)
        assert statuses[0] == 503
        assert statuses[-1] == 429
        assert int(answer.headers["Retry-After"]) > 0
        assert answer.json()["limit"] == "budget_seconds"
        assert client.get("/").status_code == 200


def test_a_client_that_leaves_frees_its_place(hurried: httpx.Client) -> None:
    for _ in range(10):
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(
                f"{hurried.base_url}/sparql", params={"query": QUERIES["order"]}, timeout=0.15
            )
    time.sleep(1)
    assert "\nlod_workers_busy 0\n" in hurried.get("/metrics").text


def test_killing_workers_at_random_gives_no_short_answer(thousand: Path) -> None:
    query = "SELECT * { ?s ?p ?o . ?o2 ?p ?s2 } LIMIT 3000"
    limits = Limits(budget_burst=1e6, budget_seconds=6e6, query_seconds=4)
    chance = random.Random(3)  # noqa: S311 - no secret
    with serving(thousand, limits) as client:
        whole = client.get("/sparql", params={"query": query}).content
        stop = threading.Event()
        killer = threading.Thread(target=kill_now_and_then, args=(stop, chance))
        killer.start()
        answers = [client.get("/sparql", params={"query": query}) for _ in range(100)]
        stop.set()
        killer.join()
    assert {one.status_code for one in answers} <= {200, 503}
    assert all(one.content == whole for one in answers if one.status_code == 200)
    assert any(one.status_code == 200 for one in answers)


def kill_now_and_then(stop: threading.Event, chance: random.Random) -> None:
    """Kill workers of this process: those alone are its children with our module's name."""
    while not stop.wait(0.3 + chance.random()):
        found = subprocess.run(
            ["pgrep", "-f", "worker.run", "-P", str(os.getpid())],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if found:
            subprocess.run(["kill", "-9", chance.choice(found)], check=False)  # noqa: S607


def raw(client: httpx.Client, sent: bytes, wait: float = 5) -> bytes:
    """Send bytes as they are; give what comes back until the connection ends."""
    with socket.create_connection(("127.0.0.1", client.base_url.port or 0)) as connection:
        connection.settimeout(wait)
        connection.sendall(sent)
        answer = b""
        try:
            while piece := connection.recv(65536):
                answer += piece
        except (TimeoutError, ConnectionResetError):
            pass
        return answer


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", b"421"),
        (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", b"400"),
        (
            b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: "
            + b"a" * 100_000
            + b"\r\n\r\n",
            b"4",
        ),
        (
            b"GET /"
            + b"a" * 100_000
            + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            b"4",
        ),
        (b"\x00\x01\x02\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", b"400"),
        (
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
            b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
            b"4",
        ),
    ],
)
def test_what_is_no_request_for_us_is_refused(
    hurried: httpx.Client, sent: bytes, status: bytes
) -> None:
    answer = raw(hurried, sent)
    assert answer.startswith(b"HTTP/1.1 " + status)


def test_a_body_too_large_is_refused(hurried: httpx.Client) -> None:
    answer = hurried.post("/sparql", data={"query": "x" * 1_000_000})
    assert answer.status_code == 413


def test_a_slow_body_is_refused(thousand: Path) -> None:
    with serving(thousand, Limits(body_seconds=0.5)) as client:
        head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
        form = b"Content-Type: application/x-www-form-urlencoded\r\n\r\nquery="
        assert raw(client, head + form, 4).startswith(b"HTTP/1.1 408")


PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'><iframe src=javascript:alert(1)>",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "{{7*7}}{% for x in () %}",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "--><script>alert(1)</script>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u2028</script><script>alert(1)//",
)


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Serve a dataset whose titles and names are written to run in a browser."""
    folder = tmp_path_factory.mktemp("poisoned")
    quoted = [text.replace('"', '""').replace("\n", " ") for text in PAYLOADS]
    rows = ["ref,title,date,from,to,place"]
    rows += [f'L{n},"{p}",1950,"{p}","Tito, Josip Broz","{p}"' for n, p in enumerate(quoted)]
    dataset = begin(folder / "letters", "\n".join(rows) + "\n", HEAD + SOURCE)
    output = folder / "output"
    publish(load(dataset), Options(output=output, workers=1))
    with serving(output) as client:
        yield client


def test_no_text_of_the_data_or_the_query_becomes_markup(poisoned: httpx.Client) -> None:
    headers = {"Accept": "text/html"}
    found = poisoned.get("/search?format=json").json()["things"]
    paths = ["/", "/search?q=script", *(f"/{one['uri'].removeprefix(BASE)}" for one in found)]
    answers = [poisoned.get(path, headers=headers, follow_redirects=True) for path in paths]
    for payload in PAYLOADS:
        for query in (payload, f'SELECT ("""{payload}""" AS ?x) {{}}'):
            answers += [poisoned.get("/sparql", params={"query": query}, headers=headers)]
        answers.append(poisoned.get("/search", params={"q": payload}, headers=headers))
        answers.append(poisoned.get("/search", params={"type": payload}, headers=headers))
        answers.append(poisoned.get(f"/{payload}", headers=headers))
    assert len(answers) > 80
    for answer in answers:
        text = answer.text.lower()
        markup = answer.headers["Content-Type"].startswith("text/html")
        assert markup, answer.url
        for mark in ("<script>", "<img", "<svg onload", "<iframe", "<math", 'href="javascript'):
            assert mark not in text, answer.url
        assert "49" not in text or "{{7*7}}" not in text
        assert "script-src" not in answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_a_slow_head_is_refused(thousand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "HEAD_SECONDS", 0.5)
    with serving(thousand) as client:
        began = time.monotonic()
        assert raw(client, b"GET / HTTP/1.1\r\nHost: loc", 8) == b""
        assert raw(client, b"", 8) == b""
        assert time.monotonic() - began < 8
        assert client.get("/health").status_code == 200


def test_a_head_that_never_ends_is_refused_before_it_fills_the_memory(thousand: Path) -> None:
    with serving(thousand) as client:
        head = b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: a\r\n" * 5_000
        assert raw(client, head, 5).startswith(b"HTTP/1.1 431")
