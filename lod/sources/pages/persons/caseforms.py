"""Surnames as Slavic texts inflect them: Садату, Dubczekiem; given as they are cited.

A form is one of a surname that the text has in the nominative, or of one of which it has two other
forms.
"""

# ruff: noqa: RUF001, SIM905  (endings of Russian are meant; word lists are read as text)

from __future__ import annotations

import re
from collections import defaultdict

from lod.sources.pages.persons.familynames import known_form
from lod.sources.pages.persons.inflectednames import nominative_given
from lod.sources.pages.persons.patronymics import addressed_in_full
from lod.sources.pages.persons.resolve import nominative

_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*")
# Endings, with what stands for them in the nominative.
ENDINGS = {
    "Russian": (
        ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"), ("ого", "ый"),
        ("ому", "ый"), ("ом", ""), ("ем", ""), ("ым", ""), ("а", ""), ("у", ""), ("е", ""),
        ("я", "й"), ("ю", "й"), ("ем", "й"), ("я", "ь"), ("ю", "ь"), ("и", "я"), ("ы", "а"),
        ("у", "а"), ("ой", "а"), ("ой", "ая"),
    ),
    "Polish": (
        ("skiego", "ski"), ("skiemu", "ski"), ("skim", "ski"), ("ckiego", "cki"), ("ckiemu", "cki"),
        ("ckim", "cki"), ("owi", ""), ("iem", ""), ("em", ""), ("a", ""), ("ego", "y"), ("y", "a"),
        ("ę", "a"), ("ą", "a"), ("ki", "ka"), ("ce", "ka"),
    ),
    "German": (("s", ""),),
    "Hungarian": tuple(
        (one, "") for one in "nak nek val vel hoz hez tól től ról ről nál nél ért ot et t".split()
    ),
    "Czech": (
        ("ského", "ský"), ("skému", "ský"), ("ským", "ský"), ("ovi", ""), ("em", ""), ("a", ""),
        ("ka", "ek"), ("kovi", "ek"), ("kem", "ek"), ("ého", "ý"), ("ému", "ý"), ("iho", "i"),
        ("imu", "i"), ("im", "i"), ("yho", "y"), ("ymu", "y"), ("ym", "y"), ("y", "a"), ("u", "a"),
        ("ou", "a"), ("u", ""),
    ),
}  # fmt: skip
# Two of these forms show the surname of which both are.
_OBLIQUE = {"Russian": ("а", "у", "ом", "ем"), "Polish": ("a", "owi", "em", "iem"),
            "Czech": ("a", "ovi", "em")}  # fmt: skip
# Endings that no surname has in the nominative, and what stands for them.
_PLAIN = {
    "Russian": (
        (re.compile(r"(.{3,})ому"), "ый"),
        # Women's names with these endings have one form.
        (re.compile(r"(.{2,}(?:янц?|ич|берг|бург|ман|штейн|штадт|сон|фельд))а"), ""),
        (re.compile(r"(.{3,}[бвгджзклмнпрстфхцчшщ])(?:у|ом)"), ""),
    ),
    "Polish": (
        (
            re.compile(
                r"(.{2,}[kg](?=iem)|.{3,}(?:ow|ew|in|yn|icz)(?=em)|.{3,}(?=owi))(?:iem|em|owi)"
            ),
            "",
        ),
        (re.compile(r"(.{2,}icz)a"), ""),
        # Czech and Hungarian names: Novotn\u00fdm, K\u00e1d\u00e1rem.
        (re.compile(r"(.{2,}\u00fd)m"), ""),
        (
            re.compile(
                r"(.*[\u00e1\u00e9\u00ed\u010d\u0159\u0161\u017e\u00f6\u00fc].*[^aeiouy\u00e1\u00e9\u00ed])(?:em|owi)"
            ),
            "",
        ),
    ),
    "Czech": ((re.compile(r"(.{3,}(?=ovi)|.{3,}(?:ov|ev|in|ič)(?=em))(?:ovi|em)"), ""),),
}
_GENITIVE = re.compile(r"(?:[А-ЯЁ]\. ?)*[А-ЯЁ][\w-]+[бвгджзклмнпрстфхцчшщ]а")
_KEPT = re.compile("Неру|Шу|Цзу|.*[еэ]ску")
_LEAST = 3


class CaseForms:
    """Knows the capitalised words of a text in a Slavic language by their forms.

    >>> forms = CaseForms("Dubczek prosił. Mówiłem Dubczekowi, co napisał Kadar.", "Polish")
    >>> forms.bare("Dubczekowi"), forms.bare("Kadar")
    ('Dubczek', 'Kadar')
    """

    def __init__(self, text: str, tongue: str) -> None:
        self._endings = ENDINGS.get(tongue, ())
        self._words = set(_CAPITAL.findall(text)) if self._endings else set()
        self._stems: dict[str, set[str]] = defaultdict(set)
        for word in self._words:
            for ending in _OBLIQUE.get(tongue, ()):
                if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                    self._stems[word.removesuffix(ending)].add(word)
        self._plain = _PLAIN.get(tongue, ())
        self._told = dict[str, str]()

    def tell(self, name: str) -> None:
        """Take in a name that stands in the genitive: `через Мюнценберга`."""
        if _GENITIVE.fullmatch(name):
            self._told.setdefault(name, name[:-1])

    def bare(self, name: str) -> str:
        """Give a name with its surname in the nominative, as it is where the text shows none."""
        if not self._endings:
            return name
        if name not in self._told:
            if full := addressed_in_full(" ".join(name.split())):
                self._told[name] = full
                return full
            given, _, family = name.rpartition(" ")
            cited = self._cited(family)
            before = [_as_given(word) for word in given.split()]
            whole = cited != family and all(before)
            self._told[name] = " ".join((*before, cited)) if whole else name
        return self._told[name]

    def _cited(self, word: str) -> str:
        if word in self._words and (known := nominative(word)) != word:
            return known
        if known := self._of_two(word):
            return known
        for pattern, ending in self._plain if not _KEPT.fullmatch(word) else ():
            if plain := pattern.fullmatch(word):
                return f"{plain[1]}{ending}"
        return known_form(word, self._endings) or word

    def _of_two(self, word: str) -> str:
        """Give a surname that the text has in the nominative, or in another form too."""
        for ending, plain in self._endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _LEAST and stem + plain in self._words:
                return stem + plain
        stems = (stem for stem, forms in self._stems.items() if word in forms and len(forms) > 1)
        return next(stems, "")


def _as_given(word: str) -> str:
    return word if word.isupper() or word[-1] == "." else nominative_given(word)
