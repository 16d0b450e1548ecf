"""The four ways of looking for people: who may bear a name, the likeliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache

from rapidfuzz.process import extract

from lod.normalize.namewords import PARTICLES
from lod.reconcile import korean
from lod.reconcile.circumstances import letters
from lod.reconcile.compare import TURNED, Form, Words
from lod.reconcile.parse import Query
from lod.reconcile.postings import Field, key_of, number_of, weight_of
from lod.reconcile.sounds import LIKENESS, losses, others, respelled, shape, sounds
from lod.reconcile.spoken import heard
from lod.reconcile.tables import Tables

_CACHED = 1 << 13
_VOTES = 100  # more than one name can have
_MOST = 48  # bearers of one word that are worth a look
_FEW = 8  # so many bearers of a family name are all looked at
_VARIANTS, _HEARD = 16, 150
_SOUNDING = 0.3

# An entity worth a look: how likely, the least the most; its number; the word that led to it.
Lead = tuple[int, int, str]


class Ways:
    """Looks in tables for people who may bear a name, from the whole name to a likeness."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._variants = lru_cache(_CACHED)(self._alike)

    def exact(self, forms: tuple[Form, ...], query: Query) -> Iterator[Lead]:
        """Find who bears the whole name."""
        keys = {query.key, *query.alternates}
        keys.update(" ".join(sorted(form.family + form.given)) for form in forms if form.given)
        wanted = [key for key in keys if " " in key or not query.given]
        for one in self._tables.any_of(key_of(Field.PERSON, key) for key in wanted):
            yield 0, number_of(one), ""

    def by_initial(self, forms: tuple[Form, ...], _query: Query) -> Iterator[Lead]:
        """Find who bears the family name: all, if few do, else those whose given names may fit."""
        asked = [(form, word) for form in forms for word in family_words(form)]
        few = dict(self._tables.keyed({key_of(Field.WORD, word) for _, word in asked}, _FEW + 1))
        many: list[tuple[set[int], int]] = []
        also: list[tuple[str, str]] = []
        for form, word in asked:
            key, behind = key_of(Field.WORD, word), _VOTES if form.how == TURNED else 0
            if not form.given:
                for one in self._tables.postings(key):
                    yield behind - weight_of(one), number_of(one), ""
            elif len(few.get(key, ())) <= _FEW:
                for one in few.get(key, ()):
                    yield behind - _VOTES, number_of(one), ""
            elif form.how == TURNED and len(form.given[0]) > 2:
                also.append((word, form.given[0]))
            else:
                letters_ = (*initials(form.given), *romanised(form))
                many.append(({key_of(Field.INITIAL, f"{word} {one}") for one in letters_}, behind))
        yield from self._by_letters(many)
        yield from self._by_kin(also)

    def _by_kin(self, names: Collection[tuple[str, str]]) -> Iterator[Lead]:
        """Find who bears both names, the given one as it is in another language, in that order.

        Who bears both as they are spelled is found by the family name, in whatever order.
        """
        for family, given in names:
            kin = [word for word in others(given) if len(word) > 1]
            wanted = {key_of(Field.INITIAL, f"{word} {family[0]}") for word in kin}
            begin = {key_of(Field.INITIAL, f"{family} {word[0]}") for word in kin}
            both = self._tables.any_of(wanted) & self._tables.any_of(begin) if kin else ()
            yield from ((_VOTES, number_of(one), "") for one in both)

    def _by_letters(self, wanted: Collection[tuple[set[int], int]]) -> Iterator[Lead]:
        """Find who has the most of some initials with a family name; each with how far behind."""
        having = dict(self._tables.keyed({key for keys, _ in wanted for key in keys}))
        for keys, behind in wanted:
            votes: Counter[int] = Counter()
            for key in keys:
                votes.update(map(number_of, having.get(key, ())))
            for number, count in votes.items():
                yield behind - count, number, ""

    def by_likeness(self, forms: tuple[Form, ...], query: Query) -> Iterator[Lead]:
        """Find who bears a family name that may be the same one misread or transliterated."""
        foreign = not query.key.isascii()
        begins = initials_heard if foreign else letters_of
        for form in forms if foreign else ():
            if form.how != TURNED and form.given and len(form.given[0]) > 1:
                yield from self._both_alike(form)
        variants = self._variants_heard if foreign else self._variants
        for form in forms:
            if form.how != TURNED:
                yield from self._variants_of(form, begins, variants)

    def _variants_of(
        self,
        form: Form,
        begins: Callable[[Words], Iterable[str]],
        variants: Callable[[str], Iterable[str]],
    ) -> Iterator[Lead]:
        """Find who bears a word like the family name and, where given names are told, a fit one."""
        wanted: dict[int, tuple[int, str]] = {}
        letters = [*begins(form.given), *romanised(form)] if form.given else []
        for word in family_words(form):
            for nth, other in enumerate(variants(word)):
                for letter in letters:
                    key = key_of(Field.INITIAL, f"{other} {letter}")
                    wanted.setdefault(key, (nth * _VOTES, other))
                if not letters:
                    wanted.setdefault(key_of(Field.WORD, other), (nth * _VOTES, other))
        for key, postings in self._tables.keyed(wanted):
            rank, other = wanted[key]
            for one in postings:
                yield rank if letters else rank - weight_of(one), number_of(one), other

    def _both_alike(self, form: Form) -> Iterator[Lead]:
        """Find who bears a given name and a family name that both sound alike."""
        given = {form.given[0], *others(form.given[0]), *self._variants(form.given[0])[:_VARIANTS]}
        bearers = self._tables.any_of(key_of(Field.WORD, word) for word in given)
        heard = self._heard("".join(form.family), _HEARD)
        wanted = {key_of(Field.WORD, word): nth for nth, word in enumerate(heard) if len(word) > 1}
        for key, postings in self._tables.keyed(wanted):
            for one in bearers.intersection(postings):
                yield wanted[key] - _HEARD, number_of(one), heard[wanted[key]]

    def by_given(self, forms: tuple[Form, ...], _query: Query) -> Iterator[Lead]:
        """Find who bears the given name, if the first letter of the family name is right."""
        for form in forms:
            if form.given and len(form.given[0]) > 1 and not form.how:
                found = self._initials(form.given[0], form.family[0][0])
                if len(found) <= _MOST:
                    yield from ((0, number, "") for number in found)

    def _initials(self, word: str, letter: str) -> list[int]:
        found = self._tables.postings(key_of(Field.INITIAL, f"{word} {letter}"))
        return [number_of(one) for one in found]

    def _alike(self, word: str) -> list[str]:
        """Give the known words that may be this one, the most alike first."""
        looks = self._tables.alike(key_of(Field.LOSS, key) for key in losses(word))
        words = self._tables.words()
        found = set(self._heard(word, _VARIANTS))
        found.update(words[number - 1] for number in looks)
        first = sorted(other for other in respelled(word) if self._is_known(other))
        shapes = {other: shape(other) for other in found - {word, *first}}
        like = extract(shape(word), shapes, scorer=LIKENESS, limit=None, score_cutoff=_SOUNDING)
        like.sort(key=lambda one: (-one[1], one[2]))
        return [*first, *(other for _, _, other in like[: 2 * _VARIANTS])]

    def _variants_heard(self, word: str) -> list[str]:
        """Give the known words that may be one from Cyrillic, those that sound so first."""
        numbers = sorted(self._tables.alike([key_of(Field.SPOKEN, heard(word))]))
        words = self._tables.words()
        spoken = sorted(words[number - 1] for number in numbers)[: 2 * _VARIANTS]
        return list(dict.fromkeys([*spoken, *self._variants(word)]))

    def _heard(self, word: str, most: int) -> list[str]:
        """Give the known words that may sound like this one, those spelled most alike first."""
        heard = self._tables.alike(key_of(Field.SOUND, key) for key in sounds(word) if key)
        words = self._tables.words()
        # Of words that are alike to the same degree the same ones are kept: numbers go by hash.
        choices = [words[number - 1] for number in sorted(heard)]
        found = extract(word, choices, scorer=LIKENESS, limit=most, score_cutoff=_SOUNDING)
        return [other for other, _, _ in found]

    def _is_known(self, word: str) -> bool:
        return bool(word) and self._tables.count(key_of(Field.WORD, word)) > 0


def family_words(form: Form) -> list[str]:
    """Give the words by which a family name is looked up, joined too: `De Palma` is `DePalma`."""
    if len(form.family) == 1:
        return list(form.family)
    words = [word for word in form.family if len(word) > 1 and word not in PARTICLES]
    joined = "".join(form.family)
    return list(dict.fromkeys([*words[:3], joined]))


def letters_of(given: Words) -> str:
    """Give the letters that may begin the first given name as it is spelled."""
    return letters(given[0])


def romanised(form: Form) -> str:
    """Give the letters that may begin a Korean given name in all romanisations."""
    return korean.first_letters(form.given[0]) if korean.is_family(form.family) else ""


def initials(given: Words) -> Iterator[str]:
    """Give the letters that may begin a given name: of its own spellings and its short forms."""
    first = given[0]
    found = dict.fromkeys(letters(first))
    found.update(dict.fromkeys(word[0] for word in (*given[1:], *sorted(others(first)))))
    yield from found


def initials_heard(given: Words) -> Iterator[str]:
    """Give the same for a name that was heard: an h before a vowel is silent in many languages."""
    yield from initials(given)
    if given[0][0] in "aeiou":
        yield "h"
