"""A problem in the data: flows in the same stream as records, and is never lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
# The code of a file of which the rest was not read: `[expect]` stops the release.
UNREAD = "source/broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One finding, in SHACL's words; an error keeps its record out of the release.

    source: file, table or service, as the configuration names it.
    row: the record inside it (row number, JSON pointer, file name), as a person would look it up.
    record: the record's key once it is known, else "".
    field: our field or the source's column. value: what was found, cut to 200 characters.
    message: what is wrong and how to mend it. code: a short stable name (`date/unparsed`).
    """

    message: str
    code: str
    severity: Severity = "warning"
    source: str = ""
    row: str = ""
    record: str = ""
    field: str = ""
    value: str = ""

    def __str__(self) -> str:
        """Write the issue as one line, `source:row (record): field: message [value]`.

        >>> str(Issue(message="no title", code="title/missing", source="a.csv", row="7"))
        'a.csv:7: no title'
        >>> str(Issue(message="no such day", code="date/unparsed", row="7", record="x-12"))
        '7 (x-12): no such day'
        """
        where = ":".join(part for part in (self.source, self.row) if part)
        record = f"({self.record})" if self.record and where else self.record
        place = f"{where} {record}".strip()
        field = f"{self.field}: " if self.field else ""
        value = f" [{self.value}]" if self.value else ""
        return f"{place}{': ' if place else ''}{field}{self.message}{value}"
