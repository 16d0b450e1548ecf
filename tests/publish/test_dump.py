"""Dumps are put together from compressed pieces, and their hashes are true."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lod.publish import dump
from lod.publish.dump import StreamWriter, Written, digest_of, member

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(TEXTS))
def test_members_that_follow_each_other_decompress_to_the_whole_text(texts: list[str]) -> None:
    assert gzip.decompress(b"".join(map(member, texts))).decode() == "".join(texts)


def test_the_same_text_gives_the_same_bytes_without_time_or_name() -> None:
    head = member("x")[:10]
    assert head[:2] == b"\x1f\x8b"
    assert head[3:8] == bytes(5)


def test_pieces_are_separated_and_empty_ones_leave_no_trace(tmp_path: Path) -> None:
    writer = dump.DumpWriter(tmp_path / "dumps" / "a.gz", separator=",")
    writer.text("[")
    for text in ("1", "", "2", "3"):
        writer.piece(member(text))
    writer.text("]")
    writer.close(tmp_path)
    assert gzip.decompress((tmp_path / "dumps" / "a.gz").read_bytes()) == b"[1,2,3]"


def test_what_is_said_of_a_dump_is_true(tmp_path: Path) -> None:
    writer = dump.DumpWriter(tmp_path / "dumps" / "a.gz")
    writer.piece(member("x"))
    said, data = writer.close(tmp_path), (tmp_path / "dumps" / "a.gz").read_bytes()
    assert said == Written("dumps/a.gz", len(data), hashlib.sha256(data).hexdigest())


def test_a_streamed_file_is_told_as_one_that_is_read_again(tmp_path: Path) -> None:
    writer = StreamWriter(tmp_path / "a.txt")
    for piece in (b"one", b"", b"two"):
        writer.write(piece)
    assert writer.close(tmp_path) == digest_of(tmp_path / "a.txt", tmp_path)
