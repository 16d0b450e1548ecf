"""Text with marks, and what is put in their places: one block in one syntax."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, Protocol

from lod.holes import MARKED, OpenError

# A mark, and what stands around it where it is a whole IRI or a whole literal.
_OPEN = re.compile(rf'<{MARKED.pattern}>|"{MARKED.pattern}"|{MARKED.pattern}')

Mark = tuple[str, int]
Piece = str | Mark
Orders = Sequence[Sequence[int]]


class FillError(ValueError):
    """A value does not fit: its record has to be mapped by itself."""


class Text:
    """Text with places: what stands between them, and which value each of them takes."""

    __slots__ = ("_first", "_parts", "_pick")

    def __init__(self, pieces: Sequence[Piece], places: Mapping[Mark, int]) -> None:
        """Take pieces apart: text and marks by turns, text first and last.

        places: where the value of a mark stands among those to fill in.
        """
        self._parts = [one.encode() if isinstance(one, str) else b"" for one in pieces]
        taken = [places[one] for one in pieces if not isinstance(one, str)]
        self._first = taken[0] if taken else -1
        self._pick: Callable[[Sequence[bytes]], Any] | None = (
            itemgetter(*taken) if len(taken) > 1 else None
        )

    def fill(self, values: Sequence[bytes]) -> bytes:
        """Put values in their places; joining is seven times as fast as formatting."""
        parts = self._parts
        if self._pick is not None:
            parts[1::2] = self._pick(values)
            return b"".join(parts)
        return parts[0] if self._first < 0 else parts[0] + values[self._first] + parts[2]


class Run(NamedTuple):
    """Values of one property whose order is not known before they are, in one syntax."""

    elements: Sequence[str]
    between: str


class Form:
    """A block in one syntax.

    addresses: of the values that are whole addresses, the places; how this syntax spells them
    stands behind all values of a record. count: how many values there are. Behind those stands
    what its runs are filled in with.
    """

    __slots__ = ("_alike", "_filled", "_rows", "_text")

    def __init__(
        self, text: str, runs: Sequence[Run], addresses: Sequence[int], count: int
    ) -> None:
        behind = {("t", place): count + n for n, place in enumerate(addresses)}
        own = {(kind, place): place for kind in "pl" for place in range(count)}
        places = {**own, **behind}
        self._rows = [_row(run, places) for run in runs]
        # Most runs have the values of another one: who is named is named by several properties.
        sorts = [row.sort for row in self._rows]
        self._alike = [sorts.index(sort) for sort in sorts]
        pieces = list(_pieces(text))
        used = [number for kind, number in _marks_in(pieces) if kind == "r"]
        self._filled = list(dict.fromkeys(self._alike[number] for number in used))
        starts, last = dict[int, int](), len(addresses) + count
        for number in self._filled:
            starts[number] = last
            last += self._rows[number].width
        places.update({("s", place): place for place in range(count, last)})
        inside = {number: starts[self._alike[number]] for number in used}
        self._text = Text(list(_joined(self._expanded(pieces, inside))), places)

    def _expanded(self, pieces: Sequence[Piece], starts: Mapping[int, int]) -> Iterator[Piece]:
        """Put the text of each run, with places for its values, where its mark stands."""
        for piece in pieces:
            if not isinstance(piece, str) and piece[0] == "r":
                yield from self._rows[piece[1]].pieces(starts[piece[1]])
            else:
                yield piece

    def orders(self, values: Sequence[bytes]) -> Orders:
        """Tell the order of each run; raises FillError where two of its values are one."""
        found = list[Sequence[int]]()
        for place, first in enumerate(self._alike):
            found.append(found[first] if first < place else self._rows[place].order(values))
        return found

    def fill(self, values: Sequence[bytes], orders: Orders) -> bytes:
        """Write the block with these values; orders: of each run."""
        more = list(values)
        for number in self._filled:
            more += self._rows[number].fill(values, orders[number])
        return self._text.fill(more)


class Row(Protocol):
    """A run in one syntax; two runs of one `sort` have one order, whatever their values are.

    width: how many places it takes in the text.
    """

    sort: Hashable
    width: int

    def pieces(self, start: int) -> Iterator[Piece]:
        """Write it with places, the first of them `start`."""

    def order(self, values: Sequence[bytes]) -> Sequence[int]:
        """Tell in which order its elements stand; asked of N-Triples."""

    def fill(self, values: Sequence[bytes], order: Sequence[int]) -> Sequence[bytes]:
        """Give what goes into its places in that order."""


class Alike:
    """A run whose elements are the same text but for one value each, which is part of an IRI."""

    __slots__ = ("_between", "_head", "_places", "_tail", "_tail_bytes", "sort", "width")

    def __init__(
        self, head: Sequence[Piece], places: Sequence[int], tail: str, between: str
    ) -> None:
        self._head, self._places, self._tail, self._between = head, places, tail, between
        self._tail_bytes = tail.encode()
        self.sort: Hashable = (*places, tail)
        self.width = len(places)

    def pieces(self, start: int) -> Iterator[Piece]:
        """Write the elements alike; their values come in order."""
        for number in range(self.width):
            yield self._between if number else ""
            yield from self._head
            yield "s", start + number
            yield self._tail

    def order(self, values: Sequence[bytes]) -> Sequence[int]:
        """Sort by the values and what follows them; equal ones would share a place."""
        tail = self._tail_bytes
        keys = [values[place] + tail for place in self._places]
        return sorted(range(len(keys)), key=keys.__getitem__)

    def fill(self, values: Sequence[bytes], order: Sequence[int]) -> Sequence[bytes]:
        """Give the values."""
        places = self._places
        return [values[places[one]] for one in order]


class Mixed:
    """A run of any elements."""

    __slots__ = ("_between", "_elements", "sort", "width")

    def __init__(self, elements: Sequence[Text], between: str) -> None:
        self._elements, self._between = elements, between.encode()
        self.sort: Hashable = id(self)
        self.width = 1

    def pieces(self, start: int) -> Iterator[Piece]:
        """Leave it open as a whole."""
        yield "s", start

    def order(self, values: Sequence[bytes]) -> Sequence[int]:
        """Sort by the whole line."""
        filled = [one.fill(values) for one in self._elements]
        if len(set(filled)) < len(filled):
            raise FillError("two values are one")
        return sorted(range(len(filled)), key=filled.__getitem__)

    def fill(self, values: Sequence[bytes], order: Sequence[int]) -> Sequence[bytes]:
        """Give the elements, joined."""
        return [self._between.join([self._elements[one].fill(values) for one in order])]


def _row(run: Run, places: Mapping[Mark, int]) -> Row:
    inner = [list(_pieces(one)) for one in run.elements]
    around = {(*one[:-2], one[-1]) for one in inner}
    marks = [mark for one in inner for mark in one[-2:-1] if not isinstance(mark, str)]
    if len(around) == 1 and [kind for kind, _ in marks] == ["p"] * len(inner):
        return Alike(
            inner[0][:-2], [places[mark] for mark in marks], str(inner[0][-1]), run.between
        )
    return Mixed([Text(one, places) for one in inner], run.between)


def _marks_in(pieces: Iterable[Piece]) -> list[Mark]:
    return [one for one in pieces if not isinstance(one, str)]


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join texts that follow each other; text and marks come by turns, text first and last."""
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        else:
            yield text
            yield piece
            text = ""
    yield text


def _pieces(text: str) -> Iterator[Piece]:
    """Cut text at its marks; those of addresses and runs take the place of a whole term."""
    last = 0
    for found in _OPEN.finditer(text):
        kind, number = [group for group in found.groups() if group]
        whole = found[0][0] in '<"'
        if kind in "tr" and not whole:
            raise OpenError(f"a whole term is only a part: {text[max(0, last) : found.end()]!r}")
        inside = 0 if kind in "tr" or not whole else 1
        yield text[last : found.start() + inside]
        yield kind, int(number)
        last = found.end() - inside
    yield text[last:]
