"""Names of one list -> decisions, weighed as one collection; any number of names."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from lod.entity import Decision
from lod.reconcile.matcher import Matcher
from lod.reconcile.namelist import Question
from lod.reconcile.unknowns import Unknowns

AT_ONCE = 500
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(tuple[str, Decision]).decode


def matched(matcher: Matcher, asked: Sequence[Question]) -> list[tuple[Question, Decision]]:
    """Decide some names, each by itself.

    Python's search for cycles rests meanwhile: there are none, and it takes 5 % of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        matcher.prepare((one.name, one.kind, one.situation, "") for one in asked)
        return [(one, matcher.match(one.name, one.kind, one.situation)) for one in asked]
    finally:
        if was:
            gc.enable()


def decided(
    matcher: Matcher, asked: Iterable[Question], done: Callable[[int], None]
) -> Iterator[tuple[str, Decision]]:
    """Decide names in their order; give the id of each with what was decided.

    All are decided before the first is given, since how many of a list nobody knows tells
    something of each. done: is told how many were decided.
    """
    unknowns, waiting, count = Unknowns(), iter(asked), 0
    with tempfile.TemporaryFile() as file:
        while some := list(islice(waiting, AT_ONCE)):
            for one, decision in matched(matcher, some):
                unknowns.add(decision)
                file.write(_encode((one.id, decision)) + b"\n")
            count += len(some)
            done(count)
        file.seek(0)
        odds = matcher.leaning(unknowns)
        for line in file:
            ident, decision = _decode(line)
            yield ident, matcher.collected(decision, odds)
