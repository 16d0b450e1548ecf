"""Questions that have an address each."""

from __future__ import annotations

import csv
import io
from urllib.parse import urlencode

import httpx
import pytest

from lod.serve.questions import shipped

HTML = {"Accept": "text/html"}
STALIN, TITO = "Q855", "Q9161"


def example(name: str) -> str:
    params = shipped()[name].params
    return urlencode([(one.name, one.example) for one in params if one.example])


def rows(client: httpx.Client, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.mark.parametrize("name", sorted(shipped()))
def test_each_question_is_answered_by_its_address(web: httpx.Client, name: str) -> None:
    address = f"{name}?{example(name)}"
    assert web.get(f"/query/{address}", headers=HTML).status_code == 200
    found = web.get(f"/query/{address}", headers={"Accept": "application/json"}).json()
    table = rows(web, f"/query/{name}.csv?{example(name)}")
    assert len(table) == len(found["results"]["bindings"])


@pytest.mark.parametrize("name", [name for name, one in shipped().items() if one.params])
def test_a_question_with_parameters_has_an_answer_in_the_sample(
    web: httpx.Client, name: str
) -> None:
    assert rows(web, f"/query/{name}.csv?{example(name)}")


def test_letters_between_two_are_those_from_one_to_the_other(web: httpx.Client) -> None:
    found = rows(web, f"/query/letters-between.csv?from={STALIN}&to={TITO}")
    assert [one["date"] for one in found] == ["1948-03-27"]
    assert rows(web, f"/query/letters-between.csv?from={TITO}&to={STALIN}") == []


def test_what_names_somebody_in_any_role_is_among_the_records_that_name_him(
    web: httpx.Client,
) -> None:
    translators = web.get(
        "/sparql",
        params={"query": "SELECT ?d ?w { ?d mrel:trl ?w }", "format": "csv"},
    ).text.split()[1:]
    assert translators
    for doc, who in (line.split(",") for line in translators):
        found = rows(web, f"/query/records-naming.csv?{urlencode({'who': who})}")
        assert doc in {one["doc"] for one in found}


def test_an_entity_is_named_by_number_path_or_uri(web: httpx.Client) -> None:
    first = rows(web, f"/query/records-naming.csv?who={STALIN}")
    uri = first[0]["who"]
    path = "/".join(uri.split("/")[-2:])
    for who in (path, uri, f"wd:{STALIN}", f"http://www.wikidata.org/entity/{STALIN}"):
        found = web.get("/query/records-naming.csv", params={"who": who}).text
        assert list(csv.DictReader(io.StringIO(found))) == first


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("records-of-year.csv", 400),
        ("records-of-year.csv?year=nineteen", 400),
        ("records-of-year.csv?year=1950)%20.%20%7D", 400),
        ("records-naming.csv?who=Q99999999", 404),
        ("records-naming.csv?who=%3Curn:a%3E%20.%20?s%20?p%20?o", 404),
        ("records-about.csv?word=%00", 400),
        ("no-such-question.csv", 404),
        ("records-about.pdf?word=war", 404),
        ("letters-between?from=Q1", 404),
    ],
)
def test_a_value_that_is_none_is_refused(web: httpx.Client, address: str, status: int) -> None:
    answer = web.get(f"/query/{address}")
    assert answer.status_code == status
    assert answer.json()["detail"]


@pytest.mark.parametrize("word", ['")) } #', "' OR ''='", "\\", "} UNION { ?s ?p ?o", "\u202e"])
def test_a_value_is_never_part_of_the_query(web: httpx.Client, word: str) -> None:
    answer = web.get("/query/records-about.csv", params={"word": word})
    assert (answer.status_code, answer.text.count("\n")) == (200, 1)


def test_the_page_asks_for_what_is_missing_and_says_what_is_wrong(web: httpx.Client) -> None:
    empty = web.get("/query/records-of-year", headers=HTML)
    assert (empty.status_code, 'role="alert"' in empty.text) == (200, False)
    wrong = web.get("/query/records-of-year?year=x", headers=HTML)
    assert (wrong.status_code, "year is no year" in wrong.text) == (400, True)


def test_an_answer_is_drawn_where_it_can_be(web: httpx.Client) -> None:
    for name, figure in (
        ("records-by-year", "timeline"),
        ("places-on-a-map", "world"),
        ("people-most-named", "bars"),
    ):
        assert f'class="{figure}"' in web.get(f"/query/{name}", headers=HTML).text


def test_downloads_of_a_page_are_the_same_answer(web: httpx.Client) -> None:
    page = web.get(f"/query/letters-between?from={STALIN}", headers=HTML).text
    assert f"query/letters-between?from={STALIN}&amp;format=csv" in page
    answer = web.get(f"/query/letters-between?from={STALIN}&format=csv")
    assert answer.headers["Content-Type"].startswith("text/csv")
