"""Measures what a list of copies, addressees or those present tells of the names in it.

python -m bench.lists ENTITIES.jsonl.gz OUT DRAW...    a draw invents 1,500 lists of bare surnames,
others than another draw: parts of real bodies (`rosters.tsv`) with officials of no body, and lists
that are of none. OUT/DRAW gets queries.tsv and gold.tsv, as `lod eval` takes them; right are items
of the embedded authority. Writes the table of docs/reconciliation.md.
"""

# ruff: noqa: S311  (chance needs no secret here)

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.letters import Person, people_of
from bench.reconcile import DOCS, table
from bench.training import read
from lod.entity import Judgement
from lod.reconcile import embedded
from lod.reconcile.authority import Authority
from lod.reconcile.build import build
from lod.reconcile.collection import decided
from lod.reconcile.entry import Scope
from lod.reconcile.evaluate import NIL, Answer, evaluate, gold, lower_bound
from lod.reconcile.index import IndexAuthority
from lod.reconcile.matcher import Matcher
from lod.reconcile.namelist import questions
from lod.reconcile.seats import seats

BEGIN, END = "<!-- lists -->", "<!-- /lists -->"
COLUMNS = ("n", "linked without", "recall", "with lists", "added", "precision", "precision_low")
ROSTERS = Path(__file__).with_name("rosters.tsv")
LISTS = 1500
_INITIALS = 0.2  # of lists in which names may have initials
# People named like those who sat together in these years, of whom no authority here knows.
_KIN = (
    (1938, 1955, ("V. I. Stalin", "S. A. Mikoyan", "S. L. Beria", "Yu. A. Zhdanov")),
    (1938, 1970, ("A. I. Mikoyan", "A. M. Kaganovich", "P. K. Voroshilov", "S. M. Molotov")),
    (1955, 1991, ("S. N. Khrushchev", "A. A. Gromyko", "Yu. L. Brezhnev", "D. M. Kosygin")),
    (1945, 1965, ("E. L. Dulles", "M. S. Eisenhower", "F. D. Nixon", "M. Truman", "J. Acheson")),
    (1961, 1975, ("E. M. Kennedy", "S. H. Johnson", "W. P. Bundy", "C. McNamara", "M. Humphrey")),
    (1940, 1965, ("R. S. Churchill", "J. Attlee", "C. Eden", "M. V. Macmillan", "F. Bevin")),
)  # fmt: skip


class Line(NamedTuple):
    """A name of a list: how it is written, and who is meant; `NIL` for nobody who is known."""

    name: str
    entity: str


class Roster(NamedTuple):
    """Who sat in a body in a year."""

    body: str
    year: int
    members: tuple[Line, ...]


class Known(NamedTuple):
    """Of what lists are made: bodies, people by what states they are of, those who held a seat."""

    rosters: Sequence[Roster]
    people: Sequence[Person]
    seated: Callable[[int], Sequence[str]]


Listed = tuple[int, list[Line]]
Kind = Callable[[Known, random.Random], Listed]


def main(source: Path, out: Path, draws: Sequence[int]) -> None:
    """Make the task of each draw, measure it in all ways, and write the table."""
    people = (one for one in people_of(list(read(source))) if not embedded.load().get(_id(one)))
    known = Known(rosters(), sorted(people, key=_id), _seated)
    target = out / "index.sqlite"
    out.mkdir(parents=True, exist_ok=True)
    build([source], target, Scope(), "")
    folders = [made(known, out / str(draw), draw) for draw in draws]
    rows = [row for names, some in _authorities(target) for row in measured(folders, names, some)]
    text = table(("authority", "lists", *COLUMNS), rows)
    before, _, rest = DOCS.read_text("utf-8").partition(BEGIN)
    DOCS.write_text(f"{before}{BEGIN}\n{text}{END}{rest.partition(END)[2]}", encoding="utf-8")


def _authorities(target: Path) -> Iterator[tuple[str, list[Authority]]]:
    yield "embedded", [embedded.load()]
    yield "and an index", [embedded.load(), IndexAuthority.open(target)]


