"""Chinese names in pinyin, and other names by their form or by the small words beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import page

PROSE = "The ship waits in the harbour, and the grain that was promised is not there yet."


def _page(tmp_path: Path, said: str) -> tuple[set[str], set[str]]:
    text = f"# Report on the Harbour\n\n5 May 1951\n\n{PROSE} {said} {PROSE}\n"
    found = page(tmp_path, text, "a.md")
    return found.people, found.places


def test_delegates_in_a_numbered_list_are_persons_though_no_office_stands_beside_them(
    tmp_path: Path,
) -> None:
    rows = "6. Liao Chengzhi\n7. Shen Jiantu, Xinhua News Agency\n8. Shi Zhi'ang, Ministry of Trade"
    text = f"# List of Delegates\n\n5 April 1955\n\n{PROSE}\n\nI. Advisers\n\n{rows}\n\nII. Staff\n"
    assert page(tmp_path, text).people == {"Liao Chengzhi", "Shen Jiantu", "Shi Zhi'ang"}


def test_a_mountain_in_pinyin_is_nobody(tmp_path: Path) -> None:
    assert not _page(tmp_path, "The Long March began near Fang Shan.")[0]


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("He said that Berlinguer, in the Diet, had been silent.", {"Berlinguer"}),
        ("It is known that Loohuuz lives there.", {"Loohuuz"}),
        ("In Belgium, Simonet holds firm.", {"Simonet"}),
        ("The group of Tildyev and of Loohuuz was routed.", {"Tildyev", "Loohuuz"}),
        ("The clique of Tildyev was expelled.", {"Tildyev"}),
        ("He says that van Agt does not know it.", {"van Agt"}),
        ("In private van der Stoel told me so.", {"van der Stoel"}),
        ("Then comrade [Mangalyn] Dügersüren spoke.", {"Mangalyn Dügersüren"}),
        ("He travelled to Leipzig, Halle and Essen.", set()),
        ("We took that Ford to the harbour.", set()),
    ],
)
def test_small_words_beside_a_name_say_that_it_is_a_persons(
    tmp_path: Path, said: str, people: set[str]
) -> None:
    assert _page(tmp_path, said)[0] == people


@pytest.mark.parametrize(
    "said",
    [
        "A plane of Air India, the Kashmir Princess, fell into the sea.",
        "The Kashmir Princess, a chartered plane, fell into the sea.",
        "The ships Mickiewicz and Kocatepe were sunk.",
        "Rudé právo and Die Burger wrote of it.",
    ],
)
def test_ships_planes_and_newspapers_are_neither_persons_nor_places(
    tmp_path: Path, said: str
) -> None:
    assert _page(tmp_path, said) == (set(), set())
