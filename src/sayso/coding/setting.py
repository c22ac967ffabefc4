"""When and where events took place: what is probable enough of the dates and places that the article names near them."""

from __future__ import annotations

from sayso.coding.draft import Draft, EventDraft, PlaceMention
from sayso.coding.siting import grain
from sayso.coding.when_evidence import TimesAround
from sayso.coding.where_evidence import PlacesAround
from sayso.knowledge.setting_scores import load_setting_scores
from sayso.language.analysis import Argument


def set_in_time(draft: Draft, events: list[EventDraft]) -> None:
    """Date each event by the likeliest date, if that is likely enough; `dated` keeps how likely."""
    scores, times = load_setting_scores(), TimesAround(draft, events)
    for event in events:
        for dated in times.evidence(event):
            chance = scores.chance("when", dated.evidence)
            if chance >= scores.when and chance > event.dated:
                event.start, event.end, event.time, event.dated = dated.start, dated.end, dated.mention, chance


def set_in_place(draft: Draft, events: list[EventDraft], arguments: dict[int, list[Argument]]) -> None:
    """Give each event the likeliest place and what else is likely, the most specific first; `sited` keeps how likely the first is."""
    scores, places = load_setting_scores(), PlacesAround(draft)
    for event in events:
        best: dict[int, tuple[float, PlaceMention]] = {}
        for mention, evidence in places.evidence(event, arguments.get(event.trigger, [])):
            chance = scores.chance("where", evidence)
            if chance > best.get(id(mention.place), (0.0, mention))[0]:
                best[id(mention.place)] = chance, mention
        ranked = sorted(best.values(), key=_by_chance)
        if ranked and ranked[0][0] >= scores.where:
            event.sited = ranked[0][0]
            event.places = sorted((m for n, (chance, m) in enumerate(ranked) if n == 0 or chance >= scores.also_where), key=grain)


def _by_chance(found: tuple[float, PlaceMention]) -> tuple[float, int]:
    return -found[0], found[1].first
