"""Persons whom their family name alone tells, which a list has or its ending shows.

Nothing beside it may be what places and things have beside their names.
"""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Set
from functools import cache, lru_cache

import msgspec

from lod import vocabulary
from lod.normalize.namewords import PARTICLES
from lod.sources.pages.persons.contexts import says_that
from lod.sources.pages.persons.foreign import OF_PLACES, Run
from lod.sources.pages.persons.personwords import ARTICLES, NO_ONE_BEHIND, WHERE
from lod.sources.pages.places.inlists import InLists
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import OFFICES, RANKS, THINGS
from lod.sources.pages.words.tokens import Words

# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans(
    {"\u0142": "l", "\u0111": "d", "\u00f8": "o", "\u00e6": "ae", "\u0153": "oe", "\u0131": "i"}
)
# Cyrillic letters as English texts write them, from a on.
_CYRILLIC = dict(
    zip(
        range(0x430, 0x450),
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split(),
        strict=True,
    )
) | {0x44A: "", 0x44C: "", 0x451: "e", 0x456: "i", 0x457: "i", 0x454: "ie", 0x491: "g"}
_LISTS = ("surnames.txt", "more-surnames.txt")


# Whose an article before a name does not hide: the Groza government.
_RULES = frozenset("government cabinet regime administration clique faction group camp".split())
# What a word of place and a name stand behind: moved to Schwarzenberg.
_WAYS = frozenset("to from into towards toward through via for over on".split())
_MOVED = frozenset(
    """go goes going went gone come comes coming came get gets got home back travel travelled
    traveled travels travelling journey trip move moved moving fled flee flight fly flew flown
    drive drove driven leave leaves left return returned returning arrived sail sailed sent send
    taken took bring brought transferred evacuated deported road roads railway line train trains
    route way march marched advance advanced advancing bus ship ships shipped visit fare post
    troops air convoy convoys retreat retreated withdrew far miles kilometers kilometres km
    bound leading leads""".split()
)
# Of a place: by way of Panfilov, north of Misov.
_PARTS = frozenset(
    """way north south east west out outside outskirts suburb suburbs capture fall siege relief
    liberation occupation battle bombing shelling evacuation vicinity neighbourhood neighborhood
    environs city town village port region district area harbour harbor people peoples streets
    inhabitants population garrison bank banks mouth
    plant plants works factory factories mill mills shipyard shipyards refinery""".split()
)
_OPENINGS = frozenset("in at from to near after on since before by for with".split())
_SLIPS = frozenset("slip error mistake misprint misspelling".split())
_SOUGHT = frozenset("look looked looking searched searching asked asking waited waiting".split())
_QUOTES = frozenset("\"'\u201c\u201e\u2018\u00ab")
_FOR = frozenset("for by with".split())
# Words with which names of places begin.
_OF_PLACES = frozenset(
    """playa bahia rio san santa sao porto puerto port mont monte mount cape bandar tell tel wadi
    jebel jabal maly mala velky velka stary stara nova novi nowy nowa novo gornji donji alto rue
    nam ham lang ban phu phou ben dien khe song tam bula darul dar beit bait kfar ain umm deir
    kota bukit pulau tanjung ulan ust campo villa vila ciudad cerro sierra lago isla ilha""".split()
)
_SLAVIC = ("ska", "sko", "skie", "aya", "oye", "yye", "sk\u00e1", "sk\u00e9")
# Endings of family names that few places have, of some more, and beginnings of Irish and Scottish
# ones.
_SURE = re.compile(
    r".{3,}(?:sky|ski|skii|skiy|skij|sk\u00fd|enko|shvili|escu|ovich|evich|ovic|evic|ovi\u0107"
    r"|evi\u0107|opoulos|[ai]dze|yev)"
)
_LIKELY = re.compile(
    r".{3,}(?:schwili|tchvili|eanu|i\u0107|ovitch|owitsch|ewitsch|wicz|czyk|chuk|tchouk|tschuk"
    r"|akis|oglu|[oe]v|[oe]va|onen|anen|inen|sson|auskas|aitis|vicius|nayak[ae]|wardene|singhe"
    r"|ratne)"
)
_SCOTTISH = re.compile(r"(?:Mc|O['\u2019])[A-Z][a-z]{2,}")
_PAIR, _LONGEST, _SHORTEST, _NEAR, _STEM = 2, 3, 5, 6, 3


