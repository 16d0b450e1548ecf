"""A name as catalogued -> its parts and its other forms, without losing how it was spelled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lod.lazily import regex
from lod.normalize.bodies import has_kind, is_known_body
from lod.normalize.nameorder import in_order, is_initial, part_patronymic, split_words
from lod.normalize.namewords import (
    ACRONYMS,
    BODIES,
    COMPOUND_BODY,
    PATRONYMIC,
    RANKS,
    WEAK_BODIES,
    is_newspaper,
)
from lod.normalize.offices import is_office
from lod.normalize.ranks import is_given, is_rank, is_suffix, ranks_off
from lod.record import AgentKind

_STRONG = ACRONYMS | (BODIES - WEAK_BODIES)  # words that bodies alone bear
_LONGEST = 300  # what is longer is a sentence, not a name
_WORD = regex(r"[^\W_]+(?:['’ʹʼ][^\W_]+)*")  # noqa: RUF001  (letters of transliteration)
_PARENTHESIS = regex(r"(?:^|(?<=\s))\(([^()]{1,120})\)")
_OPTIONAL = regex(r"(?<=[^\W\d_])\(([^\W\d_]{1,2})\)(?=[^\W\d_])")  # Briz(z)ola
_QUOTED = regex(r"[\"“”„«]([^\"“”„«»]{1,60})[\"“”»]")
_YEARS = regex(
    r"[,(]?\s*(?:(?:ca?\.|circa)\s*)?\b(?P<born>1[0-9]{3}|20[0-9]{2})\??\s*[-\u2013\u2014]\s*"
    r"(?:(?:ca?\.|circa)\s*)?(?P<died>1[0-9]{3}|20[0-9]{2})?\??\)?\.?\s*$"
)
_YEAR = regex(
    r"[,(]\s*(?P<what>b(?:orn)?|d(?:ied)?)\.?\s+(?:(?:ca?\.|circa)\s*)?(?P<year>[12][0-9]{3})\)?\s*$",
    re.IGNORECASE,
)
_GUESS = regex(r"\b(?:possibly|probably|perhaps|presumably)\s+(.+)$", re.IGNORECASE)
_NOBODY = regex(
    r"^(?:illegible|unknown|unnamed|anonymous|not known|no name|n/a|none)\b", re.IGNORECASE
)
# A peer, whatever the seat: Baron Rodgers of Quarry Bank.
_PEER = regex(
    r"(?:^|, ?)(?:\d{1,2}(?:st|nd|rd|th) )?"
    r"(?:Baron(?:ess)?|Viscount(?:ess)?|Earl|Countess|Lord|Lady|Marquess|Duke|Duchess) "
    r"[^\W\d_][\w'-]+(?: of |$)"
)
# Who acts for somebody dead, and what is called like somebody: no one person.
_NO_ONE = regex(
    r"^(?:the )?(?:estate|heirs?|executors?|descendants|nachlass|erben) (?:of|von) "
    r"|\((?:firm|company|family|band)\)\s*$",
    re.IGNORECASE,
)
_DIVISION = regex(r"(?<=[^\W\d_]{4})\. (?=[^\W\d_]{2})|--")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name taken apart; every part is spelled as the source spells it.

    core: the name without rank, parentheses, quotation marks, brackets and life dates. alternates:
    other full forms, from parentheses. nickname: from quotation marks, or a single word in
    parentheses. uncertain: brackets or a question mark say that the reading is a guess.
    inverted: the source had the family name first, with a comma or in capitals.
    """

    raw: str
    kind: AgentKind
    core: str
    family: str = ""
    given: str = ""
    patronymic: str = ""
    title: str = ""
    suffix: str = ""
    nickname: str = ""
    alternates: tuple[str, ...] = ()
    born: int | None = None
    died: int | None = None
    uncertain: bool = False
    inverted: bool = False

    @property
    def is_bare(self) -> bool:
        """Tell whether a person is named by one word only."""
        return self.kind != "group" and not self.given and not self.patronymic

    @property
    def is_initials(self) -> bool:
        """Tell whether the given names are initials only.

        >>> parse_name("STALIN I.V.").is_initials, parse_name("Stalin, Joseph V.").is_initials
        (True, False)
        """
        return bool(self.given) and all(is_initial(word) for word in self.given.split())


