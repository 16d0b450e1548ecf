"""How work is spread: the same function over the same tasks, the same results in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from typing import Protocol, TypeVar

from lod.engine.local import LocalEngine

Task = TypeVar("Task")
Result = TypeVar("Result")


class Engine(Protocol):
    """Runs a function over tasks somewhere; function and tasks can be pickled.

    The order of the results is the order of the tasks, so that the bytes of a release do not
    depend on how many workers made them.
    """

    def map(
        self, function: Callable[[Task], Result], tasks: Iterable[Task], *, many: bool = False
    ) -> Iterator[Result]:
        """Give the result of each task in order; an exception of a task is raised here.

        many: there is so much to do that whoever spreads it need not find that out.
        """

    def apart(self, prepare: Callable[[], None]) -> Executor:
        """Give what does one thing after the other with memory of its own, once it has prepared.

        `shutdown(cancel_futures=True)` ends it even in the middle of something.
        """

    def close(self) -> None:
        """Let the workers go; calling it twice is harmless."""


ENGINES: dict[str, Callable[[int], Engine]] = {"local": LocalEngine}
