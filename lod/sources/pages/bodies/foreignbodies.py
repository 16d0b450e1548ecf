"""Bodies in texts of other languages than English: a head such as Conseil, and what belongs to it.

What belongs to a head is told by each language's way of joining words: `de la`, adjectives in
small letters behind the noun, a genitive. The words stand for kinds of bodies, not for single ones.
"""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.words.english import given_names

HEADED = "head of a body"  # the rule, and what places within are part of
_CAP = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]{1,40}"
_FRENCH = (
    r"(?:Haute )?Autorité|Organisation|Conseil|Comité|Commission|Ministère|Assemblée|Commissariat"
    r"|Direction|Secrétariat|Parti|Fédération|Union|Ligue|Société|Confédération|Communauté|Bureau"
    r"|Office|Délégation|Ambassade|Banque|Institut|Académie|Université|Présidence|Front|Mouvement"
    r"|Chancellerie|Préfecture|Sûreté|Agence|Centre|Fondation|Association|Bibliothèque|Musée"
    r"|Secrétairerie|Garde|[Pp]arti(?= [a-zà-ÿ-]+(?:iste|ique|ien|ain|al)s?\b)"
    r"|ministère(?= (?:des|du|de la|de l['’]) ?[A-ZÉ])"
    r"|Légation|Consulat|Chambre|Cour|Tribunal|État-[Mm]ajor|Service|Mission|Syndicat|Croix"
)
_FRENCH_ADJECTIVE = (
    r"(?:général|central|fédéral|national|international|populaire|[a-zà-ÿ]+(?:ique|iques|al|ale"
    r"|aux|ales|elle?s?|aires?|ères?|enn?e?s?|iens?|if|ive|ifs|ives|ain|aine|ois|oise|ais|aise|iste|istes"
    r"|ante?s?|ée?s?))"
)
_SPANISH = (
    r"Sociedad|Consejo|Delegación|Ministerio|Secretaría|Comité|Comisión|Partido|Unión|Embajada"
    r"|Legación|Congreso|Cámara|Confederación|Federación|Junta|Instituto|Banco|Oficina|Dirección"
    r"|Departamento|Organización|Asamblea|Frente|Movimiento|Universidad|Tribunal|Cancillería"
    r"|Presidencia|Misión|Consulado|Sindicato|Liga|Cruz Roja"
)
_ITALIAN = (
    r"Ministero|Consiglio|Comitato|Partito|Ambasciata|Legazione|Società|Camera|Senato|Commissione"
    r"|Direzione|Unione|Confederazione|Federazione|Lega|Segreteria|Banca|Presidenza|Ufficio"
    r"|Istituto|Corte|Tribunale|Consolato|Croce Rossa"
)
_PORTUGUESE = (
    r"Ministério|Conselho|Comissão|Comitê|Comité|Partido|Embaixada|Legação|Sociedade|Câmara|Senado"
    r"|Direção|Secretaria|União|Organização|Junta|Congresso|Assembleia|Federação|Confederação"
    r"|Presidência|Delegação|Missão|Banco|Instituto|Movimento|Frente|Consulado|Estado-Maior"
)
_GERMAN_HEADS = (
    "institut|ministerium|ausschuß|ausschuss|verwaltung|kommission|komitee|kammer|akademie|direktion"
    "|zentrale|konferenz|fraktion|botschaft|gesandtschaft|konsulat|vertretung|delegation|präsidium"
    "|sekretariat|politbüro|gerichtshof|behörde|gesellschaft|verband|partei|bank|bund|rat|liga"
    "|union|stab"
)
_GERMAN = (
    rf"(?:[A-ZÄÖÜ][a-zäöüß]+(?:{_GERMAN_HEADS}|amt)"
    # One asks `um Rat`, which is no council.
    rf"|(?<!\bum )(?:{'|'.join(one.capitalize() for one in _GERMAN_HEADS.split('|'))}))"
    r"(?:s|es|en|e|n)?"
)
_GERMAN_ADJECTIVE = (
    r"(?:Deutsch|Staatlich|Statistisch|Zentral|Oberst|National|International|Polnisch|Sowjetisch"
    r"|Kommunistisch|Sozialdemokratisch|Sozialistisch|Ständig|Gemeinsam|Wissenschaftlich|Päpstlich"
    r"|Auswärtig|Politisch|Wirtschaftlich|Allgemein|Geheim|Parlamentarisch|Christlich|Alliiert"
    r"|Königlich|Hoh|Deutschnational|Französisch|Britisch|Amerikanisch|Europäisch)(?:e[srnm]?|r)?"
)
_POLISH = (
    r"Parti[aię]|Komitetu?|Biuro|Biura|Ministerstw(?:o|a|em|ie)|Rad[ayęz]|Rady|Urz(?:ąd|ędu)|Komisj[ai]"
    r"|Ambasad[ayę]|Poselstw[oa]|Związku?|Zwiazek|Sejmu?|Zarządu?|Wydział(?:u|em)?|Departamentu?"
    r"|Instytutu?|Sekretariatu?|Stowarzyszeni[ea]|Zjednoczeni[ea]|Prokuratur[ay]|Sądu?|Armi[ai]"
)
_CZECH = (
    r"[Mm]inisterstv[oaeu]m?|[Vv]ýbor(?:u|em)?|Stran[ayuě]|[Ss]vaz(?:u|em)?|[Úú]řad(?:u|em)?"
    r"|[Vv]elvyslanectví|[Kk]omis[ei]|[Pp]ředsednictv[oau]|[Rr]ad[ayu]|[Úú]stav|[Zz]astupitelství"
)
_RUSSIAN = (
    r"Министерств[оау]м?|Комитет(?:а|у|ом|е)?|Совет(?:а|у|ом|е)?|Президиум(?:а|у|ом|е)?"
    r"|Наркомат(?:а|у|ом|е)?|[Нн]ародн(?:ый|ого|ому) комиссариат(?:а|у)?|Управлени[еяю]м?"
    r"|Отдел(?:а|у|ом)?"
    r"|Посольств[оау]м?|Союз(?:а|у|ом|е)?|Академи[яию]|Институт(?:а|у|ом|е)?|Комисси[яию]|Парти[яию]"
)
_ACRONYMS = re.compile(
    r"\b(?:KC|ÚV|ZK|CK|ЦК|PB|KB|PK|KV|CC|Comité Central)(?: (?:der|del|du|de la|di))? "
    r"[A-ZÀ-ŽА-Я][A-Za-zÀ-ž]{0,4}[A-ZÀ-ŽА-Я]{1,6}(?:\([bб]\))?(?![\w-])"
)
_PATTERNS = {
    "French": rf"(?:{_FRENCH})(?: (?:{_FRENCH_ADJECTIVE}|{_CAP}))*"
    rf"(?: (?:(?:de la|du|des|de|auprès de la|auprès du|auprès des|auprès de|pour la|pour le"
    r"|pour les|et de la|et du|et des) (?:[lL]['’])?"
    rf"|(?:(?:de |et de |pour )[lL]|[dD])['’])(?:{_CAP}|(?!\w+(?:er|ir|re)\b)[a-zà-ÿ]{{4,}})"
    rf"(?: (?:{_FRENCH_ADJECTIVE}|{_CAP}))*)*",
    "Spanish": rf"(?:{_SPANISH})(?: {_CAP}| [a-zñ]+(?:al|ales|ico|ica|ano|ana|ista))*"
    rf"(?: (?:de la|de las|de los|del|de|para la|para el|ante (?:el|la|las|los)|ante|y)"
    rf" {_CAP}(?: {_CAP})*)*",
    "Italian": rf"(?:{_ITALIAN})(?: {_CAP}| [a-z]+(?:ale|ali|ico|ica|ano|ana|ista))*"
    rf"(?: (?:del|della|dei|degli|delle|di|per la|per il|e) {_CAP}(?: {_CAP})*"
    rf"| dell['’]{_CAP}(?: {_CAP})*| degli [Aa]ffari [Ee]steri)*",
    "Portuguese": rf"(?:{_PORTUGUESE})(?: {_CAP}| [a-zç]+(?:al|ais|ico|ica|ano|ana|ista))*"
    rf"(?: (?:da|das|do|dos|de|para a|para o|e) {_CAP}(?: {_CAP})*)*",
    "German": rf"(?:{_GERMAN_ADJECTIVE} )*{_GERMAN}"
    rf"(?: (?:für|zur|zum) (?:[a-zäöüß]+(?:en|e|er) )*{_CAP}(?:, {_CAP})*(?: und {_CAP})?"
    rf"| (?:der|des) (?:[A-Z][A-Za-z]?[A-Z]{{1,5}}|{_GERMAN})(?:es|s)?"
    rf"|\s(?:der|in der) (?:[A-ZÄÖÜ][a-zäöüß]+en ){{1,3}}(?:Volksrepublik|Republik|Union))*",
    "Polish": rf"(?:{_CAP} )?(?:{_POLISH})(?: (?:{_CAP}|i (?={_CAP})))*",
    # A party, but no side: `Komunistická strana`, `na straně`.
    "Czech": rf"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\w{{2,40}}(?:á|é|ou) stran[ayuě]"
    rf"|(?:{_CAP} |[úÚ]střední(?:ho|mu)? )?(?:{_CZECH}))"
    rf"(?: (?:[a-zá-ž]+(?:ích|ých|ého|ího|ní|né|ské) )?(?:{_CAP}|věcí|obrany|vnitra|obchodu))*",
    "Russian": rf"(?:[А-Я][а-я]+(?:ый|ая|ое|ого|ой|ому) )?(?:{_RUSSIAN})"
    r"(?: (?:[а-я]+(?:ых|их|ой|ого|его|ей) )?(?:дел|обороны|безопасности|торговли|промышленности"
    r"|[А-Я][а-яА-Я]+|по [а-я]+ [а-я]+))*",
}
# What begins a sentence, where a capital says nothing.
_OPENING = re.compile(r"(?:^|[.!?:;\n»”\"]\s*)$")
_AND = re.compile(r"\s(?:y|e)\s(\w+)")
_SMALL = re.compile(r"\s(?:i|y|et|e|und|а|и)$")


