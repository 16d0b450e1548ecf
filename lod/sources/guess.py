"""What a table seems to hold -> a commented dataset.toml to start from, for `lod init`."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import orjson

from lod.config import FIELDS, Source
from lod.errors import DiskError, UsageError
from lod.iri import plain_slug
from lod.normalize.dates import parse_date
from lod.normalize.languages import parse_language
from lod.normalize.life_dates import life_dates
from lod.sources import Row, Slice
from lod.sources.columnwords import field_of, role_of
from lod.sources.encoding import detect, open_text
from lod.sources.jsonarray import lists
from lod.sources.readers import READERS
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
_LOOKED_AT = 200  # rows
_MOST = 0.8  # share of values that must look alike
_SOME = 0.1  # share of values with a mark between items for a column to be a list
_ONCE = frozenset({"identifier", "url", "title", "kind", "license", "coordinates", "content"})
_LISTS = frozenset({"agent", "place", "concept", "language"})
_MARKS = ("|", ";")
_TERMS = 12  # different values that a column of terms may have


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column as it was found: its values in the rows that were looked at, and how many rows.

    values: the first of each row. items: all that differ, () where they are many. when: a column
    beside it, and the values of that one with which its items are meant.
    """

    name: str
    values: tuple[str, ...]
    rows: int
    items: tuple[str, ...] = ()
    when: tuple[str, tuple[str, ...]] | None = None

    def share(self, looks: re.Pattern[str]) -> float:
        """Give the share of values that begin with what the pattern says."""
        return sum(looks.match(value) is not None for value in self.values) / len(self.values)

    @property
    def is_key(self) -> bool:
        """Tell whether every row has another short value here."""
        short = all(len(value) <= 64 and "\n" not in value for value in self.values)
        return short and len(set(self.values)) == len(self.values) == self.rows

    @property
    def is_json(self) -> bool:
        """Tell whether the values are lists in JSON."""
        return all(value.startswith("[") and _is_list(value) for value in self.values)

    @property
    def mark(self) -> str:
        """Give the mark that stands between the items of a value, "" when there is none."""
        counts = {mark: sum(mark in value for value in self.values) for mark in _MARKS}
        best = max(_MARKS, key=lambda mark: counts[mark])
        return best if counts[best] > _SOME * len(self.values) else ""


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
    """Tell what the rows describe: people, where they have lives and nothing that things have."""
    lives = any(field in found for field in ("life_dates", "born", "died"))
    return "person" if lives and _OF_THINGS.isdisjoint(found) else ""


_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")


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


def read_columns(source: Source) -> tuple[list[Column], str]:
    """Read the first rows of a source, and the mark that parts its columns."""
    reader = READERS[source.format]
    parts = (part for part in reader.slices(source, source.path.parent) if isinstance(part, Slice))
    part = next(parts, None)
    if part is None:
        return [], ""
    rows = [row for row in islice(reader.rows(source, part), _LOOKED_AT) if isinstance(row, Row)]
    names = dict.fromkeys([*part.header, *(name for row in rows for name in row.cells)])
    found = {name: [row.cells[name] for row in rows if name in row.cells] for name in names}
    columns = [
        Column(
            name=name,
            values=tuple(cells[0].text for cells in found[name]),
            rows=len(rows),
            items=_items(cell.text for cells in found[name] for cell in cells),
        )
        for name in names
        if found[name]
    ]
    return columns, part.delimiter


def _items(texts: Iterable[str]) -> tuple[str, ...]:
    """List the different values of a column, none where they are too many to be a term's."""
    different = sorted(set(texts))
    return tuple(different) if len(different) <= _TERMS else ()


def guess(columns: Sequence[Column]) -> dict[str, list[Column]]:
    """Say which of our fields each column may feed; a column that says nothing feeds none.

    The name decides, then the values; identifier and title are found in any case, if they can be.
    """
    named = [(column, _by_name(column)) for column in columns]
    found = _named(named, columns)
    valued = [(column, "" if field else _by_values(column)) for column, field in named]
    for column, field in valued:
        if field and field not in found:
            found[field] = [column]
    used = {column.name for same in found.values() for column in same}
    free = [column for column in columns if column.name not in used]
    if "identifier" not in found:
        numbers = [column for column in found.get("number", ()) if column.is_key]
        keys = numbers or [one for one in free if one.is_key and one.share(_YEAR) < _MOST]
        found |= {"identifier": keys[:1]} if keys else {}
        if numbers:
            found["number"].remove(numbers[0])
    if "title" not in found:
        kept = [column for column in free if column not in found.get("identifier", [])]
        found |= {"title": [max(kept, key=_eloquence)]} if kept else {}
    return {field: found[field] for field in FIELDS if found.get(field)}


