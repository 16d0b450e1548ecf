"""The command line: one command, one call; the only room that knows click."""

from __future__ import annotations

import json
import shutil
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from lod.api import SHOWN, Release, load
from lod.cli_authority import authority_group, eval_command, match_command
from lod.cli_decide import decide_command
from lod.cli_outcome import answer, run
from lod.cli_release import release_command
from lod.cli_review import review_command
from lod.engine import ENGINES
from lod.errors import PartialError, UsageError
from lod.formats import RDF_FORMATS, RESULT_FORMATS
from lod.issue import Issue
from lod.pipeline.check import check
from lod.pipeline.match import WAITS
from lod.pipeline.way import Options, publish
from lod.publish.info import ReleaseInfo
from lod.publish.manifest import summary
from lod.sources.beginning import start
from lod.store import Graph, results
from lod.store.strangers import strangers
from lod.store.table import View, shown
from lod.version import VERSION

DATASET = click.argument("dataset", type=click.Path(path_type=Path))
OUTPUT = click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the releases.  [default: output/<dataset name>]",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for machines.")


def main() -> None:
    """Run the command line: answers on stdout, all else on stderr, an exit code for scripts."""
    if code := run(commands, sys.argv[1:]):
        sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="lod")
def commands() -> None:
    """Publish the metadata of archives, museums and libraries as linked open data.

    DATASET is a folder with a dataset.toml, or that file. Exit codes: 0 done, 1 findings or an
    error of ours, 2 usage or configuration, 3 partly done, 65 bad data beyond what is allowed,
    74 disk, 75 another run holds the lock, 130 Ctrl-C.
    """


@commands.command("init")
@click.argument("folder")
@click.option("--from", "source", type=click.Path(path_type=Path), help="Your CSV or JSON file.")
@JSON
def init_command(folder: str, source: Path | None, as_json: bool) -> None:
    """Begin a dataset: a commented dataset.toml, and ten sample rows or a guess at yours.

    Example: lod init datasets/letters --from letters.csv
    """
    if not folder:
        raise UsageError("no folder is named", where="lod init", mend="lod init FOLDER")
    made = start(Path(folder), source)
    answer({"made": [str(path) for path in made]}, "".join(f"{p}\n" for p in made), as_json)
    click.echo(f"Next: lod check {folder}", err=True)


@commands.command("check")
@DATASET
@click.option(
    "--rows",
    type=click.IntRange(1),
    default=1000,
    show_default=True,
    help="Rows to read of each source.",
)
@click.option("--file", default="", help="Read this one alone: for a page, its card.")
@JSON
def check_command(dataset: Path, rows: int, file: str, as_json: bool) -> None:
    """Read the configuration and the first rows, list every issue, write nothing.

    Of the first ten pages it shows the cards: what was found, where, by which rule, and what was
    not understood.

    Example: lod check datasets/sample
    """
    found = check(load(dataset), rows, file)
    for line in () if as_json else found.cards:
        click.echo(shown(line))
    for issue in found.issues:
        click.echo(_issue(issue, as_json))
    severities = Counter(issue.severity for issue in found.issues)
    errors = severities["error"]
    said = f"{_count(found.records, 'record')} from {_count(found.rows, 'row')}"
    issues = f"{_count(errors + severities['warning'], 'issue')}, {errors:,} of them errors"
    click.echo(f"{said}, {issues}", err=True)
    sys.exit(1 if errors else 0)


