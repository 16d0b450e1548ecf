"""Which values of two columns of a row belong together: those of one object, one element, one node.

Where a column leads through a list, each of its values remembers which item of it that was.
"""

from __future__ import annotations

from typing import NamedTuple

UNORDERED = -1


class Step(NamedTuple):
    """One step of the way to a value, through a list or to a child.

    key: what is stepped through. one: which item of it. at and of: its position among how many,
    UNORDERED where they have none (RDF). leaf: the column, where the item is its value.
    """

    key: str
    one: int | str
    at: int
    of: int
    leaf: str = ""


Place = tuple[Step, ...]


def listed(key: str, at: int, of: int, leaf: str = "") -> Step:
    """Make the step to an item of a list; leaf: the column, where the item is its value."""
    return Step(key, at, at, of, leaf)


def together(mine: Place, other: Place, *, strict: bool = False) -> bool | None:
    """Tell whether two values belong together; None where two lists do not fit each other.

    Values of different items of one list do not, those of one item do. What stands once for a
    row or an item belongs to all in it. Two lists of values side by side go item by item; they do
    not fit where their lengths differ or they have no order. strict: nor does a list of one beside
    a longer one, nor one of values beside one of objects.

    >>> people = lambda at: (listed("people", at, 3),)
    >>> together(people(2), people(2)), together(people(0), people(1)), together(people(0), ())
    (True, False, True)
    >>> name, role = (listed("names", 1, 2, "names"),), (listed("roles", 1, 3, "roles"),)
    >>> together(name, role), together(name, (listed("kinds", 1, 2, "kinds"),))
    (None, True)
    """
    shared = 0
    for step, beside in zip(mine, other, strict=False):
        if step.key != beside.key or _are_values_beside(mine[shared:], other[shared:]):
            break
        if step.one != beside.one:
            return False
        shared += 1
    mine, other = mine[shared:], other[shared:]
    if strict and not shared and mine and other and _length(mine) != _length(other):
        return None
    return _side_by_side(mine, other, strict=strict)


def _are_values_beside(mine: Place, other: Place) -> bool:
    """Tell whether two elements of one name are values of two columns, as MARC's subfields are."""
    leaves = {mine[0].leaf, other[0].leaf}
    return len(leaves) > 1 and "" not in leaves and mine[0].one != other[0].one


def _side_by_side(mine: Place, other: Place, *, strict: bool) -> bool | None:
    """Compare what two values have below the object that they share."""
    ways = ([step for step in way if step.of > 1] for way in (mine, other))
    for step, beside in zip(*ways, strict=False):
        if bool(step.leaf) != bool(beside.leaf) and not strict:
            return True
        if step.of != beside.of or UNORDERED in (step.at, beside.at):
            return None
        if step.at != beside.at:
            return False
    return True


def _length(way: Place) -> int:
    return max(step.of for step in way)
