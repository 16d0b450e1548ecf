"""The embedded authority is well formed and agrees with itself and with its sources."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.vocab.check_authority import AUTHORITY, Entity, differences, entities, fold, main, table

KEYS = [
    "id",
    "kind",
    "label",
    "names",
    "begin",
    "end",
    "offices",
    "country",
    "coordinates",
    "description",
]
ENTITIES = entities()
BY_ID = {entity["id"]: entity for entity in ENTITIES}
READINGS = table("places-in-time.tsv")
SHARED = Path(__file__).parents[3] / "shared" / "data" / "authority"
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
CORE = {
    "Q855": "Joseph Stalin",
    "Q132899": "Vyacheslav Molotov",
    "Q155860": "Andrey Vyshinsky",
    "Q180588": "Georgy Malenkov",
    "Q141829": "Lavrentiy Beria",
    "Q184267": "Andrei Gromyko",
    "Q41117": "Kim Il Sung",
    "Q381823": "Peng Dehuai",
    "Q171684": "Syngman Rhee",
    "Q179871": "Eisaku Satō",
    "Q313598": "Chiang Ching-kuo",
    "Q311440": "António Guterres",
    "Q18097": "Korea",
    "Q423": "North Korea",
    "Q884": "South Korea",
    "Q15180": "Soviet Union",
    "Q148": "People's Republic of China",
    "Q109342": "North Hwanghae Province",
    "Q1065": "United Nations",
    "Q37470": "United Nations Security Council",
    "Q79854": "Communist Party of the Soviet Union",
}


def reading(name: str, day: str) -> str:
    """Give the item that a bare name means on a day, "" when it is a question."""
    rows = [row for row in READINGS if row["name"] == name]
    return next(
        row["qid"] for row in rows if row["from"] <= day and (not row["to"] or day < row["to"])
    )


def test_there_are_hundreds_of_people_and_places() -> None:
    kinds = [entity["kind"] for entity in ENTITIES]
    assert kinds.count("person") >= 900
    assert kinds.count("place") >= 500
    assert kinds.count("group") >= 100


def test_ids_are_items_unique_and_in_order() -> None:
    numbers = [int(entity["id"].removeprefix("Q")) for entity in ENTITIES]
    assert numbers == sorted(set(numbers))


def test_lines_are_compact_and_keys_in_order() -> None:
    lines = (AUTHORITY / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    for line, entity in zip(lines, ENTITIES, strict=True):
        assert line == json.dumps(entity, ensure_ascii=False, separators=(",", ":"))
        assert list(entity) == [key for key in KEYS if key in entity]
        assert all(value not in ("", [], None) for value in entity.values())


def test_names_are_sorted_unique_and_hold_the_label() -> None:
    for entity in ENTITIES:
        names = entity["names"]
        assert names == sorted(set(names)), entity["id"]
        assert entity["label"].partition(" (")[0] in {n.partition(" (")[0] for n in names}


def test_no_name_is_a_code_or_a_sign() -> None:
    allowed = {"UN", "UK", "EU", "G7"}
    for name in (name for entity in ENTITIES for name in entity["names"]):
        assert any(character.isalpha() for character in name), name
        assert len(name) > 2 or name in allowed or ord(name[0]) > 0x2E7F, name


def test_dates_are_iso_and_end_after_they_begin() -> None:
    for entity in ENTITIES:
        begin, end = entity.get("begin", ""), entity.get("end", "")
        assert all(DAY.fullmatch(day) for day in (begin, end) if day), entity["id"]
        assert not (begin and end) or begin[:4] <= end[:4], entity["id"]


def test_every_person_has_a_date_and_an_office_within_life() -> None:
    for person in (entity for entity in ENTITIES if entity["kind"] == "person"):
        first, last = int(person["begin"][:4]), int(person.get("end", "2100")[:4])
        assert person["offices"], person["id"]
        for office in person["offices"]:
            assert first <= office["from"] <= office.get("to", last) <= last, person["id"]


def test_countries_are_items_that_are_shipped() -> None:
    named = {country for entity in ENTITIES for country in entity.get("country", ())}
    assert named <= BY_ID.keys()


def test_coordinates_are_longitude_and_latitude() -> None:
    for lon, lat in (e["coordinates"] for e in ENTITIES if "coordinates" in e):
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
    assert BY_ID["Q8684"]["coordinates"][0] > 120


def test_what_is_no_more_has_an_interval() -> None:
    former = [e for e in ENTITIES if e["description"].startswith("Former ")]
    assert len(former) > 80
    assert all("begin" in entity and "end" in entity for entity in former)


def test_no_two_states_bear_one_label_in_the_same_year() -> None:
    states: dict[str, list[Entity]] = {}
    for entity in (e for e in ENTITIES if e["kind"] == "place"):
        states.setdefault(fold(entity["label"]), []).append(entity)
    assert [label for label, group in states.items() if len(group) > 1] == []


@pytest.mark.parametrize(("id_", "label"), CORE.items())
def test_the_archive_of_the_seeds_finds_its_own(id_: str, label: str) -> None:
    assert BY_ID[id_]["label"] == label


def test_readings_of_a_name_follow_each_other_without_gap() -> None:
    for before, after in pairwise(READINGS):
        if before["name"] == after["name"]:
            assert before["to"] == after["from"] != "", before


def test_a_reading_stands_only_while_the_state_stood_unless_it_says_so() -> None:
    for row in READINGS:
        entity = BY_ID[row["qid"]] if row["qid"] else {}
        if re.search("review|former|later", row["note"]):
            continue
        assert row["from"] >= entity.get("begin", ""), row
        if end := entity.get("end"):
            assert row["to"], row
            last = date.fromisoformat(row["to"]) - timedelta(1)
            assert last.isoformat()[: len(end)] <= end, row


def test_a_reading_without_item_says_what_to_ask() -> None:
    assert all(row["note"] for row in READINGS if not row["qid"])


@pytest.mark.parametrize(
    ("name", "day", "item"),
    [
        ("Korea", "1947-09-20", "Q18097"),
        ("Korea", "1951-12-25", "Q18097"),
        ("North Korea", "1948-09-08", ""),
        ("North Korea", "1948-09-09", "Q423"),
        ("South Korea", "1948-08-15", "Q884"),
        ("Russia", "1951-01-01", "Q15180"),
        ("Russia", "1998-01-01", "Q159"),
        ("Germany", "1951-01-01", ""),
        ("Germany", "1997-01-01", "Q183"),
        ("China", "1948-01-01", ""),
        ("China", "1967-11-01", "Q148"),
        ("Vietnam", "1968-01-01", ""),
        ("Yemen", "1980-01-01", ""),
        ("Congo", "1961-01-01", ""),
        ("Great Britain", "1998-01-01", "Q145"),
        ("Taiwan", "1967-11-01", "Q865"),
        ("Yugoslavia", "1957-07-08", "Q36704"),
    ],
)
def test_a_place_is_read_by_its_date(name: str, day: str, item: str) -> None:
    assert reading(name, day) == item


def test_corrections_cite_a_source_and_are_shipped() -> None:
    rows = table("corrections.tsv")
    keys = [(int(row["id"].removeprefix("Q")), row["field"]) for row in rows]
    assert keys == sorted(set(keys))
    for row in rows:
        assert BY_ID[row["id"]][row["field"]] == row["value"] != row["wrong_value"]
        assert row["source"], row
        assert row["reason"], row


def test_the_counts_in_the_readme_are_true() -> None:
    readme = (AUTHORITY / "README.md").read_text(encoding="utf-8")
    for kind in ("person", "group", "place"):
        count = sum(entity["kind"] == kind for entity in ENTITIES)
        assert f"| `{kind}` | {count:,} |" in readme


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no records to compare with at {SHARED}")
def test_no_fact_differs_from_the_records_without_a_source() -> None:
    assert differences(SHARED) == []


def test_the_check_finds_a_fact_that_is_not_in_the_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    assert "Q855\tabsent" in capsys.readouterr().out
    assert main([]) == 2


def test_every_office_of_the_table_of_seats_is_there_once_with_its_body() -> None:
    rows = table("seats.tsv")
    assert len({row["office"] for row in rows}) == len(rows)
    assert all(row["body"] is not None for row in rows)
    assert [row for row in rows if "*" in row["body"] and "*" not in row["office"]] == []


def test_nine_politburos_have_several_members_each() -> None:
    titles = [
        (entity["id"], office["title"])
        for entity in ENTITIES
        for office in entity.get("offices", ())
        if re.match("(Member|Candidate member) of the Politburo", office["title"])
    ]
    bodies = {title.partition(" of the Politburo of ")[2] for _, title in titles}
    assert len(bodies) == 9
    members = {body: {id_ for id_, title in titles if title.endswith(body)} for body in bodies}
    assert sum(len(some) > 1 for some in members.values()) >= 8
