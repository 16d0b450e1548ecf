"""A credit line -> who contributed, transcribed, translated and paid; and what is left."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re

from lod.lazily import regex
from lod.normalize.kinds import kind_of

_ROLES = {
    "contributed": "contributor",
    "provided": "contributor",
    "obtained": "contributor",
    "found": "contributor",
    "supplied": "contributor",
    "transcribed": "transcriber",
    "transcription": "transcriber",
    "translated": "translator",
    "translation": "translator",
    "edited": "editor",
    "donated": "contributor",
    "transl.": "translator",
    "trans.": "translator",
    "tr.": "translator",
    "contrib.": "contributor",
    "ed.": "editor",
}
_VERB = rf"(?:{'|'.join(map(re.escape, _ROLES))})"
# A full stop ends a name, unless it follows an initial or `Jr`.
_STOP = r"(?<!\b[^\W\d_])(?<!\bJr)(?<!\bDr)(?<!\bSt)\.(?=\s|$)"
_END = rf"(?={_STOP}|\s*;|,?\s+and\s+{_VERB}(?!\w)|,\s*{_VERB}(?!\w)|\s*[(<]?https?://|\s*$)"
_DEED = regex(
    rf"(?:\b(?:document|it)\s+)?(?:\b(?:was|and)\s+)?"
    rf"\b(?P<verbs>{_VERB}(?:(?:,\s*and\s+|,\s*|\s+and\s+){_VERB})*)"
    rf"(?:\s+(?:for|from|into|to|through|via|under|after|in)\s[^.;]{{1,60}}?)?(?:\s+by:?|:)\s+(?P<names>[^;]{{1,200}}?){_END}\.?",
    re.IGNORECASE,
)
_GIFT = regex(
    rf"(?:\b(?:this|the)\s+document\s+)?\b(?:was\s+)?made\s+possible\s+(?:with|by|through)\s+"
    rf"(?:the\s+)?(?:generous\s+)?(?:support|funding|a\s+grant)\s+(?:from|of|by)\s+"
    rf"(?P<names>[^;]{{1,300}}?)(?={_STOP}|\s*;|\s*$)\.?",
    re.IGNORECASE,
)
# The same in other languages: `Traducción de Ana Ruiz`, `Bereitgestellt von K. Orth`.
_NAMES = r"(?=[^\W\d_a-zа-я])[^;]{1,120}?"
_ABROAD = regex(
    r"\b(?:(?:(?:[Tt]raducid[oa]|[Tt]raduzid[oa]) por|[Tt]raducción de|[Tt]radução de"
    r"|[Tt]raduite? par|[Tt]raduction (?:de|par)|[Tt]radott[oa] da|[Tt]raduzione di"
    r"|[Üü]bersetz(?:t|ung) (?:von|durch)|[Tt]łumaczenie|[Tt]łumaczyła?|[Pp]rzełożyła?"
    rf"|[Pp]řeložila?|[Ff]ordította|[Пп]еревод|[Пп]ерев[её]ла?|[Пп]реведе):?\s+(?P<translator>{_NAMES})"
    r"|(?:[Ee]ditad[oa] por|[Ee]dición de|[Éé]ditée? par|[Hh]erausgegeben von|[Bb]earbeitet von"
    rf"|[Aa] cura di|[Oo]pracowała?|[Ss]zerkesztette):?\s+(?P<editor>{_NAMES})"
    r"|(?:(?:[Dd]onad|[Cc]edid|[Ff]acilitad)[oa] por|[Dd]onación de|[Dd]onnée? par"
    r"|[Cc]ommuniquée? par|[Ff]ournie? par|[Dd]onat[oa] da|[Ff]ornit[oa] da|[Dd]oad[oa] por"
    r"|[Bb]ereitgestellt (?:von|durch)|[Ss]chenkung von|[Uu]dostępniła?|[Pp]rzekazała?"
    rf"|[Пп]редоставила?):?\s+(?P<contributor>{_NAMES}))(?={_STOP}|\s*;|\s*$)\.?"
)
_AND_ABROAD = regex(r"\s(?:et|und|és|и)\s")
_HOUSE = regex(r"\b(?:famil\w+|Familie|rodzin\w+|rodin\w+|семь\w+)\b", re.IGNORECASE)
_AND = regex(r",\s*and\s+|\s+and\s+|\s*&\s*|,\s+(?!(?:Jr|Sr)\b)")
# What parts several givers, the closest first.
_GIVERS = tuple(map(re.compile, (r",\s+(?:and\s+)?|\s+and\s+", r",\s+", r",?\s+and\s+")))
# For whom, or with whose help, somebody did something.
_FAVOUR = regex(
    r"(?:^|,?\s+\(?)(?:for|on behalf of|with (?:the )?(?:kind )?"
    r"(?:support|help|assistance|permission) (?:of|from))\s.*$",
    re.IGNORECASE,
)
_LETTER = regex(r"[^\W\d_]")
_GAP = regex(r"\s+([.,;])")
_LONGEST = 5000

Credits = tuple[tuple[str, str], ...]


def parse_credits(text: str) -> tuple[str, Credits]:
    """Take the credits out of a text: what is left, and (role, name) as they stand.

    Roles are concepts of vocab/role. Call it before `parse_references` on a source line that
    holds both.

    >>> parse_credits("RGANI, f. 3. Contributed and translated by Gary Goldberg.")
    ('RGANI, f. 3.', (('contributor', 'Gary Goldberg'), ('translator', 'Gary Goldberg')))
    >>> parse_credits("This document was made possible with support from Leon Levy Foundation")[1]
    (('funder', 'Leon Levy Foundation'),)
    >>> parse_credits("made possible with support from Orlov Fund, Ministry of Arts and Letters")[1]
    (('funder', 'Orlov Fund'), ('funder', 'Ministry of Arts and Letters'))
    """
    cut = " ".join(text[:_LONGEST].split())
    found: list[tuple[int, str, str]] = []
    deeds = [(deed, names) for deed in _DEED.finditer(cut) if (names := _people(deed["names"]))]
    for deed, names in deeds:
        roles = [_ROLES[verb.lower()] for verb in re.findall(_VERB, deed["verbs"], re.IGNORECASE)]
        for role in dict.fromkeys(roles):
            found += [(deed.start(), role, name) for name in names]
    abroad = [] if cut.isascii() and " by " in cut else list(_ABROAD.finditer(cut))
    for deed in abroad:
        role = next(role for role, names in deed.groupdict().items() if names)
        names = [one for part in _AND_ABROAD.split(deed[role]) for one in _people(part)]
        found += [(deed.start(), role, name) for name in names
                  if not _HOUSE.search(name)]  # fmt: skip
    for gift in _GIFT.finditer(cut):
        found += [(gift.start(), "funder", name) for name in _bodies(gift["names"])]
    left = list(cut)
    for deed in (*(deed for deed, _ in deeds), *abroad):
        left[deed.start() : deed.end()] = " " * (deed.end() - deed.start())
    rest = _GIFT.sub(" ", "".join(left))
    in_order = sorted(found, key=lambda credit: credit[0])
    return _tidy(rest), tuple(dict.fromkeys((role, name) for _, role, name in in_order))


def _people(names: str) -> list[str]:
    """Part the people of a credit, without those for whom they did it; the family is nobody.

    >>> _people("Gary Goldberg for CWIHP and NKIDP"), _people("Jan Vesely, for CWIHP, and Eva Dorn")
    (['Gary Goldberg'], ['Jan Vesely', 'Eva Dorn'])
    """
    found, favoured = list[str](), False
    for part in map(_trimmed, _AND.split(names)):
        name = _trimmed(_FAVOUR.sub("", part))
        favoured = name != part or (favoured and (part.isupper() or kind_of(part) == "group"))
        if _LETTER.search(name) and not name.islower() and not (favoured and name == part):
            found.append(name)
    return found


def _bodies(names: str) -> list[str]:
    """Part the givers of a credit at commas and `and`, only where a body stands on all sides.

    `Chun & Jane Chiu Family Foundation` is one, so is `Ministry of Education and Research`.
    """
    for parting in _GIVERS:
        parts = [_trimmed(part) for part in parting.split(names)]
        if len(parts) > 1 and all(kind_of(part) == "group" for part in parts):
            return parts
    return [_trimmed(names)]


def _trimmed(name: str) -> str:
    """Drop the article and the marks around a name."""
    return re.sub(r"^the\s+", "", name.strip(" ,;:"), flags=re.IGNORECASE)


def _tidy(rest: str) -> str:
    """Close the gaps that credits leave."""
    return _GAP.sub(r"\1", " ".join(rest.split())).lstrip(" .,;")
