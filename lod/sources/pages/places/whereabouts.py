"""Places that no gazetteer knows, by the words before them: where one is, whither one goes."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Sequence

from lod.sources.pages.places.longplaces import together
from lod.sources.pages.places.onward import is_way
from lod.sources.pages.places.placedbefore import lies, says_place
from lod.sources.pages.places.placenames import begins_name, is_only_a_place
from lod.sources.pages.places.places import Located
from lod.sources.pages.places.roads import by_road
from lod.sources.pages.places.routes import routes, runs_between
from lod.sources.pages.places.settled import settled
from lod.sources.pages.places.wherenames import (
    NO_NAMES,
    is_through_somebody,
    is_works,
    may_be_place,
)
from lod.sources.pages.places.wherewords import (
    ARMS,
    CARRIED,
    GOODS,
    KINDS,
    MARCHED,
    MOTION,
    REACHED,
    RULERS,
    SEEKING,
    SIDES,
    STAYED,
    TOWNS,
    TRUSTING,
)
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import (
    COMERS,
    DEMONYMS,
    OFFICES,
    RANKS,
    THINGS,
    WEAK_RANKS,
)
from lod.sources.pages.words.tokens import Token, Words

_AT = frozenset(
    "in at near via outside inside off around throughout opposite beyond across".split()
)
_WAY = frozenset("from to for into over through toward towards".split())
# What may follow the name of a region, as the rest of its sentence.
_FUNCTION = frozenset("the a an and are were was is have has had where which there they we".split())
_BEHIND_SEAS = _FUNCTION | _AT | _WAY
_REGIONS = frozenset("in along across beyond over into through".split())
# Seas that need their article, and are English words beside others: the Baltic fleet.
_SEAS = frozenset(
    "mediterranean adriatic aegean baltic caspian atlantic levant sahara alps".split()
)
_BEGINS = frozenset("El Al La Le Es Ez Er As Ed Os".split())
# A street, and what is ratified: a treaty.
_NO_TOWN_BEHIND = frozenset(
    "rue avenue boulevard quai calle avenida ulica ulitsa piazza ratify ratified ratifying".split()
)
# Which are called after where they were made: the Protocol of Corfu.
_TREATIES = frozenset(
    "convention treaty treaties peace congress declaration pact charter protocol accord accords"
    " armistice agreement".split()
)
# With which a sentence begins whose first name follows.
_OPENING = frozenset(
    """in at the of from to with through until after before but and since near for on our your their
    his about via beyond over under above as if when while only even also not both between against
    by around outside inside along across""".split()
)
_SOMEBODY = RANKS | WEAK_RANKS | OFFICES
_GIVEN = frozenset("this it them these".split())
_MOST, _TWO = 3, 2
_LONGEST = 12  # words of a name with its particles
_PARTICLES = frozenset("de del di da do dos du sur am".split())
_LOOK_BACK = 6
_PAIRED = frozenset((("of", "out"), ("river", "the"), ("as", "far"), ("of", "direction")))


def whereabouts(
    cut: Words,
    blocked: Collection[int],
    *,
    prose: bool = True,
    places: Collection[int] = (),
) -> list[Located]:
    """Find names that stand where places do; blocked: starts of words that name something else.

    prose: capitals say something; where they do not, as in titles, only foreign words are names.
    places: starts of words of known places, which others may follow in a list.
    """
    words, names = cut.all, cut.names
    # Of most capitalised words it is known what they name.
    free = [at for at in names if words[at].start not in blocked]
    found = [one for at in free if at and words[at].near for one in _at(words, at, blocked)]
    if not prose:
        found = [one for one in found if not any(is_english(w.low) for w in words[one[0] : one[1]])]
    found += list(_whither(words, found, blocked))
    found += [
        (at, at + 1) for at in free if lies(words, at + 1)
        and may_be_place(words[at], blocked) and not is_english(words[at].low)
    ]  # fmt: skip
    placed = [at for at in names if words[at].start in places] if places else []
    found += list(_known(words, free, blocked))
    found += _apart(settled(words, free), words, blocked) if prose else []
    found += list(_in_rows(words, free, placed))
    found += list(routes(words, free, places, NO_NAMES))
    found += list(_listed(words, [*found, *_stayed_in(words, placed, places)], blocked))
    known = {" ".join(word.text for word in words[lo:hi]) for lo, hi in found}
    if not known:
        return []
    again = {(at, at + 1) for at in free if words[at].text in known and not words[at].first}
    ends: dict[int, int] = {}
    for lo, hi in found:
        ends[lo] = max(hi, ends.get(lo, 0))
    return [
        Located(words[lo].start, words[hi - 1].end, "word before a place")
        for lo, hi in sorted({*found, *again})
        if ends.get(lo, hi) <= hi
        and not any(ends.get(one, 0) >= hi for one in range(lo - _LONGEST, lo))
    ]


def _apart(
    found: Iterator[tuple[int, int]], words: Sequence[Token], blocked: Collection[int]
) -> list[tuple[int, int]]:
    """Leave out names that are parts of others."""
    return [one for one in found if not any(words[at].start in blocked for at in range(*one))]


def _whither(
    words: Sequence[Token], found: Sequence[tuple[int, int]], blocked: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Find whither the way goes from a place that was found: from Kerch to Sudak."""
    for lo, end in found:
        at = end + 1
        if lo and words[lo - 1].low == "from" and at < len(words) and words[end].low == "to":
            behind = words[at + 1] if at + 1 < len(words) else None
            alone = not (behind and behind.near and behind.is_name)
            named = words[at].near and words[end].near and may_be_place(words[at], blocked)
            if alone and named and not is_english(words[at].low):
                yield at, at + 1


