"""The templates of one run: made when a shape has come often enough to be worth it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter

from lod.config import Dataset
from lod.entity import Directory, Entity, EntityRef
from lod.errors import TermError
from lod.holes import MOST, SIGN, OpenError
from lod.mapping.opened import Open, Opener
from lod.mapping.shape import Shaper, known_as, places_of
from lod.mapping.shared import ARCHIVES, Shared
from lod.pipeline.draft import LAYERS, Draft
from lod.publish.form import FillError
from lod.publish.spelled import Writers
from lod.publish.template import Filled, Template, Values, spelled
from lod.record import Record
from lod.vocabulary import Vocabulary

# Making a template takes as long as filling in saves with eight records; one takes some 100 kB.
_OFTEN = 8
_NONE: tuple[tuple[str, ...], tuple[bytes, ...]] = ((), ())
_ID = attrgetter("id")
_KEPT, _WATCHED, _ENTITIES = 200, 4000, 20_000


class Forms:
    """Fills in records whose shape is known; what others came before never shows in them."""

    def __init__(
        self, dataset: Dataset, vocabulary: Vocabulary, writers: Writers, who: Directory
    ) -> None:
        self._shaper = Shaper(dataset, vocabulary)
        self._opener = Opener(dataset, vocabulary, self._shaper)
        self._dataset, self._writers, self._who = dataset, writers, who
        self._are_layers = set(dataset.profiles) <= set(LAYERS)
        self._spelled: dict[str, tuple[str, bytes]] = {}
        self._seen: dict[Hashable, int] = {}
        self._known: dict[Hashable, Template | None] = {}

    def filled(
        self, draft: Draft, refs: Sequence[EntityRef], fetch: Callable[[], Record]
    ) -> Filled | None:
        """Give a record's block; None when it has to be mapped by itself.

        refs: of those that the draft names. fetch: gives the record, which is seldom needed.
        """
        known, entities = self._entities(refs)
        template = self._of((draft.shape, known), lambda: self._record(fetch()))
        if template is None:
            return None
        return _filled(template, draft.in_lines, draft.in_json, entities)

    def holding(self, one: Shared) -> Filled | None:
        """Give the block of a holding; None when it has to be described by itself."""
        key = one.what, one.level, one.papka != ""
        template = self._of(key, lambda: self._opener.holding(one))
        if template is None:
            return None
        paths = [path.removeprefix(ARCHIVES) for path in (one.path, one.within, one.papka)]
        try:
            return _filled(template, *spelled([*paths, one.label]))
        except TermError:
            return None

    def entity(self, one: Entity) -> Filled | None:
        """Give the block of an entity; None when it has to be described by itself."""
        others = [name for name in one.names if name != one.label]
        known = one.qid or one.merged_into or one.replaces
        if known or not self._are_layers or len(others) >= MOST:
            return None
        key = one.kind, len(others)
        template = self._of(key, lambda: self._opener.entity(*key))
        if template is None:
            return None
        try:
            return _filled(template, *spelled([one.id, one.label, *others]))
        except TermError:
            return None

    def _of(self, key: Hashable, opened: Callable[[], Open | None]) -> Template | None:
        """Give the template of a shape that has come often; None when it can have none."""
        template = self._known.get(key)
        if template is None and key not in self._known and self._often(key):
            template = self._template(opened)
            self._keep(key, template)
        return template

    def _entities(self, refs: Sequence[EntityRef]) -> tuple[Hashable, Sequence[bytes]]:
        """Tell what the graph depends on of those who are named, and give the id of each, once."""
        ids = [*map(_ID, refs)]
        each = dict.fromkeys(ids)
        if not self._spelled.keys() >= each.keys():
            self._spell(refs)
        kinds, entities = zip(*map(self._spelled.__getitem__, each), strict=True) if each else _NONE
        known = "".join(kinds)
        if len(each) == len(ids):
            return known, entities
        places = places_of(each)
        return (known, *map(places.__getitem__, ids)), entities

    def _spell(self, refs: Sequence[EntityRef]) -> None:
        if len(self._spelled) > _ENTITIES:
            self._spelled.clear()
        for ref, kind in zip(refs, known_as(refs), strict=True):
            self._spelled[ref.id] = f"{kind}", ref.id.encode()

    def _often(self, key: Hashable) -> bool:
        count = self._seen[key] = self._seen.pop(key, 0) + 1
        if len(self._seen) > _WATCHED:
            del self._seen[next(iter(self._seen))]
        return count >= _OFTEN

    def _keep(self, key: Hashable, template: Template | None) -> None:
        if len(self._known) >= _KEPT:
            del self._known[next(iter(self._known))]
        self._known[key] = template

    def _template(self, opened: Callable[[], Open | None]) -> Template | None:
        """Spell what is left open; None when a mapping looks into it."""
        if SIGN in repr(self._dataset):
            return None
        try:
            found = opened()
            return found and Template(*found, self._writers)
        except (OpenError, TypeError, AttributeError):
            return None

    def _record(self, record: Record) -> Open | None:
        shape = self._shaper.shape(record, self._who)
        if shape is None or SIGN in repr(shape.key):
            return None
        return self._opener.record(record, self._who, shape.slots)


def _filled(
    template: Template, in_lines: bytes, in_json: bytes, entities: Sequence[bytes] = ()
) -> Filled | None:
    """Fill in values, as `spelled` gives them; None when one does not fit."""
    lines = [*in_lines.split(b"\n"), *entities]
    json = [*in_json.split(b"\n"), *entities] if in_json else lines
    try:
        return template.filled(Values(lines, json))
    except FillError:
        return None
