"""The name in one entry of a list: what is left without ranks, offices and what is said behind."""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lod.normalize.namewords import BODIES
from lod.sources.pages.words.bodywords import HEADS, POSTS
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import (
    ALSO_GIVEN,
    CALENDAR,
    COMMON,
    DEMONYMS,
    FAMILY_FIRST,
    OFFICES,
    RANKS,
    WEAK_RANKS,
)

_MOST_WORDS, _FEWEST_WORDS, _SURNAME = 5, 2, 4
# Behind a name: what else is said of him, or which points of a decree he has.
_CUT = re.compile(
    r"\s*[,;(\u2014]\s*|\s+[-\u2013]\s*(?=(?:all|in full|entire|whole|everything|pp?\."
    r"|\d{1,2}\b|points?|para\w*\.?|items?|sections?|excerpts?|extracts?|\u00a7\u00a7?)(?:\s|,|\d|$))"
)
_TAKES_DOWN = frozenset(
    """interpreter interpreters notetaker note-taker stenographer translator dolmetscher
    protokollführer interprète intérprete interprete переводчик tłumacz tlumočník tolmács
    rapporteur subsecretario""".split()
)
_UNITS = frozenset(
    """addressee addressees originator spare spares reserve stock registry file files chron
    circulation mail library distribution staff ablage akten registratur reserve region district
    umlauf durchlauf wiedervorlage archiv
    archivio dossier minutario spis spisy iktató irattár архив дело""".split()
)
# A family of one letter, no initial: `O Jin U`.
_KOREAN_O = re.compile(r"\bO [A-Z][a-z]{1,5}(?: [A-Z][a-z]{0,5}|-[a-z]{1,5})(?= *(?:$|[,;(]))")
# What stands before a name in lists alone.
_TITLES = frozenset("hon lic ing dott dottor licenciado arq mag".split())
# Months that are given names are left out.
_DAYS = CALENDAR - {"jan", "april", "june", "august"}
_RANKED = RANKS | WEAK_RANKS
_OFFICIAL = _RANKED | OFFICES | BODIES
# Of what generals and captains are, in other languages: `General de División Luis Rey`.
OF_RANKS = frozenset(
    """ejército ejercito división division brigada exército divisão armée brigade cuerpo corpo
    d'armata d\u2019armata armata flota armada escuadra esquadra marina aviación aviação navío
    navio fragata corbeta corvette vaisseau frégate""".split()
)
# Who else has a copy: nobody's names.
_HOUSEHOLD = frozenset(
    ("leadership", "management", "registry", "file", "files", "archive", "archives", "addressee",
     "reconnaissance", "analysis", "evaluation", "leitung", "ablage", "akten", "reserve")
)  # fmt: skip
NO_NAMES = (
    _HOUSEHOLD | OF_RANKS | _UNITS | _TAKES_DOWN | _TITLES | _DAYS | _OFFICIAL | COMMON | DEMONYMS
)
# What ministers and secretaries are for.
_MATTERS = frozenset(
    """affairs defence defense trade interior finance industry agriculture labour labor commerce
    health education culture information justice security relations transport communications
    energy planning construction economy state war navy treasury operations staff""".split()
)
LINKS = frozenset("of for the in at to and de von van der den bin al el".split())
_PARTICLES = frozenset("de von van der den bin al el la le du di da dos".split())
_JOINTS = frozenset("della dello degli delle dei del do da dos das des du".split())
# Acronyms that keep a small letter: MfAA, MfS.
_MIXED = re.compile(r"[A-Z][a-z][A-Z]{1,3}")
# The same where a stop stands behind them: `Dg. Pol.`
_STOPPED = frozenset(("pol.", "kult.", "recht.", "wi.", "arb.", "pers.", "inl.", "prot.", "abt."))
ELIDED = ("d'", "d\u2019", "l'", "l\u2019", "dell'", "dell\u2019")
# More heads of bodies in lists of other languages.
_ABROAD = frozenset(
    """kancelaria kanzlei comando prefettura questura redakcja związek rada generalstab sekretariat
    gabinetto segreteria presidenza ministero ministerstwo канцелярия секретариат штаб главное
    редакция генштаб fédération confédération secretaría estado presidencia kancelář sekretariát
    titkárság hivatal delegation direction présidence service ministère ambassade cabinet
    secrétariat légation consulat división dirección embajada ambasciata abt dept sect odd otd
    osztály misión missão missione représentation representación representação rappresentanza
    legación legação legazione embaixada direzione direção cancillería chancellerie subsecretaría
    presidência gabinete capitanía jefatura estado-maior""".split()
)
# The same as they stand behind `members of`: członkom Biura Politycznego.
_OF_WHOM = frozenset(
    """biura komitetu ministerstwa kancelarii sekretariatu wydziału urzędu zarządu sztabu politbyra
    výboru ministerstva sekretariátu předsednictva oddělení úřadu политбюро президиума секретариата
    министерства комитета отдела""".split()
)
# What a part of an office is, before what it is for.
_OF_MATTER = frozenset(
    """abteilung hauptabteilung unterabteilung abt referat sektion hauptverwaltung sekretariat büro
    département section sous-direction direction wydział departament biuro zarząd oddělení odbor
    osztály főosztály отдел управление сектор direzione ufficio sezione sección dirección
    departamento afdeling avdelning""".split()
)
_HEADS = HEADS | _ABROAD | _OF_WHOM
MISSIONS = POSTS | frozenset(
    """embassy legation consulate ambassade ambasada embajada ambasciata embaixada botschaft
    gesandtschaft consolato legazione poselstwo konsulat generalkonsulat velvyslanectví
    veľvyslanectvo nagykövetség követség посольство légation légations misión missão missione
    legación legação delegación delegação representación représentation rappresentanza
    representação vertretung""".split()
)
# Behind these, in other languages than English, stands where an office is.
_AT = frozenset("en à au aux em ante auprès presso bei beim w we v ve в при".split())
_THE = frozenset("la las los el le les as os a o der dem den l'".split())
_ALONE, _SEATED = _ABROAD - MISSIONS, MISSIONS | _OF_MATTER
_WORD, _NTH = re.compile(r"\S+"), re.compile(r"[IVX]+(?:/\w+)?|\d+(?:/\w+)?\.?")
# What an editor adds to a word of a name: `Hor[a]`.
_WITHIN = re.compile(r"[a-z]\[(?!sic\b)[a-z]{2,}\](?!\w)")
# Where whoever has a rank is, behind his name: `Ambassador S. Luvsan in Moscow`.
_STATIONED = re.compile(
    r"(?<=[a-z]{2}) in (?=[A-Z][^\s,;]+(?:\.?$| (?:by|via|through|with|on|for|as) (?:the )?[a-z]))"
)
# `The Honourable R F Botha`, `The Rt. Hon. the Lord Carrington`
_HONOURED = re.compile(
    r"^(?:[Tt]he\s)?(?:(?:Rt\.?|Right|Most|R\.)\s)?(?:Hon(?:ou?rable|\.|'ble|(?=\s\S+\s\S))|H\.\s?E\.|S\.\s?E\."
    r"|(?:His|Her|Your|the)\sExcellency)[,.]?\s(?:[Tt]he\s)?(?=[^\W\d_a-z])"
)
_OPENING = 24
# Behind a rank: `Vice Admiral (R) Luis Rey`, `Col. (ret.) Jan Hora`.
_RETIRED = re.compile(
    r"(?<=[a-z.] )\((?:RE?|[Rr]et(?:\.|d\.?|'d|ired)?|[Rr]es\.?|a\. ?D\.)\)(?= [^\W\d_a-z])"
)
# A family name that stands first, with what an editor adds to it: `Mao [Zedong]`.
# Chen [Yi]; but Chou [Zhou] is one name.
FAMILY_ALONE = FAMILY_FIRST - frozenset("yi yu an wei".split())
_ADDED = re.compile(r"([A-Z][a-z]{1,6}) \[([A-Z][a-z'\u2019-]+)\]")
# `Brother Hai [Vo Van Lam]`, `Petrov [Ivan Orlov]`
_CALLED = re.compile(
    r"(?P<kin>(?:Brother|Sister|Uncle|Aunt|Anh|Ch\u1ecb|Ch\u00fa|B\u00e1c|Chu|Bac)\s)?(?:[^\W\d_a-z]\w*\.?\s)?"
    r"(?P<name>[^\W\d_a-z]\w+)\s\[(?P<meant>[^\W\d_a-z][\w'\u2019-]+(?:\s[^\W\d_a-z][\w'\u2019-]*){1,3})\]"
)
_CALLED_NOBODY = NO_NAMES | {"radio", "north", "south", "east", "west"}
# What German offices call their own by: `St.S. v. Weizsäcker`.
_SHORTENED = frozenset(
    """st.s u.st.s sts ust botsch ges min.dir ministerialdir min.rat leg.rat leg.sekr vortr.leg.rat
    dg ktr ref ltr abt.ltr gen.kons g.k pers.ref vlr lr i.a""".split()
)


