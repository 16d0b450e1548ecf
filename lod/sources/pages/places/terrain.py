"""Places by the small word behind a foreign name: the Bekaa valley, the Dak To sector.

What nature made is named with its word, what people made or fight for without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lod.sources.pages.words.english import given_names, is_english
from lod.sources.pages.words.textwords import DEMONYMS, RANKS

_NATURE = (
    "valley|plain|plateau|peninsula|delta|basin|oasis|desert|steppe|highlands|hills|mountains"
    "|range|ridge|gulf|bay|strait|straits|river|lake|islands|archipelago|reef|heights|pass"
    "|gorge|lagoon|massif"
)
_MADE = (
    "sector|salient|corridor|bridgehead|enclave|bridge|pocket|airbase|air base|railway station"
    "|railroad station|border crossing|crossing|garrison|ghetto|oilfield|oil field|coalfield|dam"
    "|road junction|suburb|region|area|front|airfield|air field|airport|airstrip|aerodrome"
    "|consulate|legation|naval base|harbour|harbor|railhead|beachhead|triangle|border|frontier"
    "|coast|quarter|oasis"
)
# What each ends in.
_WORDS = frozenset(words.split()[-1] for words in f"{_NATURE}|{_MADE}".split("|"))
_SHORT = 3
_NAME = r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*"
# What begins with plain letters is sought fast.
_FOUND = re.compile(
    rf"he[ \n](?<=\b[Tt]he.)({_NAME}(?:[ \n]{_NAME})?)[ \n]"
    rf"(?:({_NATURE})|(?:{_MADE}))\b(?!['\u2019-])",
    re.DOTALL,
)


def terrain(text: str, start: int, end: int, said: Set[str]) -> Iterator[tuple[int, int]]:
    """Find the places that a stretch names before a small word for them; said: its words.

    >>> text = "over the Bekaa valley, over the Neris bridge, in the Green valley"
    >>> [text[lo:hi] for lo, hi in terrain(text, 0, len(text), {"valley", "bridge"})]
    ['Bekaa valley', 'Neris']
    """
    if _WORDS.isdisjoint(said):
        return
    for one in _FOUND.finditer(text, start, end):
        lows = one[1].casefold().split()
        last = lows[-1] if len(lows) == 1 or len(lows[-1]) > _SHORT else ""  # Dak To
        said_of = (lows[0], last or lows[0])
        if "-" in one[1] and one[0].endswith(("border", "frontier", "front")):
            continue  # the Oder-Neisse frontier
        plain = any(is_english(low) or low in DEMONYMS or low in RANKS for low in said_of)
        if not plain and lows[0] not in given_names() and not one[1].isupper():
            yield one.start(1), one.end() if one[2] else one.end(1)