# German articles that melted with what stands before them: nobody stands behind `zur Lage`.
_MELTED = frozenset("zur zum im am beim vom ins ans aufs durchs fürs".split())


class FamilyNames:
    """Tells whether nothing but its family name is needed to take a name for a person's.

    taken: places of words that belong to places and bodies. where: names that stand behind a word
    of place somewhere in the text.
    """

    def __init__(self, text: str, cut: Words, taken: Collection[int], where: Set[str]) -> None:
        self._text, self._words, self._taken = text, cut.all, taken
        self._where, self._lists = where, InLists(text, cut.all)

    def evidence(self, run: Run) -> str:
        """Give the rule by which a run is a person's, "" when something speaks against it."""
        words, last = self._words, self._words[run.hi - 1]
        alone, known = run.hi - run.lo == 1, is_family_name(last.text)
        if run.hi - run.lo > _LONGEST or last.text.isupper():
            return ""
        formed = alone or (run.hi - run.lo == _PAIR and not last.low.endswith("va"))
        if not known and not (formed and is_of_families(last.text)):
            return ""
        if not (self._is_alone(run) if alone else self._is_whole(run)):
            return ""
        if self._text[max(words[run.lo].start - 1, 0)] in _QUOTES:
            return ""
        placed = self._is_melted(run) or self._is_placed(run)
        if words[run.lo].text in self._where or placed or self._is_a_things(run):
            return ""
        if self._is_among_places(run) and not _SURE.fullmatch(last.low):
            return ""
        return "known family name" if known else "family name"

    def _is_alone(self, run: Run) -> bool:
        """Tell whether one word stands behind no other name."""
        words, word = self._words, self._words[run.lo]
        if word.first:
            return True
        ahead = words[run.lo - 1] if run.lo and word.near else None
        if not ahead or not ahead.is_name or ahead.own or ahead.first or ahead.low in RANKS:
            return True
        return ahead.start in self._taken  # in London Maisky

    def _is_whole(self, run: Run) -> bool:
        """Tell whether the words before a family name may be given names: Noel Deschamps."""
        words = self._words[run.lo : run.hi]
        if len(words[-1].text) < _SHORTEST or words[0].low in _OF_PLACES:
            return False
        given = [word for word in words[:-1] if not word.is_initials]
        return not any(
            is_english(word.low) or word.text.isupper() or word.low.endswith(_SLAVIC)
            for word in given
        )

    def _is_melted(self, run: Run) -> bool:
        """Tell whether a German article that melted with a preposition stands before a name."""
        words, at = self._words, run.begin
        return at > 0 and words[at].near and words[at - 1].low in _MELTED

    def _is_placed(self, run: Run) -> bool:
        """Tell whether a word of place, of the way there or an article stands before a name."""
        words, at = self._words, run.begin
        while at > 1 and words[at].near and words[at - 1].text in PARTICLES:
            at -= 1  # the de Lesseps statue
        ahead = words[at - 1].low if at and words[at].near else ""
        if run.lo > run.begin and words[run.lo - 1].low in ARTICLES:
            ahead = words[run.lo - 1].low
        if ahead in WHERE:
            return not words[run.hi - 1].own
        if ahead == "that" and says_that(words, at):
            return False
        if ahead in NO_ONE_BEHIND:
            behind = words[run.hi].low if run.hi < len(words) else ""
            return behind not in _RULES
        before = words[at - 2].low if at > 1 else ""
        if (ahead == "of" and before in _PARTS) or (ahead == "for" and before in _SLIPS):
            return True
        if ahead not in _WAYS or (ahead == "for" and before in _SOUGHT):
            return False
        return not _MOVED.isdisjoint(word.low for word in words[max(at - _NEAR, 0) : at - 1])

    def _is_a_things(self, run: Run) -> bool:
        """Tell whether what stands behind makes a name that of a thing or a place: Aksu region."""
        words, at = self._words, run.hi
        if words[at - 1].own or at >= len(words) or not words[at].near:
            return False
        behind = words[at]
        return behind.is_name or behind.low in OF_PLACES or behind.low in THINGS

    def _is_among_places(self, run: Run) -> bool:
        """Tell whether a list has the name of a place beside a name: Leipzig, Halle and Essen."""
        words, at = self._words, run.begin
        for begin, end in self._lists.before(run.begin):
            if at == run.begin and self._is_only_opened(run, begin):
                return False
            if words[end].low in RANKS or words[end].low in OFFICES:
                break  # the Consul-General, Raghavan
            if words[end].start in self._taken:
                return True
            at = begin
        if at == run.begin and at and words[at - 1].low in _FOR:
            return False  # to Paris for Hodgson, The Hague for Deschamps
        listed = at != run.begin and words[at - 1].low not in ARTICLES  # not: the Ruler, Drees
        if listed and self._is_placed(msgspec.structs.replace(run, lo=at, begin=at)):
            return True
        behind = self._lists.behind(run.hi - 1)
        return any(words[one].start in self._taken for one in behind)

    def _is_only_opened(self, run: Run, begin: int) -> bool:
        """Tell whether a sentence opens with one place and goes on with the name: In Rome, Orlov.

        begin: the first word of the place.
        """
        words = self._words
        ahead = words[begin - 1] if begin and words[begin].near else None
        opens = ahead is not None and ahead.first and ahead.low in _OPENINGS
        comma = self._text[words[run.begin - 1].end : words[run.begin].start] == ", "
        return opens and comma and not any(self._lists.behind(run.hi - 1))


