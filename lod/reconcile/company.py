"""What those whom a record names for certain tell about who else is meant in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lod.entity import AuthorityEntity

# Roles of the two sides of a letter.
_SIDES = {"sender": 1, "author": 1, "signatory": 1, "recipient": 2}
_OFTEN = 3  # records from which on two are named together often


class Met(NamedTuple):
    """Somebody who is named in full in other records, and with whom of this one's people.

    item: a candidate, or another who bears the name in full. other: "" when with none of them.
    times: records, as far as it matters. wrote: one to the other.
    """

    item: str
    other: str = ""
    times: int = 0
    wrote: bool = False


class Company(NamedTuple):
    """The people whom the records of an open name also name, without that name itself.

    full and across: candidates and rivals who are named in full, or stand on the other side of the
    letter. rivals: others who bear the open name in full. met: who of them is named elsewhere.
    people: with whom. labels: what an authority calls these (`introduced`).
    """

    full: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    met: tuple[Met, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()


def side_of(role: str) -> int:
    """Tell on which side of a letter somebody stands: 1 writes, 2 is written to, 0 neither."""
    return _SIDES.get(role, 0)


def introduced(company: Company, facts: Callable[[str], AuthorityEntity | None]) -> Company:
    """Add to a company what an authority calls its people."""
    known = (one for one in map(facts, company.people) if one)
    return company._replace(labels=tuple((one.id, one.label) for one in known))


def ties(entity: AuthorityEntity, company: Company) -> Iterator[tuple[str, str]]:
    """Give what the company says of one candidate: traits with details."""
    if entity.id in company.full:
        yield "company", ""
    else:
        besides = [one for one in company.rivals if one in company.full]
        if besides:
            yield "another in company", _name(besides[0])
        yield from _met(entity.id, company)
    if entity.id in company.across:
        yield "to himself", ""


def _met(ident: str, company: Company) -> Iterator[tuple[str, str]]:
    met = next((one for one in company.met if one.item == ident), None)
    rival = max(
        (one for one in company.met if one.item in company.rivals),
        key=lambda one: (one.times, one.item),
        default=None,
    )
    if rival and rival.times > (met.times if met else 0):
        yield "another met", _name(rival.item)
    elif rival and not met:
        yield "another in the collection", _name(rival.item)
    if met is None:
        return
    if not met.other:
        yield "in the collection", ""
        return
    with_whom = f"{dict(company.labels).get(met.other, met.other)} ({met.times})"
    if met.wrote:
        yield "wrote to each other", with_whom
    else:
        yield "met often" if met.times >= _OFTEN else "met", with_whom


def _name(item: str) -> str:
    """Show somebody whom no authority knows by the name."""
    return item.partition("|")[2] or item
