"""An archival reference as printed -> its archive and levels, where the grammar is known."""

# ruff: noqa: RUF001, RUF002  (the Cyrillic letters of the grammar are meant)

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from lod.lazily import regex
from lod.record import ArchivalReference, Origin
from lod.vocabulary import load

LEVELS = ("fond", "opis", "papka", "delo", "listy")
_LEVEL = {
    "fond": r"fonds?|f|фонд|ф",
    "opis": r"opis['’ʹ]?|op|perechen['’ʹ]?|inventory|inv|опись|оп|перечень",
    "papka": r"papka|pap|p|папка|пап|п",
    "delo": r"delo|d|a\.\s?e|dokument|dok|por|file|дело|д|а\.\s?е|документ|док",
    "listy": r"listy|listov|list|ll|l|sheets?|листы|лист|лл|л",
}
_WORDS = "|".join(f"(?P<{level}>{words})" for level, words in _LEVEL.items())
_LEAF = r"\d{1,5}(?:\s?(?:ob|об)\b\.?|[a-zа-яё]{0,2})"
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
_BETWEEN = regex(r"[\s,;.:]*(?:\b(?:rolik|reel|roll|ролик)\.?\s+\d+\w?[\s,;.:]*)?$", re.IGNORECASE)
_JOINT = regex(r"^[\s,;.:&]*(?:(?:and|und|et|и)\s+)?", re.IGNORECASE)
_BESTAND = regex(
    r"(?P<archive>SAPMO[- ]BArch|SAPMO|BArch|Bundesarchiv)[,:]?\s+"
    r"(?P<bestand>[A-Z]{1,4}\s?\d{1,4})\s?/\s?"
    r"(?P<signatur>(?:[A-Z]{1,3}\s?)?(?:[IVX]{1,4}\s)?[\dA-Za-z./-]*\d[A-Za-z]?)"
    r"(?:,\s*(?P<blatt>(?:(?:Bl|fol|S|p{1,2})\.|Blatt)?\s*\d[\drv]*"
    r"(?:\s?[-\u2013\u2014]\s?\d[\drv]*)?)(?![\w/]))?"
)
# Hungarian numbers stand before their words: fond, csoport, őrzési egység, oldal.
_MAGYAR = regex(
    r"(?P<fond>(?:[A-Z][A-Z-]*\s)?\d+)\.?\s?f(?:ond)?\.?\s?(?P<opis>\d+)\.?(?:\s?cs\.?\s?|/)"
    r"(?P<delo>\d+)\.?\s?[oőö]\.?\s?e\b\.?(?:,\s?(?P<listy>\d+(?:[-\u2013]\d+)?)\.?\s?(?:o|p)\b\.?)?"
)
# Where one reference may end and that of another archive begin, and what ends an archive's name.
_PARTING = regex(r"\s*;\s*(?:(?:and|und|et|и)\s+)?|,?\s+(?:and|und|sowie|et|и)\s+(?=[A-ZА-Я])")
_NAME_END = regex(r",|\s(?=[Ff](?:onds?|\.)?\s|[Ff]\.|[Фф]|[A-Z-]{1,4} ?\d)")
_OTHER = regex(r"[\s,;]*(?:and|und|sowie|et|и|;)\s+[^\W\d_a-zа-я].{5,}\d")
ABBREVIATED = regex(r"(?:\b[^\W\d]\.\s?|\d\.\s)[^\W\d]$")
_URL = regex(r"\s*<?https?://\S+\s*$")
_LONGEST = 2000


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
        made = [_german(found, keeper, origin) for found in german]
        rest = text[german[-1].end() :]
        if _OTHER.match(rest):  # in an archive that writes otherwise
            made.append(_verbatim(rest[len(_joint(rest)) :], "", origin))
        return tuple(made)
    if (" f" in text or ".f" in text) and (hungarian := _MAGYAR.search(text)):
        return (_magyar(text, hungarian, keeper, origin),)
    groups = _groups(text)
    if not groups:
        return (_verbatim(text, keeper, origin),)
    return _soviet(text, groups, keeper, origin)


def printed(reference: ArchivalReference) -> str:
    """Write a reference in one form, whatever form it was printed in.

    >>> printed(parse_references("AVPRF Fond 059a, Opis 5a, Delo 5, Papka 11, Listy 65-66")[0])
    'AVPRF, f. 059a, op. 5a, p. 11, d. 5, ll. 65–66'
    """
    parts = dict(reference.parts)
    if not parts:
        return reference.verbatim
    acronym = _acronym(reference.archive) or reference.keeper
    if "bestand" in parts:
        shelf = f"{parts['bestand']}/{parts.get('signatur', '')}"
        leaves = f"Bl. {_dashed(parts['blatt'])}" if "blatt" in parts else ""
        return ", ".join(piece for piece in (acronym, shelf, leaves) if piece)
    if reference.archive == "mnl-ol" and {"opis", "delo"} <= parts.keys():
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
    outside, _, inside = name.partition("(")
    pieces = (name, outside, inside.rstrip(") "))
    return next((code for piece in pieces if piece and (code := load().archive(piece))), "")


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
    """Make one reference of each group, with the archive named before it."""
    made, at, archive, owner = [], 0, "", keeper
    for number, group in enumerate(groups):
        begin = at + len(_joint(text[at:]))
        lead = text[begin : group[0].start()].strip(" ,.:;")
        if lead:
            archive, piece = _archive_in(lead)
            begin = text.rindex(piece, begin, group[0].start())
            owner = keeper if number == 0 and keeper else piece
        at = group[-1].end()
        # After the last reference stands what no level says; it stays in the words as printed.
        end = at if number < len(groups) - 1 else len(text)
        made.append(
            ArchivalReference(
                verbatim=text[begin:end].strip(" ,;."),
                archive=archive or archive_code(keeper),
                keeper=owner,
                parts=_in_order(group),
                origin=origin,
            )
        )
    return tuple(made)


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
        level = next(level for level in LEVELS if found[level])
        values.setdefault(level, " ".join(found["value"].split()).rstrip("."))
    return tuple((level, values[level]) for level in LEVELS if level in values)


def _german(found: re.Match[str], keeper: str, origin: Origin | None) -> ArchivalReference:
    """Make a reference of Bestand, Signatur and Blatt."""
    parts = [("bestand", found["bestand"]), ("signatur", found["signatur"])]
    if found["blatt"]:
        parts.append(("blatt", re.sub(r"^[A-Za-z.\s]+", "", found["blatt"])))
    return ArchivalReference(
        verbatim=found[0].strip(" ,."),
        archive=archive_code(found["archive"]),
        keeper=keeper or found["archive"],
        parts=tuple(parts),
        origin=origin,
    )


def _magyar(
    text: str, found: re.Match[str], keeper: str, origin: Origin | None
) -> ArchivalReference:
    """Make a reference of fond, csoport (a division of it) and őrzési egység (a file)."""
    whole = _verbatim(text, keeper, origin)
    parts = tuple((level, found[level]) for level in LEVELS if level != "papka" and found[level])
    return replace(whole, parts=parts)


def _verbatim(text: str, keeper: str, origin: Origin | None) -> ArchivalReference:
    """Keep a reference of unknown grammar as printed, with its archive when one is named."""
    first = text.split(",", 1)[0].strip()
    code = archive_code(keeper) or archive_code(first)
    return ArchivalReference(
        verbatim=without_stop(text),
        archive=code,
        keeper=keeper or (first if code else ""),
        origin=origin,
    )
