"""Standard output: a full disk behind it is told as what it is, whoever wrote."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from lod.errors import DiskError, LodError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Stdout(io.FileIO):
    """Standard output that remembers why it could not be written: whoever fails may not know."""

    failed = ""

    def write(self, data: ReadableBuffer, /) -> int:
        """Write some bytes, as a file does."""
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            self.failed = error.strerror or str(error)
            raise


@contextmanager
def answering() -> Iterator[None]:
    """Say of a failure that the answer could not be written, where that is what has failed.

    Use it around a whole command. Raises DiskError, which names standard output; a reader that
    has had enough (BrokenPipeError) stays what it is. What is answered where the output is closed
    goes nowhere; one that is no file of the system is left alone.
    """
    with _opened() as usual:
        try:
            raw = Stdout(usual.fileno(), "w", closefd=False)
        except OSError:  # it is kept in memory
            yield
            return
        yield from _answered(usual, raw)


def _answered(usual: TextIO, raw: Stdout) -> Iterator[None]:
    with _instead_of(usual, raw):
        try:
            try:
                yield
            finally:
                sys.stdout.flush()
        except (OSError, LodError) as error:
            if not raw.failed:
                raise
            # Python would try again in the end, and say so.
            os.dup2(os.open(os.devnull, os.O_WRONLY), raw.fileno())
            mend = "free some space, or write it elsewhere"
            raise DiskError(raw.failed, where="standard output", mend=mend) from error


@contextmanager
def _opened() -> Iterator[TextIO]:
    """Give standard output; Python has none (None) where it was closed before it began."""
    if usual := cast("TextIO | None", sys.stdout):
        yield usual
        return
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = nowhere
        try:
            yield nowhere
        finally:
            sys.stdout = cast("TextIO", None)


@contextmanager
def _instead_of(usual: TextIO, raw: Stdout) -> Iterator[None]:
    usual.flush()
    sys.stdout = io.TextIOWrapper(
        io.BufferedWriter(raw), usual.encoding, usual.errors, line_buffering=raw.isatty()
    )
    try:
        yield
    finally:
        sys.stdout = usual
