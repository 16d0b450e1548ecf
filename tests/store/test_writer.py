"""Tests of filling a store: nothing is lost, in a thread or a process, and faults are told."""

from __future__ import annotations

import gzip
import os
import resource
import signal
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

import pytest

from lod.engine.apart import Apart
from lod.errors import DataError, DiskError, LodError
from lod.store import filling, writer
from lod.store.oxigraph import OxigraphStore
from lod.store.writer import StoreWriter
from lod.terms import iri
from tests.store.test_oxigraph import count, lines, written


def test_chunks_lose_no_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "CHUNK", 1000)
    assert count(written(tmp_path / "s", lines(0, 500), lines(400, 900))) == 900


@pytest.mark.parametrize("name", ["x.nt", "x.nt.gz"])
def test_files_are_read_in_chunks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(writer, "CHUNK", 777)
    packed = gzip.compress(lines(0, 300)) if name.endswith("gz") else lines(0, 300)
    (tmp_path / name).write_bytes(packed)
    assert count(written(tmp_path / "s", tmp_path / name)) == 300


def test_a_missing_last_newline_glues_no_lines(tmp_path: Path) -> None:
    assert count(written(tmp_path / "s", lines(0, 1).rstrip(), lines(1, 2))) == 2


def test_named_graphs_stay_apart(tmp_path: Path) -> None:
    writer = StoreWriter(tmp_path / "s")
    writer.load(lines(0, 3))
    writer.load(lines(0, 5), iri("urn:g:1"))
    writer.load(b"<urn:a:s> <urn:a:p> <urn:a:o> <urn:g:2> .\n", None, "n-quads")
    writer.finish()
    store = OxigraphStore(tmp_path / "s")
    assert count(store) == 3
    assert count(store, "SELECT (COUNT(*) AS ?n) FROM <urn:g:1> WHERE { ?s ?p ?o }") == 5
    assert count(store, "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <urn:g:2> { ?s ?p ?o } }") == 1


def test_bad_lines_stop_the_writer(tmp_path: Path) -> None:
    writer = StoreWriter(tmp_path / "s")
    writer.load(b"<urn:a:s> <urn:a:p .\n")
    with pytest.raises(DataError, match="not loadable"):
        writer.finish()
    with pytest.raises(DiskError, match="closed after an error"):
        writer.finish()


def test_a_full_disk_is_a_disk_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def bulk_load(self, *_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

    writer = StoreWriter(tmp_path / "s")
    monkeypatch.setitem(filling._FILLING, tmp_path / "s", Full())
    writer.load(lines(0, 1))
    with pytest.raises(DiskError, match="No space left on device"):
        writer.finish()


def test_a_store_is_written_once(tmp_path: Path) -> None:
    written(tmp_path / "s", lines(0, 1))
    with pytest.raises(DiskError, match="new folder"):
        StoreWriter(tmp_path / "s")


def test_an_abandoned_writer_lets_go(tmp_path: Path) -> None:
    writer = StoreWriter(tmp_path / "s")
    writer.load(lines(0, 1))
    writer.abandon()
    with pytest.raises(DiskError):
        writer.finish()


def test_a_finished_store_names_no_machine(tmp_path: Path) -> None:
    written(tmp_path / "s", lines(0, 1))
    assert not list((tmp_path / "s").glob("LOG*"))


def beside(path: Path) -> Executor:
    return Apart(partial(filling.begin, path))


def test_a_process_of_its_own_fills_the_same_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "CHUNK", 1000)
    store = StoreWriter(tmp_path / "s", partial(beside, tmp_path / "s"))
    store.load(lines(0, 500))
    store.load(lines(0, 3), iri("urn:g:1"))
    store.finish()
    assert count(OxigraphStore(tmp_path / "s")) == 500


def test_little_starts_no_process(tmp_path: Path) -> None:
    def never() -> Executor:
        raise AssertionError

    store = StoreWriter(tmp_path / "s", never)
    store.load(lines(0, 500))
    store.finish()
    assert count(OxigraphStore(tmp_path / "s")) == 500


def test_what_a_process_refuses_is_told_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "CHUNK", 10)
    store = StoreWriter(tmp_path / "s", partial(beside, tmp_path / "s"))
    store.load(b"<urn:a:s> <urn:a:p .\n")
    with pytest.raises(DataError, match="s: not loadable"):
        store.load(lines(0, 1))
    with pytest.raises(DiskError, match="closed after an error"):
        store.finish()


def test_a_killed_process_is_an_error_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "CHUNK", 10)
    pool = beside(tmp_path / "s")
    store = StoreWriter(tmp_path / "s", lambda: pool)
    store.load(lines(0, 1))
    os.kill(pool.submit(os.getpid).result(), signal.SIGKILL)
    with pytest.raises(LodError, match="the process that fills the store died"):
        store.finish()


def test_a_process_that_fills_a_store_may_open_what_it_could_before(tmp_path: Path) -> None:
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    with beside(tmp_path / "s") as pool:
        assert pool.submit(resource.getrlimit, resource.RLIMIT_NOFILE).result() == usual
    options = next((tmp_path / "s").glob("OPTIONS-*")).read_text()
    assert "max_open_files=64\n" in options
