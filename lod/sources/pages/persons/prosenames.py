"""Persons in running text of other languages, by the verb, rank or preposition beside a name.

In these languages a capital within a sentence is that of a name; what it names is told by what
stands beside it. German, whose nouns all have capitals, is left out.
"""

# ruff: noqa: RUF001, SIM905  (letters and endings of Russian are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from lod import vocabulary
from lod.lazily import regex
from lod.normalize.kinds import kind_of
from lod.sources.pages.persons.chinesenames import is_of_china
from lod.sources.pages.persons.entryname import OF_RANKS
from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.persons.prosefamilies import ALL_NOUNS, Families

_UP = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁĻŃŅŇŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚА-ЯЁ"
_CAP = rf"[{_UP}](?:[\w\u2019'-]*[\w])"
_PARTICLE = (
    r"(?:de|da|do|dos|das|du|di|del|della|von|van|der|den|el|al|bin|ben|Броз|Бен|фон|де|ван|аль)"
)
# A name of one to three words, with what parts it from the words around.
_NAMES = regex(
    rf"(?<![\w.@/-])((?:[{_UP}]\. ?){{0,3}}(?:{_PARTICLE} )?{_CAP}"
    rf"(?: (?:{_PARTICLE} )?{_CAP}){{0,3}})(?![\w-])"
)
_BEHIND = re.compile(
    r"(?:,\s[^,.;:\n]{2,40},)?\s+((?:[^\W\d_]+['\u2019]|[^\W\d_]+)(?:\s+[^\W\d_]+['\u2019]?){0,3})"
)
_WORDS = re.compile(r"[^\W\d_]+['\u2019]?")
_AHEAD = re.compile(r"([^\W\d_]+)(['\u2019]| |\. ?)$")
_OPENS = re.compile(r"(?:^|[.!?:;\u2026\n]|[\u00ab\u201e\u201c\"(\[]|\d\.|[\u2013\u2014-])\s*$")
_LISTED = re.compile(r"(?:,| (?:e|y|i|et|a|и|и с|o|ou|oraz)) $")
# Verbs by their endings, where these are plain.
_VERBS = {
    "Russian": re.compile(r"\w{2,}(?:[еёиуюая]т|[еи]тся|[аияеёуыо]л|[аияе]лся)"),
    "Polish": re.compile(r"\w{2,}(?:[aiye]ł|ął)"),
    "Czech": re.compile(r"\w{3,}(?:al|il|el|ul)"),
    "Spanish": re.compile(r"\w{2,}ó"),
    "Italian": re.compile(r"\w{2,}(?:[aei]rà|[^\W\d_]ò)"),
    "Portuguese": re.compile(r"\w{3,}(?:ou|eu|iu)"),
}
# Compounds of Soviet and other offices: Внешторг, Межрабпом.
_OFFICE = re.compile(
    r".+(?:торг|пром|банк|строй|бюро|союз|пом|ком|рост|издат|снаб|фонд|центр|ство)"
)
# Russian: whom one met, through whom, by whose word; endings of men's names.
_WITH = re.compile(r".+(?:ом|ем|ым|им)")
_WHO = re.compile(r",\s(?:il quale|la quale|quien|che (?:ho|ha|avevo|abbiamo|era) )")
_JOINS = frozenset(("e", "y", "et", "i", "a", "и", "а", "ma", "pero", "mais", "ale", "но", "che",
                    "que", "qu", "że", "že", "что", "és", "și", "iar", "dar", "maar", "ali", "але",
                    "та", "й"))  # fmt: skip