@commands.command("publish")
@DATASET
@OUTPUT
@click.option(
    "--workers",
    type=click.IntRange(1),
    help="Processes, at most two a processor or 8.  [default: one a processor]",
)
@click.option("--engine", default="local", show_default=True, help=f"One of {', '.join(ENGINES)}.")
@click.option("--now", help="Time of the run (ISO 8601, UTC), for builds that must repeat.")
@click.option("--dry-run", is_flag=True, help="Do all but make the new release current.")
@JSON
def publish_command(  # noqa: PLR0913 - one parameter an option is how click calls
    dataset: Path,
    output: Path | None,
    workers: int | None,
    engine: str,
    now: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Publish: sources, records, links, graphs, checks, dumps, store, and the switch.

    Example: lod publish datasets/sample
    """
    options = Options(output=output, workers=workers or 0, engine=engine, now=now, dry_run=dry_run)
    with Bar() as progress:
        info = publish(load(dataset), options, progress)
    answer(summary(info), _told(info, options), as_json)
    if info.waiting:
        raise PartialError(_unanswered(info), mend="publish again to take up where this stopped")


@commands.command("query")
@DATASET
@click.argument("query")
@OUTPUT
@click.option(
    "--format",
    "name",
    type=click.Choice(["table", *RESULT_FORMATS, *RDF_FORMATS]),
    help="[default: table for rows, turtle for graphs]",
)
@JSON
def query_command(
    dataset: Path, query: str, output: Path | None, name: str | None, as_json: bool
) -> None:
    """Ask the current release in SPARQL: QUERY is the text, @file.rq, or @- for stdin.

    Example: lod query datasets/sample "SELECT ?doc ?date { ?doc dcterms:created ?date } LIMIT 5"
    """
    release = _release(dataset, output)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    view = View(prefixes=release.prefixes, base=release.base, width=width)
    text = _text(query)
    with _ended_at_once():
        found = release.query(text)
        for_machines = "json-ld" if isinstance(found, Graph) else "json"
        chosen = name or (for_machines if as_json else "")
        results.write(found, sys.stdout.buffer, chosen, view)
        sys.stdout.buffer.flush()
        for term, meant in strangers(release.store, text, release.prefixes, release.base):
            likest = f"; did you mean {meant}?" if meant else ""
            click.echo(f"lod: the release says nothing of {shown(term)}{likest}", err=True)


@contextmanager
def _ended_at_once() -> Iterator[None]:
    """Let Ctrl-C end this process: the engine asks nobody until it has an answer."""
    usual = signal.getsignal(signal.SIGINT)
    heeded = usual is signal.default_int_handler  # not where it is ignored, as below nohup
    if heeded:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        if heeded:
            signal.signal(signal.SIGINT, usual)


@commands.command("show")
@DATASET
@click.argument("uri")
@OUTPUT
@click.option("--format", "name", type=click.Choice(SHOWN), default="card")
@JSON
def show_command(dataset: Path, uri: str, output: Path | None, name: str, as_json: bool) -> None:
    """Show one record or entity as a card, Turtle or JSON-LD; URI may begin below the base.

    Where there is none, what has that name or number is told.

    Example: lod show datasets/sample doc/letters-SL-002 --format turtle
    """
    width = min(shutil.get_terminal_size().columns, 100)
    form = "json-ld" if as_json else name
    sys.stdout.buffer.write(_release(dataset, output).show(uri, form, width))


commands.add_command(decide_command)
commands.add_command(review_command)
commands.add_command(authority_group)
commands.add_command(match_command)
commands.add_command(eval_command)


@commands.command("serve")
@DATASET
@OUTPUT
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8080,
    show_default=True,
    help="Port to listen on.",
)
@click.option("--base", "public", default="", help="Address of the server for others.")
@click.option("--limits", "path", type=click.Path(path_type=Path), help="TOML file: [limits].")
@JSON
def serve_command(  # noqa: PLR0913 - one parameter an option is how click calls
    dataset: Path,
    output: Path | None,
    host: str,
    port: int,
    public: str,
    path: Path | None,
    as_json: bool,
) -> None:
    """Serve the current release on the web: pages, linked data, SPARQL; Ctrl-C ends it.

    Example: lod serve datasets/sample --port 8080
    """
    # Opened only here: no other command needs the web server.
    from lod.serve import limits  # noqa: PLC0415
    from lod.serve.server import listen, serve  # noqa: PLC0415

    folder = output or Path("output") / load(dataset).name
    _release(dataset, output).check()
    known = limits.read(path) if path else None
    with listen(host, port) as door:
        place = f"[{host}]" if ":" in host else host
        address = f"http://{place}:{door.getsockname()[1]}/"
        told = json.dumps({"folder": str(folder), "address": address}, ensure_ascii=False)
        click.echo(told if as_json else f"Serving {folder} at {address}", err=not as_json)
        serve(folder, door, public=public, limits=known)


commands.add_command(release_command)


class Bar:
    """Shows on a terminal what a long run is doing; in a pipe it says nothing.

    A stage that does not tell how far it is counts its seconds, so that it is seen to live.
    """

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._line, self._since = "start", time.monotonic()
        self._ended = threading.Event()

    def __enter__(self) -> Bar:
        if self._shown:
            self._draw()
            threading.Thread(target=self._tick, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Draw one line over the last one."""
        if not self._shown:
            return
        share = f"{done:,} of {total:,}" if total else f"{done:,}" if done else ""
        filled = 20 * done // total if total else 0
        drawn = f"[{'#' * filled}{'.' * (20 - filled)}]" if total else ""
        self._line, self._since = f"{stage:<8} {drawn} {share}", time.monotonic()
        self._draw()

    def _tick(self) -> None:
        while not self._ended.wait(1):
            if time.monotonic() - self._since >= 1:
                self._draw(f" {time.monotonic() - self._since:.0f} s")

    def _draw(self, more: str = "") -> None:
        click.echo(f"\r\033[K{self._line}{more}", nl=False, err=True)


def _issue(issue: Issue, as_json: bool) -> str:
    if as_json:
        names = ("severity", "code", "message", "source", "row", "record", "field", "value")
        return json.dumps({name: getattr(issue, name) for name in names}, ensure_ascii=False)
    return shown(f"{issue.severity:<8}{issue} ({issue.code})")


def _told(info: ReleaseInfo, options: Options) -> str:
    kinds = ", ".join(_count(n, kind) for kind, n in sorted(info.tally.kinds.items()))
    folder = options.folder(info.dataset) / "current"
    where = "was not kept: a dry run" if options.dry_run else f"in {folder}"
    found = sum(n for (severity, _), n in info.issues.items() if severity != "info")
    look = "" if options.dry_run else f": see {folder / 'report.html'}"
    return (
        f"{_count(info.published, 'record')} of {_count(info.read, 'row')}"
        f" ({info.merged:,} merged, {info.quarantined:,} quarantined)\n"
        f"{info.tally.triples:,} triples: {kinds}\n"
        f"release {info.version} {where}\n"
    ) + (f"{_count(found, 'finding')}{look}\n" if found else "")


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _unanswered(info: ReleaseInfo) -> str:
    count = info.issues.get(("warning", WAITS), len(info.waiting))
    names = "; ".join(repr(name) for name in info.waiting)
    more = ", and more in issues.jsonl" if count > len(info.waiting) else ""
    return f"published, but {count:,} names wait for a service that did not answer: {names}{more}"


def _release(dataset: Path, output: Path | None) -> Release:
    """Open the current release of a dataset; that of another of its name is none of its own."""
    if output is not None:
        return Release(output)
    found = load(dataset)
    folder = Path("output") / found.name
    release = Release(folder)
    if release.base != found.base:
        mend = "publish the dataset, or name its own folder with --output"
        what = f"the release is of {release.base}, the dataset of {found.base}"
        raise UsageError(what, where=str(folder), mend=mend)
    return release


def _text(query: str) -> str:
    if not query.startswith("@"):
        return query
    try:
        if query == "@-":
            return sys.stdin.read()
        return Path(query[1:]).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot read the query: {error.strerror}", where=query[1:]) from None
    except UnicodeDecodeError:
        raise UsageError("is not UTF-8", where=query[1:], mend="save the query as UTF-8") from None
