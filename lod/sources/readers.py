"""The readers there are, by the name of their format in [source]."""

from __future__ import annotations

from lod.sources import Reader
from lod.sources.jsonlines import JsonLines, JsonList
from lod.sources.pages.reader import Pages
from lod.sources.rdf import Rdf
from lod.sources.sqlite import Sqlite
from lod.sources.tabular import Tabular
from lod.sources.xml import Xml

READERS: dict[str, Reader] = {
    "csv": Tabular(),
    "tsv": Tabular("\t"),
    "json": JsonList(),
    "jsonl": JsonLines(),
    "sqlite": Sqlite(),
    "xml": Xml(),
    "rdf": Rdf(),
    "pages": Pages(),
}
