"""Lines that are names: of a site or archive, of a body in capitals: no titles."""

from __future__ import annotations

import re

from lod.normalize.kinds import kind_of

# The name of a site, which no document has for its title.
_OF_SITE = re.compile(
    r"(?:[A-Z][\w'\u2019-]* (?:of |for |and )?){0,6}"
    r"(?:Digital (?:Archives?|Library|Collections?)|(?:Virtual|Electronic) (?:Archive|Reading Room)"
    r"|Reading Room|Archives? Online)"
    r"|(?:The )?(?:National|State|Federal|Central|Public|Royal|Foreign|Diplomatic) (?:[A-Z]\w+ )?"
    r"(?:Archives?|Library|Museum|Record Office)(?: (?:of|in) (?:the )?[A-Z]\w+)?"
)


def is_letterhead(text: str) -> bool:
    """Tell whether a line is the name of a body in capitals.

    >>> is_letterhead("MINISTRY OF DEFENCE"), is_letterhead("TOP SECRET")
    (True, False)
    """
    return text.isupper() and " " in text and kind_of(text) == "group"


def is_of_site(text: str) -> bool:
    """Tell whether a line is the name of a site.

    >>> is_of_site("Electronic Reading Room"), is_of_site("Letter to the Reading Room")
    (True, False)
    """
    return _OF_SITE.fullmatch(text) is not None
