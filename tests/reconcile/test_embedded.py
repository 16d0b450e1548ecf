"""The authority that ships: it links the names of the archive, and nothing that it should not."""

# ruff: noqa: RUF001  (Cyrillic names are meant)

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from lod.entity import EntityKind
from lod.errors import RegistryError, UsageError
from lod.reconcile import embedded
from lod.reconcile.authorities import open_authority
from lod.reconcile.company import Company, Met
from lod.reconcile.matcher import Matcher
from lod.reconcile.score import Situation


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return Matcher([open_authority("embedded")])


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("President Kennedy", 1961, "Q9696"),
        ("President Bush", 1990, "Q23505"),
        ("President Bush", 2003, "Q207"),
        ("President Kennedy", 1965, ""),
        ("Vice President Johnson", 1962, ""),
        ("Premier Kim", 1965, ""),
    ],
)
def test_who_held_the_office_that_stands_before_a_surname_is_meant(
    shipped: Matcher, name: str, year: int, qid: str
) -> None:
    assert shipped.match(name, "person", Situation(year, "sender")).id == qid


@pytest.mark.parametrize(
    ("name", "kind", "year", "qid"),
    [
        ("Chiang, Ching-kuo (Jiang Jingguo)", "person", 1967, "Q313598"),
        ('Blair, Anthony Charles Lynton ("Tony")', "person", 1997, "Q9545"),
        ("Nazarbayev, Nursultan Abishuly", "person", 1997, "Q57394"),
        ("Kuchma, Leonid Danylovych", "person", 1997, "Q629702"),
        ("A. Gromyko", "person", 1951, "Q184267"),
        ("Comrade STALIN I.V.", "person", 1951, "Q855"),
        ("Cde. Stalin", "person", 1947, "Q855"),
        ("Satō, Eisaku", "person", 1967, "Q179871"),
        ("Kim Il Sung", "person", 1957, "Q41117"),
        ("Japan. Foreign Ministry", "agent", 1967, "Q222241"),
        ("CPSU", "group", 1957, "Q79854"),
        ("Korea", "place", 1947, "Q18097"),
        ("Great Britain", "place", 1997, "Q145"),
    ],
)
def test_names_of_the_archive_are_linked(
    shipped: Matcher, name: str, kind: EntityKind, year: int, qid: str
) -> None:
    decision = shipped.match(name, kind, Situation(year))
    assert decision.id == qid, decision.note


@pytest.mark.parametrize(
    ("name", "kind", "year"),
    [
        ("Razuvaev", "person", 1951),
        ("Nam II", "person", 1957),
        ("Cde. Ivanov", "person", 1956),
        ("I. Vinogradov", "person", 1956),
        ("Marshall", "person", 1947),
        ("Carnegie Corporation of New York (CCNY)", "group", 1960),
        ("Poland. Embassy (Canada)", "group", 1960),
        ("[Mensan] District", "place", 1957),
        ("Germany", "place", 1951),
    ],
)
def test_names_that_say_too_little_are_linked_to_nothing(
    shipped: Matcher, name: str, kind: EntityKind, year: int
) -> None:
    assert shipped.match(name, kind, Situation(year)).id == ""


def test_it_says_which_version_was_searched(shipped: Matcher) -> None:
    name, _, version = shipped.authorities[0].partition("@")
    assert (name, len(version)) == ("embedded", 12)


def test_every_entity_is_found_by_its_own_label() -> None:
    authority = embedded.load()
    path = Path(embedded.__file__).parents[2] / "vocab" / "authority" / "entities.jsonl"
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len(lines) > 500
    assert all(authority.get(line["id"]) for line in lines)


def test_a_missing_or_broken_authority_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no authority"):
        embedded.read(tmp_path)
    (tmp_path / "entities.jsonl").write_text('{"id":"Q1"}\n')
    with pytest.raises(UsageError, match=r"entities.jsonl"):
        embedded.read(tmp_path)


def test_an_unknown_authority_lists_those_there_are() -> None:
    with pytest.raises(RegistryError, match="embedded"):
        open_authority("embeded")


