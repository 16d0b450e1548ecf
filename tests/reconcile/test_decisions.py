"""The ledger: what was said stays, what contradicts is refused, what was undone is undone."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lod.entity import Judgement
from lod.errors import DiskError, UsageError
from lod.reconcile.decisions import LEDGER, LedgerView, LedgerWriter, Ruling, decide, read, undo
from lod.reconcile.events import Event, Line, encoded, named, parse, standing


def accept(name: str, qid: str, period: str = "") -> Event:
    return Event(action="accept", name=name, qid=qid, period=period, who="eva", when="2026-02-01")


def test_a_ruling_is_one_line_that_is_read_back(tmp_path: Path) -> None:
    ruling = Ruling(name="Razuvaev", target="Q4387216", period="1951", note="V. N.", who="eva")
    event = decide(tmp_path, ruling)
    word = read(tmp_path / LEDGER).word("person", "Razuvaev", 1951)
    assert word is not None
    assert (word.judgement, word.event) == (Judgement.ACCEPTED, event)
    assert (tmp_path / LEDGER).read_text("utf-8").count("\n") == 1


@pytest.mark.parametrize(
    ("target", "judgement"),
    [("Q1", Judgement.ACCEPTED), ("none", Judgement.NONE), ("defer", Judgement.DEFERRED)],
)
def test_every_target_has_its_judgement(tmp_path: Path, target: str, judgement: Judgement) -> None:
    decide(tmp_path, Ruling(name="Ivanov", target=target))
    word = read(tmp_path / LEDGER).word("person", "Ivanov", None)
    assert word is not None
    assert word.judgement is judgement


def test_a_refused_item_is_only_that(tmp_path: Path) -> None:
    decide(tmp_path, Ruling(name="Ivanov", target="not:Q7"))
    view = read(tmp_path / LEDGER)
    assert view.word("person", "Ivanov", 1956) is None
    assert [event.qid for event in view.refused("person", "Ivanov", 1956)] == ["Q7"]


@pytest.mark.parametrize(
    ("ruling", "words"),
    [
        (Ruling(name="Ivanov", target="855"), "is no item"),
        (Ruling(name=" ", target="Q855"), "needs a name"),
        (Ruling(name="Ivanov", target="Q855", period="the fifties"), "is no period"),
    ],
)
def test_a_ruling_that_says_nothing_is_refused(tmp_path: Path, ruling: Ruling, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        decide(tmp_path, ruling)
    assert read(tmp_path / LEDGER).lines == ()


def test_a_narrow_period_beats_a_wide_one(tmp_path: Path) -> None:
    writer = LedgerWriter(tmp_path / LEDGER)
    writer.extend([accept("Korea", "Q18097"), accept("Korea", "Q423", "1950/1953")])
    view = read(tmp_path / LEDGER)
    found = [view.word("person", "Korea", year) for year in (1947, 1951, None)]
    assert [word.event.qid for word in found if word] == ["Q18097", "Q423", "Q18097"]


def test_none_found_may_be_found_later(tmp_path: Path) -> None:
    decide(tmp_path, Ruling(name="Ivanov", target="none"))
    decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    word = read(tmp_path / LEDGER).word("person", "Ivanov", None)
    assert word is not None
    assert word.event.qid == "Q7"


def test_one_name_is_not_two_items(tmp_path: Path) -> None:
    writer = LedgerWriter(tmp_path / LEDGER)
    writer.append(accept("Ivanov", "Q7"))
    with pytest.raises(UsageError, match=r"line 1: 'Ivanov' is Q7; line 2: 'Ivanov' is Q8"):
        writer.append(accept("Ivanov", "Q8"))
    with pytest.raises(UsageError, match=r"line 2: 'Ivanov' is not Q7"):
        writer.append(Event(action="reject", name="Ivanov", qid="Q7"))
    assert len(read(tmp_path / LEDGER).lines) == 1


def test_three_lines_that_cannot_all_hold_are_cited(tmp_path: Path) -> None:
    writer = LedgerWriter(tmp_path / LEDGER)
    writer.append(accept("Ivanov", "Q7"))
    writer.append(Event(action="reject", name="Q7", qid="Q8"))
    with pytest.raises(UsageError, match=r"line 1: .*; line 2: 'Q7' is not Q8; line 3: "):
        writer.append(accept("Ivanov", "Q8"))


def test_items_said_to_be_one_are_one(tmp_path: Path) -> None:
    writer = LedgerWriter(tmp_path / LEDGER)
    writer.extend([accept("Q7", "Q8"), accept("Ivanov", "Q7"), accept("Ivanov", "Q8")])
    with pytest.raises(UsageError, match="line 1: 'Q7' is Q8; line 4: 'Q8' is not Q7"):
        writer.append(Event(action="reject", name="Q8", qid="Q7"))


def test_undo_opens_the_way_for_another_item(tmp_path: Path) -> None:
    first = decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    undo(tmp_path, first.id, who="eva")
    decide(tmp_path, Ruling(name="Ivanov", target="Q8"))
    word = read(tmp_path / LEDGER).word("person", "Ivanov", None)
    assert word is not None
    assert word.event.qid == "Q8"


def test_an_undo_can_be_undone(tmp_path: Path) -> None:
    first = decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    back = undo(tmp_path, first.id)
    undo(tmp_path, back.id)
    assert read(tmp_path / LEDGER).word("person", "Ivanov", None) is not None
    with pytest.raises(UsageError, match="no event 'zzz' to undo"):
        undo(tmp_path, "zzz")


def test_what_is_taken_back_cannot_be_taken_back_again(tmp_path: Path) -> None:
    first = decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    back = undo(tmp_path, first.id)
    before = (tmp_path / LEDGER).read_bytes()
    with pytest.raises(UsageError, match=f"{first.id} is taken back already, by {back.id}"):
        undo(tmp_path, first.id)
    assert (tmp_path / LEDGER).read_bytes() == before
    again = undo(tmp_path, undo(tmp_path, back.id).id)
    with pytest.raises(UsageError, match=f"--undo {again.id} brings it back"):
        undo(tmp_path, back.id if again.undoes == back.id else again.undoes)


def test_one_event_is_not_taken_back_twice_in_one_go(tmp_path: Path) -> None:
    first = decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    twice = [Event(action="undo", undoes=first.id)] * 2
    with pytest.raises(UsageError, match="is taken back already"):
        LedgerWriter(tmp_path / LEDGER).extend(twice)
    assert read(tmp_path / LEDGER).word("person", "Ivanov", None) is not None


def test_fifty_accepted_undone_and_accepted_again_are_the_same(tmp_path: Path) -> None:
    writer = LedgerWriter(tmp_path / LEDGER)
    fifty = [accept(f"Ivanov {number}", f"Q{number}") for number in range(1, 51)]
    written = writer.extend(fifty)
    before = read(tmp_path / LEDGER).digest
    writer.extend(Event(action="undo", undoes=event.id) for event in written)
    assert read(tmp_path / LEDGER).standing == ()
    writer.extend(fifty)
    assert read(tmp_path / LEDGER).digest == before


def test_several_events_are_written_all_or_none(tmp_path: Path) -> None:
    writer = LedgerWriter(tmp_path / LEDGER)
    with pytest.raises(UsageError, match="contradiction"):
        writer.extend([accept("Ivanov", "Q7"), accept("Ivanov", "Q8")])
    assert (tmp_path / LEDGER).read_bytes() == b""


def test_a_broken_line_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    path = tmp_path / LEDGER
    broken = path.read_bytes() + b'{"action":"acc'
    path.write_bytes(broken)
    with pytest.raises(UsageError, match=r"decisions.jsonl:2: broken line"):
        read(path)
    with pytest.raises(UsageError, match=r"decisions.jsonl:2: broken line"):
        decide(tmp_path, Ruling(name="Petrov", target="Q8"))
    assert path.read_bytes() == broken


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('"action":"reject","name":"A","qid":"Qxx"', r"'Qxx' is no item \(write it as Q855\)"),
        ('"action":"accept","name":"A"', "'' is no item"),
        ('"action":"accept","name":"A","qid":"Q1> <urn:x"', "'Q1> <urn:x' is no item"),
        ('"action":"accept","name":" ","qid":"Q1"', "needs a name"),
        ('"action":"none","name":"A","qid":"Q1"', "none is said of no item, 'Q1' is given"),
        ('"action":"none","name":"A","period":"abc"', "'abc' is no period"),
        ('"action":"none","name":"A","period":"1953/1945"', "ends before it begins"),
        ('"action":"none","name":"A","when":"nonsense"', "'nonsense' is no day or moment"),
        ('"action":"none","name":"A","when":"2026-02-30"', "is no day or moment"),
        ('"action":"none","name":"A","when":"20260201"', "is no day or moment"),
        ('"action":"none","name":"A","nmae":"B"', "broken line: .*unknown field `nmae`"),
        ('"action":"none","name":"A","kind":"ship"', "broken line"),
        ('"action":"undo"', "an undo needs the id of an event"),
    ],
)
def test_a_line_that_decide_would_not_write_is_refused_with_its_number(
    tmp_path: Path, said: str, words: str
) -> None:
    first = decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    path = tmp_path / LEDGER
    path.write_bytes(encoded(first) + b"\n{" + said.encode() + b"}\n")
    with pytest.raises(UsageError, match=f"decisions.jsonl:2: .*{words}"):
        read(path)


_AT_A_LIMIT = """
import resource, sys
from pathlib import Path
from lod.errors import DiskError
from lod.reconcile.decisions import Ruling, decide
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))
try:
    decide(Path(sys.argv[1]), Ruling(name="Petrov", target="Q8", note="x" * 2_500))
