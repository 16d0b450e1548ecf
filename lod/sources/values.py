"""What a field's text means: one maker a sort of value, each gives typed values or an Issue."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, cast, get_args
from urllib.parse import unquote, urlsplit

from lod import vocabulary
from lod.config import Sort, is_web_address
from lod.iri import safe
from lod.normalize.archives import namesakes, parse_references
from lod.normalize.coordinates import coordinates, is_shape
from lod.normalize.credits import Credits, parse_credits
from lod.normalize.joined import several
from lod.normalize.kinds import kind_in, kind_of
from lod.normalize.languages import language_name, languages_in, parse_language
from lod.normalize.nobody import is_nobody, is_nowhere, is_same
from lod.normalize.offices import is_office
from lod.normalize.rights import rights_iri
from lod.record import (
    Agent,
    AgentKind,
    ArchivalReference,
    Concept,
    Identifier,
    Kind,
    Origin,
    Place,
    Text,
)
from lod.sources.clean import one_line
from lod.sources.datevalues import date, lives
from lod.sources.draft import Draft
from lod.sources.meaning import CACHED, Maker, Meaning


def _scalar(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    del origin
    draft.scalars.setdefault(meaning.slot, one_line(text))


def _content(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    """Take a whole page as it stands: whoever makes a key of it folds its white space."""
    del origin
    draft.scalars.setdefault(meaning.slot, text)


def _kind(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    del origin
    found = text if text in get_args(Kind) else kind_of(one_line(text))
    if found != "agent":
        draft.scalars.setdefault(meaning.slot, found)


def _line(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    value = Text(value=one_line(text), language=meaning.language, origin=origin)
    draft.add(meaning.slot, value)


def _text(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    draft.add(meaning.slot, Text(value=text, language=meaning.language, origin=origin))


def _concept(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    scheme = meaning.scheme or _SCHEMES_OF_TYPES.get(draft.kind, "doctype")
    label, known = _term(scheme, text)
    if not known and (is_nobody(label) or _NO_TERM.fullmatch(label)):
        _note_nobody(draft, meaning, label)
        return
    # A subject that is an address is the thing itself, not a heading of ours with an odd label.
    known = known or (_address(label) if meaning.slot == "subject" and ":" in label else "")
    draft.add(
        meaning.slot,
        Concept(scheme=scheme, label=label, id=known, language=meaning.language, origin=origin),
    )


# What a cell says that holds no term: `none`, `no marking`, `-`.
_NO_TERM = re.compile(
    r"[-\u2013\u2014/.]+|none|nil|no(?: \w+)?|not (?:applicable|given|marked|stated|indicated)"
    r"|keine?|ohne|aucune?|sans|ninguna?|нет|brak",
    re.IGNORECASE,
)
_SCHEMES_OF_TYPES = {"object": "objecttype", "group": "grouptype"}


def _language(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    label = one_line(text)
    tag = language_id(label)
    tags = (tag,) if tag else _languages(label)
    if not tags:
        message = (
            "no language that we know: give its English name, its code or a BCP 47 tag; several "
            "are parted by split in the line of the field"
        )
        draft.issue("language/unknown", message, meaning.field, text)
    for one in tags or ("",):
        name = label if len(tags) < 2 else language_name(one)
        concept = Concept(scheme="language", label=name, id=_spoken(one), origin=origin)
        draft.add(meaning.slot, concept)


def _agent(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    if text.startswith(_ADDRESSES):
        message = "an address, not a name: left out; a path that leads further may give its label"
        draft.issue("name/address", message, meaning.field, text)
        return
    name, known = _named(text)
    if not known:
        _note_nobody(draft, meaning, name)
        return
    role = meaning.role
    kind = cast(AgentKind, meaning.kind or kind_in(role, name))
    if kind != "group" and is_office(name):
        _note_office(draft, meaning, name, origin)
        return
    _note_several(draft, meaning, name, kind)
    if role == "author":
        role = _role_of_author(draft.kind, kind)
    agent = Agent(name=name, kind=kind, role=role, origin=origin)
    if meaning.field == "keeper":
        draft.keepers.append(agent)
    else:
        draft.add("agents", agent)


_ADDRESSES = ("http://", "https://")


def _note_nobody(draft: Draft, meaning: Meaning, name: str) -> None:
    """Note that a cell names nobody or no place: it must not become an entity."""
    if is_same(name):
        message = "repeats a name that stands elsewhere: left out; write the name itself"
        draft.issue("name/same", message, meaning.field, name)
    elif name:
        message = "says that there is nothing to tell: left out, as an empty cell would be"
        draft.issue("name/nobody", message, meaning.field, name, "info")


def _note_office(draft: Draft, meaning: Meaning, name: str, origin: Origin) -> None:
    """Keep an office whose holder is not named as a note: whoever held it is not one person."""
    message = "an office, whose holder is not named: no person, kept as a note"
    draft.issue("name/office", message, meaning.field, name, "info")
    draft.add("note", Text(value=name, language=meaning.language, origin=origin))


def _note_several(draft: Draft, meaning: Meaning, name: str, kind: str) -> None:
    """Note that a cell holds several names, of which one entity would be made."""
    joint = several(name, kind)
    if joint:
        part = f" {joint} " if f" {joint} " in name else joint
        mend = f'part them by split = "{part}" in the line of the field'
        if joint == "," or len(joint) > 3:
            mend = "mend it in [fix] of the field, or part them in the source"
        message = f"seems to hold several names, joined by {joint!r}, and was taken as one: {mend}"
        draft.issue("name/several", message, meaning.field, name)


def _role_of_author(thing: str, agent: AgentKind) -> str:
    """Only texts have authors; whoever made an object or a collection is its creator."""
    if thing != "document":
        return "creator"
    return "corporate-author" if agent == "group" else "author"


def _place(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    name = one_line(text)
    if is_nowhere(name) or is_same(name):
        _note_nobody(draft, meaning, name)
    else:
        _note_several(draft, meaning, name, "place")
        draft.add("places", Place(name=name, relation=meaning.relation, origin=origin))


def _reference(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    words = one_line(text)
    draft.references.append((words, origin))
    if "://" in words and (found := _ADDRESS_LAST.search(words)) and "body" not in draft.cells:
        _linked(draft, meaning, found[1], origin)


# The grammar of references has no place for an address, which is that of a page about the thing.
_ADDRESS_LAST = re.compile(r"(?:^|\s)<?(https?://[^\s<>]+)>?\s*$")


def _linked(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    """Take the address in a reference as the thing's, or as another one beside its own."""
    address = _address(text)
    if not address:
        message = "the address in this is none on the web, and was left out"
        draft.issue("reference/address", message, meaning.field, text)
    elif draft.key and draft.scalars.setdefault("url", address) != address:
        draft.add("identifiers", Identifier(scheme="url", value=address, origin=origin))


