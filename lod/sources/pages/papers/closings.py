"""Names with which papers close, whatever stands beside them: greeting, office, rank, day, mark.

`Yours sincerely, Jan Orlov`, `Ambassador ORLOV`, `Minister of Mines (J. Orlov)`.
"""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lod.normalize.namewords import BODIES
from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.persons.entryname import called_in_full
from lod.sources.pages.persons.namelist import is_name_like
from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.letterwords import opening
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.shortlines import kept_if_short
from lod.sources.pages.words.textwords import (
    CALENDAR,
    CHARGES,
    COMMON,
    DEMONYMS,
    OCCUPATIONS,
    OFFICES,
    RANKS,
    WEAK_RANKS,
)

_SHORT, _PROSE, _SENTENCE, _FOOT = 110, 90, 45, 14
GREETING = re.compile(
    r"\b(?:[Yy]ours|[Ss]incerely|[Ff]aithfully|[Rr]espectfully|[Gg]reetings?|[Rr]egards|[Tt]ruly"
    r"|[Ww]ishes|[Oo]bedient|[Cc]ordially|[Hh]onou?r to be|Gru(?:ß|ss)|Grü(?:ß|ss)en?|Hochachtung"
    r"|[Hh]ochachtungsvoll|[Ss]alutations|[Cc]onsidération|[Aa]tentamente|[Oo]ssequi|[Pp]oważaniem"
    r"|I (?:avail|have the honou?r|am, (?:Sir|etc)|remain)|, etc\b|[Pp]ozdrav\w*|[Üü]dvözlettel"
    r"|[Tt]isztelettel|[Пп]риветом|[Уу]важением|[Пп]очтением|[Пп]оздрав\w*|[Уу]важение"
    r"|[Ww]ith (?:\w+ ){0,3}(?:respect|love|esteem|affection|gratitude|thanks|solidarity)"
    r"|[Ll]ove|[Yy]our(?:s)? (?:very )?(?:old|loving|devoted|affectionate|faithful|grateful|true"
    r"|friend|brother|son|daughter|comrade|own|ever)|[Ee]ver yours|[Aa]s ever|[Aa]s always"
    r"|\b(?:[Aa]|[Ww]ith an?) (?:\w+ )?(?:hug|embrace)(?=[,.!]?$)"
    r"|(?:[Ii] )?(?:embrace|kiss) you|[Aa]ffectionately|[Ff]raternally|[Dd]evotedly"
    r"|[Gg]ratefully|[Ii]n solidarity"
    r"|[Ff]raternellement|[Rr]espectueusement|[Cc]ordialement|[Ss]aludos?|[Ff]raternalmente"
    r"|[Cc]ordialmente|[Ss]aluti|[Pp]ozdrowieni\w+|[Ss]zacunkiem|[Ss] úctou|[Cc]u stimă"
    r"|[Hh]oogachtend|[Aa]bra(?:ç|z)os?|[Ss]audações|[Cc]umprimentos|[Dd]istinti"
    r"|[Aa]fectísimos?|[Aa]fmos?|[Ss]eguro servidor|[Rr]espetuoso servidor|[Qq]uedo de (?:usted|Ud)"
    r"|[Ll]e saluda|[Aa]tenciosamente|[Oo]sservanza|[Dd]evotissimo|[Dd]évoué|[Aa]gréer"
    r"|[Ee]rgebener|[Ee]rgebenst|wyrazy|[Hh]ódolattal|[Oo]ddaný)\b"
)
_MARK = (
    r"(?i:(?:hand(?:written)?\s)?sign(?:ed|ature)(?:\s(?:by|on behalf of))?|s(?:g)?d\.?|/?s/|/-/"
    r"|\(-\)|gez\.?|get\.|geteken[d]?"
    r"|podp\.?|podpis|\(podpis\)|podpisán|podepsán|подпись|подписал|подписано|signé"
    r"|firmato|firmado|assinado|aláírás|i\.\s?auftr\.|signed for)"
    # In capitals these are initials.
    r"|п\.\s?п\.|s\.\s?k\.|p\.\s?p\.|i\.\s?[vaVA]\.|w\.\s?z\.|v\.\s?z\."
)
_MARKED = re.compile(rf"[\[(/]{{0,2}}\s?(?:{_MARK})\s?[\])/]{{0,2}}\s?[:.,]?\s*")
_MARK_BEHIND = re.compile(
    r",?\s*[\[(/]?(?:(?i:signed|signature|sgd\.?|podpis|подпись)|s\. ?k\.|m\. ?p\.|v\. ?r\."
    r"|e\. ?h\.|(?<=, )M\. ?P\.)[\])/]?\.?$"
)
INITIALS = r"(?:[^\W\d_a-z]{1}[^\W\d_]?\.\s*-?){1,3}"
_PARTICLE = (
    r"(?:(?:d[aeiu]|d[ao]s|del(?:la)?|von|van|de[nr]|ter|ten|l[ae]|[ae]l|ben|bin|ibn|af|zu|y|e)"
    r"\s){0,2}"
)
SURNAME = (
    rf"{_PARTICLE}"
    r"[^\W\d_a-z\u0430-\u044f\u0451\u00df-\u00f6\u00f8-\u00ff][^\W\d_]*(?:[-'\u2019][^\W\d_]+)*"
)
# What belongs to a surname in capitals: LE GOURRIEREC, VAN DER STOEL.
LOUD_PARTICLES = re.compile(
    r"^(?:(?:LE|LA|DE|DU|DES|DE LA|VAN|VON|VAN DER|VAN DEN|VON DER|DER|DI|DA|DEL|DOS|AL|EL|BEN|BIN"
    r"|TEN|TER|ZU|AF|AP|MAC|MC|O|SAINT) )+(?=[^\W\d_]{4})"
)
_WORD = (
    rf"{_PARTICLE}"
    r"[^\W\d_a-zа-я][^\W\d_]+(?:[-'\u2019][^\W\d_]+)*"
)
_NAMED = re.compile(
    rf"(?:{INITIALS}\s*{_WORD}(?:\s{_WORD})?|{_WORD}\s+{INITIALS}|(?:[A-Z] ){{1,3}}{_WORD}"
    rf"|{_WORD}(?:\s+(?:[^\W\d_a-z]\.\s*)?{_WORD}){{0,5}})"
)
# What sites set below a text.
_SITE = re.compile(r"\b(?:Archives?|Library|Translation|Cent(?:er|re)|Collections?|Transcript)\b")
# An address: `À la Légation de Hongrie`.
_TO = re.compile(r"(?:À|A|Au|Aux|An|Al|Alla|Do|To|Komu|За|До)\s")
_AROUND = " \t\u00a0.,:;()[]/*_-\u2013\u2014"
_DIGIT, _LEADING = re.compile(r"\d"), re.compile(r"\S+\s+")
_DATED = re.compile(rf"[,;]?\s+(?:on\s)?{DATE_LINE.pattern}$")
_OFFICIAL = OFFICES | RANKS | WEAK_RANKS | OCCUPATIONS | {"commander-in-chief", "staff", "acting"}
_LINKS = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "in",
        "at",
        "to",
        "on",
        "de",
        "du",
        "des",
        "la",
        "le",
        "der",
        "die",
        "das",
        "für",
        "und",
        "et",
        "i",
        "y",
        "e",
        "del",
        "di",
        "da",
    ]
)
_STOPS = frozenset(("stop", "punto", "point", "punkt", "punkt.", "тчк", "pto", "pont", "kropka"))
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "messrs", "herr", "herrn", "frau", "monsieur",
                       "sir", "lady", "lord"))  # fmt: skip
