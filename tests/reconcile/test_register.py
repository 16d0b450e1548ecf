"""Identifiers: given once, kept for ever, the same whatever the order."""

# ruff: noqa: S311  (a shuffle needs no secret)

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lod.entity import AuthorityEntity, Decision, Entity, Judgement
from lod.errors import DiskError, UsageError
from lod.iri import hashed_id
from lod.reconcile.register import REGISTER, Entities, Mention, Register, mention_key
from lod.reconcile.rows import Registered, Rows


def mention(name: str, qid: str = "", record: str = "a-1", *, year: int = 1951) -> Mention:
    judgement = Judgement.ACCEPTED if qid else Judgement.REVIEW
    decision = Decision(kind="person", name=name, year=year, judgement=judgement, id=qid)
    return Mention(mention_key("person", name, record), "person", name, decision, f"sha-{record}")


def nobody(_qid: str) -> AuthorityEntity | None:
    return None


def known(entities: Entities) -> dict[str, Entity]:
    return {entity.id: entity for entity in entities.entities(nobody)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gromyko, Andrei", "Andrei Gromyko"),
        ("Gromyko, Andrei", "GROMYKO Andrei"),
        ("Satō, Eisaku", "Sato, Eisaku"),
        ("Zhukov, Georgy", "Marshal Georgy Zhukov"),
        ("Thatcher, Margaret", "Mrs. Margaret Thatcher"),
        ("Chiang, Ching-kuo (Jiang Jingguo)", "Chiang, Ching-kuo"),
    ],
)
def test_full_names_join_over_the_collection(one: str, other: str) -> None:
    assert mention_key("person", one, "a-1") == mention_key("person", other, "a-2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivanov", "Ivanov"),
        ("Cde. Ivanov", "Cde. Ivanov"),
        ("A. Gromyko", "A. Gromyko"),
        ("Smith, John, 1910-1980", "Smith, John, 1920-1990"),
        ("Smith, John", "Smith, John, Jr."),
        ("Kim, Il Sung", "Kim, Sung Il"),
        ("Kennedy, John F.", "Kennedy, Mrs. John F."),
        ("Kádár János", "Kádár Jánosné"),
        ("Charles de Gaulle", "Charles de Gaulle (ship)"),
        ("???", "???"),
    ],
)
def test_names_that_may_be_two_people_do_not_join(one: str, other: str) -> None:
    assert mention_key("person", one, "a-1") != mention_key("person", other, "a-2")


def test_a_surname_joins_within_its_record() -> None:
    assert mention_key("person", "Cde. Ivanov", "a-1") == mention_key("person", "IVANOV", "a-1")


def test_places_and_bodies_join_by_their_folded_name() -> None:
    assert mention_key("place", "Pyŏngyang", "a-1") == mention_key("place", "PYONGYANG", "a-2")
    carnegie = [
        mention_key("group", name, "a-1") for name in ("Carnegie Fund (CCF)", "Carnegie fund")
    ]
    assert carnegie[0] == carnegie[1]
    assert mention_key("place", "Korea", "a-1") != mention_key("group", "Korea", "a-1")


def test_an_id_is_the_hash_of_the_first_key() -> None:
    register = Register()
    asked = mention("Gromyko, Andrei")
    assert register.assign([asked]).id(asked) == hashed_id("person|andrei gromyko")


def test_names_of_one_item_are_one_entity() -> None:
    names = [mention("Gromyko, Andrei", "Q1"), mention("A. Gromyko", "Q1", "a-2")]
    entities = Register().assign(names)
    (entity,) = known(entities).values()
    assert {entities.id(name) for name in names} == {entity.id}
    assert entity.names == ("A. Gromyko", "Gromyko, Andrei")
    assert (entity.qid, entity.snapshots) == ("Q1", ("sha-a-1", "sha-a-2"))


def test_a_name_that_meant_two_items_is_two_entities() -> None:
    old, new = mention("Jan Novak", "Q1", year=1850), mention("Jan Novak", "Q2", year=1950)
    unsure = mention("Jan Novak", "", year=1900)
    entities = Register().assign([old, new, unsure])
    assert len({entities.id(one) for one in (old, new, unsure)}) == 3


