"""Offices whose holder is not named: `The President`, `Minister of Foreign Affairs`."""

# ruff: noqa: RUF001, SIM905  (Cyrillic words are meant; word lists are read and extended as text)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from lod import vocabulary
from lod.lazily import regex
from lod.normalize.bodies import has_kind, is_known_body
from lod.normalize.namewords import ACRONYMS, BODIES, WEAK_BODIES

_LONGEST = 120
_TOKEN = regex(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|,|\S")
# Who holds an office, by a word that is no family name.
_HOLDERS = frozenset(
    """president premier minister chairman chairwoman chairperson secretary undersecretary
    ambassador director governor commissioner commander commandant editor superintendent
    administrator treasurer registrar librarian archivist envoy attaché chargé vice-president
    vice-chairman secretary-general director-general präsident ministerpräsident bundeskanzler
    reichskanzler botschafter direktor vorsitzender generalsekretär staatssekretär bundespräsident
    außenminister président ministre ambassadeur secrétaire directeur préfet presidente ministro
    embajador secretario gobernador direttore ambasciatore председатель министр посол секретарь
    президент директор губернатор премьер-министр""".split()
)
# The same by words that are family names too, where more than the one word stands.
_ALSO_NAMES = frozenset(
    """chancellor consul mayor head chief deputy counsellor counselor representative delegate
    manager inspector prefect rector dean principal speaker leader justice attorney officer
    kanzler konsul minister-president sekretär""".split()
)
# Who reigns, rules a town or leads a church: an office only with what it is of behind it.
_OF_PLACES = frozenset(
    """king queen sultan emir emperor bishop archbishop mayor lord prince könig königin kaiser
    bischof erzbischof bürgermeister oberbürgermeister landrat roi reine empereur évêque archevêque
    maire rey reina obispo arzobispo alcalde re regina vescovo arcivescovo sindaco podestà rei bispo
    arcebispo król biskup burmistrz král starosta король султан эмир епископ архиепископ""".split()
)
_HEADS = _HOLDERS | _ALSO_NAMES
_BEHIND = frozenset("general d'affaires elect designate plenipotentiary extraordinary".split())
_BEFORE = frozenset(
    """the a an his her their your our mr madam madame herr excellency hon right honourable der
    die das le la les el los il i gli sr señor monsieur all alle tous toutes todos tutti
    все""".split()
)
_WORDS = frozenset(
    """prime foreign vice deputy first second third acting assistant general under permanent
    special chief senior junior private personal executive managing national federal home defence
    defense war interior finance press military naval air cultural commercial political honorary
    former ex d'affaires affairs external internal justice education culture health agriculture
    economy economics industry labor labour transport communications information propaganda
    state trade staff supreme security public works central intelligence
    ministers soviet auswärtige auswärtigen angelegenheiten äußeren innern finanzen affaires
    étrangères exteriores relaciones asuntos esteri affari внутренних иностранных дел совета
    министров генеральный""".split()
)
_LOOSE = frozenset([",", "&", "and", "und", "y", "et", "e"])
_LINKS = frozenset(
    """of for to in at on and the a , & by with de des du la le les der die des dem den für von und
    in im zu zum zur del della delle degli dei dello di do da dos d y et e (""".split()
)


def is_office(text: str) -> bool:
    """Tell whether a name is an office alone, whose holder is not named.

    What stands behind the office must be known as a body, a place or a matter of state: a name
    that is none of these may be the holder's.

    >>> is_office("The President"), is_office("Minister of Foreign Affairs")
    (True, True)
    >>> is_office("President Kennedy"), is_office("Secretary of State Dean Rusk")
    (False, False)
    >>> is_office("Office of the President"), is_office("Dean"), is_office("Director, Hoover Press")
    (False, False, False)
    """
    return len(text) <= _LONGEST and _is_office(text)


@lru_cache(maxsize=1 << 14)
def _is_office(text: str) -> bool:
    tokens = [one for one in _TOKEN.findall(text.strip(" .[]()")) if one != "."]
    plain = list(tokens)
    while plain and plain[0].casefold() in _BEFORE:
        plain.pop(0)
    segments = list(_segments(plain))
    if not segments:
        return False
    (_, held), *behind = segments
    if not _are_many(held) and not _rules(held, behind) and not _is_held(held, len(tokens)):
        return False
    return all(_is_no_name(words, link) for link, words in behind)


def _segments(tokens: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Part words at those which link them; each with the last link before it."""
    found, link = list[str](), ""
    for token in tokens:
        if token.casefold() in _LINKS:
            if found:
                yield link, found
                link = ""
            found = []
            link = token if link != "," else link
        else:
            found.append(token)
    if found:
        yield link, found


def _are_many(words: Sequence[str]) -> bool:
    """Tell whether words are of several who hold an office: Ambassadors, Provincial Premiers."""
    last = words[-1].casefold()
    return last.endswith("s") and last[:-1] in _HOLDERS


def _rules(words: Sequence[str], behind: Sequence[tuple[str, list[str]]]) -> bool:
    """Tell whether words are who rules a place or a see that stands behind: Sultan of Oman.

    A prince is of his house as often: only a crown prince holds an office.
    """
    low = [word.casefold() for word in words]
    if not behind or behind[0][0] in _LOOSE or low[-1] not in _OF_PLACES:
        return False
    return low in (["crown", "prince"], ["lord", "mayor"]) or (
        len(low) == 1 and low[0] not in {"lord", "prince"}
    )


def _is_held(words: Sequence[str], tokens: int) -> bool:
    """Tell whether words are an office: `Soviet Ambassador`, `Secretary General`.

    tokens: of the whole text. A bare `Dean` is a name.
    """
    low = [word.casefold() for word in words]
    if len(low) > 1 and low[-1] in _BEHIND:
        low.pop()
    if tokens == 1:
        return low[-1] in _HOLDERS
    if not low[0].isascii() and low[0] in _HEADS and all(map(_is_common, low[1:])):
        return True  # what an office is of needs no link in Russian
    return low[-1] in _HEADS and all(map(_is_common, low[:-1]))


def _is_no_name(words: Sequence[str], link: str) -> bool:
    """Tell whether words behind an office say of what it is, and not who holds it.

    One word behind `of` or `in` does: the holder's name would follow it.
    """
    text, low = " ".join(words), [word.casefold() for word in words]
    if all(map(_is_common, low)) or (len(low) == 1 and link not in _LOOSE):
        return True
    if is_known_body(text) or is_known_body(f"The {text}") or "-".join(low) in _places():
        return True
    return (low[-1] in BODIES and low[-1] not in WEAK_BODIES) or has_kind(words[-1:])


def _is_common(word: str) -> bool:
    word = word.removesuffix("'s").removesuffix("\u2019s").replace(".", "")
    known = word in _WORDS or word in _HEADS or word in ACRONYMS or word in _countries()
    return known or (word in BODIES and word not in WEAK_BODIES)


@cache
def _places() -> frozenset[str]:
    """Give the names of places, as slugs."""
    return frozenset(vocabulary.lines("places/names.txt"))


@cache
def _countries() -> frozenset[str]:
    """Give the words of the names of countries, and their adjectives."""
    rows = vocabulary.lines("country-adjectives.tsv")[1:]
    return frozenset(word for row in rows for word in row.casefold().replace("\t", " ").split())
