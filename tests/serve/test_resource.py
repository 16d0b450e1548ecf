"""Every URI of the release leads to what is said about it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from lod.iri import data_path
from lod.publish.release import Releases
from lod.serve.limits import Limits
from lod.vocabulary import load
from tests.serve.houses import BASE, release, serving

DOC = "doc/letters-SL-001"
RECORD = f"/record/{DOC}"
FORMS = {
    "ttl": ("text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
    "jsonld": ("application/ld+json", ox.RdfFormat.JSON_LD),
    "nt": ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    "rdf": ("application/rdf+xml", ox.RdfFormat.RDF_XML),
}


def subjects(sample: Path) -> list[str]:
    store = ox.Store.read_only(str(sample / "current" / "store"))
    base = json.loads((sample / "current" / "manifest.json").read_bytes())["base"]
    found = {quad.subject.value.partition("#")[0] for quad in store}
    return sorted(one.removeprefix(base) for one in found if one.startswith(base))


def replaced(old: str, new: str) -> list[bytes]:
    """Write that a thing was joined with another."""
    word = "http://purl.org/dc/terms/isReplacedBy"
    title = f'<{BASE}{new}> <urn:a:p> "x" .\n'
    return [f"<{BASE}{old}> <{word}> <{BASE}{new}> .\n".encode(), title.encode()]


def index(folder: Path, path: str) -> None:
    """Put a path into the index of the current release."""
    with closing(sqlite3.connect(folder / "current" / "index.sqlite")) as base:
        base.execute("INSERT INTO block VALUES (?, '', '', '')", (path,))
        base.commit()


def earlier(folder: Path, path: str, turtle: str) -> None:
    """Make an earlier release that had a file about a thing, and say that it was deleted."""
    file = folder / "releases" / "v1" / "record" / f"{path}.ttl"
    file.parent.mkdir(parents=True)
    file.write_text(turtle, "utf-8")
    (folder / "releases" / "v1" / "manifest.json").write_text("{}", "utf-8")
    change = {"action": "deleted", "uri": f"{BASE}{path}", "sha256": "", "date": "2026-01-02"}
    (folder / "current" / "changes.jsonl").write_text(json.dumps(change) + "\n", "utf-8")


def test_a_thing_answers_with_its_record(web: httpx.Client) -> None:
    answer = web.get(f"/{DOC}")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"../record/{DOC}"
    assert 'rel="describedby"' in answer.headers["Link"]


def test_every_uri_of_the_release_dereferences(web: httpx.Client, sample: Path) -> None:
    paths = [path for path in subjects(sample) if path]
    assert len(paths) > 1000
    # The vocabularies are many and alike: a part of them stands for all.
    chosen = [one for n, one in enumerate(paths) if n % 10 == 0 or not one.startswith("vocab/")]
    forms = [*(media.partition(";")[0] for media, _ in FORMS.values()), "text/html"]
    lost = []
    for number, path in enumerate(chosen):
        accept = forms[number % len(forms)]
        answer = web.get(f"/{path}", headers={"Accept": accept}, follow_redirects=True)
        whole = answer.status_code == 200 and answer.headers["Content-Type"].startswith(accept)
        if not whole or path.rpartition("/")[2] not in answer.text:
            lost.append((path, accept, answer.status_code))
    assert lost == []


def spoken_of(sample: Path) -> list[str]:
    """Give the path of each thing that the default graph speaks of, and of its own data."""
    store = ox.Store.read_only(str(sample / "current" / "store"))
    base = json.loads((sample / "current" / "manifest.json").read_bytes())["base"]
    plain = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    found = {str(quad.subject)[1:-1].partition("#")[0] for quad in plain}
    return sorted(one.removeprefix(base) for one in found if one.startswith(base))


def test_a_file_server_alone_has_the_data_about_everything_in_the_default_graph(
    sample: Path,
) -> None:
    paths = [one for one in spoken_of(sample) if not one.startswith("record/")]
    kinds = {one.partition("/")[0] for one in paths}
    assert {"doc", "person", "vocab", "archive", "ns"} <= kinds
    files = [data_path(path) for path in paths]
    release = sample / "current"
    lost = [one for one in files if not (release / f"{one}.ttl").is_file()]
    assert lost == []
    assert not [one for one in files if not (release / f"{one}.jsonld").is_file()]
    named = {line[66:] for line in (release / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert {f"{one}.ttl" for one in files} <= named


@pytest.mark.parametrize(
    "path", ["doc/letters-SL-001", "vocab/doctype/letter", "vocab/doctype", "archive/avprf", "ns"]
)
@pytest.mark.parametrize("ending", ["ttl", "jsonld"])
def test_what_is_served_is_the_file_of_the_release(
    web: httpx.Client, sample: Path, path: str, ending: str
) -> None:
    file = sample / "current" / f"{data_path(path)}.{ending}"
    answer = web.get(f"/{data_path(path)}.{ending}")
    assert answer.content == file.read_bytes()
    assert answer.headers["Last-Modified"]


@pytest.mark.parametrize("path", ["vocab/subject/korean-war", "ns", "archive/avprf"])
def test_a_file_says_what_the_store_says(sample: Path, path: str) -> None:
    store = ox.Store.read_only(str(sample / "current" / "store"))
    base = json.loads((sample / "current" / "manifest.json").read_bytes())["base"]
    file = sample / "current" / f"{data_path(path)}.ttl"
    told = {quad.triple for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE)}
    plain = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    there = {q.triple for q in plain if str(q.subject)[1:-1].partition("#")[0] == base + path}
    assert told == there


def test_every_kind_of_thing_comes_in_every_form(web: httpx.Client, sample: Path) -> None:
    kinds = dict[str, str]()
    for path in subjects(sample):
        kinds.setdefault(path.partition("/")[0], path)
    forms = [*(media.partition(";")[0] for media, _ in FORMS.values()), "text/html"]
    for path in filter(None, kinds.values()):
        for accept in forms:
            answer = web.get(f"/{path}", headers={"Accept": accept}, follow_redirects=True)
            assert answer.status_code == 200, (path, accept)
            assert answer.headers["Content-Type"].startswith(accept)


@pytest.mark.parametrize("ending", FORMS)
def test_all_forms_of_a_record_are_the_same_graph(web: httpx.Client, ending: str) -> None:
    media, form = FORMS[ending]
    answer = web.get(f"{RECORD}.{ending}")
    assert answer.headers["Content-Type"] == media
    plain = ox.parse(web.get(f"{RECORD}.nt").content, format=ox.RdfFormat.N_TRIPLES)
    content = answer.content
    if ending == "jsonld":
        context = web.get("/context.jsonld").json()["@context"]
        content = json.dumps({**answer.json(), "@context": context}).encode()
    found = ox.parse(content, format=form, base_iri=f"https://w3id.org/example/lod{RECORD}")
    assert {quad.triple for quad in found} == {quad.triple for quad in plain}


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/html", "text/html; charset=utf-8"),
        ("application/x-turtle", "application/x-turtle"),
        ("application/ld+json;q=0.9, text/turtle;q=0.8", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_a_record_comes_as_the_client_likes_it(web: httpx.Client, accept: str, media: str) -> None:
    answer = web.get(RECORD, headers={"Accept": accept})
    assert answer.headers["Content-Type"] == media
    assert "Accept" in answer.headers["Vary"]
    assert answer.headers["Content-Location"].startswith("../../record/doc/letters-SL-001.")


def test_what_nobody_can_give_is_not_acceptable(web: httpx.Client) -> None:
    assert web.get(RECORD, headers={"Accept": "application/pdf"}).status_code == 406


def test_a_suffix_goes_before_what_is_accepted(web: httpx.Client) -> None:
    answer = web.get(f"{RECORD}.ttl", headers={"Accept": "text/html"})
    assert answer.headers["Content-Type"].startswith("text/turtle")


def test_a_suffix_on_the_thing_leads_to_its_record(web: httpx.Client) -> None:
    assert web.get(f"/{DOC}.jsonld").headers["Location"] == f"../record/{DOC}.jsonld"
    assert web.get(f"/{DOC}?format=ttl").headers["Location"] == f"../record/{DOC}.ttl"


@pytest.mark.parametrize("accept", ["text/turtle", "text/html"])
def test_what_the_client_holds_is_not_sent_again(web: httpx.Client, accept: str) -> None:
    first = web.get(RECORD, headers={"Accept": accept})
    validated = {"Accept": accept, "If-None-Match": first.headers["ETag"]}
    again = web.get(RECORD, headers=validated)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_a_time_validates_where_no_validator_is_sent(web: httpx.Client) -> None:
    first = web.get(f"{RECORD}.ttl")
    since = {"If-Modified-Since": first.headers["Last-Modified"]}
    assert web.get(f"{RECORD}.ttl", headers=since).status_code == 304
    old = {"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}
    assert web.get(f"{RECORD}.ttl", headers=old).status_code == 200


def test_links_name_the_other_forms_the_thing_and_the_licence(web: httpx.Client) -> None:
    link = web.get(f"{RECORD}.ttl").headers["Link"]
    for relation in ("alternate", "canonical", "describedby", "describes", "license"):
        assert f'rel="{relation}"' in link


@pytest.mark.parametrize(
    "path",
    [
        "/doc/none",
        "/record/doc/none.ttl",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/manifest.json",
        "/record/%2e%2e/manifest",
        "/record/..%2f..%2f..%2fcurrent%2fdescription",
        "/doc/%00",
        "/doc/a%5c..%5cb",
        "/doc/%3Cscript%3E",
        "/record//doc/letters-SL-001.ttl",
        "/" + "a" * 5000,
        "/static/../../app.py",
        "/static/%2e%2e/app.py",
        "/dumps/../manifest.json",
        "/dumps/%2e%2e/store/CURRENT",
        "/dumps/latest/../../index.sqlite",
        "/dumps/index.sqlite",
        "/dumps//etc/passwd",
    ],
)
def test_what_is_not_of_the_release_is_not_found(web: httpx.Client, path: str) -> None:
    url = httpx.URL(f"{web.base_url}").copy_with(raw_path=path.encode())
    answer = web.send(httpx.Request("GET", url))
    assert answer.status_code in (400, 404)
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_the_well_known_place_leads_to_the_description(web: httpx.Client) -> None:
    answer = web.get("/.well-known/void", follow_redirects=True)
    assert answer.status_code == 200
    assert "void:sparqlEndpoint" in answer.text or "void:Dataset" in answer.text


def test_a_dump_comes_whole_or_in_ranges_and_is_what_the_manifest_says(web: httpx.Client) -> None:
    manifest = web.get("/dumps/latest/manifest.json").json()
    listed = next(one for one in manifest["files"] if one["name"].endswith("sample.nt.gz"))
    whole = web.get("/dumps/latest/sample.nt.gz")
    assert hashlib.sha256(whole.content).hexdigest() == listed["sha256"]
    part = web.get("/dumps/sample.nt.gz", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    again = web.get("/dumps/sample.nt.gz", headers={"If-None-Match": whole.headers["ETag"]})
    assert again.status_code == 304


def test_what_an_earlier_release_had_is_gone(tmp_path: Path) -> None:
    folder = release(tmp_path, {"": [b"<urn:a:s> <urn:a:p> <urn:a:o> .\n"]})
    change = {"action": "deleted", "uri": f"{BASE}doc/old", "sha256": "", "date": "2026-01-02"}
    (folder / "current" / "changes.jsonl").write_text(json.dumps(change) + "\n", "utf-8")
    with serving(folder) as client:
        for path in ("/doc/old", "/record/doc/old.ttl"):
            answer = client.get(path)
            assert answer.status_code == 410
            assert "2026-01-02" in answer.json()["detail"]


def test_what_only_a_release_taken_back_had_is_gone(tmp_path: Path) -> None:
    nothing = {"": [b"<urn:a:s> <urn:a:p> <urn:a:o> .\n"]}
    folder = release(tmp_path, nothing)
    release(folder, nothing, "v2")
    index(folder, "doc/new")
    Releases(folder).rollback("v1")
    with serving(folder) as client:
        assert client.get("/doc/new").status_code == 410
        assert client.get("/doc/none").status_code == 404


def test_what_was_joined_with_another_has_moved_to_it(tmp_path: Path) -> None:
    folder = release(tmp_path, {"": replaced("person/a", "person/b")})
    index(folder, "person/b")
    with serving(folder) as client:
        answer = client.get("/person/a")
        assert (answer.status_code, answer.headers["Location"]) == (301, "../person/b")
        assert client.get("/person/a.ttl").headers["Location"] == "../person/b.ttl"
        assert "isReplacedBy" in client.get("/record/person/a.ttl").text
        assert client.get("/person/b").status_code == 303


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("dcterms:isReplacedBy <person/new>", "dcterms:title 'x'"),
        ("la:equivalent wd:Q1", "la:equivalent wd:Q1"),
        ("schema:url <https://a.example/1>", "schema:url <https://a.example/1>"),
    ],
)
def test_what_is_gone_names_its_successor(tmp_path: Path, said: str, now: str) -> None:
    prefixes = load().prologue(BASE).replace("PREFIX", "@prefix").replace(">\n", "> .\n")
    old = f"@base <{BASE}> .\n{prefixes}<person/old> {said} ."
    new = ox.parse(f"@base <{BASE}> .\n{prefixes}<person/new> {now} .", ox.RdfFormat.TURTLE)
    folder = release(tmp_path, {"": [f"{quad.triple} .\n".encode() for quad in new]}, "v2")
    index(folder, "person/new")
    earlier(folder, "person/old", old)
    with serving(folder) as client:
        answer = client.get("/person/old")
        assert (answer.status_code, "person/new" in answer.json()["detail"]) == (410, True)
        assert answer.headers["Link"] == '<../person/new>; rel="successor-version"'


def test_labels_come_in_the_language_of_the_reader(web: httpx.Client) -> None:
    russian = {"Accept": "text/html", "Accept-Language": "ru, en;q=0.5"}
    answer = web.get(f"/record/{DOC}", headers=russian)
    assert "телеграмма" in answer.text
    assert answer.headers["Vary"].startswith("Accept, Accept-Language")
    english = web.get(f"/record/{DOC}", headers={"Accept": "text/html"})
    assert answer.headers["ETag"] != english.headers["ETag"]


def test_a_new_release_is_taken_without_losing_a_request(tmp_path: Path) -> None:
    folder = release(tmp_path, {"": [f'<{BASE}doc/a> <urn:a:p> "x" .\n'.encode()]})
    with serving(folder, Limits(budget_burst=1e6)) as client:
        release(folder, {"": [f'<{BASE}doc/b> <urn:a:p> "x" .\n'.encode()]}, "v2")
        seen = []
        for _ in range(2000):
            answer = client.get("/sparql", params={"query": "SELECT ?s { ?s ?p ?o }"})
            assert answer.status_code == 200
            seen.append((answer.headers["X-Dataset-Version"], answer.text.count("doc/b")))
            if seen[-1][0] == "v2" and len(seen) > 100:
                break
        assert set(seen) == {("v1", 0), ("v2", 1)}
        Releases(folder).rollback("v1")
