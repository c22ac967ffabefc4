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


def names_of(coder: Coder, text: str, published: str = "2022-12-14") -> set[str | None]:
    """The ids and, of the unknown, the names of all actors that a text names or means."""
    return {m.actor.knowledge_id or m.actor.name for m in draft_of(coder, text, published=published).mentions}


@pytest.mark.parametrize(
    ("published", "text", "wanted"),
    [
        ("2015-06-01", "Turkey's foreign minister met his Russian counterpart in Moscow.", "leaders:sergei-lavrov"),
        ("2015-03-01", "President Francois Hollande met his German counterpart in Paris.", "leaders:angela-merkel"),
        ("2010-05-05", "The US defence secretary visited Kabul on Monday.", "leaders:robert-gates"),
    ],
)
def test_counterpart_and_office_are_their_holders(coder: Coder, published: str, text: str, wanted: str) -> None:
    """A counterpart holds the same office in another country; who leads one state meets whoever leads the other."""
    assert wanted in names_of(coder, text, published)


def test_former_office_is_not_its_holder_of_the_day(coder: Coder) -> None:
    """ "The former prime minister" is whoever in the article was one, never the present one."""
    text = "The former Pakistani prime minister Imran Khan was arrested. The former prime minister denied the charges."
    draft = draft_of(coder, text, published="2023-05-10")
    assert actor(draft, "The former prime minister").name == "Imran Khan"
    alone = draft_of(coder, "The former Turkish president spoke on Monday.")
    assert all(found.knowledge_id != "leaders:recep-tayyip-erdogan" for found in alone.actors)


def test_minister_who_moved_counts_by_the_date(coder: Coder) -> None:
    """The same man is the foreign minister in 2017 and the prime minister in 2020."""
    text = "Boris Johnson accused Russia of the attack."
    assert [actor(draft_of(coder, text, published=day), "Boris Johnson").office for day in ("2017-05-01", "2020-05-01")] == [
        "foreign minister",
        "prime minister",
    ]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Georgia closed its border with Russia. The Georgian army moved north.", "GEO"),
        ("Police in Atlanta arrested a man. Georgia and Alabama asked the U.S. government for help.", "USA"),
    ],
)
def test_rest_of_the_article_decides_between_namesakes(coder: Coder, text: str, country: str) -> None:
    """Georgia is the state that the other words speak of."""
    found = next(m.actor for m in draft_of(coder, text).mentions if m.actor.name == "Georgia")
    assert found.country == country


def test_country_of_a_persons_name_is_the_person(coder: Coder) -> None:
    """Jordan after Michael Jordan is he; Jordan that closes a border is the state."""
    draft = draft_of(coder, "Michael Jordan, a police officer, was shot in Texas. Jordan was taken to a hospital, officials said.")
    assert "country:JOR" not in {found.knowledge_id for found in draft.actors}
    assert "country:JOR" in names_of(coder, "Jordan closed its border. Michael Jordan watched from Amman.")


def test_person_of_the_article_comes_before_a_namesake_of_the_base(coder: Coder) -> None:
    """Johnson after Gary Johnson is Gary, though the base knows a Johnson in office."""
    draft = draft_of(coder, "Gary Johnson met British reporters in London. Johnson said that talks would go on.", published="2020-05-01")
    assert all(found.knowledge_id != "leaders:boris-johnson" for found in draft.actors)


def test_leader_is_known_by_a_lone_name_anywhere(coder: Coder) -> None:
    """Netanyahu needs no word of Israel."""
    assert "leaders:benjamin-netanyahu" in names_of(coder, "Donald Trump met Netanyahu in New York.", "2019-01-06")


def test_known_organisation_is_none_the_less_for_its_sound(coder: Coder) -> None:
    """Boko Haram is a group, even where it is taken for a person's name."""
    found = next(a for a in draft_of(coder, "Chad sent troops to Niger to fight Boko Haram.").actors if a.name == "Boko Haram")
    assert (found.kind, found.knowledge_id) == ("organization", "groups:boko-haram")


def test_people_of_several_states_is_that_of_the_articles(coder: Coder) -> None:
    """Kurds in an article on Syria are Syria's."""
    draft = draft_of(coder, "Syria's army shelled Aleppo. The Kurds asked Damascus for help, Syrian state television said.")
    assert next(m.actor for m in draft.mentions if m.actor.knowledge_id == "peoples:syrian-kurds").country == "SYR"


def test_police_of_a_province_are_police(coder: Coder) -> None:
    """A province lends its country, not its government."""
    found = actor(draft_of(coder, "Kerala police arrested a man."), "Kerala police")
    assert found.country == "IND" and "COP" in found.sector


def test_town_that_sounds_like_a_person_is_none(coder: Coder) -> None:
    """Who shells Homs shells no man, where the article is on Syria."""
    assert all(a.kind != "person" for a in draft_of(coder, "Abu Omar's unit of the Syrian army shelled Homs.").actors if a.name == "Homs")
