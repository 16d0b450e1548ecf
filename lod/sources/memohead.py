"""The head of a memorandum or record: labels with their values, entries hanging below them.

`TO:`, `FROM:`, `PARTICIPANTS:`, `cc:` stand before one entry or several, one a line, indented as
far as the first or in a block of their own.
"""

# ruff: noqa: SIM905  (Russian words are meant; lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.namewords import BODIES
from lod.sources.bodywords import COMPOUND, HEADS
from lod.sources.english import is_english
from lod.sources.pageline import Line
from lod.sources.papermarks import Told
from lod.sources.textwords import COMMON, DEMONYMS, OFFICES, RANKS, WEAK_RANKS

_LABEL = re.compile(r"[(\[]?([^\W\d_](?:[^\W_]|[.,/ ]){0,38}?)\s*:(?:\s+|$)")
_LONGEST, _MOST, _WIDEST = 110, 40, 42
_MOST_WORDS, _FEWEST_WORDS, _SURNAME, _LINE = 5, 2, 4, 70
_COLUMNS = {
    "to": "recipient", "for": "recipient", "memorandum for": "recipient", "addressee": "recipient",
    "memorandum to": "recipient", "attention": "recipient", "from": "sender",
    "cc": "copy_recipient",
    "c.c.": "copy_recipient", "copies to": "copy_recipient",
    "copy to": "copy_recipient", "sent to": "copy_recipient", "copies": "copy_recipient",
    "distribution": "copy_recipient",
    "info": "copy_recipient", "copied to": "copy_recipient", "copies sent to": "copy_recipient",
    "participants": "participant", "present": "participant", "those present": "participant",
    "in attendance": "participant", "attendees": "participant", "taking part": "participant",
    "took part": "participant", "attended": "participant", "participating": "participant",
    **dict.fromkeys(("members present", "candidates present", "session chaired by",
                     "meeting chaired by"), "participant"),
    **dict.fromkeys(("to comrades", "to comrade", "to cdes", "to cde"), "recipient"),
    "list of participants": "participant", "also present": "participant",
    **dict.fromkeys(("chairman", "chaired by", "in the chair", "presiding", "presided by",
                     "председательствовал", "vorsitz"), "participant"),
    # in the languages of documents
    **dict.fromkeys(("an", "à", "кому"), "recipient"),
    **dict.fromkeys(("von", "de", "от"), "sender"),
    **dict.fromkeys(("durchschlag an", "durchschlag", "abschrift an", "verteiler", "copie à",
                     "copie", "kopie", "разослано", "копии", "копия", "durchschrift an",
                     "durchschrift", "kopie an", "nachrichtlich", "zur kenntnis", "copies à",
                     "ampliations", "copia a", "copia", "copias a", "do wiadomości", "otrzymują",
                     "rozdzielnik", "rozdělovník", "na vědomí", "kapják", "рассылка",
                     "копии направлены"), "copy_recipient"),
    **dict.fromkeys(("distribution list", "circulated to", "circulation", "copies for", "copy for",
                     "for information", "info copies", "information copies", "mailed to", "sent",
                     "information copies to", "sent out to", "sent also to", "copies were sent to",
                     "copies distributed to", "distributed to", "issued to", "copy sent to"),
                    "copy_recipient"),
    **dict.fromkeys(("teilnehmer", "anwesend", "présents", "присутствовали"), "participant"),
}  # fmt: skip
_LISTS = frozenset(("copy_recipient", "participant"))
_SIDE = re.compile(
    r"(?:[A-Z][\w.-]*\s){1,3}(?:participants?|side|delegation|part)|participants? from"
    r"|(?:(?:[Pp]resent|[Tt]aking part|[Pp]articipants?|[Ii]n attendance|[Aa]ttending) )?"
    r"(?:(?:[Oo]n|[Ff]or|[Ff]rom) )(?:our|their|(?:the )?(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*) side"
    r"|(?:[Pp]resent|[Tt]aking part|[Pp]articipants|[Ii]n attendance) (?:from|for|on behalf of)"
    r" (?:the )?[A-Z][\w. -]{1,30}"
    # `In attendance for item 3`
    r"|(?:[Pp]resent|[Ii]n attendance|[Ii]nvited|[Aa]ttending|[Aa]lso (?:present|invited))"
    r" (?:for|at|to|on|during) (?:item|point|question|agenda item)s? [\w, ]{1,20}"
)
# `Recipients of the decision`
_SENT_OUT = re.compile(
    r"(?:recipients|receivers|copies|distribution) of (?:the |this )?\w+"
    r"|cop(?:y|ies)(?: \w+){0,4} to"
    r"|(?:distributed|sent|made|printed|typed|issued|done|prepared) in \w{1,5} copies"
)
# What parts an entry from the one before it, and how many copies it had.
_OPENING = re.compile(
    r"[\s,;&]*(?:and\s+)?(?:\d{1,3}\s*(?:[x\u00d7]|cop(?:y|ies))\s*(?:[-\u2013:]\s)?|[-\u2022*\u2013]\s+|\d{1,2}[.)]\s+)?"
    r"(?:(?:to|for)\b)?\s*"
)
_PARTING = re.compile(r"[,;]|\sand\s|\s&\s")
# Surnames alone, parted by commas.
_NTH = re.compile(r"\s*(?:\d{1,3}\.?\s+)?(?:copy|cop\.|Exemplar|Ausfertigung|экз\.)\s+")
_BARE = re.compile(r"[^\W\d_a-z][\w'\u2019-]+(?:,\s+[^\W\d_a-z][\w'\u2019-]+)+")
# A rank of several, and their surnames.
_MANY = re.compile(r"(?:[Cc]omrs?|[Cc]des|[Cc]omrades|тт|[Cc]oms)\.? [^\W\d_]\w+, ")
_SEVERAL = re.compile(r"(?:comrades|cdes|comrs|messrs|genossen)\b", re.IGNORECASE)
_SEMICOLON = re.compile(";")
_CUT = re.compile(r"\s*[,;(\u2014]\s*")
# Where papers lie, in lists of those who had copies.
# `Present: The representatives of the following countries: Brazil, ...`
OF_STATES = re.compile(
    r"(?:The )?(?:representatives|delegations|delegates|observers) (?:of|from)\b[^:\n]{0,60}:"
)
_LONGEST_RANK = 40  # letters
_LAST_WORD = re.compile(r"^.*[^\w-]", re.DOTALL)
_SHORTENED = frozenset(
    "gen adm prof rev amb col gov sen messrs capt maj brig cmdr comr comrs cdes hon rep min sec"
    " lieut maj-gen lt-gen lt-col dipl ing mgr tov doc".split()
)
_SENTENCE_END = re.compile(r"(?<=\w{3})\.\s+(?=[A-Z])")
_STOP = re.compile(r"(?<=\w{3})\.(?=\s+(?:[A-Z]|Also\b))")
_TAKING_PART = re.compile(
    r" (?:(?:also )?(?:took|takes) part|(?:also )?(?:participated|attended)|(?:was|were) )"
)
_UNITS = frozenset("registry file files chron circulation mail library distribution".split())
_NO_NAMES = _UNITS | RANKS | WEAK_RANKS | OFFICES | BODIES | COMMON | DEMONYMS
_LINKS = frozenset("of for the in at to and de von van der den bin al el".split())
_PARTICLES = frozenset("de von van der den bin al el la le du di da dos".split())
# Acronyms that keep a small letter: MfAA, MfS.
_MIXED = re.compile(r"[A-Z][a-z][A-Z]{1,3}")
_WORD = re.compile(r"\S+")
# Who holds an office: `Chancellor of the Exchequer (Mr. Macmillan)`.
_IN_BRACKETS = re.compile(
    r"\((?:Mr|Mrs|Dr|Sir|Lord|Gen|Comrade|Cde|Amb)\.? ((?:[A-Z][\w.'\u2019-]*\s?){1,3})\)"
)


