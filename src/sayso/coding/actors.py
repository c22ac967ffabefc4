"""Actors: who is named in an article, by which phrases, and on which side they stand."""

from __future__ import annotations

from sayso.coding.chains import Chain, Chains
from sayso.coding.coreference import resolve
from sayso.coding.describing import Describer
from sayso.coding.draft import Draft, Mention
from sayso.coding.mentions import bare_start, find_candidates, phrase
from sayso.coding.origin import hints
from sayso.record import Actor

_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_GROUPS = frozenset({"number", "group", "member", "dozens", "hundreds", "thousands", "some", "one", "all", "both", "many", "several", "most", "rest"})
"""Nouns that stand for the members named after them: "a number of soldiers"."""
_TITLE = frozenset({"nmod:desc", "compound", "flat"})


def find_actors(draft: Draft) -> None:
    """Fill `draft.mentions` and `draft.actors`: names, nouns for kinds of actors, and the pronouns that stand for them."""
    knowledge, published = draft.knowledge, draft.article.published
    describer = Describer(draft.analysis, knowledge.actors, knowledge.places, published, hints(draft.article, knowledge.actors))
    candidates = find_candidates(draft.analysis, knowledge.actors, published, describer.known_names)
    chains = resolve(draft.analysis, knowledge.actors, describer, published, knowledge.places, candidates)
    _settle_countries(chains, describer)
    draft.actors = [chain.actor for chain in chains.all]
    draft.mentions = sorted((m for m in chains.mentions if m.actor.name), key=_place)
    draft.heads = {head: mention for head, mention in chains.by_head.items() if mention.actor.name}
    draft.chains = [_whole(draft, chains, chain) for chain in [*chains.all, *chains.asides]]
    draft.main_country = describer.main


def _place(mention: Mention) -> tuple[int, int]:
    return mention.first, -mention.last


def _whole(draft: Draft, chains: Chains, chain: Chain) -> list[Mention]:
    """The mentions of a chain without those that are part of another: the title before a name."""
    tokens = draft.analysis.tokens
    return [m for m in chain.mentions if not (tokens[m.head].relation in _TITLE and chains.at(tokens[m.head].head) is chain)]


def _settle_countries(chains: Chains, describer: Describer) -> None:
    """Give those who belong to a country, and of whom none is told, the article's main one."""
    for chain in chains.all:
        actor = chain.actor
        if actor.country is None and actor.knowledge_id is None and actor.kind in ("person", "organization"):
            actor.country = describer.local(tuple(actor.sector))
        if actor.kind == "person" and not actor.sector:
            actor.sector = ["CVL"]


def mention_for(draft: Draft, token: int) -> Mention | None:
    """The mention that a token heads or stands in; a noun that names nobody known becomes an actor of its own.

    "A number of soldiers" is the soldiers. None where the token is no noun or pronoun, or a pronoun nobody was found for.
    """
    mention = draft.heads.get(token)
    if mention is not None:
        return mention
    word = draft.analysis.tokens[token]
    if word.upos not in _THINGS:
        return None
    if word.lemma.lower() in _GROUPS or word.upos == "NUM":
        for child in draft.analysis.dependents(token, "nmod"):
            if draft.analysis.dependents(child, "case"):
                return mention_for(draft, child)
    if word.upos == "PRON":
        return None
    return draft.mention_at(token) or _new_mention(draft, token)


def mentions_for(draft: Draft, token: int) -> list[Mention]:
    """The mentions of a token and of all that are joined to it by "and", "or" or commas, in the order of the text."""
    found = [mention_for(draft, at) for at in [token, *draft.analysis.dependents(token, "conj")]]
    unique = {id(mention.actor): mention for mention in reversed(found) if mention is not None}
    return list(reversed(unique.values()))


def _new_mention(draft: Draft, token: int) -> Mention:
    """An actor made of a noun phrase that is not known to name one: "a mosque", "three others"."""
    analysis = draft.analysis
    first, last = phrase(analysis, token)
    start = bare_start(analysis, first, token)
    name = " ".join(analysis.words(start, last).split())
    same = next((m.actor for m in draft.mentions if m.kind == "nominal" and m.actor.name == name), None)
    actor = same or Actor("", name, "group")
    if same is None:
        draft.actors.append(actor)
    actor.mentions.append(analysis.span(first, last))
    mention = Mention(first, last, token, "nominal", actor)
    draft.mentions.append(mention)
    draft.heads[token] = mention
    return mention