def measured(
    folders: Sequence[Path], called: str, authorities: Sequence[Authority]
) -> Iterator[list[str]]:
    """Match tasks with and without their lists; give what lists add, by kinds of lists."""
    pairs = list[tuple[Answer, Answer]]()
    for folder in folders:
        alone = _answers(Matcher(authorities), folder, alone=True)
        with_lists = _answers(Matcher(authorities), folder, alone=False)
        pairs += zip(alone, with_lists, strict=True)
    yield [called, "all", *_numbers(pairs)]
    for kind in KINDS:
        some = [one for one in pairs if one[0].question.id.startswith(f"{kind}-")]
        yield [called, kind, *_numbers(some)]


def _answers(matcher: Matcher, folder: Path, *, alone: bool) -> Iterator[Answer]:
    right = gold(folder / "gold.tsv")
    asked = questions(folder / "queries.tsv")
    cut = (one._replace(record="") if alone else one for one in asked)
    for one, decision in decided(matcher, cut, lambda _: None):
        yield Answer(one, decision, right[one.id])


def _numbers(pairs: Sequence[tuple[Answer, Answer]]) -> list[str]:
    """Count what lists add to the names that are linked without them, and how much is right."""
    before, after = (evaluate((pair[at] for pair in pairs), 0.0) for at in (0, 1))
    added = [new for old, new in pairs if _is_linked(new) and not _is_linked(old)]
    right = sum(one.is_right for one in added)
    share = f"{right / len(added):.4f}" if added else ""
    bound = f"{lower_bound(right, len(added)):.4f}" if added else ""
    told = (len(pairs), before["accepted"], before["recall"], after["recall"], len(added))
    return [*map(str, told), share, bound]


def _is_linked(one: Answer) -> bool:
    return one.decision.judgement is Judgement.ACCEPTED


def made(known: Known, out: Path, draw: int) -> Path:
    """Write the task of a draw."""
    chance = random.Random(draw)
    out.mkdir(parents=True, exist_ok=True)
    kinds = chance.choices(list(KINDS), [share for share, _ in KINDS.values()], k=LISTS)
    with (
        (out / "queries.tsv").open("w", encoding="utf-8") as asked,
        (out / "gold.tsv").open("w", encoding="utf-8") as right,
    ):
        print("id\tname\tkind\tyear\tcontext\trecord\trole", file=asked)
        print("id\tentity", file=right)
        for number, kind in enumerate(kinds):
            year, lines = KINDS[kind][1](known, chance)
            role = chance.choice(("recipient", "copy-recipient", "participant"))
            for at, line in enumerate(lines):
                ident = f"{kind}-{number}-{at}"
                print(f"{ident}\t{line.name}\tperson\t{year}\t\tlist-{number}\t{role}", file=asked)
                print(f"{ident}\t{line.entity}", file=right)
    return out


def rosters() -> list[Roster]:
    """Read who sat in real bodies."""
    rows = (line.split("\t") for line in ROSTERS.read_text("utf-8").splitlines()[1:])
    return [
        Roster(body, int(year), tuple(_member(one) for one in members.split("; ")))
        for body, year, members in rows
    ]


def _member(text: str) -> Line:
    name, _, entity = text.partition("=")
    return Line(name, entity or NIL)


def _seated(year: int) -> list[str]:
    """Give the family names of those who sat in some body in a year."""
    people = (one for one in embedded.load() if one.kind == "person" and seats(one, year))
    return sorted({one.label.split()[-1] for one in people})


def _of_a_body(known: Known, chance: random.Random) -> Listed:
    """Draw some members of a body, most often with officials who are none."""
    one = chance.choice(known.rosters)
    members = chance.sample(one.members, chance.randint(2, min(9, len(one.members))))
    others = _clerks(known, chance, chance.choice((0, 0, 1, 1, 2, 3)))
    return one.year, _written([*members, *others], chance)


