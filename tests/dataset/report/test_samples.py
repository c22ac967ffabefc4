"""Single happenings."""

from __future__ import annotations

from sayso.article import Article
from sayso.dataset.report import samples
from sayso.dataset.report.figures import Figures
from sayso.dataset.store import Store, article_id
from tests.records import TEXT, small_record

STORY = (
    "INSERT INTO stories (id, type, actors, start, reality, killed_min, killed_max, events, articles, publishers, detail) "
    "VALUES ('st1', 'ASSAULT', 'rebels', '2024-03-04', 'happened', 6, 9, 2, 2, 2, '{}')"
)


def test_disputes_have_who_says_what(store: Store) -> None:
    """Denials first, then those who assert."""
    found = samples.disputed(Figures(store.connection), 9)
    (own,) = (row for row in found if row["type"] == "ASSAULT")
    assert [(say["speaker"], say["stance"], say["content"], say["publisher"]) for say in own["says"]] == [
        ("rebels", "denies", "it.", "The Herald"),
        ("Norland", "asserts", "rebels bombed a market in Port Vale on Monday, killing six people", "The Herald"),
    ]
    assert len(found) == 2 and len(samples.disputed(Figures(store.connection), 1)) == 1


def test_disputes_of_a_story_are_those_of_its_events(store: Store) -> None:
    """One story for two events, with every outlet's words."""
    store.connection.execute(STORY)
    store.connection.execute("UPDATE events SET story = 'st1' WHERE type IN ('ASSAULT', 'AID')")
    (row,) = samples.disputed(Figures(store.connection), 9)
    assert row["id"] == "st1" and row["actors"] == "rebels" and len(row["says"]) == 4


def test_tolls_have_each_sources_figure(store: Store) -> None:
    """Of events, and of stories once they are linked; the highest first."""
    other = Article(TEXT, "b", "Bombs", "The Echo", None, "2024-03-07")
    record = small_record()
    record.article.publisher, record.article.published = "The Echo", "2024-03-07"
    record.events[0].toll[0].max = 9
    store.add(other, record)
    figures = Figures(store.connection)
    assert [row["killed_max"] for row in samples.tolls(figures, 9)] == [9, 6, 6]
    store.connection.execute(STORY)
    store.connection.execute("UPDATE events SET story = 'st1' WHERE type = 'ASSAULT'")
    (row,) = samples.tolls(figures, 9)
    assert [(one["publisher"], one["killed_max"], one["attributed_to"]) for one in row["figures"]] == [
        ("The Herald", 6, "Norland"),
        ("The Echo", 9, "Norland"),
    ]


def test_tolls_without_time_and_place_are_left_out(store: Store) -> None:
    """A figure of nowhere and never can be set beside nothing."""
    store.connection.execute("UPDATE events SET places = NULL, start = NULL")
    assert samples.tolls(Figures(store.connection), 9) == []


def test_evidence_is_marked(store: Store) -> None:
    """Every part by what it is; together they are the evidence."""
    row = next(row for row in samples.rows(Figures(store.connection), 9) if row["type"] == "ASSAULT")
    assert "".join(words for _, words in row["pieces"]) == row["evidence"]
    assert [(part, words) for part, words in row["pieces"] if part] == [
        ("speaker", "Norland"), ("actor", "rebels"), ("trigger", "bombed"), ("place", "Port Vale"), ("time", "on Monday"), ("recipient", "six people"),
    ]  # fmt: skip


def test_the_trigger_is_marked_whatever_overlaps_it(store: Store) -> None:
    """Of marks that overlap the trigger's stands."""
    record = small_record()
    record.events[0].type = "PROTEST"
    record.events[0].toll[0].span = (13, 40)
    store.add(Article(TEXT, "b", publisher="The Echo"), record)
    row = next(row for row in samples.rows(Figures(store.connection), 9) if row["type"] == "PROTEST")
    assert ("trigger", "bombed") in row["pieces"]


def test_long_evidence_is_cut_around_its_trigger(store: Store) -> None:
    """What is far away is left out."""
    long = "word " * 400
    text = f"{long}{TEXT}"
    record = small_record()
    event = record.events[0]
    event.type, at = "PROTEST", len(long)
    event.trigger_span, event.evidence_spans = (event.trigger_span[0] + at, event.trigger_span[1] + at), [(0, len(text))]
    article = Article(text, "b", publisher="The Echo")
    store.add(article, record)
    row = next(row for row in samples.rows(Figures(store.connection), 9) if row["article"] == article_id(article))
    shown = "".join(words for _, words in row["pieces"])
    assert "bombed" in shown and len(shown) < 900


def test_one_of_each_type(store: Store) -> None:
    """Of every type one event, at most as many as asked for."""
    assert sorted(row["type"] for row in samples.rows(Figures(store.connection), 9)) == ["AID", "ASSAULT", "CONSULT"]
    assert len(samples.rows(Figures(store.connection), 2)) == 2
