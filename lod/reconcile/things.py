"""Bodies and places that a name may mean: by the whole name, or by its key loosened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lod.reconcile.entry import Entry
from lod.reconcile.keysof import FIELD_OF, KEY_OF, LOOSE_OF
from lod.reconcile.parse import Query
from lod.reconcile.places import lies_in, translated
from lod.reconcile.postings import Field
from lod.reconcile.weights import weigh

Thing = tuple[Entry, tuple[str, ...], str]
_OfKey = Callable[[Field, str], Iterable[Entry]]
# Classes whose instances a bare name means before all others.
_STATES = frozenset({"Q6256", "Q3624078"})
_SHOWN, _LOOKED_AT = 12, 400
_BEST_KNOWN = 6


def things(query: Query, of_key: _OfKey) -> Iterator[Thing]:
    """Find bodies or places; of_key gives what is filed under a key. The likeliest come first.

    What has the whole name comes alone; else what has it but for a country's adjective, a form
    of state or the kind of place.
    """
    field = FIELD_OF[query.kind]
    if query.qualifier:
        together = query._replace(key=query.alternates[0], qualifier=())
        found = list(_found(together, of_key(field, together.key), _whole))
        if found:
            yield from ((entry, (*how, "qualifier agrees"), name) for entry, how, name in found)
            return
    found = _named(query, of_key)
    loose = LOOSE_OF[query.kind](query.key)
    if not found and loose:
        filed = {one.id: one for one in of_key(Field.LOOSE, f"{field} {loose}")}
        filed |= {one.id: one for one in of_key(field, loose)}
        found = list(_found(query, filed.values(), _loosened))
    found.sort(key=lambda one: (-weigh(one[1]), one[0].id))
    yield from found[:_SHOWN]


def _named(query: Query, of_key: _OfKey) -> list[Thing]:
    """Find what has the whole name, also as another language has it; of two names the better."""
    best: dict[str, Thing] = {}
    for key in (query.key, *translated(query)):
        for one in _found(query._replace(key=key), of_key(FIELD_OF[query.kind], key), _whole):
            known = best.get(one[0].id)
            if known is None or weigh(known[1]) < weigh(one[1]):
                best[one[0].id] = one
    return list(best.values())


_Named = Callable[[Entry, str], tuple[str, str]]


def _found(query: Query, entries: Iterable[Entry], named: _Named) -> Iterator[Thing]:
    for _, entry in zip(range(_LOOKED_AT), entries, strict=False):
        if entry.kind == query.kind:
            name, how = named(entry, query.key)
            if name:
                yield entry, tuple(_traits(query, entry, how)), name


def _whole(entry: Entry, key: str) -> tuple[str, str]:
    """Give the name that has a key, and whether it is the preferred one."""
    key_of = KEY_OF[entry.kind]
    if key_of(entry.label) == key:
        return entry.label, "by its name"
    name = next((name for name in entry.names if key_of(name) == key), "")
    return name, "by another name"


def _loosened(entry: Entry, key: str) -> tuple[str, str]:
    key_of, loosened = KEY_OF[entry.kind], LOOSE_OF[entry.kind]
    loose = loosened(key)
    names = (entry.label, *entry.names)
    name = next((name for name in names if (loosened(key_of(name)) or key_of(name)) == loose), "")
    return name, "loosely"


def _traits(query: Query, entry: Entry, how: str) -> Iterator[str]:
    kind = query.kind
    acronym = kind == "group" and query.is_acronym
    yield f"{kind}, {'by its acronym' if acronym else how}"
    yield f"{kind}, renown {min(entry.weight, _BEST_KNOWN)}"
    if not _STATES.isdisjoint(entry.classes):
        yield "a state"
    if query.qualifier and lies_in(entry.description, " ".join(query.qualifier)):
        yield "qualifier agrees"
    if kind == "group" and any(KEY_OF[kind](name) in query.alternates for name in entry.names):
        yield "acronym agrees too"
