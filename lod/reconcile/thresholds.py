"""How sure is sure enough: the shipped thresholds, which a dataset may raise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from lod import vocabulary
from lod.entity import EntityKind
from lod.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Probabilities by kind: from `accept` on a link is accepted, below `none` there is none.

    nobody: the log-odds that a name has no entity, where nothing is known of the collection.
    """

    accept: Mapping[EntityKind, float]
    none: Mapping[EntityKind, float]
    nobody: Mapping[EntityKind, float]

    def raised(self, wanted: Mapping[str, float]) -> Thresholds:
        """Raise thresholds of acceptance for a dataset.

        Raises ConfigError for an unknown kind, or for a threshold below the shipped one.

        >>> load().raised({"person": 0.99}).accept["person"]
        0.99
        """
        raised = dict(self.accept)
        for kind, least in self.accept.items():
            raised[kind] = wanted.get(kind, least)
        for name, value in wanted.items():
            where = f"[reconcile.thresholds] {name}"
            if name not in raised:
                raise ConfigError("no such kind", where=where, mend="person, group or place")
            if not least_of(self, name) <= value <= 1:
                mend = f"may only be raised: from {least_of(self, name)} to 1"
                raise ConfigError(f"cannot be {value}", where=where, mend=mend)
        return replace(self, accept=raised)


def least_of(thresholds: Thresholds, kind: str) -> float:
    """Give the shipped threshold of a kind by its name in a configuration."""
    return next(value for name, value in thresholds.accept.items() if name == kind)


@cache
def load() -> Thresholds:
    """Read the shipped thresholds (`vocab/thresholds.toml`)."""
    table = tomllib.loads((vocabulary.folder() / "thresholds.toml").read_text("utf-8"))
    kinds: tuple[EntityKind, ...] = ("person", "group", "place")
    return Thresholds(
        accept={kind: float(table[kind]) for kind in kinds},
        none={kind: float(table["none"][kind]) for kind in kinds},
        nobody={kind: float(table["nobody"][kind]) for kind in kinds},
    )
