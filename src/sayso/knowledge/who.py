"""What the base knows of a name, why, and what decides between those who share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from sayso.knowledge.actors import ActorBase, Entry, Office, RoleNoun
from sayso.knowledge.names import key, pieces

_NEAREST = 5
_ALIKE = 0.72
_MORE = 8
"""Bearers of one last name that are listed."""


@dataclass(frozen=True, slots=True)
class Known:
    """One whom a name may mean, and on which side he, she or it stands on the date."""

    entry: Entry
    why: str
    country: str | None
    sectors: tuple[str, ...]
    office: Office | None

    @property
    def file(self) -> str:
        """The file that the entry comes from."""
        return self.entry.place.rpartition(":")[0]

    @property
    def line(self) -> int:
        """The line of the file on which the entry begins."""
        return int(self.entry.place.rpartition(":")[2] or 0)


@dataclass(slots=True)
class Answer:
    """What is known of a name: bearers, the likeliest first, and meanings of the word besides."""

    name: str
    on: str | None
    found: list[Known] = field(default_factory=list)
    meanings: list[str] = field(default_factory=list)
    """What the word means where it names nobody: a nationality, a seat of government, a noun for a kind of actor."""
    decided_by: list[str] = field(default_factory=list)
    """What in an article decides between the bearers."""
    nearest: list[str] = field(default_factory=list)
    """Names of the base that are spelt alike, where nobody was found."""


def who(base: ActorBase, name: str, *, on: str | None = None) -> Answer:
    """Whom a name, a last name or a description such as "Turkey's foreign minister" means on a date (ISO, as exact as known)."""
    answer = Answer(name, on)
    for entry, why in _bearers(base, name, on):
        if all(entry is not known.entry for known in answer.found):
            country, sectors = entry.side_on(on)
            answer.found.append(Known(entry, why, country, sectors, entry.office_on(on) if on else None))
    answer.meanings = [*_vacant(base, name, on), *_meanings(base, name)]
    if len(answer.found) > 1:
        answer.decided_by = list(_deciding(answer.found))
    if not answer.found and not answer.meanings:
        answer.nearest = nearest(base, name)
    return answer


def source(file: str) -> str:
    """What a file says of itself in its first line, or after `source =`; empty where it says nothing or cannot be read."""
    try:
        lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    if file.endswith(".toml"):
        told = next((line for line in lines if line.replace(" ", "").startswith("source=")), "")
        return told.partition("=")[2].strip().strip("\"'")
    return lines[0].lstrip("# ") if lines and lines[0].startswith("#") else ""


def nearest(base: ActorBase, name: str) -> list[str]:
    """Names of the base that are spelt most like one that it does not know."""
    wanted = key(name)
    likely = [known for known in base.names() if _may_be_like(wanted, known)]
    found = get_close_matches(wanted, likely, n=_NEAREST, cutoff=_ALIKE)
    return list(dict.fromkeys(_as_written(base, match) for match in found))


def _may_be_like(wanted: str, known: str) -> bool:
    """A cheap test that spares comparing letter by letter: about as long, and one word begins alike."""
    return bool(wanted) and abs(len(known) - len(wanted)) <= 4 and any(word[0] in (wanted[0], wanted.split()[-1][0]) for word in known.split())


def _as_written(base: ActorBase, match: str) -> str:
    """A name that was found as its entry writes it."""
    entry = base.look_up(match)[0]
    return next((name for name in (entry.name, *entry.aliases) if key(name) == match), entry.name)


def _bearers(base: ActorBase, name: str, on: str | None) -> Iterator[tuple[Entry, str]]:
    wanted = key(name)
    for entry in base.look_up(name, on=on):
        yield entry, _why(entry, wanted)
    yield from _holders(base, name, on)
    seat = base.seat(name)
    details = base.details(seat) if seat else None
    if details is not None:
        yield details.entry, f"{name} stands for its government"
    for entry in base.by_surname(name, on=on)[:_MORE]:
        yield entry, "by last name, in an article that tells the country or names the person in full"


def _why(entry: Entry, wanted: str) -> str:
    if key(entry.name) == wanted:
        return "by name"
    alias = next((alias for alias in entry.aliases if key(alias) == wanted), None)
    return f"by the alias {alias}" if alias else "by name, without its title or in another spelling"


def _holders(base: ActorBase, name: str, on: str | None) -> Iterator[tuple[Entry, str]]:
    """Who holds the office that a description names, on the date or last."""
    for country, title in _readings(base, name):
        entry = base.holder(title, country, on=on)
        if entry is not None:
            yield entry, f"{base.title(title, country)} of {country} {f'on {on}' if on else 'at last'}"
            return


def _readings(base: ActorBase, name: str) -> Iterator[tuple[str, str]]:
    """The ways to read a description as a country and a title: "Turkish foreign minister", "foreign minister of Turkey"."""
    words = [word for word in pieces(name) if word not in ("the", "s")]
    for cut in range(1, len(words)):
        first, last = " ".join(words[:cut]), " ".join(words[cut:])
        yield from _reading(base, first, last)
        if words[cut] == "of":
            yield from _reading(base, " ".join(words[cut + 1 :]), first)


def _reading(base: ActorBase, country: str, title: str) -> Iterator[tuple[str, str]]:
    code = base.country(country) or base.nationality(country)
    if code and (base.is_title(title) or base.holder(title, code)):
        yield code, title


def _vacant(base: ActorBase, name: str, on: str | None) -> Iterator[str]:
    """An office that a description names, where the base has no holder on the date."""
    for country, title in _readings(base, name):
        if base.holder(title, country, on=on) is None:
            others = [f"{entry.name} ({office.start or '…'} to {office.end or '…'})" for office, entry in base.holders(title, country)]
            known = f"; it knows {', '.join(others)}" if others else ""
            yield f"an office: {base.title(title, country)} of {country}, for which the base has no holder{f' on {on}' if on else ''}{known}"
        return


def _meanings(base: ActorBase, name: str) -> Iterator[str]:
    nation = base.nationality(name)
    if nation:
        yield f"a nationality: of {nation}"
    noun = base.noun(name)
    if noun is not None:
        yield f"a noun for a kind of actor: {_noun(noun)} ({noun.place})"


def _noun(noun: RoleNoun) -> str:
    belongs = " that holds an office" if noun.office else " of a state unless the text says otherwise" if noun.state else ""
    return f"{noun.kind} {' '.join(noun.sectors) or 'of no sector'}{belongs}"


def _deciding(found: list[Known]) -> Iterator[str]:
    """What tells the bearers of a name apart."""
    countries = dict.fromkeys(known.country or "none" for known in found)
    if len(countries) > 1:
        yield f"the country that the words around the name, or most of the article, tell: {', '.join(countries)}"
    kinds = dict.fromkeys(known.entry.kind for known in found)
    if len(kinds) > 1:
        yield f"whether the sentence speaks of a {' or a '.join(kinds)}"
    if any(known.entry.offices for known in found):
        yield "the article's date: whoever then holds an office comes first"
    yield "a fuller name elsewhere in the article"
