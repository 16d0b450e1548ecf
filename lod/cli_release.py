"""The releases that are kept: `lod release`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from lod.api import load
from lod.cli_outcome import answer
from lod.errors import DiskError, UsageError
from lod.publish.changes import changes, line
from lod.publish.manifest import MANIFEST, told
from lod.publish.release import Releases

# How many versions each action takes.
_TAKES = {"list": 0, "diff": 2, "rollback": 1}


class _Kept(NamedTuple):
    """What a release says of itself: when it was made, what it holds, and after which it came."""

    version: str
    made: str
    records: int
    triples: int
    previous: str


@click.command("release")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("action", type=click.Choice(list(_TAKES)))
@click.argument("versions", nargs=-1, metavar="[VERSION]...")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the releases.  [default: output/<dataset name>]",
)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for machines.")
def release_command(
    dataset: Path, action: str, versions: tuple[str, ...], output: Path | None, as_json: bool
) -> None:
    """List the releases kept, show what changed from one to another, or go back to one.

    `list`: the newest first, the current one marked. `diff A B`: what is created, updated and
    deleted in B. `rollback VERSION`: makes that one current again.
    Example: lod release datasets/sample diff 4f2a91c07d3e 768229a3b731
    """
    found = load(dataset)
    releases = Releases(output or Path("output") / found.name)
    if len(versions) != _TAKES[action]:
        mend = f"lod release DATASET {action}{' VERSION' * _TAKES[action]}"
        what = f"{action} does not take {len(versions)} of VERSION"
        raise UsageError(what, where="lod release", mend=mend)
    if action == "rollback":
        target = releases.rollback(versions[0])
        answer({"current": versions[0]}, f"{target}\n", as_json)
    elif action == "diff":
        kept = releases.kept(versions[0]), releases.kept(versions[1])
        for text in _diff(*kept, found.base, as_json):
            click.echo(text)
    else:
        _list(releases, as_json)


def _diff(before: Path, now: Path, base: str, as_json: bool) -> Iterator[str]:
    """Compare two releases: lines of `changes.jsonl`, or a word and a path each."""
    day = _told(now).made[:10]
    for change in changes(before, now, day):
        if as_json:
            yield line(change, base).decode().rstrip()
        else:
            yield f"{change.action:<8} {change.path}"


def _list(releases: Releases, as_json: bool) -> None:
    current = releases.current()
    now = current.name if current else ""
    read, damage = list[_Kept](), list[DiskError]()
    for version in releases.versions():
        try:
            read.append(_told(releases.kept(version)))
        except DiskError as error:
            damage.append(error)
    kept = _in_order(read)
    names = [one.version for one in reversed(kept)]
    details = [one._asdict() for one in reversed(kept)]
    rows = "".join(f"{_row(one, now)}\n" for one in reversed(kept))
    answer({"releases": names, "current": now, "details": details}, rows, as_json)
    if damage:  # told last: the others are listed all the same
        raise damage[0]


def _row(one: _Kept, now: str) -> str:
    mark = "*" if one.version == now else " "
    return f"{mark} {one.version}  {one.made}  {one.records:,} records, {one.triples:,} triples"


def _in_order(found: Iterable[_Kept]) -> list[_Kept]:
    """Put the older before the newer; of one second, a release before the one that came after."""
    kept = sorted(found, key=lambda one: one.made)
    moments = {one.version: one.made for one in kept}
    return sorted(kept, key=lambda one: (one.made, moments.get(one.previous) == one.made))


def _told(release: Path) -> _Kept:
    """Read what a release says of itself; raises DiskError where its manifest is broken."""
    found = told(release)
    try:
        made, after = str(found["started"]), str(found["previous"])
        records, triples = int(found["rows"]["published"]), int(found["triples"])
        return _Kept(release.name, made, records, triples, after)
    except (LookupError, TypeError, ValueError):
        mend = "remove this release, or publish again"
        raise DiskError("cannot be read", where=str(release / MANIFEST), mend=mend) from None
