"""Korean, Chinese and Vietnamese names in texts of other languages."""

from __future__ import annotations

import pytest

from lod.sources.pages.persons.eastern import eastern_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Am 23.8. empfing mich Pak Song-tschol.", ["Pak Song-tschol"]),
        ("Jiao Ruoyu ist seit Oktober in Peking, Wang Peng vertritt ihn.",
         ["Jiao Ruoyu", "Wang Peng"]),
        ("Kim Il wird im September reisen, Le Duc Tho nicht.", ["Kim Il", "Le Duc Tho"]),
        ("Le Havre et La Haye sont loin.", []),
        ("Bei Tage, im Haus, Du weißt es.", []),
        ("Der Ho-Tschi-Minh-Pfad und Song Bai", []),
    ],
)  # fmt: skip
def test_a_family_name_that_stands_first_tells_a_person(text: str, names: list[str]) -> None:
    found = [text[one.start : one.end] for one in eastern_names(text, (0, len(text)), ())]
    assert found == names