# `General de ` before Brigada, Ejército.
_OF_RANK = re.compile(r"([^\W\d_]{5,}) (?:de |di |d['\u2019]|of )$")
_DAYS = frozenset(
    ("ieri", "oggi", "hier", "ayer", "hoy", "вчера", "сегодня", "wczoraj", "včera", "вчора",
     "сьогодні", "juče", "jučer", "danas", "gisteren", "tegnap")
)  # fmt: skip
_SMALL = re.compile(r"(?<![\w-])[^\W\d_A-ZА-ЯЁ][^\W_]+")
# A capital within a sentence: behind a small word or a comma.
_INNER = regex(rf"(?:[^\W\d_A-ZА-ЯЁ]|,) ({_CAP})")
# An article or such that has lost its vowel: `L'Humanité`, `J'ai`; not `D'Annunzio`.
_ELIDED = re.compile(r"(?:[cjlmnst]|qu|dell|nell|sull|dall)['\u2019]")
_KNOWN, _ACTS = "known family name", ("acts", "who")
# What is called after persons and places: l'université Tsing-hua, fabryka Norblina.
_EPONYMS = frozenset(
    """université lycée école collège institut usine hôpital rue avenue boulevard gare aéroport
    théâtre cinéma stade musée universidad universidade università instituto istituto escuela escola
    scuola liceo fábrica fabbrica hospital calle plaza piazza estadio teatro uniwersytet szkoła
    liceum fabryka szpital ulica teatr univerzita škola gymnázium továrna závod ulice nemocnice
    университет институт завод фабрика школа улица больница театр""".split()
)
_FEWEST, _LOOK, _SHORTENED = 3, 40, 5


class _Tongue(NamedTuple):
    """The words of one language beside names."""

    does: frozenset[str]
    says: frozenset[str]
    sees: frozenset[str]
    by: frozenset[str]
    ranks: frozenset[str]
    where: frozenset[str]
    small: frozenset[str]
    between: frozenset[str]
    never: frozenset[str]
    done: frozenset[str]

    def is_known(self, word: str) -> bool:
        """Tell whether a word only stands beside names."""
        return any(word in one for one in (self.small, self.where, self.by, self.ranks))


# Russian words of the genitive, behind which a man's surname has an ending of its own.
GENITIVE = frozenset(
    f"Russian: {what}" for what in ("behind через", *(f"rank {one}" for one in
    ("посла", "министра", "президента", "генерала", "маршала", "премьера", "товарища")))
)  # fmt: skip


def foreign_persons(
    text: str, span: tuple[int, int], tongue: str, known: Sequence[tuple[int, int]] = ()
) -> Iterator[Seen]:
    """Find the persons that a stretch of a text in a language names.

    known: where names stand that a gazetteer knows.

    >>> text = "Ho veduto ieri Dekanozov, il quale resta. Molotov parte con Gusev e Novikov."
    >>> [text[one.start:one.end]
    ...  for one in foreign_persons(text, (0, len(text)), "Italian")]
    ['Dekanozov', 'Molotov', 'Gusev', 'Novikov']
    """
    words = _tongues().get(tongue)
    if words is None:
        return
    part = text[slice(*span)]
    small = frozenset(_SMALL.findall(part))
    inner = {one[1] for one in _INNER.finditer(part)}
    families = Families(text, tongue, words.where, words.never)
    last = (-1, "")
    for found in _NAMES.finditer(text, *span):
        start, end = _without_small(text, found, words)
        start = next((hi + 1 for lo, hi in known if lo <= start < hi < end - _FEWEST), start)
        name = text[start:end]
        if not _may_be(name, words) or any(lo < end and start < hi for lo, hi in known):
            continue
        first = _OPENS.search(text, max(start - _LOOK, span[0]), start) is not None
        rule = ""
        if tongue not in ALL_NOUNS:
            sure = not first or name in inner or "-" in name
            rule = _told(text, (span[0], start, end), tongue, words, sure=sure)
            rule = "" if rule.startswith(_ACTS) and name.casefold() in small else rule
            listed = _LISTED.fullmatch(text, last[0], start) if last[0] >= 0 and not rule else None
            rule = "list" if listed and last[1] and not first else rule
        if not rule and " " in name and is_of_china(name.split(" ")):
            rule = "name of China"
        if not rule:
            kin = families.start((start, end), first=first)
            start, rule = (kin, _KNOWN) if kin >= 0 else (start, "")
        if rule:
            yield Seen(start, end, f"{tongue}: {rule}")
        last = (end, rule)


