"""Ships, papers, treaties and code words that a text names: no places, and nobody's names."""

# ruff: noqa: RUF001, SIM905  (Russian words are meant; word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator, Set

_KINDS = frozenset(
    """ship steamship steamer motorship vessel carrier cruiser destroyer submarine frigate liner
    tanker freighter trawler battleship minesweeper icebreaker yacht schooner corvette gunboat
    uss hms vapor buque barco acorazado crucero paquebot navire croiseur cuirassé dampfer
    schiff kreuzer frachter statek parowiec pancernik motorowiec пароход теплоход крейсер судно
    пароходе теплоходе motonave piroscafo nave incrociatore gőzös hajó loď parník navio""".split()
)
_PLURALS = frozenset(f"{one}s" for one in _KINDS)
_CRAFTS = _KINDS | {"plane", "airplane", "aeroplane", "airliner"}
_QUOTE = "\"\u201c\u201e\u00ab'\u2018\u2039*_"
_CAPITAL = r"[^\W\d_a-zа-яё]"
_NAME = rf"{_CAPITAL}[\w'\u2019-]*\w(?:[ \u00a0](?:{_CAPITAL}\.|{_CAPITAL}[\w'\u2019-]*\w)){{0,2}}"
_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
_NAMED = re.compile(
    rf"(?<!\w)(?:(?i:{_KIND})|[Mm]\.[Vv]\.|S\.S\.|M/[VS]"
    rf"|S/S|H\.M\.S\.|U\.S\.S\.)(?:, the)?[ \u00a0\n]{{1,3}}(?:[{_QUOTE}][ \u00a0]?)?({_NAME})"
)
# `the ships Kiev and Varna`, `a plane of Air India, the Kashmir Princess`, `the Kiev, a steamer`.
_SEVERAL = re.compile(rf"\b(?i:(?:{_KIND})s) ({_NAME})((?:, {_NAME}){{0,5}}) and ({_NAME})")
_CRAFT = rf"(?:(?:air)?plane|aeroplane|airliner|{_KIND})"
_APPOSED = re.compile(
    rf"\b{_CRAFT}(?: (?:of|belonging to|from) (?:the )?{_NAME})?, the ({_NAME})"
    rf"|\b[Tt]he ({_NAME}), (?:an?|the) (?:[a-z-]+ ){{0,3}}{_CRAFT}\b"
    rf"|\b(?:air)?plane ({_CAPITAL}[\w'\u2019-]+ {_CAPITAL}[\w'\u2019-]+)"
    r"(?= (?:from|to|on|in|at)\b)"
)
# What one boards, and what ships do.
_BOARDED = re.compile(
    rf"\b(?:aboard|on board|join(?:ed|s)?|sank|sunk) the ({_NAME})"
    rf"|\b[Tt]he ({_NAME}) (?:sailed|steamed|docked|anchored|berthed|put in|sank|ran aground"
    r"|weighed anchor|went through|unloaded|loaded|called at)\b"
)
# What is called after whoever stands in quotation marks behind it: the school "Karl Marx".
_AFTER = frozenset(
    """school academy plant factory mill works theatre theater cinema brigade battalion regiment
    column kolkhoz sovkhoz cooperative prize club university institute hospital shipyard mine
    stadium library schule hochschule parteihochschule werk kombinat usine école fabryka
    szkoła huta závod škola завод школа колхоз фабрика""".split()
)
_CALLED = re.compile(
    rf"(?<!\w)(?i:{'|'.join(sorted(_AFTER))})[ \u00a0\n]{{1,2}}[\"\u201c\u201e\u00ab]({_NAME})"
    r"[\"\u201c\u201d\u00bb]"
)
# A treaty by the place of which it is: `Tlatelolco, which Argentina has signed`.
_SIGNS = frozenset(("signed", "ratified", "ratify", "ratifies", "initialled", "acceded"))
_SIGNED = re.compile(
    rf"\b({_NAME}),[ \u00a0\n](?:which|that)[ \u00a0\n](?:\w+[ \u00a0\n]){{0,4}}?"
    rf"(?:{'|'.join(sorted(_SIGNS))})\b"
)
_MARKS = frozenset('"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a')


def ships(text: str, start: int, end: int, said: Set[str]) -> Iterator[tuple[int, int]]:
    r"""Find the names of ships in a stretch of a text; said: the words of the text.

    >>> from lod.sources.pages.words.saidwords import words_in
    >>> text = "The carrier Franklin D. Roosevelt will join the Missouri; the steamer 'Kiev' left."
    >>> [text[lo:hi] for lo, hi in ships(text, 0, len(text), words_in(text))]
    ['Franklin D. Roosevelt', 'Kiev', 'Missouri', 'Kiev', 'Missouri']
    """
    if not _AFTER.isdisjoint(said):
        for one in _CALLED.finditer(text, start, end):
            yield one.span(1)
    yield from _apposed(text, start, end, said)
    if _KINDS.isdisjoint(said) and not any(map(text.__contains__, ("m.v.", "S.S.", "M.S."))):
        return
    names = set[str]()
    for one in _NAMED.finditer(text, start, end):
        names.add(one[1])
        yield one.span(1)
    for one in _BOARDED.finditer(text, start, end):
        group = 1 if one[1] else 2
        names.add(one[group])
        yield one.span(group)
    for name in sorted(names):
        for one in re.finditer(
            rf"(?:[Tt]he |[{re.escape(_QUOTE)}])({re.escape(name)})\b", text[start:end]
        ):
            yield start + one.start(1), start + one.end(1)


def _apposed(text: str, start: int, end: int, said: Set[str]) -> Iterator[tuple[int, int]]:
    """Find the names of several ships, and of a ship, plane or treaty beside what it is."""
    if not _PLURALS.isdisjoint(said):
        for one in _SEVERAL.finditer(text, start, end):
            yield from (one.span(1), one.span(3))
            for other in re.finditer(_NAME, one[2]):
                yield one.start(2) + other.start(), one.start(2) + other.end()
    if not _SIGNS.isdisjoint(said):
        for one in _SIGNED.finditer(text, start, end):
            yield one.span(1)
    if not _CRAFTS.isdisjoint(said):
        for one in _APPOSED.finditer(text, start, end):
            yield one.span(one.lastindex or 1)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a name is all that stands between quotation marks: a ship's, a newspaper's.

    >>> is_quoted("sailed in the «Mexique» today", 15, 22), is_quoted("in Mexico", 3, 9)
    (True, False)
    """
    if text[max(start - 2, 0) : start].strip(" \u00a0")[-1:] not in _MARKS:
        return False
    return text[end : end + 2].strip(" \u00a0")[:1] in _MARKS
