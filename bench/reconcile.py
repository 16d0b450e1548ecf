"""Measures matching on tasks with gold, beside two simpler rules; writes the tables of the docs.

python -m bench.reconcile TASKDIR...    writes between the marks in docs/reconciliation.md
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import extract

from lod.entity import Decision, Judgement
from lod.reconcile.build import build
from lod.reconcile.entityfiles import entities
from lod.reconcile.entry import Entry, Scope
from lod.reconcile.evaluate import Answer, answers, evaluate, gold, lower_bound
from lod.reconcile.index import IndexAuthority
from lod.reconcile.keys import fold
from lod.reconcile.matcher import Matcher
from lod.reconcile.namelist import questions

DOCS = Path(__file__).parents[1] / "docs" / "reconciliation.md"
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"
COLUMNS = (
    "n",
    "accepted",
    "precision",
    "precision_low",
    "recall",
    "recall@10",
    "nil_accuracy",
    "ece",
)
CUTS = (0.999, 0.99, 0.98, 0.95, 0.9, 0.8, 0.5)
Rule = Callable[[list[tuple[str, float]]], str]


def main(folders: Sequence[Path]) -> None:
    """Measure all tasks and write the tables."""
    rows, everything = [], []
    for folder in folders:
        told, speed = ours(folder)
        everything += told
        rows.append([folder.name, "lod", *_numbers(evaluate(told, 0.0)), f"{speed:,.0f}"])
        for name, rule in RULES.items():
            rows.append([folder.name, name, *simple(folder, rule)])
    rows.append(["all", "lod", *_numbers(evaluate(everything, 0.0)), ""])
    heads = ["task", "rule", *COLUMNS, "names/s"]
    text = f"{table(heads, rows)}\n{automation(everything)}"
    before, _, rest = DOCS.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    DOCS.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")


def ours(folder: Path) -> tuple[list[Answer], float]:
    """Match a task on the index of its own authority; give the answers, and names a CPU second."""
    with tempfile.TemporaryDirectory() as made:
        target = Path(made) / "index.sqlite"
        build([folder / "authority.jsonl.gz"], target, Scope(), "")
        matcher = Matcher([IndexAuthority.open(target)])
        start = time.process_time()
        told = list(answers(matcher, folder))
        return told, len(told) / (time.process_time() - start)


def simple(folder: Path, rule: Rule) -> Iterator[str]:
    """Match a task by the likeness of whole names alone."""
    entries = [
        one for one in entities(folder / "authority.jsonl.gz", Scope()) if isinstance(one, Entry)
    ]
    names = [(fold(name), one.id) for one in entries if one.kind == "person" for name in one.names]
    right, asked = gold(folder / "gold.tsv"), list(questions(folder / "queries.tsv"))
    texts = [name for name, _ in names]
    accepted = good = refused = 0
    start = time.process_time()
    for one in asked:
        found = extract(fold(one.name), texts, scorer=token_sort_ratio, limit=20, score_cutoff=70)
        chosen = rule([(names[at][1], score) for _, score, at in found])
        accepted += bool(chosen)
        good += chosen in right[one.id]
        refused += not chosen and right[one.id] == {"NIL"}
    seconds = time.process_time() - start
    nothing = sum(one == {"NIL"} for one in right.values())
    yield from (str(len(asked)), str(accepted), _share(good, accepted))
    yield f"{lower_bound(good, accepted):.4f}"
    yield from (_share(good, len(asked) - nothing), "", _share(refused, nothing), "")
    yield f"{len(asked) / seconds:,.0f}"


def openrefine(found: list[tuple[str, float]]) -> str:
    """Accept what is above 95 and 10 ahead of the next entity."""
    best = found[0] if found else ("", 0.0)
    rivals = [score for ident, score in found if ident != best[0]]
    return best[0] if best[1] > 95 and best[1] > max(rivals, default=0) + 10 else ""


def likest(found: list[tuple[str, float]]) -> str:
    """Accept the likest name from 90 on."""
    return found[0][0] if found and found[0][1] >= 90 else ""


RULES: dict[str, Rule] = {"OpenRefine's": openrefine, "likest name": likest}


def automation(told: list[Answer]) -> str:
    """Give the table of quality against automation: how right, were the threshold another one."""
    known = sum(one.right != {"NIL"} for one in told)
    rows = []
    for cut in CUTS:
        taken = [one for one in told if first(one.decision) >= cut]
        good = sum(one.is_right for one in taken)
        bar = "#" * round(40 * good / max(known, 1))
        rows.append([str(cut), str(len(taken)), _share(good, len(taken)), _share(good, known), bar])
    return table(["threshold", "accepted", "precision", "recall", ""], rows)


def first(decision: Decision) -> float:
    """Give the probability on which a machine might accept, 0 where a rule forbids it."""
    allowed = decision.judgement is Judgement.ACCEPTED or "is below" in decision.note
    return decision.score if allowed else 0.0


def _numbers(found: dict[str, float | int]) -> list[str]:
    return [json.dumps(found[name]) for name in COLUMNS]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else ""


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table as Markdown has it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]])
