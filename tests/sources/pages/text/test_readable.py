"""What a reader of names sees of a text: `M.` is Monsieur, but not where somebody signs."""

from __future__ import annotations

import pytest

from lod.sources.pages.text.readable import readable

CALLED = "I saw M. Dorn, M. Vesely, M. Hora and M. Orlik at the Committee."


@pytest.mark.parametrize("mark", ["[signed] ", "(Signed) ", "/s/ ", "Signed: ", "(signé) "])
def test_a_letter_behind_the_word_for_a_signature_is_an_initial(mark: str) -> None:
    read = readable(f"{CALLED}\n\n{mark}M. Lefort\n")
    assert "Mr Dorn" in read
    assert f"{mark}M. Lefort" in read


def test_a_minister_who_has_signed_is_still_called_monsieur() -> None:
    assert "has signed Mr Lefort" in readable(f"{CALLED} He has signed M. Lefort a pass.\n")
