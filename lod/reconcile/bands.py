"""What no machine may accept, whatever the odds: contradictions, namesakes, too little said."""

from __future__ import annotations

from collections.abc import Sequence

from lod.entity import AuthorityEntity
from lod.normalize.joined import aside, several
from lod.normalize.namewords import PARTICLES
from lod.reconcile.doubts import doubt
from lod.reconcile.keys import fold, token_key
from lod.reconcile.parse import Query
from lod.reconcile.places import translated
from lod.reconcile.score import TOO_FAR, Scored
from lod.reconcile.weights import weigh

# Names whose log-odds differ by no more agree as well as each other; more where the authority
# says that two are easily confused (Wikidata's P1889).
_AS_WELL, _CONFUSED = 0.7, 3.0
# By how much a name agrees better with somebody of other years than with the best: it is his.
_BETTER = 2.0
_INITIALS = frozenset(["given initial", "second initial"])
_HOLDS, _SAT = "holds the office", "sat together"
_OTHER_YEARS = frozenset(["too early", "too late", "other life"])
_ONLY_NAME = frozenset(["given none, only name", "of the time"])
_KNOWN = frozenset(["in office", "alone, renown 2", "alone, renown 3"])
_QUESTIONS = {
    "to himself": "the same person writes and is written to",
    "misread, short": "II may be read as Il, or as a number",
    "second skipped": "the initial is not the first of the other given names",
}
_OF_PLACES = frozenset(["place, by its name", "place, by another name", "meant then"])
# What may make up for a name of one word.
_SPEAKS_FOR = frozenset(
    [
        *(
            "comrade",
            "known by rank",
            _HOLDS,
            _SAT,
            "office said",
            "life agrees, both",
            "life agrees, one",
        ),
        *("company", "met", "met often", "wrote to each other"),
    ]
)


def why_not(best: Scored, found: Sequence[Scored], asked: Query) -> str:
    """Say why no machine may accept the best candidate, "" when it may."""
    if best.hit.question:
        return best.hit.question
    if best.contradicted:
        return min(best.reasons, key=_weight)
    if asked.uncertain:
        return "the reading is uncertain"
    bare = _is_alone(best, found, asked) and "a family name alone"
    said = _left_over(best, asked) or _too_little(best, asked) or bare or doubt(best, asked)
    return said or _owner(best, found, asked) or _namesake(best, found)


def _too_little(best: Scored, asked: Query) -> str:
    """Say what of the name is left open, "" when enough agrees."""
    traits = best.traits
    if asked.qualifier and "qualifier agrees" not in traits and not _has_whole(best, asked):
        return f"nothing known here agrees with {' '.join(asked.qualifier)!r} beside the name"
    if asked.kind == "group" and _is_turned(asked.name.core, best.hit.name):
        return "the words stand in another order"
    for trait, why in _QUESTIONS.items():
        if trait in traits:
            return why
    if "life agrees, both" in traits:
        return ""
    if asked.name.suffix and "suffix unknown" in traits:
        return f"not known as {asked.name.suffix}"
    return "" if TOO_FAR.isdisjoint(traits) else "the given name is only somewhat alike"


def _is_alone(best: Scored, found: Sequence[Scored], asked: Query) -> bool:
    """Tell whether a family name stands alone, and nothing speaks for this bearer of it.

    Who has no other name (Sukarno), is known and of the time is named in full by it, where nobody
    else of the time bears it; so is who is known by the rank and the name together.
    """
    if "alone" not in best.traits or not _SPEAKS_FOR.isdisjoint(best.traits):
        return False
    entity = best.hit.entity
    if asked.ranks and token_key(asked.name.raw) in map(token_key, entity.names):
        return False
    only = " " not in fold(entity.label) and best.traits >= _ONLY_NAME
    known = not _KNOWN.isdisjoint(best.traits)
    return not (only and known) or any(one is not best and not one.contradicted for one in found)


def _is_turned(name: str, other: str) -> bool:
    """Tell whether two names of bodies have the same words, and another for what the body is.

    Only where every word of the name is capitalised: around `of` and `and` the words of one body
    stand now in this order, now in that.

    >>> _is_turned("Party Congress", "Congress Party"), _is_turned("CPSU CC", "CC CPSU")
    (True, False)
    """
    words, others = fold(name).split(), fold(other).split()
    turned = sorted(words) == sorted(others) and words[-1:] != others[-1:]
    return turned and name.istitle() and not {",", "."} & {*name, *other}


