"""Bodies by what they make or govern: a town, a works, a society; places where a name is asked for.

Only for names that stand alone in a field; running text names towns as places.
"""

# ruff: noqa: RUF001  (Cyrillic words are meant)

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lod import vocabulary
from lod.lazily import regex
from lod.normalize.exonyms import exonyms
from lod.normalize.namewords import given_names

# What governs and is governed, before the name of a place: Stadt Flensburg, City of London.
_GOVERNED = (
    r"(?:(?:hanse|reichs|landeshaupt|haupt|kreis)?stadt|gemeinde|marktgemeinde|landkreis|kreis"
    r"|(?:bundes|frei)staat|(?:groß|gross)?herzogtum|königreich|kaiserreich|fürstentum|grafschaft"
    r"|(?:erz)?bistum|hochstift|kirchengemeinde|pfarrei|kanton|provinz|kloster|abtei|domkapitel"
    r"|ville|commune|canton|royaume|duché|abbaye|ciudad|municipio|ayuntamiento|diputación|reino"
    r"|monasterio|città|comune|regno|abbazia|cidade|município|câmara municipal|miasto|gmina|powiat"
    r"|město|obec|gemeente|kommune|kommun|stad"
    r"|(?:hanseatic )?city|town|borough|county|parish|kingdom|duchy|principality|canton|abbey"
    r"|township|free state)"
)
_COMMUNITY = regex(
    rf"(?i:(?:(?:the|die|der|das|freie|kaiserliche|königliche|alte|free|royal|imperial|imperiale?)"
    rf" |(?:und|and|et) )*{_GOVERNED} (?:of |de |du |di |da |do |von |d['’])?)[^\W\d_a-z]"
)
# A place by what it lies in or at: Neustadt in Holstein, Preetz (Kreis Plön).
_LIES = regex(
    r"[^\W\d_a-z][\w-]+ (?:in|an der|am|im|bei|ob der|vor der|sur|sous|nad|sul|upon)"
    r" [^\W\d_a-z][\w-]+"
    r"|[^\W\d_a-z][\w -]+"
    r" \((?:Kreis|Landkreis|Kr\.|Bezirk|Amt|Kt\.|Kanton|Co\.|County|dép\.) [^()]+\)"
)
# Trades and societies in German and its neighbours, as the end of a word.
_TRADE = regex(
    r"(?:[^\W\d_]+)?(?:druckerei|brauerei|brennerei|gie(?:ß|ss)erei|weberei|spinnerei|ziegelei|molkerei"
    r"|bäckerei|konditorei|manufaktur|(?:buch|kunst|musikalien|wein)handlung|sparkasse|apotheke)(?:en)?"
    r"|[^\W\d_]{3,}(?:fabrik|verein|kapitel)"
    r"|(?:handels|handwerks|ärzte|rechtsanwalts|landwirtschafts|wirtschafts|gewerbe)kammer"
    r"|imprimerie|imprenta|tipografia|tipografía|typographie|drukkerij|tiskárna|drukarnia|tryckeri"
    r"|bogtrykkeri|типография|brasserie|fonderie|brewery|distillery|foundry|potteries|printworks"
)
_COUNCIL = regex(
    r"(?:Stadt|Gemeinde|Kantons|Regierungs|Kreis|Bezirks|Ober)rat (?:von |der Stadt )?(\S+)"
)
# A firm of father and son, or with partners who are not named.
_HEIRS = regex(
    r"\w (?:&|u\.|und|and|et|y|e|en|og|och) "
    r"(?:Sohn|Söhne|Sons?|Fils|Hijos?|Figli|Filhos|Zonen|Zoon|Søn(?:ner)?|Söner|Co|Cie|Compagnie"
    r"|Company|Compañía|Partners?|Brüder|Bros|Brothers|Frères|Hermanos|Fratelli)\b\.?"
)
_MANY = regex(
    r"The [A-Z][a-z]+(?:s|men)"
    r"|(?i:all|alle|tous les|toutes les|todos los|todas las|tutti|tutte|все|wszyscy) \S.*"
)
_NUMBERED = regex(r"\d+(?:st|nd|rd|th)? ?[^\W\d_]")
# Bodies in Chinese characters and in Hangul; no name of a person ends so.
_EAST = regex(
    r"[\u3400-\u9fff]{1,40}(?:部|局|院|委|党|黨|委员会|委員會|委員会|政府|使馆|使館|公司|银行|銀行"
    r"|大学|大學|中央|协会|協會|協会|联合会|人民共和国|新聞|日报|日報|通讯社|通信社|外務省|外务省)"
    r"(?<=.{3})"
    r"|[\uac00-\ud7a3 ]{0,40}"
    r"(?:위원회|정부|대사관|은행|대학교|신문|통신사|로동당|노동당|외무성|외무부)"
)


def is_community(text: str) -> bool:
    """Tell whether a name is that of what governs a place, or of a firm or society by its form.

    >>> is_community("Stadt Flensburg"), is_community("Freie und Hansestadt Hamburg")
    (True, True)
    >>> is_community("Peter Stadt"), is_community("Huber und Sohn"), is_community("外交部")
    (False, True, True)
    """
    council = _COUNCIL.fullmatch(text)
    if council and council[1] in _places() | _towns():
        return True
    forms = (_COMMUNITY.match(text), _HEIRS.search(text), _MANY.fullmatch(text))
    return any(forms) or _EAST.fullmatch(text) is not None


def is_numbered(text: str) -> bool:
    """Tell whether a name begins with a number, as no person's does: 3M, 20th Century Fox."""
    return _NUMBERED.match(text) is not None


def has_trade(words: Iterable[str]) -> bool:
    """Tell whether a word says what a firm makes, or what a society is for: Buchdruckerei."""
    return any(_TRADE.fullmatch(word.casefold()) for word in words)


def is_place(text: str, *, small: bool) -> bool:
    """Tell whether what should name a person or a body names a place, and can be no surname.

    small: towns count that are no capitals nor great cities, which are surnames more often.

    >>> is_place("Hamburg", small=False), is_place("Neustadt in Holstein", small=False)
    (True, True)
    >>> is_place("Jordan", small=True), is_place("Hans am Ende", small=True)
    (False, False)
    """
    lies = _LIES.fullmatch(text) is not None and text.split()[0].casefold() not in given_names()
    return lies or text in _places() or (small and text in _towns())


def is_known_place(text: str) -> bool:
    """Tell whether a name is that of a state, a region, a capital or a town that we know.

    >>> is_known_place("Bonn"), is_known_place("Bosnia and Herzegovina"), is_known_place("Bo")
    (True, True, False)
    """
    return text in _known()


@cache
def _known() -> frozenset[str]:
    rows = exonyms()
    return frozenset(name for one in rows for name in (one.english, *one.in_texts, *one.stated))


@cache
def _places() -> frozenset[str]:
    """Give the names of states, capitals and great cities that are no names of people."""
    known = (one for one in exonyms() if one.english)
    return _no_people(name for one in known for name in (one.english, *one.in_texts, *one.stated))


@cache
def _towns() -> frozenset[str]:
    return _no_people(name for one in exonyms() if not one.english for name in one.in_texts)


def _no_people(names: Iterable[str]) -> frozenset[str]:
    rows = (row.split("\t") for row in vocabulary.lines("common-names.tsv")[1:])
    people = given_names().union(row[0] for row in rows)
    return frozenset(name for name in names if name.casefold() not in people)
