"""Days and years that other reckonings name -> the same in ours, before a date is read."""

from __future__ import annotations

from lod.lazily import regex
from lod.normalize.date_words import WORDS
from lod.normalize.eras import without_eras
from lod.normalize.feasts import without_feasts
from lod.normalize.republican import without_republic

_WORD = regex(r"[^\W\d_]+")
# Words of dates, which are all that most dates have: nothing else is looked for among them.
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii st nd rd th"
_USUAL = (WORDS.keys() | frozenset(_NUMERALS.split())) - {"am", "an"}
_MOST = 4  # of a text: "Easter 1950 to Christmas 1951" has two


def ours(folded: str, year: int | None) -> tuple[str, tuple[str, ...]]:
    """Write a folded text in our reckoning, with a note on each change; year: of the record.

    >>> ours("from easter 1950 to christmas 1951", None)[0]
    'from 9 april 1950 to 25 december 1951'
    >>> ours("19 november 1951", None)
    ('19 november 1951', ())
    """
    notes = list[str]()
    if _USUAL.issuperset(_WORD.findall(folded)) and "may day" not in folded:
        return folded, ()
    for _ in range(_MOST):
        found = without_feasts(folded, year) or without_eras(folded) or without_republic(folded)
        if found is None:
            break
        folded, note = found
        notes.append(note)
    return folded, tuple(notes)
