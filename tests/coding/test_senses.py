"""Words of several senses: the frames tell them apart by what stands beside them, in sentences of our own."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import STEPS, Coder, run
from sayso.coding.draft import Draft
from sayso.coding.events import find_events
from sayso.coding.scene import Scene
from sayso.coding.triggers import matches_at

SENSES = [
    ("Teachers went on strike in Lagos on Monday over unpaid wages.", "strike", "PROTEST"),
    ("Bus drivers began a three-day strike in Lima on Tuesday.", "strike", "PROTEST"),
    ("Prisoners in Cairo began a hunger strike on Sunday.", "strike", "PROTEST"),
    ("A Turkish air strike killed four fighters in Sinjar.", "strike", "ASSAULT"),
    ("Israeli jets struck a convoy near Damascus on Friday.", "struck", "ASSAULT"),
    ("Kenya and Uganda struck a trade deal on Thursday.", "struck", "SUPPORT"),
    ("The president fired his defence minister on Tuesday.", "fired", "SANCTION"),
    ("Soldiers fired on demonstrators in Khartoum on Sunday.", "fired", "ASSAULT"),
    ("Police fired tear gas at students in Dhaka.", "fired", "ASSAULT"),
    ("North Korea fired two ballistic missiles into the sea on Monday.", "fired", "MOBILIZE"),
    ("Prosecutors charged the former minister with bribery on Friday.", "charged", "ACCUSE"),
    ("Riot police charged the crowd in Tbilisi on Saturday.", "charged", "ASSAULT"),
    ("Prosecutors launched an investigation into the general on Monday.", "launched", "ACCUSE"),
    ("Egypt and Ethiopia held talks in Cairo on Sunday.", "talks", "CONSULT"),
    ("Police held three suspects over the bombing on Monday.", "held", "COERCE"),
    ("Students held a rally in Athens on Friday.", "held", "PROTEST"),
    ("France backed the resolution on Tuesday.", "backed", "SUPPORT"),
    ("A rocket hit a hospital in Aleppo on Friday, killing six people.", "hit", "ASSAULT"),
    ("The United States hit Russia with new sanctions on Friday.", "hit", "SANCTION"),
    ("The minister met his Turkish counterpart in Ankara on Monday.", "met", "CONSULT"),
    ("Rebels seized the town of Bria on Monday.", "seized", "ASSAULT"),
    ("Customs officers seized 40 kilograms of cocaine on Monday.", "seized", "COERCE"),
    ("The army released 20 prisoners on Tuesday.", "released", "RETREAT"),
    ("Troops withdrew from the city on Monday.", "withdrew", "RETREAT"),
    ("The country withdrew from the treaty on Friday.", "withdrew", "SANCTION"),
    ("A judge cleared him of all charges on Monday.", "cleared", "RETREAT"),
    ("The president called for calm on Sunday.", "called", "REQUEST"),
    ("Putin called Macron on Tuesday to discuss Syria.", "called", "CONSULT"),
    ("The opposition called the vote a sham on Monday.", "called", "ACCUSE"),
    ("Washington recalled its ambassador from Caracas on Friday.", "recalled", "SANCTION"),
    ("Gunmen raided a village in Zamfara, killing ten people.", "raided", "ASSAULT"),
    ("Police raided the offices of a newspaper in Istanbul on Friday.", "raided", "COERCE"),
    ("Boko Haram attacked a school in Yobe.", "attacked", "ASSAULT"),
    ("The senator attacked the government's budget in a speech.", "attacked", "ACCUSE"),
    ("Protesters blocked the main road into Quito on Monday.", "blocked", "PROTEST"),
    ("Russia blocked the resolution at the Security Council on Friday.", "blocked", "REJECT"),
    ("The minister said he would not attend the summit.", "would", "REJECT"),
    ("The rebels said they will never accept the plan.", "will", "REJECT"),
    ("The government blocked access to Twitter on Monday.", "blocked", "COERCE"),
    ("Workers marched through Paris on Thursday.", "marched", "PROTEST"),
    ("Turkey shot down a Russian jet on Tuesday.", "shot", "ASSAULT"),
    ("Aid workers delivered food to Gaza on Monday.", "delivered", "AID"),
    ("Police opened fire on protesters in Yangon.", "opened", "ASSAULT"),
    ("Norway granted asylum to the dissident on Friday.", "granted", "AID"),
]
NO_EVENTS = [
    ("Iran launched a satellite into orbit on Thursday.", "launched"),
    ("The earthquake hit northern Chile on Friday.", "hit"),
    ("The company met its sales target last year.", "met"),
    ("The ministry released a report on Tuesday.", "released"),
    ("The senator withdrew his candidacy on Monday.", "withdrew"),
    ("The firm recalled thousands of cars on Friday.", "recalled"),
    ("The team marched into the final on Sunday.", "marched"),
    ("The director shot a film about the war last year.", "shot"),
    ("The president delivered a speech on Monday.", "delivered"),
]
HARDLY = 0.2
"""Prior below which a trigger names an event only where much else speaks for it."""


def _senses(coder: Coder, sentence: str, word: str) -> list[tuple[float, str]]:
    """Priors and types of the triggers at a word, the likeliest first."""
    draft = Draft(Article(sentence, "a", published="2024-03-06"), coder.core.analyse(sentence), coder.knowledge)
    run(draft, STEPS[: STEPS.index(find_events)])
    at = next(token.index for token in draft.analysis.tokens if token.text == word)
    return sorted(((m.trigger.prior, m.trigger.type) for m in matches_at(Scene(draft), at, coder.knowledge.triggers)), reverse=True)


@pytest.mark.parametrize(("sentence", "word", "type"), SENSES)
def test_likeliest_sense_is_the_right_one(coder: Coder, sentence: str, word: str, type: str) -> None:
    """By object, subject or phrase."""
    assert _senses(coder, sentence, word)[0][1] == type


@pytest.mark.parametrize(("sentence", "word"), NO_EVENTS)
def test_other_senses_are_no_events(coder: Coder, sentence: str, word: str) -> None:
    """No trigger, or one that says that the phrase is hardly ever an event."""
    assert all(prior < HARDLY for prior, _ in _senses(coder, sentence, word))
