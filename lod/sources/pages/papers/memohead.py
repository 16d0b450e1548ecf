"""The head of a memorandum or record: labels with their values, entries hanging below them.

`TO:`, `FROM:`, `PARTICIPANTS:`, `cc:` stand before one entry or several, one a line, indented as
far as the first or in a block of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lod.sources.pages.papers.listedposts import is_chief, is_post
from lod.sources.pages.papers.listrows import (
    ends_in_rank,
    further,
    gap_between,
    in_row,
    is_numbered_row,
    labels_apart,
)
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.papers.salutations import RECEIVERS
from lod.sources.pages.persons.entryname import LINKS, NO_NAMES, is_head, is_plain, person_in
from lod.sources.pages.persons.listednames import (
    ROW,
    bodies_in,
    is_row_of_names,
    is_unit,
    persons_in,
)
from lod.sources.pages.persons.reflow import rejoined
from lod.sources.pages.words.letterwords import (
    Announced,
    announced,
    is_absent,
    is_label,
    opening,
    tells_of_copies,
)
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import RANKS

_LONGEST, _MOST, _LINES_LONG = 110, 40, 1000
_MOST_WORDS, _LINE, _LONGEST_RANK = 5, 70, 40
_LISTS = frozenset(("copy_recipient", "participant"))
_ALONE = frozenset(
    ("distribution", "distribution list", "copies", "copies to", "copied to", "copy to", "cc",
     "circulated to", "sent to", "mailed to", "verteiler", "rozdzielnik", "rozdělovník",
     "ampliations", "разослано", "рассылка", "копии")
)  # fmt: skip
# Those whom a paper reaches, who may be its addressees.
_RECEIVE = re.compile(r"[*\[(]{0,3}(?:[Tt]hey |To )?[Rr]eceives? it\s?:")
# How and by whom a paper went out, behind those who had it.
_WENT_OUT = re.compile(
    r"\.\s+(?:Dispatched|Sent|Transmitted|Typed|Enciphered|Encrypted|Printed|Cipher|Executed)\b"
)
# What has several for those who had copies, wherever it stands.
_SENT = re.compile(
    r"[\[(*]{0,3}(?:(?:was )?sent|forwarded|gesandt|versandt|envoyé|enviado|inviato|wysłano"
    r"|zasláno|отправлено|направлено)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?:[Cc]omrs?|[Cc]des|[Cc]omrades|тт|[Cc]oms)[.:]? [^\W\d_]\w+"
    r"(?:,|\s?[-\u2013\u2014]\s(?:all|in full|whole|entire|points?|items?|pp?\.)[^;,]{0,24};) "
)
_SEVERAL = re.compile(
    r"(?:[Cc]omrades|[Cc]des\.?|Messrs\.?|Genossen|Gen\.|[Tt]owarzysze|[Tt]ow\.|[Ss]oudruzi|elvtársak"
    r"|[Tt]ovarăşii|[Tt]ovarășii|товарищи|товарищам|тт\.|другарите|drugovi|camarades|compañeros)\s*:\s*"
)
# `For Poland: J. Cyrankiewicz`, below the label of those present.
_OF_SIDE = re.compile(r"(?:[Ff]or |[Ff]rom )?(?:the )?[A-Z][\w. -]{1,30}:\s+")
_SIDE_ALONE = re.compile(
    r"(?:For|From|On behalf of) (?:the )?"
    r"([A-Z][\w.-]+(?: (?:(?:of|the|and) ){0,2}[A-Z][\w.-]+){0,3})"
)
# An office, and for whom there: `SA Embassy, Washington (for Mr D B Sole)`.
_MEANT_FOR = re.compile(
    r"\((?:[Ff]or(?: the attention of)?|[Aa]ttn\.?:?|[Aa]ttention:?|[Pp]ersonal (?:for|to)"
    r"|f\.?a\.?o\.?) (?:the )?([^()\s]+ [^()]{3,60})\)"
)
# `Present: The representatives of the following countries: Brazil, ...`
OF_STATES = re.compile(
    r"(?:The )?(?:representatives|delegations|delegates|observers) (?:of|from)\b[^:\n]{0,60}:"
)
# Three of a row, behind which others stand: `Orlov, Vesely, Dorn, members of the Presidium`.
_FIRST_NAMES = re.compile(r"(?:[^,;()\n]{2,40}, ){2}[^,;()\n]{2,40}(?=,)")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?<=\w{3})\.\s+(?=[A-Z])")
_STOP = re.compile(r"(?<=\w{3})\.(?=\s+(?:[A-Z]|Also\b))")
_TAKING_PART = re.compile(
    r" (?:(?:also )?(?:took|takes) part|(?:also )?(?:participated|attended)|(?:was|were) )"
)
_OFFICIAL = NO_NAMES | LINKS | {"the"}
_CUT = re.compile(r"(?<=[^\W\d_]{2})-$")  # a word that stands on two lines
_HELD = re.compile(r"[(,;]")
# How many copies: `Department International Relations, 2x`.
_COUNT = re.compile(r",?\s\(?\d{1,2}\s?(?:x|\u00d7|cop(?:y|ies)|Ex\.?|egz\.?)\)?$")
_DASH, _FEWEST_DASHES = re.compile(r"\s+[-\u2013\u2014](?:\s+|$)"), 2
_BULLET = re.compile(r"(?:[-\u2013\u2022*]|\d{1,2}[.)])\s+(?=\S)")


def head(text: str, lines: Sequence[Line], kind: Callable[[str], str]) -> Iterator[Told]:
    """Find senders, addressees, those present and those who had copies, one after another.

    kind: what tells what words are known as.
    """
    lines = list(labels_apart(lines))
    behind, there, (first, last) = 0, 0, _prose(lines)
    for at, line in enumerate(lines):
        label = opening(line.text) if at >= behind and len(line.text) < _LINES_LONG else None
        label = label or _bare(lines, at) or (further(line.text) if at == there > 0 else None)
        if not label:
            there += at == there and is_absent(line.text.partition(":")[0])
            continue
        column = label.column
        entries, behind = _entries(text, lines, at, label.start, listed=column in _LISTS)
        there = behind if column == "participant" else there
        below = (first < at and last <= at) or _SENT.match(line.text) is not None
        below = below or (at > 0 and tells_of_copies(lines[at - 1].text))
        if column == "recipient" and below and (len(entries) > 1 or _has_several(text, entries)):
            column = "copy_recipient"
        received = column == "copy_recipient" and _RECEIVE.match(line.text)
        rule = RECEIVERS if received else f"head of the paper: {column}"
        for place in _told(text, entries, column, kind):
            yield Told(column, *place, rule)


def _bare(lines: Sequence[Line], at: int) -> Announced | None:
    """Read a word for copies that stands alone above a list of names: `Distribution`."""
    text = lines[at].text
    if at + 1 == len(lines) or len(text) > _LINE:
        return None
    words = text.rstrip(".").casefold()
    alone, below = words in _ALONE, lines[at + 1].text
    said = announced(words) if " " in words else ""
    by = said == "author" and words.endswith((" by", " von", " par"))
    sided = said == "participant" and not text.isupper()
    if not (alone or by or sided) or not is_entry_of_list(below) or is_label(below):
        return None
    if alone:
        return Announced("copy_recipient", len(text), marked=False)
    if by:
        return Announced("author", len(text), marked=False) if person_in(below) else None
    named = person_in(below) or announced(below) == "participant"
    return Announced("participant", len(text), marked=False) if named else None


def _prose(lines: Sequence[Line]) -> tuple[int, int]:
    """Give the first and the last line of a text's prose, below which copies are listed."""
    long = [at for at, one in enumerate(lines) if len(one.text) >= _LONGEST]
    return (long[0], long[-1]) if long else (len(lines), len(lines))


