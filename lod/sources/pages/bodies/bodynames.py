"""Which body is which within one text: a shorter name is recorded in the fullest form there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.words.bodywords import HEADS, WEAK_HEADS

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_LINKS = frozenset(["of", "for", "in", "on", "to", "at"])
_SMALL = _LINKS | {"the", "and", "with"}
# What the letters of parties and ministries stand for, which papers write now so, now so.
_LETTERS = {
    "cc": ("central", "committee"),
    "vkp": ("all-union", "communist", "party"),
    "cpsu": ("communist", "party", "soviet", "union"),
    "puwp": ("polish", "united", "workers'", "party"),
    "sed": ("socialist", "unity", "party", "germany"),
    "mfa": ("ministry", "foreign", "affairs"),
    "mid": ("ministry", "foreign", "affairs"),
}
_AGENCIES = HEADS | WEAK_HEADS | {"news", "press", "airlines", "works"}
_PARTY = {"central", "committee"}
_FACTION = {"b", "bolshevik", "bolsheviks", "bol'shevik", "bol\u2019shevik"}
_BESIDE = _SMALL | _FACTION
_LONGEST_FACTION = 20
_OF_PARTY = re.compile(
    r".*\bparty(?: of [\w' -]{3,40})? central committee|central committee .*\bparty(?: of .{3,40})?"
)
_BRACKETED = re.compile(r" ?\([^()]{1,12}\)")
_PARTED = re.compile(r"(?: ?\([a-z'\u2019]{5,12}\))?([,.]) ")
_MOST = 300
_LEAST = 3  # letters of an acronym that needs no bracket beside the name


def readings(names: Iterable[str]) -> dict[str, str]:
    """Give each name of a body the form under which it is recorded.

    A name in capitals is spelled as elsewhere in the text; one whose words are some of a fuller
    name's, with the same word for what it is, means that body where only one is fuller; an acronym
    is that of the name whose initials it has.

    >>> found = readings(["Joint Commission", "Joint Commission on Korea", "JOINT COMMISSION"])
    >>> sorted(set(found.values()))
    ['Joint Commission on Korea']
    >>> readings(["UNRRA", "United Nations Relief and Rehabilitation Administration"])["UNRRA"]
    'United Nations Relief and Rehabilitation Administration'
    >>> readings(["Central Committee", "Politburo of the Central Committee"])["Central Committee"]
    'Central Committee'
    """
    alike = _alike(set(names))
    known = sorted(set(names) - alike.keys(), key=lambda one: (one.isupper(), one))
    spelled: dict[tuple[str, ...], str] = {}
    for name in known:
        spelled.setdefault(_words(name), name)
    heads: dict[str, list[tuple[str, ...]]] = {}
    meant: dict[str, list[str]] = {}
    for words, name in spelled.items():
        heads.setdefault(_head(words), []).append(words)
        meant.setdefault(_initials(words), []).append(name)
    found = {
        name: _acronym(words, meant)
        or spelled[_shortened(words, spelled) or _fullest(words, heads[_head(words)])]
        for name in known
        for words in (_words(name),)
    }
    return found | {name: found[other] for name, other in alike.items()}


def _is_loud(name: str) -> bool:
    return 2 * sum(map(str.isupper, name)) > len(name)


def _alike(names: set[str]) -> dict[str, str]:
    """Give names that differ from another in letters for words, or in their order, with that one.

    >>> _alike({"CPSU CC", "CENTRAL COMMITTEE OF THE CPSU", "Central Committee of the CPSU"})
    ... # doctest: +NORMALIZE_WHITESPACE
    {'CENTRAL COMMITTEE OF THE CPSU': 'Central Committee of the CPSU',
     'CPSU CC': 'Central Committee of the CPSU'}
    """
    same: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        words = [word for word in _words(name) if word not in _BESIDE]
        if not _LETTERS.keys().isdisjoint(words) or _PARTY.issubset(words):
            whole = (one for word in words for one in _LETTERS.get(word, (word,)))
            same.setdefault(tuple(sorted(whole)), []).append(name)
    found = dict[str, str]()
    for some in same.values():
        best = min(some, key=lambda one: (_is_loud(one), -len(one), one))
        found |= {one: best for one in sorted(some) if one != best}
    return dict(sorted(found.items()))


def joined(text: str, found: Iterable[Seen]) -> Iterator[Seen]:
    """Join a party and its central committee, in either order, into one body.

    >>> text = "ALL-UNION PARTY (bolsheviks), CENTRAL COMMITTEE"
    >>> [text[one.start : one.end] for one in joined(text, [Seen(0, 15, ""), Seen(30, 47, "")])]
    ['ALL-UNION PARTY (bolsheviks), CENTRAL COMMITTEE']
    """
    last: Seen | None = None
    for one in found:
        if last and _is_of_one(text, last, one):
            last = last._replace(end=one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _is_of_one(text: str, one: Seen, other: Seen) -> bool:
    if _is_letterhead(text, one, other):
        both = f"{text[one.start : one.end]} {text[other.start : other.end]}"
        return _OF_PARTY.fullmatch(" ".join(both.casefold().split())) is not None
    parted = _PARTED.fullmatch(text, one.end, min(other.start, one.end + _LONGEST_FACTION))
    if not parted or (parted[1] == "." and not text[one.start : other.end].isupper()):
        return False  # behind a stop another sentence begins, but in a letterhead
    both = f"{text[one.start : one.end]} {text[other.start : other.end]}"
    return _OF_PARTY.fullmatch(_BRACKETED.sub("", both).casefold()) is not None


def _is_letterhead(text: str, one: Seen, other: Seen) -> bool:
    """Tell whether two bodies in capitals stand on two lines, one right below the other."""
    gap = text[one.end : other.start]
    below = not gap.strip() and gap.count("\n") in (1, 2)
    return below and text[one.start : one.end].isupper() and text[other.start : other.end].isupper()


def _shortened(words: tuple[str, ...], known: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Give the only name that begins with the one word of another, before words for a body."""
    if len(words) > 1:
        return ()
    more = [
        one for one in known
        if one[0] == words[0] and len(one) > 1 and all(word in _AGENCIES for word in one[1:])
    ]  # fmt: skip
    return more[0] if len(more) == 1 else ()


