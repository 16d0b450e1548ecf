"""Templates are made when they are worth it, and change nothing that is published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lod.entity import Decision, Entity, EntityKind, Judgement
from lod.holes import MOST
from lod.mapping.shared import Shared
from lod.pipeline.draft import Drafter
from lod.pipeline.forms import Forms
from lod.publish.template import Filled
from lod.record import Agent, Record, Text
from lod.vocabulary import load
from tests.mapping.double import DATASET, Known
from tests.publish.filling import DAY, RUN, described, mapped, spelled, told, writers

WHO = Known()
DRAFTER = Drafter(DATASET, load())


def letter(number: int) -> Record:
    title = Text(value=f"Letter {number}", language="en")
    sender = Agent(name=f"Sender {number}", kind="person", role="sender")
    return Record(key=f"{number}", title=(title,), agents=(sender,))


@pytest.fixture
def forms() -> Forms:
    return Forms(DATASET, load(), writers(), WHO)


def filled(forms: Forms, record: Record) -> Filled | None:
    draft = DRAFTER.draft(record, ())
    refs = [WHO.agent(one, record) for one in record.agents]
    return forms.filled(draft, refs, lambda: record) if draft else None


def test_a_shape_is_worth_a_template_when_it_has_come_often(forms: Forms) -> None:
    made = [filled(forms, letter(number)) is not None for number in range(12)]
    assert made == sorted(made)
    assert made[-1]
    assert not made[0]


def test_what_is_filled_in_is_what_would_have_been_mapped(forms: Forms) -> None:
    for number in range(20):
        block = filled(forms, letter(number))
        if block is not None:
            block.settle(RUN, DAY)
            assert spelled(block) == spelled(mapped(letter(number)))


def test_a_record_that_names_too_many_is_mapped(forms: Forms) -> None:
    crowd = tuple(Agent(name=f"N{number}", kind="person") for number in range(MOST + 1))
    crowded = [replace(letter(number), agents=crowd) for number in range(12)]
    assert {filled(forms, one) for one in crowded} == {None}


LABELS = ("RGASPI, f. 558", 'Says "yes"', "Опись\u2028ß", "a\\b\n")


@pytest.mark.parametrize("level", ["fond", "opis", "delo", "papka"])
@pytest.mark.parametrize("papka", ["", "archive/avprf/f-06/op-9/p-70"])
def test_a_holding_is_filled_in_as_it_would_be_described(
    forms: Forms, level: str, papka: str
) -> None:
    filled_in = 0
    for number in range(24):
        label = LABELS[number % len(LABELS)]
        path = f"archive/avprf/f-06/op-9/d-{number}"
        one = Shared(path, "holding", label, "", level, "archive/avprf/f-06/op-9", papka)
        block = forms.holding(one)
        if block is not None:
            filled_in += 1
            block.settle(RUN, DAY)
            assert spelled(block) == spelled(described(one))
    assert filled_in > 12


def test_a_holding_of_an_odd_path_is_described_by_itself(forms: Forms) -> None:
    for path in ("archive/avprf/f-%D1%84", "archive/avprf/f 06"):
        odd = Shared(path, "holding", "AVPRF", "", "fond", "archive/avprf")
        assert {forms.holding(odd) for _ in range(12)} == {None}


NAMES = ("Miller, John", 'J. "Jack" Miller', "Мюллер\u2028", "John\\Miller\n")


@pytest.mark.parametrize("kind", ["person", "group", "place"])
@pytest.mark.parametrize("count", [1, 4])
def test_an_entity_is_filled_in_as_it_would_be_described(
    forms: Forms, kind: EntityKind, count: int
) -> None:
    filled_in = 0
    for number in range(24):
        names = [f"{name} {number}" for name in NAMES[:count]]
        one = Entity(id=f"id{number}", kind=kind, label=names[-1], names=tuple(sorted(names)))
        block = forms.entity(one)
        if block is not None:
            filled_in += 1
            block.settle(RUN, DAY)
            assert spelled(block) == spelled(told(one))
    assert filled_in > 12


def test_an_entity_of_which_more_is_known_is_described_by_itself(forms: Forms) -> None:
    sure = Decision(kind="person", name="A", year=None, judgement=Judgement.ACCEPTED, id="Q1")
    plain = Entity(id="a", kind="person", label="A", names=("A",))
    for more in ({"decision": sure}, {"merged_into": "b"}, {"replaces": ("b",)}, {"label": "\0"}):
        assert {forms.entity(replace(plain, **more)) for _ in range(12)} == {None}


def test_an_entity_is_described_by_every_profile_of_its_dataset() -> None:
    richer = replace(DATASET, profiles=(*DATASET.profiles, "edm"))
    forms = Forms(richer, load(), writers(), WHO)
    assert {forms.entity(Entity(id="a", kind="person", label="A")) for _ in range(12)} == {None}


def test_words_that_look_like_a_mark_are_mapped(forms: Forms) -> None:
    odd = [replace(letter(number), license="https://a.example/hOLel001e") for number in range(12)]
    assert {filled(forms, one) for one in odd} == {None}
