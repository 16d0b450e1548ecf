"""To whom a letter goes by its salutation and its address, in the languages of letters."""

# ruff: noqa: RUF001, SIM905  (Russian words are meant; lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lod.lazily import regex
from lod.sources.pages.papers.bylines import is_on_talk
from lod.sources.pages.papers.closings import GREETING, is_office_line
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.entryname import person_in
from lod.sources.pages.persons.namelist import before_town, is_office
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.secrecy import any_of
from lod.sources.pages.words.shortlines import kept_if_short
from lod.sources.pages.words.textwords import COMMON, OFFICES, RANKS, WEAK_RANKS
from lod.sources.pages.words.titleforms import form

_SHORT, _NEAR, _SENTENCE, _OFFICE_LINES = 90, 8, 45, 4
_DEGREES = (
    "very|most|much|deeply|highly|greatly|sehr|hoch|tief|très|bien|muy|igen|nagyon|mult|mnogo|весьма"
    "|много"
)
_ADDRESSING = """dear|dearest|esteemed|respected|honoured|honored|honourable|honorable|beloved
|geehrter|geehrte|verehrter|verehrte|hochverehrter|hochgeehrter|werter|werte
|lieber|liebe|cher|chère|chers|caro|cara|gentile|egregio|stimato|illustre
|estimado|estimada|querido|querida|distinguido|apreciado|muy señor mío|prezado
|prezada|caríssimo|stimate|stimată|dragă|mult stimate|onorate|szanowny|szanowna
|drogi|droga|kochany|wielce szanowny|vážený|vážená|milý|milá|drahý|ctěný|kedves
|tisztelt|mélyen tisztelt|dragi|draga|poštovani|poštovana|cijenjeni|geachte
|beste|waarde|hochwürdiger|bäste|kära|kære|kjære|уважаемый|уважаемая
|глубокоуважаемый|многоуважаемый|дорогой|дорогая|милый|уважаеми|уважаема|драги
|драга|скъпи|високоуважаеми|шановний|вельмишановний"""
# What those are called to whom one writes, before the name; the forms of address among them.
_TITLES = """comrade|comrades|cde|cdes|com|mr|mrs|ms|miss|messrs|dr|prof|professor|sir|lady|lord
|his excellency|her excellency|h.e|the honorable|the honourable|the hon|the rt. hon
|genosse|genossen|genossin|gen|herr|herrn|frau|fräulein|exzellenz|kamerad
|monsieur|m|madame|mme|camarade|docteur|maître|son excellence|signor|signore|signora|on|compagno
|compagna|señor|señora|sr|sra|don|doña|compañero|compañera|camarada|senhor|senhora|companheiro
|tovarășe|tovarăşe|tovarășul|tovarășului|tovarăşului|tov|domnule|domnului|domnul
|towarzyszu|towarzysz|towarzysza|towarzyszowi|tow|panie|pana|panu|obywatelu|obywatel|ob
|soudruhu|soudruh|soudruha|soudruhovi|s|súdruh|súdruhu|pane|pán|pana
|druže|drug|drugu|drugarica|gospodine|gospodin|heer|mijnheer|kameraad|kamrat|kammerat|herre
|товарищ|товарищу|товарища|тов|т|тт|господин|господину|гражданин|гражданину|гр|другарю|другар
|другаря|другарят|госпожа|пан|пане"""
_BEHIND = "elvtárs|elvtársnak|elvtársnő|úr|úrnak|asszony|jelvtárs|同志|先生|阁下|동지"


