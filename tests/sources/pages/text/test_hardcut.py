"""Pages whose text a program cut at one width, within words too."""

from __future__ import annotations

from pathlib import Path

from lod.sources.pages.text.hardcut import uncut
from tests.sources.pages.cataloguing import page

PROSE = (
    "At noon Minister Kadlec received me and told me that the agreement would be signed in Warsaw. "
    "He had been instructed by Ambassador Horvath to ask whether the deliveries of grain would be "
    "resumed, since the harvest around Szeged was worse than anybody had expected this summer. "
) * 3


def _cut(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def test_names_that_a_width_parts_are_whole(tmp_path: Path) -> None:
    text = f"Letter on the Harvest\n\nDate: 4 May 1955\n\n{_cut(PROSE, 47)}\n"
    found = page(tmp_path, text)
    assert {"Kadlec", "Horvath"} <= found.people
    assert {"Warsaw", "Szeged"} <= found.places


def test_text_that_is_wrapped_at_spaces_stays() -> None:
    words, lines = PROSE.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    text = "\n".join(lines)
    assert uncut(text) == text
