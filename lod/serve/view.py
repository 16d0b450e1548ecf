"""How terms read on a page: a label for an IRI of ours, a link that is safe, the language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup
from starlette.requests import Request

from lod.serve import html, web
from lod.terms import Term, value
from lod.vocabulary import load

# What is named by a hash is called by its beginning.
_BY_HASH = ("snapshot", "run")
_MOST_MARKS = 10_000
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A term as a page shows it; href is "" where nothing leads."""

    text: str
    href: str = ""
    lang: str = ""

    def __html__(self) -> str:
        """Write it as markup: templates put it where text stands, thousands of times a page."""
        lang = f' lang="{escape(self.lang)}"' if self.lang else ""
        if self.href:
            return f'<a href="{escape(self.href)}"{lang}>{escape(self.text)}</a>'
        return f"<span{lang}>{escape(self.text)}</span>" if lang else escape(self.text)


class View:
    """Shows terms on the page of one request; labels: of IRIs that are known already."""

    def __init__(
        self, request: Request, labels: Mapping[str, str] | None = None, this: str = ""
    ) -> None:
        self._site, self._up = web.site(request), web.up(request)
        self.language = web.language(request)
        self._known: dict[tuple[str, str], Shown] = {}
        self._marks: dict[str, str] = {}
        self._labels = dict(labels or {})
        self._this, self._parts = f"{this}#", f"<{this}"
        self._spaces = sorted(
            ((space, name) for name, space in self._site.prefixes.items()), reverse=True
        )

    def iri(self, address: str, label: str = "") -> Shown:
        """Show an IRI: ours by its label and on this server, others as a short name."""
        key = (address, label)
        if (known := self._known.get(key)) is None:
            known = self._known[key] = self._iri(address, label)
        return known

    def _iri(self, address: str, label: str) -> Shown:
        base = self._site.base
        if len(self._this) > 1 and address.startswith(self._this) and address != self._this:
            part = address.removeprefix(self._this)
            return Shown(text=label or part, href=f"#{_anchor(part)}")
        if address.startswith(base):
            path = address.removeprefix(base)
            href = self._up + web.quoted(path.partition("#")[0])
            href += f"#{web.quoted(path.partition('#')[2])}" if "#" in path else ""
            return Shown(text=label or self._label(address, path), href=href)
        if text := label or self._labels.get(address, ""):
            return Shown(text=text, href=address if html.address(address) else "")
        return self._site.memory.get(("iri", address), lambda: self._foreign(address))

    def _foreign(self, address: str) -> Shown:
        """Show an IRI of others, which are the same few again and again: it is remembered."""
        return Shown(text=self.short(address), href=address if html.address(address) else "")

    def term(self, spelled: str) -> Shown:
        """Show a term in its N-Triples spelling."""
        term = Term(spelled)
        if spelled.startswith("<"):
            return self.iri(value(term))
        tail = spelled[spelled.rindex('"') + 1 :]
        return Shown(text=value(term), lang=tail[1:] if tail.startswith("@") else "")

    def said(self, statements: Iterable[tuple[str, str, str]], this: str, heading: str) -> Markup:
        """Write all statements of a record: those of the thing first, then of what belongs to it.

        Hundreds of lines on each page: as markup at once they cost half of what a template takes.
        """
        parts = []
        for subject, mine in groupby(statements, key=itemgetter(0)):
            name = value(Term(subject))
            short = "" if name == this else name.removeprefix(f"{this}#")
            parts.append((short.removeprefix(self._site.base) or short, list(mine)))
        parts.sort(key=lambda part: part[0] != "")
        lines = [line for name, mine in parts for line in self._part(name or heading, name, mine)]
        return Markup("\n".join(lines))  # noqa: S704 - each piece of it is escaped

    def _part(self, title: str, name: str, mine: Iterable[tuple[str, str, str]]) -> Iterator[str]:
        """Write what is said of one subject; its place on the page has the fragment's own name."""
        yield f'<h3 id="{escape(_anchor(name))}">{escape(title)}</h3>\n<dl class="card">'
        ordered = sorted(mine, key=lambda one: (one[1] != _TYPE, one[1], one[2]))
        for predicate, group in groupby(ordered, key=itemgetter(1)):
            yield f"<dt>{self._mark(predicate)}</dt>"
            yield from [f"<dd>{self._mark(one[2])}</dd>" for one in group]
        yield "</dl>"

    def _mark(self, spelled: str) -> str:
        if (known := self._marks.get(spelled)) is None:
            known = self._marks[spelled] = self._marked(spelled)
        return known

    def _marked(self, spelled: str) -> str:
        """Write a term as markup; of what many pages name, that is remembered for all of them."""
        common = spelled.startswith("<") and not spelled.startswith(self._parts)
        if not common or spelled[1:-1] in self._labels:
            return self.term(spelled).__html__()
        marks = self._site.marks.setdefault((self._up, self.language), {})
        if (known := marks.get(spelled)) is None:
            if len(marks) >= _MOST_MARKS:
                marks.clear()
            known = marks[spelled] = self.term(spelled).__html__()
        return known

    def _label(self, address: str, path: str) -> str:
        if not path:
            return address
        if address in self._labels:
            return self._labels[address]
        if "#" in path:
            return path.rpartition("/")[2]
        words = path.split("/")
        if len(words) == 3 and words[0] == "vocab" and load().has(words[1], words[2]):
            return load().label(words[1], words[2], self.language)
        found = self._site.catalogue.entry(path)
        if found is None and words[0] in _BY_HASH:
            return f"{words[0]} {words[-1][:12]}"
        return found.title if found and found.title else path

    def cell(self, term: Mapping[str, str] | None) -> Shown | None:
        """Show a term as SPARQL's JSON gives it."""
        if term is None:
            return None
        if term["type"] == "uri":
            return self.iri(term["value"])
        return Shown(text=str(term["value"]), lang=term.get("xml:lang", ""))

    def short(self, address: str) -> str:
        """Write an IRI with one of the prefixes, as it is when none fits."""
        for space, name in self._spaces:
            if address.startswith(space) and len(address) > len(space):
                return f"{name}:{address.removeprefix(space)}"
        return address


def _anchor(name: str) -> str:
    """Make of a fragment's name what may name a place on a page.

    >>> _anchor(""), _anchor("date"), _anchor("record/doc/x")
    ('said', 'said-date', 'said-record/doc/x')
    """
    return f"said-{web.quoted(name)}" if name else "said"
