"""Building an index: every form of source, broken ones too, and never half an index."""

from __future__ import annotations

import bz2
import gzip
import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import zstandard

from lod.errors import SourceError, UsageError
from lod.reconcile.authorities import open_authority
from lod.reconcile.build import Built, build
from lod.reconcile.entry import Scope
from lod.reconcile.index import IndexAuthority
from lod.reconcile.update import changes

Json = dict[str, object]


def statement(value: object, rank: str = "normal", **qualifiers: object) -> Json:
    snak = {"snaktype": "value", "datavalue": {"value": value}}
    return {"mainsnak": snak, "rank": rank, "qualifiers": qualifiers or []}


def year(text: str, precision: int = 11) -> Json:
    return {"time": text, "precision": precision}


def human(ident: str, label: str, **claims: list[Json]) -> Json:
    labels = {"en": {"language": "en", "value": label}}
    return {"id": ident, "labels": labels, "claims": {"P31": [statement({"id": "Q5"})], **claims}}


def dump(path: Path, *items: Mapping[str, object]) -> Path:
    lines = ",\n".join(json.dumps(item) for item in items)
    path.write_text(f"[\n{lines}\n]\n")
    return path


def lines(path: Path, *entities: Mapping[str, object] | str) -> Path:
    texts = (one if isinstance(one, str) else json.dumps(one) for one in entities)
    path.write_text("\n".join(texts) + "\n")
    return path


def made(source: Path, scope: Scope | None = None) -> tuple[IndexAuthority, Built]:
    target = source.parent / "made" / "index.sqlite"
    built = build([source], target, scope or Scope(), "2026-01-31")
    return IndexAuthority.open(target), built


STALIN = human("Q855", "Joseph Stalin", P569=[statement(year("+1878-12-18T00:00:00Z"))])
GROMYKO = {"id": "Q184267", "kind": "person", "labels": {"en": "Andrei Gromyko"}}


@pytest.mark.parametrize(
    ("claim", "begin"),
    [
        (statement(year("+1951-00-00T00:00:00Z", 9)), 1951),
        (statement(year("-0044-03-15T00:00:00Z")), -44),
        (statement(year("+1900-00-00T00:00:00Z", 7)), None),
        ({"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"}, None),
        ({"mainsnak": {"snaktype": "novalue"}, "rank": "normal"}, None),
        (statement(year("+1950-01-01T00:00:00Z"), "deprecated"), None),
    ],
)
def test_years_are_read_as_wikidata_has_them(
    tmp_path: Path, claim: Json, begin: int | None
) -> None:
    authority, _ = made(dump(tmp_path / "dump.json", human("Q1", "Somebody", P569=[claim])))
    entity = authority.get("Q1")
    assert entity is not None
    assert entity.begin == begin


def test_the_preferred_statement_beats_the_normal_one(tmp_path: Path) -> None:
    births = [
        statement(year("+1900-01-01T00:00:00Z")),
        statement(year("+1909-07-18T00:00:00Z"), "preferred"),
    ]
    authority, _ = made(dump(tmp_path / "dump.json", human("Q1", "Andrei", P569=births)))
    entity = authority.get("Q1")
    assert entity is not None
    assert entity.begin == 1909


def test_a_name_for_all_languages_is_a_label(tmp_path: Path) -> None:
    item = human("Q1", "x") | {"labels": {"mul": {"language": "mul", "value": "Kim Il Sung"}}}
    item |= {"aliases": [], "descriptions": [], "sitelinks": []}
    authority, _ = made(dump(tmp_path / "dump.json", item))
    entity = authority.get("Q1")
    assert entity is not None
    assert entity.label == "Kim Il Sung"


