"""What a release is asked again and again, remembered: it never changes while it is served."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Value = TypeVar("Value")


class Memory:
    """Keeps what was found, up to a size; what was not asked for the longest goes first.

    >>> memory = Memory(2)
    >>> [memory.get(key, lambda key=key: key * 2) for key in (1, 2, 3, 1)], len(memory)
    ([2, 4, 6, 2], 2)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept = OrderedDict[Hashable, tuple[Any, int]]()
        self._size = 0
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """Say how much is kept, in the units of `size`."""
        return self._size

    def get(self, key: Hashable, find: Callable[[], Value]) -> Value:
        """Give what is kept under a key, else find and keep it."""
        if (kept := self.kept(key)) is None:
            kept = find()
            self.keep(key, kept)
        return kept

    def kept(self, key: Hashable) -> Any | None:  # noqa: ANN401 - of whatever type it was kept
        """Give what is kept, None when nothing is."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: Hashable, value: object, size: int = 1) -> None:
        """Keep something of a size; larger than a tenth of all, it is not kept."""
        if size * 10 > max(self._most, 10):
            return
        with self._lock:
            self._size += size - self._kept.pop(key, (None, 0))[1]
            self._kept[key] = value, size
            while self._size > self._most:
                self._size -= self._kept.popitem(last=False)[1][1]
