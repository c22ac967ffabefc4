"""How many a group is that its own words do not count."""

from __future__ import annotations

import pytest

from sayso.coding.draft import Draft
from sayso.coding.groups import names_after, other_mentions, persons_meant
from tests.coding.event_support import draft_of


def _listed(text: str, *persons: str) -> tuple[int, bool, int] | None:
    """What is listed after the first word, every other word hanging on it."""
    words = text.split()
    tags = {",": "PUNCT", "and": "CCONJ", "in": "ADP", "including": "VERB", "fled": "VERB", ".": "PUNCT", "the": "DET"}
    rows = [f"{n} {word} {word} {tags.get(word, 'PROPN')} _ {1 if n > 1 else 0} {'dep' if n > 1 else 'root'} _" for n, word in enumerate(words, 1)]
    analysis = draft_of("\n".join(rows)).analysis
    return names_after(analysis, 0, {at: "Person" for at, word in enumerate(words) if word in persons})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("clerks Ann , Bob and Cid", (3, False, 6)),
        ("clerks in Exton including the guard Ann and Bob", (2, True, 9)),
        ("clerks including Ann", None),
        ("clerks in Exton and Ann and Bob", None),
        ("clerks fled Ann and Bob", None),
        ("clerks Ann Smith and Bob", (2, False, 5)),
    ],
)
def test_names_after_a_noun_are_counted(text: str, found: tuple[int, bool, int] | None) -> None:
    """Right behind it, or behind "including" wherever that stands; one name is no list, and a verb ends it."""
    assert _listed(text, "Ann", "Bob", "Cid", "Smith") == found


THEY = """
1 Ann Ann PROPN 4 nsubj Actor=Ann
2 and and CCONJ 3 cc _
3 Bob Bob PROPN 1 conj Actor=Bob
4 slept sleep VERB 0 root _
5 when when SCONJ 8 mark _
6 they they PRON 8 nsubj:pass _
7 were be AUX 8 aux:pass _
8 held hold VERB 4 advcl _
"""


def _pair(kind: str = "person") -> Draft:
    draft = draft_of(THEY)
    draft.heads = {mention.head: mention for mention in draft.mentions}
    for actor in draft.actors:
        actor.kind = kind
    return draft


def test_they_are_the_persons_of_the_subject_before() -> None:
    """Ann and Bob are two."""
    assert persons_meant(_pair(), 5) == (2, 0)


@pytest.mark.parametrize(("kind", "at"), [("group", 5), ("person", 2)])
def test_groups_and_other_words_mean_no_number_of_persons(kind: str, at: int) -> None:
    """Two armies are no two people, and "Bob" is no pronoun for several."""
    assert persons_meant(_pair(kind), at) is None


def test_other_phrases_for_a_group_come_nearest_first() -> None:
    """Only phrases with a noun, and only for groups."""
    draft = draft_of("1 men man NOUN 2 nsubj Actor=men\n2 ran run VERB 0 root _\n3 duo duo NOUN 2 obj Actor=men\n4 they they PRON 2 obj Actor=men")
    draft.heads = {mention.head: mention for mention in draft.mentions}
    draft.mentions[0].kind = draft.mentions[1].kind = "nominal"
    assert other_mentions(draft, 3) == [2, 0]
    draft.actors[0].kind = "person"
    assert other_mentions(draft, 3) == []
