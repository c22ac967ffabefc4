"""The events of a story with all that its record is made of: who says what of them, their tolls, who printed them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sayso.dataset.store import Store
from sayso.dataset.stories.reports import SETTLED, Report, source_of
from sayso.dataset.stories.sources import Voice, independent, voices
from sayso.export.rows import UNNAMED

_NEVER = "9999"
_EVENTS = """
SELECT id, article, story, publisher, published, type, mode, actors, actor_countries, recipients, recipient_countries, start, "end", places,
       place_countries, latitude, longitude, precision, reality, disputed, json_extract(detail, '$.toll') AS toll
FROM events WHERE story IS NOT NULL ORDER BY story, id
"""
_SAID = """
SELECT l.source, l.target, l.field, l.stance, s.speaker_name FROM links l JOIN statements s ON s.id = l.target
WHERE l.relation = 'said' ORDER BY l.source, l.field, l.position, l.target
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What a speaker holds of an event: of the event itself, its actors, recipients or toll."""

    field: str
    stance: str
    speaker: str


@dataclass(slots=True)
class Member:
    """One event of a story."""

    row: Mapping[str, Any]
    """Its columns of the table of events that stories are made of."""
    said: Sequence[Said]
    tolls: Sequence[Mapping[str, Any]]
    """As the event's detail has them, with their speakers by name."""
    voices: set[Voice]

    @property
    def order(self) -> tuple[str, str]:
        """The earliest told comes first, undated articles last."""
        return self.row["published"] or _NEVER, self.row["id"]

    @property
    def own_voice(self) -> bool:
        """Whether its article tells it as a fact."""
        return self.row["reality"] in SETTLED and not any(said.field == "event" for said in self.said)


def support(members: Iterable[Member]) -> int:
    """How many publishers tell something independently of each other."""
    return independent(voice for member in members for voice in member.voices)


def read_members(store: Store, reports: Iterable[Report]) -> Iterator[list[Member]]:
    """The members of each story in the order of their ids, the earliest told first; the events' rows know their stories already."""
    known = {report.id: report for report in reports}
    said: defaultdict[str, list[tuple[str, Said]]] = defaultdict(list)
    for event, statement, field, stance, speaker in store.connection.execute(_SAID):
        said[event].append((statement, Said(field, stance, speaker or UNNAMED)))
    copies = _copies(store)
    for _, rows in groupby(store.rows(_EVENTS), key=itemgetter("story")):
        told = list(rows)
        printed = voices([known[row["id"]] for row in told], copies)
        yield sorted((_member(row, said.get(row["id"], []), printed[row["id"]]) for row in told), key=_order)


def _order(member: Member) -> tuple[str, str]:
    return member.order


def _copies(store: Store) -> dict[str, list[str]]:
    """Who printed copies of each article."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for original, publisher, url in store.connection.execute("SELECT copy_of, publisher, url FROM articles WHERE copy_of IS NOT NULL ORDER BY id"):
        found[original].append(source_of(publisher, url))
    return found


def _member(row: Mapping[str, Any], said: Sequence[tuple[str, Said]], printed: set[Voice]) -> Member:
    speakers = {statement: one.speaker for statement, one in said}
    tolls = [
        {
            **{name: toll[name] for name in ("kind", "min", "max", "who")},
            "say_so": [{"speaker": speakers.get(f"{row['article']}/{say['statement']}", UNNAMED), "stance": say["stance"]} for say in toll["say_so"]],
        }
        for toll in json.loads(row["toll"])
    ]
    return Member(row, list(dict.fromkeys(one for _, one in said)), tolls, printed)
