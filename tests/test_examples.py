"""The examples that ship with the project, used as their readers would."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.knowledge import Knowledge
from sayso.knowledge.schemes import Scheme, load_scheme

ACLED = Path(__file__).parent.parent / "examples" / "acled.toml"
SENTENCES = [
    ("Government troops clashed with M23 rebels near Masisi on Monday, killing four fighters.", "Battles: Armed clash"),
    ("M23 rebels captured the town of Bunagana on Monday.", "Battles: Non-state actor overtakes territory"),
    ("The Syrian army recaptured the town of Kessab from rebels on Monday.", "Battles: Government regains territory"),
    ("Thousands of people demonstrated peacefully in Lima on Monday.", "Protests: Peaceful protest"),
    ("Police fired tear gas at protesters in Nairobi on Monday.", "Protests: Protest with intervention"),
    ("Soldiers shot dead three protesters at a demonstration in Khartoum on Monday.", "Protests: Excessive force against protesters"),
    ("Youths rioted in Baltimore on Monday.", "Riots: Violent demonstration"),
    ("A mob lynched two men in the village on Monday.", "Riots: Mob violence"),
    ("Syrian forces attacked the town with chlorine gas on Monday.", "Explosions/Remote violence: Chemical weapon"),
    ("Russian warplanes carried out airstrikes on Idlib on Monday.", "Explosions/Remote violence: Air/drone strike"),
    ("A suicide bomber blew himself up at a market in Kabul on Monday.", "Explosions/Remote violence: Suicide bomb"),
    ("Rebels shelled the town of Homs on Monday.", "Explosions/Remote violence: Shelling/artillery/missile attack"),
    ("A roadside bomb attack killed two soldiers in Mogadishu on Monday.", "Explosions/Remote violence: Remote explosive/landmine/IED"),
    ("Gunmen threw a grenade at a police post in Bujumbura on Monday.", "Explosions/Remote violence: Grenade"),
    ("Soldiers raped ten women in the village on Monday.", "Violence against civilians: Sexual violence"),
    ("Militiamen killed 20 civilians in a village near Beni on Monday.", "Violence against civilians: Attack"),
    ("Gunmen abducted six students in Kaduna on Monday.", "Violence against civilians: Abduction/forced disappearance"),
    ("The government and the rebels signed a ceasefire agreement on Monday.", "Strategic developments: Agreement"),
    ("Police arrested 40 opposition activists in Kampala on Monday.", "Strategic developments: Arrests"),
    ("The commander and his fighters pledged allegiance to Islamic State on Monday.", "Strategic developments: Change to group/activity"),
    ("Army engineers defused a bomb near the airport on Monday.", "Strategic developments: Disrupted weapons use"),
    ("The army set up a base near Bamako on Monday.", "Strategic developments: Headquarters or base established"),
    ("Rebels looted shops in Goma on Monday.", "Strategic developments: Looting/property destruction"),
    ("Government forces withdrew from the town of Kidal on Monday.", "Strategic developments: Non-violent transfer of territory"),
    ("The government imposed a curfew in Port-au-Prince on Monday.", "Strategic developments: Other"),
]


@pytest.fixture(scope="module")
def acled() -> Scheme:
    """The example."""
    return load_scheme(ACLED)


@pytest.fixture(scope="module")
def own(coder: Coder) -> Coder:
    """A coder with the example beside PLOVER, and CAMEO."""
    return _with(coder, Knowledge.load(ontologies=[ACLED, "cameo"]))


def _with(coder: Coder, knowledge: Knowledge) -> Coder:
    made = Coder.__new__(Coder)
    made.core, made.pipeline, made.knowledge = coder.core, coder.pipeline, knowledge
    return made


def test_acled_has_its_six_types_and_twenty_five_sub_types(acled: Scheme) -> None:
    """No more and no fewer."""
    assert (len(acled.types), sum(map(len, acled.types.values()))) == (6, 25)


def test_every_sub_type_has_a_rule_or_a_trigger(acled: Scheme) -> None:
    """None can never be met."""
    reached = {rule.code for rule in acled.rules} | {trigger.code for trigger in acled.triggers}
    assert {code for code in acled.codes() if ": " in code} <= reached


def test_every_sub_type_has_a_sentence_here() -> None:
    """The next test leaves none out."""
    assert len({code for _, code in SENTENCES}) == 25


@pytest.mark.parametrize(("sentence", "code"), SENTENCES)
def test_sub_type_is_found(own: Coder, sentence: str, code: str) -> None:
    """In a plain sentence of its kind."""
    record = own.code(Article(sentence, "a", published="2024-03-06"))
    assert code in [(event.codes or {}).get("acled") for event in record.events]


def test_codes_stand_beside_plover(own: Coder) -> None:
    """Types and modes stay PLOVER's; each ontology gives a code."""
    (event,) = own.code(Article("Rebels shelled the town of Homs on Monday.", "a")).events
    assert (event.type, event.mode) == ("ASSAULT", "heavy-weapons")
    assert event.codes == {"acled": "Explosions/Remote violence: Shelling/artillery/missile attack", "cameo": "194"}


def test_threats_are_no_acled_events(own: Coder) -> None:
    """ACLED codes what happened; CAMEO has a code for the threat."""
    record = own.code(Article("Turkey threatened to bomb rebels in Syria on Monday.", "a"))
    assert all("acled" not in (event.codes or {}) for event in record.events)
    assert any((event.codes or {}).get("cameo", "").startswith("13") for event in record.events)


def test_instead_lists_acled_events_alone(coder: Coder) -> None:
    """Under ACLED's names, without PLOVER's speech acts."""
    own = _with(coder, Knowledge.load(ontologies=[ACLED], instead=True))
    record = own.code(Article("Iran condemned Turkey. Rebels shelled the town of Homs on Monday.", "a"))
    assert [(event.type, event.mode) for event in record.events] == [("Explosions/Remote violence", "Shelling/artillery/missile attack")]


def test_own_type_without_like_is_found(coder: Coder, tmp_path: Path) -> None:
    """PLOVER has no floods; a trigger alone makes one an event."""
    path = tmp_path / "land.toml"
    path.write_text("[types.Flood]\n[[triggers]]\nphrase = 'flood'\npos = 'verb'\ncode = 'Flood'\nframe = 'act'\nprior = 0.95\n", encoding="utf-8")
    own = _with(coder, Knowledge.load(ontologies=[path]))
    record = own.code(Article("The Danube flooded 30 villages in Hungary on Monday.", "a", published="2024-03-06"))
    assert ("Flood", {"land": "Flood"}) in [(event.type, event.codes) for event in record.events]


def test_without_an_ontology_nothing_is_added(coder: Coder) -> None:
    """The default record has no field of codes."""
    record = coder.code(Article("Rebels shelled the town of Homs on Monday.", "a"))
    assert "codes" not in record.to_dict()["events"][0]
