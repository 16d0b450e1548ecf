"""Wikidata itself as an authority: found by its search, read and judged like those of a dump."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, lru_cache

from lod import vocabulary
from lod.entity import AuthorityEntity
from lod.normalize.nameorder import is_initial
from lod.reconcile.authority import Hit
from lod.reconcile.desk import Desk
from lod.reconcile.entry import Entry, Found, Office, Redirect, Scope, Title
from lod.reconcile.keys import fold
from lod.reconcile.live import Failed, Setting
from lod.reconcile.memory import MemoryAuthority
from lod.reconcile.parse import Query
from lod.reconcile.places import PlacesInTime, read_periods
from lod.reconcile.wikibase import Wikibase
from lod.reconcile.wikidump import read_item

_ALL = Scope()
_REMEMBERED = 1 << 12
_MOST_MOVES = 8
_HUMAN = "haswbstatement:P31=Q5"
# Signs by which a text would be an expression of the search and no name.
_SIGNS = str.maketrans(dict.fromkeys('"~*?\\/:()[]{}<>|!^&+=,.;', " "))


class WikidataAuthority:
    """Finds entities by asking a Wikibase: by label, and by text; open it with `open_wikidata`."""

    name = "wikidata"
    version = "live"

    def __init__(self, service: Wikibase) -> None:
        self._service = service
        self._found = lru_cache(_REMEMBERED)(self._read)

    def candidates(self, query: Query) -> list[Hit]:
        """Give the items that a name may mean, each once. Raises one of `Failed`."""
        hits = self._hits(query)
        return [hit._replace(entity=self._with_titles(hit.entity)) for hit in hits]

    def _hits(self, query: Query) -> list[Hit]:
        ids, _ = self._search(query)
        with suppress(*Failed):  # what is missing is asked for again below, and told there
            self._service.gather(ids)
        entities = {entity.id: entity for entity in map(self.get, ids) if entity}
        known = MemoryAuthority(entities.values(), name=self.name, places=_places())
        return known.candidates(query)

    def get(self, entity_id: str) -> AuthorityEntity | None:
        """Give an item, also one that was merged into another. Raises one of `Failed`."""
        found = self._found(self.successor(entity_id))
        return found.entity(found.offices) if isinstance(found, Entry) else None

    def successor(self, entity_id: str) -> str:
        """Follow merged items to the one that stands, "" when it is deleted."""
        for _ in range(_MOST_MOVES):
            found = self._found(entity_id)
            if not isinstance(found, Redirect):
                break
            entity_id = found.new
        return entity_id

    def prepare(self, queries: Sequence[Query], ids: Sequence[str]) -> None:
        """Search for many names, then ask for what was found in as few requests as there can be."""
        wanted, asked = list(ids), list[Query]()
        with suppress(*Failed):
            for query in queries:
                wanted += self._search(query)[0]
                asked.append(query)
        with suppress(*Failed):
            self._service.gather(wanted)
            hits = (hit for query in asked for hit in self._hits(query))
            self._service.gather(title for hit in hits for title, *_ in _dated(hit.entity))

    def wait(self) -> bool:
        """Wait until the service may be asked again; False where a run has no patience for that."""
        return self._service.wait()

    def day(self, query: Query) -> str:
        """Give the day of the older one of the answers to the searches for a name."""
        return self._search(query)[1]

    def _search(self, query: Query) -> tuple[tuple[str, ...], str]:
        """Give the items that the searches find, and the day of the oldest answer."""
        ids: dict[str, None] = {}
        days = list[str]()
        for is_label, text in searches(query):
            service = self._service
            found, day = service.by_label(text) if is_label else service.by_text(text)
            ids.update(dict.fromkeys(found))
            days.append(day)
        meant = _places().at(query.key, query.year) if query.kind == "place" else None
        ids.update(dict.fromkeys(meant.ids if meant else ()))
        return tuple(sorted(ids)), min(days, default="")

    def _read(self, ident: str) -> Found | None:
        """Read what is known of an id; a deleted one is a redirect to nothing."""
        if not ident:
            return None
        raw = self._service.entity(ident)
        if b'"missing"' in raw[:200]:
            return Redirect(ident, "")
        return _chosen(read_item(raw, _ALL))

    def _with_titles(self, entity: AuthorityEntity) -> AuthorityEntity:
        """Name the offices that have years; one whose item is not known keeps its id."""
        dated = _dated(entity)
        with suppress(*Failed):
            self._service.gather(title for title, _, _ in dated)
        offices = tuple((self._title(title), begin, end) for title, begin, end in dated)
        return replace(entity, offices=offices)

    def _title(self, ident: str) -> str:
        try:
            found = _chosen(read_item(self._service.entity(ident), _ALL), titles=True)
        except Failed:
            return ident
        return found.label if isinstance(found, Title) and found.label else ident


def _dated(entity: AuthorityEntity) -> list[Office]:
    return [office for office in entity.offices if office[1] or office[2]]


def open_wikidata(setting: Setting) -> WikidataAuthority:
    """Open Wikidata, or the Wikibase that the configuration names."""
    desk = Desk(WikidataAuthority.name, setting)
    language = (setting.live.language or setting.language).partition("-")[0].lower()
    return WikidataAuthority(Wikibase(setting.live.api, desk, language))


def searches(query: Query) -> Iterator[tuple[bool, str]]:
    """Give what to search for: labels that begin so (True), and words anywhere (False).

    A label search knows prefixes only, so a name must be in direct order; a search for words
    takes any order, but every word must be there, so initials and patronymics are left out.

    >>> from lod.reconcile.parse import query
    >>> list(searches(query("Gromyko, A. A.", "person")))
    [(True, 'A. A. Gromyko'), (False, 'haswbstatement:P31=Q5 Gromyko')]
    """
    name = query.name
    if query.kind != "person":
        spelled = [name.core]
        told = [name.core, *name.alternates[:1]]
        yield from ((True, text) for text in dict.fromkeys(map(_plain, spelled)) if text)
        yield from ((False, text) for text in dict.fromkeys(map(_words, told)) if text)
        return
    direct = _plain(f"{name.given} {name.family}")
    if direct:
        yield True, direct
    given = (word for word in name.given.split() if not is_initial(word))
    words = _words(f"{' '.join(given)} {name.family}")
    others = (_words(one) for one in name.alternates[:1])
    for text in dict.fromkeys((words, *others)):
        if text:
            yield False, f"{_HUMAN} {text}"


def _plain(text: str) -> str:
    return " ".join(text.split())[:200]


def _words(text: str) -> str:
    """Keep words alone: a name must never be read as an expression of the search."""
    words = text.translate(_SIGNS).split()
    return " ".join(word for word in words if fold(word) and not word.startswith("-"))[:200]


def _chosen(found: Iterable[Found], *, titles: bool = False) -> Found | None:
    """Choose what is asked for of what the reader gives of an item: its title, or all else."""
    kept = [one for one in found if isinstance(one, Title) == titles]
    return kept[0] if kept else None


@cache
def _places() -> PlacesInTime:
    """Read the shipped table of what names of places meant when."""
    path = vocabulary.folder() / "authority" / "places-in-time.tsv"
    return PlacesInTime(read_periods(path.read_text("utf-8").splitlines()))