def kind_of(name: str) -> AgentKind:
    """Tell a person from a body by the words and the shape of the name; "agent" when neither.

    Use it where the source has people and bodies in one column. It never guesses from capitals
    alone: `Vecherniy Leningrad` and `Gary Goldberg` have the same shape.

    >>> kind_of("Japan. Foreign Ministry. Asian Affairs Bureau"), kind_of("Church, Frank")
    ('group', 'person')
    >>> kind_of("Poland. Embassy (Canada)"), kind_of("Cde. Stalin"), kind_of("Gary Goldberg")
    ('group', 'person', 'agent')
    """
    return _kind_of(name[:_LONGEST])


@lru_cache(maxsize=1 << 16)
def _kind_of(name: str) -> AgentKind:
    text = _plain(name)
    found = _WORD.findall(text)
    words = _folded(found)
    if not words:
        return "agent"
    if is_known_body(text) or _NO_ONE.search(name):
        return "group"
    if _holds_office(text) or (len(found) > 1 and _is_office_with_name(text)):
        return "person"
    if _is_inverted_person(text) or (_PEER.search(text) and not _is_strong(words)):
        return "person"
    named = is_newspaper(text) or COMPOUND_BODY.search(text) or _DIVISION.search(text)
    if _has_body(words) or has_kind(found) or named or "&" in text:
        return "group"
    return "person" if _has_personal_mark(text, words) else "agent"


@lru_cache(maxsize=1 << 16)
def parse_name(text: str, kind: AgentKind = "agent") -> Name:
    """Take a name apart; give the kind when the source says it.

    >>> name = parse_name('Blair, Anthony Charles Lynton ("Tony")')
    >>> name.family, name.given, name.nickname
    ('Blair', 'Anthony Charles Lynton', 'Tony')
    >>> parse_name("Chiang, Ching-kuo (Jiang Jingguo)").alternates
    ('Jiang Jingguo',)
    >>> parse_name("Comrade STALIN I.V.").title
    'Comrade'
    """
    raw = " ".join(text[:_LONGEST].split())
    kind = kind_of(raw) if kind == "agent" else kind
    rest, born, died = _life(raw)
    uncertain = any(mark in rest for mark in "[]?")
    rest = _clean(rest)
    if kind == "group":
        return _group(raw, rest, uncertain)
    rest, nickname, alternates = _asides(rest)
    name = _person(rest)
    return Name(
        raw=raw,
        kind=kind,
        core=name.core,
        family=name.family,
        given=name.given,
        patronymic=name.patronymic,
        title=name.title,
        suffix=name.suffix,
        nickname=nickname,
        alternates=alternates,
        born=born,
        died=died,
        uncertain=uncertain,
        inverted=name.inverted,
    )


def forms(name: Name) -> tuple[str, ...]:
    """Give the forms under which an authority may know the name, the fullest first.

    >>> forms(parse_name('Nazarbayev, Nursultan Abishuly'))
    ('Nursultan Abishuly Nazarbayev', 'Nazarbayev, Nursultan Abishuly', 'Nursultan Nazarbayev')
    """
    if name.kind == "group":
        found = [name.core, *_turned(name.core), *name.alternates]
    else:
        found = _personal_forms(name)
    return tuple(dict.fromkeys(form for form in found if form))


def divisions(name: str) -> tuple[str, ...]:
    """Split a heading of a body into its levels, the widest first.

    >>> divisions("Japan. Foreign Ministry. Asian Affairs Bureau")
    ('Japan', 'Foreign Ministry', 'Asian Affairs Bureau')
    """
    return tuple(part.strip() for part in _DIVISION.split(name) if part.strip())


def _personal_forms(name: Name) -> list[str]:
    """Give direct, inverted, shortened and alternative forms of a person's name."""
    first = " ".join(part for part in (name.given, name.patronymic) if part)
    direct = " ".join(part for part in (first, name.family, name.suffix) if part)
    found = [direct]
    if first and name.family:
        found.append(f"{name.family}, {first}")
    if name.patronymic and name.given:
        found.append(f"{name.given} {name.family}")
    if name.nickname and name.family:
        found.append(f"{name.nickname} {name.family}")
    return [*found, *name.alternates]


