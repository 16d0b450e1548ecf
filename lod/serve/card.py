"""The lines of a catalogue card, read from what a record says of its thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lod.namespaces import CRM, DC, DCMITYPE, DCTERMS, LA, PROV, RDF, RDFS, SCHEMA, SKOS
from lod.terms import Term

Statement = tuple[str, str, str]
_CREATION = (CRM["P94i_was_created_by"], CRM["P108i_was_produced_by"])
_NAMED = (CRM["P1_is_identified_by"],)
_CONTENT = (CRM["P190_has_symbolic_content"],)
_WHEN, _LABEL = (CRM["P4_has_time-span"],), (RDFS["label"],)
_COPY = (CRM["P128i_is_carried_by"],)
_NAME_CLASS = str(CRM["E33_E41_Linguistic_Appellation"])
# The type in the list of Dublin Core says less than ours beside it.
_OTHERS = f"<{DCMITYPE.base}"
# What is stamped on a document is a type of it too.
_MARKS = ("/vocab/classification/", "/vocab/handling/")
# A heading, and the way from the thing to its values: at each step one of some properties.
_LINES: tuple[tuple[str, tuple[tuple[Term, ...], ...]], ...] = (
    ("Type", ((DCTERMS["type"], CRM["P2_has_type"]),)),
    ("Date", ((DCTERMS["created"], DCTERMS["date"]),)),
    ("Date as written", (_CREATION, (CRM["P4_has_time-span"],), _NAMED, _CONTENT)),
    ("Born", ((CRM["P98i_was_born"],), _WHEN, _LABEL)),
    ("Died", ((CRM["P100i_died_in"],), _WHEN, _LABEL)),
    ("Founded", ((CRM["P95i_was_formed_by"],), _WHEN, _LABEL)),
    ("Ended", ((CRM["P99i_was_dissolved_by"],), _WHEN, _LABEL)),
    ("Summary", ((DCTERMS["abstract"],),)),
    ("Note", ((DCTERMS["description"],),)),
    ("Language", ((CRM["P72_has_language"],),)),
    ("Subject", ((DCTERMS["subject"],),)),
    ("Reference", (_COPY, (CRM["P48_has_preferred_identifier"],), _CONTENT)),
    ("Kept", (_COPY, (CRM["P50_has_current_keeper"], CRM["P46i_forms_part_of"]))),
    ("Identifier", ((DCTERMS["identifier"],),)),
    ("In the set", ((CRM["P106i_forms_part_of"],),)),
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
        own = [value for values in self.names().values() for value in values]
        names = [one for one in self._names() if one not in own]
        if entity and names:
            yield Line("Also called", tuple(names))
        for heading, way in _LINES:
            values = [one for one in self.follow(*way) if not one.startswith(_OTHERS)]
            if heading == "Type":
                marks = [one for one in values if any(part in one for part in _MARKS)]
                yield from _some("Type", [one for one in values if one not in marks])
                yield from _some("Marking", marks)
            else:
                yield from _some(heading, values)

    def follow(self, *way: tuple[Term, ...]) -> list[str]:
        """Walk from the thing along properties; give where that leads, each place once."""
        return self._from([self._this], way)

    def files(self) -> list[str]:
        """Give the files in which copies of the thing lie."""
        return self.follow(_COPY, (CRM["P46i_forms_part_of"],))

    def sources(self) -> list[str]:
        """Give the snapshots of a source from which the record was made."""
        records = [subject for subject, name in self._said if name == str(PROV["wasDerivedFrom"])]
        return self._from(list(dict.fromkeys(records)), ((PROV["wasDerivedFrom"],),))

    def modified(self) -> str:
        """Give the day on which what is said changed last, "" when it is not told."""
        found = [
            value
            for (_, name), values in self._said.items()
            if name == str(DCTERMS["modified"])
            for value in values
        ]
        return max(found, default='""').partition('"')[2].partition('"')[0]

    def called(self) -> list[str]:
        """Give all names of an entity, as they are written."""
        return self._names()

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


def _some(heading: str, values: list[str]) -> Iterator[Line]:
    if values:
        yield Line(heading, tuple(values))


_TITLES = (DCTERMS["title"], SKOS["prefLabel"], RDFS["label"])
