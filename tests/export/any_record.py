"""Records of any content, for properties of the exports; what they say makes no sense, but every id leads somewhere."""

from __future__ import annotations

from hypothesis import strategies as st

from sayso.record import Actor, ArticleInfo, Event, Participant, Pipeline, Place, Record, Say, Statement, Time, Toll, When

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
spans = st.tuples(st.integers(0, 90), st.integers(0, 90)).map(sorted).map(tuple)
counts = st.none() | st.integers(0, 10**9)
dates = st.sampled_from([None, "2022", "2022-12", "2022-12-14"])
says = st.lists(st.builds(Say, st.just("s1"), st.sampled_from(["asserts", "confirms", "denies", "doubts"])), max_size=2)
participants = st.lists(st.builds(Participant, st.sampled_from(["a1", "a2"]), st.none() | spans, says), max_size=3)

actors = st.builds(
    Actor, st.just(""), words, st.just("group"), st.none() | st.just("TUR"), st.lists(st.sampled_from(["GOV", "MIL"]), max_size=2), st.none() | words
)
places = st.builds(
    Place, st.just("p1"), words, st.none() | st.just("TUR"), latitude=st.none() | st.floats(-90, 90), longitude=st.none() | st.floats(-180, 180)
)
statements = st.builds(
    Statement,
    st.just("s1"),
    st.sampled_from([None, "a1", "a2"]),
    st.none() | spans,
    st.none() | spans,
    st.lists(spans, max_size=2),
    st.just("indirect"),
    st.just("say"),
)
tolls = st.builds(Toll, st.sampled_from(["killed", "injured", "captured", "displaced"]), counts, counts, st.none() | words, spans, says)
events = st.builds(
    Event,
    st.just("e1"), st.sampled_from(["ASSAULT", "CONSULT"]), st.none() | st.just("visit"), st.lists(words, max_size=2), spans, st.lists(spans, max_size=2),
    participants, participants, st.builds(When, dates, dates), st.sampled_from([[], ["p1"]]), st.sampled_from(["happened", "planned"]),
    st.lists(tolls, max_size=3), says, st.sampled_from([[], ["actors", "toll"]]), st.just([]), st.floats(0, 1),
)  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Two actors, a place, a time, a statement and up to three events."""
    found = draw(st.lists(events, max_size=3))
    for number, event in enumerate(found, 1):
        event.id = f"e{number}"
    own = [draw(actors), draw(actors)]
    for number, actor in enumerate(own, 1):
        actor.id = f"a{number}"
    info = ArticleInfo(draw(words), draw(st.none() | words), draw(st.none() | words), None, draw(dates), "en", 100, "0" * 64)
    return Record(info, own, [draw(places)], [Time("t1", (0, 1), "date", None)], [draw(statements)], found, Pipeline("0.1.0", "m", "k"))
