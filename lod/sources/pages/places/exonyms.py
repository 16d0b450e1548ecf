"""Places as texts in German, Polish and other languages of documents call them: Moskau, Moskwie."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache, lru_cache
from itertools import islice

from lod import vocabulary
from lod.normalize.exonyms import exonyms
from lod.sources.pages.places.placelists import is_written
from lod.sources.pages.places.placenames import is_only_a_place, place_slug
from lod.sources.pages.words.english import given_names
from lod.sources.pages.words.folding import plain

# Small words of these languages, of which a text of them has one in every line.
_WORDS = (
    "und|der|die|das|des|nicht|les|dans|est|une|sur|avec|los|para|della|che|nel|oraz|jest|nie"
    "|się|dnia|že|jsou|byl|při|из|что|на|не|для|по|от|que|del|las|por|gli|dei|degli|sono"
    "|és|hogy|nem|egy|și|não|uma|pelo|qui|pour|aux|ont|przez|który|která|které|это|как|що|та"
)
_SMALL_WORDS = frozenset(_WORDS.split("|"))
_FEWEST, _FEWEST_LETTERS = 3, 4
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*")
# What says in these languages where something is, where it comes from or goes.
_NAME = r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*"
_BEHIND = re.compile(
    r"\b(?:(?:[Ii]n|[Ii]m|[Nn]ach|[Aa]us|[Bb]ei|über|[Vv]on|vom|vor|gegen|zum|zur|[Bb]is|zwischen|um"
    r"|à|[Ee]n|de|des|du|vers|depuis|[Dd]ans|a|ad|desde|hacia|hasta|entre|em|no|di|da|del|della|dal"
    r"|[Nn]el|verso|presso|fino a|[Ww]|[Ww]e|[Zz]|[Zz]e|[Dd]o|[Nn]a|od|[Pp]od|[Kk]oło|[Pp]rzez"
    r"|[Vv]|[Vv]e|u|nad|přes|mezi|[Вв]|[Ии]з|[Нн]а|[Дд]о|под|от|из-под|через) "
    r"|(?:[Dd]ell|[Nn]ell|[Dd]all|[Aa]ll|sull|[Dd]|l)['\u2019])"
    rf"({_NAME}(?: (?:(?:del?|la|nad|sur|di) )?{_NAME}){{0,3}})"
)
# What belongs to a body within a title: du Comit\u00e9 olympique de l'Allemagne de l'Est.
_OF_BODY = re.compile(
    r"(?<=\S )[^\W\d_a-z][^\W\d_]+(?: [^\W\d_A-Z][^\W\d_]+){0,3}"
    r" (?:de l['\u2019]|de la |du |des |del |de los |della |dell['\u2019]|dei |do |da |de )"
    rf"{_NAME}(?: (?:de l['\u2019]|du |de )?{_NAME}){{0,2}}"
)
# Polish, Czech and Slovak: what says where, and the endings of names behind it.
_SLAVIC = frozenset(
    ("si\u0119", "jest", "\u017ce", "jsou", "\u017ee", "byl", "p\u0159i", "kter\u00fd")
)
_CASED = re.compile(rf"\b([WwVv]e?|[ZzSs]e?|[Dd]o|[Nn]a|[Kk]o\u0142o|[Pp]rzez) ({_NAME})(?![\w-])")
_CASES = (
    ("owie", ("\u00f3w",)), ("owa", ("\u00f3w",)), ("iem", ("",)), ("em", ("",)),
    ("ach", ("y", "i", "a")), ("\u00e1ch", ("y",)), ("ie", ("", "a")), ("ou", ("a",)), ("u", ("",)),
    ("y", ("a",)), ("i", ("a", "")), ("\u0105", ("a",)), ("\u0119", ("a",)), ("\u011b", ("a", "")),
    ("a", ("",)),
)  # fmt: skip
_MET = ("em", "\u0105", "ou", "\u00fdm")
# German spells foreign sounds its own way: Tschitral, Laschkargah.
_SOUNDS = (
    ("tsch", "ch"),
    ("dsch", "j"),
    ("sch", "sh"),
    ("Tsch", "Ch"),
    ("Dsch", "J"),
    ("Sch", "Sh"),
)
# A name beside which no other one stands.
_ALONE = re.compile(
    rf"(?<!\w)(?<![^\W\d_]{{2}}[A-Z] )(?<![.-]){_NAME}(?![\w-])"
    r"(?! [^\W\d_a-z][^\W\d_]|\. ?[^\W\d_]\.)"
)
# What joins to it the others of a list: `in Khost und Urgun`.
_LISTED = re.compile(
    r"(?:, (?:in )?| (?:und|et|y|e|i|a|oraz|и|és) (?:(?:in|nach|à|en|w|v|в|a|de) )?)"
    rf"({_NAME}(?: {_NAME})?)"
)
# Names of several words, which are known as places' alone wherever they stand.
_LONG = re.compile(
    rf"(?<!\w){_NAME.replace('*', '+', 1)}|(?<!\w){_NAME}(?: (?:del? )?{_NAME}){{1,3}}"
)
_NO_PLACES = frozenset(("Ende", "Mont", "Mesa"))


def exonyms_in(text: str, said: Set[str]) -> set[str]:
    """Give the names of places in a text that is in another language than English.

    said: its words, or those of the page that it is of.

    >>> from lod.sources.pages.words.saidwords import words_in
    >>> text = "Der Zug fuhr nicht nach Moskau, und die Leute in Bonn warten."
    >>> sorted(exonyms_in(text, words_in(text)))
    ['Bonn', 'Moskau']
    >>> exonyms_in("The train for Prag left.", words_in("The train for Prag left."))
    set()
    """
    small = tuple(sorted(_SMALL_WORDS & said))
    if not small or next(islice(_any(small).finditer(text), _FEWEST - 1, None), None) is None:
        return set()
    inflects = not _SLAVIC.isdisjoint(said)
    behind = {name for one in _BEHIND.finditer(text) for name in _row(text, one)}
    if inflects:
        behind |= {one[2] for one in _CASED.finditer(text) if _stands_in_case(*one.groups())}
    if "sch" in text.casefold():
        behind |= {one[1] for one in _BEHIND.finditer(text) if _as_in_english(one[1])}
    known = behind | {_known(one[0], len(one[0])) for one in _LONG.finditer(text)}
    known |= set(_alone(text))
    known -= {"", *_NO_PLACES}
    several = {one for one in _several() if one in text}
    return known | several | (set(_CAPITAL.findall(text)) & _names())


def written_in(title: str) -> set[str]:
    """Give the names that the list has written out, in a title of a text in another language.

    >>> written_in("Informe sobre el conflicto del Atl\u00e1ntico Sur")
    {'Atl\u00e1ntico Sur'}
    """
    bare = _OF_BODY.sub(" ", title)
    several = {one for one in _several() if one in bare}
    single = set(_CAPITAL.findall(bare)) & _names()
    return several | {one for one in single if not any(one in two.split() for two in several)}


def _alone(text: str) -> Iterator[str]:
    """Find names beside no other ones that were written into the list, or stand in a row."""
    for one in _ALONE.finditer(text):
        name = one[0]
        if len(name) < _FEWEST_LETTERS or not is_only_a_place(name):
            continue
        row = [name, *_following(text, one.end())]
        if len(row) > 1:
            yield from row
        elif is_written(place_slug(name)):
            yield name


def _row(text: str, one: re.Match[str]) -> Iterator[str]:
    """Give the place behind a word of place, and those that follow it in a list."""
    name = _known(one[1], _FEWEST_LETTERS)
    end = one.start(1) + len(name)
    if name:
        yield name
        yield from _following(text, end)


def _following(text: str, end: int) -> Iterator[str]:
    """Give the known places that follow one in a list."""
    while more := _LISTED.match(text, end):
        name = _known(more[1], _FEWEST_LETTERS)
        if not name:
            return
        yield name
        end = more.start(1) + len(name)


def _stands_in_case(ahead: str, name: str) -> bool:
    """Tell whether a known name stands inflected behind a word of place, not met: z Pragou."""
    met = ahead[0] in "ZzSs" and name.endswith(_MET)
    return not met and bool(_of_case(name))


@lru_cache(maxsize=1 << 12)
def _of_case(name: str) -> str:
    """Give the nominative of a name that is known as a place's in it alone: Narwiku."""
    if len(name) <= _FEWEST_LETTERS or is_only_a_place(name):
        return ""
    for ending, bases in _CASES:
        for base in bases if name.endswith(ending) else ():
            whole = name.removesuffix(ending) + base
            if len(whole) >= _FEWEST_LETTERS and is_only_a_place(whole):
                return whole
    return ""


