"""Where an article comes from: the country of its publisher, read from its address and its publisher's name."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.article import Article
from sayso.knowledge.actors import ActorBase
from sayso.knowledge.domains import load_domains, parts_of

_ADDRESS = re.compile(r"\s*(https?://\S{4,300})")
_HEAD = 400
"""Characters at the beginning of a text in which its own address may stand."""
_LETTERS = re.compile(r"[^\W\d_]+")
_TELLING = 4
"""Letters that a country's name must have; one that has no more is told only at the edge of other words."""


_GENERAL = frozenset({"www", "m", "en", "eng", "english", "news", "edition", "amp", "com", "co", "org", "net", "info", "media", "press"})
"""Labels of a host that name no publisher."""


_HOME, _ADDRESSED = 3, 2
"""Mentions that a publisher's country, and one named in an article's address, are worth."""


def hints(article: Article, base: ActorBase) -> dict[str, int]:
    """Countries that an article's address and publisher speak for, and how many mentions in its text they are worth."""
    found = dict.fromkeys(told_by_address(article, base), _ADDRESSED)
    home = home_country(article, base)
    return found | {home: found.get(home, 0) + _HOME} if home else found


def home_country(article: Article, base: ActorBase) -> str | None:
    """ISO 3166 alpha-3 code of the country that a publisher's domain or name tells ("bbc.co.uk", "Kuwait Times"); None if neither does."""
    host = parts_of(_address(article)).hostname or ""
    labels = host.split(".")
    if labels[-1] in load_domains():
        return load_domains()[labels[-1]]
    names = [_run_together(article.publisher or ""), *(label.replace("-", "") for label in labels if label not in _GENERAL)]
    return next((country for name in names if name and (country := _outlet(name, base) or _named_in(name, base))), None)


def told_by_address(article: Article, base: ActorBase) -> list[str]:
    """Codes of the countries that the words of an article's address name ("/news/algeria-former-minister-jailed")."""
    words = _LETTERS.findall(parts_of(_address(article)).path)
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    found = [base.country(name.title()) or base.nationality(name) for name in (*words, *pairs) if len(name) >= _TELLING]
    return list(dict.fromkeys(country for country in found if country))


def _address(article: Article) -> str:
    """The article's address, or that with which a saved page often begins; empty where there is none."""
    if article.url:
        return article.url
    lines = (_ADDRESS.fullmatch(line) for line in article.text[:_HEAD].split("\n"))
    return next((found[1] for found in lines if found), "")


def _outlet(name: str, base: ActorBase) -> str | None:
    """The country of a publisher that is known by name."""
    return base.outlets.get(name) or base.outlets.get(name.removeprefix("the"))


def _named_in(name: str, base: ActorBase) -> str | None:
    """The country whose name, people or capital stands in a publisher's name, the longest first; a short one only where it begins or ends."""
    return next((country for word, country in base.run_together if word in name and (len(word) > _TELLING or _at_edge(word, name))), None)


def _at_edge(word: str, name: str) -> bool:
    return name.startswith(word) or name.endswith(f"of{word}")


def _run_together(name: str) -> str:
    return "".join(_LETTERS.findall(name.casefold()))
