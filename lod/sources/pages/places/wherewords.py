"""Words beside names of places: of motion, of sides, of what comes from there and goes there."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

MOTION = frozenset(
    """arrive arrived arrives arrival leave left leaves leaving departed depart departure travel
    travelled traveled went go goes going return returned returns came come comes coming sent
    flew fly flown visit visits visited journey trip moved move moving transferred evacuated
    exiled invited invite sails sail bound headed posted assigned expelled deported banished
    escaped fled withdrew withdrawn sailed ship shipped shipment shipments deliver delivered
    deliveries off marched advanced retreated emigrated hurried rushed proceed proceeded
    transport transported unloaded loaded taken brought drove driven rode been""".split()
)
# `of` what: north of, the outskirts of, the fall of a place; `from` it so many kilometres.
SIDES = frozenset(
    """north south east west outskirts suburbs bombing fall siege liberation evacuation capture
    occupation battle population inhabitants capital way kilometres kilometers miles km vicinity
    surroundings shelling harbour harbor port airport airfield garrison mouth streets gates ruins
    environs native natives resident residents citizens mayor headman headmen bishop archbishop
    archdiocese diocese governor station junction fortress aerodrome monastery refinery
    oilfields mines quarries docks port-city mills foreland hinterland""".split()
)
# `of` what: what follows is a place, and nobody.
TOWNS = frozenset(
    """north south east west outskirts suburbs bombing siege evacuation battle inhabitants
    kilometres kilometers miles km vicinity surroundings shelling harbour harbor port airport
    airfield garrison streets gates ruins environs native natives citizens mayor headman headmen
    bishop archbishop archdiocese diocese junction aerodrome town towns city cities village villages
    province provinces county district districts region island islands ports area heights gulf
    bay strait university hamlet suburb isle peninsula municipality commune""".split()
)
# Of which those are that follow: the villages of Gawlum and Kangfang.
KINDS = frozenset(
    """villages towns cities ports provinces districts islands regions harbours harbors oases
    settlements hamlets counties townships valleys stations""".split()
)
# What runs between two places.
TRAFFIC = frozenset(
    "train trains railway road roads flights line lines traffic border frontier route".split()
)
# The same before a dash between them: the line Gda\u0144sk - Haiphong; he flew Tashkent - Kabul.
RUNS = TRAFFIC | frozenset(
    """railways highway highways motorway pipeline axis corridor section stretch flight flights
    flew fly flying canal connection link route routes bridge telegraph cable ferry
    march""".split()
)
# What firms have too: the ships of a line is from no town.
CARRIED = frozenset("ship ships plane planes train trains goods reports news road roads".split())
# Which are called by names: the Jupiter missiles.
ARMS = frozenset(
    """missile missiles rocket rockets bomber bombers submarine submarines aircraft tank tanks
    fighter fighters helicopter helicopters rifle rifles launcher launchers radar radars submachine
    machine-gun machine-guns assault pistol pistols""".split()
)
# For whom or what one does so, whatever the way.
SEEKING = frozenset(
    """look looked looking search searched searching ask asked asking wait waited waiting call
    called calling speak speaking work working vote voted responsible care cared sorry room
    thanks""".split()
)
# On islands one stays.
STAYED = frozenset("meet met stay stayed live lives lived landed rested island".split())
# One trusts in people.
TRUSTING = frozenset("trust trusts confidence faith belief believe believes interest".split())
REACHED = frozenset(
    """reached left visited entered occupied liberated captured besieged hold holds seized retook
    recaptured bombed shelled garrisoned evacuated""".split()
)
# What comes from a place rather than from a person.
GOODS = frozenset(
    """grain coal oil petrol wheat rice cotton sugar coffee tobacco timber steel iron copper tin
    rubber cattle meat fruit fish salt cargo cargoes consignment consignments freight supplies
    shipments refugees evacuees deportees""".split()
)
# Whose title names what they rule.
RULERS = frozenset("mir emir khan sultan maharaja raja nawab nizam duke prince".split())
# Of which there is one in or around a place: the valley of X, the people of X.
OF_WHAT = frozenset(
    """valley island district region province peninsula plain town city village county canton oasis
    kingdom state sultanate emirate prefecture governorate parish lake bay gulf strait straits cape
    uranium ore ores people peasants workers townspeople defenders defence recapture storming
    surrender loss hinterland surroundings neighbourhood neighborhood coast shores port
    ports railwaymen""".split()
)
# Between two places: the distance between X and Y.
BETWEEN = frozenset(
    """fighting distance way halfway midway somewhere situated lies lie kilometres kilometers km
    miles moved run runs ran plying shuttle shuttled commute commuted travel travelled traveled
    communications communication connection connections gap area stretch""".split()
)
# What marches on a place.
MARCHED = frozenset(
    "march marched marching advance advanced advancing descend descended converged".split()
)
