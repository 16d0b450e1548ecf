"""A credit line -> who contributed, transcribed, translated and paid; and what is left."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lod.lazily import regex
from lod.normalize.givers import bodies, givers
from lod.normalize.kinds import kind_of

_ROLES = {
    **dict.fromkeys(
        ("contributed", "provided", "obtained", "found", "supplied", "donated", "selected", "given",
         "submitted", "discovered", "located", "identified", "uncovered", "uploaded", "shared",
         "made available", "made accessible", "communicated", "furnished",
         "contrib.", "courtesy", "gift", "digitised", "digitized", "scanned", "acquired"),
        "contributor",
    ),
    **dict.fromkeys(("transcribed", "transcription", "transcriber", "typed"), "transcriber"),
    **dict.fromkeys(
        ("translated", "translation", "translator", "english translation", "english text",
         "english", "english version", "rendered", "transl.", "trans.", "tr.", "translations"),
        "translator",
    ),
    **dict.fromkeys(
        ("edited", "editor", "editors", "ed.", "eds.", "annotated", "annotation", "annotations",
         "introduced", "introduction", "commentary", "notes", "prepared", "edition", "proofread",
         "checked"),
        "editor",
    ),
}  # fmt: skip
_PARTICIPLE = (
    "contributed|provided|obtained|found|supplied|donated|selected|given|submitted|discovered"
    "|located|identified|uncovered|uploaded|shared|made (?:available|accessible)|communicated"
    "|furnished|digiti[sz]ed|scanned|acquired|transcribed|typed"
    "|translated|rendered|edited|annotated|introduced|prepared|proofread|checked"
)
_SHORT = r"contrib\.|transl\.|trans\.|tr\.|eds?\."
_NOUN = (
    "english (?:translation|text|version)|translations?|translator|transcription|transcriber"
    "|english|editors?|annotations?|commentary|introduction|notes|edition"
)
_VERB = rf"(?:{_PARTICIPLE}|{_SHORT}|{_NOUN})"
# A full stop ends a name, unless it follows an initial or `Jr`.
_STOP = r"(?<!\b[^\W\d_])(?<!\bJr)(?<!\bDr)(?<!\bSt)(?<!\bProf)\.(?=\s|$)"
_END = (
    rf"(?={_STOP}|\s*;|,?\s+and\s+{_VERB}(?!\w)|,\s*(?:the\s+)?{_VERB}(?!\w)|\s*[(<]?https?://"
    r"|,?\s+in the\s|,?\s+from the\s|\s*[\[\]]|\s*$)"
)
_WHAT = (
    r"(?:\b(?:this\s+|the\s+)?(?:document|text|(?:photo)?copy|item|letter|telegram|record|it)\s+)?"
)
_FOR = r"(?:\s+(?:for|from|into|to|through|via|under|after|in|with|on|at)\s[^.;:]{1,60}?)?"
_DEED = regex(
    rf"{_WHAT}(?:\b(?:(?:was|were|is|has been|and)\s+)?(?:the\s+)?(?:kindly\s+|first\s+)?)?"
    rf"\b(?P<verbs>{_VERB}(?:(?:,\s*and\s+|,\s*|\s+and\s+){_VERB})*)"
    rf"(?:{_FOR}(?:\s+(?:is|was|prepared|made|provided|done|kindly))*{_FOR}\s+by:?|{_FOR}:)\s+"
    rf"(?P<names>[^;]{{1,200}}?){_END}\.?",
    re.IGNORECASE,
)
# Without `by`: `Tr. Eva Dorn`, `Courtesy of Eva Dorn`, `Gift of Eva Dorn, 2003`.
_BRIEF = regex(
    r"(?:(?:^|(?<=[.;(\[]\s)|(?<=[(\[]))(?P<short>[Tt]r\.|[Tt]rans\.|[Tt]ransl\.|[Ee]d\."
    r"|(?:English )?[Tt]ranslat(?:ion|or)(?=,)),?"
    r"|\b(?:(?:[Pp]hotoc|[Cc])opy\s+|[Dd]ocument\s+)?(?:[Bb]y\s+)?(?P<grace>[Cc]ourtesy|[Gg]ift)(?:\s+of)?)"
    rf"\s+(?P<names>(?=(?:the\s+)?[^\W\d_a-z])[^;:]{{3,120}}?){_END}\.?"
)
_THANKS = regex(
    r"(?:\b[Ww]e\s+(?:are\s+(?:grateful|indebted)\s+to|thank)|\b(?:[Mm]any\s+|[Oo]ur\s+|[Ww]ith\s+|[Ss]pecial\s+)*"
    r"[Tt]hanks(?:\s+(?:go|are\s+due))?\s+to|\b[Gg]rateful(?:ly)?\s+(?:acknowledge\w*\s+)?to)\s+"
    r"(?P<names>[^\W\d_a-z][^;:.]{3,80}?),?\s+(?:who|for)\s+(?P<deed>[^;.]{3,120})(?:\.|$)"
)
# Thanks that name no deed, where nothing but thanks stands: `With thanks to Eva Dorn.`
_THANKED = regex(
    r"\b(?:[Ww]ith\s+(?:\w+\s+)?thanks\s+to|[Tt]hanks\s+(?:are\s+due\s+)?to|[Ww]e\s+thank)\s+"
    r"(?P<names>[^\W\d_a-z](?:[^;:.]|(?<=\b[A-Z])\.)"
    r"{3,60})(?:\.|$)"
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
    r"\b(?:(?:(?:[Tt]raducid[oa]|[Tt]raduzid[oa])(?: d[eo]l? \w+)? por|[Tt]raducción(?: del? \w+)?"
    r"(?: de|\s?(?=:))|[Tt]radução(?: d[eo] \w+)?(?: de|(?=:))"
    r"|[Tt]raduite? (?:d[eu] \w+ )?par|[Tt]raduction (?:de|par|(?=:))"
    r"|[Tt]radott[oa](?: dal \w+)? da"
    r"|[Tt]raduzione(?: dal \w+)?(?: di|(?=:))|(?:[Aa]us dem \w+(?: übersetzt)?|[Dd]eutsch) von"
    r"|[Üü]bersetz(?:t|ung)(?: aus dem \w+)?(?: (?:von|durch)|(?=:))"
    r"|(?:[Zz]e? \w+ )?(?:[Tt]łumaczenie|[Tt]łumaczyła?|[Pp]rzełożyła?"
    rf"|[Pp]řeložila?)|[Ff]ordította|[Пп]еревод|[Пп]ерев[её]ла?|[Пп]реведе):?\s+(?P<translator>{_NAMES})"
    r"|(?:[Ee]ditad[oa] por|[Ee]dición de|[Éé]ditée? par|[Hh]erausgegeben von|[Bb]earbeitet von"
    rf"|[Aa] cura di|[Oo]pracowała?|[Ss]zerkesztette):?\s+(?P<editor>{_NAMES})"
    r"|(?:(?:[Dd]onad|[Cc]edid|[Ff]acilitad)[oa] por|[Dd]onación de|[Dd]onnée? par"
    r"|[Cc]ommuniquée? par|[Ff]ournie? par|[Dd]onat[oa] da|[Ff]ornit[oa] da|[Dd]oad[oa] por"
    r"|(?:[Tt]exte|[Dd]ocument|[Nn]otice) (?:établie?|présentée?|transmise?|communiquée?"
    r"|préparée?) par"
    r"|[Tt]ransk(?:ribiert|ription) (?:von|durch)|[Tt]ranscri(?:te? par|ption de|pción de"
    r"|t[oa] por)"
    r"|[Tt]rascri(?:tt[oa] da|zione di)|(?:[Gg]ift of|[Cc]ourtesy of)(?: the)?"
    r"|[Tt]ext(?:fassung)? von"
    r"|(?:[Dd]o druku|[Kk] (?:tisku|vydání)|[Ss]ajtó alá|[Кк] печати|[Zz]um Druck) \w+"
    r"|[Bb]ereitgestellt (?:von|durch)|[Ss]chenkung von|[Uu]dostępniła?|[Pp]rzekazała?"
    rf"|[Пп]редоставила?):?\s+(?P<contributor>{_NAMES}))(?={_STOP}|\s*;|\s*$)\.?"
)
_AND_ABROAD = regex(r"\s(?:et|und|és|и)\s")
_HOUSE = regex(r"\b(?:famil\w+|Familie|rodzin\w+|rodin\w+|семь\w+)\b", re.IGNORECASE)
_AND = regex(r",\s*and\s+|\s+and\s+|\s*&\s*|,\s+(?!(?:Jr|Sr)\b)")
# For whom, or with whose help, somebody did something.
_FAVOUR = regex(
    r"(?:^|,?\s+\(?)(?:for|on behalf of|with (?:the )?(?:kind )?"
    r"(?:support|help|assistance|permission) (?:of|from))\s.*$",
    re.IGNORECASE,
)
_VERBS = regex(_VERB, re.IGNORECASE)
_DOING = regex(r"\b(?:who|for|whose|which)\b")
_FINANCED = regex(r"\b(?:fund|financ|support|sponsor|pay|paid|grant)")
# What stands behind a name: a place of work, a year.
_ASIDE = regex(
    r"\s*\([^()]*\)|,?\s+(?:(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+)?(?:\d{1,2},\s+)?(?:1[89]|20)\d\d$"
)
_LETTER = regex(r"[^\W\d_]")
_INITIALS = regex(r"(?:[^\W\d_]\.\s?){1,4}(?:[^\W\d_]\.?)?")
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
    found = sorted((*_done(cut), *_given(cut)), key=lambda one: one.start)
    left = list(cut)
    for one in found:
        left[one.start : one.end] = " " * (one.end - one.start)
    named = ((role, name) for one in found for role in one.roles for name in one.names)
    return _tidy("".join(left)), tuple(dict.fromkeys(named))


class _Credit(NamedTuple):
    """Where a text thanks, whom, and for what."""

    start: int
    end: int
    roles: tuple[str, ...]
    names: list[str]


def _done(cut: str) -> Iterator[_Credit]:
    """Find who translated, edited or contributed."""
    end = 0
    for deed in _DEED.finditer(cut):
        verbs = (" ".join(verb.lower().split()) for verb in _VERBS.findall(deed["verbs"]))
        if names := _people(deed["names"]):
            roles = tuple(dict.fromkeys(_ROLES[verb] for verb in verbs))
            yield _Credit(*deed.span(), roles, names)
            end = deed.end()
    for brief in _BRIEF.finditer(cut, end):
        role = _ROLES[(brief["short"] or brief["grace"]).lower()]
        if names := _people(brief["names"]):
            yield _Credit(*brief.span(), (role,), names)
    yield from _thanked(cut, end)
    abroad = () if cut.isascii() and " by " in cut else _ABROAD.finditer(cut)
    for deed in abroad:
        role = next(role for role, names in deed.groupdict().items() if names)
        names = [one for part in _AND_ABROAD.split(deed[role]) for one in _people(part)]
        yield _Credit(*deed.span(), (role,), [one for one in names if not _HOUSE.search(one)])


def _thanked(cut: str, start: int) -> Iterator[_Credit]:
    """Find who is thanked, for a deed or for none that is told."""
    for thanks in _THANKS.finditer(cut, start) if "hank" in cut or "rateful" in cut else ():
        role = "translator" if "ranslat" in thanks["deed"] else "contributor"
        names = _people(thanks["names"])
        if names and not _FINANCED.search(thanks["deed"]):
            yield _Credit(*thanks.span(), (role,), names)
    for thanks in _THANKED.finditer(cut, start) if "hank" in cut else ():
        names = [one for one in _people(thanks["names"]) if _is_person(one)]
        if names and _DOING.search(thanks["names"]) is None:
            yield _Credit(*thanks.span(), ("contributor",), names)


def _is_person(name: str) -> bool:
    """Tell whether a name of several words is somebody's: bodies that are thanked may have paid."""
    return " " in name and kind_of(name) != "group"


