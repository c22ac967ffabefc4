"""The columns of Sayso's own that end every row of an export: what it was read from, on whose word, by what."""

from __future__ import annotations

from operator import attrgetter

from sayso.dataset.happening import TOLLS, Happening
from sayso.dataset.profiles.columns import Column, Value, joined
from sayso.dataset.profiles.parts import actor_names, recipient_names


def _span_text(happening: Happening) -> str:
    return "; ".join(f"{article}:{start}-{end}" for article, start, end in happening.evidence_spans)


def _tolls(happening: Happening) -> Value:
    known = ((kind, happening.tolls[kind]) for kind in TOLLS)
    return joined(f"{kind} {_open(low)}-{_open(high)}" for kind, (low, high) in known if (low, high) != (None, None))


def _open(bound: int | None) -> str:
    return "" if bound is None else str(bound)


def _model(happening: Happening) -> Value:
    return happening.pipeline.get("model")


def _knowledge(happening: Happening) -> Value:
    return happening.pipeline.get("knowledge")


EVIDENCE = (
    Column("sayso_id", "id in the dataset; `sayso show` takes it", attrgetter("id"), "the event's or story's id"),
    Column("sayso_type", "PLOVER type", attrgetter("type"), "as coded"),
    Column("sayso_mode", "PLOVER mode", attrgetter("mode"), "as coded"),
    Column("reality", "happened, ongoing, planned, threatened, requested, possible, attempted or negated", attrgetter("reality"), "as coded"),
    Column("actors", "everyone who does it", actor_names, "names, parted by `; `"),
    Column("recipients", "everyone it is done to", recipient_names, "names, parted by `; `"),
    Column("tolls", "all tolls with both bounds", _tolls, "`killed 6-6; injured 81-` is six killed and at least 81 injured"),
    Column("attributed_to", "on whose word it rests", attrgetter("attributed_to"), "speakers, parted by `; `; empty: the publisher's own voice"),
    Column("stance", "asserts, confirms, denies or doubts", attrgetter("stance"), "parallel to `attributed_to`"),
    Column("disputed", "fields that one asserts and another denies", attrgetter("disputed"), "parted by `; `"),
    Column("confidence", "how sure Sayso is that this is an event", attrgetter("confidence"), "0 to 1; of a story the highest of its events", "number"),
    Column("trigger", "the word that names it", attrgetter("trigger"), "verbatim; of a story in the article that tells it first"),
    Column("trigger_start", "where the trigger begins", attrgetter("trigger_start"), "in characters of that article's text", "whole"),
    Column("trigger_end", "where it ends", attrgetter("trigger_end"), "in characters of that article's text", "whole"),
    Column("evidence", "the sentences it was read from", attrgetter("evidence"), "verbatim, parted by ` … `"),
    Column("evidence_spans", "where they stand", _span_text, "`ARTICLE:START-END`, in characters of the article's text, parted by `; `"),
    Column("article_id", "the article", attrgetter("article"), "its id in the dataset; of a story the one that tells it first"),
    Column("sayso_version", "the software that read it", attrgetter("version"), "from the record"),
    Column("sayso_model", "the language model that read it", _model, "SHA-256"),
    Column("sayso_knowledge", "the knowledge it was read with", _knowledge, "SHA-256"),
)  # fmt: skip
"""What every row of an export carries beside the published columns."""
