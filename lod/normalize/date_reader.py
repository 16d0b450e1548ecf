"""The text of a date to a reading: EDTF taken as it is, else tokens, else a date among words."""

from __future__ import annotations

import re
from functools import lru_cache

from lod.lazily import regex
from lod.normalize import edtf
from lod.normalize.date_lexer import Token, lex
from lod.normalize.date_point import Context, Reading, Tokens
from lod.normalize.date_range import expression
from lod.normalize.date_spelling import is_nothing, plain, weekday_of_month
from lod.normalize.date_words import fold
from lod.normalize.days import iso
from lod.normalize.reckonings import ours
from lod.record import Origin, TimeSpan

_LONGEST = 200
_MOST_TOKENS = 48
_EDTF = regex(r"[-0-9XYES/.\[{][-0-9XYES?~%/.,\[\]{}]{3,}", re.ASCII)
_SQUARE = regex(r"\[[^,.]*\]")
# A year with its month and no day: `1951年3月`.
_MONTH_ALONE = regex(
    rf"(\d{{4}})\s*(?:年|{fold('년')})\s*(0?[1-9]|1[0-2])\s*(?:月|{fold('월')})(?!\s*\d)份?"
)
_YEAR = regex(r"\d{4}")
# A day as archives write most of them: `5 March 1951`.
_MONTHS = "January February March April May June July August September October November December"
_DAY = regex(rf"([1-9]|[12]\d|3[01]) ({_MONTHS.replace(' ', '|')}) ([12]\d{{3}})", re.ASCII)
_NUMBERS_OF_MONTHS = {month: f"{at:02}" for at, month in enumerate(_MONTHS.split(), 1)}
_DECIMAL = regex(r"([12]\d{3})\.0")  # as programs write a year out of a column with gaps
# A year of the Hijra, by the moon or the sun, with ours in brackets behind it.
_RECKONED = regex(r"[^\[(\d]*(?:\d{1,2}\s[^\[(\d]+)?(\d{3,4})[^\[(\d]*[\[(]([^\])]+)[\])]")
_BUT = frozenset(("but", "aber", "mais", "pero", "ma", "но"))
_HIJRA, _LUNAR = 621.6, 0.970224  # when it began, and its moon years in ours
_DASHES = "-\u2013/"
# "1945 [i.e. 1946]" is how cataloguers correct what the paper says.
_CORRECTED = regex(
    r"(\S+)\s*[\[(]\s*(?:i\.\s?e\.|recte:?|rectius:?|richtig:?|that is,?)\s*([^\])]+)[\])]"
)
_NUMBERS = frozenset("dybnkKxaorqM")


def read(text: str, context: Context) -> Reading | None:
    """Read a text; None when it is no date or longer than 200 characters."""
    return _read(text, context) if len(text) <= _LONGEST else None


@lru_cache(maxsize=65536)
def _read(text: str, context: Context) -> Reading | None:
    stripped = text.strip()
    if _EDTF.fullmatch(stripped) and not _SQUARE.fullmatch(stripped) and edtf.days(stripped):
        return Reading(stripped)
    if (day := _DAY.fullmatch(stripped)) and edtf.days(whole := _of_day(day)):
        return Reading(whole)
    if decimal := _DECIMAL.fullmatch(stripped):
        return Reading(decimal[1], ("written as a decimal",))
    folded = fold(text)
    if ("[" in folded or "(" in folded) and (corrected := _CORRECTED.search(folded)):
        reading = _read(_mended(folded, corrected), context)
        return Reading(reading.edtf, (*reading.notes, "corrected in brackets")) if reading else None
    folded, spelled = plain(folded)
    changed, reckoned = ours(folded, context.year if context.fill else None)
    reading = _of_words(changed, context)
    if reading is None and reckoned and changed:
        # "5.3.1951 (昭和26年)" has a date beside what was reckoned.
        reading, reckoned = _of_words(folded, context), ()
    if reading is None:
        return _of_brackets(folded, context)
    return Reading(reading.edtf, (*reading.notes, *spelled, *reckoned))


def _of_day(found: re.Match[str]) -> str:
    return f"{found[3]}-{_NUMBERS_OF_MONTHS[found[2]]}-{found[1]:0>2}"


def _of_brackets(folded: str, context: Context) -> Reading | None:
    """Read the date in brackets beside one of another reckoning: `Rajab 1025 [July 1616]`."""
    beside = _RECKONED.fullmatch(folded.strip())
    if not beside:
        return None
    theirs, years = int(beside[1]), [int(year) for year in _YEAR.findall(beside[2])]
    ours_of = (theirs * _LUNAR + _HIJRA, theirs + _HIJRA)
    if not years or all(abs(min(years) - year) > 1 for year in ours_of):
        return None
    reading = _of_words(beside[2], context)
    note = "the reckoning in brackets"
    return Reading(reading.edtf, (*reading.notes, note)) if reading else None


