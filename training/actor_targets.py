"""What the actor tables are asked to hold, and how much of it they do. Facts about the world, by ISO 3166 code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sayso.knowledge.actors import ActorBase, Entry, Office
from training.actor_absences import NO_PREMIER, NOBODY, WITHOUT, years

NOW = 2025


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NOT_MEMBERS = _codes(
    "ALA ASM AIA ATA ABW BMU BES BVT IOT VGB CYM CXR CCK COK CUW CSK DDR FLK FRO GUF PYF ATF GIB GRL GLP GUM GGY HMD HKG IMN JEY XKX MAC MTQ MYT MSR "
    "ANT NCL NIU NFK MNP PSE PCN PRI REU BLM SHN MAF SPM SCG SUN SXM SGS SJM TWN TKL TCA UMI VAT VIR WLF ESH YUG YMD"
)
"""States and territories that are no members of the United Nations, or are no more."""
REALMS = frozenset(("ATG", "AUS", "BHS", "BLZ", "CAN", "GRD", "JAM", "NZL", "PNG", "KNA", "LCA", "VCT", "SLB", "TUV"))
"""States whose head is the British monarch."""
G20_AND_AT_WAR = _codes(
    "ARG AUS BRA CAN CHN FRA DEU IND IDN ITA JPN KOR MEX RUS SAU ZAF TUR GBR USA "
    "AFG AGO ARM AZE BDI KHM CAF TCD COL COD SLV ERI ETH GEO HRV IRN IRQ ISR KWT LBN LBR LBY MLI MOZ MMR NIC PAK PER RWA SLE SOM LKA SDN SSD SYR TJK UGA UKR YEM"
)
REPORTED = _codes(
    "USA GBR FRA DEU RUS CHN IRN IRQ SYR ISR TUR UKR AFG PAK IND SAU EGY LBY YEM LBN JOR ARE QAT PSE JPN KOR PRK IDN PHL MYS "
    "THA MMR BGD LKA NPL NGA ZAF KEN ETH SOM SDN SSD COD MLI NER BFA TCD ZWE UGA MEX COL VEN BRA ITA ESP POL GRC TUN DZA MAR "
    "AUS CAN ARG CUB HTI PER CHL ECU HUN SRB GEO ARM AZE BLR KAZ RWA CMR MOZ TWN HKG"
)
"""The most reported states, the most reported first."""
_HEADS = ("president", "king", "queen", "emir", "sultan", "pope", "supreme leader", "leader")


@dataclass(slots=True)
class Target:
    """One thing asked for: how many are wanted, how many there are, and what is wanting."""

    name: str
    wanted: int
    there: int
    wanting: list[str] = field(default_factory=list)


def targets(base: ActorBase) -> list[Target]:
    """Everything asked for, in the order of the issue."""
    codes = [entry.country or "" for entry in base.entries if entry.kind == "country"]
    return [
        *(_of_states(name, codes, has, base) for name, has in (("demonyms", _has_demonym), ("capitals, seats", _has_seat))),
        *(_kinds_of_forces(base, codes)),
        *_in_office(base, [code for code in codes if code not in NOT_MEMBERS]),
        _count("armed groups", 900, (e for e in base.entries if e.id.startswith("groups:"))),
        _count("leaders of armed groups", 400, (e for e in base.entries if e.kind == "person" and any("REB" in o.sectors for o in e.offices))),
        _count("IGOs and treaty bodies", 250, (e for e in base.entries if e.id.startswith("igos:"))),
        _count("NGOs and monitors", 300, (e for e in base.entries if e.id.startswith("ngos:"))),
        _count("media and agencies", 250, (e for e in base.entries if e.id.startswith("media:"))),
        _parties(base),
        _count("ethnic, religious groups", 300, (e for e in base.entries if e.kind == "population")),
        Target("nouns for kinds of actors", 1800, base.nouns_known),
    ]


def _count(name: str, wanted: int, found: Iterable[Entry]) -> Target:
    return Target(name, wanted, sum(1 for _ in found))


def _of_states(name: str, codes: list[str], has: Callable[[ActorBase, str], bool], base: ActorBase) -> Target:
    return _of_all(f"states and territories: {name}", _having(name, codes), lambda code: has(base, code))


def _having(name: str, codes: Iterable[str]) -> list[str]:
    """Without the states that are known to have none."""
    return [code for code in codes if code not in WITHOUT.get(name, ())]


def _of_all(name: str, wanted: list[str], has: Callable[[str], bool]) -> Target:
    wanting = [code for code in wanted if not has(code)]
    return Target(name, len(wanted), len(wanted) - len(wanting), wanting)


def _has_demonym(base: ActorBase, code: str) -> bool:
    details = base.details(code)
    return details is not None and bool(details.demonyms)


def _has_seat(base: ActorBase, code: str) -> bool:
    details = base.details(code)
    return details is not None and bool(details.seats)


def _kinds_of_forces(base: ActorBase, codes: list[str]) -> list[Target]:
    """States with at least one army, police and secret service under its own name."""
    members = [code for code in codes if code not in NOT_MEMBERS]
    found = []
    for name, sector, wanted in (("army", "MIL", members), ("police", "COP", members), ("intelligence", "SPY", REPORTED)):
        have = {e.country for e in base.entries if e.kind == "organization" and sector in e.sectors}
        whose = "members" if wanted is members else "80 states"
        found.append(_of_all(f"{whose}: {name} by name", _having(name, wanted), have.__contains__))
    return found


def _in_office(base: ActorBase, members: list[str]) -> list[Target]:
    """Years, of states, for whose middle somebody is known to hold an office."""
    sixty = list(REPORTED[:60])
    return [
        _years("UN members since 2000: whoever leads", members, 2000, _leads, base),
        _years("UN members since 2000: head of state", [c for c in members if c not in REALMS], 2000, _head_of_state, base),
        _years("UN members since 2000: head of government", members, 2000, _head_of_government, base),
        _years("G20, states at war since 1985: whoever leads", list(G20_AND_AT_WAR), 1985, _leads, base),
        _years("60 states since 2010: foreign minister", sixty, 2010, _holder_of("foreign minister"), base),
        _years("60 states since 2010: defence minister", sixty, 2010, _holder_of("defence minister"), base),
        _years("60 states since 2010: a spokesperson", sixty, 2010, _spokesman(base), base),
    ]


def _years(name: str, codes: list[str], first: int, held: Callable[[ActorBase, str, str], bool], base: ActorBase) -> Target:
    """Gaps are told as code and the years, in runs; years in which there was no such office are not asked for."""
    nobody = NOBODY[name.partition(": ")[2]]
    wanted, there, wanting = 0, 0, []
    for code in codes:
        asked = [year for year in range(first, NOW + 1) if year not in years(nobody.get(code, ""))]
        gaps = [year for year in asked if not held(base, code, f"{year}-07-01")]
        wanted += len(asked)
        there += len(asked) - len(gaps)
        if gaps:
            wanting.append(f"{code} {_runs(gaps)}")
    return Target(f"{name} (years)", wanted, there, wanting)


def _runs(years: list[int]) -> str:
    """`2000-2003, 2010` for the years of some gaps."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _leads(base: ActorBase, code: str, day: str) -> bool:
    return base.holder("leader", code, on=day) is not None


