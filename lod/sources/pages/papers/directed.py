"""Lines that say to whom a paper goes in groups, or through which post."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.entryname import is_plain, person_in
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.textwords import RANKS

# `To Cdes. A, B; to Cdes. C, D (points 2 and 3); to Cde. E`
_GROUP = re.compile(r"(?:^|[;.,]\s*(?:and\s+)?)(?:[Tt]o|TO)\s+(?:the\s+)?(?=[A-Z])")
# Which part of a decision each of them gets: `(point 2)`, `- points 1 and 3 only`.
_REMARK = re.compile(
    r"\s*\([^()]*\)"
    r"|,?\s+[-\u2013\u2014:]?\s*(?:(?:only|also) )?"
    r"(?:points?|items?|paragraphs?|paras?\.?|parts?|sections?|pp?\.) \d[^,;]*"
)
_PARTING = re.compile(r",\s*(?:and\s+)?|\s+and\s+|;\s*")
_LONGEST = 400
# `LEOPOLDVILLE - TO SOVIET AMBASSADOR YAKOVLEV`, `Accra, to Chargé d'Affaires Orlov`
_POSTED = re.compile(
    r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}(?:\s?[\u2013\u2014:-]\s?|, )(?:TO|[Tt]o) (?:THE |the )?"
    r"(?:(?:SOVIET|Soviet|SOV|Sov) ?)?(?:AMBASSADOR|Ambassador|ambassador"
    r"|CHARG[EÉ](?: D['\u2019]AFFAIRES)?"
    r"|[Cc]harg[eé](?: d['\u2019][Aa]ffaires)?|CONSUL(?: GENERAL)?|[Cc]onsul(?:[ -][Gg]eneral)?"
    r"|RESIDENT|[Rr]esident|ENVOY|[Ee]nvoy|MINISTER|[Mm]inister)"
    r" ((?:[A-Z]\.\s?){0,2}[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)?)[:.,]?"
)
# `MOSCOW, to Molotov and Gromyko`
_WHO = r"((?:[A-Z]\. ?){0,2}[A-Z][\w'\u2019-]+)"
_AT_TOWN = re.compile(
    r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?:, | [\u2013\u2014-] |: )(?:TO|[Tt]o|FOR|[Ff]or) "
    r"(?:(?i:comrade|cde|com|mr|general|gen|marshal)\.? )?"
    rf"{_WHO}(?:(?:,| and) {_WHO})?[:.,]?"
)


# `NOTE POUR M. COUVE DE MURVILLE, MINISTRE`, `Vermerk für Genossen Orlov`
_NOTED = re.compile(
    r"(?i:note|fiche|rapport|information|vermerk|notatka|notiz|appunto|nota|memorandum|memo|minute)"
    r"\s(?i:pour|à l['\u2019]attention de|für|dla|per|para|for|to)\s"
    r"(?:(?i:the|le|la|den|il|el)\s)?(\S.{3,90}?)[.:]?"
)
# `Pour le Ministre et pour M. de Beaumarchais`, `For the Minister and for Mr. Hora`
_FOR_EACH = re.compile(
    r"(?P<word>Pour|Für|For|Para|Per|Dla) (?P<one>[^.:;\n]{3,60}?|M\. [^.:;\n]{3,40}?)"
    r"(?: (?:et|und|and|y|e|i) (?:pour|für|for|para|per|dla) (?P<two>.{3,60}?))?[.:]?"
)
_CALLED = RANKS | {"m", "mme", "herr", "herrn", "sr", "señor", "signor"}
_SHORT, _FEW = 100, 5
_TOWARDS = ("o ", "TO ", "or ", "OR ")
_KINDS = frozenset("NnFfRrIiVvAaMm")
_FORS = frozenset(("Po", "Fü", "Fo", "Pa", "Pe", "Dl"))


def directed(line: Line, kind: Callable[[str], str]) -> Iterator[Told]:
    """Find whom a line names to whom a paper goes: groups of comrades, the envoy at a post.

    kind: what tells what words are known as.

    >>> text = "To Cdes. Orlov, Petrov; to Cde. Ivanov (point 2)"
    >>> [text[one.start : one.end] for one in directed(Line(0, len(text), text), lambda _: "")]
    ['Orlov', 'Petrov', 'Ivanov']
    """
    text = line.text
    if posted := _POSTED.fullmatch(text) if "o " in text[:60] or "TO " in text[:60] else None:
        yield Told("recipient", line.start + posted.start(1), line.start + posted.end(1), "post")
    elif town := _AT_TOWN.fullmatch(text) if any(map(text[:40].__contains__, _TOWARDS)) else None:
        named = kind(town[2].title()) != "place" and is_plain(town[2].title())
        if kind(town[1].title()) == "place" and named:
            for group in (2, 3) if town[3] else (2,):
                yield Told("recipient", line.start + town.start(group),
                           line.start + town.end(group), "post")  # fmt: skip
    elif (noted := _NOTED.fullmatch(text) if text[:1] in _KINDS else None) and (
        name := person_in(noted[1])
    ):
        start = line.start + noted.start(1)
        before = noted[1][: name[0]].split()
        titled = before != [] and all(one.strip(".,").casefold() in RANKS for one in before)
        if titled or is_plain(noted[1][slice(*name)]):
            yield Told("recipient", start + name[0], start + name[1], "kind of paper, and for whom")
    else:
        yield from _each(line)


def _each(line: Line) -> Iterator[Told]:
    """Find those whom a line names one after the other: `To Cdes. X, Y; to Cde. Z`, `For Mr. X`."""
    text = line.text
    if text[:2] in _FORS and len(text) <= _SHORT:
        yield from _for_each(line)
    elif len(text) <= _LONGEST and text[:3] in ("To ", "TO ") and (";" in text or "(" in text):
        yield from _groups(line)


def _for_each(line: Line) -> Iterator[Told]:
    """Find those for whom a line says that a paper is, one after the other, with their ranks."""
    each = _FOR_EACH.fullmatch(line.text)
    for group in ("one", "two") if each else ():
        words = (each[group] or "").split() if each else []
        ranked = bool(words) and words[0].strip(".").casefold() in _CALLED
        if each and ranked and len(words) <= _FEW and (name := person_in(each[group])):
            start = line.start + each.start(group)
            yield Told("recipient", start + name[0], start + name[1], "line for")


def _groups(line: Line) -> Iterator[Told]:
    """Read groups each of which begins with ranks: `to Cdes. X, Y (point 2)`."""
    text = _REMARK.sub(lambda one: " " * len(one[0]), line.text)
    starts = [one.end() for one in _GROUP.finditer(text)]
    spans = list(itertools.pairwise([*starts, len(text)]))
    if any(text[lo:hi].split()[0].strip(".").casefold() not in RANKS for lo, hi in spans):
        return
    for lo, hi in spans:
        at = lo
        for stop in (*(one.start() for one in _PARTING.finditer(text, lo, hi)), hi):
            parting = _PARTING.match(text, at, stop)
            begin = parting.end() if parting else at
            if name := person_in(text[begin:stop]):
                start = line.start + begin
                yield Told("recipient", start + name[0], start + name[1], "line recipient")
            at = stop
