"""An article coded as always, beside the proposals from which its events were made."""

from __future__ import annotations

from sayso.article import Article, Span
from sayso.coder import STEPS, Coder, run
from sayso.coding.arguments import Found
from sayso.coding.draft import Draft, EventDraft
from sayso.coding.events import find_events, gather
from sayso.coding.scene import Scene
from sayso.coding.triggers import Match, matches_at
from sayso.knowledge.event_scores import load_event_scores
from sayso.language.analysis import Analysis, Argument


class Replay:
    """`draft` is coded to the end; `scene` and `founds` show the event step at work, on a second draft of the same article."""

    def __init__(self, coder: Coder, article: Article, analysis: Analysis) -> None:
        self.draft = Draft(article, analysis, coder.knowledge)
        run(self.draft)
        again = Draft(article, analysis, coder.knowledge)
        run(again, STEPS[: STEPS.index(find_events)])
        self.scores = load_event_scores()
        self.scene = Scene(again)
        self.founds: dict[int, Found] = {found.event.trigger: found for found in gather(self.scene, self.scores)}
        """Proposals by the token of their trigger."""
        self.arguments: dict[int, list[Argument]] = self.scene.arguments

    @property
    def analysis(self) -> Analysis:
        """What the language core read."""
        return self.draft.analysis

    def mentions(self, event: EventDraft) -> list[int]:
        """The trigger tokens of an event and of what was merged into it."""
        return [event.trigger, *event.merged]

    def model(self, name: str, token: int) -> dict[str, float]:
        """The model's distribution of one kind at a token; empty where it gives none."""
        judged = self.analysis.judgements.get(name)
        return judged.of(token) if judged is not None else {}

    def match(self, token: int) -> Match | None:
        """How the trigger that names a proposal was found in its sentence."""
        trigger = self.scene.draft.named_by.get(token)
        found = matches_at(self.scene, token, self.draft.knowledge.triggers)
        return next((match for match in found if match.trigger is trigger), None)

    def text(self, first: int, last: int) -> str:
        """The words of a stretch of tokens, on one line."""
        return " ".join(self.draft.article.text[slice(*self.analysis.span(first, last))].split())

    def word(self, token: int) -> str:
        """One word as it stands."""
        return self.analysis.tokens[token].text

    def span(self, first: int, last: int) -> Span:
        """Where a stretch of tokens stands."""
        return self.analysis.span(first, last)
