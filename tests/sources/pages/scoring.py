"""Scores pages against what a cataloguer records: names of three kinds, and single facts.

`python -m tests.sources.pages.scoring FOLDER...` prints what is missed and what is too much.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lod.reconcile.keys import fold
from tests.sources.pages.cataloguing import Catalogued, catalogued, is_same

KINDS = ("people", "places", "bodies")
_SHARE = 0.6
# Who edited or transcribed a document is a contributor to it (dcterms:contributor).
_ROLES = {"contributor": ("contributor", "editor", "transcriber")}


@dataclass
class Score:
    """Counts over pages: of names right, found, hit, wanted; of facts right and wanted."""

    names: dict[str, list[int]] = field(default_factory=lambda: {kind: [0] * 4 for kind in KINDS})
    facts: list[int] = field(default_factory=lambda: [0, 0])
    remarks: list[str] = field(default_factory=list, repr=False)

    def precision(self, kind: str) -> float:
        """Give the share of found names that are wanted."""
        return self.names[kind][0] / max(self.names[kind][1], 1)

    def recall(self, kind: str) -> float:
        """Give the share of wanted names that are found."""
        return self.names[kind][2] / max(self.names[kind][3], 1)

    def share(self) -> float:
        """Give the share of facts that are right."""
        return self.facts[0] / max(self.facts[1], 1)


def scored(folder: Path) -> Score:
    """Score every page of a folder that has its gold beside it."""
    score = Score()
    for found in sorted(catalogued(folder), key=lambda one: one.row.row):
        name = Path(found.row.row).stem
        gold: dict[str, Any] = json.loads((folder / f"{name}.json").read_text())
        _names(score, name, gold, found)
        facts = dict(_facts(gold, found))
        score.facts = [score.facts[0] + sum(facts.values()), score.facts[1] + len(facts)]
        wrong = [fact for fact, right in facts.items() if not right]
        score.remarks += [f"{name}: facts {wrong}"] if wrong else []
    return score


def _names(score: Score, name: str, gold: dict[str, Any], found: Catalogued) -> None:
    bodies = {one.name for one in found.record.agents if one.kind == "group"}
    for kind, got in (("people", found.people), ("places", found.places), ("bodies", bodies)):
        same = _is_same_body if kind == "bodies" else is_same
        wanted = gold.get(kind, [])
        missed = [one for one in wanted if not any(same(one, other) for other in got)]
        extra = sorted(one for one in got if not any(same(other, one) for other in wanted))
        counts = (len(got) - len(extra), len(got), len(wanted) - len(missed), len(wanted))
        score.names[kind] = [a + b for a, b in zip(score.names[kind], counts, strict=True)]
        if missed or extra:
            score.remarks.append(f"{name}: {kind} missed {missed}, too much {extra}")


def _facts(gold: dict[str, Any], found: Catalogued) -> Iterator[tuple[str, bool]]:
    """Give each fact of the gold with whether the record has it."""
    record, words = found.record, set(fold(gold.get("title", "")).split())
    title = record.title[0].value if record.title else ""
    near = len(words & set(fold(title).split())) >= 0.8 * len(words)
    if "title" in gold:
        yield "title", near and len(title) < 2 * len(gold["title"])
    yield "date", [span.edtf for span in record.date[:1]] == [gold["date"]]
    if "identifier" in gold:
        yield "identifier", record.identifier == gold["identifier"]
    for name, concepts in (("type", record.type), ("language", record.language)):
        if name in gold:
            yield name, any(gold[name] in one.id for one in concepts)
    for role, names in gold.get("roles", {}).items():
        got = [fold(one) for like in _ROLES.get(role, (role,))
               for one in found.role(like) + found.role(f"corporate-{like}")]  # fmt: skip
        for one in names:
            yield f"{role} {one}", any(set(fold(one).split()) <= set(g.split()) for g in got)
    yield from _marked(gold, found)


def _marked(gold: dict[str, Any], found: Catalogued) -> Iterator[tuple[str, bool]]:
    record = found.record
    for one in gold.get("numbers", []):
        yield f"number {one}", one in found.numbers()
    for one in gold.get("markings", []):
        yield f"marking {one}", any(one in mark.label for mark in record.classification)
    for one in gold.get("references", []):
        yield f"reference {one}", any(one in other.verbatim for other in record.reference)
    for name, texts in (("summary", record.abstract), ("rights", record.rights)):
        if name in gold:
            yield name, any(one.value.startswith(gold[name]) for one in texts)


def _is_same_body(wanted: str, found: str) -> bool:
    want, have = set(fold(wanted).split()), set(fold(found).split())
    return len(want & have) >= _SHARE * len(want)


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        result = scored(Path(folder))
        lines = [*result.remarks]
        lines += [f"{kind} precision {result.precision(kind):.3f} recall {result.recall(kind):.3f}"
                  for kind in KINDS]  # fmt: skip
        lines.append(f"facts {result.share():.3f} ({result.facts[0]} of {result.facts[1]})")
        sys.stdout.write("\n".join(lines) + "\n")
