"""A citation of one line, as editors of documents and archives set above or below a text.

Its segments stand in any order: title, date, archive with shelf-mark, correspondents, translator.
"""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.normalize.archives import ABBREVIATED, archive_code
from lod.normalize.languages import language_tag
from lod.sources.pages.citations.citedparts import AROUND, MONTH, SPAN, Found, trimmed
from lod.sources.pages.citations.citedvolume import editors, shown_as
from lod.sources.pages.words.titleforms import form, is_kind

_LEAST, _LONGEST, _FEW, _TWO, _CODE = 40, 700, 9, 2, 3
# Its first digit is sought, which is rare.
_YEAR = re.compile(r"[12](?<!\d.)(?:(?<=1)[6-9]|(?<=2)0)\d\d(?!\d)")
_YEARS = re.compile(r"\d{4}\s?[-–—/]\s?(?:\d{4}|\d\d)")
# Pages with which a place in an archive ends.
_PAGED = re.compile(r", (?:pp?|ff?|fols?|Bll?|S|s|str|k|ll?|л|лл|с)\. ?\d[\d–-]*\w?$")
# Marks of footnotes, strong print and lists, and the words that announce a source.
_BEFORE = re.compile(
    r"(?:[\s*_†‡>¹²³⁴⁵⁶⁷⁸⁹\[(•–—-]|\d{1,3}[.)\]] )*"
    r"(?:(?:Source|SOURCE|Archival source|Citation|Cited as|Cite as|Reference|Document|Quelle"
    r"|Fundort"
    r"|Źródło|Pramen|Zdroj|Forrás|Sursa|Izvor|Fonte|Fuente|Bron|Källa|Kilde"
    r"|Источник)\s?:\s*)?[*_\s]*"
)
_SENTENCE = re.compile(
    r"(?<![\w.])(?:is|was|were|are|has|have|had|will|would|which|that|who|he|she|they|we|said|says"
    r"|see|wird|wurde|war|sind|hat|est|sont|était|jest|był|była|je|byl|è|era|fue"
    r"|был[аио]?)(?![\w.])"
)
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{3,200}[\"”“»]")
_WORD = r"[^\W\d_a-zа-я][^\W\d_]*(?:['’-][^\W\d_]+)*"
_LINKED = r"(?:(?:de|da|dos|von|van|der|di|du|la|al|ter) |[^\W\d_a-zа-я]\. ?){0,2}"
_NAME = (
    rf"(?:(?:[^\W\d_a-zа-я]\.[ -]?){{1,3}}|{_WORD} )"
    rf"(?:{_LINKED}{_WORD} ){{0,3}}{_LINKED}{_WORD}"
)
_TRANSLATOR = re.compile(
    r"(?:(?<=[.,;:\])–—] )|(?<=[\[(])|(?<=\d[*_] )|^)(?:(?:English|German|French|Russian"
    r"|Spanish) )?"
    r"(?:[Tt]ranslat(?:ed|ion|or)|[Tt]r(?:ansl?)?\.|[Vv]ersion|[Üü]bersetz(?:t|ung)|Übers\."
    r"|[Tt]radu(?:it|ction|cido|cida|cción|zido|zida|ção|cere|s)|[Tt]rad\.|[Tt]radott[oa]"
    r"|[Tt]raduzione"
    r"|[Tt]łum\.|[Tt]łumaczenie|[Pp]rzekład|[Pp]rzełożyła?|[Pp]řeložila?|[Pp]řeklad|[Ff]ordította"
    r"|[Pp]reve(?:o|la)|[Pp]revod|[Vv]ertaald|[Пп]еревод|[Пп]еревела?|[Пп]ер\.)"
    r"(?: (?:from|into|aus|du|de l['’]|del|dal|do|din|z|ze|s|sa|uit|с)(?: (?:the|dem))?"
    r" ?[^\W\d_]{4,15}(?: original)?)?(?: into [A-Z][a-z]+)?"
    rf"(?:: ?| (?:by|von|par|por|da|di|de|door|przez) | )({_NAME})(?=[.,;\])*_]|$)"
)
_CREDITS = re.compile(
    r"(?<=[.;,] )(?:Obtained|Contributed|Provided|Donated|Transcribed|Edited|Introduced)\b"
    r"[^;]*?\bby [^;]*?(?=[.;,] In:? |[.;,] [Tt]ransl|;|$)"
)
_SERIES = re.compile(
    r"(?:(?:In|Published in|Printed in|Publ\. in|In:|Aus|Dans|W|V|Veröffentlicht in):? )?"
    r"[^\W\d_a-z][^.;:]{3,90}, (?:[Nn]o|[Nn]r|[Dd]oc|č|[Nn]úm|[Nn]|[Vv]ol|pp?|[Dd]ocument"
    r"|№)\.? ?\d[\w-]*"
    r"|(?:In|Published in|Printed in):? [^.;]{3,160}"
)
_PRINTED = re.compile(r"(?:In|Published in|Printed in|Publ\. in):? ")
_ARCHIVE = re.compile(
    r"\b(?:[Aa]rchi[vw]\w*|ARCHI[VW]\w*|[Аа]рхив\w*|[Aa]rhiv\w*|[Aa]rkiv\w*|[Aa]rquivo"
    r"|[Rr]iksarkiv\w*"
    r"|[Rr]ecord Office|[Rr]ecords Administration|[Ll]ibrary|[Bb]iblioth\w+|Papers|Nachlass"
    r"|Nachlaß)\b"
    r"|[Ll]evéltár\w*|\b\w{3,16}archiv\w{0,2}\b"
)
_LEVEL = re.compile(
    r"(?<![\w.])(?:[Ff]ond[os]?s?|[Oo]pis|[Oo]pus|[Dd]elo|[Ll]isty?|dans|khn|kh\.n|khuu|kh"
    r"|[Kk]arton|kart"
    r"|kr|krab|krabice|[Kk]utija|kut|fasc|fascikla|signatura|sign?|sig|sygn|sygnatura|zesp"
    r"|zespół|teczka|mf"
    r"|inv|maço|mç|proc|processo|pasta|caixa|cx|cota|legajo|leg|exp|expediente|caja|busta|bb?|pos"
    r"|[Ss]erie|[Ss]eries|[Bb]estand|[Aa]kte|Bll?|Bd|Band|NL|DY|doss(?:ier)?|carton|liasse|cote"
    r"|[Bb]ox|[Ff]older|[Ff]ile|[Rr]eel|[Rr]ecord [Gg]roup|RG|[Ll]ot|[Ee]ntry|doboz|őe|cs|csomó"
    r"|tétel"
    r"|dosar|inventar|svežanj|[Aa]rkivboks|volym|inventaris|toegang|stk|[FD]|Op|LL?|ff?|op|d|ll?"
    r"|k|t|kt"
    r"|j|[ФфОоДдЛлПп]|[Оо]п|лл|[Пп]ап|а\.е|FO|PREM|CAB|DEFE|FCO|WO|CO|DO|B|Z)"
    r"(?:\. ?|\s)(?:(?:no|nr|č|br|n)\.? ?)?(?:[A-Z]{1,4}[ /-]?)?[\dIVX][\w/.-]*"
    r"|(?<!\w)(?:MSS?\.? [A-Z][\w. ]{0,20}?|fols? )\d+|\b[Ff]onds? [A-Z]{2,8}\b"
    r"|\b\d+\. ?[őöf]\. ?[eé]?\.?|\b[A-Z]{1,5}[ -]\d{1,4}[/-]\d[\w/-]*"
)
_LETTERS = re.compile(
    r"[A-ZА-ЯÄÖÜŁŚČŠŽ][\w-]{0,3}[A-ZА-ЯÄÖÜŁŚČŠŽ]{1,6}(?: [A-Z]{2,5})?(?=[,:;. /])"
)
_STOP = re.compile(r"[.;]['\"”»)\]*_]*\s+(?=[^\W_])|\x00+[.;,*_\s]*|\s[–—-]\s|:\s+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_SHORTENED = frozenset(
    ("nos", "doc", "dok", "vol", "sygn", "proc", "fasc", "gen", "col", "maj", "capt", "lieut",
     "prof", "amb", "com", "cde", "tow", "kart", "leg", "exp", "inv", "kut", "zesp", "sign", "fol",
     "pap", "dans", "khn", "khuu", "doss", "mrs", "rev", "sen", "gov", "adm", "pres", "dept", "mç",
     "bll")
)  # fmt: skip
_DATE = re.compile(
    r"(?<![\w/.-])(?:\d{4}\. (?:jan|febr|márc|ápr|máj|jún|júl|aug|szept|okt|nov"
    r"|dec)[a-zíéáúő]{0,8}\.? \d{1,2}\.?(?!\d)"
    rf"|{SPAN}(?![\w/-]))"
)
_DAY, _MONTH = re.compile(r"(?<!\d)\d{1,2}(?!\d)"), re.compile(MONTH)
_DATED = re.compile(
    r"(?:^|[,;(\[:.][\"”»]? ?|\x00[.,;\s]*|\s[–—-] |\b(?:of|on|dated|vom|du|del|dated:|z dnia|z"
    r"|ze dne|dne|от|av|van|den"
    r"|od|datiert|datée? du|de|le)\s)(?:(?:dated|on|undated|den|dne|am|le|dnia|c\.|circa) )?$"
)
_BEHIND = re.compile(r"\s?(?:[,.;:()\]*_\x00]|[–—-] |г\.|r\.|$)")
# `Orlov, Jan`: who wrote it, where a citation begins as entries of a bibliography do.
_INVERTED = re.compile(rf"{_WORD}, {_WORD}(?: (?:{_WORD}|[^\W\d_a-z]\.)){{0,2}}")
_IN_LANGUAGE = re.compile(
    r"(?:(?:[Oo]riginal(?: in)?|[Ii]n) )?([A-Z][a-z]+(?:-[A-Z][a-z]+)?)"
    r"(?:,? (?:original|handwritten|typed|typescript|manuscript|typewritten|copy|carbon copy))?"
)
_PAID = re.compile(
    r"(?:(?:Published|Printed|Translated|Digiti[sz]ed|Supported|Funded|Made possible|Edited) )"
    r"(?:with|by|through|thanks to) (?:an? |the )?(?:generous )?(?:financial )?"
    r"(?:grants?|support|assistance|funds|funding|sponsorship|subsidy) (?:of|from|by) (?:the )?"
    r"([A-Z][^.;]{3,90})"
)
_PARTIES = re.compile(
    rf"({_NAME}) (?:to|an|à|a|do|k|til|till|aan) ({_NAME})(?:, (?:[a-z]{{4,12}}))?"
)
_MARKS = " .,;"


