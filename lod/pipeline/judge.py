"""Asks the rules of the finished store; says which records must stay out."""

from __future__ import annotations

from typing import NamedTuple

from lod.engine import Engine
from lod.issue import Issue
from lod.pipeline.run import Progress, Run
from lod.pipeline.work import Work
from lod.store import Solutions
from lod.store.files import few_files
from lod.store.oxigraph import OxigraphStore
from lod.validate import rule_seeds, rules, seeded
from lod.validate.shapes import Shapes
from lod.vocabulary import Rule, load

# A rule looks into files as terms come; with 64 of them kept open it took 2.7 times as long on a
# store of 45. Each takes about a megabyte.
_OPEN = 200


class Question(NamedTuple):
    """One task: a rule to be asked of the finished store."""

    run: Run
    rule: Rule


def awake(run: Run) -> None:
    """Prove that shapes and rules see faults, before they are trusted with a release.

    Raises LodError when one does not.
    """
    base, words = run.dataset.base, load()
    seeded.prove(Shapes(words.shapes(base), base), base)
    rule_seeds.prove(words.rules(base), base, words.prefixes(base))


def judge(run: Run, work: Work, engine: Engine, progress: Progress) -> list[str]:
    """Give the keys of what breaks a rule; every finding is noted."""
    refused = list[str]()
    # What workers remember of mapping is of no use here; whoever asks takes memory of its own.
    engine.close()
    asked = load().rules(run.dataset.base)
    progress("rules", 0, len(asked))
    for done, found in enumerate(engine.map(ask, (Question(run, rule) for rule in asked)), 1):
        progress("rules", done, len(asked))
        work.add_issues(found)
        refused += [issue.record for issue in found if issue.severity == "error"]
    return refused


def ask(task: Question) -> list[Issue]:
    """Ask one rule; runs in any process: what a query takes is given back when that ends."""
    base = task.run.dataset.base
    with few_files(_OPEN):
        store = OxigraphStore(task.run.release / "store")
    answer = store.query(task.rule.query, prefixes=load().prefixes(base), base=base)
    rows = answer.terms() if isinstance(answer, Solutions) else iter(())
    return rules.findings(task.rule, rows, base)
