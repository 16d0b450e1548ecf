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
    r"(?:the (?:kind )?(?:help|aid|support|assistance) of )?(?:an? |the |its )?"
    rf"{_KIND}(?:grants?|funding|funds|support|gifts?|donations?|help|aid"
    r"|assistance|contributions?|generosity|sponsorship|patronage|awards?|means|subsid(?:y|ies))"
    r"(?: \(?(?:no\.? ?|number )?[\w/-]*\d[\w/-]*\)?)?,? (?:from|of|by)"
)
_PAID = (
    r"(?:made possible|supported|funded|sponsored|financed|underwritten|subsidi[sz]ed|paid for"
    r"|co-?funded|endowed)"
)
_HOW = r"(?:(?:also|generously|kindly|partly|partially|gratefully|in part|jointly) )*"
_BY = rf"(?: in part)?(?: (?:by|through|with|from|under|thanks to))(?: {_MONEY})?"
_GIVER = r"(?:[Tt]he |la |le |l['’]|el |die |der |des |den |dem )?([^\W\d_a-z][^.;:()\n*]{3,90}?)"
_END = (
    r"(?=\s*(?:[.;:()\n*]|$)|,? (?:as part|within|and by|which|who|whose|in \d|for|to|under grant"
    r"|through|made|makes|has|have|helped|enabled) ?)"
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
    r"|mit (?:freundlicher |finanzieller )?(?:Unterstützung|Förderung|Mitteln)(?: von)?"
    r"|avec (?:le (?:soutien|concours|financement)|l['’](?:aide|appui))"
    r" (?:de|du|des|d['’])"
    r"|(?:financé|soutenu|subventionné)e?s? par"
    r"|при (?:финансовой )?поддержке"
    r"|con (?:el|il) (?:apoyo|patrocinio|contributo|sostegno|finanziamento) "
    r"(?:della?|dell['’]|del|di|de)"
    r"|(?:financiad|patrocinad|apoiad|finanziat|sostenut)[oa]s? (?:por|pel[oa]|da|dalla|dal"
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
    r"|financial|kind) )*(?:fund|financ|support|sponsor|pay|grant|underwrit)\w*)"
)
_ACTIVE = regex(
    rf"(?:^|(?<=[.;] ))(?!We |They |It ){_GIVER} (?:has |have )?(?:kindly |generously )?(?:paid for"
    r"|supported|funded|financed|sponsored|underwrote|underwrites|supports|funds) "
    rf"(?:the |this |its )?{_THING}"
)
# What parts several givers, the closest first.
_GIVERS = tuple(map(re.compile, (r",\s+(?:and\s+)?|\s+and\s+", r",\s+", r",?\s+and\s+")))
_ARTICLE = regex(r"^the\s+", re.IGNORECASE)
_FORMS = (_FUNDED, _OPENING, _GIFT, _THANKED, _ACTIVE)
MONEY = (
    "upport", "und", "ponsor", "inan", "grant", "Grant", "possible", "örder", "Mitteln", "stütz",
    "soutien", "concours", "apoyo", "apoi", "contribu", "sosteg", "donation", "gift", "поддержке",
    "paid for", "elp of", "ssistance of", "rote", "nderwr", "enerosity", "ubsid",
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
            if is_body(recorded(found[1])) and found.start(1) not in seen:
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
        if len(parts) > 1 and all(kind_of(part) == "group" for part in parts):
            return parts
    return [_trimmed(names)]


def _trimmed(name: str) -> str:
    """Drop the article and the marks around a name."""
    return _ARTICLE.sub("", name.strip(" ,;:"))
