"""Tests of what a request asks, read from its parameters."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.serve.asking import fields
from lod.serve.problems import HttpError

PIECES = st.sampled_from(
    ["%", "=", "\r", "\n", " ", "+", "&", "%20", "%3D", "%0a", "%4", "z", "_", "é", "%C3%A9"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_parameters_are_read_as_the_standard_library_reads_them(text: str) -> None:
    assert fields(text) == parse_qsl(text, keep_blank_values=True)


@pytest.mark.parametrize("text", ["query=%FF", "query=%C3x", "%E2%82=1"])
def test_what_is_not_utf_8_is_refused(text: str) -> None:
    with pytest.raises(HttpError, match="not UTF-8"):
        fields(text)


def test_parameters_beyond_a_number_are_refused() -> None:
    with pytest.raises(HttpError, match="more than 200"):
        fields("a=1&" * 201)
