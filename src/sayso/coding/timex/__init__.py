"""The grammar of time expressions: which words are one, and what they say, before any date is worked out.

`read_expressions(words)` walks over the words of a text once. At a word that can begin a time expression it tries the
productions and keeps the longest reading. Nothing here knows the article's date: see `timing.py`.
"""

from sayso.coding.timex.grammar import read_expressions
from sayso.coding.timex.words import Expression, Words, duration_value

__all__ = ["Expression", "Words", "duration_value", "read_expressions"]
