"""The words of menus, rows of actions and feet of archives' sites, in whatever language."""

from __future__ import annotations

import re
from functools import cache

from lod import vocabulary

# How often, how many: `Merkliste (0)`, `View scan (2 pp.)`.
_COUNTED = re.compile(r"\s*[(\[]\d[^()\[\]]{0,8}[)\]]$")
_AROUND = " []*>.:|\u2190\u2191\u2192\u2039\u203a\u00ab\u00bb<^_"
_LONGEST = 40
# What names the record beside this one: `Next record: 20717, The Note of September`.
_NEIGHBOURS = frozenset(
    f"{which} {what}"
    for which in ("next", "previous", "preceding", "following")
    for what in ("record", "document", "item", "entry", "page", "object", "paper")
)
# With these a note of the text refers to a paper as well.
_REFERRING = (
    "see ", "siehe", "vgl", "voir", "à lire", "véase", "ver ", "veja", "vedi", "zobacz", "viz",
    "lásd", "vezi", "см", "читайте", "див", "вижте", "further", "same ", "por ", "по теме",
    "zum thema", "mehr zum", "in this file", "in the same f", "in derselben", "en el mismo",
    "nello stesso", "dans le même",
)  # fmt: skip
# What blogs print around what they post: when and by whom, below which heads, under which licence.
_POSTED = re.compile(
    r"\[?(?:(?:(?:First |Originally )?[Pp]osted|Published|Uploaded"
    r"|Last (?:updated?|modified|edited)"
    r"|Eingestellt|Veröffentlicht|Publié|Mis en ligne|Publicado|Pubblicato|Opublikowano|Wpis"
    r"|Опубликовано)"
    r"(?: (?:on|by|in|at|am|von|le|par|el|por|il|da|w|dnia))?:? [^;]{3,60}?"
    r"(?:\b(?:199[5-9]|20\d\d)\b|\b(?:admin|editors?|webmaster|redaktion)\b)[^.;]{0,40}"
    r"|This (?:entry|item|page|post|article) was (?:posted|filed|published) .*"
    r"|(?:Filed (?:under|in)|Posted in|Tagged(?: with)?|Categor(?:y|ies)): .*"
    r"|.{0,120}\b[Bb]ookmark the permalink\.?)\]?"
)
_POSTS = ("ost", "ublish", "pdated", "odified", "dited", "pload", "iled", "agged", "ategor",
          "röffentlicht", "ingestellt", "ublié", "Mis en", "ublica", "ubblica", "publikow", "Wpis",
          "публик", "permalink")  # fmt: skip


def is_menu_word(text: str) -> bool:
    """Tell whether words are an entry of a menu, or an action, on archives' sites.

    >>> is_menu_word("Merkliste (0)"), is_menu_word("Get citation"), is_menu_word("Secret")
    (True, True, False)
    """
    return len(text) <= _LONGEST and _folded(text) in _words()["menu"]


def is_foot_word(text: str) -> bool:
    """Tell whether words are what the feet of sites say: legal notices, the way to the office.

    >>> is_foot_word("Mentions légales"), is_foot_word("Letter")
    (True, False)
    """
    return len(text) <= _LONGEST and _folded(text) in _words()["foot"]


def is_of_site(text: str) -> bool:
    """Tell whether a line is a blog's own, or heads a list of other documents.

    >>> is_of_site("[Posted on July 4, 2016 by the editor]"), is_of_site("Posted to Bern in 1951.")
    (True, False)
    """
    may = any(map(text[:_LONGEST].__contains__, _POSTS)) or text.endswith("permalink.")
    return opens_others(text) or (may and _POSTED.fullmatch(text) is not None)


def opens_others(text: str) -> bool:
    """Tell whether a line begins a list of other documents, below it or behind a colon.

    >>> opens_others("Siehe auch:"), opens_others("Related objects: [Mask](/c/1)")
    (True, True)
    >>> opens_others("Also in this collection: Diary"), opens_others("See also: Diary of X.")
    (True, False)
    """
    head, _, rest = text.partition(":")
    if len(head) > _LONGEST:
        return False
    folded = _folded(head)
    if rest and folded in _NEIGHBOURS:
        return True
    linked = "](" in rest or " | " in rest
    if rest.strip() and not linked and folded.startswith(_REFERRING):
        return False
    return folded in _words()["others"]


def _folded(text: str) -> str:
    text = text.strip(_AROUND)
    if text[-1:] in ")]":
        text = _COUNTED.sub("", text)
    return text.casefold().replace("\u2019", "'").strip(_AROUND)


@cache
def _words() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {"menu": set(), "foot": set(), "others": set()}
    for row in vocabulary.lines("site-words.tsv"):
        where, words = row.split("\t")
        known[where].update(map(str.strip, words.split(";")))
    return {where: frozenset(words) for where, words in known.items()}
