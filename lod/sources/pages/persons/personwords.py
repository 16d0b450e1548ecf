"""Words that stand before, in or behind names of persons, and that show that there is none."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

from lod.normalize.namewords import BODIES, WEAK_BODIES
from lod.sources.pages.persons.foreign import OF_PLACES
from lod.sources.pages.words.bodywords import ALONE, HEADS, KINDS_BEFORE
from lod.sources.pages.words.textwords import (
    CALENDAR,
    CHARGES,
    COMMON,
    DEMONYMS,
    INSTITUTIONS,
    OFFICES,
    RANKS,
    THINGS,
    WEAK_RANKS,
)

BODY_WORDS = (
    (BODIES - WEAK_BODIES)
    | HEADS
    | ALONE
    | INSTITUTIONS
    | {"house", "court", "front", "works", "guard", "rifles", "shipyard"}
)
# No part of a person's name, wherever in it.
_ADDRESSED = frozenset(
    """excellency excellencies majesty majesties highness eminence holiness lordship ladyship
    privy délégation firma sinmun ribao shimbun choson materials women men youth peasants zeitung
    monde figaro tribune gazette herald chiefs affairs radio television
    división brigada ejército república repubblica negus
    i've i'll i'm i'd we've we'll we're he's it's that's there's let's
    i\u2019ve i\u2019ll i\u2019m i\u2019d we\u2019ve we\u2019ll we\u2019re he\u2019s it\u2019s
    that\u2019s d'état d\u2019état nuncio taoiseach
    offices embassies missions legations consulates delegations posts
    migs mig-21s ils sams
    box staff chancellery palazzo palais palacio palace hotel hôtel""".split()
)
_THINGS = THINGS - {"spring", "summit", "post", "street"}
NEVER = _ADDRESSED | BODY_WORDS | DEMONYMS | CALENDAR | _THINGS | CHARGES | {*COMMON}
# What refers to a book or paper: `See V. I. Lenin, Collected Works`.
_REFERRING = frozenset("see cf cf. vgl vgl. voir siehe vide compare quoting citing after".split())
BEFORE = (
    RANKS | WEAK_RANKS | OFFICES | DEMONYMS | COMMON | CALENDAR | _REFERRING
    | {"old", "poor", "little", "late"}
)  # fmt: skip
OF_SOMETHING = BODIES | OFFICES
_DETERMINERS = frozenset(
    "a an the this that these those our their his her its every each no".split()
)
WHERE = frozenset("in at near via outside inside off opposite beyond".split())
NO_ONE_BEHIND = _DETERMINERS | WHERE
ARTICLES = frozenset("a an the this these those our their his her its every each".split())
# Freight for Zahony leaves: what leaves is not the last word.
WITHER = frozenset("for to into towards".split())
# Before a people of whom one says who they are, and behind it: there are Ustashi who ...
SEVERAL = frozenset(
    "are were those many some several other all these few most other among certain".split()
)
# What stands before names of firms, ships and papers.
NO_ONES = KINDS_BEFORE | frozenset(
    "ship steamer vessel tanker cruiser submarine hotel operation village town city".split()
)
# What is called after persons: the Kim Chaek plant.
EPONYMS = frozenset(
    """plant factory works mine mill shipyard university institute academy square street prize
    division brigade regiment battalion column theatre theater library school hospital
    kolkhoz""".split()
)
# Of these some are surnames too.
PLACE_ENDINGS = (OF_PLACES | {"kong"}) - set("lake bay pass coast valley mountain delta".split())
# Ranks that are everyday words, amid capitals: At Thagla Ridge General Kaul ...
OF_TROOPS = frozenset("general major brigadier sergeant father padre friar rabbi".split())
PAPERS = frozenset("pravda izvestia".split())
# Ranks that say too little of a name of one word: the former Yale house.
VAGUE = frozenset("former late first second third foreign acting deputy prime vice".split())
# Articles and words for `of` behind an office, in other languages; those that names have too.
ALSO_OF_NAMES = frozenset("de da do di del dos".split())
ARTICLES_ABROAD = ALSO_OF_NAMES | frozenset(
    "der des den dem die das le la les du dei della dos las los al".split()
)
PAPERS_ABROAD = frozenset(
    """lettre schreiben brief telegramm télégramme telegrama carta lettera bericht rapport vermerk
    mitteilung dépêche note entretien""".split()
)
