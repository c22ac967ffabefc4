"""The shape of a word's letters, which brings case back to an uncased encoder."""

from __future__ import annotations

LOWER, TITLE, UPPER, MIXED, OTHER = range(5)


def shape(word: str) -> int:
    """0 all lower, 1 first letter upper, 2 all upper, 3 mixed, 4 no letters."""
    if word.islower():
        return LOWER
    if not any(letter.isalpha() for letter in word):
        return OTHER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word[0].isupper() and word[1:].islower():
        return TITLE
    return MIXED
