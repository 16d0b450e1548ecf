"""Persons and bodies in the entries of a list: each with rank, office or number of copies beside.

How the name is found in an entry: entryname.py.
"""

# ruff: noqa: RUF001, SIM905  (Russian words are meant; lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lod.normalize.wireaddresses import wire_addresses
from lod.sources.pages.persons.entryname import (
    ELIDED,
    LINKS,
    MISSIONS,
    is_head,
    is_office_alone,
    is_plain,
    person_in,
)
from lod.sources.pages.persons.familynames import is_family_name
from lod.sources.pages.words.bodywords import COMPOUND, WEAK_HEADS
from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.textwords import DEMONYMS, FAMILY_FIRST, OFFICES, RANKS
from lod.sources.pages.words.tokens import is_initials

_MOST_WORDS, _FEWEST_WORDS, _MOST_LETTERS = 5, 2, 4
# What parts an entry from the one before it, and how many copies it had.
_OPENING = re.compile(
    r"[\s,;&]*(?:and\s+)?(?:\d{1,3}\s*(?:[x\u00d7]|cop(?:y|ies))\s*(?:[-\u2013:]\s)?|\d{1,2}\s[-\u2013\u2014]\s|[-\u2022*\u2013]\s+|\d{1,2}[.)]\s+(?:(?:Ex|Ausf|Expl|egz|экз)\.\s+)?)?"
    r"(?:(?:one|another|two|three)(?:\s+cop(?:y|ies))?\s+(?=to\b|for\b))?"
    r"(?:(?:to|for)\b)?\s*(?:the\s+)?"
)
_OF_TWO = re.compile(
    r" (?:and|&) (?:[A-Z][\w-]+ ){1,3}(?:Department|Division|Desk|Section|Bureau|Directorate)\b"
)
# Two consonants with which no name begins.
_UNSPOKEN = re.compile(
    r"(?!BH|BL|BR|CH|CL|CR|CZ|DH|DJ|DL|DR|DV|DZ|FJ|FL|FR|GH|GJ|GL|GN|GR|GW|HJ|HL|HR|KH|KL|KN|KR|KS|KV"
    r"|LH|LJ|LL|LV|MB|MC|ML|MN|MR|ND|NG|NJ|NK|NT|PF|PH|PL|PN|PR|PS|QU|RH|SC|SH|SJ|SK|SL|SM|SN|SP|SR"
    r"|ST|SV|SW|SZ|TH|TJ|TL|TR|TS|TV|TW|TZ|VL|VR|WH|WL|WR|ZB|ZD|ZH|ZL|ZM|ZV|ZW)[B-DF-HJ-NP-TV-XZ]{2}"
)
_PARTING = re.compile(
    r"[,;]|\s(?:and|und|et|oraz|és|și)(?=[\s,])"
    # `el Ministro Orlov y el Consejero Dorn`
    r"|\s[ye]\s(?=\s*(?i:el|la|los|las|o|os|il|lo|l['\u2019]|don|doña|dom|señora?|señores|senhora?|signora?"
    r"|sr\.|sra\.|dr\.|dott\.|compañer[oa]|companheir[oa]|compagn[oa]|camarada|embajador|embaixador"
    r"|ambasciatore|ministr[oa]|canciller|chanceler|consejero|conselheiro|consigliere|secretari[oa]"
    r"|segretari[oa]|general|generale|almirante|ammiraglio|coronel|colonnello)\b)|\s&\s|(?<!mbasciata)(?<!onsolato)(?<!egazione)\s[иia]\s(?=[^\s,;]+(?:\s[^\s,;]+){0,2}[.]?(?:$|[,;]))"
)
# The side of which those are who follow: `on the Polish side, X`, `por la parte argentina, X`.
_OF_SIDE = re.compile(
    r"\s*(?:(?i:on|from|for) (?i:the |our |their )?(?:[A-Z][\w'\u2019-]+ ){0,3}?"
    r"(?i:side|part|delegation)"
    r"|(?i:por|de|da|per|pela|dalla) (?i:la |el )?parte(?: [\w-]{3,24}){1,2}"
    r"|(?i:du )?[Cc]ôté [\w'\u2019-]{3,24}|(?i:pour la (?:partie|délégation)) [\w-]{3,24}"
    r"|(?i:(?:von|auf|seitens) )?(?i:der |de )?[\w-]{3,24} Seite|[Ss]eitens (?:der|des) [\w-]{2,24}"
    r"|(?i:ze|z|zo) strony [\w-]{3,24}|[Zz]a [\w-]{3,24} stranu|[Сс]о? [\w-]{3,24} стороны"
    r"|[Dd]in partea [\w-]{3,24})\s?[,:]\s*(?=\S)"
)
_SIDES = ("side", "part", "deleg", "ôté", "délég", "Seite", "eitens", "stron", "stranu", "сторон")
# What all of a group are, behind their names: `J. Fock, B. Biszku, and L. Feh\u00e9r, members`.
_OF_GROUP = re.compile(
    r",? (?:(?:full|candidate|alternate|deputy|permanent|substitute) )?(?:members|secretaries"
    r"|ministers|deputies|heads of (?:departments?|sections?)|comrades|guests|observers"
    r"|advisers|experts)"
    r"(?: (?:of|and) (?:the )?[^,;:]{3,60})?\.?$"
)
# Which points of a decision a group has: `Orlov, Dorn - point 2`, `Hora, Vesely - in full`.
_OF_POINTS = re.compile(
    r"(?:\s?[-\u2013\u2014:]\s?(?:all|in full|(?:the )?(?:whole|entire)\b[^;]*|everything)"
    r"|(?:\s?[-\u2013\u2014:,]\s?|\s)(?:only |also )?(?:on )?"
    r"(?:points?|items?|para(?:graph)?s?\.?|sections?|parts?|pp?\.|\u00a7\u00a7?)"
    r"\s?(?:\d|[IVX]+\b)[^;]*)\.?\s*$"
)
# How many copies an entry had: `Kancelaria Sekretariatu - 1 egz.`
_COUNTED = re.compile(
    r"\s*[-\u2013\u2014(,:]?\s*\b\d{1,3}\s?(?:[xX\u00d7]\s?)?(?:egz|экз|cop(?:y|ies)|[Ee]x|Ausf|výt|pld|esempl|ejempl)"
    r"\w*\.?\)?$|\s\(\d{1,3}\)$"
)
# Of which body those are members who had it: `members of the Politburo`.
_MEMBERS = re.compile(
    r"(?:the |all )?(?:(?:full|candidate|alternate) )?members"
    r"(?: and (?:candidate|alternate) members)? of (?:the )?(?=[A-Z])"
)
_NTH = re.compile(r"\s*(?:\d{1,3}\.?\s+)?(?:copy|cop\.|Exemplar|Ausfertigung|экз\.)\s+")
# Surnames alone, parted by commas.
_BARE = re.compile(r"[^\W\d_a-z][\w'\u2019-]+(?:,\s+[^\W\d_a-z][\w'\u2019-]+)+")
_SEVERAL = re.compile(
    r"(?:comrades|cdes|comrs|messrs|genossen|(?:(?:vice|deputy|first|assistant|foreign|lieutenant|major"
    r"|party|state)[ -]){0,2}(?:premiers|ministers|chairmen|secretaries|ambassadors|marshals"
    r"|generals|colonels|admirals|directors|presidents|counsell?ors|advis[eo]rs|professors"
    r"|attach[ée]s|consuls|envoys|academicians|deputies))\b",
    re.IGNORECASE,
)
# Behind the first of them: `Comrade Orlov, Minister of Mines, and Comrade Vesely`.
_ANOTHER = re.compile(
    r"(?:,|;|\band|\bund|\bet|\bi|\ba)\s+(?:Comrade|Cde\.|Mr\.|Mrs\.|Messrs\.|Dr\.|Genossen?|tow\."
    r"|towarzysz|soudruh|camarade|compañero|elvtárs|тов\.|т\.)\s?[^\W\d_a-z]"
)
# `Orlov (with Comrades Dorn and Hora as interpreters)`
_ALONG = re.compile(
    r"\(with ((?:Comrades?|Cdes?\.|Messrs\.?|Mr\.) [^()]{3,120}?)"
    r"((?: as (?:the )?(?:interpreter|translator|note-?taker|minute-?taker|secretar)\w*)?\))"
)
_ELIDED_RANK = re.compile(
    r"(?<!\w)l['\u2019](?=(?i:ambasc|ambass|onor|ammir|amiral|attach|incaric))"
)
_REMARK = re.compile(r"\[(?<![^\W_].)[^\W\d_A-ZА-Я][^\[\]]*\]")
_SEMICOLON = re.compile(r";|\s/\s")
ROW = re.compile(r",?\s(?:and|AND|und|et|&|i|a|и)\s|,\s|;\s|\s/\s")
# What stands before the rest of an office: Vorsitzender des Staatsrates.
_OF = LINKS | {"des", "der", "du", "del", "di", "für", "pro", "dla", "pour"}
# Words in small letters within the names of bodies.
_WITHIN = frozenset(
    """la du des del della dello degli delle dei do da dos das
    à au aux en em ante auprès presso las los el as os dem den général
    générale générales central centrale national nationale
    w we v ve při pri en bei beim
    politique politiques économique économiques orientale occidentale étrangères""".split()
)
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_SEATED = MISSIONS | {"delegation", "mission", "consulate-general", "botschaft", "gesandtschaft"}
_SEAT = re.compile(r", [^\W\d_a-z][\w'\u2019-]+(?: [^\W\d_a-z][\w'\u2019-]+)?(?=[.)]?$)")
# Who holds an office: `Chancellor of the Exchequer (Mr. Macmillan)`.
_IN_BRACKETS = re.compile(
    r"\((?:Mrs?|Miss|Ms|Dr|Sir|Lord|Gen|General|Adm|Admiral|Col|Colonel|Maj|Capt|Lt|Brig|Marshal"
    r"|Air Marshal|Secretary|Senator|Ambassador|Comrade|Cde|Amb|MM?|Mme|Hr|Herrn?|Frau|On|Sen|Dott"
    r"|Prof|Sr|Sra|Shri|Smt|Sri|Pandit"
    r"|[Tt]ow|[Ss]|[Тт]ов|[Тт])\.? "
    r"((?:(?:(?:von|v\.|de|des|du|di|van|la) )*[^\W\d_a-zа-я][\w.'\u2019-]*\s?){1,3})\)"
)
# The same without a rank, behind an office: `Secretary General (N.R. Pillai)`.
_INITIALLED = re.compile(r"\(((?:[^\W\d_a-z]\. ?){1,3}[^\W\d_a-z][\w'\u2019-]+)\)")
# Commands of an army that are called by where they are: Kunming Military Region.
_COMMANDS = frozenset(("region", "district"))
# Who heads a body: `Trade Department (Eva Dorn)`.
_HEADED = re.compile(r"(?P<body>[^()]{4,80}) \((?P<name>[^\W\d_a-z][^()]{3,40})\)?\s*")
_HELD_BY = RANKS | {"hon", "rt", "right", "honourable"}


