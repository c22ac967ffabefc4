"""Statements: who says what, by which act."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.draft import StatementDraft
from sayso.coding.statements import _by_paragraph, find_statements
from sayso.language.analysis import Attribution
from sayso.record import Record, Statement
from tests.coding.event_support import draft_of


def coded(coder: Coder, text: str) -> tuple[Record, list[Statement]]:
    record = coder.code(Article(text, published="2024-03-06"))
    return record, record.statements


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The minister said that talks had failed.", "say"),
        ("The minister denied that troops had crossed the border.", "deny"),
        ("The minister urged rebels to lay down their arms.", "request"),
        ("The minister accused rebels of burning villages.", "accuse"),
        ("The minister condemned the attack.", "criticise"),
        ("The minister threatened to close the border.", "threaten"),
        ("The minister promised to free the prisoners.", "promise"),
        ("The minister confirmed that talks had failed.", "confirm"),
    ],
)
def test_act_of_a_plain_report(coder: Coder, text: str, act: str) -> None:
    """The cue tells what the minister does by speaking."""
    record, statements = coded(coder, text)
    assert [s.act for s in statements] == [act]
    assert statements[0].speaker is not None and "minister" in record.actor(statements[0].speaker).name


def test_content_is_without_marks_and_cue(coder: Coder) -> None:
    """The content begins and ends with its words."""
    text = "“We will never give up this town,” the general told soldiers."
    _, (statement,) = coded(coder, text)
    assert [text[s:e] for s, e in statement.content_spans] == ["We will never give up this town"]
    assert statement.form == "direct"


def test_source_after_according_to(coder: Coder) -> None:
    """“according to” names the speaker."""
    record, (statement,) = coded(coder, "Rebels took the town of Homs on Monday, according to the army.")
    assert statement.speaker is not None and record.actor(statement.speaker).name == "army"


def test_nested_statement_names_the_outer_one(coder: Coder) -> None:
    """Officials say that witnesses saw: the chain is kept."""
    _, statements = coded(coder, "Officials said that the general had promised to free the prisoners.")
    inner = next(s for s in statements if s.act == "promise")
    assert inner.via == next(s.id for s in statements if s.act == "say")


def test_no_comment_is_no_statement(coder: Coder) -> None:
    """Who declines to comment has said nothing."""
    assert coded(coder, "The ministry declined to comment.")[1] == []


def test_the_same_words_of_one_speaker_are_one_statement(coder: Coder) -> None:
    """Said, according to a message of the same group: nothing is said twice."""
    _, statements = coded(coder, "The rebels said the bridge had been destroyed, according to a message that the rebels posted online.")
    contents = [tuple(s.content_spans) for s in statements]
    assert len(contents) == len(set(contents))


BROKEN = """
1 We we PRON 2 nsubj _
2 won win VERB 0 root _
3 she she PRON 4 nsubj Actor=Nora
4 said say VERB 2 parataxis _

1 They they PRON 2 nsubj _
2 lost lose VERB 0 root _
"""


def quotation(gap: str) -> list[StatementDraft]:
    """ "We won," she said. "They lost", with something between the last two sentences."""
    draft = draft_of(BROKEN)
    tokens = draft.analysis.tokens
    start = tokens[4].start
    draft.analysis.text = draft.analysis.text[: start - 1] + gap + draft.analysis.text[start:]
    return _by_paragraph(draft, StatementDraft(draft.mentions[0], (3, 4), [(0, 2), (4, 6)], "direct", "say"))


def test_quotation_goes_on_behind_the_reporters_words() -> None:
    """One statement, though the reporter breaks it."""
    assert [part.content for part in quotation(" ")] == [[(0, 2), (4, 6)]]


def test_quotation_of_a_new_paragraph_is_a_statement_of_its_own() -> None:
    """It has the speaker of the one before it, and no cue."""
    first, second = quotation("\n")
    assert (first.content, first.cue) == ([(0, 2)], (3, 4))
    assert (second.content, second.cue, second.speaker) == ([(4, 6)], None, first.speaker)


CLAIM = """
1 Rebels rebel NOUN 2 nsubj Actor=Rebels
2 {verb} VERB 0 root _
3 responsibility responsibility NOUN 2 obj _
4 for for ADP 5 case _
5 raids raid NOUN 3 nmod _
6 {last} _
"""
DOT, NOT = ". . PUNCT 2 punct", "not not PART 2 advmod"


def found(verb: str = "claimed claim", last: str = DOT, *, claims: tuple[Attribution, ...] = ()) -> list[tuple[str, str, str]]:
    """Speaker, act and content of the statements in what the rebels claim, beside what the model takes for a cue."""
    draft = draft_of(CLAIM.format(verb=verb, last=last))
    draft.analysis.claims = list(claims)
    find_statements(draft)
    return [(s.speaker.actor.name if s.speaker else "", s.act, draft.analysis.words(*s.content[0])) for s in draft.statements]


@pytest.mark.parametrize(("verb", "act"), [("claimed claim", "confirm"), ("denied deny", "deny")])
def test_a_claim_of_responsibility_that_the_model_overlooks_is_a_statement(verb: str, act: str) -> None:
    """As its denial is."""
    assert found(verb) == [("Rebels", act, "responsibility for raids")]


def test_a_claim_that_nobody_makes_is_no_statement() -> None:
    """ "Have not claimed responsibility"."""
    assert found(last=NOT) == []


def test_a_claim_that_the_model_sees_is_one_statement() -> None:
    """With the content that the model gives it."""
    assert [content for _, _, content in found(claims=(Attribution([(0, 1)], [(1, 2)], [(4, 5)], 0.9),))] == ["raids"]


def test_the_cue_of_an_overlooked_claim_is_no_part_of_what_is_claimed() -> None:
    """Of "raids claimed by rebels" the raids are, though the verb hangs on them."""
    draft = draft_of("""
1 Raids raid NOUN 5 nsubj _
2 claimed claim VERB VerbForm=Part|Tense=Past 1 acl _
3 by by ADP 4 case _
4 rebels rebel NOUN 2 obl Actor=Rebels
5 ended end VERB 0 root _
""")
    find_statements(draft)
    assert [statement.content for statement in draft.statements] == [[(0, 1)]]
