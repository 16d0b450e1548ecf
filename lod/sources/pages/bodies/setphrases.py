"""Bodies that have set names, no word of which alone says that one is meant: Second Chamber."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from lod.entity import Spotted
from lod.sources.pages.bodies.firms import firms, known_firms, units

_RULE = "set name of a body"
_HOUSES = (
    r"Houses? of (?:Representatives|Commons|Lords|Deputies|Councill?ors|Delegates|Assembly"
    r"|Nationalities|Peoples|Nations|Counties|Counselors|Chiefs|Keys)"
    r"|(?:Chamber|Assembly) of (?:Deputies|Representatives|Corporations|Nations|Commerce"
    r"(?: and Industry)?|Nationalities|Peers|Municipalities)"
    r"|(?:First|Second|Upper|Lower|Federal|People's|People\u2019s) (?:Chamber|House)"
    r"|Supreme Soviet(?: of the (?:USSR|RSFSR|Union|[A-Z][a-z]+ SSR))?"
    r"|Soviet of (?:the Union|Nationalities)|Council of the (?:Republic|Federation|Union)"
    r"|(?:Legislative|Executive|Judicial|Control|Examination) Yuan"
)
_COMMUNITIES = (
    r"European (?:(?:Defen[cs]e|Economic|Political|Atomic Energy|Coal and Steel) )?Communit(?:y"
    r"|ies)"
    r"|East African Community|Organi[sz]ation of (?:American States|African Unity"
    r"|the Islamic Conference)"
)
_GUARDS = (
    r"Red Guards?|Revolutionary Guards?|Republican Guard|Presidential Guard|Imperial Guard"
    r"|Civil Guard|People's Militia|Workers' Militia|Youth League|Home Guard|Black Hundreds"
    r"|Black Panthers|Red Brigades|Tonton Macoutes?|Viet ?Cong|Gray Wolves|Grey Wolves"
    r"|Black September|Muslim Brotherhood|Muslim Brothers|Society of Jesus|Salvation Army"
)
_GROUPS = (
    r"(?:Special|Working|High[- ]Level|Contact|Planning|Nuclear Planning|Standing|Drafting|Expert"
    r"|Study|Coordinating|Co-ordinating|Consultative|Advisory|Observer|Monitoring|Preparatory"
    r"|Support|Operations|Task|Liaison|Mixed|Joint|Parliamentary|Steering) Group"
    r"|Group of (?:\d{1,2}|Five|Six|Seven|Eight|Ten|Twenty|Seventy-Seven|Seventy-seven)"
    r"|Groups? of Soviet (?:Occupation )?(?:Forces|Troops)(?: in (?:Germany|Hungary|Poland))?"
)
_STAFFS = (
    r"(?:Joint )?Chiefs of Staff(?: Committee)?"
    r"|(?:His|Her) Majesty['\u2019]s (?:Stationery Office|Treasury)"
    r"|H\. ?M\. ?(?:Stationery Office|Treasury)|Red Army|White Army|Border (?:Troops|Guards)"
    r"|Committees? for the Defen[cs]e of the Revolution"
    r"|Patriotic Guards|Convention People['\u2019]s Party|Trades Union Congress"
    r"|North Atlantic Council|High Commissioner for Refugees|Save the Children Fund"
    r"|(?:Writers|Journalists|Artists|Composers|Students)['\u2019] (?:Union|Association)"
    r"|(?:Women|Youth|Peasants|Farmers|Smallholders)['\u2019]s? (?:Union|Party|League|Association)"
)
_OFFICES = (
    r"(?:Cabinet|Office|Chancell?ery|Secretariat|Administration|Executive Office|Staff|Bureau)"
    r" of the (?:Prime Minister|Vice[- ]President|President(?: of the (?:Republic|Council))?"
    r"|Premier|Chancellor|Chairman|Secretary[- ]General|Governor(?:[- ]General)?|King|Emperor|Shah"
    r"|High Commissioner|First Secretary|Attorney[- ]General|Chief of Staff)"
)
_SERVICES = (
    r"(?:(?:[A-Z][a-z]+(?:ian|ish|ese|an|ch|sh)|Czech|Greek|Committee for|Ministry of"
    r"|Department of|Bureau of|Main Directorate of) )?State Security"
    r"(?! (?:Committee|Service|Council|Department|Ministry|Agency|Directorate|Police|Bureau))"
)
_LINES = (
    r"(?!The |These |Our |All )(?:[A-Z][a-z]+ ){1,3}(?:Ocean|Shipping|Steamship|Air|Bus)"
    r" Lines?\b"
    r"|(?:Pan American(?: World)?|British Overseas|Trans World|Ethiopian|Czechoslovak|East"
    r"|Royal Dutch|Scandinavian|Royal Jordanian|Iran|Turkish|Pakistan International) Airways?"
)
_UNIONS = (
    r"(?:Union|League|Federation|Association) of (?:the )?(?:[A-Z][a-z-]+ ){0,2}?(?:Writers"
    r"|Journalists|Composers|Artists|Architects|Students|Workers|Youth|Women|Teachers|Cinematographers|Veterans"
    r"|Film-?makers|Patriots|Communists|Democrats|Lawyers|Scientists|Peasants|Farmers|Seamen|Miners)"
)
# What services call their parts, without a small word: Main Directorate Reconnaissance.
_PARTS = (
    r"(?:Main|Chief|General|Central) (?:Directorate|Department|Administration|Division)"
    r" (?:Reconnaissance|(?:Foreign )?Intelligence|Enlightenment|Counter-?[Ii]ntelligence|Cadres?"
    r"|Personnel|Surveillance|Investigations?|Security|Training|Operations)"
)
_KINDS = (
    (frozenset(("directorate", "department", "administration", "division")), _PARTS),
    (frozenset(("house", "houses", "chamber", "assembly", "soviet", "council",
                "yuan")), _HOUSES),
    (frozenset(("guard", "guards", "militia", "league", "brigades", "hundreds", "panthers",
                "september", "brotherhood", "brothers", "wolves", "society", "macoutes",
                "macoute", "army")), _GUARDS),
    (frozenset(("group", "groups")), _GROUPS),
    (frozenset(("community", "communities", "organization", "organisation")), _COMMUNITIES),
    (frozenset(("cabinet", "office", "chancellery", "chancery", "secretariat", "administration",
                "staff", "bureau")), _OFFICES),
    (frozenset(("security",)), _SERVICES),
    (frozenset(("staff", "stationery", "revolution", "army", "troops", "guards",
                "party", "congress", "council", "refugees", "children", "union", "league",
                "treasury", "association")), _STAFFS),
    (frozenset(("union", "league", "federation", "association")), _UNIONS),
    (frozenset(("lines", "line", "airways", "airway")), _LINES),
)  # fmt: skip
# What finds the names at a capital, by the words of which each name has one; Viet Cong and an old
# spelling have none of them.
_SOUGHT = tuple(
    ({word: word.title() for word in words}, re.compile(rf"(?:{named})(?![\w'\u2019-])"))
    for words, named in _KINDS
)
# Letterheads have offices in capitals.
_SOUGHT += (
    (
        {word: word.upper() for word in ("cabinet", "office", "chancellery", "secretariat")},
        re.compile(rf"(?:{_OFFICES.upper()})(?![\w'\u2019-])"),
    ),
)
_ALONE = ("Viet", "Chancel")
_CAPITAL = re.compile(r"[A-Z](?<!\w.)")
_WINDOW = 120  # characters of a name before such a word


def bodies_by_name(part: str, begin: int, said: Set[str]) -> Iterator[Spotted]:
    """Find bodies whose name alone tells them: firms, units of armies, set names.

    begin: where the part stands in the text. said: the words of the text.
    """
    for find in (firms, units, known_firms, set_names):
        yield from find(part, begin, said)


def set_names(part: str, begin: int, said: Set[str]) -> Iterator[Spotted]:
    """Find bodies by their set names; begin: where the part stands; said: the words of the text.

    >>> from lod.sources.pages.words.saidwords import words_in
    >>> text = "the Second Chamber and the High Level Group; in the second chamber of the tomb"
    >>> [text[one.start : one.end] for one in set_names(text, 0, words_in(text))]
    ['Second Chamber', 'High Level Group']
    """
    alone = {at for word in _ALONE for at in _places(part, word)}
    for words, pattern in _SOUGHT:
        told = words.keys() & said
        places = {at for word in told for at in _places(part, words[word])}
        for one in _around(pattern, part, sorted(places | alone if told else ())):
            yield Spotted(begin + one.start(), begin + one.end(), "group", "", _RULE)


def _places(part: str, word: str) -> Iterator[int]:
    at = part.find(word)
    while at >= 0:
        yield at
        at = part.find(word, at + 1)


def _around(pattern: re.Pattern[str], part: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Find the names that have their words in some places; none overlaps another."""
    reached = 0
    for at in places:
        for capital in _CAPITAL.finditer(part, max(reached, at - _WINDOW), at + 1):
            if one := pattern.match(part, capital.start()):
                yield one
                reached = one.end()
                break