def is_row_of_names(entry: str) -> bool:
    """Tell whether words are nothing but names in a row, some with ranks.

    >>> [is_row_of_names(one) for one in ("Vesely, Cde. Dorn and Hora", "Vesely, Minister")]
    [True, False]
    """
    parts = [part.strip(" .") for part in ROW.split(entry)]
    return len(parts) > 1 and all(
        (one := person_in(part)) is not None
        and (one == (0, len(part)) or part.split()[0].strip(".").casefold() in RANKS)
        and is_plain(part[slice(*one)])
        for part in parts
    )


def persons_listed(entry: str, start: int) -> list[tuple[int, int]]:
    """Give the places of the persons in a list, offices and countries beside them left out."""
    return list(persons_in(entry, start, whole=False))


def bodies_in(
    entry: str, start: int, persons: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Give the places of the bodies in a list of those who had copies: Legal Department.

    >>> entry = "Mr. Feller, Legal Department; 2. copy State Planning Office"
    >>> [entry[slice(*one)] for one in bodies_in(entry, 0, [(4, 10)])]
    ['Legal Department', 'State Planning Office']
    """
    posts = list(wire_addresses(entry))
    yield from ((start + one, start + two) for one, two in posts)
    lo = 0
    for hi in [*(one.start() for one in _PARTING.finditer(entry)), len(entry)]:
        if _is_of_two(entry, lo, hi):
            continue
        opening = _OPENING.match(entry, lo, hi)
        begin = opening.end() if opening else lo
        if any(begin < two and one < hi for one, two in posts):
            lo = hi
            continue
        if copy := _NTH.match(entry, begin, hi):
            begin = copy.end()
        if members := _MEMBERS.match(entry, begin, hi):
            begin = members.end()
        part = _COUNTED.sub("", entry[begin:hi]).rstrip(" .")
        part = part.partition(" (")[0] if ";" in entry else part
        words = part.split()
        end = start + (begin + len(part) if ";" in entry else hi)
        taken = any(start + begin < two and one < end for one, two in persons)
        own = sum(word not in LINKS for word in words)
        if not taken and len(words) > 1 and own <= _MOST_WORDS + 1 and _is_body(words):
            seat = _SEAT.match(entry, begin + len(part)) if _is_post(words) else None
            yield start + begin, start + (seat.end() if seat else begin + len(part))
        elif not taken and len(words) == 1 and (COMPOUND.fullmatch(part) or is_office_alone(part)):
            yield start + begin, start + begin + len(words[0])
        lo = hi


def _is_of_two(entry: str, lo: int, hi: int) -> bool:
    """Tell whether an `and` stands within the name of a department that is for two things.

    >>> entry = "Legal and Treaty Department"
    >>> _is_of_two(entry, 0, entry.index(" and"))
    True
    """
    found = _OF_TWO.match(entry, hi)
    before = entry[lo:hi].strip(" ,;").removeprefix("the ").split() if found else []
    plain = 0 < len(before) < _FEWEST_WORDS + 1 and all(one[0].isupper() for one in before)
    word = before[0].casefold() if plain else ""
    return plain and (is_english(word) or word in DEMONYMS) and not any(map(is_head, before))


def is_seated(name: str, kind: Callable[[str], str]) -> bool:
    """Tell whether a name is an office in a town: POLAD Singapore, U.K. Del. Geneva.

    kind: tells what words are known as.
    """
    office, _, town = name.rpartition(" ")
    first = office.partition(" ")[0]
    acronym = first.isupper() and (not is_initials(first) or first in ("U.K.", "U.S."))
    return acronym and kind(town) == "place"


def _is_post(words: Sequence[str]) -> bool:
    """Tell whether words name a post abroad, beside which its town stands: Embassy, Moscow."""
    return not _SEATED.isdisjoint(word.casefold() for word in words)


def _is_body(words: Sequence[str]) -> bool:
    named = all(
        word[0].isupper()
        or word.casefold() in LINKS
        or word.startswith(ELIDED)
        or word in _WITHIN
        or _ORDINAL.fullmatch(word)
        for word in words
    )
    last = words[-1].casefold()
    head = (last in WEAK_HEADS and words[0].casefold() not in OFFICES) or (
        last in _COMMANDS and words[-2].casefold() == "military"
    )
    return named and (head or any(map(is_head, words)))


def _plain_list(entry: str) -> str:
    """Blank what editors remark in a list, and list those who stand in brackets behind others.

    >>> _plain_list("Orlov (with Cdes. Dorn and Hora as interpreters)").split()
    ['Orlov', ',', 'Cdes.', 'Dorn', 'and', 'Hora']
    """
    if "[" in entry:  # Orlov [sic; removed in March - Ed.]
        entry = _REMARK.sub(lambda note: " " * len(note[0]), entry)
    for lo, hi in wire_addresses(entry):  # posts, which are nobody
        entry = f"{entry[:lo]}{' ' * (hi - lo)}{entry[hi:]}"
    if "l'" in entry or "l\u2019" in entry:
        entry = _ELIDED_RANK.sub("  ", entry)
    if "(with " in entry:
        entry = _ALONG.sub(lambda one: f",{' ' * 5}{one[1]}{' ' * len(one[2])}", entry)
    return entry


def persons_in(entry: str, start: int, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Give the places of persons in an entry; whole: it names one, with the office behind."""
    entry = _plain_list(entry)
    side = _OF_SIDE.match(entry) if any(map(entry.__contains__, _SIDES)) else None
    if side:
        entry, whole = " " * side.end() + entry[side.end() :], False
    if ";" in entry and not whole:
        yield from _in_groups(entry, start)
        return
    several = whole and _ANOTHER.search(entry) is not None
    parting = _SEMICOLON if whole and not several else _PARTING
    lo = 0
    for hi in [*(one.start() for one in parting.finditer(entry)), len(entry)]:
        if _is_of_two(entry, lo, hi):
            continue
        opening = _OPENING.match(entry, lo, hi)
        begin = opening.end() if opening else lo
        if "(" in entry and (within := _in_brackets(entry, begin, hi)):
            yield start + within.start(1), start + within.end(1)
        elif place := person_in(entry[begin:hi]):
            yield start + begin + place[0], start + begin + place[1]
        elif (whole and (held := holder(entry, begin, hi))) or (held := _head_of(entry, begin, hi)):
            yield start + held[0], start + held[1]
        lo = hi


def _in_groups(entry: str, start: int) -> Iterator[tuple[int, int]]:
    """Give the persons of the groups between semicolons: of each side, or each with his office."""
    for lo, hi in _groups(entry):
        counted = _COUNTED.search(entry, lo, hi) or _OF_POINTS.search(entry, lo, hi)
        hi = counted.start() if counted else hi
        part = _OF_GROUP.sub("", entry[lo:hi].partition("(")[0].strip())
        bare = (_BARE.fullmatch(part) or _SEVERAL.match(part)) is not None
        bare |= part.count(", ") > 1 and is_row_of_names(part)
        bare |= _PARTING.search(part) is not None and _are_persons(part)
        bare |= entry.count("(", lo, hi) > 1 and len(_IN_BRACKETS.findall(entry, lo, hi)) > 1
        yield from persons_in(entry[lo:hi], start + lo, whole=not bare)


def _in_brackets(entry: str, lo: int, hi: int) -> re.Match[str] | None:
    """Match the brackets that say who holds the office before them."""
    if held := _IN_BRACKETS.search(entry, lo, hi):
        return held
    held = _INITIALLED.search(entry, lo, hi)
    before = entry[lo : held.start()] if held else ""
    office = not OFFICES.isdisjoint(before.casefold().split())
    return held if office and person_in(before) is None else None


def _are_persons(part: str) -> bool:
    """Tell whether commas part whole names, each with what he is: the minister Jan Orlov, Eva Dorn.

    >>> _are_persons("the minister Jan Orlov, Eva Dorn"), _are_persons("Jan Orlov, the minister")
    (True, False)
    """
    bounds = [0, *(at for one in _PARTING.finditer(part) for at in one.span()), len(part)]
    parts = [part[lo:hi].strip() for lo, hi in zip(bounds[::2], bounds[1::2], strict=True)]
    named = [one[slice(*place)] for one in parts if (place := person_in(one))]
    if len(named) < len(parts):
        return False
    before = parts[-1].partition(named[-1])[0].split()
    apart = before and all(map(str.islower, before)) and _OF.isdisjoint(before)
    whole = named[:-1] if apart else named  # and as interpreter Bodrov
    return all(" " in one and is_plain(one) for one in whole)


def holder(entry: str, lo: int, hi: int) -> tuple[int, int] | None:
    """Find who holds the office that an entry begins with: The Minister of X, Cde. Jan Masaryk.

    >>> entry = "The Minister of Mines, the Hon. J. Dorn"
    >>> entry[slice(*holder(entry, 0, len(entry)))]
    'J. Dorn'
    """
    at = entry.find(", ", lo, hi)
    words = entry[at + 2 : hi].removeprefix("the ").split() if at > 0 else []
    if len(words) < _FEWEST_WORDS or words[0].strip(".").casefold() not in _HELD_BY:
        return None
    place = person_in(entry[at + 2 : hi])
    return (at + 2 + place[0], at + 2 + place[1]) if place else None


def _head_of(entry: str, lo: int, hi: int) -> tuple[int, int] | None:
    """Find who heads the body that an entry names, in brackets behind it.

    >>> entry = "Ministry of Mines (Eva Horak); Embassy (Addis Ababa)"
    >>> _head_of(entry, 0, 29), _head_of(entry, 31, len(entry))
    ((19, 28), None)
    """
    found = _HEADED.fullmatch(entry, lo, hi) if "(" in entry[lo:hi] else None
    if found is None or not _is_body(found["body"].split()):
        return None
    words = found["name"].split()
    first = words[0].casefold()
    known = first in FAMILY_FIRST or first in given_names() or is_family_name(words[-1])
    return found.span("name") if known and len(words) > 1 and is_plain(found["name"]) else None


def _groups(entry: str) -> Iterator[tuple[int, int]]:
    """Give the stretches between semicolons: a person with an office, or those of one country."""
    marks = [one.start() for one in _SEMICOLON.finditer(entry)]
    return zip([0, *(at + 1 for at in marks)], [*marks, len(entry)], strict=True)


def is_letters_of_body(name: str) -> bool:
    """Tell whether a few capitals are an office's, which has them for a name, not a surname's.

    >>> is_letters_of_body("DGAP"), is_letters_of_body("HORA"), is_letters_of_body("ORLOV")
    (True, False, False)
    """
    few = len(name) <= _MOST_LETTERS and name.isalpha() and name.isupper()
    return few and _UNSPOKEN.match(name) is not None and not is_family_name(name)


def is_unit(name: str) -> bool:
    """Tell whether what had a copy is a unit that is called by its letters: ZAIG."""
    return len(name) <= _MOST_LETTERS and name.isupper() and name.isalpha()
