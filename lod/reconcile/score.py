"""What speaks for and against a candidate, added up to a probability, each reason in words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from lod.entity import AuthorityEntity, Candidate
from lod.normalize.names import Name
from lod.reconcile import weights
from lod.reconcile.authority import Channel, Hit
from lod.reconcile.evidence import SPOKEN_OF, Situation, Trait, evidence
from lod.reconcile.keys import fold
from lod.reconcile.parse import COMRADES, Query

__all__ = ["SPOKEN_OF", "Scored", "Situation", "candidates", "scored"]

# Words in the description and offices of those who are called comrade.
_COMRADELY = frozenset({"communist", "politburo", "socialist", "soviet", "workers"})
ADULT, OLDEST = 16, 110
_THREE = 3

# Log-odds that the name means the entity, from how they agree. Set by hand for the first floor:
# sigmoid(4) is .98, of 2.5 is .92, of 1.5 is .82.
_BY_CHANNEL = {
    Channel.FULL: (4.0, "the full name agrees"),
    Channel.DATED: (5.0, "the name meant this place at the date"),
    Channel.MISREAD: (3.0, "the full name agrees, with II read as Il"),
    Channel.LONGER: (3.0, "the names given agree"),
    Channel.NEAR: (1.5, "the name is nearly the same"),
    Channel.SHORTER: (2.0, "family and first name agree"),
    Channel.ALTERNATE: (3.0, "the alternative form agrees"),
    Channel.ACRONYM: (2.5, "the acronym agrees"),
    Channel.INITIALS: (1.5, "family name and initial agree"),
    Channel.ALIAS: (0.0, "known by this one word"),
    Channel.SURNAME: (-1.5, "the family name agrees"),
    Channel.TOLD: (-1.0, "a service proposes it"),
}
_LIVING, _POSTHUMOUS, _IN_OFFICE, _IN_CAREER = 1.0, -0.5, 1.0, 0.8
_MORE_PARTS, _SECOND_INITIAL, _SECOND_NAME, _SHORT = 1.0, 1.5, 0.5, -2.5
_ALSO, _LIFE = 2.0, 4.0
_FAMOUS, _MANY_SPELLINGS = 1.5, 20
_RANK, _COMRADE, _COMPANY, _UNCERTAIN, _AGAINST = 2.0, 1.5, 4.0, -1.5, -6.0


class Scored(NamedTuple):
    """A hit with its log-odds and reasons; contradicted: no machine may accept it."""

    hit: Hit
    odds: float
    reasons: tuple[str, ...]
    contradicted: bool


Reason = tuple[float, str]


def scored(hit: Hit, query: Query, situation: Situation) -> Scored:
    """Add up what speaks for and against one candidate."""
    if hit.traits:
        return _weighed(hit, query, situation)
    reasons = [*_name(hit, query), *_time(hit.entity, situation), *_life(hit, query, situation)]
    if hit.entity.id in situation.company:
        reasons.append((_COMPANY, "named in full in the same record"))
    if hit.against:
        reasons.append((_AGAINST, hit.against))
    words = tuple(f"{text} ({weight:+.1f})" for weight, text in reasons)
    contradicted = any(weight <= _AGAINST for weight, _ in reasons)
    return Scored(hit, sum(weight for weight, _ in reasons), words, contradicted)


def _weighed(hit: Hit, query: Query, situation: Situation) -> Scored:
    """Add up the weights of a candidate's traits."""
    traits = [*map(Trait, hit.traits), *evidence(hit.entity, query, situation)]
    told = [(weights.told(trait.name), trait.detail) for trait in traits]
    words = [
        f"{weight.text}{f' {detail}' if detail else ''} ({weight.odds:+.1f})"
        for weight, detail in told
        if round(weight.odds, 1)
    ]
    contradicted = any(weight.odds <= _AGAINST for weight, _ in told)
    return Scored(hit, sum(weight.odds for weight, _ in told), tuple(words), contradicted)


def candidates(found: Iterable[Scored]) -> tuple[Candidate, ...]:
    """Turn log-odds into probabilities over the candidates and "none of them", best first.

    The contradicted stand last, whatever their odds. The order of the input does not matter.
    """
    ranked = sorted(
        found, key=lambda one: (one.contradicted, -one.odds, _number(one.hit.entity.id))
    )
    whole = 1.0 + sum(math.exp(one.odds) for one in ranked)
    return tuple(
        Candidate(
            id=one.hit.entity.id,
            name=one.hit.entity.label,
            score=round(math.exp(one.odds) / whole, 4),
            reasons=one.reasons,
        )
        for one in ranked
    )


def _number(entity_id: str) -> tuple[int, str]:
    """Order ids of Wikidata by their number: the older item first."""
    digits = entity_id[1:]
    return (int(digits) if digits.isdecimal() else 0, entity_id)


