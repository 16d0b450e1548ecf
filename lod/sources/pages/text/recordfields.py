"""The fields of a record that programs write: keys as the labels of archives, values as words.

Programs nest: a name beside its number, a text by language, label and value as two fields, the
record below `data`. What only leads to other records is told apart.
"""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lod.sources.pages.words.fieldwords import FieldWord, field_word

Node = object  # what a JSON text may hold

_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_NOT_WORDS = re.compile(r"[\W_]+")
# What content management, search engines and ontologies put before a key, and behind it.
_BEFORE = re.compile(
    r"^(?:(?:field|node|dc|dcterms|dct|schema|schema org|bibo|foaf|rico?|ead|mods|edm|rdfs|skos"
    r"|meta|cm|acf|wc|attr|drupal internal) )+(?=\w)"
)
_BEHIND = re.compile(
    r" (?:(?:tesim?|ssim?|ssi|ssm|tesi|dtsi|txt|ss|ts|str|s|t|raw|processed|rendered|formatted"
    r"|string|display|value|values|field|en|eng|english))+$"
)
# Keys below which a record stands, and those that say only that a value follows.
_AROUND = frozenset(
    "data record document item node entry object result response attributes properties fields"
    " metadata meta props pageprops page source _source doc payload body content main descriptive"
    " description resource element initialstate state hit graph details info".split()
)
_VALUE = frozenset(
    "value values text label display name rendered html raw plain processed formatted string"
    " default und main full title".split()
)
# What leads to other records, or is the site's own.
_OTHERS = re.compile(
    r"(?:related|similar|recommended|suggested|next|prev(?:ious)?|sibling|child(?:ren)?|see also"
    r"|breadcrumbs?|menus?|nav(?:igation)?|links?|pager|pagination|paging|facets?|highlight(?:ing|s)?"
    r"|sites?|footer|header|social|share|jsonapi|relationships|included|embedded|context|site info"
    r"|more like this|images?|thumbnails?|media|files?|scans?|attachments?|assets|downloads?"
    r"|rendering|sequences|canvases|manifest|logo|icon|publication principles|search|query|params"
    r"|sort|score|embedding|version|schema|format|encoding|status|slug|checksum|md5|sha\d*)"
    r"(?: \w+){0,2}"
)
_KIND = {"person": "people", "organization": "people", "corporatebody": "people",
         "place": "places", "country": "places", "city": "places"}  # fmt: skip
_NAMES = ("name", "label", "title", "full_name", "fullName", "display_name", "displayName", "term",
          "prefLabel", "preferred_name", "heading", "value", "text", "@value")  # fmt: skip
_FAMILY = ("family_name", "familyName", "last_name", "lastName", "surname", "family")
_GIVEN = ("given_name", "givenName", "first_name", "firstName", "forename", "given")
_ROLES = ("role", "relation", "relator", "function", "roleName", "contribution", "as")
_LABELS, _SAID = ("label", "field", "key", "property", "element", "name", "term"), (
    "value", "values", "text", "content")  # fmt: skip
_WHOLE = frozenset(("keeper", "reference", "collection"))
_TAGGED = re.compile(r"<(?:p|br|div|h[1-6]|[uo]l|table|blockquote|pre|span|section)\b[^<>]{0,200}>")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?|und|none|x-default|@none")
_ENGLISH = ("en", "eng", "en-US", "en-GB", "en_US", "@none", "none", "und")
_DEEPEST, _LONG_TEXT, _SHORT_TEXT, _PARAGRAPHS = 12, 400, 120, 3
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_DAY = ("year", "month", "day")


_CREATED = frozenset(("date created", "doc date", "date", "document date", "created"))
_BESIDE = {
    "in language": (
        frozenset(("in language translation of work", "original language")), "text language"
    ),
    "date published": (_CREATED - {"created"}, "date published online"),
    "created": (_CREATED - {"created"}, "record created"),
}  # fmt: skip


class Field(NamedTuple):
    """One field: its label in words, what it says, and whether it is the document's own text."""

    label: str
    value: str
    is_text: bool = False


class Told(NamedTuple):
    """All that a record says: its fields in order, and what it says of other records."""

    fields: list[Field]
    others: list[str]


