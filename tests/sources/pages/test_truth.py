"""What a page does not say is not recorded: pieces of lines, events and peoples are nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.pages.cataloguing import Catalogued, page
from tests.sources.pages.reading import read

PROSE = "We have read the note with attention and think that the work must be finished in spring."
FRENCH = "Je vous remercie de votre lettre et je vous prie de croire que nous ferons le nécessaire."


def report(tmp_path: Path, text: str, title: str = "Report on the Works") -> Catalogued:
    return page(tmp_path, f"# {title}\n\nMay 5, 1951\n\n{text} {PROSE}\n")


def bodies(found: Catalogued) -> set[str]:
    return {one.name for one in found.record.agents if one.kind == "group"}


@pytest.mark.parametrize(
    "text",
    [
        "The Party Congress has ended.",
        "The Potsdam Conference was named.",
        "The Geneva Conference on Laos went on.",
        "The Vienna Convention was signed.",
        "I propose that a joint Balkan Grain Board be set up.",
        "The others want an All-Union Fisheries Commission.",
        "They call for a Danube River Council.",
        "The idea of an Arab Coal Board is old.",
    ],
)
def test_events_and_what_somebody_only_wishes_for_are_no_bodies(tmp_path: Path, text: str) -> None:
    assert not bodies(report(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "The grain promised by the Romanians was late.",
        "The North Korean one sat with the Albanians.",
        "Two Maltese and a Peruvian came.",
        "The Nampo smelter and the Kaesong ginseng factory are idle.",
        "He saw the Hamhung locomotive depot.",
        "He spoke of the Treaty of Rome and of the Berlin Wall.",
        "He reads the Seoul Tribune.",
    ],
)
def test_peoples_and_what_is_called_after_a_place_are_no_places(tmp_path: Path, text: str) -> None:
    assert not report(tmp_path, text).places


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Georgia Brown came to us.", {"Georgia Brown"}),
        ("Israel Katz said no.", {"Israel Katz"}),
        ("We hear that Paris Vassilikos left.", {"Paris Vassilikos"}),
        ("In Paris Bidault spoke.", {"Bidault"}),
        ("Israel Radio said so.", set()),
        ("Have Zhou and Peng been told?", {"Zhou", "Peng"}),
        ("About Masaryk we know nothing.", {"Masaryk"}),
        ("Was Gdynia told?", set()),
    ],
)
def test_a_given_name_or_a_question_makes_a_person_of_what_may_be_a_place(
    tmp_path: Path, text: str, people: set[str]
) -> None:
    assert report(tmp_path, text).people == people


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Chairman of the Council of Ministers I. STALIN", "I. STALIN"),
        ("Administrator of Affairs M. POMAZNEV", "M. POMAZNEV"),
        ("Secretary of State for Trade K. Orlov", "K. Orlov"),
    ],
)
def test_the_words_of_an_office_are_no_part_of_the_name_behind_it(
    tmp_path: Path, line: str, name: str
) -> None:
    found = page(tmp_path, f"# Decree on Grain\n\nMay 5, 1951\n\n{PROSE}\n\n{line}\n")
    assert found.people == {name}
    assert found.role("signatory") == [name]


def test_a_charge_daffaires_is_named_without_his_office(tmp_path: Path) -> None:
    found = report(tmp_path, "", "Diary of Charge d'Affaires B.K. Pelishenko")
    assert found.role("author") == ["B.K. Pelishenko"]


@pytest.mark.parametrize(
    "title",
    [
        "Telegram, Section Head to Beria and Kruglov",
        "Letter from Orlov to Beria and Kruglov",
        "Cable to Beria and Kruglov from Orlov",
    ],
)
def test_two_to_whom_a_title_says_a_paper_goes_are_two(tmp_path: Path, title: str) -> None:
    found = page(tmp_path, f"# {title}\n\nMay 5, 1951\n\nto Cdes. BERIA, KRUGLOV\n\n{PROSE}\n")
    assert found.role("recipient") == ["Beria", "Kruglov"]


def test_a_politburo_with_a_delegation_is_the_politburo(tmp_path: Path) -> None:
    title = "Minutes of the Session of the Hungarian Politburo with the Delegation from Mali"
    assert bodies(report(tmp_path, "", title)) == {"Hungarian Politburo"}


def test_two_ministries_of_one_acronym_are_two(tmp_path: Path) -> None:
    found = report(tmp_path, "MFA Poland asked MFA Hungary for an answer.")
    assert bodies(found) == {"MFA Poland", "MFA Hungary"}


def test_a_name_below_a_text_is_no_place_of_its_dateline(tmp_path: Path) -> None:
    text = f"To the Center\n\n{PROSE}\n\nGolovko\n\n11 June 1946\n"
    found = page(tmp_path, text)
    assert not found.places
    assert found.role("signatory") == ["Golovko"]


def test_monsieur_is_no_initial_and_his_office_nobody(tmp_path: Path) -> None:
    title = "# Lettre de M. Alphand à M. Couve de Murville"
    found = page(tmp_path, f"{title}\n\nMonsieur le Ministre,\n\n{FRENCH}\n\nAlphand\n")
    assert found.role("sender") == ["Alphand"]
    assert found.role("recipient") == ["Couve de Murville"]
    assert found.people == {"Alphand", "Couve de Murville"}


def test_german_offices_and_divisions_are_nobody(tmp_path: Path) -> None:
    text = (
        "Verfasser: Abteilung Landwirtschaft\nDatum: 3. Mai 1956\n\n"
        "Der Minister des Innern schwieg. Der Botschafter der Volksrepublik Polen, Genosse "
        "Baranowski, sprach über die Ernte und die Not der Leute, und wir hörten ihm zu.\n"
    )
    found = page(tmp_path, text)
    assert (found.people, found.places) == ({"Baranowski"}, {"Polen"})


def test_a_spanish_ambassador_is_one_person_with_and_without_his_office(tmp_path: Path) -> None:
    text = "Le envío el informe sobre los trabajadores en la isla y le ruego que lo lea."
    head = (
        "# Carta del Embajador Raúl Roa al Ministro\n\nRemitente: Raúl Roa\n\nSeñor Ministro:\n\n"
    )
    found = page(tmp_path, f"{head}{text}\n\nRoa\n")
    assert found.people == {"Raúl Roa"}
    assert found.role("sender") == ["Raúl Roa"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("menu.txt", "Home\nAbout\nPeople\nPrevious\nContact Us\nPrivacy Policy\n"),
        ("noise.txt", "\x9f#k\x8e!!~\x07q<$0`|\x03\x1a;}w\x02\\@%^&*x\x10"),
        ("archive.txt", "PK\x03\x00" + 40 * "\x01\x1b" + " Letter of A. Orlov\n\n5 May 1951"),
        ("links.html", "<html><ul><li><a href='/a'>Moscow</a><li><a href='/b'>Stalin</a></ul>"),
    ],
)
def test_a_page_of_menus_or_noise_is_left_out_and_reported(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    found = read(tmp_path / name, "pages")
    stops = ["encoding/nul"] if "\0" in text else []
    assert (found.rows, found.codes) == ([], [*stops, "page/no-document"])


@pytest.mark.parametrize("text", ["Telegram\n\nNo grain.\n", "They came home late that night.\n"])
def test_a_page_with_a_title_or_a_sentence_is_a_document(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.txt").write_text(text)
    assert len(read(tmp_path / "page.txt", "pages").rows) == 1


def test_a_partys_faction_is_part_of_its_name(tmp_path: Path) -> None:
    found = report(tmp_path, "He is of the All-Union Communist Party (bolsheviks) since 1920.")
    assert bodies(found) == {"All-Union Communist Party (bolsheviks)"}


@pytest.mark.parametrize(
    "line",
    [
        "[illegible signature, possibly Malik]",
        "[signature illegible, probably Malik]",
        "[signed illegibly, perhaps Malik]",
    ],
)
def test_a_guess_at_a_signature_is_for_the_curator_and_no_fact(tmp_path: Path, line: str) -> None:
    found = page(tmp_path, f"Telegram to the Center\n\n9 May 1960\n\n{PROSE}\n\n{line}\n")
    assert [cell.text for cell in found.row.cells["signatory_guess"]] == ["Malik"]
    assert {one.role for one in found.record.agents} == {"mentioned"}


@pytest.mark.parametrize("text", ["हमने आज पत्र ध्यान से पढ़ा है", "เราอ่านจดหมายวันนี้"])
def test_a_sentence_in_any_script_is_a_document(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.txt").write_text(text, "utf-8")
    assert "page/no-document" not in read(tmp_path / "page.txt", "pages").codes