def _name(hit: Hit, query: Query) -> list[Reason]:
    """Weigh how the names agree."""
    weight, text = _BY_CHANNEL[hit.channel]
    if hit.channel is Channel.DATED and hit.against:
        text = "the name may have meant this place"
    reasons = [(weight, f"{text}: {hit.name}"), *_more(hit, query)]
    if hit.also and hit.channel is not Channel.ALTERNATE:
        reasons.append((_ALSO, "and so does the form in parentheses"))
    if query.uncertain:
        reasons.append((_UNCERTAIN, "the reading is uncertain"))
    return [*reasons, *_rank(hit, query)]


def _more(hit: Hit, query: Query) -> list[Reason]:
    """Weigh how much of the name it is that agrees."""
    many = hit.agreeing >= _THREE
    if hit.channel is Channel.FULL and query.kind == "person" and many:
        return [(_MORE_PARTS, "in three parts or more")]
    if hit.channel is Channel.MISREAD and not many:
        return [(_SHORT, "but it is short")]
    if hit.channel is Channel.INITIALS and hit.agreeing > 1:
        return [(_SECOND_INITIAL, "and so do the other initials")]
    if hit.channel is Channel.SHORTER and hit.agreeing > 1:
        return [(_SECOND_NAME, "and so does a second name")]
    if hit.channel is Channel.SURNAME and _is_famous(hit.entity, query):
        return [(_FAMOUS, f"famous: {len(hit.entity.names)} spellings")]
    return []


def _is_famous(entity: AuthorityEntity, query: Query) -> bool:
    """Tell whether a surname alone brings this person to mind.

    Only a surname that stands last: so many people are called Kim, Li or Mao.
    """
    last = fold(entity.label).split()[-1:]
    return len(entity.names) >= _MANY_SPELLINGS and last == list(query.family)


def _rank(hit: Hit, query: Query) -> list[Reason]:
    """Weigh a rank before the name against what the entity is known as."""
    if not query.ranks:
        return []
    offices = (title for title, *_ in hit.entity.offices)
    words = set(fold(" ".join((hit.entity.description, *offices))).split())
    if any(rank in COMRADES for rank in query.ranks):
        return [(_COMRADE, "addressed as comrade, and was one")] if words & _COMRADELY else []
    fits = sorted(rank for rank in query.ranks if rank in words)
    return [(_RANK, f"known as {fits[0]}")] if fits else []


def _time(entity: AuthorityEntity, situation: Situation) -> list[Reason]:
    """Weigh life and office against the year of the record."""
    year = situation.year
    if year is None or (entity.begin is None and entity.end is None and not entity.offices):
        return []
    youngest = ADULT if entity.kind == "person" else 0
    if entity.begin is not None and year < entity.begin + youngest:
        return [(_AGAINST, f"begins only in {entity.begin}, the record is of {year}")]
    over = _over(entity)
    if over is not None and year > over:
        gentle = situation.role in SPOKEN_OF
        return [(_POSTHUMOUS if gentle else _AGAINST, f"ended in {over}, the record is of {year}")]
    span = f"{entity.begin or '?'}-{entity.end or ''}"
    return [(_LIVING, f"of the time: {span}"), *_office(entity, year)]


def _over(entity: AuthorityEntity) -> int | None:
    """Give the last year possible: the end, or the greatest age a person reaches."""
    if entity.end is None and entity.kind == "person" and entity.begin is not None:
        return entity.begin + OLDEST
    return entity.end


def _office(entity: AuthorityEntity, year: int) -> list[Reason]:
    """Weigh whether the person held an office in the year, or stood between two."""
    dated = [(title, a or b, b or a) for title, a, b in entity.offices if a or b]
    for title, begin, end in dated:
        if begin is not None and end is not None and begin <= year <= end:
            return [(_IN_OFFICE, f"in office: {title}")]
    if dated and min(a for _, a, _ in dated if a) < year < max(b for _, _, b in dated if b):
        return [(_IN_CAREER, "between two offices")]
    return []


def _life(hit: Hit, query: Query, situation: Situation) -> list[Reason]:
    """Weigh years of life that the record states, in the heading or in fields of their own."""
    begin, end = _stated(query.name, situation)
    entity = hit.entity
    pairs = [(begin, entity.begin, "begins"), (end, entity.end, "ends")]
    known = [(ours, theirs, text) for ours, theirs, text in pairs if ours and theirs]
    for ours, theirs, text in known:
        if abs(ours - theirs) > 1:
            return [(_AGAINST, f"{text} in {theirs}, the record says {ours}")]
    return [(_LIFE, "years of life agree")] if known else []


def _stated(name: Name, situation: Situation) -> tuple[int | None, int | None]:
    return situation.begin or name.born, situation.end or name.died
