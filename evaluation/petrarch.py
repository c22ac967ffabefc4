"""The peers' own gold: CAMEO triples of PETRARCH-2 as (source country, target country, root code)."""

from __future__ import annotations

import re
from pathlib import Path

from evaluation.figures import MUTUAL, Counts, Figures, MissingDataError, System, paired
from sayso.article import Article
from sayso.record import Actor, Event, Record

ROOTS = {
    "AGREE": {"03", "05"}, "CONSULT": {"04"}, "SUPPORT": {"05", "04"}, "CONCEDE": {"03", "08"}, "COOPERATE": {"06"}, "AID": {"07"},
    "RETREAT": {"08"}, "REQUEST": {"02", "10"}, "ACCUSE": {"11", "09"}, "REJECT": {"12"}, "THREATEN": {"13"}, "PROTEST": {"14"},
    "SANCTION": {"16", "17"}, "MOBILIZE": {"15"}, "COERCE": {"17"}, "ASSAULT": {"18", "19", "20"},
}  # fmt: skip
"""CAMEO root codes that fall under each PLOVER type; statements (01) are no events here."""
_NOBODY = "---"
"""How CAMEO writes a side without a country."""
_SPOKEN_OF = frozenset({"threatened", "requested", "possible", "negated"})
"""Realities of deeds that are only spoken of: CAMEO codes the threat, request or doubt, not the deed."""
_INTENT = {type: "03" for type in ("CONSULT", "COOPERATE", "AID", "RETREAT")} | {type: "13" for type in ("SANCTION", "MOBILIZE", "COERCE", "ASSAULT")}
"""Root of the announcement of a deed; PETRARCH-2 writes it for some and the deed's own for others."""
Triple = tuple[str, str, str]
Coded = tuple[str, str, set[str]]
"""A triple of ours: its type may stand under any of several roots."""


def read_sentences(path: Path) -> list[tuple[str, list[Triple]]]:
    """Sentences that are to be scored, with their triples. Raises MissingDataError where the file is not there."""
    if not path.exists():
        raise MissingDataError(f"{path} is not there")
    found = []
    for block in re.split(r"<Sentence ", path.read_text(encoding="utf8"))[1:]:
        text = re.search(r"<Text>(.*?)</Text>", block, re.DOTALL)
        if text is None or 'evaluate="false"' in block.split(">", 1)[0]:
            continue
        codes = re.findall(r'eventcode="(\d+)"\s+sourcecode="([^"]*)"\s+targetcode="([^"]*)"', block)
        words = text[1].split() or re.findall(r"^\d+\t([^\t]+)", block, re.MULTILINE)
        found.append((" ".join(words), [(source[:3], target[:3], code[:2]) for code, source, target in codes]))
    return found


def triples(record: Record) -> list[Coded]:
    """What CAMEO has of a record: every deed with two sides, once for each pair of them; who is on both sides of talks is so in both orders."""
    return [(*pair, _roots(event)) for event in record.events if event.reality not in _SPOKEN_OF for pair in _pairs(record, event)]


def _roots(event: Event) -> set[str]:
    announced = {_INTENT[event.type]} if event.reality == "planned" and event.type in _INTENT else set()
    return ROOTS[event.type] | announced


def _pairs(record: Record, event: Event) -> list[tuple[str, str]]:
    actors, recipients = (dict.fromkeys(_code(record.actor(participant.actor)) for participant in side) for side in (event.actors, event.recipients))
    if event.type in MUTUAL and not recipients and len(actors) > 1:
        return [(one[:3], other[:3]) for one in actors for other in actors if one != other]
    targets = list(recipients) or _land(record, event, [code[:3] for code in actors])
    return [(source[:3], target[:3]) for source in actors for target in targets]


def _code(actor: Actor) -> str:
    """An actor as CAMEO writes it: the country, or what kind of international actor it is, then the sectors."""
    if actor.country:
        return actor.country + "".join(actor.sector)
    if "IGO" in actor.sector:
        return "IGO"
    return ("IMG" if actor.knowledge_id and "REB" in actor.sector else _NOBODY) + "".join(actor.sector)


def _land(record: Record, event: Event, actors: list[str]) -> list[str]:
    """The foreign country where something is done that is done to nobody named: visits, protests and withdrawals are coded so."""
    places = {place.id: place.country for place in record.places}
    return [country for place in event.where if (country := places[place]) and country not in actors][:1]


def right(gold: list[Triple], coded: list[Coded]) -> int:
    """How many gold triples are among ours, each of ours used once."""
    return paired(gold, coded, _is)


def _is(gold: Triple, coded: Coded) -> bool:
    return gold[:2] == coded[:2] and gold[2] in coded[2]


def score(data: Path, split: str, system: System) -> Figures:
    """F1 of triples; sentences of mere statements (root 01) are kept, as the peers keep them."""
    files = sorted((data / "data" / "petrarch_gsr").glob("*.xml"))
    if not files:
        raise MissingDataError(f"{data / 'data' / 'petrarch_gsr'} holds no .xml")
    counts = Counts()
    for path in files:
        sentences = read_sentences(path)
        records = system.coder.code_many(Article(text, str(n)) for n, (text, _) in enumerate(sentences))
        for (_, gold), record in zip(sentences, records, strict=True):
            ours = triples(record)
            counts.add(right(gold, ours), len(ours), len(gold))
    return {"petrarch triples": counts.f1}
