"""Words by which pages of archives announce a field, and lines that are a site's furniture."""

# ruff: noqa: RUF001  (words of Russian menus are meant)

from __future__ import annotations

import re
from typing import NamedTuple

from lod.normalize.languages import language_tag
from lod.sources.pages.words import sitewords
from lod.sources.pages.words.fieldwords import FieldWord, Reach, field_word
from lod.sources.pages.words.letterwords import announced
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.savedcopies import is_of_copy
from lod.sources.pages.words.shortlines import kept_if_short
from lod.sources.pages.words.sitewords import is_foot_word, is_menu_word
from lod.sources.pages.words.textwords import OFFICES
from lod.sources.pages.words.titleforms import form


class Label(NamedTuple):
    """What a label announces: the column, how far its value reaches, and the value beside it.

    sure: it can be nothing else; a label that is an everyday word too (Source, Rights) counts
    only beside another label. start: where a value on the same line begins, -1 for none. word: the
    label itself, in lower case.
    """

    column: str
    reach: Reach
    sure: bool = True
    start: int = -1
    word: str = ""


_LONGEST_VALUE, _LONGEST_LABEL, _LONGEST_FOOT = 160, 60, 300
_SURE = frozenset(
    ("Citation", "Transcription", "Transcript", "Transcripción", "Transcrição", "Trascrizione",
     "Transkription", "Transkript", "Volltext", "Transkrypcja", "Přepis", "Átirat", "Transcriere",
     "Транскрипция", "Расшифровка", "Transcriptie")
)  # fmt: skip
_ACRONYMS = frozenset(("URI", "URL", "DOI", "ID", "NAID", "URN", "ARK", "HANDLE"))
_IN_CAPITALS = frozenset(
    ("citation", "text_language", "reference", "language", "rights", "credits", "title", "date",
     "summary")
)  # fmt: skip
_BESIDE = re.compile(
    r"(?:\*\*|__)?((?:[^\W\d_a-z]|\u2116)[\w&/()\\'\u2019\u2116. -]{1,50}?)"
    r"(?:\*\*|__)?(?::(?:\*\*|__)?\s+|\uff1a\s*)"
    r"(?=\S)"
)
# A line that may be a label which nobody knows: short words and a colon, alone on it.
_UNKNOWN = re.compile(r"[A-Z][\w&/()',. -]{2,80}:")
# Lines that can be nothing else, wherever they stand.
_NAVIGATION = re.compile(
    r"(?:Record|Item|Result|Document|Hit|Page|Registo|Résultat|Treffer|Datensatz|Zapis|Image|Notice"
    r"|Ficha|Scheda|Risultato|Resultado|Wynik|Rekord|Výsledek|Záznam|Találat|Результат|Запись"
    r"|Seite|Página|Pagina|Strona|Strana|Страница|Oldal)"
    r" \d{1,5} (?:of|de|von|sur|z|di|из) \d{1,6}(?:\s+(?:\W|\[).{0,80})?"
    r"|\[? ?[<\u2039\u00ab]+ ?\d{1,5} ?/ ?\d{1,6} ?[>\u203a\u00bb]+ ?\]?"
    r"|(?!\[[^\]\n]*(?i:\bseal|\bsign(?:ed|ature)|initial|stamp|illegib))"
    r"(?:\[[^\]\[\n]{2,30}\]\s*){2,}|(?:Attachment\s+Size|ATTACHMENT\s+SIZE)|\{[%{#].*[%}#]\}"
    r"|Your (?:search|query):? .*|\d{1,6} (?:results?|hits|matches)(?: found)?"
    r"|Results (?:per page|\d+ ?[-\u2013] ?\d+ of)\b.*"
    r"|(?:Sort(?:ed)?|Refine|Narrow|Filter) by:? .{2,100}|Selected (?:result|hit|record) .*"
    r"|Display (?:Full|Partial|Brief) Records?|(?:< ?)?Back to results|Detailansicht|Detailseite"
    r"|(?:Share|Teilen|Partager|Compartir|Partilhar|Udostępnij|Sdílet|Поделиться)(?: \w+)?\s?: .*"
    r"|Skip to (?:main )?content|(?:Back )?[Tt]o [Tt]op|Go to [A-Z][\w& ]{2,60}"
    r"|(?:Primary|Secondary|Main|Footer)(?: \w+)* Nav(?:igation)?|All rights reserved\.?"
    r"|(?:You (?:may|might) (?:also )?(?:like|enjoy)|See also in this collection"
    r"|(?:More|Other|Further) (?:from|in|items|documents|records) [\w ]{3,40}"
    r"|(?:Related|Similar|Recommended|Recent|Featured) (?:items|documents|records|content|objects"
    r"|articles|collections|publications|resources|links|reading)|(?:Previous|Next) (?:item|page"
    r"|record|document)|(?:Items|Documents|Objects) like this)(?: ?\(.{1,20}\))?:?"
    r"|(?:Privacy (?:Policy|Notice)|Terms (?:of Use|and Conditions))"
    r"|(?:©|Copyright ©).*|\([cC]\) \d{4}[^.]{0,80}\.?"
    r"|(?:Copyright )?\([cC]\) ?(?:19|20)\d\d\b(?=.*\b(?:Cent(?:er|re)|Archives?|Library"
    r"|Universit\w+|Foundation|Institut\w*|Museum|Press|Project|Society|[Aa]ll rights)\b).*"
    r"|(?:VIEW|View) (?:DOCUMENT|Document) (?:IN|in):? .{3,40}"
    r"|(?:View|Get|Show|Open) (?:[Dd]ocument|[Cc]itation|PDF|[Ss]cans?|[Oo]riginal|[Ii]mage"
    r"|[Ff]ull [Tt]ext)|Save (?:to|in) (?:my )?\w+"
    r"|Aller (?:au contenu|au menu|à la \w+)|Zum Inhalt(?: springen)?|Ir al contenido"
    r"|Vai al contenuto|Przejdź do treści|Přejít na obsah|Ugrás a tartalomra|Перейти к содержанию"
    r"|Zu[rm] (?:[Nn]avigation|Hauptmenü|Suche|vorherigen|nächsten|vorigen|Übersicht|Startseite"
    r"|Seitenanfang|Trefferliste|Ergebnisliste)(?: \w+){0,2}"
    r"|(?:<<|\u2190) ?\w.{3,90}\w ?(?:>>|\u2192)|Powered by .{2,40}"
    r"|This (?:record|item|document|file) is (?:held|kept|stored) (?:by|at|in) .{3,80}"
    r"|Last (?:updated|modified) on .{4,30}|Was this page helpful\?.*|(?:Back|Next)"
    r"|Back to [A-Z].{2,40}"
    r"|(?:We|This (?:web)?site|Diese (?:Web)?[Ss]eite|Wir|Ce site|Nous|Este sitio|Questo sito"
    r"|Ta strona|Tato stránka) ?[^.\n]{0,30}\b[Cc]ookies\b.*|Utilizamos cookies.*"
    r"|(?:Page )?[Ll]ast [Rr]eviewed:? .{4,30}|Follow us(?: on)?:? .{3,60}"
    r"|(?:You are here|Sie (?:sind|befinden sich) hier|Vous êtes ici|Usted está aquí"
    r"|Sei in|Ti trovi in|Jesteś tutaj|Nacházíte se zde|Jste zde|Вы здесь|Está aqui"
    r"|U bent hier):? .{3,110}"
    r"|(?:Seite drucken|Nach oben|Impressum|Zurück|Haut de page|Imprimer|Наверх)"
)
_LINKED = re.compile(r"[^\[\]\n]{2,60}\|\s*(?:\[[^\]\[\n]{2,30}\]\s*){2,}")
# A street, a town and its code, as sites end with.
_STREET = re.compile(
    r"[^.;:\n]{0,50}\b\d{1,5} [A-Z][\w. ]{1,30}(?:Street|St\.?|Avenue|Ave\.?|Road|Plaza"
    r"|Boulevard|Blvd\.?)\b,? .{2,40}\b\d{5}(?:-\d{4})?"
)
# What one may do with a page, as a row of words.
_ACTIONS = re.compile(
    r"(?:(?:cite|citation|share|download|print|e-?mail|tweet|save|view|zoom|embed|bookmark|export"
    r"|facebook|twitter|linkedin|pdf)[\s|,/\u00b7]*){2,}",
    re.IGNORECASE,
)
_DOING = frozenset("cCsS\u017fdDpPeEtTvVzZbBfFlL")  # their first letters
# What whoever released a paper stamped on each of its pages.
_STAMP = re.compile(
    r"(?:Sanitized Copy )?Approved [Ff]or Release:? .{4,80}|Declassified (?:and|in) .{4,120}"
)
# Below these stands nothing of the document.
_OTHERS_BELOW = re.compile(
    r"You (?:may|might) (?:also )?(?:like|enjoy)|See also in this collection"
    r"|SIMILAR ITEMS \(.{3,30}\)|(?:Related|Similar|Recommended|Featured) (?:items|documents"
    r"|records|content|objects|articles|collections|publications|resources|links)"
    r"|(?:More|Other) (?:from|in|items|like) .{0,40}"
)
# Lines that stand in menus and footers, and may stand in a text too.
_MENU = re.compile(
    r"Home|Menu|Search|Themes|Exhibits|Resources|Projects|People"
    r"|Places|Topics|Catalog|Collections|Browse|Help|News|Blog|Contact Us"
    r"|Donate|Subscribe|Print|Login|Log in|Sign in|(?:Share|Follow|Download|Learn|Read) [\w ]{1,30}"
    r"|Advanced Search|My [A-Z]\w+|Accessibility|Sitemap|Site [Mm]ap|Feedback|FAQ|Exhibitions?"
    r"|Visit(?: us)?|Bookmarks?|Contact|About|Events|Cookies|Disclaimer|Imprint|Impressum|Research"
    r"|Add to (?:basket|cart|list|my \w+|favou?rites)|Order (?:in advance|a copy|copies)"
    r"|Startseite|Suche|Warenkorb|Merkliste|Hilfe|Datenschutz|Kontakt|Accueil|Recherche|Aide"
    r"|Главная|Поиск|Контакты|О проекте|Новости|首页|检索|關於|关于"
    r"|Have a question\?.{0,80}|[A-Z]\w+ (?:Image|Version|PDF)|PDF icon.*|Attachment Size"
    r"|(?:One|\d{1,5}) [A-Z][\w. ]{3,40}(?:Plaza|Avenue|Ave\.?|Street|St\.|Road|Blvd\.?)"
    r"(?: [NS]\.?[EW]\.?)?"
    r"|[A-Z][\w. ]{2,30}, [A-Z]{2}\.? \d{5}(?:-\d{4})?"
    r"|About [A-Z&][\w& ]{2,60}|\[image:.*\]|!\[.*\]\(.*\)|[\w-]+(?:\.[\w-]+)*\.(?:org|com|edu|gov)"
)
# Those of them that a long line may be.
_LONG_MENU, _WIDE = ("PDF icon", "[image:", "![", "My ", "Add to my "), 120
# Under treaties: for whom those sign who stand below.
FOR_PARTY = re.compile(
    r"(?i:for(?!(?: \w+)* (?:attention|information|action|execution)\b)(?: and on behalf of)?"
    r"(?: the)?) (?:(?i:government|republic|delegation|kingdom) )?[^.;:\n]{3,60}:"
)
# Who drafted a paper, in it, in whatever language it is.
BYLINES = frozenset(
    ("drafted by", "typed by", "drafting officer", "dictated by", "opracował", "sporządził",
     "zpracoval", "sepsal", "zapsal", "készítette", "írta", "întocmit de", "redactado por",
     "elaborado por", "rédigé par", "redatto da", "verfasst von", "aufgezeichnet von", "составил",
     "документ составил", "wysłał", "отправил", "laatinut", "protokollführer", "rédacteur")
)  # fmt: skip
# Who wrote a paper down, as the paper says below its text; catalogues say so too.
WRITTEN_BY = frozenset(
    ("prepared by", "written by", "compiled by", "recorded by", "minutes taken by", "noted by",
     "notes taken by", "taken down by", "kept by", "reported by", "minute taker", "notetaker",
     "note taker", "note-taker", "rapporteur", "composed by", "drafter", "sporządziła",
     "opracowała", "notował", "vypracoval", "zapsala", "gefertigt", "feljegyezte", "lejegyezte",
     "verbalizzante", "записал", "записала", "исполнил", "съставил", "verslag", "redactó",
     "consemnat")
)  # fmt: skip
# What the foot of a site has beside its name and address.
_FOOT = re.compile(
    r"\[?\b(?:Impressum|Imprint|Datenschutz(?:erklärung)?|Barrierefreiheit|Kontakt|Nutzungsbedingungen"
    r"|Privacy(?: [Pp]olicy| [Nn]otice)?|Terms (?:of|and) \w+|Legal(?: [Nn]otice)?"
    r"|Accessibility|Cookies?"
    r"(?: [Pp]olicy)?|Subscribe(?: \w+){0,4}|Privacy and cookies|Related \w+(?: \(\d+\))?|Site"
    r" ?[Mm]ap|Contact(?: [Uu]s)?|FOIA|Disclaimer|Feedback|Copyright|Help"
    r"|About(?: us)?"
    r"|Mentions légales|Plan du site|Accessibilité(?: ?: ?[\w ]+)?|Données personnelles|Nous"
    r" contacter"
    r"|Aviso legal|Contacto|Privacidad|Política de \w+|Note legali|Contatti|Contato|Kontakty"
    r"|Nápověda"
    r"|Polityka prywatności|Regulamin|Mapa strony|Kapcsolat|Adatvédelem|Контакты|Карта сайта"
    r"|О сайте|Политика конфиденциальности|免责声明|联系我们|网站地图|お問い合わせ|サイトマップ"
    r"|Seite drucken|Gebärdensprache)\b(?:\]\([^()\s]*\))?",
)
_PARTED = re.compile(r"\s+[|\u00b7\u2022/\u2013-]\s+|\s{3,}")
_BETWEEN = (" \u00b7 ", " \u2022 ", " \u2013 ")
_PAIR = re.compile(r"[\s*_]*\w[\w ]*:[\s*_]+\w")
_BAR = re.compile(r"\s[|\u00bb\u203a\u00b7\u2022>]\s")
# A row of links: `[Home](/en) [Search](/search)`.
LINKS = re.compile(
    r"(?:!?\[(?:[^\]\[]|!\[[^\]]*\]\([^()]*\))*\]\([^()\s]*\)[\s|\u00b7,]*){2,}|\[!\[.*\]\(.*\)"
)
# The trail to a page: `[Home](/) / [Diaries](/diaries) / Leo Orlov`.
TRAIL = re.compile(r"(?:\[[^\]\[]*\]\([^()\s]*\)\s*[/\u203a\u00bb>\u2192|]\s*){2,}[^\[\]\n]{0,80}")
# `**33.** [Nov. 14, 1978 - Report on Conversations](/document/113051)`
_ENTRY = re.compile(r"[*_]{0,2}\d{1,4}[.)]?[*_]{0,2}[.)]?\s+\[([^\]\[]{8,250})\]\([^()\s]*\)")
_ARROWS, _LONGEST_ROW = "\u2190\u2192\u00ab\u00bb\u2039\u203a ", 2000
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_HOME = ("Home / ", "Library / ", "FOIA / ", "Accueil / ", "Startseite / ", "Inicio / ", "Start / ")
_STEPS = (" \u00bb ", " \u203a ", " > ")  # arrows of a trail
_WORDS, _WORDY = 4, 100
_TWO = 2


