"""Text that a typewriter's width has cut: lines of one sentence joined again, places kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lod.sources.pages.persons.entryname import FAMILY_ALONE
from lod.sources.pages.words.textwords import FAMILY_FIRST, RANKS

_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})(-[ \t]*\r?\n[ \t]*)([a-z]\w*)")
_LINE = re.compile(r"([^\r\n]*\S)([ \t]*\r?\n[ \t]*)(?=[^\s\d(\[-])(?!\w+:\s)")
# The name of a body over two lines: `COMMITTEE FOR STATE SECURITY`, `of the Council of Ministers`.
_HEAD = re.compile(
    r"^([A-Z][A-Z '\u2019,-]{8,80}|(?:[A-Z][\w-]+ (?:(?:of|for|the|and) ){0,2}){1,6}[A-Z][\w-]+)\n"
    r"(?=(?:OF|of) (?:(?:THE|the) )?[A-Z])",
    re.MULTILINE,
)
# The same where the first line ends with the small word: `CENTRAL COMMITTEE OF THE`.
_HEAD_ON = re.compile(
    r"^((?:[A-Z][A-Z '\u2019,-]{4,80} (?:OF|FOR)(?: THE)?"
    r"|(?:[A-Z][\w-]+ (?:(?:of|for|the|and) ){0,2}){1,6}(?:of|for)(?: the)?))\n(?=[A-Z][^\W\d_])",
    re.MULTILINE,
)
_CUT_BEHIND = re.compile(r" (?:OF|FOR|of|for)(?: THE| the)?\n")
# A word that an editor completed: Z[imyanin], Com[rade].
_COMPLETED = re.compile(
    r"(?<![\w'\u2019\]-])([A-Z][a-z]{0,11})\[(?!sic\b)([a-z]{2,}[\w'\u2019-]*)\](?![\w(])"
)
# A name of which a paper gives the family's alone: Zhou [Enlai], Kim [Il Sung]; a lama's.
_ENTITLED = re.compile(r"\b([A-Z][a-z]+) \[([A-Z][a-z]+(?:[ -][A-Za-z][\w'\u2019]*)?)\](?![\w(])")
# A given name that an editor adds before a surname behind its rank: comrade [Mangalyn] Hora.
_GIVEN = re.compile(
    r"(?<=[a-z.] )\[([A-Z](?:[a-z\u00df-\u017f]+(?: [A-Z]\.)?|\.(?: ?[A-Z]\.)?))\] "
    r"(?=[A-Z][a-z\u00df-\u017f]{2})"
)
_BEFORE = re.compile(r"([A-Za-z.]+) $")
_LEAST, _WIDEST, _FEWEST, _COLUMNS, _ROWS = 35, 125, 5, 3, 5
# What stands between the columns of a table; it parts names as the end of a line does.
_GAP = re.compile(rf"(?<=[^\s]) {{{_COLUMNS},}}(?=\S)")
# With a full stop a line ends, and with whom a paper is for: U.S. OFFICIALS ONLY.
_ENDS = re.compile(r"[.!?:;][\"'\u201d)\]]*$|(?<=[A-Z] )ONLY$")
_SHORTENED = re.compile(r"\b(?:[Cc]des?|[Mm]rs?|Dr|Gen|Col|Prof|[A-Z])\.$")


class Reflowed(NamedTuple):
    """A text of the same length in which lines are joined.

    cuts: of words that stood on two lines, where they end now and how much wider they were.
    """

    text: str
    cuts: tuple[tuple[int, int], ...] = ()

    def end(self, end: int) -> int:
        """Give the end of a stretch in the text as it was."""
        return end + sum(wide for at, wide in self.cuts if at == end) if self.cuts else end


def reflow(text: str, start: int, end: int) -> Reflowed:
    r"""Join the lines of a stretch that is cut at one width; those of any other text stay.

    >>> text = "It was decided to charge the comrades Andro-\npov and Ponomarev with it.\n"
    >>> reflow(5 * text, 0, 5 * len(text)).text[:62]
    'It was decided to charge the comrades Andropov   and Ponomarev'

    Words that stand on two lines are joined in every text.

    >>> reflow("Khrush-\nchev came.", 0, 18).text
    'Khrushchev   came.'

    Columns of a table stay apart, and so do lines that begin with a label.
    """
    if "\nOF " in text or "\nof " in text:
        text = text[:start] + _HEAD.sub(r"\1 ", text[start:end]) + text[end:]
    if _CUT_BEHIND.search(text, start, end):
        text = text[:start] + _HEAD_ON.sub(r"\1 ", text[start:end]) + text[end:]
    text, cuts = completed(text, start, end)
    lengths = (len(line.rstrip()) for line in text[start:end].splitlines())
    wide = [length for length in lengths if length > _LEAST]
    part = text[start:end]
    if len(wide) < _FEWEST or max(wide) > _WIDEST:
        if "-\n" not in part:
            return Reflowed(text, cuts)
        whole = rejoined(part, start)
        return Reflowed(text[:start] + whole.text + text[end:], (*cuts, *whole.cuts))
    if part.count(" " * _COLUMNS) >= _ROWS and len(_GAP.findall(part)) >= _ROWS:
        part = _GAP.sub(lambda one: f"\v{one[0][1:]}", part)
    whole = rejoined(part, start)
    part = _LINE.sub(_joined, whole.text).replace("\v", "\n")
    return Reflowed(text[:start] + part + text[end:], (*cuts, *whole.cuts))


def in_one_line(read: Reflowed, stretches: Iterable[tuple[int, int]]) -> Reflowed:
    r"""Join the lines of titles and summaries that a page prints on several.

    >>> in_one_line(Reflowed("Note of the Ministry of\n  Mines\nVenta"), [(0, 31)]).text
    'Note of the Ministry of   Mines\nVenta'
    """
    text = read.text
    for start, end in stretches:
        if start >= 0 and "\n" in text[start:end]:
            text = f"{text[:start]}{text[start:end].replace(chr(10), ' ')}{text[end:]}"
    return read._replace(text=text)


def completed(text: str, start: int, end: int) -> Reflowed:
    """Write names that an editor completed in brackets without these; places stay.

    >>> text = "Cde. Z[imyanin] and Zhou [Enlai] came to Ryojun [Port Arthur]."
    >>> completed(text, 0, len(text)).text
    'Cde. Zimyanin   and Zhou Enlai   came to Ryojun [Port Arthur].'
    """
    cuts = list[tuple[int, int]]()
    if "[" not in text:
        return Reflowed(text)

    def whole(found: re.Match[str]) -> str:
        parted = " " if found.re is _ENTITLED else ""
        if parted and not _is_entitled(found[1].casefold(), found[2].casefold()):
            return found[0]
        name = f"{found[1]}{parted}{found[2]}"
        cuts.append((start + found.start() + len(name), 2))
        return f"{name}  "

    part = _COMPLETED.sub(whole, text[start:end])
    part = _ENTITLED.sub(whole, part)
    part = _GIVEN.sub(_called, part)
    return Reflowed(text[:start] + part + text[end:], tuple(cuts))


def _called(found: re.Match[str]) -> str:
    """Write a given name without its brackets where a rank stands before it."""
    before = _BEFORE.search(found.string, max(found.start() - 20, 0), found.start())
    ranked = before is not None and before[1].strip(".").casefold() in RANKS
    return f" {found[1]}  "[: len(found[0])] if ranked else found[0]


def _is_entitled(family: str, given: str) -> bool:
    """Tell whether a bracket has the rest of a name, not the family's in other letters.

    >>> _is_entitled("chen", "yi"), _is_entitled("pak", "bak seongcheol")
    (True, False)
    """
    again = given.split()[0] in FAMILY_ALONE
    return given == "lama" or (family in FAMILY_FIRST and not again)


def rejoined(text: str, start: int = 0) -> Reflowed:
    r"""Write words that stand on two lines on the first; start: where the text begins in the page.

    >>> rejoined("Beria, Kaga-\nnovich, Bulganin")
    Reflowed(text='Beria, Kaganovich  , Bulganin', cuts=((17, 2),))
    """
    cuts = list[tuple[int, int]]()

    def whole(found: re.Match[str]) -> str:
        cuts.append((start + found.start() + len(found[2]), len(found[1])))
        return found[2] + " " * len(found[1])

    return Reflowed(_HYPHEN.sub(whole, text), tuple(cuts))


def one_line(text: str) -> str:
    r"""Write words that stand on several lines on one.

    >>> one_line("Kaga-\nnovich"), one_line("Ann\n Bauer")
    ('Kaganovich', 'Ann Bauer')
    """
    return " ".join((rejoined(text).text if "-\n" in text else text).split())


def without_brackets(name: str) -> str:
    """Write a name without the brackets in which an editor completed it.

    >>> without_brackets("D. Tsevegm[id]"), without_brackets("S.] Luvsan"), without_brackets("[X]")
    ('D. Tsevegmid', 'S. Luvsan', '[X]')
    """
    if "]" not in name or (name[0] == "[" and name[-1] == "]"):
        return name
    bare = _COMPLETED.sub(r"\1\2", name)
    return bare.replace("]", "") if "[" not in bare else bare


def _joined(found: re.Match[str]) -> str:
    line = found[1]
    if "\v" in line and "\v" in found.string[found.end() :].partition("\n")[0]:
        return found[0]  # rows of a table
    closed = _ENDS.search(line) and not _SHORTENED.search(line)
    if closed or len(line.strip()) < _LEAST:
        return found[0]
    return line + " " * len(found[2])