def fields_of(record: Node) -> Told:
    """Read the fields of a record; values of one field that is no list follow each other.

    >>> fields_of({"data": {"doc_date": "1951-05-05", "people": [{"name": "Orlov", "id": 7}],
    ...     "languages": {"original": "Russian"}, "related": [{"title": "A note"}]}})
    Told(fields=[Field(label='doc date', value='1951-05-05', is_text=False), \
Field(label='people', value='Orlov', is_text=False), \
Field(label='original languages', value='Russian', is_text=False)], others=['A note'])
    """
    told = Told([], [])
    if isinstance(record, Mapping):
        _read(record, "", told, 0)
    elif isinstance(record, Sequence) and not isinstance(record, str):
        _read_one(record, told, 0)
    return told._replace(fields=list(_settled(told.fields)))


def _settled(fields: Sequence[Field]) -> Iterator[Field]:
    """Give fields by what others make of them: of translations and of what a site put online."""
    labels = {one.label for one in fields}
    for one in fields:
        known = _BESIDE.get(one.label)
        yield one if known is None or labels.isdisjoint(known[0]) else one._replace(label=known[1])


def _read(node: Mapping[str, Node], above: str, told: Told, depth: int) -> None:
    for key, value in node.items():
        words = key_words(key)
        if not value or isinstance(value, bool) or not words:
            continue
        if depth > _DEEPEST or (_OTHERS.fullmatch(words) and not _is_known(words, value)):
            told.others.extend(_strings(value))
            continue
        _value(_label(words, above), value, told, depth)


def key_words(key: str) -> str:
    """Give the words of a key, without the marks of those who keep the data.

    >>> key_words("dcterms:isPartOf"), key_words("field_doc_date"), key_words("title_tesim")
    ('is part of', 'doc date', 'title')
    """
    if key.startswith("@"):
        return {"@id": "url", "@graph": "graph"}.get(key, "")
    words = " ".join(_NOT_WORDS.sub(" ", _CAMEL.sub(" ", key)).casefold().split())
    bare = _BEFORE.sub("", words)
    return bare if field_word(bare) else _BEHIND.sub("", bare) or bare


def _label(words: str, above: str) -> str:
    """Give the label of a value by its key, and that of what it stands in."""
    if not above or above in _AROUND:
        return words
    if words in _VALUE:
        return above
    for one in (f"{words} {above}", f"{above} {words}"):
        if field_word(one):
            return one
    return words if field_word(words) else above


def _is_known(words: str, value: Node) -> bool:
    """Tell whether what may lead elsewhere is a field all the same: `link`, a plain address."""
    return isinstance(value, str | int) and field_word(words) is not None


def _value(label: str, value: Node, told: Told, depth: int) -> None:
    """Keep what a key holds: words, a thing with a name, a list of either, more fields."""
    found = field_word(label)
    found = None if found is not None and found.reach == "none" else found
    if (said := _plain(value)) is not None:
        _say(label, found, said, told)
    elif isinstance(value, Mapping):
        _thing(label, found, value, told, depth)
    elif isinstance(value, Sequence):
        things = [one for one in value if isinstance(one, Mapping)]
        if not things:
            _several(label, found, [_plain(one) or "" for one in value], told)
        elif found is None and len(things) == len(value):
            if not _pairs(things, told):
                _read_one(things, told, depth)
        else:
            for one in value:
                _value(label, one, told, depth + 1)


def _say(label: str, found: FieldWord | None, said: str, told: Told) -> None:
    if _UUID.fullmatch(said):
        return
    announced = found is not None and found.reach == "contents" and len(said) >= _SHORT_TEXT
    strange = (found is None and len(said) >= _LONG_TEXT) or label == "content"
    own = announced or (strange and _paragraphs(said) >= _PARAGRAPHS)
    told.fields.append(Field(label, said, own))


def _several(label: str, found: FieldWord | None, said: Sequence[str], told: Told) -> None:
    """Keep a list of words: the paragraphs of a text, the entries of a list, or one by one."""
    if found is not None and found.reach == "contents":
        _say(label, found, "\n\n".join(said), told)
    elif found is not None and found.reach == "list" and not any(map(_TAGGED.search, said)):
        told.fields.append(Field(label, "; ".join(filter(None, said))))
    else:
        told.fields.extend(Field(label, one) for one in said if one)


