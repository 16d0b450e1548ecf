"""Which names of a page are one, and which are nobody's and no place's: ships, parties, slips."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.places.places import is_thing
from tests.sources.pages.cataloguing import Catalogued, page

PROSE = (
    "We have read the note with attention and think that the work must be finished in the spring, "
    "though nobody there has said so."
)


def read(tmp_path: Path, *lines: str) -> Catalogued:
    return page(tmp_path, "\n\n".join(("Report on Copper", "Venta, 5 May 1961", PROSE, *lines)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Workers' Party of Vietnam wrote to the Bank of China.",
        "He heard it from the National Front for the Liberation of South Vietnam.",
        "Units of the Tibet Military Region moved in the night.",
        "The Academy of Sciences of the USSR sent two men.",
    ],
)
def test_a_country_in_the_name_of_a_party_or_bank_is_no_place(
    tmp_path: Path, sentence: str
) -> None:
    assert read(tmp_path, sentence).places <= {"Venta"}


def test_a_state_whose_name_ends_a_letterhead_is_no_place(tmp_path: Path) -> None:
    found = read(tmp_path, "EMBASSY OF THE HUNGARIAN PEOPLE'S REPUBLIC", PROSE)
    assert "HUNGARIAN PEOPLE'S REPUBLIC" not in found.places


def test_where_an_embassy_is_and_what_it_is_of_are_places(tmp_path: Path) -> None:
    found = read(tmp_path, "The Embassy of India in China asked the Government of Burma.")
    assert {"India", "China", "Burma"} <= found.places


def test_a_state_is_recorded_once_however_the_page_writes_it(tmp_path: Path) -> None:
    found = read(tmp_path, "The German Democratic Republic pays.", "FRANCE", "The GDR and France.")
    assert found.places == {"Venta", "German Democratic Republic", "France"}


def test_a_place_is_recorded_as_the_editor_spells_it(tmp_path: Path) -> None:
    found = read(tmp_path, "They met in Skopie [Skopje] and near Natu La [Nathu La - trans.].")
    assert {"Skopje", "Nathu La"} <= found.places
    assert not {"Skopie", "Natu La"} & found.places


def test_streets_and_buildings_in_a_sentence_are_places(tmp_path: Path) -> None:
    found = read(tmp_path, "He stayed at the Memling Hotel and walked along Minh Khai Street.")
    assert {"Memling Hotel", "Minh Khai Street"} <= found.places


def test_an_address_and_a_union_of_hotels_are_none(tmp_path: Path) -> None:
    found = read(tmp_path, "The Hotel Workers Union, 17, rue Lafayette, was told of it.")
    assert found.places == {"Venta"}


def test_straits_seas_and_passes_are_places(tmp_path: Path) -> None:
    found = read(tmp_path, "Sugar of the Isle of Pines went by the Golfo Persico and Bomdi La.")
    assert {"Isle of Pines", "Golfo Persico", "Bomdi La"} <= found.places


def test_principles_and_cliques_called_after_a_town_do_not_name_it(tmp_path: Path) -> None:
    found = read(tmp_path, "By the Bandung principles the Saigon clique has no friends.")
    assert found.places == {"Venta"}


def test_a_tongue_that_somebody_speaks_in_is_no_place(tmp_path: Path) -> None:
    assert read(tmp_path, "He said something in Yiddish to us.").places == {"Venta"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The carrier Franklin D. Roosevelt will join the Missouri off the coast.",
        "The steamer Beniowski was at the quay.",
        'She came with the m.v. "Pra River" of the line.',
        "The Seefalke went through as a merchant ship.",
        "On the vessel \u00abMexique\u00bb there were two thousand.",
    ],
)
def test_a_ship_is_no_person_and_no_place(tmp_path: Path, sentence: str) -> None:
    found = read(tmp_path, sentence)
    assert (found.people, found.places) == (set(), {"Venta"})


def test_a_paper_in_italics_amid_a_sentence_is_nobody(tmp_path: Path) -> None:
    text = (
        f"# Report on Copper\n\nVenta, 5 May 1961\n\n{PROSE}\n\nComrade Tung of *Nhan Zan* knows.\n"
    )
    assert page(tmp_path, text, "page.md").people == {"Tung"}


def test_a_place_on_the_way_from_another_is_no_person(tmp_path: Path) -> None:
    found = read(tmp_path, "I have come from Ankara by Batumi in eleven days.")
    assert (found.people, "Batumi" in found.places) == (set(), True)


def test_whom_the_page_names_elsewhere_is_not_where_one_goes(tmp_path: Path) -> None:
    found = read(tmp_path, "He paid a visit to Blas Tavara. Blas Tavara said that it rained.")
    assert (found.people, found.places) == ({"Blas Tavara"}, {"Venta"})


def test_a_name_in_two_romanisations_is_one_person(tmp_path: Path) -> None:
    found = read(tmp_path, "Comrade Alekseev left.", "Comrade Alekseev and Cde. Alexeyev met.")
    assert found.people == {"Alekseev"}


def test_a_chinese_name_in_pinyin_and_in_older_letters_is_one_person(tmp_path: Path) -> None:
    found = read(tmp_path, "Comrade Lo Jui-ch'ing left.", "Later Comrade Luo Ruiqing came back.")
    assert len(found.people) == 1


def test_accents_do_not_make_another_person(tmp_path: Path) -> None:
    found = read(
        tmp_path, "Carlos Rafael Rodr\u00edguez left.", "C. R. Rodriguez and Comrade Rodriguez."
    )
    assert found.people == {"Carlos Rafael Rodr\u00edguez"}


def test_of_two_with_one_family_name_the_rank_tells_which_is_meant(tmp_path: Path) -> None:
    lines = (
        "Vice Minister Zhang Hanfu came with Director Zhang Tong.",
        "Vice Minister Zhang left.",
    )
    found = read(tmp_path, *lines)
    named = [one.text for one in found.row.cells["people_named"]]
    assert named == ["Zhang Hanfu", "Zhang Tong", "Zhang Hanfu"]


def test_a_rank_behind_another_is_a_given_name(tmp_path: Path) -> None:
    found = read(tmp_path, "President Ayub Khan sent Counsellor Sultan Khan.")
    assert found.people == {"Ayub Khan", "Sultan Khan"}


def test_a_month_in_roman_numbers_is_nobodys_initials(tmp_path: Path) -> None:
    found = read(tmp_path, "Comrade Shtylla reports.", "carried out, 30.IV. Shtylla")
    assert found.people == {"Shtylla"}


def test_m_is_monsieur_where_most_who_have_one_initial_have_this_one(tmp_path: Path) -> None:
    found = read(tmp_path, "M. Globke, M. Smirnov, M. Carstens and M. Joxe left with M. Lucet.")
    assert found.people == {"Globke", "Smirnov", "Carstens", "Joxe", "Lucet"}


def test_a_digit_that_a_scan_has_for_a_letter_is_read_as_it(tmp_path: Path) -> None:
    found = read(tmp_path, "Fide1 Castro and M. B1ankenhorn wrote to Lord Russe11.")
    assert found.people == {"Fidel Castro", "M. Blankenhorn", "Russell"}


def test_according_to_whom_and_whose_journey_show_persons(tmp_path: Path) -> None:
    found = read(tmp_path, "According to Katushev, one has an interest in Harriman's journey.")
    assert found.people == {"Katushev", "Harriman"}


def test_firms_known_by_name_are_bodies(tmp_path: Path) -> None:
    found = read(tmp_path, "The gentlemen of Esso and Texaco refused to refine the oil.")
    bodies = {one.name for one in found.record.agents if one.kind == "group"}
    assert ({"Esso", "Texaco"} <= bodies, found.people) == (True, set())


def test_trusts_of_a_planned_economy_are_bodies(tmp_path: Path) -> None:
    found = read(
        tmp_path, "Bulgargeomin can look for it and Technoexport will pay, not the export."
    )
    bodies = {one.name for one in found.record.agents if one.kind == "group"}
    assert ({"Bulgargeomin", "Technoexport"} <= bodies, found.people) == (True, set())


def test_a_gloss_on_the_next_line_says_who_is_meant(tmp_path: Path) -> None:
    found = read(tmp_path, "It was Comrade Abdyl Kelezi\n   [K\u00ebllezi] who helped him with it.")
    assert found.people == {"Abdyl K\u00ebllezi"}


def test_a_text_in_spanish_names_towns_of_several_words(tmp_path: Path) -> None:
    text = (
        "Anoche se dijo que los hombres que vienen de Mont-de-Marsan por Perpiñán y los campos de "
        "Argelès-sur-Mer, Saint-Cyprien y Le Barcarès no tienen nada; que lo sabe Lázaro Cárdenas."
    )
    head = "Carta sobre los refugiados\n\nParís, 26 de mayo de 1939"
    found = page(tmp_path, f"{head}\n\n{text}\n")
    towns = {"Mont-de-Marsan", "Argelès-sur-Mer", "Saint-Cyprien", "Le Barcarès"}
    assert (towns - found.places, "Lázaro Cárdenas" in found.places) == (set(), False)


def test_towns_and_bases_of_the_last_century_are_known(tmp_path: Path) -> None:
    found = read(tmp_path, "The trains by way of Helmstedt stop, said those who came over Schwedt.")
    assert {"Helmstedt", "Schwedt"} <= found.places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("die Verträge von Locarno hervorgerufen haben", "Locarno"),
        ("EMBAJADA DE ESPAÑA\nInforme", "ESPAÑA"),
        ("a Csepel Vas- és Fémművek dolgozói", "Csepel"),
    ],
)
def test_a_place_is_none_where_a_treaty_a_post_or_works_have_its_name(
    text: str, place: str
) -> None:
    at = text.index(place)
    assert is_thing(text, at, at + len(place))


def test_a_place_that_stands_in_a_sentence_is_one() -> None:
    for text, place in (
        ("die Gespräche von Locarno", "Locarno"),
        ("RECIBIDO EN ESPAÑA", "ESPAÑA"),
        ("Csepel Budapest kerülete", "Csepel"),
    ):
        at = text.index(place)
        assert not is_thing(text, at, at + len(place))


@pytest.mark.parametrize(
    ("title", "name", "place"),
    [
        ("Journal of Soviet Ambassador to Hungary A. Orlov", "A. Orlov", "Hungary"),
        ("Journal of Ambassador to North Korea A.M. Orlov", "A.M. Orlov", "North Korea"),
        ("Report from Ambassador in Poland P. Orlov to Sobolev", "P. Orlov", "Poland"),
        ("Telegram from the Ambassador to Hungary Orlov to Sobolev", "Orlov", "Hungary"),
        ("Telegram from the Ambassador in Cuba Jan Orlov on the Mill", "Jan Orlov", "Cuba"),
        ("Telegram from Soviet Ambassador to Cuba A. Orlov on Grain", "A. Orlov", "Cuba"),
        ("Report by the Consul in Seoul A. Orlov on the Talks", "A. Orlov", "Seoul"),
    ],
)
def test_the_country_of_a_post_is_no_part_of_the_name_behind_it(
    tmp_path: Path, title: str, name: str, place: str
) -> None:
    found = page(tmp_path, f"# {title}\n\nMay 5, 1951\n\n{PROSE}\n")
    assert found.role("author") == [name]
    assert place in found.places


def test_a_post_without_its_holder_is_nobody_and_may_be_written_to(tmp_path: Path) -> None:
    title = "Cable from the Consul in Seoul to the Foreign Ministry"
    found = page(tmp_path, f"# {title}\n\nMay 5, 1951\n\n{PROSE}\n")
    assert found.role("author") == []
    assert found.role("recipient") == ["Foreign Ministry"]


@pytest.mark.parametrize(
    "office",
    ["State Committee for Foreign Economic Relations", "Ministry for Foreign Economic Relations"],
)
def test_what_a_ministry_is_for_is_nobody(tmp_path: Path, office: str) -> None:
    found = read(tmp_path, f"He agreed with the note of the {office}.")
    assert not found.people
    assert {one.name for one in found.record.agents} == {office}


@pytest.mark.parametrize("mark", [".", ","])
def test_a_letterhead_of_a_party_and_its_central_committee_is_of_one_body(
    tmp_path: Path, mark: str
) -> None:
    head = f"COMMUNIST PARTY OF THE SOVIET UNION{mark} CENTRAL COMMITTEE"
    found = page(tmp_path, f"# Decision on Grain\n\n{head}\n\nMay 5, 1951\n\n{PROSE}\n")
    assert head in {one.name for one in found.record.agents}


def test_behind_the_name_of_a_party_a_sentence_ends(tmp_path: Path) -> None:
    found = read(tmp_path, "He left the Communist Party of Poland. Central Committee men saw it.")
    names = {one.name for one in found.record.agents}
    assert "Communist Party of Poland" in names


@pytest.mark.parametrize("word", ["Has", "Did"])
def test_a_question_is_no_part_of_the_name_that_an_editor_explains(
    tmp_path: Path, word: str
) -> None:
    found = read(tmp_path, f"{word} Basov [the Soviet ambassador] come with a paper?")
    assert found.people == {"Basov"}


def test_what_a_body_met_on_is_no_part_of_its_name(tmp_path: Path) -> None:
    title = (
        "# Minutes of the Meeting of the Secretariat of the CC of the RCP on the Entry of Troops"
    )
    found = page(tmp_path, f"{title}\n\nMay 5, 1951\n\n{PROSE}\n")
    assert found.role("corporate-author") == ["Secretariat of the CC of the RCP"]


def test_the_number_of_an_issue_is_none_of_the_paper(tmp_path: Path) -> None:
    found = read(tmp_path, "(Signed) J. ORLOV", "Venta Review, Vol. IV, No. 34 (May 8, 1961), p. 6")
    assert not found.numbers()


def test_minutes_below_a_despatch_do_not_say_what_it_is(tmp_path: Path) -> None:
    text = f"Sir,\n\n{PROSE}\n\nI have, &c.\n\nM. ORLOV\n\nMinutes\n\nA lucid account.\n"
    found = page(tmp_path, f"# M. Orlov to J. Vesely, 5 May 1951\n\n{text}", "page.md")
    assert "minutes" not in {one.id for one in found.record.type}


@pytest.mark.parametrize(
    "thing",
    ['the party school "Karl Marx"', "the Camilo Cienfuegos column", "the plant „Karl Marx“"],
)
def test_what_is_called_after_somebody_is_not_he(tmp_path: Path, thing: str) -> None:
    found = page(tmp_path, f"Note on the Mill\n\nWe saw {thing} at work. {PROSE}\n")
    assert not found.people


def test_a_ship_may_stand_behind_a_comma_and_captains_are_ranks(tmp_path: Path) -> None:
    text = "From Rijeka comes a ship, the Postojna. With me were Captains Jan Orlov and Petr Hora."
    found = page(tmp_path, f"Note on the Mill\n\n{text} {PROSE}\n")
    assert "Postojna" not in found.places
    assert found.people == {"Jan Orlov", "Petr Hora"}


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Dr A Q Khan left the works, and A J Smith came.", {"A Q Khan", "A J Smith"}),
        ("From the Ministry of Defence [B. D.] Nag Chaudhuri wrote.", {"B. D. Nag Chaudhuri"}),
        ("The Ministry of Defence Wu Xiuquan said nothing.", {"Wu Xiuquan"}),
        ("Above all, Ayatollah Montazeri had his way.", {"Montazeri"}),
        ("The secretary of the CC AzCP was told of it.", set()),
    ],
)
def test_initials_without_stops_ranks_and_ministries_show_names(
    tmp_path: Path, sentence: str, people: set[str]
) -> None:
    assert read(tmp_path, sentence).people == people


def test_a_party_of_a_state_is_a_body_and_no_place(tmp_path: Path) -> None:
    found = read(tmp_path, "He told the Democratic Party of Azerbaijan to wait for the order.")
    bodies = {one.name for one in found.record.agents if one.kind == "group"}
    assert "Democratic Party of Azerbaijan" in bodies
    assert "Azerbaijan" not in found.places
