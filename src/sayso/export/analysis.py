"""The layer beneath the record, as CoNLL-U or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sayso.language.analysis import Analysis, Attribution, Sentence, Token


def conllu(analysis: Analysis, article_id: str) -> str:
    """CoNLL-U, one block per sentence; MISC holds offsets, `SpaceAfter`, and BIO tags of entities and attributions."""
    labels = _misc_labels(analysis)
    article_id = " ".join(article_id.split())
    blocks = [f"# newdoc id = {article_id}"]
    for sentence in analysis.sentences:
        lines = [f"# sent_id = {article_id}-{sentence.index + 1}", f"# text = {_text(analysis, sentence)}"]
        lines += [_line(analysis, analysis.tokens[i], sentence, labels[i]) for i in range(sentence.first, sentence.last)]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join([blocks[0] + "\n" + blocks[1], *blocks[2:]]) + "\n" if len(blocks) > 1 else blocks[0] + "\n\n"


def _text(analysis: Analysis, sentence: Sentence) -> str:
    return " ".join(analysis.text[sentence.start : sentence.end].split())


def _line(analysis: Analysis, token: Token, sentence: Sentence, labels: list[str]) -> str:
    head = 0 if token.head < 0 else token.head - sentence.first + 1
    feats = "|".join(f"{k}={v}" for k, v in token.feats.items()) or "_"
    glued = token.end < len(analysis.text) and not analysis.text[token.end].isspace()
    misc = "|".join([*(["SpaceAfter=No"] if glued else []), f"TokenRange={token.start}:{token.end}", *labels])
    columns = [token.index - sentence.first + 1, token.text, token.lemma, token.upos, "_", feats, head, token.relation, "_", misc]
    return "\t".join(map(str, columns))


def _misc_labels(analysis: Analysis) -> list[list[str]]:
    """For each token its BIO tags, as `Entity=B-Person` and `Cue=B-2` (the second attribution)."""
    labels: list[list[str]] = [[] for _ in analysis.tokens]
    for entity in analysis.entities:
        for i in range(entity.first, entity.last):
            labels[i].append(f"Entity={'B' if i == entity.first else 'I'}-{entity.label}")
    for number, attribution in enumerate(analysis.attributions, 1):
        for role, spans in _roles(attribution):
            for first, last in spans:
                for i in range(first, last):
                    labels[i].append(f"{role}={'B' if i == first else 'I'}-{number}")
    return labels


def _roles(attribution: Attribution) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    yield "Source", attribution.source
    yield "Cue", attribution.cue
    yield "Content", attribution.content


def as_json(analysis: Analysis, article_id: str) -> str:
    """One JSON object: tokens, sentences, entities and attributions, with character spans."""
    body = {
        "id": article_id,
        "sentences": [
            {
                "span": [sentence.start, sentence.end],
                "tokens": [_token(analysis.tokens[i], sentence) for i in range(sentence.first, sentence.last)],
            }
            for sentence in analysis.sentences
        ],
        "entities": [{"label": e.label, "span": list(analysis.span(e.first, e.last))} for e in analysis.entities],
        "attributions": [
            {role.lower(): [list(analysis.span(*tokens)) for tokens in spans] for role, spans in _roles(attribution)}
            for attribution in analysis.attributions
        ],
    }
    return json.dumps(body, ensure_ascii=False)


def _token(token: Token, sentence: Sentence) -> dict[str, object]:
    """`head` counts from 1 within the sentence; 0 is the root."""
    return {
        "span": [token.start, token.end],
        "text": token.text,
        "lemma": token.lemma,
        "upos": token.upos,
        "feats": token.feats,
        "head": 0 if token.head < 0 else token.head - sentence.first + 1,
        "relation": token.relation,
    }
