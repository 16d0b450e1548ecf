"""Text as a source has it -> text that any RDF syntax can carry, and what had to be mended."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

LONGEST = 1 << 20  # bytes; a value above is a file that slipped into a cell

_MAY_BE_LONG = LONGEST // 4  # characters

_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\xad\u200b\u2060\ufeff"
_BIDI = "\u202a-\u202e\u2066-\u2069"
# C0 and C1 without tab and the line breaks, and the two non-characters that XML forbids.
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SUSPECT = re.compile(
    f"[\r\x0b\x0c\x85\u2028\u2029\ufffd\ud800-\udfff{_SPACES}{_INVISIBLE}{_BIDI}{_CONTROL}]"
)
_SPACE, _HIDDEN, _BAD = (re.compile(f"[{those}]") for those in (_SPACES, _INVISIBLE, _CONTROL))
_DIRECTION, _SURROGATE = re.compile(f"[{_BIDI}]"), re.compile("[\ud800-\udfff]")
# What a browser shows no word of; where one is never closed, it goes on to the end.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b[^<>]*>.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
# Of these the letters before and behind may be of one word.
_INLINE = re.compile(
    r"</?(?:b|big|em|font|i|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_PRINTED = b"\n" + bytes(range(ord(" "), ord("\x7f")))
_CACHED = 256  # characters: what is longer hardly comes twice


class Cleaned(NamedTuple):
    """A text fit for RDF; faults are (code, message) of what was mended or looks wrong."""

    text: str
    faults: tuple[tuple[str, str], ...] = ()


def clean(text: str) -> Cleaned:
    r"""Mend a text: NFC, plain spaces and line breaks, no control or invisible characters.

    Nothing that can be read is lost. Removed control characters, characters that an earlier
    program could not read (U+FFFD) and marks that turn the direction of writing are reported.

    >>> clean("Cafe\u0301\xa0Bar ")
    Cleaned(text='Café Bar', faults=())
    >>> clean("a\x00b").faults
    (('text/control', '1 control character removed'),)
    """
    return _short(text) if len(text) <= _CACHED else _clean(text)


def _clean(text: str) -> Cleaned:
    if _is_plain(text) or _SUSPECT.search(text) is None:
        plain = text if text.isascii() else unicodedata.normalize("NFC", text)
        return Cleaned(plain.strip())
    text = _HIDDEN.sub("", _SPACE.sub(" ", _BREAK.sub("\n", text)))
    text, bad = _BAD.subn("", _SURROGATE.sub("\ufffd", text))
    text = unicodedata.normalize("NFC", text).strip()
    return Cleaned(text, _faults(bad, text.count("\ufffd"), len(_DIRECTION.findall(text))))


def _is_plain(text: str) -> bool:
    """Tell at once of most texts that they have nothing to mend: letters of ASCII, in lines."""
    return text.isascii() and not text.encode().translate(None, _PRINTED)


_short = lru_cache(maxsize=32768)(_clean)


def _faults(controls: int, lost: int, turned: int) -> tuple[tuple[str, str], ...]:
    found = (
        (controls, "text/control", "control character{} removed"),
        (lost, "text/replacement", "character{} lost in an earlier conversion: check [source]"),
        (turned, "text/bidi", "mark{} that turn the direction of writing"),
    )
    return tuple(
        (code, f"{number} {message.format('' if number == 1 else 's')}")
        for number, code, message in found
        if number
    )


def one_line(text: str) -> str:
    r"""Fold white space, for names and titles.

    >>> one_line("Letter\n to  the embassy")
    'Letter to the embassy'
    """
    return text if text.isalnum() else " ".join(text.split())


def plain(markup: str) -> str:
    """Give the text that a cell of HTML shows: no tags, scripts or styles, entities resolved.

    >>> plain("<p>Chun &amp; <b>Jane</b>.</p><script>x</script>")
    'Chun & Jane.'
    """
    shown = _TAG.sub(" ", _INLINE.sub("", _UNSEEN.sub(" ", markup)))
    return " ".join(html.unescape(shown).split())


def is_too_long(text: str) -> bool:
    """Tell whether a value has more than 1 MiB in UTF-8."""
    return len(text) > _MAY_BE_LONG and len(text.encode("utf-8", "replace")) > LONGEST
