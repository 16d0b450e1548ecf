"""Counts the words of people's names in an authority index; writes `vocab/common-names.tsv`.

python -m bench.common_names INDEX.sqlite
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

TARGET = Path(__file__).parents[1] / "vocab" / "common-names.tsv"
PEOPLE, LEAST = 100_000, 12


def main(index: Path) -> None:
    """Write the words that at least some of 100,000 people bear, the most common first."""
    with closing(sqlite3.connect(index)) as db:
        people = int(
            db.execute("SELECT value FROM manifest WHERE key = 'entities person'").fetchone()[0]
        )
        rows = [
            (word, round(count * PEOPLE / people))
            for word, count in db.execute("SELECT word, count FROM word")
        ]
    common = sorted((row for row in rows if row[1] >= LEAST), key=lambda row: (-row[1], row[0]))
    lines = ["word\tpeople", *(f"{word}\t{count}" for word, count in common)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
