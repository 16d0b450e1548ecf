"""Papers that a text names without a number: by their day, by whose they are, by their own name."""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import groupby
from typing import NamedTuple

from lod.sources.pages.citations.citedparts import MONTH
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.saidwords import has_digit, words_in
from lod.sources.pages.words.textwords import DEMONYMS, OFFICES

# A full stop stands behind an initial or a rank alone, else a sentence ends there.
_NAME = r"(?:[A-Z](?:[\w()-]*[\w)])?|(?:[A-Z]\.)+|[Cc]de\.|Mr\.|Dr\.|Gen\.)"
# What somebody says or sends; of one speaker what is spoken is the same, however it is called.
_SPOKEN = "speech|statement|declaration|address|remarks"
_SENT = (
    "letter|telegram|cable|report|note|memorandum|message|proposal|appeal|directive|ultimatum"
    "|dispatch|circular|communiqu[eé]|aide-m[eé]moire"
)
_DECIDED = "decision|decree|resolution|agreement|accord|ruling"
# `the 26 August proposal`, `the 12 August American proposal`, `the August 26 note`.
_OF_DAY = re.compile(
    rf"\b(\d{{1,2}} {MONTH}(?<!\.)|{MONTH}(?<!\.) \d{{1,2}})(?: (\d{{4}}))? "
    r"(?:(?!The |This |That |Our |My )[A-Z][\w-]+ ){0,2}"
    rf"(?:{_SPOKEN}|{_SENT}|{_DECIDED}|instruction|protest)s?\b"
)
# `Marshall's speech`, `the Soviet government's note`.
_OWNED = re.compile(
    rf"({_NAME}(?: {_NAME}){{0,3}}(?: government)?)['\u2019]s? ({_SPOKEN}|{_SENT})s?\b"
)
# `the June CPSU CC Plenum decision`, `the Moscow agreement`, `the Soviet government statement`.
_TITLED = re.compile(
    rf"((?:(?:{_NAME}|\d+(?:st|nd|rd|th)) ){{1,6}}(?:government |delegation |plenum )?)"
    rf"({_DECIDED}|{_SPOKEN}|{_SENT})s?\b"
)
# `the decisions of the 20th Congress`, `an appeal by the government of the DPRK`.
_BODY = (
    r"(?:[Pp]lenum|Congress|Politburo|Presidium|Council of Ministers|Security Council"
    r"|General Assembly|[Gg]overnment|Central Committee|[Cc]ommand)"
)
_OF_BODY = re.compile(
    rf"(?:{_DECIDED}|{_SPOKEN}|{_SENT})s? (?:of|by|from) (?:the )?"
    rf"(?:(?:(?:{_NAME}|\d+(?:st|nd|rd|th)) ){{1,6}}?{_BODY}\b"
    rf"|government of (?:the )?{_NAME}(?: [A-Z][a-z]+)?)"
)
# The Korean Armistice Agreement, the North Atlantic Treaty; no pact that is an alliance.
_TREATY = re.compile(
    r"(?=[A-Z])\b((?:[A-Z][\w\u2019'-]+ ){1,4})"
    r"(?:Agreement|Treaty|Convention|Accord|Charter|Declaration)s?\b"
    r"(?! (?:Organi[sz]ation|Party|People|Series|No))"
)
_TREATIES = ("Agreement", "Treaty", "Convention", "Accord", "Agreements", "Treaties", "Accords")
_HEADS = frozenset(
    ("agreement", "treaty", "convention", "accord", "charter", "declaration", "agreements",
     "treatys", "conventions", "accords", "charters", "declarations")
)  # fmt: skip
# `publish a communiqué about the course of the negotiations`: not yet written, or just out.
_ISSUED = re.compile(
    r"\b(?:publish|issue|release|circulate)(?:s|d|es|ed|ing)? an? (?:joint |special |official )?"
    r"((?:communiqu[eé]|declaration|appeal|protest|bulletin|statement|white paper)"
    r"(?: (?:about|on|regarding|concerning|of) [^.,;:()\n]{3,60}?(?= with |[.,;:()\n]))?)"
)
_ISSUING = frozenset(
    verb + ending
    for verb in ("publish", "issue", "release", "circulate")
    for ending in ("", "s", "d", "es", "ed", "ing")
)
# `the lead article published yesterday`, `reports in French and American newspapers in Paris`.
# With the words of which each has one.
_PRESS = (
    (
        re.compile(
            r"\b((?:(?:lead|leading|editorial|front-page|unsigned) )?(?:article|editorial)"
            r" (?:(?:published|printed|which appeared|that appeared) [^.,;:()\n]{0,40}?"
            r"(?=\s(?:was|were|is|has|had|about|on|with|and)\b|[.,;:()\n])"
            r"|in (?:the )?(?:newspaper )?[\"\u201c][^\"\u201d\n]{3,40}[\"\u201d]))"
        ),
        frozenset(("article", "editorial")),
    ),
    (
        re.compile(
            r"\b((?:reports|articles)(?: (?:have been|were|are being|are|has been))?"
            r"(?: published| printed| appearing| carried)?(?: lately| recently| today)?"
            r" in (?:the )?[^.,;:()\n]{0,40}?(?:newspapers|press)\b(?: in [A-Z]\w+)?)"
        ),
        frozenset(("reports", "articles")),
    ),
)
_NO_OWNERS = OFFICES | frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday the this that these those our your
    their his her its my a an no today yesterday tomorrow year draft in on at from by""".split()
)
# What a people alone says is no one paper: the Soviet proposals; what its state sends is.
_OF_STATES = frozenset(("note", "memorandum", "ultimatum", "aide-memoire", "aide-mémoire"))
_BEHIND_THE = ("the ", "The ", "this ", "This ")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_OWNS = ("' ", "'s ", "\u2019 ", "\u2019s ")
_COUNCILS = ("government", "delegation", "plenum")
# How whose a paper is begins.
_OF = re.compile(r" (?:of|by|from) (?:the )?[A-Z\dCcg]")
# The words for papers, one and several, by the first letters of them that stand together.
_PAPERS = {
    first: tuple(words)
    for first, words in groupby(
        (
            word + ending
            for one in sorted(f"{_SPOKEN}|{_SENT}|{_DECIDED}|instruction|protest".split("|"))
            for ending in ("", "s")
            for word in sorted({one.replace("[eé]", letter) for letter in "e\u00e9"})
        ),
        key=lambda word: re.split(r"\W", word)[0],
    )
}
# A day behind it belongs to it; what has a number is told by that.
_DAY_BEHIND = re.compile(
    rf" (?:of|dated|from) (\d{{1,2}} {MONTH}(?: \d{{4}})?|{MONTH} \d{{1,2}}, \d{{4}})\b"
)
_NUMBER_BEHIND = re.compile(r",? (?:No\.?|Nr\.?|N|\u2116) ?\d")
_VERBS = ("reports", "notes", "addresses")
_SPEECH = re.compile(rf"(.{{2,60}}?)['\u2019]s? (?:{_SPOKEN})s?")
_SMALL = frozenset("of by from the a an to".split())
_OWN = re.compile(r"['\u2019]s?\b")
_BACK = 90


class Paper(NamedTuple):
    """A paper that a text names: where, the words of its day, and what it is if they do not say."""

    start: int
    end: int
    day: str = ""
    kind: str = ""


def named_papers(text: str, start: int, end: int) -> Iterator[Paper]:
    """Find papers that are told by a day, by whose they are or by their own name.

    A day without its year stays so. Text is that of a page, start and end those of its prose.
    """
    reached = start
    said = words_in(text)
    for begin, stop in sorted(_words(text, start, end, said)):
        if begin < reached:
            continue
        low = max(reached, begin - _BACK)
        low = max(low, text.rfind("\n", low, begin) + 1)
        found = _before(text, low, (begin, stop)) or _behind(text, (begin, stop), end)
        if found is None or _NUMBER_BEHIND.match(text, found.end, end):
            continue
        day = _DAY_BEHIND.match(text, found.end, end)
        yield found._replace(end=day.end(), day=day[1]) if day else found
        reached = found.end
    if any(word.title() in text for word in _HEADS & said):
        yield from _treaties(text, start, end)
    yield from _published(text, start, end, said)


def _words(text: str, start: int, end: int, said: Set[str]) -> Iterator[tuple[int, int]]:
    """Find the words for papers, whole, of those that are said; in no order."""
    for first in _PAPERS.keys() & said:
        for word in _PAPERS[first]:
            at = text.find(word, start, end)
            while at >= 0:
                stop = at + len(word)
                ahead, behind = text[at - 1 : at], text[stop : stop + 1] if stop < end else ""
                if not (ahead.isalnum() or behind.isalnum() or "_" in (ahead, behind)):
                    yield at, stop
                at = text.find(word, stop, end)


def _published(text: str, start: int, end: int, said: Set[str]) -> Iterator[Paper]:
    """Find what newspapers printed, and what is or shall be made public."""
    for pattern, words in _PRESS:
        for one in pattern.finditer(text, start, end) if not words.isdisjoint(said) else ():
            yield Paper(*one.span(1), kind="article")
    for one in _ISSUED.finditer(text, start, end) if not _ISSUING.isdisjoint(said) else ():
        yield Paper(*one.span(1))


def is_same(label: str, known: str) -> bool:
    """Tell whether two labels are of one paper: one has the words of the other, or one spoke.

    >>> is_same("the Soviet government's statement", "statement of the Soviet government")
    True
    >>> is_same("Orlov's speech", "Orlov's statement"), is_same("Orlov's letter", "Orlov's note")
    (True, False)
    """
    one, other = _bag(label), _bag(known)
    if one <= other or (other <= one and len(other) > 2):
        return True
    spoken = [_SPEECH.fullmatch(words) for words in (label, known)]
    return bool(spoken[0] and spoken[1] and spoken[0][1] == spoken[1][1])


def _bag(label: str) -> set[str]:
    words = _OWN.sub("", label.casefold()).split()
    return {one if len(one) < 5 else one.removesuffix("s") for one in words} - _SMALL


def _before(text: str, low: int, paper: tuple[int, int]) -> Paper | None:
    """Read what stands before the word for a paper: its day, its owner, its body."""
    begin, stop = paper
    ahead = text[low:stop]
    for pattern in _asked(text, low, begin):
        found = next((one for one in pattern.finditer(ahead) if one.end() == len(ahead)), None)
        if found is None:
            continue
        whole = Paper(low + found.start(), stop)
        if pattern is _OF_DAY:
            return whole._replace(day=f"{found[1]} {found[2] or ''}".rstrip())
        if pattern is _OWNED and _is_owner(found[1]):
            return whole
        behind_the = text.endswith(_BEHIND_THE, 0, whole.start)
        if pattern is _TITLED and behind_the and _is_title(found[1], text[begin:stop]):
            return whole
    return None


def _asked(text: str, low: int, begin: int) -> Iterator[re.Pattern[str]]:
    """Give the patterns that may match: behind most articles none does."""
    ahead = text[low:begin]
    if ahead[-1:] != " ":
        return
    last = ahead[:-1].rpartition(" ")[2]
    plain = last.isalpha() and last.islower()
    if (not plain or last[:3] in _MONTHS) and has_digit(text, low, begin):
        yield _OF_DAY
    if ahead.endswith(_OWNS):
        yield _OWNED
    if not plain or last in _COUNCILS:
        yield _TITLED


def _behind(text: str, paper: tuple[int, int], end: int) -> Paper | None:
    """Read what stands behind it: the body whose it is."""
    begin, stop = paper
    found = _OF_BODY.match(text, begin, end) if _OF.match(text, stop) else None
    return Paper(*found.span()) if found else None


def _treaties(text: str, start: int, end: int) -> Iterator[Paper]:
    """Find treaties by their names, without the words before these that begin a sentence."""
    for one in _TREATY.finditer(text, start, end):
        at, words = one.start(), one[1].split()
        while words and words[0].casefold() in _NO_OWNERS:
            at = text.index(words[1] if words[1:] else one[0][len(one[1]) :], at + len(words[0]))
            words = words[1:]
        named = len(words) > 1 or (bool(words) and not is_english(words[0].casefold()))
        if named and words[0] != "Warsaw":
            treaty = "treaty" if one[0].endswith(_TREATIES) else ""
            yield Paper(at, one.end(), kind=treaty)


def _is_owner(words: str) -> bool:
    """Tell whether words name somebody: no day of the week, office or word of the language."""
    first, last = (one.casefold() for one in (words.split()[0], words.split()[-1]))
    if last == "government":
        return True
    return not {first, last} & _NO_OWNERS and not is_english(last)


def _is_title(words: str, paper: str) -> bool:
    """Tell whether capitalised words before one say whose it is, or where it was made."""
    parts = [one.casefold() for one in words.split()]
    if paper in _VERBS:
        return False
    if parts[-1] in _COUNCILS:
        return len(parts) > 1
    if all(one in DEMONYMS for one in parts):
        return paper in _OF_STATES
    return not any(one in OFFICES or one in ("first", "second", "third") for one in parts)
