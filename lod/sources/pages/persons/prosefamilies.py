"""Listed family names in running text of other languages than English: `Los de Savimbi`."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Set

from lod.normalize.namewords import PARTICLES
from lod.sources.pages.persons.caseforms import ENDINGS
from lod.sources.pages.persons.familynames import is_family_name, is_of_families, known_form
from lod.sources.pages.persons.inflectednames import nominative_given
from lod.sources.pages.places.placenames import is_only_a_place
from lod.sources.pages.words.english import given_names
from lod.sources.pages.words.folding import plain
from lod.sources.pages.words.tokens import is_initials

# Articles, and what says after whom a thing is called: im. Marchlewskiego.
_NO_ONE_BEHIND = frozenset(
    """el la los las un una le les il lo gli uno une der die das ein eine einen einem einer eines
    dem den des os as um uma im imienia
    welche welcher welches welchen welchem diese dieser dieses diesen diesem jene jener jenes jede
    jeder jedes jeden kein keine keinen keiner keinem ihre ihrer ihren seine seinen seiner unsere
    unserer unseren alle aller solche solcher einige mehrere ce cette ces quelle quel chaque leur
    esta este estas estos aquel aquella cada""".split()
)
# What is called after somebody, before his name: l'amendement Symington, el plan Rogers.
_CALLED_AFTER = frozenset(
    """amendement amendements plan plans rapport loi lois doctrine ligne traité affaire clause prix
    fondation institut musée usine rue avenue boulevard place hôtel lycée commission comité mission
    gouvernement cabinet résolution théorie enmienda informe ley doctrina línea caso cláusula premio
    fundación instituto museo calle avenida misión comisión gobierno emenda plano relatório lei
    doutrina linha prémio fundação comissão missão governo rua emendamento piano rapporto legge
    dottrina linea fondazione istituto commissione missione governo via poprawka doktryna linia
    fundacja komisja misja rząd ulica dodatek doktrína linie nadace komise mise vláda ulice поправка
    план доктрина линия доклад фонд комиссия миссия правительство улица terv vonal""".split()
)
_QUOTES = frozenset("\"'\u201c\u201e\u2018\u00ab")
# Languages whose nouns have capitals, and those that inflect given names as well.
ALL_NOUNS = frozenset(("German",))
# Slavic names as German texts write them: Ponomarjow.
_GERMAN = re.compile(r".{3,}(?:[eij]ow|[nkdpml]ow|jew|owski|ewski|itsch|schuk|schenko)")
_FAMILY_FIRST = frozenset(("Hungarian",))
_INFLECT = frozenset(("Polish", "Czech", "Slovak"))
# What works and firms have before their names: the workers of X are no person's.
_OF_WORKS = re.compile(
    r"\b(?:(?:usines?|ateliers|aci\u00e9ries|fonderies|\u00e9tablissements|chantiers|fabriques?|firme"
    r"|soci\u00e9t\u00e9|milices|ouvriers|ouvri\u00e8res|gr\u00e8ve|f\u00e1brica|talleres|astilleros|obreros"
    r"|empresa|officine|stabilimenti|fabbrica|operai|cantieri|impresa|werke|firma|konzern|fabrik"
    r"|zak\u0142ady|zak\u0142adach|fabryka|fabryce|z\u00e1vody|z\u00e1vodech|tov\u00e1rna|tov\u00e1rn\u011b)"
    r"(?: ouvri\u00e8res)? (?:de |du |des |d['\u2019]|chez |della |del |di )?)$",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"([^\W\d_]+)(?:['\u2019]|\.? )$")
_LOOK = 40


class Families:
    """Finds listed family names at the end of capitalised words that stand together.

    where: prepositions of place of the text's language. never: words that are nobody's names.

    >>> text = "lobte Präsident Kessler"
    >>> text[Families(text, "German").start((6, 23), first=False) :]
    'Kessler'
    """

    def __init__(
        self, text: str, tongue: str, where: Set[str] = frozenset(), never: Set[str] = frozenset()
    ) -> None:
        self._text, self._tongue = text, tongue
        self._where, self._never = where, never
        self._endings = ENDINGS.get(tongue, ())
        self._mixed = tongue in ALL_NOUNS or tongue in _INFLECT

    def start(self, span: tuple[int, int], *, first: bool) -> int:
        """Give where a name begins whose last word is a listed family name, -1 where none is.

        first: whether the words begin a sentence, so that the first of them may be any word.
        """
        start, end = span
        words = self._text[start:end].split(" ")
        last = words[-1]
        if self._is_family_first(words):
            return start
        if last.isupper() or last.casefold() in self._never or not self._is_family(words):
            return -1
        if first or self._mixed:
            start = end - len(" ".join(self._with_given(words)))
        ahead = _AHEAD.search(self._text, max(start - _LOOK, 0), start)
        word = ahead[1].casefold() if ahead else ""
        barred = word in self._where or word in _NO_ONE_BEHIND or word in _CALLED_AFTER
        barred |= _OF_WORKS.search(self._text, max(start - _LOOK, 0), start) is not None
        return -1 if barred or self._text[start - 1 : start] in _QUOTES else start

    def _is_family(self, words: list[str]) -> bool:
        """Tell whether the last word is listed, or stands alone and has the ending of one."""
        if known_form(words[-1], self._endings):
            return True
        if self._tongue in _INFLECT:
            return False
        if self._tongue in ALL_NOUNS:
            formed = _GERMAN.fullmatch(words[-1]) is not None
            return formed and not is_only_a_place(words[-1])
        return is_of_families(words[-1])

    def _is_family_first(self, words: list[str]) -> bool:
        """Tell whether a given name stands behind a family name: K\u00e1d\u00e1r J\u00e1nos."""
        if self._tongue not in _FAMILY_FIRST or len(words) != len(("family", "given")):
            return False
        return plain(words[1]) in given_names() and is_family_name(words[0])

    def _with_given(self, words: list[str]) -> list[str]:
        """Leave out what stands before a family name and the given names that belong to it."""
        kept = len(words) - 1
        while kept and self._is_given(words[kept - 1]):
            kept -= 1
        while kept < len(words) - 1 and words[kept] in PARTICLES:
            kept += 1
        return words[kept:]

    def _is_given(self, word: str) -> bool:
        if word.casefold() in self._never:
            return False
        named = nominative_given(word) or is_family_name(word) or is_initials(word)
        return bool(named) or word in PARTICLES
