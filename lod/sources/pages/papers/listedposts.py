"""Posts in lists that are no person's name, told by their letters or their wording alone."""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

import re

# An office by its letters, with or without who holds it: `S.G. (Shri N. R. Pillai)`, `PS/PM`.
_CODED = re.compile(
    r"(?:(?:[A-Z]\.){2,4}|[A-Z]{2,4}(?:/[A-Z]{1,5}){1,3})(?: ?\([A-Z]{1,4}\))?"
    r"(?: \([A-Z][\w. ]+\))?"
)
# Chiefs and directors by their letters, who are neither persons by name nor bodies.
_LETTERS = frozenset(
    """CIGS VCIGS DCIGS CGS CDS CAS VCAS ACAS CNS VCNS DMI DDMI DMO DNI DDI PUS DUS AUS PPS APS DG
    DDG ADC CINC SACEUR CINCPAC CNO CJCS DCM QMG AG CSO""".split()
)
# An office of state, in whose name no word for one stands alone: `First Sea Lord`.
_POST = re.compile(
    r"(?:(?:First|Second|Third|Fourth) (?:Sea )?Lord(?: of the (?:Admiralty|Treasury))?"
    r"|(?:(?:Parliamentary|Permanent|Deputy"
    r"|Assistant) )*(?:Under[- ])?Secretary of State(?: for [A-Z][\w ,]+)?"
    r"|(?:Vice[- ])?Chiefs? of (?:the )?(?:(?:Air|Naval|Army|Defence|General|Imperial"
    r"|Combined) )*Staff"
    r"|Chancellor of the (?:Exchequer|Duchy(?: of Lancaster)?)|Lord (?:President|Privy Seal"
    r"|Chancellor)"
    r"|President of the (?:Board of Trade|Council|Republic)|(?:Adjutant|Quartermaster|Paymaster"
    r"|Postmaster"
    r"|Attorney|Solicitor|Surveyor|Inspector)[- ]General|Director of (?:Naval|Military|Air|Central)"
    r" Intelligence|Secretary (?:of|for) (?:War|Defen[cs]e|State|Commerce|Agriculture|the [A-Z]\w+)"
    r"|Head of [A-Z][\w ]{2,30} (?:Department|Section|Branch|Division)|Clerk of the Council"
    r"|Commanders?-in-Chief(?:,? [A-Z][\w ]+)?)"
)


def is_chief(text: str) -> bool:
    """Tell whether letters are those of a chief or director: `C.I.G.S.`.

    >>> is_chief("C.I.G.S."), is_chief("Dorn")
    (True, False)
    """
    return text.isupper() and text.replace(".", "") in _LETTERS


def is_post(text: str) -> bool:
    """Tell whether a line is an office by its letters, or one of state: `First Sea Lord`.

    >>> is_post("S.G. (Shri N. R. Pillai)"), is_post("First Sea Lord"), is_post("Jan Dorn")
    (True, True, False)
    """
    return _CODED.fullmatch(text) is not None or _POST.fullmatch(text) is not None
