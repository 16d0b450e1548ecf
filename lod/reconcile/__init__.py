"""Who a name means: names -> authority entities, decisions and identifiers that last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lod.reconcile import embedded
from lod.reconcile.authority import Authority, Channel, Hit
from lod.reconcile.index import IndexAuthority
from lod.registry import find


def _embedded(_name: str) -> Authority:
    return embedded.load()


# Name in [reconcile] authority -> what opens it; it is told the name as configured. Outsiders
# register entry points `lod.authority`.
AUTHORITIES: Mapping[str, Callable[[str], Authority]] = {"embedded": _embedded}


def open_authority(name: str) -> Authority:
    """Open an authority by its name in the configuration, or the index file at a path.

    A path has a slash or an extension. Raises RegistryError that lists the names there are,
    UsageError for a file that is no index.
    """
    if name not in AUTHORITIES and ("/" in name or "." in name):
        return IndexAuthority.open(Path(name))
    return find("authority", name, AUTHORITIES)(name)


__all__ = ["AUTHORITIES", "Authority", "Channel", "Hit", "IndexAuthority", "open_authority"]
