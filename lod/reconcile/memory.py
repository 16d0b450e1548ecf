"""An authority from a list of entities: the embedded one, the tests' double, and the template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lod.entity import AuthorityEntity, EntityKind
from lod.reconcile.align import align, contradicts
from lod.reconcile.authority import Channel, Hit
from lod.reconcile.keys import body_key, fold, mended, token_key
from lod.reconcile.parse import Query
from lod.reconcile.places import PlacesInTime

_ORDER = {channel: rank for rank, channel in enumerate(Channel)}
_KEY: Mapping[EntityKind, Callable[[str], str]] = {
    "person": token_key,
    "group": body_key,
    "place": fold,
}
# A word that more names share than this tells nothing: no candidates by it alone.
_TOO_MANY = 2_000

# Channels on which only a part of the name agrees, so that another part may contradict.
_PARTLY = (Channel.LONGER, Channel.SHORTER, Channel.INITIALS)

Posting = tuple[AuthorityEntity, str]


class MemoryAuthority:
    """Finds entities by look-ups in dictionaries; right up to some hundred thousand names.

    places: which item a name of a place meant when; names it has no line for are looked up as
    usual.
    """

    def __init__(
        self,
        entities: Iterable[AuthorityEntity],
        *,
        name: str = "memory",
        version: str = "",
        places: PlacesInTime | None = None,
    ) -> None:
        self.name, self.version = name, version
        self._places = places or PlacesInTime(())
        self._by_id = {entity.id: entity for entity in sorted(entities, key=lambda one: one.id)}
        self._by_key: dict[tuple[str, str], list[Posting]] = defaultdict(list)
        self._by_word: dict[str, list[Posting]] = defaultdict(list)
        for entity in self._by_id.values():
            self._index(entity)

    def get(self, entity_id: str) -> AuthorityEntity | None:
        """Give an entity by its id, None when it is not known here."""
        return self._by_id.get(entity_id)

    def __iter__(self) -> Iterator[AuthorityEntity]:
        """Go through the entities, sorted by id."""
        return iter(self._by_id.values())

    def candidates(self, query: Query) -> list[Hit]:
        """Give the entities that a name may mean, each once, sorted by id."""
        find = {"person": self._persons, "group": self._groups, "place": self._dated}[query.kind]
        best: dict[str, Hit] = {}
        for hit in find(query):
            known = best.get(hit.entity.id)
            if known is None or _rank(hit) < _rank(known):
                best[hit.entity.id] = hit
        return [self._weighed(best[key], query) for key in sorted(best)]

    def _index(self, entity: AuthorityEntity) -> None:
        key_of = _KEY[entity.kind]
        seen: set[str] = set()
        for name in dict.fromkeys((entity.label, *entity.names)):
            key = key_of(name)
            if not key or key in seen:
                continue
            seen.add(key)
            self._by_key[entity.kind, key].append((entity, name))
            if entity.kind == "person":
                for word in set(key.split()):
                    self._by_word[word].append((entity, name))

    def _persons(self, query: Query) -> Iterator[Hit]:
        if not (query.is_bare or query.is_initials):
            yield from self._exact(query, query.key, Channel.FULL)
            yield from self._exact(query, mended(query.key), Channel.MISREAD)
        elif query.is_bare:
            yield from self._exact(query, query.key, Channel.ALIAS)
        for key in query.alternates:
            if " " in key:
                yield from self._exact(query, key, Channel.ALTERNATE)
        yield from self._by_family(query)

    def _exact(self, query: Query, key: str, channel: Channel) -> Iterator[Hit]:
        for entity, name in self._by_key.get((query.kind, key), ()):
            yield Hit(entity, channel, name, key.count(" ") + 1)

    def _by_family(self, query: Query) -> Iterator[Hit]:
        postings: Sequence[Posting] = ()
        if query.family:
            postings = self._by_word.get(max(query.family, key=len), ())
        if len(postings) > _TOO_MANY:
            return
        for entity, name in postings:
            found = align(query.family, query.given, tuple(fold(name).split()))
            if found:
                yield Hit(entity, found.channel, name, found.agreeing)

    def _groups(self, query: Query) -> Iterator[Hit]:
        channel = Channel.ACRONYM if query.is_acronym else Channel.FULL
        yield from self._exact(query, query.key, channel)

    def _dated(self, query: Query) -> Iterator[Hit]:
        meant = self._places.at(query.key, query.year)
        if meant is None:
            yield from self._exact(query, query.key, Channel.FULL)
            return
        for qid in meant.ids:
            entity = self.get(qid) or AuthorityEntity(id=qid, kind="place", label=query.name.core)
            yield Hit(entity, Channel.DATED, entity.label, against=meant.question)

    def _weighed(self, hit: Hit, query: Query) -> Hit:
        """Add what the entity's other names say: for it, or against it."""
        names = (hit.entity.label, *hit.entity.names)
        key_of = _KEY[hit.entity.kind]
        also = bool(query.alternates) and any(key_of(name) in query.alternates for name in names)
        against = hit.against
        if query.kind == "person" and not against and hit.channel is not Channel.FULL:
            against = _contradiction(hit, query, [fold(name).split() for name in names])
        return hit._replace(also=also, against=against)


def _contradiction(hit: Hit, query: Query, names: list[list[str]]) -> str:
    """Say what in an entity's names contradicts the rest of the name, "" when nothing does."""
    suffix = fold(query.name.suffix)
    if suffix and not any(suffix in words for words in names):
        return f"not known as {query.name.suffix}"
    if len(query.given) < 2 or hit.channel not in _PARTLY:
        return ""
    other = contradicts(query.family, query.given, map(tuple, names))
    return "another middle name or patronymic" if other else ""


def _rank(hit: Hit) -> tuple[int, int, str]:
    """Order hits on one entity: the strongest channel, most parts, then the name."""
    return _ORDER[hit.channel], -hit.agreeing, hit.name
