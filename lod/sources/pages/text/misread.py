"""Letters that a scan has for others which look alike, mended where nothing else can be meant."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain

from lod import vocabulary
from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.saidwords import words_in

# The small l, or 1, that a scan has for I amid capitals: lNTELLIGENCE.
_SMALL_L = re.compile(r"\bl(?=[A-Z]{2})|(?<=[A-Z]{2})l(?=[A-Z])")
# The I, or 1, that it has for l amid small letters: AIekseev, StaIin, Pi1sen; McIntyre is none.
_CAPITAL_I = re.compile(
    r"(?<=[a-z])(?<!\bMc)(?<!\bMac)(?<!\bFitz)(?<!\bDe)(?<!\bDi)(?<!\bLa)(?<!\bLe)(?<!\bO)I(?=[a-z])"
    r"|(?<=[a-z]{3}[lo])I(?=\b)|(?<=\b[B-HJ-Z])I(?=[a-z]{3})|(?<=\bA)I(?=[a-z]{3})|(?<=[a-z])1(?=1?[a-z])|(?<=[a-z]1)1(?=[a-z])|(?<=\b[A-Z])1(?=[a-z]{3})"
)
# The l that it has for I at the head of the surname of whoever signs: `ss/ Ivan lonescu`.
_SIGNED_L = re.compile(r"(?<=[/)\]] )((?:[A-Z][a-z.]+ ){1,2})l(?=[bcdfgklmnopqrstvz][a-z]{3})")
# Of English: the l that it has for I at the head of a name, lsmailia, lndia; vv for w, vvill.
_HEAD_L = re.compile(r"l(?<![\w'\u2019].)(?=[bcdfgkmnpqrstvz][a-z]{2})")
_TWO_V = re.compile(r"(?<![^\W_])vv(?=[aeiorh][a-z])")
# The naught that it has for O: M0lotov, SHTYK0V.
_NAUGHT = re.compile(r"(?<=[A-Z])0(?=[a-z]{2})|(?<=[a-z])0(?=[a-z])|(?<=[A-Z]{2})0(?=[A-Z])")
# At the end of a word it may be the mark of a footnote: the word must be known, as it is not with
# one letter less. Fide1, Russe11, occidenta1.
_LAST = re.compile(r"(?<![^\W_])([A-Za-z][a-z]{2,})(11?)(?![^\W_])")
# Where nothing has the mark of another note: Russe11.
_DOUBLE = re.compile(r"(?<=[a-z][aeiou])11(?![^\W_])")
_NOTED = re.compile(r"[a-z](?:[2-9]|1[02-9])(?![^\W_])")
# The O, I or l that it has for a digit amid others: 77-1O244.
_IN_NUMBER = re.compile(r"[OIl](?<=\d.)(?:(?=\d\d)|(?<=\d\d.)(?=\d))")
_DIGITS = {"O": "0", "I": "1", "l": "1"}
# What it has for m: Docurnent, Novernber.
_RN = re.compile(r"[^\W\d_]*rn[^\W\d_]*")
_MONTHS, _LEAST = ("september", "november", "december"), 5
# Without one of these there is nothing to mend; each begins with what is rare, so that most of a
# text is passed over at once.
_ANY = (
    re.compile(r"I(?:(?<=[a-z].)[a-z]|(?<=[A-Z].)[a-z]{3}|(?<=[a-z]{3}[lo].)\b)"),
    re.compile(r"1(?:(?<=[a-z].)1?[a-z]|(?<=[A-Z].)[a-z]{3}|(?<=[a-z]{2}.)1?\b)"),
    re.compile(r"0(?<=[A-Za-z].)[A-Za-z]"),
    re.compile(r"l[A-Z](?:(?<=[A-Z]l.)|(?<=\bl.)[A-Z])"),
)


def mended_letters(text: str) -> str:
    """Read letters as they are meant; the length stays, so that places are those of the page.

    >>> mended_letters("CENTRAL lNTELLIGENCE AGENCY: AIekseev saw StaIin in Pi1sen with McInnes")
    'CENTRAL INTELLIGENCE AGENCY: Alekseev saw Stalin in Pilsen with McInnes'
    >>> mended_letters("The Governrnent of Belgiurn, in Bern, returned.")
    'The  Government of  Belgium, in Bern, returned.'
    >>> mended_letters("M0lotov to SHTYK0V, A0-3")
    'Molotov to SHTYKOV, A0-3'
    >>> mended_letters("ss/ Ivan lonescu"), mended_letters("in Bern/ Ivan later")
    ('ss/ Ivan Ionescu', 'in Bern/ Ivan later')
    >>> mended_letters("from lsmailia to the canal, vvith lbs. of tea")
    'from Ismailia to the canal,  with lbs. of tea'
    >>> mended_letters("Fide1 Castro wrote to Lord Russe11 of a letter1 that B1ank was reca11ing")
    'Fidel Castro wrote to Lord Russell of a letter1 that Blank was recalling'
    >>> mended_letters("RP AF 77-1O244, A1I")
    'RP AF 77-10244, A1I'
    """
    text = _IN_NUMBER.sub(lambda one: _DIGITS[one[0]], text)
    if "/ " in text or "] " in text:
        text = _SIGNED_L.sub(r"\1I", text)
    if " the " in text:
        text = _HEAD_L.sub("I", text)
        text = _TWO_V.sub(" w", text) if "vv" in text else text
    if "rn" in text and any(_meant(word) != word for word in words_in(text) if "rn" in word):
        text = _RN.sub(_with_m, text)
    if not any(one.search(text) for one in _ANY):
        return text
    text = _NAUGHT.sub(
        lambda one: "O" if text[one.start() - 1 : one.end() + 1].isupper() else "o", text
    )
    if "1" in text:
        text = _LAST.sub(_known_at_end, text)
        if "11" in text and not _NOTED.search(text):
            text = _DOUBLE.sub("ll", text)
    return _SMALL_L.sub("I", _CAPITAL_I.sub("l", text))


def _with_m(found: re.Match[str]) -> str:
    """Read `rn` as the m that a scan has it for: Docurnent, Belgiurn; a space keeps the places."""
    meant = _meant(found[0])
    return " " * (len(found[0]) - len(meant)) + meant


@lru_cache(maxsize=1 << 12)
def _meant(word: str) -> str:
    low = word.casefold()
    if is_english(low) or low in given_names():
        return word
    places = (at for at in range(len(word)) if word.startswith("rn", at))
    read = [f"{word[:at]}m{word[at + 2 :]}" for at in places]
    known = (one for one in (*read, word.replace("rn", "m")) if _is_known(one.casefold()))
    return next(known, word)


def _is_known(low: str) -> bool:
    return len(low) >= _LEAST and (is_english(low) or low in _named())


@cache
def _named() -> frozenset[str]:
    """Give the months, and the names of states and their peoples."""
    rows = (row.split("\t")[1] for row in vocabulary.lines("states.tsv"))
    return frozenset(chain(_MONTHS, *(row.split("|") for row in rows)))


def _known_at_end(found: re.Match[str]) -> str:
    word = found[1].casefold()
    meant = word + "l" * len(found[2])
    named = meant in given_names() and found[1][0].isupper()
    if (named or is_english(meant)) and not (is_english(word) or word in given_names()):
        return found[1] + "l" * len(found[2])
    return found[0]
