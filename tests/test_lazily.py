"""A regular expression that is compiled later is one in every way."""

from __future__ import annotations

import copy
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.lazily import regex


@given(
    st.sampled_from(["[0-9]+", "(?P<year>[0-9]{4})", "a|b", "^x?$"]), st.text("ab019x ", max_size=9)
)
def test_it_finds_what_a_compiled_one_finds(pattern: str, text: str) -> None:
    later, now = regex(pattern, re.MULTILINE), re.compile(pattern, re.MULTILINE)
    assert later.findall(text) == now.findall(text)
    assert later.split(text) == now.split(text)
    assert later.sub("-", text) == now.sub("-", text)
    assert bool(later.fullmatch(text)) == bool(now.fullmatch(text))
    assert (later.groups, later.flags, later.groupindex) == (now.groups, now.flags, now.groupindex)


def test_a_wrong_one_is_an_error_when_it_is_asked() -> None:
    wrong = regex("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("")


def test_it_can_be_copied_before_it_is_compiled() -> None:
    assert copy.deepcopy(regex("a+")).match("aa")
