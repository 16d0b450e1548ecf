"""The names in a labelled value: several parted, each without office and words before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lod.normalize.kinds import kind_of
from lod.sources import Cell
from lod.sources.pages.words.english import given_names
from lod.sources.pages.words.textwords import OFFICES, RANKS

Place = tuple[int, int]

_FULL = r"(?:[A-Z\u00c0-\u017d][\w.'\u2019-]* ){1,3}[A-Z\u00c0-\u017d][\w'\u2019-]+"
_BETWEEN = re.compile(r", (?:and )?|\s(?:and|&|und|et|y|e)\s")
_PERSONS = re.compile(rf"{_FULL}(?:(?:{_BETWEEN.pattern}){_FULL})+")
_MARKS = re.compile(r";\s*|\s+[|\u2022\u00b7]\s+")
# What gives money, in a list of several.
_GIVER = re.compile(
    r"\b(?:Foundation|Corporation|Fund|Endowment|Trust|Ministry|University|Council|Institute"
    r"|Society|Academy|Stiftung|Center|Centre)\b"
)
_BEFORE = re.compile(
    r"(?:(?:Translated|Contributed|Provided|Obtained|Transcribed|Written|Donated|Submitted)"
    r"(?: (?:from|into) [A-Z]\w+)? [Bb]y|[Bb]y|From|To) (?=[A-Z])"
)
_FOR = re.compile(r",? (?:for|with support|on behalf of) .*$")
_BEHIND = re.compile(r"(?:, | \()([A-Z][\w-]*)\b[^;()]*\)?$")
_BODY = re.compile(
    r", (?=[A-Z])[^,;]*\b(?:University|College|Institute|Library|Archives?|Academy)\b.*$"
)
_OFFICIAL = OFFICES | RANKS
_TOLD = frozenset(("translator", "contributor"))
# A name as catalogues of one maker have it: `Vane; Beatrice (1866-1949); nurse`.
_CALM = re.compile(r"([A-Z][\w'\u2019-]+); ([A-Z][\w. ]*(?: ?\([\d-]+\))?)(?:; [a-z].*)?")
# A word that a line's end cuts.
_CUT = re.compile(r"(?<=[^\W\d_A-Z])-[ \t]*\r?\n[ \t]*(?=[^\W\d_A-Z])")
_LINK = re.compile(r"\[([^\]\[]+)\]\([^()\s]*\)")
_INITIALLED = re.compile(r"(?:[^\W\d_a-z]\. ?){1,3}[^\W\d_a-z][\w'\u2019-]+")
# `Orlov, B. A.`
_CATALOGUED = re.compile(r"([^\W\d_a-z][\w'\u2019-]+), ([^\W\d_a-z])\.(?: ?[^\W\d_a-z]\.){0,2}")
NAMED = frozenset(
    ("creator", "sender", "recipient", "signatory", "contributor", "translator", "funder")
)


def names_in(column: str, text: str) -> list[Place]:
    """Give the places of the names in a value of a column that holds names.

    >>> text = "Translated by Jan Vesely and Eva Dorn"
    >>> [text[lo:hi] for lo, hi in names_in("translator", text)]
    ['Jan Vesely', 'Eva Dorn']
    >>> text = "Eva Dorn, Minister of Mines"
    >>> [text[lo:hi] for lo, hi in names_in("creator", text)]
    ['Eva Dorn']
    """
    found = list[Place]()
    for lo, hi in _parts(text, 0, len(text), _MARKS):
        if before := _BEFORE.match(text, lo, hi):
            lo = before.end()
        told = _FOR.search(text[lo:hi]) if column in _TOLD else None
        if told and kind_of(text[lo : lo + told.start()]) != "group":  # the Institute for X
            hi = lo + told.start()
        name = text[lo:hi]
        persons = _PERSONS.fullmatch(name) and _are_persons(name)
        if persons or (column == "funder" and _are_givers(name)):
            found += _parts(text, lo, hi, _BETWEEN)
        elif column == "creator" and (comma := _of_unit(name)):
            found += [(lo, lo + comma), (lo + comma + 2, hi)]
        else:
            found.append((lo, hi - len(_said(column, name))))
    return [(lo, hi) for lo, hi in found if text[lo:hi].strip()]


def _of_unit(name: str) -> int:
    """Give where a body ends behind which one of its people stands, 0 for any other name.

    >>> _of_unit("Department of Mines, G. Dorn"), _of_unit("Ministry of Mines, Division IV")
    (19, 0)
    """
    body, comma, last = name.rpartition(", ")
    named = _INITIALLED.fullmatch(last) or last.partition(" ")[0].casefold() in given_names()
    return len(body) if comma and named and kind_of(body) == "group" else 0


# What an editor says against somebody else: `Lukyanov [not A. I. Lukyanov - trans.]`.
_NOT_MEANT = re.compile(r"\s\[not [^\[\]]{2,80}\]")


def plainly(column: str, text: str) -> str:
    r"""Give a value without marks of links and white space; a name in the order of catalogues.

    >>> plainly("people", "[Vane; Beatrice (1866-1949); nurse](#1)")
    'Vane, Beatrice (1866-1949)'
    >>> plainly("credits", "Translated by Qian Jun-\n  ling")
    'Translated by Qian Junling'
    """
    text = _CUT.sub("", text) if "-\n" in text else text
    text = " ".join((_LINK.sub(r"\1", text) if "](" in text else text).split())
    if column == "credits":
        return text.replace("**", "")
    if " [not " in text and column in ("creator", "people", "translator", "contributor"):
        text = _NOT_MEANT.sub("", text)
    name = _CALM.fullmatch(text) if column in ("creator", "people") else None
    return f"{name[1]}, {name[2]}" if name else text


def _parts(text: str, lo: int, hi: int, mark: re.Pattern[str]) -> list[Place]:
    bounds = [lo, *(place for one in mark.finditer(text, lo, hi) for place in one.span()), hi]
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def _are_persons(names: str) -> bool:
    """Tell whether all names of a list are persons': none an office or a body."""
    return all(
        kind_of(one) != "group" and _OFFICIAL.isdisjoint(one.casefold().split())
        for one in _BETWEEN.split(names)
    )