def cited_line(text: str) -> tuple[Found, ...]:
    """Take a citation of one line apart; nothing comes out of a text that is none.

    It has a title, a date, and two of these: a place in an archive, a translator, the word for a
    kind of document (or who wrote to whom).

    >>> text = "AJ, 837, k. 202: Note on Copper, 23 May 1961. Translated by Jan Orlov."
    >>> [text[one.start : one.end] for one in cited_line(text)]
    ['Note on Copper', '23 May 1961', 'AJ, 837, k. 202', 'Jan Orlov']
    """
    if not _LEAST <= len(text) <= _LONGEST or "\n" in text:
        return ()
    dated = "1" in text or "2" in text
    if not (dated and 0 < len(_YEAR.findall(text)) < _FEW):
        return ()
    if sum(map(text.count, ",.:;(")) <= _TWO:
        return ()
    if text.count(":") >= _FEW:  # each asks of all before it whether that is a place
        return ()
    quoted = '"' in text or not text.isascii()
    if "http" in text or _SENTENCE.search(_QUOTED.sub("", text) if quoted else text):
        return ()
    credits = list(_credits(text))
    masked = text
    for _, lo, hi in credits:
        masked = masked[:lo] + "\x00" * (hi - lo) + masked[hi:]
    if not (credits or _ARCHIVE.search(text) or _LEVEL.search(text)):
        return ()
    parts = [part for part, _, _ in credits]
    translated = any(one.column == "translator" for one in parts)
    return _read(masked, parts, translated=translated)