def label(line: Line) -> Label | None:
    """Read a line that is nothing but a label, with or without a colon.

    >>> label(Line(0, 9, "Citation:"))
    Label(column='citation', reach='citation', sure=True, start=-1, word='citation')
    """
    words = line.text.rstrip(":\uff1a").rstrip()
    if line.kind == "term":
        words = words.replace("_", " ")  # keys of front matter
    found = field_word(words)
    if line.kind == "term":
        return _labelled(found, words) if found else Label("-", "list", word=words.casefold())
    if not found or line.kind == "value" or _is_language(line.text):
        return None
    marked = line.text.endswith((":", "\uff1a")) or line.level > 0
    if words.casefold() in ("translation", "text", "signature") and not line.level:
        return None
    if found.paired or words[0].islower():
        return None
    if words.isupper() and not marked:  # in capitals a label of pages, not one of memoranda
        own = found.column in _IN_CAPITALS or words in _ACRONYMS
        return _labelled(found, words, sure=False) if own else None
    return _labelled(found, words, sure=marked or " " in words or words in _SURE)


def _is_language(text: str) -> bool:
    """Tell whether a line is a language, with what the text is in it: `Chinese (original)`."""
    said = text.endswith(("(original)", "(translation)", "(translated)"))
    return said and bool(language_tag(text.partition(" (")[0]))


