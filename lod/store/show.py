"""Which thing somebody means by an address, and its file out of a release."""

from __future__ import annotations

from pathlib import Path

from lod.errors import TermError, UsageError
from lod.formats import rdf_format
from lod.iri import DESCRIPTION, DOCUMENTS, ONTOLOGY, data_path
from lod.store.meant import UNKNOWN, most_alike
from lod.terms import iri


def thing(uri: str, base: str) -> str:
    """Find the URI that is meant: whole or below the base, of the thing or of its record.

    A `#` is kept where it names what a document describes: the ontology, the description.

    >>> thing("record/doc/x-1.ttl", "https://a.example/"), thing("ns#mayBe", "https://a.example/")
    ('https://a.example/doc/x-1', 'https://a.example/ns#mayBe')
    """
    path, mark, part = uri.strip().removeprefix(base).partition("#")
    if "://" in path:
        raise UsageError("not of this dataset", where=uri, mend=f"its URIs begin with {base}")
    is_data = path.startswith("record/")
    bare = path.removeprefix("record/")
    for ending in (".ttl", ".jsonld", ".nt", ".rdf", ".html"):
        bare = bare.removesuffix(ending)
    path = bare if is_data or bare in DOCUMENTS else path
    path += f"{mark}{part}" if path in DOCUMENTS else ""
    try:
        iri(base + path)
    except TermError:
        mend = f"write it as in {base}doc/letters-1, or doc/letters-1"
        raise UsageError("is no URI", where=uri, mend=mend) from None
    return base + path


def subject(uri: str, base: str) -> str:
    """Give what a card of a thing is about: of a document, the very thing that it describes."""
    described = {f"{base}{ONTOLOGY}": "#", f"{base}{DESCRIPTION}": "#dataset"}
    return uri + described.get(uri, "")


def stored(release: Path, uri: str, base: str, format: str) -> bytes:
    """Read the file that a release holds about a thing, `turtle` or `json-ld`, as it is served.

    Raises UsageError when there is none, also when the URI tries to leave the folder.
    """
    path = thing(uri, base).removeprefix(base).partition("#")[0]
    name = data_path(path)
    folder = (release / name.partition("/")[0] if "/" in name else release).resolve()
    file = (release / f"{name}.{rdf_format(format).extension}").resolve()
    if not file.is_relative_to(folder) or not file.is_file():
        there = file.parent.glob(f"*{file.suffix}") if file.is_relative_to(folder) else ()
        names = (one.relative_to(folder).with_suffix("").as_posix() for one in there)
        what, meant = f"the release holds no {format} about it", most_alike(path, names)
        mend = f"did you mean {base}{meant}?" if meant else UNKNOWN
        raise UsageError(what, where=uri, mend=mend)
    return file.read_bytes()
