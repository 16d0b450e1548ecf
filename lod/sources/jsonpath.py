"""Paths into JSON: `birth.place.name`, `contributors[].fc`, `names[0]`; object -> cells.

A path names keys, divided by dots. Lists are stepped through by themselves: `[]` may be written
for the reader's sake and changes nothing, `[0]` takes one element. A key that holds a dot or a
bracket is quoted, `"dc.title"`; a key spelled exactly like the path is taken before all. Text is
as the source has it (`1.10` stays `1.10`); an object where a value was asked gives its JSON, and is
marked as one, as true and false are; null, "", empty lists and objects give no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from lod.sources import OBJECT, TRUTH, Cell
from lod.sources.together import Place, listed

Step = str | int
_STEP = re.compile(r'\.?(?:"((?:[^"\\]|\\.)*)"|([^.\[\]"]+))|\[(\d*)\]')
_PLAIN = re.compile(r'[^.\[\]"]+')
_encode = msgspec.json.Encoder(order="sorted").encode


def steps(path: str) -> tuple[Step, ...]:
    """Take a path apart; what is no path is one key.

    >>> steps("$.a[].b[0]"), steps('"dc.title"'), steps("a[b")
    (('a', 'b', 0), ('dc.title',), ('a[b',))
    """
    rest = path.removeprefix("$")
    found: list[Step] = []
    place = 0
    while place < len(rest):
        match = _STEP.match(rest, place)
        if not match:
            return (path,)
        quoted, plain, index = match.groups()
        if index:
            found.append(int(index))
        elif index is None:
            found.append(plain if quoted is None else re.sub(r"\\(.)", r"\1", quoted))
        place = match.end()
    return tuple(found)


class Paths:
    """Takes the values of some paths out of objects, or of all paths where none is named."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._wanted = [(column, _ways(steps(column))) for column in columns]

    def cells(self, item: dict[str, object]) -> dict[str, tuple[Cell, ...]]:
        """Find the values of the wanted paths; a path without a value is left out.

        >>> sorted(Paths(["a.b"]).cells({"a": [{"b": 1}, {"b": "x"}]}))
        ['a.b']
        """
        if not self._wanted:
            return _all(item)
        cells: dict[str, tuple[Cell, ...]] = {}
        for column, path in self._wanted:
            value = item.get(column)
            if type(value) is str:
                if value:
                    cells[column] = (Cell(value),)
                continue
            if found := _cells(column, item, path if value is None else _ways((column,))):
                cells[column] = found
        return cells


def spelled(keys: Sequence[str]) -> str:
    """Write keys as the path that leads along them.

    >>> spelled(["result", "dc.items"])
    'result."dc.items"'
    """
    return ".".join(key if _PLAIN.fullmatch(key) else _quoted(key) for key in keys)


def text(value: object) -> str:
    """Spell a value as the source does; "" for null.

    >>> text(True), text(12), text({"b": 1, "a": None}), text(None)
    ('true', '12', '{"a":null,"b":1}', '')
    """
    if isinstance(value, str):
        return value
    return "" if value is None else _encode(value).decode()


def inside(path: str, spelled: str) -> list[str]:
    """List the paths to the values in an object that was found at a path.

    >>> inside("title", '{"en": "X", "of": [{"year": 1950}]}')
    ['title.en', 'title.of[].year']
    """
    try:
        item = msgspec.json.decode(spelled)
    except msgspec.DecodeError:
        return []
    return list(dict.fromkeys(found for found, _ in _leaves(item, path)))


def _ways(path: Sequence[Step]) -> list[tuple[Step, str]]:
    """Give each step of a path with the name of what it starts from, and the path's own name."""
    return [(step, repr((*path[:at],))) for at, step in enumerate([*path, ""])]


def _cells(column: str, item: object, path: Sequence[tuple[Step, str]]) -> tuple[Cell, ...]:
    """Give the values at the end of a path, each with the items of lists that led to it."""
    current: list[tuple[Place, object]] = [((), item)]
    for step, key in path[:-1]:
        if isinstance(step, int):
            current = list(_chosen(current, step, key))
        else:
            inner = _flat(current, key)
            current = [(way, x[step]) for way, x in inner if isinstance(x, dict) and step in x]
    return tuple(
        _cell(value, way)
        for way, value in _flat(current, path[-1][1], column)
        if value not in ("", None, {})
    )


def _chosen(
    values: list[tuple[Place, object]], at: int, key: str
) -> Iterator[tuple[Place, object]]:
    """Take one item of each list."""
    for way, value in values:
        if isinstance(value, list) and at < len(value):
            yield (*way, listed(key, at, len(value))), value[at]


def _flat(
    values: list[tuple[Place, object]], key: str, leaf: str = ""
) -> Iterator[tuple[Place, object]]:
    """Step through lists, and remember which item of which."""
    for way, value in values:
        if isinstance(value, list):
            of = len(value)
            inner = [((*way, listed(key, at, of, leaf)), x) for at, x in enumerate(value)]
            yield from _flat(inner, key, leaf)
        else:
            yield way, value


def _cell(value: object, place: Place = ()) -> Cell:
    rule = OBJECT if isinstance(value, dict) else TRUTH if isinstance(value, bool) else ""
    return Cell(text(value), rule=rule, place=place)


def _all(item: dict[str, object]) -> dict[str, tuple[Cell, ...]]:
    found: dict[str, list[Cell]] = {}
    for path, value in _leaves(item, ""):
        if value not in ("", None):
            found.setdefault(path, []).append(_cell(value))
    return {path: tuple(cells) for path, cells in found.items()}


def _leaves(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            name = key if _PLAIN.fullmatch(key) else _quoted(key)
            yield from _leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, f"{path}[]")
    else:
        yield path, value


def _quoted(key: str) -> str:
    escaped = re.sub(r'(["\\])', r"\\\1", key)
    return f'"{escaped}"'
