"""Learns how words of names are spelled from Cyrillic back into Latin letters: Khou is Howe.

python -m bench.respelled ENTITIES.jsonl.gz    writes `vocab/transliteration/respelled.tsv`
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.training import Entity, is_cyrillic, names, read
from lod.reconcile.keys import fold
from lod.reconcile.latin import latin

TARGET = Path(__file__).parents[1] / "vocab" / "transliteration" / "respelled.tsv"
PEOPLE, SHARE = 3, 0.15  # of the people who bear a word, so many must bear the other
Words = tuple[str, ...]
Pair = tuple[str, str]


def main(source: Path) -> None:
    """Write pairs of words, sorted."""
    pairs: Counter[Pair] = Counter()
    whole: Counter[str] = Counter()
    for entity in read(source):
        found = set(pairs_of(entity))
        pairs.update(found)
        whole.update({one for one, _ in found})
    kept = sorted(
        pair
        for pair, count in pairs.items()
        if pair[0] != pair[1] and count >= PEOPLE and count >= SHARE * whole[pair[0]]
    )
    lines = ["transliterated\toriginal", *("\t".join(pair) for pair in kept)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pairs_of(entity: Entity) -> Iterator[Pair]:
    """Give words that stand in the same place of a Cyrillic and a Latin name of one person."""
    known = [words for name in names(entity) if len(words := tuple(fold(name).split())) in {2, 3}]
    originals = {words for words in known if all(word.isascii() for word in words)}
    for name in filter(is_cyrillic, names(entity)):
        family, comma, given = name.partition(",")
        spelled = tuple(latin(fold(f"{given} {family}" if comma else name)).split())
        for words in originals:
            if len(words) == len(spelled):
                pairs = zip(spelled, words, strict=True)
                yield from (pair for pair in pairs if min(map(len, pair)) > 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