def _credits(text: str) -> Iterator[tuple[Found, int, int]]:
    """Find who translated and who gave a document, each with the stretch that says so."""
    for one in _TRANSLATOR.finditer(text):
        yield Found("translator", *one.span(1)), *one.span()
    for one in _CREDITS.finditer(text):
        yield Found("credits", *one.span()), *one.span()
    for name in editors(text):
        yield name, name.start, name.end


def _read(text: str, credits: list[Found], *, translated: bool) -> tuple[Found, ...]:
    pieces = _pieces(text)
    shown = shown_as(text, *pieces[-1]) if len(pieces) > _TWO else None
    if shown and any(_is_place(text[slice(*one)]) for one in pieces[:-1]):
        credits = [*credits, shown]
        pieces = pieces[:-1]
    dated = _date(text, pieces)
    if dated is None:
        return ()
    places = [one for one in _places(text, pieces, dated) if one[0] < one[1]]
    parties = [
        one for lo, hi in pieces if not lo <= dated[0] < hi
        and (one := _PARTIES.fullmatch(text.rstrip(AROUND), *trimmed(text, lo, hi)))
    ]  # fmt: skip
    title = _title(text, pieces, dated, [*places, *(one.span() for one in parties)])
    if title is None:
        return ()
    found, kind = _titled(text, title, dated)
    found += _beside_title(text, pieces)
    if bool(places) + translated + (kind or bool(parties)) < _TWO:
        return ()
    found += [Found("reference", *one) for one in places]
    for one in parties:
        found += [Found("sender", *one.span(1)), Found("recipient", *one.span(2))]
    return (*found, *credits)


