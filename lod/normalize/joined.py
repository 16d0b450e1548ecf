"""Several names in one text, where one is expected: what joins them, and what only seems to."""

from __future__ import annotations

import re
from functools import lru_cache

from lod.lazily import regex
from lod.normalize.communities import is_known_place
from lod.normalize.kinds import kind_of
from lod.normalize.nameorder import is_initial, split_words
from lod.normalize.names import Name
from lod.normalize.namewords import NAMED_AFTER, PARTICLES, WORKPLACES, given_names
from lod.normalize.ranks import is_given, is_rank, is_suffix, ranks_off, styles_off
from lod.record import AgentKind

_MARK = regex(r"[|;]")  # no name of a person, a body or a place has these inside
_PERSONAL = regex(r"\s*(?<!\b\w)/(?!\w(?:/|\b))\s*|\s(?:&|\+|and|und|et|и)\s")
_OTHERS = regex(r"[\s,](?:et al\b|(?:and|&) others\b|u\. ?a\.$|и др\.)", re.IGNORECASE)
_ASIDE = regex(r"\([^()]*\)|\[[^\[\]]*\]|[\"“„«][^\"“”„«»]*[\"”“»]")
_PARENTHESIS = regex(r"\(([^()\"“”„«»]*)\)")
# Words in parentheses before or between other names and ranks of the same person.
_SAYS = frozenset(
    """also alias aka born called formerly former geb genannt jg known later née né nee nom now or
    originally pseud pseudonym real ret retd sometimes then""".split()  # noqa: SIM905
)
# On which towns are said to lie behind a slash.
_RIVERS = frozenset(
    """oder elbe saale main spree havel neisse neiße rhein donau weser mosel don volga neckar inn
    werra fulda mulde isar lech""".split()  # noqa: SIM905
)
_LETTERS = regex(r"[^\W\d_]{2}")


@lru_cache(maxsize=1 << 14)
def several(text: str, kind: AgentKind | str = "agent") -> str:
    """Tell what joins several names in a text, "" where one is named.

    Use it before a text is taken for one name. Of bodies only `;` and `|` part names; great
    places and people are joined by words too, but not inside of an office.

    >>> several("Stalin, Joseph & Molotov, V.M."), several("Joseph Stalin; Vyacheslav Molotov")
    ('&', ';')
    >>> several("Marks & Spencer"), several("Pavlov, Ivan, Minister of Trade and Industry")
    ('', '')
    """
    plain = " ".join(_ASIDE.sub(" ", text[:300]).split())
    found = _MARK.search(plain)
    if found and all(map(_LETTERS.search, (plain[: found.start()], plain[found.end() :]))):
        return found[0]
    if kind == "place":
        return _of_places(plain)
    settled = kind_of(plain) if kind == "agent" else kind
    return _of_people(plain) if settled != "group" else _of_full_names(plain)


def aside(name: Name) -> list[str]:
    """List the words of a person's name that are no name's: `Secretary to`, `with`, `From:`.

    >>> from lod.normalize.names import parse_name
    >>> aside(parse_name("Secretary to Mao Zedong", "person"))
    ['to']
    >>> aside(parse_name("Stalin, Joseph, with Molotov", "person")), aside(parse_name("d'Estaing"))
    (['with'], [])
    """
    words = name.core.replace(",", " ").split()
    if not any(word[0].isupper() for word in words):
        return []
    if name.title.split()[:1] == ["with"]:
        words.append("with")
    return [
        word
        for before, word in zip(["", *words], words, strict=False)
        if word[-1] == ":"
        or (word.islower() and word.isalpha() and not _is_small(word) and not is_rank(before))
    ]


def of_something_else(name: Name) -> list[str]:
    """List the words behind a name or in parentheses by which it is another's, or a thing's.

    >>> from lod.normalize.names import parse_name
    >>> of_something_else(parse_name("Charles de Gaulle (aircraft carrier)", "person"))
    ['aircraft', 'carrier']
    >>> of_something_else(parse_name("Kennedy, John F., Library", "person"))
    ['library']
    >>> of_something_else(parse_name("Garn, Edwin J. (Jake)", "person"))
    []
    """
    asides = [text.split() for text in _PARENTHESIS.findall(name.raw)]
    small = [word for text in asides for word in text if word.islower() and word.isalpha()]
    found = [word for word in small if word not in _SAYS and not _is_small(word)]
    for text in (*asides, name.title.split()):
        words = [word.strip(".,").casefold() for word in text]
        things = NAMED_AFTER | WORKPLACES if len(words) == 1 else NAMED_AFTER
        found += [word for word in words if word in things]
    return list(dict.fromkeys(found))


