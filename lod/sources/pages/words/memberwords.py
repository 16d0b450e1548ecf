"""The words above the members of a body who were there, in minutes of its meetings."""

from __future__ import annotations

import re

_RANK = (
    r"(?:full|candidate|alternate|deputy|other|the|permanent|substitute|voting|non-voting|corresponding"
    r"|politburo|presidium|secretariat|bureau|buro|cc|committee|council|politb\u00fcro|zk)"
)
_BODY = r"(?:\s(?:of|from)\s(?:the\s)?[\w .-]{2,50}?)"
_THERE = r"(?:present|attending|participating|in attendance|taking part)"
_AND = r"(?:,?\s(?:and|as well as)\s(?:the\s)?"
_MEMBERS = re.compile(
    rf"(?:(?:{_THERE}|also {_THERE})[:,]?\s(?:were\s|was\s)?)?(?:{_RANK}\s)*members"
    rf"{_AND}(?:{_RANK}\s)*(?:members|candidates|secretaries|alternates))?{_BODY}?"
    rf"(?:\s(?:who\s(?:were|was)\s)?{_THERE})?"
    rf"|(?:{_THERE}[:,]?\s)(?:{_RANK}\s)*(?:candidates|secretaries|deputies|alternates)"
    rf"{_BODY}?|(?:{_RANK}\s)*(?:candidates|deputies|alternates|secretaries|heads|chiefs|representatives)"
    rf"{_BODY}?\s{_THERE}"
    r"|present\s(?:also|as\swell|too|in\saddition)"
)
# The same without a word for it that they were there: a list of those present stands above.
_MORE = re.compile(
    rf"(?:{_RANK}\s)*(?:candidates|deputies|alternates|secretaries|guests|heads|chiefs|experts"
    rf"|departments?|ministers|staff|secretariat|reporters|rapporteurs){_BODY}?"
    r"|(?:from|for)\s(?:the\s)?[\w .-]{2,50}"
    r"|(?:mitglieder|kandidaten|sekret\u00e4re|g\u00e4ste|berichterstatter)"
    r"(?:\s(?:des|der)\s[\w .-]{2,40})?"
    r"|(?:cz\u0142onkowie|zast\u0119pcy cz\u0142onk\u00f3w|kandydaci|sekretarze|go\u015bcie)"
    r"(?:\s[\w .-]{2,40})?"
    r"|(?:\u010dlenov\u00e9|kandid\u00e1ti|n\u00e1hradn\u00edci|tajemn\u00edci|host\u00e9)"
    r"(?:\s[\w .-]{2,40})?"
    r"|(?:\w+\s)?(?:tagok|p\u00f3ttagok|titk\u00e1rok|vend\u00e9gek)"
    r"|(?:membri|membrii|suplean\u021bi|secretari|invita\u021bi)(?:\s[\w .-]{2,40})?"
    r"|(?:membres|suppl\u00e9ants|secr\u00e9taires|miembros|suplentes|secretarios)"
    r"(?:\s[\w .-]{2,40})?"
    r"|(?:члены|кандидаты|секретари|зам\w*|членове|кандидат-членове)(?:\s[\w .-]{2,50})?"
)


def are_members(words: str) -> bool:
    """Tell whether small words name the members of a body who were there.

    >>> are_members("attending members of the politburo"), are_members("deputy members")
    (True, True)
    >>> are_members("secretaries of the central committee"), are_members("secretaries present")
    (False, True)
    """
    return _MEMBERS.fullmatch(words) is not None


def are_more(words: str) -> bool:
    """Tell whether small words name a further group, below others who were there.

    >>> are_more("candidates"), are_more("kandidaten"), are_more("decisions")
    (True, True, False)
    """
    return _MORE.fullmatch(words) is not None or are_members(words)
