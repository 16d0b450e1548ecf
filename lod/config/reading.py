"""Reads dataset.toml, key by key, and says of every fault where it stands and how to mend it."""

from __future__ import annotations

import codecs
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import cast, get_args
from urllib.parse import urlsplit

from lod.config.crosswalk import LANGUAGE, fields_of
from lod.config.dataset import (
    ALIASES,
    FIELDS,
    FORMATS,
    LOST,
    PROFILES,
    Dataset,
    Expect,
    Live,
    Source,
)
from lod.config.table import Table
from lod.errors import ConfigError, TermError
from lod.iri import plain_slug
from lod.lazily import regex
from lod.record import Kind
from lod.terms import iri

Known = Mapping[str, Collection[str]]
WIKIDATA = "wikidata"  # the authority that is asked over the network by a name
KINDS: tuple[Kind, ...] = get_args(Kind)
_SLUG = regex(r"[a-z0-9]+([._-][a-z0-9]+)*")
# What may be linked is a role, or a field of places.
_LINKED = sorted(name for name, sort in FIELDS.items() if sort in {"agent", "place"})


def load(path: Path, known: Known | None = None) -> Dataset:
    """Read a dataset folder or its dataset.toml.

    known: the names that the rooms above have, by kind (`reader`, `authority`, `profile`); a kind
    that is not given is checked when its room is asked. Raises ConfigError with every fault.
    """
    file = path / "dataset.toml" if path.is_dir() else path
    top = Table(_parsed(file))
    dataset = _dataset(top, file.absolute(), known or {})
    top.close(str(file))
    return dataset


