"""What pages embed for search engines says only what schema.org has words for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import lxml.html
import pyoxigraph as ox
import pytest

SCHEMA = "https://schema.org/"
HTML = {"Accept": "text/html"}
RDFS = "http://www.w3.org/2000/01/rdf-schema#"


class Vocabulary:
    """Which property may be said of which class, as schema.org publishes it."""

    def __init__(self, file: Path) -> None:
        self._store = ox.Store()
        self._store.load(path=str(file), format=ox.RdfFormat.TURTLE)

    def above(self, kind: str) -> set[str]:
        """Give a class and all above it."""
        found, waiting = {kind}, [kind]
        while waiting:
            here = ox.NamedNode(SCHEMA + waiting.pop())
            quads = self._store.quads_for_pattern(here, ox.NamedNode(f"{RDFS}subClassOf"), None)
            fresh = {_local(quad.object) for quad in quads} - found
            found |= fresh
            waiting += fresh
        return found

    def about(self, name: str, relation: str) -> set[str]:
        """Give the classes that a property names as its domain or range."""
        node = ox.NamedNode(SCHEMA + name)
        quads = self._store.quads_for_pattern(node, ox.NamedNode(f"{SCHEMA}{relation}"), None)
        return {_local(quad.object) for quad in quads}


def _local(node: object) -> str:
    return str(node)[1:-1].removeprefix(SCHEMA)


@pytest.fixture(scope="module")
def vocabulary(shared: Path) -> Vocabulary:
    return Vocabulary(shared / "conformance" / "schema-org" / "schemaorg-current-https.ttl")


def embedded(client: httpx.Client, path: str) -> dict[str, Any]:
    answer = client.get(path, headers=HTML, follow_redirects=True)
    page = lxml.html.document_fromstring(answer.content)
    script = page.find(".//script[@type='application/ld+json']")
    content: dict[str, Any] = json.loads((script.text if script is not None else None) or "")
    assert content.pop("@context") == SCHEMA
    return content


def nodes(content: object) -> Iterator[dict[str, Any]]:
    if isinstance(content, dict):
        yield content
        content = list(content.values())
    for one in content if isinstance(content, list) else ():
        yield from nodes(one)


def wrong(vocabulary: Vocabulary, content: dict[str, Any]) -> Iterator[str]:
    for node in nodes(content):
        types = node.get("@type", [])
        kinds = set[str]().union(
            *(vocabulary.above(one) for one in ([types] if isinstance(types, str) else types))
        )
        for name in (one for one in node if not one.startswith("@")):
            if not vocabulary.about(name, "domainIncludes") & kinds:
                yield f"{name} of {types}"


def paths(client: httpx.Client) -> list[str]:
    listed = client.get("/search?format=json").json()["things"]
    people = [
        one
        for kind in ("person", "group", "place")
        for one in client.get(f"/search?kind={kind}&format=json").json()["things"][:8]
    ]
    return ["", *("/".join(one["uri"].split("/")[-2:]) for one in [*listed, *people])]


def test_every_page_says_only_what_schema_org_has_words_for(
    web: httpx.Client, vocabulary: Vocabulary
) -> None:
    for path in paths(web):
        assert list(wrong(vocabulary, embedded(web, f"/{path}"))) == [], path


def test_a_letter_names_who_wrote_to_whom(web: httpx.Client) -> None:
    said = embedded(web, "/doc/letters-SL-001")
    assert said["sender"][0]["name"] == "Winston Churchill"
    assert said["recipient"][0]["name"] == "Harry S. Truman"
    assert said["dateCreated"] == "1945-05-12"
    assert "Message" in said["@type"]


def test_a_person_is_the_same_as_an_item_and_has_years_of_life(web: httpx.Client) -> None:
    found = web.get("/search?q=stalin&kind=person&format=json").json()["things"][0]["uri"]
    said = embedded(web, "/" + "/".join(found.split("/")[-2:]))
    assert (said["@type"], said["birthDate"], said["deathDate"]) == (["Person"], "1878", "1953")
    assert said["sameAs"] == ["http://www.wikidata.org/entity/Q855"]


def test_the_start_page_describes_the_dataset_with_its_files(web: httpx.Client) -> None:
    said = embedded(web, "/")
    assert said["@type"] == "Dataset"
    assert {one["@type"] for one in said["distribution"]} == {"DataDownload"}
    assert len(said["distribution"]) == 8
