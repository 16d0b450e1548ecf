"""The report can be read by people and programs, and nothing from the data becomes markup."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree, html
from msgspec import structs

from lod.cli_decide import decide_command
from lod.entity import Candidate
from lod.issue import Issue
from lod.publish.element import Html, element, table
from lod.publish.findings import SHOWN_ISSUES, SHOWN_NAMES
from lod.publish.report import report_html, report_json
from lod.publish.review import Seen, Waiting
from tests.publish.made import DATASET, HOSTILE, INFO, KHRUSHCHEV

ISSUE = Issue(
    message="no title: give it one",
    code="title/missing",
    severity="error",
    source="letters.csv",
    row="7",
    field="title",
)
WAITING = Waiting(
    kind="person",
    name="Khrushchev",
    begin=1956,
    end=1956,
    records=5,
    candidates=(KHRUSHCHEV,),
    seen=(Seen("doc/emb-7", "A letter", "4 May 1956"),),
)
# Elements that a page of ours is made of; anything else would come from the data.
OURS = (
    "html head meta title style body header nav main section article h1 h2 h3 p a ul li dl dt dd "
    "bdi code pre div table caption thead tbody tr th td details summary"
)


def page(issues: Iterable[Issue] = (ISSUE,), waiting: Iterable[Waiting] = (WAITING,)) -> str:
    return "".join(report_html(INFO, issues, waiting))


def tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def texts(text: str, path: str) -> list[str]:
    return ["".join(map(str, node.itertext())) for node in tree(text).findall(path)]


def test_a_page_is_well_formed_and_says_its_language() -> None:
    root = tree(page())
    assert (root.tag, root.get("lang")) == ("html", "en")
    assert html.fromstring(page()).findtext(".//title") == (
        "Letters of the embassy: report on release 4f2a91c07d3e"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_of_the_data_become_markup(text: str) -> None:
    issue = replace(ISSUE, message=text, source=text, row=text, field=text, value=text, code=text)
    best = Candidate(id=text, name=text, score=0.5, reasons=(text,))
    seen = (Seen(text, text, text),)
    waiting = structs.replace(WAITING, name=text, note=text, candidates=(best,), seen=seen)
    info = replace(INFO, dataset=replace(DATASET, title=text, publisher=text), authorities=(text,))
    written = "".join(report_html(info, [issue], [waiting]))
    written.encode()
    for root in (tree(written), html.document_fromstring(written.encode())):
        assert {node.tag for node in root.iter()} <= set(OURS.split())
        names = {str(name) for node in root.iter() for name in node.attrib}
        assert not [name for name in names if name.startswith("on")]
        links = [node.get("href", "") for node in root.iter("a")]
        assert all(re.match(r"#|https://www\.wikidata\.org/wiki/|[\w.]+(/|$)", to) for to in links)


def test_every_table_has_a_caption_and_heads_with_a_scope() -> None:
    for made in tree(page()).iter("table"):
        assert made.findtext("caption")
        assert {head.get("scope") for head in made.iter("th")} <= {"col", "row"}
        assert all(head.text or len(head) for head in made.iter("th"))


def test_headings_go_down_one_step_at_a_time_and_anchors_lead_somewhere() -> None:
    root = tree(page())
    levels = [int(node.tag[1]) for node in root.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    links = [node.get("href", "") for node in root.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert len(ids) == len(set(ids))


def _luminance(colour: str) -> float:
    digits = colour * 2 if len(colour) == 3 else colour
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("ground", ["paper", "soft"])
@pytest.mark.parametrize("colour", ["ink", "link"])
def test_text_has_the_contrast_that_wcag_asks_for(scheme: int, ground: str, colour: str) -> None:
    found = re.findall(r"--(\w+): #([0-9a-f]+);", page())
    half = len(found) // 2
    colours = dict(found[half * scheme : half * (scheme + 1)])
    light, dark = sorted((_luminance(colours[colour]), _luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_what_was_kept_out_is_shown_with_its_row_and_its_mend() -> None:
    (row,) = texts(page(), ".//section[@id='kept-out']//tbody/tr")
    assert row == "letters.csv:7no title: give it onetitle"


def test_dates_that_were_not_understood_stand_apart() -> None:
    date = replace(ISSUE, code="date/unparsed", severity="warning", value="the 31st of June")
    assert "the 31st of June" in texts(page([date]), ".//section[@id='dates']")[0]
    assert texts(page([date]), ".//section[@id='kept-out']/p") == ["None."]


def test_long_lists_are_cut_and_say_how_many_more_there_are() -> None:
    issues = [replace(ISSUE, row=str(number)) for number in range(SHOWN_ISSUES + 1234)]
    written = page(issues, [WAITING] * (SHOWN_NAMES + 1))
    assert len(texts(written, ".//section[@id='kept-out']//tbody/tr")) == SHOWN_ISSUES
    assert "and 1,234 more in issues.jsonl" in texts(written, ".//details/p")
    assert len(texts(written, ".//article")) == SHOWN_NAMES


@pytest.mark.parametrize("name", [*HOSTILE[:15], "-x", "--kind", "Cde. Ivanov", "it's", "$(rm a)"])
def test_the_command_beside_a_name_is_one_that_the_program_takes(name: str) -> None:
    (command,) = texts(page(waiting=[structs.replace(WAITING, name=name)]), ".//pre")
    program, verb, *words = shlex.split(command)
    taken = decide_command.make_context(verb, words).params
    assert (program, verb) == ("lod", "decide")
    assert (taken["name"], taken["target"]) == (name, "Q35314")
    assert (taken["kind"], taken["period"]) == ("person", "1956")


def test_a_name_without_candidates_may_be_said_to_have_none() -> None:
    (command,) = texts(page(waiting=[structs.replace(WAITING, candidates=())]), ".//pre")
    assert command.endswith(" none")


def test_a_name_that_waits_says_in_which_records_it_stands() -> None:
    items = texts(page(), ".//article/ul/li")
    assert items == ["A letter, 4 May 1956", "and 4 more"]
    links = [link.get("href") for link in tree(page()).findall(".//article/ul/li/a")]
    assert links == ["record/doc/emb-7.ttl"]


def test_the_page_begins_with_how_the_run_went() -> None:
    figures = dict(zip(texts(page(), ".//dl//dt"), texts(page(), ".//dl//dd"), strict=True))
    assert figures == {
        "records published": "7",
        "rows kept out": "2",
        "of 9 entities linked": "6",
        "names wait for a decision": "1",
        "warnings": "1",
    }


def test_counts_of_the_page_and_of_the_json_are_those_of_the_release() -> None:
    said = json.loads(report_json(INFO))
    assert said["rows"] == {"read": 10, "published": 7, "merged": 1, "quarantined": 2}
    assert said["mentions"] == {"sender": {"linked": 3, "named": 4}}
    rows = texts(page(), ".//section[@id='rows']//tbody/tr")
    assert rows[:3] == ["Published770.0\xa0%", "Merged with another row110.0\xa0%",
                        "Kept out220.0\xa0%"]  # fmt: skip


def test_the_same_facts_give_the_same_bytes() -> None:
    assert page() == page()
    assert report_json(INFO) == report_json(replace(INFO))


def test_an_element_escapes_what_is_not_html_once() -> None:
    assert element("p", "<&>", Html("<b />"), title='"') == (
        '<p title="&quot;">&lt;&amp;&gt;<b /></p>'
    )
    assert element("p", element("p", "&")) == "<p><p>&amp;</p></p>"


def test_numbers_of_a_table_stand_right() -> None:
    assert '<td class="number">12,345</td>' in table("Counts", ("What", "n"), [("a", 12345)])