def head(text: str, lines: Sequence[Line]) -> Iterator[Told]:
    """Find senders, addressees, those present and those who had copies, one after another."""
    behind = 0
    for at, line in enumerate(lines):
        column = _column(line.text) if at >= behind else ""
        if not column:
            continue
        entries, behind = _entries(text, lines, at, listed=column in _LISTS)
        single = column not in _LISTS or len(entries) > 1
        if column == "participant":
            entries = [one for one in entries if not OF_STATES.match(text, *one)]
            entries = [one for entry in entries for one in _sentences(text, *entry)]
        for start, end in entries:
            alone = single and not _MANY.match(text, start, end)
            found = list(_persons(text[start:end], start, whole=alone))
            if column == "copy_recipient":
                found = [one for one in found if not _is_unit(text[slice(*one)])]
                found += bodies_in(text[start:end], start, found)
            for place in found:
                yield Told(column, *place, f"head of the paper: {column}")


def ends_in_rank(text: str) -> bool:
    """Tell whether words end with a rank that a stop shortens, so that no sentence ends there.

    >>> ends_in_rank("Ivan Orlov, Adm"), ends_in_rank("Ivan Orlov, Admiral")
    (True, False)
    """
    return _LAST_WORD.sub("", text).casefold() in _SHORTENED


