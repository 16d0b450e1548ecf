"""What knows the names in running text: the embedded authority, and what packages offer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import get_args

from lod.entity import EntityKind, Gazetteer, Spotted
from lod.errors import LodError
from lod.reconcile.gazetteer import GAZETTEERS
from lod.registry import find, names

_KINDS = frozenset(get_args(EntityKind))


class Outside:
    """Asks what another package offers, such as a trained model; tells its faults by its name."""

    def __init__(self, name: str) -> None:
        """Open it; raises LodError where its package cannot."""
        self._name = name
        try:
            self._asked: Gazetteer = find("gazetteer", name, GAZETTEERS)()
        except Exception as error:
            raise self._fault("cannot be opened", error) from error

    def spans(self, text: str, year: int | None = None) -> Iterator[Spotted]:
        """Give what it finds; raises LodError where it fails, or names what is not in the text."""
        try:
            found = [Spotted(*one) for one in self._asked.spans(text, year)]
        except Exception as error:
            raise self._fault("failed on a text", error) from error
        for one in found:
            if not 0 <= one.start < one.end <= len(text) or one.kind not in _KINDS:
                what = f"gave {tuple(one)} for a text of {len(text):,} characters"
                kinds = ", ".join(sorted(_KINDS))
                mend = f"start and end are places in the text, the kind is one of {kinds}"
                raise LodError(what, where=self._where, mend=mend)
        yield from found

    @property
    def _where(self) -> str:
        return f"gazetteer {self._name!r}"

    def _fault(self, what: str, error: Exception) -> LodError:
        mend = "mend or remove the package that offers it"
        return LodError(f"{what}: {type(error).__name__}: {error}", where=self._where, mend=mend)


@lru_cache(maxsize=1)
def gazetteers() -> tuple[Gazetteer, ...]:
    """Open all that there are, once in a process; raises LodError where one cannot be."""
    ours = [find("gazetteer", name, GAZETTEERS)() for name in GAZETTEERS]
    others = [Outside(name) for name in names("gazetteer", GAZETTEERS) if name not in GAZETTEERS]
    return (*ours, *others)
