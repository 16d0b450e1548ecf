"""Reads the tables [fields]: which column, in which form, gives which field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import get_args

from lod import vocabulary
from lod.config.dataset import ALIASES, COLUMN_IN_TEMPLATE, FIELDS, Field, Sort
from lod.config.table import Table
from lod.lazily import regex
from lod.record import AgentKind, Kind

RELATIONS = ("spatial", "created", "mentioned")
# Longer first parts are reserved (RFC 5646, 2.2.1): whoever writes "english" means "en".
LANGUAGE = regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
# Options that say what a text means, by the sort of the field; any other field refuses them.
_MEANINGS: Mapping[Sort, tuple[str, ...]] = {
    "title": ("language",),
    "line": ("language",),
    "text": ("language",),
    "concept": ("language", "scheme"),
    "agent": ("role", "kind"),
    "place": ("relation",),
    "identifier": ("scheme",),
    "date": ("basis", "day_first", "century"),
}


def fields_of(table: Table) -> tuple[Field, ...]:
    """Read a table [fields]: our field = "Column", ["First", "Second"], a table or a list of them.

    A line is a fault where the field is unknown, or where its value cannot be understood.
    """
    return tuple(
        line
        for key in table.names()
        if table.check(key, ALIASES.get(key, key), [*FIELDS, *ALIASES])
        for line in _lines(table, key)
    )


@lru_cache(maxsize=1)
def fields_of_pages() -> tuple[Field, ...]:
    """Give the lines that ship for pages, whose columns are ours to name."""
    text = (vocabulary.folder() / "page-fields.toml").read_text("utf-8")
    return fields_of(Table(tomllib.loads(text)))


def _lines(table: Table, key: str) -> Iterator[Field]:
    value, name = table.get(key), ALIASES.get(key, key)
    listed: list[object] = value if isinstance(value, list) else [value]
    columns = tuple(item for item in listed if isinstance(item, str) and item)
    tables = [item for item in listed if isinstance(item, dict)]
    if not listed or len(columns) + len(tables) < len(listed):
        table.fault(key, f"found {value!r}", 'a column: "Title", or a table: { column = "Title" }')
    elif columns and tables:
        table.fault(key, "a list of columns and tables", 'write { column = "..." } for each')
    elif columns:
        yield Field(name=name, columns=columns)
    for item in tables:
        yield _line(table.inner(key, item), name)


def _line(table: Table, name: str) -> Field:
    meanings = _MEANINGS.get(FIELDS[name], ())
    line = Field(
        name=name,
        columns=table.texts("columns") or table.texts("column"),
        constant=table.text("constant"),
        template=_template(table),
        when=_conditions(table.table("when")),
        html=table.flag("html"),
        json=table.flag("json"),
        split=_marks(table),
        regex=_regex(table),
        map=_map(table, name),
        credits=table.flag("credits"),
        language=_language(table) if "language" in meanings else "",
        role=_concept(table, "role", "role") if "role" in meanings else "",
        kind=table.one_of("kind", get_args(AgentKind)) if "kind" in meanings else "",
        scheme=_scheme(table, name) if "scheme" in meanings else "",
        relation=table.one_of("relation", RELATIONS) if "relation" in meanings else "",
        basis=_concept(table, "basis", "datebasis") if "basis" in meanings else "",
        day_first=table.flag("day_first", default=True) if "day_first" in meanings else True,
        century=table.count("century") if "century" in meanings else None,
    )
    if [bool(line.columns), bool(line.constant), bool(line.template)].count(True) != 1:
        table.fault("", "where does it come from?", "give one of column, constant, template")
    return line


def _marks(table: Table) -> str | tuple[str, ...]:
    marks = table.texts("split") if table.get("split") else ()
    return marks if len(marks) > 1 else "".join(marks)


def _concept(table: Table, key: str, scheme: str) -> str:
    found = table.text(key)
    if found and not vocabulary.load().has(scheme, found):
        table.fault(key, f"unknown {found!r}", f"a concept of vocab/{scheme}.ttl")
    return found


def _scheme(table: Table, name: str) -> str:
    if FIELDS[name] != "identifier":
        return table.text("scheme")
    if name == "identifiers" and not table.data.get("scheme"):
        table.fault("scheme", "missing", 'say what the number is: scheme = "call-number"')
    return _concept(table, "scheme", "idtype")


def _template(table: Table) -> str:
    template = table.text("template")
    if template and not COLUMN_IN_TEMPLATE.search(template):
        mend = "name columns in braces: {Surname}, {Given}; fixed text is a constant"
        table.fault("template", f"found {template!r}", mend)
    return template


def _conditions(table: Table) -> dict[str, tuple[str, ...]]:
    return {column: table.texts(column) for column in table.names()}


def _regex(table: Table) -> str:
    pattern = table.text("regex")
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        table.fault("regex", f"{error}", "a regular expression as Python writes them")
        return ""
    for group in compiled.groupindex:
        table.check("regex", group, FIELDS)
    return pattern


def _map(table: Table, name: str) -> dict[str, str]:
    pairs = table.table("map")
    found = {value: pairs.text(value) for value in pairs.names()}
    for value, meant in found.items():
        if FIELDS[name] == "kind" and meant:
            pairs.check(value, meant, get_args(Kind))
    return found


def _language(table: Table) -> str:
    tag = table.text("language")
    if tag and not LANGUAGE.fullmatch(tag) and not COLUMN_IN_TEMPLATE.fullmatch(tag):
        mend = "a BCP 47 tag, such as en, or the column that has it: {Lang}"
        table.fault("language", f"found {tag!r}", mend)
    return tag
