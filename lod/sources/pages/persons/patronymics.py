"""Russian names in full, with the patronymic, as an address has them in the dative."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re

_CAP = r"[А-ЯЁ][А-ЯЁа-яё-]+"
_FULL = re.compile(
    rf"(?P<family>{_CAP}) (?P<given>{_CAP}) (?P<father>{_CAP}(?:ичу|ИЧУ|вне|ВНЕ))"
    rf"|(?P<given2>{_CAP}) (?P<father2>{_CAP}(?:ичу|ИЧУ|вне|ВНЕ)) (?P<family2>{_CAP})"
)
_HIS = (("ому", "ый"), ("ему", "ий"), ("ву", "в"), ("ну", "н"), ("ю", "й"), ("у", ""), ("е", "а"))
_SKY = re.compile(r"(?<=[кгх])ому$")
_HERS = (("ской", "ская"), ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"),
         ("е", "а"), ("и", "я"))  # fmt: skip
_GIVEN = (("ю", "й"), ("у", ""), ("е", "а"), ("и", "я"))


def addressed_in_full(name: str) -> str:
    """Give a full name in the dative as it is cited, given name first; "" for any other.

    >>> addressed_in_full("ХРУЩЕВУ Никите Сергеевичу"), addressed_in_full("Ивану Петрову")
    ('Никита Сергеевич Хрущев', '')
    >>> addressed_in_full("Андрею Яковлевичу Вышинскому")
    'Андрей Яковлевич Вышинский'
    >>> addressed_in_full("Екатерине Ивановне Орловой")
    'Екатерина Ивановна Орлова'
    """
    found = _FULL.fullmatch(name)
    if found is None:
        return ""
    given, father, family = (
        (found[one] or found[f"{one}2"]).title() for one in ("given", "father", "family")
    )
    woman = father.endswith("вне")
    father = f"{father[:-1]}а" if woman else father[:-1]
    return f"{_plain(given, _GIVEN)} {father} {_family(family, woman=woman)}"


def _family(word: str, *, woman: bool) -> str:
    if not woman and _SKY.search(word):
        return f"{word[:-3]}ий"
    return _plain(word, _HERS if woman else _HIS)


def _plain(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    """Give a word with the ending that it has in the nominative; one that has none stays."""
    return next(
        (word.removesuffix(end) + plain for end, plain in endings if word.endswith(end)), word
    )
