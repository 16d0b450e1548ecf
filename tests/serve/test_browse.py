"""Ways through the release, and the model page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import httpx
import lxml.html
import pyoxigraph as ox
import pytest

from lod.serve.model import meanings
from lod.vocabulary import load

HTML = {"Accept": "text/html"}
WAYS = ("dates", "types", "subjects", "languages", "archives", "people", "bodies", "places")


def found(page: lxml.html.HtmlElement, path: str) -> list[lxml.html.HtmlElement]:
    """Find elements by XPath."""
    elements = page.xpath(path)
    assert isinstance(elements, list)
    return [one for one in elements if isinstance(one, lxml.html.HtmlElement)]


def text(client: httpx.Client, path: str) -> str:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 200, path
    (body,) = found(lxml.html.document_fromstring(answer.content), "/html/body")
    return " ".join(body.text_content().split())


def test_all_ways_are_listed_and_lead_somewhere(web: httpx.Client) -> None:
    page = lxml.html.document_fromstring(web.get("/browse", headers=HTML).content)
    links = [one.get("href", "").removeprefix("./") for one in found(page, "//main//li/a")]
    assert links == [f"browse/{way}" for way in WAYS]
    for link in links:
        assert web.get(f"/{link}", headers=HTML).status_code == 200


def test_an_unknown_way_says_which_there_are(web: httpx.Client) -> None:
    answer = web.get("/browse/colours")
    assert (answer.status_code, "subjects" in answer.json()["detail"]) == (404, True)


@pytest.mark.parametrize("way", ["dates", "types", "subjects", "languages"])
def test_a_number_in_a_list_is_what_its_link_finds(web: httpx.Client, way: str) -> None:
    page = lxml.html.document_fromstring(web.get(f"/browse/{way}", headers=HTML).content)
    lines = found(page, "//main//li[a[contains(@href, 'search?')]][span[@class='quiet']]")
    assert lines
    for line in lines[:10]:
        (link,), (number,) = found(line, "a"), found(line, "span")
        address = link.get("href", "").removeprefix("../")
        answer = web.get(f"/{address}&format=json").json()
        assert str(answer["number"]) == number.text


def test_years_and_the_undated_are_all_records(web: httpx.Client) -> None:
    page = lxml.html.document_fromstring(web.get("/browse/dates", headers=HTML).content)
    years = found(page, "//ul[@class='chips']/li/span")
    assert sum(int(one.text or "") for one in years) == 15


def test_names_are_listed_by_letter(web: httpx.Client) -> None:
    assert "Joseph Stalin 5" in text(web, "/browse/people?initial=J")
    assert "Winston Churchill" not in text(web, "/browse/people?initial=J")


def test_the_ways_say_of_what_there_is_how_many(web: httpx.Client) -> None:
    told = text(web, "/browse")
    assert "Records by date 9 years" in told
    assert "Records by archive 3 archives" in told
    assert "People 32" in told


def test_a_folder_names_the_files_in_it_that_are_numbered_apart(web: httpx.Client) -> None:
    assert "Parts AVPRF, f. 059a, op. 5a, p. 11, d. 3" in text(
        web, "/record/archive/avprf/f-059a/op-5a/p-11"
    )


def test_a_place_says_what_it_is_to_each_record(web: httpx.Client) -> None:
    page = web.get("/browse/places", headers=HTML).text
    path = re.search(r'href="../(place/[^"]+)">Moscow<', page)
    assert path is not None
    assert "written here" in text(web, f"/record/{path[1]}")


def test_the_hierarchy_of_archives_leads_down_to_the_file(web: httpx.Client) -> None:
    assert "AVPRF, f. 06" in text(web, "/browse/archives")
    assert "AVPRF, f. 06, op. 8" in text(web, "/record/archive/avprf/f-06")
    kept = text(web, "/record/archive/avprf/f-06/op-8/d-759")
    assert "Telegram, Novikov to Molotov" in kept
    assert "Archive of the Foreign Policy of the Russian Federation" in kept


def test_the_model_tells_counts_that_a_query_finds(web: httpx.Client) -> None:
    page = lxml.html.document_fromstring(web.get("/model", headers=HTML).content)
    (row,) = found(page, "//tr[@id='crm-P67_refers_to']")
    query = "SELECT (COUNT(*) AS ?n) { ?s crm:P67_refers_to ?o }"
    answer = web.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    cells = [" ".join(cell.text_content().split()) for cell in found(row, "th | td")]
    assert cells[:3] == ["crm:P67_refers_to", answer[0]["n"]["value"], "names or mentions"]
    assert "→" in cells[3]


def test_every_term_of_the_sample_has_a_meaning(sample: Path) -> None:
    base = json.loads((sample / "current" / "manifest.json").read_bytes())["base"]
    spaces = {space: name for name, space in load().prefixes(base).items()}
    store = ox.Store.read_only(str(sample / "current" / "store"))
    used = {quad.predicate.value for quad in store}
    kinds = store.quads_for_pattern(None, ox.NamedNode(f"{RDF}type"), None)
    used |= {quad.object.value for quad in kinds if isinstance(quad.object, ox.NamedNode)}
    lost = [one for one in sorted(used) if _short(one, spaces) not in meanings()]
    assert lost == []


RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def _short(uri: str, spaces: dict[str, str]) -> str:
    at = max(uri.rfind("/"), uri.rfind("#")) + 1
    return f"{spaces.get(uri[:at], uri[:at])}:{uri[at:]}"


def test_the_words_for_completion_are_those_of_the_release(web: httpx.Client) -> None:
    words = web.get("/model.json").json()
    names = [name for name, _ in words["properties"]]
    assert "dcterms:title" in names
    assert ["crm:E21_Person", "a person"] in words["classes"]
    assert words["prefixes"]["crm"] == "http://www.cidoc-crm.org/cidoc-crm/"


@pytest.mark.parametrize("query", ["", "q=telegram", "q=stalin", "with=nothing"])
def test_facets_sum(web: httpx.Client, query: str) -> None:
    hits = web.get(f"/search?{query}&format=json").json()
    for name in ("year", "language"):
        numbers = [one["number"] for one in hits["facets"] if one["facet"] == name]
        if name in hits["having"] and hits["having"][name]["values"] == len(numbers):
            assert sum(numbers) == hits["having"][name]["things"]


def test_a_search_for_two_entities_finds_what_names_both(web: httpx.Client) -> None:
    people = web.get("/search?q=stalin&kind=person&format=json").json()["things"]
    tito = web.get("/search?q=tito&kind=person&format=json").json()["things"]
    both = [("with", "/".join(one["uri"].split("/")[-2:])) for one in (people[0], tito[0])]
    hits = web.get("/search", params=[*both, ("format", "json")]).json()
    assert [one["uri"].rpartition("/")[2] for one in hits["things"]] == ["letters-SL-006"]