def _has_several(text: str, entries: Sequence[tuple[int, int]]) -> bool:
    return any(one in text[lo:hi] for lo, hi in entries for one in (",", ";", " and "))


def _told(
    text: str, entries: Sequence[tuple[int, int]], column: str, kind: Callable[[str], str]
) -> Iterator[tuple[int, int]]:
    """Give those whom the entries of a label name; headings of sides are none."""
    single = column not in _LISTS or len(entries) > 1
    entries = list(_parted(text, entries, column))
    lone = len(entries) == 1
    for lo, end in entries:
        start = lo
        if column == "participant" and (sided := _OF_SIDE.match(text, lo, end)):
            start = sided.end()
        said = text[start:end].strip(" :")
        if is_side(said, kind) or is_chief(said):
            continue
        listed = column != "copy_recipient" or ";" in said
        if not listed and (meant := _MEANT_FOR.search(text, start, end)):
            yield from _meant(text, start, meant)
            continue
        alone = single and not _MANY.match(text, start, end) and not _is_row(text[start:end], kind)
        read = rejoined(text[start:end], start)
        found = [(one, read.end(two)) for one, two in persons_in(read.text, start, whole=alone)]
        word = lone and column in _LISTS and _WORD.fullmatch(text[lo:end].strip(" ."))
        if column == "author" or word:
            found = [one for one in found if is_plain(text[slice(*one)])]
        if column == "copy_recipient":
            entry = _COUNT.sub("", text[start:end])
            if is_head(entry.split(None, 1)[0]) and not _HELD.search(entry):
                found = []
            named = (one for one in found if kind(text[slice(*one)]) != "place")
            found = [one for one in named if not is_unit(text[slice(*one)])]
            found += bodies_in(text[start:end], start, found)
        yield from found


