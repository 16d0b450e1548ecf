"""Ranks, honorifics and suffixes at the ends of a personal name, taken apart from the name."""

from __future__ import annotations

from lod.lazily import regex
from lod.normalize.namewords import (
    DOUBLE_RANKS,
    HONOURS,
    RANKS,
    REGNAL,
    SERVICES,
    SUFFIXES,
    UNSURE_HONOURS,
)

# What somebody is behind a comma: 1st Earl of Avon, Queen of Great Britain.
_PEERS = (
    r"(?:Baron(?:ess)?|Viscount(?:ess)?|Earl|Countess|Marquess|Marquis|Duke|Duchess|King|Queen"
    r"|Emperor|Empress|Tsar|Tsarina|Shah|Sultan|König|Königin|Kaiser)"
)
_STYLE = regex(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th) {_PEERS}(?: of)?|{_PEERS} (?:of|von))(?: the)? [^\W\d_a-z].*"
)


def ranks_off(words: list[str]) -> tuple[str, list[str]]:
    """Take ranks and honorifics off the front, and leave at least one word.

    What a rank is of goes with it.

    >>> ranks_off("Marshal of the Royal Air Force Sir Sholto".split())
    ('Marshal of the Royal Air Force Sir', ['Sholto'])
    """
    if len(words) > 2 and words[0].casefold() == "the" and is_rank(words[1]):
        title, rest = ranks_off(words[1:])
        return f"{words[0]} {title}", rest
    at, last = 0, len(words) - 1
    while at < last and (length := _rank_at(words, at)):
        at += min(length, last - at)
    return " ".join(words[:at]), words[at:]


def styles_off(text: str) -> tuple[str, list[str]]:
    """Take off what stands behind a name for its bearer's seat, orders and degrees.

    Who is called by one name is known by the seat.

    >>> styles_off("Anthony Eden, 1st Earl of Avon"), styles_off("Moore, Henry, OM, CH")
    (('Anthony Eden', ['1st Earl of Avon']), ('Moore, Henry', ['OM', 'CH']))
    >>> styles_off("Harold Macmillan MP"), styles_off("Smith CH"), styles_off("Eden")
    (('Harold Macmillan', ['MP']), ('Smith CH', []), ('Eden', []))
    >>> styles_off("Beckner, Earl R."), styles_off("Prince Philip, Duke of Edinburgh")
    (('Beckner, Earl R.', []), ('Prince Philip, Duke of Edinburgh', []))
    """
    name, *behind = text.split(", ")
    named = len(behind) > 1 or len(ranks_off(name.split())[1]) > 1
    styles = [part for part in behind if is_style(part) and named]
    kept = [part for part in behind if part not in styles]
    words = (kept or [name])[-1].split()
    fewest = 1 if kept else 2
    while len(words) > fewest and words[-1] in HONOURS:
        if words[-1] in UNSURE_HONOURS and not (styles or len(words) > fewest + 1):
            break
        styles.insert(0, words.pop())
    last = " ".join(words)
    return ", ".join([name, *kept[:-1], last] if kept else [last]), styles


def is_style(text: str) -> bool:
    """Tell whether what stands behind a comma is a peerage, a throne, or orders alone."""
    return _STYLE.fullmatch(text) is not None or HONOURS.issuperset(text.split())


def is_rank(word: str) -> bool:
    """Tell whether a word is a rank, an office or an honorific: `Gen.`, `Sir`."""
    return word.strip(".,").casefold() in RANKS


def is_suffix(word: str) -> bool:
    """Tell whether a word is `Jr.`, `II` or the like."""
    return word.rstrip(".").casefold() in SUFFIXES or bool(REGNAL.match(word) and len(word) > 1)


def is_given(text: str) -> bool:
    """Tell whether what stands behind a comma is given names: no suffix, no bare rank.

    >>> is_given("John F."), is_given("Jr."), is_given("Lt. Gen.")
    (True, False, False)
    """
    words = text.split()
    has_letters = any(char.isalnum() for char in text)
    return has_letters and not is_suffix(text) and not all(map(is_rank, words))


def _rank_at(words: list[str], at: int) -> int:
    """Count the words of the rank that begins at a place, 0 where none does: `Staff Sergeant`."""
    plain = (word.strip(".,()").replace("\u2019", "'") for word in words[at : at + 2])
    if tuple(map(str.casefold, plain)) in DOUBLE_RANKS and at + 2 < len(words):
        return 2
    return int(is_rank(words[at]) or (at > 0 and _is_of_rank(words, at)))


def _is_of_rank(words: list[str], at: int) -> bool:
    """Tell whether a word belongs to what the rank before it is of: `of the Soviet Union`."""
    word = words[at].casefold()
    before = [one.casefold() for one in words[:at]]
    return word == "of" or (word in SERVICES and before[-1] in SERVICES and "of" in before)
