"""Why an event is what it is: for each of its fields the trigger, frame, rule or score that made it, in plain words.

The article is coded as always; the proposals for its events are then made once more and looked into. So explaining costs
coding nothing, and what it tells is what the steps did.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.draft import EventDraft
from sayso.coding.finish import finish, in_order
from sayso.errors import InputError
from sayso.explaining.naming import mode_reasons, type_reasons
from sayso.explaining.parties import role_reasons
from sayso.explaining.reasons import Explanation, Reason
from sayso.explaining.replay import Replay
from sayso.explaining.setting import reality_reasons, when_reasons, where_reasons
from sayso.explaining.telling import about_reasons, code_reasons, context_reasons, disputed_reasons, saying_reasons, toll_reasons
from sayso.record import Record

__all__ = ["Explanation", "Reason", "explain_article"]


def explain_article(coder: Coder, article: Article, events: Sequence[str] = ()) -> tuple[Record, list[Explanation]]:
    """The record of an article and the explanations of its events, or of those named by id.

    Raises InputError for an id that the record has no event of.
    """
    analysis = coder.core.analyse(article.text, skipped=article.skipped)
    replay = Replay(coder, article, analysis)
    record = finish(replay.draft, coder.pipeline)
    drafts = {f"e{number}": event for number, event in enumerate(in_order(replay.draft), 1)}
    unknown = next((name for name in events if name not in drafts), None)
    if unknown is not None:
        known = f"it has e1 to e{len(drafts)}" if len(drafts) > 1 else "it has e1 alone" if drafts else "it has none"
        raise InputError(f"{article.id}: there is no event {unknown!r}; {known}.")
    ids = {id(event): name for name, event in drafts.items()}
    return record, [explain_event(replay, name, drafts[name], ids) for name in events or drafts]


def explain_event(replay: Replay, name: str, event: EventDraft, ids: dict[int, str]) -> Explanation:
    """Reasons for every field of one event, in the order of the record."""
    reasons = [
        *type_reasons(replay, event),
        *mode_reasons(replay, event),
        *code_reasons(replay, event),
        *context_reasons(replay, event),
        *role_reasons(replay, event, "actor", ids),
        *role_reasons(replay, event, "recipient", ids),
        *when_reasons(replay, event),
        *where_reasons(replay, event),
        *reality_reasons(replay, event, ids),
        *toll_reasons(replay, event),
        *saying_reasons(replay, event),
        *disputed_reasons(replay, event),
        *about_reasons(replay, event, ids),
    ]
    words = replay.draft.article.text[slice(*replay.draft.analysis.span(*event.triggers))]
    return Explanation(name, event.type, event.mode, words, round(event.confidence, 4), reasons)
