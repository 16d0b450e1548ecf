"""Chooses the form of an answer from what the client accepts (RFC 9110, section 12.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lod.formats import RDF_FORMATS, RESULT_FORMATS

_RANGE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+)/([!#$%&'*+.^_`|~0-9A-Za-z-]+)")
_QUALITY = re.compile(r"0(?:\.\d{0,3})?|1(?:\.0{0,3})?")


class Offer(NamedTuple):
    """One form of an answer: its name in our table of formats, and the media type it is sent as."""

    name: str
    media: str


class _Accepted(NamedTuple):
    main: str
    sub: str
    quality: float

    def specificity(self, main: str, sub: str) -> int:
        """Say how closely this range names a media type: 0 not at all, 3 exactly."""
        if self.main == "*":
            return 1
        if self.main != main:
            return 0
        return 2 if self.sub == "*" else 3 * (self.sub == sub)


# What clients also call a format; what is sent then is what they asked for.
_ALSO = {
    "json": ("application/json",),
    "xml": ("application/xml", "text/xml"),
    "json-ld": ("application/json",),
    "rdf-xml": ("application/xml", "text/xml"),
    "n-triples": ("text/plain",),
}
HTML = Offer("html", "text/html")
RESULTS = tuple(
    Offer(form.name, media)
    for form in RESULT_FORMATS.values()
    for media in (*form.media_types, *_ALSO.get(form.name, ()))
)


def _offers(*names: str) -> tuple[Offer, ...]:
    return tuple(
        Offer(name, media)
        for name in names
        for media in (*RDF_FORMATS[name].media_types, *_ALSO.get(name, ()))
    )


GRAPHS = _offers("turtle", "n-triples", "json-ld", "rdf-xml")
# A graph that a query makes may also come in the syntaxes that hold several.
ANSWERS = (*GRAPHS, *_offers("trig", "n-quads"))
_NAMES = {
    **{form.extension: form.name for form in RDF_FORMATS.values()},
    **{form.extension: form.name for form in RESULT_FORMATS.values()},
    **{media: form.name for form in RDF_FORMATS.values() for media in form.media_types},
    **{media: form.name for form in RESULT_FORMATS.values() for media in form.media_types},
}


def choose(accept: str | None, offers: Sequence[Offer]) -> Offer | None:
    """Give the offer that the client likes best; among equals the first, None when there is none.

    accept: the header's value; None and "" accept all. What is malformed in it is passed over.

    >>> choose("text/*;q=0.5, application/ld+json", GRAPHS)
    Offer(name='json-ld', media='application/ld+json')
    >>> choose("application/pdf", GRAPHS) is None
    True
    """
    if not accept or not accept.strip():
        return offers[0] if offers else None
    ranges = list(_ranges(accept))
    best, liked = None, 0.0
    for offer in offers:
        quality = _quality(offer.media, ranges)
        if quality > liked:
            best, liked = offer, quality
    return best


def language(accept: str, offered: Sequence[str]) -> str:
    """Choose one of the offered languages; the first when the reader likes none of them.

    >>> language("de-AT, ru;q=0.5", ("en", "ru", "de")), language("xx", ("en", "ru"))
    ('de', 'en')
    """
    best, liked = offered[0], 0.0
    for part in accept[:1000].split(","):
        tag, *parameters = (piece.strip() for piece in part.split(";"))
        quality, plain = _given_quality(parameters), tag.lower().partition("-")[0]
        if quality is not None and quality > liked and (plain in offered or plain == "*"):
            best, liked = (plain if plain in offered else offered[0]), quality
    return best


def named(wanted: str, offers: Iterable[Offer]) -> Offer | None:
    """Find the offer that `?format=` names: by our name, an extension or a media type.

    >>> named("ttl", GRAPHS)
    Offer(name='turtle', media='text/turtle')
    """
    plain = wanted.strip().lower()
    name = _NAMES.get(plain, plain)
    return next((offer for offer in offers if offer.name == name), None)


def _ranges(accept: str) -> Iterable[_Accepted]:
    for part in accept[:4000].split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        found = _RANGE.fullmatch(media.lower())
        quality = _given_quality(parameters)
        if found and quality is not None and (found[1] != "*" or found[2] == "*"):
            yield _Accepted(found[1], found[2], quality)


def _given_quality(parameters: Sequence[str]) -> float | None:
    """Read the weight; None when there is one that is none."""
    for parameter in parameters:
        name, _, text = parameter.partition("=")
        if name.strip().lower() == "q":
            return float(text) if _QUALITY.fullmatch(text.strip()) else None
    return 1.0


def _quality(media: str, ranges: Sequence[_Accepted]) -> float:
    """Give the weight of the range that names a media type most closely."""
    main, _, sub = media.partition("/")
    closest, quality = 0, 0.0
    for one in ranges:
        near = one.specificity(main, sub)
        if near > closest or (near == closest and near and one.quality > quality):
            closest, quality = near, one.quality
    return quality
