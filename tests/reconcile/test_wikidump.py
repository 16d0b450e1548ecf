"""Items of Wikidata's JSON are read, or skipped with a word; nothing else comes out of them."""

from __future__ import annotations

import re

import msgspec
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lod.reconcile.entry import Entry, Redirect, Scope, Skipped, Title
from lod.reconcile.wikidump import read_item

LEAVES = st.sampled_from([None, -9, 0, 1.5, True, "", "Q5", "Q1308", "x", "+1951-00-00T00:00:00Z"])
KEYS = ["id", "entity", "redirect", "labels", "aliases", "descriptions", "en", "value", "mainsnak",
        "datavalue", "numeric-id", "time", "precision", "qualifiers", "P580", "rank"]  # fmt: skip
GARBAGE = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=8,
)
SNAK = st.fixed_dictionaries({"mainsnak": st.fixed_dictionaries({"datavalue": GARBAGE}) | GARBAGE})
PROPERTIES = ["P39", "P569", "P570", "P625", "P1889", "P1308", "P214", "P1559"]
HUMAN = {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}]}


def near(whole: object) -> st.SearchStrategy[object]:
    """Give what is right, or anything in its place."""
    return st.one_of(st.just(whole), st.just(whole), GARBAGE)


ITEMS = st.fixed_dictionaries(
    {"id": near("Q7"), "labels": near({"en": {"value": "Ivan Ivanov"}})},
    optional={
        "claims": st.dictionaries(st.sampled_from(PROPERTIES), st.lists(SNAK), max_size=2).map(
            lambda found: HUMAN | found
        ),
        "redirect": GARBAGE,
        "aliases": GARBAGE,
        "descriptions": near({"en": {"value": "a man"}}),
    },
)


@given(ITEMS)
@settings(max_examples=400, deadline=None)
def test_an_item_of_any_shape_gives_what_is_typed_or_is_skipped(item: object) -> None:
    for found in read_item(orjson.dumps(item), Scope()):
        if isinstance(found, Skipped):
            continue
        ids = (found.old, found.new) if isinstance(found, Redirect) else (found.id,)
        assert all(re.fullmatch("Q[1-9][0-9]*", one) for one in ids)
        if isinstance(found, Entry):
            assert msgspec.convert(msgspec.structs.astuple(found), Entry) == found
        assert not isinstance(found, Title) or isinstance(found.label, str)


@pytest.mark.parametrize("ident", [["Q7"], 7, "Q", "Q0", "Q7/../x", "", {"id": "Q7"}])
def test_what_is_no_id_is_no_successor(ident: object) -> None:
    line = orjson.dumps({"entity": "Q8", "redirect": ident, "id": "Q8", "claims": {}})
    assert [one for one in read_item(line, Scope()) if isinstance(one, Redirect)] == []


def test_a_human_is_read() -> None:
    item = {"id": "Q7", "labels": {"en": {"value": "Ivan Ivanov"}}, "claims": HUMAN}
    (found,) = read_item(orjson.dumps(item), Scope())
    assert isinstance(found, Entry)
    assert (found.kind, found.label) == ("person", "Ivan Ivanov")
