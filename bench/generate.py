"""Generates records of an invented archive: any number, the same ones each time.

usage: python -m bench.generate FOLDER RECORDS [rich | short]

Plain records give about 145 triples each, rich ones about 450, short ones about 60. Names,
places and subjects are drawn from small lists, as in a real collection; every record has its own
title and reference.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

FAMILIES = (  # noqa: SIM905 - words in a row are easier to read
    "Adler Baranov Castellan Dimitrov Eriksen Fontaine Grigoriev Haas Ivashkin Jansen Kowal Lund"
    " Moreau Novak Orlov Petrenko Quist Rossi Sandoval Tanaka Ulrich Vasilev Weiss Yamada Zeman"
).split()
GIVEN = (  # noqa: SIM905 - words in a row are easier to read
    "Anna Boris Clara David Elena Filip Greta Hans Irina Jan Karl Lidia Marek Nina Oskar Pavel"
    " Rosa Sergei Tamara Viktor"
).split()
PLACES = (  # noqa: SIM905 - words in a row are easier to read
    "Moscow Pyongyang Seoul Tokyo Beijing Berlin Paris London Warsaw Prague Budapest Vienna Rome"
    " Belgrade Sofia Bucharest Helsinki Oslo Geneva Delhi"
).split()
TOPICS = (
    "Trade agreements", "Armistice talks", "Border questions", "Cultural exchange",
    "Economic aid", "Fisheries", "Nuclear weapons", "Postal service", "Railways", "Refugees",
)  # fmt: skip
SHORT = ("id", "title", "type", "date", "from")
TOML = """title = "Records of an invented archive"
base = "https://data.example.org/"
license = "https://creativecommons.org/publicdomain/zero/1.0/"
publisher = "The Archive"
language = "en"
prefix = "gen"

[source]
format = "jsonl"
path = "records.jsonl"

[fields]
identifier = "id"
title = "title"
type = "type"
date = "date"
language = "language"
text_language = { constant = "en" }
creator = "from"
recipient = "to"
mentioned = "people[]"
spatial = "places[]"
subject = "topics[]"
classification = "marking"
reference = "reference"
description = "summary"
number = "number"

[publish]
abstracts = true
"""


def people(count: int) -> list[str]:
    """Give so many invented people, each with a middle initial that makes the name its own."""
    chance = random.Random(7)  # noqa: S311 - no secret, only variety
    return [
        f"{chance.choice(FAMILIES)}, {chance.choice(GIVEN)} {chr(65 + n % 26)}{n // 26}."
        for n in range(count)
    ]


def records(count: int, *, rich: bool) -> Iterator[dict[str, object]]:
    """Give records one after the other."""
    chance = random.Random(11)  # noqa: S311 - no secret, only variety
    named = people(2000)
    for number in range(count):
        yield {
            "id": f"{number:07}",
            "title": f"Letter {number} about {chance.choice(TOPICS).lower()}",
            "type": "Letter",
            "date": f"{chance.randrange(1945, 1970)}-{chance.randrange(1, 13):02}"
            f"-{1 + number % 28:02}",
            "language": "Russian",
            "from": chance.choice(named),
            "to": chance.choice(named),
            "people": chance.sample(named, 40 if rich else 4),
            "places": chance.sample(PLACES, 12 if rich else 2),
            "topics": chance.sample(TOPICS, 8 if rich else 2),
            "marking": "Secret",
            "reference": f"AVPRF, Fond 0{number % 50}, Opis {number % 9}, Delo {number % 700},"
            f" Listy {number % 90}-{number % 90 + 3}",
            "summary": f"Letter {number} reports what was said and asks for instructions.",
            "number": f"{number}/ts",
        }


def write(folder: Path, count: int, *, rich: bool = False, short: bool = False) -> Path:
    """Write the dataset into a folder; give the folder. short: title, type, date, author alone."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dataset.toml").write_text(TOML, encoding="utf-8")
    with (folder / "records.jsonl").open("w", encoding="utf-8") as out:
        for record in records(count, rich=rich):
            kept = {name: record[name] for name in SHORT} if short else record
            out.write(json.dumps(kept) + "\n")
    return folder


if __name__ == "__main__":
    asked = {name: name in sys.argv[3:] for name in ("rich", "short")}
    write(Path(sys.argv[1]), int(sys.argv[2]), **asked)
