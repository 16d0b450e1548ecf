"""Names of bodies that no word of `namewords.BODIES` shows: known ones, acronyms, words of a kind.

Tables and pages know the same here; running text asks for more than a name that stands alone.
"""

# ruff: noqa: RUF001, SIM905  (Cyrillic words are meant; word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import orjson

from lod import vocabulary
from lod.lazily import regex
from lod.normalize.namewords import given_names
from lod.normalize.ranks import is_rank

# Bodies of one word, which need no other beside them.
ALONE = frozenset(
    """politburo presidium gosplan comintern cominform tass bundestag comecon knesset sejm
    admiralty treasury majlis senate reichsbank reichstag bundesrat duma rada riksdag storting
    folketing parliament cabinet pentagon cortes reichswehr wehrmacht bundeswehr kriegsmarine
    luftwaffe gestapo stasi solidarity solidarność kuomintang guomindang vietminh hizbollah
    scînteia scinteia népszabadság
    nepszabadsag granma
    diet mindan chongryon althing eduskunta saeima seimas riigikogu sobranje skupština skupstina
    volkskammer majles oireachtas dáil gabinetto
    profintern krestintern sportintern synod
    koevoet securitate savak sigurimi smersh narkomindel abwehr okhrana
    scânteia vjesnik rzeczpospolita
    itamaraty farnesina renamo frelimo fretilin mapai mapam herut likud
    hezbollah fatah polisario irgun haganah khalq parcham spartakusbund omnipol""".split()
)
PAIRS = frozenset(
    (("red", "cross"), ("red", "crescent"), ("pathet", "lao"), ("viet", "minh"), ("viet", "cong"),
     ("khmer", "rouge"), ("renmin", "ribao"), ("rodong", "sinmun"), ("minju", "choson"),
     ("white", "house"), ("state", "department"), ("foreign", "office"), ("home", "office"),
     ("colonial", "office"), ("war", "office"), ("holy", "see"), ("sublime", "porte"),
     ("rural", "solidarity"), ("joint", "chiefs"), ("sinn", "fein"), ("sinn", "féin"),
     ("bank", "melli"), ("rotes", "kreuz"), ("croix", "rouge"), ("cruz", "roja"),
     ("croce", "rossa"), ("cruz", "vermelha"), ("czerwony", "krzyż"), ("красный", "крест"),
     ("le", "monde"), ("neues", "deutschland"), ("rudé", "právo"), ("rude", "pravo"),
     ("trybuna", "ludu"), ("die", "welt"), ("der", "spiegel"), ("de", "telegraaf"),
     ("the", "times"), ("the", "economist"), ("the", "guardian"), ("al", "ahram"))
)  # fmt: skip
# Of organisations and services that the papers of the last century name.
MORE_ACRONYMS = frozenset(
    """aid usaid usis usom eca ecosoc ecsc gatt unrra unscop unef unrwa unctad undp anzus cento fln
    fnla mpla unita frelimo zanu zapu anc nhk bbc nbc ard zdf afp dpa ctk čtk mti adn tanjug csa
    rfe úv csl cdu csu fdp snb stb avh bnd sdece mi5 mi6 oss jcs dod nrc aec icc icj itu upu icao
    iata ifc eib ebrd rgw aioc nioc okw okh mfs vcp vwp pnc pdpa elas kke cppcc npc mossad kpu mzv
    fmzv pzpr cwihp ibm aeg bmw rca ici upi ufa defa emi mgm norad untso unficyp unifil undof
    unprofor unosom onuc paigc fapla minfar ugtt boac klm cgil cgt icftu wftu wfdy pflp dflp eoka
    grapo psoe psdi psiup sfio euratom nasa unhcr minurso untac unavem unamir oapec efta ecowas
    sadcc zipra zanla kanu dgse sifar savak asio rcmp gchq rias ogpu smersh ozna udba zaig bstu apn
    agerpres bta ansa tarom unifem osce csce icrc iaea""".split()
)  # fmt: skip
# Words of all sorts of bodies in their languages, borne by nobody.
_KINDS = frozenset(
    """museo musée musee museu muzeum múzeum muzeul muzej museet музей biblioteca bibliothèque
    bibliotheque bibliothek biblioteka biblioteket bibliotek bibliotheek knihovna könyvtár
    kütüphanesi библиотека banque banco banca banka bankası банк archiwum archiv arkiv arhiv
    levéltár архив akademie académie academia accademia akademia akademi академия theatre theater
    théâtre teatro teatr театр opéra orchester orchestre orquesta philharmonic philharmoniker
    galerie galleria galería галерея atelier ateliers studios werkstatt werkstätte werkstätten
    manufaktur manufacture usine fabrik verlag éditions editions edizioni uitgeverij wydawnictwo
    nakladatelství издательство publishers publications photos pictures films records industries
    enterprises holdings laboratories airlines airways railway railways gebrüder gebr frères
    fratelli hermanos irmãos bratři bracia братья family familie famille famiglia família familia
    söhne cie compagnie compañía compagnia gewerkschaft sindicato syndicat sindacato partij strana
    párt партия ligue tribunale gericht univerzita uniwersytet universidad universidade università
    universiteit universitet universitetet üniversitesi egyetem университет yliopisto école ecole
    escuela scuola schule hochschule gymnasium lycée société societe sociedad società sociedade
    towarzystwo společnost társaság общество verein vereniging vereinigung asociación associazione
    kirche iglesia chiesa diocese archdiocese agence agencia agenzia agentur agencja gouvernement
    présidence presidencia presidência presidenza chancellerie cancillería chancellery
    gobierno governo regering rząd vláda kormány правительство parlement parlamento parlament
    nationalrat studio domkapitel senato senado militia policía polizei polizia
    gendarmerie""".split()
)
# Behind a word that is no given name they show a body: Deutsche Bank, but not Aaron Bank.
_LAST = frozenset("bank gallery brothers press guards".split())
# What names run together end with, in German, Dutch and the languages of the North.
_RUN_TOGETHER = regex(
    r"[^\W\d_]{3,}(?:museum|museet|muzeum|múzeum|bibliothek|bibliotheek|biblioteket|archiv|archief"
    r"|arkivet|universität|universiteit|universitetet|hochschule|zeitung|verlag|orchester"
    r"|gewerkschaft|konsulat|kanzleramt|gericht|departementet|ministeriet|ministerie|ministeriö"
    r"|minisztérium|styrelsen|partiet|partij|förbundet|forbundet|werkstätten?|anstalt|stiftung"
    r"|genossenschaft|reederei|redaktion|konzern)(?:e?s|en)?"
    r"|(?:national|reichs|staats|bundes|landes|zentral|handels|kredit|noten|volks|export|raiffeisen"
    r"|commerz|rabo|riks|norges|post|welt)bank(?:en)?|[^\W\d_]{3,}theater|(?:staats|volks|hof)oper"
    r"|[^\W\d_]{4,}amt|(?:völker|kultur|jugend|frauen|bauern|gewerkschafts)bund"
)
_ENDING = regex(
    r"[\s,](?:Co\.|Corp\.?|Cie\.?|Bros\.?|Pty\.?|S\.\s?A\.|S\.\s?p\.\s?A\.|N\.V\.|B\.V\."
    r"|e\.\s?V\.|A/S|Oy|OHG|Ltda\.?|SARL|GesmbH|Ges\.m\.b\.H\.)$"
)
# The same before a firm's name, which are initials too: N. V. Philips.
_LEGAL = regex(r"^(?:[A-Z]\. ?[A-Z]\.|Firma|Fa\.|Firm) ", re.IGNORECASE)
# Where somebody sits, for who sits there: 10 Downing Street.
_ADDRESS = regex(r"\d{1,4} [^\W\d_][\w' -]* (?:Street|St\.|Road|Avenue|Square|Place|Lane)")
_GROUP = b'"kind":"group"'
_COUPLE = regex(
    r"(?:Mr\.? (?:and|&) Mrs|Herrn? und Frau|M\.? et Mme|Monsieur et Madame|Sr\.? y Sra"
    r"|Lord (?:and|&) Lady|Dr\.? (?:and|&) Mrs)\b"
)
_ACRONYM = regex(r"(?:[A-Z]\.){2,6}|[А-ЯЁ]{2,6}|[A-ZÄÖÜČ][A-Za-zäöüÄÖÜČŠ]{1,5}")
_ARTICLE = regex(r"^(?:the|der|die|das|le|la|les|el|il) |^l['’]")
_VOWELS = frozenset("AEIOUYÄÖÜАЕЁИОУЫЭЮЯ")
# Initials of people that are written like acronyms, and a family name without a vowel.
_PEOPLE = frozenset("JFK RFK LBJ FDR MLK NG".split())
# Acronyms of two letters, and words with vowels that are none elsewhere.
_SHORT = frozenset("AA SA SS EU UN IG".split())
_MOST_INITIALS = 3
_NOT_ALONE = frozenset(["cortes", "rada", "treasury", "solidarity"])


