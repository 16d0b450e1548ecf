"""Names how two words of names are alike: the same, short, by sound, nearly."""

from __future__ import annotations

from functools import lru_cache

from lod.reconcile.latin import syllables
from lod.reconcile.sounds import closeness, kindred, shape, sound_alike
from lod.reconcile.spoken import spoken_alike

_NEAR, _FAR = 0.75, 0.5
# Two given names that only sound alike are a question: Kieran is not Karen, Håkon is not Jan.
_SOUND_ALONE = 0.55
_STEM = 3
_BRIEF = 5
_WOMEN = frozenset(["a", "la", "ina", "ine", "ella", "etta", "ette"])
SOUND_LEAST = 0.35  # of closeness, for words that sound alike


def kind_of(one: str, other: str, alike: float) -> str:
    """Name how two different words are alike, "" when they are not."""
    if alike < SOUND_LEAST:
        return ""
    if one == other:
        return "exact"
    if alike == 1.0:
        return "shape"
    if sound_alike(one, other):
        return "sound"
    if alike >= _NEAR and min(len(one), len(other)) > _STEM:
        return "near"
    return "far" if alike >= _FAR and min(len(one), len(other)) > _STEM + 1 else ""


_GIVEN = (
    *("exact", "short", "cognate", "respelled", "shape", "sound", "prefix", "initial", "near"),
    *("sound of another ending", "near of another ending", "sound of few letters"),
    *("near of few letters", "far", "like"),
)
WEAKER = {kind: nth for nth, kind in enumerate(_GIVEN)}


@lru_cache(maxsize=1 << 16)
def given_kind(one: str, other: str, heard: bool) -> str:
    """Name how two given names are alike, "" when they are not."""
    shorter = min(len(one), len(other))
    if one == other:
        return "exact" if shorter > 1 else "initial"
    if shorter == 1:
        return _initial_kind(one, other)
    kin = kindred(one).get(other)
    if kin:
        return kin
    if one[0] == other[0]:
        if shorter >= _STEM and (one.startswith(other) or other.startswith(one)):
            if _of_more_syllables(one, other):
                return ""
            return "far" if _is_of_a_woman(*sorted((one, other), key=len)) else "prefix"
        if shorter == 2 and other.startswith(one):
            return "initial"
    return _likeness(one, other, heard)


def _is_of_a_woman(short: str, long: str) -> bool:
    """Tell whether one name may be the other's for a woman: Nigel, Nigella; Daniel, Daniela."""
    return len(short) > _STEM and long[len(short) :] in _WOMEN


def _of_more_syllables(one: str, other: str) -> bool:
    """Tell whether one is a Chinese name of more syllables: Xin is not Ruixin, Wen not Wenhua."""
    many = syllables(one), syllables(other)
    return all(many) and many[0] != many[1]


def _initial_kind(one: str, other: str) -> str:
    if one[0] == other[0]:
        return "initial"
    return "like" if shape(one[0]) == shape(other[0]) or _sound_initials(one, other) else ""


def _likeness(one: str, other: str, heard: bool) -> str:
    """Name how two given names are alike that are two words; Cheng is not Zheng."""
    alike = closeness(one, other, SOUND_LEAST)
    kind = kind_of(one, other, alike) if alike else ""
    if not kind and heard and spoken_alike(one, other):
        kind = "sound"
    if kind not in {"sound", "near"}:
        return kind
    if kind == "sound" and alike < _SOUND_ALONE and not heard:
        return "far"
    if _of_more_syllables(one, other):
        return ""
    if max(len(one), len(other)) <= _BRIEF:
        return f"{kind} of few letters"
    # Milica is not Miloš.
    return f"{kind} of another ending" if (one[-1] == "a") != (other[-1] == "a") else kind


# Letters that begin one name in several transliterations: Yu-, Iu-, Ju-; Zh-, J-; Kh-, H-.
_INITIALS = ("yjie", "zj", "khgc", "vw", "cst", "uw", "fp")


def _sound_initials(one: str, other: str) -> bool:
    return any(one[0] in group and other[0] in group for group in _INITIALS)
