"""The commands that match names: `lod authority`, `lod match`, `lod eval`."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import click

from lod.cli_outcome import answer
from lod.config import Live, is_service
from lod.entity import Candidate, Decision, EntityKind, Judgement
from lod.errors import DiskError, PartialError, UsageError
from lod.reconcile import embedded
from lod.reconcile.authorities import open_authority
from lod.reconcile.authority import Authority
from lod.reconcile.build import Built, build
from lod.reconcile.collection import decided
from lod.reconcile.entry import Scope
from lod.reconcile.evaluate import NIL, answers, evaluate
from lod.reconcile.events import ITEM
from lod.reconcile.evidence import Situation
from lod.reconcile.index import IndexAuthority
from lod.reconcile.live import Setting
from lod.reconcile.matcher import Matcher
from lod.reconcile.namelist import questions
from lod.reconcile.update import changes, note_deleted
from lod.record import AgentKind

FILE = click.argument("file", type=click.Path(path_type=Path))
SOURCES = click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for machines.")
AUTHORITY = click.option(
    "--authority",
    "names",
    multiple=True,
    help="An index file, `embedded`, `wikidata`, or the address of a service; may be repeated.",
)
CONTACT = click.option(
    "--contact", default="", help="How a service reaches you: an address of mail or of a page."
)
DATE = click.option("--date", default="", help="Day of the snapshot (ISO 8601).  [default: today]")
_BAND = {Judgement.ACCEPTED: "accepted", Judgement.NONE: "nil", Judgement.ERROR: "error"}
_TOLD = 20  # lines that cannot be read, of which each is told
_ANSWERS = Path(".lod-cache")  # where answers of services are kept, in the current folder


@click.group("authority")
def authority_group() -> None:
    """Build an authority index from a Wikidata dump or other lists, and look into it."""


@authority_group.command("build")
@SOURCES
@click.option("--output", required=True, type=click.Path(path_type=Path), help="The index file.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(["person", "group", "place"]))
@click.option("--years", default="", help="Only who lived or existed between: 1850/2030.")
@click.option("--language", "languages", multiple=True, help="Of names; `en` and `mul` always.")
@click.option(
    "--class", "classes", multiple=True, help="Only instances (P31, `types`) of these items."
)
@DATE
@JSON
def build_command(  # noqa: PLR0913 - one parameter an option is how click calls
    sources: tuple[Path, ...],
    output: Path,
    kinds: tuple[EntityKind, ...],
    years: str,
    languages: tuple[str, ...],
    classes: tuple[str, ...],
    date: str,
    as_json: bool,
) -> None:
    """Build an index from Wikidata JSON (.json .gz .bz2 .zst), entity JSON lines, or a table.

    Example: lod authority build latest-all.json.bz2 --output authority.sqlite --years 1850/2030
    """
    begin, end = _years(years)
    for one in classes:
        if not ITEM.fullmatch(one):
            raise UsageError(f"{one!r} is no item", where="--class", mend="--class Q5")
    scope = Scope(
        kinds=kinds or ("person", "group", "place"),
        begin=begin,
        end=end,
        languages=frozenset(languages),
        classes=frozenset(classes),
    )
    built = build(sources, output, scope, date or _today(), _progress)
    _say(built._asdict(), _told(built, output), as_json)


@authority_group.command("update")
@FILE
@SOURCES
@click.option("--output", type=click.Path(path_type=Path), help="The new index.  [default: FILE]")
@DATE
@JSON
def update_command(
    file: Path, sources: tuple[Path, ...], output: Path | None, date: str, as_json: bool
) -> None:
    """Build an index anew from newer sources, and list what was merged, deleted, changed, new.

    The scope and the redirects of the old index are kept.
    Example: lod authority update authority.sqlite latest-all.json.bz2
    """
    old = IndexAuthority.open(file)
    with tempfile.TemporaryDirectory(dir=(output or file).parent) as folder:
        made = Path(folder) / "new.sqlite"
        kept = Path(folder) / "redirects.jsonl"
        kept.write_text("".join(old.redirects()), encoding="utf-8")
        build([kept, *sources], made, Scope.read(old.manifest), date or _today(), _progress)
        for change in changes(file, made):
            line = "\t".join(change).rstrip("\t")
            click.echo(json.dumps(change._asdict()) if as_json else line)
        note_deleted(file, made)
        old.close()
        made.replace(output or file)


@authority_group.command("info")
@FILE
@JSON
def info_command(file: Path, as_json: bool) -> None:
    """Say what an index holds: source, date, counts, scope, version.

    FILE may also be `embedded`, the authority that ships with the program.

    Example: lod authority info authority.sqlite
    """
    ours = str(file) == "embedded" and not file.exists()
    manifest = embedded.load().manifest if ours else IndexAuthority.open(file).manifest
    lines = "".join(f"{key:<24} {value}\n" for key, value in sorted(manifest.items()))
    _say(manifest, lines, as_json)


@authority_group.command("lookup")
@click.argument("file")
@click.argument("name")
@click.option("--kind", type=click.Choice(["person", "group", "place", "agent"]), default="agent")
@click.option("--year", type=int, help="Of the record that has the name.")
@click.option("--role", default="", help="Of the name in the record: mentioned, author, ...")
@CONTACT
@JSON
def lookup_command(  # noqa: PLR0913 - one parameter an option is how click calls
    file: str,
    name: str,
    kind: AgentKind,
    year: int | None,
    role: str,
    contact: str,
    as_json: bool,
) -> None:
    """Show who a name may mean, with probabilities and reasons.

    FILE may also be `embedded`, `wikidata`, or the address of a reconciliation service.

    Example: lod authority lookup authority.sqlite "Gromyko, A. A." --kind person --year 1951
    """
    decision = _matcher((file,), contact).match(name, kind, Situation(year, role))
    band = _band(decision)
    said: dict[str, object] = {
        "name": name,
        "band": band,
        "entity": _entity(decision),
        "note": decision.note,
    }
    said["candidates"] = _candidates(decision.candidates)
    _say(said, f"{band}{f': {decision.note}' if decision.note else ''}\n{_card(decision)}", as_json)
    if decision.judgement is Judgement.ERROR:
        raise PartialError("a service did not answer", where=file, mend="ask again later")


@click.command("match")
@click.argument("names_file", metavar="NAMES.tsv", type=click.Path(path_type=Path))
@AUTHORITY
@CONTACT
@click.option("--output", type=click.Path(path_type=Path), help="[default: stdout]")
@JSON
def match_command(
    names_file: Path, names: tuple[str, ...], contact: str, output: Path | None, as_json: bool
) -> None:
    """Say who the names of a list are: `id name kind year context` in, parted by tabs.

    Out come `id entity score band candidates`: entity is an id, NIL, or empty when unsure; band
    is accepted, review or nil (error where a service did not answer, or a line cannot be read);
    candidates is JSON. The names are weighed as one collection: where most are unknown, likeness
    means less. With --json each line is an object, which says why, too: `note`.
    Example: lod match names.tsv --authority authority.sqlite > links.tsv
    """
    matcher, waits, faults = _matcher(names or ("embedded",), contact), 0, 0
    with _written(output) as file:
        asked = questions(names_file)  # before anything is written: it may not be there
        file.write(b"" if as_json else b"id\tentity\tscore\tband\tcandidates\n")
        for one, decision in decided(matcher, asked, _matched):
            row = _object(one.id, decision) if as_json else _row(one.id, decision)
            file.write((row + "\n").encode("utf-8", "replace"))
            waits += decision.judgement is Judgement.ERROR and not one.fault
            faults += bool(one.fault)
            if one.fault and faults <= _TOLD:
                _told_on_stderr(f"{names_file.name}:{one.line}: {one.fault}")
    if faults:
        mend = "mend the list, and match again"
        what = f"{faults:,} line{'s' * (faults != 1)} cannot be read"
        raise PartialError(what, where=names_file.name, mend=mend)
    if waits:
        raise PartialError(f"{waits:,} names wait for a service", mend="ask again later")


def _row(ident: str, decision: Decision) -> str:
    found = json.dumps(_candidates(decision.candidates), ensure_ascii=False)
    return "\t".join((ident, _entity(decision), f"{decision.score:.4f}", _band(decision), found))


def _object(ident: str, decision: Decision) -> str:
    said = {
        "id": ident,
        "entity": _entity(decision),
        "score": decision.score,
        "band": _band(decision),
        "note": decision.note,
        "candidates": _candidates(decision.candidates),
    }
    return json.dumps(said, ensure_ascii=False)


@click.command("eval")
@click.argument("folder", metavar="TASKDIR", type=click.Path(path_type=Path))
@AUTHORITY
@CONTACT
@JSON
def eval_command(folder: Path, names: tuple[str, ...], contact: str, as_json: bool) -> None:
    """Match the names of a task and compare with its gold: precision, recall, calibration, speed.

    TASKDIR holds queries.tsv, gold.tsv and, unless --authority is given, authority.jsonl.gz.
    Example: lod eval tasks/diplomats
    """
    with tempfile.TemporaryDirectory() as made:
        if not names:
            source, target = folder / "authority.jsonl.gz", Path(made) / "authority.sqlite"
            if not source.is_file():
                raise UsageError("no authority", where=str(folder), mend="--authority FILE")
            build([source], target, Scope(), _today(), _progress)
            names = (str(target),)
        matcher = _matcher(names, contact)
        start = time.process_time()
        found = evaluate(answers(matcher, folder), start)
    _say(found, "".join(f"{key:<14} {value}\n" for key, value in found.items()), as_json)


def _matcher(names: tuple[str, ...], contact: str) -> Matcher:
    return Matcher([_opened(one, contact) for one in names])


def _opened(name: str, contact: str) -> Authority:
    """Open an authority by its name, or the index file that lies there.

    Raises UsageError for a service that is to be asked for nobody.
    """
    if is_service(name) and not contact:
        mend = "--contact you@example.org"
        raise UsageError("is asked over the network, for somebody", where=name, mend=mend)
    setting = Setting(
        contact=contact,
        cache=_ANSWERS,
        today=_today(),
        live=Live(patience=0),  # whoever looks on may ask again; a nightly run waits
        tell=_told_on_stderr,
    )
    return open_authority(str(Path(name).resolve()) if Path(name).exists() else name, setting)


def _told_on_stderr(words: str) -> None:
    click.echo(words, err=True)


def _matched(count: int) -> None:
    _progress("match", count, None)


@contextmanager
def _written(output: Path | None) -> Iterator[IO[bytes]]:
    """Give where to write: stdout, or a file that is there only when it is whole.

    Raises DiskError when it cannot be.
    """
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    aside = output.parent / f".{output.name}.part"
    try:
        with aside.open("wb") as file:
            yield file
        aside.replace(output)
    except OSError as error:
        mend = "make room or choose another --output"
        raise DiskError(str(error.strerror), where=str(output), mend=mend) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _band(decision: Decision) -> str:
    return _BAND.get(decision.judgement, "review")


def _entity(decision: Decision) -> str:
    return decision.id or (NIL if decision.judgement is Judgement.NONE else "")


def _candidates(found: tuple[Candidate, ...]) -> list[dict[str, object]]:
    return [
        {"id": one.id, "name": one.name, "score": one.score, "reasons": list(one.reasons)}
        for one in found
    ]


def _card(decision: Decision) -> str:
    """Show candidates, each with its reasons below it."""
    lines = []
    for one in decision.candidates:
        lines.append(f"{one.score:.3f}  {one.id:<12} {one.name}\n")
        lines += [f"       {reason}\n" for reason in one.reasons]
    return "".join(lines)


def _years(text: str) -> tuple[int | None, int | None]:
    begin, slash, end = text.partition("/")
    if text and not (slash and begin.isdecimal() and end.isdecimal()):
        raise UsageError(f"no span of years: {text!r}", where="--years", mend="--years 1850/2030")
    return (int(begin), int(end)) if text else (None, None)


def _told(built: Built, output: Path) -> str:
    kinds = ", ".join(
        f"{count:,} {kind}{'s' * (count != 1)}" for kind, count in sorted(built.kinds.items())
    )
    left = ", ".join(f"{count:,} {why}" for why, count in sorted(built.skipped.items()))
    return f"{kinds or 'nothing'} in {output}\n" + (f"left out: {left}\n" if left else "")


def _today() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d")


def _progress(stage: str, done: int, _total: int | None) -> None:
    """Draw one line on a terminal; say nothing in a pipe."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{stage:<8} {done:,}", nl=False, err=True)


def _say(content: Mapping[str, Any], text: str, as_json: bool) -> None:
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    answer(content, text, as_json)
