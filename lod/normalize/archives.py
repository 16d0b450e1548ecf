"""An archival reference as printed -> its archive and levels, where the grammar is known."""

# ruff: noqa: RUF001, RUF002  (the Cyrillic letters of the grammar are meant)

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from lod.lazily import regex
from lod.normalize.reference_levels import levels_by_words
from lod.record import ArchivalReference, Origin
from lod.vocabulary import load

LEVELS = ("fond", "opis", "papka", "delo", "listy")
_LEVEL = {
    "fond": r"fonds?|f|фонд|ф",
    "opis": r"opis['’ʹ]?|op|perechen['’ʹ]?|per|inventory|inv|опись|оп|перечень|пер",
    "papka": r"papka|pap|p|папка|пап|п",
    "delo": r"delo|d|a\.\s?e|ed\.\s?khr|dokument|dok|por|spr|file|дело|д|а\.\s?е|ед\.\s?хр"
    r"|документ|док|справа|спр",
    "listy": r"listy|listov|list|ll|l|ark|sheets?|листы|лист|лл|л|арк",
}
_WORDS = "|".join(f"(?P<{level}>{words})" for level, words in _LEVEL.items())
_LEAF = r"\d{1,7}(?:\s?(?:ob|об)\b\.?|[a-zа-яё]{0,2})"
_PAGES = rf"{_LEAF}(?:\s?[-\u2013\u2014]\s?{_LEAF})?"
_MORE = r"(?:,|,?\s(?:and|und|et|и|&)\s)\s?"
# Fonds and inventories may have a letter before or behind a hyphen: `R-9401`, `1-B`.
_LETTERED = r"[A-ZА-Я]{1,2}-?\d{1,5}\b|\d{1,5}-[A-Za-zА-Яа-я]{1,2}\b"
_PART = regex(
    rf"(?<![\w.])(?:{_WORDS})(?:\.\s*|\s+)(?:№\s*|No?\.\s*)?"
    rf"(?P<value>{_LETTERED}|(?:{_PAGES})(?:{_MORE}(?:{_PAGES})(?!\w|\.(?!\s*$)))*"
    r"(?:\s(?:and|with)\s(?:verso|reverse)\b)?|[IVX]{1,6}\b)",
    re.IGNORECASE,
)
# What may stand between two levels of one reference: marks, and the film that has a copy.
_FILM = r"\b(?:rolik|reel|roll|ролик)\.?\s+\d+\w?"
_BETWEEN = regex(rf"[\s,;.:]*(?:{_FILM}[\s,;.:]*)?$", re.IGNORECASE)
_UNSAID = regex(_FILM, re.IGNORECASE)
_WORD, _DIGIT = regex(r"\w"), regex(r"\d")
_MARKS = " ,.:;"
_JOINTS = frozenset(("and", "und", "et", "и", "&"))
_JOINT = regex(r"^[\s,;.:&]*(?:(?:and|und|et|и)\s+)?", re.IGNORECASE)
_BESTAND = regex(
    r"(?P<archive>SAPMO[- ]BArch|SAPMO|BArch|Bundesarchiv)[,:]?\s+"
    r"(?P<bestand>[A-Z]{1,4}\s?\d{1,4})\s?(?:/|,(?=\s[A-Z]+\s[A-Z\d]+[\s/]))\s?"
    r"(?P<signatur>(?:[A-Z]{1,4}\s){0,3}(?:[A-Z]{1,3}\s?)?[\dA-Za-z./-]*\d[A-Za-z]?)"
    r"(?:,\s*(?P<blatt>(?:(?:Bl|fol|S|p{1,2})\.|Blatt)?\s*\d[\drv]*"
    r"(?:\s?[-\u2013\u2014]\s?\d[\drv]*)?)(?![\w/]))?"
)
# Hungarian numbers stand before their words: fond, csoport, őrzési egység, oldal.
_MAGYAR = regex(
    r"(?P<fond>(?:[A-Z][A-Z-]*\s)?\d+)\.?\s?f(?:ond)?\.?,?\s?(?P<opis>\d+)\.?(?:\s?cs\.?,?\s?|/)"
    r"(?P<delo>\d+)\.?\s?[oőö]\.?\s?e\b\.?(?:,\s?(?P<listy>\d+(?:[-\u2013]\d+)?)\.?\s?(?:o|p)\b\.?)?"
)
_BUDAPEST = "mnl-ol"
# Where one reference may end and that of another archive begin, and what ends an archive's name.
_PARTING = regex(r"\s*;\s*(?:(?:and|und|et|и)\s+)?|,?\s+(?:and|und|sowie|et|и)\s+(?=[A-ZА-Я])")
_NAME_END = regex(r",|\s(?=[Ff](?:onds?|\.)?\s|[Ff]\.|[Фф]|[A-Z-]{1,4} ?\d)")
# What follows an archive's letters in brackets is of its holdings.
_BEHIND = regex(r"\),.*")
# Where the name of an archive may end before a reference without grammar: `PRC FMA 105-9`.
_NAMED = regex(r"[,;:(]|\.(?=\s|$)|\s(?=(?:[A-Z]{1,4}[\s-]){0,2}\d)|$")
# The other side of a leaf, which has a stop behind it.
_OVERLEAF = regex(r"\d\s?(?:ob|об)$")
_NAMES = 6
_OTHER = regex(r"[\s,;]*(?:and|und|sowie|et|и|;)\s+[^\W\d_a-zа-я].{5,}\d")
ABBREVIATED = regex(r"(?:\b[^\W\d]\.\s?|\d\.\s)[^\W\d]$|\d\.\s[a-zа-яё]{1,3}$")
_URL = regex(r"\s*<?https?://\S+\s*$")
_LONGEST, _HEAD = 2000, 200


