"""The commands of curators: `lod decide`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from lod.api import Dataset, load
from lod.entity import EntityKind
from lod.errors import UsageError
from lod.pipeline.curate import curator, kinds, rule, spellings, strange, take_back
from lod.pipeline.preview import Changed
from lod.pipeline.preview import preview as changed
from lod.pipeline.way import Options
from lod.publish.release import Releases
from lod.reconcile.decisions import LEDGER, Ruling, read
from lod.reconcile.events import ITEM, Event, shown
from lod.reconcile.parse import entity_kind
from lod.reconcile.rulings import rulings

_AGENTS = {"person", "group"}  # what a name in a source may be without its saying so
_TOLD = 5
_SAID = {"accept": "is", "reject": "is not"}


@click.command("decide")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("name", default="")
@click.argument("target", metavar="QID|none|not:QID|defer", default="")
@click.option(
    "--kind",
    type=click.Choice(["person", "group", "place"]),
    help="What is meant.  [default: what the current release has of that name, else its look]",
)
@click.option("--period", default="", help="Years that it holds for: 1951, 1945/1953.")
@click.option("--note", default="", help="Why.")
@click.option("--by", "who", envvar="LOD_CURATOR", default="", help="Your name.")
@click.option("--undo", "undone", multiple=True, metavar="ID", help="Take an event back instead.")
@click.option(
    "--from",
    "table",
    type=click.Path(path_type=Path),
    help="A table of decisions: name target kind period note, parted by tabs.",
)
@click.option("--list", "listed", is_flag=True, help="List what stands, with the ids of events.")
@click.option("--preview", is_flag=True, help="Only show what it would change in the release.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the releases, for --preview and for names.  [default: output/<dataset name>]",
)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for machines.")
def decide_command(  # noqa: PLR0913 - one parameter an option is how click calls
    dataset: Path,
    name: str,
    target: str,
    kind: EntityKind | None,
    period: str,
    note: str,
    who: str,
    undone: tuple[str, ...],
    table: Path | None,
    listed: bool,
    preview: bool,
    output: Path | None,
    as_json: bool,
) -> None:
    """Note a curator's decision in the ledger: NAME is QID, is none, or is not that one.

    A NAME that is itself an item says that two items are one, or differ. Nothing that was noted
    is lost: --undo takes an event back by another one, which can be undone too. --preview makes
    the release that it would lead to aside, and lists what would be said otherwise.
    Example: lod decide datasets/sample Poland Q36 --kind place --period 1945
    """
    found = load(dataset)
    moment = datetime.now(UTC)
    when = moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if sum(map(bool, (name, undone, table, listed))) != 1:
        mend = "a NAME with what it means, --undo, --from or --list"
        raise UsageError("say one thing", where="lod decide", mend=mend)
    if listed:
        events: Iterable[Event] = (line.event for line in read(found.folder / LEDGER).standing)
    elif undone:
        events = take_back(found, undone, who, when)
    else:
        means: EntityKind = kind or "person"
        ruling = Ruling(
            name=name, target=target, kind=means, period=period, note=note, who=who, when=when
        )
        asked = list(_asked(found, table, ruling, kind, output))
        if preview:
            _show(changed(found, asked, Options(output=output)), as_json)
            return
        events = rule(found, asked, curator(found, None, when[:10]))
    events = list(events)
    for line in _told(events, as_json):
        click.echo(line)
    if not listed:
        _warn(found, events, output)
        _warn_of_spellings(found, events, output)


def _asked(
    dataset: Dataset,
    table: Path | None,
    model: Ruling,
    kind: EntityKind | None,
    output: Path | None,
) -> list[Ruling]:
    """Give the rulings of a table or the one asked for, each with the kind that is meant."""
    ruled = rulings(table, model) if table else [(model, False)]
    told = [(ruling, said or kind is not None) for ruling, said in ruled]
    names = {one.name for one, said in told if not (said or ITEM.fullmatch(one.name))}
    there = kinds(_current(dataset, output), sorted(names))
    return [
        one
        if said or one.name not in names
        else replace(one, kind=_kind(one.name, there[one.name]))
        for one, said in told
    ]


def _kind(name: str, there: Sequence[EntityKind]) -> EntityKind:
    """Tell what is meant where nobody said: what the current release has of that name."""
    if len(there) > 1 and "person" not in there:
        mend = " or ".join(f"--kind {kind}" for kind in there)
        raise UsageError(f"{name!r} is {' and '.join(there)}", where="lod decide", mend=mend)
    if not there:
        return entity_kind("agent", name)
    return "person" if "person" in there else there[0]


def _current(dataset: Dataset, output: Path | None) -> Path | None:
    return Releases(output or Path("output") / dataset.name).current()


def _warn(dataset: Dataset, events: Iterable[Event], output: Path | None) -> None:
    """Say which names no record of the current release has, and which may be meant."""
    current = _current(dataset, output)
    unknown = list(strange(current, events))
    there = kinds(current, sorted({event.name for event, _ in unknown}))
    for event, likest in unknown:
        meant = f"; did you mean {shown(likest)}?" if likest else ""
        others = " or ".join(f"--kind {kind}" for kind in there[event.name])
        meant = f"; one of another kind is there: {others}" if others else meant
        if event.action in ("accept", "none") and {event.kind, *there[event.name]} == _AGENTS:
            meant = (
                f"; unless the source says that it is a {there[event.name][0]}, it is from now on"
            )
        click.echo(f"lod: no record has the {event.kind} {shown(event.name)}{meant}", err=True)


def _warn_of_spellings(dataset: Dataset, events: Iterable[Event], output: Path | None) -> None:
    """Say which other spellings of a name the current release has: the decision is not on them."""
    for event, others in spellings(_current(dataset, output), events):
        more = f" and {len(others) - _TOLD} more" if len(others) > _TOLD else ""
        told = ", ".join(map(shown, others[:_TOLD])) + more
        what = f"records spell {shown(event.name)} otherwise too, decide these as well: {told}"
        click.echo(f"lod: {what}", err=True)


def _show(found: Iterable[Changed], as_json: bool) -> None:
    """Say what would change, a thing and its statements at a time; how much, in the end."""
    count = 0
    for count, one in enumerate(found, start=1):  # noqa: B007 - told below
        if as_json:
            click.echo(json.dumps(one._asdict(), ensure_ascii=False))
            continue
        click.echo(f"{one.action:<8} {one.path}")
        for mark, said in (("-", one.removed), ("+", one.added)):
            for line in said:
                click.echo(f"    {mark} {shown(line)}")
    if not as_json:
        click.echo(f"{count:,} thing{'s' if count != 1 else ''} would change")


def _told(events: Iterable[Event], as_json: bool) -> Iterator[str]:
    for event in events:
        if as_json:
            yield json.dumps(_row(event), ensure_ascii=False)
        elif event.action == "undo":
            yield f"noted as {event.id}: {event.undoes} is taken back"
        else:
            said = _SAID.get(event.action, "is")
            what = event.qid or {"none": "none", "defer": "deferred"}.get(event.action, "")
            period = f" in {event.period}" if event.period else ""
            yield f"noted as {event.id}: {shown(event.name)} {said} {what}{period}"


def _row(event: Event) -> dict[str, str]:
    """Give an event for machines; target as the command line takes it."""
    before = "not:" if event.action == "reject" else ""
    target = event.undoes or (f"{before}{event.qid}" if event.qid else event.action)
    row = {"id": event.id, "name": event.name, "target": target, "kind": event.kind}
    more = {"action": event.action, "period": event.period, "when": event.when, "who": event.who}
    return row | {key: value for key, value in more.items() if value}
