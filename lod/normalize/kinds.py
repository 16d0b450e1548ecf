"""What a name names, by its role in the record as well as by its words."""

from __future__ import annotations

from lod.normalize.names import kind_of
from lod.normalize.namewords import given_names
from lod.record import AgentKind

# Roles that bodies alone have, and those that people seldom have.
_OF_BODIES = frozenset(["keeper", "corporate-author"])
_MOSTLY_OF_BODIES = frozenset(["publisher", "manufacturer", "funder"])


def kind_in(role: str, name: str) -> AgentKind:
    """Tell a person from a body by the role too: what keeps archives is a body, whatever its name.

    Publishers and makers of goods are, unless they are called as people are.

    >>> kind_in("keeper", "Bundeskanzleramt"), kind_in("keeper", "Murray, John")
    ('group', 'group')
    >>> kind_in("publisher", "Progress"), kind_in("publisher", "Kurt Wolff")
    ('group', 'agent')
    """
    kind = kind_of(name)
    if role in _OF_BODIES:
        return "group"
    first, space, _ = name.partition(" ")
    called = space and first.casefold() in given_names()
    return "group" if kind == "agent" and role in _MOSTLY_OF_BODIES and not called else kind
