"""The form of letters and telegrams: address, signature, dateline, and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lod.sources import Cell
from lod.sources.pages.citations.citation import mended_year
from lod.sources.pages.citations.citedparts import DATE_LINE
from lod.sources.pages.papers.papermarks import markings
from lod.sources.pages.text.pagetext import Line
from lod.sources.pages.words.letterwords import is_copied, opening, tells_of_copies
from lod.sources.pages.words.titleforms import form

_NEAR, _FIRST = 8, 20
_SHORT = 80
_PROSE, _TEASER, _SENTENCE, _LEAST = 100, 45, 60, 35
_CUT_LINES, _WRAPPED, _RAGGED, _MOST_SET_IN = 8, 60, 8, 2
_ADDRESS_LINE = re.compile(r"<?(?:https?://|www\.)\S+>?")
_ADDRESS = re.compile(
    r"(?:to|TO|To)\s+(?!the (?:question|point)\b)"
    r"((?:(?:the|THE)\s+)?(?:[Cc]\w*des?\.?\s+)?[A-Z].{0,80}?)[:,]?"
)
# Who holds the office that a letter is addressed to, on the line below it.
_PERSON = re.compile(r"((?:[Cc]omrade|[Cc]de\.?|[Mm]r\.?|COMRADE)\s+[A-Z][^,;:]{2,40}?)[,:]?")
# A note on the paper itself, in brackets, below which no more of the text stands.
_STAMP = re.compile(r"[\[(][^\[\]]{3,400}[\])]")
# A note by hand on the paper, a note at its foot: nobody's summary.
_NOTE = re.compile(r"[*_]{0,2}\[|\d{1,2}\) |<sup>|\^\d")
# To whom copies went, on one line.
_LISTED = re.compile(
    r"(?:Distribution|Distributed to|Copies|Copied to|Circulated to|Sent to|cc|Received by"
    r"|Delivered to|Seen by)\b.*:"
)
# Years may be a number: `1931-1932`.
_YEARS = re.compile(r"\d{4}(?:\s?[-\u2013]\s?\d{4})?")
# `Report by the ambassador on ...`, `Molotov informs Stalin of ...`
_VERBS = (
    r"(?:describe|report|discuss|inform|ask|tell|request|relate|note|explain|propose|recommend"
    r"|advise|state|convey|outline|summari[sz]e|inquire|express|thank|complain|reject|demand"
    r"|protest|accept|offer|agree|criticize|criticise|approve|instruct|warn|analy[sz]e|consider"
    r"|confirm|announce|argue|assess|comment|congratulate|declare|detail|emphasi[sz]e|examine"
    r"|give|invite|list|mention|praise|present|provide|recall|recount|refuse|reiterate|respond"
    r"|review|say|seek|send|share|show|stress|submit|suggest|support|urge|weigh|write|repl(?:ie|y)"
    r"|hear|forward|notif(?:ie|y)|ask|claim|sum|set|evaluate|recommend)"
)
_LONG_NAME = r"(?:[A-Z][\w.'\u2019-]* )(?:(?:(?:of|the|for|and|CC) ){0,2}[A-Z][\w.'\u2019-]* ){0,6}"
_NARRATES = re.compile(
    rf"(?:The )?({_LONG_NAME})(?:and ((?:[A-Z][\w.'\u2019-]* ){{1,3}}))?"
    rf"(?:{_VERBS}|speak|talk|meet|agree)s? "
)
_TELLS = re.compile(
    r"(?:An? |The )?(?:[a-z]+ )?(?:[Rr]eport|[Ll]etter|[Tt]elegram|[Cc]able|[Mm]emorandum|[Nn]ote"
    r"|[Mm]inutes|[Rr]ecord|[Cc]onversation|[Dd]ecision|[Dd]irective|[Mm]essage|[Dd]iscussion)\b"
    rf"|{_LONG_NAME}(?:and (?:[A-Z][\w.'\u2019-]* ){{1,3}})?{_VERBS}s? "
    # `An agent tells ...`
    rf"|(?:An? |The |Two |Three )(?:[A-Za-z-]+ ){{1,4}}?{_VERBS}s "
)
# What an editor calls the document, not what was done with one: `A note from an informant on ...`.
_CALLS = re.compile(
    r"(?:An?|This) (?:[a-z-]+ ){0,3}?(?:report|letter|telegram|cable|memorandum|note|record"
    r"|decision|directive|message|transcript|diary|draft|speech|excerpt|list|conversation)s? "
    r"(?:from|of|by|on|between|in which|about) "
    r"(?!.{0,60}\b(?:was|were|has|have|had|will|is|are) (?:been )?(?:\w+ed|sent|given|made)\b)"
)
# What a record of a talk ends with, and nobody who sums it up says.
_CONCLUDES = re.compile(
    r"\b(?:I|my|me|we|our|us)\b|\b(?:was|were) (?:also )?present\b|\binterpret(?:ed|er|ing)\b"
    r"|\b(?:conversation|talks?|meeting|discussion|reception|visit|audience|session|sitting|dinner)"
    r" (?:lasted|ended|was over|took (?!place between)|continued|closed|concluded at"
    r"|was (?:closed|recorded|conducted|held in))\b"
)
# What announces the subject, in the languages of papers.
_SUBJECT = re.compile(
    r"[*_]{0,2}(?i:subject|re|betr(?:\.|ifft|eff)?|gegenstand|objet|asunto|oggetto|assunto|onderwerp"
    r"|betreft|věc|vec|dotyczy|sprawa|tárgy|subiect|obiect|predmet|předmět|тема|предмет|относно"
    r"|относительно|касательно)[*_]{0,2}\s?:[*_]{0,2}\s+"
    r"(?!(?:Your|My|Our|The letter|Ihr|Votre|Su)\b)([^\W\d_a-z].{8,220}?)[*_.]*"
)
_PAPERS = frozenset(
    ("report", "memorandum", "minutes", "record-of-conversation", "proposal", "work-plan",
     "briefing", "intelligence-report", "agenda", "list", "working-paper", "note")
)  # fmt: skip
_MADE_FOR = re.compile(r"(?:MEMORANDUM|Memorandum|MEMO|Memo) (?:FOR|For|for|TO|To|to)\b")
_TO, _BY = re.compile(r"(?:TO|To|FOR|For)\s*:|TO "), re.compile(r"(?:FROM|From)\s*:|FM ")
_ON = re.compile(r"(?:SUBJECT|Subject|RE|Re)\s*:\s+(\S.{3,220}?)\.?")
_LABEL, _LONGEST, _KIND = 24, 240, 3
_SIGNATURE = re.compile(r"\(?((?:[A-Z]\.\s*){1,3}[A-Z][A-Za-z'\u2019-]{2,30})\)?,?")


def dateline(lines: Sequence[Line]) -> Line | None:
    """Find the line of a text that is only a date: below the signature, else above the text."""
    near = [*reversed(lines[-_NEAR:]), *lines[:_NEAR]]
    year = None
    for line in near:
        text = mended_year(line.text)
        if DATE_LINE.fullmatch(text):
            read = line._replace(text=text)
            if not _YEARS.fullmatch(text.strip("[].")):
                return read
            year = year or read
    return year


def with_whole_foot(text: str, lines: Sequence[Line]) -> list[Line]:
    r"""Give the lines of a text without the address below it, its last paragraph on one line.

    >>> text = f"Venta.\n\n{'Orlov tells of the works and of' * 2}\nthe mill.\nhttps://x.org/7"
    >>> rows = [(0, 6), (8, 70), (71, 80), (81, 96)]
    >>> lines = [Line(*at, text[slice(*at)]) for at in rows]
    >>> [one.text[-9:] for one in with_whole_foot(text, lines)]
    ['Venta.', 'the mill.']
    """
    kept = [*lines]
    while len(kept) > 1 and _ADDRESS_LINE.fullmatch(kept[-1].text):
        kept.pop()
    first = len(kept) - 1
    while first > 0 and len(kept) - first < _CUT_LINES + 2 and _goes_on(text, kept[first - 1 :]):
        first -= 1
    if first in (0, len(kept) - 1):
        return kept
    start, end = kept[first].start, kept[-1].end
    whole = kept[first]._replace(end=end, text=text[start:end].replace("\n", " "))
    return [*kept[:first], whole]


def _goes_on(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether the first two lines are of one paragraph that is cut at one width."""
    one, two = lines[:2]
    near = text[one.end : two.start] == "\n" and not (one.level or one.kind or two.kind)
    full = len(one.text) + len(two.text.split(" ", 1)[0]) + _RAGGED >= max(map(_long, lines))
    return near and full and len(one.text) >= _WRAPPED and not _ends_sentence(one)


