"""How many files of a store are kept open: each takes memory, for its index and filter."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":
    import resource

# Where it opens a store, the library asks how many files the process may open, and keeps so many
# (less 48) of the store's open.
_MOST = 112


@contextmanager
def few_files() -> Iterator[None]:
    """Let a store that is opened in here keep few of its files open.

    Filling one, or scanning it, needs few at a time. Joining some may need many at once, so the
    process itself is not held short for longer than the opening takes.
    """
    if sys.platform == "win32":
        yield
        return
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(_MOST, usual[0]), usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)
