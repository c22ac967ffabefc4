"""The working copy that the coding steps fill in, one after the other; `coder.py` lists them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.article import Article, Span
from sayso.knowledge import Knowledge
from sayso.knowledge.triggers import Trigger
from sayso.language.analysis import Analysis, Tokens
from sayso.record import Actor, Place, Time


@dataclass(slots=True, eq=False)
class Mention:
    """A phrase that names an actor: `kind` is name, nominal or pronoun, in chains also site; `head` is its syntactic head token."""

    first: int
    last: int
    head: int
    kind: str
    actor: Actor


@dataclass(slots=True, eq=False)
class TimeMention:
    """A time expression and the tokens it stands on."""

    first: int
    last: int
    time: Time
    dates: dict[int, float] = field(default_factory=dict)
    """The model's belief, by trigger token, that it dates the event there."""


@dataclass(slots=True, eq=False)
class PlaceMention:
    """A toponym and the tokens it stands on."""

    first: int
    last: int
    head: int
    place: Place


@dataclass(slots=True, eq=False)
class StatementDraft:
    """A statement in tokens. `via` is the outer speaker or the outer statement."""

    speaker: Mention | None
    cue: Tokens | None
    content: list[Tokens]
    form: str
    act: str
    speaker_tokens: Tokens | None = None
    addressee: Mention | None = None
    via: Actor | StatementDraft | None = None
    about: list[EventDraft] = field(default_factory=list)
    time: TimeMention | None = None

    @property
    def tokens(self) -> set[int]:
        """The tokens of its content."""
        return {token for first, last in self.content for token in range(first, last)}


@dataclass(slots=True, eq=False)
class Saying:
    """A statement that carries an event or one of its fields, and how: asserts, confirms, denies or doubts."""

    statement: StatementDraft
    stance: str


@dataclass(slots=True, eq=False)
class Role:
    """An actor in an event, and on whose word."""

    mention: Mention
    sayings: list[Saying] = field(default_factory=list)
    chance: float = 1.0
    """How probable it is that the actor plays the role."""


@dataclass(slots=True, eq=False)
class TollDraft:
    """A count of people hurt, taken or driven out."""

    kind: str
    min: int | None
    max: int | None
    who: str | None
    span: Span
    sayings: list[Saying] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class EventDraft:
    """One mention of an event, later several merged into one. `trigger` is its head token, `triggers` the whole phrase."""

    type: str
    mode: str | None
    trigger: int
    triggers: Tokens
    confidence: float = 1.0
    actors: list[Role] = field(default_factory=list)
    recipients: list[Role] = field(default_factory=list)
    time: TimeMention | None = None
    start: str | None = None
    end: str | None = None
    dated: float = 1.0
    """How probable it is that the dates, where there are any, are right."""
    places: list[PlaceMention] = field(default_factory=list)
    sited: float = 1.0
    """How probable it is that the first of the places, where there are any, is right."""
    reality: str = "happened"
    tolls: list[TollDraft] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    disputed: list[str] = field(default_factory=list)
    about: list[EventDraft] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)
    evidence: list[int] = field(default_factory=list)
    """Indices of the sentences it was read from."""
    merged: list[int] = field(default_factory=list)
    """Trigger tokens of the other mentions that were merged into it."""
    alluded: list[int] = field(default_factory=list)
    """Trigger tokens of deeds that are not listed and may be this one: what is said of them is about it, but it does not rest on that."""
    source: str = "frame"
    """What proposed it: `frame` or `model`; with `why`, the explanation."""
    why: list[str] = field(default_factory=list)
    codes: dict[str, str] | None = None
    """Its codes by the names of the user's ontologies; None where there are none of those."""


@dataclass(slots=True, eq=False)
class Draft:
    """Everything known so far about one article. A step reads what earlier steps left and adds its own."""

    article: Article
    analysis: Analysis
    knowledge: Knowledge
    actors: list[Actor] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    heads: dict[int, Mention] = field(default_factory=dict)
    """Mentions by their head token."""
    chains: list[list[Mention]] = field(default_factory=list)
    """Mentions of one and the same. Those of whom the record has no actor (`you`, the writer's `I`, a town) are only here."""
    main_country: str | None = None
    """The country that most of the article's country words speak of."""
    times: list[TimeMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    statements: list[StatementDraft] = field(default_factory=list)
    events: list[EventDraft] = field(default_factory=list)
    named_by: dict[int, Trigger] = field(default_factory=dict)
    """Triggers that name the proposed events, by token; those of the model alone have none."""

    @property
    def lemmas(self) -> list[str]:
        """The lemmas of all tokens in small letters."""
        return self.analysis.lemmas

    @property
    def lows(self) -> list[str]:
        """The words of all tokens in small letters."""
        return self.analysis.lows

    def mention_at(self, token: int) -> Mention | None:
        """The smallest mention that covers a token."""
        covering = [m for m in self.mentions if m.first <= token < m.last]
        return min(covering, key=lambda m: m.last - m.first, default=None)
