"""What speaks for a date being that of an event, one told beside it, in another sentence, or the article's own: evidence that
`setting_scores.toml` weighs under [when].
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.coding.around import away, band, kind_of, told_as
from sayso.coding.dating import costs_for, in_dateline, time_for, when_by, word_before
from sayso.coding.draft import Draft, EventDraft, TimeMention

_BACK, _ON = 4, 1
"""Sentences before and after an event in which its date is looked for, besides those of the lead."""
_LEAD = 1
_WORDS = frozenset({"since", "until", "by", "before", "after", "from", "to", "in", "for", "during"})
_CLAUSES = frozenset({"acl", "advcl", "nmod", "obl", "compound", "amod"})
_WEEK, _MONTH = 7, 31
_COSTS = (0.0, 1.0, 2.0, 3.5, 5.0, 7.0, 9.0)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that an event may have; `mention` is None for the article's own."""

    start: str | None
    end: str | None
    mention: TimeMention | None


class TimesAround:
    """The times of one article, as the events look at them."""

    def __init__(self, draft: Draft, events: list[EventDraft]) -> None:
        self.draft = draft
        tokens = draft.analysis.tokens
        self.sentences = [tokens[mention.first].sentence for mention in draft.times]
        self.dating = {at: mention.time.start is not None and mention.time.kind in ("date", "time") for at, mention in enumerate(draft.times)}
        self.by_tree = {id(event): time_for(draft, event.trigger) for event in events}
        self.dated_types: dict[int, set[str]] = {}
        self.dated_actors: dict[int, set[int]] = {}
        for event in events:
            time = self.by_tree[id(event)]
            if time is not None:
                self.dated_types.setdefault(id(time), set()).add(event.type)
                self.dated_actors.setdefault(id(time), set()).update(id(role.mention.actor) for role in event.actors)
        self.spoken: dict[int, set[int]] = {}
        for statement in draft.statements:
            if statement.time is not None and statement.speaker is not None:
                self.spoken.setdefault(id(statement.time), set()).add(id(statement.speaker.actor))
        self.quoted = {token for statement in draft.statements for token in statement.tokens}
        self.lead_days = {mention.time.start for at, mention in enumerate(draft.times) if self.sentences[at] <= _LEAD + 1}

    def candidates(self, event: EventDraft) -> Iterator[tuple[Dated, list[str]]]:
        """Each date that the event may have, with what speaks for it and against it."""
        draft, published = self.draft, self.draft.article.published
        own, kind, told = draft.analysis.tokens[event.trigger].sentence, kind_of(draft, event), told_as(draft.analysis, event.trigger)
        tree = self.by_tree[id(event)]
        costs = costs_for(draft, event.trigger)
        apart = self._apart(event, own, told, tree is not None)
        for at, sentence in enumerate(self.sentences):
            mention = draft.times[at]
            if mention.time.kind == "set" or not (own - _BACK <= sentence <= own + _ON or sentence <= _LEAD):
                continue
            here = sentence == own
            start, end = when_by(draft, event.trigger, mention) if here else self._plain(at)
            if start is None and end is None:
                continue
            name = "here" if here else "out"
            value = _age(start, published)
            found = [name, f"{name}_{kind}", f"{name}_{told}", f"{name}_{value}", f"{name}_{mention.time.kind}"]
            found += (
                self._here(event, mention, tree, costs[id(mention)])
                if here
                else [*self._elsewhere(event, at, own, kind, told), *_marked("out", apart)]
            )
            yield Dated(start, end, mention), found
        if published:
            found = ["own", f"own_{kind}", f"own_{told}", f"own_{kind}_{told}", f"own_after_{band(own, (0, 1, 3, 8, 16))}", *_marked("own", apart)]
            found += ["own_in_lead"] if published in self.lead_days else []
            found += ["own_lead_earlier"] if any(_age(day, published) in ("yesterday", "week") for day in self.lead_days) else []
            yield Dated(published, published, None), found

    def _plain(self, at: int) -> tuple[str | None, str | None]:
        time = self.draft.times[at].time
        return (time.start, time.end) if self.dating[at] else (None, None)

    def _apart(self, event: EventDraft, own: int, told: str, dated: bool) -> list[str]:
        """What speaks for or against an event being dated by what does not stand beside it."""
        analysis = self.draft.analysis
        token = analysis.tokens[event.trigger]
        articles = {analysis.tokens[i].text.lower() for i in analysis.dependents(event.trigger, "det")}
        marks = {
            "dated": dated,
            "times_here": any(sentence == own and self.dating[at] for at, sentence in enumerate(self.sentences)),
            "at_first": own == 0,
            "early": own <= _LEAD,
            "quoted": event.trigger in self.quoted,
            "definite": bool(articles & {"the", "this", "that"}),
            "bare_noun": told == "noun" and not articles,
            "in_clause": token.relation.split(":")[0] in _CLAUSES,
            "main": token.relation == "root",
        }
        return [name for name, holds in marks.items() if holds]

    def _here(self, event: EventDraft, mention: TimeMention, tree: TimeMention | None, cost: float) -> list[str]:
        """What the sentence of an event says of a time in it."""
        word = word_before(self.draft.analysis, mention)
        found = [f"cost_{band(cost, _COSTS)}", f"word_{word if word in _WORDS else 'other'}"]
        found.append(f"time_apart_{band(abs(mention.first - event.trigger), (3, 6, 12, 24))}")
        found += ["tree"] if tree is mention else ["other_tree"] if tree is not None else []
        found += ["time_before"] if mention.first < event.trigger else []
        return [*found, "dateline"] if in_dateline(self.draft.analysis, mention) else found

    def _elsewhere(self, event: EventDraft, at: int, own: int, kind: str, told: str) -> list[str]:
        mention, sentence = self.draft.times[at], self.sentences[at]
        where = away(sentence - own)
        actors = {id(role.mention.actor) for role in event.actors}
        between = sum(sentence < other < own and self.dating[i] for i, other in enumerate(self.sentences))
        marks = {
            "spoke": bool(actors & self.spoken.get(id(mention), set())),
            "same_actor": bool(actors & self.dated_actors.get(id(mention), set())),
            "same_type": event.type in self.dated_types.get(id(mention), ()),
            "dates": id(mention) in self.dated_types,
            "in_lead": sentence <= _LEAD,
            "dateline": in_dateline(self.draft.analysis, mention),
            "weekday": "day" in self.draft.analysis.words(mention.first, mention.last).lower(),
        }
        found = [where, f"{where}_{kind}", f"{where}_{told}", f"between_{min(between, 3)}"]
        return [*found, *_marked("out", [name for name, holds in marks.items() if holds])]


def _marked(name: str, marks: list[str]) -> list[str]:
    return [f"{name}_{mark}" for mark in marks]


def _age(start: str | None, published: str | None) -> str:
    """How old a date is at the article's, roughly."""
    if not start:
        return "open"
    if start.startswith("-") or not published or published.startswith("-"):
        return "yearless" if start.startswith("-") else "unpublished"
    grain = min(len(start), len(published))
    if start[:grain] == published[:grain]:
        return {10: "today", 7: "this_month"}.get(len(start), "this_year")
    if start[:grain] > published[:grain]:
        return "ahead"
    if len(start) < 10 or len(published) < 10:
        return "old"
    days = (datetime.date.fromisoformat(published[:10]) - datetime.date.fromisoformat(start[:10])).days
    return "yesterday" if days == 1 else "week" if days <= _WEEK else "month" if days <= _MONTH else "old"
