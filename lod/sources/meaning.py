"""What a line of the crosswalk makes of its texts, as the makers of values are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lod.record import Origin
from lod.sources.draft import Draft

CACHED = 32768  # answers that are kept of a text that comes again


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a line of the crosswalk makes of a text; slot is the field of Record that it fills."""

    field: str
    slot: str
    role: str = ""
    kind: str = ""
    scheme: str = ""
    relation: str = ""
    language: str | None = None
    basis: str = "field"
    day_first: bool = True
    century: int | None = None


Maker = Callable[[Draft, Meaning, str, Origin], None]
