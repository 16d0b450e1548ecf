"""Countries to which a text says that envoys are sent: the fuller name of one it names shortly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lod.sources.pages.places.places import Located

_OFFICES = ("ambassador", "embassy", "envoy", "mission", "legation", "minister", "consul")
_OFFICE = rf"\b(?:{'|'.join(_OFFICES)}|consulate)\b"
_POSTED = re.compile(rf"{_OFFICE}[^.;\n]{{0,40}}?\b(?:in|to)\s+(?:the\s+)?$", re.IGNORECASE)
_ENDS = ("in", "to", "the")
_LAST_LETTERS = ("", *"nNoOeE")
_LOOK_BACK = 90


def fuller_posts(text: str, found: Sequence[Located]) -> dict[str, str]:
    """Say which fuller name of a country the text gives the post that it also names shortly."""
    names = [" ".join(text[one.start : one.end].split()) for one in found]
    if not any(" " in name for name in names):  # none is fuller than another
        return {}
    posts = {name for name, one in zip(names, found, strict=True) if is_post(text, one)}
    fuller: dict[str, list[str]] = {}
    for name in sorted(posts):
        for whole in sorted(posts):
            if whole != name and whole.endswith(f" {name}"):
                fuller.setdefault(name, []).append(whole)
    return {name: wholes[0] for name, wholes in fuller.items() if len(wholes) == 1}


def is_post(text: str, one: Located) -> bool:
    """Tell whether an envoy or embassy is said to be in or to a place."""
    # The last letter of `in`, `to` and `the`; most places stand behind none of them.
    if text[max(one.start - 2, 0) : one.start].rstrip()[-1:] not in _LAST_LETTERS:
        return False
    before = text[max(one.start - _LOOK_BACK, 0) : one.start]
    ahead = before.rsplit(None, 1)
    if not ahead or ahead[-1].casefold() not in _ENDS:
        return False
    said = before.casefold()
    return any(word in said for word in _OFFICES) and _POSTED.search(before) is not None
