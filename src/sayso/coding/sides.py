"""Sides that a text leaves to be understood: the state of a leader who acts, the people of a place that is hit, those who speak for one state."""

from __future__ import annotations

from sayso.coding.draft import Draft, EventDraft, Mention, PlaceMention, Role
from sayso.record import Actor

_STATE_ACTS = frozenset({"ASSAULT", "AID", "COERCE", "MOBILIZE", "SANCTION", "CONCEDE"})
"""Deeds of state: a leader does them with the state's means, so both are listed."""
_OF_STATE = frozenset({"GOV", "MIL"})
_BODIES = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "REB"})
"""Sectors that speak and act as one body."""
_HURTS = frozenset({"ASSAULT"})
_GUESSED = 0.4
"""How probable it is that the people of a place are meant: who is named gives way to nobody."""
_LOCALS = frozenset({"CVL", "MED", "EDU", "REL", "LAB", "OPP", "COP", "JUD", "LEG"})
_HIT = ("on", "of", "against", "in", "at", "obj", "faced", "into", "across")


def add_states(draft: Draft) -> None:
    """List the state beside its leader for deeds of state, where the article names the state."""
    states = {actor.country: actor for actor in draft.actors if actor.kind == "country" and actor.country}
    for event in draft.events:
        if event.type in _STATE_ACTS:
            for role in list(event.actors):
                state = states.get(role.mention.actor.country or "")
                if state is not None and _leads(role.mention.actor) and _is_new(event, state):
                    mention = _nearest(draft, state, event.trigger)
                    event.actors.extend([Role(mention)] if mention is not None else [])


def _leads(actor: Actor) -> bool:
    return actor.kind == "person" and bool(_OF_STATE & set(actor.sector))


def _is_new(event: EventDraft, actor: Actor) -> bool:
    return all(role.mention.actor is not actor for role in event.actors + event.recipients)


def _nearest(draft: Draft, actor: Actor, token: int) -> Mention | None:
    mentions = [mention for mention in draft.mentions if mention.actor is actor]
    if not mentions:
        return None
    _, _, place = min((abs(mention.head - token), mention.head, place) for place, mention in enumerate(mentions))
    return mentions[place]


def people_hit(draft: Draft, event: EventDraft, relations: dict[str, list[int]]) -> Role | None:
    """The people of the place that an assault hits, where nobody is named as hit."""
    if event.type not in _HURTS or event.recipients:
        return None
    places = {at: place for place in draft.places for at in range(place.first, place.last)}
    for relation in _HIT:
        for token in relations.get(relation, ()):
            if token in places:
                return Role(_people_of(draft, places[token]), chance=_GUESSED)
    return None


def settle_victims(event: EventDraft) -> None:
    """People of whom no country is told are of the country where they are hit."""
    country = next((place.place.country for place in event.places if place.place.country), None)
    for role in event.recipients if event.type in _HURTS else ():
        actor = role.mention.actor
        if actor.country is None and role.mention.kind == "nominal" and set(actor.sector) <= _LOCALS:
            actor.country = country


def listed_beside(draft: Draft, event: EventDraft) -> list[Role]:
    """The other persons of a list of whom one is a recipient: "killed Ali, Omar and Sara"; whom a clause describes ("Ali, killed by a drone, and Omar") stands alone."""
    analysis = draft.analysis
    above = set(analysis.ancestors(event.trigger))
    taken = {id(role.mention.actor) for role in event.actors + event.recipients}
    found = []
    for role in event.recipients:
        head = role.mention.head
        if role.mention.actor.kind != "person" or role.mention.kind != "name" or head in above:
            continue
        first = analysis.tokens[head].head if analysis.tokens[head].relation == "conj" else head
        for token in (first, *analysis.dependents(first, "conj")):
            mention = draft.heads.get(token)
            if mention is not None and mention.actor.kind == "person" and mention.kind == "name" and id(mention.actor) not in taken:
                taken.add(id(mention.actor))
                found.append(Role(mention, chance=role.chance))
    return found


def _people_of(draft: Draft, place: PlaceMention) -> Mention:
    """A mention of the people of a place, at the place's name; one actor for all mentions of the place."""
    name = f"people in {place.place.name}"
    actor = next((actor for actor in draft.actors if actor.name == name), None)
    if actor is None:
        actor = Actor(f"people-{place.place.id}", name, "population", country=place.place.country, sector=["CVL"])
        draft.actors.append(actor)
    actor.mentions.append(draft.analysis.span(place.first, place.last))
    return Mention(place.first, place.last, place.head, "nominal", actor)


def same_side(one: Actor, other: Actor) -> bool:
    """Whether one is the other's state, or both speak and act for the same state."""
    if not one.country or one.country != other.country:
        return False
    return one.kind == "country" or (not _OF_STATE.isdisjoint(one.sector) and not _OF_STATE.isdisjoint(other.sector))


def share_a_side(one: Actor, other: Actor) -> bool:
    """Whether two belong to one side: the same state's, or of the same kind in one country, as a policeman and the police."""
    return same_side(one, other) or bool(one.country and one.country == other.country and _BODIES & set(one.sector) & set(other.sector))
