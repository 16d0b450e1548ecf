"""Checks every fact of the embedded authority against a folder of entity JSON lines.

Run it as `python -m tests.vocab.check_authority FOLDER`, where FOLDER holds one or more
`*.jsonl.gz` of the form of `lod authority build`. Each difference is one line; the exit code is 1
when there is any.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

AUTHORITY = Path(__file__).parents[2] / "vocab" / "authority"
DATES = (("begin", "birth"), ("end", "death"))
NEAR = 0.01

Entity = dict[str, Any]
Corrections = dict[tuple[str, str], tuple[str, str]]


def entities() -> list[Entity]:
    """Read what is shipped, in the order of the file."""
    text = (AUTHORITY / "entities.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def table(name: str) -> list[dict[str, str]]:
    """Read a tab-separated file of the authority, one dict a row."""
    with (AUTHORITY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def corrections() -> Corrections:
    """Read which values are corrected: (id, field) to (ours, theirs)."""
    rows = table("corrections.tsv")
    return {(row["id"], row["field"]): (row["value"], row["wrong_value"]) for row in rows}


def reference(folder: Path, wanted: set[str]) -> dict[str, list[Entity]]:
    """Read the records of the wanted ids from every file of a folder."""
    found: dict[str, list[Entity]] = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for entity in map(json.loads, lines):
                if entity["id"] in wanted:
                    found.setdefault(entity["id"], []).append(entity)
    return found


def differences(folder: Path) -> list[str]:
    """List what differs from the records of a folder and is not corrected with a source."""
    ours = entities()
    theirs = reference(folder, {entity["id"] for entity in ours})
    known = corrections()
    found: list[str] = []
    for entity in ours:
        records = theirs.get(entity["id"], [])
        found += of_one(entity, records, known) if records else [f"{entity['id']}\tabsent"]
    return found + stale(ours, theirs, known)


def of_one(entity: Entity, records: list[Entity], known: Corrections) -> list[str]:
    """List the differences of one entity, a line each: id, field, ours, theirs."""
    rows = [*named(entity, records), *kinds(entity, records)]
    if entity["kind"] == "person":
        rows += dates(entity, records)
    rows += places(entity, records)
    return [
        "\t".join((entity["id"], field, ours, theirs))
        for field, ours, theirs in rows
        if known.get((entity["id"], field)) != (ours, theirs)
    ]


def named(entity: Entity, records: list[Entity]) -> Iterator[tuple[str, str, str]]:
    """Find an entity of which no name stands in the records."""
    names = {fold(name) for record in records for name in names_of(record)}
    if names.isdisjoint(map(fold, entity["names"])):
        yield "label", entity["label"], next(names_of(records[0]), "")


def kinds(entity: Entity, records: list[Entity]) -> Iterator[tuple[str, str, str]]:
    """Find a person that is none in the records, or the reverse; other kinds there are guesses."""
    theirs = {record["kind"] for record in records}
    if ("person" in theirs) != (entity["kind"] == "person"):
        yield "kind", entity["kind"], ",".join(sorted(theirs))


def dates(entity: Entity, records: list[Entity]) -> Iterator[tuple[str, str, str]]:
    """Find dates of life that are not the same, or the same less exactly."""
    for field, key in DATES:
        ours = entity.get(field, "")
        for theirs in sorted({record[key] for record in records if record.get(key)}):
            if not (ours.startswith(theirs) or theirs.startswith(ours)) or not ours:
                yield field, ours, theirs


def places(entity: Entity, records: list[Entity]) -> Iterator[tuple[str, str, str]]:
    """Find coordinates (ours longitude first, theirs latitude first) that lie apart."""
    if "coordinates" not in entity:
        return
    lon, lat = entity["coordinates"]
    points = [record["coords"] for record in records if record.get("coords")]
    if not points:
        yield "coordinates", f"{lon} {lat}", ""
    for theirs in points:
        if abs(theirs[0] - lat) > NEAR or abs(theirs[1] - lon) > NEAR:
            yield "coordinates", f"{lon} {lat}", f"{theirs[1]} {theirs[0]}"


def stale(ours: list[Entity], theirs: dict[str, list[Entity]], known: Corrections) -> list[str]:
    """List corrections whose value is not shipped, or whose wrong value nobody has."""
    shipped = {entity["id"]: entity for entity in ours}
    keys = dict(DATES)
    found = []
    for (id_, field), (value, wrong) in sorted(known.items()):
        has = {record.get(keys.get(field, field), "") for record in theirs.get(id_, [])}
        if shipped.get(id_, {}).get(field) != value or wrong not in has:
            found.append(f"{id_}\t{field}\tcorrection without use\t{value}")
    return found


def names_of(record: Entity) -> Iterator[str]:
    """Give labels and aliases of a record in every language, without what follows in brackets."""
    labels = record.get("labels", {}).values()
    aliases = chain.from_iterable(record.get("aliases", {}).values())
    for name in chain(labels, aliases):
        yield name.partition(" (")[0]


def fold(name: str) -> str:
    """Reduce a name to its letters and digits without accents and case.

    >>> fold("Satō, Eisaku")
    'satoeisaku'
    """
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in parts if character.isalnum())


def main(arguments: list[str]) -> int:
    """Print the differences from the folder that is named; give the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tests.vocab.check_authority FOLDER\n")
        return 2
    found = differences(Path(arguments[0]))
    sys.stdout.writelines(line + "\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