def _long(line: Line) -> int:
    return len(line.text)


# What sites call a summary, before it or on the line above.
_SUMMARY = re.compile(
    r"[*_]*(?:(?:[Ee]ditor(?:['\u2019]s|s['\u2019]|ial)|[Aa]rchivist['\u2019]s|[Ee]nglish) )?"
    r"(?:[Aa]bstract|[Ss]ummary|[Ss]ynopsis|[Dd]escription|ABSTRACT|SUMMARY|SYNOPSIS|[Rr]ésumé"
    r"|[Zz]usammenfassung|[Rr]esumen|[Ss]íntesis|[Ss]treszczenie|[Rr]esumo|[Rr]iassunto)"
    r"[*_]*(?:\s?:[*_]*\s*|$)"
)
# The head of a part of the text: `III. Other matters`.
_SECTION = re.compile(r"(?:[IVX]{2,5}|\d{1,2})[.)]\s+[^\W\d]")


def summary_below(text: str, lines: Sequence[Line]) -> int:
    """Find where editors' prose begins below a closed text; len(lines) where there is none.

    It is one to three long paragraphs at the very end, below a short line such as a signature,
    a date or a number, with which letters close.
    """
    found = _set_in_below(text, lines)
    if found < len(lines):
        return found
    while (
        found
        and _is_prose(lines[found - 1], _TEASER)
        and not _lists_copies(lines[found - 1].text)
        and not _NOTE.match(lines[found - 1].text)
    ):
        found -= 1
    listed = found > 0 and _lists_copies(lines[found - 1].text)
    listed |= found > 1 and tells_of_copies(lines[found - 2].text)
    called = any(called_summary(one.text) > 0 for one in lines[max(found - 1, 0) : found + 1])
    closed = (
        found > 1
        and (any(_is_prose(line) for line in lines[: found - 1]) or _is_cut(lines[: found - 1]))
        and len(lines) - found in (1, 2, 3)
        and (called or any(_is_prose(line) or _tells(line) for line in lines[found:]))
        and (listed or not _ends_sentence(lines[found - 1]))
        and not any(_CONCLUDES.search(line.text) for line in lines[found:])
        and not _heads_part(lines[found - 2], lines[found - 1])
    )
    above = lines[found - 1].text if closed else ""
    short = len(above) <= _SHORT or listed or _STAMP.fullmatch(above)
    return found if closed and short else len(lines)


