"""Fields that only the head of an HTML page tells: Dublin Core in meta tags, records in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from lod.sources.pages.text.recordpage import record_tree
from lod.sources.pages.words.fieldwords import field_word

# Dublin Core in HTML (DCMI, "Expressing Dublin Core metadata using HTML/XHTML meta and link").
_PREFIXES = ("dc.", "dcterms.")
_LABELS = ("dt", "th", "b", "strong", "h2", "h3", "h4", "label", "span", "p", "div", "td")
_FEWEST, _LONGEST, _LARGEST = 2, 60, 200_000


def show_head(root: html.HtmlElement) -> None:
    """Set the fields of a page's head above its text, where the page shows no labels itself.

    >>> root = html.document_fromstring(
    ...     '<head><meta name="DC.date" content="1958-06-03"><meta name="DC.language" '
    ...     'content="Russian"></head><body><p>Text</p></body>')
    >>> show_head(root)
    >>> html.tostring(root.find("body/dl")).decode()
    '<dl><dt>DC.date</dt><dd>1958-06-03</dd><dt>DC.language</dt><dd>Russian</dd></dl>'
    """
    body = root.find("body")
    if body is None:
        return
    fields = [one for one in (*_tags(root), *_records(root)) if field_word(one[0])]
    if len(fields) < _FEWEST or _shows_labels(body):
        return
    listed = html.Element("dl")
    for label, value in fields:
        for tag, words in (("dt", label), ("dd", value)):
            element = html.Element(tag)
            element.text = words
            listed.append(element)
    body.insert(0, listed)


def _tags(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for tag in root.iterfind("head/meta"):
        name, value = tag.get("name") or "", " ".join((tag.get("content") or "").split())
        if name.casefold().startswith(_PREFIXES) and value:
            yield name, value


def _records(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for script in root.iter("script"):
        text = script.text or ""
        if script.get("type") != "application/ld+json" or len(text) > _LARGEST:
            continue
        if (found := record_tree(text)) is None:
            continue
        tree = found[0].find("body")
        title = tree.findtext("h1") if tree is not None else ""
        if title:
            yield "title", title
        terms = [] if tree is None else tree.findall("dl/dt")
        for term in terms:
            value = term.getnext()
            if value is not None and value.tag == "dd":
                yield term.text_content(), " ".join(value.text_content().split())


def _shows_labels(body: html.HtmlElement) -> bool:
    """Tell whether a page shows labels that are known, two at least."""
    words = (
        (one.text or "").strip() for one in body.iter(*_LABELS) if len(one.text or "") <= _LONGEST
    )
    labels = {word.rstrip(":").casefold() for word in words if word and field_word(word)}
    return len(labels) >= _FEWEST
