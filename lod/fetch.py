"""The only door to the network: who we are, how long we wait, how often we try, how much we take.

Use one `Fetcher` for a service. A service that answers 429 or 5xx is asked again after a pause
that doubles, or that it names itself; one that sends us to another host is not followed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import requests

from lod.errors import LodError, PartialError
from lod.version import SOFTWARE

USER_AGENT = SOFTWARE.replace(" ", "/")
_AGAIN = frozenset({429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
_LONGEST_PAUSE = 60.0
_MOST_MOVES = 5
_CHUNK = 65536


class FetchError(LodError):
    """A service refused what we asked, or answered more than we take."""


class Answer(NamedTuple):
    """What a service said: the status, its media type without parameters, and the body."""

    status: int
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to ask: method and address, headers, body; retried only where asking twice is safe."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] | None = None
    body: bytes | None = None
    safe: bool = True


class Fetcher:
    """Asks services politely; one connection is kept for each host.

    agent: the User-Agent; add the dataset's contact, public services ask for one. timeout:
    seconds to connect and between two pieces of an answer. tries: at most so many, with pauses
    of 1, 2, 4... seconds. most: bytes of an answer, counted after decompression.
    """

    def __init__(
        self,
        *,
        agent: str = USER_AGENT,
        timeout: float = 30.0,
        tries: int = 4,
        most: int = 100_000_000,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._session = requests.Session()
        self._session.headers["User-Agent"] = agent
        self._timeout, self._tries, self._most, self._sleep = timeout, tries, most, sleep

    def get(self, url: str, *, accept: str = "*/*") -> bytes:
        """Give the body at an address. Raises PartialError, FetchError (see `send`)."""
        return self.send(Request(url=url, headers={"Accept": accept})).body

    def send(self, request: Request) -> Answer:
        """Ask, and ask again while it helps.

        Raises PartialError when the service does not answer, FetchError when it refuses, sends
        us elsewhere or answers more than `most`.
        """
        tries = self._tries if request.safe else 1
        problem = ""
        for attempt in range(tries):
            try:
                answer, pause = self._once(request)
            except (requests.ConnectionError, requests.Timeout) as error:
                problem, pause = str(error), None
            else:
                if answer.status not in _AGAIN:
                    return _accepted(request, answer)
                problem = f"status {answer.status}"
            if attempt + 1 < tries:
                self._sleep(2.0**attempt if pause is None else pause)
        raise PartialError(f"no answer: {problem[:300]}", where=request.url, mend="try later")

    def _once(self, request: Request) -> tuple[Answer, float | None]:
        """Ask once, following moves within the host; give the answer and the pause it names."""
        url = request.url
        for _ in range(_MOST_MOVES):
            with self._session.request(
                request.method,
                url,
                headers=dict(request.headers or {}),
                data=request.body,
                timeout=self._timeout,
                allow_redirects=False,
                stream=True,
            ) as response:
                if response.status_code not in _MOVED:
                    return self._read(request, response), _pause(response)
                url = _same_host(url, response.headers.get("Location", ""))
        raise FetchError("moved in a circle", where=request.url)

    def _read(self, request: Request, response: requests.Response) -> Answer:
        body = bytearray()
        for piece in response.iter_content(_CHUNK):
            body += piece
            if len(body) > self._most:
                what = f"the answer is larger than {self._most:,} bytes"
                raise FetchError(what, where=request.url, mend="ask for less")
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Answer(response.status_code, media_type, bytes(body))


def _accepted(request: Request, answer: Answer) -> Answer:
    if answer.status < 400:
        return answer
    said = " ".join(answer.body[:300].decode("utf-8", "replace").split())
    raise FetchError(f"refused with status {answer.status}: {said}", where=request.url)


def _same_host(url: str, location: str) -> str:
    """Resolve where an answer sends us; another host may be anybody's, also one of our own net."""
    target = urljoin(url, location)
    if urlsplit(target)[:2] != urlsplit(url)[:2]:
        raise FetchError(f"sends us to another host: {target[:200]}", where=url)
    return target


def _pause(response: requests.Response) -> float | None:
    """Read Retry-After where it is in seconds; a date would need a clock, and is rare."""
    said = response.headers.get("Retry-After", "")
    return min(float(said), _LONGEST_PAUSE) if said.isdigit() else None
