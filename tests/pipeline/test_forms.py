"""Templates are made when they are worth it, and change nothing that is published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lod.holes import MOST
from lod.pipeline.draft import Drafter
from lod.pipeline.forms import Forms
from lod.publish.template import Filled
from lod.record import Agent, Record, Text
from lod.vocabulary import load
from tests.mapping.double import DATASET, Known
from tests.publish.filling import DAY, RUN, mapped, spelled, writers

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


def test_words_that_look_like_a_mark_are_mapped(forms: Forms) -> None:
    odd = [replace(letter(number), license="https://a.example/hOLel001e") for number in range(12)]
    assert {filled(forms, one) for one in odd} == {None}
