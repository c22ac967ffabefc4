"""Explanations written out."""

from __future__ import annotations

import json

from sayso.explaining.reasons import Explanation, Reason
from sayso.explaining.writing import as_json, as_text
from tests.records import small_record


def _explanation() -> Explanation:
    reasons = [
        Reason("type", "ASSAULT", "trigger", "the verb “bomb” names it"),
        Reason("type", "ASSAULT", "model", "the language model thinks so"),
        Reason("actors", "rebels", "frame", "“rebels” is its subject", (13, 19)),
    ]
    return Explanation("e1", "ASSAULT", "explosives", "bombed", 0.9, reasons)


def test_text_has_a_line_for_the_event() -> None:
    """Id, type, mode, trigger, confidence."""
    assert "e1  ASSAULT/explosives  “bombed”  (90% sure)" in as_text(small_record(), [_explanation()])


def test_value_and_field_stand_once() -> None:
    """Further reasons for the same value follow below."""
    text = as_text(small_record(), [_explanation()])
    assert text.count("ASSAULT: ") == 1 and text.count("   type ") == 1
    assert "   who               rebels: “rebels” is its subject\n" in text


def test_lines_are_short() -> None:
    """A terminal of a hundred columns holds them."""
    explanation = _explanation()
    explanation.reasons.append(Reason("where", "Port Vale", "rule", "word " * 60))
    assert max(map(len, as_text(small_record(), [explanation]).splitlines())) <= 100


def test_no_event_is_said() -> None:
    """An empty page would look like a fault."""
    assert "No event" in as_text(small_record(), [])


def test_control_characters_do_not_reach_the_terminal() -> None:
    """The text of an article is not trusted."""
    explanation = _explanation()
    explanation.reasons[0].text = "\x1b[2J"
    assert "\x1b" not in as_text(small_record(), [explanation])


def test_json_is_one_object_a_line() -> None:
    """With the article's id and every reason."""
    (line,) = as_json(small_record(), [_explanation()]).splitlines()
    found = json.loads(line)
    assert (found["article"], found["event"]) == ("a-1", "e1")
    assert found["reasons"][2] == {"field": "actors", "value": "rebels", "by": "frame", "text": "“rebels” is its subject", "span": [13, 19]}
