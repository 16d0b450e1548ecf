"""Firms, by the words with which their names end: Robert Stephenson and Company, Hop Lee & Co."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from lod import vocabulary
from lod.entity import Spotted
from lod.lazily import regex
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.saidwords import words_in

_WORD = re.compile(r"[^\W\d_]+")
# Every such name has one of these, written in one of these ways: most texts have none.
_WORDS = frozenset(
    ("company", "co", "son", "sons", "brothers", "bros", "partners", "ltd", "limited", "inc",
     "messrs")
)  # fmt: skip
_SIGNS = ("Compan", " Co.", "& Co", "& Son", "and Son", "Bros", "Brothers", " Ltd", " Inc", "Limit")
_NAME = re.compile(
    r"(?<![\w'\u2019-])(?!(?:The|In|For|By|And|Of|At|From|To|With|Messrs|Mr|Our|This|That)\b)"
    r"(?:[A-Z][\w'\u2019-]{1,40}+,? (?:of )?|[A-Z]\. ?){1,5}?"
    r"(?:(?:and|&) (?:(?:Company|Sons?|Brothers|Partners)\b|(?:Co|Bros)\b\.?)"
    r"(?:,? (?:Ltd|Limited|Inc)\b\.?)?"
    r"|(?:Bros\.|Company,?|Co\.,?) (?:Ltd|Limited|Inc)\b\.?|(?:Ltd\b|Limited\b|Inc\b)\.?)"
)


# `the Asiatic Company and Messrs. Dorn and Hora`: where a company is named too.
_MESSRS = re.compile(
    r"(?:Company|Bank|[Ff]irms?|[Aa]gents|merchants|[Ss]hipping)\b[^.;]{0,60}?\bMessrs\.? "
    r"([A-Z][\w'\u2019-]+(?:, [A-Z][\w'\u2019-]+)* (?:and|&) [A-Z][\w'\u2019-]+)"
)


def firms(text: str, begin: int, said: Set[str]) -> Iterator[Spotted]:
    """Find the names of firms in a stretch of a page that begins at a place of it.

    said: the words of the page.

    >>> text = "a partner in the firm of Hop Lee & Co. and"
    >>> [text[one.start : one.end] for one in firms(text, 0, words_in(text))]
    ['Hop Lee & Co.']
    """
    if _WORDS.isdisjoint(said):
        return
    for one in _MESSRS.finditer(text) if "messrs" in said else ():
        yield Spotted(one.start(1) + begin, one.end(1) + begin, "group", rule="name of a firm")
    if any(sign in text for sign in _SIGNS):
        for one in _NAME.finditer(text):
            yield Spotted(one.start() + begin, one.end() + begin, "group", rule="name of a firm")


_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
    r"|Eleventh|Twelfth|Fifteenth|Twentieth)"
)
_ARM = (
    r"(?:Infantry|Cavalry|Armou?red|Rifle|Tank|Guards|Mechani[sz]ed|Motori[sz]ed|Motor|Airborne|Air"
    r"|Parachute|Marine|Shock|Field|Route|Mountain|Anti-Aircraft|Artillery|Engineer|Independent"
    r"|Panzer|Separate|Special|Light|Heavy|Volunteer|Border|Naval)"
)
_UNITS = re.compile(
    rf"\b(?:{_ORDINAL}|\d{{1,3}}(?= (?:Infantry |Motorised |Mechanised |Armoured )?(?:Brigade"
    rf"|Battalion|Division)\b)) (?:{_ARM} ){{0,3}}(?:Army(?: Group| Corps)?|Division|Corps"
    rf"|Brigade|Regiment"
    rf"|Battalion"
    r"|Fleet|Squadron|Flotilla|Battery)\b(?!\s(?:of|in) (?:the )?"
    r"(?:[A-Z]\w+ ){0,2}(?:Ministry|Department))"
    r"|\b(?!(?:The|This|That|These|Their|Our|His|Its|An|A|Every|No|Whole|Regular|Secret|Any|Your"
    r"|In|Of|By"
    r"|With|And|For|Former|Both|When|While|Where|After|Before|Since|All|Each|Some|Most|Many|But"
    r"|Comrade|General|Colonel|Major|Marshal|Chief|Deputy|Minister|As|If|On|At|To|From|Under|Which|Other|Another)\b)"
    r"[A-Z][\w-]{2,} (?:Army|Fleet)\b(?! (?:Group|Corps|Staff|Command))"
)
_UNIT_WORDS = frozenset(
    ("army", "division", "corps", "brigade", "regiment", "battalion", "fleet", "squadron",
     "flotilla", "battery")
)  # fmt: skip


def units(part: str, begin: int, said: Set[str]) -> Iterator[Spotted]:
    """Find units of armies and fleets: 23rd Division, 8th Cavalry Division, Kwantung Army.

    begin: where the part stands in the text. said: the words of the text.

    >>> from lod.sources.pages.words.saidwords import words_in
    >>> text = "Men of the 23rd Division and of the Kwantung Army"
    >>> [text[one.start:one.end] for one in units(text, 0, words_in(text))]
    ['23rd Division', 'Kwantung Army']
    """
    if any(word.title() in part for word in _UNIT_WORDS & said):
        for one in _UNITS.finditer(part):
            yield Spotted(begin + one.start(), begin + one.end(), "group", "", "unit of an army")


# Surnames of whom people are called, and what needs more to be a firm.
_NOT_IN_TEXT = frozenset(["caterpillar", "junkers", "krupp", "dornier", "lloyd's", "arcos"])
# Words of other languages, which begin sentences of their texts with a capital.
_WORDS_TOO = frozenset(
    ("politika", "borba", "iskra", "novosti", "новости", "известия", "правда", "pravda", "antara",
     "havas", "reuter", "economist", "guardian", "rinascita", "dagbladet", "expressen", "politiken",
     "vorwärts", "beeld", "unen", "el país", "el mundo", "la nación", "la razón", "la opinión",
     "el comercio", "el tiempo", "el siglo", "la tercera", "el nacional", "die zeit", "die welt",
     "die presse", "le soir", "novedades", "barricada", "punto final", "el universal", "interfax",
     "il popolo", "il giorno", "la prensa", "la croix", "la stampa", "la repubblica", "o globo",
     "le monde", "l'express", "der stürmer", "der spiegel")
)  # fmt: skip
# What newspapers may have last in small letters: Rud\u00e9 pr\u00e1vo.
_SMALL = frozenset(
    ("pr\u00e1vo", "pravo", "fronta", "noviny", "listy", "slovo", "demokracie", "zvezda", "pravda",
     "gazeta", "delo", "front", "folk", "powszechny", "powszechne", "drogi", "mysl", "strany")
)  # fmt: skip
_OF_FIRMS = (
    r"(?:\s(?:Works|Company|Corporation|AG|Group|Bank|Airlines|Mineraria|Techniques(?:\s\w+)?))?"
)


@cache
def _known() -> dict[str, list[tuple[Set[str], re.Pattern[str]]]]:
    """Give what finds the firms, the longer names first, by the first words of their names."""
    found: dict[str, list[str]] = {}
    papers = (one for one in vocabulary.lines("newspapers.txt") if one not in _WORDS_TOO)
    for name in (*vocabulary.lines("firms.txt"), *papers):
        word = _WORD.match(name)
        plain = " " not in name and (name in _NOT_IN_TEXT or is_english(name))
        if word and not plain and name not in _NOT_IN_TEXT:
            found.setdefault(word[0], []).append(name)
    return {
        word: [_sought(name) for name in sorted(names, key=len, reverse=True)]
        for word, names in found.items()
    }


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_known())


def _sought(name: str) -> tuple[Set[str], re.Pattern[str]]:
    """Give the words that a text must have where it names a firm, and what finds the name."""
    pattern = rf"(?<![\w'\u2019\u00ab\u201c\"-]){re.escape(name)}{_OF_FIRMS}(?![\w-])"
    return words_in(name), regex(pattern, re.IGNORECASE)


def known_firms(part: str, begin: int, said: Set[str]) -> Iterator[Spotted]:
    """Find the firms that are known by name: Esso, Union Carbide.

    >>> from lod.sources.pages.words.saidwords import words_in
    >>> text = "the gentlemen of Esso and of Union Carbide"
    >>> [text[one.start:one.end] for one in known_firms(text, 0, words_in(text))]
    ['Esso', 'Union Carbide']
    """
    for word in sorted(_first_words() & said):
        loud = word[0].upper()
        for words, pattern in _known()[word]:
            for one in pattern.finditer(part) if words <= said else ():
                last = one[0].split()[-1]
                if one[0][0] == loud and (last[0].isupper() or last in _SMALL):
                    yield Spotted(begin + one.start(), begin + one.end(), "group", "", "known firm")
    if any(map(part.__contains__, _TRADES)):
        for one in _TRADING.finditer(part):
            yield Spotted(begin + one.start(), begin + one.end(), "group", "", "name of a trust")


# What a planned economy trades and builds with: Technoexport, Polimex, Bulgargeomin.
_TRADES = ("export", "eksport", "import", "mpex", "imex", "geomin", "Bulgar", "prom", "stroy")
_TRADING = re.compile(
    r"(?<![\w-])(?!Bulgaria|Bulgars?\b|Bulgarisch|Bulgar[a-z]*ova?\b)(?:Bulgar[a-z]{3,12}"
    r"|[A-Z][a-z]{2,14}(?:(?:e(?:x|ks)|im)port|impex|imex|geomin|stroy(?:i?mport|(?:e(?:x|ks)port)?)"
    r"|prom(?:e(?:x|ks)port|import)))(?![\w-])"
)
