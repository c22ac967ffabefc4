"""Actors: who is named, by which phrases, on which side."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.actors import find_actors, mention_for, mentions_for
from sayso.coding.draft import Draft
from sayso.record import Actor


def draft_of(coder: Coder, text: str, *, published: str | None = "2022-12-14") -> Draft:
    draft = Draft(Article(text, published=published), coder.core.analyse(text), coder.knowledge)
    find_actors(draft)
    return draft


def actor(draft: Draft, words: str) -> Actor:
    """The actor whose mention is exactly these words."""
    start = draft.article.text.index(words)
    return next(m.actor for m in draft.mentions if draft.analysis.span(m.first, m.last) == (start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Syrian rebels attacked a convoy.", "Syrian rebels", "SYR", "REB"),
        ("The Kenyan parliament rejected the bill.", "The Kenyan parliament", "KEN", "LEG"),
        ("Police in Nairobi arrested two Kenyan journalists.", "two Kenyan journalists", "KEN", "MED"),
        ("The Taliban freed a hostage in 2010.", "Taliban", "AFG", "REB"),
        ("The United Nations called for calm.", "United Nations", None, "IGO"),
    ],
)
def test_side_of_an_actor(coder: Coder, text: str, words: str, country: str | None, sector: str) -> None:
    """Country and sector, from the knowledge base or from the words of the phrase."""
    found = actor(draft_of(coder, text), words)
    assert found.country == country and sector in found.sector


def test_unknown_person_takes_the_side_of_the_description(coder: Coder) -> None:
    """A title before a name tells country and sector."""
    found = actor(draft_of(coder, "Syrian opposition spokesman Karim Halwani rejected the offer."), "Karim Halwani")
    assert (found.kind, found.country) == ("person", "SYR") and "OPP" in found.sector


def test_last_name_is_the_same_person(coder: Coder) -> None:
    """“Halwani” later in the article is Karim Halwani."""
    draft = draft_of(coder, "Karim Halwani met reporters in Geneva. Halwani said that talks would go on.")
    assert actor(draft, "Karim Halwani") is next(m.actor for m in draft.mentions if draft.analysis.words(m.first, m.last) == "Halwani")


def test_pronoun_is_the_person_before(coder: Coder) -> None:
    """“He” is the subject of the sentence before."""
    draft = draft_of(coder, "Karim Halwani met reporters in Geneva. He said that talks would go on.")
    assert actor(draft, "He").name == "Karim Halwani"


def test_office_is_its_holder_on_the_day(coder: Coder) -> None:
    """“the Turkish president” in 2022 is Erdoğan."""
    assert actor(draft_of(coder, "The Turkish president spoke on Monday."), "The Turkish president").name == "Recep Tayyip Erdoğan"


def test_seat_that_acts_is_its_government(coder: Coder) -> None:
    """Ankara condemns: Turkey. In Ankara: a place."""
    assert actor(draft_of(coder, "Ankara condemned the attack."), "Ankara").name == "Turkey"
    assert not [m for m in draft_of(coder, "He spoke in Ankara.").mentions if m.kind == "name"]


def test_names_of_actors_are_never_pronouns(coder: Coder) -> None:
    """A pronoun without anybody before it makes no actor."""
    draft = draft_of(coder, "He said it. They left. It was over.")
    assert all(a.name.lower() not in {"he", "it", "they"} for a in draft.actors)


def test_joined_nouns_are_two_mentions(coder: Coder) -> None:
    """“Turkey and Russia” are two."""
    draft = draft_of(coder, "Turkey and Russia signed a deal.")
    assert [m.actor.name for m in mentions_for(draft, 0)] == ["Turkey", "Russia"]


def test_members_of_a_number_are_the_actor(coder: Coder) -> None:
    """“a number of soldiers” are the soldiers; any other noun becomes an actor of its own."""
    draft = draft_of(coder, "A number of soldiers burned a mosque.")
    number, mosque = (next(t.index for t in draft.analysis.tokens if t.text == word) for word in ("number", "mosque"))
    soldiers, building = mention_for(draft, number), mention_for(draft, mosque)
    assert soldiers is not None and soldiers.actor.name == "soldiers"
    assert building is not None and building.actor.name == "mosque"


def test_mentions_lie_in_the_text(coder: Coder) -> None:
    """Spans of all actors hold words of the text."""
    text = "Syrian rebels and the Turkish army shelled Afrin, President Bashar al-Assad said. His army denied it."
    for found in draft_of(coder, text).actors:
        assert all(text[s:e].strip() for s, e in found.mentions)
