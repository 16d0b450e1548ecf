"""Asks the rules of the finished store; says which records must stay out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lod.pipeline.run import Progress, Run
from lod.pipeline.work import Work
from lod.store import Solutions
from lod.store.oxigraph import OxigraphStore
from lod.terms import Term
from lod.validate import rule_seeds, rules, seeded
from lod.validate.shapes import Shapes
from lod.vocabulary import load


def awake(run: Run) -> None:
    """Prove that shapes and rules see faults, before they are trusted with a release.

    Raises LodError when one does not.
    """
    base, words = run.dataset.base, load()
    seeded.prove(Shapes(words.shapes(base), base), base)
    rule_seeds.prove(words.rules(base), base, words.prefixes(base))


def judge(run: Run, work: Work, progress: Progress) -> list[str]:
    """Give the keys of what breaks a rule; every finding is noted."""
    progress("rules", 0, None)
    store = OxigraphStore(run.release / "store")
    base = run.dataset.base
    prefixes = load().prefixes(base)

    def ask(query: str) -> Iterator[Mapping[str, Term]]:
        answer = store.query(query, prefixes=prefixes, base=base)
        return answer.rows() if isinstance(answer, Solutions) else iter(())

    found = list(rules.run(load().rules(base), ask, base))
    work.add_issues(found)
    return [issue.record for issue in found if issue.severity == "error"]