def _is_small(word: str) -> bool:
    """Tell whether names and ranks are written with a word in small letters."""
    return len(word) < 2 or word in PARTICLES or is_rank(word) or is_suffix(word)


def _of_places(text: str) -> str:
    """Tell what joins two places that are known each: Bonn/Berlin, Paris and London."""
    if is_known_place(text):
        return ""
    for found in _PERSONAL.finditer(text):
        behind = text[found.end() :]
        if behind.casefold() in _RIVERS:
            continue  # Frankfurt/Oder
        if is_known_place(text[: found.start()]) and is_known_place(behind):
            return found[0].strip()
    return ""


def _of_people(text: str) -> str:
    """Tell what joins the names of people."""
    text = styles_off(text)[0]
    found = _OTHERS.search(text)
    if found and _is_name(text[: found.start()]):
        return found[0].strip(" ,")
    for found in _PERSONAL.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if not before or not after or _is_noble(before, after) or _is_of_one(before, after):
            continue
        if _is_name(before.rpartition(", ")[2]) and _is_name(after.partition(", ")[0]):
            return found[0].strip() or "/"
    parts = text.split(", ")
    return "," if _are_pairs(parts) or _are_whole(parts) else ""


def _is_of_one(before: str, after: str) -> bool:
    """Tell whether a word is shared or a town named by its river: Gedenk- und Bildungsstätte."""
    return before.endswith("-") or after.casefold() in _RIVERS


# By which German towns of one name are told apart: Altona/Elbe.
_RIVERS = frozenset(
    """aller donau elbe ems havel inn isar lahn lech leine lippe main mosel neckar neisse neiße oder
    rhein ruhr saale spree werra weser""".split()  # noqa: SIM905
)


def _is_noble(before: str, after: str) -> bool:
    """Tell whether particles stand on both sides: von und zu."""
    return PARTICLES.issuperset([*before.split()[-1:], *after.split()[:1]])


def _of_full_names(text: str) -> str:
    """Tell whether what looks like a firm is two people, each with two names of their own."""
    parts = text.split(" & ")
    full = len(parts) > 1 and all(len(one.split()) > 1 and _is_name(one) for one in parts)
    return "&" if full and all(kind_of(one) != "group" for one in parts) else ""


def _are_pairs(parts: list[str]) -> bool:
    """Tell whether the text is `Family, Given, Family, Given`."""
    if len(parts) < 4 or len(parts) % 2:
        return False
    words = [word for part in parts for word in part.split()]
    return (
        not any(is_rank(word) or is_suffix(word) or word.islower() for word in words)
        and all(map(is_given, parts[1::2]))
        and all(_is_name(one) and len(one.split()) < 3 for one in parts)
    )


def _are_whole(parts: list[str]) -> bool:
    """Tell whether each part is a name of its own: `A. Gromyko, V. Kuznetsov`.

    >>> _are_whole(["A. Gromyko", "V. Kuznetsov"]), _are_whole(["Thomas Mann", "Heinrich Mann"])
    (True, True)
    >>> _are_whole(["Lloyd George", "D."]), _are_whole(["García Márquez", "Gabriel José"])
    (False, False)
    """
    names = [ranks_off(split_words(part))[1] for part in parts]
    if len(names) < 2 or not all(map(_has_family, names)):
        return False
    firsts = [words[0] for words in names]
    return all(map(is_initial, firsts)) or all(one.casefold() in given_names() for one in firsts)


def _has_family(words: list[str]) -> bool:
    """Tell whether more than one word ends with what may be a family name, and no given name."""
    last = words[-1] if len(words) > 1 else "jr"
    known = last.casefold() in given_names()
    return len(last) > 2 and not (is_initial(last) or is_suffix(last) or is_rank(last) or known)


def _is_name(text: str) -> bool:
    """Tell whether a text may be a name: capital letters, nothing of an office.

    >>> _is_name("Cde. Mao Zedong"), _is_name("Minister of Trade"), _is_name("von Ribbentrop")
    (True, False, True)
    """
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    return not all(map(is_rank, words)) and all(
        word[0].isupper() or is_rank(word) or word.casefold() in PARTICLES or not word[0].isalpha()
        for word in words
    )
