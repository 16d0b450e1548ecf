"""The authority index: one read-only SQLite file, asked by keys and by words that are alike."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from lod import vocabulary
from lod.entity import AuthorityEntity
from lod.errors import UsageError
from lod.normalize.namewords import PARTICLES
from lod.reconcile.authority import Channel, Hit
from lod.reconcile.build import FORMAT
from lod.reconcile.circumstances import channel_of, circumstances, is_enough, letters, named_in
from lod.reconcile.compare import TURNED, Agreement, Form, Words, agreement
from lod.reconcile.entry import Entry
from lod.reconcile.keysof import FIELD_OF, KEY_OF
from lod.reconcile.parse import Query
from lod.reconcile.places import PlacesInTime, read_periods
from lod.reconcile.postings import Field, key_of, number_of, unpacked, weight_of
from lod.reconcile.readings import Readings, readings
from lod.reconcile.sounds import closeness, losses, others, sounds
from lod.reconcile.weights import weigh

_CACHED = 1 << 13
# Entities compared for one name, by whole name, initials, likeness and given name; the likeliest
# come first.
_COMPARED = (40, 40, 20, 24)
_VOTES = 100  # more than one name can have
_MOST = 48  # bearers of one word that are worth a look
_FEW = 40  # so many bearers of a family name are all looked at
_VARIANTS, _HEARD = 16, 150
_SOUNDING = 0.3
_SHOWN = 20
_MEND = "build it: lod authority build SOURCE --output FILE"

# A name in a script that cannot be taken apart agrees as a whole or not at all.
_WHOLE = Agreement("family exact", "given exact")
_ONLY = Agreement("family exact", "given none, only name")
_NOBODY = Form((), ())


Ranked = tuple[int, int]  # how likely an entity is worth a look, the least the most; its number


class Match(NamedTuple):
    """An entity, how its names agree, and the traits that carry weights."""

    entry: Entry
    agreement: Agreement
    traits: tuple[str, ...]


class IndexAuthority:
    """Finds entities in an index file; open it with `IndexAuthority.open`.

    Safe to open in many processes at once; one object is for one thread.
    """

    def __init__(self, db: sqlite3.Connection, name: str, manifest: dict[str, str]) -> None:
        self._db = db
        self.name, self.manifest = name, manifest
        self.version = manifest.get("version", "")
        self._vocabulary: list[str] = []
        self._bearer = lru_cache(_CACHED)(self._read)
        self._variants = lru_cache(_CACHED)(self._alike)
        self._count = lru_cache(_CACHED)(self._counted)
        self._decode = msgspec.msgpack.Decoder(Entry).decode

    @classmethod
    def open(cls, path: Path) -> IndexAuthority:
        """Open an index for reading; nothing is ever written to it.

        Raises UsageError for what is no index, or one of another version of this program.
        """
        if not path.is_file():
            raise UsageError("no such index", where=str(path), mend=_MEND)
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            manifest = dict(db.execute("SELECT key, value FROM manifest"))
        except sqlite3.Error as error:
            raise UsageError(f"no index: {error}", where=str(path), mend=_MEND) from None
        if manifest.get("format") != str(FORMAT):
            what = f"an index of format {manifest.get('format', '?')}, this program reads {FORMAT}"
            raise UsageError(what, where=str(path), mend=_MEND)
        return cls(db, path.stem, manifest)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def get(self, entity_id: str) -> AuthorityEntity | None:
        """Give an entity by its id, also one that was given up for another; None when unknown."""
        entry = self.entry(entity_id)
        return self._entity(entry) if entry else None

    def entry(self, entity_id: str) -> Entry | None:
        """Give all that the index keeps of an entity."""
        stands = self.successor(entity_id)
        number = self._value("SELECT number FROM entity WHERE id = ?", stands)
        return self._bearer(number) if number else None

    def successor(self, entity_id: str) -> str:
        """Follow redirects to the id that stands; one in a circle stays as it is."""
        seen = [entity_id]
        while new := self._value("SELECT new FROM redirect WHERE old = ?", seen[-1]):
            if new in seen:
                return entity_id
            seen.append(new)
        return seen[-1]

    def redirects(self) -> Iterator[str]:
        """Give all redirects as entity lines."""
        for old, new in self._db.execute("SELECT old, new FROM redirect ORDER BY old"):
            yield json.dumps({"id": old, "redirect": new}) + "\n"

    def candidates(self, query: Query) -> list[Hit]:
        """Give the entities that a name may mean, each once, sorted by id."""
        hits = self._persons(query) if query.kind == "person" else self._others(query)
        return sorted(hits, key=lambda hit: hit.entity.id)

    def by_identifier(self, scheme: str, value: str) -> list[AuthorityEntity]:
        """Give the entities that bear an identifier of another authority, such as VIAF."""
        wanted = f"{scheme}:{value}"
        found = self._bearers(self._postings(key_of(Field.ID, wanted)))
        return [self._entity(one) for one in found if wanted in one.ids]

    def _others(self, query: Query) -> Iterator[Hit]:
        """Find bodies and places by their whole name; a place by what it meant at the time."""
        meant = _places().at(query.key, query.year) if query.kind == "place" else None
        dated = [entity for ident in meant.ids if (entity := self.get(ident))] if meant else []
        if meant and dated:
            for entity in dated:
                yield Hit(entity, Channel.DATED, entity.label, against=meant.question)
            return
        channel = Channel.ACRONYM if query.is_acronym and query.kind == "group" else Channel.FULL
        numbers = self._postings(key_of(FIELD_OF[query.kind], query.key))
        for entry in self._bearers(numbers):
            name = named(entry, query.key)
            if name and entry.kind == query.kind:
                yield Hit(self._entity(entry), channel, name, query.key.count(" ") + 1)

    def _persons(self, query: Query) -> Iterator[Hit]:
        reading = readings(query)
        compared: dict[int, Match] = {}
        seen: set[int] = set()
        stages = (self._exact, self._by_initial, self._by_likeness, self._by_given)
        for nth, stage in enumerate(stages):
            ranks: dict[int, int] = {}
            for rank, number in stage(reading.forms, query):
                if number not in seen:
                    ranks[number] = min(rank, ranks.get(number, rank))
            most = _COMPARED[nth] if query.key.isascii() else 2 * _COMPARED[nth]
            for number in self._likeliest(ranks, most):
                seen.add(number)
                match = self._compared(number, reading, query)
                if match:
                    compared[number] = match
            initials_only = query.is_initials
            if any(
                is_enough(match.agreement, nth, initials=initials_only)
                for match in compared.values()
            ):
                break
        best = sorted(compared.values(), key=lambda one: (-weigh(one.traits), one.entry.id))
        for entry, one, traits in best[:_SHOWN]:
            yield Hit(self._entity(entry), channel_of(one), entry.label, traits=traits)

    def _exact(self, forms: tuple[Form, ...], query: Query) -> Iterator[Ranked]:
        """Find who bears the whole name."""
        keys = {query.key, *query.alternates}
        keys.update(" ".join(sorted(form.family + form.given)) for form in forms if form.given)
        for key in sorted(keys):
            if " " in key or not query.given:
                for one in self._postings(key_of(Field.PERSON, key)):
                    yield 0, number_of(one)

    def _by_initial(self, forms: tuple[Form, ...], _query: Query) -> Iterator[Ranked]:
        """Find who bears the family name, and the first letters of the given ones if need be."""
        for form in forms:
            for word in family_words(form):
                yield from self._family(word, form.given, initials)

    def _by_likeness(self, forms: tuple[Form, ...], query: Query) -> Iterator[Ranked]:
        """Find who bears a family name that may be the same one misread or transliterated."""
        foreign = not query.key.isascii()
        begins = initials if foreign else letters_of
        for form in forms if foreign else ():
            if form.how != TURNED and form.given and len(form.given[0]) > 1:
                yield from self._both_alike(form)
        for form in forms:
            for word in family_words(form) if form.how != TURNED else ():
                for nth, other in enumerate(self._variants(word)):
                    for rank, number in self._family(other, form.given, begins, few=0):
                        yield nth * _VOTES + rank, number

    def _both_alike(self, form: Form) -> Iterator[Ranked]:
        """Find who bears a given name and a family name that both sound alike."""
        given = {form.given[0], *others(form.given[0]), *self._variants(form.given[0])[:_VARIANTS]}
        bearers = {one for word in given for one in self._postings(key_of(Field.WORD, word))}
        for nth, word in enumerate(self._heard("".join(form.family), _HEARD)):
            if len(word) > 1:
                for one in bearers.intersection(self._postings(key_of(Field.WORD, word))):
                    yield nth - _HEARD, number_of(one)

    def _by_given(self, forms: tuple[Form, ...], _query: Query) -> Iterator[Ranked]:
        """Find who bears the given name, if the first letter of the family name is right."""
        for form in forms:
            if form.given and len(form.given[0]) > 1 and not form.how:
                found = self._initials(form.given[0], form.family[0][0])
                if len(found) <= _MOST:
                    yield from ((0, number) for number in found)

    def _likeliest(self, ranks: dict[int, int], most: int) -> list[int]:
        """Give the entities that rank first; of equals those first by id, not by the source."""
        if len(ranks) <= most:
            return sorted(ranks)
        last = sorted(ranks.values())[most - 1]
        ids = {number: "" for number, rank in ranks.items() if rank <= last}
        for number in ids:
            if ranks[number] == last:
                ids[number] = self._value("SELECT id FROM entity WHERE number = ?", number) or ""
        return sorted(ids, key=lambda number: (ranks[number], ids[number]))[:most]

    def _surname(self, form: Form) -> str:
        """Give the word by which a family name is known: the rarest of several."""
        known = [word for word in form.family if self._count(word)]
        return min(known, key=self._count) if known else "".join(form.family)

    def _family(
        self, word: str, given: Words, begins: Callable[[Words], Iterable[str]], few: int = _FEW
    ) -> Iterator[Ranked]:
        """Find who bears a family name: all, if few do, else those whose given names may fit."""
        postings = self._postings(key_of(Field.WORD, word))
        if not given:
            yield from ((-weight_of(one), number_of(one)) for one in postings)
        elif len(postings) <= few:
            yield from ((-_VOTES, number_of(one)) for one in postings)
        else:
            votes: Counter[int] = Counter()
            for letter in begins(given):
                votes.update(self._initials(word, letter))
            yield from ((-count, number) for number, count in votes.items())

    def _initials(self, word: str, letter: str) -> list[int]:
        found = self._postings(key_of(Field.INITIAL, f"{word} {letter}"))
        return [number_of(one) for one in found]

    def _compared(self, number: int, reading: Readings, query: Query) -> Match | None:
        bearer = self._bearer(number)
        if bearer is None or bearer.kind != "person":
            return None
        found = agreement(reading.forms, reading.suffix, bearer.forms)
        if not found and not bearer.forms and named(bearer, query.key):
            found = [_WHOLE if query.given else _ONLY]
        if not found:
            return None
        best = _best(found)
        count = max(self._count(self._surname(form)) for form in reading.forms or (_NOBODY,))
        traits = named_in(best.traits, foreign=not query.key.isascii())
        traits += circumstances(best, count, bearer.weight)
        return Match(bearer, best, traits)

    def _alike(self, word: str) -> list[str]:
        """Give the known words that may be this one, the most alike first."""
        looks = self._numbers(key_of(Field.LOSS, key) for key in losses(word))
        words = self._words()
        found = set(self._heard(word, _VARIANTS))
        found.update(words[number - 1] for number in looks)
        degrees = sorted((-closeness(word, other), other) for other in found - {word})
        return [other for degree, other in degrees if -degree >= _SOUNDING][: 2 * _VARIANTS]

    def _heard(self, word: str, most: int) -> list[str]:
        """Give the known words that may sound like this one, those spelled most alike first."""
        heard = self._numbers(key_of(Field.SOUND, key) for key in sounds(word) if key)
        words = self._words()
        # Of words that are alike to the same degree the same ones are kept: numbers go by hash.
        choices = [words[number - 1] for number in sorted(heard)]
        found = extract(
            word,
            choices,
            scorer=OSA.normalized_similarity,
            limit=most,
            score_cutoff=_SOUNDING,
        )
        return [other for other, _, _ in found]

    def _numbers(self, keys: Iterable[int]) -> set[int]:
        blobs = (self._value("SELECT numbers FROM likeness WHERE key = ?", key) for key in keys)
        return {number_of(one) for blob in blobs if blob for one in unpacked(blob)}

    def _words(self) -> list[str]:
        """Give all words, the nth at n - 1; they stay in memory from the first use on."""
        if not self._vocabulary:
            self._vocabulary = [
                word for (word,) in self._db.execute("SELECT word FROM word ORDER BY number")
            ]
        return self._vocabulary

    def _counted(self, word: str) -> int:
        return len(self._postings(key_of(Field.WORD, word)))

    def _postings(self, key: int) -> Sequence[int]:
        return unpacked(self._value("SELECT numbers FROM posting WHERE key = ?", key) or b"")

    def _bearers(self, postings: Iterable[int]) -> Iterator[Entry]:
        found = (self._bearer(number_of(one)) for one in postings)
        return (one for one in found if one)

    def _read(self, number: int) -> Entry | None:
        data = self._value("SELECT data FROM entity WHERE number = ?", number)
        if data is None:
            return None
        return self._decode(data)

    def _entity(self, entry: Entry) -> AuthorityEntity:
        """Give the facts, with the offices by their names where the index knows them."""
        entity = entry.entity()
        if not any(begin or end for _, begin, end in entry.offices):
            return entity
        offices = tuple((self._title(title), begin, end) for title, begin, end in entry.offices)
        return replace(entity, offices=offices)

    def _title(self, office: str) -> str:
        return str(self._value("SELECT label FROM title WHERE id = ?", office) or office)

    def _value(self, text: str, value: int | str) -> Any:  # noqa: ANN401 - as SQLite has it
        """Give the one column of a row, None when there is none."""
        row = self._db.execute(text, (value,)).fetchone()
        return row[0] if row else None


@cache
def _places() -> PlacesInTime:
    """Read the shipped table of what names of places meant when."""
    path = vocabulary.load().folder / "authority" / "places-in-time.tsv"
    return PlacesInTime(read_periods(path.read_text("utf-8").splitlines()))


def named(entry: Entry, key: str) -> str:
    """Give the name of an entity that has this key, "" when none has."""
    key_of_name = KEY_OF[entry.kind]
    return next((name for name in (entry.label, *entry.names) if key_of_name(name) == key), "")


def family_words(form: Form) -> list[str]:
    """Give the words by which a family name is looked up, joined too: `De Palma` is `DePalma`."""
    words = [word for word in form.family if len(word) > 1 and word not in PARTICLES]
    joined = "".join(form.family)
    return list(dict.fromkeys([*words[:3], joined]))


def letters_of(given: Words) -> str:
    """Give the letters that may begin the first given name as it is spelled."""
    return letters(given[0])


def initials(given: Words) -> Iterator[str]:
    """Give the letters that may begin a given name: of its own spellings and its short forms."""
    first = given[0]
    found = dict.fromkeys(letters(first))
    found.update(dict.fromkeys(word[0] for word in (*given[1:], *sorted(others(first)))))
    yield from found


def _best(found: list[Agreement]) -> Agreement:
    """Choose the best agreement; but a fuller form with another second name speaks against it."""
    best = max(found, key=lambda one: (weigh(one.traits), one))
    if best.second != "second unknown":
        return best
    same = [one for one in found if one.second == "second other" and one.family == best.family]
    return max(same, key=lambda one: (weigh(one.traits), one), default=best)
