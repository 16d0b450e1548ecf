"""Text with marks, and what is put in their places: one block in one syntax."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from os.path import commonprefix
from typing import Any, NamedTuple

from lod.holes import MARKED, OpenError
from lod.lazily import regex

# A mark, and what stands around it where it is a whole IRI or a whole literal.
_OPEN = regex(rf'<{MARKED.pattern}>|"{MARKED.pattern}"|{MARKED.pattern}')

Mark = tuple[str, int]
Piece = str | Mark
Orders = Sequence[Sequence[int]]
_STRAIGHT, _TURNED = (0, 1), (1, 0)


class FillError(ValueError):
    """A value does not fit: its record has to be mapped by itself."""


def picker(places: Sequence[int]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Give what takes out of all values those at these places, in a third of a loop's time.

    >>> picker([2, 0])("abc"), picker([1])("abc"), picker([])("abc")
    (('c', 'a'), ('b',), ())
    """
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: tuple([values[place] for place in places])


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
        self._pick = picker(taken) if len(taken) > 1 else None

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

    __slots__ = ("_distinct", "_each", "_filled", "_rows", "_text")

    def __init__(
        self, text: str, runs: Sequence[Run], addresses: Sequence[int], count: int
    ) -> None:
        behind = {("t", place): count + n for n, place in enumerate(addresses)}
        own = {(kind, place): place for kind in "pl" for place in range(count)}
        places = {**own, **behind}
        self._rows = [_row(run, places) for run in runs]
        # Most runs have the values of another one: who is named is named by several properties.
        sorts = [row.sort for row in self._rows]
        alike = [sorts.index(sort) for sort in sorts]
        firsts = [number for number, first in enumerate(alike) if number == first]
        self._distinct = [self._rows[number] for number in firsts]
        self._each = picker([firsts.index(first) for first in alike])
        pieces = list(_pieces(text))
        used = [number for kind, number in _marks_in(pieces) if kind == "r"]
        starts, last = dict[int, int](), len(addresses) + count
        for number in dict.fromkeys(alike[number] for number in used):
            starts[number] = last
            last += self._rows[number].width
        self._filled = [(self._rows[number], number) for number in starts]
        places.update({("s", place): place for place in range(count, last)})
        inside = {number: starts[alike[number]] for number in used}
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
        return self._each([row.order(values) for row in self._distinct])

    def fill(self, values: Sequence[bytes], orders: Orders) -> bytes:
        """Write the block with these values; orders: of each run."""
        more = list(values)
        for row, number in self._filled:
            more += row.fill(values, orders[number])
        return self._text.fill(more)


class Row(ABC):
    """A run in one syntax: what its elements begin with, and then one place for each of them.

    Two runs of one `sort` have one order, whatever their values are. width: how many elements.
    """

    __slots__ = ("_between", "_head", "sort", "width")

    def __init__(self, head: Sequence[Piece], between: str, width: int, sort: Hashable) -> None:
        self._head, self._between = head, between
        self.width, self.sort = width, sort

    def pieces(self, start: int) -> Iterator[Piece]:
        """Write the elements with places, the first of them `start`."""
        for number in range(self.width):
            yield self._between if number else ""
            yield from self._head
            yield "s", start + number
            yield self._tail()

    def _tail(self) -> str:
        return ""

    @abstractmethod
    def order(self, values: Sequence[bytes]) -> Sequence[int]:
        """Tell in which order its elements stand; asked of N-Triples."""

    @abstractmethod
    def fill(self, values: Sequence[bytes], order: Sequence[int]) -> Sequence[bytes]:
        """Give what goes into its places in that order."""


class Alike(Row):
    """A run whose elements are the same text but for one value each."""

    __slots__ = ("_after", "_pick")

    def __init__(
        self, head: Sequence[Piece], places: Sequence[int], tail: str, between: str
    ) -> None:
        super().__init__(head, between, len(places), (*places, tail))
        self._after, self._pick = tail.encode(), picker(places)

    def _tail(self) -> str:
        return self._after.decode()

    def order(self, values: Sequence[bytes]) -> Sequence[int]:
        """Sort by the values and what follows them; equal ones would share a place."""
        after, picked = self._after, self._pick(values)
        if len(picked) == 2:
            return _STRAIGHT if picked[0] + after < picked[1] + after else _TURNED
        keys = [one + after for one in picked]
        return sorted(range(len(keys)), key=keys.__getitem__)

    def fill(self, values: Sequence[bytes], order: Sequence[int]) -> Sequence[bytes]:
        """Give the values."""
        picked = self._pick(values)
        return picked if order is _STRAIGHT else [picked[one] for one in order]


class Mixed(Row):
    """A run of any elements."""

    __slots__ = ("_ends",)

    def __init__(self, head: Sequence[Piece], ends: Sequence[Text], between: str) -> None:
        super().__init__(head, between, len(ends), id(self))
        self._ends = ends

    def order(self, values: Sequence[bytes]) -> Sequence[int]:
        """Sort by what follows the beginning that they share."""
        filled = [one.fill(values) for one in self._ends]
        if len(set(filled)) < len(filled):
            raise FillError("two values are one")
        return sorted(range(len(filled)), key=filled.__getitem__)

    def fill(self, values: Sequence[bytes], order: Sequence[int]) -> Sequence[bytes]:
        """Give what follows it."""
        return [self._ends[one].fill(values) for one in order]


def _row(run: Run, places: Mapping[Mark, int]) -> Row:
    inner = [list(_pieces(one)) for one in run.elements]
    around = {(*one[:-2], one[-1]) for one in inner}
    marks = [mark for one in inner for mark in one[-2:-1] if not isinstance(mark, str)]
    if len(around) == 1 and [kind for kind, _ in marks] == ["p"] * len(inner):
        return Alike(
            inner[0][:-2], [places[mark] for mark in marks], str(inner[0][-1]), run.between
        )
    head = _shared(inner)
    return Mixed(head, [Text(_after(head, one), places) for one in inner], run.between)


def _shared(inner: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Give what all elements begin with, text last."""
    same = [len(set(pieces)) == 1 for pieces in zip(*inner, strict=False)]
    count = same.index(False) if False in same else len(same)
    count -= count % 2
    begin = commonprefix([str(one[count]) for one in inner])  # noqa: RUF071 - by characters
    return [*inner[0][:count], begin]


def _after(head: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    first = pieces[len(head) - 1]
    return [str(first)[len(str(head[-1])) :], *pieces[len(head) :]]


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