def test_an_identifier_outlives_linking_and_unlinking(tmp_path: Path) -> None:
    path, ids = tmp_path / REGISTER, set()
    for qid in ("", "Q1", "", "Q2", ""):
        register = Register.load(path)
        asked = mention("Gromyko, Andrei", qid)
        ids.add(register.assign([asked]).id(asked))
        register.save(path)
    assert len(ids) == 1


def test_two_that_turn_out_to_be_one_are_joined_and_both_stay() -> None:
    register = Register()
    two = [mention("Chou En-lai"), mention("Zhou Enlai")]
    first = register.assign(two)
    small, large = sorted(first.id(one) for one in two)
    joined = [mention("Chou En-lai", "Q1"), mention("Zhou Enlai", "Q1")]
    found = known(register.assign(joined))
    assert found[small].replaces == (large,)
    assert found[large].merged_into == small
    assert len(register) == 2


def test_those_joined_by_mistake_part_again() -> None:
    register = Register()
    two = [mention("Chou En-lai"), mention("Zhou Enlai")]
    before = [register.assign(two).id(one) for one in two]
    register.assign([mention("Chou En-lai", "Q1"), mention("Zhou Enlai", "Q1")])
    after = register.assign(two)
    assert [after.id(one) for one in two] == before
    assert all(entity.merged_into == "" for entity in known(after).values())


def test_an_item_keeps_its_identifier_when_its_names_change() -> None:
    register = Register()
    old, new = mention("Gromyko, Andrei", "Q1"), mention("Gromyko, Andrei A.", "Q1")
    ident = register.assign([old]).id(old)
    assert register.assign([new]).id(new) == ident


def test_a_name_taken_from_an_item_gets_an_identifier_of_its_own() -> None:
    register = Register()
    both = [mention("Jan Novak", "Q1"), mention("Novak, Jan J.", "Q1")]
    ident = register.assign(both).id(both[0])
    apart = [mention("Jan Novak", ""), mention("Novak, Jan J.", "Q1")]
    entities = register.assign(apart)
    assert entities.id(apart[1]) == ident != entities.id(apart[0])
    assert register.assign(apart).id(apart[0]) == entities.id(apart[0])


@pytest.mark.parametrize(
    "other", ["Comrade John Smith", "Sir John Smith", "Smith, John (Sir)", "SMITH, John"]
)
def test_the_label_is_the_plain_name(other: str) -> None:
    names = [mention(name, record=name) for name in (other, "Smith, John")]
    (entity,) = known(Register().assign(names)).values()
    assert entity.label == "Smith, John"


def test_the_label_is_the_fullest_name_not_in_capitals() -> None:
    names = ("A. GROMYKO", "GROMYKO ANDREI ANDREEVICH", "Gromyko, Andrei")
    (entity,) = known(Register().assign(mention(name, "Q1") for name in names)).values()
    assert entity.label == "Gromyko, Andrei"


def test_the_facts_of_the_authority_come_with_the_entity() -> None:
    facts = AuthorityEntity(id="Q1", kind="person", label="Andrei Gromyko")
    entities = Register().assign([mention("A. Gromyko", "Q1")])
    (entity,) = entities.entities({"Q1": facts}.get)
    assert (entity.label, entity.authority) == ("Andrei Gromyko", facts)


def test_the_best_decision_stands_for_the_entity() -> None:
    curated = mention("Jan Novak", "Q1")
    assert curated.decision is not None
    machine = Decision(
        kind="person", name="Jan Novak", year=1, judgement=Judgement.ACCEPTED, id="Q1", score=1.0
    )
    curator = Decision(
        kind="person", name="Jan Novak", year=2, judgement=Judgement.ACCEPTED, id="Q1",
        decided_by="eva",
    )  # fmt: skip
    both = [curated._replace(decision=one) for one in (machine, curator)]
    (entity,) = known(Register().assign(both)).values()
    assert entity.decision == curator


