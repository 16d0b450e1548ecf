"""Whom the writer of a diary, or of the record of a talk, received, and who else was there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.persons.listednames import persons_listed
from lod.sources.pages.words.pageline import Line

RECEIVED, _THERE = "whom the writer received", "sentence on those present"
_LONGEST, _SENTENCE = 250, 60
_TOOK = ("took part", "participat", "attend", "resen", "accompanied", "nterpret", "taking part",
         "participation")  # fmt: skip
_ME = (" me ", " me.", " me,", " us ", " us.", " us,")
_RECEIVES = (
    "isit",
    "eceived",
    "nvited",
    "unch ",
    "inner ",
    "reakfast ",
    " call ",
    "et ",
    "alled ",
    "talk",
    "conversation",
    "meeting",
    "discussion",
)
_TALK = r"(?:conversation|talks?|discussion|reception|audience|interview|meeting)"
# What a list of names is made of, stops behind initials among it.
_WORDS = r"(?:[^.;:]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\bCde)\.)"
# With whom the writer of a diary talked: `I visited X and told him`, `Received X at his request.`
_RECEIVED = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=, )(?=I |we ))"
    r"(?:(?:Today|Yesterday|On [^,.]{3,20}|In the \w+|At [^,.]{1,20}|(?:During|After) [^,.]{3,30}?)"
    r"(?:,? (?:at|in|on) [^,.]{1,24}?){0,2},? )?(?:I |[Ww]e )?"
    r"(?:[Vv]isited|[Rr]eceived|[Mm]et(?: with)?|[Cc]alled (?:up)?on"
    r"|[Hh]ad (?:an? )?(?:\w+ )?(?:talk|conversation|meeting|discussion|lunch|dinner|breakfast)"
    r" with|[Tt]alked (?:to|with)|[Pp]aid an? (?:\w+ )?(?:visit|call) (?:to|on)"
    r"|[Ii]nvited(?=[^.;:]{3,60} to (?:the (?:embassy|legation|mission)|my|our|me|us|come|see)\b)"
    r"|was (?:received|visited|called on) by) (?:the )?"
    rf"([A-Z]{_WORDS}{{2,120}}?)"
    r"(?= (?:and (?!Mr|Cde)[a-z]|at|who|in|on|today|to|for|with)\b|(?<!\b[A-Z])[.;:]|$)"
)
# The same said of whoever came: `The Ambassador, He Ying, called on me`, `Orlov received me`.
_CAME = re.compile(
    r"(?:^|(?<=[a-z][.!?] ))(?:(?:Today|Yesterday|This \w+|At [^,.]{1,20}|On [^,.]{3,20})"
    r"(?:,? (?:at|in|on) [^,.A-Z]{1,24}?)?,? )?(?:[Tt]he )?"
    rf"([A-Z]{_WORDS}{{2,120}}?),?"
    r"(?<! who) (?:(?:today|yesterday|also|again) )?(?:called (?:up)?on|came to (?:see|visit)"
    r"|visited|received|paid (?:a (?:\w+ )?(?:call|visit) (?:to|on)|a visit to)"
    r"|asked to (?:see|meet)|invited|summoned) (?:me|us)\b"
)
# `The talk was interpreted by the secretary, V. Dorn`, `V. Dorn acted as interpreter`.
_INTERPRETED = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Oo]ur) {_TALK}(?: with [A-Z][^.;]{{2,40}}?)? was"
    r" (?:interpreted|translated) by (?=[A-Z]|the |an? |our |his |attach|counsel|secretar|comrade)"
    rf"({_WORDS}{{3,160}}?)(?=(?<!\b[A-Z])[.;]|$)"
    rf"|(?:^|(?<=[a-z][.!?] ))([A-Z]{_WORDS}{{2,80}}?)"
    r" (?:(?:acted|served) as (?:the |our |an )?interpreter"
    rf"|interpreted(?= (?:the|this|our) {_TALK}|[.]|$))"
)
_WAS_THERE = re.compile(
    r"(?:^|(?<=[a-z][.!?;] )|(?<= and )|(?<=, ))"
    r"((?:(?:[A-Z][\w.'\u2019-]*|interpreter|translator|secretary|attach[e\u00e9]|counsell?or|comrades?"
    r"|cdes?\.|ambassador)(?:,? and |, | )){1,12}?),?\s?(?:who )?"
    rf"(?:(?:was|were) (?:also )?present"
    rf"(?: (?:at|during) (?:the|this|our|my) {_TALK}\b|(?=[.;]| and (?:interpreted|took|recorded)))"
    rf"|(?:also )?(?:attended|took part in|sat in on|participated in) (?:the|this|our) {_TALK}\b)"
)
# `Archbishop A. Orlov and, on our side, K. Hora, head of the team, were present.`
_WERE_THERE = re.compile(
    r"(?:^|(?<=[a-z][.!?] ))([A-Z](?:[^.;:]|(?<=\b[A-Z])\.){5,200}?),? (?:was|were)"
    r" (?:also )?present\.?(?= [A-Z]|$)"
)
# `He was accompanied by the Ambassador, Mr. Vesely.`, `The talk was also attended by X and Y.`
_ALONG = re.compile(
    r"\b(?:(?:(?:was|were|came|arrived|is) )?(?:also )?[Aa]ccompanied by"
    rf"|(?:[Tt]he|[Tt]his|[Oo]ur) {_TALK}(?: with [A-Z][^.;]{{2,40}}?)? (?:was|were) (?:also )?"
    r"attended(?: (?:on|from|for) (?:our|their|the|his)(?: [\w-]+)? (?:part|side))? by)"
    r" (?=[A-Z]|the |his |her |their )"
    r"((?:[^.;:]|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\b(?:Mrs|Gen|Col|Cde))\.){3,200}?)"
    r"(?=(?<!\b[A-Z])(?<!\b[MD]r)(?<!\b(?:Mrs|Gen|Col|Cde))[.;:](?: |$)|$|,? who\b"
    r"|,? (?:and )?(?:[a-z]+ed|said|told|had|was|were)\b)"
)
# `The talk took place with the participation of V. Dorn`, or in his presence.
_IN_PRESENCE = re.compile(
    rf"\b{_TALK}\b[^.;]{{0,60}}? (?:in the presence|with the participation) of (?:the )?"
    rf"({_WORDS}{{3,160}}?)"
    r"(?=(?<!\b[A-Z])[.;]|$|,? (?:and )?(?:lasted|began|ended|who)\b)"
)
# With what a day ends that no comma parts from who stands behind it, or how he is called.
_BEHIND_DAY = (
    r"(?:(?<=\d{4})|(?<=uary)|(?<=arch)|(?<=pril)|(?<= May)|(?<=June)|(?<=July)|(?<=gust)"
    r"|(?<=mber)|(?<=ober)|(?<=oday)) | (?=(?:Comrade|Cde|Mr|Mrs|Dr|Minister|Ambassador)\b)"
)
# `On 5 May Comrade J. Orlov received Comrade K. Dorn at the latter's request.`
_MET = re.compile(
    rf"(?:(?:On|At|In|Today|This)\b[^,]{{0,24}}?(?:, |{_BEHIND_DAY}))?"
    rf"([A-Z]{_WORDS}{{2,100}}?) (?:today )?"
    r"(?:received|met(?: with)?|visited|called (?:up)?on"
    r"|had an? (?:\w+ )?(?:talk|conversation|meeting|discussion) with"
    r"|held (?:a )?(?:talks?|conversations?|meeting) with) (?:the )?"
    rf"([A-Z]{_WORDS}{{2,120}}?)(?=,? (?:at|who|in|on|today|for|to|and [a-z]+ed)\b"
    r"|(?<!\b[A-Z])[.;:]|$)"
)
# `Also participating were Comrade Hora and, as interpreter, Comrade Dorn.`, `From our side
# Comrades Hora and Dorn took part.`
_INVERTED = re.compile(
    r"(?:^|(?<=[.!?] ))(?:Also |Besides him |Further )?(?:[Pp]resent|[Pp]articipating"
    r"|[Tt]aking part|[Ii]n attendance|[Aa]ttending)"
    r"(?: (?:at|in|during|on|from)\b[^.;:]{3,40}?)? (?:were|was)(?: also)? (?:the )?"
    r"((?=[A-Z]|(?:(?:embassy|legation|first|second|third|our|his) )*"
    r"(?:counsel|secretar|interpret|attach|translat|ambassador|minister|consul))"
    r"(?:[^.;:]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Dr))\.|(?<=\b(?:Mrs|Gen|Col|Cde))\.){3,200}?)"
    r"(?=(?<!\b[A-Z])(?<!\b[MD]r)(?<!\b(?:Mrs|Gen|Col|Cde))[.;:]|$)"
    r"|(?:^|(?<=[.!?] ))(?:[Oo]n|[Ff]rom|[Ff]or) (?:the |our |their )(?:[A-Z]\w+ )?"
    r"(?:side|part),?"
    r" ((?:Comrades?|Cdes?\.|Messrs\.|Mr\.|Minister|Ambassador|[A-Z]\. ?[A-Z])[^.;:]{3,200}?)"
    r" (?:also )?(?:took part|participated|attended|(?:was|were) (?:also )?present)\b"
)


def met(line: Line, *, own: bool = True) -> Iterator[Told]:
    """Find whom the writer of a diary or of a record received, and who else was there.

    own: whoever says I is the writer, not one who talks.

    >>> text = "Received Pak Ui Wan at his request. Nam Il was present at the talk."
    >>> [text[one.start:one.end] for one in met(Line(0, len(text), text))]
    ['Pak Ui Wan', 'Nam Il']
    """
    begun = line.text[:_LONGEST]
    if any(map(begun.__contains__, _RECEIVES)):
        yield from _listed(line, _RECEIVED.finditer(begun), RECEIVED)
    if own and any(map(begun.__contains__, _ME)):
        yield from _listed(line, _CAME.finditer(begun), RECEIVED)
    if any(map(line.text.__contains__, _TOOK)):
        for pattern in (_WAS_THERE, _WERE_THERE, _ALONG, _INVERTED, _INTERPRETED, _IN_PRESENCE):
            yield from _listed(line, pattern.finditer(line.text), _THERE)


def began(lines: Sequence[Line]) -> Iterator[Told]:
    """Find who met whom, in the sentence with which the record of a talk begins.

    >>> text = "On 5 May Comrade J. Orlov received Comrade K. Dorn at the latter's own request."
    >>> [text[one.start:one.end] for one in began([Line(0, len(text), text)])]
    ['J. Orlov', 'K. Dorn']
    """
    line = next((one for one in lines if len(one.text) >= _SENTENCE), None)
    found = _MET.match(line.text) if line else None
    if line is not None and found is not None:
        for group in (1, 2):
            for start, end in persons_listed(found[group], line.start + found.start(group)):
                yield Told("participant", start, end, _THERE)


def _listed(line: Line, found: Iterator[re.Match[str]], rule: str) -> Iterator[Told]:
    for match in found:
        group = match.lastindex or 1
        listed = match[group].rstrip().replace(" and, ", ", and ")
        for start, end in persons_listed(listed, line.start + match.start(group)):
            yield Told("participant", start, end, rule)
