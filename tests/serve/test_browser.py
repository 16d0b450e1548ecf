"""Pages in a real browser: quiet, reachable by keys, readable by all, on a phone too."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from lod.api import Options, load, publish
from tests.datasets import HEAD, SOURCE, begin
from tests.serve.browsers import Watch, program, tool, violations
from tests.serve.houses import serving
from tests.serve.payloads import PAYLOADS

WIDE = ViewportSize(width=1200, height=900)
PHONE = ViewportSize(width=320, height=640)
BY_TYPE = "SELECT ?t (COUNT(*) AS ?n) { ?d dcterms:type ?t } GROUP BY ?t"
PAGES = {
    "start": "/",
    "record": "/doc/letters-SL-004",
    "person": "person Stalin",
    "group": "group Cominform",
    "place": "place Moscow",
    "archive": "/archive/avprf",
    "holding": "/archive/avprf/f-06/op-8/d-759",
    "concept": "/vocab/doctype/telegram",
    "scheme": "/vocab/role",
    "ontology": "/ns",
    "description": "/description",
    "search": "/search?q=stalin&year=1950",
    "nothing found": "/search?q=zzz",
    "browse": "/browse",
    "dates": "/browse/dates",
    "archives": "/browse/archives",
    "people": "/browse/people",
    "places": "/browse/places",
    "query": "/sparql",
    "chart": f"/sparql?format=html&query={quote(BY_TYPE)}",
    "yes or no": "/sparql?format=html&query=ASK%20%7B%7D",
    "graph": "/sparql?format=html&query=DESCRIBE%20%3Cdoc/letters-SL-001%3E",
    "bad query": "/sparql?format=html&query=SELECT",
    "question": "/query/letters-between?from=Q855",
    "map": "/query/places-on-a-map",
    "questions": "/queries",
    "model": "/model",
    "downloads": "/dumps/",
    "not there": "/doc/none",
}
# The browser itself reports the status of a page that says what is wrong.
EXPECTED = ("the server responded with a status of 4",)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, web: httpx.Client) -> Iterator[Page]:
    """Open a page of the sample that fails the test when it complains."""
    watch = Watch(str(web.base_url), expected=EXPECTED)
    context = browser.new_context(base_url=str(web.base_url), viewport=WIDE)
    opened = context.new_page()
    watch.on(opened)
    yield opened
    context.close()
    assert watch.said == []


def address(web: httpx.Client, name: str) -> str:
    """Give the path of a kind of page; a person is found by name."""
    kind, _, words = PAGES[name].partition(" ")
    if not words:
        return PAGES[name]
    found = web.get("/search", params={"kind": kind, "q": words, "format": "json"}).json()
    return "/" + "/".join(found["things"][0]["uri"].split("/")[-2:])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_quiet_fits_and_can_be_read_by_all(
    page: Page, web: httpx.Client, name: str
) -> None:
    page.goto(address(web, name))
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, "color-contrast") == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(page, "target-size") == []


def test_keys_lead_to_the_search_and_to_what_it_finds(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("churchill")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=churchill")
    found = page.get_by_role("link", name="Telegram, Churchill to Truman")
    found.focus()
    page.keyboard.press("Enter")
    assert page.locator("h1").inner_text().startswith("Telegram, Churchill to Truman")


def test_the_editor_completes_from_the_release_asks_and_lets_keys_out(page: Page) -> None:
    page.goto("/sparql")
    editor = page.locator(".CodeMirror textarea")
    editor.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT ?a { ?a crm:P67")
    page.keyboard.press("Control+Space")
    page.locator(".CodeMirror-hints li", has_text="crm:P67_refers_to").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.type(" ?b } LIMIT 3")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "format"
    editor.focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/sparql?query=*")
    assert page.locator("#answer").inner_text() == "3 rows"
    page.locator(".CodeMirror-line", has_text="PREFIX crm:").wait_for()


def test_a_link_to_a_query_asks_it_again(page: Page) -> None:
    page.goto(f"/sparql?format=html&query={quote(BY_TYPE)}")
    assert page.locator("table.bars tr").count() == 4
    with page.expect_download() as csv:
        page.get_by_role("link", name="CSV").click()
    assert Path(csv.value.path()).read_text("utf-8").startswith("t,n")


def test_everything_works_without_scripts(browser: Browser, web: httpx.Client) -> None:
    context = browser.new_context(base_url=str(web.base_url), java_script_enabled=False)
    page = context.new_page()
    page.goto("/sparql")
    page.get_by_label("SPARQL").fill("SELECT ?t { <doc/letters-SL-001> dcterms:title ?t }")
    page.get_by_role("button", name="Ask").click()
    assert page.get_by_role("cell", name="Telegram, Churchill to Truman").is_visible()
    page.goto("/doc/letters-SL-001")
    assert page.locator("figure.world circle").count() > 0
    context.close()


def test_all_pages_are_valid_html(web: httpx.Client, tmp_path: Path) -> None:
    jar = tool("vnu-jar", "build", "dist", "vnu.jar")
    for number, name in enumerate(PAGES):
        html = web.get(address(web, name), headers={"Accept": "text/html"}, follow_redirects=True)
        (tmp_path / f"{number}-{name.replace(' ', '-')}.html").write_bytes(html.content)
    checked = subprocess.run(
        [program("java"), "-jar", jar, "--format", "json", "--stdout", *tmp_path.iterdir()],
        capture_output=True,
        check=False,
    )
    messages = json.loads(checked.stdout)["messages"]
    assert [(one["url"].rpartition("/")[2], one["message"]) for one in messages] == []


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Serve a dataset whose titles, names and places are written to run in a browser."""
    folder = tmp_path_factory.mktemp("poisoned")
    quoted = [text.replace('"', '""') for text in PAYLOADS]
    rows = ["ref,title,date,from,to,place"]
    shifted = zip(quoted, quoted[1:] + quoted[:1], quoted[2:] + quoted[:2], strict=True)
    rows += [
        f'L{n},"{a}",1950,"{b}","Tito, Josip Broz","{c}"' for n, (a, b, c) in enumerate(shifted)
    ]
    dataset = begin(folder / "letters", "\n".join(rows) + "\n", HEAD + SOURCE)
    publish(load(dataset), Options(output=folder / "output", workers=1))
    with serving(folder / "output") as client:
        yield client