_NAME = (
    r"(?:[^\W\d_a-z]\.\s?(?:-?[^\W\d_a-z]\.\s?)?)?"
    r"(?:(?:de|von|van|der|den|del|di|da|la|le|al|el|bin|zu)\s)?"
    r"[^\W\d_a-zа-я][\w'\u2019-]+(?:\s(?:(?:de|von|van|der|del|al|el|bin)\s)?"
    r"[^\W\d_a-zа-я](?:[\w'\u2019-]+|\.(?:\s?[^\W\d_a-z]\.)?)){0,3}"
)
_TITLED = rf"(?:(?i:{any_of(_TITLES)})\.?\s)"
_MY = r"(?i:my|mein|meine|mon|ma|mi|mio|meu|mój|můj|mon|мой)"
_OFFICE = r"(?:[^\W\d_][\w-]{3,20}\s){0,3}?"
# `Sehr geehrter Herr Minister Orlov,`, `Kedves Orlov elvtárs!`
_SALUTES = regex(
    rf"(?:{_MY}\s)?(?:(?i:{_DEGREES})[-\s]?)?(?i:{any_of(_ADDRESSING)})\s(?:{_MY}\s)?"
    rf"(?:(?:{_TITLED}){{0,2}}(?P<office>{_OFFICE}))(?P<name>{_NAME})(?:\s(?:{_BEHIND}))?\s?[,:!.;\u2013-]{{0,2}}"
)
_GREETED_AGAIN = re.compile(r"[^!.,]{4,60}[!,] (?=\S)")
_SALUTING = frozenset(
    one.split()[0].casefold()
    for words in (_ADDRESSING, _DEGREES, "my|mein|meine|mon|ma|mi|mio|meu|mój|můj|мой")
    for one in words.replace("\n", "").split("|")
)
# An address: `Herrn Jan Orlov`, `Товарищу Орлову И.И.`, `Comrade J. ORLOV`.
_GIVEN_TO = re.compile(
    rf"(?:(?i:to|an|à|a|au|al|do|k|до|aan|for)\s(?:the\s|den\s|die\s"
    rf"|son\s)?)?(?P<title>(?i:{any_of(_TITLES)}))"
    rf"\.?\s(?:(?:{_TITLED}){{0,2}})(?P<name>{_NAME})(?:,(?:\s[^\W\d_a-z]\.){{1,2}})?(?:\s(?:{_BEHIND}))?[,:!]?"
    r"(?:\s(?:(?:Esq\.?|M\.P\.).{0,20}|personally|only|alone))?"
)
# A statesman by his office alone: `Premier Zhou Enlai:`.
_STATESMAN = re.compile(
    rf"(?:To )?(?:the )?(?:President|(?:Vice )?Premier|Prime Minister|(?:Vice )?Chairman|Chancellor"
    rf"|Minister|Secretary|General Secretary|First Secretary|Ambassador|Marshal|General|Comrade"
    rf"|Comrades|King|Emperor|Prince) (?P<name>{_NAME})"
    r"(?: of [^\n:;.]{4,60}| and (?:the )?[^\n:;.]{4,60})?(?P<mark>[:!,]?)"
)
_GIVEN_BEHIND = re.compile(rf"(?P<name>{_NAME})\s(?:{_BEHIND})[,:]?(?:\s\w+)?")
# The same with the office behind: `To Comrade Jan Orlov, Minister of Mines, Venta`.
_SENT_TO = re.compile(
    rf"(?:To|TO|An|\u00c0|Au|Al|Alla|Do|K|\u0414\u043e)\s(?:the\s)?(?:{_TITLED}){{1,3}}"
    rf"(?P<name>{_NAME})(?:,\s[^\n;:]{{4,80}})?[.,]?"
)
# Titles that an address has and hardly any other line; those of anybody, where a salutation is.
_ADDRESSED = frozenset(
    """comrade cde genosse genossen herrn monsieur camarade compagno compañero camarada señor
    tovarășului tovarăşului towarzysz tow towarzyszowi soudruh soudruhovi s súdruh drugu
    товарищу тов т тт товарищ господину гражданину другар kameraad""".split()
)
_TITLE_LINE = re.compile(
    r"(?:to\s)?(?:his|her|your)\sexcellency|the\s(?:rt\.?\s|right\s)?hon(?:ou?rable|\.)?|herrn"
    r"|an\sherrn"
    r"|monsieur|(?:à\s)?(?:son|leurs?)\sexcellences?(?:\smonsieur)?|s\.\s?e\.|h\.\s?e\."
    r"|(?:al|a)?\s?excelentísimo\sseñor(?:\sdon)?|(?:a\s)?sua\seccellenza|(?:a\s)?su\sexcelencia"
    r"|seiner?\sexzellenz(?:\sherrn)?|jego\sekscelencja|jeho\sexcelence|его\sпревосходительств[оу]"
    r"|(?:a\s)?sua\sexcelência"
    r"|(?:(?:dear|esteemed|respected|drogi|szanowny|vážený|milý|werter|lieber|cher|caro|estimado"
    r"|уважаемый|дорогой)\s)?(?:(?:to|do|an|k|à|a)\s)?(?:(?:the|den|der)\s)?(?:comrade|cde\.?|citizen|mister|mr\.|shri"
    r"|towarzysz[au]?|tow\.|obywatela?|genosse|genossen|gen\.|soudruh(?:u|ovi)?|súdruh(?:u|ovi)?"
    r"|camarade|compañero|camarada|signor|tovarăș(?:ul|ului)|drug|drugu|товарищу?|тов\.|господину?"
    r"|гражданину?|другаря?|до\sдругаря)",
    re.IGNORECASE,
)
# The same with his office, below which the name stands: `A S.E. el señor Ministro de Relaciones`.
_TITLE_OFFICE = re.compile(
    rf"(?:(?:{_TITLE_LINE.pattern}|(?:al?|ao)\s(?:s\.\s?e\.|excmo\.|exmo\.|ilmo\.))"
    r"\s(?:(?:the|el|la|le|dem|den|il|o|sr\.|senhor|señor|señora|monsieur|herrn)\s){0,3}"
    r"|(?:al|ao)\s(?:señor|senhor|sr\.)\s)"
    r"(?:minist|embaja|embaix|ambassad|présid|presid|secret|cancill|chancel|bundes|botschafter"
    r"|prime|foreign|governor|gobernador|consul|cónsul|delegad|subsecret|director|jefe|chief"
    r"|gesandt|ambasciat|segret|capo)[^;:\d]{2,70}",
    re.IGNORECASE,
)
# `Shri R.K. Nehru, I.C.S.,` below a letter, above his office.
_HONOURED = re.compile(
    r"(?:Shri(?:mati)?|Sri|Smt\.?|Mr\.?|Mrs\.?|Dr\.?|Prof\.?|Sir|Lord|Lady|General|Gen\.|Colonel"
    r"|Col\."
    r"|The Hon(?:ou?rable|['\u2019]ble|\.)|H\. ?E\.|M\.|Monsieur|Herrn?|Se\u00f1or|Sr\."
    r"|Signor|Senhor|Ex(?:c)?mo\. Sr\.|Ilmo\. Sr\."
    r"|Ambassador|Comrade|Cde\.)(?: (?:Mr|Dr|Sir)\.?)? "
    r"(?P<name>(?:[^\W\d_a-z][\w.'\u2019-]* ?){1,4}?)"
    r"(?:,? (?:[A-Z]\. ?){2,5}|, Esq\.?)*,"
)
_TITLE_STARTS = frozenset("tThHaAmMsSàÀjJlLеЕeEcCdDgGkKoOтТгГдДrRvVwWуУ")
_TO_STARTS = ("To", "TO", "An", "\u00c0", "Au", "Al", "Do", "K", "\u0414\u043e")
_SIRS = re.compile(
    r"(?:(?:My )?(?:Dear )?(?:Sirs?|Madam|Excellency|Mr\. (?:President|Minister|Chairman"
    r"|Ambassador|Secretary"
    r"|Prime Minister|Premier)|Your Excellency)|Sehr geehrter Herr|Exzellenz"
    r"|Monsieur l\w*['\u2019 ].{3,30}"
    r"|(?:My )?Dear .{2,50})[,:!]"
)
_PERSONALLY = re.compile(
    r"(?:(?:(?:[Ss]trictly |[Aa]bsolutely )?[Pp]ersonal(?:ly)?|PERSONAL(?:LY)?|[Uu]rgent(?:ly)?"
    r"|URGENT|[Ii]mmediate(?:ly)?"
    r"|[Ff]or (?:the )?(?:personal |exclusive |immediate )?(?:attention|information|transmission"
    r"|delivery)(?: of)?|(?:[Pp]lease )?(?:[Dd]eliver|[Pp]ass|[Hh]and|[Tt]ransmit|[Ff]orward)"
    r"(?: (?:immediately|personally|urgently|at once|on))?|[Tt]op [Ss]ecret|SECRET|[Ss]ecret"
    r"|[Tt]o be (?:delivered|handed|shown|sent)(?: personally| only| immediately)?|[Oo]nly)"
    r"[.,:]?\s){1,2}(?:(?:to|TO|To|for|FOR|For)\s|(?<=of ))"
    r"(?:the\s)?(?P<rest>[A-Z].{2,70}?)[.,:]?"
)
_NOT_NAMES = (
    OFFICES
    | RANKS
    | WEAK_RANKS
    | COMMON
    | frozenset(
        """le la les un une der die el il
        friend friends sir sirs madam colleague colleagues excellency brother brothers sister
        father mother all reader readers fellow son daughter uncle aunt everyone customer
        freund freunde kollege kollegen ami amis amigo amigos amico amici przyjacielu друг друзья
        коллега коллеги""".split()
    )
)
# A salutation by a given name, as between friends, or by a surname: only where nobody else is.
ONE_NAME = "salutation by one name"
_HELD, _LEADING = OFFICES | RANKS, RANKS | {"the"}
_TITLED_BY = {one.strip() for one in _TITLES.replace("\n", "").split("|")} | _HELD
# Papers that are addressed to nobody: in them such a line names who speaks or was there.
UNADDRESSED = frozenset(
    ("record-of-conversation", "minutes", "minutes-excerpt", "speech", "transcript", "diary",
     "interview", "agenda", "communique", "treaty", "agreement", "press-release", "testimony",
     "decree", "decision", "statement", "proclamation", "bulletin")
)  # fmt: skip


