"""What a name names: a person or a body, by its words, its shape and its role in the record."""

from __future__ import annotations

import re
from functools import lru_cache

from lod.lazily import regex
from lod.normalize.bare import plain
from lod.normalize.bodies import has_kind, is_known_body
from lod.normalize.communities import has_trade, is_community, is_numbered, is_place
from lod.normalize.nameorder import is_initial, split_words
from lod.normalize.namewords import (
    ACRONYMS,
    BODIES,
    COMPOUND_BODY,
    PATRONYMIC,
    RANKS,
    WEAK_BODIES,
    given_names,
    is_newspaper,
)
from lod.normalize.offices import is_office
from lod.normalize.ranks import is_rank
from lod.normalize.wireaddresses import wire_address
from lod.record import AgentKind

_STRONG = ACRONYMS | (BODIES - WEAK_BODIES)  # words that bodies alone bear
_WORD = regex(r"[^\W_]+(?:['’ʹʼ][^\W_]+)*")  # noqa: RUF001  (letters of transliteration)
# A peer, whatever the seat: Baron Rodgers of Quarry Bank.
_PEER = regex(
    r"(?:^|, ?)(?:\d{1,2}(?:st|nd|rd|th) )?"
    r"(?:Baron(?:ess)?|Viscount(?:ess)?|Earl|Countess|Lord|Lady|Marquess|Duke|Duchess) "
    r"[^\W\d_][\w'-]+(?: of |$)"
)
# Who acts for somebody dead, and what is called like somebody: no one person.
_NO_ONE = regex(
    r"^(?:the )?(?:estate|heirs?|executors?|descendants|nachlass|erben|workshop|circle|followers?"
    r"|werkstatt|umkreis) (?:of|von) "
    r"|\((?:firm|company|family|band)\)\s*$",
    re.IGNORECASE,
)
# What is a body of an army by both its last words: Kunming Military Region.
_OF_ARMIES = frozenset((("general", "staff"), ("military", "region"), ("military", "district")))
LONGEST = 300  # what is longer is a sentence, not a name
DIVISION = regex(r"(?<=[^\W\d_]{4})\. (?=[^\W\d_]{2})|--")
# Roles that bodies alone have, and those that people seldom have.
_OF_BODIES = frozenset(["keeper", "corporate-author"])
_MAKERS = frozenset(["creator", "maker", "manufacturer", "publisher", "printer", "issuer"])
_MOSTLY_OF_BODIES = frozenset(["publisher", "manufacturer", "funder"])


def kind_of(name: str) -> AgentKind:
    """Tell a person from a body by the words and the shape of the name; "agent" when neither.

    Use it where the source has people and bodies in one column. It never guesses from capitals
    alone: `Vecherniy Leningrad` and `Gary Goldberg` have the same shape.

    >>> kind_of("Japan. Foreign Ministry. Asian Affairs Bureau"), kind_of("Church, Frank")
    ('group', 'person')
    >>> kind_of("Poland. Embassy (Canada)"), kind_of("Cde. Stalin"), kind_of("Gary Goldberg")
    ('group', 'person', 'agent')
    """
    return _kind_of(name[:LONGEST])


@lru_cache(maxsize=1 << 16)
def _kind_of(name: str) -> AgentKind:
    text = plain(name)
    found = _WORD.findall(text)
    words = _folded(found)
    if not words:
        return "agent"
    if is_known_body(text) or is_community(text) or wire_address(text) or _NO_ONE.search(name):
        return "group"
    if _holds_office(text) or (len(found) > 1 and _is_office_with_name(text)):
        return "person"
    if _is_inverted_person(text) or (_PEER.search(text) and not _is_strong(words)):
        return "person"
    named = is_newspaper(text) or COMPOUND_BODY.search(text) or _is_divided(text)
    made = has_trade(found) or (is_numbered(text) and RANKS.isdisjoint(words))
    if _has_body(words) or has_kind(found) or named or made or "&" in text:
        return "group"
    return "person" if _has_personal_mark(text, words) else "agent"


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
    staff = tuple(words[-2:]) in _OF_ARMIES
    long = len(words) > 2 and any(word in WEAK_BODIES for word in words)
    return _is_strong(words) or staff or long


def _is_strong(words: list[str]) -> bool:
    return not _STRONG.isdisjoint(words)


def _is_divided(text: str) -> bool:
    """Tell whether a name has levels, `Japan. Foreign Ministry`; no rank is one: `Prof. Huber`."""
    found = DIVISION.search(text)
    return found is not None and not is_rank(text[: found.start()].rpartition(" ")[2])


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
    if (
        ". " in family
        or _has_body(after)
        or has_trade(after)
        or any(char.isdigit() for char in text)
    ):
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


# What joins the partners of a firm, and what stands for the others.
_FIRM = regex(r"\s(?:&|and|und|et|y|en|i|og|och)\s+[A-Z\u00c0-\u00de]|\[?etc\b")


def kind_in(role: str, name: str) -> AgentKind:
    """Tell a person from a body by the role too: what keeps archives is a body, whatever its name.

    Publishers and makers of goods are, unless they are called as people are.

    >>> kind_in("keeper", "Bundeskanzleramt"), kind_in("keeper", "Murray, John")
    ('group', 'group')
    >>> kind_in("publisher", "Progress"), kind_in("publisher", "Kurt Wolff")
    ('group', 'agent')
    >>> kind_in("publisher", "Wiley and Putnam"), kind_in("publisher", "C. Scribner [etc.]")
    ('group', 'group')
    """
    kind = kind_of(name)
    if role in _MOSTLY_OF_BODIES and _FIRM.search(name):
        return "group"
    if role in _OF_BODIES or (kind == "agent" and is_place(name, small=role in _MAKERS)):
        return "group"
    first, space, _ = name.partition(" ")
    called = space and first.casefold() in given_names()
    return "group" if kind == "agent" and role in _MOSTLY_OF_BODIES and not called else kind