def _thing(
    label: str, found: FieldWord | None, value: Mapping[str, Node], told: Told, depth: int
) -> None:
    """Keep a thing by its name; what lies in an archive has more to say, other things do not."""
    bare = label in _AROUND and not found
    name = "" if bare else _name(value)
    of_list = found is not None and (found.reach in ("list", "line") or found.reach == "text")
    if not name or not of_list or (label in _AROUND and len(value) > _PARAGRAPHS):
        _read(value, label, told, depth + 1)
        return
    kind = _KIND.get(str(value.get("@type") or value.get("type") or "").casefold())
    role = next((str(value[one]) for one in _ROLES if isinstance(value.get(one), str)), "")
    if role and field_word(role):
        label = role
    elif kind and found is not None and found.column in ("people", "subjects"):
        label = kind
    told.fields.append(Field(label, name))
    if found is not None and found.column in _WHOLE:
        rest = {key: one for key, one in value.items() if _is_of_shelf(key)}
        _read(rest, "", told, depth + 1)


def _is_of_shelf(key: str) -> bool:
    found = field_word(key_words(key))
    return found is not None and found.column in ("reference", "collection")


def _name(value: Mapping[str, Node]) -> str:
    """Give the name of a thing: a person's in two fields, a day's in three, or any in one."""
    if all(value.get(one) for one in _DAY):
        year, month, day = (str(value[one]) for one in _DAY)
        return f"{year}-{month:>02}-{day:>02}" if month.isdigit() else f"{day} {month} {year}"
    family = next((str(value[one]) for one in _FAMILY if value.get(one)), "")
    given = next((str(value[one]) for one in _GIVEN if value.get(one)), "")
    if family:
        return f"{given} {family}".strip()
    return next((said for one in _NAMES if one in value and (said := _plain(value[one]))), "")


def _pairs(things: Sequence[Mapping[str, Node]], told: Told) -> bool:
    """Read a list of labels with their values; tells whether it is one."""
    pairs = list[tuple[str, Node]]()
    for one in things:
        label = next((said for key in _LABELS if (said := _plain(one.get(key)))), "")
        if not label and isinstance(one.get("element"), Mapping):
            label = _name(one["element"])  # type: ignore[arg-type]
        value = next((one[key] for key in _SAID if one.get(key)), None)
        if not label or value is None:
            return False
        pairs.append((label, value))
    if not any(field_word(label) for label, _ in pairs):
        return False
    for label, value in pairs:
        _value(label.casefold(), value, told, 1)
    return True


def _read_one(things: Sequence[Node], told: Told, depth: int) -> None:
    """Read of several records the one that is whole: a list shows the others shortly."""
    records = [one for one in things if isinstance(one, Mapping)]
    whole = max(records, key=lambda one: len(str(one)), default=None)
    known = whole is not None and len([key for key in _keys(whole) if field_word(key)]) > 1
    if whole is None or not known or told.fields:
        told.others.extend(said for one in things for said in _strings(one))
        return
    for one in records:
        if one is not whole:
            told.others.extend(_strings(one))
    _read(whole, "", told, depth + 1)


def _keys(node: Mapping[str, Node]) -> Iterator[str]:
    for key, value in node.items():
        yield key_words(key)
        if isinstance(value, Mapping) and key_words(key) in _AROUND:
            yield from _keys(value)


def _plain(value: Node) -> str | None:
    """Give the words of a value, in English where it has several languages; None for others."""
    if isinstance(value, str):
        return html.unescape(value.strip()) if "<" not in value else value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Mapping):
        for key in ("@value", "rendered", "processed", "html", "value", "#text"):
            if isinstance(value.get(key), str):
                return _plain(value[key])
        if value and all(_LANGUAGE.fullmatch(str(key)) for key in value):
            first = next(iter(value.values()))
            return _plain(next((value[one] for one in _ENGLISH if one in value), first))
        return None
    if isinstance(value, Sequence) and len(value) == 1:
        return _plain(value[0])
    return None


def _paragraphs(said: str) -> int:
    return max(said.count("\n\n") + 1, said.count("<p"), said.count("<br") + 1)


def _strings(value: Node) -> Iterator[str]:
    """Give the words that people would read in what leads to other records."""
    if isinstance(value, str):
        if " " in value.strip():
            yield " ".join(value.split())
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from _strings(one)
