"""What makes an agreement of names more or less telling: how rare, how well known, how full."""

from __future__ import annotations

from lod.reconcile.authority import Channel
from lod.reconcile.compare import Agreement

_STRONG = frozenset({"given exact", "given short", "given cognate"})
_ALIKE = frozenset({"family shape", "family sound", "family near"})
_LOOSE = frozenset(
    f"{part} {how}" for part in ("family", "given") for how in ("sound", "near", "far", "prefix")
)
_RARE = (1, 4, 16, 64, 256)
_INITIAL_LETTERS = ("yji", "zj", "khgc", "vw", "cst", "uw", "fp", "il1", "s5", "o0", "b86", "ec")


def strength(one: Agreement) -> str:
    """Tell how much of a name agrees: all, an initial, or the family name only."""
    if one.given.startswith(("given none", "given missing")):
        return "alone"
    if one.given.startswith(("given initial", "given like")):
        return "double" if one.second in {"second exact", "second initial"} else "initial"
    return "full" if one.second in {"", "second exact", "second initial", "second near"} else "part"


def circumstances(one: Agreement, bearers: int, renown: int) -> tuple[str, ...]:
    """Give the traits of rarity and renown, apart for each strength of agreement.

    bearers: how many in the authority bear the family name. renown: 0 to 15.
    """
    how = strength(one)
    rarity = next((at for at, most in enumerate(_RARE) if bearers <= most), len(_RARE))
    return f"{how}", f"{how}, bearers {rarity}", f"{how}, renown {min(renown, 6) // 2}"


def named_in(traits: tuple[str, ...], *, foreign: bool) -> tuple[str, ...]:
    """Tell apart likeness that another script brings with it from likeness in one script."""
    if not foreign:
        return traits
    told = tuple(f"{one}, transliterated" if one in _LOOSE else one for one in traits)
    return (*told, "transliterated")


def channel_of(one: Agreement) -> Channel:
    """Name the channel by which names agree."""
    if one.given.startswith("given none"):
        return Channel.ALIAS if one.given.endswith("only name") else Channel.SURNAME
    if one.given.startswith(("given initial", "given like", "given missing")):
        return Channel.INITIALS
    if one.family in {"family exact", "family within"} and one.given == "given exact":
        return {"": Channel.FULL, "second more": Channel.LONGER}.get(one.second, Channel.SHORTER)
    return Channel.NEAR


def is_enough(one: Agreement, stage: int, *, initials: bool) -> bool:
    """Tell whether weaker ways of looking would add nothing but noise.

    stage: how many ways of looking came before. initials: the name asked for has no more.
    """
    if stage > 1 and one.family in _ALIKE:
        return one.given in _STRONG
    if one.family != "family exact":
        return False
    if one.given.startswith("given none") or (initials and one.given == "given initial"):
        return stage > 0
    return one.given in _STRONG


def letters(given: str) -> str:
    """Give the letters with which a given name may begin in another transliteration or misread."""
    first = given[0]
    others = "".join(group for group in _INITIAL_LETTERS if first in group)
    return "".join(dict.fromkeys(first + others))