def is_plain(name: str) -> bool:
    """Tell whether words are a name rather than words of the language: initials, no English."""
    words = name.split()
    last = words[-1].strip(".,").casefold()
    if is_short_code(words[0]) and not words[0].endswith("."):
        return False
    if ":" in name:
        return False
    return (
        "." in name
        or not is_english(last)
        or (len(words) > 1 and last not in COMMON and not is_english(words[0].casefold()))
    )


def is_head(word: str) -> bool:
    """Tell whether a word is what a body is, in the languages of lists, shortened or not: Abt."""
    return word.rstrip(".").casefold() in _HEADS


def is_office_alone(word: str) -> bool:
    """Tell whether a word of another language than English is a whole body's: Gabinetto.

    >>> is_office_alone("Gabinetto"), is_office_alone("Department")
    (True, False)
    """
    low = word.casefold()
    return low in _ALONE and word[:1].isupper() and len(word) > _SURNAME


def person_in(entry: str) -> tuple[int, int] | None:
    """Find the name in an entry, behind ranks and offices; None where it names an office alone.

    >>> entry = "Deputy Department Director Zhang Wenjin"
    >>> entry[slice(*person_in(entry))], person_in("The Secretary of Defense")
    ('Zhang Wenjin', None)
    >>> entry = "General de Brigada Ochoa"
    >>> entry[slice(*person_in(entry))]
    'Ochoa'
    """
    if "on" in entry[:_OPENING] or "E." in entry[:_OPENING] or "cellency" in entry[:_OPENING]:
        entry = _HONOURED.sub(lambda one: "Mr" + " " * (len(one[0]) - 2), entry)
    if "(" in entry:  # Vice Admiral (R) Luis Rey
        entry = _RETIRED.sub(lambda one: " " * len(one[0]), entry)
    if "O " in entry and (short := _KOREAN_O.search(entry)):
        before = entry[: short.start()].split()
        if not before or before[-1].strip(".").casefold() in _RANKED:
            return short.span()
    noted = None
    if "[" in entry and (noted := called_in_full(entry)) is None:
        whole = _WITHIN.search(entry) is not None
        noted = None if whole else _completed(entry) or person_in(entry.partition("[")[0])
    found = noted or _named(list(_WORD.finditer(_CUT.split(entry)[0])))
    return found or _stationed(entry)