def test_an_authority_record_brings_its_own_identifier(tmp_path: Path) -> None:
    register = Register()
    for label in ("Gromyko", "Gromyko, Andrei"):
        register.adopt("people-7", own(label))
    register.assign([mention("Gromyko, Andrei", "Q1")])
    register.save(tmp_path / REGISTER)
    rows = {row.id: row for row in Register.load(tmp_path / REGISTER)}
    assert len(rows) == 2
    assert (rows["people-7"].label, rows["people-7"].qid) == ("Gromyko, Andrei", "")


def own(label: str, qid: str = "") -> Mention:
    """Give what the record `people-7` is about."""
    return mention(label, qid)._replace(key="person=people-7")


def test_a_name_that_means_the_item_of_a_record_is_its_entity_while_both_mean_it(
    tmp_path: Path,
) -> None:
    letters, path = [mention("A. Gromyko", "Q1"), mention("Gromyko, Andrei", "Q1")], tmp_path / "r"
    alone = Register()
    before = alone.assign(letters).id(letters[0])
    alone.save(path)
    for qid, there in (("Q1", "people-7"), ("Q2", before), ("Q1", "people-7"), ("", before)):
        register = Register.load(path)
        register.adopt("people-7", own("Gromyko", qid))
        entities = register.assign(letters)
        assert {entities.id(one) for one in letters} == {there}
        merged = known(entities)[before].merged_into
        assert merged == ("" if there == before else there)
        register.save(path)


def test_names_that_mean_the_item_of_two_records_are_neither_s() -> None:
    register, letter = Register(), mention("Gromyko, Andrei", "Q1")
    for ident in ("people-7", "people-8"):
        register.adopt(ident, own("Gromyko", "Q1")._replace(key=f"person={ident}"))
    assert register.assign([letter]).id(letter) == hashed_id("person|andrei gromyko")


_NAMES = st.sampled_from(["Jan Novak", "Novak, Jan J.", "Ivanov", "Eva Nagy", "A. Nagy"])
_ITEMS = st.sampled_from(["", "Q1", "Q2", "Q3"])
_MENTIONS = st.lists(
    st.builds(
        mention, _NAMES, _ITEMS, st.sampled_from(["a-1", "a-2"]), year=st.integers(1900, 1903)
    ),
    max_size=12,
)


@given(st.lists(_MENTIONS, max_size=4), st.randoms())
def test_the_order_of_mentions_changes_nothing(
    runs: list[list[Mention]], chance: random.Random
) -> None:
    one, other = Register(), Register()
    for run in runs:
        shuffled = chance.sample(run, len(run))
        first, second = one.assign(run), other.assign(shuffled)
        assert [first.id(asked) for asked in run] == [second.id(asked) for asked in run]
        assert known(first) == known(second)


@given(st.lists(_MENTIONS, max_size=5))
def test_the_same_mentions_again_change_nothing(runs: list[list[Mention]]) -> None:
    register = Register()
    seen: set[str] = set()
    for run in runs:
        first, again = register.assign(run), register.assign(run)
        assert [first.id(asked) for asked in run] == [again.id(asked) for asked in run]
        items = {asked.item: first.id(asked) for asked in run if asked.item}
        assert len(set(items.values())) == len(items)
        listed = {row.id for row in register}
        assert seen <= listed
        seen = listed


@given(st.lists(_MENTIONS, max_size=5))
def test_what_is_settled_apart_is_settled_as_among_all(runs: list[list[Mention]]) -> None:
    together, register = Register(), Register()
    for run in runs:
        keys = sorted({one.key for one in run})
        some = register.apart([[one for one in run if one.key == key] for key in keys])
        alone = {key: entity for key, entity in zip(keys, some, strict=True) if entity}
        whole = together.assign(run)
        rest = register.assign(one for one in run if one.key not in alone)
        told = [alone[one.key].id if one.key in alone else rest.id(one) for one in run]
        assert told == [whole.id(one) for one in run]
        assert known(whole) == known(rest) | {one.id: one for one in alone.values()}
        assert [*register] == [*together]


