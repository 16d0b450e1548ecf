"""The traps of scraped pages, each once: what looks like a name or a field and is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.citations.citation import parse
from lod.sources.pages.papers.closings import closing
from lod.sources.pages.papers.copylines import copies
from lod.sources.pages.papers.memohead import head
from lod.sources.pages.papers.salutations import addressed
from lod.sources.pages.papers.spoken import translated_from
from lod.sources.pages.words.pageline import Line
from tests.sources.pages.cataloguing import Catalogued, catalogued, page

PROSE = (
    "We have read your note with attention and think that the work must be finished in the spring."
)


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, Catalogued]:
    return {one.row.row[:3]: one for one in catalogued(shared / "seeds")}


def test_a_number_at_the_head_of_a_message_is_that_of_what_it_answers(
    seeds: dict[str, Catalogued],
) -> None:
    related = {(one.relation, one.number) for one in seeds["001"].row.related}
    assert ("in-reply-to", "1352") in related
    assert "1352" not in seeds["001"].numbers()


def test_a_decision_and_the_message_it_approves_are_two_parts(
    seeds: dict[str, Catalogued],
) -> None:
    first, second = seeds["001"].row.parts
    assert [one.id for one in first.type] == ["minutes-excerpt"]
    assert {one.role for one in first.agents} == {"copy-recipient", "corporate-author"}
    assert {(one.name, one.role) for one in second.agents} >= {
        ("Razuvaev", "recipient"),
        ("A. Gromyko", "signatory"),
    }
    assert [one.id for one in second.classification] == [
        *("osobaia-papka", "top-secret", "top-priority"),
    ]


@pytest.mark.parametrize(
    ("seed", "kind", "name"),
    [
        ("002", "places", "South"),
        ("002", "places", "Moscow"),
        ("002", "places", "Washington, DC"),
        ("004", "places", "Pyongyang substation"),
        ("004", "people", "Gosplan"),
        ("003", "people", "Zab"),
        ("003", "people", "Ianov"),
        ("001", "people", "SECRETARY CC"),
    ],
)
def test_what_is_no_name_is_not_taken_for_one(
    seeds: dict[str, Catalogued], seed: str, kind: str, name: str
) -> None:
    assert name.casefold() not in {one.casefold() for one in getattr(seeds[seed], kind)}


def test_eleven_anonymous_groups_are_quoted_and_are_no_persons(
    seeds: dict[str, Catalogued],
) -> None:
    assert not [one for one in seeds["004"].people if "worker" in one or "official" in one]
    assert len(seeds["004"].people) == 8


def test_a_misread_name_is_mended_and_its_place_in_the_text_kept(
    seeds: dict[str, Catalogued],
) -> None:
    row = seeds["004"].row
    (text,) = row.cells["content"]
    found = [cell for cell in row.cells["people_named"] if cell.text == "Nam Il"]
    assert {text.text[cell.start : cell.end] for cell in found} == {"Nam II"}
    assert len(found) == 4


def test_two_ministries_of_one_acronym_are_two_bodies(seeds: dict[str, Catalogued]) -> None:
    bodies = {one.name for one in seeds["000"].record.agents if one.kind == "group"}
    assert {"MID USSR", "MID DPRK"} <= bodies
    assert "MID" not in bodies


def test_a_proposed_body_is_none(seeds: dict[str, Catalogued]) -> None:
    assert not [one for one in seeds["002"].record.agents if "Provisional" in one.name]


def test_every_claim_to_the_date_is_kept_with_its_basis(seeds: dict[str, Catalogued]) -> None:
    claims = {(span.basis, span.edtf) for span in seeds["002"].record.date}
    assert claims == {("citation", "1947-?09-20"), ("signature", "1947-XX-20")}
    assert ("title", "1956-10-08") in {(s.basis, s.edtf) for s in seeds["003"].record.date}


def test_a_post_named_in_full_elsewhere_is_the_same_place(seeds: dict[str, Catalogued]) -> None:
    assert "Korea" not in seeds["003"].places


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("He spoke of the Marshall Plan and of the Lenin Prize.", set()),
        ("Comrade Sokolov said that Sokolov's report was late.", {"Sokolov"}),
        ("The Secretary replied that the General Staff knew.", set()),
        ("Some officials reported that many people waited.", set()),
        ("Nicholas II abdicated; Kim II Sung did not.", {"Nicholas II", "Kim Il Sung"}),
        ("I. Petrov met V. Petrov, and Petrov wept.", {"I. Petrov", "V. Petrov", "Petrov"}),
        ("Cde. SEMENOV A.B. and Cde. Semenov are one.", {"Semenov A.B."}),
    ],
)
def test_persons_are_told_by_what_stands_around_them(
    tmp_path: Path, text: str, people: set[str]
) -> None:
    assert (
        page(tmp_path, f"# Report on the Works\n\nMay 5, 1951\n\n{text} {PROSE}\n").people == people
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The Geneva Conference and the Potsdam Agreement were named.", set()),
        ("The Americans and the French left.", set()),
        ("They met in Kolpashevo near Tomsk.", {"Kolpashevo", "Tomsk"}),
        ("The paper \"Minju Choson\" is a newspaper of Seoul.", {"Seoul"}),
        ("In [Mensan] District and in the city of Hyesan.", {"[Mensan] District", "Hyesan"}),
        ("It was said in Parliament in April.", set()),
    ],
)  # fmt: skip
def test_places_are_no_demonyms_agreements_or_institutions(
    tmp_path: Path, text: str, places: set[str]
) -> None:
    found = page(tmp_path, f"# Report on the Works\n\nMay 5, 1951\n\n{text} {PROSE}\n").places
    assert found == places


def test_empty_labels_in_a_row_give_no_field(seeds: dict[str, Catalogued]) -> None:
    assert seeds["003"].record.reference == ()


def test_the_mirrors_number_is_the_documents(seeds: dict[str, Catalogued]) -> None:
    record = seeds["001"].record
    assert record.url == "https://digitalarchive.wilsoncenter.org/document/113630"
    assert seeds["001"].numbers("url-as-printed") == [
        "https://wilson-center.drivingcreative.com/document/113630"
    ]


def test_words_in_capitals_above_an_address_are_routing_and_no_place(
    seeds: dict[str, Catalogued],
) -> None:
    marks = [(one.scheme, one.label) for one in seeds["002"].record.classification]
    assert marks == [
        ("handling", label) for label in ("3RD UNIT", "BY CIPHER", "PRIORITY", "SOUTH")
    ]


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Telegram from Orlov to Comrade Sobolev", {"sender": "Orlov", "recipient": "Sobolev"}),
        ("Ciphered Telegram, Orlov to Cde. Sobolev", {"sender": "Orlov", "recipient": "Sobolev"}),
        ("Diary of Ambassador N. Orlov for 5 May 1951", {"author": "N. Orlov"}),
        ("Conversation between I. Orlov and S. Sobolev", {"participant": "I. Orlov"}),
        ("Telegram from Pyongyang to Moscow", {}),
    ],
)
def test_a_title_tells_who_wrote_to_whom(tmp_path: Path, title: str, roles: dict[str, str]) -> None:
    found = page(tmp_path, f"# {title}\n\nMay 5, 1951\n\n{PROSE}\n")
    assert {role: found.role(role)[:1] for role in roles} == {
        role: [name] for role, name in roles.items()
    }
    assert bool(roles) == bool(found.people)


def test_a_slug_is_no_number_where_the_page_prints_one(tmp_path: Path) -> None:
    text = (
        f"# Letter of A. Orlov\n\nRecord ID: 209717\nURL: https://archive.example/document/letter-of"
        f"-orlov\n\n## Contents:\n\nTranslation - English\n\n{PROSE}\n"
    )
    assert page(tmp_path, text).record.identifier == "209717"


def test_a_heading_that_glues_date_and_title_gives_both(seeds: dict[str, Catalogued]) -> None:
    record = seeds["001"].record
    assert [one.value for one in record.title] == [
        "Soviet Politburo Decision with Approved Message from Gromyko to Razuvaev"
    ]
    assert [one.value[:23] for one in record.alternative] == ["November 19, 1951 Sovie"]


def test_a_teaser_of_the_collection_is_no_summary(seeds: dict[str, Catalogued]) -> None:
    assert len(seeds["002"].record.abstract) == 1
    assert seeds["002"].row.cells["context"][0].text.startswith("Records from the Russian archives")


def test_a_number_with_the_residue_of_a_formula_is_read(seeds: dict[str, Catalogued]) -> None:
    assert "1154/ts" in {one.number for one in seeds["004"].row.related}


def test_a_bracket_that_is_never_closed_hides_no_name(seeds: dict[str, Catalogued]) -> None:
    row = seeds["004"].row
    (text,) = row.cells["content"]
    at = text.text.index('["Molotov is an old')
    assert [one.text for one in row.cells["people_named"] if 0 <= one.start - at < 5] == ["Molotov"]


def test_a_space_that_does_not_break_parts_no_name(tmp_path: Path) -> None:
    found = page(
        tmp_path, f"# Report on the Works\n\nMay 5, 1951\n\nCde.\xa0Orlov spoke. {PROSE}\n"
    )
    assert found.people == {"Orlov"}


def test_a_report_is_tied_to_who_wrote_it(seeds: dict[str, Catalogued]) -> None:
    found = {one.label: [agent.name for agent in one.agents] for one in seeds["003"].row.related}
    assert found["report of cde. Ivanov"] == ["Ivanov"]
    assert "decree of the KWP CC September Plenum" in found


def test_the_message_that_a_decision_approves_is_no_enclosure(
    seeds: dict[str, Catalogued],
) -> None:
    assert "attachment" not in {one.relation for one in seeds["001"].row.related}


def test_the_publisher_is_who_grants_the_rights(seeds: dict[str, Catalogued]) -> None:
    assert seeds["003"].role("publisher") == ["History and Public Policy Program"]


def test_what_is_answered_stands_in_the_part_that_answers_it(seeds: dict[str, Catalogued]) -> None:
    row = seeds["001"].row
    (answered,) = [one for one in row.related if one.relation == "in-reply-to"]
    span = row.parts[1].origin
    assert answered.number == "1352"
    assert answered.origin is not None
    assert span is not None
    assert span.start <= answered.origin.start < span.end


def test_a_title_that_only_the_citation_has_is_the_title(seeds: dict[str, Catalogued]) -> None:
    assert [one.value for one in seeds["002"].record.title] == [
        "Ciphered Telegram, Molotov to Cde. Stalin"
    ]


def test_words_of_a_menu_are_furniture(seeds: dict[str, Catalogued]) -> None:
    row = seeds["002"].row
    (text,) = row.cells["content"]
    used = {text.text[one.start : one.end]: one.rule for one in row.coverage}
    assert [used[word] for word in ("People", "Places", "Topics")] == ["navigation"] * 3


def test_two_references_joined_by_and_are_two(seeds: dict[str, Catalogued]) -> None:
    assert [one.archive for one in seeds["001"].record.reference] == ["aprf", "avprf"]


@pytest.mark.parametrize(
    ("seed", "papka", "fond"), [("001", "11", "059a"), ("004", "72", "0102")], ids=["Papka", "P."]
)
def test_a_papka_is_one_however_it_is_written_and_numbers_keep_their_zeros(
    seeds: dict[str, Catalogued], seed: str, papka: str, fond: str
) -> None:
    parts = dict(seeds[seed].record.reference[-1].parts)
    assert (parts["papka"], parts["fond"]) == (papka, fond)


@pytest.mark.parametrize("office", ["Secretary", "Ambassador", "Minister", "SECRETARY CC"])
def test_an_office_without_a_name_stays_unnamed(seeds: dict[str, Catalogued], office: str) -> None:
    people = {name for one in seeds.values() for name in one.people}
    assert office not in people


def test_korea_before_the_summer_of_1948_is_one_country(seeds: dict[str, Catalogued]) -> None:
    assert "Korea" in seeds["002"].places
    assert not {"North Korea", "South Korea", "Republic of Korea"} & seeds["002"].places


@pytest.mark.parametrize(
    "words", ["the Moscow decision", "the Korean Armistice Agreement", "the Pyongyang substation"]
)
def test_what_a_place_lends_its_name_to_is_no_place(tmp_path: Path, words: str) -> None:
    text = f"# Report on the Works\n\nMay 5, 1951\n\nHe spoke of {words} at length. {PROSE}\n"
    assert not page(tmp_path, text).places


def test_a_letter_without_any_label_names_all_who_had_a_part(seeds: dict[str, Catalogued]) -> None:
    found = seeds["000"]
    assert (found.role("sender"), found.role("signatory")) == (["A. Gromyko"], ["A. Gromyko"])
    assert [one.split()[0].title() for one in found.role("recipient")] == ["Stalin"]
    assert found.role("copy-recipient") == [
        *("Molotov", "Malenkov", "Beria", "Mikoyan", "Kaganovich", "Bulganin", "Khrushchev"),
    ]
    assert (found.numbers(), found.places) == (["396"], {"Paris", "Korea", "DPRK", "USSR"})
    assert len(found.people) == 10  # those, and the delegate whose telegram it is on


def test_a_telegram_titled_in_its_citation_alone_is_whole(seeds: dict[str, Catalogued]) -> None:
    found = seeds["002"]
    assert (found.record.identifier, found.record.date[0].edtf) == ("209717", "1947-?09-20")
    assert (found.role("sender"), found.role("recipient")) == (["Molotov"], ["Stalin"])
    assert found.role("translator") == ["Gary Goldberg"]
    assert {"Marshall", "Shtykov"} <= found.people
    assert (found.numbers(), found.places) == (["390/sh"], {"Korea", "Seoul", "USSR"})


def test_dots_behind_the_words_for_copies_name_nobody() -> None:
    assert list(copies(Line(0, 14, "Sent to ......"))) == []


def test_a_second_archive_in_a_citation_leaves_title_date_and_credits() -> None:
    text = (
        '"Letter on Copper," May 01, 1951, X Digital Archive, AVPRF, f. 1, d. 2; NARA, Record '
        "Group 59, Box 12. Translated by A. B."
    )
    found = {one.column: text[one.start : one.end] for one in parse(text)}
    assert (found["title"], found["date"]) == ("Letter on Copper", "May 01, 1951")
    assert found["reference"] == "AVPRF, f. 1, d. 2; NARA, Record Group 59, Box 12"
    assert found["credits"] == "Translated by A. B."


def test_credits_are_no_part_of_a_reference_in_a_finding_aid() -> None:
    text = "Letter on Copper, 1945; Orlov Papers, MC076, Box 28. Translated by A. B."
    (found,) = parse(text)
    assert text[found.start : found.end] == "Orlov Papers, MC076, Box 28"


@pytest.mark.parametrize(
    ("text", "tongue"),
    [("I enclose an article translated from German newspapers", ""),
     ("The mill has an article translated from German newspapers", ""),
     ("Unofficial translation from Czech", "Czech"),
     ("Translated from Czech by A. Hora", "Czech"), ("[Translated from Czech]", "Czech")],
)  # fmt: skip
def test_a_note_alone_says_what_a_paper_was_translated_from(text: str, tongue: str) -> None:
    found = translated_from(text, [Line(0, len(text), text)])
    assert (text[slice(*found)] if found else "") == tongue


@pytest.mark.parametrize(
    ("text", "name"),
    [("S. K. Tsarapkin - Ambassador", "S. K. Tsarapkin"), ("P. P. Orlov", "P. P. Orlov"),
     ("i. V. Jan Orlov", "Jan Orlov"), ("J. Orlov s. k.", "J. Orlov")],
)  # fmt: skip
def test_initials_are_no_mark_before_a_signature(text: str, name: str) -> None:
    found = closing(text, lambda name: "")
    assert found is not None
    assert text[found[0] : found[1]] == name


@pytest.mark.parametrize(
    ("line", "found"),
    [("S. Tsarapkin", 0), ("Drug Trafficking", 0), ("Com Petrov", 0), ("s. Vesely", 1),
     ("Comrade Vesely", 1)],
)  # fmt: skip
def test_an_initial_or_a_word_of_the_text_addresses_nobody(line: str, found: int) -> None:
    lines = [Line(0, len(line), line), Line(40, 40 + len(PROSE), PROSE)]
    assert len(list(addressed(lines, 0, lambda name: ""))) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [("Sent: Monday, May 5, 1997 3:12 PM", 0), ("Recorded: Tuesday", 0), ("Chair: Broken", 0),
     ("Chair: Jan Vesely", 1), ("Recorded: Vesely", 1)],
)  # fmt: skip
def test_days_and_words_alone_behind_a_label_are_nobody(line: str, found: int) -> None:
    lines = [Line(0, len(line), line)]
    assert len(list(head(line, lines, lambda name: ""))) == found
