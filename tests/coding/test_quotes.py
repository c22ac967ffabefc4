"""Quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.coding.quotes import find_quotations, form_of, quoted_tokens
from sayso.language.analysis import Analysis, Sentence, Token
from sayso.language.tokenise import tokenise


def analysis(text: str) -> Analysis:
    spans = tokenise(text)
    tokens = [
        Token(i, s, e, text[s:e], text[s:e], "PUNCT" if not text[s:e].isalnum() else "NOUN", {}, -1, "root", 0) for i, (s, e) in enumerate(spans)
    ]
    return Analysis(text, tokens, [Sentence(0, 0, len(tokens), 0, len(text))])


def quoted(text: str) -> list[str]:
    read = analysis(text)
    return [read.words(q.first, q.last) for q in find_quotations(read)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will go,” he said.", ["We will go,"]),
        ('"We will go," he said. "Soon."', ["We will go,", "Soon."]),
        ("He called it «a trap».", ["a trap"]),
        ("He said ‘never again’ twice.", ["never again"]),
        ("No marks at all.", []),
    ],
)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    """Curly, straight, angled and single marks."""
    assert quoted(text) == expected


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    """What follows a line break is not quoted unless it begins with a mark of its own."""
    assert quoted("“We will go\nThe army moved.") == ["We will go"]


def test_closing_mark_alone_opens_nothing() -> None:
    """An unbalanced mark does no harm."""
    assert quoted("We will go,” he said.") == []


def test_form_tells_how_much_is_quoted() -> None:
    """Direct, mixed or indirect."""
    read = analysis("“We will go soon,” he said, but that they “may not” stay.")
    inside = quoted_tokens(read, find_quotations(read))
    words = [t.text for t in read.tokens]
    assert form_of(read, [(1, 5)], inside) == "direct"
    assert form_of(read, [(words.index("they"), words.index("stay") + 1)], inside) == "mixed"
    assert form_of(read, [(words.index("he"), words.index("said") + 1)], inside) == "indirect"


@given(st.lists(st.sampled_from(["“", "”", '"', "‘", "’", "word", "\n", "said", "."]), max_size=40))
def test_quotations_never_overlap(pieces: list[str]) -> None:
    """Any tangle of marks gives quotations in order, inside the text."""
    read = analysis(" ".join(pieces))
    at = 0
    for quotation in find_quotations(read):
        assert at <= quotation.first < quotation.last <= len(read.tokens)
        at = quotation.last
