"""Time expressions: found by a grammar, normalised to TIMEX3 values and to ISO dates against the article's date.

The clock of the computer is never read: an article without a date keeps partial dates (`--11-20`), and a weekday alone
then has no date. `time_for` and `when_of` (in `dating.py`) say which expression dates an event.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sayso.article import Span
from sayso.coding.dates import PartialDate, read_iso
from sayso.coding.dating import time_for, when_by, when_of
from sayso.coding.draft import Draft, TimeMention
from sayso.coding.tense import pointed_by, tense_at, tense_near
from sayso.coding.timex import Expression, Words, read_expressions
from sayso.coding.timing import Meaning, Setting, is_narrative, mean
from sayso.language.analysis import Analysis
from sayso.language.tokenise import tokenise
from sayso.record import Time

__all__ = ["find_times", "parse_times", "time_for", "when_by", "when_of"]

_DATELINE = 200
"""Characters from the beginning in which an article without a known date may state one."""
_ASIDE = 3
"""Years beyond which a year named alone is an aside and not what a narrative goes on from."""
_JOINS = frozenset({"to", "and", "until", "till", "through", "-", "–", "—", "or"})
_CLOSERS = frozenset({".", "!", "?"})

TenseOf = Callable[[Expression], str]


@dataclass(frozen=True, slots=True)
class _Read:
    expression: Expression
    meaning: Meaning


def find_times(draft: Draft) -> None:
    """Fill `draft.times` with every time expression of the article, in order of the text."""
    analysis = draft.analysis
    words = _words_of(analysis)

    def tense(found: Expression) -> str:
        hint = pointed_by(words.low, found.first, found.last, weekday=found.form == "weekday")
        tense = hint or tense_at(analysis, found.first, found.last)
        return tense if tense != "present" else tense_near(words.low, found.first, found.last, words.ends)

    spans = [(token.start, token.end) for token in analysis.tokens]
    for read in _read(words, draft.article.published, spans=spans, tense=tense):
        first, last = read.expression.first, read.expression.last
        time = _time(read.meaning, f"t{len(draft.times) + 1}", (spans[first][0], spans[last - 1][1]))
        draft.times.append(TimeMention(first, last, time))
    _add_beliefs(draft)


def _add_beliefs(draft: Draft) -> None:
    """Note on each mention which events the model thinks it dates."""
    at = {token: mention for mention in draft.times for token in range(mention.first, mention.last)}
    for argument in draft.analysis.arguments:
        mention = at.get(argument.word) if argument.role == "time" else None
        if mention is not None:
            mention.dates[argument.trigger] = max(argument.score, mention.dates.get(argument.trigger, 0.0))


def parse_times(text: str, *, published: str | None = None) -> list[Time]:
    """The time expressions of a text that has not been analysed: tenses are then guessed from the words around."""
    spans = tokenise(text)
    raw = [text[start:end] for start, end in spans]
    words = Words(raw, [word.lower() for word in raw], _rough_ends(raw, text, spans))

    def tense(found: Expression) -> str:
        hint = pointed_by(words.low, found.first, found.last, weekday=found.form == "weekday")
        return hint or tense_near(words.low, found.first, found.last, words.ends)

    found: list[Time] = []
    for read in _read(words, published, spans=spans, tense=tense):
        span = (spans[read.expression.first][0], spans[read.expression.last - 1][1])
        found.append(_time(read.meaning, f"t{len(found) + 1}", span))
    return found


def _words_of(analysis: Analysis) -> Words:
    raw = [token.text for token in analysis.tokens]
    ends = [sentence.last for sentence in analysis.sentences for _ in range(sentence.first, sentence.last)]
    return Words(raw, analysis.lows, ends, [token.upos == "PROPN" for token in analysis.tokens])


def _rough_ends(raw: Sequence[str], text: str, spans: Sequence[Span]) -> list[int]:
    """Where the sentence of each word ends, judged by full stops before capitals and by blank lines."""
    ends, first = [0] * len(raw), 0
    for at in range(len(raw)):
        last = at + 1 == len(raw)
        gap = "" if last else text[spans[at][1] : spans[at + 1][0]]
        closed = raw[at] in _CLOSERS and not last and (raw[at + 1][0].isupper() or not raw[at + 1][0].isalnum())
        if last or closed or gap.count("\n") > 1:
            ends[first : at + 1] = [at + 1] * (at + 1 - first)
            first = at + 1
    return ends


def _read(words: Words, published: str | None, *, spans: Sequence[Span], tense: TenseOf) -> list[_Read]:
    expressions = _trailing_years(read_expressions(words), words)
    setting = Setting(read_iso(published))
    if setting.published is None:
        setting.published = _dateline(expressions, spans)
    setting.narrative = is_narrative(expressions, setting.published)
    found: list[_Read] = []
    sentence = -1
    for index, expression in enumerate(expressions):
        if words.ends[expression.first] != sentence:
            sentence, setting.local = words.ends[expression.first], None
        if expression.form == "clock" and setting.local is None:
            setting.local = _day_to_come(expressions[index + 1 : index + 3], sentence, words, setting, tense)
        meaning = mean(expression, setting, tense(expression))
        if meaning.value is None and meaning.kind == "date":
            continue
        found.append(_Read(expression, meaning))
        _remember(setting, meaning)
    return found


def _day_to_come(after: Sequence[Expression], sentence: int, words: Words, setting: Setting, tense: TenseOf) -> PartialDate | None:
    """The day that a clock time belongs to where it is named later in the sentence."""
    for expression in after:
        if words.ends[expression.first] != sentence:
            break
        if expression.form in {"weekday", "calendar", "day"}:
            date = mean(expression, setting, tense(expression)).date
            if date and date.day:
                return date
    return None


def _remember(setting: Setting, meaning: Meaning) -> None:
    date = meaning.date
    if date is not None and (date.year is not None or date.month is not None):
        setting.last = date
        if date.year is not None and (date.month is not None or setting.told is None or abs(date.year - (setting.told.year or 0)) <= _ASIDE):
            setting.told = date
        if date.day is not None:
            setting.local = setting.last_day = date


def _trailing_years(expressions: list[Expression], words: Words) -> list[Expression]:
    """`between March and April 2015`, `3 May to 6 June 2015`: the first date takes the year of the second."""
    for i in range(len(expressions) - 2, -1, -1):
        one, two = expressions[i], expressions[i + 1]
        joined = two.first - one.last == 1 and words.low[one.last] in _JOINS
        same = one.form == two.form == "calendar" and one.year is None and one.month is not None and two.month is not None
        if joined and same and two.year is not None and bool(one.day) == bool(two.day) and one.of is None:
            year = two.year - ((one.month or 0) > (two.month or 0))
            expressions[i] = _with_year(one, year)
    return expressions


def _with_year(expression: Expression, year: int) -> Expression:
    return replace(expression, year=year)


def _dateline(expressions: Sequence[Expression], spans: Sequence[Span]) -> PartialDate | None:
    """The date an article without one states at its head: `KABUL, 20 June -`, `Posted on March 3, 2019`; else the first day that it
    names with its weekday and year, which is seldom long past.
    """
    for expression in expressions:
        if spans[expression.first][0] > _DATELINE:
            break
        if expression.form == "calendar" and expression.day and expression.month:
            return PartialDate(expression.year, expression.month, expression.day)
    told = (e for e in expressions if e.form == "calendar" and e.day and e.month and e.year and e.weekday)
    return next((PartialDate(e.year, e.month, e.day) for e in told), None)


def _time(meaning: Meaning, time_id: str, span: Span) -> Time:
    return Time(time_id, span, meaning.kind, meaning.value, meaning.start, meaning.end)
