"""First and second persons: in quotation marks, outside of them, and in interviews."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.actors import find_actors, mention_for
from sayso.coding.draft import Draft
from tests.coding.chain_support import none_shared, one_chain

INTERVIEW = """An interview with the painter Karim Halwani

When did [you] begin to paint?

{} began when my father gave me a brush. Nobody else painted in our village.

Do you still live there?

No. The village is gone."""


@pytest.mark.parametrize(
    "text",
    [
        "“[I] will not resign,” [Karim Halwani] said. “[My] term ends in May.”",
        "“[We] will not pay,” [the ministry] said.",
        "“[I] will go,” [he] said.",
        "[I] opened the door. The dog saw [me] and took [my] shoe.",
        "[We] crossed the river. The guide waited for [us].",
        "If [you] cross the river, take [your] boots.",
        INTERVIEW.format("[I]"),
    ],
)
def test_one_speaker(coder: Coder, text: str) -> None:
    """The one who is quoted, the writer, those who are spoken to, the one who is asked and answers."""
    assert one_chain(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "“[I] will not resign,” Karim Halwani said. [I] did not believe him.",
        "“[I] will stay,” Karim Halwani said. “[I] will go,” said Samira Odeh.",
        "“[We] will stay,” [Karim Halwani] said.",
        "[I] told [you] that [we] would come.",
    ],
)
def test_two_speakers(coder: Coder, text: str) -> None:
    """A quotation and what stands around it, two who are quoted, a person and those he speaks for, the three persons."""
    assert none_shared(coder, text)


def draft_of(coder: Coder, text: str) -> Draft:
    draft = Draft(Article(text), coder.core.analyse(text), coder.knowledge)
    find_actors(draft)
    return draft


def test_person_speaks_for_us_in_the_record(coder: Coder) -> None:
    """The actor behind "we" is the person who is quoted, though the chains differ."""
    draft = draft_of(coder, "“We will stay,” Karim Halwani said.")
    found = mention_for(draft, next(t.index for t in draft.analysis.tokens if t.text == "We"))
    assert found is not None and found.actor.name == "Karim Halwani"


def test_writer_is_no_actor(coder: Coder) -> None:
    """The record knows nothing of who writes or reads."""
    draft = draft_of(coder, "I told you that we would come.")
    assert not draft.actors and not draft.mentions and len(draft.chains) == 3


def test_one_who_answers_is_the_actor(coder: Coder) -> None:
    """What the painter says of himself is said of Karim Halwani."""
    text = INTERVIEW.replace("[", "").replace("]", "").format("I")
    draft = draft_of(coder, text)
    found = mention_for(draft, next(t.index for t in draft.analysis.tokens if t.text == "I"))
    assert found is not None and found.actor.name == "Karim Halwani"