def _turned(core: str) -> list[str]:
    """Turn `Japan. Foreign Ministry` into `Foreign Ministry of Japan`."""
    parts = divisions(core)
    return [f"{parts[1]} of {parts[0]}"] if len(parts) == 2 else []


def _plain(text: str) -> str:
    """Drop brackets, parentheses and life dates, which say nothing on the kind."""
    text = _life(" ".join(text.split()))[0]
    return _clean(_PARENTHESIS.sub(" ", text)) or _clean(text.strip("() "))


def _clean(text: str) -> str:
    """Drop brackets and question marks; take the name out of `illegible, possibly Molotov`."""
    text = " ".join(re.sub(r"[\[\]?]", " ", text).split())
    guess = _GUESS.search(text)
    if guess:
        return guess[1]
    return "" if _NOBODY.match(text) else text


def _life(text: str) -> tuple[str, int | None, int | None]:
    """Take life dates off the end of a heading."""
    found = _YEARS.search(text)
    if found:
        died = found["died"]
        return text[: found.start()], int(found["born"]), int(died) if died else None
    one = _YEAR.search(text)
    if one:
        year, is_birth = int(one["year"]), one["what"][0] in "bB"
        return text[: one.start()], year if is_birth else None, None if is_birth else year
    return text, None, None


def _folded(words: list[str]) -> list[str]:
    """Fold words; one of two letters is an acronym only in capitals: not in Lim Chong Eu."""
    loud = len(words) > 1 and all(map(str.isupper, words))
    folded = ((word, word.casefold()) for word in words)
    return [
        low if len(low) > 2 or low not in ACRONYMS or (word.isupper() and not loud) else ""
        for word, low in folded
    ]


def _has_body(words: list[str]) -> bool:
    """Tell whether a word of the name is one that only bodies bear."""
    staff = words[-1] == "staff" and words[-2:-1] == ["general"]  # General Staff
    long = len(words) > 2 and any(word in WEAK_BODIES for word in words)
    return _is_strong(words) or staff or long


def _is_strong(words: list[str]) -> bool:
    return not _STRONG.isdisjoint(words)


def _has_personal_mark(text: str, words: list[str]) -> bool:
    """Tell whether a rank, an initial or a patronymic shows a person."""
    if words[0] in RANKS and len(words) > 1:
        return True
    tokens = split_words(text)
    if len(tokens) > 1 and any(is_initial(token) for token in tokens):
        return True
    return len(tokens) > 2 and any(PATRONYMIC.search(token) for token in tokens[1:])


def _is_inverted_person(text: str) -> bool:
    """Tell whether the text has the shape `Surname, Given`, with no body's word after the comma."""
    family, comma, given = text.partition(",")
    before = [word.casefold() for word in _WORD.findall(family)]
    after = [word.casefold() for word in _WORD.findall(given)]
    if not comma or not after or not 1 <= len(before) <= 4 or len(after) > 7:
        return False
    if ". " in family or _has_body(after) or any(char.isdigit() for char in text):
        return False
    return len(before) == 1 or not _has_body(before)


def _holds_office(text: str) -> bool:
    """Tell whether an office stands behind what is no body: A. Gromyko, Minister of Trade."""
    holder, comma, office = text.rpartition(", ")
    words = _WORD.findall(holder)
    return bool(comma and words) and is_office(office) and not _has_body(_folded(words))


def _is_office_with_name(text: str) -> bool:
    """Tell whether a text is an office, with its holder behind it or not.

    `Secretary of State`, `Secretary of State Dulles`, `Soviet Ambassador in Pyongyang Shtykov`.
    """
    if is_office(text):
        return True
    words = text.split()
    return any(
        is_office(" ".join(words[:-many])) and all(map(_may_be_borne, words[-many:]))
        for many in (1, 2)
        if len(words) > many + 1
    )


def _may_be_borne(word: str) -> bool:
    """Tell whether a word may be a name of a person: capital, no word of bodies."""
    return word[:1].isupper() and not word.isupper() and not _has_body(_folded([word.strip(".")]))