_OF_FATHERS = ("ich", "ych", "vna", "chna")


def greeting_rule(name: str) -> str:
    """Name the rule for a salutation: a friend's own name, or his and his father's, tells least."""
    first, _, father = name.partition(" ")
    friend = not father or (" " not in father and father.endswith(_OF_FATHERS))
    ranked = first.strip(".").casefold() in RANKS
    return ONE_NAME if friend and not ranked else "salutation"


# Whom a paper reaches, as it says below its text.
RECEIVERS = "head of the paper: who receives it"


def whom_it_reaches(told: Sequence[Told], titles: Sequence[str], *, addressed: bool) -> list[Told]:
    """Settle to whom a paper goes, by whether anything surer than these names an addressee.

    What is addressed goes to nobody who is only greeted by one name; what is not goes to those who
    receive it, unless it is a record, or such, that is addressed to nobody.
    """
    if addressed:
        return [one for one in told if one.rule != ONE_NAME]
    if any(form(one) in UNADDRESSED or is_on_talk(one) for one in titles):
        return list(told)
    return [one._replace(column="recipient") if one.rule == RECEIVERS else one for one in told]


def salutation(line: Line) -> Iterator[Told]:
    """Find whom a salutation names behind the words for what he is: `Werter Genosse Orlov!`.

    >>> line = Line(0, 22, "Werter Genosse Orlov!")
    >>> [line.text[one.start:one.end] for one in salutation(line)]
    ['Orlov']
    """
    text = line.text
    if len(text) > _SHORT or text.split(None, 1)[0].casefold().strip(",") not in _SALUTING:
        return
    text = greeted_first(text)
    found = _SALUTES.fullmatch(text)
    if found and _is_name(found["name"]) and _is_office_of(found["office"]):
        before = text[: found.start("name")].rstrip().rpartition(" ")[2].strip(".").casefold()
        titled = before in _TITLED_BY or found.end("name") < len(text.rstrip(" ,:!.;"))
        rule = "salutation" if titled else greeting_rule(found["name"])
        start, end = (line.start + place for place in found.span("name"))
        yield Told("recipient", start, end, rule)


