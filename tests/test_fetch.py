"""Tests of the door to the network, against a small server on this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lod.errors import FetchError, PartialError
from lod.fetch import USER_AGENT, Answer, Fetcher, Manners, Request, agent_of

BEGIN, END = "Sat, 28 Nov 2026 12:00:00 GMT", "Sat, 28 Nov 2026 12:00:20 GMT"
BOMB = gzip.compress(b"0" * 5_000_000)


class Server(ThreadingHTTPServer):
    """Answers by path, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []

    @property
    def url(self) -> str:
        """Give the address of the server."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """`/busy` answers at the third try; `/away`, `/near` and `/round` move; `/bomb` grows."""

    server: Server

    def do_GET(self) -> None:
        """Answer, and remember who asked."""
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        status, headers, body = self.answer()
        self.send_response_only(status)
        for name, text in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        """Give status, headers and body for the path."""
        tries = sum(path == self.path for path, _ in self.server.asked)
        answers: dict[str, tuple[int, dict[str, str], bytes]] = {
            "/busy": (200 if tries > 2 else 503, {"Retry-After": "7"}, b"at last"),
            "/down": (500, {}, b""),
            "/none": (404, {}, b"no\r\nsuch thing"),
            "/away": (302, {"Location": "http://other.example/"}, b""),
            "/near": (301, {"Location": "/ok"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/forbidden": (403, {}, b"no robots"),
            "/later": (429, {"Retry-After": "3600"}, b"later"),
            "/moment": (503, {"Date": BEGIN, "Retry-After": END}, b""),
            "/cut": (200, {"Content-Length": "99"}, b"half"),
            "/bomb": (200, {"Content-Encoding": "gzip"}, BOMB),
        }
        return answers.get(self.path, (200, {"Content-Type": "text/plain; charset=x"}, b"fine"))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


def test_we_say_who_we_are(server: Server) -> None:
    assert Fetcher().get(f"{server.url}/ok") == b"fine"
    assert server.asked == [("/ok", USER_AGENT)]


def test_a_media_type_comes_without_parameters(server: Server) -> None:
    assert Fetcher().send(Request(url=f"{server.url}/ok")).media_type == "text/plain"


def test_a_busy_service_is_asked_again_when_it_says(server: Server) -> None:
    pauses: list[float] = []
    assert Fetcher(sleep=pauses.append).get(f"{server.url}/busy") == b"at last"
    assert pauses == [7.0, 7.0]


def test_a_broken_service_is_given_up_with_growing_pauses(server: Server) -> None:
    pauses: list[float] = []
    with pytest.raises(PartialError, match="status 500"):
        Fetcher(sleep=pauses.append, chance=lambda: 0.5).get(f"{server.url}/down")
    assert pauses == [1.0, 2.0, 4.0]


def test_what_must_not_happen_twice_is_asked_once(server: Server) -> None:
    request = Request(url=f"{server.url}/down", method="POST", body=b"x", safe=False)
    with pytest.raises(PartialError):
        Fetcher().send(request)
    assert len(server.asked) == 1


def test_a_refusal_is_told_in_one_line(server: Server) -> None:
    with pytest.raises(FetchError, match="status 404: no such thing"):
        Fetcher().get(f"{server.url}/none")


def test_moves_within_the_host_are_followed(server: Server) -> None:
    assert Fetcher().get(f"{server.url}/near") == b"fine"


@pytest.mark.parametrize(("path", "said"), [("/away", "another host"), ("/round", "circle")])
def test_other_moves_are_not_followed(server: Server, path: str, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        Fetcher().get(f"{server.url}{path}")


def test_size_is_counted_after_decompression(server: Server) -> None:
    with pytest.raises(FetchError, match="larger than 1,000,000 bytes"):
        Fetcher(Manners(most=1_000_000)).get(f"{server.url}/bomb")


def test_a_service_that_fails_five_times_is_left_alone_for_a_minute(server: Server) -> None:
    clock = iter(range(0, 1000, 4))
    fetcher = Fetcher(sleep=lambda _: None, clock=lambda: float(next(clock)))
    for _ in range(3):
        with pytest.raises(PartialError):
            fetcher.get(f"{server.url}/down")
    assert len(server.asked) == 5
    while next(clock) < 150:
        pass
    assert fetcher.get(f"{server.url}/ok") == b"fine"


def test_a_service_that_wants_us_not_is_left_alone(server: Server) -> None:
    fetcher = Fetcher()
    for _ in range(9):
        with pytest.raises((FetchError, PartialError)):
            fetcher.get(f"{server.url}/forbidden")
    assert len(server.asked) == 5


def test_a_long_rest_that_a_service_asks_for_is_kept(server: Server) -> None:
    pauses: list[float] = []
    fetcher = Fetcher(sleep=pauses.append)
    for _ in range(2):
        with pytest.raises(PartialError, match="left alone"):
            fetcher.get(f"{server.url}/later")
    assert (len(server.asked), pauses) == (1, [])


def test_a_moment_to_come_back_is_a_pause(server: Server) -> None:
    pauses: list[float] = []
    with pytest.raises(PartialError):
        Fetcher(Manners(tries=2), sleep=pauses.append).get(f"{server.url}/moment")
    assert pauses == [20.0]


def test_an_answer_that_is_none_is_asked_for_again(server: Server) -> None:
    told: list[bytes] = []

    def fault(answer: Answer) -> str:
        told.append(answer.body)
        return "" if len(told) > 2 else "of another shape"

    fetcher = Fetcher(sleep=lambda _: None)
    assert fetcher.send(Request(url=f"{server.url}/ok", fault=fault)).body == b"fine"
    assert len(server.asked) == 3


def test_an_answer_that_is_cut_off_is_none(server: Server) -> None:
    with pytest.raises(PartialError, match="IncompleteRead"):
        Fetcher(sleep=lambda _: None).get(f"{server.url}/cut")
    assert len(server.asked) == 4


@pytest.mark.parametrize("url", ["nowhere", "http://[", "ftp://127.0.0.1/"])
def test_what_is_no_address_is_refused_at_once(url: str) -> None:
    with pytest.raises(FetchError, match="cannot be asked"):
        Fetcher().get(url)


def test_a_contact_cannot_break_a_header(server: Server) -> None:
    Fetcher(Manners(agent=agent_of("Éva\r\nX: 1 <eva@example.org>"))).get(f"{server.url}/ok")
    ((_, agent),) = server.asked
    assert agent.startswith(f"{USER_AGENT} (?va??X: 1 <eva@example.org>) requests/")


def test_a_rest_is_waited_for_by_whoever_has_the_patience(server: Server) -> None:
    waited: list[float] = []
    fetcher = Fetcher(Manners(tries=1, failures=1, rest=9), sleep=waited.append, clock=lambda: 0.0)
    assert fetcher.wait(0)
    with pytest.raises(PartialError):
        fetcher.get(f"{server.url}/down")
    assert (fetcher.wait(8), fetcher.wait(9), waited) == (False, True, [9.0])