def _group(raw: str, rest: str, uncertain: bool) -> Name:
    """Take a body's name apart: the acronym in parentheses is an alternate, the rest stays."""
    inside = [found.strip() for found in _PARENTHESIS.findall(rest)]
    acronyms = tuple(
        word for word in inside if sum(map(str.isupper, word)) >= 2 and " " not in word
    )
    core = rest
    for word in acronyms:
        core = core.replace(f"({word})", " ")
    core = " ".join(core.split()).strip(" ,;")
    return Name(raw=raw, kind="group", core=core, alternates=acronyms, uncertain=uncertain)


def _asides(text: str) -> tuple[str, str, tuple[str, ...]]:
    """Take nicknames and other forms out of quotation marks and parentheses."""
    nickname, alternates = "", []
    text = _OPTIONAL.sub(r"\1", text)
    for found in _PARENTHESIS.findall(text):
        inside = found.strip(" \"“”„«»'‘’")  # noqa: RUF001  (quotation marks as printed)
        is_nickname = " " not in inside or inside != found.strip()
        if is_nickname and not nickname:
            nickname = inside
        elif inside:
            alternates.append(inside)
    text = _PARENTHESIS.sub(" ", text)
    quoted = _QUOTED.search(text)
    if quoted:
        nickname = nickname or quoted[1].strip()
        text = _QUOTED.sub(" ", text)
    # What is left of parentheses that do not close, or that hold the whole name: `(I. Vinogradov)`.
    text = " ".join(text.replace("(", " ").replace(")", " ").split()).strip(" ,;")
    if not text and (alternates or nickname):
        text, alternates = (alternates or [nickname])[0], alternates[1:]
        nickname = ""
    return text, nickname, tuple(alternates)


def _person(text: str) -> Name:
    """Take a personal name apart, in whichever order it stands."""
    segments = [segment.strip() for segment in text.split(",")]
    tails = [segment for segment in segments[1:] if segment]
    segments = [segments[0], *tails]
    if segments[0] and any(is_given(tail) for tail in tails):
        return _inverted(segments)
    ranks = [tail for tail in tails if not is_suffix(tail)]
    tails = [tail for tail in tails if is_suffix(tail)]
    title, words = ranks_off(split_words(" ".join([segments[0], *tails])))
    title = " ".join(part for part in (title, *ranks) if part)
    suffix = ""
    if len(words) > 2 and is_suffix(words[-1]):
        suffix = words.pop()
    family, given = in_order(words)
    first, patronymic = part_patronymic(given)
    core = " ".join(part for part in (*words, suffix) if part)
    inverted = bool(given) and words[0] == family and len(words) > 1
    return Name(
        raw=text,
        kind="person",
        core=core,
        family=family,
        given=first,
        patronymic=patronymic,
        title=title,
        suffix=suffix,
        inverted=inverted,
    )


def _inverted(segments: list[str]) -> Name:
    """Take `Surname, Given Patronymic, Jr., Sir` apart."""
    titles = [one for one in segments[1:-1] if is_rank(one)]
    segments = [one for at, one in enumerate(segments) if not at or one not in titles]
    before, family = ranks_off(split_words(segments[0]))
    title, given = ranks_off(split_words(segments[1]))
    suffix, titles = "", [before, *titles, title]
    if len(given) > 1 and is_suffix(given[-1]):
        suffix = given.pop()
    for segment in segments[2:]:
        if is_suffix(segment):
            suffix = segment
        elif segment:
            titles.append(segment)
    if len(given) == 1 and is_suffix(given[0]):
        suffix, given = given[0], []
    if len(given) == 1 and is_rank(given[0]):
        titles.append(given.pop())
    first, patronymic = part_patronymic(given)
    core = f"{' '.join(family)}, {' '.join([*given, suffix]).strip()}".strip(" ,")
    return Name(
        raw=", ".join(segments),
        kind="person",
        core=core,
        family=" ".join(family),
        given=first,
        patronymic=patronymic,
        title=" ".join(part for part in titles if part),
        suffix=suffix,
        inverted=True,
    )
