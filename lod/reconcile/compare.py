"""How a person's name agrees with the names of an entity: traits that carry weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from lod.normalize.namewords import FAMILY_FIRST, PARTICLES
from lod.reconcile import korean, vietnamese
from lod.reconcile.alike import SOUND_LEAST, WEAKER, given_kind, kind_of
from lod.reconcile.latin import are_apart, is_pinyin, is_shorter, is_syllable, syllables
from lod.reconcile.sounds import closeness, respelled, russian
from lod.reconcile.spoken import spoken_alike

Words = tuple[str, ...]
TURNED = "turned round"  # how a name is read with its parts in the other order
SUFFIX = "~"  # before the suffix of a name, at the beginning of its form
# A first name that agrees so leaves nothing to be gained from reading the name otherwise.
_PLAIN = frozenset({"given exact", "given short", "given cognate", "given respelled"})
_SURE = _PLAIN | {"given initial", "given none", "given none, only name"}
_FIRM = frozenset({"family exact", "family first", "family within", "family part"})
_LATER = 2  # by how many kinds a name counts less where it is not the first


class Form(NamedTuple):
    """One way to read a name: family and given names, folded to Latin letters.

    how: what had to be supposed, "" when it is read as it stands. heard: it was in Cyrillic.
    """

    family: Words
    given: Words
    how: str = ""
    heard: bool = False


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


def agreement(
    forms: Sequence[Form], suffix: str, names: Sequence[str], words: Sequence[str] | None = None
) -> dict[Agreement, Form]:
    """Compare every reading of a name with every form of an entity; what disagrees is left out.

    names: folded, the family name last, a suffix in front with a mark (`~jr john smith`). words:
    that are known to be like the family name; None where it must be the same. Family names that
    are only alike count where no form has the same one; they are looked for at both ends of a
    name, so that turning it round adds nothing. Gives each agreement with the first reading that
    has it.
    """
    straight = [form for form in forms if form.how != TURNED]
    found: dict[Agreement, Form] = {}
    _agree(straight, suffix, names, _same, found)
    for form in straight:
        if form.given and korean.is_family(form.family):
            found.update((one, form) for one in _korean(form, names) if one not in found)
    if any(one.given in _PLAIN for one in found):
        return found
    is_same = bool(found)
    if len(straight) < len(forms):
        turned: dict[Agreement, Form] = {}
        _agree([form for form in forms if form.how == TURNED], suffix, names, _same, turned)
        # Two doubts at once are one too many: Per Svedberg is not Per Sandberg.
        found.update((one, form) for one, form in turned.items() if one.given in _SURE)
    if is_same or words is None or not any(_may_agree(form, names) for form in straight):
        return found
    if words:
        _agree(straight, suffix, names, partial(_led, words, straight[0].heard), found)
    if not any(one.how != TURNED for one in found):
        _agree(straight, suffix, names, partial(_like, straight[0].heard), found)
    return found


def _korean(form: Form, names: Sequence[str]) -> Iterator[Agreement]:
    """Compare a Korean name with those whose family name is the same in some romanisation."""
    (family,) = form.family
    second = "second exact" if len(form.given) > 1 else ""
    for text in names:
        words = tuple(text.split())
        for theirs, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
            how = "exact" if theirs == family else "respelled"
            is_family = how == "exact" or theirs in respelled(family)
            if not is_family or _are_chinese_and_apart(family, form.given, rest):
                continue
            if korean.are_alike(form.given, rest):
                yield Agreement(f"family {how}", "given respelled", second, "", form.how)


def _are_chinese_and_apart(family: str, given: Words, rest: Words) -> bool:
    """Tell whether two names of two syllables may be Chinese, and then are two: Bo Yi, Pu Yi.

    >>> _are_chinese_and_apart("yi", ("bo",), ("pu",))
    True
    >>> _are_chinese_and_apart("kim", ("ku",), ("gu",))
    False
    """
    return len(given) == 1 == len(rest) and is_pinyin(family) and are_apart(given[0], rest[0])


def _may_agree(form: Form, names: Sequence[str]) -> bool:
    """Tell whether given names may agree at all with a name of which the family name is left out.

    Where the family name is only alike, another given name agrees with nothing.
    """
    given, heard = form.given, form.heard
    if not given:
        return True
    words = {word for text in names for word in text.split()}
    first, second = given[0], given[1] if len(given) > 1 else ""
    for word in words:
        if first.startswith(word) or given_kind(first, word, heard):
            return True
        if second and given_kind(second, word, heard) in {"exact", "short", "cognate"}:
            return True
    return any(text.count(" ") <= text.startswith(SUFFIX) for text in names)


# How the family name agrees, what is left of the name, and its suffix.
_Found = tuple[str, str]
_Find = Callable[[Words, Sequence[str]], Iterable[_Found]]


def _agree(
    forms: Sequence[Form],
    suffix: str,
    names: Sequence[str],
    find: _Find,
    found: dict[Agreement, Form],
) -> None:
    for form in forms:
        for how, rest in dict.fromkeys(find(form.family, names)):
            theirs, left = _without_suffix(rest) if rest.startswith(SUFFIX) else ("", rest)
            told = _suffix(suffix, theirs) if suffix or theirs else ""
            one = _aligned(form, how, left, told)
            if one is not None:
                found.setdefault(one, form)


def _without_suffix(text: str) -> tuple[str, str]:
    suffix, _, rest = text.partition(" ")
    return suffix[1:], rest


def _suffix(ours: str, theirs: str) -> str:
    if ours == theirs:
        return "suffix agrees" if ours else ""
    return "suffix other" if ours and theirs else "suffix unknown"


def _aligned(form: Form, how: str, left: str, suffix: str) -> Agreement | None:
    """Compare given names with what is left of a name."""
    asked, rest = form.given, tuple(left.split())
    if not asked or not rest:
        return Agreement(how, _missing(asked, rest), "", suffix, form.how)
    if len(asked) > 1:
        joined = "".join(asked)
        if len(joined) > len(asked) and joined == "".join(rest):
            return Agreement(how, "given exact", "second exact", suffix, form.how)
    if korean.is_family(form.family) and korean.is_shorter(asked, rest):
        return Agreement(how, "given other", "", suffix, form.how)
    given, rest = _given(asked, rest, form.heard)
    if given == "given other" and how not in _FIRM:
        return None
    if given == "given exact, second":
        given, asked = "given exact, not first", asked[1:]
    if given != "given other" and _is_another(form.family, form.given, tuple(left.split())):
        return Agreement(how, "given far", "", suffix, form.how)
    return Agreement(how, given, _others(asked, rest, form.heard), suffix, form.how)


def _others(asked: Words, rest: Words, heard: bool) -> str:
    """Compare the given names behind the first with what is left of a name."""
    given, rest = _without_particles(asked[1:]), _without_particles(rest)
    second = _second(given, rest, heard)
    is_skipped = second == "second crossed" and _is_skipped((asked[0], *given), rest)
    return "second skipped" if is_skipped else second


def _missing(asked: Words, rest: Words) -> str:
    """Say on which side given names are missing."""
    if asked:
        return "given missing"
    return "given none" if rest else "given none, only name"


def _is_another(family: Words, given: Words, theirs: Words) -> bool:
    """Tell whether given names of syllables differ, however alike: Jong-nam is not Yong-nam."""
    if vietnamese.are_apart(family, given, theirs):
        return True
    if len(family) == 1 and is_syllable(family[0]) and is_shorter(given, theirs):
        return True  # Jiang Qing is not Chiang Ching-kuo
    if len(family) != 1 or (given[0] == theirs[0] and len(given) != len(theirs)):
        return False
    if korean.is_family(family) and korean.are_apart(given, theirs):
        return True
    return syllables(family[0]) == 1 and are_apart("".join(given), "".join(theirs))


def _without_particles(words: Words) -> Words:
    """Leave out the particles of a family name that stand among given names: `Aken, Jan van`."""
    if PARTICLES.isdisjoint(words):
        return words
    return tuple(word for word in words if len(word) == 1 or word not in PARTICLES)


def _same(family: Words, names: Sequence[str]) -> list[_Found]:
    """Find the family name at the end or beginning of names, or else among their words."""
    whole = " ".join(family)
    having = [text for text in names if whole in text]
    found = _at_an_end(whole, having) if having else []
    if found:
        return found
    middle = f" {whole} "
    found = [("family within", text.replace(middle, " ", 1)) for text in having if middle in text]
    if len(family) > 1:
        found += _in_part(family, names)
    return found


def _at_an_end(whole: str, names: Sequence[str]) -> list[_Found]:
    """Find a family name at the end of names or, as in East Asia, at the beginning."""
    tail, head = f" {whole}", f"{whole} "
    found = []
    for text in names:
        if text.endswith(tail):
            found.append(("family exact", text[: -len(tail)]))
        elif text.startswith(head):
            rest = text[len(head) :]
            found.append(("family exact" if _is_first(whole, rest) else "family first", rest))
        elif text == whole:
            found.append(("family exact", ""))
    return found


def _is_first(family: str, rest: str) -> bool:
    """Tell whether a family name stands first: Rand Paul is not Paul Rand, but so is Mao Zedong."""
    return family in FAMILY_FIRST or (is_pinyin(family) and is_pinyin(rest.replace(" ", "")))


def _in_part(family: Words, names: Sequence[str]) -> Iterator[_Found]:
    """Find one of two family names, of which one may be left out: Castro Ruz, Castro y Ruz."""
    for part in family:
        if part not in PARTICLES:
            tail, head, spanish = f" {part}", f"{part} ", f" {part} y "
            for text in names:
                if text.endswith(tail) or text.startswith(head) or spanish in text:
                    yield "family part", " ".join(w for w in text.split() if w not in family)


def _led(
    words: Sequence[str], heard: bool, family: Words, names: Sequence[str]
) -> Iterator[_Found]:
    """Find a family name that is written otherwise, by the words that may be it."""
    ours = (family[0],) if len(family) == 1 else tuple(_joined(family))
    for word in words:
        kind = max(_degree(one, word, heard) for one in ours)[1]
        if kind:
            for text in names:
                if text.endswith(word) and text[-len(word) - 1 : -len(word)] in {" ", ""}:
                    yield f"family {kind}", text[: -len(word)].rstrip()
                elif text.startswith(f"{word} "):
                    yield f"family {kind}", text[len(word) + 1 :]


def _like(heard: bool, family: Words, names: Sequence[str]) -> Iterator[_Found]:
    """Find a family name that is written otherwise."""
    ours = (family[0],) if len(family) == 1 else tuple(_joined(family))
    kinds: dict[str, tuple[float, str]] = {}
    for text in names:
        best = (0.0, "", "")
        for other, rest in _ends(text):
            known = kinds.get(other)
            if known is None:
                known = kinds[other] = max(_degree(one, other, heard) for one in ours)
            if known[1] and known[0] > best[0]:
                best = (*known, rest)
        if best[1]:
            yield f"family {best[1]}", best[2]


def _ends(text: str) -> Iterator[tuple[str, str]]:
    """Give what may be the family name, and the rest."""
    before, _, last = text.rpartition(" ")
    first, _, after = text.partition(" ")
    yield last, before
    if before:
        yield first, after
    if " " in before:
        earlier, _, middle = before.rpartition(" ")
        yield middle + last, earlier


@lru_cache(maxsize=1 << 16)
def _degree(one: str, other: str, heard: bool) -> tuple[float, str]:
    if other in respelled(one) or (one[-1] in "vihoyj" and russian(one) == russian(other) != ""):
        return 1.0, "respelled"
    if abs(len(one) - len(other)) > max(len(one), len(other)) // 2:
        return 0.0, ""
    alike = closeness(one, other, SOUND_LEAST)
    kind = kind_of(one, other, alike)
    return (
        (alike, kind)
        if kind or not heard or not spoken_alike(one, other)
        else (SOUND_LEAST, "sound")
    )


def _joined(family: Words) -> dict[str, None]:
    """Give a family name of several words as one, with and without particles."""
    core = "".join(word for word in family if word not in PARTICLES)
    return dict.fromkeys(["".join(family), core] if core else ["".join(family)])


def _given(given: Words, rest: Words, heard: bool) -> tuple[str, Words]:
    """Find the first given name among what is left of a name; give what is left then."""
    first = given[0]
    if len(rest) > 1 and first == rest[0] + rest[1]:
        return "given exact", rest[2:]
    if first == rest[0] and len(first) > 1:
        return "given exact", rest[1:]
    best, kind, at = len(WEAKER) + _LATER, "", 0
    for nth, word in enumerate(rest):
        how = given_kind(first, word, heard)
        if how and (weak := WEAKER[how] + (_LATER if nth else 0)) < best:
            best, kind, at = weak, how, nth
    if kind:
        return f"given {kind}, not first" if at else f"given {kind}", rest[:at] + rest[at + 1 :]
    if len(given) > 1 and given_kind(given[1], rest[0], heard) in {"exact", "short", "cognate"}:
        return "given exact, second", rest[1:]
    return "given other", rest[1:]


def _more(rest: Words) -> str:
    """Name what an entity has beyond the name; an initial is often left out."""
    if not rest:
        return ""
    return "second more" if max(map(len, rest)) > 1 else "second more initials"


def _is_skipped(given: Words, rest: Words) -> bool:
    """Tell whether nothing but an initial agrees, and not the first: George W. is no George H. W.

    Of initials alone, J. K. may be Jacqueline Bouvier Kennedy.

    >>> _is_skipped(("george", "w"), ("h", "w")), _is_skipped(("george", "h", "j"), ("h", "w"))
    (True, False)
    """
    first, *others = given
    return len(first) > 1 and max(map(len, others)) == 1 and others[0] != rest[0][0]


def _second(given: Sequence[str], rest: Words, heard: bool) -> str:
    """Compare second given names and patronymics, in order.

    A name may be left out in between: George Herbert Walker Bush is George Walker too.
    """
    if not given:
        return _more(rest)
    if not rest:
        return "second unknown"
    kinds = [given_kind(one, other, heard) for one, other in zip(given, rest, strict=False)]
    if not all(kinds):
        crossed = any(
            given_kind(one, other, heard) in {"exact", "initial"} for one in given for other in rest
        )
        return "second crossed" if crossed else "second other"
    weakest = max(kinds, key=WEAKER.__getitem__)
    if weakest == "like":
        return "second like"
    if weakest == "exact" and len(given) == len(rest):
        return "second exact"
    return "second initial" if weakest in {"exact", "initial"} else "second near"