def _head_of_state(base: ActorBase, code: str, day: str) -> bool:
    """Not a prime minister who leads the state without being its head."""
    held = (office for title in _HEADS for office, _ in base.holders(title, code) if office.held_on(day))
    return any(base.title(office.title, code) in _HEADS for office in held)


def _head_of_government(base: ActorBase, code: str, day: str) -> bool:
    """A prime minister; where a state is known to have none, or had none in that year, whoever leads it."""
    if base.holders("prime minister", code) and int(day[:4]) not in years(NO_PREMIER.get(code, "")):
        return base.holder("prime minister", code, on=day) is not None
    return _leads(base, code, day)


def _holder_of(title: str) -> Callable[[ActorBase, str, str], bool]:
    def held(base: ActorBase, code: str, day: str) -> bool:
        return base.holder(title, code, on=day) is not None

    return held


def _spokesman(base: ActorBase) -> Callable[[ActorBase, str, str], bool]:
    speaking: dict[str, list[Office]] = {}
    for entry in base.entries:
        for office in entry.offices:
            if office.country and base.title(office.title, office.country).endswith("spokesman"):
                speaking.setdefault(office.country, []).append(office)

    def held(base: ActorBase, code: str, day: str) -> bool:
        return any(office.held_on(day) for office in speaking.get(code, ()))

    return held


def _parties(base: ActorBase) -> Target:
    have = {e.country for e in base.entries if e.id.startswith("parties:")}
    return _of_all("80 states: parties by name", _having("parties", REPORTED), have.__contains__)
