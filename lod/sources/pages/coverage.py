"""What became of every character of a page: a field, furniture, the text, or nothing we know."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from lod.record import Covered, Use
from lod.sources import Cell

# Columns that hold the whole page or the whole text: what stands in them is told more exactly.
_WHOLE = frozenset(("content", "body", "head"))
_Kind = tuple[Use, str, str]  # what Covered tells of a stretch
_SPACE: _Kind = ("furniture", "", "white space and marks")
_NAMED = frozenset(("people_named", "bodies_named", "places_named"))


def ledger(
    text: str,
    furniture: Iterable[tuple[int, int, str]],
    lines: Iterable[tuple[int, int]],
    cells: Mapping[str, Sequence[Cell]],
) -> tuple[Covered, ...]:
    """Give the stretches of a page in order, without a gap: their lengths sum to the page's.

    lines: where something stands; what nothing explains of them is `unknown`. Fields come before
    the text, names in it before both, furniture before nothing.

    >>> [(one.end - one.start, one.use) for one in ledger("Date: 1951 ?", [(0, 5, "label")],
    ...     [(0, 12)], {"date": [Cell("1951", 6, 10, "label date")]})]
    [(5, 'furniture'), (1, 'furniture'), (4, 'mapped'), (2, 'unknown')]
    """
    kinds: list[_Kind] = [_SPACE, ("unknown", "", "")]
    paint = array("l", [0]) * len(text)
    borders = list[int]()
    for start, end in lines:
        _fill(paint, start, end, 1)
        borders += (start, end)
    layers = [
        *((start, end, ("furniture", "", rule)) for start, end, rule in furniture),
        *_spans(cells, ("body",), "body"),
        *_spans(cells, [name for name in cells if name not in _WHOLE | _NAMED], "mapped"),
        *_spans(cells, sorted(_NAMED), "mapped"),
    ]
    for number, (start, end, kind) in enumerate(layers, len(kinds)):
        kinds.append(kind)
        _fill(paint, start, end, number)
        borders += (start, end)
    return tuple(
        [
            Covered(at, end, *(_SPACE if kind == 1 and text[at:end].isspace() else kinds[kind]))
            for at, end in _runs(paint, {*borders})
            for kind in (paint[at],)
        ]
    )


def _runs(paint: array[int], borders: set[int]) -> Iterator[tuple[int, int]]:
    """Give the stretches of one kind: it can only change where something begins or ends."""
    begin, size = 0, len(paint)
    for border in sorted(borders):
        if 0 < border < size and paint[border] != paint[border - 1]:
            yield begin, border
            begin = border
    if begin < len(paint):
        yield begin, len(paint)


def _spans(
    cells: Mapping[str, Sequence[Cell]], columns: Iterable[str], use: Literal["body", "mapped"]
) -> Iterable[tuple[int, int, _Kind]]:
    """Give the stretches of columns, the widest first, so that narrow ones stay visible."""
    found: list[tuple[int, int, _Kind]] = [
        (cell.start, cell.end, (use, column if use == "body" else f"{column}: {cell.text[:80]}",
                                cell.rule))
        for column in columns
        for cell in cells.get(column, ())
        if cell.start >= 0
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one[0] - one[1], one[0]))


def _fill(paint: array[int], start: int, end: int, kind: int) -> None:
    if end > start:
        paint[start:end] = array("l", [kind]) * (end - start)