def label_with_value(line: Line) -> Label | None:
    """Read a line that begins with a label and goes on with its value.

    >>> label_with_value(Line(10, 24, "Date: May 1951"))
    Label(column='date', reach='line', sure=True, start=16, word='date')
    """
    # The mark behind the longest label stands within these.
    head = line.text[:_LONGEST_LABEL]
    marked = line.kind == "" and (":" in head or "\uff1a" in head)
    match = _BESIDE.match(line.text) if marked else None
    found = field_word(match[1]) if match else None
    # In a heading the words for who paid are no everyday words: `### Grant: X Foundation`.
    paired = found and found.paired and not (line.level and found.column == "funder")
    if not found or not match or paired:
        return None
    return _labelled(found, match[1], start=line.start + match.end())


def unknown_label(line: Line) -> Label | None:
    """Read a line that has the form of a label, alone or before its value, which nobody knows.

    >>> unknown_label(Line(0, 15, "Closure status: Open")).start, unknown_label(Line(0, 3, "Yes"))
    (16, None)
    """
    if line.kind or len(line.text) > _LONGEST_VALUE:
        return None
    if not (":" in line.text or "\uff1a" in line.text) or FOR_PARTY.fullmatch(line.text):
        return None
    if _UNKNOWN.fullmatch(line.text):
        words = line.text.rstrip(":").casefold()
        signs = words.partition(" ")[0] in OFFICES or announced(words) == "author"
        return None if signs and " " in words else Label("-", "line")  # the name is below
    match = _BESIDE.match(line.text)
    if not match:
        return None
    found = field_word(match[1]) or FieldWord("-", "line")
    return _labelled(found, match[1], start=line.start + match.end())


