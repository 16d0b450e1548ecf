"""Makes reconciliation tasks to fit weights on: names of known people, spoilt as archives do.

python -m bench.training DATA OUT [DRAW]    DATA holds authority/ and evaluation/; OUT gets a folder
a task; another DRAW (0, 1, ...) asks for other people
"""

# ruff: noqa: D103, S311  (forms are told by their names; chance needs no secret here)

from __future__ import annotations

import csv
import gzip
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

csv.field_size_limit(1 << 27)
Entity = dict[str, Any]
WITHHELD = 0.3  # of the people asked for are not in the authority
MISREADINGS = {
    "l": "I1i", "i": "l1", "I": "l1", "o": "0ce", "O": "0Q", "e": "co", "c": "eo", "m": "rn",
    "n": "ur", "u": "nv", "h": "b", "b": "h", "S": "5", "s": "5", "B": "8", "t": "lf", "f": "t",
    "a": "o", "v": "y", "y": "v", "w": "vv", "rn": "m", "g": "q",
}  # fmt: skip


class Asked(NamedTuple):
    """A question of a task, and the entity that is meant."""

    name: str
    entity: str
    year: str = ""
    context: str = ""
    withheld: str = ""  # a name that the authority must not have
    group: str = "all"  # names of one group have a share of absent people of their own


def main(data: Path, out: Path, draw: int = 0) -> None:
    """Write all tasks."""
    chances = [random.Random(draw * 100 + number) for number in range(7)]
    evaluation, authority = data / "evaluation", data / "authority"
    coldwar = list(read(authority / "authority-coldwar.jsonl.gz"))
    write(out / "coldwar", coldwar, spoilt(coldwar, 5000, chances[1]))
    wide = list(read(authority / "entities-cc0.jsonl.gz"))
    asked = spoilt(wide, 5000, chances[2])
    people, russians = cyrillic(wide, 3000, chances[5])
    everybody = collection(evaluation / "gold_people.dev.tsv", chances[6], draw % 2)
    write(out / "wide", people, [*asked, *russians, *everybody])
    diplomats = list(read(evaluation / "diplomats-frus" / "authority.jsonl.gz"))
    write(out / "spellings", diplomats, spellings(diplomats, chances[3]))
    write(out / "artists", *artists(evaluation / "gold_people.dev.tsv", chances[4]))


def read(path: Path) -> Iterator[Entity]:
    """Give the people of a file of entity lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            entity = json.loads(line)
            if entity["kind"] == "person" and entity["labels"]:
                yield entity


def write(folder: Path, entities: Iterable[Entity], asked: Sequence[Asked]) -> None:
    """Write a task in the form of the evaluation's."""
    chance = random.Random(folder.name)
    folder.mkdir(parents=True, exist_ok=True)
    missing = {
        one.entity for one in asked if chance.random() < WITHHELD and one.group != "collection"
    }
    hidden = {one.entity: one.withheld for one in asked if one.withheld}
    known = set()
    with gzip.open(folder / "authority.jsonl.gz", "wt", encoding="utf-8", compresslevel=1) as file:
        for entity in entities:
            if entity["id"] not in missing:
                known.add(entity["id"])
                print(
                    json.dumps(without(entity, hidden.get(entity["id"])), ensure_ascii=False),
                    file=file,
                )
    with (folder / "queries.tsv").open("w", encoding="utf-8") as file:
        print("id\tname\tkind\tyear\tcontext", file=file)
        for number, one in enumerate(asked):
            ident = f"{one.group}-{number}"
            print(f"{ident}\t{one.name}\tperson\t{one.year}\t{one.context}", file=file)
    with (folder / "gold.tsv").open("w", encoding="utf-8") as file:
        print("id\tentity", file=file)
        for number, one in enumerate(asked):
            right = one.entity if one.entity in known else "NIL"
            print(f"{one.group}-{number}\t{right}", file=file)


