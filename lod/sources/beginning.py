"""The files of a new dataset: a commented dataset.toml, and an example or the user's own table."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from lod.config import FIELDS, Source
from lod.errors import DiskError, UsageError
from lod.iri import plain_slug
from lod.sources.encoding import detect, open_text
from lod.sources.guess import Column, guess, read_columns
from lod.sources.jsonarray import lists
from lod.sources.starter import (
    EXAMPLE,
    EXAMPLE_FIELDS,
    FORMATS,
    NO_KIND,
    OF_KIND,
    TEMPLATE,
    by_hand,
)

# Fields of documents and objects that a list of people does not have.
_OF_THINGS = frozenset(
    ("sender", "recipient", "creator", "date", "type", "reference", "medium", "extent", "abstract")
)
_LISTS = frozenset({"agent", "place", "concept", "language"})
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
# The most spoken language of a script, by what Unicode calls its letters.
_SCRIPTS = {
    "CYRILLIC": "ru", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh",
    "GREEK": "el", "HEBREW": "he", "ARABIC": "ar", "LATIN": "en",
}  # fmt: skip


def start(folder: Path, table: Path | None = None) -> tuple[Path, ...]:
    """Make a new dataset folder, and give the files that were written.

    table: the CSV, TSV, JSON or JSON lines that the dataset is to be made of, which stays where it
    is; without it an example of ten letters is written. Raises UsageError when there is a
    dataset already or the format cannot be told from the file's name, SourceError when there is
    nothing to read, DiskError when the folder cannot be written.
    """
    if folder.is_file():
        mend = f"name a new folder: lod init FOLDER --from {folder}"
        raise UsageError("a file, not a folder", where=str(folder), mend=mend)
    if (folder / "dataset.toml").exists():
        mend = "name another folder, or edit that file"
        raise UsageError("there is a dataset.toml already", where=str(folder), mend=mend)
    texts = begin(folder, table)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        raise DiskError(f"cannot be written: {error.strerror}", where=str(folder)) from error
    return tuple(folder / name for name in texts)


def begin(folder: Path, table: Path | None = None) -> dict[str, str]:
    """Give the files of a new dataset folder, name -> text, without writing them."""
    name = folder.absolute().name
    if table is None:
        text = _filled(name, 'format = "csv"\npath = "letters.csv"', EXAMPLE_FIELDS, "en")
        return {"dataset.toml": text, "letters.csv": EXAMPLE}
    form = FORMATS.get(table.suffix.lower(), "")
    if not form:
        raise UsageError("cannot tell the format", where=str(table), mend=by_hand(table))
    if not table.exists():
        raise UsageError("no such file", where=str(table), mend="check the path")
    source = Source(format=form, path=table.absolute())
    source = replace(source, records=_list_in(source) if form == "json" else "")
    columns, delimiter = read_columns(source)
    if any(_NO_TEXT.search(column.name) for column in columns):
        mend = "give a table of text; one of another program must be saved as CSV"
        raise UsageError("is no text: its first line has signs of no script", where=str(table),
                         mend=mend)  # fmt: skip
    if not columns:
        mend = "give a file with some rows, or none for an example"
        raise UsageError("no row has a value to guess from", where=str(table), mend=mend)
    lines = [f'format = "{form}"', f"path = {_quoted(_relative(table, folder))}"]
    if source.records:
        lines.append(f"records = {_quoted(source.records)}")
    if delimiter not in ("", ",", "\t"):
        lines.append(f"delimiter = {_quoted(delimiter)}")
    found = guess(columns)
    titles = found.get("title", [])
    language = _language(value for column in titles for value in column.values)
    fields, kind = "\n".join(_crosswalk(columns, found)), _kind(found)
    return {"dataset.toml": _filled(name, "\n".join(lines), fields, language, kind)}


def _kind(found: Mapping[str, Sequence[Column]]) -> str:
    """Tell what the rows describe: people or places, where they have nothing that things have."""
    if not _OF_THINGS.isdisjoint(found):
        return ""
    lives = any(field in found for field in ("life_dates", "born", "died"))
    return "person" if lives else "place" if "coordinates" in found else ""


def _list_in(source: Source) -> str:
    """Find the first list of objects in a file that is no list itself; "" where there is none."""
    file = str(source.path)
    found = detect(file, source.encoding, source.path.name)
    with closing(open_text(file, found.encoding, found.mark)) as stream:
        paths = lists(stream)
    for path in paths:
        if not path or read_columns(replace(source, records=path))[0]:
            return path
    return ""


def _crosswalk(columns: Sequence[Column], found: Mapping[str, Sequence[Column]]) -> Iterator[str]:
    mark = _mark_of_names(found)
    for field, same in found.items():
        remark = ""
        if field == "identifier" and not same[0].is_key:
            remark = "  # not of every row its own: `lod check` lists what that comes to"
        yield f"{field} = {_value(field, same, mark)}{remark}"
    used = {name for same in found.values() for one in same for name in (one.name, one.second)}
    unused = [column for column in columns if column.name not in used]
    if unused:
        yield "\n# Columns that no line uses yet, each with a value:"
    for column in unused:
        yield f"#   {_one_line(column.name)}: {_one_line(column.values[0])}"


def _mark_of_names(found: Mapping[str, Sequence[Column]]) -> str:
    """Give the mark that parts names in some column: those beside it were written by one hand."""
    columns = (one for field, same in found.items() if FIELDS[field] == "agent" for one in same)
    return next((one.mark for one in columns if one.mark), "")


def _value(field: str, columns: Sequence[Column], mark: str) -> str:
    tables = [_table(field, column, mark) for column in columns]
    if len(tables) == 1:
        plain = tables[0] == f"{{ column = {_quoted(columns[0].name)} }}"
        return _quoted(columns[0].name) if plain else tables[0]
    return f"[\n{''.join(f'  {table},{chr(10)}' for table in tables)}]"


def _table(field: str, column: Column, mark: str) -> str:
    options = [f"column = {_quoted(column.name)}"]
    if column.second:
        options = [f"template = {_quoted(f'{{{column.name}}}, {{{column.second}}}')}"]
    own = column.mark or (mark if FIELDS[field] == "agent" else "")
    if column.when:
        beside, words = column.when
        terms = ", ".join(map(_quoted, words))
        options.append(f"when = {{ {_quoted(beside)} = [{terms}] }}")
    if column.is_json:
        options.append("json = true")
    elif FIELDS[field] in _LISTS and own:
        options.append(f"split = {_quoted(own)}")
    return f"{{ {', '.join(options)} }}"


def _quoted(text: str) -> str:
    """Write a TOML string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _one_line(text: str) -> str:
    shown = "".join(char if char.isprintable() else " " for char in text[:60])
    return " ".join(shown.split())


def _relative(table: Path, folder: Path) -> str:
    return Path(os.path.relpath(table.absolute(), folder.absolute())).as_posix()


def _language(titles: Iterable[str]) -> str:
    """Guess the language of titles by their script: an English that is none would be published.

    >>> _language(["Письмо", "Letter to the editor"]), _language(["書簡の写し"])
    ('en', 'ja')
    """
    letters = Counter(
        unicodedata.name(letter, "").partition(" ")[0]
        for title in titles
        for letter in title
        if letter.isalpha()
    )
    kana = letters["HIRAGANA"] + letters["KATAKANA"]
    script = max(_SCRIPTS, key=lambda one: (letters[one], one == "LATIN"))
    return "ja" if script == "CJK" and kana else _SCRIPTS[script]


def _filled(name: str, source: str, fields: str, language: str, kind: str = "") -> str:
    title = name.replace("-", " ").replace("_", " ").strip().capitalize() or "Records"
    slug = plain_slug(name) or "records"
    kinds = OF_KIND.format(kind=kind) if kind else NO_KIND
    return TEMPLATE.format(
        title=_quoted(title), slug=slug, source=source, fields=fields, language=language, kind=kinds
    )