def _labelled(found: FieldWord, words: str, *, sure: bool = True, start: int = -1) -> Label:
    return Label(found.column, found.reach, sure, start, words.casefold().strip())


def is_navigation(line: Line) -> bool:
    """Tell whether a line can only belong to the site around a page."""
    return not line.kind and _is_of_site(line.text)


@kept_if_short
def _is_of_site(whole: str) -> bool:
    text = whole[:_WIDE]
    return bool(
        _NAVIGATION.fullmatch(text)
        or ("|" in text and _LINKED.fullmatch(text))
        or (text[-1:].isdigit() and _STREET.fullmatch(text))
        or sitewords.is_of_site(whole)
        or is_of_copy(whole)
        or _is_stamped(text)
        or _is_trail(text)
        or _is_menu_row(whole)
        or (text[:1] in _DOING and _ACTIONS.fullmatch(text))
        or is_foot_row(whole[:_LONGEST_FOOT])
    )


def interrupts(line: Line) -> bool:
    """Tell whether a text may go on below a line of the site's: stamps of release, actions."""
    text = line.text[:_WIDE]
    return " | " in line.text or _is_stamped(text) or _ACTIONS.fullmatch(text) is not None


def _is_stamped(text: str) -> bool:
    """Tell whether a line was stamped on a page when it was released; the text goes on below it."""
    return ("pproved " in text or "eclassified " in text) and _STAMP.fullmatch(text) is not None


