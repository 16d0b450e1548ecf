"""The keys under which an index files an entity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from lod.entity import EntityKind
from lod.normalize.names import parse_name
from lod.normalize.namewords import SUFFIXES
from lod.reconcile.compare import SUFFIX
from lod.reconcile.entry import Entry
from lod.reconcile.keys import body_key, fold, loose_body_key, loose_place_key, token_key
from lod.reconcile.latin import hangul_parted, latin, wade_giles
from lod.reconcile.postings import Field, key_of
from lod.reconcile.sounds import losses, sounds
from lod.reconcile.spoken import english, french

_FORMS = 60  # of one person; the best known have hundreds of spellings
_TAKEN_APART = frozenset(',("\u201c.')
_SHORT = 3
FIELD_OF: Mapping[EntityKind, Field] = {
    "person": Field.PERSON,
    "group": Field.GROUP,
    "place": Field.PLACE,
}
KEY_OF: Mapping[EntityKind, Callable[[str], str]] = {
    "person": token_key,
    "group": body_key,
    "place": fold,
}
LOOSE_OF: Mapping[EntityKind, Callable[[str], str]] = {
    "group": loose_body_key,
    "place": loose_place_key,
}


def keys_of(entry: Entry, forms: Iterable[str] = ()) -> set[int]:
    """Give all keys of an entity, hashed; forms: the folded names of a person."""
    key, field = KEY_OF[entry.kind], FIELD_OF[entry.kind]
    folded = {key(name) for name in entry.names} - {""}
    keys = {key_of(field, one) for one in folded}
    keys.update(key_of(Field.ID, one) for one in entry.ids)
    if entry.kind != "person":
        loose = {LOOSE_OF[entry.kind](one) for one in folded} - folded - {""}
        keys.update(key_of(Field.LOOSE, f"{field} {one}") for one in loose)
    for form in forms:
        keys.add(key_of(field, " ".join(sorted(form.replace(SUFFIX, "").split()))))
        words = words_of_form(form)
        keys.update(key_of(Field.WORD, word) for word in indexed_words(words))
        keys.update(key_of(Field.INITIAL, one) for one in initial_keys(words))
    return keys


def keys_of_word(word: str) -> set[int]:
    """Give the keys under which a word is found for one that looks or sounds alike, hashed."""
    keys = {key_of(Field.LOSS, key) for key in losses(word)}
    keys.update(key_of(Field.SOUND, key) for key in sounds(word) if key)
    if len(word) > 1:
        keys.update(key_of(Field.SPOKEN, key) for key in {french(word), english(word)} if key)
    return keys


def person_forms(names: Iterable[str]) -> tuple[str, ...]:
    """Give the Latin forms of a person's names, folded, the family name last where it is known.

    >>> person_forms(["Stalin, Joseph", "Иосиф Сталин", "Mao Zedong"])
    ('joseph stalin', 'iosif stalin', 'mao zedong', 'mao tsetung')
    """
    found: dict[str, None] = {}
    for name in names:
        for form in _forms(name):
            found.setdefault(form)
        if len(found) >= _FORMS:
            break
    return tuple(found)[:_FORMS]


def _forms(name: str) -> Iterator[str]:
    texts = _orders(name) if not _TAKEN_APART.isdisjoint(name) else (name,)
    for text in texts:
        family, parted, given = hangul_parted(text).partition(" ")
        form = latin(fold(f"{given} {family}" if parted and " " not in text else text))
        if form:
            yield _marked(form)
            spelled = wade_giles(tuple(form.split()))
            if spelled:
                yield " ".join(spelled)


def _marked(form: str) -> str:
    """Put the suffix of a form in front of it, with a mark."""
    before, _, last = form.rpartition(" ")
    return f"{SUFFIX}{last} {before}" if last in SUFFIXES and " " in before else form


def _orders(name: str) -> Iterator[str]:
    """Give a name that is taken apart by commas and parentheses in the order given, family."""
    parts = parse_name(name, "person")
    given = " ".join(part for part in (parts.given, parts.patronymic) if part)
    yield f"{given} {parts.family} {parts.suffix}".strip()
    if parts.nickname and parts.family:
        yield f"{parts.nickname} {parts.family}"
    yield from parts.alternates


def words_in(forms: Iterable[str]) -> set[str]:
    """Give the words of all forms."""
    return {word for form in forms for word in indexed_words(words_of_form(form))}


def words_of_form(form: str) -> list[str]:
    """Give the words of a form, without its suffix."""
    return [word for word in form.split() if not word.startswith(SUFFIX)]


def indexed_words(words: list[str]) -> Iterator[str]:
    """Give words, and short neighbours joined: `De Palma` is `DePalma`, `Il-sung` is `Ilsung`."""
    yield from (word for word in words if len(word) > 1)
    for one, other in pairwise(words):
        short, long = sorted((len(one), len(other)))
        if 1 < short <= _SHORT < long:
            yield one + other


def initial_keys(words: list[str]) -> Iterator[str]:
    """Give the family name, last or first, with each initial of the others."""
    if len(words) < 2:
        return
    for family, others in ((words[-1], words[:-1]), (words[0], words[1:])):
        yield from (f"{family} {word[0]}" for word in others)
    if len(words) > 2:
        yield f"{words[-2]}{words[-1]} {words[0][0]}"
