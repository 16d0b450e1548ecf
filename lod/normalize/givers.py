"""Who paid for a document, its translation or its site, in the sentences by which sites say so."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lod.lazily import regex
from lod.normalize.fundernames import is_body, recorded
from lod.normalize.kinds import kind_of

# What is paid for, and the money, in English.
_THING = (
    r"(?:catalogu|digiti[sz]|translat|transcri|publi|conserv|preserv|acqui|purchas|prepar|project"
    r"|website|site|page|archive|document|edition|editi|collection|series|scan|record|research"
    r"|copy|copies|item|resource|exhibit|compil|work)\w*"
)
_KIND = r"(?:(?:generous|financial|kind|partial|major|additional|further|research|core|gracious) )*"
_MONEY = (
    r"(?:(?:the )?(?:kind )?(?:help|aid|support|assistance) of )?(?:an? |the |its )?"
    rf"{_KIND}(?:grants?|funding|funds|support|gifts?|donations?|help|aid"
    r"|assistance|contributions?|generosity|sponsorship|patronage|awards?|means|subsid(?:y|ies)"
    r"|subventions?|bequests?|endowments?|fellowships?|legacy|backing)"
    r"(?: \(?(?:no\.? ?|number )?[\w/-]*\d[\w/-]*\)?)?,? (?:from|of|by)"
)
_PAID = (
    r"(?:made possible|supported|funded|sponsored|financed|underwritten|subsidi[sz]ed|paid for"
    r"|co-?funded|endowed|borne|met|covered|defrayed)"
)
_HOW = r"(?:(?:also|generously|kindly|partly|partially|gratefully|in part|jointly) )*"
_BY = rf"(?: in part)?(?: (?:by|through|with|from|under|thanks to))(?: {_MONEY})?"
_GIVER = (
    r"(?:[Tt]he |la |le |l['’]|el |die |der |des |den |dem )?"
    r"([^\W\d_a-z](?:[^.;:()\n*]|(?<=\b[A-Z])\.|(?<=\bSt)\.){3,90}?)"
)
_END = (
    r"(?=\s*(?:(?<!\b[A-Z])\.|[;:()\n*]|$)|,? (?:as part|within|and by|which|who|whose|in \d"
    r"|(?:for|to)(?= (?!the [A-Z])[a-z])|under grant|through|made|makes|has|have|helped|enabled) ?)"
)
_FUNDED = regex(
    r"(?:\b(?i:"
    rf"(?:is|are) {_HOW}{_PAID}{_BY}"
    rf"|{_THING}[^.;\n]{{0,60}}?(?:\b(?:was|were|is|are|been) )?{_HOW}{_PAID}{_BY}"
    rf"|{_THING}[^.;\n]{{0,60}}?\b(?:with|through|by|thanks to) {_MONEY}"
    r"|(?:made|created|produced|prepared|published|built|shown|exhibited|displayed|presented"
    r"|restored|printed|collected|conducted|annotated|translated|digiti[sz]ed|scanned)"
    rf" with {_MONEY}"
    rf"|(?:receiv|enjoy|acknowledg)(?:e|es|ed|ing)? {_MONEY}"
    r"|(?:funding|financial support|(?:a )?grant)(?: for [^.;\n]{3,60}?)?"
    r" (?:(?:was|is|has been|were) )?(?:(?:generously|kindly) )?"
    r"(?:provided|given|supplied|made available|came|comes) (?:by|from)"
    r"|(?:[Gg]efördert|[Ff]inanziert|[Uu]nterstützt) (?:durch|von|aus Mitteln)"
    r"|(?:mit|dank) (?:freundlicher |finanzieller |der |einem |einer )?(?:Unterstützung|Förderung"
    r"|Mitteln|Hilfe|Zuschuss|Spende|Zuwendung|Beihilfe)(?: von)?"
    r"|(?:avec|grâce)(?: à)? (?:le |au |un |une |l['’])?(?:soutien|concours|financement|mécénat"
    r"|aide"
    r"|appui|subvention|don)(?: financier| financière| généreux)? (?:de|du|des|d['’])"
    r"|(?:financé|soutenu|subventionné|payé|pris)e?s?(?: en charge)? par"
    r"|(?:при (?:финансовой )?поддержке|на средства|на грант|за сч[её]т средств)"
    r"|(?:con|gracias a|grazie a|graças a)(?: ?(?:el|il|l|la|al|o|un|una|uma)\b['’]?)? ?(?:apoyo"
    r"|patrocinio|contributo|sostegno|finanziamento|subvención|subvenção|financiación|ayuda|donación"
    r"|donazione|apoio|auxílio|sovvenzione|aiuto)(?: económic[oa]| finanziario| financeiro)? "
    r"(?:della?|dell['’]|del|dos?|das?|di|de)"
    r"|(?:financiad|patrocinad|apoiad|finanziat|sostenut|costead|sufragad|pagad)[oa]s? (?:por"
    r"|pel[oa]|da|dalla|dal"
    r"|dell['’])|com (?:o )?apoio d[aeo]))"
    rf"\s*{_GIVER}{_END}"
)
# The same where the line or sentence begins with it.
_OPENING = regex(
    r"(?:^|(?<=[.;!] )|(?<=[*\[(]))(?i:"
    rf"{_HOW}{_PAID}{_BY}"
    rf"|(?:published |digiti[sz]ed |translated )?with (?:thanks to )?{_MONEY}"
    rf"|{_KIND}(?:support|grants?|funding|sponsors?|assistance)(?: for [^.;:\n]{{3,40}})?"
    r"(?: by| from|:)"
    rf")\s*{_GIVER}{_END}"
)
_GIFT = regex(
    rf"(?:^|(?<=[.;] ))(?:An? |The ){_KIND}(?:gift|grant|donation|award) (?:of|from|by) {_GIVER},? "
    r"(?:made|makes|has made|helped|enabled|allowed|supported|paid|funded|covered)\b"
)
_THANKED = regex(
    r"\b(?i:thanks(?: are due)?(?: go)? to|we thank|thank|(?:grateful|indebted) to|acknowledges?) "
    rf"{_GIVER}(?:,? (?:which|who|that) (?:has |have )?(?:generously |kindly )?(?:funded|paid"
    r"|supported|financed|sponsored|underwrote)\b|,? for (?:(?:its|their|the) )?(?:(?:generous"
    r"|financial|kind) )*(?:fund|financ|support|sponsor|pay|grant|underwrit)\w*"
    r"|,? for an? (?:\w+ )?(?:grant|subsidy|subvention))"
)
_ACTIVE = regex(
    rf"(?:^|(?<=[.;] ))(?!We |They |It |Thanks |Many |Our ){_GIVER} (?:has |have )?(?:kindly "
    rf"|generously )?(?:paid for"
    r"|supported|funded|financed|sponsored|underwrote|underwrites|supports|funds) "
    rf"(?:the |this |its )?{_THING}"
)
# The name stands before the deed: `Die Übersetzung wurde von der X finanziert`.
_TURNED = regex(
    r"\b(?:[Dd](?:ie|er|as) \w+|[Ff]inanziell) (?:wurden?|wird|werden|ist) (?:von|durch)"
    r" (?:der |die |den |dem |das )?([^\W\d_a-z][^.;:()\n*]{3,90}?) "
    r"(?:finanziert|gefördert|unterstützt|ermöglicht|bezahlt|getragen|gesponsert)\b"
)
# No name of a body, but a sentence that goes on behind it.
_CLAUSE = regex(
    r"\b(?:was|were|is|are|has|had|have|will|would|can|could|may|must|which|who|the [a-z]\w+|the$"
    r"|our|we|they|it)\b"
)
# What parts several givers, the closest first.
_GIVERS = tuple(map(re.compile, (r",\s+(?:and\s+)?|\s+and\s+", r",\s+", r",?\s+and\s+")))
# What stands on either side of a mere `and` between two givers.
_HEADED = regex(
    r"\b(?:Foundation|Corporation|Fund|Endowment|Trust|Ministry|University|Council|Institute|Agency"
    r"|Society|Academy|Stiftung|Center|Centre|Bank|Department|Embassy|Fondation|Fundación"
    r"|Fondazione|Archives?|Library|Office|Program(?:me)?|Project)\b"
)
_ARTICLE = regex(r"^the\s+", re.IGNORECASE)
_FORMS = (_FUNDED, _OPENING, _GIFT, _THANKED, _ACTIVE, _TURNED)
MONEY = (
    "upport", "und", "ponsor", "inan", "grant", "Grant", "possible", "örder", "Mitteln", "stütz",
    "soutien", "concours", "apoyo", "apoi", "contribu", "sosteg", "donation", "gift", "поддержке",
    "paid for", "elp of", "ssistance of", "rote", "nderwr", "enerosity", "ubsid", "ubvent", "borne",
    "met by", "efray", "equest", "bezahlt", "ermöglicht", "getragen", "Zuschuss", "Hilfe", "aide",
    "appui", "payé", "pris", "mécénat", "patrocin", "costead", "sufragad", "pagad", "ayuda",
    "средств", "грант",
)  # fmt: skip


class Giver(NamedTuple):
    """Who paid: the name as it is recorded, where it stands, and where the words that say so."""

    name: str
    start: int
    end: int
    said: tuple[int, int]


def givers(text: str) -> Iterator[Giver]:
    """Find the bodies that a sentence says to have paid for a document or the site that shows it.

    >>> [one.name for one in givers("The archive is supported by the Leon Foundation.")]
    ['Leon Foundation']
    >>> [one.name for one in givers("The Leon Foundation paid for the translation.")]
    ['Leon Foundation']
    >>> list(givers("The rebels were supported by the Leon Foundation."))
    []
    """
    if not any(map(text.__contains__, MONEY)):
        return
    seen = set[int]()
    for form in _FORMS:
        for found in form.finditer(text):
            said = is_body(recorded(found[1])) and _CLAUSE.search(found[1]) is None
            if said and found.start(1) not in seen:
                seen.add(found.start(1))
                for name in bodies(found[1]):
                    at = text.index(name, found.start(1))
                    yield Giver(recorded(name), at, at + len(name), found.span())


def bodies(names: str) -> list[str]:
    """Part givers at commas and `and`, only where a body stands on all sides.

    >>> bodies("the Orlov Fund and the Ministry of Arts")
    ['Orlov Fund', 'Ministry of Arts']
    """
    for parting in _GIVERS:
        parts = [_trimmed(part) for part in parting.split(names)]
        both = len(parts) > 1 and all(kind_of(part) == "group" for part in parts)
        if both and (", " in names or " the " in names or all(map(_HEADED.search, parts))):
            return parts
    return [_trimmed(names)]


def _trimmed(name: str) -> str:
    """Drop the article and the marks around a name."""
    return _ARTICLE.sub("", name.strip(" ,;:"))
