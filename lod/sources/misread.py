"""Letters that a scan has for others which look alike, mended where nothing else can be meant."""

from __future__ import annotations

import re

# The small l, or 1, that a scan has for I amid capitals: lNTELLIGENCE.
_SMALL_L = re.compile(r"\bl(?=[A-Z]{2})|(?<=[A-Z]{2})l(?=[A-Z])")
# The I, or 1, that it has for l amid small letters: AIekseev, StaIin, Pi1sen; McIntyre is none.
_CAPITAL_I = re.compile(
    r"(?<=[a-z])(?<!\bMc)(?<!\bMac)(?<!\bFitz)(?<!\bDe)(?<!\bDi)(?<!\bLa)(?<!\bLe)(?<!\bO)I(?=[a-z])"
    r"|(?<=[a-z]{3}[lo])I(?=\b)|(?<=\b[B-HJ-Z])I(?=[a-z]{3})|(?<=\bA)I(?=[a-z]{3})|(?<=[a-z])1(?=[a-z])"
)
# The naught that it has for O: M0lotov, SHTYK0V.
_NAUGHT = re.compile(r"(?<=[A-Z])0(?=[a-z]{2})|(?<=[a-z])0(?=[a-z])|(?<=[A-Z]{2})0(?=[A-Z])")
# Without one of these there is nothing to mend; each begins with what is rare, so that most of a
# text is passed over at once.
_ANY = (
    re.compile(
        r"[I10](?:(?<=[a-z][I1])[a-z]|(?<=[A-Z]I)[a-z]{3}|(?<=[A-Za-z]0)[A-Za-z]|(?<=[a-z]{3}[lo]I)\b)"
    ),
    re.compile(r"l[A-Z](?:(?<=[A-Z]l.)|(?<=\bl.)[A-Z])"),
)


def mended_letters(text: str) -> str:
    """Read letters as they are meant; the length stays, so that places are those of the page.

    >>> mended_letters("CENTRAL lNTELLIGENCE AGENCY: AIekseev saw StaIin in Pi1sen with McInnes")
    'CENTRAL INTELLIGENCE AGENCY: Alekseev saw Stalin in Pilsen with McInnes'
    >>> mended_letters("M0lotov to SHTYK0V, A0-3")
    'Molotov to SHTYKOV, A0-3'
    """
    if not any(one.search(text) for one in _ANY):
        return text
    text = _NAUGHT.sub(
        lambda one: "O" if text[one.start() - 1 : one.end() + 1].isupper() else "o", text
    )
    return _SMALL_L.sub("I", _CAPITAL_I.sub("l", text))
