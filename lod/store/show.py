"""One thing for a person to read: a card from the store, or its file out of the release."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from lod.errors import TermError, UsageError
from lod.formats import rdf_format
from lod.lazily import regex
from lod.store import Row, Solutions, Store
from lod.store.table import shown
from lod.terms import Term, iri, literal, value

_TITLES = """SELECT ?title ?label WHERE { OPTIONAL { ?this dcterms:title ?title }
  OPTIONAL { ?this rdfs:label|skos:prefLabel ?label } }"""
_ROLES = """SELECT DISTINCT ?heading ?name ?value ?label ?item WHERE {
  ?this crm:P106_is_composed_of?/crm:P73_has_translation?/(crm:P94i_was_created_by
    |crm:P16i_was_used_for|crm:P108i_was_produced_by)/crm:P9_consists_of* ?act .
  ?act crm:P14_carried_out_by|crm:P11_had_participant ?value ; crm:P2_has_type ?heading .
  OPTIONAL { ?heading skos:prefLabel ?name FILTER(LANG(?name) = "en") }
  OPTIONAL { ?value rdfs:label ?label } OPTIONAL { ?value la:equivalent ?item } }"""
_CREATORS = """SELECT DISTINCT ?heading ?value ?label ?item WHERE {
  VALUES ?heading { dcterms:creator dcterms:contributor mrel:rcp mrel:sgn mrel:trl }
  ?this ?heading ?value OPTIONAL { ?value rdfs:label ?label }
  OPTIONAL { ?value la:equivalent ?item } }"""
_LINKS = """SELECT DISTINCT ?value ?item ?confidence ?status ?note WHERE {
  ?this (crm:P67_refers_to|dcterms:creator|dcterms:contributor|mrel:rcp|dcterms:spatial)? ?thing .
  { GRAPH ?g { ?act crm:P140_assigned_attribute_to ?thing ; crm:P141_assigned ?item ;
      lo:confidence ?confidence ; lo:status ?status . OPTIONAL { ?act crm:P3_has_note ?note } } }
  UNION { ?act crm:P140_assigned_attribute_to ?thing ; crm:P141_assigned ?item ;
      lo:confidence ?confidence ; lo:status ?status . OPTIONAL { ?act crm:P3_has_note ?note } }
  OPTIONAL { ?thing rdfs:label ?value } }"""
_USES = """SELECT DISTINCT ?value ?label ?date WHERE {
  ?value crm:P67_refers_to|dcterms:creator|dcterms:contributor|mrel:rcp|dcterms:spatial ?this .
  ?record foaf:primaryTopic ?value OPTIONAL { ?value dcterms:title ?label }
  OPTIONAL { ?value dcterms:created ?date } } ORDER BY ?date ?value LIMIT 20"""

_NUMBERED = (
    "SELECT ?value ?key { ?record foaf:primaryTopic ?value . ?value dcterms:identifier ?key }"
)
_DESCRIBED = "SELECT ?value { ?record foaf:primaryTopic ?value }"
_MOST_PARTS = 4
_ALIKE = 0.75
_NUMBER = regex(r"\d+")
_NOTHING = literal("")
_NONE = "none-found"


class _Line(NamedTuple):
    """A heading of the card, and the SELECT of ?value and ?label that fills it."""

    heading: str
    query: str


_LABELLED = "OPTIONAL { ?value rdfs:label|skos:prefLabel ?label }"
_LINES = (
    _Line("type", f"SELECT * WHERE {{ ?this dcterms:type|crm:P2_has_type ?value {_LABELLED} }}"),
    _Line("date", "SELECT * WHERE { ?this dcterms:created|dcterms:date ?value }"),
    _Line(
        "as written",
        """SELECT * WHERE { ?this (crm:P94i_was_created_by|crm:P108i_was_produced_by)
          /crm:P4_has_time-span/crm:P1_is_identified_by/crm:P190_has_symbolic_content ?value }""",
    ),
    _Line("language", f"SELECT * WHERE {{ ?this crm:P72_has_language ?value {_LABELLED} }}"),
    _Line(
        "written at",
        f"""SELECT * WHERE {{ ?this crm:P94i_was_created_by/crm:P7_took_place_at ?value
          {_LABELLED} }}""",
    ),
    _Line("place", f"SELECT * WHERE {{ ?this dcterms:spatial ?value {_LABELLED} }}"),
    _Line("subject", f"SELECT * WHERE {{ ?this dcterms:subject ?value {_LABELLED} }}"),
    _Line(
        "kept",
        """SELECT * WHERE { ?this crm:P128i_is_carried_by ?copy .
          ?copy crm:P50_has_current_keeper/rdfs:label ?label ;
            crm:P48_has_preferred_identifier/crm:P190_has_symbolic_content ?value }""",
    ),
    _Line("rights", f"SELECT * WHERE {{ ?this dcterms:rights ?value {_LABELLED} }}"),
    _Line("web page", "SELECT * WHERE { ?this schema:url ?value }"),
    _Line(
        "name",
        """SELECT * WHERE { ?this crm:P1_is_identified_by ?named .
          ?named a crm:E33_E41_Linguistic_Appellation ; crm:P190_has_symbolic_content ?value }""",
    ),
    _Line("Wikidata", "SELECT * WHERE { ?this la:equivalent ?value }"),
    _Line("replaced by", "SELECT * WHERE { ?this dcterms:isReplacedBy ?value }"),
)


def card(store: Store, uri: str, prefixes: Mapping[str, str], width: int = 100) -> str:
    """Describe a record or an entity in lines of text; use it for `lod show` on a terminal.

    uri: of the thing itself (see `thing`). prefixes: those of the dataset. width: columns.
    Raises UsageError when the release says nothing about it.
    """
    asked = _Asked(store, iri(uri), prefixes)
    named = [row.get("title") or row.get("label") for row in asked.rows(_TITLES)]
    titles = sorted(value(name) for name in named if name)
    facts = [line for line in _facts(asked) if line[0] != "name" or line[1] not in titles]
    lines = [*facts, *_people(asked), *_links(asked), *_uses(asked)]
    if not titles and not lines:
        mend = _meant(store, uri, prefixes) or "check the spelling"
        raise UsageError("the release says nothing about it", where=uri, mend=mend)
    title = shown(titles[0]) if titles else uri
    body = (
        _wrapped("" if lines[at - 1][:1] == (heading,) and at else heading, text, width)
        for at, (heading, text) in enumerate(lines)
    )
    return "\n".join([title, uri, "", *body]) + "\n"


def _meant(store: Store, uri: str, prefixes: Mapping[str, str]) -> str:
    """Say which record was meant: by its number in place of its URI, else the URI most alike."""
    parts = uri.split("/")[3:]
    for start in range(min(len(parts), _MOST_PARTS)):
        key = literal("/".join(parts[start:]))
        answer = store.query(_NUMBERED, prefixes=prefixes, bind={"key": key})
        rows = islice(answer.terms(), 1) if isinstance(answer, Solutions) else ()
        for row in rows:
            return _asked(value(row["value"]))
    answer = store.query(_DESCRIBED, prefixes=prefixes)
    every = (value(row["value"]) for row in answer.terms()) if isinstance(answer, Solutions) else ()
    return _asked(_most_alike(uri, every))


def _asked(meant: str) -> str:
    return f"did you mean {meant}?" if meant else ""


def _most_alike(uri: str, known: Iterable[str]) -> str:
    """Give the address in the same folder whose end is most alike; "" where none is enough.

    Capitals do not count, but numbers do: another number is another record.
    """
    folder, _, key = uri.rpartition("/")
    wanted, least, best = key.casefold(), _ALIKE, ""
    for one in known:
        if not one.startswith(f"{folder}/"):
            continue
        other = one[len(folder) + 1 :].casefold()
        found = Levenshtein.normalized_similarity(wanted, other, score_cutoff=least)
        better = found > least or (found == least and (not best or one < best))
        if better and _NUMBER.findall(other) == _NUMBER.findall(wanted):
            least, best = found, one
    return best


def thing(uri: str, base: str) -> str:
    """Find the URI that is meant: whole or below the base, of the thing or of its record.

    >>> thing("record/doc/x-1.ttl", "https://a.example/")
    'https://a.example/doc/x-1'
    """
    path = uri.strip().removeprefix(base).partition("#")[0]
    if "://" in path:
        raise UsageError("not of this dataset", where=uri, mend=f"its URIs begin with {base}")
    if path.startswith("record/"):
        path = path.removeprefix("record/")
        for ending in (".ttl", ".jsonld", ".nt", ".rdf", ".html"):
            path = path.removesuffix(ending)
    try:
        iri(base + path)
    except TermError:
        mend = f"write it as in {base}doc/letters-1, or doc/letters-1"
        raise UsageError("is no URI", where=uri, mend=mend) from None
    return base + path


def stored(release: Path, uri: str, base: str, format: str) -> bytes:
    """Read the file that a release holds about a thing, `turtle` or `json-ld`, as it is served.

    Raises UsageError when there is none, also when the URI tries to leave the folder.
    """
    folder = (release / "record").resolve()
    path = thing(uri, base).removeprefix(base)
    file = (folder / f"{path}.{rdf_format(format).extension}").resolve()
    if not file.is_relative_to(folder) or not file.is_file():
        there = file.parent.glob(f"*{file.suffix}") if file.is_relative_to(folder) else ()
        names = (one.relative_to(folder).with_suffix("").as_posix() for one in there)
        what, meant = f"the release holds no {format} about it", _most_alike(path, names)
        raise UsageError(what, where=uri, mend=_asked(meant and base + meant))
    return file.read_bytes()


class _Asked:
    """A store asked about one thing: `?this` in every query is its URI.

    It stands in the text, where the store's planner sees it: a path that begins at a variable
    which is bound from outside is searched through the whole store first.
    """

    def __init__(self, store: Store, this: Term, prefixes: Mapping[str, str]) -> None:
        self._store, self._this, self._prefixes = store, this, prefixes

    def rows(self, query: str) -> list[Row]:
        answer = self._store.query(query.replace("?this", self._this), prefixes=self._prefixes)
        return list(answer.terms()) if isinstance(answer, Solutions) else []


def _facts(asked: _Asked) -> Iterator[tuple[str, str]]:
    for line in _LINES:
        best: dict[Term, Row] = {}
        for row in sorted(asked.rows(line.query), key=_english_first):
            best.setdefault(row["value"], row)
        described = _typed if line.heading == "type" else _described
        yield from ((line.heading, text) for text in sorted(map(described, best.values())))


def _people(asked: _Asked) -> Iterator[tuple[str, str]]:
    """Name everyone with a role; without CIDOC-CRM, as Dublin Core has them."""
    rows = asked.rows(_ROLES) or asked.rows(_CREATORS)
    yield from sorted({(_heading(row), _described(row)) for row in rows})


def _links(asked: _Asked) -> Iterator[tuple[str, str]]:
    """Give what was decided about each name, how surely, and why."""
    for row in sorted(asked.rows(_LINKS), key=str):
        status, note = _last(row["status"]), value(row.get("note", _NOTHING))
        said = f"{_last(row['item'])} ({status}, {value(row['confidence'])})"
        if status == _NONE:
            said, note = note or "none found", ""
        who = f"{value(row['value'])}{':' if status == _NONE else ' ='} " if "value" in row else ""
        yield "link", f"{who}{said}{': ' if note else ''}{note}"


def _uses(asked: _Asked) -> Iterator[tuple[str, str]]:
    for row in asked.rows(_USES):
        date = f"{value(row['date'])} " if "date" in row else ""
        yield "in", f"{date}{_described(row)}"


def _typed(row: Row) -> str:
    """Write a type that has no label here by the last part of its address: `Text`."""
    return _described(row) if "label" in row else _last(row["value"])


def _described(row: Row) -> str:
    """Write a row's value: `label (reference)` where both are texts, the label for a node."""
    text, label = value(row["value"]), value(row.get("label", _NOTHING))
    if label and not row["value"].startswith("<"):
        label = f"{label}: {text}"
    item = f" [{_last(row['item'])}]" if "item" in row else ""
    return (label or text) + item


def _english_first(row: Row) -> tuple[bool, str]:
    label = row.get("label", _NOTHING)
    return not label.endswith("@en"), label


def _heading(row: Row) -> str:
    return value(row["name"]) if "name" in row else _last(row["heading"])


def _last(term: Term) -> str:
    return value(term).rstrip("/").rpartition("/")[2]


def _wrapped(heading: str, text: str, width: int) -> str:
    start = f"  {heading:<16} "
    return textwrap.fill(
        shown(text), width, initial_indent=start, subsequent_indent=" " * len(start)
    )
