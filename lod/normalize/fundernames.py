"""The name of whoever pays, as it is recorded, where the sentence around it inflects it."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re

from lod.normalize.kinds import kind_of

# Of a word that says which: `Российского`, and of what it is of: `фонда`.
_RUSSIAN_WHICH = (
    ("ского", "ский"), ("цкого", "цкий"), ("ного", "ный"), ("вого", "вый"), ("ого", "ый"),
    ("него", "ний"), ("ской", "ская"), ("ной", "ная"), ("вой", "вая"),
)  # fmt: skip
_RUSSIAN_WHAT = (("ства", "ство"), ("ния", "ние"), ("ии", "ия"), ("мы", "ма"), ("а", ""))
_GERMAN_FEMININE = re.compile(
    r"\w*(?:gemeinschaft|stiftung|gesellschaft|akademie|union|kommission|vereinigung|kammer"
    r"|universität|bank|republik|regierung|hochschule)"
)


def recorded(words: str) -> str:
    """Give the name of a body in the nominative, as German and Russian sentences inflect it.

    >>> recorded("Deutschen Forschungsgemeinschaft"), recorded("Российского научного фонда")
    ('Deutsche Forschungsgemeinschaft', 'Российский научный фонд')
    >>> recorded("Leon Foundation")
    'Leon Foundation'
    """
    first, _, rest = words.partition(" ")
    if first.endswith("en") and _GERMAN_FEMININE.fullmatch(rest.partition(" ")[0].casefold()):
        return f"{first[:-1]} {rest}"
    said = words.split()
    for at, word in enumerate(said):
        if plain := _plain(word, _RUSSIAN_WHICH):
            said[at] = plain
            continue
        said[at] = (at and _plain(word, _RUSSIAN_WHAT)) or word
        break
    return " ".join(said)


def is_body(name: str) -> bool:
    """Tell whether a name in the nominative is a body's.

    >>> is_body("Deutsche Forschungsgemeinschaft"), is_body("Jan Orlov")
    (True, False)
    """
    known = (_GERMAN_FEMININE.fullmatch(word.casefold()) for word in name.split())
    return kind_of(name) == "group" or any(known)


def _plain(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    ends = ((word.removesuffix(end) + plain) for end, plain in endings if word.endswith(end))
    return next(ends, "") if not word.isascii() else ""
