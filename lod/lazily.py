"""Regular expressions that are compiled when they are first asked: no command needs them all."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Later:
    """Stands for a pattern; once compiled, its methods are those of the pattern itself."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):  # Python asks for these when it copies
            raise AttributeError(name)
        found: re.Pattern[Any] = re.compile(self.pattern, self._flags)
        for method in ("match", "fullmatch", "search", "sub", "split", "findall", "finditer"):
            setattr(self, method, getattr(found, method))
        return getattr(found, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give a regular expression as `re.compile` does, compiled only when it is first asked.

    Use it for the constants of a module: compiling all of them takes a fifth of the time in which
    the program loads. Ask its own methods: the functions of `re` do not take it. Raises re.error
    when it is first asked.

    >>> year = regex("[0-9]{4}")
    >>> year.search("in 1951")[0], year.pattern
    ('1951', '[0-9]{4}')
    """
    return cast("re.Pattern[AnyStr]", _Later(pattern, flags))
