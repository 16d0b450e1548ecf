"""The report on a release: what was read, published, refused and linked, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

import orjson

from lod.issue import Issue
from lod.publish.element import Html, element, isolated, share, table, together
from lod.publish.findings import asked, findings, gather, waiting_names
from lod.publish.info import ReleaseInfo
from lod.publish.manifest import summary
from lod.publish.review import Waiting

_JUDGEMENTS = {
    "accepted": "Linked",
    "review": "Waiting",
    "deferred": "Put off",
    "none": "None found",
    "not": "Refused",
    "error": "No answer",
}
# What a curator would call the roles that name places.
_ROLES = {"created": "written at (place)", "spatial": "concerns (place)", "mentioned": "mentions"}
_ALSO = (
    ("issues.jsonl", "every finding, a line each"),
    ("review.jsonl", "the names that wait for a decision, those in most records first"),
    ("links.sssom.tsv", "every link with its evidence"),
    ("changes.jsonl", "what is new, changed and gone"),
    ("description.ttl", "the release in VoID, DCAT and PROV"),
    ("manifest.json", "counts, sources and hashes for programs"),
    ("report.json", "the counts of this page for programs"),
    ("SHA256SUMS", "to check all files with sha256sum -c"),
)
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #767676; --soft: #f3f3f3;
  --link: #0b4fb3; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #151515; --line: #8c8c8c;
  --soft: #262626; --link: #9cc2ff; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 62rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
a { color: var(--link); } nav ul { padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem;
  list-style: none; }
dl { display: flex; flex-wrap: wrap; gap: .75rem; } dl div { background: var(--soft); padding:
  .5rem .9rem; display: flex; flex-direction: column-reverse; flex: 1 1 9rem;
  justify-content: flex-end; }
dt { line-height: 1.3; } dd { margin: 0; font-size: 1.7rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; margin: 1rem 0; }
.beside { display: flex; flex-wrap: wrap; gap: 0 3rem; } .beside .wide { max-width: 100%; }
article { border-top: 1px solid var(--line); } article:first-of-type { border: 0; }
table { border-collapse: collapse; } caption { text-align: left; font-weight: bold;
  white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
  border-bottom: 1px solid var(--line); min-width: 3rem; max-width: 26rem; }
thead th { white-space: nowrap; } tbody th { font-weight: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
article td:last-child, details td:nth-child(2), details td:last-child { min-width: 13rem;
  overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; } pre { background: var(--soft); padding: .5rem .75rem;
  white-space: pre-wrap; } summary { cursor: pointer; padding: .25rem 0; }
"""


def report_json(info: ReleaseInfo) -> bytes:
    """Write `report.json`: the counts of the report page, for programs."""
    tally = info.tally
    content = summary(info) | {
        "title": info.dataset.title,
        "authorities": list(info.authorities),
        "sources": [source._asdict() for source in info.sources],
        "mentions": {
            role: {"named": named, "linked": tally.linked[role]}
            for role, named in sorted(tally.named.items())
        },
        "files": [file._asdict() for file in info.files],
    }
    option = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(content, option=option)


def report_html(
    info: ReleaseInfo, issues: Iterable[Issue], waiting: Iterable[Waiting]
) -> Iterator[str]:
    """Write `report.html`, the page that a curator reads after a run; it needs no script.

    issues: all, in any order; the first 200 of a code are shown. waiting: the queue of the
    release; the first 100 are shown. The same input gives the same bytes.
    """
    found, questions = gather(issues), asked(waiting)
    sections = (
        ("rows", "Rows", "What was read", _rows(info)),
        ("things", "Things", "What is published", _things(info)),
        ("names", "Names", "Names and Wikidata", _names(info)),
        ("waiting", "Waiting", "Names that wait for a decision", waiting_names(info, questions)),
        ("kept-out", "Kept out", "Rows kept out", findings(found, "error")),
        ("dates", "Dates", "Dates not understood", findings(found, "date")),
        ("findings", "Findings", "Other findings", findings(found, "rest")),
        ("files", "Files", "Files", _files(info)),
    )
    anchors = [element("li", element("a", word, href=f"#{name}")) for name, word, _, _ in sections]
    nav = element("nav", element("ul", *anchors), aria_label="Sections")
    parts = [_section(name, title, content) for name, _, title, content in sections]
    body = element(
        "body",
        element("header", _top(info), _figures(info, questions.count), nav),
        element("main", *parts),
    )
    yield "<!DOCTYPE html>\n"
    yield element("html", _head(info), body, lang="en")
    yield "\n"


