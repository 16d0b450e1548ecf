"""How much query time a client has left: so many seconds a minute, some of them saved up."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from math import ceil

_MOST_CLIENTS = 10_000


class Budget:
    """The query-seconds of all clients; those not seen for long are forgotten.

    rate: seconds of query time that a client gains each second. burst: the most it can have.
    """

    def __init__(
        self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> int:
        """Say after how many seconds the client may ask again; 0 for now.

        >>> budget = Budget(1.0, 10.0, clock=lambda: 0.0)
        >>> budget.spend("a", 13.5)
        >>> budget.wait("a"), budget.wait("b")
        (4, 0)
        """
        left = self._now(client)
        return ceil(-left / self._rate) if left < 0 else 0

    def spend(self, client: str, seconds: float) -> None:
        """Take the time of a query from a client; it may get into debt."""
        self._left[client] = (self._now(client) - seconds, self._clock())
        self._left.move_to_end(client)
        while len(self._left) > _MOST_CLIENTS:
            self._left.popitem(last=False)

    def _now(self, client: str) -> float:
        left, then = self._left.get(client, (self._burst, self._clock()))
        return min(self._burst, left + (self._clock() - then) * self._rate)


@lru_cache(maxsize=_MOST_CLIENTS)
def client_of(host: str) -> str:
    """Name the client behind an address: of IPv6, the network that one customer is given.

    >>> client_of("2001:db8:1:2:3::4"), client_of("192.0.2.7"), client_of("testclient")
    ('2001:db8:1:2::/64', '192.0.2.7', 'testclient')
    """
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host[:100]
    if address.version == 6 and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
