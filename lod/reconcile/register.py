"""The register of entities: an identifier, once given, is never changed and never reused."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from lod.entity import Entity
from lod.errors import DiskError, UsageError
from lod.lazily import regex
from lod.reconcile.assign import Entities, apart, asked, assign, by_itself
from lod.reconcile.events import refuse_marker
from lod.reconcile.mentions import Mention, mention_key
from lod.reconcile.rows import Asked, Meant, Registered, Rows

__all__ = ["REGISTER", "Entities", "Mention", "Register", "asked", "by_itself", "mention_key"]

REGISTER = "entities.jsonl"
_MEND = "restore the line from its history; identifiers must not be lost"
# Ids become parts of addresses and names of files: `lod.iri.slug` makes nothing else.
_ID = regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
# An authority of one's own may have other ids than Wikidata; they too end an address (RFC 3987).
_ITEM = regex(r'[^\x00-\x20<>"{}|\\^`]*')


class Register:
    """Knows every identifier that the dataset ever gave.

    Load it once a run, `assign` the mentions of the whole collection, and `save` it when the
    release is made; the curator commits the file.
    """

    def __init__(self, rows: Rows | None = None) -> None:
        self._rows = rows or Rows()

    def __len__(self) -> int:
        """Count the identifiers ever given."""
        return len(self._rows)

    def __iter__(self) -> Iterator[Registered]:
        """Go through the lines, sorted by id."""
        return iter(self._rows)

    @classmethod
    def load(cls, path: Path) -> Register:
        """Read the register; a file that is not there is an empty one.

        Two lines on one identifier, as joining branches leaves them, are one. Raises UsageError
        that names the line when it is broken, left over from a conflict, says what no register
        can, gives a key twice, or speaks of another entity than a line before it.
        """
        rows = Rows()
        for where, line in _lines(path):
            try:
                rows.join_branches(_sound(line))
            except (msgspec.MsgspecError, UnicodeDecodeError, UsageError) as error:
                raise UsageError(str(error), where=where, mend=_MEND) from None
        _demand_whole(rows, path)
        return cls(rows)

    def apart(self, groups: Sequence[Sequence[Mention]]) -> list[Entity | None]:
        """Give, for all mentions of each of some keys, their entity where others have no say in it.

        None, and nothing is noted, where they have: those go to `assign`, all together and after
        these. What is told either way is the same; this keeps nothing. The keys are sorted.
        """
        return apart(groups, self._rows)

    def alone(self, some: Sequence[Asked]) -> list[str]:
        """Give, as `apart` does, the ids of entities written down `by_itself`, "" for None."""
        return self._rows.alone(some)

    def assign(self, mentions: Iterable[Mention]) -> Entities:
        """Give every mention its entity, and note here what is new.

        Mentions whose accepted item is one are one entity; mentions of one key that mean
        different items are several. Of two identifiers that turn out to be one item the smaller
        stands, and the other names it in merged_into; should the link be taken back, each has its
        own again. The order of the mentions changes nothing.
        """
        return assign(mentions, self._rows)

    def keys(self, before: str) -> Iterator[str]:
        """Give the keys that begin so."""
        return self._rows.keys(before)

    def know(self, ident: str, key: str) -> None:
        """Note another key by which an identifier is found."""
        self._rows.join(ident, key)

    def changed(self) -> list[Meant]:
        """Give the identifiers that meant another item before this run, sorted."""
        return sorted(self._rows.changed)

    def adopt(self, ident: str, mention: Mention) -> None:
        """Note an identifier that comes from a record of its own (an authority record's key).

        Its line has no item: that is the record's to say, anew in each run. Names in passing that
        mean the item of just one record are that record's entity; `assign` them after these.
        """
        if not self._rows.of_key(mention.key):
            self._rows.add(Registered(id=ident, kind=mention.kind, keys=[mention.key]))
        row = self._rows.row(ident)
        row.label = mention.name
        self._rows.put(row)
        if mention.item:
            self._rows.describe(mention.kind, mention.item, ident)

    def save(self, path: Path) -> None:
        """Write the register, sorted by id, in one step: the old file or the new, never half."""
        new = path.with_name(f".{path.name}.new")
        try:
            with new.open("wb") as file:
                file.writelines(line + b"\n" for line in self._rows.written())
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except OSError as error:
            what = error.strerror or str(error)
            raise DiskError(what, where=str(path), mend="check space") from error


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Give the lines of a register that may be large, each with its place; none without a file."""
    try:
        if path.exists():
            with path.open("rb") as file:
                for number, line in enumerate(file, start=1):
                    if line.strip():
                        refuse_marker(line, f"{path}:{number}")
                        yield f"{path}:{number}", line
    except OSError as error:
        raise DiskError(error.strerror or str(error), where=str(path)) from error


_decode = msgspec.json.Decoder(Registered).decode


def _sound(line: bytes) -> Registered:
    """Read a line; raises UsageError for what can be no identifier or item."""
    row = _decode(line)
    for ident in (row.id, row.merged_into):
        if not _ID.fullmatch(ident) and (ident or not row.id):
            raise UsageError(f"{ident!r} can be no id")
    for item in (row.qid, *row.was):
        if not _ITEM.fullmatch(item):
            raise UsageError(f"{item!r} is no item")
    return row


def _demand_whole(rows: Rows, path: Path) -> None:
    """Raise UsageError, with its line, for an identifier merged into one that is not there."""
    ident = rows.dangling()
    for where, line in _lines(path) if ident else ():
        row = _decode(line)
        if row.id == ident and row.merged_into:
            what = f"{ident} is merged into {row.merged_into}, which has no line"
            raise UsageError(what, where=where, mend=_MEND)
