"""Which language a paper was written in, and its text is in, where no label of the page says so."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence

from lod.normalize.languages import language_tag
from lod.sources import Cell
from lod.sources.pages.papers.originals import original_language
from lod.sources.pages.text.tongues import stated, tongue
from lod.sources.pages.words.pageline import Line

# What tells where a paper lies, and who published it.
_HELD = ("rights", "reference", "citation", "keeper", "publisher", "head")
# Record groups of Washington and departments of London.
_ENGLISH = re.compile(
    r"\b(?:RG|Record Group) ?\d{1,3}\b|\bCentral (?:Decimal )?Files?\b|\bLot Files?\b"
    r"|Foreign Relations of the United States|Office of the Historian|Stationery Office"
    r"|\b[A-Z][a-z]+ (?:Presidential )?Library\b|Central Intelligence Agency|\bCmnd?\. ?\d"
    r"|\bPresidential Library\b|\bDepartment of State\b"
    r"|\bNAI[,:]? |National Archives of (?:India|Australia|Ireland|Canada|Singapore|New Zealand"
    r"|the UK)"
    r"|\bN?AA ?: ?[A-Z]{1,3} ?\d|\bNAA: [A-Z]|Commonwealth of Australia"
    r"|Access to Archival Databases|\bNAI DFA\b"
    r"|Public Record Office|Board of Trustees of the|Crown [Cc]opyright|\bOral History\b|Hansard"
    r"|Congressional Record|House of (?:Commons|Lords|Representatives)|Parliamentary Archives"
    r"|\b(?:PREM|CAB|FO|FCO|DEFE|WO|DO|COAB) \d{1,4}/\d"
)

# What stands at the head of papers in English alone.
_ENGLISH_HEAD = re.compile(
    r"Presented to Parliament|\bCmnd?\.|H(?:er|is) Majesty['\u2019]s|DEPARTMENT OF STATE"
    r"|FOREIGN OFFICE"
    r"|MINISTRY OF EXTERNAL AFFAIRS|ORAL HISTORY|[Oo]ral [Hh]istory|WHITE HOUSE|HOUSE OF COMMONS"
    r"|CENTRAL INTELLIGENCE AGENCY|COMMONWEALTH RELATIONS OFFICE|^HC Deb |^HL Deb "
)
_FIRST = 400
_TRANSLATIONS = ("ranslat", "rans. from", "ransl. from", "RANSLATION FROM", "RANSLATED FROM",
                 "bersetz", "raduit", "raducido", "еревод", "łumacz", "radott",
                 "řelož")  # fmt: skip
# What stands before these is sought with them.
_FROM_TONGUE = re.compile(
    r"[TtÜüТтПп](?:(?<=T)RANSLAT(?:ED|ION) FROM (?:THE )?"
    r"|(?<=[Tt])rans(?:l)?\. from (?:the )?"
    r"|(?<=[Tt])ranslat(?:ed|ion)\b[^.;\n]{0,60}?\bfrom (?:the )?(?:original )?"
    r"|(?<=[Üü])bersetz(?:t|ung)\b[^.;\n]{0,40}?\baus dem "
    r"|(?<=[Tt])raduit\b[^.;\n]{0,30}?\b(?:du |de l['\u2019])"
    r"|(?<=[Tt])raducido del |(?<=[Tt])radotto dal "
    r"|(?<=[Тт])[Пп]еревод(?:ено)? с |(?<=[Пп])еревод(?:ено)? с )([^\W\d_][\w-]+)"
)
# Whoever speaks of persons writes no note.
_IN_PROSE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|you|your|[Hh]e|[Ss]he|[Tt]hey)\b")
_STOP = re.compile(r"[.;]\s")
_NEAR, _FEW = 80, 3
_CLOSES_IN_ENGLISH = re.compile(
    r"\b(?:Yours (?:sincerely|faithfully|truly|ever|affectionately|very)|Sincerely yours"
    r"|Very truly yours"
    r"|(?:[Aa]ffectionately|[Ff]aithfully|[Ss]incerely|[Gg]ratefully|[Ll]ovingly) yours"
    r"|Respectfully yours|obedient servant|I have, (?:&c|etc)\b|Believe me|Cordially yours"
    r"|With kind regards)\b"
)
# Without one of these there is nothing to look for.
_CLOSING_WORDS = (
    *("Yours ", " yours", "dient servant", "I have, ", "Believe me", "ith kind regards"),
)
# What texts have that were put into English.
_TRANSLATED_WORDS = re.compile(r"\b(?:[Cc]omrades?|COMRADE|Cdes?\.|illegible)\b|[Tt]ranslat")
Cells = Mapping[str, Sequence[Cell]]


def spoken(
    text: str, lines: Sequence[Line], cells: Cells, *, english: bool
) -> dict[str, list[Cell]]:
    """Say which language a paper is in that no label tells: a translation's, or its own.

    text: of the page. lines: of the paper. cells: what labels tell. english: whether the page has
    the small words of English.
    """
    if "language" not in cells:
        if said := stated(lines):
            return {"language": [_cell(text, span, "says its language") for span in said]}
        if span := translated_from(text, lines):
            return {"language": [_cell(text, span, "translated from it")]}
    if is_translated(cells):
        read = Cell("English", rule="translated, and in English")
        found = {"text_language": [read]} if english else {}
        if english and "language" not in cells and (own := original_language(text, cells)):
            found["language"] = [own]
        return found
    if "ranslat" in text or not {"language", "text_language"}.isdisjoint(cells):
        return {}
    if english:
        told = _english(text, cells)
        return {"language": told} if told else {}
    bodies = cells.get("body", ()) or cells.get("summary", ())
    named = tongue("\n".join(one.text for one in bodies))
    return {"language": [Cell(named, rule="small words of the text")]} if named else {}


def _english(text: str, cells: Cells) -> list[Cell]:
    """Say that a text in English is no translation: of an English office, or closing as letters."""
    if is_of_english_office(text, cells):
        return [Cell("English", rule="of an English office, and in English")]
    closes = is_english_letter(text)
    return [Cell("English", rule="closes as English letters do")] if closes else []


def _nominative(word: str) -> str:
    """Name a language of which a Russian note has the genitive."""
    return f"{word.removesuffix('ого')}ий" if word.endswith("ского") else word


def _cell(text: str, span: tuple[int, int], rule: str) -> Cell:
    words = _nominative(text[slice(*span)])
    return Cell(words.title() if words.isupper() else words, *span, rule)


def translated_from(text: str, lines: Sequence[Line] = ()) -> tuple[int, int] | None:
    """Find the language that a note says a text was translated from.

    lines: of the paper, in whose sentences a translation is no note on it.

    >>> note = "ANIC, dosar 133. Translated from Romanian by M. Dorn."
    >>> note[slice(*translated_from(note))]
    'Romanian'
    """
    for place in sorted(_translations(text)):
        one = _FROM_TONGUE.match(text, place)
        told = one and (_is_of_note(text, one) or not _is_within(lines, place))
        if one and told and language_tag(_nominative(one[1])):
            return one.span(1)
    return None


def _translations(text: str) -> Iterator[int]:
    """Find where words for a translation may begin: a letter before what all forms of one have."""
    for word in _TRANSLATIONS:
        at = text.find(word, 1)
        while at > 0:
            yield at - 1
            at = text.find(word, at + 1)


def _is_within(lines: Sequence[Line], place: int) -> bool:
    at = bisect(lines, place, key=lambda line: line.start)
    return at > 0 and place < lines[at - 1].end


def _is_of_note(text: str, said: re.Match[str]) -> bool:
    """Tell whether a translation is told of in brackets, by whom, or where a sentence begins."""
    before = text[max(0, said.start() - _NEAR) : said.start()].rpartition("\n")[2]
    if before.rfind("[") > before.rfind("]") or text.startswith(" by ", said.end()):
        return True
    clause = _STOP.split(before)[-1]
    short = len(clause.split()) <= _FEW and _IN_PROSE.search(clause) is None
    return said[0][0].isupper() or short


def is_english_letter(text: str) -> bool:
    """Tell whether a text closes as letters do that were written in English.

    >>> is_english_letter("Yours sincerely, J. Orlov"), is_english_letter("Comrade! Yours truly, X")
    (True, False)
    """
    if not any(map(text.__contains__, _CLOSING_WORDS)):
        return False
    return _CLOSES_IN_ENGLISH.search(text) is not None and _TRANSLATED_WORDS.search(text) is None


def is_translated(cells: Cells) -> bool:
    """Tell whether somebody translated the text, though no label says into which language.

    >>> is_translated({"credits": [Cell("Translated by A. Bauer.")]})
    True
    """
    thanks = [one.text for one in cells.get("credits", ())]
    said = any("ranslated" in one or "ranslation " in one for one in thanks)
    return (said or "translator" in cells) and "text_language" not in cells


def is_of_english_office(text: str, cells: Cells) -> bool:
    """Tell whether a paper lies among those of a government that writes English, or it did.

    >>> is_of_english_office("", {"reference": [Cell("National Archives, RG 59, 788.00/9-1853")]})
    True
    """
    held = (cell.text for one in _HELD for cell in cells.get(one, ()))
    heads = (cell.text[:_FIRST] for one in ("head", "body") for cell in cells.get(one, ()))
    if any(map(_ENGLISH_HEAD.search, heads)):
        return True
    return "pproved For Release" in text or any(_ENGLISH.search(one) for one in held)
