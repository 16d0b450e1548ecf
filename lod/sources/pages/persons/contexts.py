"""Names of no English word that are persons' by the words around them: likes, offices, shares.

`such people as X`, `the new chairman is X`, `X, head of the mission`, `X, 43`, `X (interpreter)`.
"""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set

from lod.normalize.bodies import is_known_body
from lod.sources.pages.persons.nameforms import is_arabic
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.saidwords import words_in
from lod.sources.pages.words.textwords import (
    DEMONYMS,
    OCCUPATIONS,
    OFFICES,
    RANKS,
)
from lod.sources.pages.words.tokens import Token

_PHRASES = frozenset(
    tuple(words.split())
    for words in """people like|men like|women like|persons like|someone like|somebody like
|people as|men as|women as|persons as|leaders as|leaders like|is for|was for|up to
|presence of|absence of|opinion of|portrait of|portraits of|trial of|murder of|assassination of
|funeral of|nomination of|appointment of|candidacy of|election of|execution of|ouster of|think of
|thought of|thinks of|thinking of|followers of|follower of|pupil of|disciple of|bust of
|handwriting of|statue of|person of|rehabilitation of|imprisonment of|replacement of|grave of
|fond of|jealous of|proud of|likes of|henchmen of|biography of|memoirs of|birthday of|execution of
|handed to|shown to|read to|introduced to|entrusted to|married to|loyal to|devoted to|grateful to
|attributed to|ascribed to|dictated to|subordinate to|greetings to
|regards to|love to|compliments to|congratulations to|condolences to|respects to|wishes to
|clique of|faction of|gang of|clan of|group of|coterie of|entourage of
|put to|left to|explained to|promised to|complained to|reported to|listened to|offered to|turned to
|passages about|passage about|remarks about|gossip about|jokes about|dossier on|proceedings against
|accusations against|charges against|evidence against|case against|party of|regime of|cult of
|circle of|letters to|presented to|owe to|owed to|owes to
|remembered to""".replace("\n", "").split("|")
)
_SHARED = frozenset(
    """name voice signature hand face picture portrait wife family fate opinion view policy attitude
    example life words speech letter behaviour behavior position""".split()
)
_GROUPS = frozenset("clique faction gang clan group followers supporters opinion views".split())
_DETERMINED = frozenset("in of to from with by at for on and or like as is was about".split())
_IS = frozenset("is was are were be remains became".split())
_HELD = (
    OFFICES
    | RANKS
    | OCCUPATIONS
    | frozenset(
        "successor candidate candidates speaker author culprit traitor winner rival".split()
    )
)
_APPOSED = (
    OFFICES
    | RANKS
    | OCCUPATIONS
    | frozenset(
        """head chief leader member chairman editor president deputy former then acting founder
    commander born aged nicknamed alias commissar candidate""".split()
    )
)
_BEHIND_COMMA = _APPOSED - frozenset("first second third west east north south".split())
_TITLES = OFFICES | RANKS
_TRADES = (OCCUPATIONS - OFFICES - RANKS) | {"scholar", "elder", "younger", "poet", "painter"}
# Since when one holds an office: `X, until now Ambassador in Bonn`, `X, formerly head of ...`.
_SINCE = frozenset(
    """until now formerly hitherto at present currently then once recently previously later that
    time still today earlier long""".split()
)
# What somebody has of whom one says whose it is.
_HIS = frozenset(
    """estate estates father mother wife husband son sons daughter brother sister family house name
    opinion views speech letter signature health career words arrival departure death visit deputy
    secretary predecessor successor term party faction supporters followers ministry men troops
    attitude position role influence appointment resignation house car hand face""".split()
)
# Who several are: the lawful leaders, men of honour.
_PEOPLE = frozenset(
    """leaders men people members ministers friends comrades enemies traitors candidates persons
    brothers communists officers deputies colleagues generals supporters opponents authors doctors
    lawyers socialists nationalists revisionists fighters advisers advisors officials diplomats
    ambassadors delegates experts conspirators""".split()
)
# Behind which other people are spoken of: towns whose leaders, full of men.
_OTHERS = frozenset("whose where of with from in for by".split())
_PRONOUNS = frozenset(
    """i we you he she it they what why how yes no that this there if when do does let who nobody
    nothing""".split()
)
_DOING = frozenset(
    """pressing trying asking waiting talking going planning preparing hoping urging demanding
    claiming working thinking insisting arguing speaking writing seeking looking acting telling
    opposing supporting quarrelling negotiating leading making saying wanting doing""".split()
)
_TALKS = frozenset(
    """talks talk meeting meetings conversation conversations correspondence letters negotiations
    exchange clique duo leadership group faction""".split()
)
_STATES = frozenset("sino russo franco anglo italo indo afro euro".split())
_WHOSE = frozenset("of from in at to on near for by with the into over".split())
_PARTS = (["for", "his", "part"], ["for", "her", "part"], ["on", "his", "part"])
_AGE = re.compile(r", (?:aged )?[1-9]\d(?:,| years)")
# What one does as somebody did: as Kadlec put it.
_PUTS = frozenset(
    "put puts said says saw sees told thought explained observed remarked once".split()
)
_SAID = frozenset("said replied asked answered added remarked retorted exclaimed".split())
_ASKS = frozenset("would will could can did does should may shall must".split())
_SELF = frozenset("himself herself personally".split())
_ASIDES = frozenset(
    "too himself herself personally however meanwhile naturally incidentally".split()
)
_VOTES = frozenset("against favour favor abstained abstaining absent excused opposed".split())
_BORN = re.compile(r" \((?:born|b\.|d\.|died|\d{4}\s?[-\u2013]\s?\d{4}\))")
_ASIDE = "himself"
_CLOSING = ('"', "\u201d", "'", "\u2019", "\u00bb")
_DASHES = (" - ", " \u2013 ", "\u2014", " \u2014 ")
_LOOK_BACK, _TWO, _ADVERBS = 8, 2, 4
_OFFICE_AT = frozenset("of for in at to".split())
_POSSESSORS = frozenset("the my our his their her".split())
# What editors say of a name by hand: `[crossed out: Orlov]`.
_BY_HAND = re.compile(
    r"\[(?:[\w ,]{0,30}\b)?(?:crossed out|struck out|deleted|scratched out|signed|signature"
    r"|initiall?ed|added|inserted|in the hand of|handwriting of|addressed to):? $"
)


