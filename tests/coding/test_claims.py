"""Who claims, denies or is blamed for a deed."""

from __future__ import annotations

import pytest

from sayso.coding.claims import attribute_blame, attribute_claims, claims, disowned
from sayso.coding.draft import Draft, EventDraft, Mention, Role, Saying, StatementDraft
from tests.coding.event_support import draft_of, names, role

CLAIMED = """
1 Rebels rebel NOUN 2 nsubj
2 claimed claim VERB 0 root
3 responsibility responsibility NOUN 2 obj
4 for for ADP 5 case
5 raids raid NOUN 3 nmod
"""
CLAIMED_BY = """
1 Responsibility responsibility NOUN 5 nsubj:pass
2 for for ADP 3 case
3 raids raid NOUN 1 nmod
4 was be AUX 5 aux:pass
5 claimed claim VERB 0 root
6 by by ADP 7 case
7 rebels rebel NOUN 5 obl:agent
"""
DEED_CLAIMED_BY = """
1 Raids raid NOUN 3 nsubj:pass
2 were be AUX 3 aux:pass
3 claimed claim VERB 0 root
4 by by ADP 5 case
5 rebels rebel NOUN 3 obl:agent
"""
PARTICIPLE = """
1 Raids raid NOUN 5 nsubj
2 claimed claim VERB VerbForm=Part|Tense=Past 1 acl
3 by by ADP 4 case
4 rebels rebel NOUN 2 obl
5 ended end VERB 0 root
"""
RELATIVE = """
1 Raids raid NOUN 0 root
2 for for ADP 3 case
3 which which PRON PronType=Rel 5 obl
4 rebels rebel NOUN 5 nsubj
5 claimed claim VERB 1 acl:relcl
6 responsibility responsibility NOUN 5 obj
"""
FOR_OTHERS = """
1 Callers caller NOUN 2 nsubj
2 claimed claim VERB 0 root
3 raids raid NOUN 2 obj
4 {case} {case} ADP 5 case
5 {noun} {noun} NOUN 2 obl
6 of of ADP 7 case
7 rebels rebel NOUN 5 nmod
"""
SERIES = """
1 Rebels rebel NOUN 2 nsubj
2 claimed claim VERB 0 root
3 series series NOUN 2 obj
4 {case} {case} ADP 5 case
5 raids raid NOUN 3 nmod
6 and and CCONJ 7 cc
7 ambushes ambush NOUN 3 conj
"""


def told(tree: str) -> list[tuple[str, list[str]]]:
    """The words for each deed and for those who claim it, in small letters."""
    draft = draft_of(tree)
    return [(draft.lows[claim.deed], [draft.lows[i] for i in claim.claimants]) for claim in claims(draft)]


def stages(tree: str) -> list[tuple[bool, bool]]:
    """For each claim whether it is uttered, and whether the deed is taken upon oneself."""
    return [(claim.said, claim.made) for claim in claims(draft_of(tree))]


@pytest.mark.parametrize("tree", [CLAIMED, CLAIMED_BY, DEED_CLAIMED_BY, PARTICIPLE, RELATIVE])
def test_a_claim_names_deed_and_claimant(tree: str) -> None:
    """Whatever the voice, and where the deed is what a relative clause describes."""
    assert told(tree) == [("raids", ["rebels"])]


@pytest.mark.parametrize("tree", [CLAIMED, CLAIMED_BY, DEED_CLAIMED_BY, PARTICIPLE, RELATIVE])
def test_a_claim_takes_the_deed_upon_oneself(tree: str) -> None:
    """It is uttered, and made."""
    assert stages(tree) == [(True, True)]


@pytest.mark.parametrize("verb", ["claim", "take", "accept", "admit"])
@pytest.mark.parametrize("what", ["responsibility", "credit"])
def test_several_verbs_take_several_things_upon_oneself(verb: str, what: str) -> None:
    """ "Took credit for", "accepted responsibility for"."""
    tree = CLAIMED.replace("claimed claim", f"{verb} {verb}").replace("responsibility responsibility", f"{what} {what}")
    assert told(tree) == [("raids", ["rebels"])]


