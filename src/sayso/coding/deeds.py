"""Verbal events and the deeds they are about: links them and hands the deed its doer."""

from __future__ import annotations

from sayso.coding.arguments import Found
from sayso.coding.draft import EventDraft, Role
from sayso.coding.scene import Scene

_INTO = frozenset({"obj", "obl", "xcomp", "ccomp", "conj", "nmod", "acl", "nsubj:pass", "obl:agent"})
_DEEP = 3
_FROM_DEED = frozenset({"condemn", "condemnation", "support", "support_noun", "reject", "reject_noun", "accuse", "request", "request_noun"})
"""Frames whose recipient, when none is named, is who did the deed or shall do it."""
_WILL_NOT = "will_not"
"""The frame of a refusal whose recipient is who would have gained or suffered by the deed."""
_CONDEMNS = frozenset({"condemn", "condemnation"})
_HELP = frozenset({"help", "assistance", "support", "aid", "backing", "cooperation"})
_WITH_DEED = frozenset({"THREATEN", "AGREE", "CONCEDE"})
"""Types whose recipient, when none is named, is whom the deed is for or against."""


def link_deeds(scene: Scene, founds: list[Found]) -> None:
    """Set `about` of each verbal event to the deeds in its scope, nearest first."""
    by_token = {found.event.trigger: found for found in founds}
    verbal = {name for name, type in scene.draft.knowledge.ontology.types.items() if type.verbal}
    for found in founds:
        if found.event.type not in verbal:
            continue
        for deed in _deeds(scene, found, by_token):
            found.event.about.append(deed.event)
            _control(scene, found, deed)


def _deeds(scene: Scene, found: Found, by_token: dict[int, Found]) -> list[Found]:
    roots = [token for relation in found.slots.deed for token in found.relations.get(relation, ())]
    roots += [token for relation in ("with", "in") for token in found.relations.get(relation, ()) if _is_helped_with(scene, token)]
    seen: list[Found] = []
    for root in dict.fromkeys(roots):
        for token in _downwards(scene, root):
            deed = by_token.get(token)
            if deed is not None and deed is not found and deed not in seen and found.event not in deed.event.about:
                seen.append(deed)
                break
    return seen[:3]


def _downwards(scene: Scene, root: int) -> list[int]:
    """The root and what hangs below it, by level: the nearest trigger is the deed."""
    level, found = [root], []
    for _ in range(_DEEP):
        found.extend(level)
        tokens = scene.analysis.tokens
        level = [i for token in level for i in scene.analysis.children[token] if tokens[i].relation in _INTO]
    return found


def _is_helped_with(scene: Scene, token: int) -> bool:
    """Whether a deed is what somebody is helped with ("help with an invasion"): he does it himself."""
    head = scene.analysis.tokens[token].head
    return head >= 0 and scene.lemma(head) in _HELP and any(scene.has_case(token, word) for word in ("with", "in"))


def _control(scene: Scene, found: Found, deed: Found) -> None:
    """The doer of the deed is who promises, threatens or refuses it, or who is asked or blamed for it."""
    event = found.event
    if found.frame.name in _CONDEMNS and deed.event.actors and _are_victims(event.recipients, deed.event):
        # The victims of what is condemned are not those who are blamed for it.
        event.recipients = []
    if (event.type == "ACCUSE" and not event.recipients) or (found.frame.name in _FROM_DEED and not event.recipients):
        event.recipients = _others(deed.event.actors, event)
    elif (event.type in _WITH_DEED or found.frame.name == _WILL_NOT) and not event.recipients:
        event.recipients = _others(deed.event.recipients, event)
    if event.type == "REQUEST" and deed.event.type == "AID" and "recipient" in deed.silent:
        # Who asks for help and does not say for whom asks for himself.
        deed.event.recipients = [Role(role.mention) for role in event.actors]
    if event.type == "REQUEST" and deed.frame.mutual and _are_same(deed.event.actors, event.recipients):
        # Who asks one side alone to talk wants to talk to it.
        deed.event.actors += [Role(role.mention) for role in event.actors]
        return
    doers = event.actors if found.frame.control == "actor" or _is_helped_with(scene, deed.event.trigger) else event.recipients
    guessed = not deed.event.actors or "actor" in deed.silent
    if not (found.frame.control and doers and guessed):
        return
    if "recipient" in deed.silent or "obj_on" in found.relations:
        # Where nobody is named as hit, or "the bombing on him" was read of "blamed the bombing on him".
        acting = {id(role.mention.actor) for role in doers}
        deed.event.recipients = [role for role in deed.event.recipients if id(role.mention.actor) not in acting]
    hit = {id(role.mention.actor) for role in deed.event.recipients}
    deed.event.actors = [Role(role.mention) for role in doers if id(role.mention.actor) not in hit]


def _are_victims(roles: list[Role], deed: EventDraft) -> bool:
    """Whether all of some suffer a deed and none of them does it."""
    hit, doing = ({id(role.mention.actor) for role in side} for side in (deed.recipients, deed.actors))
    return all(id(role.mention.actor) in hit - doing for role in roles)


def _are_same(roles: list[Role], others: list[Role]) -> bool:
    """Whether each list names one, and the same one."""
    return len(roles) == len(others) == 1 and roles[0].mention.actor is others[0].mention.actor


def _others(roles: list[Role], event: EventDraft) -> list[Role]:
    """Those with a role in a deed who do not themselves speak of it."""
    own = {id(role.mention.actor) for role in event.actors}
    return [Role(role.mention) for role in roles if id(role.mention.actor) not in own]
