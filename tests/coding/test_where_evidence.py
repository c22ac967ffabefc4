"""What speaks for a place."""

from __future__ import annotations

import pytest

from sayso.coding.draft import Draft, EventDraft, PlaceMention
from sayso.coding.where_evidence import PlacesAround
from sayso.language.analysis import Argument
from sayso.record import Place
from tests.coding.event_support import draft_of, role

SHELLED = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 shelled shell VERB Tense=Past 0 root _
3 houses house NOUN 2 obj _
4 in in ADP 5 case _
5 Homs Homs PROPN 2 obl _
"""
FILLER = "\n1 Rain rain NOUN 2 nsubj _\n2 fell fall VERB 0 root _\n"


def draft_with(conllu: str, **places: tuple[str, str | None]) -> Draft:
    """Words of these names are places of this precision and country; one name is one place."""
    draft = draft_of(conllu)
    known: dict[str, Place] = {}
    for token in draft.analysis.tokens:
        if token.text in places:
            precision, country = places[token.text]
            place = known.setdefault(token.text, Place(f"p{token.index}", token.text, country, precision=precision))
            draft.places.append(PlaceMention(token.index, token.index + 1, token.index, place))
    return draft


def evidence(draft: Draft, trigger: int, type: str = "ASSAULT", *, arguments: tuple[Argument, ...] = (), **sides: str) -> list[set[str]]:
    """What speaks for each mention of a place, in the order of the text."""
    event = EventDraft(type, None, trigger, (trigger, trigger + 1))
    event.actors = [role(draft, sides["actor"])] if "actor" in sides else []
    event.recipients = [role(draft, sides["recipient"])] if "recipient" in sides else []
    return [set(found) for _, found in PlacesAround(draft).candidates(event, list(arguments))]


def test_place_beside_the_trigger() -> None:
    """How it is joined, how far it is, and that the tree gives it."""
    (found,) = evidence(draft_with(SHELLED, Homs=("city", "SYR")), 1)
    assert {
        "kind_violence",
        "violence_city",
        "here_violence",
        "case_in",
        "below_in",
        "up_0",
        "down_1",
        "apart_0",
        "tree_violence",
    } <= found
    assert "stands_before" not in found and "other_tree" not in found


def test_place_that_the_tree_passes_over() -> None:
    """It hangs on somebody else, and the tree has another."""
    conllu = SHELLED + "6 Hama Hama PROPN 3 compound _\n"
    _, other = evidence(draft_with(conllu, Homs=("city", "SYR"), Hama=("city", "SYR")), 1)
    assert {"other_tree", "case_compound"} <= other
    assert "tree_violence" not in other


def test_places_joined_by_and_stand_alike() -> None:
    """In Homs and Hama: both hang on the verb."""
    conllu = SHELLED + "6 and and CCONJ 7 cc _\n7 Hama Hama PROPN 5 conj _\n"
    homs, hama = evidence(draft_with(conllu, Homs=("city", "SYR"), Hama=("city", "SYR")), 1)
    assert {"case_in", "below_in", "down_1", "tree_violence"} <= homs & hama


@pytest.mark.parametrize(
    ("relation", "case"),
    [("nmod:poss", "poss"), ("compound", "compound"), ("nsubj:pass", "subject"), ("obj", "object"), ("appos", "apposition"), ("dep", "none")],
)
def test_places_without_a_preposition(relation: str, case: str) -> None:
    """Are joined by their relation."""
    conllu = SHELLED.replace("4 in in ADP 5 case _", "4 , , PUNCT 5 punct _").replace("2 obl _", f"2 {relation} _")
    assert f"case_{case}" in evidence(draft_with(conllu, Homs=("city", "SYR")), 1)[0]


@pytest.mark.parametrize(("between", "word"), [(0, "before1"), (1, "before2"), (3, "before5")])
def test_place_of_a_sentence_before(between: int, word: str) -> None:
    """The event's own sentence has none, so nothing speaks against it."""
    draft = draft_with(SHELLED + FILLER * between + "\n1 fled flee VERB 0 root _\n", Homs=("city", "SYR"))
    (found,) = evidence(draft, len(draft.analysis.tokens) - 1, "RETREAT")
    assert {word, f"{word}_deed", "elsewhere_in", "lead"} <= found
    assert not found & {"places_here", "located_here", "tree_here", "here_deed"}


def test_own_sentence_speaks_against_others() -> None:
    """There are places beside the event, and the tree gives it one."""
    draft = draft_with(SHELLED + SHELLED.replace("Homs", "Hama"), Homs=("city", "SYR"), Hama=("city", "SYR"))
    other, own = evidence(draft, 6)
    assert {"places_here", "located_here", "tree_here", "other_tree"} <= other
    assert not own & {"places_here", "located_here", "tree_here"}


