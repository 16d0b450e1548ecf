"""Pages for people, which work without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import httpx
import lxml.html
import pytest

from lod.serve.questions import shipped
from tests.datasets import HEAD, SOURCE, begin, released
from tests.serve.houses import serving

HTML = {"Accept": "text/html"}

STRANGERS = """\
ref,title,date,from,to,place
L1,Harbour dues,20 May 1945,"Zweig, Anton","Smith, John",Poland
L2,Harbour dues,30 May 1921,"Smith, John","Zweig, Anton",Bonn
"""


def tree(client: httpx.Client, path: str) -> lxml.html.HtmlElement:
    answer = client.get(path, headers=HTML, follow_redirects=True)
    assert answer.status_code == 200, path
    return lxml.html.document_fromstring(answer.content, base_url=str(answer.url))


def text(client: httpx.Client, path: str) -> str:
    return " ".join(tree(client, path).text_content().split())


def test_the_start_page_says_what_is_here(web: httpx.Client) -> None:
    said = text(web, "/")
    assert "15 documents" in said
    assert "Joseph Stalin" in said
    assert "/sparql" in said


def test_a_record_reads_like_a_catalogue_card(web: httpx.Client) -> None:
    said = text(web, "/doc/letters-SL-001")
    for part in (
        "Churchill",
        "12 May 1945",
        "telegram",
        "Marking Top Secret",
        "wd:Q8016",
        "place of writing",
        "Turtle",
    ):
        assert part in said
    assert "of the time 1874-1965" in said


def test_a_person_s_page_lists_the_records_and_companions(web: httpx.Client) -> None:
    (link,) = tree(web, "/search?q=churchill&kind=person").xpath("//ol//a/@href")
    said = text(web, f"/{link.removeprefix('./')}")
    assert "Telegram, Churchill to Truman" in said
    assert "Harry S. Truman 1" in said


def test_a_vocabulary_s_term_has_a_page(web: httpx.Client) -> None:
    assert "Definition" in text(web, "/vocab/role/sender") or "sender" in text(
        web, "/vocab/role/sender"
    )
    assert "Used by" in text(web, "/vocab/doctype/telegram")


@pytest.mark.parametrize(
    ("query", "count"),
    [("q=Stalin", 6), ("q=stal", 6), ("q=Stalin&kind=person", 1), ("type=telegram", 5), ("", 82)],
)
def test_search_finds_by_words_kind_and_facets(web: httpx.Client, query: str, count: int) -> None:
    assert web.get(f"/search?{query}&format=json").json()["number"] == count
    assert f"{count} found" in text(web, f"/search?{query}")


def test_facets_say_how_many_are_left_when_they_are_chosen(web: httpx.Client) -> None:
    found = web.get("/search?q=telegram&format=json").json()
    for one in found["facets"]:
        params = {"q": "telegram", one["facet"]: one["value"], "format": "json"}
        assert web.get("/search", params=params).json()["number"] == one["number"]


def test_a_search_comes_in_the_order_that_is_chosen(web: httpx.Client) -> None:
    def years(query: str) -> list[str]:
        things = web.get(f"/search?format=json&kind=document{query}").json()["things"]
        return re.findall(r"\d{4}", " ".join(one["date"] for one in things))

    assert years("") == years("&sort=oldest") == sorted(years(""))
    assert years("&sort=newest") == sorted(years(""), reverse=True)
    assert years("&q=letter&sort=newest") == sorted(years("&q=letter"), reverse=True)
    assert len(set(years(""))) > 2


PAGES = [
    *("/", "/search?q=trade", "/search?format=json", "/browse", "/browse/dates", "/browse/people"),
    *("/model", "/model.json", "/queries", "/dumps/", "/description", "/record/doc/letters-SL-001"),
    *("/query/cq01", "/sparql?query=ASK%7B%7D", "/sparql"),
]


@pytest.mark.parametrize("path", PAGES)
def test_who_holds_a_page_is_told_that_it_is_still_so(web: httpx.Client, path: str) -> None:
    first = web.get(path, headers=HTML)
    kept = {"ETag", "Cache-Control", "X-Dataset-Version"}
    held = HTML | {"If-None-Match": first.headers["ETag"]}
    again = web.get(path, headers=held)
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert {again.headers[name] for name in kept} == {first.headers[name] for name in kept}
    head = web.head(path, headers=HTML)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"].strip('"') in first.headers["ETag"]


@pytest.mark.parametrize("words", ['"', "OR AND NOT", "a* NEAR(b)", "'; DROP TABLE", "\x00", "🙂"])
def test_words_are_never_a_language_of_queries(web: httpx.Client, words: str) -> None:
    assert web.get("/search", params={"q": words}).status_code == 200


@pytest.mark.parametrize("words", ['"', "*", "( )", "😀"])
def test_signs_that_make_no_word_find_nothing(web: httpx.Client, words: str) -> None:
    assert web.get("/search", params={"q": words, "format": "json"}).json()["number"] == 0


def test_every_example_query_runs(web: httpx.Client) -> None:
    links = tree(web, "/queries").xpath("//a[contains(@href, '.csv')]/@href")
    assert len(links) == len(shipped())
    for link in links:
        answer = web.get(link.removeprefix("./"))
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/csv")


def test_no_page_has_a_script_or_a_style_of_its_own(web: httpx.Client) -> None:
    for path in ("/", "/doc/letters-SL-002", "/search?q=korea", "/sparql", "/queries", "/dumps/"):
        page = tree(web, path)
        scripts = page.xpath("//script[not(@type='application/ld+json')]")
        assert all(one.get("src", "").startswith("./static/") for one in scripts)
        assert not scripts or path == "/sparql"
        assert page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == []
        assert len(page.xpath("//h1")) == 1
        assert page.xpath("//html/@lang")
        labelled = set(page.xpath("//label/@for"))
        fields = page.xpath("//input[not(@type='hidden')]/@id | //select/@id | //textarea/@id")
        assert set(fields) <= labelled


def links(client: httpx.Client, path: str) -> Iterator[str]:
    page = tree(client, path)
    for link in page.xpath("//a/@href | //link/@href"):
        target = urljoin(str(page.base_url), link)
        if target.startswith(str(client.base_url)):
            parts = urlsplit(target)
            yield f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_no_link_is_dead(web: httpx.Client) -> None:
    waiting, seen = ["/"], {"/"}
    while waiting and len(seen) < 500:
        path = waiting.pop()
        answer = web.get(path, headers=HTML, follow_redirects=True)
        assert answer.status_code == 200, path
        if not answer.headers["Content-Type"].startswith("text/html") or "vocab/" in path:
            continue
        fresh = [one for one in dict.fromkeys(links(web, path)) if one not in seen]
        fresh = [one for one in fresh if not re.match(r"/search\?.*&", one)]
        seen.update(fresh)
        waiting += fresh
    assert len(seen) > 300


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Serve letters of which the examples that ship name nobody, no year and no subject."""
    folder = tmp_path_factory.mktemp("strangers")
    config = HEAD + SOURCE + 'subject = "title"\n'
    released(begin(folder / "letters", STRANGERS, config), folder / "output")
    with serving(folder / "output") as client:
        yield client


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Serve two things that name nobody and bear no date."""
    folder = tmp_path_factory.mktemp("things")
    fields = '[source]\nformat = "csv"\npath = "letters.csv"\n[fields]\ntitle = "title"\n'
    config = HEAD + fields + 'identifier = "ref"\n'
    released(
        begin(folder / "letters", "ref,title\nT1,A vase\nT2,A bowl\n", config), folder / "output"
    )
    with serving(folder / "output") as client:
        yield client


@pytest.mark.parametrize("served", ["strangers", "things"])
def test_the_questions_of_a_page_are_answered_in_every_release(
    served: str, request: pytest.FixtureRequest
) -> None:
    client: httpx.Client = request.getfixturevalue(served)
    asked = [one for path in ("/", "/queries") for one in links(client, path) if "/query/" in one]
    assert len(asked) > 12
    said = {one: client.get(one, headers=HTML).status_code for one in asked}
    assert {one: status for one, status in said.items() if status != 200} == {}
    data = [one for one in asked if re.search(r"\.(json|csv)", one)]
    assert data
    assert [one for one in data if client.get(one).status_code != 200] == []


def test_an_example_asks_for_what_the_release_has(strangers: httpx.Client) -> None:
    asked = [one for one in links(strangers, "/queries") if ".csv?" in one]
    assert len(asked) == 5
    for one in asked:
        assert strangers.get(one).text.count("\n") > 1, one


def test_the_report_links_its_waiting_records(strangers: httpx.Client) -> None:
    found = [one for one in links(strangers, "/dumps/latest/report.html") if "/record/" in one]
    assert found
    for one in found:
        answer = strangers.get(one, follow_redirects=True)
        assert (answer.status_code, answer.headers["Content-Type"][:11]) == (200, "text/turtle")


def test_no_link_of_the_report_is_dead(strangers: httpx.Client) -> None:
    found = list(links(strangers, "/dumps/latest/report.html"))
    dead = [one for one in found if strangers.get(one, follow_redirects=True).status_code != 200]
    assert dead == []
