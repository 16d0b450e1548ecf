"""Notes on a text that end in thanks: the place in an archive, then who translated or gave it."""

from __future__ import annotations

import re

from lod.normalize.archives import ABBREVIATED
from lod.sources.pages.citations.citedparts import Found
from lod.sources.pages.citations.sourceline import is_place

_SHORT = 300
NOTE_CREDITS = re.compile(
    r"(?<=[.;] )(?:(?:[Cc]ontributed|[Tt]ranslated|[Tt]ranscribed|[Oo]btained|[Pp]rovided"
    r"|[Ee]dited|[Ss]upplied|[Ss]ubmitted|[Ll]ocated)\b"
    r"|(?:Translation|Transcription|Translator)(?: (?:for"
    r"|from|into|to) [^.;:]{1,50})?(?: by"
    r"|:) ).*",
    re.DOTALL,
)
# In brackets: where the text lies, with its pages, and who put it into English.
_PAGED = re.compile(r"\b(?:pp?|ff?|Bl|k|s|str|л|л\.л)\. ?\d|\b(?:vol|Bd|t)\. ?\d")
_THANKS = re.compile(
    r"(?<=[.;] )(?:Translated|Obtained|Provided|Transcribed|Edited)\b[^.;\n]{0,60}?\bby"
    r" [A-Z](?:[^.;\]\n]|(?<=\b[A-Z])\.){2,60}\.?"
)


def credited(text: str) -> tuple[Found, ...]:
    """Take apart an archive with a place in it, and thanks behind them.

    >>> text = "Archive of Norway, Oslo, Cabinet, I-1/2. Translated by Jan Dorn; found by E. Roux."
    >>> [text[one.start:one.end] for one in credited(text)]
    ['Archive of Norway, Oslo, Cabinet, I-1/2', 'Translated by Jan Dorn; found by E. Roux.']
    """
    thanks = NOTE_CREDITS.search(text) if " by " in text and len(text) < _SHORT else None
    if thanks is None or not is_place(text[: thanks.start()].rstrip(". ;")):
        return ()
    return Found("reference", *trimmed(text, 0, thanks.start())), Found("credits", *thanks.span())


def thanked(text: str) -> tuple[Found, ...]:
    """Take apart a place with pages, and thanks behind it.

    >>> text = "[Office of Records, ZA, pp. 3-4. Translated by Jan Dorn.]"
    >>> [text[one.start:one.end] for one in thanked(text)]
    ['Office of Records, ZA, pp. 3-4', 'Translated by Jan Dorn.']
    """
    thanks = _THANKS.search(text) if text[1:2].isupper() else None
    if not thanks or not _PAGED.search(text, 0, thanks.start()):
        return ()
    reference = trimmed(text, 1, thanks.start())
    return Found("reference", *reference), Found("credits", *thanks.span())


def trimmed(text: str, start: int, end: int, keep: str = "") -> tuple[int, int]:
    """Leave out white space and punctuation at both ends."""
    around = "".join(char for char in " \t\r\n\u00a0.,;" if char not in keep)
    kept = text[start:end].rstrip(around)
    stop = start + len(kept)
    stop += bool(kept) and text[stop : stop + 1] == "." and bool(ABBREVIATED.search(kept))
    return start + len(kept) - len(kept.lstrip(around)), stop
