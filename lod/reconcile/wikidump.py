"""Wikidata's JSON -> entries of an index: ranks, missing maps, absent values, years as they are.

Format: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import orjson

from lod.entity import EntityKind, point
from lod.lazily import regex
from lod.reconcile.entitylines import preferred
from lod.reconcile.entry import Entry, Found, Office, Redirect, Scope, Skipped, Title, renown
from lod.reconcile.entry import classes as known_classes

# Of items whose class says nothing, properties that only bodies have, or a position on Earth
# within a state, do.
_OF_BODIES = frozenset({"P159", "P1454", "P488", "P169", "P1128", "P112", "P749", "P2124"})
_OF_PLACES = frozenset({"P17", "P131", "P30", "P36", "P1376"})
_NAMES = ("P1448", "P1705", "P1559", "P2561", "P1813", "P742", "P1477")
# Identifiers, and how other files of authority data call them.
_IDS = {
    "P214": "viaf", "P227": "gnd", "P244": "lcnaf", "P213": "isni", "P1566": "geonames",
    "P1667": "tgn", "P245": "ulan", "P268": "bnf", "P269": "sudoc", "P349": "ndl",
    "P2163": "fast", "P3430": "snac", "P646": "freebase",
}  # fmt: skip
_YEAR = 9  # precision of a time: a year; less is a decade, a century
_KINDS: tuple[EntityKind, ...] = ("person", "place", "group")
_ITEM = regex(r"Q[1-9][0-9]{0,15}")
Json = dict[str, Any]


def read_item(raw: bytes, scope: Scope) -> Iterator[Found]:
    """Read one entity of Wikidata's JSON, as a line of the dump or of an export has it."""
    try:
        item = orjson.loads(raw)
        yield from _found(item, scope) if isinstance(item, dict) else [Skipped("broken")]
    except (orjson.JSONDecodeError, RecursionError):
        yield Skipped("broken")
    except (AttributeError, KeyError, TypeError, ValueError, IndexError):
        # Something in it has another shape than the format says; one item is not the dump.
        yield Skipped("malformed")


def _found(item: Json, scope: Scope) -> Iterator[Found]:
    if item.get("redirect"):
        yield Redirect(_item(item.get("entity") or item["id"]), _item(item["redirect"]))
        return
    ident, claims = item["id"], _map(item.get("claims"))
    if not ident.startswith("Q"):
        yield Skipped("no item")
        return
    _item(ident)
    labels = {lang: one["value"] for lang, one in _map(item.get("labels")).items()}
    classes = set(_items(claims, "P31"))
    if "P1308" in claims or any(known_classes().get(one) == "office" for one in classes):
        yield Title(ident, msgspec.convert(preferred(labels), str))
    kind = _kind(classes, claims)
    if kind is None or (scope.classes and not classes & scope.classes):
        yield Skipped("of another kind")
        return
    yield _entry(item, kind, labels, scope)


def _item(value: object) -> str:
    """Give an id of an item. Raises ValueError for anything else: ids become keys and addresses."""
    if not isinstance(value, str) or not _ITEM.fullmatch(value):
        raise ValueError(f"no id of an item: {value!r:.40}")
    return value


def _kind(classes: set[str], claims: Json) -> EntityKind | None:
    """Tell what an item is, None when it is none of ours."""
    table = known_classes()
    known = {table[one] for one in classes if one in table}
    if "none" in known:
        return None
    for kind in _KINDS:
        if kind in known:
            return kind
    if _OF_BODIES & claims.keys():
        return "group"
    return "place" if "P625" in claims and _OF_PLACES & claims.keys() else None


