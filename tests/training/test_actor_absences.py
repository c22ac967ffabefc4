"""What is not asked of the actor tables because it does not exist, and that it does not stand in them."""

from __future__ import annotations

import pytest

from sayso.knowledge.actors import ActorBase, load_actors
from tests.coding.actor_support import small_base
from training.actor_absences import NO_PREMIER, NOBODY, WITHOUT, years
from training.actor_targets import NOW, targets


@pytest.fixture(scope="module")
def base() -> ActorBase:
    """The package's own tables."""
    return load_actors()


@pytest.mark.parametrize(("runs", "meant"), [("", set()), ("2003", {2003}), ("2000-2002,2010", {2000, 2001, 2002, 2010})])
def test_runs_of_years(runs: str, meant: set[int]) -> None:
    """As gaps are told."""
    assert years(runs) == meant


def test_codes_are_those_of_countries_and_years_are_past(base: ActorBase) -> None:
    """A slip in a code or a year would excuse nothing, or too much."""
    told = [(code, runs) for of in (*NOBODY.values(), NO_PREMIER) for code, runs in of.items()]
    assert [code for code in {code for code, _ in told}.union(*WITHOUT.values()) if base.details(code) is None] == []
    assert all(set(years(runs)) <= set(range(1985, NOW + 1)) for _, runs in told)


def test_what_does_not_exist_is_not_in_the_tables(base: ActorBase) -> None:
    """No people, seat, army or party of a state that is said to have none."""
    armies = {e.country for e in base.entries if e.kind == "organization" and "MIL" in e.sectors}
    parties = {e.country for e in base.entries if e.id.startswith("parties:")}
    details = [base.details(code) for code in WITHOUT["demonyms"]]
    assert [d.entry.name for d in details if d is not None and d.demonyms] == []
    assert [code for code in WITHOUT["capitals, seats"] if (d := base.details(code)) is not None and d.seats] == []
    assert not armies & WITHOUT["army"]
    assert not parties & WITHOUT["parties"]


@pytest.mark.parametrize("office", ["foreign minister", "defence minister"])
def test_nobody_holds_what_nobody_held(base: ActorBase, office: str) -> None:
    """South Sudan had ministers before it was a state."""
    told = [(code, year) for code, runs in NOBODY[office].items() if code != "SSD" for year in years(runs)]
    assert [at for at in told if base.holder(office, at[0], on=f"{at[1]}-07-01") is not None] == []


def test_no_president_where_none_was(base: ActorBase) -> None:
    """Lebanon's prime ministers led it while it had none, which is no answer to who was its head."""
    told = [(code, f"{year}-07-01") for code, runs in NOBODY["head of state"].items() if code != "SSD" for year in years(runs)]
    assert [at for at in told if base.holder("president", at[0], on=at[1]) is not None] == []


def test_no_premier_where_none_was(base: ActorBase) -> None:
    """Those years have no prime minister, but somebody who leads."""
    told = [(code, f"{year}-07-01") for code, runs in NO_PREMIER.items() for year in years(runs)]
    assert [at for at in told if base.holder("prime minister", at[0], on=at[1]) is not None] == []
    assert [at for at in told if base.holder("leader", at[0], on=at[1]) is None] == []


def test_what_does_not_exist_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of Norland's years one was without a state; it counts neither as wanted nor as wanting."""
    name = "UN members since 2000: whoever leads"
    before = next(target for target in targets(small_base()) if target.name.startswith(name))
    monkeypatch.setitem(NOBODY, "whoever leads", {"XNL": "2000"})
    after = next(target for target in targets(small_base()) if target.name.startswith(name))
    assert (after.wanted, after.there) == (before.wanted - 1, before.there)
    assert after.wanting[0] == "XNL 2001-2019,2024-2025"


def test_state_without_capital_is_not_asked_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two states one is left."""
    monkeypatch.setitem(WITHOUT, "capitals, seats", frozenset(("XSL",)))
    found = next(target for target in targets(small_base()) if target.name.endswith("capitals, seats"))
    assert (found.wanted, found.there) == (1, 1)
