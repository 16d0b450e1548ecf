"""Text that a typewriter's width has cut: lines of one sentence joined again, places kept."""

from __future__ import annotations

import re
from typing import NamedTuple

_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})(-[ \t]*\r?\n[ \t]*)([a-z]\w*)")
_LINE = re.compile(r"([^\r\n]*\S)([ \t]*\r?\n[ \t]*)(?=[^\s\d(\[-])")
# The name of a body over two lines: `COMMITTEE FOR STATE SECURITY`, `of the Council of Ministers`.
_HEAD = re.compile(
    r"^([A-Z][A-Z '\u2019,-]{8,80}|(?:[A-Z][\w-]+ (?:(?:of|for|the|and) ){0,2}){1,6}[A-Z][\w-]+)\n"
    r"(?=(?:OF|of) (?:(?:THE|the) )?[A-Z])",
    re.MULTILINE,
)
_LEAST, _WIDEST, _FEWEST = 35, 110, 5
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
    r"""Join the lines of a stretch that is cut at one width; any other text stays as it is.

    >>> text = "It was decided to charge the comrades Andro-\npov and Ponomarev with it.\n"
    >>> reflow(5 * text, 0, 5 * len(text)).text[:62]
    'It was decided to charge the comrades Andropov   and Ponomarev'
    """
    if "\nOF " in text or "\nof " in text:
        text = text[:start] + _HEAD.sub(r"\1 ", text[start:end]) + text[end:]
    wide = [len(line) for line in text[start:end].splitlines() if len(line) > _LEAST]
    if len(wide) < _FEWEST or max(wide) > _WIDEST:
        return Reflowed(text)
    whole = rejoined(text[start:end], start)
    part = _LINE.sub(_joined, whole.text)
    return Reflowed(text[:start] + part + text[end:], whole.cuts)


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


def _joined(found: re.Match[str]) -> str:
    line = found[1]
    closed = _ENDS.search(line) and not _SHORTENED.search(line)
    if closed or len(line.strip()) < _LEAST:
        return found[0]
    return line + " " * len(found[2])
