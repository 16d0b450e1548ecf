"""The lines of a catalogue card, read from what a record says of its thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lod.namespaces import CRM, DC, DCTERMS, LA, RDF, RDFS, SCHEMA, SKOS
from lod.terms import Term

Statement = tuple[str, str, str]
_CREATION = (CRM["P94i_was_created_by"], CRM["P108i_was_produced_by"])
_NAMED = (CRM["P1_is_identified_by"],)
_CONTENT = (CRM["P190_has_symbolic_content"],)
_COPY = (CRM["P128i_is_carried_by"],)
_NAME_CLASS = str(CRM["E33_E41_Linguistic_Appellation"])
# A heading, and the way from the thing to its values: at each step one of some properties.
_LINES: tuple[tuple[str, tuple[tuple[Term, ...], ...]], ...] = (
    ("Type", ((DCTERMS["type"], CRM["P2_has_type"]),)),
    ("Date", ((DCTERMS["created"], DCTERMS["date"]),)),
    ("Date as written", (_CREATION, (CRM["P4_has_time-span"],), _NAMED, _CONTENT)),
    ("Summary", ((DCTERMS["abstract"],),)),
    ("Note", ((DCTERMS["description"],),)),
    ("Language", ((CRM["P72_has_language"],),)),
    ("Subject", ((DCTERMS["subject"],),)),
    ("Reference", (_COPY, (CRM["P48_has_preferred_identifier"],), _CONTENT)),
    ("Kept", (_COPY, (CRM["P50_has_current_keeper"], CRM["P46i_forms_part_of"]))),
    ("Identifier", ((DCTERMS["identifier"],),)),
    ("Web page", ((SCHEMA["url"],),)),
    ("Rights", ((DCTERMS["rights"], DC["rights"]),)),
    ("Replaced by", ((DCTERMS["isReplacedBy"],),)),
    ("Definition", ((SKOS["definition"], RDFS["comment"]),)),
    ("Broader", ((SKOS["broader"],),)),
    ("Same as", ((LA["equivalent"], SKOS["exactMatch"], SKOS["closeMatch"]),)),
)


class Line(NamedTuple):
    """A heading of the card, and its values as terms in their N-Triples spelling."""

    heading: str
    values: tuple[str, ...]


class Card:
    """What a record says, to be walked through from its thing."""

    def __init__(self, statements: Iterable[Statement], this: str) -> None:
        self._this = f"<{this}>"
        self._said: dict[tuple[str, str], list[str]] = {}
        for subject, predicate, value in statements:
            self._said.setdefault((subject, predicate), []).append(value)

    def lines(self, *, entity: bool) -> Iterator[Line]:
        """Give the lines that have values; entity: also by which other names it goes."""
        if entity and (names := self._names()):
            yield Line("Also called", tuple(names))
        for heading, way in _LINES:
            if values := self.follow(*way):
                yield Line(heading, tuple(values))

    def follow(self, *way: tuple[Term, ...]) -> list[str]:
        """Walk from the thing along properties; give where that leads, each place once."""
        return self._from([self._this], way)

    def names(self) -> Mapping[str, list[str]]:
        """Give its titles and labels by property, the best property first."""
        found = {str(one): self._said.get((self._this, str(one)), []) for one in _TITLES}
        return {name: values for name, values in found.items() if values}

    def _from(self, places: list[str], way: tuple[tuple[Term, ...], ...]) -> list[str]:
        for step in way:
            reached = dict[str, None]()
            for place in places:
                for predicate in step:
                    reached |= dict.fromkeys(self._said.get((place, str(predicate)), ()))
            places = list(reached)
        return places

    def _names(self) -> list[str]:
        nodes = self.follow(_NAMED)
        kinds = str(RDF["type"])
        named = [one for one in nodes if _NAME_CLASS in self._said.get((one, kinds), ())]
        return self._from(named, (_CONTENT,))


_TITLES = (DCTERMS["title"], SKOS["prefLabel"], RDFS["label"])