@lru_cache(maxsize=1 << 13)
def is_family_name(word: str) -> bool:
    """Tell whether a word is listed as a family name; of a double one the last part counts.

    >>> is_family_name("Bierut"), is_family_name("R\u00e1kosi"), is_family_name("Bilateral")
    (True, True, False)
    """
    first, _, last = word.rpartition("-")
    low = first.casefold()
    return spelled(last) in _names() and not (first and (is_english(low) or low in _OF_PLACES))


def is_word_too(low: str) -> bool:
    """Tell whether an English word is a family name too: Grant, Hunter."""
    return low in _words()


def known_form(word: str, endings: Iterable[tuple[str, str]]) -> str:
    """Give a listed family name as it is cited, "" for any other word.

    endings: with which a language inflects names, with what stands for them in the nominative.

    >>> known_form("Bierutem", [("em", "")]), known_form("Bierut", []), known_form("Stadt", [])
    ('Bierut', 'Bierut', '')
    """
    if is_family_name(word):
        return word
    stems = ((word.removesuffix(end), plain) for end, plain in endings if word.endswith(end))
    forms = (stem + plain for stem, plain in stems if len(stem) >= _STEM)
    return next(filter(is_family_name, forms), "")


@lru_cache(maxsize=1 << 13)
def is_of_families(word: str) -> bool:
    """Tell whether a word has the form of family names: Olszowski, McCone.

    >>> is_of_families("Olszowski"), is_of_families("McCone"), is_of_families("Kiev")
    (True, True, False)
    """
    if _SCOTTISH.fullmatch(word):
        return True
    low = word.casefold()
    formed = _SURE.fullmatch(low) or _LIKELY.fullmatch(low)
    return formed is not None and not is_only_a_place(word)


def spelled(word: str) -> str:
    """Spell a word as the lists do: in small letters without marks.

    >>> spelled("Wa\u0142\u0119sa"), spelled("Weiss"), spelled("Wei\u00df")
    ('walesa', 'weiss', 'weiss')
    >>> spelled("\u0413\u0440\u043e\u043c\u044b\u043a\u043e")
    'gromyko'
    """
    word = word.casefold()
    if word.isascii():
        return word
    if "\u0400" <= word[0] <= "\u04ff":
        latin = word.translate(_CYRILLIC)
        return f"{latin[:-2]}y" if latin.endswith("iy") else latin
    parts = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(char for char in parts if not unicodedata.combining(char))


@cache
def _names() -> frozenset[str]:
    return frozenset(name for one in _LISTS for name in vocabulary.lines(one))


@cache
def _words() -> frozenset[str]:
    return frozenset(vocabulary.lines("word-surnames.txt"))