def test_offices_get_their_names_and_deprecated_ids_are_searched(tmp_path: Path) -> None:
    start = [{"snaktype": "value", "datavalue": {"value": year("+1957-02-15T00:00:00Z")}}]
    item = human(
        "Q1",
        "Andrei Gromyko",
        P39=[statement({"id": "Q9"}, P580=start)],
        P214=[statement("12345", "deprecated")],
    )
    office = {"id": "Q9", "labels": {"en": {"value": "minister"}}, "claims": {"P1308": []}}
    authority, _ = made(dump(tmp_path / "dump.json", item, office))
    found = authority.by_identifier("viaf", "12345")
    assert [one.offices for one in found] == [(("minister", 1957, None),)]


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("e.jsonl", bytes),
        ("e.jsonl.gz", gzip.compress),
        ("e.jsonl.bz2", bz2.compress),
        ("e.jsonl.zst", zstandard.compress),
    ],
)
def test_every_packing_gives_the_same_index(
    tmp_path: Path, name: str, pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(pack(json.dumps(GROMYKO).encode() + b"\n"))
    authority, built = made(path)
    _, plain = made(lines(tmp_path / "plain.jsonl", GROMYKO))
    assert authority.version == built.version == plain.version


def test_a_table_is_a_source(tmp_path: Path) -> None:
    path = tmp_path / "people.tsv"
    path.write_text("id\tname\tkind\taliases\tbirth\nx1\tEva Nagy\tperson\tE. Nagy|Nagyné\t1920\n")
    entity = made(path)[0].get("x1")
    assert entity is not None
    assert (entity.label, entity.begin, len(entity.names)) == ("Eva Nagy", 1920, 3)


def test_a_table_without_names_says_so(tmp_path: Path) -> None:
    path = tmp_path / "people.tsv"
    path.write_text("id\tkind\nx1\tperson\n")
    with pytest.raises(SourceError, match="no column of ids or of names"):
        made(path)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "Q1", "kind"', "broken"),
        ('{"id": "Q1", "kind": "person", "labels": {"en": "\udcff"}}', "broken"),
        ('{"id": "Q1", "kind": "person", "labels": {}}', "without a name"),
        ('{"id": "Q1", "kind": "star", "labels": {"en": "x"}}', "of another kind"),
        ('{"id": "Q1", "claims": {"P31": [{"mainsnak": 7}]}, "labels": {}}', "malformed"),
        ("[" * 100_000, "broken"),
    ],
)
def test_a_broken_line_is_counted_and_the_rest_is_read(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "e.jsonl"
    path.write_bytes(f"{line}\n{json.dumps(GROMYKO)}\n".encode("utf-8", "surrogateescape"))
    authority, built = made(path)
    assert built.skipped == {why: 1}
    assert authority.get("Q184267")


def test_a_line_of_fifty_megabytes_is_left_out(tmp_path: Path) -> None:
    path = lines(tmp_path / "e.jsonl", '{"id": "' + "x" * 50_000_000 + '"}', GROMYKO)
    assert made(path)[1].skipped == {"too long": 1}


def test_a_dump_that_is_cut_off_makes_no_index(tmp_path: Path) -> None:
    path = dump(tmp_path / "dump.json", STALIN, human("Q1", "x"))
    path.write_text(path.read_text()[:-40])
    with pytest.raises(SourceError, match="ends in the middle"):
        made(path)
    packed = tmp_path / "dump.json.gz"
    packed.write_bytes(gzip.compress(b"x" * 1000)[:-9])
    with pytest.raises(SourceError):
        made(packed)
    assert list((tmp_path / "made").iterdir()) == []


def test_the_scope_says_who_is_taken(tmp_path: Path) -> None:
    old = {"id": "Q1", "kind": "person", "labels": {"en": "Nero"}, "death": "0068"}
    town = {"id": "Q2", "kind": "place", "labels": {"en": "Gori"}}
    source = lines(tmp_path / "e.jsonl", old, town, GROMYKO)
    authority, built = made(source, Scope(kinds=("person",), begin=1850, end=2030))
    assert (built.kinds, built.skipped) == ({"person": 1}, {"out of scope": 2})
    assert Scope.read(authority.manifest) == Scope(kinds=("person",), begin=1850, end=2030)


def test_redirects_are_followed_but_not_in_a_circle(tmp_path: Path) -> None:
    gone: list[Json] = [
        {"id": "Q7", "redirect": "Q8"},
        {"id": "Q8", "redirect": "Q184267"},
        {"id": "Q10", "redirect": "Q11"},
        {"id": "Q11", "redirect": "Q10"},
    ]
    authority, _ = made(lines(tmp_path / "e.jsonl", GROMYKO, *gone))
    entity = authority.get("Q7")
    assert entity is not None
    assert entity.id == "Q184267"
    assert authority.get("Q10") is None


def test_an_entity_that_comes_twice_is_taken_once(tmp_path: Path) -> None:
    authority, built = made(lines(tmp_path / "e.jsonl", GROMYKO, GROMYKO))
    assert built.skipped == {"twice": 1}
    assert built.kinds == {"person": 1}
    assert authority.manifest["entities"] == "1"


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    source = lines(tmp_path / "e.jsonl", GROMYKO)
    for name in ("a", "b"):
        build([source], tmp_path / name, Scope(), "2026-01-31")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"no index at all" * 99])
