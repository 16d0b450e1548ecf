"""Every URI of the release leads to what is said about it: 303, suffixes, validators, links.

The thing at path P answers 303 to `record/P`, which comes in the form that the client likes best,
or in the one that a suffix names.
"""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from lod.formats import RDF_FORMATS
from lod.iri import DOCUMENTS
from lod.serve import gone, html, negotiation, record_page, things, web
from lod.serve.negotiation import GRAPHS, HTML, Offer
from lod.serve.problems import HttpError
from lod.serve.things import Data

_RECORD = "record/"
_FORMS = (*GRAPHS, HTML)
_ENDINGS = {
    ".html": HTML,
    **{
        f".{RDF_FORMATS[name].extension}": next(one for one in GRAPHS if one.name == name)
        for name in ("turtle", "json-ld", "n-triples", "rdf-xml")
    },
}
_FILES = {"context.jsonld": "application/ld+json"}


async def dereference(request: Request) -> Response:
    """Answer for any path below the base that no other room has."""
    site, path = web.site(request), str(request.path_params["path"])
    if path in _FILES:
        return FileResponse(site.path / path, media_type=_FILES[path])
    plain, offer = _split(path)
    if plain in DOCUMENTS:
        return await _document(request, plain, offer)
    if path.startswith(_RECORD):
        return await _record(request, path.removeprefix(_RECORD))
    return await _thing(request, path)


async def void(request: Request) -> Response:
    """Lead from the well-known place to the description of the dataset."""
    return _see(f"{web.up(request)}description")


async def _document(request: Request, path: str, offer: Offer | None) -> Response:
    found = await things.data(web.site(request), path)
    if found is None:
        raise HttpError(404, "there is nothing here")
    return await _form(request, found, offer, path)


async def _thing(request: Request, path: str) -> Response:
    site = web.site(request)
    ending = ""
    if not await things.known(site, path):
        if path.endswith("/") and await things.known(site, path.rstrip("/")):
            return _see(f"{web.up(request)}{web.quoted(path.rstrip('/'))}", status=301)
        plain, offer = _split(path)
        if offer is None or not await things.known(site, plain):
            raise await _missing(request, path)
        path, ending = plain, path.removeprefix(plain)
    wanted = request.query_params.get("format")
    if wanted:
        ending = _ending(wanted)
    if there := await gone.moved(site, path):
        return _see(f"{web.up(request)}{web.quoted(there)}{ending}", status=301)
    target = f"{web.up(request)}{_RECORD}{web.quoted(path)}{ending}"
    return _see(target, {"Link": f'<{target}>; rel="describedby"'})


async def _record(request: Request, path: str) -> Response:
    site = web.site(request)
    plain, ending = _split(path)
    if ending and site.catalogue.block(path) is None and site.catalogue.block(plain) is not None:
        # The usual case: the store need not be asked whether the suffix is a part of a name.
        found, offer, path = await things.data(site, plain), ending, plain
    else:
        found, offer = await things.data(site, path), None
    if found is None and ending:
        path, offer = plain, ending
        found = await things.data(site, path)
    if found is None:
        raise await _missing(request, path, _RECORD)
    return await _form(request, found, offer, f"{_RECORD}{path}")


async def _form(request: Request, found: Data, offer: Offer | None, own: str) -> Response:
    """Give what is said in the form that is wanted; own: the document's path, without suffix."""
    site = web.site(request)
    headers = {"Vary": "Accept"} if offer is None else {}
    wanted = request.query_params.get("format")
    if offer is None and wanted:
        offer = negotiation.named(wanted, _FORMS)
    elif offer is None:
        offer = negotiation.choose(request.headers.get("accept"), _FORMS)
    if offer is None:
        media = ", ".join(dict.fromkeys(one.media for one in _FORMS))
        raise HttpError(406, f"there are {media}")
    # A page shows labels and links of others, which change without the record.
    modified = None if offer == HTML else found.modified
    if offer == HTML:
        headers["Vary"] = ", ".join([*filter(None, [headers.get("Vary")]), "Accept-Language"])
    headers |= web.validators(_etag(request, found, offer), modified)
    headers |= _links(request, found, own, offer)
    if offer == HTML:
        return await html.kept(request, headers, partial(record_page.page, request, found, own))
    if web.unchanged(request, headers["ETag"], modified):
        return web.not_modified(headers)
    return Response(found.content(offer.name, site), headers=headers, media_type=offer.media)


def _etag(request: Request, found: Data, offer: Offer) -> str:
    """Make the validator of a form; a page also depends on the language and the list's page."""
    site = web.site(request)
    if offer != HTML:
        return found.etag(offer.name, site)
    return site.etag("page", found.path, web.language(request), str(web.page_number(request)))


def _links(request: Request, found: Data, own: str, offer: Offer) -> dict[str, str]:
    """Name the other forms, the thing, the licence, and this form's own address."""
    site, up = web.site(request), web.up(request)
    here = f"{up}{web.quoted(own)}"
    links = [
        f'<{here}{ending}>; rel="alternate"; type="{one.media}"'
        for ending, one in _ENDINGS.items()
        if one.name != offer.name
    ]
    links.append(f'<{site.base}{web.quoted(own)}>; rel="canonical"')
    links.append(f'<{up}description>; rel="describedby"')
    if own.startswith(_RECORD):
        links.append(f'<{site.base}{web.quoted(found.path)}>; rel="describes"')
    links.append(f'<{site.manifest["license"]}>; rel="license"')
    ending = next(ending for ending, one in _ENDINGS.items() if one.name == offer.name)
    return {"Link": ", ".join(links), "Content-Location": f"{here}{ending}"}


def _split(path: str) -> tuple[str, Offer | None]:
    """Part a path from the suffix that names a form.

    >>> _split("doc/x.ttl")
    ('doc/x', Offer(name='turtle', media='text/turtle'))
    """
    for ending, offer in _ENDINGS.items():
        if path.endswith(ending) and len(path) > len(ending):
            return path.removesuffix(ending), offer
    return path, None


def _ending(wanted: str) -> str:
    offer = negotiation.named(wanted, _FORMS)
    if offer is None:
        raise HttpError(400, f"unknown format {wanted[:40]!r}")
    return next(ending for ending, one in _ENDINGS.items() if one.name == offer.name)


async def _missing(request: Request, path: str, form: str = "") -> HttpError:
    """Say that nothing is there, or no more, and then what stands for it now."""
    site = web.site(request)
    plain = path if path in site.gone else _split(path)[0]
    when = site.gone.get(plain)
    if not when:
        return HttpError(404, "there is nothing here")
    what = f"this was taken back on {when}; older releases had it"
    heir = await gone.successor(site, plain)
    if not heir:
        return HttpError(410, what)
    target = f"{web.up(request)}{form}{web.quoted(heir)}"
    links = {"Link": f'<{target}>; rel="successor-version"'}
    return HttpError(410, f"{what}; {site.base}{heir} stands for it now", headers=links)


def _see(target: str, headers: dict[str, str] | None = None, status: int = 303) -> Response:
    return RedirectResponse(target, status, {"Cache-Control": "no-cache", **(headers or {})})
