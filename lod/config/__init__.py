"""dataset.toml -> Dataset (frozen), or one ConfigError naming file, key and mend of each fault."""

from lod.config.dataset import ALIASES, FIELDS, Dataset, Expect, Field, Live, Sort, Source
from lod.config.reading import Known, is_service, is_web_address, load

__all__ = [
    "ALIASES",
    "FIELDS",
    "Dataset",
    "Expect",
    "Field",
    "Known",
    "Live",
    "Sort",
    "Source",
    "is_service",
    "is_web_address",
    "load",
]
