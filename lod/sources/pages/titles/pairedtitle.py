"""Titles that are nothing but who wrote to whom: `398 Critchley to Department of External Affairs`.

So editors of diplomatic papers head them, without a word for the kind of paper.
"""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re

from lod.normalize.namewords import BODIES
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import COMMON, OFFICES, RANKS, WEAK_RANKS
from lod.sources.pages.words.titleforms import form

_LONGEST = 200
_WORD = r"[^\W\d_a-z][\w.'\u2019&-]*"
_PARTY = (
    rf"(?:The )?{_WORD}"
    rf"(?:,? (?:(?:of|for|in|at|and|the|de|du|von|van|la|le) ){{0,3}}{_WORD}){{0,12}}"
)
_PLACED = r"(?: ?[(\[][^\W\d_a-z][^()\[\]\n]{2,40}[)\]])?"
# When it came in, which editors print behind.
RECEIVED = re.compile(
    r"\s*[(\[](?:[Rr]ec(?:eive|')?d\.?|Reçu|Eingegangen|Arrived|Despatched|Sent)\b"
    r"[^()\[\]]{2,50}[)\]]$"
)
_PAIR = re.compile(
    rf"(?P<sender>{_PARTY})(?P<post>{_PLACED}),? (?:to|TO) (?:the |THE )?"
    rf"(?P<reader>{_PARTY})(?P<other>{_PLACED})"
)
# Editors in other languages: `M. Dorn, ambassadeur de France à Rome, à M. Roux, ministre`.
_HELD = r"(?: ?\([^()]{2,40}\))?"
# What may stand before an office, the offices, what stands before the one who is written to.
_ABROAD = tuple(
    re.compile(
        rf"(?P<sender>(?:{honour}|(?:{article})?(?={office}))(?!{to} )[^;:()]{{5,110}}?\w{_HELD}),?"
        rf" {to} ?(?P<reader>(?:{honour}|(?:{article})?{office})[^;:()]{{2,90}}?{_HELD})\.?",
        re.IGNORECASE,
    )
    for honour, article, office, to in (
        (
            r"MM?\. |Mrs? |Mme |S\.E\. ",
            r"le |la |l['\u2019]",
            r"(?:minist(?:re|[eè]re)|ambassadeur|président|secrétaire|consul|chargé|général|maréchal|amiral"
            r"|haut|délégué|représentant|directeur|département|commissaire|gouverneur|chef)\b",
            r"(?:à|aux?)",
        ),
        (
            r"Herrn? |Dr\. ",
            r"(?:der|dem|den|das|die) ",
            r"(?:botschafter|gesandt|generalkonsul|konsul|ministerial|staatssekretär|staatsminister"
            r"|bundes|minister|außenminister|geschäftsträger|legationsrat|vortragend|präsident"
            r"|premier|generalsekretär|kanzler|auswärtige|botschaft|gesandtschaft|regierung)",
            r"an",
        ),
        (
            r"S\.E\. ",
            r"il |lo |la |l['\u2019]",
            r"(?:ministr|ambasciat|incaricat|consol|capo|direttor|segretari|rappresentant"
            r"|president|sottosegretari|legazion|rappresentanz)",
            r"(?:all?a?|all['\u2019]|ai|agli|alle)",
        ),
        (
            r"(?:señor|sr\.|sra\.|don|doña|senhor) ",
            r"(?:el|la|los|o|a|os) ",
            r"(?:ministr|emba(?:j|ix)ad|cónsul|cônsul|encargad|cancill|chancel|secretari|secretári"
            r"|president|delegad|subsecretari|representant|gobernador|governador|legaci|legaç"
            r"|general)",
            r"(?:al?|aos?|à)",
        ),
    )
)
NUMBER = re.compile(r"\d{1,4}\s+(?=[^\W\d_a-z])")
_OFFICIAL = frozenset(
    """government department office embassy legation consulate ministry delegation mission council
    admiralty headquarters commission agency bureau high secretary-general governor-general
    governor viceroy resident officer chargé d'affaires chargé. chiefs staff cabinet war foreign
    commonwealth consul-general""".split()
)
_TELLS = (OFFICES | RANKS | WEAK_RANKS | _OFFICIAL | BODIES) - {"the"}
# What makes a sentence of words that begin as such a title does.
_SAID = frozenset(
    """ont est sont avait était fut sera que qui se ne pas remis reçu été fait déclaré rencontré
    parlé remet dit écrit rappelle demande adresse parle répond envoie s'est hat ist war waren
    wird wurde haben sich nicht erinnert wendet schreibt glaubt denkt ha hanno è era sono fu
    disse scrive parla chiede es fue son dijo escribe pide habla visitó é foi disse escreve fala
    pediu não no non""".split()
)
_IN_PLACE = re.compile(
    r"(?: (?:a|ad|in|en|em|à|au|aux|degli|dos|das|des|de las) | all['\u2019])\w", re.IGNORECASE
)
_NAME_ALONE = re.compile(r"(?:[^\W\d_a-z][\w'\u2019-]*\.? ?){1,3}")
_TO = (" à ", " au", " an ", " al", " ai ", " agli ", " a ", " ao")
_LEADS = frozenset(
    """introduction annex annexe appendix road way guide preface invitation key access amendment
    addendum supplement approach return visit journey tour trip index attachment enclosure
    postscript prelude contribution objection threat attack aid assistance help exports arms
    transition path prologue epilogue companion afterword foreword admission accession adherence
    opposition resistance reaction reactions changes corrections corrigendum editor supplement
    farewell welcome tribute toast thanks credits loan loans grant deliveries shipments sales
    travel travels flight mission missions war east west north south came went sent goes received
    returned forwarded delivered transmitted""".split()
)
_NEVER_FIRST = COMMON - {"sir", "high", "mr"}
_WITHOUT = frozenset(("of", "for", "in", "at", "and", "the", "de", "du", "von", "van", "la", "le"))

