"""Answers are kept with their day; what is broken is told, and not believed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from lod.cache import Cache
from lod.errors import DiskError


def test_an_answer_is_kept_with_its_day(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "a" / "cache.sqlite")
    cache.put([("Q1", b"one"), ("Q2", b"")], "2026-11-28")
    cache.put([("Q2", b"two")], "2026-11-29")
    cache.close()
    again = Cache(tmp_path / "a" / "cache.sqlite")
    assert again.get("Q1") == (b"one", "2026-11-28")
    assert again.get("Q2") == (b"two", "2026-11-29")
    assert again.get("Q3") is None


@pytest.mark.parametrize(
    "change", ["body = x'00'", "body = 'text'", "day = '2020-01-01'", "sha256 = ''", "body = NULL"]
)
def test_a_broken_answer_is_told_and_gone(tmp_path: Path, change: str) -> None:
    path, told = tmp_path / "cache.sqlite", list[str]()
    cache = Cache(path, told.append)
    cache.put([("Q1", b"one"), ("Q2", b"two")], "2026-11-28")
    with sqlite3.connect(path) as db:
        db.execute(f"UPDATE answer SET {change} WHERE key = 'Q1'")  # noqa: S608 - as above
    assert cache.get("Q1") is None
    assert told == ["a kept answer was broken, and is asked for again: Q1"]
    assert cache.get("Q2") == (b"two", "2026-11-28")


def test_a_file_that_is_no_cache_is_begun_anew(tmp_path: Path) -> None:
    path, told = tmp_path / "cache.sqlite", list[str]()
    path.write_bytes(b"no cache at all" * 1000)
    cache = Cache(path, told.append)
    cache.put([("Q1", b"one")], "2026-11-28")
    assert cache.get("Q1") is not None
    assert told == ["the cache was broken, and is begun anew: cache.sqlite"]


def test_bytes_flipped_anywhere_are_never_believed(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    for at in range(0, 9000, 61):
        path.unlink(missing_ok=True)
        cache = Cache(path)
        cache.put([(f"Q{n}", b"%d" % n * 40) for n in range(60)], "2026-11-28")
        cache.close()
        raw = bytearray(path.read_bytes())
        raw[at % len(raw)] ^= 0xFF
        path.write_bytes(raw)
        cache = Cache(path)
        found = [(n, cache.get(f"Q{n}")) for n in range(60)]
        assert all(kept is None or kept == (b"%d" % n * 40, "2026-11-28") for n, kept in found)
        cache.put([("Q1", b"new")], "2026-11-29")
        assert cache.get("Q1") == (b"new", "2026-11-29")
        cache.close()


def test_a_folder_that_cannot_be_made_is_an_error_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(DiskError, match="file"):
        Cache(tmp_path / "file" / "cache.sqlite")


def test_a_cache_that_another_process_writes_into_is_not_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    cache = Cache(path)
    cache.put([("Q1", b"one")], "2026-11-28")
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert cache.get("Q1") in (None, (b"one", "2026-11-28"))
        other.execute("ROLLBACK")
    assert cache.get("Q1") == (b"one", "2026-11-28")


@pytest.mark.parametrize("size", [0, 10, 100, 1000, 4096, 6000, 8192])
def test_a_cache_that_was_cut_off_is_begun_anew(tmp_path: Path, size: int) -> None:
    path = tmp_path / "cache.sqlite"
    cache = Cache(path)
    cache.put([(f"Q{n}", b"%d" % n * 900) for n in range(60)], "2026-11-28")
    cache.close()
    path.write_bytes(path.read_bytes()[:size])
    cache = Cache(path)
    assert cache.get("Q59") in (None, (b"59" * 900, "2026-11-28"))
    cache.put([("Q1", b"new")], "2026-11-29")
    assert cache.get("Q1") == (b"new", "2026-11-29")
