"""The record for a person to read."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from rich.console import Console

from sayso.export.table import show
from sayso.record import Place, Record, Say, Toll
from tests.export.any_record import records
from tests.records import TEXT, small_record, span


def shown(record: Record, *, width: int = 100) -> str:
    stream = io.StringIO()
    show(record, TEXT, Console(file=stream, width=width, highlight=False))
    return stream.getvalue()


def test_event_is_shown_with_all_it_has() -> None:
    """Who, to whom, when, where, toll, reality and on whose word."""
    text = shown(small_record())
    for expected in (
        "ASSAULT/explosives",
        "happened",
        "rebels (NLD REB)",
        "six people (CVL)",
        "2024-03-04",
        "Port Vale (NLD)",
        "killed 6",
        "asserted by Norland",
    ):
        assert expected in text


def test_dispute_is_plainly_marked() -> None:
    """What is contested stands in the event's first line."""
    assert "DISPUTED: actors" in shown(small_record())
    assert "denied by rebels" in shown(small_record())


def test_evidence_is_quoted() -> None:
    """The sentence is there, in quotation marks."""
    assert "“Norland said rebels bombed a market in Port Vale" in shown(small_record())


def test_publisher_speaks_where_nobody_else_does() -> None:
    """An event in the article's own voice says so."""
    record = small_record()
    record.events[0].say_so = []
    assert "The Herald" in shown(record).split("e1", 1)[1]


def test_statements_follow() -> None:
    """Who says what, to whom, via whom, about which event."""
    text = shown(small_record(), width=140)
    for expected in ("Who says what", "deny", "to Norland", "via s1", "[e1]"):
        assert expected in text


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(6, 6, "killed 6"), (81, None, "at least 81"), (None, 40, "up to 40"), (2, 5, "2 to 5"), (None, None, "unknown number")],
)
def test_tolls_are_put_in_words(low: int | None, high: int | None, expected: str) -> None:
    """Open ends are said, not hidden."""
    record = small_record()
    record.events[0].toll = [Toll("killed", low, high, None, span("six people"))]
    assert expected in shown(record)


@pytest.mark.parametrize("width", [40, 60, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Long evidence wraps."""
    assert max(map(len, shown(small_record(), width=width).splitlines())) <= width


def test_nothing_found_is_said_so() -> None:
    """An article without events says that there are none."""
    record = small_record()
    record.events = []
    assert "No event" in shown(record)


def test_no_colour_outside_a_terminal() -> None:
    """Text that is redirected has no escape codes."""
    assert "\x1b" not in shown(small_record())


def test_long_evidence_is_cut_between_words() -> None:
    """Every word that is left is whole, and the dots say that there is more."""
    text = "Officials in the northern province " * 8 + "bombed " + "several villages along the river " * 8
    record = small_record()
    start = text.index("bombed")
    record.events[0].trigger_span, record.events[0].evidence_spans = (start, start + 6), [(0, len(text) - 1)]
    stream = io.StringIO()
    show(record, text, Console(file=stream, width=1000, highlight=False))
    quoted = stream.getvalue().split("evidence")[1].split("“…")[1].split("…”")[0]
    assert set(quoted.split()) <= set(text.split()) and "bombed" in quoted


def test_lines_end_with_their_last_letter() -> None:
    """Nothing is padded where no terminal asks for it."""
    assert all(line == line.rstrip() for line in shown(small_record()).splitlines())


def test_terminal_gets_colours() -> None:
    """Where somebody looks at it."""
    stream = io.StringIO()
    show(small_record(), TEXT, Console(file=stream, width=100, force_terminal=True, color_system="standard"))
    assert "\x1b[" in stream.getvalue()


def test_control_characters_of_a_text_do_not_reach_the_terminal() -> None:
    """An article cannot clear the reader's screen."""
    record = small_record()
    record.actors[1].name, record.article.title, record.places[0].name = "re\x1b[2Jbels", "Mar\x07ket\x9b", "Port\x1b Vale"
    stream = io.StringIO()
    show(record, TEXT.replace("market", "mar\x1bet"), Console(file=stream, width=100))
    assert not {"\x1b", "\x07", "\x9b"} & set(stream.getvalue())
    assert "re\ufffd[2Jbels" in stream.getvalue() and "mar\ufffdet" in stream.getvalue()


def test_square_brackets_are_no_commands() -> None:
    """Names keep what looks like markup."""
    record = small_record()
    record.actors[1].name, record.article.title = "[bold]rebels[/bold]", "[red]Market"
    assert "[bold]rebels[/bold]" in shown(record) and "[red]Market" in shown(record)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-03-04", "2024-03-04", "2024-03-04"),
        ("2024-03-04", None, "from 2024-03-04, no end told"),
        (None, "2024-03-04", "? to 2024-03-04"),
        ("2024-03", "2024-04", "2024-03 to 2024-04"),
    ],
)
def test_dates_are_put_in_words(start: str | None, end: str | None, expected: str) -> None:
    """Open ends are said, not hidden."""
    record = small_record()
    record.events[0].when.start, record.events[0].when.end = start, end
    (line,) = [line for line in shown(record).splitlines() if line.strip().startswith("when")]
    assert line.split("when")[1].strip() == expected


