"""Persons in running text whose names are no English words, by what stands around them.

Their capital says more than that of an English word, so that verbs, kin and company are enough.
"""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

from collections.abc import Collection

import msgspec

from lod.normalize.namewords import PARTICLES
from lod.sources.pages.persons.besidenames import told_beside
from lod.sources.pages.persons.contexts import noted_by_hand, says_that, told_by_context
from lod.sources.pages.places.onceplaced import once_placed
from lod.sources.pages.places.placedbefore import is_placed
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.places.roads import by_road
from lod.sources.pages.places.wherenames import is_through_somebody
from lod.sources.pages.places.wherewords import RULERS
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.saidwords import words_in
from lod.sources.pages.words.textwords import (
    DEEDS,
    FAMILY_FIRST,
    MODALS,
    OCCUPATIONS,
    OFFICES,
    RANKS,
    SENDINGS,
    WORKS,
)
from lod.sources.pages.words.tokens import Token, Words

# Words of places: Moa Bay is nobody.
OF_PLACES = frozenset(
    """bay river peninsula strait valley island islands province district county region lake gulf
    sea mountain mountains pass desert delta coast yar ravine""".split()
)
_ARTICLES = frozenset("a an the this these those our their his her its every each".split())
_WHERE = frozenset("in at near via outside inside off opposite beyond".split())
_NO_ONE_BEHIND = _ARTICLES | _WHERE
_PAST, _NEARBY, _FURTHER = 4, 8, 6
_TURNED = frozenset(
    """talk talked turned wrote written write said spoke speak speaking called call letter
    telegram note copy copies repeat repeated convey pass forward inform complained complain thinks
    thought accused suspicious spoken telegraphed telegraph cabled cable wired telephoned appealed
    replied listened apologised apologized wires telegraphs""".split()
)
_PREPOSITIONS = frozenset(
    "to from through into for of between across over under against on by with about via".split()
)
# What was said to somebody, a few words before the name: the same to Bajpai.
_TOLD = frozenset(
    """talk talked write wrote said spoke speak explained mentioned repeat repeated
    complained""".split()
)
# What is done to places, ships and posts rather than to persons.
_TAKEN = frozenset(
    """visited reached entered occupied liberated captured besieged evacuated bombed inspected
    mentioned discussed considered regarded crossed passed called named needed united published
    located situated""".split()
)
# What else is done to persons: verbs that do not end as most do, and what one thinks of doing.
_DONE = frozenset(
    """outbid outvoted overthrew overcame shot hanged hung fought caught fed befriended bribed let
    outwitted lets sending dropping sounding dismissing appointing naming nominating electing
    recalling persuading convincing urging warning reminding attacking blaming accusing defending
    betraying deceiving flattering befriending removing interrupting congratulating trusting
    consulting""".split()
)
# What stands between a name and its verb.
_ADVERBS = frozenset(
    """still now also never always again just already often soon later only then therefore
    himself herself personally""".split()
)
# Whose, but never a place's.
_KIN = frozenset(
    """friend friends son daughter wife widow brother sister deputy successor predecessor aide
    protege supporter supporters death arrest resignation dismissal removal
    advice consent behest insistence initiative instance murder assassination execution trial
    appointment nomination candidacy premiership followers partisans disciples adherents
    collaborators views opinion opinions intentions ambitions illness funeral portrait person
    successors envoy emissary nephew cousin uncle mother father
    lawyer doctor bodyguard friendship hostility jealousy rival rivals enemies""".split()
)
# Of which somebody is: Brenner of the American embassy.
_POSTS = frozenset("embassy legation ministry delegation department consulate mission".split())
_APPOSED = frozenset("the a an his her our their my".split())
# Of whom one says how they are called: a private named Doyle.
_CALLED = OCCUPATIONS | frozenset(
    "man woman boy girl person official private citizen someone gentleman lady american".split()
)
# From Barranquilla by Scadta goes what is carried.
_SENT = frozenset("sent flown shipped carried brought forwarded transported freight mail".split())
# Behind `who`: those who were are several.
PLURALS = (["were"], ["are"], ["have"], ["do"])
_HELD = OFFICES | RANKS
_REPEATED = frozenset("repeated repeat pass passed copied copy info".split())
_TELEGRAM, _PAIR = 24, 2  # words to look back for it
_OBJECTS = frozenset("him her them us me it".split())
# What one does from a place rather than from a person.
_MOVED = frozenset(
    """fled come came gone went left arrived returned escaped expelled driven moved sailed shipped
    evacuated travelled traveled flown emigrated deported away""".split()
)
# With whom there was a word: what comes from or through somebody is heard, not carried.
_HEARD = frozenset(
    """hear heard hears learn learned learnt know known write wrote told offered has have had
    says said""".split()
)
# What questions begin with, and what is asked there of persons; what begins a sentence about one.
_ASKING = frozenset("have has had was were is are did does do will".split())
_TREATED = frozenset(
    """told informed arrested released receive received know agree say said shown asked invited
    seen dismissed consulted warned given speak come arrive arrived""".split()
)
_ABOUT = frozenset("about of concerning regarding".split())
_SPEAKERS = frozenset("we i they he she you nothing nobody".split())
_QUOTES = frozenset("\"'\u201c\u2018\u00ab")
# Rules that a slip of a name which is known better may also fulfil.
WEAK_RULES = frozenset(
    ("acts", "what is one's own", "who one is", "what one did to them", "family name")
)