def parse_references(
    text: str, *, keeper: str = "", origin: Origin | None = None
) -> tuple[ArchivalReference, ...]:
    """Read every archival reference in a text; what has no known grammar stays one, verbatim.

    text: the reference alone, without citation and credits (`parse_credits` takes those off).
    keeper: the archive as another field of the record names it. Values stay strings, with their
    zeros and letters.

    >>> found = parse_references("APRF, Fond 3, Opis 65, Delo 829, Listy 44-45 and AVPRF, "
    ...     "Fond 059a, Opis 5a, Delo 5, Papka 11, Listy 65-66.")
    >>> [reference.archive for reference in found], found[1].parts[0]
    (['aprf', 'avprf'], ('fond', '059a'))
    >>> parse_references("BArch, B 136/59748, 403-410.")[0].parts
    (('bestand', 'B 136'), ('signatur', '59748'), ('blatt', '403-410'))
    """
    cleaned = _URL.sub("", " ".join(text[:_LONGEST].split())).strip()
    if not cleaned:
        return ()
    first, *others = _apart(cleaned)
    found = _of_archive(first, keeper, origin)
    for other in others:
        found += _of_archive(other, "", origin)
    return found


def _apart(text: str) -> list[str]:
    """Part a text before each archive that we know, where a reference to another one is over."""
    pieces, begin = [], 0
    for parting in _PARTING.finditer(text):
        name = _NAME_END.split(text[parting.end() :], maxsplit=1)[0]
        if archive_code(name.strip(" .")) and any(map(str.isdigit, text[begin : parting.start()])):
            pieces.append(text[begin : parting.start()])
            begin = parting.end()
    return [*pieces, text[begin:]]


def _of_archive(text: str, keeper: str, origin: Origin | None) -> tuple[ArchivalReference, ...]:
    """Read the references to one archive, or to such as we do not know."""
    german = list(_BESTAND.finditer(text))
    if german:
        return _germans(text, german, keeper, origin)
    if (" f" in text or ".f" in text) and (hungarian := _MAGYAR.search(text)):
        return (_magyar(text, hungarian, keeper, origin),)
    groups = _groups(text)
    if not groups:
        return (_verbatim(text, keeper, origin),)
    return _soviet(text, groups, keeper, origin)


def printed(reference: ArchivalReference) -> str:
    """Write a reference in one form, whatever form it was printed in.

    One of which the grammar did not read every word stays as printed.

    >>> printed(parse_references("AVPRF Fond 059a, Opis 5a, Delo 5, Papka 11, Listy 65-66")[0])
    'AVPRF, f. 059a, op. 5a, p. 11, d. 5, ll. 65–66'
    """
    parts = dict(reference.parts)
    if not parts or not reference.whole:
        return reference.verbatim
    acronym = _acronym(reference.archive) or reference.keeper
    if "bestand" in parts:
        shelf = f"{parts['bestand']}/{parts.get('signatur', '')}"
        leaves = f"Bl. {_dashed(parts['blatt'])}" if "blatt" in parts else ""
        return ", ".join(piece for piece in (acronym, shelf, leaves) if piece)
    if reference.archive == _BUDAPEST and {"opis", "delo"} <= parts.keys():
        leaves = f", {_dashed(parts['listy'])}. o." if "listy" in parts else ""
        shelf = f"{parts['fond']}. f. {parts['opis']}. cs. {parts['delo']}. ő. e.{leaves}"
        return f"{acronym}, {shelf}"
    written = ", ".join([*filter(None, [acronym]), *map(_spelled, reference.parts)])
    return written.replace(", d. ", ", a.e. ", 1) if reference.archive == "tsda" else written