def without(entity: Entity, name: str | None) -> Entity:
    """Take a name out of an entity, in every language."""
    if not name:
        return entity
    labels = {lang: text for lang, text in entity["labels"].items() if text != name}
    aliases = {
        lang: [text for text in texts if text != name and set(text) != set(name)]
        for lang, texts in (entity.get("aliases") or {}).items()
    }
    return entity | {"labels": labels or entity["labels"], "aliases": aliases}


def names(entity: Entity) -> list[str]:
    """Give the names of an entity, the label first."""
    found = [*entity["labels"].values()]
    for texts in (entity.get("aliases") or {}).values():
        found += texts
    return list(dict.fromkeys(found))


def spoilt(entities: Sequence[Entity], count: int, chance: random.Random) -> list[Asked]:
    """Ask for people by spoilt forms of their names, most with a year of their lives."""
    found = []
    for entity in chance.sample(list(entities), count):
        label = entity["labels"].get("en") or next(iter(entity["labels"].values()))
        form = chance.choice(FORMS)
        name, withheld = form(label, entity, chance)
        if name and "\t" not in name:
            year, life = times(entity, chance)
            found.append(Asked(name, entity["id"], year, life, withheld))
    return found


def times(entity: Entity, chance: random.Random) -> tuple[str, str]:
    """Choose a year in which the person was grown, or life dates as context, or neither."""
    born = (entity.get("birth") or "")[:4]
    died = (entity.get("death") or "")[:4]
    if chance.random() < 0.08 and born.isdecimal():
        return "", f"born {born}" + (f"; died {died}" if died.isdecimal() else "")
    if chance.random() < 0.2:
        return "", ""
    first = int(born) + 22 if born.isdecimal() else chance.randint(1905, 1975)
    last = min(int(died) if died.isdecimal() else first + 50, first + 60, 2015)
    return str(chance.randint(min(first, last), max(first, last))), ""


Form = Callable[[str, Entity, random.Random], tuple[str, str]]


def plain(label: str, _entity: Entity, _chance: random.Random) -> tuple[str, str]:
    return label, ""


def inverted(label: str, _entity: Entity, _chance: random.Random) -> tuple[str, str]:
    given, _, family = label.rpartition(" ")
    return (f"{family}, {given}" if given else label), ""


def initial(label: str, _entity: Entity, _chance: random.Random) -> tuple[str, str]:
    words = label.split()
    return " ".join([*(f"{word[0]}." for word in words[:-1]), words[-1]]), ""


def first_initial(label: str, _entity: Entity, chance: random.Random) -> tuple[str, str]:
    words = label.split()
    before = chance.choice(["", "", "Cde. ", "Comrade "])
    return f"{before}{words[0][0]}. {words[-1]}", ""


def surname(label: str, _entity: Entity, chance: random.Random) -> tuple[str, str]:
    return f"{chance.choice(['Cde. ', 'Comrade ', ''])}{label.split()[-1]}", ""


def tail(label: str, _entity: Entity, chance: random.Random) -> tuple[str, str]:
    words = label.split()
    letters = "".join(f"{word[0]}." for word in words[:-1])
    family = words[-1].upper() if chance.random() < 0.4 else words[-1]
    return f"{family}{chance.choice([' ', ', '])}{letters}" if letters else label, ""


def ranked(label: str, _entity: Entity, chance: random.Random) -> tuple[str, str]:
    before = chance.choice(["Gen. ", "Ambassador ", "Minister ", "Mr. ", "Dr. ", "Cde. "])
    return f"{before}{label}", ""


def misread(label: str, _entity: Entity, chance: random.Random) -> tuple[str, str]:
    letters = list(label)
    for at in range(len(letters)):
        if chance.random() < 0.09:
            letters[at] = chance.choice(MISREADINGS.get(letters[at], letters[at]) or [""])
    if chance.random() < 0.3:
        at = chance.randrange(len(letters))
        letters[at] = chance.choice(["", letters[at] * 2, chance.choice("aeiounrst")])
    return "".join(letters), ""


def alias(_label: str, entity: Entity, chance: random.Random) -> tuple[str, str]:
    """Choose another name than the label, which the authority then does not have."""
    others = [name for name in names(entity)[1:] if name.isascii() and len(name.split()) > 1]
    chosen = chance.choice(others) if others else ""
    return chosen, chosen


