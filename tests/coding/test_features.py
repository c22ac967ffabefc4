"""What speaks for and against a mention being an event."""

from __future__ import annotations

import pytest

from sayso.coding.arguments import Found
from sayso.coding.draft import Draft, EventDraft, TimeMention
from sayso.coding.features import at_best, features_of, with_roles
from sayso.coding.scene import Scene
from sayso.knowledge.event_scores import log_odds
from sayso.knowledge.frames import load_frames
from sayso.record import Time
from tests.coding.event_support import draft_of, role

FRAME = load_frames().named["strike"]


def features(
    draft: Draft,
    at: int,
    *,
    noun: bool = False,
    prior: float | None = 0.8,
    model: float | None = None,
    nodes: int = 1,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
) -> dict[str, float]:
    event = EventDraft("ASSAULT", None, at, (at, at + 1))
    event.actors, event.recipients = [role(draft, name) for name in actors], [role(draft, name) for name in recipients]
    return features_of(Scene(draft), Found(event, FRAME, [at] * nodes, noun, prior, model))


VERB = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 shelled shell VERB Tense=Past 0 root _
3 rebels rebel NOUN 2 obj Actor=rebels
"""


def test_prior_and_model_weigh_as_log_odds() -> None:
    """What proposed the event, and that the other did not."""
    found = features(draft_of(VERB), 1)
    assert found["prior"] == pytest.approx(log_odds(0.8)) and found["no_frame"] == 0.0
    assert found["model"] == 0.0 and found["no_model"] == 1.0
    found = features(draft_of(VERB), 1, prior=None, model=0.3)
    assert found["model"] == pytest.approx(log_odds(0.3)) and found["no_model"] == 0.0
    assert found["prior"] == 0.0 and found["no_frame"] == 1.0


@pytest.mark.parametrize(
    ("actors", "recipients", "expected"),
    [
        ((), (), (0.0, 0.0, 0.0, 0.0)),
        (("Turkey",), (), (1.0, 0.0, 0.0, 1.0)),
        ((), ("rebels",), (0.0, 1.0, 0.0, 1.0)),
        (("Turkey",), ("rebels",), (1.0, 1.0, 1.0, 1.0)),
    ],
)
def test_roles_that_are_filled_speak_for_an_event(actors: tuple[str, ...], recipients: tuple[str, ...], expected: tuple[float, ...]) -> None:
    """Each side, both together, and that one of them has a name."""
    found = features(draft_of(VERB), 1, actors=actors, recipients=recipients)
    assert (found["actor"], found["recipient"], found["both"], found["named"]) == expected


def test_nouns_and_pronouns_are_no_names() -> None:
    """Somebody acts, but nobody known by name."""
    draft = draft_of(VERB)
    draft.mentions[0].kind = "nominal"
    assert features(draft, 1, actors=("Turkey",))["named"] == 0.0


def test_place_in_the_article_counts() -> None:
    """The first sentence is the news; later ones are further back."""
    draft = draft_of(VERB + "\n1 They they PRON 2 nsubj _\n2 fled flee VERB 0 root _\n")
    assert (features(draft, 1)["early"], features(draft, 1)["late"]) == (1.0, 0.0)
    assert (features(draft, 4)["early"], features(draft, 4)["late"]) == (0.5, 0.5)


def test_time_in_the_sentence_counts() -> None:
    """Only in its own."""
    draft = draft_of(VERB + "\n1 They they PRON 2 nsubj _\n2 fled flee VERB 0 root _\n")
    draft.times = [TimeMention(2, 3, Time("t1", (0, 1), "date", None))]
    assert features(draft, 1)["time"] == 1.0 and features(draft, 4)["time"] == 0.0


def test_past_and_phrase_are_marked() -> None:
    """A verb in the past; a trigger of several words."""
    found = features(draft_of(VERB), 1, nodes=2)
    assert found["past"] == 1.0 and found["phrase"] == 1.0
    assert features(draft_of(VERB), 2)["past"] == 0.0


@pytest.mark.parametrize(
    ("word", "expected"),
    [("the", "definite"), ("their", "definite"), ("a", "indefinite"), ("any", "vague"), ("no", "vague")],
)
def test_words_before_a_noun_tell_what_it_brings(word: str, expected: str) -> None:
    """Known, new, or none in particular."""
    draft = draft_of(f"1 {word} {word} DET 2 det _\n2 attack attack NOUN Number=Sing 3 nsubj _\n3 failed fail VERB 0 root _")
    found = features(draft, 1, noun=True)
    assert {name for name in ("definite", "indefinite", "vague", "bare", "bare_plural") if found[name]} == {expected}


@pytest.mark.parametrize(("number", "expected"), [("Plur", "bare_plural"), ("Sing", "bare")])
def test_nouns_without_a_word_before_them_are_bare(number: str, expected: str) -> None:
    """Attacks in general, attack as such."""
    found = features(draft_of(f"1 attacks attack NOUN Number={number} 2 nsubj _\n2 failed fail VERB 0 root _"), 0, noun=True)
    assert {name for name in ("definite", "indefinite", "vague", "bare", "bare_plural") if found[name]} == {expected}


def test_verbs_have_no_article() -> None:
    """They are neither definite nor bare."""
    assert "bare" not in features(draft_of(VERB), 1)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("may", "modal"),
        ("would", "modal"),
        ("if", "condition"),
        ("whether", "condition"),
        ("not", "not"),
        ("n't", "not"),
        ("never", "not"),
        ("to", "infinitive"),
    ],
)
def test_words_below_a_verb_tell_its_mood(word: str, expected: str) -> None:
    """Each its own, and no other."""
    draft = draft_of(f"1 they they PRON 3 nsubj _\n2 {word} {word} AUX 3 aux _\n3 attack attack VERB 0 root _")
    found = features(draft, 2)
    assert {name for name in ("modal", "condition", "not", "infinitive") if found[name]} == {expected}


@pytest.mark.parametrize(("relation", "expected"), [("root", "as_root"), ("ccomp", "as_ccomp"), ("vocative", "as_other")])
def test_where_a_mention_hangs_counts(relation: str, expected: str) -> None:
    """By its relation, rare ones together."""
    head = 0 if relation == "root" else 2
    draft = draft_of(
        f"1 attack attack VERB {head} {relation} _\n2 said say VERB {1 if relation == 'root' else 0} {'dep' if relation == 'root' else 'root'} _"
    )
    found = features(draft, 0)
    assert [name for name in found if name.startswith("as_")] == [expected]


def test_number_beside_a_noun_counts() -> None:
    """Three attacks."""
    draft = draft_of("1 three three NUM 2 nummod _\n2 attacks attack NOUN Number=Plur 0 root _")
    assert features(draft, 1, noun=True)["number"] == 1.0


def test_best_that_a_mention_can_come_to_has_all_roles() -> None:
    """What is not yet known is taken to be there; the rest stays, and the original too."""
    found = features(draft_of(VERB), 1)
    best = at_best(found)
    assert [best[name] for name in ("actor", "recipient", "both", "named", "deed")] == [1.0] * 5
    assert best["prior"] == found["prior"] and found["actor"] == 0.0


def test_roles_that_are_filled_later_change_nothing_else() -> None:
    """What the words tell is looked at once."""
    draft = draft_of(VERB)
    event = EventDraft("ASSAULT", None, 1, (1, 2))
    event.actors = [role(draft, "Turkey")]
    later = with_roles(features(draft, 1), event)
    assert later == features(draft, 1, actors=("Turkey",)) and list(later) == list(features(draft, 1))