def listed_first(names: str) -> str:
    """Give the first sentence of a list of names: others may follow, on who came later.

    >>> listed_first("R. Nyers, J. Fock. Comrade Puja took part in item 3.")
    'R. Nyers, J. Fock'
    """
    ends = (one for one in _SENTENCE_END.finditer(names) if not ends_in_rank(names[: one.start()]))
    return names[: first.start()] if (first := next(ends, None)) else names


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    for one in _STOP.finditer(text, start, end):
        if not ends_in_rank(text[max(start, one.start() - _LONGEST_RANK) : one.start()]):
            yield one.start()


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part an entry into sentences, each as far as its verb: `Comrade X took part in item 3`."""
    for hi in [*_stops(text, start, end), end]:
        verb = _TAKING_PART.search(text, start, hi)
        yield start, verb.start() if verb else hi
        start = hi + 1


def _column(text: str) -> str:
    match = _LABEL.match(text) if ":" in text[:_WIDEST] else None
    if not match:
        return ""
    words = match[1].casefold().strip()
    known = (_COLUMNS.get(one.strip(), "") for one in (words, *words.split("/")))
    other = "copy_recipient" if _SENT_OUT.fullmatch(words) else ""
    return next(filter(None, known), "participant" if _SIDE.fullmatch(match[1]) else other)


def _entries(
    text: str, lines: Sequence[Line], at: int, *, listed: bool = False
) -> tuple[list[tuple[int, int]], int]:
    """Give the entries of a label, and the line behind them; deeper lines go on with an entry.

    listed: the label announces several, so that a name right below the first is one more.
    """
    line = lines[at]
    begin = _LABEL.match(line.text)
    lo = line.start + (begin.end() if begin else 0)
    entries = [(lo, line.end)] if lo < line.end else []
    column = _indent(text, lo) if entries else -1
    own = _indent(text, line.start)
    last, stop = line, at + 1
    while stop < len(lines) and stop - at < _MOST and len(lines[stop].text) < _LONGEST:
        one = lines[stop]
        gap, indent = text.count("\n", last.end, one.start), _indent(text, one.start)
        column = indent if column < 0 else column
        hangs = indent == column and (indent > own or not entries or column == own)
        if gap > 2 or _LABEL.match(one.text) or (gap > 1 and not indent > own):
            break
        beside = gap == 1 and indent == own and bool(entries)
        hangs |= beside and (_is_ranked(one.text) or (listed and is_entry_of_list(one.text)))
        if gap == 1 and indent == own and entries and text[entries[-1][1] - 1] == ",":
            entries[-1] = (entries[-1][0], one.end)  # a list that goes on
        elif hangs and not (column == own and _is_closed(one.text)):
            entries.append((one.start, one.end))
        elif indent > column and entries:
            entries[-1] = (entries[-1][0], one.end)
        else:
            break
        last, stop = one, stop + 1
    return entries, stop


def _is_unit(name: str) -> bool:
    """Tell whether what had a copy is a unit that is called by its letters: ZAIG."""
    return len(name) <= _SURNAME and name.isupper() and name.isalpha()


def _is_ranked(text: str) -> bool:
    """Tell whether a line is nothing but a rank and a name: Mr. Christian."""
    words = text.split()
    ranked = words[0].strip(".").casefold() in RANKS and words[0][0].isupper()
    return ranked and 1 < len(words) <= _MOST_WORDS and person_in(text) is not None


def _is_closed(text: str) -> bool:
    """Tell whether a line ends a sentence: the stop behind an initial does not."""
    return text.endswith(".") and not text[-2:-1].isupper()


def is_entry_of_list(text: str) -> bool:
    """Tell whether a line is one of a list of persons or offices: EUR - Mr. Perkins."""
    said = text.split(" - ", 1)[-1]
    short = len(text) <= _LINE and not text.endswith((".", "!", "?"))
    office = {word.strip(",").casefold() for word in said.split()} <= _NO_NAMES | _LINKS | {"the"}
    return short and text[0].isupper() and (office or person_in(said) is not None)


def _indent(text: str, start: int) -> int:
    return start - text.rfind("\n", 0, start) - 1


def persons_listed(entry: str, start: int) -> list[tuple[int, int]]:
    """Give the places of the persons in a list, offices and countries beside them left out."""
    return list(_persons(entry, start, whole=False))


def bodies_in(
    entry: str, start: int, persons: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Give the places of the bodies in a list of those who had copies: Legal Department.

    >>> entry = "Mr. Feller, Legal Department; 2. copy State Planning Office"
    >>> [entry[slice(*one)] for one in bodies_in(entry, 0, [(4, 10)])]
    ['Legal Department', 'State Planning Office']
    """
    lo = 0
    for hi in [*(one.start() for one in _PARTING.finditer(entry)), len(entry)]:
        opening = _OPENING.match(entry, lo, hi)
        begin = opening.end() if opening else lo
        if copy := _NTH.match(entry, begin, hi):
            begin = copy.end()
        words = entry[begin:hi].rstrip(" .").split()
        taken = any(start + begin < two and one < start + hi for one, two in persons)
        if not taken and 1 < len(words) <= _MOST_WORDS + 1 and _is_body(words):
            yield start + begin, start + begin + len(entry[begin:hi].rstrip(" ."))
        elif not taken and len(words) == 1 and COMPOUND.fullmatch(words[0]):
            yield start + begin, start + begin + len(words[0])
        lo = hi


