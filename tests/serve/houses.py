"""Servers for tests: a release made on the spot, served over a real socket of this machine."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn

from lod.publish.index import IndexWriter
from lod.publish.release import Releases
from lod.serve import app
from lod.serve.limits import Limits
from lod.serve.server import configured
from lod.store.writer import StoreWriter
from lod.terms import iri

BASE = "https://data.example.org/"


def release(folder: Path, graphs: Mapping[str, Iterable[bytes]], version: str = "v1") -> Path:
    """Make an output folder whose current release holds these lines of N-Triples, by graph."""
    built = folder / "built"
    (built / "record").mkdir(parents=True)
    writer = StoreWriter(built / "store")
    for name, lines in graphs.items():
        for line in lines:
            writer.load(line, iri(name) if name else None)
    writer.finish()
    IndexWriter(built / "index.sqlite").finish()
    manifest = {
        "base": BASE,
        "version": version,
        "started": "2026-01-02T03:04:05Z",
        "title": "Letters",
        "publisher": "The Archive",
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "triples": 0,
        "files": [],
        "runs": [],
    }
    (built / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    Releases(folder).switch(built, version)
    return folder


@contextmanager
def serving(folder: Path, limits: Limits | None = None, public: str = "") -> Iterator[httpx.Client]:
    """Serve an output folder on a free port; give a client that follows no redirects."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    built = app.build(folder, limits or Limits(), public=public)
    server = uvicorn.Server(configured(built, host="127.0.0.1", port=port))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def settled(client: httpx.Client, processes: int = 4) -> None:
    """Wait until the processes that earlier queries ended have been replaced."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        lines = dict(line.rsplit(" ", 1) for line in client.get("/metrics").text.splitlines())
        if (lines["lod_workers"], lines["lod_workers_busy"]) == (str(processes), "0"):
            return
        time.sleep(0.05)
