"""When and where events took place: what is likely enough of the dates and places that the article names."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.coding.draft import Draft, EventDraft, PlaceMention
from sayso.coding.siting import grain
from sayso.coding.when_evidence import TimesAround
from sayso.coding.where_evidence import PlacesAround
from sayso.knowledge.names import key
from sayso.knowledge.setting_scores import load_setting_scores
from sayso.language.analysis import Argument


def set_in_time(draft: Draft, events: list[EventDraft]) -> None:
    """Date each event by the likeliest date, if that is likely enough; `dated` keeps how likely."""
    scores, times = load_setting_scores(), TimesAround(draft, events)
    for event in events:
        best = 0.0
        for dated, evidence in times.candidates(event):
            chance = scores.chance("when", evidence)
            if chance >= scores.when and chance > best:
                best = event.dated = chance
                event.start, event.end, event.time = dated.start, dated.end, dated.mention


def set_in_place(draft: Draft, events: list[EventDraft], arguments: dict[int, list[Argument]]) -> None:
    """Give each event the likeliest place and what else is likely, the most specific first; `sited` keeps how likely the first is."""
    scores, places = load_setting_scores(), PlacesAround(draft)
    for event in events:
        best: dict[int, tuple[float, PlaceMention]] = {}
        for mention, evidence in places.candidates(event, arguments.get(event.trigger, [])):
            chance = scores.chance("where", evidence)
            if id(mention.place) not in best or chance > best[id(mention.place)][0]:
                best[id(mention.place)] = chance, mention
        ranked = sorted(best.values(), key=_by_chance)
        if ranked and ranked[0][0] >= scores.where:
            event.sited = ranked[0][0]
            event.places = sorted(_apart([ranked[0][1], *(m for chance, m in ranked[1:] if chance >= scores.also_where)]), key=grain)


def _by_chance(found: tuple[float, PlaceMention]) -> tuple[float, int]:
    return -found[0], found[1].first


def _apart(mentions: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Without places whose name is part of a likelier one's, or the other way round: of Idlib and Idlib province one is enough."""
    found: list[PlaceMention] = []
    for mention in mentions:
        words = set(key(mention.place.name).split())
        others = [set(key(other.place.name).split()) for other in found]
        if not any(words <= other or other <= words for other in others):
            found.append(mention)
    return found
