"""How a person's name agrees with the names of an entity: traits that carry weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from lod.normalize.namewords import PARTICLES, SUFFIXES
from lod.reconcile.sounds import closeness, cognate, shape, short_for, sound_alike

Words = tuple[str, ...]
_NEAR, _FAR = 0.75, 0.5
_STEM = 3
_SOUND_LEAST = 0.3
_LATER = 2  # by how many kinds a name counts less where it is not the first


class Form(NamedTuple):
    """One way to read a name: family and given names, folded to Latin letters.

    how: what had to be supposed, "" when it is read as it stands.
    """

    family: Words
    given: Words
    how: str = ""


class Agreement(NamedTuple):
    """How a name agrees with one form of an entity: family name, first name, the rest."""

    family: str
    given: str
    second: str = ""
    suffix: str = ""
    how: str = ""

    @property
    def traits(self) -> tuple[str, ...]:
        """Give the parts that carry weights."""
        return tuple(part for part in self if part)


def agreement(forms: Iterable[Form], suffix: str, names: Iterable[Words]) -> list[Agreement]:
    """Compare every reading of a name with every form of an entity; what disagrees is left out.

    Family names that are only alike count where no form has the same one.
    """
    bare = [(tuple(w for w in words if w not in SUFFIXES), words) for words in names]
    readings = tuple(forms)
    return _agreeing(readings, suffix, bare, _same) or _agreeing(readings, suffix, bare, _like)


_Names = list[tuple[Words, Words]]
_Find = Callable[[Words, Words], tuple[str, Words]]


def _agreeing(
    forms: tuple[Form, ...], suffix: str, names: _Names, family: _Find
) -> list[Agreement]:
    found: dict[Agreement, None] = {}
    for words, whole in names:
        for form in forms:
            one = _aligned(form, words, family)
            if one is not None:
                theirs = next((word for word in whole if word in SUFFIXES), "")
                found.setdefault(one._replace(suffix=_suffix(suffix, theirs), how=form.how))
    return list(found)


def _suffix(ours: str, theirs: str) -> str:
    if ours == theirs:
        return "suffix agrees" if ours else ""
    return "suffix other" if ours and theirs else "suffix unknown"


def _aligned(form: Form, words: Words, family: _Find) -> Agreement | None:
    if not words or not form.family:
        return None
    how, rest = family(form.family, words)
    if not how:
        return _in_any_order(form, words) if family is _same else None
    if not form.given:
        return Agreement(how, "given none" if rest else "given none, only name")
    if not rest:
        return Agreement(how, "given missing")
    joined = "".join(form.given)
    if len(joined) > len(form.given) > 1 and joined == "".join(rest):
        return Agreement(how, "given exact")
    given, left = _given(form.given, rest)
    if how != "family exact" and given == "given other":
        return None
    others = form.given[2:] if given.endswith("second") else form.given[1:]
    return Agreement(how, given.replace(", second", ", not first"), _second(others, left))


def _in_any_order(form: Form, words: Words) -> Agreement | None:
    """Tell whether all words agree, if not their order."""
    same = len(words) > 1 and sorted(form.family + form.given) == sorted(words)
    return Agreement("family within", "given exact") if same else None


def _same(family: Words, words: Words) -> tuple[str, Words]:
    """Find the family name at the end or beginning of a name; give what is left."""
    size = len(family)
    if words[-size:] == family:
        return "family exact", words[:-size]
    if words[:size] == family:
        return "family exact", words[size:]
    if size == 1 and family[0] in words:
        at = words.index(family[0])
        return "family within", words[:at] + words[at + 1 :]
    for part in family:
        # Of two family names one may be left out: Castro Ruz, Castro.
        if part in (words[-1], words[0]) and part not in PARTICLES and size > 1:
            at = words.index(part)
            left = tuple(word for word in words[:at] + words[at + 1 :] if word not in family)
            return "family part", left
    return "", words


def _like(family: Words, words: Words) -> tuple[str, Words]:
    """Find a family name that is written otherwise."""
    ours = {family[0]: None} if len(family) == 1 else _joined(family)
    theirs = [(words[-1], words[:-1]), (words[0], words[1:])]
    if len(words) > 2:
        theirs.append((words[-2] + words[-1], words[:-2]))
    best, left, degree = "", words, 0.0
    for one in ours:
        for other, rest in theirs:
            alike = closeness(one, other)
            if alike > degree:
                kind = _kind(one, other, alike)
                if kind:
                    best, left, degree = f"family {kind}", rest, alike
    return best, left


def _joined(family: Words) -> dict[str, None]:
    """Give a family name of several words as one, with and without particles."""
    core = "".join(word for word in family if word not in PARTICLES)
    return dict.fromkeys(["".join(family), core] if core else ["".join(family)])


def _kind(one: str, other: str, alike: float) -> str:
    """Name how two different words are alike, "" when they are not."""
    if one == other:
        return "exact"
    if alike == 1.0:
        return "shape"
    if alike >= _SOUND_LEAST and sound_alike(one, other):
        return "sound"
    if alike >= _NEAR and min(len(one), len(other)) > _STEM:
        return "near"
    return "far" if alike >= _FAR and min(len(one), len(other)) > _STEM + 1 else ""


def _given(given: Words, rest: Words) -> tuple[str, Words]:
    """Find the first given name among what is left of a name; give what is left then."""
    first = given[0]
    if len(rest) > 1 and first == rest[0] + rest[1]:
        return "given exact", rest[2:]
    found = [(kind, at) for at, word in enumerate(rest) if (kind := _given_kind(first, word))]
    if not found:
        if len(given) > 1 and _given_kind(given[1], rest[0]) in {"exact", "short", "cognate"}:
            return "given exact, second", rest[1:]
        return "given other", rest[1:]
    kind, at = min(found, key=lambda one: _GIVEN.index(one[0]) + _LATER * (one[1] > 0))
    return f"given {kind}{', not first' if at else ''}", rest[:at] + rest[at + 1 :]


_GIVEN = ("exact", "short", "cognate", "shape", "sound", "prefix", "initial", "near", "far", "like")


def _given_kind(one: str, other: str) -> str:
    """Name how two given names are alike, "" when they are not."""
    if one == other:
        return "exact" if len(one) > 1 else "initial"
    if len(one) == 1 or len(other) == 1:
        if one[0] == other[0]:
            return "initial"
        return "like" if shape(one[0]) == shape(other[0]) or _sound_initials(one, other) else ""
    if short_for(one, other):
        return "short"
    if cognate(one, other):
        return "cognate"
    if min(len(one), len(other)) >= _STEM and (one.startswith(other) or other.startswith(one)):
        return "prefix"
    if len(one) == 2 and other.startswith(one):
        return "initial"
    return _kind(one, other, closeness(one, other))


# Letters that begin one name in several transliterations: Yu-, Iu-, Ju-; Zh-, J-; Kh-, H-.
_INITIALS = ("yjie", "zj", "khgc", "vw", "cst", "uw", "fp")


def _sound_initials(one: str, other: str) -> bool:
    return any(one[0] in group and other[0] in group for group in _INITIALS)


def _second(given: Sequence[str], rest: Words) -> str:
    """Compare second given names and patronymics, in order."""
    if not given:
        return "second more" if rest else ""
    if not rest:
        return "second unknown"
    kinds = [_given_kind(one, other) for one, other in zip(given, rest, strict=False)]
    if not all(kinds):
        # A name may be left out in between: George Herbert Walker Bush is George Walker too.
        crossed = any(
            _given_kind(one, other) in {"exact", "initial"} for one in given for other in rest
        )
        return "second crossed" if crossed else "second other"
    weakest = max(kinds, key=_GIVEN.index)
    if weakest == "like":
        return "second like"
    if weakest == "exact" and len(given) == len(rest):
        return "second exact"
    return "second initial" if weakest in {"exact", "initial"} else "second near"
