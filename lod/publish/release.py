"""The folder of releases: lock, build aside, switch by one rename, list, roll back."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lod.errors import BusyError, DiskError, UsageError

_MENDS = {
    errno.ENOSPC: "free some space, or choose another --output",
    errno.EFBIG: "raise the limit on file sizes, or choose another --output",
    errno.EROFS: "choose another --output",
    errno.EACCES: "check the permissions",
}
_DAMAGED = "damaged"  # below the folder to build in: what a whole release takes the place of
SUMS = "SHA256SUMS"


class Releases:
    """`output/<dataset>/`: `releases/<version>/`, complete and unchanging, and `current`.

    Nothing but `switch` and `rollback` changes what readers see, and each does it by one rename:
    a process killed at any point leaves the old release or the new one. Where readers were taken
    back, `.back` names the release that they are at and the one that was published last.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases = folder / "releases"
        self.link = folder / "current"
        self.building = folder / ".building"
        self._back = folder / ".back"

    def current(self) -> Path | None:
        """Give the folder of the release that readers see, None before the first."""
        return self.link.resolve() if self.link.is_symlink() and self.link.exists() else None

    def latest(self) -> Path | None:
        """Give the folder of the release that was published last: whoever harvests knows it.

        It is the current one unless readers were taken back since.
        """
        current = self.current()
        try:
            now, last = self._back.read_text("utf-8").split()
        except (FileNotFoundError, ValueError):
            return current
        is_back = current is not None and current.name == now and last in self.versions()
        return self.releases / last if is_back else current

    def versions(self) -> list[str]:
        """List the releases kept, sorted by name."""
        if not self.releases.is_dir():
            return []
        return sorted(path.name for path in self.releases.iterdir() if path.is_dir())

    def kept(self, version: str) -> Path:
        """Give the folder of a release that is kept; raises UsageError if there is none."""
        if version not in self.versions():
            mend = f"kept: {', '.join(self.versions()) or 'none'}"
            raise UsageError(f"no release {version!r}", where=str(self.folder), mend=mend)
        return self.releases / version

    @contextmanager
    def build(self) -> Iterator[Path]:
        """Lock the dataset and give an empty folder to build in, removed in the end.

        What a killed run left there is removed first; a release that it took away is put back.
        Raises BusyError when another run holds the lock, DiskError when the folder cannot be made.
        """
        with self._locked():
            yield from self._emptied()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with translated(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            _take(lock, self.folder)
            yield
        finally:
            os.close(lock)

    def _emptied(self) -> Iterator[Path]:
        try:
            with translated(self.folder):
                self._clear()
                (self.building / "work").mkdir(parents=True)
                (self.building / "release").mkdir()
            yield self.building
        finally:
            self._clear()

    def _clear(self) -> None:
        for old in self.building.glob(f"{_DAMAGED}/*"):
            if not (self.releases / old.name).exists():  # stopped between two renames
                old.rename(self.releases / old.name)
        shutil.rmtree(self.building, ignore_errors=True)

    def switch(self, built: Path, version: str) -> Path:
        """Make a finished release the current one; everything is on the disk before the rename.

        One of the same version that is there stays, unless it is damaged.
        """
        with translated(self.folder):
            sync_tree(built)
            self.releases.mkdir(exist_ok=True)
            target = self.releases / version
            if target.exists() and not (whole(target) and _named(target) >= _named(built)):
                (self.building / _DAMAGED).mkdir(exist_ok=True)
                target.rename(self.building / _DAMAGED / version)
            if not target.exists():
                built.rename(target)
            _sync(self.releases)
            self._point(version)
        return target

    def refuse(self, issues: Iterable[bytes]) -> Path:
        """Keep the findings on a release that was refused; give the file they are in."""
        path = self.folder / "refused" / "issues.jsonl"
        with translated(self.folder):
            path.parent.mkdir(exist_ok=True)
            with path.open("wb") as file:
                file.writelines(issues)
        return path

    def rollback(self, version: str) -> Path:
        """Make a release that is kept the current one again; raises UsageError if there is none."""
        target = self.kept(version)
        with self._locked(), translated(self.folder):
            latest = self.latest()
            if latest is not None:
                _write(self._back, f"{version} {latest.name}\n".encode())
            self._point(version)
        return target

    def _point(self, version: str) -> None:
        fresh = self.folder / ".current"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path("releases") / version)
        fresh.replace(self.link)
        _sync(self.folder)


def whole(release: Path) -> bool:
    """Tell whether a release has every file that its checksums name, and one at least."""
    try:
        sums = _sums(release)
        for name, sha256 in sums.items():
            with (release / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                    return False
    except (OSError, ValueError):
        return False
    return bool(sums)


def _named(release: Path) -> set[str]:
    """Give the files that the checksums of a release name, without those that a store numbers."""
    return {name for name in _sums(release) if not name.startswith("store/")}


def _sums(release: Path) -> dict[str, str]:
    lines = (release / SUMS).read_text("utf-8").splitlines()
    return {name: sha256 for sha256, _, name in (line.partition("  ") for line in lines)}


@contextmanager
def translated(where: Path) -> Iterator[None]:
    """Turn what the operating system says of the disk into DiskError, in one line."""
    try:
        yield
    except OSError as error:
        what = error.strerror or str(error)
        mend = _MENDS.get(error.errno or 0, "")
        raise DiskError(what, where=str(error.filename or where), mend=mend) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname not in ("SQLITE_FULL", "SQLITE_IOERR_WRITE"):
            raise
        raise DiskError(str(error), where=str(where), mend=_MENDS[errno.ENOSPC]) from error


def _take(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        holder = os.read(lock, 20).decode(errors="replace").strip() or "unknown"
        mend = "wait for it, or end it"
        raise BusyError(f"process {holder} is publishing", where=str(folder), mend=mend) from None
    os.ftruncate(lock, 0)
    os.write(lock, f"{os.getpid()}\n".encode())


def put(file: Path, folder: Path) -> None:
    """Put a copy of a file into a folder in one step, over one of its name: the old or the new."""
    with translated(folder):
        _write(folder / file.name, file.read_bytes())


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(content)
    with fresh.open("rb") as written:
        os.fsync(written.fileno())
    fresh.replace(path)
    _sync(path.parent)


def sync_tree(folder: Path) -> None:
    """Bring a folder and all that is in it to the disk, so that a power cut takes nothing.

    On Linux one syncfs-like call serves a million small files better than a million fsyncs.
    """
    os.sync()
    for path in (folder, *sorted(child for child in folder.iterdir() if child.is_dir())):
        _sync(path)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
