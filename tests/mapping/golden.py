"""Write the expected graphs of the golden records anew: `python -m tests.mapping.golden`.

Read the difference before it is kept: it is what every consumer of the data will see.
"""

from __future__ import annotations

from lod.terms import line
from tests.mapping.double import GOLDEN, golden, mapped


def main() -> None:
    """Map each golden record and write its block."""
    for folder in GOLDEN:
        lines = [line(triple) for triple in mapped(golden(folder))]
        (folder / "expected.nt").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
