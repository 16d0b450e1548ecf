"""The release's `manifest.json`: what it is, what it holds, what it was made from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from lod.errors import DiskError
from lod.publish.info import ReleaseInfo
from lod.version import SOFTWARE

MANIFEST = "manifest.json"


def summary(info: ReleaseInfo) -> dict[str, Any]:
    """Give the true counts of a release, as the manifest and `lod publish --json` say them."""
    return {
        "dataset": info.dataset.name,
        "version": info.version,
        "run": info.run,
        "previous": info.previous,
        "started": info.started,
        "base": info.dataset.base,
        "rows": {
            "read": info.read,
            "published": info.published,
            "merged": info.merged,
            "quarantined": info.quarantined,
        },
        "triples": info.tally.triples,
        "quads": info.tally.triples + info.tally.quads,
        "subjects": info.tally.subjects,
        "things": dict(sorted(info.tally.kinds.items())),
        "names": {
            f"{kind} {judgement}": count
            for (kind, judgement), count in sorted(info.decisions.items())
        },
        "issues": {
            f"{severity} {code}": count for (severity, code), count in sorted(info.issues.items())
        },
    }


def manifest(info: ReleaseInfo) -> bytes:
    """Write the manifest: the summary, and every source and dump with its hash."""
    content = summary(info) | {
        "title": info.dataset.title,
        "license": info.dataset.license,
        "publisher": info.dataset.publisher,
        "software": SOFTWARE,
        "authorities": list(info.authorities),
        "runs": [{"id": note.id, "started": note.started} for note in info.runs],
        "sources": [source._asdict() for source in info.sources],
        "files": [file._asdict() for file in info.files],
    }
    option = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(content, option=option)


def told(release: Path) -> dict[str, Any]:
    """Read what a finished release says of itself; raises DiskError where that is damaged."""
    file = release / MANIFEST
    mend = (
        "lod release DATASET rollback VERSION goes back to another that is kept;"
        " without `current` beside `releases`, publishing begins anew"
    )
    try:
        found: dict[str, Any] = orjson.loads(file.read_bytes())
        if not (found["base"] and found["version"] and isinstance(found["runs"], list)):
            raise ValueError
    except FileNotFoundError:
        raise DiskError("the release is damaged: no manifest", where=str(file), mend=mend) from None
    except (OSError, ValueError, LookupError, TypeError):
        what = "the release is damaged: its manifest cannot be read"
        raise DiskError(what, where=str(file), mend=mend) from None
    return found