def _meant(text: str, start: int, meant: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give for whom in an office a copy is, and the office."""
    if name := person_in(meant[1]):
        yield meant.start(1) + name[0], meant.start(1) + name[1]
    yield from bodies_in(text[start : meant.start()].rstrip(), start, ())


def is_side(words: str, kind: Callable[[str], str]) -> bool:
    """Tell whether words only name the side of whom those are that follow: `For South Africa`.

    >>> is_side("For Poland:", lambda name: "place" if name == "Poland" else "")
    True
    """
    bare = words.strip(" :")
    of_side = _SIDE_ALONE.fullmatch(bare)
    return kind(of_side[1] if of_side else bare) == "place"


def _parted(
    text: str, entries: Sequence[tuple[int, int]], column: str
) -> Iterator[tuple[int, int]]:
    """Part the entries of a label: those present by sentences, lists at the dashes in them."""
    for entry in entries:
        if column == "participant" and OF_STATES.match(text, *entry):
            continue
        parts = _sentences(text, *entry) if column == "participant" else [entry]
        if column == "copy_recipient" and (out := _WENT_OUT.search(text, *entry)):
            parts = [(entry[0], out.start())]
        for part in (row for one in parts for row in in_row(text, *one)):
            yield from _between_dashes(text, *part) if column in _LISTS else [part]


def _between_dashes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part an entry at the dashes between names, where nothing else parts them."""
    marks = [one.span() for one in _DASH.finditer(text, start, end)]
    if len(marks) < _FEWEST_DASHES or "," in text[start:end] or ";" in text[start:end]:
        yield start, end
        return
    for begin, stop in zip([start, *(two for _, two in marks)], [*(one for one, _ in marks), end],
                           strict=True):  # fmt: skip
        if begin < stop:
            yield begin, stop


def _is_row(entry: str, kind: Callable[[str], str]) -> bool:
    """Tell whether an entry is persons in a row, no towns among them; a body may stand last."""
    entry = entry.rstrip(" ,\n")
    first = _FIRST_NAMES.match(entry)
    if first and is_row_of_names(first[0]):
        entry = first[0]
    parts = (part.strip(" .") for part in ROW.split(entry))
    return is_row_of_names(entry) and not any(kind(part) == "place" for part in parts)


def listed_first(names: str) -> str:
    """Give the first sentence of a list of names: others may follow, on who came later.

    >>> listed_first("R. Nyers, J. Fock. Comrade Puja took part in item 3.")
    'R. Nyers, J. Fock'
    """
    ends = (one for one in _SENTENCE_END.finditer(names) if not ends_in_rank(names[: one.start()]))
    return names[: first.start()] if (first := next(ends, None)) else names


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    for one in _STOP.finditer(text, start, end):
        if not ends_in_rank(text[max(start, one.start() - _LONGEST_RANK) : one.start()]):
            yield one.start()


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part an entry into sentences, each as far as its verb: `Comrade X took part in item 3`."""
    for hi in [*_stops(text, start, end), end]:
        verb = _TAKING_PART.search(text, start, hi)
        yield start, verb.start() if verb else hi
        start = hi + 1 + (text[hi + 1 : hi + 2] == " ")


def _entries(
    text: str, lines: Sequence[Line], at: int, begin: int, *, listed: bool = False
) -> tuple[list[tuple[int, int]], int]:
    """Give the entries of a label, and the line behind them; deeper lines go on with an entry.

    begin: where in the line the first one begins. listed: the label announces several, so that a
    name right below the first is one more.
    """
    line = lines[at]
    lo = line.start + begin
    entries = [(lo, line.end)] if lo < line.end else []
    column = indent(text, lo) if entries else -1
    own = indent(text, line.start)
    last, stop = line, at + 1
    beside = {column} - {-1}
    while stop < len(lines) and stop - at < _MOST and len(lines[stop].text) < _LONGEST:
        one = lines[stop]
        gap, margin = gap_between(text, last.end, one.start), indent(text, one.start)
        column = margin if column < 0 else column
        begins = listed and not entries and is_entry_of_list(one.text)
        apart = gap > 1 and not (margin > own or begins)
        named = listed and _SEVERAL.match(one.text)  # Comrades: Kania, Jaruzelski
        if gap > 2 or apart or (is_label(one.text) and not named) or opening(one.text):
            break
        if (gap and _bare(lines, stop)) or is_absent(one.text):
            break
        if gap == 0 and last is not line and listed:  # side by side in two columns
            beside.add(margin)
            entries.append((one.start, one.end))
        elif not _goes_on(text, entries, one, (gap, margin, column, own), beside, listed=listed):
            break
        last, stop = one, stop + 1
    return entries, stop


def _goes_on(  # noqa: PLR0913 - where a line stands
    text: str,
    entries: list[tuple[int, int]],
    one: Line,
    place: tuple[int, int, int, int],
    beside: set[int],
    *,
    listed: bool,
) -> bool:
    """Take a line below a label for a further entry, or for more of the last; else say no."""
    gap, margin, column, own = place
    hangs = margin == column and (margin > own or not entries or column == own)
    hangs |= margin in beside and margin > own
    near = gap == 1 and margin == own and bool(entries)
    alike = listed or (near and ", " in one.text and ", " in text[slice(*entries[-1])])
    hangs |= near and (_is_ranked(one.text) or (alike and is_entry_of_list(one.text)))
    cut = gap == 1 and bool(entries) and one.text[0].islower() and _CUT.search(text, *entries[-1])
    if cut or (near and (text[entries[-1][1] - 1] == "," or _is_dashed(text, entries[-1]))):
        entries[-1] = (entries[-1][0], one.end)  # a list that goes on
    elif hangs and not (column == own and _is_closed(one.text)):
        entries.append((one.start, one.end))
    elif margin > column and entries:
        entries[-1] = (entries[-1][0], one.end)
    else:
        return False
    return True


def _is_dashed(text: str, entry: tuple[int, int]) -> bool:
    """Tell whether an entry ends with a dash that parts names: `The Prime Minister -`."""
    return text[entry[1] - 2 : entry[1]] in (" -", " \u2013", " \u2014")


def _is_ranked(text: str) -> bool:
    """Tell whether a line is nothing but a rank and a name: Mr. Christian."""
    words = text.split()
    ranked = words[0].strip(".").casefold() in RANKS and words[0][0].isupper()
    return ranked and 1 < len(words) <= _MOST_WORDS and person_in(text) is not None


def _is_closed(text: str) -> bool:
    """Tell whether a line ends a sentence: the stop behind an initial does not."""
    return text.endswith(".") and not text[-2:-1].isupper()


def is_entry_of_list(text: str) -> bool:
    """Tell whether a line is one of a list of persons or offices: EUR - Mr. Perkins."""
    if is_numbered_row(text):
        return True
    text = _BULLET.sub("", text)
    if text[:1].isupper() and (is_post(text) or _SIDE_ALONE.fullmatch(text.rstrip(":"))):
        return True
    said = text.split(" - ", 1)[-1]
    closed = text.endswith(("!", "?")) or (text.endswith(".") and not _ends_shortened(text))
    short = (0 < len(text) <= _LINE and not closed) or is_row_of_names(text) or _is_ranked_row(text)
    if not short or not text[0].isupper() or is_absent(text):
        return False
    office = {word.strip(",").casefold() for word in said.split()} <= _OFFICIAL
    held = "(" in said and any(persons_in(said, 0, whole=True))
    return office or held or person_in(said) is not None or any(bodies_in(said, 0, ()))


def _is_ranked_row(text: str) -> bool:
    """Tell whether a line is persons in a row, each with his rank, a body or the file behind them.

    >>> _is_ranked_row("Comrade Jan Orlov, Comrade Eva Dorn, Archive")
    True
    """
    parts = text.split(", ") if len(text) <= _LONGEST else []
    return len(parts) > _FEWEST_DASHES and all(map(_is_ranked, parts[:-1]))


def _ends_shortened(text: str) -> bool:
    """Tell whether the stop at the end belongs to an initial: `Vesely J.A.`."""
    return text[-2:-1].isupper() and not text[-3:-2].isalpha()


def indent(text: str, start: int) -> int:
    """Give how far from the margin a place of a text stands.

    >>> indent("TO:  A. Orlov", 5)
    5
    """
    return start - text.rfind("\n", 0, start) - 1
