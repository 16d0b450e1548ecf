"""What caches and archives of the web say above the copy that they keep of a page."""

from __future__ import annotations

import re

_HEAD = 1500
_ADDRESS = r"(https?://[^\s<>\"]{4,300}?)"
# With the address of the page.
_OF = re.compile(
    r"This is (?:Google|Bing|Yahoo|Yandex)(?:'s|\u2019s)?(?: web)? cache of "
    rf"{_ADDRESS}(?=[.]?(?:\s|$))"
    r"|(?:The )?Wayback Machine\s*[-\u2013]\s*https?://web\.archive\.org/web/\d+\w*/"
    rf"{_ADDRESS}(?=\s|$)"
    rf"|(?:Saved|Archived) from:? {_ADDRESS}(?=\s|$)"
)
_SIGNS = ("cache of http", "web.archive.org/web/", "aved from", "rchived from")
_SAID = re.compile(
    rf"(?:{_OF.pattern}).*"
    r"|(?:It is|This is) a snapshot of the page .*|The current page could have changed .*"
    r"|(?:Full version|Text-only version|View source)(?:\s{2,}(?:Full version|Text-only version"
    r"|View source))*|Tip: To quickly find your search term on this page.*"
    r"|\d{1,4}(?:,\d{3})? captures?"
    r"|(?:Webpage|Web page|Page) (?:capture|snapshot)(?:d? (?:on|at)? ?.{0,40})?"
    r"|(?:Captured|Snapshot) (?:on|at) .{4,40}|About this capture"
)
_OPENS = frozenset("TFVIWSAPC0123456789")


def copied_from(text: str) -> str:
    """Give the address of which a page is a copy, as what kept it says at the top, "" for none.

    >>> copied_from("This is Google's cache of http://x.org/d/7. It is a snapshot of the page.")
    'http://x.org/d/7'
    """
    head = text[:_HEAD]
    found = _OF.search(head) if any(map(head.__contains__, _SIGNS)) else None
    return next(filter(None, found.groups()), "") if found else ""


def is_of_copy(text: str) -> bool:
    """Tell whether a line is what a cache or an archive of the web says of its copy.

    >>> is_of_copy("Full version   Text-only version"), is_of_copy("This is a snapshot of life.")
    (True, False)
    """
    return text[:1] in _OPENS and _SAID.fullmatch(text) is not None
