"""The authorities there are, by their names in [reconcile]."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lod.config import is_service
from lod.errors import UsageError
from lod.reconcile import embedded
from lod.reconcile.authority import Authority
from lod.reconcile.index import IndexAuthority
from lod.reconcile.live import Setting
from lod.registry import find


def _embedded(_name: str) -> Authority:
    return embedded.load()


def _wikidata(setting: Setting) -> Authority:
    # Loaded only here: most runs ask nobody, and need no network.
    from lod.reconcile.wikidata import open_wikidata  # noqa: PLC0415

    return open_wikidata(setting)


def _service(address: str, setting: Setting) -> Authority:
    from lod.reconcile.proposed import open_service  # noqa: PLC0415

    return open_service(address, setting)


# Name in [reconcile] authority -> what opens it; it is told the name as configured. Outsiders
# register entry points `lod.authority`.
AUTHORITIES: Mapping[str, Callable[[str], Authority]] = {"embedded": _embedded}
# The same for those that are asked over the network: they are told how.
SERVICES: Mapping[str, Callable[[Setting], Authority]] = {"wikidata": _wikidata}


def open_authority(name: str, setting: Setting | None = None) -> Authority:
    """Open an authority by its name in the configuration, or the index file at a path.

    A path has a slash or an extension. setting: how services are asked. Raises RegistryError that
    lists the names there are, UsageError for a file that is no index, or a service without setting.
    """
    if is_service(name):
        if setting is None:
            mend = "name it in [reconcile] authority of a dataset that has a contact"
            raise UsageError("is asked over the network, for somebody", where=name, mend=mend)
        return SERVICES[name](setting) if name in SERVICES else _service(name, setting)
    if name not in AUTHORITIES and ("/" in name or "." in name):
        return IndexAuthority.open(Path(name))
    return find("authority", name, AUTHORITIES)(name)
