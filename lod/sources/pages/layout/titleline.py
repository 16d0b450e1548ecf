"""Which line above a text is its title: headings, words for documents, dates and labels nearby."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re

from lod.sources.pages.citations.citation import is_citation, parse
from lod.sources.pages.citations.citedparts import DATE, DATE_LINE, DATED_HEADING, day_row
from lod.sources.pages.layout.factrows import facts_in_row
from lod.sources.pages.layout.marks import Marks
from lod.sources.pages.layout.sitenames import is_letterhead, is_of_site
from lod.sources.pages.papers.decrees import matter
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.titles.pairedtitle import NUMBER, RECEIVED, is_pair, writer_and_reader
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.titleforms import form

_LONGEST, _FEWEST, _MOST = 300, 3, 25
_ENOUGH, _SHORT, _FIRST = 4, 90, 16
_PROSE = 160  # letters of prose above the title that a citation repeats
ELSEWHERE = -2
_PAGE_LEVEL = 2  # of the headings of a page, below which those of its parts are
_PARTIES = re.compile(
    r"\b(?:from|to|between|on|of|concerning|regarding|about|with)\b"
    r"|\s(?:\u00e0|au|aux|entre|an|zwischen|von|al|alla|entre|über|betreffend|sobre|su|tra"
    r"|w sprawie|między|od|mezi|о|об|от|между)\s",
    re.IGNORECASE,
)
# A first word for the document itself, not one somewhere in a sentence.
_OPENING = 5
_ADDRESSED = re.compile(
    r"(?:to|for|from(?! the (?:journal|diary) of)|dear|re|subject|copy|attention|sent|received"
    r"|addressed|repeated|\[this|(?-i:MEMORANDUM (?:TO|FOR)))\b",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"\b(?:Archives?|Library|Catalog(?:ue)?|Portal|Collections?|Museum|Office|Documents|Online|Room"
    r"|ARCHIVES?|LIBRARY|ONLINE|COUNCIL|MINISTRY|COMMITTEE|EMBASSY)$"
)
# A letterhead: the name of a post or ministry alone.
_LETTERHEAD = re.compile(
    r"(?:[A-Z][\w.'\u2019-]* )*(?:Embassy|Legation|Ministry|Department|Consulate|Mission)"
    r"(?: (?:of|in|to|for|at) (?:(?:the|of|and) |[A-Z][\w.'\u2019-]*[ ,]*)+)?"
)
_VOLUME = re.compile(r"\bVol(?:ume|\.)\s+[IVXLC\d]+\b", re.IGNORECASE)
# "178. Memorandum ...", "Document 17. Letter ...": the number in a published collection.
NUMBERED = re.compile(
    r"(?:(?:[*_]{1,3})?(?:(?:DOCUMENT|Document|Doc\.)\s+(?:No\.?\s*)?)?\d{1,4}\.?[.:]"
    r"(?:[*_]{1,3})?|\[\d{1,4}\])\s+(?=[A-Z\[])"
)
# The number of a paper in a bulletin or reader, before its title: `Document No. 9: Session of X`.
_OF_EDITION = re.compile(r"(?:DOCUMENT|Document|Doc\.) (?:(?:No|NO)\.? ?)?\d{1,3}[.:] \S")
NUMBER_LINE = re.compile(r"(?:DOCUMENT|Document|Doc\.)\s+(?:(?:No|NO)\.?\s*)?\d{1,4}\.?")
# The day in the title of a report on these is that of the talk.
TALK = re.compile(
    r"\b(?:conversation|meeting|talk|discussion|interview|visit|session|plenum|negotiation)s?\b",
    re.IGNORECASE,
)
BYLINE = re.compile(r"(?:Note|Report|Memorandum|Statement|Paper) by\b")
# The subject of a memorandum, which stands above it like a title.
_SUBJECT = re.compile(r"(?:On|About|Concerning|Regarding) (?:the|a|an|some|our|[A-Z])")
# Who wrote to whom, without a word for the document: `The Ambassador in India (Fox) to the King`.
_WROTE_TO = re.compile(
    r"(?:The )?[A-Z][\w.'\u2019-]+(?: (?:[A-Z(][\w.'\u2019)-]*|in|of|the|for|at|and|on)){0,12}"
    r" to (?:the )?[A-Z]"
)
_BOUND_AT = 16  # letters of the word for a telegram
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|\w+")
# Two sentences: no title.
_SENTENCES = re.compile(r"[a-z]{2}\. [A-Z]")
_ADJECTIVES = frozenset(
    ("incoming", "outgoing", "secret", "urgent", "official", "ciphered", "working", "stenographic",
     "verbatim", "final", "draft", "intelligence", "daily", "weekly", "monthly", "special",
     "internal", "confidential", "cipher", "cypher", "coded", "priority", "immediate", "circular",
     "analytical", "situation", "informational", "information")
)  # fmt: skip
# What heads an agreement of states, as treaty series print it.
_AGREED = re.compile(
    r"\b(?:Treaty|Agreement|Convention|Pact|Accords?|Charter|Protocol)(?: \d{4})?$"
)
_SPEAKS = re.compile(r"\b(?:I|we|me|us|my|our)\b")
# A title within another one.
_WITHIN = re.compile(r"['\"\u2018\u201c](.{8,200}?)[,.]?['\"\u2019\u201d](?!\w)")
_TENTHS, _NEARLY = 10, 8
_SUFFIX = re.compile(r"\s+\|\s+[^|]{3,60}$")
_DATED_END = re.compile(
    rf"(?:,\s+|\b(?:[Ss]igned|[Dd]one|[Cc]oncluded|[Aa]dopted|[Ss]igniert|[Uu]nterzeichnet|[Ss]ignée?)"
    rf"\b[^.;]{{0,40}}?\b(?:on|am|le),? |\b(?:w dniu|z dnia|dnia|ze dne|dne|zo dňa|dňa|vom|am|du"
    rf"|del|del día|de fecha|in data|tenuta il|от|din|av den|van)\s)({DATE})"
    r"(?:\sr|\sг|\sroku|\sгода)?\.?$"
)


def title_line(marks: Marks, limit: int) -> int:
    """Find the title among the first lines, -1 where none is like one; limit: where a text begins.

    Headings count most, then words for a document, parties, a date or labels beside the line.
    ELSEWHERE: a citation has it, and what is most like one is but the heading of a part.
    """
    if (posted := _posted(marks)) >= 0:
        return posted
    last = min(limit, _MOST, marks.second_prose())
    scored = [(score, -at) for at in range(last) if (score := _score(marks, at)) >= _ENOUGH]
    best = -max(scored)[1] if scored else -1
    if best > 0 and _is_below_text(marks, best):
        return -1
    if best >= 0 and not _is_cited_otherwise(marks, best):
        return best
    first = next((at for at in range(last) if marks.lines[at].level), -1)
    return ELSEWHERE if first >= 0 and _is_cited_otherwise(marks, first) else -1


def _posted(marks: Marks) -> int:
    """Find the only heading that numbers a document, -1 for none: `Document 4: Minutes of X`.

    So pages of selections have it, below what their editors say of all of them.
    """
    found = [
        at for at, line in enumerate(marks.lines)
        if line.level and line.text[:3] in ("Doc", "DOC") and NUMBERED.match(line.text)
    ]  # fmt: skip
    alone = len(found) == 1 and marks.prose(0, found[0]) and marks.prose_below(found[0])
    return found[0] if alone else -1


def _is_below_text(marks: Marks, at: int) -> bool:
    """Tell whether a line stands right above a citation, and below all prose of the page."""
    cited = any(marks.cited[at + 1 : at + 2]) and not marks.lines[at].level
    return cited and marks.prose(0, at) >= _PROSE and not marks.prose(at + 1, len(marks.lines))


def _is_cited_otherwise(marks: Marks, at: int) -> bool:
    """Tell whether a citation on the page has another title than a line that is no heading."""
    if _is_heading(marks.lines[at]):
        return False
    mine = set(marks.lines[at].text.casefold().split())
    for line, cited in zip(marks.lines, marks.cited, strict=True):
        for part in parse(line.text) if cited and is_citation(line.text) else ():
            if part.column == "title":
                cited_as = line.text[part.start : part.end].casefold()
                if any(_is_alike(one[1], mine) for one in _WITHIN.finditer(cited_as)):
                    return True  # Cable from A. Orlov, 'Talk about the Boundary'
                words = set(cited_as.split())
                if _is_fuller(cited_as, marks.lines[at].text):
                    return True
                return 2 * len(words & mine) < min(len(words), len(mine))
    return False


def _is_fuller(cited: str, text: str) -> bool:
    """Tell whether a title as it is cited begins with a paper's own head and says more.

    >>> _is_fuller("telegram no. 41, orlov to the council of mines", "TELEGRAM No. 41")
    True
    """
    more = len(cited.split()) - len(text.split()) >= _FEWEST and cited.startswith(text.casefold())
    return more and is_only_a_kind(_NUMBERED_KIND.sub("", text))


def _is_heading(line: Line) -> bool:
    """Tell whether a line heads the page: the heading of a part does only as a document's."""
    return 0 < line.level <= _PAGE_LEVEL or (line.level > 0 and bool(form(line.text)))