class Run(msgspec.Struct, gc=False):
    """Capitalised words that stand together: indices of the name in it, and what is before it.

    begin: of all of them. rank: "" or the word of rank; weak: one that is an everyday word too.
    """

    lo: int
    hi: int
    begin: int
    rank: str = ""
    weak: str = ""


class Foreign:
    """Tells by what stands around a name whether it is a person's.

    taken: places of words that belong to places and bodies.
    """

    def __init__(self, text: str, cut: Words, taken: Collection[int]) -> None:
        self._text, self._words, self._taken = text, cut.all, taken
        self._loud = {at for at in cut.loud if _is_loud(cut.all[at])}
        # What once stands where places do is no person on weak grounds.
        self.where = once_placed(cut, words_in(text))

    def evidence(self, run: Run) -> str:
        """Say what shows that a name of no English word is a person's: deeds, company, kin."""
        if not self._may_be(run) or is_placed(self._text, self._words, run.begin, run.hi):
            return ""
        return (
            self._acts(run)
            or self._is_called(run)
            or self._is_beside(run)
            or self._is_heard(run)
            or told_by_context(self._text, self._words, run.lo, run.hi, run.begin)
            or told_beside(self._text, self._words, (run.lo, run.hi), run.begin)
        )

    def asked(self, run: Run) -> str:
        """Say that a question or sentence begins with somebody: `Has X been told`, `Of X we know`.

        Of family names that stand first too, which are short: `Have Zhou and Peng been told?`.
        """
        words, lo, hi = self._words, run.lo, run.hi
        if noted_by_hand(self._text, words[lo].start) and not is_english(words[lo].low):
            return "by hand"
        ahead = words[lo - 1] if lo and words[lo].near else None
        if run.hi - run.lo != 1 or not ahead or not ahead.first or is_only_a_place(words[lo].text):
            return ""
        if is_english(words[lo].low) or words[lo].text in self.where:
            return ""
        behind = [one.low for one in words[hi : hi + 4] if one.near]
        if behind[:1] == ["and"] and len(behind) > 2 and words[hi + 1].is_name:
            behind = behind[2:]
        if ahead.low in _ASKING:
            behind = behind[1:] if behind[:1] == ["been"] else behind
            return "asked after" if behind and behind[0] in _TREATED else ""
        about = ahead.low in _ABOUT and behind and behind[0] in _SPEAKERS
        return "spoken about" if about else ""

    def _is_heard(self, run: Run) -> str:
        """Say that something was heard from or through somebody, or said to one and another."""
        words, lo = self._words, run.begin
        if not lo or not words[lo].near or words[run.hi - 1].own:
            return ""
        before = [word.low for word in words[max(lo - _NEARBY, 0) : lo - 1]]
        ahead = words[lo - 1].low
        if is_through_somebody(words, lo, run.hi):
            return "heard through"
        moved = before[-1:] and before[-1] in _MOVED
        if ahead in ("from", "through") and not moved and not _HEARD.isdisjoint(before[-3:]):
            return f"heard {ahead}"
        again = ahead == "to" and before[-1:] == ["and"] and "to" in before[:-1]
        said = _TURNED.intersection(before[: before.index("to")]) if again else ()
        return "behind and to" if said else ""

    def _may_be(self, run: Run) -> bool:
        """Tell whether no word of a name is an English one, so that its capital says something."""
        some = self._words[run.lo : run.hi]
        if some[0].text in self.where or some[-1].low in OF_PLACES:
            return False
        if not self._loud.isdisjoint(range(run.lo, run.hi)):
            return False
        names = [word for word in some if word.text not in PARTICLES]
        if len(names) == 1 and (names[0].low in FAMILY_FIRST or is_only_a_place(names[0].text)):
            return False
        if by_road(self._words, run.begin):
            return False
        said = all(map(is_english, [word.low for word in names]))
        return not said and not self._is_quoted(run)

    def _is_quoted(self, run: Run) -> bool:
        """Tell whether a name stands in quotation marks, as those of mines and ships do."""
        start = self._words[run.lo].start
        return self._text[max(start - 1, 0) : start] in _QUOTES

    def _acts(self, run: Run) -> str:
        """Say that a name is followed by a verb, by what is its own, or by who it is."""
        words, at = self._words, run.hi
        if at >= len(words):
            return ""
        behind, last = words[at], words[at - 1]
        near = run.begin and words[run.begin].near and not says_that(words, run.begin)
        ahead = words[run.begin - 1].low if near else ""
        if run.lo > run.begin and words[run.lo - 1].low in _ARTICLES:
            return ""
        if ahead in _NO_ONE_BEHIND or self._is_listed_place(run):
            works = ahead == "in" and last.own and behind.near and behind.low in WORKS
            return "what is one's own" if works else ""
        if ahead == "of" and run.begin > 1 and words[run.begin - 2].low in RULERS:
            return ""
        if last.own:
            return "what is one's own" if behind.near and not behind.is_name else ""
        if behind.near and not behind.is_name:
            if behind.low == "of":
                told = {word.low for word in words[at + 1 : at + 5] if word.near}
                return "whose office" if told & _POSTS else ""
            return "acts" if ahead not in _PREPOSITIONS and self._is_deed(at) else ""
        return self._is_apposed(run)

    def _is_apposed(self, run: Run) -> str:
        """Say that a comma parts a name from who it is, or from what is said of the person."""
        words, at, first = self._words, run.hi, self._words[run.begin]
        if self._text[words[at - 1].end : words[at].start] != ", ":
            return ""
        said = [word.low for word in words[at : at + _FURTHER]]
        several = said[0] == "who" and said[1:2] in PLURALS
        if several and (not run.begin or words[run.begin - 1].low != "and"):
            return ""
        if said[0] in ("who", "whom", "he", "she") or said[1:2] == ["whom"]:
            return "who one is"
        if self._text[max(first.start - 2, 0) : first.start] == ", ":
            return "acts" if said[0] in DEEDS and not _is_past(said[0]) else ""
        if self._holds_office(at):
            return "who one is"
        apposed = said[0] in _APPOSED
        called = {form for word in said[1:] for form in (word, word.removesuffix("s"))}
        return "who one is" if apposed and not OCCUPATIONS.isdisjoint(called) else ""

    def _holds_office(self, at: int) -> bool:
        """Tell whether an office stands here: `Prime Minister of East Indonesia`."""
        words, end = self._words, at
        while end < min(at + 4, len(words)) and words[end].is_name:
            if words[end].low in _HELD and end + 1 < len(words):
                return words[end + 1].low in ("of", "for", "in", "to", "at")
            end += 1
        return False

    def _is_deed(self, at: int) -> bool:
        """Tell whether a verb of persons stands here, behind an adverb or before an object."""
        words = self._words
        some = [word.low for word in words[at : at + 3] if word.near]
        if len(some) > 1 and some[0] in _ADVERBS:
            some = some[1:]
        object_behind = len(some) > 1 and some[1] in _OBJECTS and some[0].endswith("s")
        return _is_verb(some[0]) or (object_behind and is_english(some[0]))

    def _is_listed_place(self, run: Run) -> bool:
        """Tell whether a name follows a place's with `and` between: Odessa and Constanta."""
        words, at = self._words, run.begin - 1
        listed = at > 1 and words[run.begin].near and words[at].low == "and"
        if not listed or not words[at].near:
            return False
        where = words[at - 1].near and words[at - 2].low in _WHERE  # at Yatung and Gartok
        return where or words[at - 1].start in self._taken

    def _is_called(self, run: Run) -> str:
        """Say that the word before a name is what the person is: driver, deputy."""
        words, lo = self._words, run.begin
        capital = lo > 0 and words[lo - 1].is_name and words[lo - 1].low not in OCCUPATIONS
        if not lo or capital or words[lo - 1].own:
            return ""
        gap = self._text[words[lo - 1].end : words[lo].start]
        if words[lo - 1].low == "named" and gap == " " and lo > 1:
            return "who is called so" if words[lo - 2].low in _CALLED else ""
        near = [word.low for word in words[max(lo - 6, 0) : lo]]
        if gap == ", " and "of" in near and set(near[: near.index("of")]) & OCCUPATIONS:
            behind = self._text[words[run.hi - 1].end : words[run.hi - 1].end + 1]
            return "occupation" if behind in tuple(",.;") else ""
        return (
            "occupation"
            if gap in (" ", ", ")
            and (
                words[lo - 1].low in OCCUPATIONS
                or words[lo - 1].low.removesuffix("s") in OCCUPATIONS
            )
            else ""
        )

    def _is_on_the_way(self, lo: int) -> bool:
        """Tell whether a name behind `by` is that of a place on the way from another."""
        words = self._words
        away = lo > 2 and words[lo - 3].low == "from" and words[lo - 2].is_name
        sent = away and lo > 3 and words[lo - 4].low in _SENT
        return sent or (away and words[lo - 2].start in self._taken)

    def _is_beside(self, run: Run) -> str:
        """Say that words before or behind a name speak of a person: by, with, and I."""
        words, lo = self._words, run.begin
        ahead = words[lo - 1].low if lo and words[lo].near else ""
        before = words[lo - 2].low if ahead and lo > 1 else ""
        if ahead == "by" and self._is_on_the_way(lo):
            return ""  # from Ankara by Batumi
        if ahead in ("by", "with", "whom") or (ahead == "from" and before in SENDINGS):
            return f"behind {ahead}"
        if ahead == "to" and before == "according":
            return "behind according to"
        if ahead == "to" and lo > 2 and before not in _TURNED:
            told = (word.low for word in reversed(words[max(lo - 5, 0) : lo - 2]))
            before = next((word for word in told if word in _TOLD), before)
        if ahead == "of" and before in _KIN:
            return f"{before} of"
        if ahead in ("to", "on", "of") and (
            before in _TURNED or (ahead == "of" and (before in WORKS or before == "company"))
        ):
            return f"behind {before} {ahead}"
        return self._is_done_to(run, ahead)

    def _is_done_to(self, run: Run, ahead: str) -> str:
        """Say that something is done to a person, or that `and I` stands behind the name."""
        words = self._words
        if (_is_past(ahead) and ahead not in _TAKEN) or ahead in _DONE:
            return "what one did to them"
        if ahead == "for" and self._is_repeated(run.begin):
            return "for whom a telegram is repeated"
        behind = [word.text for word in words[run.hi : run.hi + 2]]
        placed = behind[1:] == ["I"] and ahead in _PREPOSITIONS  # the snow came to Rila and I ...
        return "beside me" if behind in (["and", "I"], ["and", "me"]) and not placed else ""

    def _is_repeated(self, lo: int) -> bool:
        """Tell whether a place to which a telegram is repeated stands before `for`: Rome for X."""
        words = self._words
        if lo < _PAIR or words[lo - _PAIR].start not in self._taken:
            return False
        said = (word.low for word in words[max(lo - _TELEGRAM, 0) : lo - 1])
        return any(word in _REPEATED for word in said)


def _is_loud(word: Token) -> bool:
    text = word.text
    return text.isupper() and len(text) > 1 and not ("." in text and word.is_initials)


def _is_verb(word: str) -> bool:
    """Tell whether a word is what a person does, in any tense: would, attacked, arrives, say."""
    if word in MODALS or _is_past(word):
        return True
    base = word.removesuffix("s")
    return bool({word, base, f"{base}s", f"{base}d", f"{base}ed"} & DEEDS)


def _is_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > _PAST
