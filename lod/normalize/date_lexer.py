"""The text of a date to tokens: numbers, known words and signs, each with its kind."""

# ruff: noqa: RUF001 - Cyrillic endings of numbers

from __future__ import annotations

import re
from typing import NamedTuple

from lod.lazily import regex
from lod.normalize.date_words import PHRASES, WORDS


class Token(NamedTuple):
    """A piece of a date; kinds: see `date_words`. mark: a "?" said of this piece alone."""

    kind: str
    value: int = 0
    text: str = ""
    mark: str = ""


# The alternatives are tried in this order; none can match in more than one way, so that the time
# needed grows with the length of the text alone.
_PIECE = regex(
    r"""(?P<x>\d{3}[ux_](?!\w) | [12]\d\d\?(?!\d) | \d{3}-(?=\??\ *(?:[\](),;./\u2013-]|$))
          | \d\d(?:--(?!\ *\d)|__|uu|xx|\?\?))
      | (?P<k>\d{3,4}(?:'?s|er|ern|-?[ех]|-?ые)\b)
      | (?P<K>'?\d0(?:'?s|er|-?[ех]|-?ые)\b)
      | (?P<o>\d\d?(?:st|nd|rd|th|er|re|eme|ere|[eoa]|-?(?:го|ого|ая|ои|и|я|е|ое|м))\b)
      | (?P<a>'\d\d(?!\d))
      | (?P<q>q[1-4]\b)
      | (?P<number>\d+)
      | (?P<r>[ivxlcdmхі]+(?:e|eme)?\b)
      | (?P<word>[^\W\d_]+)
      | (?P<u>_+|\.{3,}|\?{2,})
      | (?P<sign>[^\w\s])""",
    re.VERBOSE,
)
_CLOCK = regex(
    r"""(?<=\d\d)t\d\d(?::?\d\d){0,2}(?:[.,]\d{1,9})?(?:z|[+-]\d\d(?::?\d\d)?)?
      | (?<=\b\d\d)\d{4}z\b
      | [,;/\u2013-]?\ ?(?:\b(?:at|um|a|в)\ )?
        (?:(?<![\d.:])\d\d?(?:[:.]\d\d)?\ ?[ap]\.?\ ?m\b\.?
         | (?<![\d.:])\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\b
           (?:\ ?(?:z|utc|gmt|hours|hrs|h|uhr|[+-]\d\d:?\d\d)\b)?
         | \b\d{4}\ ?(?:hours|hrs)\b
         | \b(?:12\ )?(?:noon|midnight)\b
         | \b\d\d?\ ?h\ ?\d\d\b
         | \b\d\d?(?:\.\d\d)?\ ?uhr\b
         | \b\d\d?\ ?(?:ч|час|часов)\b\.?(?:\ ?\d\d?\ ?(?:м|мин|минут)\b\.?)?)
      | (?:(?<=[^\W\d_]\ [12]\d\d\d)|(?<=\d,\ [12]\d\d\d)),?\ (?:(?:at|um|ore|kl)\.?\ )?
        (?:[01]?\d|2[0-3])\.[0-5]\d(?:\ ?(?:hours|hrs|h)\b)?(?!\.?\d)""",
    re.VERBOSE,
)
_ROMAN = regex(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_CYRILLIC_NUMERALS = str.maketrans("\u0445\u0456", "xi")
_SIGNS = {"\u00a9": "V", "(": "(", "[": "(", "{": "(", ")": ")", "]": ")", "}": ")"}
_NUMBERED = ("o", "r", "d")
_MONTHS = 12


def lex(folded: str) -> tuple[list[Token], bool]:
    """Cut folded text into tokens; the second value says that a time of day was left out."""
    without = _CLOCK.sub(" ", folded)
    raw = [(match.lastgroup or "", match[0]) for match in _PIECE.finditer(without)]
    pieces = [piece for at, piece in enumerate(raw) if not _ends_word(raw, at)]
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        kind, text = pieces[at]
        phrase = _phrase(pieces, at) if text in PHRASES else None
        token = phrase[0] if phrase else _token(kind, text, tokens)
        if kind == "word" and (text == "l" or (token.kind in ("r", "y") and token.value > _MONTHS)):
            token = Token("w", 0, text)  # glued to a number: the "l" of "l950" is no fifty
        at += phrase[1] if phrase else 1
        if token.kind != " ":
            tokens.append(token)
    return _centuries(tokens), without != folded


def _ends_word(raw: list[tuple[str, str]], at: int) -> bool:
    return (
        raw[at][1] == "." and at > 0 and raw[at - 1][0] in ("word", "r") and raw[at - 1][1] != "."
    )


def _phrase(pieces: list[tuple[str, str]], at: int) -> tuple[Token, int] | None:
    for words, kind, value in PHRASES[pieces[at][1]]:
        size = len(words)
        if size == 1 or tuple(text for _, text in pieces[at : at + size]) == words:
            return Token(kind, value, " ".join(words)), size
    return None


def _token(group: str, text: str, before: list[Token]) -> Token:
    if group in ("word", "r"):
        return _word(text, before)
    if group == "number":
        return _number(text)
    if group == "sign":
        kind = _SIGNS.get(text, text)
        return Token(kind, 0, text)
    if group == "x":
        return _masked(text)
    if group == "u":
        return Token("u", 0, text)
    return Token(group, int(re.sub(r"\D", "", text)), text)


def _number(text: str) -> Token:
    size = len(text)
    kind = "d" if size <= 2 else "y" if size <= 4 else "b" if size == 8 else "n"
    return Token(kind, int(text) if size <= 8 else 0, text)


def _masked(text: str) -> Token:
    digits = re.sub(r"\D", "", text)
    return Token("x", int(digits), digits.ljust(4, "X"))


def _word(text: str, before: list[Token]) -> Token:
    numbered = bool(before) and before[-1].kind in _NUMBERED
    if text in ("c", "в"):
        kind = "C" if numbered else "~" if text == "c" else " "
        return Token(kind, 0, text)
    if text in WORDS:
        kind, value = WORDS[text]
        return Token(kind, value, text)
    roman = text.translate(_CYRILLIC_NUMERALS)
    bare = roman if _ROMAN.fullmatch(roman) else roman.removesuffix("e").removesuffix("em")
    if bare and _ROMAN.fullmatch(bare):
        value = _roman_value(bare)
        return Token("r" if value < 100 else "y", value, str(value))
    return Token("w", 0, text)


def _roman_value(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _centuries(tokens: list[Token]) -> list[Token]:
    """Read the "s." of "s. XIX" as siglo or secolo: it is nothing else before a Roman number."""
    for at, token in enumerate(tokens[:-1]):
        if token.text == "s" and tokens[at + 1].kind == "r":
            tokens[at] = token._replace(kind="C")
    return tokens