def _known(
    words: Sequence[Token], free: Sequence[int], blocked: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Find names of places that are known as no more than that, behind words in small letters."""
    behind = 0
    for at in free:
        word = words[at]
        if at < behind or not begins_name(word.low):
            continue
        for end in range(together(words, at), at, -1):
            name = word.text if end == at + 1 else " ".join([one.text for one in words[at:end]])
            if is_only_a_place(name) and _stands(words, at, end, blocked):
                yield at, end
                behind = end
                break


def _stands(words: Sequence[Token], at: int, end: int, blocked: Collection[int]) -> bool:
    """Tell whether words stand together, apart from other names, among small letters."""
    some = words[at:end]
    if not all(one.near for one in some[1:]) or any(one.start in blocked for one in some):
        return False
    behind = words[end] if end < len(words) else None
    if [one.low for one in words[end : end + _TWO]] == ["into", "force"]:
        return False  # a treaty: bring Tlatelolco into force
    if behind and behind.low == "void":
        return False  # another: declare the peace of Brest void
    called = behind and behind.near and behind.is_name and behind.text != "I"
    if called and not (at and some[0].near and _goes_on(words, at - 1, end, blocked)):
        return False
    if behind and behind.near and (behind.low in THINGS or behind.low in ARMS):
        return False
    if at and some[0].near:
        ahead = words[at - 1]
        treaty = ahead.low == "of" and at > 1 and words[at - _TWO].low in _TREATIES
        treaty |= ahead.low in _NO_TOWN_BEHIND
        return (ahead.text.islower() or (ahead.first and ahead.low in _OPENING)) and not treaty
    loud = some[0].text.isupper()
    if at and not (loud or some[0].first) and words[at - 1].text.islower():
        return True
    return bool(behind and behind.near and behind.text.islower()) and not loud


def _goes_on(words: Sequence[Token], ahead: int, end: int, blocked: Collection[int]) -> bool:
    """Tell whether a sentence goes on with somebody behind where it is: In Qom Khomeini spoke."""
    where, behind = words[ahead], words[end]
    told = where.low in _AT or where.low in _WAY or where.low in _OPENING
    someone = behind.start in blocked or behind.low in _SOMEBODY or behind.is_initials
    return told and (someone or (where.first and behind.low in DEMONYMS))


def _listed(
    words: Sequence[Token], found: Sequence[tuple[int, int]], blocked: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Find foreign names that follow a place's in a list: Traiskirchen and Eisenstadt."""
    for _, end in found:
        end = yield from _in_commas(words, end, blocked)
        at = end + 1
        if at < len(words) and words[end].low == "and" and words[end].near and words[at].near:
            behind = words[at + 1] if at + 1 < len(words) else None
            if behind and behind.near and by_road(words, at) and may_be_place(behind, blocked):
                yield at, at + _TWO  # the road by Dau Tieng and Lai Khe
            alone = not (behind and behind.near and (behind.is_name or behind.low in _AT))
            if alone and may_be_place(words[at], blocked) and not is_english(words[at].low):
                yield at, at + 1


def _in_commas(
    words: Sequence[Token], end: int, blocked: Collection[int]
) -> Generator[tuple[int, int], None, int]:
    """Find the foreign names between a place and the last of a list: Kerch, Yalta and Sudak."""
    last, row = end, list[tuple[int, int]]()
    while last < len(words) and _is_comma(words, last):
        if not may_be_place(words[last], blocked) or is_english(words[last].low):
            return end
        row.append((last, last + 1))
        last += 1
    ends = last + 1 < len(words) and words[last].low == "and"
    if not row or not ends or not (words[last].near or words[last].start - words[last - 1].end < 3):
        return end
    yield from row
    return last


def _is_comma(words: Sequence[Token], at: int) -> bool:
    """Tell whether nothing but a comma parts a word from the one before it."""
    word = words[at]
    apart = word.start - words[at - 1].end == len(", ")
    return apart and not word.near and not word.first and not words[at - 1].own


def _in_rows(
    words: Sequence[Token], free: Sequence[int], placed: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Find names known as places' alone that stand in a row with places: Bucharest, Ploiesti."""
    alone = [
        at for at in free
        if is_only_a_place(words[at].text)
        and not (at and words[at].near and words[at - 1].is_name)
        and not (at + 1 < len(words) and words[at + 1].near and words[at + 1].is_name)
    ]  # fmt: skip
    known = {*alone, *placed}
    for at in alone:
        before = (
            at - 1
            if _is_comma(words, at)
            else at - 2
            if at > 1 and words[at - 1].low == "and"
            else -1
        )
        after = at + 1
        if after < len(words) and words[after].low == "and":
            after += 1
        elif after >= len(words) or not _is_comma(words, after):
            after = -1
        if before in known or after in known:
            yield at, at + 1


def _stayed_in(
    words: Sequence[Token], placed: Sequence[int], places: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Find known places behind a word of place: in Ulan Bator."""
    for at in placed:
        if not at or words[at - 1].low not in _AT:
            continue
        end = at + 1
        while end < len(words) and words[end].near and words[end].start in places:
            end += 1
        yield at, end


def _at(words: Sequence[Token], at: int, blocked: Collection[int]) -> Iterator[tuple[int, int]]:
    where = _says_where(words, at - 1) and not is_works(words, at)
    where &= not is_through_somebody(words, at, at + 1)
    told = where or by_road(words, at) or _is_region(words, at) or is_way(words, at, blocked)
    if not told and not (says_place(words, at) and not is_english(words[at].low)):
        return
    end = at
    while end < len(words) and end - at < _MOST and (end == at or words[end].near):
        named = may_be_place(words[end], blocked) or (end == at and _is_article(words, at, blocked))
        if not named or (end > at and words[end - 1].own):
            break
        end += 1
        while (
            end + 1 < len(words)
            and _is_joined(words, end)
            and may_be_place(words[end + 1], blocked)
        ):
            end += 2  # Isabela de Sagua
    behind = words[end] if end < len(words) else None
    if end == at or (behind and behind.near and behind.text[0].isdigit()):
        return
    if behind and behind.near and behind.is_name and not _opens(words, at, end, blocked):
        return
    if behind and behind.near and (behind.low in THINGS or behind.low in ARMS):
        return
    yield at, end


def _opens(words: Sequence[Token], at: int, end: int, blocked: Collection[int]) -> bool:
    """Tell whether a sentence begins with where somebody is who follows: At Gera Jan Orlov did."""
    begun = at > 0 and words[at - 1].first and words[at].near
    return begun and words[end].start in blocked and _goes_on(words, at - 1, end, blocked)


def _is_article(words: Sequence[Token], at: int, blocked: Collection[int]) -> bool:
    """Tell whether an article begins a name of a place: El Aouina, La Goulette."""
    behind = at + 1
    begins = words[at].text in _BEGINS and behind < len(words) and words[behind].near
    return begins and may_be_place(words[behind], blocked)


def _is_region(words: Sequence[Token], at: int) -> bool:
    """Tell whether `in the` stands before a name that is no English word: in the Escambray."""
    if at < _TWO or words[at - 1].low != "the":
        return False
    low, behind = words[at].low, words[at + 1] if at + 1 < len(words) else None
    if low in _SEAS:
        return behind is None or not behind.near or behind.low in _BEHIND_SEAS
    if words[at - 2].low not in _REGIONS:
        return False
    alone = behind is None or not behind.near or behind.low in _FUNCTION
    return alone and len(low) > _MOST and not low.endswith("s") and not is_english(low)


def _is_joined(words: Sequence[Token], at: int) -> bool:
    """Tell whether a particle stands between two words of a name."""
    return words[at].text in _PARTICLES and words[at].near and words[at + 1].near


def _says_where(words: Sequence[Token], at: int) -> bool:
    """Tell whether a word says where: a preposition of place, or of way behind a word of motion."""
    low = words[at].low
    ahead = words[at - 1].low if at and words[at].near else ""
    if low in _AT or low in REACHED:
        return low != "in" or ahead not in TRUSTING
    if low == "from" and (ahead in COMERS or ahead in GOODS):
        return True
    if low in ("between", "to", "from") and runs_between(words, at):
        return True
    if low == "of" and ((ahead in COMERS and ahead not in CARRIED) or ahead in RULERS):
        return True
    if low == "of" and (ahead in KINDS or ahead in TOWNS):
        return True
    if (low, ahead) in _PAIRED or (low == "on" and ahead in MARCHED):
        return True
    if (low in ("of", "from") and ahead in SIDES) or (low == "on" and ahead in STAYED):
        return True
    sought = low == "for" and ahead in SEEKING
    return low in _WAY and not sought and _is_on_the_way(words, at)


def _is_on_the_way(words: Sequence[Token], at: int) -> bool:
    """Tell whether a word of motion stands before a preposition, in the same sentence."""
    for one in range(at - 1, max(at - _LOOK_BACK, 0) - 1, -1):
        if words[one].low in MOTION:
            return words[one + 1].low not in _GIVEN  # return this to Orlova
        if words[one].first:
            return False
    return False
