"""What speaks for a place being where an event took place: evidence that `setting_scores.toml` weighs under [where]."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sayso.coding.around import away, band, kind_of, steps_between
from sayso.coding.draft import Draft, EventDraft, PlaceMention, Role
from sayso.coding.siting import GRAIN, case_of, places_for
from sayso.language.analysis import Argument

BELIEF = "belief_"
"""How the names of the model's evidence begin."""
_BACK, _ON = 5, 2
"""Sentences before and after an event in which its place is looked for, besides those of the lead."""
_LEAD = 1
_IN = frozenset({"in", "at", "near", "across", "inside", "outside", "around", "within", "throughout"})
_CASES = frozenset({"of", "from", "to", "into", "on", "by", "with", "for", "against", "over", "through"})
_RELATIONS = {"nmod:poss": "poss", "compound": "compound", "amod": "compound", "nsubj": "subject", "obj": "object", "appos": "apposition"}
"""What a place is to the word above it where no preposition says so."""
_ACTING = frozenset({"subject", "compound"})
"""How a place stands that acts, besides owning the deed."""
_SHARES = (0.08, 0.15, 0.3, 0.5)
_BELIEFS = (0.2, 0.4, 0.6, 0.8, 0.93)


class PlacesAround:
    """The places of one article, as the events look at them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        tokens = draft.analysis.tokens
        self.sentences = [tokens[mention.first].sentence for mention in draft.places]
        self.anchors = [_anchor(draft, mention) for mention in draft.places]
        self.cases = [_case(draft, anchor) for anchor in self.anchors]
        self.by_sentence: dict[int, list[int]] = {}
        for at, sentence in enumerate(self.sentences):
            self.by_sentence.setdefault(sentence, []).append(at)
        self._common = self._of_the_article()

    def near(self, event: EventDraft) -> list[int]:
        """Which mentions of places may be where the event took place."""
        own = self.draft.analysis.tokens[event.trigger].sentence
        return [at for at, sentence in enumerate(self.sentences) if own - _BACK <= sentence <= own + _ON or sentence <= _LEAD]

    def candidates(self, event: EventDraft, arguments: list[Argument]) -> Iterator[tuple[PlaceMention, list[str]]]:
        """Each mention near an event with what speaks for it and against it."""
        draft, kind = self.draft, kind_of(self.draft, event)
        own = draft.analysis.tokens[event.trigger].sentence
        by_tree = places_for(draft, event.trigger, type=event.type)
        tree, heads = {id(mention.place) for mention in by_tree}, {mention.head for mention in by_tree}
        belief = {a.word: a.score for a in arguments if a.role == "place"}
        sides = [(side, _tokens_of(roles), _countries_of(roles)) for side, roles in (("actor", event.actors), ("recipient", event.recipients))]
        beside = self._beside(own, bool(tree))
        near = self.near(event)
        abroad = len({draft.places[at].place.country for at in near} - {None}) > 1
        for at in near:
            mention = draft.places[at]
            country = mention.place.country
            if abroad and self._only_acts(event, at):
                continue
            found = [f"kind_{kind}", f"{kind}_{mention.place.precision}", *self._common[at]]
            found += self._here(event, at, kind) if self.sentences[at] == own else [*self._elsewhere(at, own, kind), *beside]
            found += [f"tree_{kind}"] if id(mention.place) in tree or self.anchors[at] in heads else ["other_tree"] if tree else []
            third = bool(country)
            for side, tokens, countries in sides:
                if country in countries:
                    third = False
                    found.append(f"{side}_country_{kind}")
                if mention.head in tokens:
                    found.append(f"{side}_{kind}")
            if third:
                found.append("third_country")
            believed = max([belief.get(i, 0.0) for i in range(mention.first, mention.last)], default=0.0) if belief else 0.0
            found.append(f"{BELIEF}{band(believed, _BELIEFS)}")
            yield mention, found

    def _only_acts(self, event: EventDraft, at: int) -> bool:
        """Whether a place stands for who does the deed: "Turkey's strikes" tells not where they were, in an article of several countries."""
        who = self.draft.heads.get(self.draft.places[at].head)
        stands = self.cases[at] in _ACTING or self.draft.analysis.tokens[self.anchors[at]].relation == "nmod:poss"
        return stands and who is not None and any(role.mention.actor is who.actor for role in event.actors)

    def _here(self, event: EventDraft, at: int, kind: str) -> list[str]:
        """What the sentence of an event says of a place in it."""
        mention, case = self.draft.places[at], self.cases[at]
        up, down = steps_between(self.draft.analysis, event.trigger, self.anchors[at])
        found = [f"here_{kind}", f"case_{case}", f"case_{case}_{kind}", f"up_{min(up, 4)}", f"down_{min(down, 4)}"]
        found.append(f"apart_{band(abs(mention.head - event.trigger), (3, 6, 12, 24))}")
        if up == 0:
            found.append(f"below_{case}")
        if mention.head < event.trigger:
            found.append("stands_before")
        return found

    def _elsewhere(self, at: int, own: int, kind: str) -> list[str]:
        where = away(self.sentences[at] - own)
        return [where, f"{where}_{kind}", f"elsewhere_{self.cases[at]}"]

    def _beside(self, own: int, tree: bool) -> list[str]:
        """What speaks against places elsewhere: that the event's own sentence has some."""
        here = self.by_sentence.get(own, [])
        found = ["places_here"] if here else []
        found += ["located_here"] if any(self.cases[at] == "in" for at in here) else []
        return [*found, "tree_here"] if tree else found

    def _of_the_article(self) -> list[list[str]]:
        """For each mention what holds of it whatever the event."""
        places = self.draft.places
        named = Counter(id(mention.place) for mention in places)
        countries = Counter(mention.place.country or at for at, mention in enumerate(places))
        found = []
        for at, mention in enumerate(places):
            place, own = mention.place, [f"share_{band(named[id(mention.place)] / len(places), _SHARES)}"]
            own.append(f"country_share_{band(countries[place.country or at] / len(places), _SHARES)}")
            own += ["lead"] if self.sentences[at] <= _LEAD else []
            own += ["first"] if at == 0 else []
            own += ["main_country"] if place.country and place.country == self.draft.main_country else []
            found.append([*own, *self._grains_beside(at)])
        return found

    def _grains_beside(self, at: int) -> list[str]:
        """Whether the same sentence names something narrower or wider in the same country."""
        places, own = self.draft.places, self.draft.places[at].place
        grains = [
            GRAIN.get(places[i].place.precision, 4)
            for i in self.by_sentence[self.sentences[at]]
            if i != at and places[i].place.country == own.country
        ]
        mine = GRAIN.get(own.precision, 4)
        return ["narrower"] * any(g < mine for g in grains) + ["wider"] * any(g > mine for g in grains)


def _tokens_of(roles: list[Role]) -> set[int]:
    return {at for role in roles for at in range(role.mention.first, role.mention.last)}


def _countries_of(roles: list[Role]) -> set[str | None]:
    return {role.mention.actor.country for role in roles} - {None}


def _anchor(draft: Draft, mention: PlaceMention) -> int:
    """The word by which a place is joined to its sentence: of "in Homs and Hama" Hama is joined as Homs is."""
    tokens, at = draft.analysis.tokens, mention.head
    while tokens[at].relation == "conj" and tokens[tokens[at].head].upos == "PROPN":
        at = tokens[at].head
    return at


def _case(draft: Draft, anchor: int) -> str:
    """How a place is joined to its sentence: `in`, another preposition, or without one its relation."""
    case = case_of(draft.analysis, anchor)
    if case:
        return "in" if case in _IN else case if case in _CASES else "other"
    relation = draft.analysis.tokens[anchor].relation
    return _RELATIONS.get(relation) or _RELATIONS.get(relation.split(":")[0], "none")