def test_fields_without_a_value_have_no_line() -> None:
    """No date, no place, no toll, nobody."""
    record = small_record()
    event = record.events[0]
    event.when.start = event.when.end = None
    event.where, event.toll, event.actors, event.recipients = [], [], [], []
    labels = {line.split("  ")[1].strip() for line in shown(record).splitlines() if line.startswith("   ")}
    assert not labels & {"who", "to whom", "when", "where", "toll"}


@pytest.mark.parametrize(("count", "expected"), [(0, "0 events"), (1, "1 event,"), (2, "2 events")])
def test_heading_counts_in_good_english(count: int, expected: str) -> None:
    """One event, two events."""
    record = small_record()
    record.events = record.events * count
    assert expected in shown(record)


def test_heading_says_what_is_unknown() -> None:
    """Without a title the id, without a date that there is none."""
    record = small_record()
    record.article.title = record.article.published = None
    assert "a-1 · The Herald · no date known" in shown(record)


def test_event_that_did_not_happen_says_so() -> None:
    """Its reality stands in its first line."""
    record = small_record()
    record.events[0].reality = "planned"
    (line,) = [line for line in shown(record).splitlines() if "ASSAULT/explosives" in line]
    assert "planned" in line and "happened" not in line


def test_deeds_that_an_event_is_about_are_named() -> None:
    """By id and type."""
    record = small_record()
    record.events[0].about = ["e1"]
    assert "e1 (ASSAULT)" in shown(record)


def test_place_without_a_country_has_no_brackets() -> None:
    """A sea belongs to nobody."""
    record = small_record()
    record.places = [Place("p1", "the Wide Sea")]
    (line,) = [line for line in shown(record).splitlines() if line.strip().startswith("where")]
    assert line.endswith("the Wide Sea")


def test_large_tolls_have_commas() -> None:
    """Thousands are easier to read so."""
    record = small_record()
    record.events[0].toll = [Toll("displaced", 12000, 12000, None, span("six people"), [Say("s2", "doubts")])]
    assert "displaced 12,000 (doubted by rebels)" in shown(record)


def test_more_sentences_are_counted() -> None:
    """The trigger's own is shown."""
    record = small_record()
    record.events[0].evidence_spans.append(span("The rebels denied it."))
    assert "killing six people.” and 1 more" in shown(record, width=300)


def test_unnamed_speaker_is_shown_as_one() -> None:
    """And no statement is left out."""
    record = small_record()
    record.statements[0].speaker = None
    assert "(unnamed)" in shown(record)


def test_record_without_statements_has_no_list_of_them() -> None:
    """No heading without what it heads."""
    record = small_record()
    record.statements, record.events = [], []
    assert "Who says what" not in shown(record)


@settings(max_examples=50)
@given(records())
def test_any_record_can_be_shown(record: Record) -> None:
    """Odd names, spans that cross and open tolls break nothing; no line is too wide."""
    assert max(map(len, shown(record, width=200).splitlines())) <= 200


@pytest.mark.parametrize(("reality", "colour"), [("happened", "32"), ("planned", "33")])
def test_what_happened_is_green_and_the_rest_yellow(reality: str, colour: str) -> None:
    """On a terminal that has colours."""
    record = small_record()
    record.events[0].reality = reality
    stream = io.StringIO()
    show(record, TEXT, Console(file=stream, width=100, force_terminal=True, color_system="standard"))
    assert f"\x1b[{colour}m  {reality}" in stream.getvalue()


def test_denials_are_red() -> None:
    """They stand out."""
    stream = io.StringIO()
    show(small_record(), TEXT, Console(file=stream, width=100, force_terminal=True, color_system="standard"))
    assert "\x1b[31mdenied by rebels" in stream.getvalue() and "\x1b[35masserted by Norland" in stream.getvalue()


def test_long_content_is_cut_with_dots_and_short_content_is_not() -> None:
    """Between words."""
    text = "word " * 100
    record = small_record()
    record.events = []
    record.statements[0].content_spans, record.statements[1].content_spans = [(0, 499)], [(0, 9)]
    stream = io.StringIO()
    show(record, text, Console(file=stream, width=2000))
    first, second = [line for line in stream.getvalue().splitlines() if line.strip().startswith(("s1", "s2"))]
    assert "word…" in first and first.count("word") < 50
    assert "word word" in second and "…" not in second


@pytest.mark.parametrize("mark", ["\x00", "\x1b", "\x7f", "\x80", "\x9f"])
def test_every_control_character_is_replaced(mark: str) -> None:
    """From the first to the last of both blocks; white space stays white space."""
    record = small_record()
    record.article.title = f"Mar{mark}ket\u00a0day"
    assert "Mar\ufffdket\u00a0day" in shown(record)