def _told(
    text: str, place: tuple[int, int, int], tongue: str, words: _Tongue, *, sure: bool
) -> str:
    """Say what before or behind a name shows that it is a person's, "" when nothing does."""
    rule = _ahead(text, place, tongue, words)
    return _behind(text, place[-1], tongue if sure else "", words) if rule is None else rule


def _may_be(name: str, words: _Tongue) -> bool:
    """Tell whether words can be a person's name: no acronym, number, body or office."""
    if len(name) < _FEWEST or name.isupper() or any(map(str.isdigit, name)):
        return False
    first = name.partition(" ")[0].casefold()
    if first in words.never or _ELIDED.match(first):
        return False
    return _OFFICE.fullmatch(name) is None and kind_of(name) != "group"


def _without_small(text: str, found: re.Match[str], words: _Tongue) -> tuple[int, int]:
    """Leave out the article or such with which a sentence begins: `El Negus`, `En Radom`."""
    start, end = found.span(1)
    first, _, rest = found[1].partition(" ")
    while rest and words.is_known(first.casefold().rstrip("'\u2019")):
        start += len(first) + 1
        first, _, rest = rest.partition(" ")
    return (start, start) if words.is_known(text[start:end].casefold()) else (start, end)


def _ahead(text: str, place: tuple[int, int, int], tongue: str, words: _Tongue) -> str | None:
    """Say what stands before a name: "" for what no person's name stands behind, None for else."""
    begin, start, end = place
    ahead = _AHEAD.search(text, max(start - _LOOK, begin), start)
    if ahead is None:
        return None
    word = ahead[1].casefold()
    if word in OF_RANKS and (rank := _OF_RANK.search(text, begin, ahead.start())):
        word = rank[1].casefold()
    if "." in ahead[2] and len(word) > _SHORTENED:
        return None  # a sentence ends with it
    if (word in words.ranks and (len(word) > 1 or "." in ahead[2])) or word in words.by:
        return f"rank {word}" if word in words.ranks else f"behind {word}"
    if tongue == "Russian" and word in ("с", "со") and _WITH.fullmatch(text, start, end):
        return "behind с"
    barred = word in words.where or word in words.small or word in _EPONYMS
    if word not in _DAYS and (barred or ahead[2] in "'\u2019"):
        # What begins a sentence may well be joined to it: `E Togliatti disse`.
        article = tongue == "Italian" and word == "i"
        return None if word in _JOINS and not article else ""
    if word in words.sees or (word in _DAYS and _seen(text, ahead, words)):
        return "whom one saw"
    return "says" if word in words.says and ahead[1][0].islower() else None


def _seen(text: str, ahead: re.Match[str], words: _Tongue) -> bool:
    before = _AHEAD.search(text, max(ahead.start() - _LOOK, 0), ahead.start())
    return before is not None and before[1].casefold() in words.sees


def _behind(text: str, end: int, tongue: str, words: _Tongue) -> str:
    """Say that a verb or a relative clause stands behind a name, "" where none does.

    tongue: "" where the mere ending of a verb is not enough.
    """
    if _WHO.match(text, end):
        return "who"
    found = _BEHIND.match(text, end)
    some = [one.casefold() for one in _WORDS.findall(found[1])] if found else []
    ending = _VERBS.get(tongue)
    for at, word in enumerate(some[:3]):
        if (
            word in words.does
            or (at and word in words.done)
            or word in words.says
            or (ending and ending.fullmatch(word))
        ):
            return "acts"
        if word.rstrip("'\u2019") not in words.between and word not in words.between:
            return ""
    return ""


@cache
def _tongues() -> dict[str, _Tongue]:
    known: dict[str, dict[str, frozenset[str]]] = {}
    for row in vocabulary.lines("prose-names.tsv"):
        tongue, kind, words = row.split("\t")
        known.setdefault(tongue, {})[kind] = frozenset(words.split())
    empty = frozenset[str]()
    kinds = ("does", "says", "sees", "by", "for", "where", "small", "between", "never", "done")
    return {
        tongue: _Tongue(*(found.get(kind, empty) for kind in kinds))
        for tongue, found in known.items()
    }
