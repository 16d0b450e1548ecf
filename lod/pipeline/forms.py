"""The templates of one run: made when a shape has come often enough to be worth it."""

from __future__ import annotations

from collections.abc import Hashable

from lod.config import Dataset
from lod.entity import Directory
from lod.holes import MOST, SIGN, OpenError
from lod.mapping.opened import Opener
from lod.mapping.shape import Shape, Shaper
from lod.publish.form import FillError
from lod.publish.spelled import Writers
from lod.publish.template import Filled, Template
from lod.record import Record
from lod.vocabulary import Vocabulary

# Making a template takes as long as filling in saves with eight records; one takes some 100 kB.
_OFTEN = 8
_KEPT, _WATCHED = 200, 4000


class Forms:
    """Fills in records whose shape is known; what others came before never shows in them."""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary, writers: Writers) -> None:
        self._shaper = Shaper(dataset, vocabulary)
        self._opener = Opener(dataset, vocabulary, self._shaper)
        self._dataset, self._writers = dataset, writers
        self._seen: dict[Hashable, int] = {}
        self._known: dict[Hashable, Template | None] = {}

    def filled(self, record: Record, who: Directory) -> Filled | None:
        """Give a record's block; None when it has to be mapped by itself."""
        shape = self._shaper.shape(record, who)
        if shape is None or len(shape.slots.values) > MOST:
            return None
        template = self._known.get(shape.key)
        if template is None:
            if shape.key in self._known or not self._often(shape.key):
                return None
            template = self._template(record, who, shape)
            self._keep(shape.key, template)
        try:
            return template.filled(shape.slots.values) if template else None
        except FillError:
            return None

    def _often(self, key: Hashable) -> bool:
        count = self._seen[key] = self._seen.pop(key, 0) + 1
        if len(self._seen) > _WATCHED:
            del self._seen[next(iter(self._seen))]
        return count >= _OFTEN

    def _keep(self, key: Hashable, template: Template | None) -> None:
        if len(self._known) >= _KEPT:
            del self._known[next(iter(self._known))]
        self._known[key] = template

    def _template(self, record: Record, who: Directory, shape: Shape) -> Template | None:
        """Map a record with its values left open; None when a mapping looks into them."""
        opener, slots = self._opener, shape.slots
        if SIGN in repr((shape.key, self._dataset)):
            return None
        try:
            triples = list(opener.triples(record, who, slots))
            about = opener.stamp(record, slots)
            node, count = opener.node(record, slots), len(slots.values)
            return Template(node, triples, about, count, self._writers)
        except (OpenError, TypeError, AttributeError):
            return None
