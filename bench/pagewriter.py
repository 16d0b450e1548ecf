"""Writes pages of an invented archive in six layouts, some 4,000 characters each."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

DATASET = Path(__file__).parent.parent / "datasets" / "pages" / "dataset.toml"
_SURNAMES = [
    "Abakumov",
    "Belyakov",
    "Chernenko",
    "Dragunov",
    "Efremov",
    "Fominykh",
    "Gavrilov",
    "Ishchenko",
    "Karpov",
    "Lobanov",
    "Malinin",
    "Nesterov",
    "Orlov",
    "Pavlenko",
    "Ryabov",
    "Sobolev",
    "Tarasov",
    "Ustinov",
    "Voronin",
    "Zhdanov",
    "Kowalski",
    "Horvath",
    "Novak",
    "Petrescu",
    "Dimitrov",
    "Weber",
    "Schneider",
    "Moreau",
    "Lambert",
    "Hollis",
    "Barnett",
    "Whitcomb",
]
_PLACES = [
    "Moscow",
    "Pyongyang",
    "Beijing",
    "Warsaw",
    "Prague",
    "Budapest",
    "Bucharest",
    "Sofia",
    "Berlin",
    "Hanoi",
    "Seoul",
    "Tokyo",
    "Washington",
    "London",
    "Paris",
    "Geneva",
    "Vienna",
    "Belgrade",
    "Tirana",
    "Havana",
    "Cairo",
    "Delhi",
    "Jakarta",
]
_BODIES = ("the CPSU CC", "the Ministry of Foreign Affairs", "the Council of Ministers",
           "the General Staff", "the Security Council", "the State Planning Committee")  # fmt: skip
_SENTENCES = (
    "Comrade {a} reported that the delegation would leave {p} before the end of the month.",
    "In a conversation with Ambassador {b} it was said that {c} had not replied to the note.",
    "The proposals of {o} were studied in {p} and returned without remarks.",
    "{a} asked whether the shipments from {p} could be speeded up, since the harvest was poor.",
    "It was decided to inform {b} and to send a copy of the letter to {o}.",
    "The embassy in {p} considers that the question should be put off until the spring.",
    "As {c} remarked, the talks of the past year have led to no agreement about the railway.",
    "Nothing was said about telegram No. {n}, which had been received on {d} {m} {y}.",
    "The newspapers wrote a good deal about the visit and printed the speech of {a} in full.",
    "On the whole the impression of those who were present at the meeting was a favourable one.",
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")  # fmt: skip


class _Facts(NamedTuple):
    """What one page says of its document."""

    number: int
    title: str
    date: str
    people: tuple[str, str, str]
    body: str


def write_pages(folder: Path, pages: int) -> Path:
    """Write a dataset of so many pages; the same number gives the same bytes."""
    (folder / "pages").mkdir(parents=True)
    for number in range(pages):
        facts = _facts(number, random.Random(number))  # noqa: S311 - no secret
        form, suffix = _LAYOUTS[number % len(_LAYOUTS)]
        name = f"page-{number:06}.{suffix}"
        (folder / "pages" / name).write_text(form(facts), "utf-8")
    text = DATASET.read_text("utf-8").partition("[expect]")[0]
    text = text.replace("../../../shared/seeds/*.txt", "pages/*")
    (folder / "dataset.toml").write_text(text, "utf-8")
    return folder


def _facts(number: int, rng: random.Random) -> _Facts:
    # A document speaks of a few people and places again and again: eight and six here.
    cast, where = rng.sample(_SURNAMES, 8), rng.sample(_PLACES, 6)
    one, two, three = cast[:3]
    date = f"{rng.randint(1, 28)} {rng.choice(_MONTHS)} {rng.randint(1946, 1989)}"
    paragraphs = [" ".join(_sentence(rng, cast, where) for _ in range(4)) for _ in range(11)]
    title = f"Telegram from {one} to {two} about the Talks in {where[0]}"
    return _Facts(number + 100000, title, date, (one, two, three), "\n\n".join(paragraphs))


def _sentence(rng: random.Random, cast: list[str], where: list[str]) -> str:
    a, b, c = rng.sample(cast, 3)
    return rng.choice(_SENTENCES).format(
        a=a, b=b, c=c, p=rng.choice(where), o=rng.choice(_BODIES), n=rng.randint(10, 2000),
        d=rng.randint(1, 28), m=rng.choice(_MONTHS), y=rng.randint(1946, 1989),
    )  # fmt: skip


def _reference(facts: _Facts) -> str:
    return f"AVPRF, f. 0{facts.number % 90}, op. {facts.number % 40}, d. {facts.number % 700}"


def _address(facts: _Facts) -> str:
    return f"https://archive.example/document/{facts.number}"


def _letter(facts: _Facts) -> str:
    one, two, three = facts.people
    return (f"TOP SECRET\n\nTo Comrade {two.upper()} A.B.\n\n{facts.body}\n\nI. {one}\n\n"
            f"{facts.date}\n\nNo. {facts.number}\n\nCopies: {one}, {three}.\n")  # fmt: skip


def _labelled(facts: _Facts) -> str:
    return (f"{facts.title}\n\nDate: {facts.date}\nSource: {_reference(facts)}\n"
            f"Original Language: Russian\nSummary: {facts.people[0]} writes about the talks.\n\n"
            f"{_letter(facts)}")  # fmt: skip


def _cited(facts: _Facts) -> str:
    return (f"{_letter(facts)}\nCitation\n\n\"{facts.title}\", {facts.date}, Example Digital "
            f"Archive, {_reference(facts)}. Translated by Ann {facts.people[2]}.\n"
            f"{_address(facts)}\n\nHome\nPeople\nPlaces\nTopics\n")  # fmt: skip


def _markdown(facts: _Facts) -> str:
    return (f"# {facts.title}\n\n**Date:** {facts.date}\n\n**Source:** {_reference(facts)}\n\n"
            f"## Contents:\n\nTranslation - English\n\n{_letter(facts)}")  # fmt: skip


def _front(facts: _Facts) -> str:
    return (f"---\ntitle: {facts.title}\ndate: {facts.date}\nreference: {_reference(facts)}\n"
            f"language: Russian\n---\n\n{_letter(facts)}")  # fmt: skip


def _html(facts: _Facts) -> str:
    text = "".join(f"<p>{line}</p>\n" for line in _letter(facts).split("\n\n"))
    return (f"<!doctype html><html><head><title>{facts.title}</title></head><body><nav>Home</nav>"
            f"<h1>{facts.title}</h1><table><tr><th>Date</th><td>{facts.date}</td></tr><tr><th>"
            f"Reference</th><td>{_reference(facts)}</td></tr></table><h2>Transcript</h2>{text}"
            f"<footer>Example Archive</footer></body></html>\n")  # fmt: skip


_LAYOUTS: tuple[tuple[Callable[[_Facts], str], str], ...] = (
    (_letter, "txt"), (_labelled, "txt"), (_cited, "txt"),
    (_markdown, "md"), (_front, "md"), (_html, "html"),
)  # fmt: skip
