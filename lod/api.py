"""What `import lod` offers: publish a dataset, open a release, match a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lod import config
from lod.config import Dataset
from lod.entity import Decision, EntityKind
from lod.errors import DiskError, UsageError
from lod.formats import RDF_FORMATS
from lod.mapping import PROFILES
from lod.pipeline import way
from lod.pipeline.run import Progress, silent
from lod.pipeline.way import Options
from lod.publish.index import IndexReader
from lod.publish.info import ReleaseInfo
from lod.publish.manifest import MANIFEST, told
from lod.publish.release import Releases
from lod.reconcile import embedded
from lod.reconcile.authorities import AUTHORITIES, SERVICES, open_authority
from lod.reconcile.matcher import Matcher
from lod.reconcile.namelist import KINDS
from lod.reconcile.score import Situation
from lod.record import AgentKind
from lod.registry import names
from lod.serve.writing import written
from lod.sources.readers import READERS
from lod.store import Answer
from lod.store.card import card
from lod.store.meant import meant
from lod.store.oxigraph import OxigraphStore
from lod.store.said import said
from lod.store.show import stored, subject, thing
from lod.store.table import shown
from lod.terms import iri
from lod.vocabulary import load as load_vocabulary

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = [
    "Authority",
    "Dataset",
    "Decision",
    "Options",
    "Release",
    "ReleaseInfo",
    "load",
    "publish",
]

SHOWN = ("card", "turtle", "json-ld")  # how one thing may be shown
_ROOMS: Mapping[str, Mapping[str, object]] = {
    "reader": READERS,
    "profile": PROFILES,
    "authority": {**AUTHORITIES, **SERVICES},
}


def load(path: str | Path) -> Dataset:
    """Read a dataset: its folder, or its dataset.toml.

    Raises ConfigError with every fault, names that no room knows among them.
    """
    return config.load(_path(path), {kind: names(kind, ours) for kind, ours in _ROOMS.items()})


def publish(
    dataset: Dataset | str | Path, options: Options | None = None, progress: Progress = silent
) -> ReleaseInfo:
    """Publish a dataset, the whole way; what came of it is in the answer and in its report.

    Raises what `lod.pipeline.way.publish` raises: SourceError, DataError, DiskError, BusyError.
    """
    found = dataset if isinstance(dataset, Dataset) else load(dataset)
    return way.publish(found, _options(options), progress)


class Release:
    """A published release, opened for reading; it never changes while it is open."""

    def __init__(self, path: str | Path) -> None:
        """Open a release: its folder, or the dataset's output folder for the current one.

        Raises UsageError when there is none, DiskError when it is damaged.
        """
        folder = _path(path)
        self.path = folder if (folder / MANIFEST).is_file() else _current(folder)
        self.manifest: dict[str, Any] = told(self.path)
        self.base: str = self.manifest["base"]
        self.version: str = self.manifest["version"]
        self.prefixes = load_vocabulary().prefixes(self.base)

    @cached_property
    def store(self) -> OxigraphStore:
        """Give the store that answers this release's queries; raises DiskError if it is gone."""
        if not (self.path / "store" / "CURRENT").exists():
            mend = "publish again: what is damaged is made anew"
            raise DiskError("the release is damaged: no store", where=str(self.path), mend=mend)
        return OxigraphStore(self.path / "store")

    def check(self) -> None:
        """Open all that answers for it once, before others rely on it; raises DiskError."""
        IndexReader(self.path / "index.sqlite").close()
        self.store.query("ASK {}")

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query; the release's prefixes are predefined.

        Raises UsageError when it is no query, or asks for what a release does not do.
        """
        _text(text, "query")
        return self.store.query(text, prefixes=self.prefixes, base=self.base)

    def graph(self, uri: str) -> Graph:
        """Give what the release says about a thing as an rdflib Graph.

        uri: whole, or below the base (`doc/wcda-113630`); of anything that the release says
        something of: records, entities, concepts, archives, terms (`ns#mayBe`), runs, graphs.
        Raises UsageError when there is none.
        """
        # Loaded only here: every command would wait for it.
        from rdflib import Graph  # noqa: PLC0415

        return Graph().parse(data=self._data(uri, "turtle"), format="turtle")

    def _data(self, uri: str, form: str) -> bytes:
        """Give what is said about a thing as it is served: its file, else what the store has."""
        whole = thing(_text(uri, "URI"), self.base)
        try:
            return stored(self.path, whole, self.base, form)
        except UsageError:
            told = said(self.store, iri(whole.partition("#")[0]), self.base)
            if not told:
                raise
            return written(told, form, self.prefixes, self.base)

    def records(self) -> Iterator[str]:
        """Give the URIs of what the source's records are about, in order."""
        index = IndexReader(self.path / "index.sqlite")
        try:
            for path in index.records():
                yield self.base + path
        finally:
            index.close()

    def show(self, uri: str, form: str = "card", width: int = 100) -> bytes:
        """Give one thing as `lod show` prints it: a card, `turtle` or `json-ld`.

        uri: whole, or below the base. width: columns of a card. Raises UsageError that names what
        may be meant when there is no such thing or form.
        """
        if form not in SHOWN:
            meant_form = next(
                (one.name for one in RDF_FORMATS.values() if one.extension == form), ""
            )
            meant_form = f"did you mean {meant_form}? " if meant_form in SHOWN else ""
            mend = f"{meant_form}there are {', '.join(SHOWN)}"
            raise UsageError(f"unknown format {form!r:.60}", mend=mend)
        try:
            if form != "card":
                return self._data(uri, form)
            whole = subject(thing(_text(uri, "URI"), self.base), self.base)
            return card(self.store, whole, self.prefixes, width).encode("utf-8", "replace")
        except UsageError as error:
            found = () if "did you mean" in error.mend else self.likest(uri)
            names = (f"{one} ({shown(title)})" if title else one for one, title in found)
            mend = f"did you mean {', '.join(names)}?" if found else error.mend
            raise UsageError(error.what, where=error.where, mend=mend) from None

    def likest(self, text: str) -> list[tuple[str, str]]:
        """Name what a name, a number or nearly an address may mean: URI and title, the best first.

        A number is the source's, alone or behind the prefix of the dataset, or that of an item of
        Wikidata.
        """
        written = text.strip().removeprefix(self.base)
        if uri := meant(self.store, self.base + written, self.prefixes):
            return [(uri, "")]
        if "/" in written and " " not in written:  # an address, and no name
            return []
        index = IndexReader(self.path / "index.sqlite")
        try:
            return [(self.base + path, title) for path, title in index.called(written)]
        finally:
            index.close()