def _mended(folded: str, corrected: re.Match[str]) -> str:
    """Put what stands in the brackets in the place of the word before, or of all if it is whole."""
    said = corrected[2]
    whole = _YEAR.search(said) and len(said.split()) > 1
    return said if whole else folded[: corrected.start()] + said + folded[corrected.end() :]


def _of_words(folded: str, context: Context) -> Reading | None:
    """Read a folded text in our own reckoning."""
    if "月" in folded or fold("월") in folded:
        folded = _MONTH_ALONE.sub(lambda one: f"{one[1]}-{one[2]:0>2}", folded)
    tokens, clock = lex(folded)
    if not tokens or len(tokens) > _MOST_TOKENS:
        return None
    if (day := weekday_of_month(tokens)) is not None:
        return Reading(day, ("by its weekday",)) if day else None
    tokens = _unknown_ends(tokens)
    notes = ("time of day left out",) if clock else ()
    if any(token.kind == "U" for token in tokens):
        tokens = [token for token in tokens if token.kind != "U" and token.text not in _BUT]
        notes = (*notes, "undated in part")
    reading = expression(tokens, context) or _without_words(tokens, context)
    return Reading(reading.edtf, (*reading.notes, *notes)) if reading else None


def undated(text: str) -> bool:
    """Say whether a text tells that there is no date, and nothing else: "o.D.", "[n.d.]"."""
    if len(text) > _LONGEST:
        return False
    folded = fold(text)
    if is_nothing(folded):
        return True
    kinds = {token.kind for token in lex(folded)[0]}
    return "U" in kinds and kinds <= set("U()?.,;:-")


def _unknown_ends(tokens: Tokens) -> Tokens:
    """Read "2 May 1945 - ?" and "? - 1945" as open; "1945-06-?" lacks only its day."""
    if len(tokens) < len("y-?"):
        return tokens
    first, second, *_ = tokens
    *_, dash, last = tokens
    if last.text == "?" and dash.kind in _DASHES:
        numeric = [token.kind for token in tokens if token.kind in "yd"] == ["y", "d"]
        return [*tokens[:-2], *(() if numeric else (Token("O"),))]
    if first.text == "?" and second.kind in _DASHES:
        return [Token("<"), *tokens[2:]]
    return tokens


def _without_words(tokens: Tokens, context: Context) -> Reading | None:
    """Read a date that stands among words: "Berlin, 13 June 1861", "1978, printed 2005"."""
    for shorten in (_no_asides, _no_heading, _first_of_list):
        shortened = shorten(tokens)
        if len(shortened) < len(tokens):
            tokens = shortened
            if reading := expression(tokens, context):
                return Reading(reading.edtf, (*reading.notes, "other words left out"))
    return None


def _no_asides(tokens: Tokens) -> Tokens:
    """Drop brackets that hold words: "1900-1920 (bulk, 1905-1910)"."""
    kept: Tokens = []
    opened: list[int] = []
    for token in tokens:
        kept.append(token)
        if token.kind == "(":
            opened.append(len(kept) - 1)
        elif token.kind == ")" and opened:
            start = opened.pop()
            if any(inner.kind in "wV" for inner in kept[start:]) and start:
                del kept[start:]
    return kept


def _no_heading(tokens: Tokens) -> Tokens:
    """Drop words before the first number or month, when a sign parts them from it."""
    first = next((at for at, token in enumerate(tokens) if token.kind in _NUMBERS), 0)
    words = [at for at, token in enumerate(tokens[:first]) if token.kind == "w"]
    if not words or tokens[words[-1] + 1].kind not in ",:;(\u2013":
        return tokens
    return tokens[words[-1] + 2 :]


def _first_of_list(tokens: Tokens) -> Tokens:
    """Keep what stands before the comma that other words follow."""
    for at, token in enumerate(tokens):
        if token.kind in ",;" and any(later.kind in "wV" for later in tokens[at + 1 : at + 3]):
            return tokens[:at]
    return tokens


def time_span(
    label: str, reading: Reading, *, basis: str = "field", origin: Origin | None = None
) -> TimeSpan:
    """Make the time-span of a reading, with its first and last possible day."""
    begin, end = _iso_days(reading.edtf)
    return TimeSpan(
        label=label,
        edtf=reading.edtf,
        begin=begin,
        end=end,
        basis=basis,
        note="; ".join(reading.notes),
        origin=origin,
    )


@lru_cache(maxsize=65536)
def _iso_days(text: str) -> tuple[str, str]:
    first, last = edtf.days(text) or (None, None)
    return (iso(first) if first else ""), (iso(last) if last else "")
