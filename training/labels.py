"""The label sets of the model's heads."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.language import decode

IGNORE = -100

ROLES = {name: number for number, name in enumerate(decode.ROLES)}
TRIGGER_ROLES = decode.ROLES[4:]
"""Links from a trigger to words, as the first four are from a cue."""

ENTITIES = ("Person", "Organization", "Location", "NORP", "Facility", "Date", "Money", "Product", "Misc")
EVENTS = (
    "none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODES = (
    "none", "visit", "third-party", "multilateral", "phone", "withdraw", "release", "return", "disarm", "ceasefire", "access", "resign",
    "assist", "change", "yield", "meet", "disapprove", "investigate", "allege", "restrict", "ban", "arrest", "relations", "expel",
    "territory", "violence", "demo", "riot", "strike", "hunger", "boycott", "obstruct", "convict", "discontinue", "troops", "weapons",
    "police", "militia", "seize", "censor", "curfew", "deport", "withhold", "misinformation", "cyber", "abduct", "beat", "torture",
    "execute", "sexual", "assassinate", "primitive", "firearms", "explosives", "suicide-attack", "heavy-weapons", "crowd-control",
    "massacre", "cleansing", "aerial", "drone", "unconventional", "destroy",
)  # fmt: skip
REALITIES = ("happened", "ongoing", "planned", "threatened", "requested", "possible", "attempted", "negated")
ACTS = ("none", "say", "confirm", "deny", "accuse", "criticise", "request", "threaten", "promise", "support", "refuse", "doubt")

LIGHT = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "with",
        "and",
        "or",
        "not",
        "no",
        "n't",
        "'s",
        "will",
        "would",
        "may",
        "might",
        "could",
        "can",
        "should",
        "must",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "having",
        "do",
        "does",
        "did",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "this",
        "that",
        "these",
        "those",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "as",
        "from",
        "into",
        "under",
        "over",
        "out",
        "up",
        "down",
        "off",
        "again",
        "also",
        "still",
        "already",
        "then",
        "new",
        "several",
        "two",
        "three",
        "major",
        "large",
        "massive",
        "alleged",
        "recent",
        "series",
        "campaign",
        "act",
        "acts",
        "carry",
        "carried",
        "carrying",
        "launch",
        "launched",
        "launching",
        "begin",
        "began",
        "begun",
        "beginning",
        "start",
        "started",
        "starting",
        "conduct",
        "conducted",
        "conducting",
        "stage",
        "staged",
        "staging",
        "make",
        "made",
        "making",
        "take",
        "took",
        "taken",
        "taking",
        "hold",
        "held",
        "holding",
        "give",
        "gave",
        "given",
        "giving",
        "get",
        "got",
        "come",
        "came",
        "continue",
        "continued",
        "continuing",
        "try",
        "tried",
        "trying",
        "attempt",
        "attempted",
        "plan",
        "planned",
        "planning",
        "want",
        "wanted",
        "agreed",
    ]
) - {"agreed"}


@dataclass
class Labels:
    """Label sets by head, with a number for each label; an unknown label gets the head's first."""

    sets: dict[str, list[str]]

    def __post_init__(self) -> None:
        self._ids = {head: {label: n for n, label in enumerate(labels)} for head, labels in self.sets.items()}

    def id(self, head: str, label: str) -> int:
        """The number of a label."""
        return self._ids[head].get(label, 0)


def fixed_sets() -> dict[str, list[str]]:
    """The label sets that do not depend on the training data."""
    return {
        "start": ["in", "first"],
        "entity": ["O", *(f"{p}-{e}" for e in ENTITIES for p in "BI")],
        "source": ["O", "B", "I"],
        "cue": ["O", "B", "I"],
        "content": ["O", "B", "I"],
        "event": list(EVENTS),
        "mode": list(MODES),
        "reality": list(REALITIES),
        "act": list(ACTS),
    }
