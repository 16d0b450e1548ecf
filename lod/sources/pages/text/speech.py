"""Lines of transcripts: what somebody says, behind his name."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lod.sources.pages.words.pageline import Line

_SPEECH = re.compile(
    r"(?:[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,2}|A VOICE|VOICES): [A-Z\u201c\"]"
)


def is_speech(text: str) -> bool:
    """Tell whether a line is what somebody says, in the form of transcripts.

    >>> is_speech("A VOICE: Too much."), is_speech("NOTE: see below")
    (True, False)
    """
    return text[-1:] in ".?!" and _SPEECH.match(text) is not None


# A rank and a name, as in transcripts.
_RANKED = re.compile(
    r"[*_]*(?:Comrade|Comr\.|Com\.|Cde\.|Cd\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.|Gen\.|Sir|Lord|Herr|Frau|Gen(?:eral|osse)"
    r"|President|Premier|Minister|Ambassador|Marshal|Tow\.|Tov\.|Elvtárs|Soudruh|S\.|Тов\.|Т\.|Г-н)"
    r" [^\W\d_a-zа-я][\w.'\u2019-]*(?: [^\W\d_a-zа-я][\w.'\u2019-]*){0,3}"
)


def heads_of_speech(lines: Sequence[Line]) -> set[str]:
    """Give what stands before the colons of lines more than once, or is a rank and a name.

    >>> heads_of_speech([Line(0, 18, "Comrade Orlov: Yes"), Line(19, 31, "Box: 6")])
    {'Comrade Orlov'}
    """
    heads = Counter(one.text.partition(":")[0] for one in lines if ":" in one.text)
    return {one for one in heads if heads[one] > 1 or _RANKED.fullmatch(one)}