def _entry(item: Json, kind: EntityKind, labels: Mapping[str, str], scope: Scope) -> Found:
    claims = _map(item.get("claims"))
    names = [text for lang, text in labels.items() if scope.speaks(lang)]
    for lang, texts in _map(item.get("aliases")).items():
        names += [one["value"] for one in texts] if scope.speaks(lang) else []
    names += [text for prop in _NAMES for text in _texts(claims, prop, scope)]
    names = [text for text in dict.fromkeys(names) if text]
    if not names:
        return Skipped("without a name")
    begin, end = ("P569", "P570") if kind == "person" else ("P571", "P576")
    descriptions = _map(item.get("descriptions"))
    entry = Entry(
        id=item["id"],
        kind=kind,
        label=preferred(labels) or names[0],
        names=tuple(names),
        begin=min(_years(claims, begin), default=None),
        end=max(_years(claims, end), default=None),
        description=descriptions.get("en", {}).get("value", ""),
        offices=tuple(_offices(claims)),
        coordinates=_point(claims),
        weight=renown(len(_map(item.get("sitelinks"))) or len(labels)),
        ids=tuple(_ids(claims)),
        different=tuple(_items(claims, "P1889")),
        classes=tuple(sorted(known_classes().keys() & set(_items(claims, "P31")))),
    )
    # Every field was somebody's JSON: a number for a name would come up far from here.
    entry = msgspec.convert(msgspec.structs.astuple(entry), Entry)
    return entry if scope.takes(entry) else Skipped("out of scope")


def _map(value: object) -> Json:
    """Give a map; PHP writes an empty one as `[]`."""
    return value if isinstance(value, dict) else {}


def _best(claims: Json, prop: str) -> list[Json]:
    """Give the statements that hold: the preferred, else the normal ones, never the deprecated."""
    statements = claims.get(prop) or []
    preferred_ones = [one for one in statements if one.get("rank") == "preferred"]
    return preferred_ones or [one for one in statements if one.get("rank") != "deprecated"]


def _value(snak: Json) -> Any:  # noqa: ANN401 - as the JSON has it
    """Give the value of a snak, None where it says "some value" or "no value"."""
    return snak["datavalue"]["value"] if snak.get("snaktype", "value") == "value" else None


def _values(claims: Json, prop: str) -> Iterator[Any]:
    for statement in _best(claims, prop):
        value = _value(statement["mainsnak"])
        if value is not None:
            yield value


def _items(claims: Json, prop: str) -> Iterator[str]:
    for value in _values(claims, prop):
        yield _item(value.get("id") or f"Q{value['numeric-id']}")


def _texts(claims: Json, prop: str, scope: Scope) -> Iterator[str]:
    for value in _values(claims, prop):
        if isinstance(value, str):
            yield value
        elif scope.speaks(value.get("language", "")):
            yield value["text"]


def _years(claims: Json, prop: str) -> Iterator[int]:
    for value in _values(claims, prop):
        year = year_of_time(value)
        if year is not None:
            yield year


def year_of_time(value: Json) -> int | None:
    """Give the year of a time, None where only the decade or century is known.

    Months and days of 00 are unknown ones; years before our era are negative. The calendar
    (Julian or Gregorian) may move a day into the next year, which matching allows for anyhow.

    >>> year_of_time({"time": "-0044-03-15T00:00:00Z", "precision": 11})
    -44
    >>> year_of_time({"time": "+1900-00-00T00:00:00Z", "precision": 7}) is None
    True
    """
    text = value["time"]
    if value.get("precision", _YEAR) < _YEAR:
        return None
    year = int(text[1:].partition("-")[0])
    return -year if text[0] == "-" else year


def _offices(claims: Json) -> Iterator[Office]:
    for statement in _best(claims, "P39"):
        value = _value(statement["mainsnak"])
        qualifiers = _map(statement.get("qualifiers"))
        if value is not None:
            begin, end = (_qualifier(qualifiers, prop) for prop in ("P580", "P582"))
            yield _item(value.get("id") or f"Q{value['numeric-id']}"), begin, end


def _qualifier(qualifiers: Json, prop: str) -> int | None:
    for snak in qualifiers.get(prop, ()):
        value = _value(snak)
        if value is not None:
            return year_of_time(value)
    return None


def _point(claims: Json) -> str:
    for value in _values(claims, "P625"):
        if value.get("globe", "").endswith("/Q2") or not value.get("globe"):
            return point(value["longitude"], value["latitude"])
    return ""


def _ids(claims: Json) -> Iterator[str]:
    """Give identifiers, the deprecated ones too: whoever looks for one must find its item."""
    for prop, scheme in _IDS.items():
        for statement in claims.get(prop) or ():
            value = _value(statement["mainsnak"])
            if isinstance(value, str):
                yield f"{scheme}:{value}"
