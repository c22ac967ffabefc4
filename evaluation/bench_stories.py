"""Speed of linking: invented datasets of three sizes, and how cost grows from one to the next.

    python -m evaluation.bench_stories [--events 25000 50000 100000]

An invented archive grows as a real one does, by more days of news: each day has as many happenings, each told by several outlets in their
own words. Only the linking is timed, from the open dataset to the stories written: by the clock, and, for how cost grows, in processor time,
which other programs on the machine do not stretch.
"""

from __future__ import annotations

import argparse
import math
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from sayso.article import Article
from sayso.dataset.store import Store
from sayso.dataset.stories import link
from sayso.record import Actor, ArticleInfo, Event, Participant, Pipeline, Place, Record, Say, Statement, Toll, When

SIZES = (25_000, 50_000, 100_000)
SLACK = 1.25
"""By so much more than n log n may cost grow before it is said to: clocks are not exact."""
_TYPES = ("ASSAULT", "ASSAULT", "ASSAULT", "COERCE", "CONSULT", "ACCUSE", "REQUEST", "PROTEST")
_COUNTRIES = tuple(f"{one}{two}Z" for one in "ABCDEFGH" for two in "ABCDE")
_OUTLETS = 40
_DAILY = 60
_PER_ARTICLE = 5
_START = date(2001, 1, 1)
_SYLLABLES = ("ba", "den", "kor", "li", "mus", "no", "pra", "ri", "sel", "tam", "ur", "vo", "wes", "zan", "chi", "fol")


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened in the invented world."""

    type: str
    day: date
    country: str
    actor: str
    recipient: str
    town: int
    killed: int
    trigger: str
    words: tuple[str, ...]


def main() -> None:
    """Measure each size and print; say whether cost grows faster than n log n."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, nargs="+", default=SIZES)
    measure(sorted(parser.parse_args().events))


def measure(sizes: Sequence[int]) -> None:
    """Let one invented dataset grow to each size, and link it there."""
    found: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "invented.sqlite", create=True) as store:
        articles = invented()
        for size in sizes:
            with store.transaction():
                made = found[-1][0] if found else 0
                while made < size:
                    article, record = next(articles)
                    store.add(article, record)
                    made += len(record.events)
            began, used = time.perf_counter(), time.process_time()
            linked = link(store)
            seconds, own = time.perf_counter() - began, time.process_time() - used
            found.append((linked.events, own))
            print(f"linking {linked.events:>7,} events       {seconds:6.2f} s, {own:.2f} s of processor time, {linked.stories:,} stories", flush=True)
    for (small, quick), (large, slow) in pairwise(found):
        print(f"  from {small:,} to {large:,}: {growth(small, quick, large, slow)}")


def growth(small: int, quick: float, large: int, slow: float) -> str:
    """How the cost of two sizes compares with n log n."""
    wanted = large * math.log(large) / (small * math.log(small))
    verdict = "no faster than" if slow / quick <= SLACK * wanted else "FASTER THAN"
    return f"cost grows {verdict} n log n: {slow / quick:.2f} times for {wanted:.2f}"


def invented(seed: int = 1) -> Iterator[tuple[Article, Record]]:
    """Articles of several happenings each, with their records, day after day without end."""
    chance = random.Random(seed)
    day = _START
    while True:
        told: dict[int, list[Happening]] = {}
        for happening in [_happening(chance, day) for _ in range(_DAILY)]:
            for outlet in chance.sample(range(_OUTLETS), min(_OUTLETS, 1 + int(chance.expovariate(0.5)))):
                told.setdefault(outlet, []).append(happening)
        for outlet in sorted(told):
            for first in range(0, len(told[outlet]), _PER_ARTICLE):
                yield _article(chance, outlet, day, told[outlet][first : first + _PER_ARTICLE])
        day += timedelta(days=1)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))


def _happening(chance: random.Random, day: date) -> Happening:
    country = chance.choice(_COUNTRIES)
    actor, recipient = (f"{_word(chance).title()} {chance.choice(('Front', 'Army', 'Party', 'Council'))}" for _ in range(2))
    words = tuple(_word(chance) for _ in range(14))
    town = chance.randrange(20)
    return Happening(chance.choice(_TYPES), day, country, actor, recipient, town, chance.randint(1, 60), _word(chance), words)


def _article(chance: random.Random, outlet: int, day: date, told: Sequence[Happening]) -> tuple[Article, Record]:
    """One outlet's report: of each happening a sentence that keeps most of its words, in an order of its own."""
    text, actors, places, statements, events = "", [], [], [], []
    for number, happening in enumerate(told, 1):
        kept = chance.sample(happening.words, 10)
        head = f"{happening.actor} {happening.trigger} {happening.recipient} in {happening.country.title()}ville{happening.town} "
        start, text = len(text), text + head + " ".join(kept) + f" {happening.killed}. "
        trigger = start + len(happening.actor) + 1, start + len(happening.actor) + 1 + len(happening.trigger)
        side, other = f"a{2 * number - 1}", f"a{2 * number}"
        actors += [
            Actor(side, happening.actor, "organization", happening.country, ["REB"]),
            Actor(other, happening.recipient, "organization", happening.country, ["GOV"]),
        ]
        latitude, longitude = float(happening.town), 4.0 * _COUNTRIES.index(happening.country)
        name = f"{happening.country.title()}ville{happening.town}"
        places.append(Place(f"p{number}", name, happening.country, None, latitude, longitude, "city"))
        statements.append(Statement(f"s{number}", other, None, None, [(start, len(text))], "indirect", "say", about=[f"e{number}"]))
        dated = chance.random() < 0.3
        when = When(day.isoformat(), day.isoformat()) if dated else When()
        toll = [Toll("killed", happening.killed, happening.killed, None, trigger)] if happening.type == "ASSAULT" else []
        events.append(
            Event(
                f"e{number}", happening.type, None, [], trigger, [(start, len(text))], [Participant(side, None)], [Participant(other, None)],
                when, [f"p{number}"], "happened", toll, [Say(f"s{number}", "asserts")], [], [], 0.9,
            )
        )  # fmt: skip
    article = Article(text, f"{day.isoformat()}-{outlet}-{told[0].trigger}", None, f"Outlet {outlet}", None, day.isoformat())
    info = ArticleInfo(article.id, None, article.publisher, None, article.published, "en", len(text), article.sha256)
    return article, Record(info, actors, places, [], statements, events, Pipeline("bench", "", ""))


if __name__ == "__main__":
    main()
