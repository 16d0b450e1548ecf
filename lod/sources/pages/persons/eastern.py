"""Korean, Chinese and Vietnamese names in texts of other languages than English.

The family name stands first: no verb or rank beside it is needed to know such a name.
"""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.persons.chinesenames import is_chinese
from lod.sources.pages.persons.persons import Seen
from lod.sources.pages.persons.prosenames import foreign_persons

# As German, Polish, French and other transcriptions write Korean ones too.
_KOREAN = frozenset(
    """kim pak park tschoe tsoi choe choi czoe tchoe ri rhi rhee li yi o an kang cho tscho tschang
    chang chong tschong tschu chu han ho hong hwang im ko kwak kwon min nam no paek pek pang so son
    song sin shin yang yim yu yun u""".split()
)
# Behind these one word is enough.
_SURE = frozenset("kim pak nguyen tran pham zhou deng tschou teng".split())
_VIETNAMESE = frozenset(
    "nguyen tran pham vo phan truong hoang bui dang ngo dinh dong vu huynh trinh ton le".split()
)
# Le is an article too.
_BEHIND_LE = ("Duan", "Duc", "Van", "Thanh", "Thi", "Hong", "Quang")
_CHINESE = frozenset(
    """wang zhang zhao zhou zhu chen lin liu yang xu gao guo huang jiang sun luo ma deng ye yu wu
    xie tan tang tian""".split()
)
# Words of other languages that Chinese families are called like.
_WORDS = frozenset(
    """bei du lang gang ding men mei nan fan pan dai lei hai sha long he bi mi ni su tu si qui que
    con la le die der den dan ling man da di ai ou xi an""".split()
)
_NAME = re.compile(
    r"(?<![\w'\u2019-])(?P<family>[A-Z][a-z]{0,6}) "
    r"(?P<given>[A-Z][a-z]{1,7}(?:-[A-Za-z][a-z]{1,7})?"
    r"(?: [A-Z][a-z]{1,7})?)(?![\w-])(?! [A-Z])"
)


def persons_abroad(
    text: str, span: tuple[int, int], tongue: str, known: Sequence[tuple[int, int]]
) -> Iterator[Seen]:
    """Find these persons, then the others whom a stretch of a text in a language names.

    known: where names stand that a gazetteer knows.
    """
    eastern = [*eastern_names(text, span, known)]
    yield from eastern
    taken = [*known, *((one.start, one.end) for one in eastern)]
    yield from foreign_persons(text, span, tongue, taken)


def eastern_names(
    text: str, span: tuple[int, int], taken: Sequence[tuple[int, int]]
) -> Iterator[Seen]:
    """Find these names in a stretch; taken: where what is known to be another name stands.

    >>> text = "Am 23.8. empfing mich Pak Song-tschol; Jiao Ruoyu ist in Le Havre."
    >>> [text[one.start : one.end] for one in eastern_names(text, (0, len(text)), ())]
    ['Pak Song-tschol', 'Jiao Ruoyu']
    """
    for one in _NAME.finditer(text, *span):
        if not any(lo < one.end() and one.start() < hi for lo, hi in taken) and _is_name(one):
            yield Seen(one.start(), one.end(), "family name first")


def _is_name(one: re.Match[str]) -> bool:
    family, given = one["family"].casefold(), one["given"].split()
    first, _, second = given[0].partition("-")
    if family in _SURE:
        return True
    if family in _KOREAN and second:
        return len(given) == 1 and len(first) + len(second) < len("Song-tschol") + 2
    if family in _VIETNAMESE and (len(given) > 1 or given[0] == _BEHIND_LE[0]):
        return family != "le" or given[0] in _BEHIND_LE
    if family == "song" and len(one["given"]) < len("Binb"):
        return False  # a river in Vietnam
    surname = "Liao" if family in _CHINESE else one["family"]  # as others are tested
    return family not in _WORDS and is_chinese([surname, *given])
