"""Which thing was meant, where somebody wrote its number, or nearly its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from lod.lazily import regex
from lod.namespaces import WIKIDATA
from lod.store import Solutions, Store
from lod.terms import Term, iri, literal, value

_NUMBERED = (
    "SELECT ?value ?key { ?record foaf:primaryTopic ?value . ?value dcterms:identifier ?key }"
)
_LINKED = "SELECT ?value ?item { ?value la:equivalent ?item } ORDER BY ?value"
_DESCRIBED = "SELECT ?value { ?record foaf:primaryTopic ?value }"
UNKNOWN = "check the spelling, or give its name or number"
_MOST_PARTS = 4
_ALIKE = 0.75
_ITEM = regex(r"Q[1-9]\d*")
_NUMBER = regex(r"\d+")


def meant(store: Store, uri: str, prefixes: Mapping[str, str]) -> str:
    """Give the URI of the record that was meant, "" for none: by its number, else the most alike.

    Its number may stand in place of the URI, or behind the prefix of its dataset, as in the URIs
    of documents: people, bodies and places have URIs of the register. The number of an item of
    Wikidata means what is tied to it.
    """

    def found(query: str, **bind: Term) -> Iterator[str]:
        answer = store.query(query, prefixes=prefixes, bind=bind)
        for row in answer.terms() if isinstance(answer, Solutions) else ():
            yield value(row["value"])

    for key, folder in _keys(uri):
        for one in found(_NUMBERED, key=literal(key)):
            if one.startswith(folder):
                return one
    item = uri.rpartition("/")[2]
    linked = found(_LINKED, item=iri(WIKIDATA + item)) if _ITEM.fullmatch(item) else iter(())
    return next(linked, "") or most_alike(uri, found(_DESCRIBED))


def _keys(uri: str) -> Iterator[tuple[str, str]]:
    """Give what may be the number in an address, and what the URI of its record begins with.

    These are its last parts, of anything; and the last without a prefix, of the same folder.
    """
    parts = uri.split("/")[3:]
    for start in range(min(len(parts), _MOST_PARTS)):
        yield "/".join(parts[start:]), ""
    folder, _, last = uri.rpartition("/")
    for start in range(1, min(last.count("-") + 1, _MOST_PARTS)):
        yield last.split("-", start)[start], f"{folder}/"


def most_alike(uri: str, known: Iterable[str]) -> str:
    """Give the address in the same folder whose end is most alike; "" where none is enough.

    Capitals do not count, but numbers do: another number is another record.
    """
    folder, _, key = uri.rpartition("/")
    wanted, least, best = key.casefold(), _ALIKE, ""
    for one in known:
        if not one.startswith(f"{folder}/"):
            continue
        other = one[len(folder) + 1 :].casefold()
        found = OSA.normalized_similarity(wanted, other, score_cutoff=least)
        better = found > least or (found == least and (not best or one < best))
        if better and _NUMBER.findall(other) == _NUMBER.findall(wanted):
            least, best = found, one
    return best
