"""Builds HTML from elements; the one place where text is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from lod.lazily import regex

# What no HTML or XML page may hold: controls, lone surrogates, non-characters.
_FORBIDDEN = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EMPTY = ("br", "meta")
Cell = str | int


class Html(str):
    """Text that is HTML already; only `element` and this module's readers make it."""

    __slots__ = ()


def element(tag: str, /, *children: Cell, **attributes: str) -> Html:
    """Make an element; children that are not HTML are escaped, numbers get their separators.

    An underscore in the name of an attribute is a hyphen, one at the end is dropped (`class_`).

    >>> element("p", "a < b, ", element("b", 1234), class_="x")
    '<p class="x">a &lt; b, <b>1,234</b></p>'
    """
    names = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    head = "".join(f' {name}="{_escaped(value)}"' for name, value in names)
    if tag in _EMPTY:
        return Html(f"<{tag}{head} />")
    return Html(f"<{tag}{head}>{together(children)}</{tag}>")


def together(children: Iterable[Cell]) -> Html:
    """Put children after each other, escaped where they are not HTML."""
    return Html("".join(one if isinstance(one, Html) else _escaped(one) for one in children))


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Html:
    """Make a table with caption; the first cell of a row is its head, numbers stand right.

    It lies in a region of its own that scrolls on a narrow screen and that a keyboard reaches.
    """
    top = element("tr", *(element("th", head, scope="col") for head in heads))
    body = (element("tr", element("th", row[0], scope="row"), *map(_cell, row[1:])) for row in rows)
    made = element(
        "table",
        element("caption", caption),
        element("thead", top),
        element("tbody", *body),
    )
    return element("div", made, class_="wide", role="region", aria_label=caption, tabindex="0")


def isolated(text: str) -> Html:
    """Show words of the data, whose script may run the other way than the page."""
    return element("bdi", text)


def share(part: int, whole: int) -> str:
    r"""Write a share in percent, with a space that does not break; "" of nothing.

    >>> share(1, 3), share(0, 0)
    ('33.3\xa0%', '')
    """
    return f"{100 * part / whole:.1f}\u00a0%" if whole else ""


def _cell(value: Cell) -> Html:
    return element("td", value, class_="number") if isinstance(value, int) else element("td", value)


def _escaped(value: Cell) -> str:
    text = f"{value:,}" if isinstance(value, int) else value
    return html.escape(_FORBIDDEN.sub("\ufffd", text))