def test_places_far_off_are_not_looked_at() -> None:
    """Neither long before, but in the lead, nor long after."""
    draft = draft_with(FILLER * 3 + SHELLED + FILLER * 6 + "\n1 fled flee VERB 0 root _\n" + FILLER * 3 + SHELLED, Homs=("city", "SYR"))
    fled = next(token.index for token in draft.analysis.tokens if token.text == "fled")
    assert evidence(draft, fled) == []
    assert len(evidence(draft_with(SHELLED + FILLER * 6 + "\n1 fled flee VERB 0 root _\n", Homs=("city", "SYR")), fled - 6)) == 1


def test_countries_of_both_sides() -> None:
    """Where one side is at home, and where neither is."""
    draft = draft_with(SHELLED, Homs=("city", "TUR"))
    assert "actor_country_violence" in evidence(draft, 1, actor="Turkey")[0]
    assert "recipient_country_violence" in evidence(draft, 1, recipient="Turkey")[0]
    assert "third_country" in evidence(draft_with(SHELLED, Homs=("city", "SYR")), 1, actor="Turkey")[0]
    assert not {"actor_country_violence", "third_country"} & evidence(draft_with(SHELLED, Homs=("city", None)), 1, actor="Turkey")[0]


def test_place_that_is_a_side() -> None:
    """A country that acts is named as such, not as a place."""
    draft = draft_with(SHELLED, Turkey=("country", "TUR"), Homs=("city", "SYR"))
    acting, other = evidence(draft, 1, actor="Turkey")
    assert {"actor_violence", "case_subject", "stands_before"} <= acting
    assert "actor_violence" not in other


@pytest.mark.parametrize(("countries", "kept"), [(("SYR", "TUR", "IRQ"), ["Homs", "Iraq"]), (("TUR", "TUR", "TUR"), ["Homs", "Turkey", "Iraq"])])
def test_a_state_that_acts_is_no_place_in_a_text_of_several_countries(countries: tuple[str, str, str], kept: list[str]) -> None:
    """Wherever it stands among the places, and whoever is hit: Turkey shelled Homs, and Iraq looked on."""
    conllu = (
        "1 Homs Homs PROPN 3 obl _\n2 Turkey Turkey PROPN 3 nsubj Actor=Turkey\n3 shelled shell VERB 0 root _\n4 Iraq Iraq PROPN 3 obj Actor=Iraq"
    )
    draft = draft_with(conllu, Homs=("city", countries[0]), Turkey=("country", countries[1]), Iraq=("country", countries[2]))
    draft.heads = {mention.head: mention for mention in draft.mentions}
    event = EventDraft("ASSAULT", None, 2, (2, 3), actors=[role(draft, "Turkey")], recipients=[role(draft, "Iraq")])
    assert [mention.place.name for mention, _ in PlacesAround(draft).candidates(event, [])] == kept


def test_belief_of_the_model_is_banded() -> None:
    """Of any word of the name; none is the lowest band."""
    draft = draft_with(SHELLED, Homs=("city", "SYR"))
    assert "belief_0" in evidence(draft, 1)[0]
    assert "belief_5" in evidence(draft, 1, arguments=(Argument(1, 4, "place", 0.99),))[0]
    assert "belief_0" in evidence(draft, 1, arguments=(Argument(1, 4, "actor", 0.99), Argument(1, 2, "place", 0.99)))[0]


def test_what_is_named_often_and_first() -> None:
    """Shares of all mentions, of the place and of its country."""
    draft = draft_with(SHELLED + SHELLED + SHELLED.replace("Homs", "Hama"), Homs=("city", "SYR"), Hama=("city", "SYR"))
    first, again, other = evidence(draft, 1)
    assert {"first", "share_4", "country_share_4"} <= first
    assert "first" not in again and "share_4" in again
    assert {"share_3", "country_share_4"} <= other


def test_narrower_and_wider_places_beside() -> None:
    """Of the same country in the same sentence."""
    conllu = SHELLED + "6 in in ADP 7 case _\n7 Syria Syria PROPN 2 obl _\n8 near near ADP 9 case _\n9 Iraq Iraq PROPN 2 obl _\n"
    town, country, other = evidence(draft_with(conllu, Homs=("city", "SYR"), Syria=("country", "SYR"), Iraq=("country", "IRQ")), 1)
    assert "wider" in town and "narrower" in country
    assert not other & {"wider", "narrower"}
