"""A heading without what it says besides the name: brackets, doubts, years of a life."""

from __future__ import annotations

import re

from lod.lazily import regex

PARENTHESIS = regex(r"(?:^|(?<=\s))\(([^()]{1,120})\)")
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


def plain(text: str) -> str:
    """Drop brackets, parentheses and life dates, which say nothing on the kind."""
    text = life(" ".join(text.split()))[0]
    return clean(PARENTHESIS.sub(" ", text)) or clean(text.strip("() "))


def clean(text: str) -> str:
    """Drop brackets and question marks; take the name out of `illegible, possibly Molotov`."""
    text = " ".join(re.sub(r"[\[\]?]", " ", text).split())
    guess = _GUESS.search(text)
    if guess:
        return guess[1]
    return "" if _NOBODY.match(text) else text


def life(text: str) -> tuple[str, int | None, int | None]:
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