_BEGINS_OFFICE = _OFFICIAL | {"of"}
_WITHIN_OFFICE = _LINKS | {"foreign", "internal", "affairs"}
_TITLES, _NO_HAND = OFFICES | RANKS, COMMON | OFFICES | BODIES
_NO_NAME = BODIES | COMMON | OFFICES | RANKS | CALENDAR | CHARGES | DEMONYMS
_PARTING = re.compile(r"\s[-\u2013\u2014/]\s?|\s\(|,\s|:\s|\s{3,}|\s\[")


# Marks that a copyist puts before a signature.
_BY_HAND = re.compile(
    r"(?:[\[(](?:handwritten |original |hand-?written )?(?:signature|firma|podpis|Unterschrift"
    r"|assinatura|semnătura|aláírás|подпись)[:.]?[\])]:?|ss?/|/ss?/|\(ss?\))\s+"
    r"([^\W\d_a-z][^,;:\d\[\]()]{2,50}?)[,.]?"
)


# The same behind the office: `FIRST SECRETARY OF THE CC:  /signature/  T. Zhivkov`.
_BEHIND_OFFICE = re.compile(
    r"(?P<office>[^\W\d_a-z][^.;\d\n]{3,80}?)[:,]?\s+(?:/(?i:signature|signed|sgd?\.?|s|-|podpis\w*|подпись"
    r"|firma|al\u00e1\u00edr\u00e1s)/|\((?i:signature|signed|sgd\.?|podpis\w*|-)\))\s+"
    rf"({INITIALS}\s*{_WORD}|{_WORD}\s(?:[A-Z]\.\s)?{_WORD})[,.]?"
)