def test_what_is_no_whole_index_is_never_opened(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="lod authority build"):
        open_authority(str(path))


def test_an_index_of_another_version_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    db = sqlite3.connect(path)
    db.executescript(
        "CREATE TABLE manifest (key, value); INSERT INTO manifest VALUES ('format', '0');"
    )
    db.close()
    with pytest.raises(UsageError, match="format 0"):
        IndexAuthority.open(path)


def test_a_newer_source_tells_what_was_merged_deleted_changed(tmp_path: Path) -> None:
    def one(number: int, label: str) -> Json:
        return {"id": f"Q{number}", "kind": "person", "labels": {"en": label}}

    old = lines(tmp_path / "old.jsonl", one(1, "A B"), one(2, "C D"), one(3, "E F"), one(4, "G H"))
    new = lines(
        tmp_path / "new.jsonl",
        *(one(1, "A B"), one(2, "C Dd"), {"id": "Q3", "redirect": "Q1"}, one(5, "I J")),
    )
    for source in (old, new):
        build([source], source.with_suffix(".sqlite"), Scope(), "")
    found = list(changes(old.with_suffix(".sqlite"), new.with_suffix(".sqlite")))
    assert [tuple(one) for one in found] == [
        ("Q2", "changed", ""),
        ("Q3", "merged", "Q1"),
        ("Q4", "deleted", ""),
        ("Q5", "new", ""),
    ]


def test_the_real_items_of_wikidata_are_read(tmp_path: Path, shared: Path) -> None:
    target = tmp_path / "index.sqlite"
    built = build([shared / "data/wikidata-json/entities.dump.json.gz"], target, Scope(), "")
    assert sum(built.kinds.values()) + sum(built.skipped.values()) == 732
    assert "malformed" not in built.skipped
    authority = IndexAuthority.open(target)
    belgium = authority.get("Q31")
    assert belgium is not None
    assert (belgium.kind, belgium.begin) == ("place", 1830)


def test_only_instances_of_the_classes_asked_for_are_taken_of_lines_and_tables(
    tmp_path: Path,
) -> None:
    person = {**GROMYKO, "types": ["Q5"]}
    town = {"id": "Q3", "kind": "place", "labels": {"en": "Testville"}, "types": ["Q515"]}
    untyped = {"id": "Q4", "kind": "group", "labels": {"en": "Untyped"}}
    _, of_lines = made(
        lines(tmp_path / "a.jsonl", person, town, untyped), Scope(classes=frozenset({"Q5"}))
    )
    assert (of_lines.kinds, of_lines.skipped) == ({"person": 1}, {"of another kind": 2})
    table = tmp_path / "a.tsv"
    table.write_text("id\tname\tkind\ttypes\nQ1\tAnn\tperson\tQ5|Q7\nQ3\tTown\tplace\tQ515\n")
    _, of_table = made(table, Scope(classes=frozenset({"Q5"})))
    assert of_table.kinds == {"person": 1}