def says_that(words: Sequence[Token], at: int) -> bool:
    """Tell whether the word before one is the `that` behind a verb: said that Kadlec; not: in that.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> says_that(tokens("He said that Kadlec"), 3), says_that(tokens("of that Kadlec"), 2)
    (True, False)
    """
    said = at > 1 and words[at].near and words[at - 1].low == "that" and words[at - 1].near
    return said and words[at - 2].low not in _DETERMINED and not words[at - 1].is_name


def told_by_context(text: str, words: Sequence[Token], lo: int, hi: int, begin: int) -> str:
    """Say by the words around a name of no English word that it is a person's, "" for nothing.

    lo, hi: the words of the name. begin: where the capitalised words before it begin.
    """
    if lo > begin and words[lo - 1].first and lo == begin + 1:
        begin = lo  # Both Kadlec and ...
    near = begin > 0 and words[begin].near and not words[hi - 1].own
    ahead = [one.low for one in words[max(begin - 2, 0) : begin]]
    told = _behind(words, ahead, hi, begin) if near else _held(text, words, lo, hi)
    told = told or ("Arabic name" if is_arabic([one.text for one in words[lo:hi]]) else "")
    return told or _quoted(text, words, lo) or _before(text, words, lo, hi)


def _quoted(text: str, words: Sequence[Token], lo: int) -> str:
    """Say that a name stands behind a quotation and its verb, or behind the word for a vote."""
    if lo == 0:
        return ""
    ahead, gap = words[lo - 1], text[words[lo - 1].end : words[lo].start]
    if gap == ": " and ahead.low in _VOTES:
        return "how one votes"
    said = gap == " " and ahead.low in _SAID and lo > 1
    before = text[max(ahead.start - 2, 0) : ahead.start].strip() if said else ""
    return "said by somebody" if before in _CLOSING else ""


def _held(text: str, words: Sequence[Token], lo: int, hi: int) -> str:
    """Say that an office stands before the comma before a name: Minister of Mines, Kadlec, ..."""
    if lo < _TWO or text[words[lo - 1].end : words[lo].start] != ", ":
        return ""
    if text[words[hi - 1].end : words[hi - 1].end + 1] not in tuple(",.;)"):
        return ""
    at = lo - 1
    if words[at].low in DEMONYMS and words[at].near and words[at - 1].low in _POSSESSORS:
        return "people before a comma"
    while at > 0 and lo - at < _LOOK_BACK and words[at].near:
        if words[at].low in _TITLES and words[at + 1].low in _OFFICE_AT:
            return "office before a comma"
        if not (words[at].is_name or words[at].low in (*_OFFICE_AT, "and", "the")):
            return ""
        at -= 1
    return ""