def test_the_sample_of_the_archive_has_no_wrong_link(shipped: Matcher, shared: Path) -> None:
    expected = {
        "Nehru, Jawaharlal": "Q1047", "Satō, Eisaku": "Q179871", "Mao, Zedong": "Q5816",
        "Chiang, Ching-kuo (Jiang Jingguo)": "Q313598", "Kohl, Helmut": "Q2518",
        "Yeltsin, Boris": "Q34453", "Chirac, Jacques": "Q2105",
    }  # fmt: skip
    found: dict[str, str] = {}
    with (shared / "data/wilson/wilson_sample.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            year = int(row["original_publication_date"].split()[-1])
            for name in json.loads(row["associated_people_orgs"] or "[]"):
                found[name] = shipped.match(name, "agent", Situation(year, "mentioned")).id
    assert {name: found.get(name, qid) for name, qid in expected.items()} == expected
    assert found["Neuer, Walter"] == ""


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Kennedy, Mrs. John F.", 1961),
        ("Kennedy, John F. (Mrs.)", 1961),
        ("Kennedy (Mrs. John F.)", 1961),
        ("Mrs. Winston Churchill", 1961),
        ("Frau Konrad Adenauer", 1955),
        ("Mme Charles de Gaulle", 1961),
        ("Madame Chiang Kai-shek", 1945),
        ("Rhee, Mrs. Syngman", 1955),
        ("Sra. Salvador Allende", 1972),
        ("г-жа Иосиф Сталин", 1950),
        ("Lady Anthony Eden", 1955),
        ("Nagy, Imréné", 1956),
    ],
)
def test_the_wife_is_not_her_husband(shipped: Matcher, name: str, year: int) -> None:
    assert shipped.match(name, "person", Situation(year)).id == ""


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("Mrs. Margaret Thatcher", 1985, "Q7416"),
        ("Thatcher, Mrs. M.", 1985, "Q7416"),
        ("Meir, Golda (Mrs.)", 1970, "Q42992"),
        ("Frau Indira Gandhi", 1970, "Q1149"),
        ("Queen Elizabeth II", 1970, "Q9682"),
        ("Mr. John F. Kennedy", 1961, "Q9696"),
    ],
)
def test_a_woman_is_known_by_her_own_name_with_a_title(
    shipped: Matcher, name: str, year: int, qid: str
) -> None:
    assert shipped.match(name, "person", Situation(year)).id == qid


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Charles de Gaulle (ship)", 1961),
        ("Charles de Gaulle (Schiff)", 1961),
        ("Kennedy, John F. (Airport)", 1961),
        ("Kennedy, John F., Library", 1961),
        ("Kennedy, John F., wife of", 1961),
        ("Stalin, Joseph (son)", 1950),
    ],
)
def test_what_is_named_after_somebody_is_not_he(shipped: Matcher, name: str, year: int) -> None:
    assert shipped.match(name, "person", Situation(year)).id == ""


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("Kennedy, John F. (President)", 1961, "Q9696"),
        ("Gaulle, Charles de (general)", 1961, "Q2042"),
        ("Eisenhower, General (ret.) Dwight D.", 1955, "Q9916"),
        ("Kennedy, Lieutenant (jg) John F.", 1943, "Q9696"),
        ("Kissinger, Henry (Harvard University)", 1961, "Q66107"),
        ("Kim Il Sung (also Kim Il-song)", 1961, "Q41117"),
    ],
)
def test_what_stands_in_parentheses_may_be_of_the_person(
    shipped: Matcher, name: str, year: int, qid: str
) -> None:
    assert shipped.match(name, "person", Situation(year)).id == qid


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Stalin, V. I.", 1950),
        ("Chamberlain, Joseph", 1900),
        ("Eden, Robert", 1955),
        ("Wilson, James", 1965),
        ("Eden, R.", 1955),
        ("Pinheiro, João Baptista", 1977),  # not José Baptista Pinheiro de Azevedo
    ],
)
def test_nobody_is_linked_by_a_name_that_he_is_not_called(
    shipped: Matcher, name: str, year: int
) -> None:
    assert shipped.match(name, "person", Situation(year)).id == ""


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("Stalin, I. V.", 1950, "Q855"),
        ("Chamberlain, Joseph Austen", 1925, "Q188999"),
        ("Wilson, Thomas Woodrow", 1916, "Q34296"),
        ("Guevara, Ernesto", 1960, "Q5809"),
        ("Clinton, William", 1995, "Q1124"),
        ("King, Mackenzie", 1940, "Q128633"),
    ],
)
def test_one_of_the_usual_names_is_enough(shipped: Matcher, name: str, year: int, qid: str) -> None:
    assert shipped.match(name, "person", Situation(year)).id == qid


