"""Names of places that are only part of a body's name: the Workers' Party of Vietnam."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.places.places import Located

# What is called after a country without speaking of it; posts and ministries do speak of it.
_OWN = frozenset(
    """party parties front union unions association league academy institute university society
    federation bank museum organizations organisations organization organisation solidarity
    survey municipal planning youth women's peasants workers' veterans friendship guarantee
    export import maritime company corporation airlines railways railway railroad movement
    directorate fund lines line shipping airways
    parti partei partido partia partito pártja strana партия""".split()
)
# Official names and letters of states: Hungarian People's Republic, Ukrainian SSR, GDR.
_OFFICIAL = re.compile(
    r"REPUBLIC|SSR$|S\.S\.R\.$|UNION OF SOVIET|[A-Z](?:\.?[A-Z]){1,4}\.?$", re.IGNORECASE
)
_MILITARY = re.compile(r"\bMilitary (?:Region|District|Area|Command)\b")
# What is sent by a country, whatever party it belongs to.
_SENT = frozenset("delegation government embassy legation mission consulate".split())
_WORD = re.compile(r"[^\W\d_][^\W\d_'\u2019-]*['\u2019]?(?:s\b)?")
_AROUND = " \t*_#[](){},.:;\u00a0"


def outside_bodies(
    text: str, places: Sequence[Located], bodies: Iterable[Seen]
) -> Iterator[Located]:
    """Leave out the places that are only part of the name of one of some bodies.

    A country in the name of a party, a bank or a front is none; nor is a state by its official
    name where the body's is the whole of a line, as in a letterhead.

    >>> text = "of the Workers' Party of Vietnam"
    >>> body, place = Seen(7, 32, "words of a body"), Located(25, 32, "gazetteer")
    >>> list(outside_bodies(text, [place], [body]))
    []
    """
    spans = sorted((one.start, one.end) for one in bodies)
    at = 0
    for place in places:
        while at < len(spans) and spans[at][1] < place.end:
            at += 1
        start, end = spans[at] if at < len(spans) else (len(text), 0)
        inside = start <= place.start and (start, end) != (place.start, place.end)
        if not inside or not _is_only_part(text, place, start, end):
            yield place


def _is_only_part(text: str, place: Located, start: int, end: int) -> bool:
    before, behind = text[start : place.start], text[place.end : end]
    if before.casefold().endswith((" in ", " at ", " in the ", " to ", " to the ")):  # where it is
        return False
    if behind and _MILITARY.search(behind):
        return True
    words = {one.casefold() for one in _WORD.findall(before.replace("\u2019", "'"))}
    words.update(one.casefold() for one in _WORD.findall(behind.replace("\u2019", "'")))
    if not _OWN.isdisjoint(words) and _SENT.isdisjoint(words):
        return True
    name = text[place.start : place.end]
    return _OFFICIAL.search(name) is not None and _is_whole_line(text, start, end)


def _is_whole_line(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but marks stands beside a name on its lines."""
    lo, hi = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    hi = len(text) if hi < 0 else hi
    return not text[lo:start].strip(_AROUND) and not text[end:hi].strip(_AROUND)


def state_names(names: Iterable[str]) -> dict[str, str]:
    """Give the fuller of several spellings of one place within a text: its letters, capitals.

    >>> state_names(["GDR", "German Democratic Republic", "FRANCE", "France"])
    {'FRANCE': 'France', 'GDR': 'German Democratic Republic'}
    """
    names = sorted({*names})
    spelled = {one.casefold(): one for one in names if not one.isupper()}
    letters = {
        "".join(word[0] for word in one.split() if word[0].isupper()): one
        for one in names
        if "epublic" in one
    }
    found = {one: spelled.get(one.casefold()) or letters.get(one) for one in names if one.isupper()}
    return {one: fuller for one, fuller in found.items() if fuller}