def is_known_body(text: str) -> bool:
    """Tell whether a name, as a whole, is that of a body: known, an acronym, an address, a couple.

    >>> is_known_body("Bauhaus"), is_known_body("BMaA"), is_known_body("10 Downing Street")
    (True, True, True)
    >>> is_known_body("Molotov"), is_known_body("JFK"), is_known_body("MAO")
    (False, False, False)
    >>> is_known_body("D.G.A.P."), is_known_body("A.E.M.")
    (True, False)
    """
    low = text.casefold()
    if low in _known() or _ARTICLE.sub("", low) in _known():
        return not text[:1].islower()
    if _ADDRESS.fullmatch(text) or _COUPLE.match(text) or _ENDING.search(text):
        return True
    if _LEGAL.match(text) and _LEGAL.sub("", low) in _known():
        return True
    return (
        _ACRONYM.fullmatch(text) is not None
        and not _is_initials(text)
        and (text.count(".") > _MOST_INITIALS or _is_acronym(text.replace(".", "")))
    )


def has_kind(words: Sequence[str]) -> bool:
    """Tell whether a word says that a name is a body's; words: as they are written.

    >>> has_kind(["Museo", "del", "Prado"]), has_kind(["Deutsche", "Bank"])
    (True, True)
    >>> has_kind(["Aaron", "Bank"]), has_kind(["Rijksmuseum"]), has_kind(["Luther", "Burbank"])
    (False, True, False)
    """
    low = [word.casefold() for word in words]
    if is_rank(low[0]):
        return False
    if not _KINDS.isdisjoint(low) or any(map(_RUN_TOGETHER.fullmatch, low)):
        return True
    if any(word.isupper() and one in MORE_ACRONYMS for word, one in zip(words, low, strict=True)):
        return len(words) > 1 and not all(map(str.isupper, words))
    if len(low) != 2 or low[1] not in _LAST:
        return False
    return len(low[0]) > 2 and low[0] not in given_names()