def _is_trail(text: str) -> bool:
    """Tell whether a line is a row of links: short words with bars or arrows between them."""
    if text.startswith(_HOME):
        return all(0 < len(one.split()) <= _WORDS + 1 for one in text.split(" / "))
    if text.isascii() and "|" not in text and ">" not in text:
        return False
    parts = _BAR.split(_LINK.sub(r"\1", text))
    barred = not any(map(text.__contains__, _STEPS))
    if barred and len(parts) == _TWO and parts[0].count(" ") > _TWO and parts[1].count(" ") > 0:
        return False  # a title, and the site's name
    if all(_PAIR.match(part) for part in parts):  # Chair: Honecker, Start: 10.00
        return False
    return len(parts) > 1 and all(
        part.strip() and len(part.split()) <= _WORDS and not part.rstrip().endswith(".")
        for part in parts
    )


def is_link_row(text: str) -> bool:
    """Tell whether a line is nothing but links, with arrows to the pages before and behind.

    >>> is_link_row("\u2190 [May 1](a) \u00b7 [June 2](b) \u2192"), is_link_row("[signed] Orlov")
    (True, False)
    """
    text = text.strip(_ARROWS) if text[:1] in _ARROWS else text
    if not text.startswith("[") or len(text) >= _LONGEST_ROW:
        return False
    return (LINKS.fullmatch(text) or TRAIL.fullmatch(text)) is not None