def references(draft: Draft) -> None:
    """Read the archival references of a draft, now that its keepers are known.

    A single keeper is that of every reference; several are kept as agents.
    """
    keeper = draft.keepers[0].name if len(draft.keepers) == 1 else ""
    for text, origin in draft.references:
        for found in _references(text, keeper):
            if not found.archive and (several := namesakes(found.verbatim)):
                message = f"the archive may be {' or '.join(several)}: name it as its `keeper`"
                draft.issue("archive/ambiguous", message, "reference", found.verbatim)
            draft.add("reference", _referred(found, origin))
    if not draft.references or not keeper:
        for agent in draft.keepers:
            draft.add("agents", agent)


def _identifier(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    value, scheme = one_line(text), meaning.scheme
    if scheme == "wikidata":
        found = _ITEM.fullmatch(value)
        if found is None:
            message = "not a Wikidata item: write its number, such as Q855"
            draft.issue("wikidata/malformed", message, meaning.field, text)
            return
        value = found[1].upper()
    draft.add("identifiers", Identifier(scheme=scheme, value=value, origin=origin))


_ITEM = re.compile(
    r"(?:wd:|(?:https?://)?(?:(?:www|m)\.)?wikidata\.org/(?:entity|wiki)/)?([Qq][1-9]\d*)(?:[#?].*)?"
)


def _url(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    address = _address(text)
    if not address:
        message = (
            "not an address on the web: it must begin with http:// or https://, have a host and "
            "no port that there is not, and name no user"
        )
        draft.issue("url/refused", message, meaning.field, text)
        return
    if _NOT_IN_IRI.search(text):
        message = f"characters that no address may have were percent-encoded: {address[:200]}"
        draft.issue("url/encoded", message, meaning.field, text)
    if draft.scalars.setdefault("url", address) != address:
        draft.add("identifiers", Identifier(scheme="url", value=address, origin=origin))


_NOT_IN_IRI = re.compile(r'[\s<>"{}|\\^`]')


def _license(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    """Take a licence by its address or name; in other words it is a statement of rights."""
    address = rights_iri(text) or _address(text)
    if address:
        draft.scalars.setdefault(meaning.slot, address)
        return
    message = "no licence or rights statement that we know: its words are kept as rights"
    draft.issue("license/unknown", message, meaning.field, text)
    draft.add("rights", Text(value=text, language=meaning.language, origin=origin))


def _coordinates(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    del origin
    found = coordinates(text)
    if found and not any(map(float, found)):
        message = "0, 0 is in the Gulf of Guinea, and what an empty cell becomes: left out"
        draft.issue("coordinates/zero", message, meaning.field, text)
    elif found:
        latitude, longitude = found
        draft.scalars.setdefault(meaning.slot, f"POINT({longitude} {latitude})")
    elif is_shape(text):
        message = "a shape, and only points are taken: give one in it as POINT(longitude latitude)"
        draft.issue("coordinates/shape", message, meaning.field, text)
    else:
        message = 'not coordinates: write "37.56, 126.99" (latitude, longitude) or WKT of a point'
        draft.issue("coordinates/malformed", message, meaning.field, text)


def _credits(draft: Draft, meaning: Meaning, text: str, origin: Origin) -> None:
    rest = credited(draft, text, origin)
    if _DEED_LEFT.search(rest):
        message = "who did this cannot be told: the words are kept as a note"
        draft.issue("credits/unread", message, meaning.field, rest)
    if rest:
        draft.add("note", Text(value=rest, language=meaning.language, origin=origin))


_DEED_LEFT = re.compile(r"\w\w+(?:ed|tion|\.) by\b", re.IGNORECASE)


def credited(draft: Draft, text: str, origin: Origin) -> str:
    """Turn the credits in a text into agents, and give what is left of it."""
    rest, found = credits_in(text)
    for role, name in found:
        draft.add("agents", Agent(name=name, kind=kind_of(name), role=role, origin=origin))
    return rest


MAKERS: Mapping[Sort, Maker] = {
    "key": _scalar,
    "content": _content,
    "kind": _kind,
    "url": _url,
    "title": _line,
    "line": _line,
    "text": _text,
    "concept": _concept,
    "language": _language,
    "agent": _agent,
    "place": _place,
    "date": date,
    "lives": lives,
    "reference": _reference,
    "identifier": _identifier,
    "license": _license,
    "coordinates": _coordinates,
    "credits": _credits,
}


# The normalisers are pure, and archives repeat themselves: each text is read once.


@lru_cache(maxsize=CACHED)
def _named(text: str) -> tuple[str, AgentKind | Literal[""]]:
    """Give the name in a cell and what it may name, "" where it names nobody."""
    name = one_line(text).rstrip(" ,;")
    unnamed = not name or name.isdecimal() or is_nobody(name) or is_same(name)
    return name, "" if unnamed else kind_of(name)


@lru_cache(maxsize=CACHED)
def credits_in(text: str) -> tuple[str, Credits]:
    """Take the credits out of a text; see `lod.normalize.credits`."""
    return parse_credits(text)


@lru_cache(maxsize=CACHED)
def language_id(text: str) -> str:
    """Give the BCP 47 tag of a language's name or code, "" when there is none."""
    found = parse_language(text)
    return found.id if found else ""


@lru_cache(maxsize=CACHED)
def _languages(text: str) -> tuple[str, ...]:
    return languages_in(text)


@lru_cache(maxsize=CACHED)
def _spoken(tag: str) -> str:
    """Give the language of a tag that we have as a concept: that of `de-AT` is `de`."""
    words, parts = vocabulary.load(), tag.split("-")
    tags = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((one for one in tags if words.has("language", one)), tag)


@lru_cache(maxsize=CACHED)
def _term(scheme: str, text: str) -> tuple[str, str]:
    """Give the label of a concept, and its id if we know it."""
    label = one_line(text)
    return label, vocabulary.load().concept(scheme, label)


@lru_cache(maxsize=CACHED)
def _references(text: str, keeper: str) -> tuple[ArchivalReference, ...]:
    return parse_references(text, keeper=keeper)


@lru_cache(maxsize=CACHED)
def _address(text: str) -> str:
    address = safe(text)
    if not is_web_address(address):
        return ""
    parts = urlsplit(address)
    # Who may log in is nothing to publish; what was encoded may be no sign of a host.
    is_host = _HOST.fullmatch(unquote(parts.hostname or ""))
    return address if is_host and parts.username is None else ""


_HOST = re.compile(r"[\w.-]+")


def _referred(found: ArchivalReference, origin: Origin) -> ArchivalReference:
    return ArchivalReference(
        verbatim=found.verbatim,
        archive=found.archive,
        keeper=found.keeper,
        parts=found.parts,
        origin=origin,
        whole=found.whole,
    )
