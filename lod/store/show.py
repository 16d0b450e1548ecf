"""Which thing somebody means by an address, and its file out of a release."""

from __future__ import annotations

from pathlib import Path

from lod.errors import TermError, UsageError
from lod.formats import rdf_format
from lod.store.meant import UNKNOWN, most_alike
from lod.terms import iri


def thing(uri: str, base: str) -> str:
    """Find the URI that is meant: whole or below the base, of the thing or of its record.

    >>> thing("record/doc/x-1.ttl", "https://a.example/")
    'https://a.example/doc/x-1'
    """
    path = uri.strip().removeprefix(base).partition("#")[0]
    if "://" in path:
        raise UsageError("not of this dataset", where=uri, mend=f"its URIs begin with {base}")
    if path.startswith("record/"):
        path = path.removeprefix("record/")
        for ending in (".ttl", ".jsonld", ".nt", ".rdf", ".html"):
            path = path.removesuffix(ending)
    try:
        iri(base + path)
    except TermError:
        mend = f"write it as in {base}doc/letters-1, or doc/letters-1"
        raise UsageError("is no URI", where=uri, mend=mend) from None
    return base + path


def stored(release: Path, uri: str, base: str, format: str) -> bytes:
    """Read the file that a release holds about a thing, `turtle` or `json-ld`, as it is served.

    Raises UsageError when there is none, also when the URI tries to leave the folder.
    """
    folder = (release / "record").resolve()
    path = thing(uri, base).removeprefix(base)
    file = (folder / f"{path}.{rdf_format(format).extension}").resolve()
    if not file.is_relative_to(folder) or not file.is_file():
        there = file.parent.glob(f"*{file.suffix}") if file.is_relative_to(folder) else ()
        names = (one.relative_to(folder).with_suffix("").as_posix() for one in there)
        what, meant = f"the release holds no {format} about it", most_alike(path, names)
        mend = f"did you mean {base}{meant}?" if meant else UNKNOWN
        raise UsageError(what, where=uri, mend=mend)
    return file.read_bytes()
