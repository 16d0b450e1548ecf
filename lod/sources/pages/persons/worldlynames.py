"""Persons whose family name is an everyday English word: General Church, drafted by Bowling."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

from collections.abc import Sequence

from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import DEEDS, MODALS
from lod.sources.pages.words.tokens import Token

# Of those that are surnames too, the ones that neither bodies nor things are called by.
_SURNAMES = frozenset(
    """abbot baker ball barber barker barrow bird bishop black bowling bowman bridges brooks brown
    burns burton bush butcher butler carpenter carter chandler church clay collier cook cooper
    cotton crane cross dean drew duke eden fields fisher fletcher flint flowers ford foster fox
    freeman frost gardener gates glass goodman grant graves gray green grey hale hardy harper hart
    heath hood hope horn howe hunt hunter joy keen king knight lamb lane little long lovelace lynch
    marks marsh mason mercer miller moody moon moore moss noble norman officer page parker parsons
    pepper pike pope porter potter price quick ransom reed rice rich rivers rose rush sage salmon
    sands savage sellers sharp shepherd short silver singer skinner small smart smith snow spencer
    stark steel stern stone stout strong swan swift taylor thorn turner tyler underwood vance
    walker ward weaver wells wheeler white wild winter winters wise wolf wood woods wren wright
    young younger""".split()
)
# Those by which no thing is called that has a capital amid a sentence.
_TRADES = frozenset(
    """baker barker butcher butler carpenter carter chandler collier cook cooper fisher fletcher
    foster gates grant harper hunter marsh mason mercer miller parker parsons porter shepherd smith
    spencer taylor turner walker weaver wheeler wright""".split()
)
_MET = frozenset("with told asked met meets meeting saw".split())
_TROOPS = frozenset(
    "general major sergeant brigadier commodore father judge justice inspector baron".split()
)
# What is done to papers by those who handle them.
_HANDLED = frozenset(
    """drafted cleared approved initialed initialled signed countersigned dictated translated typed
    minuted seen annotated prepared written submitted forwarded read""".split()
)
# Honours that stand behind a name as part of it: Nasir Khan, Rauf Pasha.
_HONOURS = frozenset(("Khan", "Pasha"))
_FEW = (2, 3)
_BEHIND = DEEDS | MODALS | frozenset("with who and also himself".split())


def is_worldly(words: Sequence[Token], lo: int, hi: int, weak: str) -> str:
    """Say what shows that an everyday word with a capital is a person's name, "" when nothing.

    lo, hi: of the name in the words. weak: the everyday word of rank before it, "" for none.
    """
    word = words[lo]
    if hi - lo in _FEW and words[hi - 1].text in _HONOURS and word.near:
        behind = words[hi] if hi < len(words) else None
        named = behind is not None and behind.near and behind.is_name
        return "" if named or any(is_english(one.low) for one in words[lo : hi - 1]) else "honour"
    if hi - lo != 1 or word.low not in _SURNAMES or word.text.isupper():
        return ""
    behind = words[hi] if hi < len(words) else None
    if behind is not None and behind.near and (behind.is_name or behind.low == "were"):
        return ""
    ahead = words[lo - 1].low if lo and word.near else ""
    before = words[lo - 2].low if ahead and lo > 1 and words[lo - 1].near else ""
    if ahead == "by" and before in _HANDLED:
        return "behind by"
    if ahead in _MET and word.low in _TRADES and not word.first:
        return f"behind {ahead}"
    told = behind is None or not behind.near or word.own or behind.low in _BEHIND
    return f"rank {weak}" if weak in _TROOPS and told else ""
