"""The description that is the title of a holding, as record offices print it."""

from __future__ import annotations

from lod.sources.pages.layout.marks import Marks

_MOST, _FEWEST, _MOST_SAID = 25, 3, 200


def entitle(marks: Marks) -> None:
    """Take the description that is the title of a holding for one.

    Record offices call it so where no other label or heading has one: words, no sentence.
    """
    labels = [one or two for one, two in zip(marks.labels, marks.beside, strict=True)]
    if not marks.is_catalogue() or any(one and one.column == "title" for one in labels):
        return
    for at, one in enumerate(labels[:_MOST]):
        if marks.lines[at].level:
            return
        if one and one.word == "description":
            row = marks.beside if marks.beside[at] else marks.labels
            said = marks.lines[at].text[one.start - marks.lines[at].start :]
            if row is marks.labels:
                said = "".join(line.text for line in marks.lines[at + 1 : at + 2])
            plain = len(said) <= _MOST_SAID and not said.endswith(".")
            if plain and said.count(" ") >= _FEWEST:
                row[at] = one._replace(column="title", reach="line")
            return
