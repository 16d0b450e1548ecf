"""Labels of places that tell of persons elsewhere: `Sent to` beside `Sent from`."""

from __future__ import annotations

from lod.sources.pages.text.labels import Label

_SENT_FROM = frozenset(("sent from", "place sent", "place of dispatch"))


def sent_between(labels: list[Label | None]) -> list[Label | None]:
    """Read `Sent to` beside `Sent from` for the place to which a letter went, not for a person.

    >>> words = (("places", "sent from"), ("recipient", "sent to"))
    >>> labels = [Label(column, "list", word=word) for column, word in words]
    >>> [one.column for one in sent_between(labels)]
    ['places', 'places']
    """
    if _SENT_FROM.isdisjoint([one.word for one in labels if one is not None]):
        return labels
    return [
        one._replace(column="places", word="place of receipt")
        if one is not None and one.word == "sent to" else one
        for one in labels
    ]  # fmt: skip