def russian(_label: str, entity: Entity, chance: random.Random) -> tuple[str, str]:
    others = [
        name for name in names(entity)
        if is_cyrillic(name) and len(name.split()) > 1
    ]  # fmt: skip
    chosen = chance.choice(others) if others else ""
    return chosen, chosen


FORMS: tuple[Form, ...] = (
    plain, plain, inverted, inverted, initial, first_initial, first_initial, surname, tail, ranked,
    misread, misread, misread, alias, russian, russian,
)  # fmt: skip


def cyrillic(
    entities: Sequence[Entity], count: int, chance: random.Random
) -> tuple[list[Entity], list[Asked]]:
    """Ask for people by Cyrillic spellings, none of which the authority has."""
    asked: list[Asked] = []
    for entity in chance.sample(list(entities), len(entities)):
        name, _ = russian("", entity, chance)
        if name and len(asked) < count:
            words = name.split()
            if "," not in name and chance.random() < 0.3:
                name = f"{words[-1]}, {' '.join(words[:-1])}"
            asked.append(Asked(name, entity["id"], *times(entity, chance), group="russian"))
    known = {one.entity for one in asked}
    return [latin_only(one) if one["id"] in known else one for one in entities], asked


def latin_only(entity: Entity) -> Entity:
    labels = {lang: text for lang, text in entity["labels"].items() if not is_cyrillic(text)}
    aliases = {
        lang: [text for text in texts if not is_cyrillic(text)]
        for lang, texts in (entity.get("aliases") or {}).items()
    }
    return entity | {"labels": labels or entity["labels"], "aliases": aliases}


def is_cyrillic(text: str) -> bool:
    return any("\u0400" <= char <= "\u04ff" for char in text)


def spellings(entities: Sequence[Entity], chance: random.Random) -> list[Asked]:
    """Ask for diplomats by a spelling that the authority then does not have."""
    several = [entity for entity in entities if len(names(entity)) > 1]
    found = []
    for entity in chance.sample(several, min(2500, len(several))):
        chosen = chance.choice(names(entity)[1:])
        found.append(Asked(chosen, entity["id"], withheld=chosen))
    return found


def artists(path: Path, chance: random.Random) -> tuple[list[Entity], list[Asked]]:
    """Ask one museum's authority for the artists of two others, most with their life dates."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file, delimiter="\t") if row["kind"] != "organisation"
        ]
    ours = [row for row in rows if row["source"] not in {"moma", "whitney"}]
    entities = {row["qid"]: museum_entity(row) for row in ours}
    asked = []
    for row in rows:
        if row["source"] in {"moma", "whitney"}:
            shown = chance.random() < 0.8
            born, died = row["birth_year"] * shown, row["death_year"] * shown
            life = "; ".join(f"{a} {b}" for a, b in (("born", born), ("died", died)) if b)
            asked.append(Asked(row["name"], row["qid"], "", f"artist; {life}"))
    return list(entities.values()), asked


def collection(path: Path, chance: random.Random, half: int) -> list[Asked]:
    """Ask for everybody in half of the catalogues' records, most of whom no authority knows."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file, delimiter="\t") if row["kind"] != "organisation"
        ]
    found = []
    for row in rows:
        if sum(row["record_id"].encode()) % 2 == half:
            shown = chance.random() < 0.5
            born, died = row["birth_year"] * shown, row["death_year"] * shown
            life = "; ".join(f"{a} {b}" for a, b in (("born", born), ("died", died)) if b)
            found.append(Asked(row["name"], row["qid"], "", life, group="collection"))
    return found


def museum_entity(row: dict[str, str]) -> Entity:
    return {
        "id": row["qid"], "kind": "person", "labels": {"en": row["name"]},
        "aliases": {"en": [name for name in row["altnames"].split("|") if name]},
        "birth": row["birth_year"], "death": row["death_year"],
        "description": f"{row['nationality']} {row['roles']}",
    }  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