Span = tuple[int, int]


def writer_and_reader(title: str) -> tuple[Span, Span] | None:
    """Give where a title that only says who wrote to whom names them; None for another title.

    One of them bears a rank or office, or is a body; the other may be a bare surname.

    >>> title = "398 Critchley to Department of External Affairs"
    >>> [title[slice(*one)] for one in writer_and_reader(title)]
    ['Critchley', 'Department of External Affairs']
    >>> writer_and_reader("Introduction to Foreign Affairs")
    """
    if len(title) > _LONGEST:
        return None
    numbered, end = NUMBER.match(title), len(title)
    if received := RECEIVED.search(title):
        end = received.start()
    start = numbered.end() if numbered else 0
    if abroad := _abroad(title, start, end):
        return abroad
    pair = _PAIR.fullmatch(title, start, end) if " to " in title or " TO " in title else None
    if pair is None or not _are_parties(pair["sender"], pair["reader"]):
        return None
    return pair.span("sender"), pair.span("reader")


def is_pair(words: str) -> bool:
    """Tell whether words of another language are nothing but who wrote to whom, with offices.

    >>> is_pair("M. Dorn, consul de France à Rome, à M. Roux, ministre des Affaires étrangères.")
    True
    >>> is_pair("L'AMBASCIATORE A MOSCA, DORN, AL MINISTRO DEGLI ESTERI, ROSSI")
    True
    """
    return len(words) <= _LONGEST and _abroad(words, 0, len(words)) is not None


def _abroad(title: str, start: int, end: int) -> tuple[Span, Span] | None:
    folded = title.casefold()
    if not any(map(folded.__contains__, _TO)):
        return None
    for pattern in _ABROAD:
        found = pattern.fullmatch(title, start, end)
        if found and _SAID.isdisjoint(folded[found.start() : found.end()].split()):
            return _holder(title, *found.span("sender")), _holder(title, *found.span("reader"))
    return None


def _holder(title: str, start: int, end: int) -> Span:
    """Give the name of who holds an office: in brackets, behind its place, or before the comma.

    >>> words = "L'AMBASCIATORE A MOSCA, DORN"
    >>> words[slice(*_holder(words, 0, len(words)))]
    'DORN'
    """
    if title[end - 1] == ")":
        return title.rindex("(", start, end) + 1, end - 1
    first, comma, last = title[start:end].rpartition(", ")
    if comma and _IN_PLACE.search(first) and _NAME_ALONE.fullmatch(last):
        return end - len(last), end
    before = title.find(",", start, end)
    return start, before if before > 0 else end


def _are_parties(one: str, other: str) -> bool:
    """Tell whether words name two parties: each told by rank, office or body, or a foreign name."""
    if form(one):
        return False  # a kind of paper
    told = [_told(one) and _words(one)[0] not in _NEVER_FIRST, _told(other)]
    return any(told) and all(
        said or _is_foreign(words) for said, words in zip(told, (one, other), strict=True)
    )


def leads_on(words: str) -> bool:
    """Tell whether words before `to` are no party but what leads to a thing: Introduction, Annex.

    >>> leads_on("Introduction"), leads_on("The Road"), leads_on("Vesely")
    (True, True, False)
    """
    return words.rpartition(" ")[2].casefold() in _LEADS


def _words(party: str) -> list[str]:
    return [word.casefold().strip(".,'\u2019") for word in party.split()]


def _told(party: str) -> bool:
    words = _words(party)
    return any(w in _TELLS or f"{w}." in _TELLS for w in words)


def _is_foreign(party: str) -> bool:
    """Tell whether words are a name: the last is no English word."""
    words = [word for word in _words(party) if word not in _WITHOUT]
    return bool(words) and len(words) <= 3 and not is_english(words[-1])
