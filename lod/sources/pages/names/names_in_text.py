"""Who and what a page's text names: persons, bodies and places, each with where it stands."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from lod.entity import EntityKind, Gazetteer, Spotted
from lod.sources.pages.bodies.bodies import Bodies
from lod.sources.pages.bodies.bodynames import readings
from lod.sources.pages.bodies.foreignbodies import HEADED, foreign_bodies
from lod.sources.pages.bodies.ofbodies import outside_bodies, state_names
from lod.sources.pages.bodies.setphrases import bodies_by_name
from lod.sources.pages.bodies.smallheads import JOINT, joint_name
from lod.sources.pages.names.readregion import SHORT, Read, Region, without_heads
from lod.sources.pages.persons.again import AGAIN, unsettled
from lod.sources.pages.persons.caseforms import CaseForms
from lod.sources.pages.persons.eastern import persons_abroad
from lod.sources.pages.persons.foreign import WEAK_RULES
from lod.sources.pages.persons.givenplaces import is_given, is_particled
from lod.sources.pages.persons.glosses import glosses, held, meant_by, places_meant, spellings
from lod.sources.pages.persons.persons import Persons, Seen
from lod.sources.pages.persons.prosenames import GENITIVE
from lod.sources.pages.persons.resolve import Cast
from lod.sources.pages.places.exonyms import nominative
from lod.sources.pages.places.linked import linked
from lod.sources.pages.places.longplaces import with_long_names
from lod.sources.pages.places.placenames import whole_places
from lod.sources.pages.places.places import Located, places
from lod.sources.pages.places.posts import fuller_posts, is_post
from lod.sources.pages.places.whereabouts import whereabouts
from lod.sources.pages.places.wholeplaces import as_wholes
from lod.sources.pages.text.tongues import tongue
from lod.sources.pages.words.bodywords import STATES
from lod.sources.pages.words.cautions import cautions
from lod.sources.pages.words.folding import plain
from lod.sources.pages.words.saidwords import words_in
from lod.sources.pages.words.ships import is_quoted, ships
from lod.sources.pages.words.spans import Span, longest, outside, runs_on
from lod.sources.pages.words.textwords import FAMILY_FIRST, RANKS, THINGS
from lod.sources.pages.words.tokens import Token, words_of

_LOOK_BACK = 30
_GLOSS = re.compile(r"\s*\[[^\[\]]*\]\s*")


class Named(NamedTuple):
    """A name in a page: its place, its kind, the form to record, and the rule that found it."""

    start: int
    end: int
    kind: EntityKind
    name: str
    rule: str


class NamesInText:
    """Reads the regions of one page together: whom one names in full, another names by surname.

    told: names with the places that the form of the text gives to persons (address, signature,
    copies, title). year: of the text, None when it is not known. sites: names of places that its
    form tells.
    """

    cast: Cast  # once `find` has been asked
    _main: Mapping[str, str]

    def __init__(
        self,
        text: str,
        regions: Sequence[Region],
        gazetteers: Sequence[Gazetteer] = (),
        year: int | None = None,
        sites: Collection[str] = (),
    ) -> None:
        self._text = text
        self._knows = bool(gazetteers)
        known = map(re.escape, sorted(sites, key=lambda one: (-len(one), one)))
        self._sites = re.compile(rf"\b(?:{'|'.join(known)})\b") if sites else None
        self._reads = [self._read(region, gazetteers, year) for region in regions]
        self.tongue = ""
        self._forms = CaseForms("", "")
        self._given: tuple[str, ...] = ()
        self.recorded: dict[str, str] = {}
        self._states = dict(STATES)

    def find(
        self,
        told: Iterable[tuple[int, int, str]] = (),
        bodies: Iterable[str] = (),
        labelled: Iterable[str] = (),
    ) -> list[Named]:
        """Give every name, in order; none stands within another of its kind.

        bodies: names that the form of the text gives, of which others may be short forms.
        labelled: persons whom the page's labels name, of whom the text may give the surname alone.
        """
        self._given = tuple(" ".join(one.split()) for one in bodies)
        text, given = self._text, list(told)
        self._main = self._first_of_families(given)
        for read in self._reads:
            prose = read.region.prose and read.is_english
            read.finder = persons = Persons(text, read.cut, read.taken, read.known, prose=prose)
            foreign = () if read.is_english else self._foreign(read)
            own = without_heads(persons.find(), read.foreign)
            read.persons = longest({*own, *_inside(given, read.region), *foreign})
            read.explained = list(glosses(text, *read.region[:2], read.persons, read.taken))
            offices = held(text, *read.region[:2], read.taken)
            if more := [*meant_by(read.explained), *offices]:
                read.persons = longest({*read.persons, *more})
        seen = [one for read in self._reads for one in read.persons]
        others = [one for one in given if not any(_holds(r.region, one) for r in self._reads)]
        self._inflected()
        bare = self._forms.bare
        names = [(bare(text[one.start : one.end]), one.rule) for one in seen]
        self.cast = Cast(
            (*(name for name, _ in names), *(bare(text[lo:hi]) for lo, hi, _ in others), *labelled),
            {name for name, rule in names if rule == "gazetteer"},
            {name for name, rule in names if rule not in WEAK_RULES},
            spellings(text, (one for read in self._reads for one in read.explained), given),
        )
        for read in self._reads:
            listed = read.listed(self.cast.surnames())
            read.persons = longest({*read.persons, *self._again(read), *listed})
            read.covered = read.starts(read.persons)
            located = {one.start: one.end for one in read.located}
            read.bodies = Bodies(text, read.cut, read.spotted, located, read.covered).find()
            if not read.is_english:
                read.bodies = longest({*read.bodies, *self._foreign_bodies(read)})
        self._places_by_letters()
        return sorted({*self._persons(), *self._bodies(), *self._places()})

    def _inflected(self) -> None:
        """Know the forms of surnames in the longest text that is in another language."""
        foreign = [read for read in self._reads if read.tongue and read.region.prose]
        self.tongue = max(foreign, key=lambda read: len(read.words)).tongue if foreign else ""
        self._forms = CaseForms(self._text, self.tongue)
        for one in (one for read in foreign for one in read.persons if one.rule in GENITIVE):
            self._forms.tell(self._text[one.start : one.end])

    def _foreign(self, read: Read) -> Iterable[Seen]:
        """Read a text of another language: its bodies, and persons where no other name is known."""
        span = read.region.start, read.region.end
        read.tongue = tongue(self._text[slice(*span)])
        read.foreign = list(foreign_bodies(self._text, *span, read.tongue))
        names: tuple[Sequence[Span], ...] = (read.spotted, read.located, read.foreign)
        known = [(one.start, one.end) for some in names for one in some]
        prose = read.region.prose
        return persons_abroad(self._text, span, read.tongue, known) if prose else ()

    def _foreign_bodies(self, read: Read) -> Iterator[Seen]:
        """Find bodies as another language names them, but where a person is named."""
        places = {(one.start, one.end) for one in read.spotted if one.kind == "place"}
        for one in read.foreign:
            if (one.start, one.end) in places:
                continue  # the Unión Soviética
            if not any(lo.start < one.end and one.start < lo.end for lo in read.persons):
                yield one

    def bodies(self) -> list[Seen]:
        """Give the bodies, once `find` has been asked."""
        return [one for read in self._reads for one in read.bodies]

    def reads_english(self) -> bool:
        """Tell whether the page has a text long enough to say so, and it is in English."""
        long = [read for read in self._reads if len(read.words) >= SHORT]
        return bool(long) and all(read.is_english for read in long)

    def reading(self, name: str) -> str:
        """Give the name under which a person is recorded, in the nominative."""
        read = self.cast.reading(self._forms.bare(name))
        return self._main.get(read.casefold(), read)

    def _first_of_families(self, told: Iterable[tuple[int, int, str]]) -> dict[str, str]:
        """Say who is meant by a family name that stands first: whom the form names first."""
        found: dict[str, str] = {}
        for start, end, rule in told:
            family, _, given = " ".join(self._text[start:end].split()).partition(" ")
            if given and family.casefold() in FAMILY_FIRST and "participant" in rule:
                found.setdefault(family.casefold(), f"{family} {given}")
        return found

    def is_place(self, start: int, end: int) -> bool:
        """Tell whether a stretch is the name of a place that a gazetteer knows."""
        begins, reach = self._known_places
        at = bisect(begins, start)
        return at > 0 and end <= reach[at - 1]

    @cached_property
    def _known_places(self) -> tuple[list[int], list[int]]:
        """Give where known places begin, in order, and how far any of those up to each reaches."""
        spotted = (one for read in self._reads for one in read.spotted)
        found = sorted((one.start, one.end) for one in spotted if one.kind == "place")
        return [start for start, _ in found], [*accumulate((end for _, end in found), max)]

    def _read(self, region: Region, gazetteers: Sequence[Gazetteer], year: int | None) -> Read:
        part = self._text[region.start : region.end]
        begin = region.start
        spotted = [
            Spotted(one.start + begin, one.end + begin, one.kind, one.reading, one.rule)
            for gazetteer in gazetteers
            for one in gazetteer.spans(part, year)
        ]
        if self._sites:
            for one in self._sites.finditer(part):
                lo, hi = begin + one.start(), begin + one.end()
                spotted.append(Spotted(lo, hi, "place", nominative(one[0]), "dateline"))
        words = words_of(self._text, region.start, region.end)
        spotted = with_long_names(whole_places(self._text, spotted), words)
        said = words_in(self._text)
        spotted += bodies_by_name(part, begin, said)
        things = list(ships(self._text, *region[:2], said)) if region.prose else []
        things += cautions(self._text, *region[:2], said)
        spotted = longest([one for one in spotted if not self._is_eponym(one)
                           and not (one.kind == "person" and runs_on(self._text, one.end))
                           and not _touches(things, one)])  # fmt: skip
        located = [
            one for one in places(self._text, region.start, region.end, spotted)
            if not (_touches(things, one) or is_quoted(self._text, one.start, one.end))
        ]  # fmt: skip
        read = Read(region, words, spotted, located=located)
        read.taken |= read.starts(Seen(*one, "ship") for one in things)
        return read

    def _is_eponym(self, one: Spotted) -> bool:
        """Tell whether a place's name is that of a person: Ho Chi Minh, Israel Katz."""
        if one.kind != "place":
            return False
        words = self._text[one.start : one.end].split()
        if len(words) == 1 and is_particled(self._text, one.start):
            return True
        if len(words) == 2:
            return False
        called_after = len(words) == 3 and plain(words[0]) in FAMILY_FIRST
        return called_after or is_given(self._text, one.start, one.end)

    def _again(self, read: Read) -> Iterator[Seen]:
        """Find those who are known from elsewhere in the page: by surname, in full, misspelt."""
        surnames, full, words = self.cast.surnames(), self.cast.full_names(), read.words
        for at in unsettled(read.persons, read.cut, read.taken, surnames):
            word = words[at]
            if word.low in surnames and self._is_alone(words, at):
                yield Seen(word.start, word.end, AGAIN)
            elif self.cast.misspelt(word.text) and self._is_alone(words, at):
                yield Seen(word.start, word.end, "slip for a surname in this text")
            elif word.low in FAMILY_FIRST:
                for length in (3, 2):
                    some = words[at : at + length]
                    name = self.cast.reading(" ".join(one.text for one in some))
                    near = all(one.near for one in some[1:])
                    if len(some) == length and near and _key(name) in full:
                        yield Seen(word.start, some[-1].end, "name in this text")
                        break

    def _is_alone(self, words: Sequence[Token], at: int) -> bool:
        """Tell whether a surname is no part of another name."""
        behind = words[at + 1] if at + 1 < len(words) else None
        if behind and behind.near and behind.is_name and not words[at].own:
            loud = behind.text[0].isupper() and not behind.is_initials
            return not (loud or behind.low in THINGS)
        ahead = words[at - 1] if at and words[at].near else None
        return not ahead or not ahead.is_name or ahead.first or ahead.low in RANKS or ahead.own

    def _persons(self) -> Iterator[Named]:
        readings = {
            self._text[one.start : one.end]: one.reading
            for read in self._reads for one in read.spotted if one.reading
        }  # fmt: skip
        last: dict[tuple[str, str], str] = {}
        called: dict[str, tuple[str, str]] = {}
        for read in self._reads:
            for one in sorted(read.persons):
                written = self._text[one.start : one.end]
                known = called.get(written)
                if known is None:
                    name = " ".join(self.cast.reading(self._forms.bare(written)).split())
                    first = name.partition(" ")[0]
                    stands_first = first.casefold() in FAMILY_FIRST
                    known = called[written] = name, first if stands_first else ""
                name, family = known
                if family:
                    rank = self._rank_before(one.start)
                    if name == family:
                        name = self._of_family(family, rank, one.rule, last)
                    last["", family] = last[rank, family] = name
                yield Named(one.start, one.end, "person", readings.get(written, name), one.rule)

    def _of_family(
        self, family: str, rank: str, rule: str, last: Mapping[tuple[str, str], str]
    ) -> str:
        """Say which Pak is meant: of that rank, who speaks, or who was named last."""
        ranked = last.get((rank, family)) if rank else None
        main = self._main.get(family.casefold()) if rule == "speaker" else None
        return ranked or main or last.get(("", family), family)

    def _rank_before(self, start: int) -> str:
        """Give the word of rank before a name, "" for any other."""
        ahead = self._text[max(start - _LOOK_BACK, 0) : start].split()[-1:]
        word = ahead[0].strip(".,").casefold() if ahead else ""
        return word if word in RANKS else ""

    def _bodies(self) -> Iterator[Named]:
        """Give bodies; an acronym alone is that of the fuller name before it."""
        fuller: dict[str, str] = {}
        seen = [one for read in self._reads for one in read.bodies]
        recorded = self.recorded = readings(
            (*self._given, *(" ".join(self._body(one)) for one in seen))
        )
        for read in self._reads:
            for one in read.bodies:
                words = self._body(one)
                name = " ".join(words)
                if len(words) > 1 and words[0].isupper():
                    fuller[words[0]] = name
                elif one.rule == "acronym":
                    name = fuller.get(name, name)
                    if name in self._states:
                        continue
                yield Named(one.start, one.end, "group", recorded.get(name, name), one.rule)

    def _body(self, one: Seen) -> list[str]:
        """Give the words of a body, an acronym's without the gloss on it."""
        text = self._text[one.start : one.end]
        words = text.split()
        if one.rule == JOINT:
            return joint_name(words)
        return _GLOSS.sub(" ", text).split() if words[0].isupper() else words

    def _places_by_letters(self) -> None:
        """Find the acronyms which are those of states that the text names in full: DRA."""
        loud = {
            self._text[one.start : one.end]
            for read in self._reads for one in read.bodies if one.rule == "acronym"
        }  # fmt: skip
        for read in self._reads if loud else ():
            for place in read.located:
                whole = self._text[place.start : place.end]
                letters = "".join(word[0] for word in whole.split() if word[0].isupper())
                if letters in loud and len(letters) > 2:
                    self._states[letters] = " ".join(whole.split())

    def _named_by_letters(self) -> Iterator[Located]:
        for read in self._reads if self._states else ():
            for one in read.bodies:
                if name := self._states.get(self._text[one.start : one.end]):
                    yield Located(one.start, one.end, "acronym of a place", name)

    def _unpeopled(self, found: list[Located]) -> list[Located]:
        """Leave out what names a person elsewhere in the page: a visit to Blas Roca."""
        text = self._text
        several = {name for one in found if " " in (name := text[one.start : one.end])}
        reads = self._reads if several else ()
        people = several & {text[one.start : one.end] for read in reads for one in read.persons}
        return [one for one in found if text[one.start : one.end] not in people]

    def _places(self) -> Iterator[Named]:
        found = list(self._named_by_letters())
        for read in self._reads:
            inside = [(one.start, one.end) for one in read.persons]
            inside += [(one.start, one.end) for one in read.bodies if one.rule == HEADED]
            known = outside(read.located, inside)
            found += outside_bodies(self._text, known, read.bodies)
            if self._knows and (read.is_english or not read.region.prose):
                cut, prose, placed = read.cut, read.region.prose, read.starts(known)
                more = whereabouts(cut, read.blocked(), prose=prose, places=placed)
                found += self._unpeopled(more)
            found += outside(linked(self._text, read.cut), [(one[0], one[1]) for one in found])
        posted = fuller_posts(self._text, found := as_wholes(self._text, found))
        spelled = [" ".join(self._text[one.start : one.end].split()) for one in found]
        called = [one.reading or words for one, words in zip(found, spelled, strict=True)]
        fullest = state_names(called)
        meant = places_meant(self._text, ((one.start, one.end) for one in found))
        for one, written, known_as in zip(found, spelled, called, strict=True):
            name = meant.get(written) or fullest.get(known_as, known_as)
            fuller = posted.get(written, "")
            if fuller and is_post(self._text, one):
                yield Named(one.start, one.end, "place", fuller, "post named in full elsewhere")
            else:
                yield Named(one.start, one.end, "place", name, one.rule)


def _touches(things: Sequence[tuple[int, int]], one: Spotted | Located) -> bool:
    """Tell whether a name is a ship's or such, or part of it."""
    return bool(things) and any(lo < one.end and one.start < hi for lo, hi in things)


def _inside(told: Iterable[tuple[int, int, str]], region: Region) -> list[Seen]:
    return [Seen(*one) for one in told if _holds(region, one)]


def _holds(region: Region, one: tuple[int, int, str]) -> bool:
    return region.start <= one[0] and one[1] <= region.end


def _key(name: str) -> str:
    return name.replace("-", " ").casefold()
