"""Telegraphic addresses, under which foreign services and their posts send and receive cables."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.lazily import regex

# Words that are a post with the town behind them: `Hicomind, London`, `Indembassy Cairo`.
_POSTS = frozenset(
    """indembassy indembass indembas indiadel indiamission indlegation indcom hicomind hicommind
    indiahicom indconsul indmission indevac upind conind
    hicompak pakembassy pakrep pakdel pakmission ceylonac ceydel burmembassy
    amembassy amemb amlegation amconsul amcongen ameconsul usmission usdel usun usinfo secstate
    candel canembassy domcan domintern hicomcan canac
    austembassy austdel austemba austrep hicomaust auslegation hicomnz nzdel
    ukdel ukrep ukmis ukhicom hicomuk prodrome britembassy britdel
    ambafrance diplofrance consulfrance francedel diplogerma consugerma diplogermo
    italdiplo ambital dipital maefa brasemb embrasil brasdel embamex embacuba ambabelge belgodel
    ambasuede norembassy sovemb sovposol polembassy tunisdel algerdel egyptembassy""".split()
)
# Words that are one only with the town of a capital behind them: `Foreign, New Delhi`.
_SEATED = frozenset(
    "foreign external externals eastern dominion diplomat premier primin exteriores esteri".split()
)
_ADDRESS = regex(
    r"(?:the )?([A-Za-z]{4,14})(?:(?:,\s*|\s+)([A-Z][\w'\u2019.-]+(?: [A-Z][\w'\u2019.-]+){0,2}))?"
)
_AMONG = regex(
    rf"\b(?i:{'|'.join(sorted(_POSTS))})\b"
    r"(?:,? (?:(?:New|San|Port|El|La|Los|Rio|Hong|Tel|Addis|Kuala|Buenos|Phnom) )?"
    r"[A-Z][\w'\u2019.-]+)?"
)


def wire_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of the telegraphic addresses of posts in a list, each with its town.

    >>> text = "Hicomind, London (for Dorn); Indiadel New York, Amembassy Rome"
    >>> [text[lo:hi] for lo, hi in wire_addresses(text)]
    ['Hicomind, London', 'Indiadel New York', 'Amembassy Rome']
    """
    if not _POSTS.isdisjoint(text.casefold().replace(",", " ").replace(";", " ").split()):
        yield from (one.span() for one in _AMONG.finditer(text))


def wire_address(text: str) -> re.Match[str] | None:
    """Match the telegraphic address of a post, with its town or alone.

    >>> wire_address("Hicomind, London")[1], wire_address("Foreign, New Delhi")[2]
    ('Hicomind', 'New Delhi')
    >>> wire_address("Foreign Office") or wire_address("Orlov, Ivan")
    """
    words = text.removeprefix("the ").replace(",", " ").split(None, 1)
    word = words[0].casefold() if words else ""
    told = word in _POSTS or ("," in text and word in _SEATED)
    return _ADDRESS.fullmatch(text) if told else None
