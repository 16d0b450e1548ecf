"""The kind of a document by the words of its title, in the languages of archives."""

from __future__ import annotations

import re
from functools import lru_cache

# The type of a document -> words of its title, as a regular expression.
_FORMS = (
    (
        "record-of-conversation",
        r"(?:summary )?(?:record|transcript) (?:of|on) (?:a |the )?(?:\w+ )?"
        r"(?:meeting|talks?|discussion)s? (?:between|with)"
        r"|(?:(?:stenographic|verbatim|shorthand) )?"
        r"(?:record|memorand(?:um|a)|minutes|notes?|transcript|stenogram|summary) (?:of|on|from) "
        r"(?:the |an? )?(?:(?:telephone|first|second|third|fourth|fifth|last|final|closing|private"
        r"|informal|further|\d(?:st|nd|rd|th)) )?(?:conversation|talk)s?|memcon"
        # `Minutes of Jan Vesely - Eva Dorn Conversation`
        r"|(?:record|minutes|notes|transcript|stenogram) of (?:the )?(?-i:[A-Z][^,;:]{2,60}?)"
        r"\s(?-i:Conversation|Talk)s?\b"
        r"|memorand(?:um|a) for (?:the )?(?:record|files?)\b.{0,60}\b(?:meeting|conversation"
        r"|talk|discussion"
        r"|(?:tele)?phone call)s? (?:with|between)",
    ),
    (
        "intelligence-report",
        r"intelligence (?:summary|reports?|information(?: cable| report)?|estimate|assessment"
        r"|bulletin)|national intelligence estimate",
    ),
    ("telegram", "circular (?:telegrams?|cables?)"),
    ("ciphered-telegram", "(?:cipher(?:ed)?|coded) (?:telegram|cable)|ciphergram"),
    ("telegram", "(?:cable|tele)grams?|cables?|telex|teletype"),
    ("radiogram", "radiogram|радиограмма"),
    ("telephone-message", "telephone message|telephonogram|телефонограмма"),
    ("dispatch", "d[ei]spatch(?:es)?"),
    ("airgram", "airgram"),
    ("aide-memoire", "aide[- ]m[eé]moire|памятная записка"),
    (
        "diplomatic-note",
        r"(?:verbal|diplomatic|circular) notes?|notes? verbales?|verbalnote|nota werbalna"
        r"|nota verbale?|вербальная нота",
    ),
    (
        "exchange-of-notes",
        r"exchanges? of (?:diplomatic )?(?:notes|letters)|notenwechsel"
        r"|échange de (?:notes|lettres)",
    ),
    ("working-paper", "(?:working|discussion|position|background|policy|issues?) papers?"),
    (
        "briefing",
        "briefing(?: (?:paper|note|book|memo|memorandum))?|talking points"
        "|(?<!.)briefs?(?= (?:on|for|no)\\b)",
    ),
    ("questionnaire", "(?<!.)(?:questionnaire|fragebogen|ankieta|questionario|cuestionario)"),
    ("chronology", "(?<!.)(?:chronology|chronological (?:table|list|summary|account))"),
    (
        "article",
        r"(?<!.)(?:(?:newspaper|leading|press|news) )?(?:article|editorial)"
        r"(?=$|:| (?:in|by|from|on|entitled)\b)",
    ),
    (
        "work-plan",
        "(?:work|action|annual) plan|plan (?:of|for) (?:work|action|co-?operation|measures)",
    ),
    (
        "press-release",
        "press release|news release|pressemitteilung|nota de prensa|comunicado de prensa"
        "|communiqué de presse|comunicato stampa",
    ),
    (
        "minutes",
        r"summary records?|(?:official|provisional) records? of (?:the )?[\w -]{0,60}meeting"
        r"|(?:cabinet )?conclusions (?:of|adopted at) (?:a |the )?[\w -]{0,40}?(?:meeting|sitting"
        r"|cabinet)|cabinet conclusions",
    ),
    ("memorandum", "minute (?:by|to|from|for|of)"),
    ("minutes-excerpt", r"(?:excerpt|extract)s? from (?:the )?(?:protocol|minutes)"),
    (
        "protocol",
        r"(?<!.)(?:[\w-]+ ){0,3}protocol\b(?!.*\b(?:meetings?|sessions?|sittings?|plenum|talks?"
        r"|conversation|discussions?|minutes|excerpt|extract)\b)",
    ),
    ("minutes", r"(?<!\d )minutes|protocol"),
    ("diary", "diar(?:y|ies)|journal"),
    ("decision", "decision|resolution"),
    (
        "agreement",
        r"memorandum of understanding|(?<!.)(?-i:[A-Z][\w-]*\s){0,4}?"
        r"(?:agreement|convention|pact)"
        r"(?:\s(?:between|of|on|concerning|for|regarding|with|relating)|(?:,?\s\d{4})?$)",
    ),
    (
        "treaty",
        r"(?<!.)(?-i:[A-Z][\w-]*\s){0,4}?treaty(?:\s(?:between|of|on|concerning|for|regarding|with)|(?:,?\s\d{4})?$)",
    ),
    ("decree", "decree"),
    (
        "order",
        r"(?<!.)(?:[\w'\u2019]+ ){0,3}?orders?(?= (?:by|of|from|to|no|on|for|\d)\b|$)"
        r"|befehl|приказ|rozkaz",
    ),
    ("instruction", "directives?|instructions?"),
    ("memorandum", "memorandum|memo"),
    (
        "report",
        "(?<!.)(?:short |brief )?information (?=(?:for|on|about|concerning|regarding|from|by|of) )",
    ),
    (
        "report",
        r"(?<!.)(?:evaluation|assessment|analysis|appraisal|appreciation)(?= (?:of|on|by)\b)"
        "|compte[- ]rendu de (?:mission|voyage|visite)",
    ),
    ("report", "reports?|summar(?:y|ies) of (?:the )?(?:information|intelligence|events)"),
    ("letter", "letters?"),
    ("note", "notes?"),
    ("speech", "speech|address|remarks|(?<!.)toasts?(?= (?:by|of|to|at|proposed|given))"),
    ("statement", "statement|declaration"),
    ("transcript", "transcript|stenogram|(?:stenographic|verbatim) (?:record|report)"),
    ("interview", "interview"),
    ("list", r"(?<!.)(?:the )?(?:[\w-]+ ){0,2}(?:lists?|rosters?)(?= of\b|$)"),
    (
        "circular-letter",
        "circulars?|rundschreiben|runderla(?:ss|ß)|circulaire|circolare|okólnik|циркуляр"
        "|oběžník|körlevél|obežník",
    ),
    ("communique", "communiqu[eé]s?|kommuniqu[eé]|komunikat|коммюнике"),
    ("appeal", "appeal|обращение|aufruf"),
    ("proposal", "proposals?"),
    ("agenda", "agenda|tagesordnung|повестка дня"),
    ("proclamation", "proclamation|manifesto"),
    ("bulletin", "(?:information|news|situation) bulletin"),
    ("petition", "petition|прошение|pétition"),
    ("testimony", "affidavit|testimony|deposition|sworn statement"),
    ("judgement", "verdict|judge?ment of|приговор"),
    (
        "ciphered-telegram",
        "шифр-?телеграмма|шифрованная телеграмма|шифровка|шифрограма|chiffretelegramm"
        "|szyfrogram|szyfrówka|šifrovaný telegram|šifrovka|rejtjeltávirat|telegramă cifrată"
        "|télégramme chiffré|telegramma cifrato|telegrama cifrado",
    ),
    (
        "telegram",
        "телеграмма|телеграма|telegramm|télégramme|telegrama|telegramma|telegramă|telegramu"
        "|depesza|depeša|depesche|fernschreiben|drahtbericht|drahterla(?:ss|ß)|távirat|brzojav"
        "|电报|電報",
    ),
    (
        "letter",
        "письмо|schreiben|brief (?:von|an|des|der)|lettre|carta|lettera|list (?:do|od)|dopis"
        "|pismo (?:do|od)|levél|levele|scrisoare|scrisoarea|писмо|brev (?:från|til|till|fra)"
        "|brief (?:aan|van)",
    ),
    (
        "record-of-conversation",
        "запись беседы|gesprächsvermerk|(?:vermerk|niederschrift|notiz|bericht|aktennotiz"
        "|aktenvermerk|information|protokoll) über (?:ein|eine|das|die|den) "
        "(?:gespräch|unterredung|besprechung)|gespräch (?:des|der|zwischen|mit)"
        "|compte rendu d'entretien"
        "|aufzeichnung über (?:ein|das|die) (?:gespräch|unterredung)|unterredung (?:mit|zwischen)"
        "|entretien (?:avec|entre)|zapis (?:z )?rozmowy|záznam o rozhovoru"
        "|resoconto (?:del|di) colloquio|colloquio (?:tra|fra|con)|conversación (?:con|entre)"
        "|notă de (?:convorbire|audiență)|запис на разговор"
        "|(?:m[eé]mor[aá]ndum|memorando|minuta|acta|nota|note|compte[- ]rendu|procès-verbal|verbale"
        "|promemoria|appunto|resoconto|registro) (?:de(?: la| una?| l['\u2019])?"
        "|d['\u2019](?:une? )?|sobre la|sur l['\u2019]une?|della|di(?: una?)?|da|sul(?:la)?"
        "|dell['\u2019]) ?(?:conversaci[oó]n|entrevista"
        "|conversation|entretien|conversazione|colloquio|conversa(?:ção)?|encontro)"
        "|feljegyzés (?:a )?beszélgetésről",
    ),
    (
        "memorandum",
        "aufzeichnung|(?:akten)?vermerk|меморандум|mémorandum|memorándum|докладная записка"
        "|denkschrift|promemoria|pro memoria|memoriał|emlékirat",
    ),
    (
        "minutes",
        "протокол|protokoll|protokol|niederschrift|procès-verbal|proces-verbal|verbale|protokół"
        "|jegyzőkönyv|zápis (?:z|ze|o)|zápisnica|zapisnik|acta (?:de|núm|n)|ata (?:da|de|n)"
        "|notulen|стенограмма",
    ),
    (
        "report",
        "отчёт|отчет|доклад|справка|bericht|rapport|informe|relazione|sprawozdanie|zpráva|raport"
        "|rapporto|relatório|jelentés|hlášení|донесение|lagebericht|meldunek|сводка|рапорт"
        "|lagemeldung|(?<!.)parte (?:del?|diario|oficial|militar)|izveštaj|izvještaj|доклад"
        "|(?<!.)inform(?:ation|ace|acja|ácia|ación|ação|azione|áció) (?:über|zu[rm]?|o|na temat"
        "|dotycząca|sobre|su|sulla|sur)|(?<!.)информация",
    ),
    (
        "decision",
        "постановление|решение|beschluss|beschluß|décision|uchwała|usnesení|uznesenie|határozat"
        "|hotărâre|deliberazione|decisione|decisión|resolución|risoluzione|résolution|resolução"
        "|entschlie(?:ß|ss)ung|odluka|rozhodnutí",
    ),
    (
        "decree",
        "указ|декрет|dekret|décret|decreto|decret|verordnung|rozporządzenie|rendelet|nařízení"
        "|arrêté|ukaz|uredba",
    ),
    ("diplomatic-note", "note diplomatique|nota diplom[áa]tica|szóbeli jegyzék|notă verbală"),
    ("note", "записка|notiz|notatka|нота|nota|appunto|feljegyzés|záznam"),
    ("diary", "дневник|tagebuch|(?<!.)(?:dziennik|deník|napló|jurnal|diario|dagbok|dnevnik)"),
    (
        "speech",
        "речь|выступление|rede|discours|discurso|discorso|ansprache|allocution|alocución"
        "|przemówienie|projev|prejav|beszéd|cuvântare|toespraak|промова",
    ),
    (
        "statement",
        "erklärung|заявление|déclaration|declaración|dichiarazione|oświadczenie|prohlášení"
        "|nyilatkozat|declarație|declaração",
    ),
    (
        "instruction",
        "weisung|директива|указание|instrukcja|wytyczne|instrucciones|istruzioni|utasítás|pokyn",
    ),
    ("communique", "comunicado|comunicato|közlemény|comunicat"),
    ("appeal", "odezwa|výzva|felhívás|llamamiento|appello|воззвание"),
    ("agenda", "porządek (?:dzienny|obrad)|napirend|ordre du jour|orden del día"),
    (
        "record-of-conversation",
        r"(?<!.)(?:\w+ )?(?:(?:conversation|talk|audience)s? (?:between|of|with)"
        r"|(?:discussion|meeting)s? (?:between|with))",
    ),
    (
        "record-of-conversation",
        r"(?:(?<=['\u2019]s )|(?<=['\u2019]s\] ))(?:telephone )?"
        r"(?:conversation|talk|meeting)s? with",
    ),
)
_FEW = 4
# One group a type: of those that begin first in a title, the first here is found.
_FORM = re.compile(rf"\b(?:{'|'.join(f'({words})' for _, words in _FORMS)})\b", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def form(title: str) -> str:
    """Name the type of a document by the first word of its title that tells one, "" for none.

    >>> form("Memorandum of Conversation with X"), form("Journal of Ambassador Y")
    ('record-of-conversation', 'diary')
    """
    found = _FORM.search(title)
    return _FORMS[found.lastindex - 1][0] if found and found.lastindex else ""


def is_kind(text: str) -> bool:
    """Tell whether a short line is the word for a paper, with its number at most.

    >>> is_kind("Protokoll Nr. 18"), is_kind("The protocol was signed on the next day")
    (True, False)
    """
    words = text.split()
    return len(words) <= _FEW and text[-1] not in ".:,;" and form(text) != ""
