"""Terms of a query that a release says nothing of: a slip of the pen answers with no rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from urllib.parse import urljoin

from rapidfuzz.distance import OSA

from lod.lazily import regex
from lod.namespaces import SKOS, VOID, WIKIDATA, XSD, written
from lod.store import Boolean, Solutions, Store
from lod.store.gate import TOKEN
from lod.store.meant import most_alike
from lod.terms import Term, iri, value

_HELD = """ASK { { ?this ?p ?o } UNION { ?s ?this ?o } UNION { ?s ?p ?this }
  UNION { GRAPH ?this { ?s ?p ?o } }
  UNION { GRAPH ?g { { ?this ?p ?o } UNION { ?s ?this ?o } UNION { ?s ?p ?this } } } }"""
_TERMS = f"""SELECT DISTINCT ?term WHERE {{
  {{ GRAPH ?g {{ ?part {VOID["property"]}|{VOID["class"]} ?term }} }}
  UNION {{ ?term {SKOS["inScheme"]} ?scheme }} }}"""


_PARTED = regex("[/#]")


def strangers(
    store: Store, text: str, prefixes: Mapping[str, str], base: str
) -> Iterator[tuple[str, str]]:
    """Give the terms of a query that stand nowhere in a store, each with the one that was meant.

    Use it beside the answer: whoever misspells a class or property gets no rows, which look like
    the whole truth. Both are spelled as in the query; the second is "" where none is near. Items
    of Wikidata, things of the dataset, datatypes and functions are none of these terms, nor is
    what the program would write if there were any.
    """
    declared, known = dict(prefixes), written()
    near = list[str]()
    for sign, address in dict(_written(text, declared, base)).items():
        data = address.startswith(base) and not address.startswith((f"{base}vocab/", f"{base}ns#"))
        if data or address in known or address.startswith((WIKIDATA, XSD.base)):
            continue
        if not _held(store, iri(address)):
            near = near or sorted(known.union(_terms(store)))
            meant = most_alike(address, near) or _elsewhere(address, near)
            yield sign, _spelled(meant, declared) if meant else ""


def _written(text: str, declared: dict[str, str], base: str) -> Iterator[tuple[str, str]]:
    """Give the IRIs of a query as they are written and whole; its own prefixes are noted."""
    tokens = [one for one in TOKEN.finditer(text) if one.lastgroup not in (None, "skip")]
    signs = ["", "", *(one.group() for one in tokens), ""]
    inside = _Template()
    for place, one in enumerate(tokens, start=2):
        sign, before, following = signs[place], signs[place - 1].upper(), signs[place + 1]
        if before == "PREFIX":
            declared[sign.rstrip(":")] = following[1:-1]
            continue
        made = inside.passed(sign)
        said = one.lastgroup in ("iri", "name") and not made
        apart = "PREFIX" in (before, signs[place - 2].upper()) or before in ("BASE", "^^")
        if said and not apart and following != "(" and (address := _whole(sign, declared, base)):
            yield sign, address


class _Template:
    """What a CONSTRUCT makes: its terms need not stand in a store."""

    def __init__(self) -> None:
        self._begun, self._depth = False, 0

    def passed(self, sign: str) -> bool:
        """Take the next token; tell whether it belongs to the template."""
        if sign.upper() == "CONSTRUCT":
            self._begun = True
        if not self._begun:
            return False
        self._depth += (sign == "{") - (sign == "}")
        self._begun = self._depth > 0 or sign.upper() == "CONSTRUCT"
        return True


def _whole(sign: str, declared: Mapping[str, str], base: str) -> str:
    """Give the whole address of a term; "" for a prefix alone or one that is not known."""
    if sign.startswith("<"):
        return urljoin(base, sign[1:-1])
    prefix, _, local = sign.partition(":")
    known = local and prefix in declared and "\\" not in local
    return declared[prefix] + local if known else ""


def _held(store: Store, term: Term) -> bool:
    answer = store.query(_HELD.replace("?this", term))
    return isinstance(answer, Boolean) and answer.value


def _terms(store: Store) -> list[str]:
    """Give the classes, properties and concepts that a release has."""
    answer = store.query(_TERMS)
    rows = answer.terms() if isinstance(answer, Solutions) else ()
    return [value(row["term"]) for row in rows]


def _elsewhere(address: str, known: Iterable[str]) -> str:
    """Find a term that begins so (`E21_Person` of `E21`), or is called so in another namespace."""
    name = _name(address)
    begun = min((one for one in known if one.startswith(f"{address}_")), default="")
    likeness = partial(OSA.normalized_similarity, address)
    return begun or max((one for one in known if _name(one) == name), key=likeness, default="")


def _name(address: str) -> str:
    return _PARTED.split(address)[-1].casefold()


def _spelled(address: str, prefixes: Mapping[str, str]) -> str:
    """Spell an address by the longest prefix that fits it."""
    fitting = {name: space for name, space in prefixes.items() if address.startswith(space)}
    if not fitting:
        return f"<{address}>"
    name = max(fitting, key=lambda one: (len(fitting[one]), one))
    return f"{name}:{address[len(fitting[name]) :]}"
