"""The head of a decree: who issues it, the word for it with its number, the day, the matter."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.normalize.kinds import kind_of
from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.words.bodywords import HEADS, LINKS
from lod.sources.pages.words.pageline import Line
from lod.sources.pages.words.textwords import OFFICES

_TOP, _LONGEST, _SHORT, _BETWEEN = 10, 120, 60, 4
_ON = ("On ", "Concerning ", "About ", "Regarding ", "Re: ", "О ", "Об ", "O ")
_WORDS = (
    "DECREE", "RESOLUTION", "ORDER", "DECISION", "DIRECTIVE", "EDICT", "ORDINANCE", "DISPOSITION",
    "INSTRUCTION", "REGULATION", "ПОСТАНОВЛЕНИЕ", "ПРИКАЗ", "РЕШЕНИЕ", "УКАЗ", "РАСПОРЯЖЕНИЕ",
)  # fmt: skip
_KIND = re.compile(
    rf"(?i:(?:joint |draft )?(?:{'|'.join(_WORDS)}))"
    r"(?:\s+(?:No\.?|NO\.?|N|Nr\.?|\u2116)\s*\S+)?(?:,?\s+(?:of|dated|from|от)\s.{5,30})?"
)
# The body's name runs over two lines: `CENTRAL COMMITTEE` / `OF THE COMMUNIST PARTY`.
_RUNS_ON = re.compile(r"(?:OF|of|AND|and)\b")


def issued(lines: Sequence[Line]) -> Iterator[Told]:
    """Find the body right above the word for what it issues: it is the author.

    >>> heads = ("COUNCIL OF MINISTERS OF THE USSR", "DECREE No. 512", "of 18 July 1952")
    >>> starts = (0, 33, 48)
    >>> lines = [Line(at, at + len(head), head) for at, head in zip(starts, heads)]
    >>> [(one.column, one.start, one.end) for one in issued(lines)]
    [('corporate_author', 0, 32)]
    """
    for at, line in enumerate(lines[1:_TOP], 1):
        if len(line.text) > _LONGEST or not _KIND.fullmatch(line.text):
            continue
        above = lines[at - 1]
        first = lines[at - 2] if at > 1 and _RUNS_ON.match(above.text) else above
        if _is_body(first.text):
            yield Told("corporate_author", first.start, above.end, "issuer of a decree")
        return


def matter(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line says what a decree is on, below its number, day and place.

    >>> heads = ("DECREE No. 512", "of 18 July 1952", "Moscow, Kremlin", "On aid to Albania")
    >>> matter([Line(0, 0, head) for head in heads], 3)
    True
    """
    if not lines[at].text.startswith(_ON) or len(lines[at].text) > 2 * _LONGEST:
        return False
    for line in reversed(lines[max(at - _BETWEEN, 0) : at]):
        if len(line.text) > _SHORT:
            return False
        if _KIND.fullmatch(line.text):
            return True
    return False


def _is_body(text: str) -> bool:
    """Tell whether a line is a body's name: a word for one, and no sentence."""
    if len(text) > _LONGEST or text.endswith((".", ":", ";", ",")):
        return False
    spelled = [word.strip(".,()") for word in text.split()]
    words = {word.casefold() for word in spelled}
    named = all(word[:1].isupper() or word in LINKS for word in spelled)
    held = spelled[0].casefold() in OFFICES or not named
    return not held and (kind_of(text) == "group" or bool(words & HEADS))
