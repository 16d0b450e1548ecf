"""Every link to Wikidata with its evidence, refused and not found too, as SSSOM 1.1 in TSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import orjson

from lod.entity import MACHINE, Decision, Entity, Judgement, refusals
from lod.iri import Uris
from lod.lazily import regex
from lod.namespaces import CRM, LA, WIKIDATA
from lod.publish.info import ReleaseInfo
from lod.version import SOFTWARE

# https://mapping-commons.github.io/sssom/NoTermFound/
NO_TERM = "sssom:NoTermFound"
# Those of the graph: people, bodies and places are no concepts, which SKOS would make them.
SAME, MAY_BE, NOT = "la:equivalent", "lo:mayBe", "Not"
# Wikidata itself, as an item of Wikidata: where the objects come from and were looked for.
OBJECT_SOURCE = "wd:Q2013"
REVIEWED = "semapv:MappingReview"
_WAITING = (Judgement.REVIEW, Judgement.DEFERRED)
_CATEGORY = {"person": "E21_Person", "group": "E74_Group", "place": "E53_Place"}
_UNSEEN = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+")


class Mapping(NamedTuple):
    """One line of the table, its slots in the order of the SSSOM schema."""

    record_id: str
    subject_id: str
    subject_label: str
    subject_category: str
    predicate_id: str
    predicate_modifier: str
    object_id: str
    object_label: str
    mapping_justification: str
    author_label: str
    reviewer_label: str
    object_source_version: str
    mapping_tool: str
    mapping_tool_version: str
    mapping_date: str
    review_date: str
    confidence: str
    match_string: str
    comment: str


class _Claim(NamedTuple):
    """What a decision says of one item; probability: that what is said is right."""

    item: str
    label: str
    predicate: str
    modifier: str
    probability: float
    comment: str


def sssom(entities: Iterable[Entity], info: ReleaseInfo, uris: Uris) -> Iterator[str]:
    """Write `links.sssom.tsv`, a line a mapping, below a head in YAML.

    entities: sorted by id. Of an accepted link the predicate is that of the graph,
    `la:equivalent`; of what waits for a decision it is `lo:mayBe`, so that whoever asks for links
    never gets a guess; a refusal is a link with the modifier Not; a search without result has the
    object `sssom:NoTermFound`.
    Confidence is the calibrated probability that the line is right. Format: the SSSOM
    specification 1.1, SSSOM/TSV.
    """
    yield from _head(info, uris)
    yield "\t".join(Mapping._fields) + "\n"
    for entity in entities:
        decision = entity.decision
        if decision is not None and not entity.merged_into:
            told = (decision, *refusals(decision))
            for mapping in sorted(
                one for each in told for one in _mappings(entity, each, info, uris)
            ):
                yield "\t".join(_cell(value) for value in mapping) + "\n"


def _head(info: ReleaseInfo, uris: Uris) -> Iterator[str]:
    dataset = info.dataset
    prefixes = {kind: f"{uris.base}{uris.path(kind, '')}" for kind in _CATEGORY}
    prefixes |= {"assert": f"{uris.base}assert/", "crm": CRM.base, "wd": WIKIDATA}
    prefixes |= {"la": LA.base, "lo": f"{uris.base}ns#"}
    yield f"#sssom_version: {_quoted('1.1')}\n"
    yield "#curie_map:\n"
    for prefix, space in sorted(prefixes.items()):
        yield f"#  {prefix}: {_quoted(space)}\n"
    yield f"#mapping_set_id: {_quoted(f'{uris.base}links.sssom.tsv')}\n"
    yield f"#mapping_set_version: {_quoted(info.version)}\n"
    yield f"#mapping_set_title: {_quoted(f'{dataset.title}: links to Wikidata')}\n"
    yield "#creator_label:\n"
    yield f"#  - {_quoted(dataset.publisher)}\n"
    yield f"#license: {_quoted(dataset.license)}\n"
    yield f"#object_source: {_quoted(OBJECT_SOURCE)}\n"


def _mappings(
    entity: Entity, decision: Decision, info: ReleaseInfo, uris: Uris
) -> Iterator[Mapping]:
    path = uris.path(entity.kind, entity.id)
    tool, _, version = SOFTWARE.partition(" ") if decision.decided_by == MACHINE else ("", "", "")
    reviewed = decision.justification == REVIEWED
    person = "" if decision.decided_by == MACHINE else decision.decided_by
    day = decision.decided_on or (info.started[:10] if tool else "")
    for claim in _claims(decision):
        yield Mapping(
            record_id=f"assert:{path}/{f'wd-{claim.item}' if claim.item else 'none'}",
            subject_id=f"{entity.kind}:{entity.id}",
            subject_label=entity.label,
            subject_category=f"crm:{_CATEGORY[entity.kind]}",
            predicate_id=claim.predicate,
            predicate_modifier=claim.modifier,
            object_id=f"wd:{claim.item}" if claim.item else NO_TERM,
            object_label=claim.label,
            mapping_justification=decision.justification,
            author_label="" if reviewed else _listed(person),
            reviewer_label=_listed(person) if reviewed else "",
            object_source_version=decision.authority,
            mapping_tool=tool,
            mapping_tool_version=version,
            mapping_date="" if reviewed else day,
            review_date=day if reviewed else "",
            confidence=_number(claim.probability),
            match_string=_listed(decision.name),
            comment=claim.comment,
        )


def _claims(decision: Decision) -> Iterator[_Claim]:
    """List what a decision says; an error says nothing, for nobody has answered."""
    judgement = decision.judgement
    if judgement is Judgement.ACCEPTED:
        reasons = _joined(decision.note, *_reasons(decision, decision.id))
        yield _Claim(decision.id, decision.label, SAME, "", _sure(decision), reasons)
    elif judgement in _WAITING:
        for found in decision.likely:
            told = _joined("candidate, not decided", decision.note, *found.reasons)
            yield _Claim(found.id, found.name, MAY_BE, "", found.score, told)
    elif judgement in (Judgement.NOT, Judgement.NONE) and decision.id:
        refused = _joined("refused", decision.note)
        yield _Claim(decision.id, decision.label, SAME, NOT, decision.none_meant, refused)
    if judgement is Judgement.NONE:
        told = _joined("searched, and nothing fitting was found", decision.note)
        yield _Claim("", "", SAME, "", decision.none_meant, told)


def _reasons(decision: Decision, item: str) -> tuple[str, ...]:
    found = (one.reasons for one in decision.candidates if one.id == item)
    return next(found, ())


def _sure(decision: Decision) -> float:
    """Take a person's word as certain where the ledger gives it no number."""
    return 1.0 if decision.decided_by != MACHINE and not decision.score else decision.score


def _number(probability: float) -> str:
    """Write a probability with at most three decimals, as canonical SSSOM does.

    >>> _number(1.0), _number(0.9304), _number(0.0)
    ('1', '0.93', '0')
    """
    return f"{probability:.3f}".rstrip("0").rstrip(".")


def _joined(*parts: str) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _listed(value: str) -> str:
    """Escape what separates the values of a slot that may have several."""
    return value.replace("\\", "\\\\").replace("|", "\\|")


def _folded(text: str) -> str:
    """Write tabs, line breaks and unseen characters as single spaces."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def _cell(value: str) -> str:
    r"""Write a value so that it can neither end its cell nor its line.

    >>> _cell("Cde.\tIvanov\n"), _cell('a "b" c')
    ('Cde. Ivanov', '"a ""b"" c"')
    """
    text = _folded(value)
    return '"' + text.replace('"', '""') + '"' if '"' in text else text


def _quoted(text: str) -> str:
    """Write a double-quoted YAML scalar; a string of JSON is one (YAML 1.2, section 1.3)."""
    return orjson.dumps(_folded(text)).decode()
