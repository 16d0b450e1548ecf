"""Places in running text: known names, and the words that show a province, a city, a district."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lod.entity import Spotted
from lod.normalize.namewords import BODIES
from lod.sources.pages.places.buildings import buildings
from lod.sources.pages.places.namedtowns import harbours, posted
from lod.sources.pages.places.roads import numbered_roads
from lod.sources.pages.places.terrain import terrain
from lod.sources.pages.words.saidwords import words_in
from lod.sources.pages.words.spans import longest
from lod.sources.pages.words.textwords import (
    CALENDAR,
    COMMON,
    DEMONYMS,
    INSTITUTIONS,
    OFFICES,
    THINGS,
)

_UNIT = (
    r"aimag|oblast|krai|raion|rayon|voivodeship|uezd|guberniya|peninsula|valley|ridge|Bay|River|Peninsula|Strait|Valley"
    r"|Province"
    r"|District|County|Region|Oblast|Prefecture|Krai|Raion|Governorate|Island|Islands|Sea|Ocean"
    r"|Pass"
    r"|Mountains|Gulf|Ridge|Heights|Plateau|Hills|Highlands|Desert|Delta|Archipelago|Lagoon"
    r"|Lowlands|Steppe|Banner|Aimag|Aimak|Tract"
)
_WORD = r"[A-Z][^\W\d_]+(?:[-'\u2019][^\W\d_]+)*"
_NAME = rf"(?:\[{_WORD}(?:\s{_WORD})?\??\]|{_WORD}(?:[ \u00a0]{_WORD}){{0,2}})"
_BEHIND = re.compile(rf"({_NAME})[ \u00a0]({_UNIT})\b")
_UNIT_WORDS = frozenset(_UNIT.casefold().split("|"))
# The letter and the letters with which one of them begins are asked first.
_FIRSTS = "".join(sorted({unit[0] for unit in _UNIT.split("|")}))
_ANY_UNIT = re.compile(
    rf"[ \u00a0](?=[{_FIRSTS}])(?=[A-Z]|ai|ob|kr|ra|vo|ue|gu|pe|va|ri)(?:{_UNIT})\b"
)
_BEFORE = re.compile(
    rf"\b((?i:province|district|county|region|prefecture|city|town|village|port))[ \u00a0]of"
    rf"[ \u00a0]({_NAME})"
)
# Port Said, Lake Buir, Mount Ararat.
_HEADED = re.compile(
    r"(?<![A-Z][a-z] )\b(?:Lake|Mount|Mt\.|Cape|Port|Fort|Camp|Wadi|Jebel|Djebel|Nizhny"
    r"|Nova)[ \u00a0]"
    rf"({_WORD}(?:[ \u00a0]{_WORD})?)(?![^\W_]|[ \u00a0][A-Z]|['\u2019-])"
)
# Isle of Pines, Gulf of Tonkin; Golfo Persico, Canale di Suez; passes of Tibet: Bomdi La.
_WATERS = re.compile(
    rf"\b(?:(?:Isle|Isles|Gulf|Straits?|Isthmus) of (?:the )?{_WORD}"
    r"|(?:Golfo|Mar|Mare|Lago|Monti?|Isola|Isole|Isla|Islas|Cabo|Capo|Stretto|Estrecho|Mer|Golfe"
    r"|Lac|Mont|Monts|\u00cele|\u00celes|Canal|Canale|Ca\u00f1\u00f3n|Zatoka|Morze)"
    rf"[ \u00a0](?:(?:di|de|del|della|dei|do|da|du|des|de la)[ \u00a0])?{_WORD}"
    r"|(?<=[a-z] )[A-Z][a-z]{2,7} La(?=[,.;:)\n]| [a-z\[]))(?!['\u2019-])"
)
_WATER_WORDS = frozenset(
    """isle isles gulf strait straits isthmus golfo mar mare lago monte monti isola isole isla islas
    cabo capo stretto estrecho mer golfe lac mont monts \u00eele \u00eeles canal canale la zatoka
    morze""".split()
)
# Without one of these words, and of those above, there is nothing to look for.
_HEADS = frozenset("lake mount mt cape port fort camp wadi jebel djebel nizhny nova".split())
_KINDS = frozenset("province district county region prefecture city town village port".split())
_STATE = re.compile(
    rf"(?:{_WORD}[ \u00a0])?(?:(?:People['\u2019]s|Democratic|Socialist|Federal|Federated"
    rf"|Federative|Islamic|Arab|Soviet|United)[ \u00a0]){{1,3}}Republics?\b"
    rf"(?:[ \u00a0]of[ \u00a0](?:the[ \u00a0])?{_WORD}(?:[ \u00a0]{_WORD})?)?"
)
_SETTLEMENTS = frozenset(("city", "town", "village", "port"))
_NO_NAME = frozenset(
    """the this that these those some many any each every no our your his her their its autonomous
    military administrative border coastal northern southern eastern western central entire whole
    police court school congressional federal provincial first second third people brother sister
    uncle comrade""".split()
)
# A capitalised word right before a place makes another name of it, unless it is one of these.
_MAY_PRECEDE = frozenset(
    """in to from at of and the near within communist free soviet nationalist divided occupied
    northern southern eastern western central north south east west modern imperial old new greater
    volksrepublik republik république república repubblica republika königreich freistaat
    for on with by between against toward towards through via when while since if as""".split()
)
# What begins a sentence before a place: At Thagla Ridge, The Han River.
_OPENING = frozenset("The At In Near From On To By Along Across".split())
_ORDERS = ("Red", "Star-Spangled", "Labour")
_NO_STATE = frozenset("the this that in of from to and our each every former".split())
_NO_STATES = frozenset(
    ("people's republic", "people\u2019s republic", "democratic republic", "soviet republic",
     "socialist republic", "soviet republics", "people's republics", "united republics",
     "soviet socialist republic", "soviet socialist republics", "arab republic")
)  # fmt: skip
_NEXT = re.compile(r"['\u2019]?s?[ \u00a0]([^\W\d_][\w-]*)")
_PREVIOUS = re.compile(r"(?:^|[^\w\n])([^\W\d_][\w.-]*)[ \u00a0]$")
_QUOTED = re.compile(r"[\u201c\u00ab][^\u201c\u201d\u00ab\u00bb]{0,40}$")
_TITLED = re.compile(
    r"\b(?:newspapers?|magazines?|journals?|papers?|weekly|daily)\b", re.IGNORECASE
)
# Treaties are called after where they were made: the Convention of Constantinople.
_OF_TREATIES = re.compile(
    r"\b(?:(?:Convention|Treaty|Treaties|Peace|Congress|Declaration|Pact|Charter|Protocol|Accord)"
    r" of |(?:Patto|Trattato|Accord[oi]|Convenzione|Conferenza|Protocollo|Dichiarazione|Carta"
    r"|Pace) di |(?:Pacte|Trait\u00e9|Accords?|Convention|Conf\u00e9rence|D\u00e9claration|Charte"
    r"|Paix|Protocole) de "
    r"|(?:Pacto|Tratado|Acuerdos?|Acordos?|Conferencia|Confer\u00eancia|Convenci\u00f3n"
    r"|Conven\u00e7\u00e3o|Declaraci\u00f3n|Declara\u00e7\u00e3o|Protocolo|Carta|Paz) de "
    r"|(?:Vertr(?:[a\u00e4]g(?:e[ns]?|s)?)|Pakt(?:e[ns]?|s)?|Abkommens?|Konferenz(?:en)?|Friedens?"
    r"|Vereinbarung(?:en)?|Kongre(?:\u00df|ss)(?:es)?|Erkl\u00e4rung(?:en)?|Konvention(?:en)?"
    r"|Protokoll(?:e[ns]?|s)?) von )$"
)
# In whose army one is: `Major General, USA`.
_SOLDIER = re.compile(
    r"(?i:\b(?:general|colonel|major|captain|lieutenant|brigadier|gen|col|ltc|maj|cpt|capt"
    r"|lt)\.?), $"
)
# `to ratify Tlatelolco`
_RATIFIED = re.compile(r"\bratif(?:y|ied|ying|ies) $")
# Whose post a heading in capitals names, that it stands there says nothing of the country.
_POST = re.compile(
    r"\b(?:EMBAJADA|LEGACI\u00d3N|CONSULADO|AMBASSADE|L\u00c9GATION|CONSULAT|AMBASCIATA|LEGAZIONE"
    r"|CONSOLATO|EMBAIXADA|BOTSCHAFT|GESANDTSCHAFT|KONSULAT|AMBASADA|POSELSTWO|EMBASSY|LEGATION)"
    r" (?:DE(?: LA| LOS)?|DU|DES|D'|DI|DELLA|DO|DA|DER|VON|OF(?: THE)?)[ ']?$"
)
# What is made under a town's name: one motor-car, Praga.
_MADE = re.compile(
    r"\b(?:motor-?cars?|cars?|trucks?|lorr(?:y|ies)|tractors?|limousines?|automobiles?|typewriters?"
    r"|pistols?),? (?:of (?:the )?(?:type|make) )?$"
)
# What bears the name of the town where it was made, or where they met.
_MADE_THERE = (" into force", " prime ministers", " foreign ministers", " powers")
# The Central Africa Office is in London.
_OFFICES = frozenset(("Office", "Desk", "Bureau", "Department", "Division"))
_OTHERS = THINGS | INSTITUTIONS
_NOT_HEADED = BODIES | INSTITUTIONS | THINGS | OFFICES | COMMON | CALENDAR | {"office", "workers"}
# What is named with a capital behind the name of a place: the Seoul Tribune, the Berlin Wall.
_TITLED_THINGS = frozenset(
    """tribune gazette herald guardian zeitung chronicle courier telegraph statesman wall
    declaration charter manifesto ilbo sinmun shinmun shimbun ribao""".split()
)
# The same in Hungarian: Csepel Vas- \u00e9s F\u00e9mm\u0171vek.
_GYAR = re.compile(
    r"(?: [^\W\d_][\w-]*){0,2} [A-Z\u00c1\u00c9\u00cd\u00d3\u00d6\u0150\u00da\u00dc\u0170]\w*"
    r"(?:m\u0171vek|gy\u00e1r|koh\u00f3|\u00fczem|v\u00e1llalat)\w{0,6}\b"
)
# Works, named after where they stand, in small letters: the Nampo copper smelter.
_WORKS = frozenset(
    """station smelter factory plant depot refinery shipyard dockyard kombinat combine mill mine
    mines kolkhoz sovkhoz substation workshops steelworks ironworks arsenal brewery
    cannery""".split()
)
_WORK = re.compile(r"(?:[ \u00a0][a-z]+\b){1,3}")
_NO_WORK = frozenset(
    """in is was to of and has had for with by on at the from are were will as or but that which
    who its their his this next near owns built builds""".split()
)
# What is called after saints, as towns are: l'h\u00f4pital Saint-\u00c9tienne.
_HOUSES = frozenset(
    """h\u00f4pital l'h\u00f4pital l\u2019h\u00f4pital h\u00f4spital hospital ospedale \u00e9glise
    l'\u00e9glise l\u2019\u00e9glise iglesia igreja chiesa lyc\u00e9e coll\u00e8ge couvent szpital
    krankenhaus""".split()
)
_LOOK_BACK, _SHORTENED = 80, 5
HEADED_PLACE = "word of a place before it"  # Port Said


class Located(NamedTuple):
    """A stretch of text that names a place; reading: the form to record, "" for the words."""

    start: int
    end: int
    rule: str
    reading: str = ""


def places(text: str, start: int, end: int, spotted: Sequence[Spotted]) -> list[Located]:
    """Find the places that a stretch of a text names, in order, none within another."""
    units = list(_units(text, start, end))
    if units:
        within = {at for one in spotted if one.kind == "place" for at in range(one[0] + 1, one[1])}
        units = [one for one in units if one.start not in within]
    units += _states(text, start, end, {*((one.start, one.end) for one in spotted)})
    said = words_in(text)
    units += _waters(text, start, end)
    units += [
        Located(*one, HEADED_PLACE)
        for one in harbours(text, start, end, said)
        if not is_thing(text, *one)
    ]
    units += [Located(*one, "town of somebody in a list") for one in posted(text, start, end)]
    units += [Located(*one, "number of a road") for one in numbered_roads(text, start, end, said)]
    units += [Located(*one, "word of a building") for one in buildings(text, start, end, said)]
    persons = [(one.start, one.end) for one in spotted if one.kind == "person"]
    units += [
        Located(*one, "word of terrain")
        for one in terrain(text, start, end, said)
        if not any(lo < one[1] and one[0] < hi for lo, hi in persons)
    ]
    inner = {place for one in units for place in range(one.start, one.end)}
    known = [
        Located(one.start, one.end, one.rule, one.reading)
        for one in spotted
        if one.kind == "place"
        and one.start not in inner
        and text[one.start : one.end].casefold() not in DEMONYMS  # Argentine
        and not is_thing(text, one.start, one.end)
    ]
    return longest([*units, *known])


def is_thing(text: str, start: int, end: int) -> bool:
    """Tell whether a place's name is only part of the name of something else.

    >>> is_thing("the Moscow decision", 4, 10), is_thing("in Moscow he said", 3, 9)
    (True, False)
    """
    behind = _NEXT.match(text, end)
    if behind and _is_other(behind[1].casefold()):
        return behind[1].casefold() not in {"time", "times"} or behind[1][0].isupper()
    there = text.startswith(_MADE_THERE, end)
    if there or (behind and (behind[1] in _OFFICES or _is_work(text, start, end, behind[1]))):
        return True
    before = text[start - _LOOK_BACK if start > _LOOK_BACK else 0 : start]
    if (quoting := _before_quotation(before)) and _TITLED.search(quoting):
        return True
    if _is_named_after(before) or (text[start:end] == "USA" and _SOLDIER.search(before)):
        return True
    parted = max(before.rfind(" ", 0, -1), before.rfind("\u00a0", 0, -1), before.rfind("\n", 0, -1))
    # Most places stand behind a word in small letters.
    if before[parted + 1 :].islower():
        return before[parted + 1 :].strip() in _HOUSES
    ahead = _PREVIOUS.search(before, parted)
    if ahead is None or not ahead[1][0].isupper() or ahead[1].isupper() or _closes(ahead[1]):
        return False
    if text[start:end].isupper() or ahead[1].casefold() in _MAY_PRECEDE:
        return False
    return ahead[1] == "Radio" or not _begins_sentence(before, ahead.start(1))


def _closes(word: str) -> bool:
    """Tell whether a word with a stop ends a sentence rather than being shortened.

    >>> _closes("Tuesday."), _closes("Gen.")
    (True, False)
    """
    return word[-1] == "." and len(word) > _SHORTENED and "." not in word[:-1]


def _is_named_after(before: str) -> bool:
    """Tell whether a treaty, or what is made under a town's name, stands before a place's name.

    >>> _is_named_after("since the Treaty of "), _is_named_after("one motor-car, ")
    (True, True)
    """
    if before.endswith(("y ", "fied ", "ying ", "fies ")) and _RATIFIED.search(before):
        return True
    if before.endswith((" of ", " di ", " de ", " von ")) and _OF_TREATIES.search(before):
        return True
    if before[-3:].isupper() and _POST.search(before):
        return True
    return before.endswith(("s, ", "r, ", "k, ", "e ")) and _MADE.search(before) is not None


def _is_work(text: str, start: int, end: int, behind: str) -> bool:
    """Tell whether a place's name is that of works, or of what has a capital: the Berlin Wall.

    >>> _is_work("the Nampo copper smelter", 4, 9, "copper")
    True
    """
    if behind[0].isupper():
        return behind.casefold() in _TITLED_THINGS or _GYAR.match(text, end) is not None
    if not behind.islower() or text[max(start - 4, 0) : start].casefold() != "the ":
        return False
    found = _WORK.match(text, end)
    words = found[0].split() if found else []
    at = next((at for at, word in enumerate(words) if word in _WORKS), 0)
    return bool(words) and words[at] in _WORKS and _NO_WORK.isdisjoint(words[:at])


@lru_cache(maxsize=1 << 13)
def _is_other(word: str) -> bool:
    """Tell whether a word says what else a name is of, as it stands or in its singular: treaty."""
    singular = (word.removesuffix("s"), f"{word.removesuffix('ies')}y")
    return not _OTHERS.isdisjoint((word, *singular))


def _before_quotation(before: str) -> str:
    """Give the words before a quotation that is still open, "" for none.

    >>> _before_quotation('the paper "Minju '), _before_quotation('"Journal" of the ')
    ('the paper ', '')
    """
    if '"' not in before and "\u201c" not in before and "\u00ab" not in before:
        return ""
    line = before.rpartition("\n")[2]
    if line.count('"') % 2 == 1:  # straight marks are open when their number is odd
        return line.rpartition('"')[0]
    quoted = _QUOTED.search(line)
    return line[: quoted.start()] if quoted else ""


def _begins_sentence(before: str, at: int) -> bool:
    return before[:at].rstrip(" \u00a0\"'\u201c(")[-1:] in ("", ".", "!", "?", "\n", ":", ";")


def _units(text: str, start: int, end: int) -> Iterator[Located]:
    """Find names with a word that says which kind of place it is, before or behind them."""
    taken, found = start, [(one, True) for one in _behind(text, start, end)]
    kinds = _KINDS & words_in(text)
    part = text[start:end].replace("\u00a0", " ").casefold() if kinds else ""
    if any(f"{kind} of " in part for kind in kinds):
        found += [(one, False) for one in _BEFORE.finditer(text, start, end)]
    headed = list(_named_behind(text, start, end))
    yield from headed
    for one, is_behind in sorted(found, key=lambda pair: pair[0].start()):
        name = one[1] if is_behind else one[2]
        first, _, rest = name.partition(" ")
        if is_behind and _names_none(name, one):
            continue
        if is_behind and first in _OPENING and rest and one.start() >= taken:
            yield Located(one.start() + len(first) + 1, one.end(), "word of a place")
            taken = one.end()
        if one.start() < taken or name.split()[0].casefold() in _NO_NAME:
            continue
        if any(two.start <= one.start() < two.end for two in headed):
            continue
        behind = _NEXT.match(text, one.end())
        if behind and behind[1][0].isupper() and behind[1].casefold() in BODIES:
            continue  # Red Sea Federation
        yield _unit(one, name, is_behind)
        taken = one.end()


def _names_none(name: str, one: re.Match[str]) -> bool:
    """Tell whether words before that for a kind of place name none: To Brother, X Military, Red."""
    order = name in _ORDERS and one[0].endswith(" Banner")
    return order or name.endswith(" Military") or name.partition(" ")[2].casefold() in _NO_NAME


def _waters(text: str, start: int, end: int) -> Iterator[Located]:
    """Find seas, islands, mountains and passes by the word that stands before or behind a name."""
    if not _WATER_WORDS.isdisjoint(words_in(text)):
        for one in _WATERS.finditer(text, start, end):
            if one[0].split()[-1].casefold() not in _NOT_HEADED:
                yield Located(*one.span(), "word of a place")


def _named_behind(text: str, start: int, end: int) -> Iterator[Located]:
    """Find names behind the words for a lake, port, mount and such: Lake Buir, Port Said."""
    part, heads = text[start:end], _HEADS & words_in(text)
    for one in _HEADED.finditer(part) if any(head.title() in part for head in heads) else ():
        if not any(word.casefold() in _NOT_HEADED for word in one[1].split()):
            yield Located(start + one.start(), start + one.end(), HEADED_PLACE)


def _behind(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Find names before the words for a province and the like; the words are sought first."""
    if _UNIT_WORDS.isdisjoint(words_in(text)):
        return
    reached = start
    for unit in _ANY_UNIT.finditer(text, start, end):
        found = _BEHIND.search(text, max(reached, unit.start() - _LOOK_BACK), unit.end())
        if found:
            yield found
            reached = found.end()


def _states(text: str, start: int, end: int, known: set[tuple[int, int]]) -> Iterator[Located]:
    """Find states by the words that only their names have; known ones are found anyway."""
    if "Republic" not in text:
        return
    for one in _STATE.finditer(text, start, end):
        begin = one.start()
        first = one.group().split()[0]
        if first.casefold() in _NO_STATE:
            begin += len(first) + 1
        if (begin, one.end()) not in known and text[begin : one.end()].casefold() not in _NO_STATES:
            yield Located(begin, one.end(), "word of a state")


def _unit(one: re.Match[str], name: str, is_behind: bool) -> Located:
    """Write a place as `Name Province`; a city is known by its name alone."""
    if is_behind:
        return Located(*one.span(), "word of a place")
    if one[1].casefold() in _SETTLEMENTS:
        return Located(*one.span(2), HEADED_PLACE)
    return Located(*one.span(), "word of a place", f"{name} {one[1].capitalize()}")
