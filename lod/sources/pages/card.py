"""A page's card for its curator: what was found, where, by which rule, and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lod.record import Covered
from lod.sources import Cell, Row

_HIDDEN = frozenset(("content", "body", "context", "head"))
_MENTIONS = ("people_named", "bodies_named", "places_named")
_WIDTH, _SHOWN = 20, 100
_USES = (("mapped", "mapped"), ("furniture", "furniture"), ("body", "text"),
         ("unknown", "not understood"))  # fmt: skip


def card(row: Row) -> Iterator[str]:
    """Give the lines of the card; nothing for a row that is no page."""
    covered = row.coverage
    if not covered:
        return
    yield row.row
    for column in [*row.cells]:
        if column not in _HIDDEN and column not in _MENTIONS:
            for cell in row.cells[column]:
                yield _line(column, cell.text, _where(cell.start, cell.end), cell.rule)
    for column in _MENTIONS:
        yield from _mentions(column, row.cells.get(column, ()))
    for one in row.related:
        where = _where(one.origin.start, one.origin.end) if one.origin else ""
        yield _line(one.relation, one.label, where, one.origin.rule if one.origin else "")
    for part in row.parts:
        where = _where(part.origin.start, part.origin.end) if part.origin else ""
        yield _line("part", part.label, where, "an address below a whole document")
    yield from _covered(covered, row.cells.get("content", ()))


def _mentions(column: str, cells: Sequence[Cell]) -> Iterator[str]:
    """Give each name once: how often it stands, where first, by which rules it was found."""
    named: dict[str, list[Cell]] = {}
    for cell in cells:
        named.setdefault(cell.text, []).append(cell)
    for name, same in named.items():
        rules = ", ".join(dict.fromkeys(cell.rule for cell in same))
        times = f" ({len(same)} times)" if len(same) > 1 else ""
        yield _line(column, f"{name}{times}", _where(same[0].start, same[0].end), rules)


def _covered(ledger: Sequence[Covered], content: Sequence[Cell]) -> Iterator[str]:
    sizes = Counter[str]()
    for one in ledger:
        sizes[one.use] += one.end - one.start
    said = ", ".join(f"{sizes[use]} {word}" for use, word in _USES)
    yield _line("characters", f"{sum(sizes.values())}: {said}", "", "")
    text = content[0].text if content else ""
    for one in ledger:
        if one.use == "unknown":
            yield _line("not understood", text[one.start : one.end], _where(one.start, one.end), "")


def _line(name: str, value: str, where: str, rule: str) -> str:
    words = " ".join(value.split())
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}\u2026"
    told = f"  [{'; '.join(filter(None, (where, rule)))}]" if where or rule else ""
    return f"  {name:<{_WIDTH}}{shown}{told}"


def _where(start: int, end: int) -> str:
    return f"{start}-{end}" if start >= 0 else ""
