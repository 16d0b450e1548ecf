"""What a record says beside a name is found in its title and summary, and ends where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.pipeline.beside import beside
from lod.record import Record, Text


def said(name: str, title: str) -> str:
    return beside(name, Record(key="a", title=(Text(value=title),)))


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("Gibson", "The Secretary of State to the Ambassador in Brazil (Gibson)",
         "the Ambassador in Brazil"),
        ("A. Gromyko", "Talk with Foreign Minister Gromyko, Moscow", "Foreign Minister; Moscow"),
        ("Zhou", "Zhou (Premier of China) and Nehru", "Premier of China"),
        ("Nehru", "Zhou (Premier of China) and Nehru", ""),
        ("Tito", "Report on the harvest", ""),
        ("Li", "Listening to Li, the envoy of Li Peng", "the envoy of Li Peng"),
    ],
)  # fmt: skip
def test_words_beside_a_name_are_those_that_belong_to_it(name: str, title: str, words: str) -> None:
    assert said(name, title) == words


@given(st.text(max_size=80), st.text(max_size=300))
def test_any_name_and_any_title_give_a_short_text(name: str, title: str) -> None:
    assert len(said(name, f"{title} {name} {title}")) <= 200
