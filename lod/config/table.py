"""A TOML table read key by key: faults are collected, and what nobody asked for is unknown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from lod.errors import ConfigError
from lod.registry import suggestion


class Table:
    """One table of a configuration; its own tables share its list of faults.

    Ask for every key that there may be, then call `close` on the outermost table.
    """

    def __init__(
        self, data: Mapping[str, object], name: str = "", faults: list[str] | None = None
    ) -> None:
        self.data, self.name = data, name
        self.faults: list[str] = [] if faults is None else faults
        self._asked: dict[str, list[Table]] = {}

    def fault(self, key: str, found: str, mend: str = "") -> None:
        """Note what is wrong with a key; nothing is raised before `close`."""
        place = f"{self.name} {key}".strip()
        self.faults.append(f"{place}: {found}{f' ({mend})' if mend else ''}")

    def get(self, key: str) -> object:
        """Give the value as TOML has it, None when the key is absent."""
        self._asked.setdefault(key, [])
        return self.data.get(key)

    def text(self, key: str, *, required: bool = False) -> str:
        """Read a string, "" when it is absent."""
        value = self.get(key)
        if value is None or value == "":
            if required:
                self.fault(key, "missing", f'write {key} = "..."')
            return ""
        if not isinstance(value, str):
            self.fault(key, f"found {value!r}", "this is text: put it in quotation marks")
            return ""
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of strings; a single string is a list of one."""
        value = self.get(key)
        if value is None:
            return ()
        listed = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str) and item for item in listed):
            self.fault(key, f"found {value!r}", 'this is a list of text: ["one", "two"]')
            return ()
        return tuple(listed)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Read true or false."""
        value = self.get(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.fault(key, f"found {value!r}", "write true or false")
        return default

    def number(self, key: str, low: float, high: float) -> float | None:
        """Read a number within bounds, None when it is absent."""
        value = self.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fault(key, f"found {value!r}", "this is a number")
            return None
        if not low <= value <= high:
            self.fault(key, f"found {value}", f"a number from {low:g} to {high:g}")
            return None
        return value

    def count(self, key: str) -> int | None:
        """Read a whole number that is not negative, None when it is absent."""
        value = self.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
            return value
        self.fault(key, f"found {value!r}", "a whole number, 0 or more")
        return None

    def one_of(self, key: str, known: Collection[str]) -> str:
        """Read a string that is one of those known, "" when it is absent or unknown."""
        value = self.text(key)
        return value if not value or self.check(key, value, known) else ""

    def check(self, key: str, value: str, known: Collection[str]) -> bool:
        """Note a fault unless the value is one of those known."""
        if value in known:
            return True
        self.fault(key, f"unknown {value!r}", suggestion(value, [*known]))
        return False

    def table(self, key: str) -> Table:
        """Read a table inside this one, an empty one when it is absent."""
        value = self.get(key)
        if value is not None and not isinstance(value, dict):
            self.fault(key, f"found {value!r}", f"this is a table: [{key}]")
        return self._inner(key, value if isinstance(value, dict) else {}, f"[{key}]")

    def tables(self, key: str) -> list[Table]:
        """Read a table, or a list of tables, inside this one."""
        value = self.get(key)
        listed = value if isinstance(value, list) else [] if value is None else [value]
        found = [item for item in listed if isinstance(item, dict)]
        if len(found) < len(listed):
            self.fault(key, f"found {value!r}", f"this is a table: [{key}] or [[{key}]]")
        if len(found) == 1:
            return [self._inner(key, found[0], f"[{key}]")]
        return [self._inner(key, item, f"[[{key}]] {n}") for n, item in enumerate(found, 1)]

    def names(self) -> Iterator[str]:
        """Go through the keys that there are, where any name may stand."""
        for key in self.data:
            self._asked.setdefault(key, [])
            yield key

    def inner(self, key: str, data: Mapping[str, object]) -> Table:
        """Read as a table what was found under a key."""
        return self._inner(key, data, key)

    def _inner(self, key: str, data: Mapping[str, object], name: str) -> Table:
        table = Table(data, f"{self.name} {name}".strip() if self.name else name, self.faults)
        self._asked.setdefault(key, []).append(table)
        return table

    def close(self, file: str) -> None:
        """Raise one ConfigError with every fault, unknown keys among them."""
        self.faults.extend(self._unknown())
        if len(self.faults) == 1:
            raise ConfigError(self.faults[0], where=file)
        if self.faults:
            listed = "".join(f"\n  {fault}" for fault in self.faults)
            told = {"faults": list(self.faults)}
            raise ConfigError(f"{len(self.faults)} faults{listed}", where=file, details=told)

    def _unknown(self) -> Iterator[str]:
        for key in self.data:
            if key not in self._asked:
                place = f"{self.name} {key}".strip()
                yield f"{place}: unknown key ({suggestion(key, [*self._asked])})"
        for tables in self._asked.values():
            for table in tables:
                yield from table._unknown()
