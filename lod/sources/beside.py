"""What stands beside a value in its row: conditions of its line, its language, its template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

import orjson

from lod import vocabulary
from lod.config import FIELDS, Field
from lod.config.dataset import COLUMN_IN_TEMPLATE
from lod.sources import NODE, OBJECT, TRUTH, Cell
from lod.sources.clean import clean
from lod.sources.columnwords import role_of
from lod.sources.draft import Draft
from lod.sources.together import Place, listed, together

Cells = Mapping[str, tuple[Cell, ...]]
SHAPES = frozenset({OBJECT, TRUTH, NODE})


class Beside:
    """Finds, for the values of one line of the crosswalk, what stands beside each."""

    def __init__(self, field: Field) -> None:
        self._field = field
        agents = FIELDS[field.name] == "agent"
        self._is_once = not agents
        self._wanted = [
            (column, frozenset(values), agents and any(map(_is_role, values)))
            for column, values in field.when.items()
        ]

    def holds(self, draft: Draft, column: str, place: Place) -> bool:
        """Tell whether all conditions hold for a value; an Issue says where nobody can tell."""
        for beside, values, strict in self._wanted:
            found = [one for one in self._items(draft.cells, beside) if one.text in values]
            said = {together(place, one.place, strict=strict) for one in found}
            if True not in said:
                if None in said:
                    self._doubt(draft, column, beside)
                return False
        return True

    def text(self, draft: Draft, column: str, place: Place) -> str:
        """Give the text of a column that stands beside a value, "" where none does."""
        found = self._items(draft.cells, column)
        said = [(together(place, one.place), one.text) for one in found]
        text = next((text for fits, text in said if fits), "")
        if not text and any(fits is None for fits, _ in said):
            self._doubt(draft, self._field.name, column)
        return text

    def filled(self, draft: Draft) -> tuple[Cell, ...]:
        """Fill the line's template, for names once for each item of a list that it leads into.

        Nothing where a column that it names has no value in the row or the item.
        """
        template, cells = self._field.template, draft.cells
        values = {column: cells.get(column, ()) for column in COLUMN_IN_TEMPLATE.findall(template)}
        if not template or not all(values.values()):
            return ()
        if all(len(found) == 1 and not found[0].place for found in values.values()):
            return (_made(template, {column: found[0] for column, found in values.items()}),)
        ways = {column: [*placed(found, column)] for column, found in values.items()}
        whole = (_whole(template, cell, ways) for cell in max(ways.values(), key=len))
        made = [one for one in whole if one]
        if self._is_once:
            first = {column: found[0] for column, found in values.items()}
            return tuple(made[:1]) or (_made(template, first),)
        if not made:
            self._doubt(draft, ", ".join(values), "a column")
        return tuple(made)

    def parts(self, cell: Cell, column: str, texts: Sequence[str]) -> Iterator[Cell]:
        """Give the items of a cell that was taken apart, each with its place."""
        for at, text in enumerate(texts):
            yield Cell(text, place=(*cell.place, listed(column, at, len(texts), column)))

    def _items(self, cells: Cells, column: str) -> list[Cell]:
        """Give the values of a column, taken apart as the line's own are."""
        found = placed(cells.get(column, ()), column)
        parted = (self._parted(cell, column) for cell in found)
        return [item._replace(text=clean(item.text).text) for items in parted for item in items]

    def _parted(self, cell: Cell, column: str) -> Sequence[Cell]:
        if self._field.json and cell.text.lstrip().startswith("["):
            with suppress(orjson.JSONDecodeError):
                return [*self.parts(cell, column, [str(one) for one in orjson.loads(cell.text)])]
        marks = self._field.split
        return [*self.parts(cell, column, cut(cell.text, marks))] if marks else [cell]

    def _doubt(self, draft: Draft, column: str, beside: str) -> None:
        message = (
            f"which value of {beside} belongs to which of {column or 'these'} cannot be told, as "
            "their numbers differ or they have no order: none was taken; give both as many items "
            "in the source, blank ones too, or keep the two in one object"
        )
        found = " | ".join(cell.text for cell in draft.cells.get(column, ()))
        if all(issue.field != self._field.name or issue.code != _UNEQUAL for issue in draft.issues):
            draft.issue(_UNEQUAL, message, self._field.name, found)


_UNEQUAL = "when/unequal"


def cut(text: str, marks: str | tuple[str, ...]) -> list[str]:
    """Cut a text at a mark, or at each of several.

    >>> cut("a|b; c", "|"), cut("a|b; c", ("|", ";"))
    (['a', 'b; c'], ['a', 'b', ' c'])
    """
    if isinstance(marks, str):
        return text.split(marks)
    for mark in marks[1:]:
        text = text.replace(mark, marks[0])
    return text.split(marks[0])


def placed(cells: Sequence[Cell], column: str) -> Sequence[Cell]:
    """Give each of several cells its place in the list that they are, if it has none."""
    if len(cells) < 2 or cells[0].place:
        return cells
    of = len(cells)
    return [one._replace(place=(listed(column, at, of, column),)) for at, one in enumerate(cells)]


def _whole(template: str, one: Cell, values: Mapping[str, Sequence[Cell]]) -> Cell | None:
    """Fill a template with a value and what stands beside it; None where a column has nothing."""
    found = {
        column: next((cell for cell in cells if together(one.place, cell.place)), None)
        for column, cells in values.items()
    }
    whole = {column: cell for column, cell in found.items() if cell is not None}
    return _made(template, whole, one.place) if len(whole) == len(values) else None


def _made(template: str, found: Mapping[str, Cell], place: Place = ()) -> Cell:
    shape = next((cell.rule for cell in found.values() if cell.rule in SHAPES), "")
    text = COLUMN_IN_TEMPLATE.sub(lambda name: found[name[1]].text, template)
    return Cell(text, rule=shape, place=place)


def _is_role(word: str) -> bool:
    return bool(role_of(word) or vocabulary.load().concept("role", word))
