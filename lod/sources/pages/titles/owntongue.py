"""Titles and summaries in the language of the paper: they bear its tag, not the dataset's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lod.normalize.languages import language_tag
from lod.sources import Cell
from lod.sources.pages.text.tongues import is_rather_in

_SAID = ("title", "alternative", "summary")


def in_own_tongue(cells: Mapping[str, Sequence[Cell]], name: str) -> dict[str, list[Cell]]:
    """Tag titles and summaries with the language of the text, where they are in it too.

    name: of the language, in English; "" for English and where nobody can say. Of several titles
    all are in it, or none is tagged: which one is preferred is not for their language to say.

    >>> title = Cell("Telegramma di Orlov al ministro, con le istruzioni del governo")
    >>> in_own_tongue({"title": [title]}, "Italian")["title"][0].language
    'it'
    >>> in_own_tongue({"title": [Cell("Telegram by Orlov on the lira")]}, "Italian")
    {}
    """
    if not name:
        return {}
    found = dict[str, list[Cell]]()
    for column in _SAID:
        said = cells.get(column, ())
        if said and all(is_rather_in(one.text, name) for one in said):
            found[column] = [one._replace(language=language_tag(name)) for one in said]
    return found
