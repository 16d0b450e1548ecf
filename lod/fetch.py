"""The only door to the network: who we are, how long we wait, how often we try, how much we take.

Use one `Fetcher` for a service. A service that answers 429 or 5xx is asked again after a pause
that doubles, or that it names itself; one that fails five times in a row is left alone for a
minute; one that sends us to another host is not followed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import Random
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from lod.errors import FetchError, PartialError
from lod.version import SOFTWARE

USER_AGENT = SOFTWARE.replace(" ", "/")
_AGAIN = frozenset({429, 500, 502, 503, 504})
_UNWELCOME = frozenset({401, 403})
_MOVED = frozenset({301, 302, 303, 307, 308})
_LONGEST_PAUSE = 60.0
_MOST_MOVES = 5
_CHUNK = 65536


class Answer(NamedTuple):
    """What a service said: the status, its media type without parameters, and the body."""

    status: int
    media_type: str
    body: bytes


def _sound(_: Answer) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to ask: method and address, headers, body; retried only where asking twice is safe.

    fault: says what is wrong with an answer whose status is good (a page in place of JSON, an
    error in a body), "" when nothing is; such an answer is asked for again like one of status 503.
    """

    url: str
    method: str = "GET"
    headers: Mapping[str, str] | None = None
    body: bytes | None = None
    safe: bool = True
    fault: Callable[[Answer], str] = _sound


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How we behave towards a service.

    agent: the User-Agent; add the dataset's contact, public services ask for one (`agent_of`).
    timeout: seconds to connect and between two pieces of an answer; whole: for a whole answer.
    tries: at most so many, with pauses of about 1, 2, 4... seconds. failures: after so many in a
    row the service is left alone, for `rest` seconds. most: bytes of an answer, counted after
    decompression.
    """

    agent: str = USER_AGENT
    timeout: float = 30.0
    whole: float = 300.0
    tries: int = 4
    failures: int = 5
    rest: float = 60.0
    most: int = 100_000_000


POLITE = Manners()


def agent_of(contact: str) -> str:
    """Spell a User-Agent by which a service can reach whoever runs us.

    Rule: https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy
    """
    library = f"requests/{requests.__version__}"
    seen = "".join(sign if " " <= sign <= "~" else "?" for sign in contact)
    return f"{USER_AGENT} ({seen}) {library}"


class Fetcher:
    """Asks a service politely, one request at a time; one connection is kept for each host.

    sleep, chance (a number between 0 and 1 that spreads pauses) and clock are given by tests.
    """

    def __init__(
        self,
        manners: Manners = POLITE,
        *,
        sleep: Callable[[float], None] | None = None,
        chance: Callable[[], float] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._session = requests.Session()
        self._session.headers["User-Agent"] = manners.agent
        self._manners, self._clock = manners, clock
        self._sleep = sleep or time.sleep
        self._chance = chance or Random().random  # noqa: S311 - spreads pauses, hides nothing
        self._failed, self._closed_until = 0, 0.0

    def get(self, url: str, *, accept: str = "*/*") -> bytes:
        """Give the body at an address. Raises PartialError, FetchError (see `send`)."""
        return self.send(Request(url=url, headers={"Accept": accept})).body

    def send(self, request: Request) -> Answer:
        """Ask, and ask again while it helps.

        Raises PartialError when the service does not answer or is left alone for a while,
        FetchError when it refuses, sends us elsewhere or answers more than we take.
        """
        problem, pause = "", None
        for attempt in range(self._manners.tries if request.safe else 1):
            if self._clock() < self._closed_until:
                problem = f"left alone for a while{f' after {problem}' if problem else ''}"
                break
            if attempt:
                self._sleep(self._pause(attempt) if pause is None else pause)
            answer, problem, pause = self._tried(request)
            if answer is not None and not problem:
                if answer.status in _UNWELCOME:
                    self._note_failure(pause)
                else:
                    self._failed = 0
                return _accepted(request, answer)
            self._note_failure(pause)
        mend = "try later; what was answered is kept"
        raise PartialError(f"no answer: {problem[:300]}", where=_shown(request.url), mend=mend)

    def wait(self, most: float) -> bool:
        """Wait until a service that is left alone may be asked again.

        Returns False at once where that would take more seconds than `most`.
        """
        left = self._closed_until - self._clock()
        if left > most:
            return False
        if left > 0:
            self._sleep(left)
        return True

    def _pause(self, attempt: int) -> float:
        return float(2.0 ** (attempt - 1) * (0.5 + self._chance()))

    def _note_failure(self, pause: float | None) -> None:
        """Count failures in a row; one that asks for a longer rest than we wait has it at once."""
        self._failed += 1
        rest = pause if pause is not None and pause > _LONGEST_PAUSE else 0.0
        if self._failed >= self._manners.failures:
            rest = max(rest, self._manners.rest)
            # After the rest one more failure closes the door again.
            self._failed = self._manners.failures - 1
        if rest:
            self._closed_until = self._clock() + rest

    def _tried(self, request: Request) -> tuple[Answer | None, str, float | None]:
        """Ask once; give the answer, what is wrong with it, and the pause it names."""
        try:
            answer, pause = self._once(request)
        except (requests.RequestException, urllib3.exceptions.HTTPError, TimeoutError) as error:
            if isinstance(error, ValueError) and not isinstance(error, requests.ConnectionError):
                raise FetchError(f"cannot be asked: {error}", where=_shown(request.url)) from None
            return None, " ".join(str(error).split()) or type(error).__name__, None
        if answer.status in _AGAIN:
            return answer, f"status {answer.status}", pause
        return answer, request.fault(answer) if answer.status < 400 else "", pause

    def _once(self, request: Request) -> tuple[Answer, float | None]:
        """Ask once, following moves within the host; give the answer and the pause it names."""
        url = request.url
        for _ in range(_MOST_MOVES):
            with self._session.request(
                request.method,
                url,
                headers=dict(request.headers or {}),
                data=request.body,
                timeout=self._manners.timeout,
                allow_redirects=False,
                stream=True,
            ) as response:
                if response.status_code not in _MOVED:
                    return self._read(request, response), _named_pause(response)
                url = _same_host(url, response.headers.get("Location", ""))
        raise FetchError("moved in a circle", where=_shown(request.url))

    def _read(self, request: Request, response: requests.Response) -> Answer:
        """Read a body as it comes, so that one that drips cannot hold us for ever."""
        body, end = bytearray(), self._clock() + self._manners.whole
        while piece := response.raw.read1(_CHUNK, decode_content=True):
            body += piece
            if len(body) > self._manners.most:
                what = f"the answer is larger than {self._manners.most:,} bytes"
                raise FetchError(what, where=_shown(request.url), mend="ask for less")
            if self._clock() > end:
                raise TimeoutError(f"not whole after {self._manners.whole:g} seconds")
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Answer(response.status_code, media_type, bytes(body))


def _accepted(request: Request, answer: Answer) -> Answer:
    if answer.status < 400:
        return answer
    said = " ".join(answer.body[:300].decode("utf-8", "replace").split())
    raise FetchError(f"refused with status {answer.status}: {said}", where=_shown(request.url))


def _same_host(url: str, location: str) -> str:
    """Resolve where an answer sends us; another host may be anybody's, also one of our own net."""
    target = urljoin(url, location)
    if urlsplit(target)[:2] != urlsplit(url)[:2]:
        raise FetchError(f"sends us to another host: {target[:200]}", where=_shown(url))
    return target


def _shown(url: str) -> str:
    """Shorten an address for a message; a query may be long."""
    return url if len(url) <= 200 else f"{url[:200]}…"


def _named_pause(response: requests.Response) -> float | None:
    """Read Retry-After: seconds, or a moment (RFC 9110, section 10.2.3)."""
    said = response.headers.get("Retry-After", "").strip()
    if said.isdecimal() and len(said) < 10:
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    here = parsedate_to_datetime(response.headers["Date"]) if "Date" in response.headers else None
    now = here or datetime.now(UTC)
    return max(0.0, (moment - now).total_seconds()) if moment.tzinfo and now.tzinfo else None
