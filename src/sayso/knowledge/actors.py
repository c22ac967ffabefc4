"""Who is who: actors by name, offices by date, nationalities, seats of government and nouns for kinds of actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.actor_tables import Country, Entry, Office, RoleNoun, Tables, read_tables
from sayso.knowledge.names import key, pieces

__all__ = ["ActorBase", "Country", "Entry", "Match", "Office", "RoleNoun", "load_actors"]

_DATA = Path(__file__).parent / "data" / "actors"
_ARTICLES = frozenset({"al", "el", "ul"})
_FAMILY_NAME_FIRST = frozenset(("CHN", "HKG", "KHM", "KOR", "PRK", "TWN", "VNM"))
# Who leads a state whose usual chief is wanting.
_LEADERS = ("leader", "supreme leader", "president", "prime minister", "king")
_SHORT = 3
_ENDINGS = (".tsv", ".toml")
# No name goes on over these; the barrier is a piece that no name has.
_BREAKS = frozenset((",", ";", ":", ")", "]", '"', "\u201c", "\u201d", "?", "!", "\u2014", "\u2013", "|"))
_BARRIER = ("",)


@dataclass(slots=True, eq=False)
class Match:
    """Words `[first, last)` of a list that are a known name, and whom they may name, likeliest first."""

    first: int
    last: int
    entries: list[Entry]


class ActorBase:
    """All actors that are known before an article is read. Look-ups ignore case, diacritics and apostrophes."""

    def __init__(self, tables: Tables) -> None:
        """Index the tables; what few articles need is indexed when first asked for."""
        self._tables = tables
        self._index: dict[str, list[Entry]] = {}
        self._reach: dict[str, int] = {}
        self._seconds: set[str] = set()
        self._capitals: set[str] = set()
        self._small: set[str] = set()
        self._articled: dict[str, bool] = {}
        self._kind_of = lru_cache(maxsize=8192)(self._find_noun)
        self._country_words = lru_cache(maxsize=4096)(self._find_country_word)
        self._closes_noun = lru_cache(maxsize=16384)(self._is_last_of_noun)
        for entry in tables.entries:
            self._add(entry)

    def forget(self) -> None:
        """Remember no word that was looked up before."""
        for memo in (self._kind_of, self._country_words, self._closes_noun):
            memo.cache_clear()

    def __len__(self) -> int:
        """The number of actors known by name."""
        return len(self._tables.entries)

    @property
    def entries(self) -> Sequence[Entry]:
        """All actors known by name, in the order of the tables."""
        return self._tables.entries

    @property
    def nouns_known(self) -> int:
        """The number of nouns for kinds of actors."""
        return len(self._tables.nouns)

    def look_up(self, name: str, *, on: str | None = None, near: str | None = None) -> list[Entry]:
        """Whom a whole name may mean, with or without its article or title.

        Those of the country that the text is about (`near`) come first, then those in office on the date.
        """
        wanted = key(name)
        found = self._index.get(wanted) or self._untitled(wanted)
        if near and len(found) > 1:
            found = sorted(found, key=_elsewhere(near))
        return _in_office_first(found, on) if on and len(found) > 1 else list(found)

    def find(self, words: Sequence[str], *, on: str | None = None) -> list[Match]:
        """The longest known names in a list of words, left to right, none overlapping another."""
        flat, owner = _flatten(words)
        capitals_only = _is_shouted(words)
        found: list[Match] = []
        end = 0
        for at in [at for at, piece in enumerate(flat) if piece in self._reach]:
            size = self._longest(flat, owner, at, words, capitals_only) if at >= end else 0
            if size:
                end = at + size
                entries = self.look_up(" ".join(flat[at:end]), on=on)
                found.append(Match(owner[at], owner[end - 1] + 1, entries))
        return found

    def noun(self, lemma: str) -> RoleNoun | None:
        """What kind of actor a noun (or compound: `police officer`) names; plurals are understood too."""
        return self._kind_of(lemma)

    def closes_noun(self, word: str) -> bool:
        """Whether a noun or compound that `noun` knows may end with this word: most words of a text need no further look."""
        return self._closes_noun(word)

    def _is_last_of_noun(self, word: str) -> bool:
        last = pieces(word)[-1:]
        return not last or not self._last_of_nouns.isdisjoint((*last, *_singulars(*last)))

    @cached_property
    def _last_of_nouns(self) -> frozenset[str]:
        return frozenset(noun.rpartition(" ")[2] for noun in self._tables.nouns)

    def _find_noun(self, lemma: str) -> RoleNoun | None:
        wanted = key(lemma)
        for form in (wanted, *_singulars(wanted)):
            if found := self._tables.nouns.get(form):
                return found
        return None

    def nationality(self, word: str) -> str | None:
        """The country of an adjective or people: `Turkish`, `Turk`, `Turks` are TUR."""
        return self._demonyms.get(key(word))

    def country(self, name: str) -> str | None:
        """The country of this name, alias, official name or abbreviation; that of a part of a country is its country."""
        for entry in self._index.get(key(name), ()):
            if _is_of_country(entry):
                return entry.country
        return None

    def countries_named(self, name: str) -> list[str]:
        """The codes of all countries that share a name, or have a part of that name: `Georgia` is GEO and, as a state of it, USA."""
        return list(dict.fromkeys(e.country for e in self._index.get(key(name), ()) if e.country and _is_of_country(e)))

    def country_word(self, name: str) -> tuple[str | None, list[str]]:
        """The country that a name, a nationality or a seat of government tells, and all that share the name where it is a country's."""
        return self._country_words(name)

    def _find_country_word(self, name: str) -> tuple[str | None, list[str]]:
        sharing = self.countries_named(name)
        return sharing[0] if sharing else self.nationality(name) or self.seat(name), sharing

    def opens_country(self, word: str) -> bool:
        """Whether anything that `country_word` knows may begin with this word."""
        first = pieces(word)[:1]
        return not first or first[0] in self._first_of_countries

    @cached_property
    def _first_of_countries(self) -> frozenset[str]:
        named = (name for name, entries in self._index.items() if any(map(_is_of_country, entries)))
        # Names are looked up without a leading article.
        return frozenset(("the", *(name.partition(" ")[0] for names in (named, self._demonyms, self._seats) for name in names)))

    def details(self, code: str) -> Country | None:
        """A country's line in the table by its ISO 3166 code."""
        return self._countries.get(code)

    def seat(self, name: str) -> str | None:
        """The country whose government a capital or seat stands for: `Ankara` is TUR, `the Kremlin` RUS."""
        return self._seats.get(key(name))

    def title(self, title: str, country: str | None = None) -> str:
        """The common title: `minister of foreign affairs` is `foreign minister`, in the USA `secretary of state` is too."""
        return self._tables.titles.canonical(title, country)

    def holder(self, office_title: str, country: str | None, *, on: str | None = None) -> Entry | None:
        """Who held an office on a date; without a date, who held it last. `leader` is whoever leads that country."""
        for title in self._titles_meant(office_title, country):
            for office, entry in reversed(self._holders.get((title, country or ""), [])):
                if on is None or office.held_on(on):
                    return entry
        return None

    def holders(self, office_title: str, country: str | None) -> list[tuple[Office, Entry]]:
        """All who held an office that goes by this title in a country, the first first."""
        return [held for title in self._titles_meant(office_title, country) for held in self._holders.get((title, country or ""), [])]

    def is_title(self, title: str) -> bool:
        """Whether the table of offices has this title, under any of its names."""
        return self._tables.titles.canonical(title, None) in self._tables.titles.sectors

    def names(self) -> Iterable[str]:
        """All names and aliases as they are looked up: in small letters, without accents."""
        return self._index.keys()

    def by_surname(self, name: str, *, on: str | None = None) -> list[Entry]:
        """Persons with this last name (`Erdogan`, `al-Sisi`, `Sisi`, `de Mistura`), those in office on the date first."""
        words = [word for word in pieces(name) if word not in _ARTICLES]
        found = self._surnames.get(words[-1], []) if words else []
        if len(words) > 1:
            found = [entry for entry in found if key(entry.name).endswith(" ".join(words))]
        return _in_office_first(found, on)

    @cached_property
    def run_together(self) -> list[tuple[str, str]]:
        """Names, nationalities and capitals of countries as web addresses write them ("southafrica"), the longest first, and their countries."""
        found: dict[str, str] = {}
        for country in self._tables.countries:
            for name in (country.entry.name, *country.demonyms, *country.seats[:1]):
                found.setdefault(key(name).replace(" ", ""), country.entry.country or "")
        return sorted(((name, code) for name, code in found.items() if len(name) > _SHORT), key=_longest_name)

    @cached_property
    def outlets(self) -> dict[str, str]:
        """Names of newspapers, agencies and broadcasters, run together, and their countries."""
        media = [entry for entry in self._tables.entries if entry.id.startswith("media:") and entry.country]
        return {key(name).replace(" ", ""): entry.country or "" for entry in media for name in (entry.name, *entry.aliases)}

    @cached_property
    def _countries(self) -> dict[str, Country]:
        return {country.entry.country or "": country for country in self._tables.countries}

    @cached_property
    def _demonyms(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for country in self._tables.countries:
            for demonym in country.demonyms:
                word = key(demonym)
                for form in (word, *_plurals(word)):
                    found.setdefault(form, country.entry.country or "")
        return found

    @cached_property
    def _seats(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for country in self._tables.countries:
            for seat in country.seats:
                found.setdefault(key(seat), country.entry.country or "")
        for entry in self._tables.entries:
            if entry.id.startswith("seats:") and entry.country:
                for name in (entry.name, *entry.aliases):
                    found.setdefault(key(name), entry.country)
        return found

    @cached_property
    def _holders(self) -> dict[tuple[str, str], list[tuple[Office, Entry]]]:
        found: dict[tuple[str, str], list[tuple[Office, Entry]]] = {}
        for entry in self._tables.entries:
            for office in entry.offices:
                found.setdefault((self.title(office.title, office.country), office.country or ""), []).append((office, entry))
        for group in found.values():
            group.sort(key=_start)
        return found

    @cached_property
    def _surnames(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._tables.entries:
            if entry.kind == "person":
                # An alias of one word is how the press calls the person; it counts as a last name.
                short = [name for name in entry.aliases if len([w for w in pieces(name) if w not in _ARTICLES]) == 1]
                last = [pieces(name)[-1] for name in (entry.name, *short)]
                if entry.country in _FAMILY_NAME_FIRST:
                    last.append(pieces(entry.name)[0])
                for name in dict.fromkeys(last):
                    found.setdefault(name, []).append(entry)
        return found

    def _titles_meant(self, office_title: str, country: str | None) -> list[str]:
        title = self.title(office_title, country)
        details = self._countries.get(country or "")
        if title != "leader" or details is None or details.chief is None:
            return [title]
        return [self.title(details.chief, country), *_LEADERS]

    def _add(self, entry: Entry) -> None:
        for name in (entry.name, *entry.aliases):
            words = key(name).split(" ")
            self._place(words, name, entry)
            if entry.kind == "person" and not _ARTICLES.isdisjoint(words[1:]):
                for variant in _without_articles(words):
                    self._place(variant, name, entry)

    def _untitled(self, name: str) -> list[Entry]:
        """Persons by a name that stands after honorifics: `sheikh sabah al ahmad`, `mr putin`."""
        words = name.split(" ")
        first = 0
        while first < len(words) - 1 and words[first] in self._tables.honorifics:
            first += 1
        found = self._index.get(" ".join(words[first:]), []) if first else []
        return [entry for entry in found if entry.kind == "person"]

    def _place(self, words: list[str], name: str, entry: Entry) -> None:
        joined = " ".join(words)
        known = self._index.get(joined)
        if known is None:
            self._index[joined] = [entry]
        elif entry not in known:
            known.append(entry)
        if self._reach.get(words[0], 0) < len(words):
            self._reach[words[0]] = len(words)
        self._seconds.update(words[1:2])
        if len(words) == 1:
            self._articled[joined] = self._articled.get(joined, True) and name.startswith(("The ", "the "))
        if len(words) == 1 and _is_acronym(name):
            self._capitals.add(joined)
        elif name.islower():
            self._small.add(joined)

    def _longest(self, flat: list[str], owner: list[int], at: int, words: Sequence[str], capitals_only: bool) -> int:
        """How many pieces from here are the longest known name; 0 if none."""
        if at and owner[at - 1] == owner[at]:
            return 0
        # Most words that a name may begin with are followed by one that no name has in its second place.
        reach = self._reach[flat[at]] if at + 1 < len(flat) and flat[at + 1] in self._seconds else 1
        for end in range(min(at + reach, len(flat)), at, -1):
            joined = " ".join(flat[at:end])
            if joined not in self._index or (end < len(flat) and owner[end] == owner[end - 1]):
                continue
            if self._articled.get(joined) and not _stands_alone(flat, owner, at, words):
                continue
            if self._is_written_so(joined, words[owner[at] : owner[end - 1] + 1], capitals_only):
                return end - at
        return 0

    def _is_written_so(self, joined: str, words: Sequence[str], capitals_only: bool) -> bool:
        """Whether the letters look like a name and not like the words it is made of."""
        if joined in self._capitals:
            if joined in self._tables.plain_words or len(joined) <= _SHORT:
                plain = joined in self._tables.plain_words and "." not in words[0]
                return _is_acronym(words[0]) and not (capitals_only and plain)
            return not words[0].islower()
        if joined in self._tables.plain_words:
            return words[0][:1].isupper() and not capitals_only
        return joined in self._small or any(not word.islower() and word[:1].isalpha() for word in words)


def _flatten(words: Sequence[str]) -> tuple[list[str], list[int]]:
    """The pieces of all words, and for each piece the word it came from."""
    plain = {word: _BARRIER if word in _BREAKS else pieces(word) for word in set(words)}
    cut = [plain[word] for word in words]
    return [piece for parts in cut for piece in parts], [index for index, parts in enumerate(cut) for _ in parts]


def _is_of_country(entry: Entry) -> bool:
    """Whether somebody's name is that of a country or of a part of one."""
    return entry.kind == "country" or entry.id.startswith("regions:")


def _is_shouted(words: Sequence[str]) -> bool:
    shouted = [word.isupper() for word in words if word[:1].isalpha()]
    return bool(shouted) and sum(shouted) > 0.7 * len(shouted)


def _stands_alone(flat: list[str], owner: list[int], at: int, words: Sequence[str]) -> bool:
    """`the Sun`, but neither `Sun` nor `the Sun King`: what a name that needs its article must look like."""
    following = words[owner[at] + 1] if owner[at] + 1 < len(words) else ""
    return at > 0 and flat[at - 1] == "the" and not following[:1].isupper()


def _is_acronym(word: str) -> bool:
    """`PKK`, `U.S.`, `LeT`: capitals, or a short word with several of them that is no plural as `MPs` is."""
    if word.isupper():
        return True
    return len(word) <= _SHORT + 2 and sum(map(str.isupper, word)) > 1 and not (word[:-1].isupper() and word[-1] == "s")


def _in_office_first(entries: Iterable[Entry], on: str | None) -> list[Entry]:
    found = list(entries)
    if on is None:
        return found
    current = [entry for entry in found if entry.office_on(on)]
    return current + [entry for entry in found if entry not in current]


def _elsewhere(country: str) -> Callable[[Entry], bool]:
    """A sort key that puts actors of a country first; others keep their order."""

    def elsewhere(entry: Entry) -> bool:
        return country not in (entry.country, *(office.country for office in entry.offices))

    return elsewhere


def _longest_name(named: tuple[str, str]) -> tuple[int, str]:
    return -len(named[0]), named[0]


def _start(held: tuple[Office, Entry]) -> str:
    return held[0].start or ""


def _without_articles(words: list[str]) -> list[list[str]]:
    """`bashar al assad` also as `bashar assad` and `bashar el assad`."""
    bare = [words[0], *(word for word in words[1:] if word not in _ARTICLES)]
    other = [words[0], *("el" if word == "al" else "al" if word == "el" else word for word in words[1:])]
    return [bare, other]


def _singulars(word: str) -> list[str]:
    if word.endswith("men"):
        return [word[:-3] + "man"]
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith("es"):
        return [word[:-1], word[:-2]]
    return [word[:-1]] if word.endswith("s") else []


def _plurals(word: str) -> list[str]:
    if word.endswith(("ese", "ish", "ch", "sh", "s", "z")):
        return [word + "es"] if word.endswith(("ch", "sh")) else []
    if word.endswith("man"):
        return [word + "s", word[:-3] + "men", word[:-3] + "woman", word[:-3] + "women"]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word[:-1] + "ies", word + "s"]
    return [word + "s"]


def load_actors(extra: Sequence[Path] = ()) -> ActorBase:
    """Read the package's tables and lay the user's own over them: files (`.tsv`, `.toml`) or folders of them, each over those before it.

    Raises KnowledgeError, naming file and line of every mistake.
    """
    own = [tables_in(place) for place in reversed(extra)]
    tables = read_tables(*own, tables_in(_DATA))
    if own:
        _check_countries(tables)
    return ActorBase(tables)


def _check_countries(tables: Tables) -> None:
    """Every code must be that of a country in the tables."""
    known = {country.entry.country for country in tables.countries}
    strange = [
        f"{entry.place}: no country has the code {code!r}; data/actors/countries.tsv lists them"
        for entry in tables.entries
        for code in dict.fromkeys((entry.country, *(office.country for office in entry.offices)))
        if code is not None and code not in known
    ]
    if strange:
        raise KnowledgeError("\n".join(strange))


def tables_in(place: Path) -> list[Path]:
    """The tables of a folder, or a file alone."""
    if place.is_dir():
        return sorted(path for path in place.iterdir() if path.suffix in _ENDINGS)
    if not place.is_file():
        raise KnowledgeError(f"{place}: there is no such file or folder of actor tables")
    if place.suffix not in _ENDINGS:
        raise KnowledgeError(f"{place}: a file of actors ends in .tsv or .toml")
    return [place]
