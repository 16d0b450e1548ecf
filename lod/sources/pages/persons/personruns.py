"""Stretches of capitalised words that may be names of persons, without the ranks before them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from lod.normalize.namewords import ACRONYMS, PARTICLES, WEAK_BODIES
from lod.sources.pages.persons.foreign import Run
from lod.sources.pages.persons.personwords import (
    ALSO_OF_NAMES,
    ARTICLES_ABROAD,
    BEFORE,
    BODY_WORDS,
    NEVER,
    OF_SOMETHING,
    OF_TROOPS,
    PAPERS,
    PAPERS_ABROAD,
    PLACE_ENDINGS,
    WHERE,
)
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.textwords import (
    ALSO_GIVEN,
    FAMILY_FIRST,
    MATTERS,
    OFFICES,
    RANKS,
    WEAK_RANKS,
)
from lod.sources.pages.words.tokens import Words, is_initials

JAN = "Jan"  # a month, and a given name before a name
_LONGEST, _VERB, _RANKED = 6, 4, 2
_RANKS = RANKS | OF_TROOPS
_WITH_OF = OF_SOMETHING | RANKS
# What stands before an office as part of it.
_OF_OFFICES = frozenset(
    ("prime", "vice", "deputy", "foreign", "under", "assistant", "acting", "chief", "first", "home",
     "interior", "defence", "defense", "finance", "lord", "high", "grand", "senior")
)  # fmt: skip
# Letters of the organs of parties, which stand before who heads them: the CPSU CC N. Khrushchev.
_OF_BODIES = BODY_WORDS | WEAK_BODIES | {"cc", "ck", "kc", "zk", "цк"}
# Places after which people are called.
_GIVEN_PLACES = frozenset(
    ("washington", "florence", "victoria", "sidney", "sydney", "austin", "lincoln", "jackson",
     "dallas", "israel", "jordan", "america", "américa", "asunción", "santiago", "milano",
     "trinidad", "loreto", "guadalupe", "carolina", "virginia", "adelaide", "roma", "wellington",
     "nelson", "houston")
)  # fmt: skip
# The family name of He Long; what a scan makes of Il in Korean names.
_HE, _MISREAD, _DO = "He", "II", "Do"


class NameRuns:
    """Cuts the capitalised words of a text into runs; taken: words of places and bodies."""

    def __init__(self, text: str, words: Words, taken: Collection[int]) -> None:
        self._text, self._words, self._names = text, words.all, words.names
        self._taken = taken

    def find(self) -> Iterator[Run]:
        """Cut the text into stretches of capitalised words, without the ranks before them."""
        words, taken, behind, last = self._words, self._taken, 0, len(self._words) - 1
        for at in self._names:
            if at < behind:
                continue
            word = words[at]
            if word.start in taken or word.text[0].isdigit():
                continue
            ahead = words[at + 1] if at < last else word
            alone = not (ahead.near and (ahead.is_name or ahead.text in PARTICLES))
            behind = at + 1 if alone else self._end(at)
            # Most capitals are those of everyday words that begin a sentence.
            if behind == at + 1 and word.low in BEFORE and "." not in word.text:
                continue
            if run := self._core(at, behind):
                yield run

    def _end(self, at: int) -> int:
        """Find where capitalised words that begin here end; particles may stand between two."""
        words, taken, end = self._words, self._taken, at + 1
        while end < len(words):
            word = words[end]
            if not (word.near and (word.is_name or word.text in PARTICLES)):
                break
            if word.start in taken and self._is_borne(end):
                return end + 1
            if word.start in taken and self._is_middle(end):
                end += 1
                continue
            if word.start in taken or word.text[0].isdigit() or words[end - 1].own:
                break
            if self._begins_another(end):
                break
            end += 1
        while end > at and not words[end - 1].is_name:
            end -= 1
        return end

    def _is_borne(self, at: int) -> bool:
        """Tell whether a place's name is a surname behind rank and given name: Prof. Ana Lima."""
        words, behind = self._words, self._words[at + 1 : at + 2]
        if at < _RANKED or words[at - 1].low not in given_names() or words[at - 1].own:
            return False
        alone = not (behind and behind[0].near and behind[0].is_name)
        return alone and words[at - 1].near and words[at - _RANKED].low in _RANKS

    def _is_middle(self, at: int) -> bool:
        """Tell whether a place's name is a second given name: Carlos Washington Pastor."""
        words = self._words
        ahead, behind = words[at - 1], words[at + 1] if at + 1 < len(words) else None
        if behind is None or not (behind.near and behind.is_name) or behind.start in self._taken:
            return False
        said = (ahead.low, words[at].low, behind.low)
        given = said[0] in given_names() and said[1] in _GIVEN_PLACES and not is_english(said[0])
        return given and behind.text.istitle() and behind.low not in NEVER

    def _begins_another(self, at: int) -> bool:
        """Tell whether initials of a Russian text begin another name, without a comma between."""
        word = self._words[at]
        return not word.text.isascii() and word.is_initials and not self._words[at - 1].is_initials

    def _core(self, lo: int, hi: int) -> Run | None:
        """Take what is no name off both ends of a stretch."""
        words, rank, weak, begin = self._words, "", "", lo
        ahead = words[lo - 1] if lo and words[lo].near else None
        if ahead and ahead.low in RANKS and not ahead.own:
            rank = ahead.low
        elif ahead and ahead.low in WEAK_RANKS:
            weak = ahead.low
        if words[lo].low in BEFORE:
            lo, rank, weak = self._behind_ranks(lo, hi, rank, weak)
        if hi - lo > 1:
            lo, rank, weak = self._behind_others(self._behind_verb(lo, hi), hi, rank, weak)
        if begin < lo < hi and words[lo].text in ARTICLES_ABROAD:
            lo, rank = self._behind_article(lo, hi, rank)
        lo += hi - lo > _RANKED and self._is_where(lo)
        stop = hi
        while hi > lo and _ends_no_name(words[hi - 1].low, first=hi == stop):
            hi -= 1
        if hi == lo + 1 and (words[lo].low in _OF_OFFICES if hi < stop else self._is_of(lo, begin)):
            return None  # Mr. Prime Minister
        run = Run(lo, hi, begin, rank, weak)
        return run if self._is_plausible(run) else None

    def _is_of(self, at: int, begin: int) -> bool:
        """Tell whether one word in capitals ends an office: SECRETARY OF STATE."""
        return at > begin and self._words[at - 1].text == "OF"

    def _is_where(self, at: int) -> bool:
        """Tell whether a word says where he is whom the words behind it name: At Gera Jan Orlov."""
        words = self._words
        where = at > 0 and words[at].near and words[at - 1].low in WHERE
        placed = where and is_only_a_place(words[at].text)
        return placed and words[at + 1].low in given_names()

    def _behind_ranks(self, lo: int, hi: int, rank: str, weak: str) -> tuple[int, str, str]:
        """Leave out ranks, offices and common words before a name; say which ranks they are."""
        words = self._words
        while lo < hi and words[lo].low in BEFORE and not words[lo].is_initials:
            if self.is_he(lo) or (rank and self._is_given_too(lo, hi)):
                break
            if len(words[lo].text) == 1 and self._is_bare_initial(lo, hi, ranked=bool(rank)):
                break
            rank = words[lo].low if words[lo].low in RANKS else rank
            weak = words[lo].low if words[lo].low in WEAK_RANKS else weak
            lo += 1
        if lo + 1 < hi and words[lo].low == "excellency" and words[lo + 1].low in FAMILY_FIRST:
            lo += 1  # His Excellency U Hla Maung
        return lo, rank, weak

    def _is_bare_initial(self, at: int, hi: int, *, ranked: bool) -> bool:
        """Tell whether a word of one letter is an initial without its stop: Dr A Q Khan."""
        behind = self._words[at + 1] if at + 1 < hi else None
        initial = behind is not None and len(behind.text) == 1 and behind.text.isupper()
        return initial or (ranked and behind is not None and not is_english(behind.low))

    def _is_given_too(self, at: int, hi: int) -> bool:
        """Tell whether a word of rank behind another is a given name: Counsellor Sultan Khan."""
        return at == hi - 2 and self._words[at].low in ALSO_GIVEN

    def _behind_article(self, lo: int, hi: int, rank: str) -> tuple[int, str]:
        """Leave out an article or `of` of another language behind an office: Minister des Innern.

        What follows is a name only behind initials: Botschafter der Volksrepublik, Lettre de M. X.
        """
        words, ahead = self._words, self._words[lo - 1]
        initials = lo + 1 < hi and words[lo + 1].is_initials
        if words[lo].text in ALSO_OF_NAMES and not initials and ahead.low not in PAPERS_ABROAD:
            return lo, rank
        return (lo + 1, rank) if initials or ahead.low in PAPERS_ABROAD else (hi, "")

    def _behind_others(self, lo: int, hi: int, rank: str, weak: str) -> tuple[int, str, str]:
        """Leave out bodies, ranks and offices that end amid capitalised words, before a name."""
        words = self._words
        if self._is_behind_matter(hi - 2, lo):
            return hi - 2, rank or self._office_of(lo), weak
        first = next((at for at in range(lo, hi) if self._begins_name(at, lo, hi)), lo)
        if first > lo and self._is_end_of_office(lo, first):
            return first, rank, weak
        if first > lo and any(words[at].low in _OF_BODIES for at in range(lo, first)):
            lo = first  # First Secretary of the Embassy Yu. N. Bazarov
        for at in range(hi - 2, lo - 1, -1):
            if words[at].low in RANKS and not (rank and self._is_given_too(at, hi)):
                return at + 1, words[at].low, weak
            if at > lo and words[at].low in OF_TROOPS:
                return at + 1, rank, words[at].low
            if at > lo and words[at].low in OFFICES:
                return at + 1, rank, words[at].low
        return lo, rank, weak

    def _is_behind_matter(self, at: int, lo: int) -> bool:
        """Tell whether two strange words stand behind what a ministry is for: External Affairs X Y.

        The same is left out of the name of the ministry.
        """
        name = self._words[at : at + 2]
        if at <= lo or self._words[at - 1].low not in MATTERS:
            return False
        return all(one.text.istitle() and not is_english(one.low) for one in name)

    def _office_of(self, lo: int) -> str:
        """Give the rank before `of` and what it is for: Minister of Finance X Y."""
        ahead = self._words[lo - 1] if lo > 1 and self._words[lo].near else None
        if ahead is None or ahead.low not in ("of", "for") or not ahead.near:
            return ""
        return low if (low := self._words[lo - 2].low) in RANKS else ""

    def _is_end_of_office(self, lo: int, first: int) -> bool:
        """Tell whether words before initials end an office: Council of Ministers I. STALIN."""
        words = self._words
        of = lo > 1 and words[lo].near and words[lo - 1].low in ("of", "for")
        if not of or words[lo - 2].low not in _WITH_OF:
            return False
        said = [words[at].low for at in range(lo, first)]
        return all(is_english(low) and low not in given_names() for low in said)

    def _begins_name(self, at: int, lo: int, hi: int) -> bool:
        """Tell whether initials, or a family name that stands first, begin a name here."""
        word = self._words[at]
        return word.is_initials or (lo < at < hi - 1 and word.low in FAMILY_FIRST)

    def _behind_verb(self, lo: int, hi: int) -> int:
        """Leave out an English word that only begins a sentence: Tell Berlinguer."""
        word = self._words[lo] if hi - lo > 1 else None
        if word is None or not word.first or len(word.text) < _VERB or not is_english(word.low):
            return lo
        behind = self._words[lo + 1]
        return lo + 1 if behind.is_initials or not is_english(behind.low) else lo

    def _is_plausible(self, run: Run) -> bool:
        """Tell whether the words can be a person's name: no word of bodies, places, calendars."""
        words, lo, hi = self._words, run.lo, run.hi
        behind = words[hi : hi + 2]
        if len(behind) == 2 and behind[0].text == "No" and behind[1].text[0].isdigit():
            return False  # the code of an office: (65) Ling Zi No. 0387
        if hi - lo == 1 and words[lo].text not in (_HE, JAN):
            unprinted = lo == run.begin or words[lo - 1].low not in PAPERS
            return _may_be_name(words[lo].text) and unprinted
        whole = [
            word for word in words[lo:hi]
            if word.text not in PARTICLES and not ("." in word.text and word.is_initials)
        ]  # fmt: skip
        longest = max((len(word.text) for word in whole), default=0)
        only = longest == 2 and self._text[words[hi - 1].end :][:1] == "."  # T. Zh.
        if hi - lo > _LONGEST or longest < 2 or only:
            return False
        if lo > run.begin and words[lo - 1].low in PAPERS:
            return False
        if len(whole) > 1 and whole[-1].low in PLACE_ENDINGS:  # the Han River
            return False
        for word in whole[1:] if self.is_he(lo) else whole:
            bare = len(word.text) == 1 and word is not whole[-1]  # A Q Khan
            never = word.low in NEVER and word.text != _MISREAD and not bare
            if never or word.text == "CC":  # the secretary of the CC AzCP
                return False
        return not all(_is_acronym(word.text, word.low) for word in whole)

    def is_he(self, at: int) -> bool:
        """Tell whether `He` is the family name of He Long: amid a sentence, before a name.

        In the same place `Jan` is no month.
        """
        word = self._words[at]
        if word.text == JAN and at + 1 < len(self._words):
            return self._words[at + 1].near and self._words[at + 1].is_name
        if word.text == _DO:
            return self._is_do(at)
        if word.text != _HE or word.first or at + 1 >= len(self._words):
            return False
        ahead = self._text[word.start - 2 : word.start]
        behind = self._words[at + 1]
        amid = len(ahead) == 2 and (ahead[0].isalpha() or ahead[0] in ",;")
        return behind.near and behind.is_name and amid

    def _is_do(self, at: int) -> bool:
        """Tell whether `Do` is the family name of Do Phat Quang: behind a rank, before two."""
        ahead, behind = self._words[at - 1 if at else 0], self._words[at + 1 : at + 3]
        named = len(behind) > 1 and all(one.near and one.is_name for one in behind)
        return named and self._words[at].near and ahead.low in RANKS


@lru_cache(maxsize=1 << 14)
def _may_be_name(text: str) -> bool:
    """Tell whether one capitalised word alone can be a person's name."""
    if len(text) < 2 or text in PARTICLES or ("." in text and is_initials(text)):
        return False
    low = text.casefold().rstrip(".")
    return (low not in NEVER or text == _MISREAD) and not _is_acronym(text, low)


def _is_acronym(text: str, low: str) -> bool:
    if not text.isupper() or len(text) < 2:
        return False
    return low in ACRONYMS or len(text) <= 3 or not any(char in "AEIOUY" for char in text)


def _ends_no_name(word: str, *, first: bool) -> bool:
    """Tell whether a name ends before a word: a rank, and what links it: Costa y el Embajador."""
    return word in RANKS or word in OFFICES or (not first and word in PARTICLES)