def test_for_belongs_to_the_verb_too() -> None:
    """ "Claimed responsibility … for raids", where the tree has it below the verb."""
    assert told(CLAIMED.replace("3 nmod", "2 obl")) == [("raids", ["rebels"])]


@pytest.mark.parametrize(("case", "noun"), [("on", "behalf"), ("in", "name")])
def test_who_claims_for_others_is_not_who_did_it(case: str, noun: str) -> None:
    """ "On behalf of rebels": the rebels claim it."""
    assert told(FOR_OTHERS.format(case=case, noun=noun)) == [("raids", ["rebels"])]


def test_who_claims_in_the_presence_of_others_claims_for_himself() -> None:
    """Other phrases name nobody for whom one speaks."""
    assert told(FOR_OTHERS.format(case="in", noun="presence")) == [("raids", ["callers"])]


def test_what_a_deed_is_made_up_of_is_claimed_with_it() -> None:
    """And what is joined to it."""
    assert [deed for deed, _ in told(SERIES.format(case="of"))] == ["series", "ambushes", "raids"]


def test_what_hangs_on_a_deed_otherwise_is_not_claimed() -> None:
    """ "A series against raids" is not of raids."""
    assert "raids" not in [deed for deed, _ in told(SERIES.format(case="against"))]


def test_a_claim_that_names_no_deed_is_of_the_responsibility() -> None:
    """ "Rebels claimed responsibility.": the text has told before for what."""
    assert told("\n".join(CLAIMED.strip().splitlines()[:3])) == [("responsibility", ["rebels"])]


def test_no_group_that_claims_is_no_claim() -> None:
    """ "No rebels claimed responsibility"."""
    assert stages(CLAIMED + "6 No no DET 1 det") == [(False, False)]


@pytest.mark.parametrize("word", ["not", "never", "yet"])
def test_what_is_not_claimed_yet_is_no_claim(word: str) -> None:
    """ "Rebels have not claimed responsibility"."""
    assert stages(CLAIMED + f"6 {word} {word} ADV 2 advmod") == [(False, False)]


@pytest.mark.parametrize("verb", ["deny", "disclaim", "reject"])
def test_a_denial_is_uttered_but_nothing_is_taken_upon_oneself(verb: str) -> None:
    """ "Denied responsibility"."""
    assert stages(CLAIMED.replace("claimed claim", f"{verb} {verb}")) == [(True, False)]


def test_other_verbs_of_responsibility_claim_nothing() -> None:
    """Who discusses it neither claims nor denies it."""
    assert told(CLAIMED.replace("claimed claim", "discussed discuss")) == []


def test_a_claim_that_something_is_so_claims_no_deed() -> None:
    """ "Rebels claimed that raids had ended"."""
    assert told("1 Rebels rebel NOUN 2 nsubj\n2 claimed claim VERB 0 root\n3 raids raid NOUN 4 nsubj\n4 ended end VERB 2 ccomp") == []


def test_a_claim_as_a_noun_claims_no_deed() -> None:
    """Only the verb does."""
    assert told("1 claim claim NOUN 0 root\n2 raids raid NOUN 1 obj") == []


def test_who_denies_a_deed_disowns_its_word_and_what_it_did() -> None:
    """ "Denied responsibility for raids killing nine": also the killing."""
    assert disowned(draft_of(CLAIMED.replace("claimed claim", "denied deny") + "6 killing kill VERB VerbForm=Part 5 acl")) == {4: {0}, 5: {0}}


def test_who_has_not_claimed_a_deed_disowns_it() -> None:
    """As much as who denies it."""
    assert disowned(draft_of(CLAIMED + "6 not not PART 2 advmod")) == {4: {0}}


def test_who_claims_a_deed_does_not_disown_it() -> None:
    """Nobody is ruled out."""
    assert disowned(draft_of(CLAIMED)) == {}


