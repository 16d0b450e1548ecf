"""The words of which names of bodies are made, in English and in the languages of its documents."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

import re

from lod.normalize import bodies
from lod.normalize.namewords import ACRONYMS, BODIES, WEAK_BODIES
from lod.sources.pages.words.textwords import COMMON, OFFICES, RANKS

PARTS = frozenset(
    "cc central politburo presidium secretariat praesidium committee department government".split()
)
# Words that name a body only beside others, or name what is none.
_NO_HEADS = frozenset(
    """soviet international workers union unions red communists officials delegations missions
    program programme regime""".split()
)
_MORE_HEADS = frozenset(
    """admiralty airlines airways railways railway railroad survey theater theatre constabulary
    gendarmerie militia legion cartel shipyard shipyards guardia ministerstvo ambasada amt
    gesandtschaft botschaft amembassy amconsul volunteers organisations organizations
    chancellery""".split()
)
HEADS = (BODIES | _MORE_HEADS) - WEAK_BODIES - _NO_HEADS
# Heads that are everyday words: they name a body only behind another capitalised word.
WEAK_HEADS = frozenset(
    """bank service services staff union school guard guards front court works force forces section
    sector""".split()
)
# What makes no name before these: the State Bank is one, a Local Union is not.
NO_QUALIFIERS = frozenset(
    """soviet customs trade labour labor european economic monetary western eastern northern
    southern central american german british allied public civil military secret local red two
    three high summer night sunday""".split()
)
DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())
# Bodies of one word, which need no other beside them.
ALONE = bodies.ALONE
PAIRS = bodies.PAIRS
FIRSTS = frozenset(one for one, _ in PAIRS)
# Newspapers are bodies that speak: the Manchester Guardian, the Frankfurter Zeitung.
PAPERS = frozenset(
    """ilbo zeitung tribune gazette herald guardian statesman shimbun ribao sinmun figaro post times
    telegraph chronicle courier""".split()
)
# What stands before the name of a firm or paper: the firm Chemokomplex.
KINDS_BEFORE = frozenset("firm firms newspaper agency daily weekly magazine".split())
HELD = frozenset("congress conference session plenum assembly".split())
# What is held or signed somewhere, and no body: the Potsdam Conference, the Vienna Convention.
EVENTS = frozenset("conference convention session plenum summit armistice".split())
LINKS = frozenset("of for and the on in to with".split())
# Heads behind which the place stands without a word between: Gesandtschaft Riga.
POSTS = frozenset("gesandtschaft botschaft generalkonsulat konsulat amembassy amconsul".split())
# What may stand, in small letters, between a body and the place that it is of.
KINDS_OF_PLACES = frozenset("city town province district county region republic village".split())
# Words with which no name of a body begins.
_ARTICLES = frozenset(
    """das der die den dem des ein eine einer im am vom zum zur le la les un une el los las il lo
    gli uno una du aux au al del della""".split()
)
NO_BEGINNINGS = (
    COMMON | RANKS | OFFICES | {"fm", "info", "to", "sent", "reference"}
) - HEADS - DIRECTIONS | _ARTICLES
# Bodies of which the place behind `in` is no part: the War Department in Washington.
PLACED = frozenset(
    """government cabinet parliament party division politburo
    department ministry institute university academy museum library school bank company
    factory hospital archive archives study studies congress conference""".split()
)
PROPOSED = re.compile(
    r"\b(?:creation|establish(?:ment|ing)?|formation|form(?:ing)?|creat(?:e|ing)|set(?:ting)? up"
    r"|found(?:ing|ation)|propos(?:al|ed)|future|organi[sz](?:e|ing|ation))\s+(?:of\s+)?(?:a|an)?\s*$"
    # What somebody wishes for: want an X Commission, the idea of a joint X Board.
    r"|\b(?:want|demand|need|suggest|recommend|favou?r|plan|propose|urge|desire|advocate)(?:s|d|ed)?"
    r"\s+an?\s+(?:[a-z]+\s+)?$"
    r"|\b(?:call|ask|plead|press|hope|wish)(?:s|es|ed|ing)?\s+for\s+an?\s+(?:[a-z]+\s+)?$"
    r"|\b(?:idea|plan|scheme|project)s?\s+(?:of|for)\s+an?\s+(?:[a-z]+\s+)?$"
)
# Behind its name: what shall not come to be.
NEVER_FOUNDED = re.compile(
    r"\s+(?:(?:will|would|should|shall|could|might|ought to)\b[^.;\n]{0,40}?\b)?(?:be|been)"
    r" (?:founded|formed|created|established|set up|organi[sz]ed)\b"
)
# Letters of states that papers seldom name in full.
STATES = {"DRA": "Democratic Republic of Afghanistan", "UAR": "United Arab Republic"}
# Written like the acronyms of bodies, and none: arms, times, words of offices.
NO_ACRONYMS = NO_BEGINNINGS | frozenset(
    """abm aaa asap bcc bst cet ddt deptel dmz dna doc eds embtel est eta etc exdis fyi gdp gmt gnp
    html http icbm irbm isbn issn lct limdis lst mig mirv mrbm mytel niact nodis nofo noforn nos
    obe opc pdf phd pow pows radar ref reftel rpt rsvp salt sam slbm sos tel telex tnt url urtel
    usd utc vip vol wwi wwii www npt salt start mbfr candu isad dacs ead hms uss hmso""".split()
)
KNOWN_ACRONYMS = ACRONYMS | bodies.MORE_ACRONYMS
# German names run their words together: Reichsbank, Handelsrat, Wirtschaftsministerium.
COMPOUND = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}"
    r"(?:ministerium|bank|bund|partei|gesellschaft|kommission|ausschuss|ausschuß|verband|(?<!j)amt"
    r"|kanzlei|präsidium|komitee|(?<=[slrn])rat|akademie|verwaltung|versammlung|gericht"
    r"|kammer|konzern|institut|abteilung|direktion)(?:e?s)?"
)
# What follows such a name: `für Ernährung und Landwirtschaft`.
FOREIGN_LINKS = frozenset("für des der und de du des la et y e do da dla pro pre i".split())