def _parsed(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        mend = "name a folder that holds it, or make one with: lod init DIR"
        raise ConfigError("there is no such file", where=str(file), mend=mend) from None
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", where=str(file)) from error
    except UnicodeDecodeError as error:
        mend = "save the file as UTF-8"
        raise ConfigError(f"not UTF-8 at byte {error.start}", where=str(file), mend=mend) from None
    except tomllib.TOMLDecodeError as error:
        mend = "TOML writes text in quotation marks, one key a line"
        raise ConfigError(f"not TOML: {error}", where=str(file), mend=mend) from None


def _dataset(top: Table, file: Path, known: Known) -> Dataset:
    folder_named = file.name == "dataset.toml"
    reconcile, publish = top.table("reconcile"), top.table("publish")
    return Dataset(
        name=plain_slug(file.parent.name if folder_named else file.stem) or "dataset",
        folder=file.parent,
        title=top.text("title", required=True),
        base=_base(top),
        license=_license(top),
        publisher=top.text("publisher", required=True),
        language=_language(top),
        sources=_sources(top, file.parent, known),
        fields=fields_of(top.table("fields")),
        description=top.text("description"),
        contact=top.text("contact"),
        prefix=_prefix(top) or "",
        kind=_kind(top) or "document",
        rights=top.text("rights"),
        keywords=top.texts("keywords"),
        fix=_fixes(top.table("fix")),
        authority=_authorities(reconcile, file.parent, known.get("authority")),
        live=_live(top, reconcile),
        thresholds=_thresholds(reconcile.table("thresholds")),
        profiles=_names(top.table("mapping"), "profiles", known.get("profile")) or PROFILES,
        expect=_expect(top.table("expect")),
        formats=_names(publish, "formats", FORMATS) or FORMATS,
        abstracts=publish.flag("abstracts"),
    )


def _base(top: Table) -> str:
    base = top.text("base", required=True)
    if not base or (is_web_address(base) and base.endswith("/") and not set("?#") & set(base)):
        return base
    top.fault("base", f"found {base!r}", "an http(s) address that ends in /, without ? and #")
    return base


def _license(top: Table) -> str:
    found = top.text("license", required=True)
    if found and not is_web_address(found):
        mend = (
            "the address of a licence, such as https://creativecommons.org/publicdomain/zero/1.0/"
        )
        top.fault("license", f"found {found!r}", mend)
    return found


def is_web_address(text: str) -> bool:
    """Tell whether this is an absolute http(s) address with a host, fit to be an IRI."""
    try:
        parts = urlsplit(text)
        iri(text)
        is_port = parts.port != 0  # one that is too high raises
    except (ValueError, TermError):
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and is_port


def _language(top: Table) -> str:
    tag = top.text("language", required=True)
    if tag and not LANGUAGE.fullmatch(tag):
        top.fault("language", f"found {tag!r}", "a BCP 47 tag, such as en or zh-Hant")
    return tag


def _prefix(table: Table) -> str | None:
    prefix = table.text("prefix")
    if prefix and not _SLUG.fullmatch(prefix):
        mend = "small letters, digits and hyphens, such as wcda"
        table.fault("prefix", f"found {prefix!r}", mend)
    return prefix if "prefix" in table.data else None


def _kind(table: Table) -> Kind | None:
    kind = table.one_of("kind", KINDS)
    return cast(Kind, kind) if kind else None


def _sources(top: Table, folder: Path, known: Known) -> tuple[Source, ...]:
    if top.get("source") is None:
        top.fault("[source]", "missing", "say where the rows are: [source], format, path")
    return tuple(_source(table, folder, known) for table in top.tables("source"))


def _source(table: Table, folder: Path, known: Known) -> Source:
    form = table.text("format", required=True)
    if form and "reader" in known:
        table.check("format", form, known["reader"])
    contexts = _pairs(table.table("contexts"))
    for key, formats in _OF_FORMATS.items():
        if form in _FORMATS and form not in formats and key in table.data:
            table.fault(key, f"means nothing for format {form!r}", f"for {', '.join(formats)} only")
    return Source(
        format=form,
        path=folder / table.text("path", required=True),
        encoding=_encoding(table),
        delimiter=_delimiter(table),
        records=table.text("records"),
        query=table.text("query"),
        namespaces=_pairs(table.table("namespaces")),
        contexts={name: str(folder / file) for name, file in contexts.items()},
        base=_base_of_source(table),
        prefix=_prefix(table),
        kind=_kind(table),
        fields=fields_of(table.table("fields")),
    )


_FORMATS = ("csv", "tsv", "json", "jsonl", "sqlite", "xml", "rdf", "pages")
_OF_FORMATS = {
    "delimiter": ("csv", "tsv"),
    "records": ("json", "sqlite", "xml", "rdf"),
    "query": ("sqlite",),
    "namespaces": ("xml", "rdf"),
    "contexts": ("rdf",),
    "base": ("rdf",),
}


def _base_of_source(table: Table) -> str:
    base = table.text("base")
    if base and not is_web_address(base):
        table.fault("base", f"found {base!r}", "the http(s) address that relative ones begin with")
    return base


def _encoding(table: Table) -> str:
    encoding = table.text("encoding")
    if encoding and not _is_of_text(encoding):
        table.fault("encoding", f"unknown {encoding!r}", "such as utf-8, cp1252 or koi8-r")
    return encoding


def _is_of_text(encoding: str) -> bool:
    """Tell whether an encoding is one of whole texts: base64, IDNA and escapes are none."""
    try:
        b"a".decode(encoding, "replace")
    except (LookupError, ValueError):
        return False
    return codecs.lookup(encoding).name not in _NO_TEXTS


# What Python has under the names of encodings, and files are not in.
_NO_TEXTS = frozenset(("punycode", "unicode-escape", "raw-unicode-escape"))


def _delimiter(table: Table) -> str:
    delimiter = table.text("delimiter")
    if len(delimiter) > 1:
        table.fault("delimiter", f"found {delimiter!r}", r'one character, such as ";" or "\t"')
    return delimiter


def _pairs(table: Table) -> dict[str, str]:
    return {key: table.text(key) for key in table.names()}


def _fixes(table: Table) -> dict[str, dict[str, str]]:
    fixes: dict[str, dict[str, str]] = {}
    for key in table.names():
        name = ALIASES.get(key, key)
        if table.check(key, name, FIELDS):
            fixes.setdefault(name, {}).update(_pairs(table.table(key)))
    return fixes


def _authorities(table: Table, folder: Path, known: Collection[str] | None) -> tuple[str, ...]:
    return tuple(_authority(table, name, folder, known) for name in table.texts("authority")) or (
        "embedded",
    )


def _authority(table: Table, name: str, folder: Path, known: Collection[str] | None) -> str:
    """Keep the name of an authority, or the address of a service.

    What else has a slash or an extension is the file of an index.
    """
    if is_service(name):
        if name != WIKIDATA and not is_web_address(name):
            table.fault("authority", f"found {name!r}", "the http(s) address of a service")
        return name
    if "/" in name or "." in name:
        return str(folder / name)
    if known is not None:
        table.check("authority", name, known)
    return name


def is_service(name: str) -> bool:
    """Tell whether an authority is asked over the network."""
    return name == WIKIDATA or name.startswith(("http://", "https://"))


def _live(top: Table, reconcile: Table) -> Live:
    """Read how services are asked; they ask in return whom to turn to."""
    table = reconcile.table("live")
    names = [name for name in reconcile.texts("authority") if is_service(name)]
    if names and not top.text("contact"):
        mend = 'write contact = "..."; services ask for a mail address or page of those who ask'
        top.fault("contact", f"missing, and {names[0]} is asked over the network", mend)
    api = table.text("api")
    if api and not is_web_address(api):
        table.fault("api", f"found {api!r}", "the http(s) address of a Wikibase's api.php")
    language = table.text("language")
    if language and not LANGUAGE.fullmatch(language):
        table.fault("language", f"found {language!r}", "a BCP 47 tag, such as en")
    keep, timeout = table.count("keep"), table.number("timeout", 0.1, 600)
    patience = table.number("patience", 0, 3600)
    usual = Live()
    return Live(
        api=api or usual.api,
        language=language,
        keep=usual.keep if keep is None else keep,
        timeout=usual.timeout if timeout is None else timeout,
        patience=usual.patience if patience is None else patience,
    )


def _thresholds(table: Table) -> dict[str, float]:
    # The calibrated thresholds, which these may only raise, are known to reconcile alone.
    found = {kind: table.number(kind, 0.5, 1) for kind in ("person", "group", "place")}
    return {kind: number for kind, number in found.items() if number is not None}


def _names(table: Table, key: str, known: Collection[str] | None) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(table.texts(key)))
    for name in names:
        if known is not None:
            table.check(key, name, known)
    return names


def _expect(table: Table) -> Expect:
    records, quarantined = table.table("records"), table.table("quarantined")
    # An empty release is never what was meant, unless somebody says so.
    least, high = records.count("min"), records.count("max")
    low = 1 if least is None else least
    if high is not None and high < low:
        records.fault("max", f"found {high}", f"not less than min, {low}")
    most, lost = quarantined.number("max", 0, 1), table.table("lost").number("max", 0, 1)
    broken = table.table("broken").count("max")
    return Expect(
        records_min=low,
        records_max=high,
        quarantined_max=1.0 if most is None else most,
        lost_max=LOST if lost is None else lost,
        broken_max=broken or 0,
        linked_min=dict(_linked(table.table("linked"))),
    )


def _linked(table: Table) -> Iterator[tuple[str, float]]:
    for role in table.names():
        if table.check(role, role, _LINKED):
            share = table.table(role).number("min", 0, 1)
            if share is not None:
                yield role, share
