"""Where events took place."""

from __future__ import annotations

import pytest

from sayso.coding.draft import Draft, PlaceMention
from sayso.coding.siting import places_for
from sayso.record import Place
from tests.coding.event_support import draft_of


def sited(conllu: str, **precision: str) -> Draft:
    """A draft whose words of these names are places of these precisions."""
    draft = draft_of(conllu)
    for token in draft.analysis.tokens:
        if token.text in precision:
            draft.places.append(
                PlaceMention(token.index, token.index + 1, token.index, Place(f"p{token.index}", token.text, precision=precision[token.text]))
            )
    return draft


def names(found: list[PlaceMention]) -> list[str]:
    return [mention.place.name for mention in found]


def clause(case: str, *, precision: str = "city", relation: str = "obl") -> Draft:
    return sited(
        f"1 They they PRON 2 nsubj _\n2 met meet VERB 0 root _\n3 {case} {case} ADP 4 case _\n4 Homs Homs PROPN 2 {relation} _", Homs=precision
    )


@pytest.mark.parametrize("case", ["in", "at", "near", "across", "inside", "outside", "around"])
def test_prepositions_of_place_say_where(case: str) -> None:
    """Whatever the event."""
    assert names(places_for(clause(case), 1, type="CONSULT")) == ["Homs"]


@pytest.mark.parametrize("case", ["with", "about", "despite", "since"])
def test_other_prepositions_do_not(case: str) -> None:
    """Talks about Homs are not in Homs."""
    assert places_for(clause(case), 1, type="ASSAULT") == []


@pytest.mark.parametrize(
    ("case", "type", "expected"),
    [
        ("on", "ASSAULT", True),
        ("on", "CONSULT", False),
        ("into", "MOBILIZE", True),
        ("from", "RETREAT", True),
        ("against", "ACCUSE", False),
        ("of", "ASSAULT", True),
    ],
)
def test_acts_of_force_are_where_they_are_aimed(case: str, type: str, expected: bool) -> None:
    """A strike on Homs is in Homs, a view on Homs is not."""
    assert (names(places_for(clause(case), 1, type=type)) == ["Homs"]) is expected


@pytest.mark.parametrize(("case", "expected"), [("into", True), ("from", True), ("to", True), ("against", False), ("of", False), ("on", False)])
def test_country_is_a_place_only_where_one_goes(case: str, expected: bool) -> None:
    """An attack on a country is on its state."""
    assert (places_for(clause(case, precision="country"), 1, type="ASSAULT") != []) is expected


@pytest.mark.parametrize(("precision", "expected"), [("city", True), ("country", False)])
def test_town_before_a_noun_is_where_it_happened(precision: str, expected: bool) -> None:
    """The Homs bombing was in Homs; a Syria bombing may be Syria's."""
    draft = sited("1 The the DET 3 det _\n2 Homs Homs PROPN 3 compound _\n3 bombing bombing NOUN 0 root _", Homs=precision)
    assert (names(places_for(draft, 2, type="ASSAULT")) == ["Homs"]) is expected


def test_subject_is_no_place() -> None:
    """Who acts is not where."""
    draft = sited("1 Homs Homs PROPN 2 nsubj _\n2 fell fall VERB 0 root _", Homs="city")
    assert places_for(draft, 1, type="ASSAULT") == []


def test_place_inside_what_is_hit_counts_for_acts_of_force() -> None:
    """They bombed a market in Homs."""
    draft = sited(
        "1 They they PRON 2 nsubj _\n2 bombed bomb VERB 0 root _\n3 markets market NOUN 2 obj _\n4 in in ADP 5 case _\n5 Homs Homs PROPN 3 nmod _",
        Homs="city",
    )
    assert names(places_for(draft, 1, type="ASSAULT")) == ["Homs"]
    assert places_for(draft, 1, type="CONSULT") == []


def test_noun_has_the_place_of_its_verb() -> None:
    """The attack was carried out in Homs."""
    draft = sited("1 attack attack NOUN 2 nsubj _\n2 began begin VERB 0 root _\n3 in in ADP 4 case _\n4 Homs Homs PROPN 2 obl _", Homs="city")
    assert names(places_for(draft, 0, type="ASSAULT")) == ["Homs"]


def test_what_is_said_somewhere_is_not_about_there() -> None:
    """A demand has not the place of the verb above it."""
    draft = sited("1 demand demand NOUN 2 obj _\n2 voiced voice VERB 0 root _\n3 in in ADP 4 case _\n4 Homs Homs PROPN 2 obl _", Homs="city")
    assert places_for(draft, 0, type="REQUEST") == []


def test_clause_below_a_verb_of_saying_keeps_apart() -> None:
    """What is told in Geneva happened elsewhere."""
    draft = sited(
        "1 said say VERB 0 root _\n2 in in ADP 3 case _\n3 Geneva Geneva PROPN 1 obl _\n4 they they PRON 5 nsubj _\n5 bombed bomb VERB 1 ccomp _",
        Geneva="city",
    )
    assert places_for(draft, 4, type="ASSAULT") == []


def test_most_specific_place_comes_first() -> None:
    """A town in a province of a country."""
    draft = sited("""
        1 fighting fighting NOUN 2 nsubj _
        2 raged rage VERB 0 root _
        3 in in ADP 4 case _
        4 Homs Homs PROPN 2 obl _
        5 , , PUNCT 6 punct _
        6 Syria Syria PROPN 4 appos _
    """, Homs="city", Syria="country")  # fmt: skip
    assert names(places_for(draft, 1, type="ASSAULT")) == ["Homs", "Syria"]


def test_one_place_named_twice_is_one() -> None:
    """By its first mention."""
    draft = sited(
        "1 raged rage VERB 0 root _\n2 in in ADP 3 case _\n3 Homs Homs PROPN 1 obl _\n4 near near ADP 5 case _\n5 Homs Homs PROPN 1 obl _",
        Homs="city",
    )
    draft.places[1].place = draft.places[0].place
    (found,) = places_for(draft, 0, type="ASSAULT")
    assert found.head == 2


def test_grains_go_from_the_point_to_the_country() -> None:
    """Whatever the order of the text."""
    rows = ["1 raged rage VERB 0 root _"]
    names_of = ["Nation", "Zone", "Province", "District", "Town", "Spot"]
    for n, name in enumerate(names_of):
        rows += [f"{2 * n + 2} in in ADP {2 * n + 3} case _", f"{2 * n + 3} {name} {name} PROPN 1 obl _"]
    draft = sited("\n".join(rows), Nation="country", Zone="region", Province="admin1", District="admin2", Town="city", Spot="point")
    assert names(places_for(draft, 0, type="CONSULT")) == ["Spot", "Town", "District", "Province", "Zone", "Nation"]


def test_place_is_looked_for_two_heads_up() -> None:
    """The noun's verb, and the verb that one hangs on; no further."""
    rows = "1 blast blast NOUN 2 nsubj _\n2 began begin VERB {} _\n3 went go VERB {} _\n4 stayed stay VERB 0 root _\n5 in in ADP 6 case _\n6 Homs Homs PROPN {} obl _"
    near = sited(rows.format("3 xcomp", "4 xcomp", 3), Homs="city")
    far = sited(rows.format("3 xcomp", "4 xcomp", 4), Homs="city")
    assert names(places_for(near, 0, type="ASSAULT")) == ["Homs"]
    assert places_for(far, 0, type="ASSAULT") == []