def _of_two(known: Known, chance: random.Random) -> Listed:
    """Draw members of two bodies of about one time, as they meet."""
    one = chance.choice(known.rosters)
    near = [two for two in known.rosters if abs(two.year - one.year) < 2] or [one]
    some = [*chance.sample(one.members, 3), *chance.sample(chance.choice(near).members, 3)]
    return one.year, _written(list(dict.fromkeys(some)), chance)


def _misdated(known: Known, chance: random.Random) -> Listed:
    """Draw a list of a body in a record that has the year of another time."""
    year, lines = _of_a_body(known, chance)
    return year + chance.choice((-1, 1)) * chance.randint(1, 45), lines


def _unknown(known: Known, chance: random.Random) -> Listed:
    """Draw people of no body at all."""
    return chance.randint(1925, 1990), _written(
        _clerks(known, chance, chance.randint(3, 9)), chance
    )


def _namesakes(known: Known, chance: random.Random) -> Listed:
    """Draw people of no body, one or two of whom bear the names of such as sat in some."""
    year = chance.randint(1925, 1990)
    famous = chance.sample(known.seated(year), chance.choice((1, 1, 2)))
    clerks = _clerks(known, chance, chance.randint(2, 6))
    return year, _written([*(Line(name, NIL) for name in famous), *clerks], chance)


def _kin(known: Known, chance: random.Random) -> Listed:
    """Draw sons, brothers and other namesakes of those who sat together, with others."""
    first, last, names = chance.choice(_KIN)
    some = chance.sample(names, chance.choice((1, 1, 2, 2, 3)))
    clerks = _clerks(known, chance, chance.randint(1, 5))
    lines = [*(Line(one, NIL) for one in some), *clerks]
    return chance.randint(first, last), _written(lines, chance)


def _amid(known: Known, chance: random.Random) -> Listed:
    """Draw a list of a body in which a kinsman stands in place of a member."""
    first, last, names = chance.choice(_KIN)
    name = chance.choice(names)
    family = name.split(". ")[-1]
    fit = [one for one in known.rosters if first <= one.year <= last and family in _families(one)]
    year, lines = _of_a_body(known._replace(rosters=fit or known.rosters), chance)
    return year, [*(one for one in lines if family not in one.name), Line(family, NIL)]


def _families(roster: Roster) -> set[str]:
    return {one.name.split(". ")[-1] for one in roster.members}


def _clerks(known: Known, chance: random.Random, count: int) -> list[Line]:
    """Draw people of one state of whom nobody knows, named as people of that state are."""
    states = defaultdict[str, list[Person]](list)
    for one in chance.sample(known.people, 400):
        for state in one.states:
            states[state].append(one)
    some = max(states.values(), key=len) if chance.random() < 0.3 else []
    some = some if len(some) > count else chance.choice([*states.values()])
    found = (chance.choice(some) for _ in range(count))
    return [Line(f"{chance.choice('ABDEGIJKMNPRSV')}. {_family(one)}", NIL) for one in found]


def _family(one: Person) -> str:
    labels = one.entity["labels"]
    return str(labels.get("en") or next(iter(labels.values()))).split()[-1]


def _id(one: Person) -> str:
    return str(one.entity["id"])


def _written(lines: Sequence[Line], chance: random.Random) -> list[Line]:
    """Write the names of a list as surnames, each once, some with initials."""
    initials = chance.random() < _INITIALS
    found = dict[str, Line]()
    for line in chance.sample(lines, len(lines)):
        bare = line.name.split(". ")[-1]
        name = line.name if initials and chance.random() < 0.5 else bare
        found.setdefault(bare, Line(name, line.entity))
    return list(found.values())


KINDS: dict[str, tuple[float, Kind]] = {
    "body": (0.5, _of_a_body),
    "two": (0.05, _of_two),
    "misdated": (0.1, _misdated),
    "unknown": (0.15, _unknown),
    "namesakes": (0.15, _namesakes),
    "kin": (0.048, _kin),
    "amid": (0.002, _amid),
}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), list(map(int, sys.argv[3:])) or [0])
