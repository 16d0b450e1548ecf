"""Measures what company tells of names, on invented letters between real people.

python -m bench.letters ENTITIES.jsonl.gz OUT DRAW...    a draw invents 1,600 letters, others than
another draw; OUT/DRAW gets queries.tsv, gold.tsv and authority.jsonl.gz, as `lod eval` takes them,
each line with its record and role. Writes the table of docs/reconciliation.md.
"""

# ruff: noqa: S311  (chance needs no secret here)

from __future__ import annotations

import gzip
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.reconcile import DOCS, table
from bench.training import (
    Entity,
    Form,
    inverted,
    misread,
    names,
    plain,
    read,
    tail,
)
from lod.reconcile.build import build
from lod.reconcile.entry import Scope
from lod.reconcile.evaluate import answers, evaluate
from lod.reconcile.index import IndexAuthority
from lod.reconcile.matcher import Matcher
from lod.reconcile.states import states_in

BEGIN, END = "<!-- letters -->", "<!-- /letters -->"
COLUMNS = ("n", "accepted", "precision", "precision_low", "recall", "nil_accuracy", "ece")
CIRCLES, LETTERS, ABSENT = 160, 1600, 0.25
# How often somebody in a circle is of the state of its centre; is named beside the two who write.
_SAME_STATE, _OF_CIRCLE = 0.55, 0.6


def _initial(label: str, _entity: Entity, _chance: random.Random) -> tuple[str, str]:
    return f"{label[0]}. {label.split()[-1]}", ""


def _bare(label: str, _entity: Entity, _chance: random.Random) -> tuple[str, str]:
    return label.split()[-1], ""


_ACTING: tuple[Form, ...] = (
    *(inverted,) * 9, *(plain,) * 3, *(tail,) * 2, *(_initial,) * 3, _bare, *(misread,) * 2,
)  # fmt: skip
_SPOKEN_OF: tuple[Form, ...] = (
    *(inverted,) * 2, *(plain,) * 3, tail, *(_initial,) * 5, *(_bare,) * 6, *(misread,) * 3,
)  # fmt: skip
_AGAIN = 0.12  # of letters that name one of the two again by the family name


class Person(NamedTuple):
    """A person with year of birth and states."""

    entity: Entity
    born: int
    states: frozenset[str]


class Line(NamedTuple):
    """A name of a letter, and who is meant."""

    record: str
    role: str
    name: str
    year: int
    entity: str


def main(source: Path, out: Path, draws: Sequence[int]) -> None:
    """Make the task of each draw, measure it with and without company, and write the table."""
    rows = [row for draw in draws for row in measured(made(source, out / str(draw), draw), draw)]
    text = table(("draw", "company", *COLUMNS, "names a CPU s"), rows)
    before, _, rest = DOCS.read_text("utf-8").partition(BEGIN)
    DOCS.write_text(f"{before}{BEGIN}\n{text}{END}{rest.partition(END)[2]}", encoding="utf-8")


def measured(folder: Path, draw: int) -> Iterator[list[str]]:
    """Match a task as it is, and without the columns that say which names stand together."""
    target = folder / "index.sqlite"
    build([folder / "authority.jsonl.gz"], target, Scope(), "")
    lines = (folder / "queries.tsv").read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as alone:
        cut = ("\t".join(line.split("\t")[:5]) + "\n" for line in lines)
        (Path(alone) / "queries.tsv").write_text("".join(cut), encoding="utf-8")
        shutil.copy(folder / "gold.tsv", alone)
        for how, task in (("without", Path(alone)), ("with", folder)):
            start = time.process_time()
            told = list(answers(Matcher([IndexAuthority.open(target)]), task))
            speed = len(told) / (time.process_time() - start)
            found = evaluate(told, 0.0)
            yield [str(draw), how, *(str(found[name]) for name in COLUMNS), f"{speed:,.0f}"]


