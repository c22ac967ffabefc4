"""What the actor tables are asked to hold, and the counts that must not fall."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.knowledge.actors import ActorBase, load_actors
from tests.coding.actor_support import small_base
from training.actor_targets import G20_AND_AT_WAR, NOT_MEMBERS, REPORTED, Target, targets
from training.check_actors import is_known, phrases


@pytest.fixture(scope="module")
def held() -> dict[str, Target]:
    """What the package's tables hold, by what is asked for."""
    return {target.name: target for target in targets(load_actors())}


@pytest.mark.parametrize(
    "name",
    [
        "armed groups", "leaders of armed groups", "IGOs and treaty bodies", "NGOs and monitors", "media and agencies",
        "80 states: parties by name", "ethnic, religious groups", "nouns for kinds of actors",
    ],
)  # fmt: skip
def test_as_many_as_asked_for(held: dict[str, Target], name: str) -> None:
    """What is counted is there in the number asked for."""
    assert held[name].there >= held[name].wanted


@pytest.mark.parametrize(
    "name",
    [
        "states and territories: demonyms", "states and territories: capitals, seats",
        "members: army by name", "members: police by name", "80 states: intelligence by name",
        "UN members since 2000: whoever leads (years)", "UN members since 2000: head of state (years)",
        "UN members since 2000: head of government (years)", "G20, states at war since 1985: whoever leads (years)",
        "60 states since 2010: foreign minister (years)",
    ],
)  # fmt: skip
def test_nothing_is_wanting(held: dict[str, Target], name: str) -> None:
    """All that is asked for, of what exists, is there."""
    assert held[name].wanting == []


@pytest.mark.parametrize(
    ("name", "share"),
    [("60 states since 2010: defence minister (years)", 0.99), ("60 states since 2010: a spokesperson (years)", 0.96)],
)
def test_shares_do_not_fall(held: dict[str, Target], name: str, share: float) -> None:
    """Years in office that are known, as a share of those asked for; raise it with the tables."""
    assert held[name].there >= share * held[name].wanted


def test_gaps_are_told_in_runs_of_years() -> None:
    """Norland has a president from 2020 to 2023, and a gap before and after."""
    found = {target.name: target for target in targets(small_base())}
    assert found["UN members since 2000: whoever leads (years)"].wanting[0] == "XNL 2000-2019,2024-2025"


def test_lists_of_states_hold_codes_of_the_tables() -> None:
    """Every code that is asked for is a country's, none twice."""
    base = load_actors()
    for codes in (G20_AND_AT_WAR, REPORTED, NOT_MEMBERS):
        assert len(set(codes)) == len(codes)
    assert [code for code in (*G20_AND_AT_WAR, *REPORTED) if base.details(code) is None] == []


def test_names_are_known_as_persons_states_peoples_and_seats() -> None:
    """A name counts as known whatever it means."""
    base: ActorBase = small_base()
    assert all(is_known(base, name) for name in ("Ann Vale", "Norland", "Norlandic", "Hill House", "RFR"))
    assert not is_known(base, "Nobody Known")


def test_phrases_of_the_news_are_counted(tmp_path: Path) -> None:
    """Runs of words count however they are written."""
    (tmp_path / "a.jsonl").write_text('{"text": "Ann Vale met Ann-Vale."}\n', encoding="utf-8")
    found = phrases(tmp_path)
    assert (found["ann vale"], found["vale met ann"], found["bob"]) == (2, 1, 0)
