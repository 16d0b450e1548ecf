"""Lines of thanks, with a word for what is shown before them."""

from __future__ import annotations

import pytest

from lod.sources.pages.layout.creditlines import is_credit
from lod.sources.pages.words.pageline import Line


@pytest.mark.parametrize(
    "line",
    [
        "[Stenographic record. Translated from the Romanian by Ana Ruiz for the Project]",
        "[Handwritten notes. Translated by Ana Ruiz]",
        "Excerpts. Translated from Polish by Ana Ruiz.",
        "(Draft minutes. Translated by Ana Ruiz)",
        "Auszug. Aus dem Russischen von Anna Bauer.",
    ],
)
def test_what_kind_of_record_is_translated_may_stand_before_the_translator(line: str) -> None:
    assert is_credit(Line(0, len(line), line))


@pytest.mark.parametrize(
    "line",
    [
        "[Stenographic record of the session of the Politburo]",
        "Verbatim record. The chairman thanked the translators.",
        "The minutes were long. Translated by Ana Ruiz they filled two books.",
    ],
)
def test_a_record_of_which_nobody_says_who_translated_it_is_no_thanks(line: str) -> None:
    assert not is_credit(Line(0, len(line), line))