TOLD = """
1 Soldiers soldier NOUN 2 nsubj Actor=Soldiers
2 shelled shell VERB 0 root _
3 towns town NOUN 2 obj Actor=Towns

1 Gunmen gunman NOUN 2 nsubj Actor=Gunmen
2 burned burn VERB 0 root _
3 farms farm NOUN 2 obj _

1 Rebels rebel NOUN 2 nsubj Actor=Rebels
2 {verb} VERB 0 root _
3 responsibility responsibility NOUN 2 obj _
4 for for ADP 6 case _
5 the the DET 6 det _
6 {deed} {deed} NOUN 3 nmod _
"""
SHELLED, BURNED, CLAIM, DEED = 1, 4, 7, 11


def mention(draft: Draft, name: str) -> Mention:
    return next(m for m in draft.mentions if m.actor.name == name)


def claimed(deed: str = "shelling", *, verb: str = "claimed claim") -> tuple[Draft, StatementDraft]:
    """A shelling and a burning, and what the rebels say of it in a statement of their own."""
    draft = draft_of(TOLD.format(verb=verb, deed=deed))
    shelling = EventDraft("ASSAULT", None, SHELLED, (SHELLED, SHELLED + 1), merged=[DEED] if deed == "shelling" else [])
    burning = EventDraft("ASSAULT", None, BURNED, (BURNED, BURNED + 1))
    statement = StatementDraft(mention(draft, "Rebels"), (CLAIM, CLAIM + 1), [(CLAIM + 1, DEED + 1)], "indirect", "confirm", (CLAIM - 1, CLAIM))
    draft.events, draft.statements = [shelling, burning], [statement]
    return draft, statement


def attributed(draft: Draft) -> EventDraft:
    """The first event, once those who claim it are among its actors."""
    attribute_claims(draft)
    return draft.events[0]


def on_word(event: EventDraft) -> list[tuple[str, list[str]]]:
    """Each actor with the stances of those on whose word he is one."""
    return [(role.mention.actor.name, [saying.stance for saying in role.sayings]) for role in event.actors]


def test_who_claims_a_deed_becomes_its_actor_on_his_own_word() -> None:
    """The statement of the claim is what it rests on."""
    draft, statement = claimed()
    event = attributed(draft)
    assert on_word(event) == [("Rebels", ["asserts"])]
    assert event.actors[0].sayings[0].statement is statement


def test_another_speakers_statement_is_not_the_claimants_word() -> None:
    """Who only reports the claim vouches for nothing."""
    draft, statement = claimed()
    statement.speaker, statement.speaker_tokens = mention(draft, "Soldiers"), (0, 1)
    assert on_word(attributed(draft)) == [("Rebels", [])]


@pytest.mark.parametrize(("chance", "actors"), [(0.49, ["Rebels"]), (0.5, ["Soldiers", "Rebels"])])
def test_an_actor_that_is_but_a_guess_gives_way_to_the_claimant(chance: float, actors: list[str]) -> None:
    """One who is likely stays beside him."""
    draft, _ = claimed()
    draft.events[0].actors = [Role(mention(draft, "Soldiers"), chance=chance)]
    assert names(attributed(draft).actors) == actors


def test_an_actor_on_somebodys_word_is_no_mere_guess() -> None:
    """However unlikely he is, he stays beside the claimant."""
    draft, _ = claimed()
    charge = StatementDraft(mention(draft, "Gunmen"), None, [(0, 1)], "indirect", "accuse")
    draft.events[0].actors = [Role(mention(draft, "Soldiers"), [Saying(charge, "asserts")], chance=0.1)]
    assert names(attributed(draft).actors) == ["Soldiers", "Rebels"]


def test_an_actor_that_is_there_already_gets_the_saying_only() -> None:
    """He is listed once, and nobody gives way."""
    draft, _ = claimed()
    draft.events[0].actors = [Role(mention(draft, "Soldiers"), chance=0.1), role(draft, "Rebels")]
    assert on_word(attributed(draft)) == [("Soldiers", []), ("Rebels", ["asserts"])]


