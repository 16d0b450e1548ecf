"""What a labelled value is by its own form: an address, a code, an archive, a place in it."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re

from lod.sources.pages.papers.officecodes import chinese_number
from lod.sources.pages.text.labels import Label
from lod.sources.pages.words.letterwords import announced

_LONGEST, _FEWEST_COPIES = 2000, 2
# An archive that is named with the place in it.
_SHELVED = re.compile(r",.*\d")
# What has several values for those who had copies, above all below a text.
SEVERAL = frozenset(
    ("sent to", "delivered to", "forwarded to", "destinataires", "destinatari", "destinatarios",
     "destinatários", "recipients", "addressees", "odbiorcy", "адресаты", "příjemci",
     "címzettek", "adresaci")
)  # fmt: skip
STREET = re.compile(
    r",\s+\d{1,5}\s[A-Z].*\b[A-Z]{2}\.?\s\d{5}.*|,\s+\d{1,5}\s[\w. ]+(?:Street|Avenue|Road)\b.*"
)
# What a label of sources names: an archive alone, and where it is.
_SOURCES = frozenset(
    ("source", "sources", "quelle", "fonte", "fuente", "źródło", "zdroj", "forrás", "источник",
     "sursa", "bron", "izvor", "kilde", "källa")
)  # fmt: skip
_ARCHIVE = re.compile(
    r"(?=[^\W\d_a-z])[^\d:;.\n]{0,60}?(?:\b[Aa]rchi(?:v|w)\w*|\b[Аа]рхив\w*|\b[Ll]evéltár\w*"
    r"|\b[Aa]rhiv\w*|\bRecord Office|\b[Aa]rkiv\w*|\bArquivo\w*"
    r"|[Pp]residential Library)[^\d:;.\n]{0,80}"
)
# What has a code for its value, or says something else: `Accession: gift of the family, 1971`.
_CODES = frozenset(("accession", "código", "codice", "kód", "kod", "код", "cod"))
_CODE = re.compile(r"(?=\S*\d)[\w./:-]{2,30}")
# A persistent identifier that is no address: `PNDP/4/58`.
_CODE_LINK = re.compile(r"(?=\S*\d)[A-Z][A-Z\d]{1,9}(?:[/._-][A-Z\d]{1,9}){1,5}")


# Where a paper was printed, which names nobody who published it: `First published in 1959 in X`.
_PRINTED = re.compile(
    r"(?:First |Originally |Previously |Also )?(?:[Pp]ublished|[Pp]rinted) (?:in|on|as|by)\b"
    r"|(?:Erstmals |Zuerst )?(?:veröffentlicht|gedruckt|Veröffentlicht|Gedruckt) in\b"
    r"|(?:Erschienen|Publié|Paru|Publicado|Pubblicato|Opublikowano|Опубликовано)"
    r" (?:in|dans|en|su|w|в)\b"
    r"|[^.;:]{3,80},? (?:No|Nr|Vol|vol|no|Bd|t|pp?)\. ?\d"
)


def by_form(found: Label, text: str) -> str:
    """Say which column a value feeds by its form, else that of its label.

    >>> by_form(Label("reference", "line", word="source"), "Archives of Norway, Oslo")
    'keeper'
    >>> by_form(Label("url", "line", word="persistent identifier"), "PNDP/4/58")
    'identifier'
    """
    if found.column == "reference" and chinese_number(text):
        return "number"
    if found.column == "publisher" and _PRINTED.match(text):
        return "-"
    if found.word in _CODES and not _CODE.fullmatch(text):
        return "-"
    if found.column == "identifier" and text.startswith(("http://", "https://")):
        return "url"
    if found.column == "url" and _CODE_LINK.fullmatch(text):
        return "identifier"
    if found.column == "reference" and found.word in _SOURCES and _ARCHIVE.fullmatch(text):
        return "keeper"
    shelved = (
        found.column == "keeper"
        and len(text) < _LONGEST
        and _SHELVED.search(text)
        and not STREET.search(text)
    )
    return "reference" if shelved else found.column


def is_sent_out(found: Label, value: str) -> bool:
    """Tell whether a label below a text announces those who had copies: `Sent to`, three.

    >>> is_sent_out(Label("recipient", "list", word="delivered to"), "Jan Orlov")
    True
    """
    if announced(found.word) == "copy_recipient":  # Delivered to
        return True
    short = found.word == "sent to" and value.count(" ") < _FEWEST_COPIES + 2
    return found.word in SEVERAL and (short or max(map(value.count, (";", " - "))) > 1)
