"""The parts that the wording of a title gives to those who stand in it."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from lod.normalize.kinds import kind_of
from lod.normalize.namewords import BODIES
from lod.sources import Cell
from lod.sources.pages.names.names_in_text import Named
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.entryname import person_in
from lod.sources.pages.persons.listednames import persons_listed
from lod.sources.pages.persons.namelist import is_name_like, is_office, meant
from lod.sources.pages.titles.titles import ABROAD, EDITED, POST, phrases
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import OFFICES, RANKS, WEAK_RANKS

_START = attrgetter("start")
_HEAD = 2000
_OFFICES = OFFICES | RANKS | WEAK_RANKS | {"the"}
# A name of one word with what is meant by it: `Filippov [Stalin]`.
_GLOSSED = re.compile(r"[\w'\u2019-]+ ?[\[(][^\[\]()]{2,40}[\])]")
# Where somebody is, behind his name: `Sir Cecil Spring-Rice (Washington)`.
_POSTED = re.compile(r"(?<=[a-z]) \(([A-Z][a-z]+(?: [A-Z][a-z]+)?)\)$")
# What stands between those who talked.
_PARTING = re.compile(
    r"\s*,?\s(?:and|with|und|mit|et|avec|y|e|con|z|i|a|s|и|с|со)\s"
    r"(?:(?:the|dem|der|el|la|il|le|lo)\s|l['\u2019])?"
    r"|,\s|;\s|\s?[-\u2013\u2014]\s?(?=[A-Z])"
)
_ARTICLE = re.compile(r"(?:el|la|il|le|lo|dem|der|den)\s(?=[A-Z])|l['\u2019](?=[A-Z])")
_ON = re.compile(
    r"\s(?:on|about|concerning|regarding|über|betreffend|sur|sobre|sulla|sul|о|об|относительно"
    r"|dotycząc\w+|w sprawie|ws\.|ohledně)\s(?=\S)"
)
_MOST_OF_PLACE, _AT = 4, re.compile(rf"{POST}(?:to|in|at)(?=\s)")
_AT_POST, _WORD = frozenset(("to", "in", "of", "at")), re.compile(r"\S+")
_BETWEEN = re.compile(r"\W+")
# Who holds an office, behind a comma (`by the Head of the Department, B. N. Orlov`) or in brackets.
_HELD = re.compile(
    r", (?P<behind>(?:[A-Z][a-z]?\. ?){1,3}[A-Z][\w'\u2019-]+)"
    r"(?=$|,| (?:on|to|about|regarding|concerning|at)\b)"
    r"|\s*\((?P<within>(?:[A-Z][^\W\d_.'\u2019-]*\.?[ -]?){2,4})\)"
)
_STATE = re.compile(
    r"(?:[A-Z][\w'\u2019]+ ){0,3}(?:Republic|Kingdom|Union|Federation|Empire|Emirate)s?\b"
)
_TALKING = frozenset(("participant", "interviewee", "interviewer"))
_CALLED = ("M. ", "Mr ", "Mrs ", "MME ", "Mme ", "SR. ", "MR. ", "HERR ")
_ACRONYM = re.compile(r"[a-z][A-Z]{2}|^[A-Z]{2,4}$")
# Whose decision a title calls it: said more exactly by minutes or office, where they say it.
OWN_DECISION = "title: whose decision"


class TitleParts:
    """The stretches of one page's titles that say who wrote to whom, spoke, decided.

    text: of the page. kind: what tells what words are known as.
    """

    def __init__(self, text: str, titles: Sequence[Cell], kind: Callable[[str], str]) -> None:
        self._text, self._titles, self._kind = text, titles, kind
        for one in titles:  # over two lines
            if "\n" in text[one.start : one.end]:
                whole = text[one.start : one.end].replace("\n", " ")
                self._text = f"{self._text[: one.start]}{whole}{self._text[one.end :]}"
        self._worded = list(self._phrases())

    @property
    def worded(self) -> Sequence[Told]:
        """Give the stretches as the wording parts them."""
        return self._worded

    def names(self) -> Iterator[Told]:
        """Give the stretches of the title that are nothing but a name with its rank."""
        for phrase in self._worded:
            if phrase.column in _TALKING:
                yield from self._partners(phrase)
                continue
            text = self._text[phrase.start : phrase.end]
            words = [word for word in text.split() if word.strip(".").casefold() not in _OFFICES]
            named = is_name_like(text) and 0 < len(words) < 4 and len(text) > 2
            named &= not self._behind_post(text)
            named &= not is_office(text) and not text.startswith(("the ", "All ", "Every "))
            if named and " and " in text and phrase.column in ("sender", "recipient"):
                listed = persons_listed(text, phrase.start)
                if len(listed) > 1:
                    yield from (phrase._replace(start=lo, end=hi) for lo, hi in listed)
                    continue
            author = phrase.column == "author" and len(words) > 1
            author = author and not any(is_english(word.casefold()) for word in words)
            if named and (author or phrase.column in ("sender", "recipient")):
                yield phrase
            elif held := self._holder(phrase.start, phrase.end):
                yield phrase._replace(start=held[0], end=held[1])

    def _partners(self, phrase: Told) -> Iterator[Told]:
        """Give those who talked, one by one: each a name in full, or behind an office."""
        lo = phrase.start
        if article := _ARTICLE.match(self._text, lo, phrase.end):
            lo = article.end()
        text = self._text[phrase.start : phrase.end]
        for hi in (*(phrase.start + one.start() for one in _PARTING.finditer(text)), phrase.end):
            parting = _PARTING.match(self._text, lo, hi)
            begin = parting.end() if parting else lo
            if held := self._holder(begin, hi):
                yield phrase._replace(start=held[0], end=held[1])
            lo = hi

    def _holder(self, start: int, end: int) -> tuple[int, int] | None:
        """Find a full name that is no English words, or a surname right behind a rank."""
        start += len("the ") * self._text.startswith("the ", start)
        text = self._text[start:end]
        found = person_in(text) if text[:1].isupper() else None
        posted = self._behind_post(text[: found[1]]) if found else 0
        found = (posted, found[1]) if found and posted else found
        if not found or self._kind(text[slice(*found)]) in ("place", "group"):
            return None
        name = text[slice(*found)].split()
        before = text[: found[0]].split()
        ranked = posted > 0 or (bool(before) and before[-1].strip(".").casefold() in RANKS)
        plain = not is_english(name[-1].casefold().strip(".,")) and name[-1][:1].isupper()
        bodies = not BODIES.isdisjoint(word.strip(",.").casefold() for word in name)
        bodies |= any(_ACRONYM.search(word) for word in name) and not self._text.isupper()
        if bodies or not plain or not (ranked or len(name) > 1):
            return None
        return start + found[0], start + found[1]

    def _behind_post(self, text: str) -> int:
        """Find where words go on behind the country of a post, 0 where they name none.

        `Ambassador to North Korea A. Puzanov`: what follows is who holds it.
        """
        words = list(_WORD.finditer(text))
        posts = [at for at, word in enumerate(words[1:], 1) if word[0] in _AT_POST]
        if not posts or not any(word[0].casefold() in _OFFICES for word in words[: posts[-1]]):
            return 0
        first = posts[-1] + 1
        first += words[first : first + 1] != [] and words[first][0] == "the"
        for behind in range(len(words) - 1, first, -1):
            place = text[words[first].start() : words[behind - 1].end()]
            if self._kind(place) in ("place", "group"):
                return words[behind].start()
        return 0

    def _at_posts(self, title: str) -> str:
        """Spell the country of a post with `of` where its holder follows: Ambassador to Cuba X."""
        for posted in _AT.finditer(title):
            words = [one for one in _WORD.finditer(title, posted.end()) if one[0] != "the"]
            for size in range(min(_MOST_OF_PLACE, len(words) - 1), 0, -1):
                place = title[words[0].start() : words[size - 1].end()]
                if self._kind(place) in ("place", "group") and words[size][0][0].isupper():
                    title = f"{title[: posted.end(1)]}of{title[posted.end() :]}"
                    break
        return title

    def _phrases(self) -> Iterator[Told]:
        for title in self._titles:
            text = self._text[title.start : min(title.end, title.start + _HEAD)]
            text = text.replace("\n", " ")
            for phrase in phrases(self._at_posts(text)):
                start, end = phrase.start + title.start, phrase.end + title.start
                glossed = _GLOSSED.match(text, phrase.start)
                edited = glossed and EDITED.search(glossed[0])
                if glossed and not edited and (one := meant(glossed[0], self._kind)):
                    start, end = start + one[0], start + one[1]
                posted = _POSTED.search(text, phrase.start, phrase.end)
                if posted and self._kind(posted[1]) != "person":
                    end = title.start + posted.start()
                if held := _HELD.match(text, phrase.end):
                    official = text[phrase.start : phrase.end].split()
                    official = official[1:] if official[0] == "the" else official
                    if not _OFFICES.isdisjoint(map(str.casefold, official[:2])):
                        place = held.span(held.lastgroup or 0)
                        start, end = (title.start + one for one in place)
                words = _BETWEEN.split(text[phrase.start : phrase.end].casefold())
                # In a title all in capitals offices are not told from those who hold them.
                called = text.startswith(_CALLED, phrase.start)
                if called or not text.isupper() or OFFICES.isdisjoint(words):
                    yield Told(phrase.column, start, end, phrase.rule)

    def parts(self, named: Sequence[Named]) -> Iterator[Told]:
        """Give the parts that the title's wording gives to those who stand in it."""
        for whole in self._worded:
            phrase = self._without_subject(whole) if whole.column == "author" else whole
            first = bisect_left(named, phrase.start, key=_START)
            begun = named[first : bisect_left(named, phrase.end, first, key=_START)]
            persons = [one for one in begun if one.kind == "person" and one.end <= phrase.end]
            bodies = [one for one in begun if one.kind == "group"]
            if phrase.column == "issuer":
                ended = [one for one in bodies if one.end == phrase.end]
                yield from _as("corporate_author", ended[:1], OWN_DECISION)
                longer = (one for one in bodies if one.start == phrase.start < phrase.end < one.end)
                if any(longer) and not ended:  # what the body decided on is no part of its name
                    yield Told("corporate_author", phrase.start, phrase.end, OWN_DECISION)
            elif phrase.column == "author" and not persons:
                yield from _as("corporate_author", bodies[:1], phrase.rule)
            elif phrase.column in _TALKING:
                yield from _as(phrase.column, persons, phrase.rule)
            elif not (persons or bodies) and self._is_body_abroad(phrase):
                yield phrase
            elif persons or not self._is_held(phrase, bodies):
                yield from _as(phrase.column, persons[:3] or bodies[:1], phrase.rule)

    def _is_body_abroad(self, phrase: Told) -> bool:
        """Tell whether a phrase of another language is a body: au ministère de la Guerre."""
        words = self._text[phrase.start : phrase.end]
        return phrase.rule == ABROAD and kind_of(words) == "group"

    def _is_held(self, phrase: Told, bodies: Sequence[Named]) -> bool:
        """Tell whether a phrase is the office of a state: the President of the Republic of X."""
        words = self._text[phrase.start : phrase.end].removeprefix("the ").split(None, 1)
        office = bool(words) and words[0].casefold() in OFFICES
        return office and any(_STATE.match(self._text, one.start, one.end) for one in bodies[:1])

    def _without_subject(self, phrase: Told) -> Told:
        """Leave out what a paper is on: the Resolution of X on the Appeal of Y is not by Y."""
        subject = _ON.search(self._text, phrase.start, phrase.end)
        return phrase._replace(end=subject.start()) if subject else phrase


def _as(column: str, named: Iterable[Named], rule: str) -> Iterator[Told]:
    return (Told(column, one.start, one.end, rule) for one in named)


# What of a document a page shows, behind its title: ` - Transcript (German)`.
_PART_OF_PAGE = re.compile(
    r"\s+[-\u2013\u2014]\s+(?:(?:English|German|Russian|French|Original) )?(?:[Tt]ranscript(?:ion)?"
    r"|[Tt]ranslation|[Ff]ull [Tt]ext|[Ss]can|[Tt]ext)(?: \([\w ]{2,20}\))?$"
)


def of_browser(title: str) -> str:
    """Give the title of a document from that which a browser shows for its page.

    >>> of_browser("Letter to the Consul - Transcript (German) | Port Archive")
    'Letter to the Consul'
    """
    return _PART_OF_PAGE.sub("", title.split(" | ")[0])
