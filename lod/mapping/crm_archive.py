"""Where originals are kept, in CIDOC-CRM: carriers, their references, the holdings they are in."""

from __future__ import annotations

from collections.abc import Iterator

from lod.mapping.crm_nodes import (
    HAS_TYPE,
    IDENTIFIED,
    LABEL,
    PREFERRED,
    TYPE,
    identifier_of,
)
from lod.mapping.ground import Case
from lod.namespaces import CRM
from lod.record import ArchivalReference
from lod.roles import FORMER_OWNERS
from lod.terms import Term, Triple, fragment, literal

OBJECT = CRM["E22_Human-Made_Object"]
CARRIED_BY, KEEPER = CRM["P128i_is_carried_by"], CRM["P50_has_current_keeper"]
OWNER, OWNED_BEFORE = CRM["P52_has_current_owner"], CRM["P51_has_former_or_current_owner"]
IN_HOLDING, COMPOSED_OF = CRM["P46i_forms_part_of"], CRM["P106_is_composed_of"]
ALTERNATIVE_FORM = CRM["P139_has_alternative_form"]


def carriers(case: Case) -> Iterator[Triple]:
    """Describe each physical original that a reference names, with its one keeper.

    A reference that says neither archive nor keeper names no original that anyone could ask
    for: it stays an identifier of the text.
    """
    for number, reference in enumerate(case.record.reference, 1):
        name = fragment(case.node, f"reference-{number}")
        keeper = keeper_of(case, reference)
        if keeper is None:
            yield case.node, IDENTIFIED, name
        else:
            carrier = fragment(case.node, f"carrier-{number}")
            yield case.node, CARRIED_BY, carrier
            yield carrier, TYPE, OBJECT
            yield carrier, LABEL, literal(case.ground.printed(reference))
            yield carrier, HAS_TYPE, case.ground.ours("objecttype", "archival-document")
            yield carrier, PREFERRED, name
            yield carrier, KEEPER, keeper
            yield from _in_holding(case, carrier, reference)
        yield from reference_of(case, name, reference)


def owned(case: Case) -> Iterator[Triple]:
    """Say who owns a thing or had it before; of a document, its original.

    Where several originals are known, or none, it is one of its own: which was theirs is not said.
    """
    owners = [(OWNER, node) for node in case.nodes("owner")]
    owners += [(OWNED_BEFORE, node) for node in case.nodes(*FORMER_OWNERS)]
    if not owners:
        return
    thing = case.node
    if case.record.kind == "document":
        known = [n for n, one in enumerate(case.record.reference, 1) if keeper_of(case, one)]
        thing = fragment(case.node, f"carrier-{known[0]}" if len(known) == 1 else "carrier")
        if len(known) != 1:
            yield case.node, CARRIED_BY, thing
            yield thing, TYPE, OBJECT
            yield thing, HAS_TYPE, case.ground.ours("objecttype", "archival-document")
            for title in case.record.title[:1]:
                yield thing, LABEL, case.ground.text(title)
    for property_, owner in owners:
        yield thing, property_, owner


def kept(case: Case) -> Iterator[Triple]:
    """Say where an object or a collection itself is kept, and under which references."""
    keepers = dict.fromkeys(case.nodes("keeper"))
    for number, reference in enumerate(case.record.reference, 1):
        name = fragment(case.node, f"reference-{number}")
        yield case.node, IDENTIFIED, name
        yield from reference_of(case, name, reference)
        yield from _in_holding(case, case.node, reference)
        keeper = keeper_of(case, reference)
        if keeper is not None:
            keepers[keeper] = None
    for keeper in keepers:
        yield case.node, KEEPER, keeper


def reference_of(case: Case, name: Term, reference: ArchivalReference) -> Iterator[Triple]:
    """Describe a reference: in one form, as printed, and each of its parts."""
    ground, form = case.ground, case.ground.printed(reference)
    yield from identifier_of(name, form, ground.ours("idtype", "archival-reference"))
    if form != reference.verbatim:
        other = Term(f"{name[:-1]}-printed>")
        yield name, ALTERNATIVE_FORM, other
        kind = ground.ours("idtype", "archival-reference-as-printed")
        yield from identifier_of(other, reference.verbatim, kind)
    for level, value in reference.parts:
        part = Term(f"{name[:-1]}-{level}>")
        yield name, COMPOSED_OF, part
        yield from identifier_of(part, value, ground.ours("idtype", level))


def keeper_of(case: Case, reference: ArchivalReference) -> Term | None:
    """Give the archive that keeps an original: ours when recognised, else the named body."""
    if reference.archive in case.ground.vocabulary.archives:
        return case.ground.uris.holding(reference.archive)
    return case.keepers.get(reference.keeper)


def _in_holding(case: Case, carrier: Term, reference: ArchivalReference) -> Iterator[Triple]:
    holding = case.ground.holding(reference)
    if holding is not None:
        yield carrier, IN_HOLDING, holding
