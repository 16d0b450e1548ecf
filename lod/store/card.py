"""One thing for a person to read: all that a store says of it, in words, with reasons of links."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lod.errors import UsageError
from lod.lazily import regex
from lod.store import Row, Solutions, Store
from lod.store.block import CONTENT, LABELS, Block
from lod.store.meant import UNKNOWN, meant
from lod.store.said import is_graph
from lod.store.table import shown
from lod.terms import Term, iri, literal, value

_LINKS = """SELECT DISTINCT ?item ?confidence ?status ?note WHERE {
  { GRAPH ?g { ?act crm:P140_assigned_attribute_to ?this ; crm:P141_assigned ?item ;
      lo:confidence ?confidence ; lo:status ?status . OPTIONAL { ?act crm:P3_has_note ?note } } }
  UNION { ?act crm:P140_assigned_attribute_to ?this ; crm:P141_assigned ?item ;
      lo:confidence ?confidence ; lo:status ?status . OPTIONAL { ?act crm:P3_has_note ?note } } }"""
# Who names it is found first: joined with all records at once, it would be sought among them all.
# Whatever a record says of the thing, or of what lies in it, it says of itself or of its fragments.
_USES = """SELECT ?value ?label ?date WHERE {
  { SELECT DISTINCT ?value {
      ?inside (crm:P46i_forms_part_of|crm:P198i_is_held_or_supported_by)* ?this .
      ?node ?property ?inside .
      BIND(IRI(STRBEFORE(CONCAT(STR(?node), "#"), "#")) AS ?value) FILTER(?value != ?this) } }
  ?record foaf:primaryTopic ?value OPTIONAL { ?value dcterms:title ?label }
  OPTIONAL { ?value dcterms:created ?date } } ORDER BY ?date ?value"""
_MOST_USES = 20
_NOTHING = literal("")
_NONE = "none-found"
_MAKING = "crm:P94i_was_created_by|crm:P108i_was_produced_by"


class _Line(NamedTuple):
    """A heading of the card, and the path of what it tells.

    path: with ` or ` between ways to say the same; the first that leads anywhere is told.
    fresh: only what no line before has told. kind: of the fragments that it tells.
    """

    heading: str
    path: str
    fresh: bool = False
    kind: str = ""


_FACTS = (
    _Line("type", "dcterms:type|crm:P2_has_type"),
    _Line("date", "dcterms:created|dcterms:date"),
    _Line("date", f"{_MAKING}/crm:P4_has_time-span", fresh=True),
    _Line("as written", f"{_MAKING}/crm:P4_has_time-span/crm:P1_is_identified_by", fresh=True),
    _Line("event date", "crm:P129_is_about/crm:P4_has_time-span"),
    _Line("born", "crm:P98i_was_born/crm:P4_has_time-span"),
    _Line("died", "crm:P100i_died_in/crm:P4_has_time-span"),
    _Line("formed", "crm:P95i_was_formed_by/crm:P4_has_time-span"),
    _Line("dissolved", "crm:P99i_was_dissolved_by/crm:P4_has_time-span"),
    _Line("active", "crm:P14i_performed/crm:P4_has_time-span"),
    _Line("language", "crm:P72_has_language or dcterms:language"),
    _Line("translation", "crm:P73_has_translation|dcterms:hasVersion"),
    _Line("written at", f"{_MAKING}/crm:P7_took_place_at"),
    _Line("place", "dcterms:spatial"),
    _Line("lies in", "crm:P89_falls_within", fresh=True),
    _Line("latitude", "wgs84:lat"),
    _Line("longitude", "wgs84:long"),
    _Line("subject", "dcterms:subject"),
    _Line("abstract", "dcterms:abstract"),
    _Line("description", "dcterms:description"),
)
_ENDS = (
    _Line("refers to", "dcterms:references"),
    _Line("has part", "dcterms:hasPart|crm:P148_has_component"),
    _Line("reference", "dc:source", fresh=True),
    _Line("part of", "dcterms:isPartOf"),
    _Line("citation", "dcterms:bibliographicCitation"),
    _Line("identifier", "dcterms:identifier"),
    _Line("rights", "dcterms:rights|dcterms:license|dc:rights"),
    _Line("web page", "schema:url"),
    _Line("title", "dcterms:title|dcterms:alternative", fresh=True),
    _Line("name", "skos:prefLabel|skos:altLabel", fresh=True),
    _Line("name", "crm:P1_is_identified_by", True, "crm:E33_E41_Linguistic_Appellation"),
    _Line("Wikidata", "la:equivalent"),
    _Line("replaced by", "dcterms:isReplacedBy"),
    _Line("replaces", "dcterms:replaces"),
)
# Properties that name somebody in a role of vocab/role.
_ROLES = {
    "recipient": "mrel:rcp",
    "signatory": "mrel:sgn",
    "translator": "mrel:trl",
    "transcriber": "mrel:trc",
    "funder": "mrel:fnd",
    "printer": "mrel:prt",
    "publisher": "dcterms:publisher",
    "rights-holder": "dcterms:rightsHolder crm:P104_is_subject_to/crm:P105_right_held_by",
    "keeper": "mrel:rps|crm:P50_has_current_keeper",
    "owner": "crm:P52_has_current_owner",
    "former-owner": "crm:P51_has_former_or_current_owner",
}
# Activities without a role of their own, by the role in which somebody carried them out.
_ACTORS = {
    "translation": "translator",
    "signing": "signatory",
    "publication": "publisher",
    "300054686": "publisher",  # of the Art and Architecture Thesaurus
}
_ALSO = (
    _Line("creator", "dcterms:creator", fresh=True),
    _Line("contributor", "dcterms:contributor", fresh=True),
    _Line("about", "crm:P129_is_about", fresh=True),
    _Line("names", "crm:P67_refers_to", fresh=True),
)
# What only orders the graph, or says again what a reader has seen.
_SILENT = """rdf:type crm:P82a_begin_of_the_begin crm:P82b_end_of_the_end lo:edtf
crm:P168_place_is_defined_by"""
_SILENT_INSIDE = "crm:P72_has_language dcterms:language"
_ORDERING = {"", "idtype", "objecttype", "activity", "role", "nametype", "level"}
_MARKINGS = {"classification", "handling"}
_SHORT = {"type", "language"}
_PARTS = "crm:P106_is_composed_of"
_TYPE = "crm:P2_has_type"
_HEADING = 16
_PROPERTY = regex(r"P\d+i?_")
_WORDS = regex(r"[_-]+|(?<=[a-z])(?=[A-Z])")
_COUNT = regex(r"-\d+$")


def card(store: Store, uri: str, prefixes: Mapping[str, str], width: int = 100) -> str:
    """Describe a record or an entity in lines of text; use it for `lod show` on a terminal.

    uri: of the thing itself (see `thing`). prefixes: those of the dataset. width: columns.
    Raises UsageError when the release says nothing about it.
    """
    this = iri(uri)
    written = _Card(store, this, prefixes)
    written.write()
    if not written.titles and not written.lines and is_graph(store, this):
        return f"{uri}\n\n" + _wrapped("a graph", f"lod query with GRAPH {this}", width) + "\n"
    if not written.titles and not written.lines:
        found = meant(store, uri, prefixes)
        mend = f"did you mean {found}?" if found else UNKNOWN
        raise UsageError("the release says nothing about it", where=uri, mend=mend)
    title = shown(written.titles[0]) if written.titles else uri
    lines = list(written.lines)
    body = (
        _wrapped("" if at and lines[at - 1][0] == heading else heading, text, width)
        for at, (heading, text) in enumerate(lines)
    )
    return "\n".join([title, uri, "", *body]) + "\n"


class _Card:
    """Gathers the lines of a card: first what readers look for, then all that is left.

    titles: of the thing. lines: heading and text, each once, in order.
    """

    def __init__(self, store: Store, this: Term, prefixes: Mapping[str, str]) -> None:
        self._store, self._this, self._prefixes = store, this, prefixes
        self._block = Block(store, this, prefixes)
        self._said, self._seen = set[str](), {this}
        self.titles = self._titles()
        self.lines: dict[tuple[str, str], None] = {}

    def write(self) -> None:
        """Gather everything."""
        self._said.update(self.titles[:1])
        self._tell(*_FACTS)
        self._kept()
        self._tell(*_ENDS)
        for heading, who in sorted({*self._acting(), *self._in_roles()}):
            self._say(heading, who)
        self._tell(*_ALSO)
        rest: dict[str, list[str]] = {}
        for heading, text in self._rest():
            rest.setdefault(heading, []).append(text)
        for heading, texts in rest.items():
            for text in texts:
                self._say(heading, text)
        for heading, text in sorted(self._links()):
            self._say(heading, text)
        for text in self._uses():
            self._say("in", text)

    def _titles(self) -> list[str]:
        said = self._block.about(self._this)
        names = next((said[name] for name in (LABELS[2], *LABELS) if name in said), [])
        self._block.follow("rdfs:label")  # where there is a title, this is the title and the date
        return sorted(map(value, names))

    def _say(self, heading: str, text: str) -> None:
        self.lines[heading, text] = None
        self._said.add(text)

    def _tell(self, *lines: _Line) -> None:
        for line in lines:
            ways = [self._block.follow(path) for path in line.path.split(" or ")]
            told = next(filter(None, ways), [])
            self._seen.update(one for way in ways for one in way if one not in told)
            short = line.heading in _SHORT
            found = [
                (self._heading(line, one), self._described(one, short=short))
                for one in told
                if self._fits(one, line)
            ]
            for heading, text in sorted(found, key=lambda one: (one[0] != line.heading, one)):
                if text and not (line.fresh and text in self._said):
                    self._say(heading, text)

    def _heading(self, line: _Line, one: Term) -> str:
        return "marking" if self._scheme(one) in _MARKINGS else line.heading

    def _scheme(self, one: Term) -> str:
        """Give which of our vocabularies a term is of, "" for none."""
        ours, address = self._prefixes["v"], value(one)
        return address.removeprefix(ours).partition("/")[0] if address.startswith(ours) else ""

    def _fits(self, one: Term, line: _Line) -> bool:
        if one in self._block:
            kinds = self._block.about(one).get(self._block.term("rdf:type"), [])
            return not line.kind or self._block.term(line.kind) in kinds
        return not (line.fresh and one in self._seen)

    def _described(self, one: Term, *, short: bool = False) -> str:
        """Write a value: a literal's text, a node's label and item; short: else its last part."""
        text = self._block.text(one)
        if not one.startswith("<") or one in self._block:
            return text
        self._seen.add(one)
        items = self._block.about(one).get(self._block.term("la:equivalent"), [])
        item = f" [{_last(items[0])}]" if items else ""
        self._said.add(_last(one))
        return (text or (_last(one) if short else value(one))) + item

    def _kept(self) -> None:
        """Tell of each copy who keeps it under which reference, and of what that consists."""
        for copy in self._block.follow("crm:P128i_is_carried_by"):
            keepers = self._block.follow("crm:P50_has_current_keeper", copy)
            references = self._block.follow("crm:P48_has_preferred_identifier", copy) or [copy]
            who = ", ".join(map(self._described, keepers))
            where = "; ".join(map(self._block.text, references))
            self._said.add(where)
            self._say("kept", ": ".join(filter(None, (who, where))))
        for node in self._block.nodes[1:]:
            parts = [
                f"{self._name(one)} {self._block.text(one)}"
                for one in self._block.about(node).get(self._block.term(_PARTS), ())
                if one in self._block and CONTENT in self._block.about(one)
            ]
            if parts and CONTENT in self._block.about(node):
                self._say("in parts", ", ".join(parts))

    def _acting(self) -> Iterator[tuple[str, str]]:
        """Name whoever took part in the making, sending, meeting ... and as what."""
        for node in self._block.nodes[1:]:
            for who in self._block.follow("crm:P14_carried_out_by", node):
                yield self._role_of(node, self._name(node)), self._described(who)
            for who in self._block.follow("crm:P11_had_participant", node):
                yield self._role_of(node, "participant"), self._described(who)

    def _role_of(self, act: Term, other: str) -> str:
        kinds = self._block.about(act).get(self._block.term(_TYPE), [])
        for kind in kinds:
            if value(kind).startswith(self._prefixes["role"]):
                return self._role(kind)
            if _last(kind) in _ACTORS:
                return self._role(self._block.term(f"role:{_ACTORS[_last(kind)]}"))
        return other

    def _in_roles(self) -> Iterator[tuple[str, str]]:
        for role, path in _ROLES.items():
            for alternative in path.split(" "):
                for who in self._block.follow(alternative):
                    yield self._role(self._block.term(f"role:{role}")), self._described(who)

    def _role(self, role: Term) -> str:
        return self._block.text(role) or _last(role)

    def _rest(self) -> Iterator[tuple[str, str]]:
        """Give what no line has told, under the name of its property or of its fragment."""
        for node, name, one in self._block.untold():
            if self._is_silent(node, name, one) or one in self._seen:
                continue
            text = self._described(one)
            if text and text not in self._said:
                inside = "" if node == self._this else self._name(node)
                if inside and name == self._block.term(_TYPE):
                    yield f"{inside} type", text
                else:
                    yield inside if inside and name in (CONTENT, *LABELS) else _words(name), text

    def _is_silent(self, node: Term, name: Term, one: Term) -> bool:
        """Tell whether a statement only orders the graph, or says again what a reader sees."""
        inside = node != self._this
        silent = f"{_SILENT} {_SILENT_INSIDE}" if inside else _SILENT
        if name in {self._block.term(each) for each in silent.split()}:
            return True
        if not inside or name != self._block.term(_TYPE):
            return False
        return self._scheme(one) in _ORDERING

    def _name(self, node: Term) -> str:
        """Name a fragment: by the type of its number, else by the words after its `#`."""
        for kind in self._block.about(node).get(self._block.term(_TYPE), ()):
            if value(kind).startswith(self._prefixes["idt"]) and (name := self._block.text(kind)):
                return name
        return _COUNT.sub("", value(node).partition("#")[2]).replace("-", " ")

    def _links(self) -> Iterator[tuple[str, str]]:
        """Give what was decided about each name, how surely, and why; and claims of other dates."""
        for one in {*self._seen, *self._block.nodes}:
            if one in self._block or self._is_ours(one):
                for row in self._asked(_LINKS, one):
                    yield self._link(one, row)

    def _is_ours(self, one: Term) -> bool:
        words = self._prefixes["v"]
        address = value(one)
        return address.startswith(words.removesuffix("vocab/")) and not address.startswith(words)

    def _link(self, one: Term, row: Row) -> tuple[str, str]:
        status, note = _last(row["status"]), value(row.get("note", _NOTHING))
        claimed = self._block.text(row["item"]) if row["item"] in self._block else ""
        said = f"{claimed or _last(row['item'])} ({status}, {value(row['confidence'])})"
        if status == _NONE:
            said, note = note or "none found", ""
        name = "" if claimed else self._block.text(one)
        who = f"{name}{':' if status == _NONE else ' ='} " if name else ""
        return "claim" if claimed else "link", f"{who}{said}{': ' if note else ''}{note}"

    def _uses(self) -> Iterator[str]:
        """Give the first records that name the thing, by date, and how many more there are."""
        rows = self._asked(_USES, self._this)
        for row in rows[:_MOST_USES]:
            date = f"{value(row['date'])} " if "date" in row else ""
            yield f"{date}{value(row.get('label', row['value']))}"
        if len(rows) > _MOST_USES:
            more = len(rows) - _MOST_USES
            yield f"and {more:,} more: lod query with SELECT ?doc {{ ?doc ?as {self._this} }}"

    def _asked(self, query: str, this: Term) -> list[Row]:
        """Ask of one thing: `?this` in the query is its URI.

        It stands in the text, where the store's planner sees it: a path that begins at a variable
        which is bound from outside is searched through the whole store first.
        """
        answer = self._store.query(query.replace("?this", this), prefixes=self._prefixes)
        return list(answer.terms()) if isinstance(answer, Solutions) else []


def _words(name: Term) -> str:
    """Write a property as words.

    >>> _words(iri("http://www.cidoc-crm.org/cidoc-crm/P3_has_note"))
    'note'
    >>> _words(iri("http://purl.org/dc/terms/accrualMethod"))
    'accrual method'
    """
    last = value(name).rpartition("#")[2].rpartition("/")[2]
    return _WORDS.sub(" ", _PROPERTY.sub("", last)).lower().removeprefix("has ")


def _last(term: Term) -> str:
    return value(term).rstrip("/").rpartition("/")[2]


def _wrapped(heading: str, text: str, width: int) -> str:
    """Write a line of the card; a long heading stands above what it is of."""
    start, indent = f"  {heading:<{_HEADING}} ", " " * (_HEADING + 3)
    above = f"  {heading}\n" if len(heading) > _HEADING else ""
    first = indent if above else start
    return above + textwrap.fill(shown(text), width, initial_indent=first, subsequent_indent=indent)
