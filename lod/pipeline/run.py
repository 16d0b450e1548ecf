"""One run: what every worker needs to know, and nothing that a worker may change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lod.config import Dataset

# (name of the stage, done so far, of how many or None): called on the way, never from workers.
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Run:
    """The dataset, the folders of the release that is being built, and its identity.

    id: hash of everything that goes in (rows, configuration, decisions, vocabularies, program).
    today: ISO day that stands as `modified` where bytes changed. previous: the release before.
    """

    dataset: Dataset
    folder: Path
    previous: Path | None = None
    id: str = ""
    today: str = ""

    @property
    def work(self) -> Path:
        """Give the folder of what the run needs only for itself."""
        return self.folder / "work"

    @property
    def release(self) -> Path:
        """Give the folder that becomes the release."""
        return self.folder / "release"

    def spool(self, number: int) -> Path:
        """Give the file that the records of one part of the sources lie in."""
        return self.work / f"records-{number:06}"

    def chunk(self, number: int, name: str) -> Path:
        """Give the file of one syntax of one chunk of the release."""
        return self.work / f"chunk-{number:06}.{name}"

    def __eq__(self, other: object) -> bool:
        """Say whether it is the same run; workers keep their tools for as long as it is."""
        return isinstance(other, Run) and (self.folder, self.id) == (other.folder, other.id)

    def __hash__(self) -> int:
        """Hash what makes it the same run."""
        return hash((self.folder, self.id))
