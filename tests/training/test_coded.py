"""Hand-coded articles become labels on words."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from training import coded
from training.coded import FOLDS, OWN, CodedArticle, CodedPage, fold_of, read_coded
from training.labels import ACTS, EVENTS, IGNORE, MODES, REALITIES, ROLES, TRIGGER_ROLES, Labels, fixed_sets

TEXT = "Rebels shelled Homs on Friday. They killed six people, the army said. Turkey denied any role in the shelling."
LABELS = Labels(fixed_sets())
NAMES = {number: name for name, number in ROLES.items()}


def gold(**changes: Any) -> dict[str, Any]:
    """One event and two statements, in the form of the gold."""
    event = {
        "ref": "e1", "type": "ASSAULT", "also_ok": [], "mode": "heavy-weapons", "trigger": "shelled", "evidence": ["Rebels shelled Homs on Friday."],
        "actors": ["rebels"], "recipients": ["people"], "reality": "happened", "when": {"start": "2024-03-01", "end": "2024-03-01", "text": "on Friday"},
        "where": [{"name": "Homs", "country": "SYR"}], "toll": [], "say_so": [{"speaker": "army", "via": None, "stance": "asserts"}], "disputed": [], "about": [],
        "core": True,
    }  # fmt: skip
    said = {
        "ref": "s1",
        "speaker": "army",
        "speaker_text": "the army",
        "cue": "said",
        "content": "They killed six people",
        "act": "say",
        "about": ["e1"],
    }
    denied = {
        "ref": "s2",
        "speaker": "turkey",
        "speaker_text": "Turkey",
        "cue": "denied",
        "content": "any role in the shelling",
        "act": "deny",
        "about": [],
    }
    actors = [
        {"ref": "rebels", "name": "rebels", "aliases": ["Rebels"]},
        {"ref": "people", "name": "six people", "aliases": ["six people"]},
        {"ref": "army", "name": "the army", "aliases": []},
        {"ref": "turkey", "name": "Turkey", "aliases": []},
    ]
    return {"id": "a", "published": None, "actors": actors, "events": [event | changes], "statements": [said, denied]}


def page(**changes: Any) -> CodedPage:
    """The article with some fields of its event changed."""
    return CodedPage(CodedArticle("a", TEXT, None, gold(**changes)), LABELS, {})


def words(found: CodedPage, role: str, anchor: str) -> list[str]:
    """The words that are linked to a word by a role."""
    text = [found.text[slice(*span)] for span in found.spans]
    return [text[word] for at, word, number in sorted(found.links) if NAMES[number] == role and text[at] == anchor]


def test_trigger_has_type_mode_and_reality() -> None:
    """On its own word, and nowhere else."""
    found = page()
    at = [found.text[slice(*span)] for span in found.spans].index("shelled")
    tags = found.tags
    assert (EVENTS[tags["event"][at]], MODES[tags["mode"][at]], REALITIES[tags["reality"][at]]) == ("ASSAULT", "heavy-weapons", "happened")
    assert sum(tag > 0 for tag in tags["event"]) == 1 and sum(tag != IGNORE for tag in tags["mode"]) == 1


def test_marginal_event_is_neither_right_nor_wrong() -> None:
    """Its trigger is not judged, and it has no links."""
    found = page(core=False)
    at = [found.text[slice(*span)] for span in found.spans].index("shelled")
    assert found.tags["event"][at] == IGNORE and at not in found.anchors


@pytest.mark.parametrize(("role", "expected"), [("actor", ["Rebels"]), ("place", ["Homs"]), ("time", ["on", "Friday"])])
def test_arguments_are_found_in_the_sentence(role: str, expected: list[str]) -> None:
    """By name."""
    assert words(page(), role, "shelled") == expected


def test_who_is_not_in_the_sentence_is_looked_for_around_it() -> None:
    """The nearest mention after it."""
    assert words(page(), "recipient", "shelled") == ["six", "people"]


def test_who_is_mentioned_nowhere_is_not_judged() -> None:
    """No word of the sentence counts against a role that words of it might fill."""
    found = page(recipients=["ghost"])
    assert words(found, "recipient", "shelled") == []
    assert {NAMES[role] for _, _, role in found.unjudged} == {"recipient"}


def test_statements_have_act_speaker_and_content() -> None:
    """At the cue that stands nearest to the content."""
    found = page()
    at = [found.text[slice(*span)] for span in found.spans].index("denied")
    assert ACTS[found.tags["act"][at]] == "deny"
    assert words(found, "speaker", "denied") == ["Turkey"] and words(found, "said", "denied") == ["any", "role", "in", "the", "shelling"]


def test_event_is_bound_to_the_cue_of_those_who_tell_it() -> None:
    """And not to other cues."""
    assert words(page(), "told", "shelled") == ["said"]


def test_every_trigger_role_is_judged() -> None:
    """What is not linked is a no."""
    found = page()
    at = [found.text[slice(*span)] for span in found.spans].index("shelled")
    assert [NAMES[number] for number in found.anchors[at]] == list(TRIGGER_ROLES)


def test_windows_hold_each_word_once() -> None:
    """In order, with the labels of those words only."""
    found = page()
    examples = list(found.examples(random.Random(1)))
    assert [word for example in examples for word in example.words] == [found.text[slice(*span)] for span in found.spans]
    assert all(0 <= word < len(e.words) for e in examples for _, word, _ in e.links)


def own(text: str) -> dict[str, Any]:
    """The same coded by ourselves: by offsets, without the text."""

    def span(piece: str, start: int = 0) -> list[int]:
        at = text.index(piece, start)
        return [at, at + len(piece)]

    event = gold()["events"][0]
    for name in ("trigger", "evidence"):
        del event[name]
    event |= {"trigger_span": span("shelled"), "evidence_spans": [[0, 30]], "actor_spans": [span("Rebels")], "recipient_spans": [None],
              "when": {"start": None, "end": None, "span": span("on Friday")}, "where": [{"span": span("Homs"), "country": "SYR"}]}  # fmt: skip
    statement = {"ref": "s1", "speaker": "army", "speaker_span": span("the army"), "cue_span": span("said"), "content_spans": [span("They killed six people")],
                 "act": "say", "about": ["e1"]}  # fmt: skip
    actors = [actor | {"aliases": [span(alias) for alias in actor["aliases"]]} for actor in gold()["actors"]]
    actors[3]["name"] = span("Turkey")
    return {"id": "b", "published": None, "actors": actors, "events": [event], "statements": [statement]}


def test_texts_are_read_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offsets count line ends of two characters as two."""
    folder = tmp_path / "gold" / "train"
    (folder / "texts").mkdir(parents=True)
    (folder / "a.json").write_text(json.dumps(gold()), encoding="utf8")
    (folder / "texts" / "a.txt").write_bytes(b"One.\r\nTwo.\n")
    monkeypatch.setattr(coded, "OWN", tmp_path / "none.jsonl")
    assert [article.text for article in read_coded(tmp_path)] == ["One.\r\nTwo.\n"]


