"""Telegrams as those who received them typed them: the office above `TELEGRAMME A L'ARRIVEE`."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lod.sources.pages.papers.papermarks import Told
from lod.sources.pages.words.pageline import Line

_INCOMING = re.compile(
    r"t[ée]l[ée]gramme (?:à|a) l['\u2019]arriv[ée]e|incoming (?:telegram|cable|message)"
    r"|(?:telegram|cable),? incoming|ankommendes telegramm|telegramm,? \(?(?:eingang|ankunft)\)?"
    r"|telegramma in arrivo|telegrama (?:recebido|recibido|de entrada|przychodzący)"
    r"|szyfrogram przychodzący|došlý telegram|bejövő távirat|telegramă primită"
    r"|входящая (?:шифро?)?телеграмма",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:(?:minist\w+|secretar\w+) (?:des |degli |de |dos |delle |of |for )?)?"
    r"(?:(?:affaires|affari|negócios|relaciones|relações|asuntos) )?"
    r"(?:étrangères|etrangeres|esteri|estrangeiros|exteriores|foreign affairs)"
    r"|department of state|state department|foreign office|auswärtiges amt|"
    r"(?:foreign ministry|ministry of foreign affairs|ministerium für auswärtige angelegenheiten)"
    r"(?: of .{3,60})?|ministerstwo spraw zagranicznych|ministerstvo zahraničních věcí"
    r"|külügyminisztérium|министерство иностранных дел(?: ссср)?|мид ссср",
    re.IGNORECASE,
)
_TOP = 14
CAME_IN = "telegram that came in"


def received(lines: Sequence[Line]) -> Iterator[Told]:
    """Find the ministry that received a telegram: its name stands beside the word for one.

    >>> words = "AFFAIRES ÉTRANGÈRES", "TÉLÉGRAMME À L'ARRIVÉE"
    >>> lines = [Line(at, at + 9, word) for at, word in enumerate(words)]
    >>> [(one.column, one.start) for one in received(lines)]
    [('recipient', 0)]
    """
    for at, line in enumerate(lines[:_TOP]):
        if not _INCOMING.fullmatch(line.text.strip(" .")):
            continue
        for near in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]):
            if _OFFICE.fullmatch(near.text):
                yield Told("recipient", near.start, near.end, CAME_IN)
                return
