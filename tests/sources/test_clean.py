"""Text is mended only where RDF or a reader could not carry it, and what was mended is said."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.sources.clean import clean, is_too_long, one_line, plain
from lod.terms import literal


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("Cafe\u0301", "Café"),
        ("a\xa0b\u3000c\u2009d", "a b c d"),
        ("soft\xadhyphen\u200b\ufeff", "softhyphen"),
        ("one\r\ntwo\rthree\x85four\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("  out  side ", "out  side"),
        ("\u0646\u200c\u0647", "\u0646\u200c\u0647"),  # a joiner that Persian needs
    ],
)
def test_what_only_looks_odd_is_mended_silently(raw: str, mended: str) -> None:
    assert clean(raw) == (mended, ())


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Tom &amp; <b>Jerry</b></p><script>x</script>", "Tom & Jerry"),
        ("<style type='a'>p {}</style>a<br>\nb", "a b"),
        ("<b>T</b>om, H<sub>2</sub>O.", "Tom, H2O."),
        ("a<!-- <p>no</p> -->b<SCRIPT>never closed", "a b"),
        ("1 < 2 &lt;p&gt;", "1 < 2 <p>"),
    ],
)
def test_of_markup_stays_what_a_page_shows(markup: str, text: str) -> None:
    assert plain(markup) == text


@pytest.mark.parametrize("start", ["<script>", "<script ", "<!--", "<b", "</script"])
def test_markup_that_is_never_closed_takes_no_time(start: str) -> None:
    begun = time.perf_counter()
    plain(start * 100_000)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("raw", "text", "code"),
    [
        ("a\x00b\x07", "ab", "text/control"),
        ("a\ud800b", "a\ufffdb", "text/replacement"),
        ("a\u2066b", "a\u2066b", "text/bidi"),
        ("a\uffffb", "ab", "text/control"),
    ],
)
def test_what_was_lost_or_deceives_is_said(raw: str, text: str, code: str) -> None:
    cleaned = clean(raw)
    assert (cleaned.text, [found for found, _ in cleaned.faults]) == (text, [code])


def test_what_was_lost_is_counted() -> None:
    assert clean("\ufffd and \ufffd").faults[0][1].startswith("2 characters lost")


def test_markup_becomes_text() -> None:
    assert one_line(plain("a <b>1 &lt; 2</b><!-- x --> &eacute;")) == "a 1 < 2 é"


def test_a_mebibyte_is_counted_in_bytes() -> None:
    assert not is_too_long("x" * (1 << 20))
    assert is_too_long("ж" * (1 << 20))


@given(st.text() | st.text(st.characters()))
def test_a_clean_text_is_a_literal_and_stays_as_it_is(raw: str) -> None:
    text = clean(raw).text
    assert unicodedata.is_normalized("NFC", text)
    assert literal(text)
    assert clean(text).text == text