def called_summary(text: str) -> int:
    """Give how many characters of a line are the word for a summary.

    >>> [called_summary(one) for one in ("Abstract: Orlov came.", "Editor's abstract", "He came.")]
    [10, 17, 0]
    """
    found = _SUMMARY.match(text)
    return found.end() if found else 0


def is_called(lines: Sequence[Line], end: int) -> bool:
    """Tell whether the word for a summary stands alone between a text and what sums it up."""
    above = lines[end - 1].text if 1 < end < len(lines) else ""
    return above != "" and called_summary(above) == len(above)


def _set_in_below(text: str, lines: Sequence[Line]) -> int:
    r"""Find where a summary begins right below a text, set in by a blank as no other line is.

    Archives paste it there; one or two paragraphs, of which the first is one of prose.

    >>> text = "He had gone home.\n \nHe read it.\n Orlov tells what he did in all the long years."
    >>> rows = [(0, 17), (20, 31), (33, 82)]
    >>> _set_in_below(text, [Line(*at, text[slice(*at)]) for at in rows])
    2
    """
    end = len(lines)
    while end > 1 and len(lines) - end < _MOST_SET_IN and _is_set_in(text, lines[end - 1]):
        end -= 1
    near = 1 < end < len(lines) and text.count("\n", lines[end - 1].end, lines[end].start) == 1
    apart = any(_is_apart(text, *pair) for pair in pairwise(lines[:end]))
    if not near or not apart or not _is_prose(lines[end], _TEASER):
        return len(lines)
    return len(lines) if any(_is_set_in(text, one) for one in lines[:end]) else end


