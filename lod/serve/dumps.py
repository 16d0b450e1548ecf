"""The files of the release: dumps with ranges and checksums, and what lies beside them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from lod.serve import html, web
from lod.serve.problems import HttpError
from lod.serve.site import Site

_BESIDE = (
    "SHA256SUMS",
    "changes.jsonl",
    "context.jsonld",
    "description.jsonld",
    "description.ttl",
    "issues.jsonl",
    "links.sssom.tsv",
    "manifest.json",
    "report.html",
    "report.json",
    "review.jsonl",
)
_MEDIA = {
    ".gz": "application/gzip",
    ".jsonl": "application/x-ndjson",
    ".jsonld": "application/ld+json",
    ".json": "application/json",
    ".ttl": "text/turtle",
    ".tsv": "text/tab-separated-values",
    ".html": "text/html",
    "": "text/plain",
}


class File(NamedTuple):
    """A file to fetch: its name below `dumps/`, bytes, checksum if the manifest has it."""

    name: str
    size: int
    sha256: str
    path: Path


async def listing(request: Request) -> Response:
    """List the files with sizes and checksums."""
    files = await run_in_threadpool(_files, web.site(request))
    return html.render(request, "dumps.html", {"files": list(files.values())})


async def file(request: Request) -> Response:
    """Give one file, whole or a range of it; `latest/` is the current release."""
    name = str(request.path_params["name"]).removeprefix("latest/").removeprefix("dumps/")
    if not name:
        return await listing(request)
    if name == "latest":
        return RedirectResponse("latest/", 307)
    site = web.site(request)
    found = (await run_in_threadpool(_files, site)).get(name)
    if found is None:
        raise HttpError(404, "the release has no such file")
    etag = f'"{found.sha256[:32]}"' if found.sha256 else site.etag("file", name)
    headers = web.validators(etag, web.moment(str(site.manifest.get("started", ""))))
    if web.unchanged(request, etag):
        return web.not_modified(headers)
    media = _MEDIA.get(found.path.suffix, "application/octet-stream")
    return FileResponse(found.path, headers=headers, media_type=media)


def _files(site: Site) -> dict[str, File]:
    """Name the files that may be fetched: those of the manifest, and some beside it."""
    listed = [(str(one["name"]), str(one["sha256"])) for one in site.manifest["files"]]
    found = dict[str, File]()
    for name, sha256 in [*listed, *((name, "") for name in _BESIDE)]:
        path = site.path / name
        if path.is_file():
            short = name.removeprefix("dumps/")
            found[short] = File(short, path.stat().st_size, sha256, path)
    return found
