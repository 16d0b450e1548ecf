"""Names that an editor explains in brackets: `CHAUSHESKU [Ceausescu]`, `Kwizinskij [Kvitsinsky]`.

Who translates a paper writes a name as the paper spells it, and behind it as it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from lod.sources.pages.persons.familynames import spelled
from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.textwords import DEMONYMS, FAMILY_FIRST, OFFICES, RANKS

_WORD = r"[^\W\d_a-z][\w.]*(?:[-'\u2019]+\w+)*['\u2019]?"
_MEANT = re.compile(
    rf"\[({_WORD}(?:[ \n]+{_WORD}){{0,3}})"
    r"(?:,?\s*[-\u2013\u2014]?\s*(?:trans|transl|ed|sh|tr)\.?)?\]"
)
_WRITTEN = re.compile(rf"{_WORD}(?:[ \n]+{_WORD}){{0,3}}$")
# Family names and first consonants as other rules of Korean and Chinese write them.
_ALSO_FIRST = frozenset(["bak", "gim", "hsu", "hsi", "chao", "jeong", "jo", "choi", "heo", "kwak"])
_CONSONANTS = ("pb", "kg", "td", "cj", "cz", "xh")
_OWNED = ("'s", "\u2019s")  # the Premier's [Ivan Orlov's] Talk
# `[the Soviet ambassador]`, `[Turkish foreign minister]`, `[first secretary of the embassy]`
_HELD = re.compile(
    r"\[(?:(?:TN|[Tt]r(?:\.|ans\.|anslator['\u2019]s)? ?[Nn]ote"
    r"|[Ee]d(?:\.|itor['\u2019]?s?['\u2019]?)? ?[Nn]ote|[Nn]ote|i\.e\.)[:.,]? )?"
    r"(?:the |then |former |at that time )?(?:[A-Z][\w-]+ ){0,2}(?:[a-z-]+ ){0,2}?([a-z]{4,})"
    r"(?: (?:of|to|in|for|at) [^\[\]]{2,50})?\]"
)
# Ranks, offices, and what begins a question: `Has Basov [the ambassador] come?`
_BEFORE_NAMES = RANKS | OFFICES | {"has", "have", "had", "is", "was", "were", "are", "did", "does"}
_WHO = OFFICES | RANKS | {"head", "chief", "leader", "member", "deputy", "wife", "son", "brother"}
# What comrades call each other, before the name that one has among them.
_KIN = re.compile(r"\b(?:Brother|Sister|Uncle|Aunt|Anh|Ch\u1ecb|Ch\u00fa|B\u00e1c) $")
# The end of the sentence before it.
_STOP = re.compile(r"([^\W\d_]{4,})\.\s+")
_LOOK_BACK, _ALIKE, _LEAST, _LINES, _PAIR = 60, 0.6, 4, 2, 2
_OF_FATHERS = ("vich", "vitch", "vic", "vi\u010d", "vna", "ichna", "yich", "ich", "inichna")
_NEAR = 16  # letters between a name and the bracket behind it, at most
_WHERE = frozenset(["in", "at", "from", "near", "to", "of", "through", "via"])


GIVEN = "given name behind a surname"


class Glossed(NamedTuple):
    """A name as a paper spells it, and as it is meant."""

    written: Seen
    meant: Seen


def glosses(
    text: str, start: int, end: int, persons: Sequence[Seen], taken: Collection[int]
) -> Iterator[Glossed]:
    """Find the persons whom an editor names as they are meant, behind their names as written.

    persons: who is known in this stretch. taken: where the words of places and bodies begin.
    """
    ends = {one.end: one for one in persons}
    starts = {one.start: one for one in persons}
    for at, bracket in _brackets(text, start, end):
        owned = text.startswith(_OWNED, at - 2) or text.startswith(
            _OWNED, text.find("]", bracket) - 2
        )
        found = None if owned else _MEANT.match(text, bracket, end)
        written = ends.get(at) or _written(text, start, at) if found else None
        if found and written and not ({found.start(1), written.start} & set(taken)):
            given = _is_given_behind(text[written.start : written.end].split()[-1], found[1])
            meant = Seen(*found.span(1), GIVEN if given else "gloss")
            shown = at in ends or meant.start in starts
            kin = _KIN.search(text, max(written.start - _NEAR, 0), written.start)
            if (kin or _may_be_name(found[1])) and (shown or _is_alike(text, written, meant)):
                yield Glossed(written, meant)


def meant_by(found: Iterable[Glossed]) -> Iterator[Seen]:
    """Give the names that editors say are meant, but for given names alone."""
    return (one.meant for one in found if one.meant.rule != GIVEN)


def _brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    r"""Give the end of the words before each bracket, on its line or the one above, and its place.

    >>> list(_brackets("Kelezi\n   [K\u00ebllezi] and *Skopie* [Skopje]", 0, 40))
    [(6, 10), (32, 33)]
    """
    at = text.find("[", start, end)
    while at >= 0:
        behind = (
            len(text[start:at].rstrip()) + start if at > start and text[at - 1].isspace() else at
        )
        if start < behind < at and text.count("\n", behind, at) < _LINES:
            yield behind, at
        at = text.find("[", at + 1, end)


def held(text: str, start: int, end: int, taken: Collection[int]) -> Iterator[Seen]:
    """Find those of whom an editor says in brackets which office they hold.

    >>> text = "It was Puzanov [Soviet ambassador] who asked."
    >>> [text[one.start:one.end] for one in held(text, 0, len(text), ())]
    ['Puzanov']
    """
    for at, bracket in _brackets(text, start, end):
        found = _HELD.match(text, bracket, end)
        if found and found[1].casefold() in _WHO:
            written = _written(text, start, at)
            # What has an article is a title that the bracket explains: `the Duban [governor]`.
            titled = written and text[max(written.start - 4, 0) : written.start].lower() == "the "
            if written and written.start not in taken and not titled:
                yield Seen(written.start, written.end, "office in brackets")


def spellings(
    text: str, found: Iterable[Glossed], told: Iterable[tuple[int, int, str]]
) -> list[tuple[str, str]]:
    """Give each spelling with the name that it is recorded by: as it is meant.

    told: names to which the form gives a part. One that a title or label has stands as it is, and
    what an editor adds to it is another spelling.
    """
    called = {_folded(text[lo:hi]) for lo, hi, rule in told if rule.startswith(("title", "label"))}
    pairs = list[tuple[str, str]]()
    for one in found:
        written = text[one.written.start : one.written.end]
        meant = text[one.meant.start : one.meant.end]
        stays = _folded(written) in called or _is_romanised(written, meant)
        if stays and _is_code_name(text, written, meant):
            continue
        words = written.split()
        if _is_patronymic(words) and " " not in meant:
            whole = f"{written} {meant}"  # Georgy Vasilyevich [Chicherin]
            pairs += [(meant, whole), (written, whole)]
            continue
        if _is_given_behind(words[-1], meant):
            whole = f"{meant} {words[-1]}"  # Comrade R\u0103dulescu [Gheorghe]
            pairs.append((written, whole))
            continue
        if not stays and len(words) > 1 and " " not in meant and _is_near(words[-1], meant):
            whole = " ".join((*words[:-1], meant))  # Abdyl Kelezi [K\u00ebllezi]
            pairs += [(meant, whole), (written, whole)]
            continue
        pairs.append((meant, written) if stays else (written, meant))
    return pairs


def _is_code_name(text: str, written: str, meant: str) -> bool:
    """Tell whether a name covers another that the page has by itself, too.

    >>> text = "To FILIPPOV [Stalin]. Copies: Stalin, Beria"
    >>> _is_code_name(text, "FILIPPOV", "Stalin"), _is_code_name(text[:20], "FILIPPOV", "Stalin")
    (True, False)
    """
    if _is_romanised(written, meant) or _is_near(written.split()[-1], meant.split()[-1]):
        return False
    return re.search(rf"(?<!\[)\b{re.escape(meant)}\b(?!\])", text) is not None


def _is_given_behind(written: str, meant: str) -> bool:
    """Tell whether an editor adds to a surname the given name, which others than it has.

    >>> _is_given_behind("R\u0103dulescu", "Gheorghe"), _is_given_behind("Mao", "Zedong")
    (True, False)
    """
    given = spelled(meant) in given_names() and spelled(written) not in given_names()
    return given and written.casefold() not in FAMILY_FIRST and not _is_near(written, meant)


def _is_patronymic(words: Sequence[str]) -> bool:
    """Tell whether words are a Russian given name and the father's, as friends call one.

    >>> _is_patronymic(["Georgy", "Vasilyevich"]), _is_patronymic(["Marko", "Petrovich", "Dorn"])
    (True, False)
    """
    return len(words) == _PAIR and words[1].endswith(_OF_FATHERS) and len(words[1]) > _LEAST


def _is_romanised(written: str, meant: str) -> bool:
    """Tell whether a name is only written by other rules: `Pak Song-ch'ol [Bak Seongcheol]`."""
    one, other = written.casefold().split()[0], meant.casefold().split()[0]
    alike = one[0] == other[0] or any({one[0], other[0]} == set(pair) for pair in _CONSONANTS)
    return alike and {one, other} <= FAMILY_FIRST | _ALSO_FIRST


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _written(text: str, start: int, end: int) -> Seen | None:
    """Give the words before a bracket that may be a name, without ranks and offices."""
    begin = max(start, end - _LOOK_BACK)
    found = _WRITTEN.search(text, begin, end)
    if found and (stops := [one.end() for one in _STOP.finditer(text, *found.span())
                            if one[1].casefold() not in RANKS]):  # fmt: skip
        found = _WRITTEN.search(text, stops[-1], end)
    if not found or found.start() == begin > start:
        return None
    words = list(re.finditer(r"\S+", found[0]))
    while words and words[0][0].strip(".").casefold() in _BEFORE_NAMES:
        words.pop(0)
    if not words or is_english(words[-1][0].casefold()):
        return None
    return Seen(found.start() + words[0].start(), end, "gloss")


def _may_be_name(words: str) -> bool:
    """Tell whether words in brackets can be a name: none of the language, no people, no letters."""
    lows = [word.strip(".").casefold() for word in words.split()]
    first = lows[0] in FAMILY_FIRST
    plain = (first or not (is_english(low) or low in DEMONYMS) for low in lows)
    return all(plain) and len(lows[-1]) >= _LEAST - first and not words.isupper()


def _is_alike(text: str, one: Seen, other: Seen) -> bool:
    """Tell whether two names are spellings of one, and neither stands where places do."""
    ahead = text[max(one.start - _LOOK_BACK, 0) : one.start].split()[-1:]
    written, meant = text[one.start : one.end], text[other.start : other.end]
    near = _is_near(written, meant) or _is_near(written.split()[-1], meant)
    return near and written.casefold() != meant.casefold() and _WHERE.isdisjoint(ahead)


def _is_near(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= _ALIKE


# Behind a place: as it is meant, in marks of Markdown or not.
_PLACE = re.compile(
    rf"\*{{0,2}}\s\s*\*{{0,2}}\[({_WORD}(?:[ -]{_WORD}){{0,2}})(?:,?\s*[-\u2013\u2014]?\s*"
    r"(?:trans|transl|translator|ed|tr)\.?)?\]"
)


def places_meant(text: str, spans: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Give the names of places that an editor spells otherwise in brackets, with those meant.

    >>> places_meant("in Skopie [Skopje] he", [(3, 9)])
    {'Skopie': 'Skopje'}
    """
    found = dict[str, str]()
    for start, end in spans if "[" in text else ():
        near = text[end : end + _NEAR]
        if "[" in near and (meant := _PLACE.match(text, end)):
            written = " ".join(text[start:end].split())
            if written != meant[1] and _is_near(written.replace(" ", ""), meant[1]):
                found[written] = meant[1]
    return found