def test_an_identifier_that_another_key_has_is_hashed_again() -> None:
    names = [mention(name) for name in ("Adamov", "Belov")]
    ids = [hashed_id(one.key) for one in names]
    again = hashed_id(f"{names[1].key}#2")
    others = {ids[1]: "other", again: "another"}
    rows = Rows(Registered(id=ident, kind="person", keys=[key]) for ident, key in others.items())
    found = Register(rows).apart([[one] for one in names])
    assert [one and one.id for one in found] == [ids[0], hashed_id(f"{names[1].key}#3")]


def test_the_file_has_the_same_bytes_and_is_read_back(tmp_path: Path) -> None:
    names = [mention(f"Jan Novak {number}", f"Q{number % 7}") for number in range(50)]
    for file, order in (("one", names), ("two", random.Random(3).sample(names, 50))):
        register = Register.load(tmp_path / file)
        register.assign(order)
        register.save(tmp_path / file)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert len(Register.load(tmp_path / "one")) == 7
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["one", "two"]


@pytest.mark.parametrize(
    ("second", "words"),
    [
        ('{"id":"a"', ":2: .*truncated"),
        ('{"id":"a","kind":"place"}', ":2: the id a is given twice"),
        ("<<<<<<< HEAD", ":2: branches in conflict"),
        ('{"id":"b","kind":"person","keys":["k"]}', ":2: the key 'k' has two ids"),
        ('{"id":"a","kind":"person","keys":["l"]}', ":2: the id a is given twice"),
        ('{"id":"a","kind":"person","kyes":["k"]}', ":2: .*unknown field `kyes`"),
    ],
)
def test_a_broken_register_stops_the_run(tmp_path: Path, second: str, words: str) -> None:
    path = tmp_path / REGISTER
    path.write_text(
        f'{{"id":"a","kind":"person","keys":["k"]}}\n\n{second}\n'.replace("\n\n", "\n")
    )
    with pytest.raises(UsageError, match=words):
        Register.load(path)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('"id":"../../../ESCAPED"', r":1: '\.\./\.\./\.\./ESCAPED' can be no id"),
        ('"id":".."', "can be no id"),
        ('"id":"a> <b"', "can be no id"),
        ('"id":""', "'' can be no id"),
        ('"id":"a\\u0000"', "can be no id"),
        (f'"id":"{"a" * 300}"', "can be no id"),
        ('"id":"a","qid":"Q1> <urn:x"', "'Q1> <urn:x' is no item"),
        ('"id":"a","was":["Q 1"]', "'Q 1' is no item"),
        ('"id":"a","merged_into":"../b"', r"'\.\./b' can be no id"),
        ('"id":"a","merged_into":"b"', ":1: a is merged into b, which has no line"),
    ],
)
def test_a_line_that_no_run_can_have_written_is_refused(
    tmp_path: Path, said: str, words: str
) -> None:
    path = tmp_path / REGISTER
    path.write_text(f'{{"kind":"person","keys":["k"],{said}}}\n', "utf-8")
    with pytest.raises(UsageError, match=words):
        Register.load(path)


def test_a_folder_in_the_way_is_an_error_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / REGISTER).mkdir()
    with pytest.raises(DiskError):
        Register.load(tmp_path / REGISTER)
    with pytest.raises(DiskError):
        Register().save(tmp_path / REGISTER)


@given(st.text(max_size=50), st.sampled_from(["person", "group", "place"]))
def test_any_name_has_a_key(name: str, kind: str) -> None:
    assert mention_key(kind, name, "a-1").startswith(f"{kind}|")  # type: ignore[arg-type]


def test_registers_of_two_branches_are_joined_by_keeping_both(tmp_path: Path) -> None:
    one = '{"id":"a","kind":"person","label":"A","qid":"Q1","keys":["j","k"]}\n'
    two = '{"id":"a","kind":"person","label":"A","keys":["k","l"],"was":["Q1"]}\n'
    found = []
    for text in (one + two, two + one):
        path = tmp_path / REGISTER
        path.write_text(text, "utf-8")
        Register.load(path).save(path)
        found.append(path.read_text("utf-8"))
    assert found[0] == found[1]
    assert found[0].count("\n") == 1
    assert '"keys":["j","k","l"]' in found[0]
