"""The lists of the report: names that wait for a decision, and what was found in the data."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import quote

from lod.issue import Issue
from lod.publish.element import Html, element, isolated, table, together
from lod.publish.info import ReleaseInfo
from lod.publish.review import Waiting

SHOWN_NAMES = 100
SHOWN_ISSUES = 200
_RANK = {"error": 0, "warning": 1, "info": 2}
_ITEM = "https://www.wikidata.org/wiki/"


@dataclass(slots=True)
class Finding:
    """All issues of one severity and code: how many, and the first of them."""

    severity: str
    code: str
    count: int = 0
    first: list[Issue] = field(default_factory=list)

    @property
    def section(self) -> str:
        """Say where the report shows it: what keeps rows out comes before all."""
        if self.severity == "error":
            return "error"
        return "date" if self.code.startswith("date/") else "rest"


def gather(issues: Iterable[Issue]) -> list[Finding]:
    """Count issues by severity and code and keep the first of each; bounded memory."""
    found: dict[tuple[str, str], Finding] = {}
    for issue in issues:
        key = issue.severity, issue.code
        finding = found.setdefault(key, Finding(*key))
        finding.count += 1
        if len(finding.first) < SHOWN_ISSUES:
            finding.first.append(issue)
    return sorted(found.values(), key=lambda one: (_RANK[one.severity], one.code))


def findings(found: Iterable[Finding], section: str) -> Html:
    """Show the findings of a section of the report: `error`, `date` or `rest`."""
    shown = [one for one in found if one.section == section]
    if not shown:
        return element("p", "None.")
    return together(_finding(one, opened=section == "error") for one in shown)


def _finding(finding: Finding, *, opened: bool) -> Html:
    title = f"{finding.code or 'no code'}: {finding.count:,}"
    rows = [
        (isolated(_place(one)), isolated(one.message), isolated(one.field), isolated(one.value))
        for one in finding.first
    ]
    heads = ("Where", "What is wrong", "Field", "Value")
    parts = [
        element("summary", element("code", title), f" ({finding.severity})"),
        table(f"Findings {finding.code}", heads, rows),
    ]
    more = finding.count - len(finding.first)
    if more:
        whole = element("a", "issues.jsonl", href="issues.jsonl")
        parts.append(element("p", f"and {more:,} more in ", whole))
    return element("details", *parts, open="open") if opened else element("details", *parts)


def _place(issue: Issue) -> str:
    """Name file and row, and the record once it is known.

    >>> _place(Issue(message="", code="", source="a.csv", row="7", record="x-7"))
    'a.csv:7 (x-7)'
    """
    place = ":".join(part for part in (issue.source, issue.row) if part)
    return f"{place} ({issue.record})".strip() if issue.record else place


@dataclass(frozen=True, slots=True)
class Questions:
    """The names that wait, as `review.jsonl` has them: the first of them, and how many in all."""

    first: tuple[Waiting, ...]
    count: int


def asked(waiting: Iterable[Waiting]) -> Questions:
    """Keep the first questions and count the others; bounded memory."""
    rest = iter(waiting)
    first = tuple(islice(rest, SHOWN_NAMES))
    return Questions(first, len(first) + sum(1 for _ in rest))


def waiting_names(info: ReleaseInfo, questions: Questions) -> Html:
    """Show the first names that wait, with their candidates and the command that decides."""
    shown = [_name(info, one) for one in questions.first]
    if not shown:
        return element("p", "None.")
    told = (
        f"{questions.count:,} wait; {len(shown):,} are shown, what changes most records first. The "
        "command beside a name decides it from the next run on; its first argument is the folder "
        "of the dataset. In place of the item it takes ",
        *(element("code", "none"), " when Wikidata has no item, or "),
        *(element("code", "not:Q…"), " when it is not that one. "),
        *("Many are decided faster by ", element("code", "lod review"), ", a key each."),
    )
    return together([element("p", *told), *shown])


def _name(info: ReleaseInfo, one: Waiting) -> Html:
    rows = [
        (
            element("a", found.id, href=_ITEM + quote(found.id, errors="replace")),
            isolated(found.name),
            f"{found.score:.2f}",
            isolated("; ".join(found.reasons)),
        )
        for found in one.candidates
    ]
    when = one.period.replace("/", "\u2013") or "undated"
    parts = [element("h3", isolated(one.name), f" ({one.kind}, {when})")]
    parts += [element("p", isolated(text)) for text in (one.note, one.again) if text]
    parts += [_seen(one)] if one.seen else []
    if rows:
        heads = ("Item", "Name", "Probability", "Reasons")
        parts.append(table(f"Candidates for {one.name}", heads, rows))
    target = one.candidates[0].id if one.candidates else "none"
    command = element("pre", element("code", _command(info, one, target)))
    return element("article", *parts, command)


def _seen(one: Waiting) -> Html:
    """Name the first records that have the name, each with its own file."""
    links = [
        element(
            "a",
            isolated(record.title or record.path),
            href=f"record/{quote(record.path, errors='replace')}.ttl",
        )
        for record in one.seen
    ]
    items = [
        element("li", link, f", {record.date}" if record.date else "")
        for link, record in zip(links, one.seen, strict=True)
    ]
    more = one.records - len(items)
    items += [element("li", f"and {more:,} more")] if more > 0 else []
    return element("ul", *items)


def _command(info: ReleaseInfo, one: Waiting, target: str) -> str:
    """Spell the command that decides on a name, for a shell."""
    period = ["--period", one.period] if one.period else []
    options = [info.dataset.folder.name, "--kind", one.kind, *period]
    # After `--` a name that begins with a hyphen is no option.
    return shlex.join(["lod", "decide", *options, "--", " ".join(one.name.split()), target])