def _is_alike(words: str, others: set[str]) -> bool:
    """Tell whether words are nearly the same as others."""
    mine = set(words.split())
    return len(mine & others) * _TENTHS >= _NEARLY * max(len(mine), len(others))


def title_span(line: Line) -> tuple[int, int]:
    """Give the place of a title in its line: without its number, or the site's name behind it.

    >>> line = Line(0, 31, "12. Letter of A. B. to C. | Archive")
    >>> line.text[slice(*title_span(line))]
    'Letter of A. B. to C.'
    """
    start, end = line.start, line.end
    if numbered := NUMBERED.match(line.text):
        start += numbered.end()
    if suffix := _SUFFIX.search(line.text):
        end = line.start + suffix.start()
    if (" to " in line.text or " TO " in line.text) and writer_and_reader(line.text):
        bare = NUMBER.match(line.text)
        start += bare.end() if bare else 0
        received = RECEIVED.search(line.text)
        end = line.start + received.start() if received else end
    return start, end


# What telegrams are that come or go, in other languages.
_BOUND = re.compile(
    r"\s+(?:in\s+(?:partenza|arrivo|uscita|entrata)|de (?:salida|entrada|llegada|d[ée]part|saída)"
    r"|[àa] l'arriv[ée]e|au d[ée]part|wychodząc[ya]|przychodząc[ya]|исходящая|входящая"
    r"|(?:aus|ein)gehend)\b",
    re.IGNORECASE,
)
# What became of a cipher, above its text: `Came to Cipher Department on 31.X. at 01.35`.
_CAME = re.compile(
    r"(?:Came|Received|Sent|De(?:ciphered|coded)|Transmitted|Typed|Printed) \w+ .*\d"
)
_NOTE = re.compile(r"\[[^\]]*\b(?i:translat|stenogra|transcri)\w*.*\]$")
_NUMBERED_KIND = re.compile(r"\s+(?:N[or]?\.?|N[\u00b0\u00ba]|\u2116|n[\u00fao]m?\.?)\s*\d\S*$")
# Titles that end with a shortened word: `..., 10 a.m. - 11.15 a.m.`
_SHORTENED = re.compile(
    r"\b(?:[ap]\.m|Jr|Sr|U\.S|U\.K|etc|Inc|Ltd)\.$|(?<=\d{4}\s)(?:r|гг?|god)\.$|(?<=\d{4})(?:r|гг?)\.$"
)


