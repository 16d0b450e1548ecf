"""Records before it is decided who their names are: what their blocks are filled in with.

The names of a record are decided when all records have been read. What its graph depends on
otherwise is told while the record is at hand, so that mapping need not fetch and take apart
records whose shape it knows (`lod/pipeline/forms.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

import msgspec

from lod.config import Dataset
from lod.errors import TermError
from lod.holes import MOST
from lod.mapping.ground import ANSWERED
from lod.mapping.shape import Shaper, pattern_of, places_of
from lod.publish.template import spelled
from lod.record import Record
from lod.vocabulary import Vocabulary

# The layers whose graphs are filled in; a dataset with others is mapped record by record.
LAYERS = ("dublin-core", "cidoc-crm")
_encode = msgspec.msgpack.Encoder().encode

# What a name is looked up by: `lod.pipeline.harvest.Called`.
Call = tuple[str, str, int, bool]


class Draft(NamedTuple):
    """What a record's block is filled in with, but for the ids of those that it names.

    shape: hash of its outline. mentions: those of its agents, keepers and places. calls: what they
    are looked up by where their mention alone does not tell, as bytes: that is seldom asked.
    in_lines and in_json: its values, as `lod.publish.template.spelled` gives them. snapshots: the
    hashes of its rows in one.
    """

    shape: bytes
    mentions: tuple[str, ...]
    calls: msgspec.Raw
    in_lines: bytes
    in_json: bytes
    snapshots: str


class Drafter:
    """Drafts the records of a dataset."""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self._shaper = Shaper(dataset, vocabulary)
        self._alone = not set(dataset.profiles) <= set(LAYERS)

    def draft(self, record: Record, named: Iterable[Call]) -> Draft | None:
        """Draft a record; None where it has to be mapped by itself, as one that answers another.

        named: what its agents, its keepers and its places are looked up by, in this order.
        """
        answers = any(one.scheme == ANSWERED for one in record.identifiers)
        told = None if self._alone or answers else self._shaper.outline(record)
        if told is None:
            return None
        plain, texts = places_of(told.plain), places_of(told.texts)
        if len(plain) + len(texts) + len(told.named) >= MOST:
            return None
        try:
            in_lines, in_json = spelled([*plain, *texts, record.url])
        except TermError:
            return None
        patterns = pattern_of(told.plain, plain), pattern_of(told.texts, texts), bool(record.url)
        outline = told.key, patterns
        shape = sha256(_encode(outline)).digest()
        hashes = "".join([one.sha256 for one in record.snapshots])
        calls = [*named]
        mentions = tuple([call[0] for call in calls])
        return Draft(shape, mentions, msgspec.Raw(_encode(calls)), in_lines, in_json, hashes)


def public(record: Record, dataset: Dataset) -> Record:
    """Leave out what is not published: sentences are somebody's work, so leave is needed.

    They reach neither graphs nor index.
    """
    if dataset.abstracts or not (record.abstract or record.description or record.note):
        return record
    return replace(record, abstract=(), description=(), note=())