def _named(
    named: Iterable[tuple[Column, str]], columns: Sequence[Column]
) -> dict[str, list[Column]]:
    """Give the columns by the field that their names say."""
    found: dict[str, list[Column]] = {}
    for column, said in named:
        for field, part in _by_roles(column, said, columns):
            if field and not (field in _ONCE and field in found):
                found.setdefault(field, []).append(part)
    return found


def _by_roles(
    column: Column, field: str, columns: Sequence[Column]
) -> Iterator[tuple[str, Column]]:
    """Give a list of people or dates to several fields, where roles stand beside its items."""
    item = _LEAF.fullmatch(column.name)
    beside = (one for one in columns if item and _is_role(one.name, item[1]) and one.items)
    roles = next(beside, None)
    if roles is None or FIELDS.get(field) not in ("agent", "date"):
        yield field, column
        return
    meant: dict[str, list[str]] = {}
    for word in roles.items:
        own = role_of(word) if FIELDS[field] == "agent" else field_of(word)
        if own or FIELDS[field] == "agent":
            meant.setdefault(own or field, []).append(word)
    for own, words in meant.items():
        yield own, replace(column, when=(roles.name, tuple(words)))
    if not meant:
        yield field, column


def _is_role(name: str, item: str) -> bool:
    """Tell whether a path names what an item of a list is: `people[].role` of `people[]`."""
    return name.rpartition(".")[0] == item and _ROLE.fullmatch(name.rpartition(".")[2]) is not None


def _by_name(column: Column) -> str:
    """Tell the field by the column's name; `from[].text` is called `from`."""
    item = _LEAF.fullmatch(column.name)
    field = field_of((item[1] if item else column.name).replace("[]", ""))
    sample = column.values[:50]
    if field == "life_dates" and not any(any(life_dates(value)) for value in sample):
        return ""
    if field == "date" and sum(_is_date(value) for value in sample) < len(sample) / 2:
        lives = sum(any(life_dates(value)) for value in sample)
        return "life_dates" if lives > len(sample) / 4 else field
    return field


_LEAF = re.compile(r"(.+)\.(?:text|name|label|value|date)")
_ROLE = re.compile(r"role|type|function|relation|kind")


_YEAR = re.compile(r"(?:1\d{3}|20\d\d)$")
_ADDRESS = re.compile(r"https?://")
_ITEM = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?Q\d+$")
_DIGITS = re.compile(r".*\d{3}|.*\d[./-]\d")


def _by_values(column: Column) -> str:
    if column.share(_ITEM) >= _MOST:
        return "wikidata"
    if column.share(_ADDRESS) >= _MOST and len(set(column.values)) == len(column.values):
        return "url"
    sample = column.values[:50]
    if column.share(_DIGITS) >= _MOST:
        dated = sum(_is_date(value) for value in sample)
        return "date" if dated >= _MOST * len(sample) else ""
    known = sum(parse_language(value) is not None for value in sample)
    return "language" if known >= _MOST * len(sample) else ""


def _is_date(value: str) -> bool:
    # A bare number is as likely a count or a measure.
    return not value.isdigit() and parse_date(value) is not None


def _eloquence(column: Column) -> float:
    """Rank a column as a title: filled, different in every row, some words, no sentences."""
    lengths = [len(value) for value in column.values]
    typical = sorted(lengths)[len(lengths) // 2]
    wordy = typical if typical <= 150 else 0
    return len(set(column.values)) / column.rows * wordy


def _is_list(value: str) -> bool:
    try:
        return isinstance(orjson.loads(value), list)
    except orjson.JSONDecodeError:
        return False


def _crosswalk(columns: Sequence[Column], found: Mapping[str, Sequence[Column]]) -> Iterator[str]:
    mark = _mark_of_names(found)
    for field, same in found.items():
        remark = ""
        if field == "identifier" and not same[0].is_key:
            remark = "  # not of every row its own: `lod check` lists what that comes to"
        yield f"{field} = {_value(field, same, mark)}{remark}"
    used = {column.name for same in found.values() for column in same}
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


# The most spoken language of a script, by what Unicode calls its letters.
_SCRIPTS = {
    "CYRILLIC": "ru", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh",
    "GREEK": "el", "HEBREW": "he", "ARABIC": "ar", "LATIN": "en",
}  # fmt: skip


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
    kinds = OF_KIND if kind else NO_KIND
    return TEMPLATE.format(
        title=_quoted(title), slug=slug, source=source, fields=fields, language=language, kind=kinds
    )
