"""The command `lod review`: the names that wait for a curator, one key a decision."""

from __future__ import annotations

import os
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import click

from lod.api import Release, load
from lod.errors import UsageError
from lod.lazily import regex
from lod.pipeline.curate import curator
from lod.pipeline.sitting import HELP, KEYS, Sitting
from lod.publish.review import line, read

_SEQUENCE = regex(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?")  # what arrows and the like send
_MOST = 10_000  # names of one sitting


@click.command("review")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the releases.  [default: output/<dataset name>]",
)
@click.option("--by", "who", envvar="LOD_CURATOR", default="", help="Your name.")
@click.option("--json", "as_json", is_flag=True, help="List the queue as JSON, for machines.")
def review_command(dataset: Path, output: Path | None, who: str, as_json: bool) -> None:
    """Go through the names that wait for a decision, those that change most records first.

    One key decides a name; `?` lists the keys. Without a terminal each line of stdin is a key.
    Everything is in the ledger at once, and can be taken back; `lod publish` puts it to use.
    Example: lod review datasets/sample
    """
    found = load(dataset)
    release = Release(output or Path("output") / found.name)
    queue = list(islice(read(release.path), _MOST))
    if as_json:
        click.echo(b"".join(map(line, queue)), nl=False)
        return
    sitting = Sitting(
        dataset=found,
        queue=queue,
        matcher=lambda: curator(found, output, _moment()[:10]),
        moment=_moment,
        who=who,
    )
    _sit(sitting)
    left = "publish again to put them to use" if sitting.done else "nothing was decided"
    click.echo(f"{len(sitting.done):,} decisions; {left}", err=True)


def _sit(sitting: Sitting) -> None:
    keys = _typed() if sys.stdin.isatty() else _piped()
    while shown := list(sitting.show()):
        click.echo("\n".join(shown))
        key = next(keys, "q")
        if key == "q":
            return
        if key == "?":
            click.echo(HELP, nl=False)
            continue
        try:
            said = sitting.press(key)
        except UsageError as error:
            said = str(error)
        if said:
            click.echo(said)


def _typed() -> Iterator[str]:
    """Read single keys of a terminal; a search takes a line, a refusal the number too.

    Keys typed ahead count; arrows and the like, which send several signs, are no keys here.
    """
    waiting = list[str]()

    def key() -> str:
        while not waiting:
            with _single_keys():
                pressed = os.read(sys.stdin.fileno(), 256).decode("utf-8", "ignore")
            waiting.extend(_SEQUENCE.sub("", pressed) or ("\x04" if not pressed else ""))
        return waiting.pop(0)

    while True:
        click.echo(f"{KEYS} > ", nl=False)
        pressed = key()
        if pressed == "/":
            click.echo("/", nl=False)
            pressed += sys.stdin.readline().strip()
        elif pressed == "x":
            pressed += key()
        click.echo("" if pressed[:1] == "/" else pressed.strip())
        if pressed == "\x04":
            return
        yield pressed.strip()


@contextmanager
def _single_keys() -> Iterator[None]:
    """Let a terminal give keys at once, unseen; Ctrl-C ends as ever."""
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    try:
        tty.setcbreak(fd, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)


def _piped() -> Iterator[str]:
    for text in sys.stdin:
        yield text.strip()


def _moment() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
