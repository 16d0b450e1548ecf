"""What the links to questions ask for: values that this release has, so that none leads nowhere."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool

from lod.serve.catalogue import Catalogue
from lod.serve.lists import ENTITIES
from lod.serve.questions import Parameter, Question, of_item, shipped
from lod.serve.site import Site

_ROLE = "SELECT 1 FROM mention WHERE entity = ? AND role = ? LIMIT 1"


class Example(NamedTuple):
    """A question as a page links it; values: its query string.

    ready: whether the values answer it; else its page asks for what is missing.
    """

    question: Question
    values: str
    ready: bool


async def examples(site: Site) -> list[Example]:
    """Give every question with an example of this release: the one that ships where it fits."""
    items = {
        param.example
        for one in shipped().values()
        for param in one.params
        if param.kind == "entity" and param.example
    }
    known = {item for item in sorted(items) if await of_item(site, item)}
    return await run_in_threadpool(lambda: list(_examples(site.catalogue, known)))


def _examples(catalogue: Catalogue, known: Container[str]) -> Iterator[Example]:
    for one in shipped().values():
        given = {
            param.name: param.example if param.example in known else _value(catalogue, param)
            for param in one.params
            if param.example
        }
        found = {name: value for name, value in given.items() if value}
        ready = all(param.name in found for param in one.params if param.needed)
        yield Example(one, urlencode(found), ready)


def _value(catalogue: Catalogue, param: Parameter) -> str:
    """Give what the release has most of, unless it has the example that ships; "" for nothing."""
    if param.kind == "entity":
        return _entity(catalogue, param.label.casefold())
    if param.kind == "year":
        years = dict(catalogue.overview.years)
        most = max(years, key=lambda year: years[year], default="")
        return param.example if param.example in years else most
    labels = [one.label for one in catalogue.overview.choices["subject"]]
    fits = not labels or any(param.example in label.casefold() for label in labels)
    return param.example if fits else labels[0]


def _entity(catalogue: Catalogue, role: str) -> str:
    """Find whom the most records name: one who has the role, if there is one."""
    named = [one for kind in ENTITIES for one in catalogue.overview.frequent[kind]]
    acting = [one for one in named if catalogue.rows(_ROLE, one.path, role)]
    return next((one.path for one in acting or named), "")
