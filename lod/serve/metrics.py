"""Counts and times of the server, in the text format of Prometheus."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

_BUCKETS = (0.005, 0.02, 0.1, 0.5, 1.0, 5.0, 10.0)


class Metrics:
    """What happened since the server started; names are few and never come from a client."""

    def __init__(self) -> None:
        self._requests = Counter[tuple[str, int]]()
        self._within = Counter[tuple[str, int]]()
        self._sum = Counter[str]()
        self._outcomes = Counter[str]()

    def answered(self, room: str, status: int, seconds: float) -> None:
        """Count a request: the room that answered it, how, and in what time."""
        self._requests[room, status] += 1
        self._sum[room] += seconds  # type: ignore[assignment]
        self._within[room, bisect_left(_BUCKETS, seconds)] += 1

    def query(self, outcome: str) -> None:
        """Count a query by how it ended."""
        self._outcomes[outcome] += 1

    def text(self, gauges: Iterable[tuple[str, str, float]]) -> str:
        """Write everything; gauges: name, help and value of what is so at this moment."""
        return "\n".join([*self._counters(), *self._histogram(), *_gauges(gauges)]) + "\n"

    def _counters(self) -> Iterator[str]:
        yield "# TYPE lod_requests_total counter"
        for (room, status), count in sorted(self._requests.items()):
            yield f'lod_requests_total{{room="{room}",status="{status}"}} {count}'
        yield "# TYPE lod_queries_total counter"
        for outcome, count in sorted(self._outcomes.items()):
            yield f'lod_queries_total{{outcome="{outcome}"}} {count}'

    def _histogram(self) -> Iterator[str]:
        yield "# TYPE lod_request_seconds histogram"
        for room in sorted(self._sum):
            total = sum(n for (one, _), n in self._requests.items() if one == room)
            count = 0
            for number, bucket in enumerate(_BUCKETS):
                count += self._within[room, number]
                yield f'lod_request_seconds_bucket{{room="{room}",le="{bucket}"}} {count}'
            yield f'lod_request_seconds_bucket{{room="{room}",le="+Inf"}} {total}'
            yield f'lod_request_seconds_sum{{room="{room}"}} {self._sum[room]:.6f}'
            yield f'lod_request_seconds_count{{room="{room}"}} {total}'


def _gauges(gauges: Iterable[tuple[str, str, float]]) -> Iterator[str]:
    for name, meaning, value in gauges:
        yield f"# HELP {name} {meaning}"
        yield f"# TYPE {name} gauge"
        yield f"{name} {value:g}"