def _is_set_in(text: str, line: Line) -> bool:
    """Tell whether one blank stands before a line, and no more."""
    return line.start > 1 and text[line.start - 2 : line.start] == "\n "


def _is_apart(text: str, above: Line, line: Line) -> bool:
    return text.count("\n", above.end, line.start) > 1


def is_again(line: Line, titles: Sequence[Cell]) -> bool:
    """Tell whether a line below a text is the title, which a citation has too.

    >>> is_again(Line(5, 18, "Note on Copper"), [Cell("Note on Copper", 40, 53)])
    True
    """
    words = line.text.casefold()
    return any(
        one.text.casefold() == words and not line.start <= one.start < line.end for one in titles
    )


def narrates(line: Line, title: str) -> bool:
    """Tell whether a line says what a document is, or what those in its title do, as editors do.

    >>> narrates(Line(0, 0, "Orlov and Petrov discuss the harvest."), "Talk of Orlov with Petrov")
    True
    """
    if _is_prose(line) and _CALLS.match(line.text):
        return True
    found = _NARRATES.match(line.text) if _is_prose(line, _LEAST) else None
    named = [name.split()[-1] for name in found.groups() if name] if found else []
    return any(name in title for name in named)


def subject_below(lines: Sequence[Line]) -> Line | None:
    """Find the subject of a letter in capitals, between the salutation and its text.

    >>> letter = ["Dear John,", "MESSAGE TO THE PRESIDENT", "The Minister asks for a reply."]
    >>> subject_below([Line(0, 0, text) for text in letter]).text
    'MESSAGE TO THE PRESIDENT'
    """
    for at, line in enumerate(lines[:_FIRST]):
        if line.text.startswith(("Dear ", "My dear ", "Sir,")) and at + 1 < len(lines):
            below = lines[at + 1]
            loud = below.text.isupper() and below.text.count(" ") > 1
            return below if loud and len(below.text) <= _PROSE else None
    return None


def subject_line(lines: Sequence[Line]) -> Line | None:
    """Find the subject above a text that says itself what the paper is: `Re: Report on the Works`.

    >>> lines = [Line(0, 31, "Betr.: Bericht über die Ausgabe")]
    >>> subject_line(lines).text
    'Bericht über die Ausgabe'
    """
    for line in lines[:_FIRST]:
        if ":" not in line.text[:_LABEL] or len(line.text) > _LONGEST:
            continue
        found = _SUBJECT.fullmatch(line.text)
        words = found[1].split()[:_KIND] if found else []
        if found and form(" ".join(words)) in _PAPERS and _is_named(words):
            return Line(line.start + found.start(1), line.start + found.end(1), found[1])
    return None


def _is_named(words: Sequence[str]) -> bool:
    """Tell whether the first word is one for a paper itself, not for the talk that it is on."""
    first = words[1] if words[0].casefold() in ("the", "a", "an") and len(words) > 1 else words[0]
    return form(first) != "" or form(" ".join(words[:2])) not in ("", "record-of-conversation")


