"""Errors as answers: a problem document (RFC 9457) for machines, a page for people."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

import orjson
from starlette.responses import Response

from lod.errors import LodError

MEDIA = "application/problem+json"


class HttpError(LodError):
    """An answer that is none: its status, what is wrong, and which limit was met if one was."""

    def __init__(
        self,
        status: int,
        what: str,
        *,
        limit: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(what)
        self.status, self.limit = status, limit
        self.headers = dict(headers or {})


def document(error: HttpError, version: str) -> Response:
    """Write the problem document; version: of the release that was asked."""
    content = {
        "type": "about:blank",
        "title": HTTPStatus(error.status).phrase,
        "status": error.status,
        "detail": error.what,
        "release": version,
    }
    if error.limit:
        content["limit"] = error.limit
    body = orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)
    # An error is never kept: the next moment it may be none.
    headers = {"Cache-Control": "no-store", **error.headers}
    return Response(body, error.status, headers, MEDIA)
