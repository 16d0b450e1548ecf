"""A licence or rights statement by its address or name -> the one address that stands for it."""

from __future__ import annotations

import re

_CC = "https://creativecommons.org"
_CC_ADDRESS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/"
    r"(?P<kind>licenses|publicdomain)/(?P<code>[a-z-]+)/(?P<version>\d\.\d)(?P<port>/[a-z]{2,4})?"
    r"(?:/|/deed(?:\.[\w-]+)?|/legalcode(?:\.[\w-]+)?)?",
    re.IGNORECASE,
)
_CC_NAME = re.compile(
    r"(?:cc|creative commons)[ -]*(?P<code>by(?:-nc)?(?:-nd|-sa)?)[ -](?P<version>\d\.\d)",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"https?://(?:www\.)?rightsstatements\.org/(?:vocab|page)/(?P<code>[A-Z-]+)/1\.0/?.*",
    re.IGNORECASE,
)
# https://rightsstatements.org/en/documentation/, the twelve statements of version 1.0.
_STATEMENTS = {
    "InC": "In Copyright",
    "InC-OW-EU": "In Copyright - EU Orphan Work",
    "InC-EDU": "In Copyright - Educational Use Permitted",
    "InC-NC": "In Copyright - Non-Commercial Use Permitted",
    "InC-RUU": "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable",
    "NoC-CR": "No Copyright - Contractual Restrictions",
    "NoC-NC": "No Copyright - Non-Commercial Use Only",
    "NoC-OKLR": "No Copyright - Other Known Legal Restrictions",
    "NoC-US": "No Copyright - United States",
    "CNE": "Copyright Not Evaluated",
    "UND": "Copyright Undetermined",
    "NKC": "No Known Copyright",
}


def rights_iri(text: str) -> str:
    """Give the address of a licence of Creative Commons or of a statement of RightsStatements.org.

    Gives "" for any other text. `CC BY` without a version names no licence.

    >>> rights_iri("http://creativecommons.org/licenses/by-sa/4.0/deed.de")
    'https://creativecommons.org/licenses/by-sa/4.0/'
    >>> rights_iri("CC BY-NC 4.0"), rights_iri("Ask the archive")
    ('https://creativecommons.org/licenses/by-nc/4.0/', '')
    >>> rights_iri("Copyright Undetermined")
    'http://rightsstatements.org/vocab/UND/1.0/'
    """
    words = " ".join(text.split()).strip(" .")
    found = _CC_ADDRESS.fullmatch(words)
    if found:
        kind, code = found["kind"].lower(), found["code"].lower()
        return f"{_CC}/{kind}/{code}/{found['version']}{(found['port'] or '').lower()}/"
    statement = _STATEMENT.fullmatch(words)
    return _NAMES.get(_fold(statement["code"] if statement else words)) or _by_name(words)


def _by_name(words: str) -> str:
    found = _CC_NAME.fullmatch(words)
    return f"{_CC}/licenses/{found['code'].lower()}/{found['version']}/" if found else ""


def _fold(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()


_NAMES = {
    _fold(name): f"http://rightsstatements.org/vocab/{code}/1.0/"
    for code, title in _STATEMENTS.items()
    for name in (code, title)
} | {
    name: f"{_CC}/publicdomain/{address}/1.0/"
    for address, names in (
        ("zero", ("cc0", "cczero", "cc010", "cc0publicdomaindedication")),
        ("mark", ("publicdomain", "publicdomainmark", "pdm", "publicdomainmark10")),
    )
    for name in names
}