def test_a_state_that_is_an_actor_speaks_through_who_claims_for_it() -> None:
    """One who stands for the same state does not join it as another actor."""
    draft, _ = claimed()
    rebels, soldiers = mention(draft, "Rebels").actor, mention(draft, "Soldiers").actor
    soldiers.kind, soldiers.country, rebels.country = "country", "NLD", "NLD"
    draft.events[0].actors = [role(draft, "Soldiers")]
    assert on_word(attributed(draft)) == [("Soldiers", ["asserts"])]


def test_who_suffers_a_deed_does_not_become_its_actor_by_claiming_it() -> None:
    """Such a reading is a mistake."""
    draft, _ = claimed()
    draft.events[0].recipients = [role(draft, "Rebels")]
    assert attributed(draft).actors == []


def test_who_denies_a_deed_does_not_become_its_actor() -> None:
    """Nor does any guess give way."""
    draft, _ = claimed(verb="denied deny")
    assert attributed(draft).actors == []


def test_the_act_is_the_violence_told_last_before() -> None:
    """The burning, not the shelling before it."""
    draft, _ = claimed("act")
    attributed(draft)
    assert [names(event.actors) for event in draft.events] == [[], ["Rebels"]]


def test_the_act_is_no_deed_of_another_kind() -> None:
    """Nobody claims talks."""
    draft, _ = claimed("act")
    draft.events[1].type = "CONSULT"
    attributed(draft)
    assert [names(event.actors) for event in draft.events] == [["Rebels"], []]


def test_the_act_is_nothing_told_behind_it() -> None:
    """A text claims what it has told."""
    draft, _ = claimed("act")
    for event in draft.events:
        event.trigger, event.triggers = DEED + 1, (DEED + 1, DEED + 2)
    attributed(draft)
    assert [names(event.actors) for event in draft.events] == [[], []]


@pytest.mark.parametrize(("sentences", "actors"), [(1, ["Rebels"]), (2, [])])
def test_the_act_is_not_looked_for_far_back(sentences: int, actors: list[str]) -> None:
    """Three sentences back, and no farther."""
    between = "1 It it PRON 2 nsubj _\n2 rained rain VERB 0 root _\n\n" * sentences
    draft = draft_of(TOLD.format(verb="claimed claim", deed="act").replace("1 Rebels", between + "1 Rebels"))
    draft.events = [EventDraft("ASSAULT", None, SHELLED, (SHELLED, SHELLED + 1))]
    assert names(attributed(draft).actors) == actors


def test_a_claim_of_a_deed_that_no_event_is_changes_nothing() -> None:
    """A wedding is no word for whatever was told before."""
    draft, _ = claimed("wedding")
    attributed(draft)
    assert [names(event.actors) for event in draft.events] == [[], []]


BLAME = """
1 Gunmen gunman NOUN 2 nsubj Actor=Gunmen
2 hit hit VERB 0 root _
3 towns town NOUN 2 obj _

1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 blamed blame VERB 0 root _
3 {object} {object} {upos} 2 obj _
4 on on ADP 5 case _
5 rebels rebel NOUN 2 obl Actor=Rebels
6 of of ADP 7 case _
7 Iran Iran PROPN 5 nmod Actor=Iran
"""
HIT, BLAMED = 1, 4


def blamed(*, object: str = "raids", about: bool = True) -> tuple[Draft, EventDraft, EventDraft]:
    """A deed, and Turkey's blame of the rebels: with the statement, the deed and the charge."""
    draft = draft_of(BLAME.format(object=object, upos="PRON" if object == "it" else "NOUN"))
    deed = EventDraft("ASSAULT", None, HIT, (HIT, HIT + 1))
    charge = EventDraft("ACCUSE", None, BLAMED, (BLAMED, BLAMED + 1), recipients=[role(draft, "Rebels")], about=[deed] if about else [])
    draft.events = [deed, charge]
    draft.statements = [StatementDraft(mention(draft, "Turkey"), (BLAMED, BLAMED + 1), [(BLAMED + 1, BLAMED + 6)], "indirect", "accuse")]
    return draft, deed, charge


