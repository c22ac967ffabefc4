"""Quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.analysis import Analysis, Sentence, Token
from sayso.language.quotes import find_quotations, form_of, quoted_tokens
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One.”\n“Two.”", ["One.", "Two."]),
        ("“One.\n“Two.”", ["One.", "Two."]),
        ("„So,“ he said, „be it.“", ["So,", "be it."]),
        ("He said “one” and “two”.", ["one", "two"]),
        ("“Outer “inner” rest”", ["Outer “inner"]),
        ('"One" and "two', ["One", "two"]),
        ("“”", []),
        ("``One'' he said", ["One"]),
        ("“One‘ two’ three”", ["One‘ two’ three"]),
    ],
)
def test_marks_that_do_not_match_do_no_harm(text: str, expected: list[str]) -> None:
    """Unclosed, nested, German, empty, typewritten."""
    assert quoted(text) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_paragraphs_end_with_any_line_end(end: str) -> None:
    """An open quotation does not run on."""
    assert quoted(f"“We will go{end}The army moved.") == ["We will go"]


def test_closed_quotations_say_so() -> None:
    """And open ones."""
    read = analysis("“One” and “two")
    assert [quotation.closed for quotation in find_quotations(read)] == [True, False]


def test_apostrophe_closes_only_what_a_single_mark_opened() -> None:
    """The soldiers' mark is no end of a quotation in double marks."""
    assert quoted("“The soldiers’ homes burned,” he said.") == ["The soldiers’ homes burned,"]


def test_endless_quotation_is_cut() -> None:
    """After four hundred words a closing mark must have been lost."""
    read = analysis("“" + "word " * 900)
    assert max(quotation.last - quotation.first for quotation in find_quotations(read)) <= 401
    assert sum(quoted_tokens(read, find_quotations(read))) <= 401


def test_one_word_outside_is_still_direct() -> None:
    """A speaker's "that" before a quotation."""
    read = analysis("that “we will go soon” today now")
    inside = quoted_tokens(read, find_quotations(read))
    assert form_of(read, [(0, 6)], inside) == "direct"
    assert form_of(read, [(0, 9)], inside) == "mixed"


def test_content_of_no_words_is_indirect() -> None:
    """Nothing is quoted of nothing."""
    read = analysis("“We will go,” he said.")
    assert form_of(read, [], quoted_tokens(read, find_quotations(read))) == "indirect"


def test_pieces_of_a_content_count_together() -> None:
    """Two quoted pieces around the speaker are one direct speech."""
    read = analysis("“We will go,” he said, “and soon.”")
    words = [token.text for token in read.tokens]
    inside = quoted_tokens(read, find_quotations(read))
    assert form_of(read, [(1, 5), (words.index("and"), len(words) - 1)], inside) == "direct"


@given(st.lists(st.sampled_from(["“", "”", '"', "word", "\n"]), max_size=40))
def test_marks_themselves_are_not_quoted(pieces: list[str]) -> None:
    """A token in quotation marks lies between them, and no quotation reaches over a line."""
    read = analysis(" ".join(pieces))
    for quotation in find_quotations(read):
        assert read.tokens[quotation.first - 1].text in '“"”'
        assert "\n" not in read.words(quotation.first, quotation.last)
