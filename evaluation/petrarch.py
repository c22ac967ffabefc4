"""The peers' own gold: CAMEO triples of PETRARCH-2 as (source country, target country, root code)."""

from __future__ import annotations

import re
from pathlib import Path

from evaluation.figures import MUTUAL, Counts, Figures, MissingDataError, System, paired
from sayso.article import Article
from sayso.record import Event, Record

ROOTS = {
    "AGREE": {"03", "05"}, "CONSULT": {"04"}, "SUPPORT": {"05", "04"}, "CONCEDE": {"03", "08"}, "COOPERATE": {"06"}, "AID": {"07"},
    "RETREAT": {"08"}, "REQUEST": {"02", "10"}, "ACCUSE": {"11", "09"}, "REJECT": {"12"}, "THREATEN": {"13"}, "PROTEST": {"14"},
    "SANCTION": {"16", "17"}, "MOBILIZE": {"15"}, "COERCE": {"17"}, "ASSAULT": {"18", "19", "20"},
}  # fmt: skip
"""CAMEO root codes that fall under each PLOVER type; statements (01) are no events here."""
_NOBODY = "---"
"""How CAMEO writes a side without a country."""
Triple = tuple[str, str, str]


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
        found.append((" ".join(text[1].split()), [(source[:3], target[:3], code[:2]) for code, source, target in codes]))
    return found


def right(gold: list[Triple], record: Record) -> int:
    """How many gold triples an event of ours has: both countries and a root code of its type."""
    left, hits = list(record.events), 0
    for source, target, root in gold:
        for event in left:
            if root in ROOTS[event.type] and _has(record, event, source, target):
                left.remove(event)
                hits += 1
                break
    return hits


def _has(record: Record, event: Event, source: str, target: str) -> bool:
    """Whether an event has both countries on their sides; two of the actors of a mutual act stand for one side each."""
    actors, recipients = ([record.actor(p.actor).country or _NOBODY for p in side] for side in (event.actors, event.recipients))
    if event.type in MUTUAL and not recipients and len(actors) > 1:
        return paired([source, target], actors, str.__eq__) == 2
    return source in (actors or [_NOBODY]) and target in (recipients or [_NOBODY])


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
            counts.add(right(gold, record), len(record.events), len(gold))
    return {"petrarch triples": counts.f1}