def date_at_end(text: str) -> tuple[int, int] | None:
    """Find the day with which a title ends, behind a comma: `..., 3 June 1957`.

    >>> date_at_end("Letter to the Presidium, 3 June 1957")
    (25, 36)
    """
    found = _DATED_END.search(text)
    if not found or len(found[1]) < len("1/1/1951"):
        return None
    return found.span(1)


def _score(marks: Marks, at: int) -> int:
    """Say how much speaks for a line, 0 for one that cannot be a title."""
    line = marks.lines[at]
    if not _may_be(marks, at):
        return 0
    text = line.text[slice(*(place - line.start for place in title_span(line)))]
    opening = form(" ".join(text.split()[:_OPENING]))
    score = (4 if line.level == 1 else 3) if line.level else 0
    score += 3 if opening else 1 if form(text) else 0
    score += bool(_PARTIES.search(text)) + bool(DATED_HEADING.match(text))
    score += bool(date_at_end(text)) + (marks.beside[at + 1 : at + 2] != [None] if at else 0)
    beside = [
        one.text for one in (*marks.lines[max(at - 1, 0) : at], *marks.lines[at + 1 : at + 2])
    ]
    again = _stands_again(marks, at, text.casefold())
    below = marks.lines[at + 1].text if at + 1 < len(marks.lines) else ""
    score += 6 * bool(text.isupper() and BYLINE.match(below)) - 4 * marks.is_glued(at)
    score += (3 + (line.text.count("|") == 1)) * (at == 0) * bool(_SUFFIX.search(line.text))
    score += 5 * bool(_OF_EDITION.match(line.text)) + 3 * again + 4 * bool(facts_in_row(below))
    score += 2 * (heads := marks.heads_labels(at + 1) and marks.is_apart_above(at)) + (
        heads and text.isupper() and marks.labels[at + 1] is not None
    )
    loud = line.text.isupper() or is_only_a_kind(_NUMBERED_KIND.sub("", line.text))
    score += bool(opening) * (
        3 * bool(loud and marks.goes_on(at)) + 4 * _leads(marks, at, loud=loud)
    )
    score -= 3 * (is_only_a_kind(text) and not marks.goes_on(at))
    wrote = bool(_WROTE_TO.match(text)) and not marks.is_glued(at)
    score += 3 * wrote + 6 * _is_of_parties(marks, at, text)
    talked = len(text) < _SHORT and TALK.search(text) and _PARTIES.search(text)
    score += 3 * bool((_SUBJECT.match(text) or talked) and marks.stands_apart(at))
    score += 3 * any(map(day_row, beside)) + 6 * (
        matter(marks.lines, at) or _is_of_works(marks, at)
    )
    score += any(marks.labels[at + 1 : at + 2]) or any(marks.beside[at + 1 : at + 2])
    score += (
        3 * _is_numbered_above(marks, at)
        + 5 * _is_between(marks, at)
        + 6 * _is_below_menu(marks, at)
    )
    score -= 4 * bool(_LETTERHEAD.fullmatch(text) and not line.level) + 9 * bool(_NOTE.match(text))
    score += 2 * bool(line.level and _AGREED.search(text))
    score -= 3 * bool(_VOLUME.search(text) and not opening) + 3 * bool(_SITE.search(text))
    named = heads or (at == 0 and line.text.count("|") == 1)
    return score - (2 if text.isupper() and not (opening or named) else 0)


