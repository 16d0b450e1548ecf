"""How a command ends: one answer on stdout, faults on stderr and in JSON, a code for scripts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import Any, NamedTuple

import click

from lod.errors import INTERRUPTED, STANDS, TERMINATED, DiskError, LodError, UsageError
from lod.stdout import answering

_ANSWER = "answer"  # where the answer of a command waits until it is known how the command ends
_FLAG = "--json"


class _Failure(NamedTuple):
    """Why a command failed: its exit code, what a person is told, what a machine is."""

    code: int
    said: str
    told: Mapping[str, object]


def answer(content: Mapping[str, Any], text: str, as_json: bool) -> None:
    """Give the answer of a command that has one: as text at once, in JSON when it ends.

    What then fails (part of the work, say) is told in the same object of JSON.
    """
    if as_json:
        click.get_current_context().ensure_object(dict)[_ANSWER] = content
    else:
        click.echo(text, nl=False)


def run(commands: click.Group, words: Sequence[str]) -> int:
    """Run a command line and give its exit code: answers on stdout, all else on stderr.

    With --json whoever fails says so on stdout, too: `error` is a key of the answer, else an
    object of its own, behind the lines of a command that answers in lines.
    """
    held = dict[str, Any]()
    try:
        _invoke(commands, words, held)
    except click.exceptions.Exit as done:
        return done.exit_code
    except SystemExit as ended:
        if ended.code == TERMINATED:
            _tell(_of(TERMINATED, LodError("interrupted")), words, held)
        raise
    except BrokenPipeError:
        # Whoever reads us has had enough (`lod query … | head`): that is no error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (LodError, click.ClickException, click.Abort, KeyboardInterrupt) as error:
        return _said(_failure(error), words, held)
    except Exception as error:
        # A fault of ours; whoever wants to report it sets LOD_DEBUG and sees where it came from.
        if os.environ.get("LOD_DEBUG"):
            raise
        return _said(_fault(error), words, held)
    return 0


def _invoke(commands: click.Group, words: Sequence[str], held: dict[str, Any]) -> None:
    with answering(), commands.make_context("lod", list(words), obj=held) as context:
        commands.invoke(context)
        if content := held.pop(_ANSWER, None):
            click.echo(_line(content))


def _said(failure: _Failure, words: Sequence[str], held: Mapping[str, Any]) -> int:
    """Say to persons and machines why a command failed; give its exit code."""
    click.echo(failure.said, err=True)
    _tell(failure, words, held)
    return failure.code


def _failure(error: BaseException) -> _Failure:
    """Say why a command failed."""
    if isinstance(error, LodError):
        return _of(error.exit_code, error, f"lod: {error}")
    if not isinstance(error, click.ClickException):
        return _of(INTERRUPTED, LodError("interrupted"), f"\n{STANDS}")
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "lod"
    refused = UsageError(error.format_message(), where=where, mend=f"see {where} --help")
    usage = f"{context.get_usage()}\nTry '{where} --help' for help.\n\n" if context else ""
    return _of(refused.exit_code, refused, f"{usage}Error: {refused.what}")


def _fault(error: BaseException) -> _Failure:
    """Say that the program is at fault."""
    what = f"{type(error).__name__}: {error}".splitlines()[0][:300]
    fault = LodError(f"this is a fault of the program: {what}", mend="LOD_DEBUG=1 says more")
    return _of(fault.exit_code, fault, f"lod: {fault}")


def _of(code: int, error: LodError, said: str = "") -> _Failure:
    told = {"code": code, "what": error.what, "where": error.where, "mend": error.mend}
    return _Failure(code, said, {**told, **error.details})


def _tell(failure: _Failure, words: Sequence[str], held: Mapping[str, Any]) -> None:
    """Tell a machine on stdout why it failed; where that cannot be written, the code is left."""
    if _FLAG in takewhile(lambda word: word != "--", words):
        with suppress(DiskError, OSError), answering():
            click.echo(_line({**held.get(_ANSWER, {}), "error": failure.told}))


def _line(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)
