"""The files of the release: dumps with ranges and checksums, and what lies beside them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from lod.serve import html, web
from lod.serve.problems import HttpError
from lod.serve.site import Site

_BESIDE = {
    "SHA256SUMS": "checksums of all files of the release",
    "changes.jsonl": "what is new, changed and gone since the release before",
    "context.jsonld": "the JSON-LD context of single records",
    "description.jsonld": "the description of the dataset, in JSON-LD",
    "description.ttl": "the description of the dataset: VoID, DCAT, schema.org, provenance",
    "issues.jsonl": "what was found wrong in the source, line by line",
    "links.sssom.tsv": "every link to Wikidata and every search, with its evidence (SSSOM)",
    "manifest.json": "what was read and made: counts, versions, checksums",
    "report.html": "the report of the release, to read",
    "report.json": "the report of the release, for programs",
    "review.jsonl": "the names that wait for somebody's decision, with what is known of each",
}
_ENDINGS = {
    ".nt.gz": "everything in the default graph, one triple a line, sorted",
    ".nq.gz": "everything, named graphs too, one quad a line, sorted",
    ".ttl.gz": "everything in the default graph as Turtle",
    ".jsonld.gz": "everything in the default graph as JSON-LD",
    "records.csv.gz": "a table of the records",
    "agents.csv.gz": "a table of the people and bodies",
    "places.csv.gz": "a table of the places",
    "links.csv.gz": "a table of who and what each record names",
}
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
    meaning: str
    data: bool
    size: int
    sha256: str
    path: Path


async def listing(request: Request) -> Response:
    """List the files with sizes and checksums."""
    headers = web.validators(web.site(request).etag("dumps", request.url.path))
    return await html.kept(request, headers, partial(_listing, request))


async def _listing(request: Request) -> Response:
    site = web.site(request)
    files = await run_in_threadpool(_files, site)
    shown = [one for one in files.values() if one.data or one.name in _BESIDE]
    context = {
        "files": shown,
        "triples": int(site.manifest["triples"]),
        "root": web.house(request).root(site),
        "first": next((one.name for one in shown if one.data), ""),
    }
    return html.render(request, "dumps.html", context)


async def file(request: Request) -> Response:
    """Give one file, whole or a range of it; `latest/` is the current release.

    Its report links the records beside it, as they lie in the release's folder.
    """
    name = str(request.path_params["name"]).removeprefix("latest/").removeprefix("dumps/")
    if not name:
        return await listing(request)
    if name == "latest":
        return RedirectResponse("latest/", 307)
    if name.startswith("record/"):
        return RedirectResponse(web.up(request) + web.quoted(name), 307)
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


def _meaning(name: str) -> str:
    fitting = (meaning for ending, meaning in _ENDINGS.items() if name.endswith(ending))
    return _BESIDE.get(name) or next(fitting, "")


def _files(site: Site) -> dict[str, File]:
    """Name the files that may be fetched: those of the manifest, and some beside it."""
    listed = [(str(one["name"]), str(one["sha256"])) for one in site.manifest["files"]]
    found = dict[str, File]()
    for name, sha256 in [*listed, *((name, "") for name in _BESIDE)]:
        path = site.path / name
        if path.is_file():
            short = name.removeprefix("dumps/")
            data, size = name.startswith("dumps/"), path.stat().st_size
            found[short] = File(short, _meaning(short), data, size, sha256, path)
    return found