class Authority:
    """Names into entities: of an index file, or of the authority that ships with the program."""

    def __init__(self, path: str | Path | None = None) -> None:
        found = embedded.load() if path is None else open_authority(str(_path(path)))
        self._matcher = Matcher([found])

    def match(
        self, name: str, kind: AgentKind | EntityKind = "agent", *, year: int | None = None
    ) -> Decision:
        """Decide what a name means in a year; the candidates and reasons are in the decision.

        Raises UsageError for a name that is no text, an unknown kind, a year that is no number.

        >>> Authority().match("Comrade STALIN I.V.", "person", year=1951).id
        'Q855'
        """
        _check(name, kind, year)
        return self._matcher.match(name, kind, Situation(year=year))


def _text(text: object, what: str) -> str:
    """Give a text back; raises UsageError for what is none."""
    if not isinstance(text, str):
        raise UsageError(f"the {what} is no text: {text!r:.60}")
    return text


def _options(options: object) -> Options | None:
    """Give options back; raises UsageError for what are none."""
    if options is not None and not isinstance(options, Options):
        mend = 'lod.Options(output="releases")'
        raise UsageError(f"these are no options: {options!r:.60}", mend=mend)
    return options


def _path(path: object) -> Path:
    """Give a path; raises UsageError for what is none."""
    if not isinstance(path, str | Path):
        raise UsageError(f"this is no path: {path!r:.60}", mend='"datasets/letters"')
    return Path(path)


def _check(name: object, kind: object, year: object) -> None:
    """Raise UsageError for what is no name, no kind or no year."""
    if not isinstance(name, str):
        raise UsageError(f"the name is no text: {name!r:.60}")
    if kind not in KINDS:
        raise UsageError(f"unknown kind {kind!r:.60}", mend=f"one of {', '.join(sorted(KINDS))}")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise UsageError(f"the year is no whole number: {year!r:.60}", mend="year=1951")


def _current(folder: Path) -> Path:
    current = Releases(folder).current()
    if current is None:
        mend = "publish first: lod publish DATASET"
        raise UsageError("there is no release", where=str(folder), mend=mend)
    return current
