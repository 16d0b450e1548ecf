"""The lines of blocks, and dumps that are sorted as a whole though they are made in chunks."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from lod.publish.blocks import in_order, lines, ordered, quad_lines, reaches_past
from lod.terms import Triple, iri, literal
from tests.publish.made import BASE, PATHS

MAIN = f"<{BASE}"
TITLE, GRAPH = iri("http://purl.org/dc/terms/title"), iri(f"{BASE}graph/x")


def test_triples_are_sorted_as_their_lines_are() -> None:
    letter = iri(f"{BASE}doc/a")
    found = ordered((letter, TITLE, literal(text)) for text in ("b", "a b", "a", "b", "\u00e9"))
    assert lines(found) == sorted(lines(found))
    assert len(found) == 4


def test_a_quad_names_its_graph() -> None:
    triple = (iri(f"{BASE}doc/a"), TITLE, literal("x"))
    assert quad_lines([(GRAPH, triple)]) == [
        f'<{BASE}doc/a> <http://purl.org/dc/terms/title> "x" <{BASE}graph/x> .\n'
    ]


def _lines(path: str, parts: Sequence[str]) -> list[str]:
    """Say two things of a thing and one of each of its parts."""
    subjects = [f"{MAIN}{path}>"] * 2 + [f"{MAIN}{path}#{part}>" for part in parts]
    return sorted({f'{subject} <urn:p> "{n}" .\n' for n, subject in enumerate(subjects)})


def _cut(paths: Sequence[str], borders: set[int]) -> list[list[str]]:
    chunks: list[list[str]] = []
    for place, path in enumerate(paths):
        if not place or place in borders:
            chunks.append([])
        chunks[-1].append(path)
    return chunks


def _in_chunks(said: dict[str, list[str]], borders: set[int]) -> bytes:
    """Write what is said as the pipeline does: chunk by chunk, with what earlier ones put off."""
    written, carried = list[bytes](), list[str]()
    chunks = _cut(sorted(said), borders)
    for place, mine in enumerate(chunks):
        following = chunks[place + 1][0] if place + 1 < len(chunks) else ""
        blocks = [(path, "".join(said[path]).encode()) for path in (*carried, *mine)]
        written += in_order(blocks, MAIN, mine[0], following)
        carried = [path for path in (*carried, *mine) if reaches_past(path, following)]
    return b"".join(written)


@given(
    paths=st.sets(PATHS | st.builds("doc/a{}".format, PATHS), min_size=1, max_size=24),
    parts=st.lists(st.sampled_from(("title", "date-1", "Z", "0")), max_size=3, unique=True),
    borders=st.sets(st.integers(1, 24)),
)
def test_chunks_cut_anywhere_give_the_lines_of_one_global_sort(
    paths: set[str], parts: list[str], borders: set[int]
) -> None:
    said = {path: _lines(path, parts) for path in paths}
    whole = sorted(line for mine in said.values() for line in mine)
    assert _in_chunks(said, borders) == "".join(whole).encode()


def test_a_literal_may_hold_a_separator_of_lines() -> None:
    odd = f'{MAIN}doc/a> <urn:p> "one\u2028two" .\n'
    texts = [("doc/a", odd.encode()), ("doc/a-1", f'{MAIN}doc/a-1> <urn:p> "1" .\n'.encode())]
    assert in_order(texts, MAIN, "doc/a", "") == [text for _, text in reversed(texts)]


@given(first=PATHS, second=PATHS)
def test_a_thing_reaches_past_those_whose_names_begin_with_its_own(first: str, second: str) -> None:
    before, after = sorted((first, second))
    late = f"{MAIN}{before}>" > f"{MAIN}{after}>"
    assert reaches_past(before, after) == (late and before != after)


def test_ordered_triples_may_be_none() -> None:
    nothing: list[Triple] = []
    assert ordered(nothing) == ()
