"""Who takes part in an event: actors and recipients by its frame and the tree, or by the model where these are silent."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.coding.draft import EventDraft, Mention, Role
from sayso.coding.scene import Scene
from sayso.knowledge.frames import Frame, Slots
from sayso.language.analysis import Argument

MODEL_SURE = 0.5
"""Score from which the model's own argument is taken where the frame names nobody."""


@dataclass(slots=True, eq=False)
class Found:
    """An event as proposed, with what its roles are read from. `nodes` are the content words, the head first."""

    event: EventDraft
    frame: Frame
    nodes: list[int]
    noun: bool
    prior: float | None = None
    model: float | None = None
    relations: dict[str, list[int]] = field(default_factory=dict)

    @property
    def slots(self) -> Slots:
        """The relations of its frame that fit its part of speech."""
        return self.frame.noun if self.noun else self.frame.verb


def fill_roles(scene: Scene, found: Found) -> None:
    """Fill the actors and recipients of one proposed event."""
    found.relations = scene.relations(found.nodes)
    event, slots = found.event, found.slots
    event.actors = _first(scene, found, slots.actor)
    for relation in slots.joint:
        joined = _named(scene, found, relation)
        if joined:
            _extend(event.actors, joined)
            break
    event.recipients = [] if found.frame.mutual else _without(_first(scene, found, slots.recipient), event.actors)


def ask_model(scene: Scene, found: Found, arguments: list[Argument]) -> None:
    """Take the model's actors and recipients where the frame found none."""
    event = found.event
    if not event.actors:
        event.actors = _without(_sure(scene, arguments, "actor"), event.recipients)
    if not event.recipients and not found.frame.mutual:
        event.recipients = _without(_sure(scene, arguments, "recipient"), event.actors)


def _sure(scene: Scene, arguments: list[Argument], role: str) -> list[Role]:
    chosen: list[Role] = []
    for argument in arguments:
        if argument.role == role and argument.score >= MODEL_SURE:
            mention = scene.who(argument.word)
            if mention is not None:
                _extend(chosen, [Role(mention)])
    return chosen


def _first(scene: Scene, found: Found, relations: tuple[str, ...]) -> list[Role]:
    """The roles that the first relation which names somebody gives."""
    for relation in relations:
        roles = _named(scene, found, relation)
        if roles:
            return roles
    return []


def _named(scene: Scene, found: Found, relation: str) -> list[Role]:
    roles: list[Role] = []
    for token in found.relations.get(relation, ()):
        mention = _modifier(scene, token) if relation == "compound" else scene.who(token) or _within(scene, token)
        if mention is not None and not _is_bare_place(scene, token, relation):
            _extend(roles, [Role(mention)])
    return roles


def _modifier(scene: Scene, token: int) -> Mention | None:
    """The actor that a modifier names: "US airstrikes", "Turkish forces' raid", but not "Idlib offensive"."""
    if "actor" not in scene.kinds(token):
        return None
    return scene.who(token)


def _within(scene: Scene, token: int) -> Mention | None:
    """The actor named inside a phrase that is none itself: "the regime's bases", "Turkish positions"."""
    for child in scene.analysis.dependents(token, "nmod:poss", "compound", "amod", "nmod"):
        relation = scene.analysis.tokens[child].relation
        if child in scene.heads and (relation != "nmod" or scene.has_case(child, "of")) and not _is_bare_place(scene, child, "in"):
            return scene.heads[child]
    return None


def _is_bare_place(scene: Scene, token: int, relation: str) -> bool:
    """A city or region stands for no actor unless it is what is hit."""
    place = scene.places.get(token)
    return relation in ("compound", "in", "at", "from") and place is not None and place.place.precision != "country"


def _extend(roles: list[Role], more: list[Role]) -> None:
    known = {id(role.mention.actor) for role in roles}
    for role in more:
        if id(role.mention.actor) not in known:
            roles.append(role)
            known.add(id(role.mention.actor))


def _without(roles: list[Role], others: list[Role]) -> list[Role]:
    taken = {id(role.mention.actor) for role in others}
    return [role for role in roles if id(role.mention.actor) not in taken]
