"""How many files of a store are kept open: each takes memory, for its index and filter."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":
    import resource

# Where it opens a store, the library asks how many files the process may open, leaves so many to
# others, and keeps at most the rest of the store's files open.
_OTHERS = 48


@contextmanager
def few_files(most: int) -> Iterator[None]:
    """Let a store that is opened in here keep at most so many of its files open.

    Joining files may need many at once, so the process itself is held short only while the store
    is opened.
    """
    if sys.platform == "win32":
        yield
        return
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most + _OTHERS, usual[0]), usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)
