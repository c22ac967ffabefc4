"""How many sources tell something independently: each publisher counts once, and so does each text, however many print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.dataset.stories.likeness import same_text
from sayso.dataset.stories.reports import Report

_LEAST = 8
"""Words that a sentence must have to be known again as another's."""
Voice = tuple[str, int]
"""Who published it, and which of the texts it is."""


def voices(reports: Sequence[Report], copies: Mapping[str, Sequence[str]]) -> dict[str, set[Voice]]:
    """For each report who prints it: its own publisher, and those of the copies of its article. Sentences that are almost one are one text."""
    texts: list[Report] = []
    found: dict[str, set[Voice]] = {}
    for report in reports:
        number = next((n for n, known in enumerate(texts) if same_text(known.words, report.words, least=_LEAST)), len(texts))
        if number == len(texts):
            texts.append(report)
        found[report.id] = {(source, number) for source in (report.source, *copies.get(report.article, ()))}
    return found


def independent(voices: Iterable[Voice]) -> int:
    """The most publishers that can be given a text each that no other has. Articles that name no publisher have one in common."""
    known = set(voices)
    most = min(len({voice[part] for voice in known}) for part in (0, 1))
    if most <= 1 or most == len(known):  # all share a publisher or a text, or each has both for itself
        return most
    texts: dict[str, list[int]] = {}
    for source, text in sorted(known):
        texts.setdefault(source, []).append(text)
    taken: dict[int, str] = {}

    def finds(source: str, tried: set[int]) -> bool:
        """Whether a publisher gets a text, if need be one whose own publisher gets another."""
        for text in texts[source]:
            if text not in tried:
                tried.add(text)
                if text not in taken or finds(taken[text], tried):
                    taken[text] = source
                    return True
        return False

    return sum(finds(source, set()) for source in texts)
