"""Publish the metadata of archives, museums and libraries as linked open data.

`lod.publish("datasets/sample")` does the whole way; `lod.Release("output/sample")` is what came of
it; `lod.Authority().match("A. Gromyko", "person", year=1951)` asks for one name.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

from lod.version import VERSION

TYPE_CHECKING = False  # as type checkers read it; typing itself takes half of the time to load
if TYPE_CHECKING:
    from typing import Any

    from lod.api import Authority, Dataset, Options, Release, load, publish

__all__ = ["Authority", "Dataset", "Options", "Release", "__version__", "load", "publish"]

__version__ = VERSION


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever it is
    """Load what is asked for: a process that needs one room only must not wait for all."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("lod.api"), name)


class _Lod(ModuleType):
    """The package itself, of which `publish` is the function, though a room has that name."""

    @property
    def publish(self) -> Any:  # noqa: ANN401 - as above
        return __getattr__("publish")

    @publish.setter
    def publish(self, room: ModuleType) -> None:
        """Let the room be imported without taking the name."""


sys.modules[__name__].__class__ = _Lod