def foreign_bodies(text: str, start: int, end: int, tongue: str) -> Iterator[Seen]:
    """Find the bodies that a stretch of a text in a language names.

    >>> text = "Il faut que le Conseil de l'Europe et l'Organisation mondiale de la santé parlent."
    >>> [text[one.start:one.end] for one in foreign_bodies(text, 0, len(text), "French")]
    ["Conseil de l'Europe", 'Organisation mondiale de la santé']
    """
    for one in _ACRONYMS.finditer(text, start, end):
        yield Seen(*one.span(), "central committee")
    pattern = _pattern(tongue)
    for one in pattern.finditer(text, start, end) if pattern else ():
        words = _SMALL.sub("", _without_person(one[0]).rstrip())
        plain = " " not in words or (
            _OPENING.search(text, max(one.start() - 3, start), one.start()) is not None
            and not any(word[0].isupper() for word in words.split()[1:])
        )
        if not plain:
            yield Seen(one.start(), one.start() + len(words), HEADED)


def _without_person(words: str) -> str:
    """Leave out a person whom `and` joins onto a body: Comisión y Pedro Gómez."""
    joints = (one for one in _AND.finditer(words) if one[1].casefold() in given_names())
    return words[: first.start()] if (first := next(joints, None)) else words


@cache
def _pattern(tongue: str) -> re.Pattern[str] | None:
    words = _PATTERNS.get(tongue)
    return re.compile(rf"\b(?:{words})(?!\w)") if words else None
