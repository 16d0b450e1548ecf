"""What an authority on the network is, and for whom it is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from lod.config import Live
from lod.errors import FetchError, PartialError
from lod.reconcile.authority import Authority
from lod.reconcile.parse import Query

# What a service that fails raises: it does not answer, or it refuses.
Failed = (PartialError, FetchError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """For whom services are asked, on which day, and where their answers are kept.

    contact: how the service reaches whoever asks. cache: the folder of answers. today: ISO day.
    tell: is called with words when a kept answer was broken.
    """

    contact: str
    cache: Path
    today: str
    language: str = "en"
    live: Live = field(default_factory=Live)
    tell: Callable[[str], None] = field(default=lambda _: None)


@runtime_checkable
class LiveAuthority(Authority, Protocol):
    """An authority that is asked over the network; its methods raise one of `Failed`.

    It is asked by one process at a time, and only for what other authorities do not settle.
    """

    def prepare(self, queries: Sequence[Query], ids: Sequence[str]) -> None:
        """Ask for what many names need at once, as far as the service answers; never raises."""

    def day(self, query: Query) -> str:
        """Give the ISO day on which the service answered for a name."""


@runtime_checkable
class Patient(Protocol):
    """An authority whose service may have to be left alone for a while."""

    def wait(self) -> bool:
        """Wait until the service may be asked again; False where a run has no patience for that."""
