"""Who had which part in a page's document, and who else it names: columns for the crosswalk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from lod.entity import Gazetteer
from lod.normalize.namewords import ACRONYMS, BODIES
from lod.normalize.wireaddresses import wire_address
from lod.sources import Cell
from lod.sources.pages.layout.editornotes import notes_from
from lod.sources.pages.layout.page_dates import dates, year_of
from lod.sources.pages.names.names_in_text import Named, NamesInText
from lod.sources.pages.names.readregion import Region
from lod.sources.pages.paperkind import Kinds, is_wired
from lod.sources.pages.papers.bylines import FORMULA, is_on_talk, journal_below, took_part
from lod.sources.pages.papers.convened import convened
from lod.sources.pages.papers.convenedabroad import SAT_ABROAD, convened_abroad, sat
from lod.sources.pages.papers.copylines import labelled_copies
from lod.sources.pages.papers.correspondence import Letter
from lod.sources.pages.papers.decrees import ISSUED, ISSUED_ABROAD, issued
from lod.sources.pages.papers.handedto import GIVEN, handed
from lod.sources.pages.papers.incoming import CAME_IN
from lod.sources.pages.papers.interviews import ASKING, interviewed, leave_out_asked
from lod.sources.pages.papers.madefor import is_for_office, told_in_summary
from lod.sources.pages.papers.memohead import OF_STATES, listed_first
from lod.sources.pages.papers.paperhead import direct, issuer, issuers, labelled_names
from lod.sources.pages.papers.papermarks import Told, numbered_title
from lod.sources.pages.papers.readfrom import joined_text, regions_of, without_places
from lod.sources.pages.papers.salutations import ONE_NAME, whom_it_reaches
from lod.sources.pages.papers.signedoffices import OF_SIGNATORY
from lod.sources.pages.papers.signers import INITIALLED, confirm_guess
from lod.sources.pages.papers.spoken import spoken
from lod.sources.pages.papers.visits import RECEIVED, began, met
from lod.sources.pages.persons.entryname import is_head
from lod.sources.pages.persons.inflectednames import INFLECTED, nominative_name
from lod.sources.pages.persons.listednames import holder, is_letters_of_body, persons_listed
from lod.sources.pages.persons.namelist import parted
from lod.sources.pages.persons.namevalues import in_full, named_in_full, once
from lod.sources.pages.persons.reflow import one_line, without_brackets
from lod.sources.pages.places.sites import seats, sites_of
from lod.sources.pages.text.pagetext import Line, Page
from lod.sources.pages.text.readable import readable
from lod.sources.pages.text.wholelines import paper_lines
from lod.sources.pages.titles.owntongue import in_own_tongue
from lod.sources.pages.titles.papertitle import called
from lod.sources.pages.titles.titleparts import OWN_DECISION, TitleParts
from lod.sources.pages.titles.titles import inverted_pair
from lod.sources.pages.titles.titletalk import talk_heads
from lod.sources.pages.words.bodywords import HEADS, WEAK_HEADS
from lod.sources.pages.words.secrecy import unspaced
from lod.sources.pages.words.textwords import OFFICES, RANKS, WEAK_RANKS
from lod.sources.pages.words.titleforms import form

_PERSONAL = frozenset(("recipient", "sender", "signatory", "copy_recipient"))
_MAY_BE_PERSONAL = _PERSONAL | {"participant", *ASKING, "author", "signatory_guess"}
_MAY_BE_BODIES = _PERSONAL | {"corporate_author", "corporate_signatory", "corporate_copy_recipient"}
_OF_BODIES = BODIES | ACRONYMS | HEADS | {"region", "district"}
# What heads those of one side: `For Poland:`.
_SIDE = re.compile(r"(?:For|From|On behalf of) (?:the )?[A-Z][\w. ]{2,30}:?")
_COLUMNS = {"person": "people_named", "group": "bodies_named", "place": "places_named"}
_OFFICES = OFFICES | RANKS | WEAK_RANKS | {"the"}
_HEAD, _PAIR, _TOP = 2000, 2, 8
_SENT = frozenset(
    ("letter", "telegram", "ciphered-telegram", "memorandum", "note", "dispatch", "airgram",
     "diplomatic-note", "aide-memoire", "circular-letter", "radiogram")
)  # fmt: skip
_OF_TALKS = frozenset(("diary", "record-of-conversation"))


class Roles:
    """Reads a page, its layout known, for people and their parts; `cells` gives the columns."""

    def __init__(
        self,
        page: Page,
        cells: Mapping[str, tuple[Cell, ...]],
        gazetteers: Sequence[Gazetteer] = (),
    ) -> None:
        self._text, self._cells = readable(page.text), cells
        self._titles = [one for one in cells.get("title", ()) if one.start >= 0]
        self._paired = list(self._pair())
        self._lines = paper_lines(page, self._text, cells)
        self._kind = _kinds(gazetteers)
        titles = (Line(one.start, one.end, self._text[one.start : one.end]) for one in self._titles)
        written = [self._text[one.start : one.end] for one in self._titles]
        numbered = (told for title in titles for told in numbered_title(title))
        present = list(self._present())
        self._told = [
            *numbered,
            *present,
            *self._copied(),
            *issued(self._lines),
            *journal_below(written, self._lines),
            *interviewed(self._lines),
            *handed(self._lines),
            *self._asked(),
            *self._met(written),
            *self._letter(written).read([*present, *self._writers()]),
        ]
        self._year = year_of(cells)
        seated = seats(cells, self._text, self._kind)
        regions = [*regions_of(cells), *(Region(*one, prose=False) for one in seated)]
        sites = sites_of(cells, self._lines, self._text, written, self._kind)
        self._read = joined_text(self._text, cells)
        self._names = NamesInText(
            without_places(self._read.text, cells), regions, gazetteers, self._year, sites
        )

    def cells(self) -> dict[str, list[Cell]]:
        """Give the columns that this page adds, every mention with its place."""
        titled = list(self._headed())
        addressed = any(one.column == "recipient" and one.rule != ONE_NAME
                    for one in (*self._labelled(), *self._told, *self._wording.worded))  # fmt: skip
        titles = [one.text[:_HEAD] for one in self._titles]
        self._told = whom_it_reaches(self._told, titles, addressed=addressed)
        told = [one for one in (*self._told, *titled) if self._is_personal(one)]
        named = self._names.find(
            ((one.start, one.end, one.rule) for one in told),
            self._bodies_told(told),
            (*labelled_names(self._cells), *self._paired),
        )  # fmt: skip
        found = dates(self._cells, self._lines, self._told, self._year)
        self._take(found, named)
        self._address(found, named)
        self._settle(found)
        Kinds(self._cells, self._lines, self._kind, self._heads).say(found)
        self._send(found)
        confirm_guess(found)
        if found.get("author") and (agencies := issuers(self._cells)):
            found["corporate_author"] = [*agencies, *found.get("corporate_author", [])]
            found["creator"] = []
        elif fuller := named_in_full(self._cells.get("creator", ()), (one.name for one in named)):
            found["creator"] = fuller
        english = self._names.reads_english()
        found |= spoken(self._text, self._lines, self._cells, english=english)
        if "copy_recipient" in self._cells:  # whom it does not name is none
            found.setdefault("copy_recipient", [])
        if better := called(self._text, self._cells, found):
            found["title"] = [better]
        found |= in_own_tongue({**self._cells, **found}, self._names.tongue)
        cuts = self._read.cuts
        for one in named:
            said = nominative_name(one.name, self._text) if one.rule == INFLECTED else one.name
            end = self._read.end(one.end) if cuts else one.end
            found.setdefault(_COLUMNS[one.kind], []).append(Cell(said, one.start, end, one.rule))
        return found

    def _headed(self) -> Iterator[Told]:
        """Give the names that have a part by the wording of titles and of the head of a record."""
        self._wording = TitleParts(self._text, self._titles, self._kind)
        text, self._heads = talk_heads(self._text, self._lines)
        self._talk = TitleParts(text, self._heads, self._kind)
        yield from self._wording.names()
        yield from (one for one in self._talk.names() if one.column == "participant")

    def _letter(self, titles: Sequence[str]) -> Letter:
        """Give the lines to be read for their form; titles: as they are written."""
        kinds = [kind for one in titles if (kind := form(one[:_HEAD]))]
        return Letter(
            self._text,
            self._lines[: notes_from(self._text, self._lines)],
            self._kind,
            wired=is_wired(titles),
            form=kinds[0] if kinds else "",
        )

    def _pair(self) -> Iterator[str]:
        """Read two names in a title that stand in the order of catalogues by their surnames."""
        for title in self._titles:
            for start, end, name in inverted_pair(self._text[title.start : title.end]):
                begin, stop = title.start + start, title.start + end
                self._text = f"{self._text[:begin]}{' ' * (end - start)}{self._text[stop:]}"
                yield name

    def _bodies_told(self, persons: Sequence[Told]) -> Iterator[str]:
        """Give the names of bodies that have a part by the form of the text."""
        known = set(persons)
        for one in self._told:
            if one.column in _MAY_BE_BODIES and one not in known:
                yield self._text[one.start : one.end]

    def _take(self, found: dict[str, list[Cell]], named: Sequence[Named]) -> None:
        """Take in whom labels, form and wording give a part; what says less waits for the rest."""
        persons = {one.name for one in named if one.kind == "person"}
        written = (*self._titles, *self._cells.get("body", ()))
        stretches = [(one.start, one.end) for one in written]
        for one in (
            *self._labelled(),
            *self._told,
            *convened(self._text, stretches, self._names.bodies()),
            *convened_abroad(self._text, stretches),
            *issuer(self._lines, self._names.bodies(), self._told),
            *self._wording.parts(named),
            *(one for one in self._talk.parts(named) if one.column == "participant"),
        ):
            others = {cell.rule for cell in found.get(one.column, ())} - {OF_SIGNATORY}
            if others and one.rule in (OWN_DECISION, "letterhead"):
                continue
            cell = self._cell(one)
            personal = one.column in _MAY_BE_PERSONAL and cell.text not in persons
            if personal and self._is_place(one):
                continue
            known = found.setdefault(one.column, [])
            if all(cell.text != other.text for other in known):
                known.append(cell)

    def _address(self, found: dict[str, list[Cell]], named: Sequence[Named]) -> None:
        """Take whom the summary names for the addressee of a paper to whoever holds an office."""
        office = any(one.column == "recipient" for one in self._wording.worded)
        if found.get("recipient") or not (office or is_for_office(self._lines)):
            return
        signed = (*found.get("signatory", ()), *found.get("author", ()), *found.get("sender", ()))
        wrote = {one.text.split()[-1] for one in signed}
        for one in self._cells.get("summary", ()) if wrote else ():
            persons = [two[:2] for two in named if two.kind == "person"
                       and one.start <= two.start and two.end <= one.end]  # fmt: skip
            if told := told_in_summary(self._text, one.start, persons, wrote):
                found["recipient"] = [self._cell(told)]

    def _is_place(self, one: Told) -> bool:
        """Tell whether a part is given to nothing but a place: `From: Pyongyang`."""
        written = self._text[one.start : one.end]
        return self._names.is_place(one.start, one.end) or self._kind(written) == "place"

    @property
    def lines(self) -> Sequence[Line]:
        """Give the lines of the text."""
        return self._lines

    @property
    def told(self) -> Sequence[Told]:
        """Give what the form of the text tells."""
        return self._told

    def _is_personal(self, one: Told) -> bool:
        """Tell whether a stretch that has a part is a person: not what holds a body's word."""
        if one.column not in _MAY_BE_PERSONAL or one.rule in (FORMULA, CAME_IN):
            return False
        written = self._text[one.start : one.end]
        official, letters = _official(written.partition(",")[0])
        if official or wire_address(written) or (letters and self._kind(letters) == "group"):
            return False
        if letters and is_letters_of_body(letters):
            return False
        return not self._names.is_place(one.start, one.end)

    def _labelled(self) -> Iterator[Told]:
        """Give what labels say of parties and numbers, as the form of a letter would."""
        for column in ("sender", "recipient", "signatory", "number", "creator", "marking"):
            for cell in self._cells.get(column, ()):
                if column in _PERSONAL and (held := holder(cell.text, 0, len(cell.text))):
                    at = self._text.find(cell.text[held[0] : held[1]], cell.start)
                    yield Told(column, at, at + held[1] - held[0], cell.rule)
                    continue
                column = "author" if column == "creator" else column
                if column != "author" or cell.rule == "source note":
                    yield Told(column, cell.start, cell.end, cell.rule)

    def _writers(self) -> Iterator[Told]:
        """Give whom a label calls the writer or sender."""
        yield from (Told("sender", *one[1:4]) for one in self._cells.get("sender", ()))
        yield from (Told("author", *one[1:4]) for one in self._cells.get("creator", ()))

    def _copied(self) -> Iterator[Told]:
        """Give those of whom a label says that they had copies: persons and bodies."""
        for cell in self._cells.get("copy_recipient", ()):
            yield from labelled_copies(self._text, cell, self._kind)

    def _present(self) -> Iterator[Told]:
        """Give those whom a label calls participants, one after the other."""
        for cell in self._cells.get("participants", ()):
            text = self._text[cell.start : cell.end]
            # The side whose people follow, or countries.
            if self._kind(text) == "place" or OF_STATES.match(text) or _SIDE.fullmatch(text):
                continue
            yield from took_part(Line(cell.start, cell.end, text))
            text = listed_first(text)
            for start, end in persons_listed(text, cell.start) or parted(text, cell.start):
                yield Told("participant", start, end, cell.rule)

    def _asked(self) -> Iterator[Told]:
        """Give those of whom labels say that they were asked in an interview, or asked."""
        for column in ASKING:
            for cell in self._cells.get(column, ()):
                text = self._text[cell.start : cell.end]
                for start, end in persons_listed(text, cell.start):
                    yield Told(column, start, end, cell.rule)

    def _met(self, titles: Sequence[str]) -> Iterator[Told]:
        """Give whom the writer of a diary or of the record of a talk met."""
        kinds = [form(one[:_HEAD]) for one in titles]
        if "speech" in kinds or not (any(map(is_on_talk, titles)) or _OF_TALKS & {*kinds}):
            return
        yield from began(self._lines)
        for at, line in enumerate(self._lines):
            yield from met(line, own=at < _TOP or "diary" in kinds)

    def _cell(self, one: Told) -> Cell:
        text = without_brackets(one_line(self._text[one.start : one.end]))
        if one.column == "marking":
            return Cell(unspaced(text), one.start, one.end, one.rule)
        if one.rule == INFLECTED:
            text = nominative_name(text, self._text)
        if one.rule in (SAT_ABROAD, ISSUED_ABROAD):
            return Cell(sat(text), one.start, one.end, one.rule)
        catalogued = one.rule.startswith(("label", INITIALLED)) and ", " in text
        if catalogued and (name := direct(text)):
            text = self._names.reading(name)
        elif self._is_personal(one):
            text = self._names.reading(text.partition(",")[0])
        elif one.column in _MAY_BE_BODIES:
            known = self._names.recorded.get(text, text)
            text = text if one.rule == ISSUED and " on " in known else known  # its decision
        return Cell(text, one.start, one.end, one.rule)

    def _send(self, found: dict[str, list[Cell]]) -> None:
        """Say that whoever signed a letter or telegram sent it, though to nobody who is named."""
        kinds = {cell.text.casefold() for one in ("type", "form") for cell in found.get(one, ())}
        kinds |= {form(cell.text) for cell in self._cells.get("type", ())}
        by_body = found.get("corporate_signatory")
        if by_body and found.get("recipient") and not found.get("sender"):
            found["sender"] = list(by_body)
        elif found.get("signatory") and not found.get("sender") and kinds & _SENT:
            found["sender"] = list(found["signatory"])
        elif found.get("recipient") and not found.get("sender") and kinds & _SENT:
            told = [
                Told("sender", one.start, one.end, f"{one.rule}: who wrote it")
                for one in self._cells.get("creator", ()) if one.rule == "label creator"
            ]  # fmt: skip
            if len(told) == 1 and self._is_personal(told[0]):
                found["sender"] = [self._cell(told[0])]

    def _known_in_full(self, *told: list[Cell]) -> None:
        """Name whoever signed as the label of the only author does, where the surname is one."""
        made = [one for one in self._cells.get("creator", ()) if one.rule == "label creator"]
        name = direct(made[0].text) if len(made) == 1 and ", " in made[0].text else ""
        for cells in told if name else ():
            for at, one in enumerate(cells):
                words = one.text.split()
                if words[-1:] == name.split()[-1:] and len(words) == len(words[0]) == _PAIR:
                    cells[at] = one._replace(text=name)

    def _settle(self, found: dict[str, list[Cell]]) -> None:
        """Say who sent and who wrote: whoever signed a letter did both."""
        signed, sent = found.get("signatory", []), found.get("sender", [])
        if signed and (found.get("recipient") or sent):
            sent = found.setdefault("sender", [])
            sent += [
                one
                for one in signed
                if all(in_full(one, sent).text != other.text for other in sent)
            ]
        wrote = found.setdefault("author", [])
        self._known_in_full(signed, sent)
        senders = [
            one for one in sent if one.rule != GIVEN
        ]  # who hands a paper over need not write
        for one in [in_full(one, sent) for one in signed] or senders:
            if all(one.text != other.text for other in wrote):
                wrote.append(one)
        present = found.get("participant", [])
        received = any(one.rule == RECEIVED for one in self._told)
        if len(wrote) == 1 and present and received:
            present += [one for one in wrote if all(one.text != two.text for two in present)]
        leave_out_asked(found)
        for column in ("sender", "recipient", "author", "copy_recipient"):
            found[column] = once(found.get(column, []))
        for column in [column for column, cells in found.items() if not cells]:
            del found[column]


def _kinds(gazetteers: Sequence[Gazetteer]) -> Callable[[str], str]:
    """Give what tells as what gazetteers know words, "" where none knows them.

    It holds nothing of a page: what is held in a circle is freed late.
    """
    kinds: dict[str, str] = {}

    def kind(name: str) -> str:
        if name not in kinds:
            known = (one for gazetteer in gazetteers for one in gazetteer.spans(name))
            whole = (one.kind for one in known if (one.start, one.end) == (0, len(name)))
            kinds[name] = next(whole, "")
        return kinds[name]

    return kind


@lru_cache(maxsize=1 << 12)
def _official(words: str) -> tuple[bool, str]:
    """Tell whether words are a body's or an office; give those that are all in capitals."""
    name = words.split()
    bare = {word.strip("(),.").casefold() for word in name}
    letters = " ".join(word for word in name if word != "the")
    official = not bare.isdisjoint(_OF_BODIES) or any(map(is_head, bare)) or bare <= _OFFICES
    official = official or (len(name) > 1 and bare <= _OFFICES | WEAK_HEADS)
    return official, letters if letters.isupper() else ""