def _behind(words: Sequence[Token], ahead: Sequence[str], hi: int, begin: int) -> str:
    """Say what the words before a name tell: `such people as`, `neither`, `the chairman is`."""
    last = ahead[-1]
    behind = words[hi].low if hi < len(words) and words[hi].near else ""
    if tuple(ahead) in _PHRASES:
        decides = last == "for" or tuple(ahead) == ("up", "to")
        return "" if decides and behind != "to" else f"behind {' '.join(ahead)}"
    if told := _beside(words[begin - 1], behind):
        return told
    before = [one.low for one in words[max(begin - _LOOK_BACK, 0) : begin - 1]]
    if list(ahead) == ["and", "of"] and not _GROUPS.isdisjoint(before):
        return "behind and of"
    if ahead == ["that", "of"] and not _SHARED.isdisjoint(before):
        return "behind that of"
    if last in _IS and not _HELD.isdisjoint(before) and not behind:
        return "who holds an office"
    named = [one.low for one in words[hi : hi + _LOOK_BACK]] if last == "named" else ()
    held = [one.low for one in words[hi + 1 : hi + 3]] if last == "with" and behind == "as" else ()
    return "named as" if "as" in named or not _HELD.isdisjoint(held) else ""


def _beside(ahead: Token, behind: str) -> str:
    """Say what the words on both sides of a name tell: `as Kadlec put it`, `Would Kadlec come?`."""
    last, first = ahead.low, ahead.first
    if last == "as" and behind in _PUTS:
        return "as somebody says"
    if first and last in _ASKS and behind:
        return "asked of somebody"
    tells = (
        (last in ("neither", "both") and behind in ("nor", "and"))
        or (last == "per" and ahead.near)
        or (last in ("through", "without") and behind in _PRONOUNS)
        or (first and last == "for" and behind in ("this", "it", "that"))
        or (first and last == "under" and behind != "")
    )
    return f"behind {last}" if tells else ""


def _before(text: str, words: Sequence[Token], lo: int, hi: int) -> str:
    """Say what the words behind a name tell: an office, an age, what is said or done."""
    if hi >= len(words):
        return ""
    gap, behind = text[words[hi - 1].end : words[hi].start], words[hi].low
    if gap == ", " and behind in _BEHIND_COMMA and not words[hi].is_name:
        listed = text[max(words[lo].start - 2, 0) : words[lo].start] == ", "
        return "" if listed else "who one is"
    articled = lo > 0 and words[lo].near and words[lo - 1].low == "the"
    told = _apposed(words, hi) if gap == ", " else _bracketed(text, words, hi)
    told = "" if articled and told == _ASIDE else told
    if told or (gap == ": " and words[lo].first and behind in _PRONOUNS):
        return told or "what one says"
    if gap == " " and behind in _SELF:
        return _ASIDE
    if gap == " " and behind == "the" and _is_trade(words, hi + 1):
        return "who one is"
    if gap in _DASHES and _is_explained(words, hi):
        return "who one is"
    if text.startswith(", ", words[hi - 1].end) and _AGE.match(text, words[hi - 1].end):
        return "age"
    return _together(words, lo, hi)


def _bracketed(text: str, words: Sequence[Token], hi: int) -> str:
    """Say that brackets behind a name have an office or the years of a life."""
    end = words[hi - 1].end
    if not text.startswith(" (", end):
        return ""
    if words[hi].start == end + 2 and words[hi].low in _APPOSED and text[words[hi].end] in "),":
        return "office in brackets"
    return "years of life" if _BORN.match(text, end) else ""


def _is_trade(words: Sequence[Token], at: int) -> bool:
    """Tell whether what somebody is stands behind his name and the article: Rinchen the scholar."""
    if at >= len(words) or words[at].low not in _TRADES:
        return False
    return at + 1 == len(words) or words[at + 1].low not in ("of", "who") or not words[at + 1].near


def _together(words: Sequence[Token], lo: int, hi: int) -> str:
    """Say that a verb behind a name tells of several people, or of one more."""
    doing = [one.low for one in words[hi : hi + 2] if one.near]
    ahead = words[lo - 1].low if lo and words[lo].near else ""
    if ahead in _WHOSE or not doing or not words[hi].near:
        return ""
    others = [one.low for one in words[hi : hi + _LOOK_BACK - 2]]  # X and the other advisers
    if others[0] == "and" and "other" in others[1:3] and not _PEOPLE.isdisjoint(others[2:]):
        return "one of several"
    if doing[0] in ("were", "are") and (doing[-1] in _DOING or _are_people(words, hi)):
        return "acts"
    return "acts" if doing[0] == "too" and doing[-1] in _IS else ""