def test_who_is_blamed_joins_the_actors_on_the_accusers_word() -> None:
    """Beside one who is likely to have done it."""
    draft, deed, _ = blamed()
    deed.actors = [role(draft, "Gunmen")]
    attribute_blame(draft)
    assert on_word(deed) == [("Gunmen", []), ("Rebels", ["asserts"])]
    assert deed.actors[1].sayings[0].statement is draft.statements[0]


def test_a_guess_gives_way_to_who_is_blamed() -> None:
    """As it does to who claims the deed."""
    draft, deed, _ = blamed()
    deed.actors = [Role(mention(draft, "Gunmen"), chance=0.4)]
    attribute_blame(draft)
    assert names(deed.actors) == ["Rebels"]


def test_an_actor_named_inside_the_phrase_of_who_is_blamed_gets_the_saying() -> None:
    """ "Rebels of Iran" are blamed, and Iran is the actor: nobody joins it."""
    draft, deed, _ = blamed()
    deed.actors = [role(draft, "Iran")]
    attribute_blame(draft)
    assert on_word(deed) == [("Iran", ["asserts"])]


def test_who_suffers_a_deed_is_not_its_actor_though_blamed() -> None:
    """Victims are blamed for what led to it."""
    draft, deed, _ = blamed()
    deed.recipients = [role(draft, "Rebels")]
    attribute_blame(draft)
    assert deed.actors == []


def test_a_charge_that_nobody_states_names_no_actor() -> None:
    """Without a statement there is no word that it could rest on."""
    draft, deed, _ = blamed()
    draft.statements = []
    attribute_blame(draft)
    assert deed.actors == []


def test_what_is_blamed_by_a_word_of_no_own_is_the_deed_before() -> None:
    """ "Blamed it on rebels": the charge is about the bombing then."""
    draft, deed, charge = blamed(object="it", about=False)
    attribute_blame(draft)
    assert charge.about == [deed] and on_word(deed) == [("Rebels", ["asserts"])]


def test_what_is_blamed_by_a_word_of_its_own_is_not_the_deed_before() -> None:
    """ "Blamed droughts on rebels" says nothing of the bombing."""
    draft, deed, charge = blamed(object="droughts", about=False)
    attribute_blame(draft)
    assert charge.about == [] and deed.actors == []


def test_a_charge_that_has_its_deed_takes_up_no_other() -> None:
    """ "It" may then be anything."""
    draft, deed, charge = blamed(object="it")
    other = EventDraft("ASSAULT", None, HIT + 1, (HIT + 1, HIT + 2))
    draft.events.append(other)
    attribute_blame(draft)
    assert charge.about == [deed] and other.actors == []


def test_a_charge_rests_on_its_own_statement() -> None:
    """Not on an accusation with another cue."""
    draft, deed, _ = blamed()
    draft.statements[0].cue = (HIT, HIT + 1)
    attribute_blame(draft)
    assert deed.actors == []


def test_who_is_blamed_is_not_what_he_is_blamed_for() -> None:
    """ "Blamed them": they are the accused, and no deed told before."""
    draft, _, charge = blamed(object="them", about=False)
    at = BLAMED + 1
    charge.recipients = [Role(Mention(at, at + 1, at, "pronoun", mention(draft, "Rebels").actor))]
    attribute_blame(draft)
    assert charge.about == []


def test_what_stands_outside_a_charge_is_not_what_somebody_is_blamed_for() -> None:
    """A word that is no part of what the accuser says takes up nothing."""
    draft, _, charge = blamed(object="it", about=False)
    draft.statements[0].content = [(BLAMED + 2, BLAMED + 6)]
    attribute_blame(draft)
    assert charge.about == []