def greeted_first(text: str) -> str:
    """Give the first of two greetings on a line, else the line.

    >>> greeted_first("Dear Comrade Orlov! Dear comrades!"), greeted_first("Dear Jan, are you in?")
    ('Dear Comrade Orlov!', 'Dear Jan, are you in?')
    """
    again = _GREETED_AGAIN.match(text)
    return again[0].rstrip() if again and _greets(text[again.end() :]) else text


def greets(line: Line) -> bool:
    """Tell whether a short line begins as salutations do: `Dear`, `Werter`, `Szanowny`.

    >>> greets(Line(0, 22, "Werter Genosse Orlov!")), greets(Line(0, 15, "To Comrade Orlov"))
    (True, False)
    """
    return _greets(line.text)


def _greets(text: str) -> bool:
    return len(text) <= _SHORT and text.split(None, 1)[0].casefold() in _SALUTING


def _is_name(words: str) -> bool:
    """Tell whether words are no office or word of the language alone: nobody is named by them."""
    return any(word.strip(".,").casefold() not in _NOT_NAMES for word in words.split())


def _is_office_of(words: str) -> bool:
    return all(word.casefold() in _HELD or word[0].isupper() for word in words.split())


@kept_if_short
def is_title_line(text: str) -> bool:
    """Tell whether a line is the title above the name of whom a letter goes to.

    >>> is_title_line("Son Excellence"), is_title_line("Excellent work")
    (True, False)
    """
    if text[:1] not in _TITLE_STARTS:
        return False
    bare = text.rstrip(",:")
    short = len(text) < _SENTENCE and _TITLE_LINE.fullmatch(bare) is not None
    return short or (len(text) <= _SHORT and _TITLE_OFFICE.fullmatch(bare) is not None)


