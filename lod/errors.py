"""What stops a run, as one tree; problems in the data are Issues instead and stop nothing.

LodError                 exit code 1
├── UsageError           2    the call or the configuration is wrong
│   ├── ConfigError           a key or value of dataset.toml
│   └── RegistryError         a name that no room knows
├── SourceError          2    a source cannot be opened or read at all
├── TermError            1    a string that is no RDF term (a bug of ours: data is cleaned before)
├── DataError            65   more bad data than the dataset allows
├── DiskError            74   no room, no permission, a broken file
├── BusyError            75   another run holds the lock
├── FetchError           1    a service refused what was asked, or answered too much
└── PartialError         3    done as far as a service answered, or a list can be read

Ctrl-C is none of these: it ends a command with INTERRUPTED; SIGTERM does with TERMINATED.
"""

from __future__ import annotations

from collections.abc import Mapping

INTERRUPTED, TERMINATED = 130, 143
STANDS = "lod: interrupted; what was published before stands"


class LodError(Exception):
    """Say what went wrong, where, what was found and how to mend it.

    details: what machines are told besides, where one line is not enough.

    >>> str(LodError("no such file", where="letters.csv", mend="check [source] path"))
    'letters.csv: no such file (check [source] path)'
    """

    exit_code = 1

    def __init__(
        self,
        what: str,
        *,
        where: str = "",
        mend: str = "",
        details: Mapping[str, object] | None = None,
    ) -> None:
        self.what, self.where, self.mend = what, where, mend
        self.details = dict(details or {})
        super().__init__(f"{where + ': ' if where else ''}{what}{f' ({mend})' if mend else ''}")


class UsageError(LodError):
    """The command was called with something it cannot take."""

    exit_code = 2


class ConfigError(UsageError):
    """A key or value of a dataset.toml is wrong; names file, key and mend."""


class RegistryError(UsageError):
    """A name was asked for that neither we nor an installed package knows."""


class SourceError(LodError):
    """A source cannot be opened or is not of the format it is said to be."""

    exit_code = 2


class TermError(LodError):
    """A string cannot be written as an RDF term."""


class DataError(LodError):
    """The release was refused: expectations, validation or the count of bad records."""

    exit_code = 65


class DiskError(LodError):
    """The disk is full, read-only or gives back something else than was written."""

    exit_code = 74


class BusyError(LodError):
    """Another run publishes the same dataset into the same folder."""

    exit_code = 75


class FetchError(LodError):
    """A service refused what we asked, or answered more than we take."""


class PartialError(LodError):
    """The run ended with what it has; no service answered for the rest, or it is unreadable."""

    exit_code = 3
