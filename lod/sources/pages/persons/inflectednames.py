"""Names as Polish, Czech and Russian titles inflect them: `List Bieruta do Stalina`."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator

from lod.sources.pages.words.english import given_names

# Who wrote to whom: in Polish with `do`, in Czech and Russian by the dative alone.
WRITTEN = re.compile(
    r"^(?:Depesza|List|Telegram|Nota|Pismo|Szyfrogram|Raport|Memoriał|Notatka|Meldunek)\s"
    r"((?:[A-ZĄĆĘŁŃÓŚŹŻ][\w.-]+\s){1,4})do\s((?:[A-ZĄĆĘŁŃÓŚŹŻ][\w.-]+\s?){1,4}?)(?=$|[,;:(]|\s)"
    r"(?!\s[A-ZĄĆĘŁŃÓŚŹŻ])"
)
INFLECTED = "title: who wrote to whom, inflected"
# Endings of the genitive and dative, and those of the nominative that they may stand for.
_ENDINGS = (
    ("skiego", ("ski",)), ("ckiego", ("cki",)), ("ského", ("ský",)), ("ского", ("ский",)),
    ("skiemu", ("ski",)), ("скому", ("ский",)), ("ego", ("y", "i")), ("owi", ("",)),
    ("ova", ("ov",)), ("ки", ("ка",)), ("ki", ("ka",)), ("y", ("a",)), ("a", ("", "o")),
    ("u", ("",)), ("ы", ("а",)), ("у", ("", "а")), ("а", ("",)), ("ю", ("й",)), ("я", ("й", "ь")),
)  # fmt: skip
_LEAST = 3


def nominative_name(words: str, text: str) -> str:
    """Give an inflected name as the text has it in the nominative; the words where it has none.

    >>> nominative_name("Ignacego Paderewskiego", "Ignacy Paderewski przyjechał do Poznania.")
    'Ignacy Paderewski'
    >>> nominative_name("Romana Dmowskiego", "Nikt o tym nie wie.")
    'Romana Dmowskiego'
    >>> nominative_name("Jana Kowalskiego", "Kowalski pojechał do Lublina.")
    'Jan Kowalski'
    """
    *given, family = [(word, next(_known(word, text), "")) for word in words.split()] or [("", "")]
    found = [known or nominative_given(word) for word, known in given] + [family[1]]
    return " ".join(found) if all(found) else words


def nominative_given(word: str) -> str:
    """Give a known given name in the nominative, an initial as it is, "" for any other word.

    >>> [nominative_given(word) for word in ("Ignacego", "J.", "Wisły")]
    ['Ignacy', 'J.', '']
    """
    forms = [word.removesuffix(end) + one for end, plain in _ENDINGS if word.endswith(end)
             for one in plain]  # fmt: skip
    if len(word) < _LEAST:
        return word
    return next((one for one in (*forms, word) if one.casefold() in given_names()), "")


def _known(word: str, text: str) -> Iterator[str]:
    for ending, plain in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST:
            for one in plain:
                if re.search(rf"\b{re.escape(stem + one)}\b", text):
                    yield stem + one
