"""Which words of a name are initials, which one is the family name, and which the patronymic."""

from __future__ import annotations

import re

from lod.lazily import regex
from lod.normalize.namewords import PARTICLES, PATRONYMIC

_INITIAL = regex(r"^(?:[^\W\d_]\.?|[^\W\d_]{1,3}\.)$")
_CLUSTER = regex(r"^(?:[^\W\d_]{1,2}\.-?){2,}[^\W\d_]?\.?$")


def is_initial(word: str) -> bool:
    """Tell whether a word is an initial.

    >>> is_initial("A."), is_initial("Yu."), is_initial("V"), is_initial("Al")
    (True, True, True, False)
    """
    return bool(_INITIAL.match(word))


def split_words(text: str) -> list[str]:
    """Split a name into words, with `I.V.` as two initials.

    >>> split_words("STALIN I.V.")
    ['STALIN', 'I.', 'V.']
    """
    words: list[str] = []
    for word in text.split():
        if _CLUSTER.match(word):
            words += [f"{part}." for part in re.split(r"[.\-]+", word) if part]
        else:
            words.append(word)
    return words


def in_order(words: list[str]) -> tuple[str, list[str]]:
    """Find the family name in a name without a comma; the others are the given names.

    >>> in_order(["STALIN", "I.", "V."]), in_order(["Charles", "de", "Gaulle"])
    (('STALIN', ['I.', 'V.']), ('de Gaulle', ['Charles']))
    """
    if len(words) < 2:
        return " ".join(words), []
    tail_is_given = all(is_initial(word) for word in words[1:])
    if tail_is_given and not is_initial(words[0]):
        return words[0], words[1:]
    if _is_capital(words[0]) and not any(_is_capital(word) for word in words[1:]):
        return words[0], words[1:]
    ends = [bool(PATRONYMIC.search(word)) for word in words]
    if len(words) > 2 and ends[-1] and not ends[-2]:
        return words[0], words[1:]
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in PARTICLES:
        at -= 1
    # `de Gaulle` is no given name and a family name; `Al Gore` is.
    if at == 1 and words[0].islower() and words[0] in PARTICLES:
        at = 0
    return " ".join(words[at:]), words[:at]


def _is_capital(word: str) -> bool:
    """Tell whether a word of at least three letters is in capitals, as surnames are printed."""
    return len(word) > 2 and word.isupper() and word.isalpha()


def part_patronymic(given: list[str]) -> tuple[str, str]:
    """Part the patronymic from the given names; a lone given name is never one.

    >>> part_patronymic(["Andrei", "Andreevich"]), part_patronymic(["Andreevich"])
    (('Andrei', 'Andreevich'), ('Andreevich', ''))
    """
    if len(given) > 1 and PATRONYMIC.search(given[-1]):
        return " ".join(given[:-1]), given[-1]
    return " ".join(given), ""
