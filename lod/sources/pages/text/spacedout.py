"""Words whose letters typists set apart for stress: `T e l e g r a m m` is read as `Telegramm`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources.pages.words.pageline import Line

# One letter beside the other with a blank between; two blanks part words. A blank is sought first.
_LETTER = r"[^\W\d_]"
# The same of plain text, as bytes, whose letters are all read as one.
_PLAIN_FOUR = b" a a a"
_PLAIN = (
    b"".join(
        b"a" if one.isalpha() else b" " if one == " " else b"." for one in map(chr, range(128))
    )
    * 2
)
_FOUR = re.compile(rf" {_LETTER} {_LETTER} {_LETTER}(?!\w)(?<={_LETTER}......)(?<!\S.......)")
_STRETCH = re.compile(r"(?<!\S)\S(?: \S)+(?!\S)")
_ROW = re.compile(r"(?<!\S)\S(?: \S)+(?: {2,3}\S(?: \S)+)*(?!\S)")
_BLANKS = re.compile(r" {2,}")
_FEWEST, _LOUD = 4, 5


def unspaced(text: str) -> str:
    """Close up the words of a line that are set apart, with blanks behind them: its length stays.

    >>> unspaced("P r o t o k o l l   N r . 1 8 vom 5. Mai")
    'Protokoll Nr.18               vom 5. Mai'
    >>> unspaced("T O P   S E C R E T").rstrip()
    'TOP SECRET'
    >>> unspaced("columns A B C D of the table"), unspaced("a b c d")
    ('columns A B C D of the table', 'a b c d')
    """
    if not any(_is_word(one[0]) for one in _STRETCH.finditer(text)):
        return text
    return _ROW.sub(lambda row: _closed(row[0]).ljust(len(row[0])), text)


def _closed(row: str) -> str:
    """Close up the words of a row, of which two blanks part one from the other."""
    return " ".join(word.replace(" ", "") for word in _BLANKS.split(row))


def close_up(text: str, lines: Sequence[Line]) -> tuple[str, list[Line]]:
    """Close up such words in a page and its lines; every place stays what it was.

    >>> close_up("A p p e l l", [Line(0, 11, "A p p e l l")])
    ('Appell     ', [Line(start=0, end=11, text='Appell', level=0, kind='')])
    """
    if text.isascii() and _PLAIN_FOUR not in text.encode().translate(_PLAIN):
        return text, list(lines)
    if _FOUR.search(text) is None:
        return text, list(lines)
    parts, end, read = list[str](), 0, list[Line]()
    for line in lines:
        closed = unspaced(line.text) if _FOUR.search(line.text) else line.text
        same = len(line.text) == line.end - line.start and line.start >= end
        if closed == line.text or not same:
            read.append(line)
            continue
        parts += (text[end : line.start], closed)
        end = line.end
        read.append(line._replace(text=closed.rstrip()))
    return "".join((*parts, text[end:])), read


def _is_word(stretch: str) -> bool:
    """Tell whether letters that stand apart are those of a word, not of a list."""
    letters = [one for one in stretch if one.isalpha()]
    rest = letters[1:]
    if len(letters) < _FEWEST or not all(one.islower() or one.isupper() for one in letters):
        return False
    loud = len(letters) >= _LOUD and all(one.isupper() for one in letters)
    return loud or (letters[0].isupper() and all(one.islower() for one in rest))
