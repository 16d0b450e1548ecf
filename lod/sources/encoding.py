"""Which encoding a file is in, and its text: what cannot be decoded is counted, never lost."""

from __future__ import annotations

import codecs
import re
from contextlib import closing, suppress
from typing import NamedTuple

from lod.errors import SourceError
from lod.issue import Issue
from lod.sources.files import BROKEN, Stream, is_gzip, open_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Every byte order mark has three bytes in UTF-8.
_MARK = 3
# What cp1252 makes of the first bytes of UTF-8 in European texts; the bytes of what it names.
_LEADS = frozenset("\u00c2\u00c3\u00c4\u00c5\u00d0\u00d1\u00e2")
_BYTES = {ord(bytes([one]).decode("cp1252", "ignore") or chr(one)): one for one in range(128, 160)}
_BLOCK = 1 << 20
_READ = 64 << 20
_SAMPLE = 64 << 10
# Encodings in which catalogues are exported; a longer list makes guesses worse, not better.
_LIKELY = [
    *("cp1252", "cp1251", "koi8_r", "cp866", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp1257", "shift_jis", "euc_jp", "euc_kr", "gb18030", "big5"),
]
# Letters of Central Europe that are signs or rare letters in cp1252, inside a word.
_CENTRAL = re.compile(
    rb"[A-Za-z\xe0-\xff][\x9a\x9d\x9e\x9f\xb3\xb9\xba\xbe\xbf](?=[A-Za-z\xe0-\xff ])"
)
_SIMPLE = {codecs.lookup(name).name for name in ("utf-8", "ascii", "utf-8-sig")}


# What is often given for a table: how it begins, what it is, and what to do.
_NO_TEXT = (
    (b"PK\x03\x04", "a ZIP file, such as a workbook", "export it as CSV in UTF-8"),
    (b"\xd0\xcf\x11\xe0", "an old workbook or document of Office", "export it as CSV in UTF-8"),
    (b"%PDF-", "a PDF", "take its text or its tables out first"),
    (b"SQLite format 3\0", "an SQLite database", 'write format = "sqlite"'),
)


class Detected(NamedTuple):
    """An encoding, the bytes of the mark at the start of open_text, and what to tell the user."""

    encoding: str
    mark: int = 0
    issue: Issue | None = None


def detect(path: str, declared: str, name: str) -> Detected:
    """Find the encoding of a file: its byte order mark, the declared one, UTF-8, or a guess.

    The guess is made on the first parts of the file that hold more than ASCII, and is reported.
    Raises SourceError for a declared encoding that nobody knows.
    """
    if declared:
        return _declared(path, declared, name)
    sample = _sample(path, name)
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return Detected(encoding, _MARK, _read_as(encoding, name))
    encoding = guess(sample)
    return Detected(encoding, 0, _read_as(encoding, name))


def demand_text(path: str, name: str) -> None:
    """Raise SourceError for a file that is known to be no text by the way it begins."""
    with closing(open_bytes(path)) as stream, suppress(*BROKEN):
        start = stream.read(16)
        for mark, what, mend in _NO_TEXT:
            if start.startswith(mark):
                raise SourceError(f"is no text but {what}", where=name, mend=mend)


def guess(sample: bytes) -> str:
    """Name the likeliest encoding of bytes without a mark; few wrong bytes are still UTF-8.

    >>> guess("communiqué".encode()), guess("née Müller, Straße, señor".encode("cp1252"))
    ('utf-8', 'cp1252')
    """
    if sample.isascii() and b"\0" not in sample:
        return "utf-8"
    if wide := _without_mark(sample):
        return wide
    text = sample.decode("utf-8", "replace").rstrip("\ufffd")
    wrong = text.count("\ufffd")
    right = len(text) - len(text.encode("ascii", "ignore")) - wrong
    if wrong <= right // 4:
        return "utf-8"
    # Loaded only here: nearly all there is is UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(_around(sample), cp_isolation=_LIKELY).best()
    encoding = best.encoding if best else "cp1252"
    if encoding == "cp1250" and not _CENTRAL.search(sample):
        return "cp1252"
    return "cp1252" if encoding in ("ascii", "utf_8") else encoding


def keeps_ascii(encoding: str) -> bool:
    """Tell whether bytes can be cut at ASCII line ends: UTF-8, and one byte a character.

    >>> keeps_ascii("utf-8"), keeps_ascii("koi8-r"), keeps_ascii("utf-16"), keeps_ascii("gb18030")
    (True, True, False, False)
    """
    if codecs.lookup(encoding).name in _SIMPLE:
        return True
    try:
        plain = bytes(range(128)).decode(encoding) == bytes(range(128)).decode("ascii")
        return plain and len(bytes(range(256)).decode(encoding, "replace")) == 256
    except UnicodeError:
        return False


def decode(data: bytes, encoding: str) -> tuple[str, bool]:
    """Decode bytes; the second value says whether something in it needs `mended`.

    Bytes that are wrong become U+FFFD, one for each wrong sequence.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), True
    return text, "\0" in text


def open_text(path: str, encoding: str, skip: int = 0) -> Stream:
    """Open a file as a stream of UTF-8, or of its own bytes where they keep ASCII.

    skip: bytes of that stream to leave out.
    """
    stream = open_bytes(path)
    if not keeps_ascii(encoding):
        stream = _Recoded(stream, encoding)
    with suppress(*BROKEN):  # raised again by the next read, where it is reported
        while skip > 0 and (passed := stream.read(min(skip, _BLOCK))):
            skip -= len(passed)
    return stream


def after(encoding: str) -> str:
    """Name the encoding of what open_text gives."""
    return encoding if keeps_ascii(encoding) else "utf-8"


def mended(text: str, where: Issue) -> tuple[str, list[Issue]]:
    """Take NUL characters out and count what could not be decoded; where is the place to name."""
    issues = []
    if wrong := text.count("\ufffd"):
        told = (
            "character could not be decoded and stands"
            if wrong == 1
            else ("characters could not be decoded and stand")
        )
        message = f"{wrong} {told} as U+FFFD; check encoding"
        issues.append(_at(where, message, "encoding/undecodable", text))
    if nul := text.count("\0"):
        message = f"{nul} NUL character{' was' if nul == 1 else 's were'} removed"
        text = text.replace("\0", "")
        issues.append(_at(where, message, "encoding/nul", text))
    return text, issues


def before(text: str) -> str:
    """Give what a text was before it was read as cp1252 and encoded again, "" for any other.

    >>> before("Fran\u00c3\u00a7ois \u00e2\u20ac\u201c Bonn"), before("S\u00e3o Tom\u00e9")
    ('Fran\u00e7ois \u2013 Bonn', '')
    """
    if text.isascii() or _LEADS.isdisjoint(text):
        return ""
    try:
        return text.translate(_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return ""


def byte_sliceable(path: str, encoding: str) -> bool:
    """Tell whether a file can be read from the middle: not packed, and not to be recoded."""
    return keeps_ascii(encoding) and not is_gzip(path)


class _Recoded:
    """Another stream's text as UTF-8, a block at a time; U+FFFD for what is wrong in it."""

    def __init__(self, stream: Stream, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""
        self._ended = False

    def read(self, size: int, /) -> bytes:
        """Give up to size bytes of UTF-8."""
        while not self._ended and len(self._ready) < size:
            data = self._stream.read(max(size, 4096))
            self._ended = not data
            text = self._decoder.decode(data, self._ended)
            self._ready += text.encode("utf-8", "replace")
        given, self._ready = self._ready[:size], self._ready[size:]
        return given

    def close(self) -> None:
        """Close the file below."""
        self._stream.close()


def _declared(path: str, declared: str, name: str) -> Detected:
    try:
        encoding = codecs.lookup(declared).name
    except LookupError:
        raise SourceError(
            f"unknown encoding {declared!r}", where=name, mend="write utf-8, cp1252, koi8-r, ..."
        ) from None
    with closing(open_bytes(path)) as stream:
        try:
            start = stream.read(4)
        except BROKEN:
            start = b""
    for mark, marked in _BOMS:
        if start.startswith(mark) and marked.startswith(encoding.removesuffix("-sig")):
            return Detected(marked, _MARK)
    if encoding in _WITH_MARK:
        return _unmarked(path, encoding, name)
    return Detected("utf-8" if encoding == "utf-8-sig" else encoding)


# Encodings whose bytes may stand in two orders, which a mark at the start tells.
_WITH_MARK = frozenset(("utf-16", "utf-32"))


def _unmarked(path: str, encoding: str, name: str) -> Detected:
    """Find the order of bytes of UTF-16 or UTF-32 without a mark; that of Windows if none shows.

    Raises SourceError for a file that is in another encoding.
    """
    sample = _sample(path, name)
    found = _without_mark(sample)
    if not found and b"\0" not in sample and not decode(sample[:_SAMPLE], "utf-8")[1]:
        mend = "leave encoding out, or write the right one"
        raise SourceError(f"is not in {encoding}, as encoding says", where=name, mend=mend)
    found = found if found.startswith(encoding) else f"{encoding}-le"
    return Detected(found, 0, _read_as(found, name))


def _read_as(encoding: str, name: str) -> Issue | None:
    if encoding == "utf-8":
        return None
    return Issue(
        message=f"read as {encoding}, not UTF-8; set encoding in [source] if that is wrong",
        code="encoding/guessed",
        severity="info" if encoding.startswith("utf") else "warning",
        source=name,
    )


def _at(where: Issue, message: str, code: str, value: str) -> Issue:
    return Issue(
        message=message,
        code=code,
        source=where.source,
        row=where.row,
        field=where.field,
        value=value[:200],
    )


def _without_mark(sample: bytes) -> str:
    """Find UTF-16 and UTF-32 without a mark by where their zero bytes stand."""
    part = sample[: 1 << 16]
    if part.count(0) * 4 < len(part):
        return ""
    zeros = [part[place::4].count(0) > len(part) // 10 for place in range(4)]
    patterns = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return patterns.get((zeros[0], zeros[1], zeros[2], zeros[3]), "")


def _sample(path: str, name: str) -> bytes:
    """Read the start of a file, and on until blocks with more than ASCII were found."""
    taken: list[bytes] = []
    read = 0
    with closing(open_bytes(path)) as stream:
        try:
            while read < _READ and (block := stream.read(_BLOCK)):
                if not read or not block.isascii():
                    taken.append(block)
                if sum(not block.isascii() for block in taken) > 1:
                    break
                read += len(block)
        except BROKEN as error:
            if not taken:
                mend = "fetch or export it again"
                raise SourceError(f"cannot be read: {error}", where=name, mend=mend) from None
    return b"".join(taken)


def _around(sample: bytes) -> bytes:
    """Keep the lines that hold more than ASCII: the others only water the evidence down."""
    lines = [line for line in sample.split(b"\n") if not line.isascii()]
    return b"\n".join(lines)[:_SAMPLE]


def head(path: str, encoding: str, size: int) -> bytes:
    """Read the first bytes of open_text; fewer where the file is short or broken."""
    taken = b""
    with closing(open_text(path, encoding)) as stream, suppress(*BROKEN):
        while len(taken) < size and (more := stream.read(size - len(taken))):
            taken += more
    return taken