def _beside_title(text: str, pieces: list[tuple[int, int]]) -> Iterator[Found]:
    """Find who wrote it, in what language, who paid: segments of their own.

    `Orlov, Jan. Letter on Copper. 5 May 1951. ... Czech, typed. Published with a grant of the X.`
    """
    first = _INVERTED.fullmatch(text[slice(*pieces[0])])
    if first and len(pieces) > _TWO:
        yield Found("author", pieces[0][0], pieces[0][1])
    for lo, hi in pieces[1:]:
        words = text[lo:hi].strip(AROUND)
        spoken = _IN_LANGUAGE.fullmatch(words)
        if spoken and language_tag(spoken[1]):
            at = text.index(spoken[1], lo)
            yield Found("language", at, at + len(spoken[1]))
        if paid := _PAID.fullmatch(words):
            at = text.index(paid[1], lo)
            yield Found("funder", at, at + len(paid[1]))


def _pieces(text: str) -> list[tuple[int, int]]:
    """Part a citation at full stops, semicolons, dashes, and colons behind a place."""
    start = match.end() if (match := _BEFORE.match(text)) else 0
    dates = None
    found = list[tuple[int, int]]()
    for stop in _STOP.finditer(text, start):
        if not _parts(text, start, stop):
            continue
        if text[stop.start() - 1].isdigit() and stop.end() < len(text):
            dates = dates or [one.span() for one in _DATE.finditer(text)]
            if any(lo <= stop.start() and stop.end() - 1 < hi for lo, hi in dates):
                continue
        found.append((start, stop.start()))
        start = stop.end()
    found.append((start, len(text)))
    return [one for one in found if text[slice(*one)].strip(AROUND)]


