"""What makes an agreement of names more or less telling: how rare, how well known, how full."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from lod.reconcile.compare import Agreement, Form
from lod.reconcile.sounds import LIKENESS, shape

_STRONG = frozenset({"given exact", "given short", "given cognate", "given respelled"})
_ALIKE = frozenset({"family shape", "family respelled", "family sound", "family near"})
_ALL = frozenset(["", "second exact", "second initial", "second near", "second more initials"])
_LOOSE = frozenset(
    f"{part} {how}" for part in ("family", "given") for how in ("sound", "near", "far", "prefix")
)
# How the family name agrees where more of the name may be misread than a letter.
MISREAD = frozenset({"family near", "family far"})
_LETTERS, _LONG = (0.9, 0.8), 9
_RARE = (1, 4, 16, 64, 256)
# Bearers of a whole name to be expected among 100,000 people, if given names and family names
# fall together by chance.
_EXPECTED = (0.02, 0.1, 0.4, 1.5, 6)
_PEOPLE = 100_000
_INITIAL_LETTERS = ("yji", "zj", "khgc", "vw", "cst", "uw", "fp", "il1", "s5", "o0", "b86", "ec")


def strength(one: Agreement) -> str:
    """Tell how much of a name agrees: all, an initial, or the family name only."""
    if one.given.startswith(("given none", "given missing")):
        return "alone"
    if one.given.startswith(("given initial", "given like")):
        return "double" if one.second in {"second exact", "second initial"} else "initial"
    return "full" if one.second in _ALL else "part"


def lettered(asked: Form, forms: Iterable[str]) -> tuple[str, ...]:
    """Tell of a long name that is misread in several places how much of it is left.

    Use it for family names that nobody bears: nine letters in ten of two names rarely agree by
    chance. One that others bear is no misreading: Rudolf Kraus is not Rudolf Krause.
    """
    if asked.heard or not asked.given:
        return ()
    whole = shape("".join((*asked.given, *asked.family)))
    if len(whole) < _LONG:
        return ()
    texts = (shape(form.replace(" ", "")) for form in forms)
    best = max((LIKENESS(whole, text, score_cutoff=_LETTERS[-1]) for text in texts), default=0)
    found = (f"letters {round(100 * least)}" for least in _LETTERS if best >= least)
    return tuple(islice(found, 1))


class Rarity(NamedTuple):
    """The shares of people who bear the family name, and the first given name."""

    family: float
    given: float = 0.0


def circumstances(one: Agreement, rarity: Rarity, renown: int) -> tuple[str, ...]:
    """Give the traits of rarity and renown, apart for each strength of agreement.

    A whole name is as rare as family name and given name together. renown: 0 to 15.
    """
    how = strength(one)
    bearers = rarity.family * _PEOPLE
    if how in {"full", "part"}:
        share = max(rarity.given, 1 / _PEOPLE)
        common = f"{how}, chance {bisect_left(_EXPECTED, max(bearers, 1) * share)}"
    else:
        common = f"{how}, bearers {bisect_left(_RARE, round(bearers))}"
    return how, common, f"{how}, renown {min(renown, 6) // 2}"


def named_in(traits: tuple[str, ...], *, foreign: bool) -> tuple[str, ...]:
    """Tell apart likeness that another script brings with it from likeness in one script."""
    if not foreign:
        return traits
    told = tuple(f"{one}, transliterated" if one in _LOOSE else one for one in traits)
    return (*told, "transliterated")


def is_enough(one: Agreement, stage: int, *, initials: bool) -> bool:
    """Tell whether weaker ways of looking would add nothing but noise.

    stage: how many ways of looking came before; the first alone is never enough, for somebody may
    bear the same name and one more. initials: the name asked for has no more.
    """
    if stage > 1 and one.family in _ALIKE:
        return one.given in _STRONG
    if stage == 0 or one.family not in {"family exact", "family first"}:
        return False
    return (
        one.given in _STRONG
        or one.given.startswith("given none")
        or (initials and one.given == "given initial")
    )


def letters(given: str) -> str:
    """Give the letters with which a given name may begin in another transliteration or misread."""
    first = given[0]
    others = "".join(group for group in _INITIAL_LETTERS if first in group)
    return "".join(dict.fromkeys(first + others))