def _acronym(words: tuple[str, ...], meant: Mapping[str, Sequence[str]]) -> str:
    """Give the only name that has the letters of an acronym for its initials, "" for none."""
    alone = len(words) == 1 and len(words[0]) >= _LEAST
    found = meant.get(words[0], ()) if alone else ()
    return found[0] if len(found) == 1 else ""


def _fullest(words: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Give the fullest of the names about the same thing that holds the words of all others."""
    if len(others) > _MOST:  # a book of names, in which nobody could say
        return words
    more = [other for other in others if other != words and _is_fuller(other, words)]
    longest = max(more, key=lambda other: (len(other), other), default=())
    alone = all(one == longest or _is_fuller(longest, one) for one in more)
    return longest if longest and alone else words


def _is_fuller(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the words of one name hold those of another, in order, about the same thing."""
    if len(one) < len(other):
        return False
    if len(one) == len(other):  # CC PUWP Politburo, PUWP CC Politburo
        return sorted(one) == sorted(other) and one < other
    rest = iter(one)
    return all(word in rest for word in other)


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> tuple[str, ...]:
    words = (word.casefold() for word in _WORD.findall(name))
    whole = (one for word in words for one in (_LETTERS[word] if word == "cc" else (word,)))
    return tuple(word for word in whole if word != "the")


def _head(words: Sequence[str]) -> str:
    """Give the word for what a body is: the last before `of`, or the last that bodies bear."""
    at = next((at for at, word in enumerate(words) if word in _LINKS and at), len(words))
    heads = [word for word in words[:at] if word in HEADS or word in WEAK_HEADS]
    return heads[-1] if heads else words[at - 1] if words else ""


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL) if len(words) > 1 else ""
