"""Explanations of events: what made each field."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.errors import InputError
from sayso.explaining import Explanation, explain_article
from sayso.explaining.naming import FEATURES
from sayso.explaining.reasons import SOURCES
from sayso.knowledge import Knowledge
from sayso.knowledge.event_scores import load_event_scores
from sayso.record import Record

TEXT = (
    "Rebels shelled the town of Homs on Friday, killing six people, the army said. "
    "Turkey threatened to invade Syria. The defence minister fired two generals on Monday. "
    "Egypt and Ethiopia held talks in Cairo on Sunday. The rebels denied shelling the town."
)
FIELDS = {
    "type",
    "mode",
    "codes",
    "contexts",
    "actors",
    "recipients",
    "when",
    "where",
    "reality",
    "toll",
    "say_so",
    "actors.say_so",
    "recipients.say_so",
    "disputed",
    "about",
}


def _article() -> Article:
    return Article(TEXT, "news", published="2024-03-06")


@pytest.fixture(scope="module")
def explained(coder: Coder) -> tuple[Record, list[Explanation]]:
    """All events of a short report."""
    return explain_article(coder, _article())


def _of(explained: tuple[Record, list[Explanation]], type: str) -> Explanation:
    return next(explanation for explanation in explained[1] if explanation.type == type)


def _said(explanation: Explanation, field: str) -> str:
    return " / ".join(reason.text for reason in explanation.of(field))


def test_record_is_the_same_as_without(coder: Coder, explained: tuple[Record, list[Explanation]]) -> None:
    """Byte for byte: explaining changes nothing."""
    assert explained[0].to_json() == coder.code(_article()).to_json()


def test_every_event_is_explained_in_order(explained: tuple[Record, list[Explanation]]) -> None:
    """Ids, types and modes are those of the record."""
    record, found = explained
    assert [(e.event, e.type, e.mode, e.confidence) for e in found] == [(e.id, e.type, e.mode, e.confidence) for e in record.events]


def test_fields_and_sources_are_known(explained: tuple[Record, list[Explanation]]) -> None:
    """Nothing else is ever given as a field or a source."""
    reasons = [reason for explanation in explained[1] for reason in explanation.reasons]
    assert {reason.field for reason in reasons} <= FIELDS
    assert {reason.by for reason in reasons} <= set(SOURCES)
    assert all(reason.text and reason.value for reason in reasons)


def test_spans_hold_what_is_spoken_of(explained: tuple[Record, list[Explanation]]) -> None:
    """They lie in the text."""
    spans = [reason.span for explanation in explained[1] for reason in explanation.reasons if reason.span is not None]
    assert spans and all(0 <= start < end <= len(TEXT) for start, end in spans)


def test_actors_and_recipients_are_all_explained(explained: tuple[Record, list[Explanation]]) -> None:
    """One reason each, with the name of the record."""
    record, found = explained
    for event, explanation in zip(record.events, found, strict=True):
        for field, side in (("actors", event.actors), ("recipients", event.recipients)):
            named = [record.actor(participant.actor).name for participant in side]
            assert set(named or ["none"]) == {reason.value for reason in explanation.of(field)}


def test_trigger_names_its_line(explained: tuple[Record, list[Explanation]]) -> None:
    """File and line of the knowledge base, and how sure it is."""
    text = _said(_of(explained, "ASSAULT"), "type")
    assert "the verb “shell” names ASSAULT (assault.tsv, line " in text
    assert "all evidence together: " in text and f"{load_event_scores().keep:.0%} are needed" in text


def test_sense_is_told_by_its_object(explained: tuple[Record, list[Explanation]]) -> None:
    """One fires generals, not shots."""
    assert "of its senses this one, for “generals” is its object" in _said(_of(explained, "SANCTION"), "type")


def test_mode_comes_with_the_trigger(explained: tuple[Record, list[Explanation]]) -> None:
    """Shelling is always done with heavy weapons."""
    (reason,) = _of(explained, "ASSAULT").of("mode")
    assert (reason.value, reason.by) == ("heavy-weapons", "trigger")


def test_subject_is_found_by_the_frame(explained: tuple[Record, list[Explanation]]) -> None:
    """With the relation, the frame and how sure."""
    (reason,) = _of(explained, "ASSAULT").of("actors")
    assert reason.by == "frame" and "is its subject, where the frame “" in reason.text


def test_date_has_its_expression_and_the_articles_date(explained: tuple[Record, list[Explanation]]) -> None:
    """Friday, counted from the day of the report."""
    (reason,) = _of(explained, "ASSAULT").of("when")
    assert reason.value == "2024-03-01" and "“Friday”" in reason.text and "2024-03-06" in reason.text


def test_place_belongs_to_a_word(explained: tuple[Record, list[Explanation]]) -> None:
    """Homs is where it was."""
    assert "“Homs”" in _said(_of(explained, "ASSAULT"), "where")


def test_toll_has_the_word_that_tells_it(explained: tuple[Record, list[Explanation]]) -> None:
    """Six people are counted by the killing."""
    (reason,) = _of(explained, "ASSAULT").of("toll")
    assert (reason.value, TEXT[slice(*(reason.span or (0, 0)))]) == ("killed 6", "six people")
    assert "“killing”" in reason.text


def test_statement_that_carries_an_event_is_named(explained: tuple[Record, list[Explanation]]) -> None:
    """The army said so."""
    assert any("army asserts" in reason.value and "“said”" in reason.text for reason in _of(explained, "ASSAULT").of("say_so")) or any(
        reason.value == "the publisher" for reason in _of(explained, "ASSAULT").of("say_so")
    )


def test_threatened_deed_has_its_reality_from_the_threat(coder: Coder) -> None:
    """And the threat is about the deed."""
    found = {e.type: e for e in explain_article(coder, Article("Turkey threatened to invade Syria.", "threat"))[1]}
    assert [about.value for about in found["THREATEN"].of("about")] == [found["ASSAULT"].event]
    (reality,) = found["ASSAULT"].of("reality")
    assert reality.value == "threatened" and found["THREATEN"].event in reality.text


def test_mutual_events_say_why_nobody_is_acted_upon(explained: tuple[Record, list[Explanation]]) -> None:
    """All sides of talks are actors."""
    (reason,) = _of(explained, "CONSULT").of("recipients")
    assert reason.by == "none" and "all sides are actors" in reason.text


def test_only_what_is_asked_for(coder: Coder) -> None:
    """In the order asked."""
    _, found = explain_article(coder, _article(), ["e2", "e1"])
    assert [explanation.event for explanation in found] == ["e2", "e1"]


@pytest.mark.parametrize(
    ("text", "known"), [(TEXT, "it has e1 to e"), ("The tea was warm.", "it has none"), ("Rebels shelled Homs.", "it has e1 alone")]
)
def test_unknown_event_says_which_there_are(coder: Coder, text: str, known: str) -> None:
    """Nobody needs to guess ids."""
    with pytest.raises(InputError, match=rf"there is no event 'e99'; {known}"):
        explain_article(coder, Article(text, "news"), ["e99"])


def test_codes_name_their_rule_or_trigger(coder: Coder, tmp_path: Path) -> None:
    """Also where they stand instead of PLOVER's types."""
    path = tmp_path / "mine.toml"
    path.write_text(
        "[types.War]\nmodes = ['by shells']\n[[rules]]\ncode = 'War: by shells'\ntype = 'ASSAULT'\nmode = 'heavy-weapons'\n", encoding="utf-8"
    )
    own = Coder.__new__(Coder)
    own.core, own.pipeline, own.knowledge = coder.core, coder.pipeline, Knowledge.load(ontologies=[path], instead=True)
    _, (war, *_) = explain_article(own, _article())
    assert (war.type, war.mode) == ("War", "by shells")
    assert _said(war, "codes") == "the first rule that fits asks for type ASSAULT; mode heavy-weapons"
    assert "names ASSAULT" in _said(war, "type")


def test_features_have_words() -> None:
    """Every weight is spoken of in words, or as a place in the sentence."""
    assert {name for name in load_event_scores().weights if not name.startswith("as_")} - {"bias", "no_model"} <= set(FEATURES)