def addressed(lines: Sequence[Line], at: int, kind: Callable[[str], str]) -> Iterator[Told]:
    """Find to whom an address above the text is: comrade and name alone, a title and its name.

    kind: what tells what words are known as.
    """
    line = lines[at]
    if len(line.text) > _SHORT or not _opens(lines, at):
        return
    if is_title_line(line.text):
        yield from _titled_below(lines, at, kind)
        return
    if told := _statesman(lines, at) or _honoured(lines, at):
        yield told
        return
    town, comma, rest = line.text.partition(", ")
    begin = len(town) + len(comma) if comma and kind(town.title()) == "place" else 0
    line = line._replace(start=line.start + begin, text=rest) if begin else line
    seat = before_town(line.text)
    if seat < len(line.text) and kind(line.text[seat + 2 :]) == "place":
        line = line._replace(text=line.text[:seat])  # Genossen Willi Stoph, Berlin
    found = _GIVEN_TO.fullmatch(line.text) or _GIVEN_BEHIND.fullmatch(line.text)
    if found and _is_name(found["name"]) and kind(found["name"]) not in ("place", "group"):
        said = found.groupdict().get("title") or "elvtárs"
        if len(said) == 1 and said.isupper() and said != "M":
            return  # an initial
        title = said.casefold()
        if title in _ADDRESSED or title == "elvtárs" or _is_greeted(lines, at):
            start = line.start + found.start("name")
            begun = found.string[: found.start("name")].endswith(" M. ") and found["name"][1] == "."
            start -= len("M. ") if begun and title not in ("m", "monsieur") else 0
            yield Told("recipient", start, line.start + found.end("name"), "address of a letter")


def _statesman(lines: Sequence[Line], at: int) -> Told | None:
    """Read a line that addresses the holder of an office, unless such lines say who speaks."""
    text = lines[at].text
    found = _STATESMAN.fullmatch(text) if text[-1] in ":!" or text[:3] == "To " else None
    if found is None or not _is_name(found["name"]):
        return None
    others = (one for one in lines if one is not lines[at])
    if found["mark"] == ":" and any(_STATESMAN.match(one.text) for one in others):
        return None
    start = lines[at].start
    return Told("recipient", start + found.start("name"), start + found.end("name"),
                "address of a letter")  # fmt: skip