def _is_body(words: Sequence[str]) -> bool:
    named = all(word[0].isupper() or word.casefold() in _LINKS for word in words)
    return named and any(word.casefold() in HEADS for word in words)


def _persons(entry: str, start: int, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Give the places of persons in an entry; whole: it names one, with the office behind."""
    if ";" in entry and not whole:
        for lo, hi in _groups(entry):
            part = entry[lo:hi].partition("(")[0].strip()
            bare = (_BARE.fullmatch(part) or _SEVERAL.match(part)) is not None
            yield from _persons(entry[lo:hi], start + lo, whole=not bare)
        return
    parting = _SEMICOLON if whole else _PARTING
    lo = 0
    for hi in [*(one.start() for one in parting.finditer(entry)), len(entry)]:
        opening = _OPENING.match(entry, lo, hi)
        begin = opening.end() if opening else lo
        if place := person_in(entry[begin:hi]):
            yield start + begin + place[0], start + begin + place[1]
        elif within := _IN_BRACKETS.search(entry, begin, hi):
            yield start + within.start(1), start + within.end(1)
        elif whole and (held := holder(entry, begin, hi)):
            yield start + held[0], start + held[1]
        lo = hi


def holder(entry: str, lo: int, hi: int) -> tuple[int, int] | None:
    """Find who holds the office that an entry begins with: The Minister of X, Cde. Jan Masaryk."""
    at = entry.find(", ", lo, hi)
    words = entry[at + 2 : hi].split() if at > 0 else []
    if len(words) < _FEWEST_WORDS or words[0].strip(".").casefold() not in RANKS:
        return None
    place = person_in(entry[at + 2 : hi])
    return (at + 2 + place[0], at + 2 + place[1]) if place else None


def _groups(entry: str) -> Iterator[tuple[int, int]]:
    """Give the stretches between semicolons: a person with an office, or those of one country."""
    marks = [one.start() for one in _SEMICOLON.finditer(entry)]
    return zip([0, *(at + 1 for at in marks)], [*marks, len(entry)], strict=True)


def person_in(entry: str) -> tuple[int, int] | None:
    """Find the name in an entry, behind ranks and offices; None where it names an office alone.

    >>> entry = "Deputy Department Director Zhang Wenjin"
    >>> entry[slice(*person_in(entry))], person_in("The Secretary of Defense")
    ('Zhang Wenjin', None)
    """
    words = list(_WORD.finditer(_CUT.split(entry)[0]))
    lo = len(words)
    while lo and _is_name(words[lo - 1][0]):
        lo -= 1
    if lo and words[lo - 1][0].casefold() in _LINKS:
        while lo < len(words) and is_english(words[lo][0].casefold()):
            lo += 1
    if lo and len(words[lo - 1][0]) == 1 and words[lo - 1][0].isupper():
        return None  # a division: `D Pol`
    of = any(one[0].casefold() in _LINKS for one in words[:lo])
    name = words[lo:]
    if not 0 < len(name) <= _MOST_WORDS or (of and len(name) < _FEWEST_WORDS):
        return None
    if len(name) <= _FEWEST_WORDS and all(is_short_code(one[0]) for one in name):
        return None  # S/S, CCP CC
    end = name[-1].start() + len(name[-1][0].rstrip(",:"))
    if end - name[0].start() < _FEWEST_WORDS or name[-1][0].islower():
        return None
    return name[0].start(), end


def is_short_code(word: str) -> bool:
    """Tell whether a word is an office's code rather than a surname in capitals: AFE, S/S."""
    word = word.strip(".,:()")
    vowels = any(letter in "AEIOUY" for letter in word)
    return word.isupper() and (len(word) < _SURNAME or not vowels or "/" in word)


def _is_name(word: str) -> bool:
    bare = word.strip(".,:()[]")
    if word.casefold() in _PARTICLES or (word[-1] == "." and len(bare) == 1):
        return True
    if not _NO_NAMES.isdisjoint(bare.casefold().split("/")) or _MIXED.fullmatch(bare):
        return False
    if bare.casefold().removesuffix("s") in OFFICES:
        return False  # the Ministers
    named = (bare[:1].isupper() and len(bare) > 1) or bare[1:2] in ("'", "\u2019")
    return named and bare.casefold() not in _NO_NAMES and not any(map(str.isdigit, bare))
