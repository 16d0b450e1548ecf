"""How the parts of our URIs are spelled: slugs, ids, content keys; they never change once given."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from lod.errors import TermError
from lod.lazily import regex
from lod.namespaces import OUR_TERMS
from lod.terms import Term, iri

# Crockford's base32: no i, l, o, u, so that a person can read an id aloud.
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = tuple(one + other for other in _CROCKFORD for one in _CROCKFORD)
_NOT_IN_SLUG = regex(r"[^A-Za-z0-9._]+")
_STRAY_PERCENT = regex("%(?![0-9A-Fa-f]{2})")
_LONGEST = 120


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Spell an identifier as one safe segment of a path; the same text gives the same slug.

    Letters, digits, dot, underscore and hyphen stay. What would be lost is told apart by eight
    characters of a hash, so that two identifiers never share a slug. It can be no path: no
    slash, no leading dot.

    >>> slug("113630"), slug("BArch, B 136/59748")
    ('113630', 'BArch-B-136-59748-gz9jkmdp')
    >>> slug("../etc/passwd")
    'etc-passwd-r2g46j3m'
    """
    folded = text
    if not text.isascii():
        folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = _NOT_IN_SLUG.sub("-", folded).strip("-._")
    if plain == text and len(plain) <= _LONGEST:
        return plain
    return f"{plain[:_LONGEST].strip('-._')}-{hashed_id(text, 8)}".lstrip("-")


def plain_slug(text: str) -> str:
    """Spell words as a slug that a person can read, for concepts; may be shared by two spellings.

    >>> plain_slug("Japan--Foreign relations--Taiwan")
    'japan-foreign-relations-taiwan'
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in folded if not unicodedata.combining(char))
    return re.sub(r"[^\w]+", "-", kept, flags=re.ASCII).strip("-_")[:_LONGEST]


def hashed_id(text: str, length: int = 10) -> str:
    """Give an opaque id of Crockford base32 characters: the same text, the same id.

    Ten characters are fifty bits: among a million entities a collision has a chance of 1 in
    2,000; the register of entities refuses it when it comes.

    >>> hashed_id("person|stalin, iosif")
    'qm1nm9qxqs'
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    number = int.from_bytes(digest[-(5 * length + 7) // 8 :])  # five bits each
    pairs = [_PAIRS[number >> place & 1023] for place in range(0, 5 * length, 10)]
    return "".join(pairs)[:length]


# White space of ASCII beside blanks and line breaks.
_OTHER_BLANKS = tuple(char for char in map(chr, range(32)) if char.isspace() and char != "\n")


def content_key(text: str) -> str:
    """Give the key of a page that prints no identifier: `x-` and 16 hexadecimal digits.

    White space is folded first, so that a re-flowed copy of the page is the same document.

    >>> content_key("a  page ") == content_key(" a page")
    True
    """
    return "x-" + hashlib.sha256(_folded(text).encode("utf-8", "replace")).hexdigest()[:16]


def _folded(text: str) -> str:
    """Fold white space; a text that has none but blanks and line breaks need not be cut for it."""
    if not text.isascii() or any(map(text.__contains__, _OTHER_BLANKS)):
        return " ".join(text.split())
    plain = text.replace("\n", " ")
    while "  " in plain:
        plain = plain.replace("  ", " ")
    return plain.strip(" ")


def safe(text: str) -> str:
    """Percent-encode what may not stand in an IRI and leave the rest, for addresses from data.

    What is encoded already stays so; only the first `#` begins a fragment.

    >>> safe("https://a.example/x y?q=<1>"), safe("https://a.example/50%off#a#b")
    ('https://a.example/x%20y?q=%3C1%3E', 'https://a.example/50%25off#a%23b')
    """
    address, hash_sign, rest = text.strip().partition("#")
    encoded = [
        _STRAY_PERCENT.sub("%25", quote(part, safe="!$%&'()*+,/:;=?@~-._", errors="replace"))
        for part in (address, rest)
    ]
    return hash_sign.join(encoded) if hash_sign else encoded[0]


FOLDERS: dict[str, str] = {
    "document": "doc",
    "object": "object",
    "collection": "collection",
    "person": "person",
    "group": "group",
    "place": "place",
}


ONTOLOGY, DESCRIPTION = "ns", "description"
# These are documents themselves: what their URI names with a `#` is described in them.
DOCUMENTS = (ONTOLOGY, DESCRIPTION)


def data_path(path: str) -> str:
    """Give where the data about the thing at a path stands, in a release and below the base.

    >>> data_path("doc/wcda-113630"), data_path("ns")
    ('record/doc/wcda-113630', 'ns')
    """
    return path if path in DOCUMENTS else f"record/{path}"


class Uris:
    """Makes every URI of a dataset from its base; the one place that knows their pattern.

    A document is `<base>doc/<key>`, an entity `<base>person|group|place/<id>`, the data about the
    thing at path P stands at `<base>record/P`. Dependants are fragments (`terms.fragment`).
    """

    __slots__ = ("base",)

    def __init__(self, base: str) -> None:
        self.base = base

    def at(self, path: str) -> Term:
        """Make the URI at a path below the base.

        >>> Uris("https://a.example/").at("vocab/role/sender")
        '<https://a.example/vocab/role/sender>'
        """
        return iri(self.base + path)

    def path(self, kind: str, key: str) -> str:
        """Give the path of a thing of this kind: `doc/wcda-113630`, `person/3n16v0nsb9`."""
        return f"{FOLDERS[kind]}/{key}"

    def thing(self, kind: str, key: str) -> Term:
        """Make the URI of a record's thing or of an entity."""
        return self.at(f"{FOLDERS[kind]}/{key}")

    def record(self, path: str) -> Term:
        """Make the URI of the data about the thing at a path."""
        return self.at("record/" + path)

    def concept(self, scheme: str, name: str) -> Term:
        """Make the URI of a concept of our vocabularies."""
        return self.at(f"vocab/{scheme}/{name}")

    def term(self, name: str) -> Term:
        """Make the URI of a word of our ontology, `<base>ns#confidence`; it must be ours."""
        if name not in OUR_TERMS:
            raise TermError(f"no term {name}", where="lo", mend="add it to vocab/ontology.ttl")
        return self.at(f"ns#{name}")

    def graph(self, name: str) -> Term:
        """Make the URI of a named graph: `graph/linkset/wikidata`, `graph/doc/wcda-1`."""
        return self.at(f"graph/{name}")

    def holding(self, archive: str, parts: tuple[tuple[str, str], ...] = ()) -> Term:
        """Make the URI of an archive or of a holding in it, from identifiers that never change.

        >>> Uris("https://a.example/").holding("avprf", (("fond", "059a"), ("opis", "5a")))
        '<https://a.example/archive/avprf/f-059a/op-5a>'
        """
        return self.at(holding_path(archive, parts))


_LEVELS = {"fond": "f", "opis": "op", "papka": "p", "delo": "d"}


def holding_path(archive: str, parts: tuple[tuple[str, str], ...] = ()) -> str:
    """Give the path of a holding; lower case, Cyrillic suffixes in Latin letters.

    The papka is a property of the file, never a step on the way to it (docs/model.md), unless it
    is itself what is described: then it comes last.
    """
    return "/".join(["archive", archive, *map(_step, parts)])


@lru_cache(maxsize=4096)
def _step(part: tuple[str, str]) -> str:
    level, value = part
    return f"{_LEVELS[level]}-{slug(value.lower())}"
