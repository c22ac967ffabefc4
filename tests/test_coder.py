"""The whole path: from an article to its record."""

from __future__ import annotations

import gc
import json
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.article import Article
from sayso.coder import Coder
from sayso.record import Record

NEWS = (
    "Turkey blamed the PKK for a bombing in Ankara on Monday that killed six people and injured at least 81. The PKK denied any involvement.\n\n"
    "President Emmanuel Macron condemned the attack and said France would send aid to Turkey. "
    "“We stand with the Turkish people,” he told reporters in Paris."
)


@pytest.fixture(scope="module")
def record(coder: Coder) -> Record:
    """The record of a short report."""
    return coder.code(Article(NEWS, "news", published="2024-03-06"))


def names(record: Record, ids: list[str]) -> list[str]:
    return [record.actor(i).name for i in ids]


def test_bombing_has_its_toll_place_and_date(record: Record) -> None:
    """Six dead, at least 81 hurt, in Ankara, on the Monday before."""
    event = next(e for e in record.events if e.type == "ASSAULT")
    assert {(t.kind, t.min, t.max) for t in event.toll} == {("killed", 6, 6), ("injured", 81, None)}
    assert [record.place(p).name for p in event.where] == ["Ankara"]
    assert event.when.start == "2024-03-04"


def test_blame_is_an_event_about_the_bombing(record: Record) -> None:
    """ACCUSE, by Turkey, against the PKK."""
    event = next(e for e in record.events if e.type == "ACCUSE" and NEWS[slice(*e.trigger_span)] == "blamed")
    assert names(record, [p.actor for p in event.actors]) == ["Turkey"]
    assert names(record, [p.actor for p in event.recipients]) == ["Kurdistan Workers' Party"]


def test_denial_is_a_statement_of_the_accused(record: Record) -> None:
    """The PKK denies."""
    denial = next(s for s in record.statements if s.act == "deny")
    assert denial.speaker is not None and record.actor(denial.speaker).name == "Kurdistan Workers' Party"


def test_pronoun_speaks_with_its_name(record: Record) -> None:
    """“he told reporters” is Macron's, and the reporters are told."""
    quote = next(s for s in record.statements if s.form == "direct")
    assert quote.speaker is not None and record.actor(quote.speaker).name == "Emmanuel Macron"


def test_actors_have_their_side(record: Record) -> None:
    """Country and sector come from the knowledge base, by the article's date."""
    macron = next(a for a in record.actors if a.name == "Emmanuel Macron")
    assert (macron.kind, macron.country, macron.sector) == ("person", "FRA", ["GOV"])


def test_same_article_gives_the_same_bytes(coder: Coder, record: Record) -> None:
    """Twice, and among others."""
    again = list(coder.code_many([Article("Something else happened.", "x"), Article(NEWS, "news", published="2024-03-06")]))[1]
    assert again.to_json() == record.to_json()


def check(record: Record, text: str) -> None:
    """Every span lies in the text and holds something; every id that is referred to exists."""
    body = json.loads(record.to_json())
    for spans in _spans(body):
        assert 0 <= spans[0] < spans[1] <= len(text)
        assert text[slice(*spans)].strip()
    ids = {item["id"] for part in ("actors", "places", "times", "statements", "events") for item in body[part]}
    for event in record.events:
        assert {p.actor for p in event.actors + event.recipients} | set(event.where) | set(event.about) <= ids
        assert {s.statement for s in event.say_so} <= ids
    for statement in record.statements:
        assert {i for i in (statement.speaker, statement.addressee, statement.via) if i} | set(statement.about) <= ids


def _spans(value: object) -> list[list[int]]:
    if isinstance(value, dict):
        return [s for key, inner in value.items() for s in ([inner] if _is_span(inner) and key.endswith("span") else _spans(inner))]
    if isinstance(value, list):
        return [s for inner in value for s in ([inner] if _is_span(inner) else _spans(inner))]
    return []


def _is_span(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(i, int) for i in value)


def test_spans_and_ids_hold(record: Record) -> None:
    """Offsets point into the text and references at what is there."""
    check(record, NEWS)


PIECES = [
    "Rebels shelled the town of Homs on Friday, killing dozens.", "The ministry said it knew nothing.", "“We will strike back,” the general warned",
    "PROTESTERS MARCHED IN LAGOS", "He denied it.", "In 2016 the two sides signed a truce.", "\n\n", "قال الجيش", "Share this article", "It was the PKK, Ankara says.",
]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([None, "2024-03-06", "2024"]))
def test_any_report_gives_a_sound_record(coder: Coder, pieces: list[str], published: str | None) -> None:
    """Whatever stands beside what: no crash, spans and ids hold."""
    text = " ".join(pieces)
    check(coder.code(Article(text, published=published)), text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "REBELS SHELLED HOMS ON FRIDAY, KILLING DOZENS, THE ARMY SAID.",
        "The army shelled Homs. " * 900,
        '“‘"Unbalanced,” he said. “And again',
        "中国外交部发言人说",
        "ANKARA, Dec 14 (Reuters) - The army\r\nshelled Homs on Friday.\r\n\r\nNobody was hurt, the ministry said.\r\n",
        "\ufeffThe army\0 shelled Homs\0\0 on Friday, he said \ud83d.",
        "Two men died 30 February, the 99th century, 25:61, 1/0/2022, five hundred decades ago, 10000 years from now.",
        "He said “قال الجيش إن” and left; 中国 denied «это» on Monday.",
    ],
)
def test_ugly_articles_are_coded(coder: Coder, text: str) -> None:
    """Empty, in capitals, one endless paragraph, unbalanced quotes, other scripts, odd line ends, NUL bytes, half characters, impossible dates."""
    check(coder.code(Article(text)), text)


def test_an_article_leaves_nothing_in_memory(coder: Coder) -> None:
    """What was looked up for one that was coded by itself is forgotten: names, and what knowledge has of them."""
    texts = [f"Reporters from {place} met President Macron." for place in ("Dijon", "Limoges", "Angers", "Tours", "Nantes", "Amiens")]
    coder.code(Article(NEWS))
    gc.collect()
    before = sys.getallocatedblocks()
    for text in texts:
        coder.code(Article(text))
    gc.collect()
    assert sys.getallocatedblocks() < before + 400