def _given(cut: str) -> Iterator[_Credit]:
    """Find who paid."""
    gifts = [_Credit(*one.span(), ("funder",), bodies(one["names"])) for one in _GIFT.finditer(cut)]
    yield from gifts
    for giver in () if gifts else givers(cut):
        yield _Credit(*giver.said, ("funder",), [giver.name])


def _people(names: str) -> list[str]:
    """Part the people of a credit, without those for whom they did it; the family is nobody.

    >>> _people("Gary Goldberg for CWIHP and NKIDP"), _people("Jan Vesely, for CWIHP, and Eva Dorn")
    (['Gary Goldberg'], ['Jan Vesely', 'Eva Dorn'])
    """
    names = _ASIDE.sub("", names)
    found, favoured = list[str](), False
    for part in map(_trimmed, _AND.split(names)):
        name = _trimmed(_FAVOUR.sub("", part))
        if found and name == part and kind_of(part) == "group" and f", {part}" in names:
            continue  # where the one before works
        favoured = name != part or (favoured and (part.isupper() or kind_of(part) == "group"))
        named = _LETTER.search(name) and not name.islower() and not _INITIALS.fullmatch(name)
        if named and not (favoured and name == part):
            found.append(name)
    return found


def _trimmed(name: str) -> str:
    """Drop the article and the marks around a name."""
    return re.sub(r"^the\s+", "", name.strip(" ,;:"), flags=re.IGNORECASE)


def _tidy(rest: str) -> str:
    """Close the gaps that credits leave."""
    return _GAP.sub(r"\1", " ".join(rest.split())).lstrip(" .,;")
