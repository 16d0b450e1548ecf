"""What other processes begin with, told before anything else of a dataset is read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

ALL, PAGES = "lod.pipeline.warm", "lod.pipeline.warmpages"


def needed(names: Iterable[str]) -> str:
    """Give the module that processes for a dataset import before they are forked.

    names: words of a command line, of which one may name the dataset. What reads pages takes as
    long to make ready as all the rest, and nobody else needs it.
    """
    return PAGES if any(map(_has_pages, names)) else ALL


def _has_pages(name: str) -> bool:
    """Tell whether a dataset reads pages; whatever is wrong with it is for others to say."""
    import tomllib  # noqa: PLC0415 - who begins no processes need not load it

    path = Path(name, "dataset.toml") if not name.endswith(".toml") else Path(name)
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8")).get("source")
    except (OSError, ValueError, RecursionError):
        return False
    sources = told if isinstance(told, list) else [told]
    return any(isinstance(one, dict) and one.get("format") == "pages" for one in sources)
