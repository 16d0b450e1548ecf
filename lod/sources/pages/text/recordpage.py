"""A record that a program wrote, JSON or XML, as the page that a site would make of it.

Its title is the heading, fields stand in a list of definitions, its text below the word for it;
HTML in a value is read as such. What it says of other records is the site's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import cast

from lxml import etree, html

from lod.sources.pages.text.recordfields import Field, Node, fields_of
from lod.sources.pages.words.fieldwords import field_word

# What may stand before a record: a fence, the call or variable that a site's program wants.
_LEAD = re.compile(r"\s*(?:```\w*\s*\n|[\w.$\[\]'\"]{1,60}\s*[=(]\s*)?(?=[{\[])")
_BEGINS = frozenset("{[`w_$")
_XML = re.compile(r"\s*<(?:\?xml\b|(?:\w+:)?(?:record|mods|item|document|dc|metadata|oai_dc)\b)")
_SPACE = re.compile(r"\{[^{}]*\}")
_MARKUP = re.compile(
    r"</?(?:p|br|div|h[1-6]|[uo]l|li|em|i|b|strong|span|a|sup|sub|table)\b[^<>]{0,300}>"
)
_FEWEST, _TEXT = 3, "Transcript"
# What systems call any page of theirs: no kind of document.
_ANY = frozenset(
    ("document", "item", "node", "page", "record", "post", "article", "text", "archive document",
     "archival record", "object", "creativework", "digital document", "collection item", "resource")
)  # fmt: skip
_TYPED = frozenset(("title", "date", "name", "note", "abstract"))  # what kind, an attribute says
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_PARAGRAPHS = frozenset(("p", "ab", "l", "lb", "head", "div"))


def record_tree(text: str) -> tuple[html.HtmlElement, list[str]] | None:
    """Give a page of the record that a text is, with what it says of others; None for other texts.

    >>> tree, _ = record_tree('{"title": "Note", "date": "1951", "source": "AVP RF", "body": null}')
    >>> html.tostring(tree.find("body")).decode()
    '<body><h1>Note</h1><dl><dt>date</dt><dd>1951</dd><dt>source</dt><dd>AVP RF</dd></dl></body>'
    """
    node = _parsed(text)
    if node is None:
        return None
    told = fields_of(node)
    known = [one for one in told.fields if field_word(one.label)]
    if len(known) < _FEWEST:
        return None
    return _tree(told.fields), told.others


def _parsed(text: str) -> Node:
    start = text[:200].lstrip()
    if start[:1] in _BEGINS and (lead := _LEAD.match(text)):
        try:
            return cast("Node", json.JSONDecoder(strict=False).raw_decode(text, lead.end())[0])
        except (ValueError, RecursionError):
            return None
    if start[:1] == "<" and _XML.match(text):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(text.encode("utf-8", "replace"), parser)
        except (etree.XMLSyntaxError, ValueError):
            return None
        return _of_element(root)
    return None


def _of_element(element: etree._Element, depth: int = 0) -> Node:
    """Give an element as JSON would have it: its words, or what its children say by their names."""
    children = list(element.iterchildren(etree.Element))
    mixed = any((one.tail or "").strip() for one in children)
    texts = {_name(one) for one in children} & _PARAGRAPHS
    if not children or mixed or texts or depth > _FEWEST**3:
        return "\n\n".join(_blocks(element))
    found: dict[str, list[Node]] = {}
    for one in children:
        kind = one.get("type", "") if _name(one) in _TYPED else ""
        name = kind if field_word(kind) else _name(one)
        found.setdefault(name, []).append(_of_element(one, depth + 1))
    return {name: many if len(many) > 1 else many[0] for name, many in found.items()}


def _blocks(element: etree._Element) -> Iterator[str]:
    """Give the paragraphs of an element that holds text."""
    children = element.iterchildren(etree.Element)
    parts = [one for one in children if _name(one) in _PARAGRAPHS]
    for one in parts or (element,):
        if said := " ".join(str(one.xpath("string()")).split()):
            yield said


def _name(element: etree._Element) -> str:
    return _SPACE.sub("", str(element.tag))


def _tree(fields: list[Field]) -> html.HtmlElement:
    """Lay fields out: the first title as the heading, the longest text below the word for it."""
    root = html.document_fromstring("<html><body></body></html>")
    body = root[0]
    heading, listed = etree.SubElement(body, "h1"), etree.SubElement(body, "dl")
    for field in fields:
        found = field_word(field.label)
        of_any = found is not None and found.column == "type" and field.value.casefold() in _ANY
        if field.is_text or of_any:
            continue
        if found and found.column == "title" and not heading.text:
            heading.text = _clean(_bare(field.value))
            continue
        etree.SubElement(listed, "dt").text = _clean(field.label)
        _fill(etree.SubElement(listed, "dd"), field.value)
    if not heading.text:
        body.remove(heading)
    texts = [field.value for field in fields if field.is_text]
    if texts:
        etree.SubElement(body, "h2").text = _TEXT
        _fill(etree.SubElement(body, "div"), max(texts, key=len))
    return root


def _bare(value: str) -> str:
    """Give the words of a value without their markup."""
    if not _MARKUP.search(value):
        return value
    return str(html.fragment_fromstring(value, create_parent="div").xpath("string()"))


def _fill(element: etree._Element, value: str) -> None:
    """Set a value into an element: its markup as such, the lines of other text as they are."""
    if _MARKUP.search(value):
        element.append(html.fragment_fromstring(_clean(value), create_parent="div"))
    elif "\n" in value:
        etree.SubElement(element, "pre").text = _clean(value)
    else:
        element.text = _clean(value)


def _clean(value: str) -> str:
    return _CONTROLS.sub(" ", value)
