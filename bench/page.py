"""Writes results as a table of Markdown, at their place in docs/performance.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from bench.measure import Cost

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
WORDS = {
    "prepare": "source to records, names decided",
    "triples": "records to sorted N-Triples",
    "morph-kgc": "Morph-KGC 2.10, the same records",
    "rdflib": "rdflib Graph, the same triples",
    "jsonld": "JSON-LD of single records",
    "dumps": "records to all dumps, compressed, with checksums",
    "formats": "the same, and two files for every record and entity",
    "publish": "the whole way: checked, stored, indexed",
}


class Row(Protocol):
    """One measurement."""

    @property
    def job(self) -> str: ...  # noqa: D102
    @property
    def records(self) -> int: ...  # noqa: D102
    @property
    def cost(self) -> Cost: ...  # noqa: D102


def show(name: str, text: str) -> None:
    """Put a table between its markers, `<!-- bench:publish -->` and `<!-- end -->`."""
    start, end = f"<!-- bench:{name} -->\n", "<!-- end -->"
    page = PAGE.read_text(encoding="utf-8")
    found = re.compile(f"{re.escape(start)}.*?{end}", re.DOTALL)
    PAGE.write_text(found.sub(lambda _: f"{start}{text}{end}", page), encoding="utf-8")


def table(whole: Mapping[str, Any], rows: Sequence[Row]) -> str:
    """Write the machine, a row a measurement, and the ratios that the targets ask for."""
    facts = {**whole["machine"], **whole["versions"]}
    day = [whole["date"]] if whole["date"] else []
    told = "; ".join([*day, *(f"{name} {fact}" for name, fact in facts.items())])
    head = (
        "| job, two processes | records | triples | wall s | CPU s | triples/s | peak MB |\n"
        "|---|---:|---:|---:|---:|---:|---:|\n"
    )
    lines = "".join(_row(row) for row in rows)
    targets = "".join(f"| {name} | {found} |\n" for name, found in ratios(rows).items())
    return f"{told}\n\n{head}{lines}\n| ratio | reached |\n|---|---|\n{targets}"


def _row(row: Row) -> str:
    name, comma, rest = row.job.partition(",")
    answer = row.cost.answer
    words = f"{WORDS[name]}{comma}{rest}"
    if "error" in answer:
        return f"| {words} | {row.records:,} | failed: {answer['error']} | | | | |\n"
    if "ratio" in answer:
        words += f": {answer['ours_ms']:.2f} ms, pyld frame {answer['pyld_ms']:.1f} ms"
    count = answer.get("triples", 0)
    rate = answer.get("triples_a_second", row.cost.rate)
    spent = f"{row.cost.wall:.1f} | {row.cost.cpu:.1f}"
    shown = (f"{count:,}", spent, f"{rate:,.0f}") if count else ("", spent, "")
    return f"| {words} | {row.records:,} | {' | '.join(shown)} | {row.cost.peak:.0f} |\n"


def ratios(rows: Sequence[Row]) -> dict[str, str]:
    """Compare what the targets compare, of the measurements that were made."""
    good = [row for row in rows if "error" not in row.cost.answer]
    found = dict(_against_peers(good))
    for row in good:
        if row.job == "jsonld":
            found["JSON-LD against pyld frame"] = f"{row.cost.answer['ratio']:.0f}"
    times = {row.records: row.cost.wall for row in rows if row.job == "publish"}
    for size, wall in times.items():
        if 2 * size in times:
            found[f"time for {2 * size:,} records against {size:,}"] = (
                f"{times[2 * size] / wall:.2f}"
            )
    return found


def _against_peers(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Compare from the records on: the peers are given what reading and matching find out."""
    rdflib = next((row.cost.answer for row in rows if row.job == "rdflib"), None)
    morph = {row.records: row.cost.rate for row in rows if row.job == "morph-kgc"}
    for row in rows:
        if row.job != "triples":
            continue
        size = f"{row.records:,} records to N-Triples against"
        if row.records in morph:
            yield f"{size} Morph-KGC", f"{row.cost.rate / morph[row.records]:.2f}"
        if rdflib:
            yield f"{size} an rdflib Graph", f"{row.cost.rate / rdflib['triples_a_second']:.2f}"