# The same in brackets behind the office: `FIRST SECRETARY OF THE CC OF THE BCP: (T. Zhivkov)`.
_BRACKETED = re.compile(
    rf"(?P<office>[^\W\d_a-z][^:;\d\n()]{{3,90}}?)(?::|\s[-\u2013\u2014]|\s{{3,}})\s*"
    rf"[(/]\s?({INITIALS}\s*{_WORD}|{_WORD}\s(?:[A-Z]\.\s)?{_WORD})\s?[)/][,.]?"
)


class Foot:
    """The lines below the last sentence of a text, in which it closes.

    kind: what tells what words are known as.
    """

    def __init__(self, lines: Sequence[Line], kind: Callable[[str], str]) -> None:
        self._lines, self._kind = lines, kind
        first = len(lines)
        while first and len(lines) - first < _FOOT and not is_sentence(lines[first - 1].text):
            first -= 1
        self.first = first if first and is_sentence(lines[first - 1].text) else len(lines)
        listed = (n for n in range(self.first, len(lines)) if opening(lines[n].text))
        self.last = next(listed, len(lines))
        self._found = -_FOOT

    def signer(self, at: int) -> tuple[int, int] | None:
        """Give who signs on a line of the foot, None for nobody."""
        if marked := by_hand(self._lines[at]):
            return marked
        text = self._lines[at].text
        if text[-1:] == "]" and at >= self.first and (called := called_in_full(text)):
            return self._lines[at].start + called[0], self._lines[at].start + called[1]
        if not self.first <= at < self.last or len(self._lines[at].text) > _SHORT:
            return None
        line = self._lines[at]
        found = closing(line.text, self._kind)
        if not found:
            return None
        lo, hi, strong = found
        if not strong and (self._found >= 0 and at - self._found > 1):
            return None  # an address stands below the name
        if not strong and not self._is_apart(at):
            return None
        self._found = at
        return line.start + lo, line.start + hi

    def _is_apart(self, at: int) -> bool:
        """Tell whether what stands around a name is of a closing too: greeting, day, office."""
        around = [
            one.text for one in self._lines[self.first : self.last] if one is not self._lines[at]
        ]
        return all(
            one.startswith(("[", "(")) or one.isupper() or GREETING.search(one) or _SITE.search(one)
            or _DATED.search(f" {one}") or is_office_line(one) or closing(one, self._kind)
            for one in around
        )  # fmt: skip