def made(source: Path, out: Path, draw: int) -> Path:
    """Write the task of a draw."""
    chance = random.Random(draw)
    entities = list(read(source))
    people = sorted(people_of(entities), key=lambda one: str(one.entity["id"]))
    lines = list(_letters(people, chance))
    meant = sorted({line.entity for line in lines})
    absent = set(chance.sample(meant, round(ABSENT * len(meant))))
    out.mkdir(parents=True, exist_ok=True)
    with gzip.open(out / "authority.jsonl.gz", "wt", encoding="utf-8", compresslevel=1) as file:
        for one in entities:
            if one["id"] not in absent:
                print(json.dumps(one, ensure_ascii=False), file=file)
    with (out / "queries.tsv").open("w", encoding="utf-8") as file:
        print("id\tname\tkind\tyear\tcontext\trecord\trole", file=file)
        for at, line in enumerate(lines):
            told = (
                f"{line.role}-{at}\t{line.name}\tperson\t{line.year}\t\t{line.record}\t{line.role}"
            )
            print(told, file=file)
    with (out / "gold.tsv").open("w", encoding="utf-8") as file:
        print("id\tentity", file=file)
        for at, line in enumerate(lines):
            right = "NIL" if line.entity in absent else line.entity
            print(f"{line.role}-{at}\t{right}", file=file)
    return out


def people_of(entities: Sequence[Entity]) -> Iterator[Person]:
    """Give the people of whom year of birth and full name are known, with their states."""
    for one in entities:
        born = (one.get("birth") or "")[:4]
        told = "; ".join((one.get("description") or "", *(one.get("positions") or ())))
        if born.isdecimal() and 1860 < int(born) < 1960 and " " in _label(one):
            yield Person(one, int(born), states_in(told))


def _label(one: Entity) -> str:
    return str(one["labels"].get("en") or next(iter(one["labels"].values())))


def _letters(people: Sequence[Person], chance: random.Random) -> Iterator[Line]:
    """Invent letters: most are between those who know each other, in years in which they lived."""
    circles = [_circle(people, chance) for _ in range(CIRCLES)]
    weights = [1 / (1 + at) ** 0.5 for at in range(CIRCLES)]
    for number in range(LETTERS):
        circle = chance.choices(circles, weights)[0]
        sender, recipient = chance.sample(circle, 2)
        year = max(one.born for one in (sender, recipient)) + chance.randint(25, 50)
        acting = [("sender", sender), ("recipient", recipient)]
        spoken = [("mentioned", one) for one in _mentioned(circle, people, year, chance)]
        for role, one in (*acting, *spoken):
            if (one is sender or one is recipient) == (role != "mentioned") and _alive(one, year):
                form = chance.choice(_SPOKEN_OF if role == "mentioned" else _ACTING)
                yield _line(
                    number, role, one, year, form(_label(one.entity), one.entity, chance)[0]
                )
        if chance.random() < _AGAIN and _alive(sender, year):
            name = _bare(_label(sender.entity), sender.entity, chance)[0]
            yield _line(number, "mentioned", sender, year, name)


def _line(number: int, role: str, one: Person, year: int, name: str) -> Line:
    return Line(f"letter-{number}", role, name, year, str(one.entity["id"]))


def _alive(one: Person, year: int) -> bool:
    died = (one.entity.get("death") or "")[:4]
    return one.born + 20 <= year <= (int(died) if died.isdecimal() else one.born + 90)


def _circle(people: Sequence[Person], chance: random.Random) -> list[Person]:
    """Choose people of one time, many of them of one state; the better known more often."""
    stated = [one for one in people if one.states]
    centre = chance.choices(stated, [len(names(one.entity)) for one in stated])[0]
    near = [one for one in people if abs(one.born - centre.born) <= 20 and one is not centre]
    same = [one for one in near if one.states & centre.states]
    found = [centre]
    for _ in range(chance.randint(5, 10)):
        some = same if same and chance.random() < _SAME_STATE else near
        found.append(chance.choices(some, [len(names(one.entity)) for one in some])[0])
    return list({str(one.entity["id"]): one for one in found}.values())


def _mentioned(
    circle: Sequence[Person], people: Sequence[Person], year: int, chance: random.Random
) -> Iterator[Person]:
    for _ in range(chance.randint(1, 4)):
        if chance.random() < _OF_CIRCLE:
            yield chance.choice(circle)
        else:
            some = chance.sample(people, 40)
            fit = [one for one in some if _alive(one, year)]
            yield from fit[:1]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), list(map(int, sys.argv[3:])) or [0])