def _parts(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a mark parts two segments, rather than ending a short form of a word."""
    mark = stop[0].strip()[:1]
    if mark == ":":
        behind = text[stop.end() :].split(".")[0]
        return _is_place(text[start : stop.start()]) and form(behind) != ""
    if mark == ".":
        if not text[stop.end()].isupper():
            return False
        word = _LAST_WORD.search(text[start : stop.start()])
        return word is None or (len(word[0]) >= _CODE and word[0].casefold() not in _SHORTENED)
    return True


def _date(text: str, pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Find the day of a document: the most exact date that stands apart, before what is kept."""
    best, rank = None, (-1, -1)
    for lo, hi in pieces:
        held = next((one.start() for one in _LEVEL.finditer(text, lo, hi)), hi)
        for one in _DATE.finditer(text, lo, hi):
            if not (_DATED.search(text[: one.start()]) and _BEHIND.match(text, one.end())):
                continue
            exact = _exact(one[0])
            if exact == 0 and one.start() > held:
                continue  # a year within a shelf-mark
            if (exact, one.start() < held) >= rank:
                best, rank = one.span(), (exact, one.start() < held)
    return best


def _exact(date: str) -> int:
    """Say how exact a date is: a day, a month or a year, or years."""
    if len(date) == len("1951") or date.isdigit() or _YEARS.fullmatch(date):
        return 0
    return 2 if _DAY.search(date) or not _MONTH.search(date) else 1


def _is_place(text: str) -> bool:
    """Tell whether a segment is an archive with a place in it, by its words, letters and levels."""
    bare = text.strip(AROUND)
    levels = sum(1 for _ in _LEVEL.finditer(bare))
    first = re.split(r"[,:;]", bare, maxsplit=1)[0]
    if _PAGED.search(bare) and (archive_code(first) or _ARCHIVE.search(first)):
        return not _PRINTED.match(bare)
    if not bare or _PRINTED.match(bare) or (levels == 0 and _SERIES.fullmatch(bare)):
        return False
    lettered = _LETTERS.match(f"{bare} ") is not None
    named = _ARCHIVE.search(bare) is not None or archive_code(first) != ""
    if levels >= _TWO or (levels and (named or lettered)):
        return True
    short = bare.count(" ") < _FEW and bare[0].isupper()
    return named and short and (form(bare) == "" or any(map(str.isdigit, bare)))


def _places(
    text: str, pieces: list[tuple[int, int]], dated: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Give the places in archives; what stands on both sides of a full stop is one."""
    last = None
    for lo, hi in pieces:
        begin, end = lo, hi
        if lo <= dated[0] < hi:
            begin, end = _beside(text, lo, hi, dated)
        if not _is_place(text[begin:end]):
            continue
        begin, end = trimmed(text, begin, end)
        end += text[end : end + 1] == "." and ABBREVIATED.search(text[begin:end]) is not None
        if last and not text[last[1] : begin].strip(_MARKS):
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (begin, end)
    if last:
        yield last


def _beside(text: str, lo: int, hi: int, dated: tuple[int, int]) -> tuple[int, int]:
    """Give the stretch of a dated segment in which the place may be: behind the date or before."""
    if not text[lo : dated[0]].strip(AROUND):  # 23 May 1961, Note on Copper, AJ, k. 5
        commas = list(_commas(text, dated[1], hi))
        return next((at for at in commas if _begins_place(text, at, hi)), hi), hi
    if _is_place(text[dated[1] : hi]):
        return dated[1], hi
    begins = _begins_place(text, lo, dated[0])
    for at in _commas(text, lo, dated[0]) if begins else ():
        atom = text[at : dated[0]].lstrip(", ").split(",")[0]
        if form(atom) and not _LEVEL.search(atom):
            return lo, at
    return hi, hi


def _commas(text: str, lo: int, hi: int) -> Iterator[int]:
    yield from (lo + one.start() for one in re.finditer(r",\s", text[lo:hi]))


def _begins_place(text: str, lo: int, hi: int) -> bool:
    atom = text[lo:hi].lstrip(AROUND).split(",")[0].strip(AROUND)
    known = archive_code(atom) != "" or _ARCHIVE.search(atom) or _LEVEL.match(atom)
    return bool(known or _LETTERS.fullmatch(atom)) and _is_place(text[lo:hi])


def _title(
    text: str, pieces: list[tuple[int, int]], dated: tuple[int, int], taken: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Find the title: what stands before the date, else behind it, and is nothing else."""
    free = [one for lo, hi in pieces for one in _free(text, lo, hi, taken)]
    before = [(lo, min(hi, dated[0])) for lo, hi in free if lo < dated[0]]
    before = [one for one in before if text[slice(*one)].strip(AROUND)]
    if before:
        named = [one for one in before if form(text[slice(*one)])] or before
        return trimmed(text, named[0][0], before[-1][1])
    behind = [(max(lo, dated[1]), hi) for lo, hi in free if hi > dated[1]]
    behind = [
        one for one in behind
        if (words := text[slice(*one)].strip(AROUND)) and not _SERIES.fullmatch(words)
    ]  # fmt: skip
    return trimmed(text, *behind[0]) if behind else None


def _free(text: str, lo: int, hi: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give what of a segment is taken by nothing else."""
    for begin, end in sorted(taken):
        if begin < hi and end > lo:
            if lo < begin:
                yield lo, begin
            lo = max(lo, end)
    if lo < hi:
        yield lo, hi


def _titled(text: str, title: tuple[int, int], dated: tuple[int, int]) -> tuple[list[Found], bool]:
    """Give title and date, and the kind that stands behind the title: `X to Y, letter, 5 May`.

    A diary's title keeps its day, which alone tells which part of the diary it is.
    """
    lo, hi = title
    words = text[lo:hi]
    head, _, last = words.rpartition(", ")
    found, kind = list[Found](), form(words) != ""
    if head and last == last.casefold() and is_kind(last):
        found.append(Found("type", hi - len(last), hi))
        hi = lo + len(head)
    elif re.search(r" (?:of|on|dated|vom|from)$", words):
        hi = lo + len(words.rpartition(" ")[0])
    parties = _PARTIES.fullmatch(text, lo, hi)
    if parties and not form(parties[1]):
        found += [Found("sender", *parties.span(1)), Found("recipient", *parties.span(2))]
    if form(text[lo:hi]) == "diary" and 0 < dated[0] - hi <= _CODE:
        hi = dated[1]
    lo, hi = trimmed(text, lo, hi)
    return [Found("title", lo, hi), Found("date", *dated), *found], kind or parties is not None
