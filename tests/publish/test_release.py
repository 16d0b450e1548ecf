"""Readers see the old release or the new one, never half of one; one run at a time."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from lod.errors import BusyError, DiskError, UsageError
from lod.publish import release
from lod.publish.release import Releases, put, translated


def publish(releases: Releases, version: str, text: str) -> None:
    with releases.build() as folder:
        (folder / "release" / "a.txt").write_text(text)
        told = hashlib.sha256(text.encode()).hexdigest()
        (folder / "release" / "SHA256SUMS").write_text(f"{told}  a.txt\n")
        releases.switch(folder / "release", version)


@pytest.fixture
def releases(tmp_path: Path) -> Releases:
    """Give a folder with one release in it."""
    found = Releases(tmp_path / "output")
    publish(found, "one", "1")
    return found


def test_there_is_no_current_release_before_the_first(tmp_path: Path) -> None:
    assert Releases(tmp_path).current() is None
    assert Releases(tmp_path).versions() == []


def test_a_switch_makes_the_new_release_current_and_keeps_the_old(releases: Releases) -> None:
    publish(releases, "two", "2")
    assert (releases.link / "a.txt").read_text() == "2"
    assert releases.versions() == ["one", "two"]
    assert releases.link.readlink() == Path("releases/two")


def test_the_same_version_again_leaves_the_first_one(releases: Releases) -> None:
    publish(releases, "one", "other bytes")
    assert (releases.link / "a.txt").read_text() == "1"


@pytest.mark.parametrize("damage", ["lost", "changed", "no checksums", "empty"])
def test_the_same_version_again_takes_the_place_of_a_damaged_one(
    releases: Releases, damage: str
) -> None:
    file = releases.link / ("a.txt" if damage in ("lost", "changed") else "SHA256SUMS")
    left = {"changed": "2", "empty": ""}.get(damage)
    file.unlink() if left is None else file.write_text(left)
    publish(releases, "one", "1")
    assert (releases.link / "a.txt").read_text() == "1"
    assert release.whole(releases.link)
    assert releases.versions() == ["one"]


def test_a_release_whose_checksums_are_cut_off_is_damaged(releases: Releases) -> None:
    with releases.build() as folder:
        new, told = folder / "release", hashlib.sha256(b"1").hexdigest()
        for name in ("a.txt", "b.txt"):
            (new / name).write_text("1")
        (new / "SHA256SUMS").write_text(f"{told}  a.txt\n{told}  b.txt\n")
        releases.switch(new, "one")
    assert (releases.link / "b.txt").is_file()


def test_a_damaged_release_is_put_back_where_a_run_was_killed_before_the_new_one_was_there(
    releases: Releases,
) -> None:
    aside = releases.building / "damaged"
    aside.mkdir(parents=True)
    (releases.releases / "one").rename(aside / "one")
    assert releases.current() is None
    with releases.build():
        assert releases.current() == releases.releases.resolve() / "one"


def test_a_folder_of_releases_may_be_moved(releases: Releases, tmp_path: Path) -> None:
    releases.folder.rename(tmp_path / "moved")
    current = Releases(tmp_path / "moved").current()
    assert current == tmp_path / "moved" / "releases" / "one"


def test_a_run_that_fails_leaves_nothing_and_the_old_release(releases: Releases) -> None:
    with pytest.raises(ZeroDivisionError), releases.build():
        _ = 1 / 0
    assert not releases.building.exists()
    assert (releases.link / "a.txt").read_text() == "1"


def test_what_a_killed_run_left_is_removed_first(releases: Releases) -> None:
    (releases.building / "release").mkdir(parents=True)
    (releases.building / "release" / "half").write_text("x")
    with releases.build() as folder:
        assert list((folder / "release").iterdir()) == []


def _stopped(_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("owner", "step"),
    [(Releases, "_point"), (release, "sync_tree"), (release, "_sync"), (Path, "rename"),
     (Path, "symlink_to"), (Path, "replace")],
)  # fmt: skip
def test_whatever_step_is_cut_off_readers_see_a_whole_release(
    releases: Releases, monkeypatch: pytest.MonkeyPatch, owner: object, step: str
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(owner, step, lambda *_, **__: _stopped(None))
        with pytest.raises(KeyboardInterrupt):
            publish(releases, "two", "2")
    assert (releases.link / "a.txt").read_text() in ("1", "2")
    publish(releases, "two", "2")
    assert (releases.link / "a.txt").read_text() == "2"


def test_an_earlier_release_becomes_current_again(releases: Releases) -> None:
    publish(releases, "two", "2")
    releases.rollback("one")
    assert (releases.link / "a.txt").read_text() == "1"
    assert releases.versions() == ["one", "two"]


def test_what_was_published_last_is_known_where_readers_were_taken_back(
    releases: Releases,
) -> None:
    assert Releases(releases.folder / "none").latest() is None
    assert releases.latest() == releases.releases.resolve() / "one"
    for version in ("two", "three"):
        publish(releases, version, version)
    for back in ("two", "one", "three", "one"):
        releases.rollback(back)
        assert (releases.latest() or Path()).name == "three"
    publish(releases, "four", "4")
    assert releases.latest() == releases.current()
    releases.rollback("two")
    shutil.rmtree(releases.releases / "four")
    assert releases.latest() == releases.current()


@pytest.mark.parametrize("version", ["three", "", "../output", "."])
def test_a_release_that_is_not_kept_is_named_with_those_that_are(
    releases: Releases, version: str
) -> None:
    with pytest.raises(UsageError, match="kept: one"):
        releases.rollback(version)


_HOLD = """
import sys
from pathlib import Path
from lod.publish.release import Releases
with Releases(Path(sys.argv[1])).build():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_told_who_holds_the_lock(releases: Releases) -> None:
    command = [sys.executable, "-c", _HOLD, str(releases.folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(BusyError, match=f"process {other.pid} is publishing"):
            publish(releases, "two", "2")
        other.kill()
    publish(releases, "two", "2")
    assert releases.versions() == ["one", "two"]


def test_a_lock_is_given_back_in_the_end(releases: Releases) -> None:
    with releases.build():
        pass
    with releases.build() as folder:
        assert folder.is_dir()


@pytest.mark.parametrize(
    ("code", "mend"),
    [(errno.ENOSPC, "free some space"), (errno.EROFS, "another --output"),
     (errno.EACCES, "permissions"), (errno.EIO, "error")],
)  # fmt: skip
def test_trouble_with_the_disk_is_said_in_one_line(code: int, mend: str) -> None:
    def fails() -> None:
        raise OSError(code, os.strerror(code), "/disk/file")

    with pytest.raises(DiskError, match=mend) as caught, translated(Path("/disk")):
        fails()
    assert str(caught.value).startswith("/disk/file: ")
    assert "\n" not in str(caught.value)


def _a_file(folder: Path) -> Releases:
    folder.write_text("a file where a folder should be")
    return Releases(folder)


def _below_a_file(folder: Path) -> Releases:
    folder.write_text("")
    return Releases(folder / "output")


@pytest.mark.parametrize("broken", [_a_file, _below_a_file])
def test_a_folder_that_cannot_be_made_is_a_disk_error(
    tmp_path: Path, broken: Callable[[Path], Releases]
) -> None:
    with pytest.raises(DiskError), broken(tmp_path / "x").build():
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_a_disk_error_with_a_mend() -> None:
    def fill() -> None:
        with Path("/dev/full").open("wb") as file:
            file.write(b"x")

    with pytest.raises(DiskError, match="free some space"), translated(Path("/dev/full")):
        fill()


def test_a_read_only_disk_is_a_disk_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), "output")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(DiskError, match=r"Read-only file system.*another --output"):
        publish(Releases(tmp_path), "one", "1")