def _stands_again(marks: Marks, at: int, folded: str) -> bool:
    """Tell whether a line further down begins with the words of a line."""
    size = len(folded)
    return any(one.text[:size].casefold() == folded for one in marks.lines[at + 1 :])


def _is_numbered_above(marks: Marks, at: int) -> bool:
    """Tell whether the number of a document is the line above one that stands apart."""
    numbered = at > 0 and NUMBER_LINE.fullmatch(marks.lines[at - 1].text) is not None
    return numbered and marks.stands_apart(at)


def _leads(marks: Marks, at: int, loud: bool) -> bool:
    """Tell whether a line is the first of a page, apart from the paper that it heads."""
    return at == 0 and not loud and marks.stands_apart(at)


def _is_between(marks: Marks, at: int) -> bool:
    """Tell whether a line stands between what is the site's and a block of labels with values."""
    if at < 1 or marks.lines[at].level:
        return False
    block, last = marks.labels[at + 1 : at + 6 : 2], len(marks.lines)
    labels = len(block) > 1 and all(one is not None and one.reach != "none" for one in block)
    rows = [marks.labels[row] or marks.beside[row] for row in range(at + 1, min(at + 4, last))]
    labels |= len(rows) > 2 and all(rows)
    return labels and marks.site[at - 1] and not any(one.level for one in marks.lines[:at])