def _stationed(entry: str) -> tuple[int, int] | None:
    """Find who has a rank and is somewhere: `Ambassador S. Hora in Moscow`."""
    at = _STATIONED.search(entry) if " in " in entry else None
    found = person_in(entry[: at.start()]) if at else None
    before = entry[: found[0]].split() if found else []
    ranked = bool(before) and before[-1].strip(".").casefold() in _RANKED
    return found if ranked else None


def _named(words: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """Find the name at the end of words, behind ranks and offices."""
    lo = len(words)
    while lo and _is_name(words[lo - 1][0]):
        lo -= 1
    lo -= 0 < lo == len(words) - 1 and words[lo - 1][0] == "He"  # He Long
    if _is_behind_matter(words, lo):
        while lo < len(words) and _is_of_matter(words[lo:]):
            lo += 1
    begun = _behind_ranks(words, lo)
    if begun == lo and lo and len(words[lo - 1][0]) == 1 and words[lo - 1][0].isupper():
        return None  # a division: `D Pol`
    lo = begun
    said = [one[0].casefold() for one in words[: lo + 1]]
    of = any(one in LINKS and two not in OF_RANKS for one, two in pairwise(said))
    lo -= lo > 0 and _is_given_too(words[lo - 1 :])
    name = [] if _is_of_body(words, lo) else words[lo:]
    if not 0 < len(name) <= _MOST_WORDS or (of and len(name) < _FEWEST_WORDS):
        return None
    if len(name) <= _FEWEST_WORDS and all(is_short_code(one[0]) for one in name):
        return None  # S/S, CCP CC
    end = name[-1].start() + len(name[-1][0].rstrip(",:"))
    if end - name[0].start() < _FEWEST_WORDS or name[-1][0].islower():
        return None
    return name[0].start(), end


def _is_behind_matter(words: Sequence[re.Match[str]], lo: int) -> bool:
    """Tell whether words stand behind `of` or `for`, or behind what an office is for.

    >>> entry = "Secretary for Foreign Affairs Brand Dorn"
    >>> entry[slice(*person_in(entry))]
    'Brand Dorn'
    """
    at = lo - 1
    while at > 0 and (low := words[at][0].casefold()) not in LINKS | RANKS and is_english(low):
        at -= 1
    return at >= 0 and words[at][0].casefold() in LINKS


def _is_of_matter(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether words begin with an English one that is not the given name before another."""
    first, last = words[0][0].casefold(), words[-1][0].casefold()
    named = words[0][0].istitle() and first not in _MATTERS and not is_english(last)
    of_burma = words[0][0] == "U" and len(words) > 1  # U Ba Swe
    return is_english(first) and not of_burma and not (named and len(words) == _FEWEST_WORDS)


def _is_given_too(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether a word of rank is the given name of whoever is called Khan: Sultan Khan."""
    said = [word[0].strip(".,:").casefold() for word in words]
    return len(said) == _FEWEST_WORDS and said[0] in ALSO_GIVEN and said[1] == "khan"


def _completed(entry: str) -> tuple[int, int] | None:
    """Find a family name that stands first and that an editor completed.

    >>> _completed("Comrade Mao [Zedong]"), _completed("Dubchek [Dubcek]")
    ((8, 20), None)
    """
    added = _ADDED.search(entry)
    if not added or added[1].casefold() not in FAMILY_FIRST:
        return None
    return None if added[2].casefold() in FAMILY_ALONE else added.span()


def called_in_full(entry: str) -> tuple[int, int] | None:
    """Find who is meant in full, in brackets behind what comrades call him: `Brother Hai [Vo Lam]`.

    >>> called_in_full("Brother Hai [Vo Van Lam]"), called_in_full("Orlov [Soviet Ambassador]")
    ((13, 23), None)
    """
    found = _CALLED.fullmatch(entry.rstrip(" .,;"))
    if found is None:
        return None
    kin, words = found["kin"], found["meant"].split()
    if not kin and found["name"].casefold() in FAMILY_FIRST:
        return None  # only written by other rules: Pak [Bak Seongcheol]
    lows = [word.casefold() for word in words]
    if (
        not _CALLED_NOBODY.isdisjoint(lows)
        or any(map(is_head, words))
        or (not kin and is_english(lows[-1]))
    ):
        return None
    return found.span("meant")


def _behind_ranks(words: Sequence[re.Match[str]], lo: int) -> int:
    """Give where initials without stops begin, behind a rank or two at least: Gen J J Orlov."""
    first = lo
    while first and (_is_letter(words[first - 1]) or _is_particle(words, first - 1)):
        first -= 1
    ranked = first > 0 and words[first - 1][0].strip(".,").casefold() in _RANKED
    several = lo - first > 1 and first == 0
    return first if lo < len(words) and (ranked or several) else lo


def _is_letter(word: re.Match[str]) -> bool:
    return len(word[0]) == 1 and word[0].isupper()


def _is_particle(words: Sequence[re.Match[str]], at: int) -> bool:
    """Tell whether a particle stands between initials: Gen M A de M Dorn."""
    return words[at][0] in _PARTICLES and at > 0 and _is_letter(words[at - 1])


def _is_of_body(words: Sequence[re.Match[str]], lo: int) -> bool:
    """Tell whether what seems a name belongs to a body before it: Légation de Suisse.

    `Embassy Warsaw` is one too, wherever it is.
    """
    if 0 < lo < len(words) and _is_behind_unit(words[:lo]):
        return True  # Abteilung Ferner Osten, Directorate III Relations
    if lo > 1 and words[lo - 1][0] in _JOINTS and any(is_head(one[0]) for one in words[: lo - 1]):
        return True  # Presidenza della Repubblica
    if lo < len(words) and words[lo][0].casefold() in _OF_WHOM:
        return True  # członkom Biura Politycznego
    alone = lo == len(words) - 1 or (0 < lo < len(words) and words[lo][0] in _PARTICLES)
    if alone and is_head(words[-1][0]):
        return True  # Gabinetto, Soviet Dept, Secretaría General de la Presidencia
    if lo > 1 and _is_seat(words, lo):
        return True  # Embajada en Washington
    second = words[lo + 1][0] if lo + 1 < len(words) else ""
    heads = any(is_head(one[0]) for one in words[max(lo - 1, 0) : lo + 1])
    if heads and (second in _PARTICLES or second.startswith(ELIDED)):
        return True  # Pr\u00e9sidence de la R\u00e9publique, Comisi\u00f3n Nacional de Energ\u00eda
    first = words[lo][0] if 0 < lo < len(words) else ""
    linked = first in _PARTICLES or first.startswith(ELIDED)
    small = lo - 1  # Secrétariat général de l'Élysée
    while small > 0 and words[small][0].islower() and words[small][0] not in OFFICES:
        small -= 1
    return linked and (words[small][0].casefold() in BODIES or is_head(words[small][0]))


def _is_behind_unit(before: Sequence[re.Match[str]]) -> bool:
    """Tell whether words end with what a part of an office is, or with its number."""
    last = before[-1][0]
    numbered = len(before) > 1 and _NTH.fullmatch(last) is not None
    return last.casefold() in _SEATED or (numbered and is_head(before[-2][0]))


def _is_seat(words: Sequence[re.Match[str]], lo: int) -> bool:
    """Tell whether a name is where an office is, in another language: `Misión ante la ONU`."""
    at = lo - 1
    while at > 1 and words[at][0] in _THE:
        at -= 1
    if words[at][0] in ("a", "ad"):
        return words[0][0].casefold() in MISSIONS
    if words[at][0] not in _AT:
        return False
    said = (one[0].casefold() for one in words[:at])
    return any(one in OFFICES or one in MISSIONS or is_head(one) for one in said)


def is_short_code(word: str) -> bool:
    """Tell whether a word is an office's code rather than a surname in capitals: AFE, S/S."""
    word = word.strip(".,:()")
    vowels = any(letter in "AEIOUY" for letter in word)
    return word.isupper() and (len(word) < _SURNAME or not vowels or "/" in word)


def _is_name(word: str) -> bool:
    bare = word.strip(".,:()[]")
    if word.casefold() in _PARTICLES or (word[-1] == "." and len(bare) == 1):
        return True
    if word.casefold().strip(".,:()") in _SHORTENED or word.casefold() in _STOPPED:
        return False
    if not NO_NAMES.isdisjoint(bare.casefold().split("/")) or _MIXED.fullmatch(bare):
        return False
    if "-" in bare and NO_NAMES.issuperset(bare.casefold().split("-")):
        return False  # Under-Secretary
    if bare.casefold().removesuffix("s") in OFFICES:
        return False  # the Ministers
    named = (bare[:1].isupper() and len(bare) > 1) or bare == "U" or bare[1:2] in ("'", "\u2019")
    return named and bare.casefold() not in NO_NAMES and not any(map(str.isdigit, bare))
