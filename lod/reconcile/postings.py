"""Keys -> entity numbers, sorted outside memory: the look-up table of an index."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import groupby
from pathlib import Path

# A posting is a number of 28 bits with a weight of 4 bits above it.
NUMBER_BITS = 28
NUMBER = (1 << NUMBER_BITS) - 1
_PARTS = 256
_WAITING = 1 << 22  # pairs kept in memory, 8 bytes each


class Field(IntEnum):
    """What a key is a key of; it salts the hash."""

    PERSON = 1
    GROUP = 2
    PLACE = 3
    INITIAL = 4
    WORD = 5
    LOSS = 6
    SOUND = 7
    ID = 8
    LOOSE = 9
    SPOKEN = 10


def key_of(field: Field, text: str) -> int:
    """Hash a key to 32 bits; what collides is told apart by comparing names."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"), field * 0x9E3779B1 & 0xFFFFFFFF)


def posting(number: int, weight: int) -> int:
    """Put a number and its weight into 32 bits."""
    return weight << NUMBER_BITS | number


def number_of(packed: int) -> int:
    """Take the number out of a posting."""
    return packed & NUMBER


def weight_of(packed: int) -> int:
    """Take the weight out of a posting."""
    return packed >> NUMBER_BITS


def unpacked(blob: bytes) -> array[int]:
    """Give the postings of a row."""
    found = array("I")
    found.frombytes(blob)
    return found


class Sorter:
    """Takes pairs of a key and a posting in any order, gives them grouped and sorted by key.

    Pairs wait in memory, then in one file for each leading byte of the key, so that memory is
    bounded by what has one leading byte.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._parts = [array("Q") for _ in range(_PARTS)]
        self._waiting = 0
        self.count = 0

    def add(self, keys: Iterable[int], value: int) -> None:
        """Take the keys of one posting."""
        parts, before = self._parts, self._waiting
        for key in keys:
            parts[key >> 24].append(key << 32 | value)
            self._waiting += 1
        self.count += self._waiting - before
        if self._waiting > _WAITING:
            self._spill()

    def rows(self) -> Iterator[tuple[int, bytes]]:
        """Give key and postings, sorted, each posting once; then the files are gone."""
        self._spill()
        for number in range(_PARTS):
            path = self._path(number)
            if path.exists():
                pairs = array("Q")
                pairs.frombytes(path.read_bytes())
                path.unlink()
                for key, same in groupby(sorted(set(pairs)), lambda pair: pair >> 32):
                    yield key, array("I", [pair & 0xFFFFFFFF for pair in same]).tobytes()

    def _spill(self) -> None:
        for number, part in enumerate(self._parts):
            if part:
                with self._path(number).open("ab") as file:
                    part.tofile(file)
        self._parts = [array("Q") for _ in range(_PARTS)]
        self._waiting = 0

    def _path(self, number: int) -> Path:
        return self._folder / f"{self._name}-{number:03d}"


class Words:
    """Counts words outside memory, in one file for each hash of a word."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._counts: dict[str, int] = {}

    def add(self, words: Iterable[str]) -> None:
        """Take the words of one entity, each once."""
        counts = self._counts
        for word in words:
            counts[word] = counts.get(word, 0) + 1
        if len(counts) > _WAITING // 8:
            self._spill()

    def counted(self) -> Iterator[tuple[str, int]]:
        """Give each word and how many entities bear it; then the files are gone."""
        self._spill()
        for path in sorted(self._folder.glob("words-*")):
            counts: dict[str, int] = {}
            with path.open(encoding="utf-8") as file:
                for line in file:
                    word, _, count = line.partition(" ")
                    counts[word] = counts.get(word, 0) + int(count)
            path.unlink()
            yield from sorted(counts.items())

    def _spill(self) -> None:
        parts: dict[int, list[str]] = {}
        for word, count in self._counts.items():
            parts.setdefault(key_of(Field.WORD, word) >> 26, []).append(f"{word} {count}\n")
        for number, lines in parts.items():
            path = self._folder / f"words-{number:03d}"
            with path.open("a", encoding="utf-8") as file:
                file.writelines(lines)
        self._counts = {}
