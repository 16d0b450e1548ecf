"""The value that stands behind a label: the columns it feeds, with what is said within it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.kinds import kind_of
from lod.normalize.languages import language_tag
from lod.normalize.nobody import is_nobody
from lod.sources.pages.citations.citation import parse, source_note
from lod.sources.pages.citations.citedparts import Found
from lod.sources.pages.layout.heading import Part
from lod.sources.pages.layout.valueforms import STREET, by_form
from lod.sources.pages.layout.valueparts import VALUES
from lod.sources.pages.papers.officecodes import is_code
from lod.sources.pages.papers.paperhead import direct
from lod.sources.pages.persons.entryname import is_plain, person_in
from lod.sources.pages.persons.listednames import is_row_of_names
from lod.sources.pages.persons.namevalues import NAMED, names_in
from lod.sources.pages.text.labels import Label
from lod.sources.pages.words.fieldwords import field_word
from lod.sources.pages.words.letterwords import announced, is_absent
from lod.sources.pages.words.secrecy import grades
from lod.sources.pages.words.titleforms import is_kind

_TRANSLATED = re.compile(r"Trans(?:lation|cript(?:ion)?)\s*[-\u2013\u2014:(]\s*")
_NUMBER_OF = re.compile(
    r"\b(?:receipt|telegram|cable|serial|despatch|document|registry) (?:no\.?|number)$"
)
_LONGEST_NUMBER = 20
# What a reader wrote on a paper, which may be its grade of secrecy.
_NOTES = frozenset(
    ("vermerk", "vermerke", "mention", "menção", "menzione", "mención", "adnotacja", "помета",
     "пометы")
)  # fmt: skip
# `From: Record Group 59` tells of what a thing is part.
_HOLDING = re.compile(
    r"(?:the )?(?:Collection|Record Group|Records|Series|Fonds?|Papers)\b", re.IGNORECASE
)
_ABOUT_ONE = re.compile(r"(?<=.{40})[a-z]\.$|\((?:Person|Organization|Family)\)$")
_MEANT_OTHERWISE = frozenset(("subjects", "collection", "sender", "recipient", "creator"))
_FULL_NAME = re.compile(r"(?:[A-Z][\w.'\u2019-]+ ){1,3}[A-Z][\w'\u2019-]+")
_NOWHERE = re.compile(
    r"(?:no place|unknown|undetermined|not (?:known|stated|given)|various)\b", re.I
)
# Where one met, which is no place on a map.
_ROOM = re.compile(
    r"['\u2019]s (?:Office|office|Study|Residence)$|\bRoom\b|[Ss]trongroom|\bVault\b|\bStack\b"
    r"|\b(?:reception|conference|meeting|sitting|dining|drawing|guest|council) (?:room|hall)\b"
)
_WORDY = 6
# What may be done with a thing, as `Restrictions` say beside how it is reached.
_PERMITS = re.compile(
    r"\b(?:quot(?:e|ed|ation)|reproduc\w+|cop(?:y|ies|ied|ying|yright)|publi(?:sh\w*|cation)|re-?us\w+"
    r"|permission|licen[cs]e\w*|cit(?:ed?|ation))\b",
    re.IGNORECASE,
)
# The number by which a site of its own calls a thing: `nam:00573`, as letters in capitals do not.
_OWN_NUMBER = re.compile(r"[a-z]{2,12}[:_.-](?=\S*\d)[\w:.-]{2,40}")
_LEAST_MARK, _LONGEST_CODE, _LONGEST, _SOME = 3, 50, 2000, 20
NOTE = "behind the place, in a note on the source"
# What a catalogue says in brackets behind a name of those who had a part.
_PART = re.compile(
    r"\s*[\[(](\w+)(?: of [\w ]{3,20})?(?:, (?:Person|Organi[sz]ation|Family))?[\])]$"
)
_PARTS = {
    **dict.fromkeys(("author", "creator", "writer"), "creator"),
    **dict.fromkeys(("correspondent", "sender", "from"), "sender"),
    **dict.fromkeys(("recipient", "addressee", "to"), "recipient"),
    "translator": "translator",
}
# A semicolon parts the parts of one name: `Vane; Beatrice (1866-1949); nurse`.
_EPITHET = re.compile(r"; [a-z][\w ]*$|^[A-Z][\w'-]+; [A-Z][\w.]+ \(\d{4}")
_NO = re.compile(r"(?:No|Nr|N\u00b0|\u2116)\.?\s*(?=\d)")
_PARTED = re.compile(r";\s*|\s+[|\u2022\u00b7]\s+")
_LISTED = frozenset(("places", "subjects", "people"))
# Days of office behind the name of an agency, and the address of an archive.
_YEARS_OF_OFFICE = re.compile(r"\.? \(?\d{1,2}/\d{1,2}/\d{4}.*|\s*\((?:Most Recent|Predecessor)\)$")
# `Box: 5, Folder: 17 (Mixed Materials)`
BOX_ROW = re.compile(
    r"(?:Box|Reel|Volume|Carton|Container|Drawer|Case):? [\w./-]+,? "
    r"(?:Folder|Item|File|Frame|Page|Envelope):? [\w./-]+"
)
_HOLDINGS = re.compile(r".*\b(?:Archives?|Papers|Collection|Records|Fonds?)$")
# An archive, with a place in it: `Bundesarchiv, DY 30/3695`.
_KEPT = re.compile(
    r"[^,;\d]{0,60}(?i:archi[vw]|librar|bibliothe|biblioth\u00e8|record office"
    r"|lev\u00e9lt\u00e1r|\u0430\u0440\u0445\u0438\u0432)"
    r"[^;\d]{0,60},\s[^;]*\d[\w/.-]*(?:$|[,;])(?!\s*\d{4}$)"
)
# By which an office keeps its own files, behind what a record office calls them.
_OFFICE_CODE = re.compile(r"\. Code \w{1,4} file \d.*")
_SAID_BEHIND = {"creator": _YEARS_OF_OFFICE, "title": _OFFICE_CODE, "keeper": STREET}
# The number of a record: `BAN 20418`.
_RECORD = re.compile(r"[A-Z]{2,8}[ -]?\d[\d/.-]{2,12}")
# The codes of catalogues, each of one description alone (ISAD(G) 3.1.1).
_CODES = frozenset(
    (
        *(
            "reference code",
            "reference code(s)",
            "ref no",
            "refno",
            "ref code",
            "catalogue reference",
            "catalogue number",
        ),
        *("signatur", "cote", "sygnatura", "jelzet", "档号", "檔號", "signatura"),
        *("shelf mark", "shelfmark", "shelf number", "press mark", "pressmark"),
        *("bestellnummer", "archivaliensignatur", "código de referencia", "segnatura"),
    )
)
_MAYBE_CODES = frozenset(
    ("pasta", "reference", "reference number", "reference no", "unit id", "unitid")
)
_CODE = re.compile(r"(?=[^\n]*\d)(?!.*[^\W\d_A-Z]{5})[^\s,;:]++(?:(?: ++|, )[^\s,;:]++){0,16}")
# Levels that words tell, `box 12, ff. 41-43`: a place in an archive, no code.
_LEVELS = re.compile(
    r"(?:^|, )(?:fonds?|f|ff|opis|op|delo|d|a\.e|l|ll|pp?|box|folder|file|reel|vol|dossier"
    r"|caja|busta|fasc|karton|k|sygn|Bd|Bl|vv|fols?)\.? (?=[\w-]*\d)",
    re.IGNORECASE,
)
# What is no entry of a list of names or words: a copy's number, a day, a link, a notice, prose.
_NO_ENTRY = re.compile(
    r"(?:dear|esteemed|respected|comrades?|lieber?|sehr|cher|chère|уважаем\w+|дорог\w+)\b.*[,!]$"
    r"|(?:copy|copies|no\.?|nr\.?|minutes|record|protocol|page)\b.*\d"
    r"|(?:top |strictly |most )?(?:secret|confidential|restricted|urgent)\b"
    r"|.*(?:\]\(|\(c\)|\u00a9|https?:)|(?:on )?\d{1,2}\.? [a-z]+ \d{4}$"
    r"|[a-z]+ \d{1,2}, \d{4}$|.{60,}[.!?]$"
    r"|(?:share|print|download|cite|related \w+|see also)$|share:"
    r"|(?:comments?|tags?) ?\(\d+\)$",
    re.IGNORECASE,
)
# Another field, which nobody knows: `Export: PDF`.
_FIELD = re.compile(r"[^\W\d_a-z][\w ]{2,25}: \S")
# How secret it was: `Declassified 17 May 2012. Previously: Confidential.`
_FORMER_GRADE = re.compile(
    r"\b(?:[Pp]reviously|[Ff]ormerly|[Oo]riginally|[Ee]hemals|[Uu]rsprünglich|[Aa]nciennement"
    r"|[Pp]oprzednio|[Dd]awniej|[Pp]ůvodně|[Rr]anee)(?: (?:classified|marked|graded))?"
    r"(?: as)?:? ([^.;\n]{4,40})"
)
# A copy of the paper, or whoever had one.
_COPIES = frozenset(
    ("copy", "copies", "copie", "copies", "kopie", "copia", "cópia", "kopia", "копия")
)
_NAMES = frozenset(
    ("creator", "signatory", "contributor", "people", "recipient", "translator", "participants",
     "interviewee", "interviewer")
)  # fmt: skip
# The hour on the line below a day.
HOUR = re.compile(
    r"(?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.? ?m\.?|hours|hrs\.?|noon|Uhr|heures)"
    r"(?:(?: ?[-\u2013]| to) ?\d.{2,12})?\.?"
)


def value(found: Label, text: str, start: int) -> Iterator[Part]:
    """Give the columns of a labelled value, with their places; start: that of the value.

    What an unknown label announces feeds none, and a code of one letter is no marking.

    >>> [part.column for part in value(Label("language", "line"), "German (original)", 0)]
    ['language']
    """
    column = _column(found, text)
    coded = column == "classification" and not _is_marking(found, text)
    nowhere = column == "places" and _NOWHERE.match(text) is not None
    wordy = column == "number" and not (text.isupper() or any(map(str.isdigit, text)))
    if column == "-" or coded or nowhere or wordy or is_nobody(text):
        return
    some = list(VALUES[column](text, start)) if column in VALUES else []
    if some or column == "correspondents":
        yield from some
        return
    noted = source_note(text, labelled=True) if column == "reference" else ()
    yield from _said_too(column, text, start, noted)
    if noted and any(part.column == "marking" for part in noted):
        text = text[: noted[0].end]  # a note on the source goes on with more than the place
    for lo, hi in _entries(column, text):
        yield _entry(column, text[lo:hi], start + lo)
    parts = parse(text) if column == "citation" else ()
    for part in parts:
        yield Part(part.column, start + part.start, start + part.end, "citation")
    for part in noted:
        if part.column != "reference":
            yield Part(part.column, start + part.start, start + part.end, "source note")


def _said_too(column: str, text: str, start: int, noted: Sequence[Found]) -> Iterator[Part]:
    """Give what a value says besides: behind the place of a source, or how secret a paper was."""
    if len(noted) > 1 and len(text) - noted[0].end > _SOME:
        yield Part("context", start + noted[0].end, start + len(text), NOTE)
    former = _FORMER_GRADE.search(text) if column == "rights" else None
    for lo, hi in grades(former[1], whole=False) if former else ():
        begin = start + former.start(1) if former else start
        yield Part("marking", begin + lo, begin + hi, "grade that it had")


def _is_marking(found: Label, text: str) -> bool:
    """Tell whether a value can be a marking: notes on a paper are none but with a grade in them."""
    noted = found.word in _NOTES and not any(grades(text, whole=False))
    return len(text) >= _LEAST_MARK and not noted


def code(found: Label, text: str) -> bool | None:
    """Tell whether a value is the code of a description: None where its label leaves it open.

    >>> code(Label("reference", "line", word="reference code"), "GB 159 MS-C/7/31")
    True
    """
    if len(text) > _LONGEST_CODE or _CODE.fullmatch(text) is None:
        return False
    if "," in text and len(_LEVELS.findall(text)) > 1:
        return False
    words = found.word.replace(" / ", "/").split("/")
    if not _CODES.isdisjoint(words):
        return True
    return None if not _MAYBE_CODES.isdisjoint(words) else False


def _entries(column: str, text: str) -> list[tuple[int, int]]:
    """Give the entries of a list on one line, parted by semicolons."""
    if column in NAMED and len(text) <= _LONGEST and not _EPITHET.search(text):
        return names_in(column, text)
    if column == "places" and len(text) <= _LONGEST and _ROOM.search(text):
        return [(text.rindex(", ") + 2, len(text))]
    listed = column in _LISTED and len(text) <= _LONGEST and _PARTED.search(text)
    if not listed or _EPITHET.search(text):
        return [(0, len(text))]
    bounds = [0, *(place for one in _PARTED.finditer(text) for place in one.span()), len(text)]
    places = zip(bounds[::2], bounds[1::2], strict=True)
    return [(lo, hi) for lo, hi in places if text[lo:hi].strip()]


def _entry(column: str, text: str, start: int) -> Part:
    """Give one entry without what is no part of it: the part a person had, days, a street."""
    if column == "number" and (behind := _NO.match(text)):
        return Part(column, start + behind.end(), start + len(text), f"label {column}")
    return _without_more(column, text, start)


def _without_more(column: str, text: str, start: int) -> Part:
    """Give an entry without what a catalogue says of it behind."""
    rule = f"label {column}"
    said = _PART.search(text) if column in ("people", "creator", "contributor") else None
    if said and said[1].casefold() == "subject":
        return Part(column, start, start + said.start(), rule)
    if said and " of copy" in said[0].casefold():
        return Part("copy_recipient", start, start + said.start(), f"{rule}: had a copy")
    if said and (told := _PARTS.get(said[1].casefold())):
        return Part(told, start, start + said.start(), f"{rule}: {said[1].casefold()}")
    if len(text) > _LONGEST:
        return Part(column, start, start + len(text), rule)
    if column == "text_language" and (kind := _TRANSLATED.match(text)):
        return Part(column, start + kind.end(), start + len(text), rule)
    cut = _SAID_BEHIND[column].search(text) if column in _SAID_BEHIND else None
    return Part(column, start, start + (cut.start() if cut else len(text)), rule)


def is_entry(found: Label, text: str) -> bool:
    """Tell whether a line below a label may be one of the list that the label announces.

    >>> [is_entry(Label("creator", "list"), line) for line in ("Kim Il Sung", "Copy no. 4")]
    [True, False]
    """
    if found.column == "classification" and len(text) < _LONGEST_CODE:
        return True
    if found.column == "funder" and not _is_giver(text):
        return False
    small = found.column in _NAMES and (text[:1].islower() or _FIELD.match(text) is not None)
    return not small and _NO_ENTRY.match(text) is None and not is_absent(text)


def _is_giver(text: str) -> bool:
    """Tell whether a line may be one of those who paid, rather than the head of the paper.

    >>> [_is_giver(one) for one in ("Leon Levy Foundation", "TELEGRAM 76.121", "To: Comrade Orlov")]
    [True, False, False]
    """
    return not (text.isupper() or ":" in text or is_kind(text) or any(map(str.isdigit, text)))


def _otherwise(found: Label, text: str) -> str:
    """Say what else a value is by its form: from which holding, a sentence, who had a telegram."""
    if found.column == "subjects":
        return "summary" if text.endswith(".") and text.count(" ") > _WORDY else ""
    if found.column == "collection":
        if found.word == "opis" and len(text) > _LONGEST_NUMBER and " " in text:
            return "summary"  # in Polish
        if found.word == "local identifier" and _OWN_NUMBER.fullmatch(text):
            return "identifier"
        return "-" if _ABOUT_ONE.search(text) else ""
    if found.column == "recipient":
        several = any(mark in text for mark in (", ", "; ", " and "))
        return "copy_recipient" if found.word == "sent to" and several else ""
    if found.column == "creator":
        placed = found.word.startswith("provenance")
        if placed and _KEPT.match(text):
            return "reference"
        return "collection" if placed and _HOLDINGS.match(text) else ""
    return "collection" if _HOLDING.match(text) else ""


def _translated(found: Label, text: str) -> str:
    """Say whether a name stands behind `Translation`, thanks or a language: `English: X`."""
    named = _FULL_NAME.fullmatch(text) is not None
    if found.column in ("credits", "funder") and "thanks" in found.word and named:
        return "contributor"  # nothing but whom a site thanks
    if found.column == "translator" and language_tag(found.word):
        return "translator" if named else "-"
    told = found.column in ("text_language", "translator")
    return "translator" if told and named and found.word.startswith("translation") else ""


def _is_writer(found: Label, text: str) -> bool:
    """Tell whether a word of minutes announces who took them: `Minutes: E. Vane`."""
    if len(text) > _LONGEST_CODE or found.word == "notes" or announced(found.word) != "author":
        return False
    if kind_of(text) == "group":
        return False
    name = person_in(text)
    return name is not None and is_plain(text[slice(*name)])


def _of_none(found: Label, text: str) -> str:
    """Say what the value of a label that feeds no column is by its own form.

    >>> _of_none(Label("-", "line", word="restrictions"), "None. Quotation needs no permission.")
    'rights'
    """
    if _is_writer(found, text):
        return "creator"
    if found.word in _COPIES and direct(text):
        return "copy_recipient"
    if "restriction" in found.word and _PERMITS.search(text):
        return "rights"
    unknown = field_word(found.word) is None and "," in text
    noted = unknown and any(one.column == "reference" for one in source_note(text))
    if noted or (unknown and _KEPT.match(text)):
        return "reference"
    return _numbered(found, text)


def _numbered(found: Label, text: str) -> str:
    """Say of a label that feeds no column whether it announces the number of a record or paper."""
    if found.word == "kept by" and kind_of(text) == "group":
        return "keeper"
    if found.word == "copies" and len(text) < _LONGEST and is_row_of_names(text):
        return "copy_recipient"
    if found.word.startswith("former reference") and is_code(text):
        return "number"  # of the office that made the paper
    if found.word == "record" and (text.isdigit() or _RECORD.fullmatch(text)):
        return "identifier"
    numbered = _NUMBER_OF.search(found.word) and len(text) < _LONGEST_NUMBER
    return "number" if numbered and any(map(str.isdigit, text)) and " " not in text else "-"


def _column(found: Label, text: str) -> str:
    """Say which column a value feeds: an archive with a place in it is a reference."""
    if translated := _translated(found, text):
        return translated
    if (found.column == "places" or found.word == "location") and _ROOM.search(text):
        town = text.rpartition(", ")[2]  # of the house
        return "places" if town != text and not _ROOM.search(town) else "-"
    if found.word == "location" and not re.search(r"\d", text):
        return "places"
    if found.column in _MEANT_OTHERWISE and (other := _otherwise(found, text)):
        return other
    if found.column == "-":
        return _of_none(found, text)
    return by_form(found, text)
