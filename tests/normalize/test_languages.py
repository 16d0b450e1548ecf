"""Languages by name, code and tag."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.normalize.languages import language_name, language_tag, languages_in, parse_language


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


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("English, Russian", ("en", "ru")),
        ("eng/rus", ("en", "ru")),
        ("Deutsch und Französisch", ("de", "fr")),
        ("русский и английский", ("ru", "en")),
        ("Dutch; Flemish", ("nl",)),
        ("Spanish; Castilian", ("es",)),
        ("English and others", ()),
    ],
)
def test_several_languages_are_told_where_each_is_known(text: str, tags: tuple[str, ...]) -> None:
    assert languages_in(text) == tags


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Russ.", "ru"),
        ("frz.", "fr"),
        ("Rumanian", "ro"),
        ("Brazilian Portuguese", "pt-BR"),
        ("American English", "en-US"),
        ("English (translation)", "en"),
        ("Chinese (Simplified)", "zh-Hans"),
    ],
)
def test_abbreviations_and_languages_of_a_country_are_known(text: str, tag: str) -> None:
    found = parse_language(text)
    assert found
    assert found.id == tag