def hostile(client: httpx.Client) -> Iterator[str]:
    """Give the addresses of the pages that show the payloads."""
    # A record shows three of them, so that a third of the records shows all.
    for number in range(0, len(PAYLOADS), 3):
        yield f"/record/doc/letters-L{number}.html"
    for kind in ("people", "places"):
        yield f"/browse/{kind}"
    for number in range(5):
        yield f"/search?kind=document&page={number + 1}"
    yield f"/sparql?format=html&query={quote('SELECT ?d ?t { ?d dcterms:title ?t }')}"
    for payload in PAYLOADS[::2]:
        yield f"/search?q={quote(payload)}&type={quote(payload)}"
        yield f"/sparql?format=html&query={quote(payload)}"
    for payload in PAYLOADS[::4]:
        yield f"/{quote(payload, safe='')}"
        yield f"/query/records-naming?who={quote(payload)}"


def test_no_text_of_the_data_or_of_a_request_runs(browser: Browser, poisoned: httpx.Client) -> None:
    assert len(set(PAYLOADS)) == 100
    watch = Watch(str(poisoned.base_url), expected=EXPECTED)
    context = browser.new_context(base_url=str(poisoned.base_url))
    page = context.new_page()
    watch.on(page)
    for path in hostile(poisoned):
        answer = page.goto(path, wait_until="load")
        assert answer is not None, path
        assert page.evaluate("window.ran") is None, path
        assert watch.said == [], path
    context.close()
