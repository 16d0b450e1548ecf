"""Labels that markup sets one below the other, their values likewise in the block beside them."""

from __future__ import annotations

from lxml import etree, html

from lod.sources.fieldwords import field_word

_FEWEST, _LONGEST = 3, 60
_CELLS = ("dt", "dd")
_BLOCKS = frozenset(("div", "p", "li", "span"))


def pair_columns(root: html.HtmlElement) -> None:
    """Set each label beside its value, where one block has only labels and the next as many values.

    >>> page = "<div><div><p>Date</p><p>Title</p><p>Box</p></div><div><p>5 May 1951</p>"
    >>> page += "<p>Note on Copper</p><p>6</p></div></div>"
    >>> root = html.document_fromstring(page)
    >>> pair_columns(root)
    >>> [one.text for one in root.iter("dt", "dd")]
    ['Date', '5 May 1951', 'Title', 'Note on Copper', 'Box', '6']
    """
    for first in list(root.iter("div", "ul", "section")):
        second = first.getnext()
        if second is None or len(first) < _FEWEST or len(first) != len(second):
            continue
        if not _are_labels(first) or second.tag != first.tag:
            continue
        for pair in list(zip(first, second, strict=True)):
            for element, tag in zip(pair, _CELLS, strict=True):
                element.tag = tag
                first.append(element)
        first.tag = "dl"


def _are_labels(block: etree._Element) -> bool:
    """Tell whether the parts of a block are labels: short, with nothing in them, most known."""
    words = [(one.text or "").strip() for one in block]
    plain = all(one.tag in _BLOCKS and not len(one) and not (one.tail or "").strip()
                for one in block)  # fmt: skip
    if not plain or not all(0 < len(one) <= _LONGEST for one in words):
        return False
    return 4 * sum(field_word(one) is not None for one in words) >= 3 * len(words)