@lru_cache(maxsize=1 << 12)
def _as_in_english(name: str) -> bool:
    """Tell whether a name is a place's as soon as English letters write its sounds: Schindand."""
    if "sch" not in name.casefold() or " " in name:
        return False
    for german, english in _SOUNDS:
        name = name.replace(german, english)
    return is_only_a_place(name) or is_only_a_place(name.replace("s", "z"))


@lru_cache(maxsize=1 << 12)
def _known(words: str, least: int) -> str:
    """Give as many of the first words as are known as a place's name, "" where none are."""
    some = words.split(" ")
    if len(some) > 1 and plain(some[0]) in given_names():
        return ""  # L\u00e1zaro C\u00e1rdenas
    for end in range(len(some), 0, -1):
        name = " ".join(some[:end])
        if len(name) < least:
            return ""
        if is_only_a_place(name):
            return name
    return ""


@lru_cache(maxsize=1 << 8)
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def nominative(name: str) -> str:
    """Give the form under which a place is recorded that a sentence inflects, "" for all others.

    >>> nominative("Moskwie"), nominative("Moskwa")
    ('Moskwa', '')
    """
    return _inflected().get(name, "") or _of_case(name)


@cache
def _names() -> frozenset[str]:
    inflected = _inflected()
    known = (name for place in exonyms() for name in place.in_texts)
    return frozenset((*known, *inflected, *inflected.values()))


@cache
def _several() -> tuple[str, ...]:
    """Give the names of several words: Stati Uniti, Советского Союза."""
    return tuple(sorted(one for one in _names() if " " in one or "'" in one))


@cache
def _inflected() -> dict[str, str]:
    """Give the forms of names by what they are forms of; one that is a name too stays as it is."""
    rows = [row.split("\t") for row in vocabulary.lines("places/inflected.tsv")]
    names = {name for name, _ in rows}
    return {
        form: name
        for name, forms in rows
        for form in map(str.strip, forms.split(";"))
        if form not in names
    }
