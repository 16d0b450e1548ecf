"""The authority that ships with the program: twentieth century diplomacy, no network needed."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import msgspec

from lod import vocabulary
from lod.entity import AuthorityEntity, EntityKind, point
from lod.errors import UsageError
from lod.keeping import Keep, Keeping, anew
from lod.reconcile.memory import MemoryAuthority
from lod.reconcile.places import PlacesInTime, read_periods, year_of


class _Office(msgspec.Struct, rename={"begin": "from", "end": "to"}):
    title: str
    begin: int | None = None
    end: int | None = None


class _Line(msgspec.Struct):
    """A line of entities.jsonl."""

    id: str
    kind: EntityKind
    label: str
    names: tuple[str, ...] = ()
    begin: str = ""
    end: str = ""
    description: str = ""
    offices: tuple[_Office, ...] = ()
    coordinates: tuple[float, float] | None = None


@cache
def load() -> MemoryAuthority:
    """Read the embedded authority, once; it holds some thousand entities.

    Raises UsageError when the files are missing or broken.
    """
    return read(vocabulary.folder() / "authority", Keeping(__file__))


def read(folder: Path, keep: Keep = anew) -> MemoryAuthority:
    """Read an authority of the same form from another folder; keep: gives its tables."""
    path, table = folder / "entities.jsonl", folder / "places-in-time.tsv"
    try:
        text = path.read_bytes()
        periods = table.read_text("utf-8").splitlines() if table.is_file() else []
        lines = msgspec.json.Decoder(_Line).decode_lines(text)
    except (OSError, msgspec.MsgspecError) as error:
        mend = "install the package again, or restore the file"
        raise UsageError(f"no authority: {error}", where=str(path), mend=mend) from None
    digest = hashlib.sha256(text + "\n".join(periods).encode()).hexdigest()[:12]
    return MemoryAuthority(
        map(_entity, lines),
        name="embedded",
        version=digest,
        places=PlacesInTime(read_periods(periods)),
        keep=keep,
    )


def _entity(line: _Line) -> AuthorityEntity:
    where = line.coordinates
    return AuthorityEntity(
        id=line.id,
        kind=line.kind,
        label=line.label,
        names=line.names,
        begin=year_of(line.begin),
        end=year_of(line.end),
        description=line.description,
        offices=tuple((office.title, office.begin, office.end) for office in line.offices),
        coordinates=point(*where) if where else "",
    )
