"""Korean names agree in all romanisations, and never with a part of them."""

from __future__ import annotations

import pytest

from lod.entity import AuthorityEntity
from lod.reconcile import korean
from lod.reconcile.matcher import Matcher
from lod.reconcile.memory import MemoryAuthority
from lod.reconcile.score import Situation

KNOWN = {"Q1": "Kim Yong-nam", "Q2": "Pak Hon-yong", "Q3": "Ri Ul-sol", "Q4": "Kang Sok-ju"}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    people = (
        AuthorityEntity(id=ident, kind="person", label=name, names=(name,), begin=1920)
        for ident, name in KNOWN.items()
    )
    return Matcher([MemoryAuthority(people)])


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("Kim Yŏng-nam", "Q1"),
        ("Gim Yeong-nam", "Q1"),
        ("Gim, Yeongnam", "Q1"),
        ("Kim, Young-nam", "Q1"),
        ("Pak Hŏn-yŏng", "Q2"),
        ("Bak Heon-yeong", "Q2"),
        ("Yi Ŭl-sŏl", "Q3"),
        ("I Eul-seol", "Q3"),
        ("Gang Seok-ju", "Q4"),
    ],
)
def test_a_name_is_known_in_every_romanisation(matcher: Matcher, name: str, item: str) -> None:
    assert matcher.match(name, "person").id == item


@pytest.mark.parametrize(
    "name", ["Kim, Yong", "Kim Yong", "Pak Hon", "Kim Jong-nam", "Gim Yeong-ju"]
)
def test_a_part_of_a_given_name_or_another_is_nobody(matcher: Matcher, name: str) -> None:
    assert not matcher.match(name, "person").id


@pytest.mark.parametrize(
    ("name", "known"),
    [
        *((name, "Zhang Wenhua") for name in ("Zhang Wenhai", "Zhang Wen", "Zhang, Hua")),
        *((name, "Chiang Ching-kuo") for name in ("Jiang Qing", "Chiang Ching", "Jiang, Jing")),
        ("Mao Tse", "Mao Tse-toung"),
        *((name, "Lê Đức Thọ") for name in ("Le Duan Tho", "Le, Duan Tho", "Le Dung Tho")),
    ],
)
def test_a_name_of_other_syllables_or_fewer_is_nobody(name: str, known: str) -> None:
    one = AuthorityEntity(id="Q1", kind="person", label=known, names=(known,), begin=1900, end=1990)
    found = Matcher([MemoryAuthority([one])]).match(name, "person", Situation(1960))
    assert not found.id


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Jiang Jingguo", "Chiang Ching-kuo"),
        ("Chiang, C.", "Chiang Ching-kuo"),
        ("Le Duc Tho", "Lê Đức Thọ"),
        ("Nguyen Van Thieu", "Nguyễn Văn Thiệu"),
        ("Long, Tony", "Tony Long"),
    ],
)
def test_the_same_syllables_are_the_same_name(name: str, known: str) -> None:
    one = AuthorityEntity(id="Q1", kind="person", label=known, names=(known,), begin=1900, end=1990)
    found = Matcher([MemoryAuthority([one])]).match(name, "person", Situation(1960))
    assert found.candidates[0].id == "Q1"
    assert "alike" not in found.note


def test_other_languages_are_left_alone() -> None:
    assert not korean.is_family(("smith",))
    assert not korean.are_alike(("dan",), ("daniel",))
