"""Languages by name, code and tag."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.normalize.languages import language_name, language_tag, parse_language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Russian", "ru"),
        ("русский", "ru"),
        ("Original Language: Russian", "ru"),
        ("rus", "ru"),
        ("ger", "de"),
        ("deu", "de"),
        ("Deutsch", "de"),
        ("FRENCH", "fr"),
        ("Français", "fr"),
        ("日本語", "ja"),
        ("iw", "he"),
        ("Serbo-Croatian", "sh"),
        ("zh_hant", "zh-Hant"),
        ("EN-us", "en-US"),
        ("sr-latn-RS", "sr-Latn-RS"),
        ("grc", "grc"),
        ("mul", "mul"),
    ],
)
def test_a_language_is_known_by_name_code_and_tag(text: str, tag: str) -> None:
    found = parse_language(text)
    assert found is not None
    assert (found.scheme, found.id, found.label) == ("language", tag, text)


@pytest.mark.parametrize("text", ["", "Klingonish", "Russian and English", "xx", "e", "not-a-tag"])
def test_what_is_no_language_is_none(text: str) -> None:
    assert parse_language(text) is None


def test_a_tag_has_an_english_name() -> None:
    assert language_name("ko") == "Korean"
    assert language_name("pt-BR") == "Portuguese"
    assert language_name("qqq") == "qqq"


@given(st.text(max_size=60))
def test_every_tag_is_read_back_as_itself(text: str) -> None:
    tag = language_tag(text)
    assert language_tag(tag) == tag
