"""Wikidata is asked politely, and a bad day of its own is never taken for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lod.config import Live
from lod.entity import Decision, Judgement
from lod.fetch import Fetcher, Manners, agent_of
from lod.reconcile.desk import Desk
from lod.reconcile.evidence import Situation
from lod.reconcile.live import Setting
from lod.reconcile.matcher import Matcher
from lod.reconcile.wikibase import Wikibase
from lod.reconcile.wikidata import WikidataAuthority
from tests.wikidata import Wikidata, dumped, item, known, serving

MANNERS = Manners(agent=agent_of("eva@example.org"), timeout=0.5, whole=0.3)


@pytest.fixture
def wikidata() -> Iterator[Wikidata]:
    with serving(Wikidata(known())) as server:
        yield server


def opened(server: Wikidata, cache: Path, today: str = "2026-11-28") -> WikidataAuthority:
    live = Live(api=server.api)
    setting = Setting(contact="eva@example.org", cache=cache, today=today, live=live)
    fetcher = Fetcher(MANNERS, sleep=lambda _: None, chance=lambda: 0.5)
    return WikidataAuthority(Wikibase(server.api, Desk("wikidata", setting, fetcher)))


def decided(authority: WikidataAuthority, name: str, year: int = 1951) -> Decision:
    return Matcher([authority]).match(name, "person", Situation(year))


@pytest.mark.parametrize(
    ("name", "qid"),
    [
        ("Molotov, Vyacheslav Mikhaylovich", "Q132899"),
        ("Gromyko, Andrei", "Q184267"),
        ("Chiang, Ching-kuo (Jiang Jingguo)", "Q313598"),
    ],
)
def test_a_name_is_found_and_dated(wikidata: Wikidata, tmp_path: Path, name: str, qid: str) -> None:
    found = decided(opened(wikidata, tmp_path), name)
    assert (found.judgement, found.id) == (Judgement.ACCEPTED, qid)
    assert (found.authority, found.decided_on) == ("wikidata@live", "2026-11-28")


def test_nobody_of_the_name_is_none_with_the_day(wikidata: Wikidata, tmp_path: Path) -> None:
    found = decided(opened(wikidata, tmp_path), "Xaverius Unheard")
    assert (found.judgement, found.decided_on) == (Judgement.NONE, "2026-11-28")


def test_we_say_who_asks_and_ask_one_at_a_time(wikidata: Wikidata, tmp_path: Path) -> None:
    decided(opened(wikidata, tmp_path), "Gromyko, Andrei")
    (agent,) = wikidata.agents
    assert agent.startswith("lod/")
    assert "(eva@example.org) requests/" in agent
    assert wikidata.most_at_once == 1


@pytest.mark.parametrize("day", ["429", "503", "maxlag", "cut", "page", "drip", "reset"])
def test_a_bad_day_that_passes_changes_nothing(
    wikidata: Wikidata, tmp_path: Path, day: str
) -> None:
    wikidata.days = [day, "good", day, day]
    found = decided(opened(wikidata, tmp_path), "Gromyko, Andrei")
    assert (found.judgement, found.id) == (Judgement.ACCEPTED, "Q184267")


@pytest.mark.parametrize("day", ["429", "503", "maxlag", "cut", "page", "drip", "reset", "403"])
def test_a_bad_day_that_stays_is_an_error_and_no_none(
    wikidata: Wikidata, tmp_path: Path, day: str
) -> None:
    wikidata.always = day
    found = decided(opened(wikidata, tmp_path), "Gromyko, Andrei")
    assert (found.judgement, found.id) == (Judgement.ERROR, "")
    assert found.note.startswith("waits: ")


def test_a_service_that_fails_is_left_alone(wikidata: Wikidata, tmp_path: Path) -> None:
    wikidata.always = "503"
    authority = opened(wikidata, tmp_path)
    found = [decided(authority, f"Ivanov, Ivan {number}") for number in range(20)]
    assert {one.judgement for one in found} == {Judgement.ERROR}
    assert len(wikidata.asked) == 5


def test_what_was_answered_is_not_asked_for_again(wikidata: Wikidata, tmp_path: Path) -> None:
    first = decided(opened(wikidata, tmp_path), "Gromyko, Andrei")
    asked = len(wikidata.asked)
    wikidata.always = "503"
    again = decided(opened(wikidata, tmp_path, "2026-12-05"), "Gromyko, Andrei")
    assert (again, len(wikidata.asked)) == (first, asked)


def test_an_old_answer_is_asked_for_again_and_better_than_none(
    wikidata: Wikidata, tmp_path: Path
) -> None:
    decided(opened(wikidata, tmp_path), "Gromyko, Andrei")
    later = decided(opened(wikidata, tmp_path, "2027-03-01"), "Gromyko, Andrei")
    assert later.decided_on == "2027-03-01"
    wikidata.always = "503"
    latest = decided(opened(wikidata, tmp_path, "2028-03-01"), "Gromyko, Andrei")
    assert (latest.id, latest.decided_on) == ("Q184267", "2027-03-01")


def test_many_names_need_few_requests(wikidata: Wikidata, tmp_path: Path) -> None:
    names = ["Molotov, Vyacheslav", "Gromyko, Andrei", "Kohl, Helmut", "Blair, Tony"]
    matcher = Matcher([opened(wikidata, tmp_path)])
    matcher.prepare((name, "person", Situation(1990), "") for name in names)
    assert wikidata.count("wbgetentities") == 1
    assert [matcher.match(name, "person").id for name in names] == [
        "Q132899", "Q184267", "Q2518", "Q9545",
    ]  # fmt: skip


def held(server: Wikidata, qid: str, office: str, years: tuple[int, int]) -> None:
    """Let a person hold an office that has an item of its own."""
    office_id = "Q900100"
    server.items[office_id] = item({"id": office_id, "kind": "group", "label": office})
    server.items[office_id]["claims"] = {"P1308": []}
    statement = server.items[qid]["claims"]["P31"][0] | {}
    value = {"snaktype": "value", "datavalue": {"value": {"id": office_id}}}
    times = [{"time": f"+{year}-00-00T00:00:00Z", "precision": 9} for year in years]
    begin, end = ([{"snaktype": "value", "datavalue": {"value": time}}] for time in times)
    statement |= {"mainsnak": value, "qualifiers": {"P580": begin, "P582": end}}
    server.items[qid]["claims"]["P39"] = [statement]


def test_offices_have_their_names_and_speak_for_who_held_them(
    wikidata: Wikidata, tmp_path: Path
) -> None:
    held(wikidata, "Q184267", "Minister of Foreign Affairs", (1957, 1985))
    matcher = Matcher([opened(wikidata, tmp_path)])
    matcher.prepare([("Gromyko, Andrei", "person", Situation(1960), "")])
    assert [one["ids"].partition("|")[0] for one in wikidata.asked if "ids" in one] == [
        "Q184267",
        "Q900100",
    ]
    found = matcher.match("Gromyko, Andrei", "person", Situation(1960))
    (reason,) = (one for one in found.candidates[0].reasons if "in office" in one)
    assert "Minister of Foreign Affairs" in reason


def test_entities_are_asked_for_in_fifties(wikidata: Wikidata, tmp_path: Path) -> None:
    authority = opened(wikidata, tmp_path)
    authority.prepare([], [f"Q{number}" for number in range(1, 121)])
    assert [one["ids"].count("|") + 1 for one in wikidata.asked] == [50, 50, 20]


def test_a_label_for_all_languages_is_a_name(wikidata: Wikidata, tmp_path: Path) -> None:
    labels = wikidata.items["Q2518"]["labels"]
    labels["mul"] = labels.pop("en")
    wikidata.items["Q2518"]["aliases"] = []
    assert decided(opened(wikidata, tmp_path), "Kohl, Helmut", 1990).id == "Q2518"


def test_a_merged_item_gives_the_facts_of_the_one_that_stands(
    wikidata: Wikidata, tmp_path: Path
) -> None:
    wikidata.redirects["Q99"] = "Q184267"
    authority = opened(wikidata, tmp_path)
    entity = authority.get("Q99")
    assert entity is not None
    assert (entity.id, authority.successor("Q99")) == ("Q184267", "Q184267")


def test_a_deleted_item_is_known_to_be_gone(wikidata: Wikidata, tmp_path: Path) -> None:
    authority = opened(wikidata, tmp_path)
    assert (authority.get("Q98"), authority.successor("Q98")) == (None, "")


def test_a_name_is_never_an_expression_of_the_search(wikidata: Wikidata, tmp_path: Path) -> None:
    decided(opened(wikidata, tmp_path), 'insource:/.*/ "Ivanov" -haswbstatement:P31=Q5 OR ~x')
    said = [one["srsearch"] for one in wikidata.asked if "srsearch" in one]
    assert said
    assert not set('/"~*:-') & set(said[0].removeprefix("haswbstatement:P31=Q5 "))


KEYS = ["entities", "search", "query", "id", "title", "Q7", "labels", "claims", "error", "code",
        "redirects", "redirect", "entity", "from", "to", "P31", "P39", "P1889", "mainsnak",
        "datavalue", "aliases", "descriptions", "en", "value"]  # fmt: skip
GARBAGE = st.recursive(
    st.none() | st.integers(-9, 9) | st.sampled_from(["Q7", "Q5", "Q8", "maxlag", "", "Q0"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


def test_an_answer_of_any_shape_is_survived(wikidata: Wikidata, tmp_path: Path) -> None:
    @given(GARBAGE, GARBAGE)
    @settings(max_examples=60, deadline=None)
    def survived(found: object, entity: object) -> None:
        answers = {"wbsearchentities": {"search": [{"id": "Q7"}, found]}, "query": found}
        wikidata.answer = lambda asked: answers.get(asked["action"], {"entities": {"Q7": entity}})  # type: ignore[method-assign,assignment,return-value]
        with TemporaryDirectory(dir=tmp_path) as cache:
            told = decided(opened(wikidata, Path(cache)), "Ivanov, Ivan")
        assert told.judgement in (Judgement.ERROR, Judgement.NONE, Judgement.REVIEW)

    survived()


def test_entities_of_wikidata_itself_are_read(shared: Path, tmp_path: Path) -> None:
    items = dumped(shared / "data" / "wikidata-json" / "entities.dump.json.gz")
    with serving(Wikidata(items)) as server:
        authority = opened(server, tmp_path)
        found = decided(authority, "Adams, Douglas", 1980)
        assert (found.judgement, found.id) == (Judgement.ACCEPTED, "Q42")
        assert decided(authority, "Quine, Willard Van Orman", 1960).id == "Q214969"