def _is_initials(text: str) -> bool:
    """Tell whether two letters with stops are rather somebody's initials: J.S., but not U.N."""
    return len(text) == 4 and text[1::2] == ".." and text[::2] not in _SHORT | {"US"}


def _is_acronym(text: str) -> bool:
    """Tell whether letters are an acronym: known, without a vowel, or of large and small ones."""
    if text in _PEOPLE or len(text) < 2:
        return False
    if text.isupper():
        known = text in _SHORT or text.casefold() in MORE_ACRONYMS
        return known or _VOWELS.isdisjoint(text)
    large = sum(map(str.isupper, text))
    return 2 <= large >= len(text) - 1 and not text.startswith(("Mc", "Di", "Le", "La", "De"))


@cache
def _known() -> frozenset[str]:
    pairs = (" ".join(pair) for pair in PAIRS)
    known = {
        *vocabulary.lines("bodies.txt"),
        *vocabulary.lines("firms.txt"),
        *vocabulary.lines("newspapers.txt"),
        *ALONE,
        *pairs,
        *_in_authority(),
    }
    return frozenset(known - _NOT_ALONE - given_names())


def _in_authority() -> Iterator[str]:
    """Give the names of the bodies that the embedded authority knows, in small letters."""
    path = vocabulary.folder() / "authority" / "entities.jsonl"
    for line in path.read_bytes().splitlines() if path.is_file() else ():
        if _GROUP in line:
            body = orjson.loads(line)
            yield from map(str.casefold, (body["label"], *body.get("names", ())))
