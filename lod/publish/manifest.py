"""The release's `manifest.json`: what it is, what it holds, what it was made from."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
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
        "input": info.input,
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
        "content": info.content,
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
    try:
        found: dict[str, Any] = orjson.loads((release / MANIFEST).read_bytes())
        runs = [(one["id"], one["started"]) for one in found["runs"]]
        if not (found["base"] and found["version"] and _are_texts(chain(*runs))):
            raise ValueError
    except FileNotFoundError:
        raise damaged(release, "no manifest") from None
    except (OSError, ValueError, LookupError, TypeError):
        raise damaged(release, "its manifest cannot be read") from None
    return found


def damaged(release: Path, what: str) -> DiskError:
    """Make the error on a manifest that cannot be gone by, with its mend."""
    mend = (
        "lod release DATASET rollback VERSION goes back to another that is kept;"
        " without `current` beside `releases`, publishing begins anew"
    )
    where = str(release / MANIFEST)
    return DiskError(f"the release is damaged: {what}", where=where, mend=mend)


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(one, str) for one in values)