def _are_givers(names: str) -> bool:
    parts = _BETWEEN.split(names)
    return len(parts) > 1 and all(_GIVER.search(one) for one in parts)


def _said(column: str, name: str) -> str:
    """Give what stands behind a name and is no part of it: an office, a university."""
    if column in _TOLD and (body := _BODY.search(name)):
        return body[0]
    behind = _BEHIND.search(name)
    if behind is None or behind[1].casefold() not in OFFICES:
        return ""
    held = not OFFICES.isdisjoint(name[: behind.start()].casefold().split())
    return "" if held else behind[0]  # The Minister of Mines, Director Vesely


def in_full(signed: Cell, known: Sequence[Cell]) -> Cell:
    """Give the fuller name of whoever signs by an initial and surnames, where another cell has it.

    >>> in_full(Cell("REY"), [Cell("L. P. S. Rey"), Cell("Dorn")]).text
    'L. P. S. Rey'

    >>> known = [Cell("Ra\u00fal D\u00edaz Arg\u00fcelles Garc\u00eda"), Cell("Luis Rey")]
    >>> in_full(Cell("R. D\u00edaz Arg\u00fcelles"), known).text == known[0].text
    True
    >>> in_full(Cell("J. D\u00edaz Arg\u00fcelles"), known).text == known[0].text
    False
    """
    first, *rest = signed.text.split()
    if not rest:
        same = [one for one in known if one.text.casefold().endswith(f" {first.casefold()}")]
        return same[0] if len(same) == 1 else signed
    if not first.endswith(".") or len(first) != len("X."):
        return signed
    for one in known:
        given, *names = one.text.split()
        at = names.index(rest[0]) if rest[0] in names else 0
        if given[0] == first[0] and len(given) > len(first) and names[at : at + len(rest)] == rest:
            return one
    return signed


def named_in_full(labelled: Sequence[Cell], names: Iterable[str]) -> list[Cell]:
    """Give those whom a label names by initials as the page has them in full; none if it has not.

    >>> [one.text for one in named_in_full([Cell("Orlov, B. A.")], ["Boris Orlov", "Eva Orlov"])]
    ['Boris Orlov']
    """
    known = [one.split() for one in names if " " in one and "." not in one]
    found = list[Cell]()
    for cell in labelled:
        called = _CATALOGUED.fullmatch(cell.text)
        same = {" ".join(one) for one in known if called and one[-1] == called[1]
                and one[0][0] == called[2]}  # fmt: skip
        found.append(cell._replace(text=same.pop()) if len(same) == 1 else cell)
    return found if any(one != two for one, two in zip(found, labelled, strict=True)) else []


def once(cells: Sequence[Cell]) -> list[Cell]:
    """Leave out whom a label names again: in another order, or with an office behind the name.

    >>> labelled = Cell("Péter János miniszter", rule="label recipient")
    >>> cells = [labelled, Cell("János Péter")]
    >>> [one.text for one in once(cells)]
    ['János Péter']
    """
    words = [{word.casefold() for word in one.text.split()} for one in cells]
    return [
        one
        for one, mine in zip(cells, words, strict=True)
        if not one.rule.startswith("label")
        or kind_of(one.text) == "group"
        or not any(
            two is not one and len(other) > 1 and other <= mine and not two.rule.startswith("label")
            for two, other in zip(cells, words, strict=True)
        )
    ]