except DiskError as error:
    print(error)
"""


def test_a_disk_that_fills_up_in_the_middle_of_a_line_leaves_the_ledger_as_it_was(
    tmp_path: Path,
) -> None:
    decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    before = (tmp_path / LEDGER).read_bytes()
    command = [sys.executable, "-c", _AT_A_LIMIT, str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"{LEDGER}: File too large (check space" in told
    assert (tmp_path / LEDGER).read_bytes() == before
    decide(tmp_path, Ruling(name="Petrov", target="Q8"))
    assert len(read(tmp_path / LEDGER).lines) == 2


def test_a_last_line_without_an_end_stays_a_line_of_its_own(tmp_path: Path) -> None:
    decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    path = tmp_path / LEDGER
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    decide(tmp_path, Ruling(name="Petrov", target="Q8"))
    assert [line.number for line in read(path).lines] == [1, 2]


def test_a_line_that_two_branches_brought_is_one(tmp_path: Path) -> None:
    decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    path = tmp_path / LEDGER
    path.write_bytes(path.read_bytes() * 2)
    assert len(read(path).lines) == 1
    path.write_bytes(path.read_bytes().replace(b"Q7", b"Q9", 1))
    with pytest.raises(UsageError, match="two events with the id"):
        read(path)


def test_a_comment_decides_nothing(tmp_path: Path) -> None:
    writer = LedgerWriter(tmp_path / LEDGER)
    writer.append(Event(action="comment", name="Ivanov", why="ask the embassy"))
    assert read(tmp_path / LEDGER).word("person", "Ivanov", None) is None


def test_two_curators_at_once_lose_nothing(tmp_path: Path) -> None:
    writer = LedgerWriter(tmp_path / LEDGER)
    events = [accept(f"Ivanov {number}", f"Q{number}") for number in range(1, 41)]
    with ThreadPoolExecutor(8) as many:
        list(many.map(writer.append, events))
    assert len(read(tmp_path / LEDGER).standing) == 40


def test_a_folder_in_the_way_is_an_error_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / LEDGER).mkdir()
    with pytest.raises(DiskError, match=LEDGER):
        decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    with pytest.raises(DiskError, match=LEDGER):
        read(tmp_path / LEDGER)


def moments(*events: Event) -> list[bytes]:
    """Give the lines of events, an hour apart."""
    timed = (replace(one, when=f"2026-02-01T{n:02}:00:00Z") for n, one in enumerate(events))
    return [encoded(named(one, 1)) for one in timed]


@given(st.permutations(range(5)))
def test_lines_hold_in_the_order_of_their_time_wherever_they_lie(order: list[int]) -> None:
    none = Event(action="none", name="Ivanov")
    first = moments(accept("Ivanov", "Q7"))
    undone = Event(action="undo", undoes=parse(first[0], "")[0].event.id)
    lines = moments(accept("Ivanov", "Q7"), none, accept("Petrov", "Q8"), undone, none)
    view = LedgerView(parse(b"\n".join(lines[at] for at in order), LEDGER))
    told = [(line.event.action, line.event.when[11:13]) for line in view.standing]
    assert told == [("none", "01"), ("accept", "02"), ("none", "04")]


def test_a_line_without_a_time_stays_behind_the_one_above_it() -> None:
    later, early = moments(accept("A", "Q1"), accept("B", "Q2"))[::-1]
    text = b"\n".join([later, encoded(replace(accept("C", "Q3"), when="")), early])
    assert [line.event.name for line in parse(text, LEDGER)] == ["A", "B", "C"]


def test_two_decisions_of_one_moment_hold_in_the_order_they_were_made(tmp_path: Path) -> None:
    moment = "2026-02-01T10:00:00Z"
    for target in ("none", "Q7", "defer", "none"):
        decide(tmp_path, Ruling(name="Ivanov", target=target, when=moment))
    view = read(tmp_path / LEDGER)
    assert [line.event.action for line in view.standing] == ["none", "accept", "defer", "none"]
    assert len({line.event.when for line in view.standing}) == 4


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> two", "||||||| base"])
def test_marks_of_a_conflict_are_named(tmp_path: Path, mark: str) -> None:
    (tmp_path / LEDGER).write_text(f"\n{mark}\r\n", "utf-8")
    with pytest.raises(UsageError, match=r"decisions.jsonl:2: branches in conflict \(keep"):
        read(tmp_path / LEDGER)


def test_a_ledger_from_windows_is_read(tmp_path: Path) -> None:
    decide(tmp_path, Ruling(name="Ivanov", target="Q7"))
    path = tmp_path / LEDGER
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read(path).word("person", "Ivanov", None) is not None


def test_what_is_not_seen_makes_no_other_name(tmp_path: Path) -> None:
    decide(tmp_path, Ruling(name="\u202eIva\u0301nov\u200b,  Pavel", target="Q7"))
    assert read(tmp_path / LEDGER).word("person", "Iv\u00e1nov, Pavel", None) is not None


def test_a_contradiction_that_a_merge_brought_can_be_taken_back(tmp_path: Path) -> None:
    one, two = (named(accept("Ivanov", qid), 1) for qid in ("Q7", "Q8"))
    (tmp_path / LEDGER).write_bytes(encoded(one) + b"\n" + encoded(two) + b"\n")
    with pytest.raises(UsageError, match=r"line 1: .*; line 2: .*--undo ID"):
        read(tmp_path / LEDGER)
    undo(tmp_path, two.id)
    word = read(tmp_path / LEDGER).word("person", "Ivanov", None)
    assert word is not None
    assert word.event.qid == "Q7"


def test_a_merged_item_is_followed_and_a_ring_of_them_ends(tmp_path: Path) -> None:
    view = LedgerView([Line(1, accept("Q1", "Q2")), Line(2, accept("Q2", "Q3"))])
    assert [view.final(item) for item in ("Q1", "Q2", "Q3", "Q4")] == ["Q3", "Q3", "Q3", "Q4"]
    ring = LedgerView([Line(1, accept("Q1", "Q2")), Line(2, accept("Q2", "Q1"))])
    assert ring.final("Q1") == "Q2"


def test_undos_that_take_back_each_other_are_survived() -> None:
    ring = [Event(id=one, action="undo", undoes=two) for one, two in ("ab", "ba")]
    lines = [Line(n, event) for n, event in enumerate([*ring, accept("Ivanov", "Q7")])]
    assert [line.event.name for line in standing(lines)] == ["Ivanov"]


@given(st.lists(st.integers(0, 30), max_size=30), st.integers(0, 30))
def test_an_undo_turns_an_event_over_and_its_own_undo_turns_it_back(
    targets: list[int], at: int
) -> None:
    lines = [Line(0, Event(id="0", action="accept", name="A", qid="Q1"))]
    for number, target in enumerate(targets, start=1):
        undone = str(target % number)
        lines.append(Line(number, Event(id=str(number), action="undo", undoes=undone)))
    before = [line.event.id for line in standing(lines)]
    last = str(at % len(lines))
    undo = Line(98, Event(id="98", action="undo", undoes=last))
    back = Line(99, Event(id="99", action="undo", undoes="98"))
    assert [line.event.id for line in standing([*lines, undo, back])] == before
    if last == "0":
        assert list(standing([*lines, undo])) == []
