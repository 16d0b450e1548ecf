"""Names as catalogues, letters and scanners spell them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.normalize.kinds import kind_of
from lod.normalize.names import divisions, forms, parse_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Japan. Foreign Ministry. Asian Affairs Bureau", "group"),
        ("Poland. Embassy (Canada)", "group"),
        ("Poland. Sejm", "group"),
        ("Carnegie Corporation of New York (CCNY)", "group"),
        ("Japan-China Cultural Exchange Association", "group"),
        ("Chun & Jane Chiu Family Foundation", "group"),
        ("Communist Party of the Soviet Union Central Committee", "group"),
        ("NATO", "group"),
        ("ЦК КПСС", "group"),
        ("Gromyko, Andrei", "person"),
        ("Church, Frank", "person"),
        ("Bank, Aaron", "person"),
        ("Cde. Stalin", "person"),
        ("A. Gromyko", "person"),
        ("(I. Vinogradov)", "person"),
        ("STALIN I.V.", "person"),
        ("Lazar Moiseevich Kaganovich", "person"),
        ("Gary Goldberg", "agent"),
        ("Vecherniy Leningrad", "agent"),
        ("A. Gromyko, Minister of Trade", "person"),
        ("Secretary of State", "person"),
        ("Secretary of State Dulles", "person"),
        ("Soviet Ambassador in Pyongyang Shtykov", "person"),
        ("President of the Republic", "person"),
        ("Office of the President", "group"),
        ("Estate of John Miller", "group"),
        ("Miller, John (firm)", "group"),
        ("Sunday Adelaja", "agent"),
        ("Jan Pravda", "agent"),
        ("Sunday Express", "group"),
        ("Straits Times", "group"),
        ("Molotov", "agent"),
        ("", "agent"),
    ],
)
def test_words_and_shape_tell_a_person_from_a_body(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("text", "family", "first", "patronymic"),
    [
        ("Satō, Eisaku", "Satō", "Eisaku", ""),
        ("Nazarbayev, Nursultan Abishuly", "Nazarbayev", "Nursultan", "Abishuly"),
        ("Kuchma, Leonid Danylovych", "Kuchma", "Leonid", "Danylovych"),
        ("Comrade STALIN I.V.", "STALIN", "I. V.", ""),
        ("Vyacheslav Mikhailovich Molotov", "Molotov", "Vyacheslav", "Mikhailovich"),
        ("Lazar Moiseevich Kaganovich", "Kaganovich", "Lazar", "Moiseevich"),
        ("Молотов Вячеслав Михайлович", "Молотов", "Вячеслав", "Михайлович"),
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig", ""),
        ("MAO Zedong", "MAO", "Zedong", ""),
        ("Vinogradov, Major General Ilya Vasilyevich", "Vinogradov", "Ilya", "Vasilyevich"),
        ("Razuvaev", "Razuvaev", "", ""),
    ],
)
def test_a_personal_name_is_taken_apart_in_any_order(
    text: str, family: str, first: str, patronymic: str
) -> None:
    name = parse_name(text, "person")
    assert (name.family, name.given, name.patronymic) == (family, first, patronymic)


def test_the_spelling_of_the_source_stays() -> None:
    assert parse_name("  Comrade  STALIN I.V. ").raw == "Comrade STALIN I.V."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Cde. Stalin", "Cde."),
        ("Marshal Zhukov", "Marshal"),
        ("Lemberger, Dr. Ernst", "Dr."),
        ("Churchill, Winston, Sir", "Sir"),
        ("Тов. Сталин", "Тов."),
        ("Marshall", ""),
        ("Major, John", ""),
    ],
)
def test_ranks_are_kept_apart(text: str, title: str) -> None:
    assert parse_name(text, "person").title == title


def test_parentheses_hold_another_form_or_a_nickname() -> None:
    chiang = parse_name("Chiang, Ching-kuo (Jiang Jingguo)")
    blair = parse_name('Blair, Anthony Charles Lynton ("Tony")')
    garn = parse_name("Garn, Edwin J. (Jake)")
    assert (chiang.alternates, chiang.nickname) == (("Jiang Jingguo",), "")
    assert (blair.nickname, garn.nickname) == ("Tony", "Jake")


def test_a_body_keeps_its_parentheses_but_for_the_acronym() -> None:
    carnegie = parse_name("Carnegie Corporation of New York (CCNY)")
    assert (carnegie.core, carnegie.alternates) == ("Carnegie Corporation of New York", ("CCNY",))
    assert parse_name("Poland. Embassy (Canada)").core == "Poland. Embassy (Canada)"
    assert parse_name("VKP(b)").core == "VKP(b)"


@pytest.mark.parametrize(
    ("text", "born", "died"),
    [
        ("Smith, John, 1910-1980", 1910, 1980),
        ("Smith, John (1910\u20131980)", 1910, 1980),
        ("Smith, John, 1910-", 1910, None),
        ("Smith, John, b. 1871", 1871, None),
        ("Smith, John, d. 1940", None, 1940),
        ("Smith, John, ca. 1910-1980", 1910, 1980),
        ("Smith, John", None, None),
    ],
)
def test_years_of_life_in_a_heading_are_read(text: str, born: int | None, died: int | None) -> None:
    name = parse_name(text)
    assert (name.family, name.born, name.died) == ("Smith", born, died)


@pytest.mark.parametrize(
    "text", ["[Molotov]", "[illegible signature, possibly Molotov]", "Molotov?"]
)
def test_brackets_and_question_marks_make_a_reading_uncertain(text: str) -> None:
    name = parse_name(text, "person")
    assert name.uncertain
    assert name.family == "Molotov"


def test_an_unreadable_name_is_no_name() -> None:
    assert forms(parse_name("[illegible]", "person")) == ()


def test_initials_and_bare_surnames_are_told() -> None:
    assert parse_name("A. Gromyko").is_initials
    assert not parse_name("Stalin, Joseph V.").is_initials
    assert parse_name("Cde. Ivanov").is_bare


def test_forms_are_direct_inverted_and_shortened() -> None:
    kuchma = forms(parse_name("Kuchma, Leonid Danylovych"))
    tony = forms(parse_name('Blair, Anthony Charles Lynton ("Tony")'))
    assert kuchma == (
        "Leonid Danylovych Kuchma",
        "Kuchma, Leonid Danylovych",
        "Leonid Kuchma",
    )
    assert "Tony Blair" in tony


def test_a_junior_is_no_given_name() -> None:
    kennedy = parse_name("John F. Kennedy, Jr.", "person")
    assert (kennedy.family, kennedy.given, kennedy.suffix) == ("Kennedy", "John F.", "Jr.")


def test_nam_il_misread_is_not_the_second_of_his_name() -> None:
    assert parse_name("Nam II", "person").suffix == ""


def test_a_heading_has_levels() -> None:
    assert divisions("Japan. Foreign Ministry") == ("Japan", "Foreign Ministry")
    assert divisions("U.S. Army") == ("U.S. Army",)


@given(st.text(max_size=400))
def test_any_text_has_a_name(text: str) -> None:
    for kind in ("agent", "person", "group"):
        assert isinstance(forms(parse_name(text, kind)), tuple)


@pytest.mark.parametrize(
    "text", ["(" * 10_000, "a, " * 5_000, "\u202e\u2066abc", "👩‍🚀", "[" * 999]
)
def test_no_name_is_too_odd(text: str) -> None:
    assert len(parse_name(text).raw) <= 300
