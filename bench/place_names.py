"""Lists names of places in an authority; writes `vocab/places/names.txt`.

python -m bench.place_names PLACES.jsonl.gz PEOPLE.jsonl.gz
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lod.iri import plain_slug
from lod.reconcile.common import rate
from lod.reconcile.keys import fold
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import DEMONYMS

TARGET = Path(__file__).parents[1] / "vocab" / "places" / "names.txt"
# What a description begins with; other entities are buildings, schools, borders, time zones.
_KINDS = re.compile(
    r"(?:Populated place|Admin-1|Historical state|(?:capital|federated|sovereign|former|princely"
    r"|largest|independent|port|autonomous)? ?(?:city|town|village|municipality|river|lake|sea|bay"
    r"|strait|gulf|canal|island|islands|archipelago|peninsula|mountain|mountain range|region|state"
    r"|country|province|oblast|capital|human settlement)\b)",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[^\W\d_a-z][^,()/]*")
_NOTE = """\
# Names of settlements, waters, islands and regions, as slugs, one a line: what a text has among
# small letters and is one of these is a place. Drawn from labels of Wikidata and Natural Earth
# (CC0, public domain); no English words, and no names that people bear."""
LEAST, MOST_WORDS = 4, 3


def main(places: Path, people: Path) -> None:
    """Write the names of settlements, waters, islands and regions, sorted.

    Names that somebody bears as a first or last one are left out.
    """
    people_have = {word for one in entities(people) for word in borne(one)}
    found = {name for one in entities(places) for name in _names(one)} - people_have
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join([_NOTE, *sorted(found)]) + "\n", encoding="utf-8")


def entities(path: Path) -> Iterator[dict[str, Any]]:
    """Read the entities of an authority."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def borne(entity: dict[str, Any]) -> list[str]:
    """Give the first and the last word of a person's name, of nothing else."""
    words = fold(entity["labels"].get("en", "")).split() if entity["kind"] == "person" else []
    return [*words[:1], *words[-1:]]


def _names(entity: dict[str, Any]) -> Iterator[str]:
    if entity["kind"] != "place" or not _KINDS.match(str(entity.get("description", ""))):
        return
    for name in (entity["labels"].get("en", ""), *entity.get("aliases", {}).get("en", ())):
        folded = fold(name)
        if _PLAIN.fullmatch(name) and folded.replace(" ", "").isalpha() and _is_telling(folded):
            yield plain_slug(name)


def _is_telling(name: str) -> bool:
    """Tell whether a name says that it is a place's: it is no word, no person's, no people's."""
    words = name.split()
    if len(name) < LEAST or len(words) > MOST_WORDS or not name.isascii():
        return False
    if all(is_english(word) for word in words) or name in DEMONYMS:
        return False
    return len(words) > 1 or not rate(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
