"""The draft, once every step is done, as a record with stable ids."""

from __future__ import annotations

from sayso.article import Span
from sayso.coding.draft import Draft, EventDraft, Mention, PlaceMention, Role, Saying, StatementDraft, TimeMention, TollDraft
from sayso.language.analysis import Analysis, Tokens
from sayso.record import Actor, ArticleInfo, Event, Participant, Pipeline, Place, Record, Say, Statement, Time, Toll, When


def finish(draft: Draft, pipeline: Pipeline) -> Record:
    """Number everything in the order of the text and leave out actors that nothing refers to and nobody named."""
    statements = sorted(draft.statements, key=lambda s: _first_character(draft.analysis, s))
    events = in_order(draft)
    numbers = Numbers(draft, statements, events)
    article = draft.article
    return Record(
        ArticleInfo(
            article.id, article.title, article.publisher, article.url, article.published, article.language, len(article.text), article.sha256
        ),
        numbers.actors,
        numbers.places,
        numbers.times,
        [_statement(draft, statement, numbers) for statement in statements],
        [_event(draft, event, numbers) for event in events],
        pipeline,
    )


def in_order(draft: Draft) -> list[EventDraft]:
    """Events as the record numbers them: by the place of their trigger, then by type."""
    return sorted(draft.events, key=lambda e: (draft.analysis.tokens[e.trigger].start, e.type))


class Numbers:
    """Ids of everything in one record: a1, p1, t1, s1, e1 …, in the order of the text."""

    def __init__(self, draft: Draft, statements: list[StatementDraft], events: list[EventDraft]) -> None:
        self.statements = {id(item): f"s{n}" for n, item in enumerate(statements, 1)}
        self.events = {id(item): f"e{n}" for n, item in enumerate(events, 1)}
        self.actors = self._number_actors(draft, statements, events)
        self.places: list[Place] = list({id(m.place): m.place for m in sorted(draft.places, key=_first)}.values())
        self.times: list[Time] = list({id(m.time): m.time for m in sorted(draft.times, key=_first)}.values())
        for n, place in enumerate(self.places, 1):
            place.id = f"p{n}"
        for n, time in enumerate(self.times, 1):
            time.id = f"t{n}"

    def _number_actors(self, draft: Draft, statements: list[StatementDraft], events: list[EventDraft]) -> list[Actor]:
        """Every actor that is mentioned by name or has a part in a statement or event, by first mention."""
        wanted = {id(mention.actor): mention.actor for mention in draft.mentions if mention.kind == "name"}
        for mention in _mentions_used(statements, events):
            wanted[id(mention.actor)] = mention.actor
        for statement in statements:
            if isinstance(statement.via, Actor):
                wanted[id(statement.via)] = statement.via
        for actor in wanted.values():
            actor.mentions = sorted(set(actor.mentions))
        actors = sorted(wanted.values(), key=lambda a: (a.mentions[0] if a.mentions else (len(draft.article.text), 0), a.name))
        for n, actor in enumerate(actors, 1):
            actor.id = f"a{n}"
        return actors

    def says(self, sayings: list[Saying]) -> list[Say]:
        """On whose word, without repeats; statements that did not stay are left out."""
        pairs = {(self.statements[id(s.statement)], s.stance): None for s in sayings if id(s.statement) in self.statements}
        return [Say(statement, stance) for statement, stance in pairs]


def _mentions_used(statements: list[StatementDraft], events: list[EventDraft]) -> list[Mention]:
    found = [m for s in statements for m in (s.speaker, s.addressee) if m is not None]
    return found + [role.mention for event in events for role in event.actors + event.recipients]


def _first(mention: PlaceMention | TimeMention) -> tuple[int, int]:
    return (mention.first, mention.last)


def _first_character(analysis: Analysis, statement: StatementDraft) -> tuple[int, int]:
    tokens = [*statement.content, *([statement.cue] if statement.cue else [])]
    starts = [analysis.tokens[first].start for first, _ in tokens]
    return (min(starts, default=0), analysis.tokens[statement.cue[0]].start if statement.cue else 0)


def _span(analysis: Analysis, tokens: Tokens | None) -> Span | None:
    return analysis.span(*tokens) if tokens else None


def _mention_span(analysis: Analysis, mention: Mention) -> Span:
    return analysis.span(mention.first, mention.last)


def _statement(draft: Draft, statement: StatementDraft, numbers: Numbers) -> Statement:
    via = statement.via.id if isinstance(statement.via, Actor) else numbers.statements.get(id(statement.via)) if statement.via else None
    speaker = statement.speaker
    said_by = statement.speaker_tokens or ((speaker.first, speaker.last) if speaker else None)
    return Statement(
        numbers.statements[id(statement)],
        speaker.actor.id if speaker else None,
        _span(draft.analysis, said_by),
        _span(draft.analysis, statement.cue),
        [draft.analysis.span(*tokens) for tokens in statement.content],
        statement.form,
        statement.act,
        statement.addressee.actor.id if statement.addressee else None,
        via,
        sorted({numbers.events[id(e)] for e in statement.about if id(e) in numbers.events}, key=_by_number),
        statement.time.time.id if statement.time else None,
    )


def _event(draft: Draft, event: EventDraft, numbers: Numbers) -> Event:
    analysis = draft.analysis
    sentences = sorted({analysis.tokens[event.trigger].sentence, *event.evidence})
    time = event.time.time if event.time else None
    places: dict[str, None] = {mention.place.id: None for mention in event.places}
    return Event(
        numbers.events[id(event)],
        event.type,
        event.mode,
        event.contexts,
        analysis.span(*event.triggers),
        [(analysis.sentences[i].start, analysis.sentences[i].end) for i in sentences],
        _participants(analysis, event.actors, numbers),
        _participants(analysis, event.recipients, numbers),
        When(event.start, event.end, time.span if time else None, time.id if time else None),
        list(places),
        event.reality,
        [_toll(toll, numbers) for toll in event.tolls],
        numbers.says(event.sayings),
        sorted(set(event.disputed)),
        sorted({numbers.events[id(deed)] for deed in event.about if id(deed) in numbers.events}, key=_by_number),
        round(event.confidence, 4),
        event.codes,
    )


def _participants(analysis: Analysis, roles: list[Role], numbers: Numbers) -> list[Participant]:
    """One entry per actor, where it is first named in the role, with all that is said of it."""
    found: dict[str, Participant] = {}
    for role in roles:
        actor = role.mention.actor.id
        entry = found.setdefault(actor, Participant(actor, _mention_span(analysis, role.mention)))
        entry.say_so.extend(say for say in numbers.says(role.sayings) if say not in entry.say_so)
    return list(found.values())


def _toll(toll: TollDraft, numbers: Numbers) -> Toll:
    return Toll(toll.kind, toll.min, toll.max, toll.who, toll.span, numbers.says(toll.sayings))


def _by_number(identifier: str) -> int:
    return int(identifier[1:])
