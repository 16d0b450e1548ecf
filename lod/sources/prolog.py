"""What may stand before the first element of an XML file; entities are refused, never expanded."""

from __future__ import annotations

import re

from lod.sources.encoding import guess

_HEAD = 1 << 16
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"))
_WIDE = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BEFORE = re.compile(r"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DECLARED = re.compile(r"""<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)""")
_DOCTYPE = re.compile(r"""<!DOCTYPE(?:[^\["'>]++|"[^"]*"|'[^']*')*+(\[|>)?""", re.IGNORECASE)
_ASCII = bytes(range(32, 127))


def refusal(start: bytes) -> str:
    """Say why a file that begins like this is not read, "" if it may be.

    A DOCTYPE that only names a DTD is passed over, and the DTD is not fetched; one that declares
    anything itself is refused, and so are encodings in which it could hide.

    >>> refusal(b'<!DOCTYPE a [<!ENTITY b "c">]><a/>')
    'it declares its own entities (DOCTYPE with [...]); take the declarations out'
    >>> refusal(b'<?xml version="1.0"?><!DOCTYPE ead SYSTEM "ead.dtd"><ead/>')
    ''
    """
    text = _text(start[:_HEAD])
    if not text.lstrip().startswith("<"):
        return "it is not XML: no element at its start"
    declared = _DECLARED.match(text)
    if declared and not _plain(declared[1]):
        return f"its encoding {declared[1]!r} is not read; convert it to UTF-8"
    before = _BEFORE.match(text)
    doctype = _DOCTYPE.match(text, before.end() if before else 0)
    if doctype and doctype[1] != ">":
        return "it declares its own entities (DOCTYPE with [...]); take the declarations out"
    return ""


def _text(start: bytes) -> str:
    for mark, encoding in (*_MARKS, *_WIDE):
        if start.startswith(mark):
            return start.decode(encoding, "replace").lstrip("\ufeff")
    if b"\0" in start[:4]:
        return start.decode(guess(start), "replace")
    return start.decode("latin-1")


def _plain(encoding: str) -> bool:
    """Tell whether the signs of markup are themselves in an encoding; UTF-16 was decoded above."""
    if encoding.lower().startswith(("utf-16", "utf-32", "ucs-", "iso-10646")):
        return True
    try:
        return _ASCII.decode(encoding) == _ASCII.decode("ascii")
    except (LookupError, UnicodeError):
        return False