@lru_cache(maxsize=4096)
def archive_code(name: str) -> str:
    """Give the code of an archive by its name or acronym (vocab/archive), "" when not known.

    >>> archive_code("German Federal Archives (BArch)"), archive_code("A private collection")
    ('barch', '')
    """
    return next((found[0] for found in _bearers(name) if len(found) == 1), "")


@lru_cache(maxsize=4096)
def namesakes(text: str) -> tuple[str, ...]:
    """Name the archives that bear the acronym at the start of a reference, where several do.

    >>> len(namesakes("AMAE, Asie 1944-1955, vol. 12")), namesakes("AVPRF, f. 1")
    (2, ())
    """
    found = (_bearers(name) for name in _beginnings(text))
    codes = next((one[0] for one in found if one), ())
    return tuple(load().archives[code] for code in codes) if len(codes) > 1 else ()


def _bearers(name: str) -> list[tuple[str, ...]]:
    """Give the archives that bear a name, then those of what stands before and in its brackets."""
    outside, _, inside = name.partition("(")
    pieces = dict.fromkeys((name, outside, inside.partition(")")[0]))
    return [codes for piece in pieces if piece and (codes := load().bearers("archive", piece))]


def _beginnings(text: str) -> list[str]:
    """Give what may be the name of an archive at the start of a reference, the longest first."""
    ends = islice(_NAMED.finditer(text[:_HEAD]), _NAMES)
    names = (text[: end.start()].strip(_MARKS) for end in ends)
    return [*takewhile(lambda name: not _DIGIT.search(name), names)][::-1]


def without_stop(text: str) -> str:
    """Leave out the stop at the end of a reference, unless it is that of an abbreviation.

    >>> without_stop("MOL, M-KS 288 f. 5. cs. 361. o.e."), without_stop("AVPRF, f. 1.")
    ('MOL, M-KS 288 f. 5. cs. 361. o.e.', 'AVPRF, f. 1')
    """
    kept = text.rstrip(" .;")
    return f"{kept}." if ABBREVIATED.search(kept) and text[len(kept) :][:1] == "." else kept


def _dashed(pages: str) -> str:
    """Write ranges with an en dash."""
    return re.sub(r"\s?[-\u2013\u2014]\s?", "–", pages)


@lru_cache(maxsize=4096)
def _acronym(archive: str) -> str:
    return load().notation("archive", archive)


@lru_cache(maxsize=4096)
def _spelled(part: tuple[str, str]) -> str:
    """Write one level in its short form."""
    level, value = part
    if level == "listy":
        many = any(mark in value for mark in "-–—,")
        return f"{'ll' if many else 'l'}. {_dashed(value)}"
    return f"{ ({'opis': 'op'}.get(level) or level[0]) }. {value}"


def _groups(text: str) -> list[list[re.Match[str]]]:
    """Collect the levels that belong to one reference; a fond begins a new one."""
    groups: list[list[re.Match[str]]] = []
    for found in _PART.finditer(text):
        if found["fond"]:
            groups.append([found])
        elif groups and _BETWEEN.match(text[groups[-1][-1].end() : found.start()]):
            groups[-1].append(found)
    return [group for group in groups if len(group) > 1]


def _soviet(
    text: str, groups: list[list[re.Match[str]]], keeper: str, origin: Origin | None
) -> tuple[ArchivalReference, ...]:
    """Make one reference of each group, with the archive named before it.

    What no level says stays in the words of the reference that it follows.
    """
    ends = [0, *[group[-1].end() for group in groups]]
    leads = [_lead(text, at, group[0].start()) for at, group in zip(ends, groups, strict=False)]
    overs = [*[lead.over for lead in leads[1:]], len(text)]
    made, archive, owner = list[ArchivalReference](), "", keeper
    for group, lead, over in zip(groups, leads, overs, strict=True):
        parts, unsaid = _in_order(group), text[group[-1].end() : over]
        if lead.name:
            archive = _archive_in(lead.name)[0]
            owner = lead.name if made or not keeper else keeper
        made.append(
            ArchivalReference(
                verbatim=_ended(text[lead.begin : over]),
                archive=archive or archive_code(keeper),
                keeper=owner,
                parts=parts,
                origin=origin,
                whole=len(parts) == len(group) and not _says(unsaid),
            )
        )
    return tuple(made)


class _Lead(NamedTuple):
    """Where a reference begins, where the one before it is over, and the name of its archive."""

    begin: int
    over: int
    name: str


def _lead(text: str, at: int, start: int) -> _Lead:
    """Read the words between two references: the name of an archive, or what no level said."""
    begin = at + len(_joint(text[at:]))
    words = text[begin:start].strip(_MARKS)
    if not words:
        return _Lead(begin, at, "")
    code, name = _archive_in(words)
    if at and not code and _DIGIT.search(words):
        return _Lead(start, start, "")
    place = text.rindex(name, begin, start)
    return _Lead(place, place if at and _DIGIT.search(text[begin:place]) else at, name)


