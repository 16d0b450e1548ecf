"""What the words of a run say by their form alone: numerals, capitals, offices, particles."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from lod.normalize.namewords import PARTICLES
from lod.sources.pages.persons.entryname import is_head
from lod.sources.pages.persons.familynames import is_family_name, is_word_too
from lod.sources.pages.persons.foreign import Run
from lod.sources.pages.words.bodywords import KNOWN_ACRONYMS
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import AUXILIARIES, SPOKE
from lod.sources.pages.words.tokens import Token

_SURNAME, _TWO, _CALLED = 5, 2, 3
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# What stands in small letters before a family name as part of it: that van der Stoel.
OF_NAMES = frozenset(
    ("van", "von", "der", "den", "de", "di", "da", "du", "della", "ter", "ten", "dos")
)


def particled(words: Sequence[Token], run: Run) -> int:
    """Give where a run begins with the particles before its name: that van der Stoel."""
    at = run.lo
    if run.begin == run.lo:
        while at and words[at].near and words[at - 1].text in OF_NAMES:
            at -= 1
    return at if at < run.lo else run.begin


def is_elided_office(words: Sequence[Token], run: Run) -> bool:
    """Tell whether a run ends in an office behind its article: Monsieur l'Ambassadeur.

    What an office is of may stand there too: Secretario General de la Presidencia.
    """
    word = words[run.hi - 1]
    of_body = words[run.lo].text in PARTICLES and is_head(word.text)
    return of_body or word.low.startswith(("l'", "l\u2019"))


def is_excellency(words: Sequence[Token], run: Run) -> bool:
    """Tell whether initials at the end are of a title behind its `of`: Telegramma di V.E."""
    last = words[run.lo : run.hi][-2:]
    return len(last) == _TWO and last[1].is_initials and last[0].text in PARTICLES


def is_heading(text: str, words: Sequence[Token], run: Run) -> bool:
    """Tell whether a numeral of a heading stands before everyday words: `II. Attitude of`."""
    numeral, *rest = words[run.lo : run.hi]
    roman = numeral.text.strip(".")
    dotted = text[max(numeral.start - 2, 0) : numeral.start]
    if len(roman) > 1 and roman in _NUMERALS and dotted[-1:] == "." and dotted[0].isdigit():
        return True  # a month: 30.IV.
    counts = (numeral.first or len(roman) > 1) and roman in _NUMERALS
    if bool(counts and rest) and all(is_english(word.low) for word in rest):
        return True
    return _is_lettered(text, words, run)


def _is_lettered(text: str, words: Sequence[Token], run: Run) -> bool:
    """Tell whether a letter at the start of a line counts headings: `C. Technical staff`."""
    letter, *rest = words[run.lo : run.hi]
    opens = text[max(letter.start - 1, 0) : letter.start] in ("", "\n")
    if not opens or len(letter.text.strip(".")) != 1 or len(rest) != 1:
        return False
    behind = words[run.hi] if run.hi < len(words) else None
    small = behind is not None and behind.near and behind.text.islower()
    worded = is_english(rest[0].low) and not is_word_too(rest[0].low)
    return small and worded and is_english(behind.low if behind else "")


def is_half_loud(words: Sequence[Token], run: Run) -> bool:
    """Tell whether the first or last word is in capitals, as in BURHAN Shahidi."""
    some = words[run.lo : run.hi] if _TWO <= run.hi - run.lo <= _CALLED else []
    loud = [word for word in some if word.text.isupper() and len(word.text) >= _SURNAME]
    if len(loud) != 1 or loud[0].low in KNOWN_ACRONYMS:
        return False
    calm = [word for word in some if word is not loud[0]]
    vowels = sum(letter in "AEIOUY" for letter in plain(loud[0].text))
    foreign = not any(is_english(word.low) for word in some)
    ends = loud[0] in (some[0], some[-1]) and all(word.text.istitle() for word in calm)
    return ends and vowels > 1 and foreign


def is_worded(words: Sequence[Token], run: Run) -> bool:
    """Tell whether a name is of English words, the last of them no family name: the Ruler."""
    last = words[run.hi - 1]
    if is_word_too(last.low) or is_family_name(last.text):
        return False
    lows = [word.low for word in words[run.lo : run.hi]]
    return all(map(is_english, lows)) and len(min(lows, key=len)) > _TWO


@lru_cache(maxsize=1 << 12)
def plain(word: str) -> str:
    """Spell a word without accents, as given names are listed: L\u00e1zaro.

    >>> plain("L\u00e1zaro")
    'Lazaro'
    """
    parts = unicodedata.normalize("NFKD", word)
    return "".join(char for char in parts if not unicodedata.combining(char))


def speaks(words: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of speech stands at a word, or an auxiliary before it.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> speaks(tokens("Ford has asked"), 1), speaks(tokens("Rice has become"), 1)
    (True, False)
    """
    some = words[at : at + _TWO]
    said = next((one.low for one in some if one.low not in AUXILIARIES), "")
    return bool(some) and some[0].near and said in SPOKE


def is_somewhere(words: Sequence[Token], run: Run, taken: Collection[int]) -> bool:
    """Tell whether a known place is said to be where a name is: told Vasilkov in Hanoi."""
    at = run.hi
    placed = at + 1 < len(words) and words[at].low == "in" and words[at].near
    return placed and words[at + 1].near and words[at + 1].start in taken