def _head(info: ReleaseInfo) -> Html:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{info.dataset.title}: report on release {info.version}"),
        element("style", Html(_STYLE)),
    )


def _section(name: str, title: str, content: Html) -> Html:
    heading = f"{name}-heading"
    inside = (element("h2", title, id=heading), content)
    return element("section", *inside, id=name, aria_labelledby=heading)


def _top(info: ReleaseInfo) -> Html:
    moment = info.started.replace("T", " at ").replace("Z", " UTC")
    after = f"after release {info.previous}" if info.previous else "the first one"
    told = f"Release {info.version}, {after}, made on {moment} for "
    publisher = isolated(info.dataset.publisher)
    title = element("h1", isolated(info.dataset.title))
    return together([title, element("p", told, publisher, ".")])


def _figures(info: ReleaseInfo, waiting: int) -> Html:
    """Say in five numbers how a run went, each leading to its section."""
    linked = sum(count for (_, one), count in info.decisions.items() if one == "accepted")
    found = sum(count for (severity, _), count in info.issues.items() if severity == "warning")
    figures = (
        ("things", "records published", info.published),
        ("kept-out", "rows kept out", info.quarantined),
        ("names", f"of {sum(info.decisions.values()):,} entities linked", linked),
        ("waiting", "names wait for a decision", waiting),
        ("findings", "warnings", found),
    )
    items = [
        element("div", element("dt", element("a", words, href=f"#{to}")), element("dd", count))
        for to, words, count in figures
    ]
    return element("dl", *items)


def _rows(info: ReleaseInfo) -> Html:
    rows = (
        ("Published", info.published),
        ("Merged with another row", info.merged),
        ("Kept out", info.quarantined),
    )
    shares = [(what, count, share(count, info.read)) for what, count in rows]
    came = table("What became of the rows", ("Outcome", "Rows", "Share"), shares)
    sources = [
        (isolated(source.path), source.rows, element("code", source.sha256[:12]))
        for source in info.sources
    ]
    read = table("Sources", ("Source", "Rows used", "SHA-256 begins"), sources)
    told = f"{info.read:,} rows were read; every one of them is counted here."
    return together([element("p", told), _beside(came, read)])


def _things(info: ReleaseInfo) -> Html:
    tally = info.tally
    kinds = table("Things with a page", ("Kind", "Count"), sorted(tally.kinds.items()))
    counts = (
        ("Triples of the default graph", tally.triples),
        ("Triples of named graphs", tally.quads),
        ("Different subjects", tally.subjects),
        ("Different properties", len(tally.properties)),
        ("Different classes", len(tally.classes)),
    )
    return _beside(kinds, table("Statements", ("What", "Count"), counts))


def _names(info: ReleaseInfo) -> Html:
    """Show by kind and by role how many names are tied to an item."""
    kinds = sorted({kind for kind, _ in info.decisions})
    rows: list[tuple[str | int, ...]] = []
    for kind in kinds:
        counts = [info.decisions.get((kind, judgement), 0) for judgement in _JUDGEMENTS]
        rows.append((kind, sum(counts), *counts, share(counts[0], sum(counts))))
    heads = ("Kind", "Entities", *_JUDGEMENTS.values(), "Share linked")
    decided = table("What was decided", heads, rows)
    mentions = [
        (
            _ROLES.get(role, role),
            named,
            info.tally.linked[role],
            share(info.tally.linked[role], named),
        )
        for role, named in sorted(info.tally.named.items())
    ]
    roles = table("Mentions in records", ("Role", "Named", "Linked", "Share linked"), mentions)
    searched = ", ".join(info.authorities) or "nothing"
    return together([element("p", "Searched: ", isolated(searched), "."), decided, roles])


def _beside(*tables: Html) -> Html:
    return element("div", *tables, class_="beside")


def _files(info: ReleaseInfo) -> Html:
    rows = [
        (_link(file.name), file.size, element("code", file.sha256[:12]))
        for file in sorted(info.files)
    ]
    dumps = table("Dumps", ("File", "Bytes", "SHA-256 begins"), rows)
    also = (element("li", _link(name), f": {what}") for name, what in _ALSO)
    return together([dumps, element("p", "Beside this page:"), element("ul", *also)])


def _link(name: str) -> Html:
    return element("a", name, href=quote(name))