def is_linked_entry(text: str) -> bool:
    """Tell whether a line is the number and the link of another document in a list.

    >>> is_linked_entry("**33.** [Letter to Dorn](/d/33)"), is_linked_entry("1. [Ibid.](/d/7)")
    (True, False)
    """
    found = _ENTRY.fullmatch(text) if text[-1:] == ")" else None
    return found is not None and form(found[1]) != ""


def is_foot_row(text: str) -> bool:
    """Tell whether a line is the foot of a site: parts, two of them legal notices or such.

    >>> is_foot_row("Town Archives, Mill Lane 4 - Imprint - Privacy policy")
    True
    """
    plain = text.isprintable() and "  " not in text  # no white space but single blanks
    parted = " - " in text or " | " in text or " / " in text
    if plain and not parted and (text.isascii() or not any(map(text.__contains__, _BETWEEN))):
        return False
    parts = [_LINK.sub(r"\1", part).strip(" []*>") for part in _PARTED.split(text)]
    barred = " | " in text and len(parts) > _TWO
    known = (
        is_foot_word(one) or _FOOT.fullmatch(one) or (barred and is_menu_word(one)) for one in parts
    )
    return sum(map(bool, known)) > 1


def opens_others(line: Line) -> bool:
    """Tell whether a line begins a list of other documents, below which no text stands."""
    return sitewords.opens_others(line.text) or _OTHERS_BELOW.fullmatch(line.text[:120]) is not None


def is_menu(line: Line) -> bool:
    """Tell whether a line may be an entry of a menu; it is one beside others only."""
    return _is_entry(line.text)


@kept_if_short
def _is_entry(text: str) -> bool:
    if len(text) > _WIDE and " " in text[:_WORDY] and not text.startswith(_LONG_MENU):
        return False
    return is_menu_word(text) or bool(_MENU.fullmatch(text[:_WIDE]))


def is_list(line: Line, above: Label | None) -> bool:
    """Tell whether a row with bars is the list that a label above it announces, and no menu.

    >>> is_list(Line(0, 0, "Venta | Gora"), Label("places", "list"))
    True
    """
    listed = above is not None and above.column in ("people", "places", "subjects")
    return listed and not any(map(is_menu_word, line.text.split(" | ")))


def _is_menu_row(text: str) -> bool:
    """Tell whether a line is a whole menu: short words with gaps between, two at least known.

    >>> _is_menu_row("Home   Search our records   Contact")
    True
    """
    if "  " not in text or len(text) > _LONGEST_VALUE:
        return False
    parts = re.split(r"\s{2,}", text.strip())
    known = sum(is_menu_word(part) or _MENU.fullmatch(part) is not None for part in parts)
    return known > 1 and all(len(part.split()) <= _WORDS for part in parts)