def _opens(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line stands above the text: no sentence above it, one soon below."""
    above = any(len(one.text) >= 2 * _SENTENCE for one in lines[:at])
    below = lines[at + 1 : at + 1 + _NEAR]
    return not above and any(len(one.text) >= _SENTENCE for one in below)


def _is_greeted(lines: Sequence[Line], at: int) -> bool:
    return any(_SIRS.fullmatch(one.text) for one in lines[at + 1 : at + 1 + _NEAR])


def _titled_below(
    lines: Sequence[Line], at: int, kind: Callable[[str], str] = lambda _: ""
) -> Iterator[Told]:
    """Find who has the title that stands alone on a line: on the next one, or below the office."""
    for below in lines[at + 1 : at + _OFFICE_LINES]:
        name = person_in(below.text) if len(below.text) <= _SHORT else None
        words = below.text[slice(*name)] if name else ""
        named = name and not is_office(below.text) and _is_name(words) and len(words) > 1
        if name and named and kind(words.title()) not in ("place", "group"):
            yield Told("recipient", below.start + name[0], below.start + name[1],
                       "address of a letter")  # fmt: skip
        if named or not is_office_line(below.text):
            return


def titled_at_foot(lines: Sequence[Line], at: int) -> Iterator[Told]:
    """Find to whom a letter goes in the address below it: `His Excellency` above a name."""
    line = lines[at]
    if found := _sent_to(line):
        beside = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
        if not any(_sent_to(one) or one.text.endswith(":") for one in beside):
            yield Told("recipient", *found, "address below a letter")
        return
    if is_title_line(line.text):
        yield from _titled_below(lines, at)
        return
    told, above = _honoured(lines, at), lines[max(at - _NEAR, 0) : at]
    if told and any(GREETING.search(one.text) for one in above):
        yield told._replace(rule="address below a letter")


def _honoured(lines: Sequence[Line], at: int) -> Told | None:
    """Read a line of an address that ends with a comma, above an office: `Mr. R. K. Hora,`.

    >>> lines = [Line(0, 14, "Mr. R. K. Hora,"), Line(15, 31, "Secretary General,")]
    >>> _honoured(lines, 0)[1:3]
    (4, 14)
    """
    line = lines[at]
    found = _HONOURED.fullmatch(line.text) if line.text[-1] == "," else None
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if found is None or not is_office_line(below.rstrip(",.")):
        return None
    start, end = (line.start + place for place in found.span("name"))
    return Told("recipient", start, end, "address of a letter")


def _sent_to(line: Line) -> tuple[int, int] | None:
    """Give the name on a line that says to whom a paper goes: one of several tells of copies."""
    found = _SENT_TO.fullmatch(line.text) if line.text.startswith(_TO_STARTS) else None
    if found is None or not _is_name(found["name"]):
        return None
    return line.start + found.start("name"), line.start + found.end("name")


def personally(line: Line, kind: Callable[[str], str]) -> Iterator[Told]:
    """Find to whom a line says that a paper goes: `Personal for Comrade Orlov`.

    kind: what tells what words are known as.

    >>> line = Line(0, 26, "Urgent. To Comrade Orlov")
    >>> [line.text[one.start:one.end] for one in personally(line, lambda _: "")]
    ['Orlov']
    """
    found = _PERSONALLY.fullmatch(line.text) if len(line.text) <= _SHORT else None
    rest = found["rest"] if found else ""
    name = person_in(rest) if rest else None
    if found is None or name is None:
        return
    ranked = rest.split()[0].strip(".").casefold() in _LEADING
    if ranked or (name == (0, len(rest)) and kind(rest) not in ("place", "group")):
        start = line.start + found.start("rest")
        yield Told("recipient", start + name[0], start + name[1], "line for")
