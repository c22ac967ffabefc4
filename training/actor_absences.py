"""What does not exist, and is therefore not asked of the actor tables. What the tables merely do not know has no place here."""

from __future__ import annotations

_UNINHABITED = frozenset(("ATF", "BVT", "HMD", "SGS", "UMI"))
"""Islands that nobody lives on but scientists, wardens and soldiers: they have no people with a name."""

WITHOUT: dict[str, frozenset[str]] = {
    "demonyms": _UNINHABITED,
    "capitals, seats": frozenset((
        "ATA", "BVT", "HMD", "UMI",  # nobody governs from there: no settlement but stations
        "IOT",  # its people were removed; it is governed from London, and only a base is left
        "TKL",  # each of its three atolls has an office of its own, and the government moves between them
        "HKG", "MAC",  # cities: they are their own seat
        "CCK",  # it has one, West Island, but that name is most often that of other places and must not mean this one
    )),
    # No standing army. Those that have a defence force or a guard under arms, as Iceland's coast guard, are asked for it.
    "army": frozenset((
        "AND", "CRI", "DMA", "GRD", "KIR", "LIE", "MHL", "FSM", "NRU", "PLW", "LCA", "VCT", "WSM", "SLB", "TUV",
    )),
    "parties": frozenset(("QAT",)),  # parties are not allowed
}  # fmt: skip
"""By what is asked for, the states and territories that have none."""

_NO_STATE = {
    "ERI": "1985-1990",  # a province of Ethiopia until its rebels took Asmara in May 1991
    "SOM": "1997-2000",  # no government from the end of Ali Mahdi's to the one that was formed at Arta in August 2000
    "SSD": "1985-2011",  # a part of Sudan until 9 July 2011
}
NOBODY: dict[str, dict[str, str]] = {
    "whoever leads": _NO_STATE,
    "head of state": _NO_STATE | {
        "BRB": "2000-2021",  # the British monarch, until it became a republic in November 2021
        "HTI": "2022-2023",  # none after the president was shot in July 2021, until a council was sworn in in April 2024
        "LBN": "2014-2016,2023-2024",  # the parliament could not agree on one
        "NPL": "2008",  # the king had been dismissed in May, the first president was sworn in in July
    },
    "head of government": _NO_STATE,
    "foreign minister": _NO_STATE | {
        "NGA": "2015,2023",  # new presidents who had not named their ministers
        "SDN": "2019,2025",  # under the military council; the cabinet dissolved by a new prime minister
        "YEM": "2019",  # the recognised government had none from June to September
    },
    "defence minister": _NO_STATE | {
        "PSE": "2010-2025",  # the Palestinian Authority has no such ministry
        "DZA": "2019",  # the president is his own; the acting one of 2019 was not, and there was only a deputy
        "LBY": "2013,2015",  # between two ministers; the parliament in Tobruk had approved a cabinet without one
        "NGA": "2015,2019,2023",  # presidents who had not named their ministers
        "SDN": "2019",  # under the military council
        "THA": "2014",  # the generals of the coup of May named a cabinet in August only
        "ZAF": "2024",  # the old cabinet ended on 19 June, the new one was sworn in on 3 July
    },
    "a spokesperson": {"SSD": "2010-2011"},  # no state yet
}  # fmt: skip
"""By office, the years of states on whose first of July nobody held it because there was no such state or office, or it was vacant."""

NO_PREMIER: dict[str, str] = {
    "AFG": "2002-2021",  # none between the two governments of the Taliban
    "COD": "2000-2006",  # none under the Kabilas until the constitution of 2006
    "GEO": "2000-2003",  # a state minister only, until February 2004
    "GIN": "2004,2006",  # dismissed, and no other named for months
    "IRN": "2000-2025",  # abolished in 1989
    "IRQ": "2003",  # under the occupation
    "KEN": "2000-2007,2013-2025",  # only in the coalition of 2008 to 2013
    "KGZ": "2010",  # the interim president led the interim government
    "MMR": "2011-2021",  # abolished in March 2011, taken up by the junta's chief in August 2021
    "NPL": "2005",  # the king ruled himself
    "PAK": "2000-2002",  # the general who had taken power was chief executive
    "SDN": "2000-2016,2019",  # abolished in 1989, brought back in March 2017; under the military council
    "SEN": "2019-2022",  # abolished in May 2019, filled again in September 2022
    "SYR": "2025",  # abolished in March 2025
    "TCD": "2018-2020",  # abolished in May 2018, brought back in April 2021
    "TLS": "2000-2001",  # administered by the United Nations
    "TUR": "2019-2025",  # abolished in July 2018
    "ZWE": "2000-2008,2014-2025",  # only under the agreement of 2009 to 2013
}
"""The years of states with a prime minister at other times whose government was led by whoever leads the state."""


def years(runs: str) -> frozenset[int]:
    """The years of runs such as `2000-2003,2010`."""
    found: set[int] = set()
    for run in filter(None, runs.split(",")):
        first, _, last = run.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)
