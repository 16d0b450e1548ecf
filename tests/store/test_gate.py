"""Tests of the look at a query before it is parsed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.errors import UsageError
from lod.store.gate import LONGEST, check
from lod.vocabulary import load

PREFIXES = {"ex": "https://example.org/"}
CALLS_ANOTHER_ENDPOINT = [
    "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { SERVICE ex:endpoint { ?s ?p ?o } }",
    "SELECT * { SERVICE#x\n<http://a.example/>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<http://a.example/>{ ?s ?p ?o } }",
    "SELECT * { FILTER(?a<'>')SERVICE <http://a.example/> { ?s ?p '1' } }",
    "SELECT * { FILTER(?a<?b#>'''\n)SERVICE <http://a.example/> { ?s ?p ?o } #''' \n }",
    "SELECT * { SERVICE <http://a.example/" + "x" * 3000 + "> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", CALLS_ANOTHER_ENDPOINT)
def test_no_query_reaches_another_endpoint(query: str) -> None:
    with pytest.raises(UsageError, match="SERVICE is refused"):
        check(query, PREFIXES)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "the service {of} process" }',
        "SELECT * { ?s ex:service ?o } # service <x> of",
        "SELECT ?service WHERE { ?s ?p ?service { ?s ?p 1 } }",
    ],
)
def test_the_word_service_alone_is_harmless(query: str) -> None:
    assert check(query, PREFIXES) == ()


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA { <urn:a:b> <urn:a:c> 1 }", "clear all", "LOAD <http://a.example/>",
     "PREFIX ex: <urn:a:> DELETE WHERE { ?s ?p ?o }", "WITH <urn:a:g> DELETE WHERE {}"],
)  # fmt: skip
def test_updates_are_refused(update: str) -> None:
    with pytest.raises(UsageError, match="read-only"):
        check(update, PREFIXES)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * { ?s ?p '" + "x" * LONGEST + "' }", "longer than 64 kB"),
        ("ASK { FILTER" + "(" * 101 + "1" + ")" * 101 + " }", "nested deeper"),
        ("ASK " + "{" * 101 + "}" * 101, "nested deeper"),
        ("ASK { FILTER(" + "1||" * 1001 + "1) }", "operators"),
        ("ASK { FILTER(" + "!" * 1001 + "1) }", "operators"),
        ("ASK { ?s ?p ?o " + ". ?s ?p ?o " * 101 + "}", "triple patterns"),
        ("ASK { ?s " + "<urn:a:p>/" * 51 + "<urn:a:p> ?o }", "a path longer"),
        ("ASK { ?s foo:bar ?o }", "unknown prefix foo:"),
    ],
)
def test_what_would_crash_or_hang_the_parser_is_refused(query: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        check(query, PREFIXES)


def test_long_lists_of_values_pass() -> None:
    listed = " ".join(["ex:Q1"] * 2000)
    assert check(f"SELECT * {{ VALUES ?q {{ {listed} }} ?s ?p ?q }}", PREFIXES) == ()
    assert check(f"ASK {{ FILTER(1 IN ({','.join(['1'] * 2000)})) }}", PREFIXES) == ()


def test_an_unknown_prefix_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="predefined: ex"):
        check("ASK { ?s exx:p ?o }", PREFIXES)


def test_graphs_asked_from_are_named() -> None:
    query = "PREFIX g: <urn:g:> SELECT * FROM <graph/meta> FROM NAMED g:x FROM ex:y { ?s ?p ?o }"
    found = check(query, PREFIXES, "https://a.example/")
    assert found == ("https://a.example/graph/meta", "urn:g:x", "https://example.org/y")


WORDS = """SELECT FROM named <urn:g> < > " "" \"\"\" ' \'\'\' # \\ ex:a no:b : 1 1e5 ?v _:b { } ( /
    ! SERVICE insert PREFIX @en"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n"])


@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(["", "{", "SELECT * {"]))
def test_a_small_query_is_judged_like_a_large_one(text: str, before: str) -> None:
    def judged(query: str) -> tuple[str, ...] | str:
        try:
            return check(query, PREFIXES)
        except UsageError as error:
            return error.what

    # So many blanks are no small query any more.
    assert judged(before + text) == judged(" " * 600 + before + text)


@given(st.text())
def test_any_text_is_passed_or_refused(text: str) -> None:
    try:
        check(text, PREFIXES)
    except UsageError as error:
        assert error.mend  # noqa: PT017


@pytest.mark.parametrize("name", sorted(load().queries()))
def test_shipped_queries_pass(name: str) -> None:
    check(load().queries("https://a.example/")[name], load().prefixes("https://a.example/"))


def test_queries_of_the_design_pass(shared: Path) -> None:
    queries = sorted((shared / "design" / "queries").glob("*.rq"))
    assert [check(path.read_text("utf-8"), {}) for path in queries] == [()] * 15
