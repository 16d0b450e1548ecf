"""Tables that people keep in spreadsheets, parted by tabs: their cells, however they were saved."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from lod.lazily import regex

_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, which spreadsheets call "Unicode text"
_QUOTED = regex(r'"((?:[^"]|"")*)"')
_UNCLOSED = regex(r'"(?:[^"]|"")*')
_MOST = 100  # lines of one cell


def opened(path: Path, errors: str = "strict") -> TextIO:
    """Open a table as text, UTF-8 or UTF-16 by its mark; `-` is standard input. Raises OSError."""
    raw = os.fdopen(0, "rb", closefd=False) if str(path) == "-" else path.open("rb")
    wide = raw.peek(2)[:2] in _WIDE
    encoding = "utf-16" if wide else "utf-8-sig"
    return io.TextIOWrapper(raw, encoding, errors, newline="\n")


def rows(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    r"""Part lines at tabs: the number of the line that a row begins with, and its cells.

    Spreadsheets put quotation marks around a cell that holds commas, marks or line breaks, and
    double the marks inside. A mark that opens a cell and is never closed is a sign of the cell.

    >>> list(rows(['"Miller, Ann"\tnone\n', '"Che" Guevara\t"says ""so"", twice:\n', 'here"\n']))
    [(1, ['Miller, Ann', 'none']), (2, ['"Che" Guevara', 'says "so", twice:\nhere'])]
    """
    held = list[tuple[int, str]]()
    for number, line in enumerate(lines, start=1):
        held.append((number, line))
        if len(held) == 1 and '"' not in line:
            yield number, cells(line)
            held.clear()
            continue
        found = "".join(text for _, text in held).rstrip("\r\n").split("\t")
        whole = all("\n" not in one or _QUOTED.fullmatch(one) for one in found[:-1])
        if whole and _UNCLOSED.fullmatch(found[-1]) and len(held) < _MOST:
            continue
        if whole and ("\n" not in found[-1] or _QUOTED.fullmatch(found[-1])):
            held = [(held[0][0], "\t".join(found))]
        yield from ((start, cells(text)) for start, text in held)
        held.clear()
    yield from ((start, cells(text)) for start, text in held)


def cells(line: str) -> list[str]:
    """Give the cells of a row, without the marks around them."""
    return [_bare(cell) for cell in line.rstrip("\r\n").split("\t")]


def _bare(cell: str) -> str:
    marked = cell.startswith('"') and _QUOTED.fullmatch(cell)
    return marked[1].replace('""', '"') if marked else cell