def _has_whole(best: Scored, asked: Query) -> bool:
    """Tell whether the candidate is known by the name together with its qualifier."""
    entity = best.hit.entity
    return any(fold(name) in asked.alternates for name in (entity.label, *entity.names))


def _left_over(best: Scored, asked: Query) -> str:
    """Say what stands in a person's name beside the name: another name, `not`, `son of`, `to`.

    Words that some name of the candidate has too are part of the name.
    """
    if asked.kind != "person":
        return ""
    joint = several(asked.name.raw, "person")
    if joint:
        return f"several names in one, joined by {joint!r}"
    entity = best.hit.entity
    theirs = {word for name in (entity.label, *entity.names) for word in fold(name).split()}
    left = [word for word in aside(asked.name) if theirs.isdisjoint(fold(word).split())]
    if "family part" in best.traits:
        left += [word for word in asked.family if word not in theirs and word not in PARTICLES]
    return f"a word beside the name: {left[0]}" if left else ""


def _owner(best: Scored, found: Sequence[Scored], asked: Query) -> str:
    """Name somebody of other years whose name it rather is, "" when there is none.

    A name in full that is one man's word for word, or agrees with his far better, is no other's;
    nor are initials of which one is left out, where they are another's in their order.
    """
    if asked.kind != "person" or asked.is_bare or "life agrees, both" in best.traits:
        return ""
    rivals = [one for one in found if one is not best and not _OTHER_YEARS.isdisjoint(one.traits)]
    if not rivals or _bears(best, asked):
        return ""
    if asked.is_initials:
        crossed = "second crossed" in best.traits
        owners = [one for one in rivals if crossed and one.traits >= _INITIALS]
    else:
        least = weigh(best.hit.traits) + _BETTER
        owners = [one for one in rivals if _bears(one, asked) or weigh(one.hit.traits) >= least]
    whose = min((one.hit.entity.label for one in owners), default="")
    return f"the name of somebody of other years: {whose}" if whose else ""


def _bears(one: Scored, asked: Query) -> bool:
    """Tell whether a name is a candidate's word for word, in whatever order."""
    entity = one.hit.entity
    keys = {asked.key, *asked.alternates}
    return any(token_key(name) in keys for name in (entity.label, *entity.names))


def _namesake(best: Scored, found: Sequence[Scored]) -> str:
    """Name a rival whose names agree as well, "" when there is none.

    Of those whose initials agree, the one whom the record names in full too has no rivals but
    others of whom that is true; nor has who held, in that year, the office that the name says, or
    who sat in one body with others of the list in which the name stands.
    """
    settled = "company" in best.traits and "alone" not in best.traits
    needed = {_HOLDS, _SAT} & best.traits
    rivals = [
        one.hit.entity.label
        for one in found
        if one is not best
        and not one.contradicted
        and ("company" in one.traits or not settled)
        and needed <= one.traits
        and _as_well(one, best)
    ]
    return f"namesake: {min(rivals)}" if rivals else ""


def _as_well(one: Scored, best: Scored) -> bool:
    ids = (one.hit.entity.id, best.hit.entity.id)
    confused = ids[0] in best.hit.different or ids[1] in one.hit.different
    behind = weigh(best.hit.traits) - weigh(one.hit.traits)
    return behind <= (_CONFUSED if confused else _AS_WELL)


def is_of_other_years(best: Scored) -> bool:
    """Tell whether a place is known by the name, but as a state of other years: Cyprus in 1950.

    The land bears the name before and after its state, so that nobody may say "none found".
    """
    has_name = not _OF_PLACES.isdisjoint(best.traits)
    return has_name and not {"too early", "too late"}.isdisjoint(best.traits)


def shares_word(asked: Query, entity: AuthorityEntity) -> bool:
    """Tell whether a word of the name stands in a name of the entity."""
    keys = (asked.key, *asked.alternates, *translated(asked))
    words = {word for key in keys for word in key.split()}
    theirs = {word for name in (entity.label, *entity.names) for word in fold(name).split()}
    return not words or not theirs or bool(words & theirs)


def _weight(reason: str) -> float:
    """Read the weight that stands at the end of a reason."""
    return float(reason.rpartition("(")[2].rstrip(")"))