def _apposed(words: Sequence[Token], at: int) -> str:
    """Say that words behind a comma tell since when one holds an office, what one has or does."""
    if words[at].low in _SINCE and _holds_since(words, at):
        return "who one is"
    if words[at].low in _ASIDES or [one.low for one in words[at : at + 3]] in _PARTS:
        return _ASIDE
    his = words[at].low == "whose" and at + 1 < len(words) and words[at + 1].low in _HIS
    return "whose one says it is" if his else ""


def _is_explained(words: Sequence[Token], at: int) -> bool:
    """Tell whether an article and what somebody is stand behind a dash: `- a former miner -`."""
    said = [word.low for word in words[at : at + _ADVERBS]]
    return said[0] in ("a", "an", "the", "his", "our") and not _HELD.isdisjoint(said[1:])


def _holds_since(words: Sequence[Token], at: int) -> bool:
    """Tell whether an office follows the words for since when: `until now Ambassador`."""
    said = [word.low for word in words[at : at + _ADVERBS]]
    end = next((n for n, low in enumerate(said) if low not in _SINCE), len(said))
    return 0 < end < len(said) and said[end] in _BEHIND_COMMA


def _are_people(words: Sequence[Token], at: int) -> bool:
    """Tell whether the rest of a sentence says what people several are."""
    for word in words[at + 1 : at + 1 + _LOOK_BACK]:
        if word.first or word.low in _OTHERS:
            return False
        if word.low in _PEOPLE:
            return True
    return False


def noted_by_hand(text: str, start: int) -> bool:
    """Tell whether a name stands behind what an editor says of a hand.

    >>> noted_by_hand("[crossed out: Serov]", 14), noted_by_hand("he crossed out: Serov", 16)
    (True, False)
    """
    return (
        text[start - 2 : start] == ": "
        and _BY_HAND.search(text[max(start - 60, 0) : start]) is not None
    )


def together(
    text: str, words: Sequence[Token], names: Sequence[int], taken: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Find two who are named together: before their talks, or each with his post.

    names: which of the words are names. taken: where those of places begin.
    """
    yield from _pairs(words, names, words_in(text))
    yield from _at_posts(words, names, taken)


def _pairs(
    words: Sequence[Token], names: Iterable[int], said: Set[str]
) -> Iterator[tuple[int, int]]:
    """Find the two whom a dash joins before their talk: the Kadlec-Novotny talks.

    names: which of the words are names. said: the words of the page. Peoples and places that talk
    are not meant.
    """
    for at in () if _TALKS.isdisjoint(said) else names:
        word = words[at]
        if "-" not in word.text or at + 1 == len(words) or words[at + 1].low not in _TALKS:
            continue
        one, _, other = word.text.partition("-")
        if words[at + 1].near and all(map(_is_surname, (one, other))):
            yield word.start, word.start + len(one)
            yield word.end - len(other), word.end


def _at_posts(
    words: Sequence[Token], names: Iterable[int], taken: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Find those who are named with their posts: Lange in Oslo and Und\u00e9n in Stockholm.

    names: which of the words are names. taken: where the words of places begin.
    """
    behind, last = 0, len(words) - _TWO
    for at in names:
        if at < behind or at >= last or words[at + 1].low != "in":
            continue
        if not (end := _seated(words, at, taken)):
            continue
        other = end + 1 if end < len(words) and words[end].low == "and" else end
        if other < len(words) and _seated(words, other, taken):
            behind = other + 1
            for one in (words[at], words[other]):
                yield one.start, one.end


def _seated(words: Sequence[Token], at: int, taken: Collection[int]) -> int:
    """Give the word behind the place in which somebody is said to be, 0 for nobody."""
    if at + _TWO >= len(words) or words[at + 1].low != "in" or not words[at + 1].near:
        return 0
    word, ahead = words[at], words[at - 1] if at and words[at].near else None
    if words[at + _TWO].start not in taken or not _is_surname(word.text) or word.own:
        return 0
    if word.start in taken or is_known_body(word.text):
        return 0
    if ahead and (ahead.is_name or ahead.low in _WHOSE or ahead.low == "the"):
        return 0
    return at + _TWO + 1


def _is_surname(name: str) -> bool:
    low = name.casefold()
    known = low in DEMONYMS or is_only_a_place(name) or low in _STATES
    return name.isalpha() and name.istitle() and not (is_english(low) or known)
