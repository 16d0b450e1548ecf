"""Streets and buildings that prose names: the Memling Hotel, rue Kasai, Palazzo del Quirinale."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lod.normalize.namewords import BODIES
from lod.sources.pages.words.english import given_names
from lod.sources.pages.words.textwords import CALENDAR, COMMON, DEMONYMS, INSTITUTIONS, OFFICES

# Behind a name; `House` and `Station` are also bodies'.
_KINDS = (
    "Street|Square|Avenue|Boulevard|Palace|Barracks|Hotel|Cathedral|Monastery|Castle|Prison"
    "|Stadium|Bridge|Airport|Airfield|Aerodrome|Cemetery|Promenade|Embankment|Park|Gate|Tower|Lighthouse"
    "|Dam|Plaza|Mosque|Temple|Shrine|Avenida|Prospekt|Prospect|Ulitsa"
    "|utca|t\u00e9r|k\u00f6r\u00fat|prospekt|ulitsa|n\u00e1m\u011bst\u00ed|t\u0159\u00edda"
)
_WORD = r"[^\W\d_a-z][^\W\d_]+(?:[-'\u2019][^\W\d_]+)*"
_BEHIND = re.compile(
    r"\b(?:[Ii]n|[Aa]t|on|to|from|of|near|by|through|outside|behind|opposite|along|past|inside"
    r"|across|into|beyond|via|between|and|the)[ \u00a0\n]"
    rf"((?:St\. )?{_WORD}(?:[ \u00a0]{_WORD})?[ \u00a0](?:{_KINDS}))\b"
    r"(?![ \u00a0][A-Z]|['\u2019-]|, \d{1,3}\b)"
)
_BEFORE = re.compile(
    r"(?<![^\W_])("
    r"(?:[Hh]otel|[Hh]\u00f4tel|[Hh]otelu|[Pp]ensi\u00f3n|[Pp]alais|[Pp]alazzo|[Pp]alacio|[Pp]al\u00e1cio"
    r"|Pa\u0142ac|Schlo\u00df|Schloss|[Cc]h\u00e2teau"
    r"|rue|avenue|faubourg|[Uu]lica|[Pp]lac|[Cc]alle|[Aa]venida|[Pp]iazza|Piazzale"
    r"|Viale|Corso|[Pp]ra\u00e7a|[Rr]ua|Alameda|Paseo|[Qq]uai|[Bb]oulevard"
    r"|[Uu]litsa|[Pp]rospekt|[Nn]\u00e1m\u011bst\u00ed)"
    r"[ \u00a0](?:(?:del|della|dell['\u2019]|delle|dei|de|du|des|la|los|las|de la|de los)"
    r"[ \u00a0]?)?"
    rf"{_WORD}(?:[ \u00a0]{_WORD})?)(?![^\W_]|['\u2019-]|,? \d)"
)
# What is called after a saint: `Tower of St. John`.
_OF_SAINTS = re.compile(
    r"(?<![^\W_])(?:Tower|Palace|Castle|Villa|Church|Cathedral|Monastery|Convent|Basilica|Chapel"
    rf"|Abbey|Fort|Gate) of (?:St\.?|Saint|San|Santa|Sankt) {_WORD}(?![^\W_]|['\u2019-])"
)
# In French, whose words for them are those of other languages for other things.
_IN_FRENCH = re.compile(
    r"(?<![^\W_])((?:place|pont|gare|square|passage|caserne|porte|cours|a\u00e9roport)[ \u00a0]"
    r"(?:(?:de|du|des|de la|d['\u2019])[ \u00a0]?)?"
    rf"{_WORD}(?:[ \u00a0]{_WORD})?)(?![^\W_]|['\u2019-]|,? \d)"
)
_FRENCH = frozenset(("les", "dans", "une", "est"))
# Streets of German towns: `Bornholmer Straße`, `Heinrich-Heine-Straße`, `Friedrichstraße`.
_CAP, _TYPE = (
    r"[A-ZÄÖÜ][^\W\d_A-Z]+",
    r"(?:Straße|Strasse|Allee|Chaussee|Damm|Ufer|Platz|Brücke|Tor)",
)
_GERMAN = re.compile(
    rf"(?<![\w-])(?:{_CAP}er {_TYPE}|(?:{_CAP}-){{1,3}}{_TYPE}"
    r"|(?!(?:Bundes|Haupt|Land|Fern|Durchgangs|Zufahrts|Neben|Seiten|Quer|Einbahn|Auto|Wasser|Dorf|Stich"
    r"|Ring|Ausfall|Ufer|Berg|Küsten|Pass|Grenz|Transit|Verbindungs|Umgehungs|Wohn|Einkaufs|Geschäfts"
    r"|Schnell)(?:straße|strasse))[A-ZÄÖÜ][^\W\d_A-Z]{2,20}straße)"
    r"(?![\w-]|\.? \d)"
)
_GERMAN_SIGNS = ("traße", "trasse", "er Platz", "-Platz", "er Allee", "-Allee", "-Ufer", "er Damm",
                 "er Chaussee", "-Brücke", "er Brücke", "er Tor", "er Ufer")  # fmt: skip
_NUMBER = 5  # letters before a street in which the number of a house stands
_ASKED = frozenset(
    """street square avenue boulevard palace barracks hotel cathedral monastery castle prison
    stadium bridge airport airfield aerodrome cemetery promenade embankment park gate tower
    lighthouse dam plaza mosque temple shrine avenida prospekt prospect ulitsa
    utca tér körút náměstí třída""".split()
)
_SURNAMES = frozenset(("park", "temple", "castle", "street", "tower", "dam"))
_ABROAD = frozenset(
    """hotel hôtel hotelu pensión palais palazzo palacio palácio pałac schloß
    schloss château rue avenue faubourg ulica plac calle avenida piazza
    piazzale viale corso praça
    rua alameda paseo quai boulevard ulitsa prospekt náměstí""".split()
)
# Which names none, or stands for who sits there.
_GENERAL = (
    frozenset(
        """royal presidential imperial government governor's main high military grand great old
        new police central local best other same big wall downing fleet people's this that
        every""".split()
    )
    | COMMON
    | CALENDAR
    | DEMONYMS
    | OFFICES
)
_NO_NAMES = _GENERAL | BODIES | INSTITUTIONS


def buildings(text: str, start: int, end: int, said: Set[str]) -> Iterator[tuple[int, int]]:
    """Find the streets and buildings that a stretch of a text names; said: the words of the text.

    >>> from lod.sources.pages.words.saidwords import words_in
    >>> text = "I stayed at the Memling Hotel, and he in rue Kasai."
    >>> [text[lo:hi] for lo, hi in buildings(text, 0, len(text), words_in(text))]
    ['Memling Hotel', 'rue Kasai']
    """
    if not _ASKED.isdisjoint(said):
        for one in _BEHIND.finditer(text, start, end):
            first, last = one[1].casefold().split()[:: len(one[1].split()) - 1]
            named = last in _SURNAMES and first in given_names()  # Maria Park
            if first not in _GENERAL and first != "national" and not named:
                yield one.span(1)
    yield from _of_tongue(text, start, end, said)
    if " of S" in text:
        yield from (one.span() for one in _OF_SAINTS.finditer(text, start, end))
    if not _ABROAD.isdisjoint(said):
        for one in _BEFORE.finditer(text, start, end):
            numbered = any(map(str.isdigit, text[max(one.start() - _NUMBER, 0) : one.start()]))
            names = {word.casefold() for word in one[1].split()[1:]}
            if not numbered and names.isdisjoint(_NO_NAMES):
                yield one.span(1)


def _of_tongue(text: str, start: int, end: int, said: Set[str]) -> Iterator[tuple[int, int]]:
    """Find those that only French or only German names so."""
    if said >= _FRENCH:
        yield from (one.span(1) for one in _IN_FRENCH.finditer(text, start, end))
    if any(map(text.__contains__, _GERMAN_SIGNS)):
        yield from (one.span() for one in _GERMAN.finditer(text, start, end))
