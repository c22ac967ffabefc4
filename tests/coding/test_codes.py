"""Codes of a user's own ontologies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.coding.codes import asked, code_events, code_of
from sayso.coding.draft import Draft, EventDraft, Mention, Role, TollDraft
from sayso.knowledge.schemes import Rule, Scheme
from sayso.knowledge.triggers import load_triggers
from sayso.record import Actor
from tests.coding.event_support import draft_of

TREE = "1 Rebels rebel NOUN 2 nsubj _\n2 shelled shell VERB 0 root _\n3 the the DET 4 det _\n4 town town NOUN 2 obj _"


def _draft() -> Draft:
    draft = draft_of(TREE)
    draft.events = [EventDraft("ASSAULT", "heavy-weapons", 1, (1, 2), evidence=[0])]
    return draft


def _role(name: str, *sectors: str) -> Role:
    return Role(Mention(0, 1, 0, "name", Actor(name, name, "group", sector=list(sectors))))


def _scheme(*rules: Rule, name: str = "mine") -> Scheme:
    return Scheme(name, "", {"War": ("by shells",), "Peace": ()}, frozenset({"happened"}), rules, {})


def _asks(**asks: str) -> Rule:
    return Rule("War", {key: frozenset(value.split()) for key, value in asks.items()})


@pytest.mark.parametrize(
    ("asks", "expected"),
    [
        ({"type": "ASSAULT"}, True),
        ({"type": "AID ASSAULT"}, True),
        ({"type": "AID"}, False),
        ({"mode": "heavy-weapons"}, True),
        ({"mode": "-"}, False),
        ({"type": "ASSAULT", "mode": "aerial"}, False),
        ({"actors": "REB"}, True),
        ({"actors": "nobody"}, False),
        ({"recipients": "nobody"}, True),
        ({"recipients": "CVL"}, False),
        ({"reality": "happened ongoing"}, True),
        ({"trigger": "shell"}, True),
        ({"trigger": "town"}, False),
        ({"words": "town"}, True),
        ({"words": "city"}, False),
        ({"toll": "killed"}, True),
        ({"toll": "injured"}, False),
        ({"contexts": "military"}, True),
        ({"contexts": "health"}, False),
    ],
)
def test_what_rules_may_ask_for(asks: dict[str, str], expected: bool) -> None:
    """One of the values of each thing must be there."""
    draft = _draft()
    (event,) = draft.events
    event.actors, event.contexts = [_role("rebels", "REB")], ["military"]
    event.tolls = [TollDraft("killed", 2, 2, None, (0, 1))]
    assert _asks(**asks).fits(asked(draft, event)) is expected


def test_sides_are_one_on_each() -> None:
    """Rebels against the army, not rebels against civilians."""
    draft = _draft()
    (event,) = draft.events
    event.actors, event.recipients = [_role("rebels", "REB")], [_role("people", "CVL")]
    assert not _asks(sides="REB MIL").fits(asked(draft, event))
    event.recipients = [_role("army", "MIL")]
    assert _asks(sides="REB MIL").fits(asked(draft, event))


def test_sides_of_a_clash_are_both_actors() -> None:
    """Where nobody is acted upon, two of the actors are the sides."""
    draft = _draft()
    (event,) = draft.events
    event.actors = [_role("rebels", "REB")]
    assert not _asks(sides="REB MIL").fits(asked(draft, event))
    event.actors = [_role("rebels", "REB"), _role("army", "MIL")]
    assert _asks(sides="REB MIL").fits(asked(draft, event))


def test_first_rule_that_fits_decides() -> None:
    """Later ones are for what is left."""
    draft = _draft()
    scheme = _scheme(Rule("Peace", {"type": frozenset({"AID"})}), Rule("War: by shells", {"type": frozenset({"ASSAULT"})}), Rule("War"))
    assert code_of(draft, draft.events[0], scheme) == "War: by shells"


def test_hyphen_leaves_out() -> None:
    """A rule may say that an event is none of the scheme's."""
    draft = _draft()
    assert code_of(draft, draft.events[0], _scheme(Rule("-", {"type": frozenset({"ASSAULT"})}), Rule("War"))) is None


def test_other_realities_have_no_code() -> None:
    """The scheme codes what happened; this is only threatened."""
    draft = _draft()
    draft.events[0].reality = "threatened"
    assert code_of(draft, draft.events[0], _scheme(Rule("War"))) is None


def test_own_trigger_comes_before_rules() -> None:
    """The scheme knows the word, whatever its rules say of the type."""
    draft = _draft()
    trigger = replace(load_triggers().verbs["shell"][0], place="mine.toml:3", code="War: by shells")
    draft.named_by[1] = trigger
    scheme = replace(_scheme(Rule("Peace")), triggers=(trigger,))
    assert code_of(draft, draft.events[0], scheme) == "War: by shells"


def test_trigger_of_another_scheme_says_nothing() -> None:
    """Each has its own words."""
    draft = _draft()
    draft.named_by[1] = replace(load_triggers().verbs["shell"][0], place="other.toml:3", code="War: by shells")
    assert code_of(draft, draft.events[0], _scheme(Rule("Peace"))) == "Peace"


def test_without_ontologies_there_are_no_codes() -> None:
    """The field is none, not empty, so that the record stays as it is."""
    draft = _draft()
    code_events(draft)
    assert draft.events[0].codes is None


def test_several_ontologies_stand_beside_each_other() -> None:
    """Where one has no code it is left out."""
    draft = _draft()
    draft.knowledge.schemes = (_scheme(Rule("War")), _scheme(Rule("-"), name="other"), _scheme(Rule("Peace"), name="third"))
    code_events(draft)
    assert draft.events[0].codes == {"mine": "War", "third": "Peace"}


def test_instead_puts_type_and_mode() -> None:
    """And drops what has no code."""
    draft = _draft()
    draft.events.append(EventDraft("AID", None, 3, (3, 4), evidence=[0]))
    draft.knowledge.schemes, draft.knowledge.instead = (_scheme(Rule("War: by shells", {"type": frozenset({"ASSAULT"})})),), True
    code_events(draft)
    assert [(event.type, event.mode) for event in draft.events] == [("War", "by shells")]