def _is_below_menu(marks: Marks, at: int) -> bool:
    """Tell whether a line stands right below the site's menus, and above a day or a letterhead."""
    line, below = marks.lines[at], marks.lines[at + 1 : at + 2]
    if not 0 < at < _FIRST or not below or not marks.site[at - 1] or line.text.isupper():
        return False
    if line.text.count(" ") < _ENOUGH or any(one.level for one in marks.lines[:at]):
        return False
    if not (form(" ".join(line.text.split()[:_OPENING])) or _WROTE_TO.match(line.text)):
        return False
    return bool(DATE_LINE.fullmatch(below[0].text)) or is_letterhead(below[0].text)


def is_only_a_kind(text: str) -> bool:
    """Tell whether a line only says what kind of paper it is, in one language or two."""
    words: list[str] = []
    # Most lines are sentences, whose first word says so.
    first = text.partition(" ")[0]
    if first.isalpha() and _is_of_prose(first.casefold()) and not _BOUND.match(text, len(first)):
        return False
    text = _BOUND.sub("", text) if "  " in text or " " in text[:_BOUND_AT] else text
    for found in _WORD.finditer(text.casefold()):
        word = found[0]
        if _is_of_prose(word):
            return False
        words.append(word)
    return any(form(word) for word in words)


def _is_of_prose(word: str) -> bool:
    """Tell whether a word is one of English that is not said of papers."""
    return word not in _ADJECTIVES and is_english(word) and not form(word)


def _is_said(first: str, last: str) -> bool:
    """Tell whether lines are a sentence that somebody says: `On 12 May I met Kim.`, cut."""
    return last.endswith(".") and last is not first and _SPEAKS.search(first) is not None


def is_stopped_pair(text: str) -> bool:
    """Tell whether a title that says who wrote to whom ends with a stop, which is no part of it."""
    return text[-1:] == "." and is_pair(" ".join(text.split()))


def _is_of_parties(marks: Marks, at: int, text: str) -> bool:
    """Tell whether words of a line say who wrote to whom, alone or with the line that goes on."""
    over = marks.goes_on(at)
    return is_pair(f"{text} {marks.lines[at + over].text}" if over else text)


def _is_dated_below(marks: Marks, at: int) -> bool:
    """Tell whether a line ends with a comma, behind which the day stands on the next one."""
    on = marks.lines[at].text.endswith(",") and marks.goes_on(at)
    return bool(on) and DATE_LINE.fullmatch(marks.lines[at + 1].text) is not None


def _may_be(marks: Marks, at: int) -> bool:
    line = marks.lines[at]
    if marks.labels[at] or marks.beside[at] or marks.site[at] or marks.cited[at]:
        return False
    if line.kind or marks.is_value(at) or len(line.text) > _LONGEST:
        return False
    stopped = line.text.endswith((".", ";", ":", ",", "\u2026")) and not _SHORTENED.search(
        line.text
    )
    dated = _is_dated_below(marks, at)
    if stopped and not (line.level or dated or _is_of_parties(marks, at, line.text)):
        return False
    last = marks.lines[at + marks.goes_on(at)].text
    if not line.level and (line.text[:1].islower() or _is_said(line.text, last)):
        return False
    if not line.level and marks.is_glued(at + 1) and _SENTENCES.search(line.text):
        return False
    if DATE_LINE.fullmatch(line.text) or NUMBER_LINE.fullmatch(line.text):
        return False
    if is_of_site(line.text) or _CAME.match(line.text):
        return False
    words = line.text.count(" ") + 1
    below = marks.lines[at + 1].text if at + 1 < len(marks.lines) else ""
    few = (
        words >= _FEWEST
        or ((line.text.isupper() or is_only_a_kind(line.text)) and marks.goes_on(at) > 0)
        or bool(line.level)
        or (words > 1 and BYLINE.match(below) is not None)
    )
    return few and (not _ADDRESSED.match(line.text) or _is_of_works(marks, at))


def _is_of_works(marks: Marks, at: int) -> bool:
    """Tell whether a line is to somebody, a remark in brackets below it, then labels.

    So collected works head letters: `To J. Orlov / (Draft of Instructions)`.
    """
    below = marks.lines[at + 1].text if at + 1 < len(marks.lines) else ""
    bracketed = (
        below[:1] == "(" and below[-1:] == ")" and marks.lines[at].text[:3] in ("To ", "TO ")
    )
    return bracketed and marks.heads_labels(at + 2)
