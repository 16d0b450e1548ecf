"""Pages as no archive would want them: cut, doubled, shuffled, in another encoding, in one line."""

from __future__ import annotations

import random

_HUGE = (7_000_000, 10_000_000)


def spoiled(data: bytes, rng: random.Random, *, huge: bool = False) -> bytes:
    """Cut, double, shuffle, re-encode or damage a page, or make one line of 7 or 10 MB of it."""
    lines = data.split(b"\n")
    if huge:
        size = rng.choice(_HUGE)
        return (data.replace(b"\n", b" ") * (size // len(data) + 1))[:size]
    kind = rng.randrange(8)
    if kind == 0:
        return data[: rng.randrange(len(data))]
    if kind == 1:
        return data + data
    if kind == 2:
        rng.shuffle(lines)
        return b"\n".join(lines)
    if kind == 3:
        return data.decode().encode(rng.choice(("utf-16", "utf-32", "cp037", "utf-7")), "replace")
    if kind == 4:
        return bytes(one if rng.random() > 0.02 else rng.randrange(256) for one in data)
    if kind == 5:
        return data.replace(b"\n", b" ")
    return data.upper() if kind == 6 else bytes(rng.randbytes(len(data)))
