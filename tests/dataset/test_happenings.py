"""Events and stories with all that an export may ask of them."""

from __future__ import annotations

from pathlib import Path

from sayso.dataset.face import query_of
from sayso.dataset.happenings import count, event, happenings, members, story
from tests.dataset.datasets import filled


def test_an_event_has_its_parties_places_and_tolls_in_order(tmp_path: Path) -> None:
    """As the record has them, with sectors apart."""
    with filled(tmp_path / "news.sqlite") as store:
        strike = next(happenings(store))
    assert [(party.name, party.country, party.sectors) for party in strike.actors] == [("Turkish Air Force", "TUR", ("MIL",))]
    assert strike.place is not None and (strike.place.name, strike.place.admin1, strike.country) == ("Åland Ridge", "Aleppo", "SYR")
    assert strike.tolls["killed"] == (3, None) and strike.tolls["injured"] == (None, 7) and strike.tolls["captured"] == (None, None)
    assert (strike.attributed_to, strike.stance) == ("=army", "asserts")


def test_evidence_stands_where_its_spans_say(tmp_path: Path) -> None:
    """Each span names the article and the characters of one sentence."""
    with filled(tmp_path / "news.sqlite") as store:
        texts = {row["id"]: row["text"] for row in store.rows("SELECT id, text FROM articles")}
        for one in happenings(store):
            assert " … ".join(texts[article][start:end] for article, start, end in one.evidence_spans) == one.evidence
            assert texts[one.article][one.trigger_start : one.trigger_end] == one.trigger


def test_copies_are_sources_of_one_event(tmp_path: Path) -> None:
    """Both publishers are named, one of them is independent."""
    with filled(tmp_path / "news.sqlite") as store:
        bombing = list(happenings(store))[-1]
    assert (bombing.publishers, bombing.articles, bombing.independent) == (("The Herald", "The Echo"), 2, 1)


def test_what_stands_in_the_first_paragraph_is_told(tmp_path: Path) -> None:
    """The second line is no lead; a text of one line is all lead."""
    with filled(tmp_path / "news.sqlite") as store:
        assert [one.in_lead for one in happenings(store)] == [True, False, True]


def test_the_order_does_not_depend_on_how_articles_came(tmp_path: Path) -> None:
    """The same happenings in the same order."""
    with filled(tmp_path / "one.sqlite") as one, filled(tmp_path / "two.sqlite", backwards=True) as two:
        assert list(happenings(one)) == list(happenings(two))


def test_a_story_has_the_evidence_and_say_so_of_all_its_events(tmp_path: Path) -> None:
    """The first told first, with every speaker once."""
    with filled(tmp_path / "news.sqlite", linked=True) as store:
        told = story(store, "story-1")
        assert told is not None
        assert [row["publisher"] for row in members(store, "story-1")] == ["The Courier", "The Herald"]
    assert (told.attributed_to, told.stance) == ("=army; Norland", "asserts; asserts")
    assert told.evidence.startswith("Turkish jets") and "Norland said" in told.evidence
    assert told.trigger == "struck" and len({article for article, _, _ in told.evidence_spans}) == 2
    assert (told.publishers, told.articles, told.independent) == (("The Courier", "The Herald", "The Echo"), 3, 2)


def test_parties_of_a_story_are_known_by_its_events(tmp_path: Path) -> None:
    """Sectors come from there; one that no event names has what the story says."""
    with filled(tmp_path / "news.sqlite", linked=True) as store:
        told = story(store, "story-1")
    assert told is not None
    assert [(party.name, party.country, party.sectors) for party in (*told.actors, *told.recipients)] == [
        ("rebels", "NLD", ("REB",)),
        ("six people", None, ("CVL",)),
        ("a ghost", "SYR", ()),
    ]


def test_one_is_found_by_its_id_and_none_by_another(tmp_path: Path) -> None:
    """Events and stories by id."""
    with filled(tmp_path / "news.sqlite", linked=True) as store:
        first = next(happenings(store))
        assert event(store, first.id) == first
        assert event(store, "nothing") is None and story(store, "nothing") is None


def test_what_is_found_is_counted(tmp_path: Path) -> None:
    """Without being read."""
    with filled(tmp_path / "news.sqlite", linked=True) as store:
        for query in (None, query_of(type="ASSAULT"), query_of(place="Mars"), query_of(text="market", disputed=True)):
            for stories in (False, True):
                assert count(store, query, stories=stories) == len(list(happenings(store, query, stories=stories)))


def test_a_question_may_be_asked_while_another_is_answered(tmp_path: Path) -> None:
    """Each goes on where it was."""
    with filled(tmp_path / "news.sqlite") as store:
        pairs = [
            (one.trigger, other.trigger) for one in happenings(store, query_of(place="Vale")) for other in happenings(store, query_of(actor="REB"))
        ]
    assert pairs == [("Marchers", "bombed"), ("bombed", "bombed")]


def test_a_story_that_grew_is_found_by_the_id_it_had(tmp_path: Path) -> None:
    """An id that is made of an event leads to the story of that event; an event's own id is none of a story."""
    with filled(tmp_path / "news.sqlite", linked=True) as store:
        (first, *_) = (row["id"] for row in members(store, "story-1"))
        assert (found := story(store, f"story/{first}")) is not None and found.id == "story-1"
        assert story(store, first) is None


def test_a_story_without_events_is_still_a_row(tmp_path: Path) -> None:
    """Nothing breaks where the events of a story are gone."""
    with filled(tmp_path / "news.sqlite", linked=True) as store:
        store.connection.execute("UPDATE events SET story = NULL")
        told = story(store, "story-1")
    assert told is not None and (told.evidence, told.evidence_spans, told.article) == ("", (), "")