def _ended(text: str) -> str:
    """Leave out the marks around a reference, and the word that joins it to the next.

    >>> _ended("RGASPI, f. 2, ll. 1-3ob."), _ended("RGASPI, f. 2, l. 3.")
    ('RGASPI, f. 2, ll. 1-3ob.', 'RGASPI, f. 2, l. 3')
    """
    kept = text.strip(_MARKS)
    if _OVERLEAF.search(kept) and text.rstrip()[-1:] == ".":
        return f"{kept}."
    head, _, last = kept.rpartition(" ")
    return head.rstrip(_MARKS) if last.casefold() in _JOINTS else kept


def _says(text: str) -> bool:
    """Tell whether words stand behind a reference that no level said; a film says no more."""
    text = _ended(text)
    return bool(text) and _WORD.search(_UNSAID.sub("", text)) is not None


def _joint(text: str) -> str:
    """Give what joins two references: commas, `and`."""
    found = _JOINT.match(text)
    return found[0] if found else ""


def _archive_in(lead: str) -> tuple[str, str]:
    """Find the archive in the words before a fond: the known piece nearest to it, or them all."""
    pieces = [lead, *reversed([piece.strip() for piece in lead.split(",")])]
    for piece in pieces:
        code = archive_code(piece)
        if code:
            return code, piece
    return "", lead


def _in_order(group: list[re.Match[str]]) -> tuple[tuple[str, str], ...]:
    """Put the levels of a group in the order of the hierarchy; the first of a level stands."""
    values: dict[str, str] = {}
    for found in group:
        values.setdefault(_level(found), " ".join(found["value"].split()).rstrip("."))
    return tuple((level, values[level]) for level in LEVELS if level in values)


def _germans(
    text: str, german: list[re.Match[str]], keeper: str, origin: Origin | None
) -> tuple[ArchivalReference, ...]:
    """Make references of Bestand and Signatur, and one of what follows in another archive."""
    rest = text[german[-1].end() :]
    other = bool(_OTHER.match(rest))
    ends = [found.start() for found in german[1:]] + [german[-1].end() if other else len(text)]
    made = [
        _german(found, text[found.start() : end], keeper, origin)
        for found, end in zip(german, ends, strict=True)
    ]
    if other:
        made.append(_verbatim(rest[len(_joint(rest)) :], "", origin))
    return tuple(made)


def _level(found: re.Match[str]) -> str:
    return next(level for level in LEVELS if found[level])


def _german(
    found: re.Match[str], text: str, keeper: str, origin: Origin | None
) -> ArchivalReference:
    """Make a reference of Bestand, Signatur and Blatt; text: it and what follows it."""
    whole = not _says(text[len(found[0]) :])
    parts = [("bestand", found["bestand"]), ("signatur", found["signatur"])]
    if found["blatt"]:
        parts.append(("blatt", re.sub(r"^[A-Za-z.\s]+", "", found["blatt"])))
    return ArchivalReference(
        verbatim=(found[0] if whole else _ended(text)).strip(" ,."),
        archive=archive_code(found["archive"]),
        keeper=keeper or found["archive"],
        parts=tuple(parts),
        origin=origin,
        whole=whole,
    )


def _magyar(
    text: str, found: re.Match[str], keeper: str, origin: Origin | None
) -> ArchivalReference:
    """Make a reference of fond, csoport (a division of it) and őrzési egység (a file).

    Of another archive than the one whose levels these are it stays as printed.
    """
    verbatim = _verbatim(text, keeper, origin)
    code, name = _archive_in(text[: found.start()].strip(" ,.:;"))
    code = archive_code(keeper) or code
    if code != _BUDAPEST:
        return verbatim
    parts = tuple((level, found[level]) for level in LEVELS if level != "papka" and found[level])
    return replace(
        verbatim,
        archive=code,
        keeper=keeper or name,
        parts=parts,
        whole=not _says(text[found.end() :]),
    )


def _verbatim(text: str, keeper: str, origin: Origin | None) -> ArchivalReference:
    """Keep a reference of unknown grammar as printed, with its archive when one is named."""
    known = (name for name in _beginnings(text) if archive_code(name))
    first = _BEHIND.sub(")", next(known, ""))
    code = archive_code(keeper) or archive_code(first)
    parts = levels_by_words(text, code)
    return ArchivalReference(
        verbatim=without_stop(text),
        archive=code,
        keeper=keeper or first,
        parts=parts,
        origin=origin,
        whole=not parts,
    )