def is_house(lines: Sequence[Line], at: int, kind: Callable[[str], str]) -> bool:
    """Tell whether a line is a house whose town stands on the line below it: an address."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    town = below.partition(",")[0].rstrip(".")
    return lines[at].text.endswith(",") and kind(town) == "place"


def by_hand(line: Line) -> tuple[int, int] | None:
    """Give a name of which the mark before it says that a hand wrote it: `[signature] L. Rey`.

    >>> text = "FIRST SECRETARY OF THE COMMITTEE:  /signature/  L. Rey"
    >>> text[slice(*by_hand(Line(0, len(text), text)))]
    'L. Rey'
    """
    found = _BY_HAND.fullmatch(line.text) if line.text[:1] in "[(s/" else None
    if found is None and len(line.text) <= _SHORT:
        return _behind_office(line)
    if found is None or not is_name_like(found[1]):
        return None
    words = {word.strip(".").casefold() for word in found[1].split()}
    named = len(words) > 1 and words.isdisjoint(_NO_HAND)
    return (line.start + found.start(1), line.start + found.end(1)) if named else None


def _behind_office(line: Line) -> tuple[int, int] | None:
    """Find whose name stands with a mark, or in brackets, behind the office."""
    found = None
    if "/ " in line.text or ") " in line.text:
        found = _BEHIND_OFFICE.fullmatch(line.text)
    if found is None and line.text.rstrip(".,")[-1:] in (")", "/"):
        found = _BRACKETED.fullmatch(line.text)
    held = found and is_office_line(found["office"].rstrip(" :,"))
    return (line.start + found.start(2), line.start + found.end(2)) if found and held else None


@kept_if_short
def is_sentence(text: str) -> bool:
    """Tell whether a line is of a text, not of what it closes with."""
    if len(text) < 2 * _PROSE and GREETING.search(text):
        return text.endswith(".") and len(text) > _SENTENCE
    if opening(text):
        return False
    return len(text) >= _PROSE or (
        len(text) >= _SENTENCE and text.endswith((".", "!", "?", "\u201d"))
    )


def is_stopped(text: str) -> bool:
    """Tell whether a line of a telegram ends with the word for a stop.

    >>> is_stopped("Accusare ricevuta punto"), is_stopped("Accusare ricevuta")
    (True, False)
    """
    return text.rpartition(" ")[2].casefold() in _STOPS


def is_office_line(text: str) -> bool:
    """Tell whether words are an office alone: Minister of Mines of the Republic.

    >>> is_office_line("Minister of Mines"), is_office_line("The minister went home")
    (True, False)
    """
    words = [word.strip("().,:[]/") for word in text.split()]
    words = [word for word in words if word]
    if not 0 < len(words) <= 16 or text.endswith((".", "!", "?")):
        return False
    lows = [word.casefold() for word in words]
    named = all(
        word[0].isupper() or low in _LINKS or low in _OFFICIAL or not low.isascii()
        for word, low in zip(words, lows, strict=True)
    )
    official = lows[0] in _BEGINS_OFFICE or not _TITLES.isdisjoint(lows)
    return named and official


def closing(text: str, kind: Callable[[str], str]) -> tuple[int, int, bool] | None:
    """Read a line with which a text closes: where the name stands, and whether it surely signs.

    >>> [closing(one, lambda name: "")[2] for one in ("[signed by] Jan Orlov", "Jan Orlov")]
    [True, False]
    """
    lo, hi, strong = 0, len(text), False
    if marked := _MARKED.match(text):
        lo, strong = marked.end(), True
    if behind := _MARK_BEHIND.search(text, lo):
        hi, strong = behind.start(), True
    if dated := _DATED.search(text[:hi]) if _DIGIT.search(text) else None:
        hi = dated.start()
    bounds = [(lo, hi)]
    for part in _PARTING.finditer(text, lo, hi):
        last = bounds.pop()
        bounds += [(last[0], part.start()), (part.end(), hi)]
    sure = strong or (text[:1] == "[" and text[-1:] == "]")
    named = [one for one in (_name(text, *span, kind, sure=sure) for span in bounds) if one]
    if len(named) != 1:
        return None
    begin, end, ranked = named[0]
    rest = [text[a:b].strip(_AROUND) for a, b in bounds if not (a <= begin < b)]
    rest = [one for one in rest if one]
    if not all(is_office_line(one) or GREETING.search(one) for one in rest):
        return None
    return begin, end, strong or bool(rest) or ranked or "." in text[begin:end]


def _name(
    text: str, lo: int, hi: int, kind: Callable[[str], str], *, sure: bool
) -> tuple[int, int, bool] | None:
    """Find a name in a stretch, behind ranks and offices; whether there were any."""
    while lo < hi and text[lo] in _AROUND:
        lo += 1
    while (
        hi > lo and text[hi - 1] in _AROUND and not (text[hi - 1] == "." and text[hi - 2].isupper())
    ):
        hi -= 1
    begin, ranked = lo, False
    for one in _LEADING.finditer(text[lo:hi]):
        word = one[0].strip("., \t").casefold()
        if word in _COURTESY and not ranked:
            return None
        if (
            word not in _OFFICIAL
            and word not in _LINKS
            and not _is_of_office(text[lo:hi], one.start())
        ):
            break
        begin, ranked = lo + one.end(), True
    words, before = text[begin:hi], text[lo:begin].split()
    if before and before[-1].casefold() in _LINKS and " " not in words:
        return None  # what an office is of
    if _NAMED.fullmatch(words) is None or GREETING.search(words) or _TO.match(words):
        return None
    return (begin, hi, ranked) if _is_person(words, ranked or sure, kind) else None


def _is_of_office(words: str, at: int) -> bool:
    """Tell whether a word belongs to an office before it: Mines in Minister of Mines J. Orlov."""
    before = words[:at].split()
    return bool(before) and before[-1].casefold() in _WITHIN_OFFICE


def _is_person(words: str, ranked: bool, kind: Callable[[str], str]) -> bool:
    known = kind(words)
    if known in ("place", "group"):
        return False
    parts = [word.strip(".,").casefold() for word in words.split()]
    whole = [part for part in parts if len(part) > 1]
    given = whole[:1] if whole[:1] and whole[0] in given_names() and len(whole) > 1 else []
    if not whole or any(map(str.isdigit, words)):
        return False
    if not _NO_NAME.isdisjoint(whole[len(given) :]):
        return False
    if len(parts) == 1:
        return ranked and not is_english(whole[0]) and len(whole[0]) > 3
    if "." in words or known == "person" or whole[0] in given_names():
        return True
    return not is_english(whole[-1]) and not is_english(whole[0])
