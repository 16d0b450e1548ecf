"""What a person's name leaves in doubt though it agrees: a thing named so, another usual name."""

from __future__ import annotations

from lod.normalize.joined import of_something_else
from lod.reconcile.alike import given_kind
from lod.reconcile.keys import fold
from lod.reconcile.latin import words_of
from lod.reconcile.parse import Query
from lod.reconcile.score import Scored

_MORE = frozenset(["second more", "second more initials"])


def doubt(best: Scored, asked: Query) -> str:
    """Say why somebody else, or something, may be meant by a name that agrees, "" if nothing."""
    if asked.kind != "person":
        return ""
    if "given initial, not first" in best.traits and "company" not in best.traits:
        return "the initial is not that of the first name"
    return _qualified(best, asked) or _called_otherwise(best, asked)


def _qualified(best: Scored, asked: Query) -> str:
    """Say what makes the name a thing's or another person's: `(ship)`, `Library`."""
    entity = best.hit.entity
    known = fold(" ".join((entity.description, entity.label, *entity.names))).split()
    left = [word for word in of_something_else(asked.name) if fold(word) not in known]
    return f"a word beside the name: {left[0]}" if left else ""


def _called_otherwise(best: Scored, asked: Query) -> str:
    """Say by which name the candidate is known, where that has none of the given names asked for.

    Joseph Austen Chamberlain is Austen Chamberlain, never Joseph; Robert Anthony Eden no Robert.
    """
    words = words_of(best.hit.entity.label)
    given = words_of(" ".join(asked.given))
    usual = [word for word in words if word not in asked.family]
    if _MORE.isdisjoint(best.traits) or len(usual) in {0, len(words)}:
        return ""
    heard = not asked.key.isascii()
    for one in given:
        for other in usual:
            if one.startswith(other) or other.startswith(one) or given_kind(one, other, heard):
                return ""
    return f"known as {best.hit.entity.label}"