@pytest.mark.parametrize(
    "name",
    [
        *("FRG", "F.R.G.", "West Germany", "Germany (West)", "Germany, West"),
        *(
            "Federal Republic of Germany",
            "Germany (Federal Republic)",
            "Germany, Federal Republic of",
        ),
        *("Federal Republic of Germany (FRG)", "Bundesrepublik Deutschland", "BRD", "RFA", "ФРГ"),
        *("Allemagne de l'Ouest", "Западная Германия", "西德"),
    ],
)
def test_one_state_is_one_item_by_all_its_names(shipped: Matcher, name: str) -> None:
    found = {shipped.match(name, "place", Situation(year)).id for year in (1955, 1975, 1989)}
    assert found == {"Q713750"}


@pytest.mark.parametrize(
    ("name", "qid"),
    [("Korea (Republic)", "Q884"), ("Korea (Democratic People's Republic)", "Q423")],
)
def test_a_name_turned_round_is_the_same(shipped: Matcher, name: str, qid: str) -> None:
    assert shipped.match(name, "place", Situation(1955)).id == qid


@pytest.mark.parametrize(
    ("name", "year", "qid"),
    [
        ("Cyprus", 1950, "Q229"),
        ("Кипр", 1950, "Q229"),
        ("Kenya", 1955, "Q114"),
        ("Singapore", 1964, "Q334"),
        ("Pakistan", 1939, "Q843"),
        ("Soviet Union", 1995, "Q15180"),
    ],
)
def test_a_land_before_or_after_its_state_is_a_question(
    shipped: Matcher, name: str, year: int, qid: str
) -> None:
    found = shipped.match(name, "place", Situation(year))
    assert (found.judgement.value, found.candidates[0].id) == ("review", qid)


def test_who_is_named_in_full_beside_a_name_does_not_bear_another_one(shipped: Matcher) -> None:
    nehru = "Q1047"
    alone = shipped.match("U Nu", "person", Situation(1958))
    company = Company(full=(nehru,), across=(), met=(Met(nehru, "Q17410", 5, wrote=True),))
    among = shipped.match("U Nu", "person", Situation(1958, company=company))
    score = {one.id: one.score for one in among.candidates}
    assert score[nehru] < 0.01 < {one.id: one.score for one in alone.candidates}[nehru]
    reasons = next(one.reasons for one in among.candidates if one.id == nehru)
    assert "the same record names him in full, by another name (-4.0)" in reasons
    assert not any("corresponds" in one or "(+4.0)" in one for one in reasons)


@pytest.mark.parametrize(
    ("name", "qid"),
    [
        ("Bundeskanzler Adenauer", "Q2492"),
        ("Präsident Eisenhower", "Q9916"),
        ("Général de Gaulle", "Q2042"),
        ("The Rt Hon Anthony Eden MP", "Q128995"),
        ("Anthony Eden, 1st Earl of Avon", "Q128995"),
        ("Elizabeth II, Queen of Great Britain", "Q9682"),
        ("Sir Winston Churchill, KG, OM, CH", "Q8016"),
        ("Marschall Tito", ""),
        ("Moore, Henry, OM, CH", ""),
    ],
)
def test_ranks_of_other_languages_orders_and_seats_are_no_part_of_a_name(
    shipped: Matcher, name: str, qid: str
) -> None:
    assert shipped.match(name, "person", Situation(1955)).id == qid