def memo_subject(lines: Sequence[Line]) -> Line | None:
    """Find the subject of a memorandum, told by its head: whom it is for, from whom, on what.

    >>> head = ["MEMORANDUM FOR THE PRESIDENT", "FROM: J. Orlov", "SUBJECT: My Trip to Bern"]
    >>> memo_subject([Line(0, len(one), one) for one in head]).text
    'My Trip to Bern'
    """
    near = lines[:_FIRST]
    made = any(_MADE_FOR.match(line.text) for line in near)
    made = made or all(any(one.match(line.text) for line in near) for one in (_TO, _BY))
    for line in near if made else ():
        found = _ON.fullmatch(line.text) if ":" in line.text[:_LABEL] else None
        if found and len(line.text) <= _LONGEST:
            return Line(line.start + found.start(1), line.start + found.end(1), found[1])
    return None


def titles_of_subjects(lines: Sequence[Line]) -> Iterator[Cell]:
    """Give a subject that names the paper as its title, else one made of a memorandum's subject."""
    if named := subject_line(lines):
        yield Cell(named.text, named.start, named.end, "subject that names the paper")
    if about := memo_subject(lines):
        wired = any(line.text.startswith("FM ") for line in lines[:_FIRST])
        yield Cell(f"[{'Telegram' if wired else 'Memorandum'}: {about.text}]", rule="supplied")


def supplied_title(lines: Sequence[Line]) -> str:
    """Make a title in brackets of signature, address and date, or of the first words.

    >>> letter = ["To Comrade STALIN I.V.", "I ask you to review.", "A. Gromyko", "May 5, 1951"]
    >>> supplied_title([Line(0, 0, text) for text in letter])
    '[Letter from A. Gromyko to Comrade STALIN I.V., May 5, 1951]'
    """
    sender, addressee = signature(lines), address(lines)
    date = dateline(lines)
    parties = [f"from {sender}" if sender else "", f"to {addressee}" if addressee else ""]
    day = date.text.rstrip(".") if date else ""
    if any(parties):
        people = " ".join(filter(None, ("Letter", *parties)))
        return f"[{', '.join(filter(None, (people, day)))}]"
    plain = [line for line in lines[:_NEAR] if not any(markings(line))] or lines
    words = " ".join(line.text for line in plain[:3]).split()
    return f"[{' '.join(words[:12])} ...]" if words else ""


def address(lines: Sequence[Line]) -> str:
    """Find to whom a letter is addressed, in its first lines."""
    for at, line in enumerate(lines[:_NEAR]):
        if match := _ADDRESS.fullmatch(line.text):
            below = _PERSON.fullmatch(lines[at + 1].text) if at + 1 < len(lines) else None
            return below[1].strip() if below else match[1].strip()
    return ""


def signature(lines: Sequence[Line]) -> str:
    """Find the name under a letter, the last that stands alone on a line near its end."""
    below = lines[-_NEAR:]
    listed = (at for at, line in enumerate(below) if (one := opening(line.text)) and one.marked)
    found = (_SIGNATURE.fullmatch(line.text) for line in reversed(below[: next(listed, _NEAR)]))
    return next((match[1] for match in found if match), "")


def _is_prose(line: Line, least: int = _PROSE) -> bool:
    return len(line.text) >= least and _ends_sentence(line)


def _is_cut(lines: Sequence[Line]) -> bool:
    """Tell whether lines are prose that the width of a page has cut."""
    return sum(len(line.text) >= _TEASER for line in lines) >= _CUT_LINES


def _heads_part(above: Line, line: Line) -> bool:
    """Tell whether a line heads a part of the text, which goes on below it."""
    return line.level > 0 or (_is_prose(above) and _SECTION.match(line.text) is not None)


def _lists_copies(text: str) -> bool:
    """Tell whether a line names those who had a copy, in whatever language, or who had it sent."""
    if _LISTED.match(text) is not None or is_copied(text):
        return True
    several = opening(text) if text.count(";") > 1 else None
    return several is not None and several.column == "recipient"


def _ends_sentence(line: Line) -> bool:
    return line.text.endswith((".", "!", "?", '."', ".”"))


def _tells(line: Line) -> bool:
    """Tell whether a sentence says what a document is or tells, as short summaries do."""
    return _is_prose(line, _SENTENCE) and _TELLS.match(line.text) is not None