def _fill(folder: Path) -> None:
    """Fill a database that may have two pages only."""
    with closing(sqlite3.connect(folder / "x.sqlite")) as database:
        database.execute("PRAGMA max_page_count = 2")
        database.execute("CREATE TABLE x AS SELECT randomblob(100000)")


def test_a_database_that_finds_no_room_is_a_disk_error(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="free some space"), translated(tmp_path):
        _fill(tmp_path)


def test_other_trouble_of_a_database_is_no_disk_error(tmp_path: Path) -> None:
    broken = pytest.raises(sqlite3.OperationalError, match="syntax")
    with broken, translated(tmp_path), closing(sqlite3.connect(tmp_path / "x")) as database:
        database.execute("SELEC")


def test_findings_on_a_refused_release_are_kept_and_readers_see_the_old_one(
    releases: Releases,
) -> None:
    assert releases.refuse([b"{}\n", b"{}\n"]).read_bytes() == b"{}\n{}\n"
    assert releases.versions() == ["one"]


def test_a_file_is_put_over_another_in_one_step(tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / "a.txt").write_text("old")
    (tmp_path / "a.txt").write_text("new")
    put(tmp_path / "a.txt", tmp_path / "to")
    assert [path.name for path in (tmp_path / "to").iterdir()] == ["a.txt"]
    assert (tmp_path / "to" / "a.txt").read_text() == "new"