def test_own_articles_are_read_back_from_their_offsets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into the form of the gold, with the words from the corpus."""
    (tmp_path / "gold" / "train").mkdir(parents=True)
    (tmp_path / "data" / "corpus").mkdir(parents=True)
    (tmp_path / "data" / "corpus" / "news.jsonl").write_text(json.dumps({"id": "b", "text": TEXT}), encoding="utf8")
    monkeypatch.setattr(coded, "OWN", tmp_path / "coded.jsonl")
    coded.OWN.write_text(json.dumps(own(TEXT)), encoding="utf8")
    (article,) = read_coded(tmp_path)
    event = article.gold["events"][0]
    assert (event["trigger"], event["evidence"], event["when"]["text"], event["where"][0]["name"]) == ("shelled", [TEXT[:30]], "on Friday", "Homs")
    assert article.gold["actors"][3]["name"] == "Turkey"
    assert (
        article.own and article.gold["statements"][0]["content"] == ["They killed six people"] and article.gold["actors"][0]["aliases"] == ["Rebels"]
    )
    found = CodedPage(article, LABELS, {})
    assert words(found, "actor", "shelled") == ["Rebels"] and words(found, "said", "said") == ["They", "killed", "six", "people"]


def test_folds_share_out_the_articles() -> None:
    """An eighth of the gold is in fold 0, whatever the order; our own articles are where their line says."""
    gold_ones = [CodedArticle(f"gold{n:02}", "", None, {}) for n in range(40)]
    own = [CodedArticle(f"own{n}", "", None, {"fold": n % 3}, own=True) for n in range(6)]
    folds = fold_of(gold_ones + own)
    assert set(folds.values()) == set(range(FOLDS)) and fold_of((gold_ones + own)[::-1]) == folds
    assert sum(folds[a.id] == 0 for a in gold_ones) == 5 and [folds[a.id] for a in own] == [0, 1, 2, 0, 1, 2]


def test_shipped_coding_names_its_folds() -> None:
    """Each line has one, and fold 0, on which weights are fitted, is no small part."""
    folds = [json.loads(line)["fold"] for line in OWN.read_text(encoding="utf8").splitlines()]
    assert set(folds) == set(range(FOLDS)) and folds.count(0) >= len(folds) // 5


def test_shipped_coding_holds_no_text() -> None:
    """Only offsets, and names of actors that do not stand in the text: no field is longer than a name."""
    for line in coded.OWN.read_text(encoding="utf8").splitlines():
        article = json.loads(line)
        assert not {"trigger", "evidence"} & {key for event in article["events"] for key in event}
        assert not {"content", "cue", "speaker_text"} & {key for statement in article["statements"] for key in statement}
        assert all(len(actor["name"].split()) <= 16 for actor in article["actors"] if isinstance(actor["name"], str))
