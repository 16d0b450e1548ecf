"""Papers that go upward for a decision: the draft of one goes with them, or they ask for one."""

# ruff: noqa: RUF001  (words in other scripts are meant)

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources.pages.text.pagetext import Line

_SHORT = 160
# What is decided: who adds the draft of it asks for the decision, and reports what it is about.
_ACT = (
    r"(?:resolution|decision|decree|order|directive|instruction|telegram|reply|answer|statement|note"
    r"|ukase|message|beschluss|beschluß|beschlusses|antwort|schreiben|telegramm|weisung|erlass"
    r"|résolution|décision|décret|réponse|instructions|télégramme|risoluzione|decisione|decreto"
    r"|risposta|resolución|decisión|respuesta|uchwał|decyzj|odpowiedz|instrukcj|usnesen|rozhodnut"
    r"|odpověd|постановлени|решени|телеграмм|ответ|указани|директив|распоряжени|határozat|válasz"
    r"|hotărâr|răspuns|odluk|rješenj|решење|одлук)"
)
_DRAFT = re.compile(
    r"\b(?:drafts?|entw(?:urf|ürfe)|projets?|progett[oi]|bozz[ae]|proyectos?|projekt[yu]?|návrhy?|проекты?"
    r"|tervezet\w*|javaslat\w*|proiect\w*|nacrt\w*|нацрт\w*)\b[^.\n]{0,60}?"
    + _ACT
    + r"|\b(?:határozat|válasz)\w*\s(?:tervezet|javaslat)"
    r"|(?:beschluss|beschluß|antwort|weisungs|vertrags)entw(?:urf|ürfe)"
)
_ADDED = re.compile(
    r"attached|enclosed|appended|submitted|beigefügt|füg\w+ (?:ich |wir )?bei\b"
    r"|liegt bei|anbei|anliegend|ci-joint|\bjoints?\b|annexé"
    r"|allega|adjunt|załączeni|załącza|przykładam|przedkład|přilož|přikládá|předklád|прилага"
    r"|представля|mellékel|csatol|anexat|alăturat|prilaž|у прилогу|u prilogu"
)
# A whole line that asks for it: `I ask you to review.`
_ASKS = re.compile(
    r"(?:(?:we|i) (?:ask|request|beg) (?:(?:you|that you) )?(?:to |for |your )*"
    r"|(?:please|kindly) |submitted for (?:your )?"
    r"|ich bitte |bitte |wir bitten |прошу |просим |proszę |prosimy |prosím |prosíme "
    r"|kérem |kérjük |je vous prie |prière |ruego |le ruego |si prega |la prego |rog |rugăm "
    r"|molim |molimo )"
    r"[^.\n]{0,40}?\b(?:review|consider(?:ation)?|examine|approv\w+|consent|agreement|decision"
    r"|zustimmung|entscheidung|bestätigung|genehmigung|weisung|рассмотреть|утвердить|согласия|одобрить"
    r"|решения|указаний|rozpatrzenie|akceptację|zatwierdzenie|decyzję|zgodę|schválení|projednání"
    r"|souhlas|rozhodnutí|jóváhagyás\w*|hozzájárulás\w*|dönt\w+|approuver|d'approuver|approbation"
    r"|aprobación|aprobar|approvazione|approvare|aprobați|aprobarea|odobrenje|saglasnost)\b"
    r"[^.\n]{0,40}[.!]?"
)
# Without one of these no line is read.
_LEADING = (
    "raft", "ntwur", "ntwür", "roje", "roye", "rogett", "bozz", "ávrh", "роект", "erveze", "avasla",
    "roiect", "acrt", "ацрт",
)  # fmt: skip


def submits(lines: Sequence[Line]) -> bool:
    """Tell whether a paper asks for a decision whose draft it adds, or for one in a line alone.

    Such a paper is a memorandum, whatever its outer form: an address, a text and a signature.
    """
    for line in lines:
        text = line.text
        if len(text) <= _SHORT and _ASKS.fullmatch(text.casefold().strip()):
            return True
        if any(map(text.__contains__, _LEADING)):
            low = text.casefold()
            if any(_ADDED.search(one) for one in _sentences(low) if _DRAFT.search(one)):
                return True
    return False


def _sentences(text: str) -> Sequence[str]:
    return re.split(r"(?<=[a-z\u0430-\u044f])[.;] ", text)
