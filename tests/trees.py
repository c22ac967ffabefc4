"""Analyses by hand: a CoNLL-U-like text, one token a line, becomes an `Analysis` with offsets, tree and entities."""

from __future__ import annotations

from sayso.language.analysis import Analysis, Entity, Sentence, Token


def analysis_of(conllu: str) -> Analysis:
    """Read sentences parted by blank lines; columns parted by white space.

    Columns: id, form, lemma, upos, xpos, feats (`A=B|C=D` or `_`), head (1-based in the sentence, 0 for the root), relation,
    deps, misc. Columns from xpos on may be shortened to `feats head relation` or `head relation`; a `misc` of
    `Entity=Label` marks tokens of one entity (neighbours with the same label are one), `SpaceAfter=No` joins to the next.
    """
    analysis = Analysis("")
    text = ""
    for block in conllu.strip().split("\n\n"):
        rows = [line.split() for line in block.strip().splitlines() if line.strip() and not line.lstrip().startswith("#")]
        first, number = len(analysis.tokens), len(analysis.sentences)
        start = len(text)
        for row in rows:
            token, misc = _token(row, first, number, len(text))
            text += token.text if "SpaceAfter=No" in misc else token.text + " "
            analysis.tokens.append(token)
            _entity(analysis, token, misc)
        end = analysis.tokens[-1].end
        analysis.sentences.append(Sentence(number, first, len(analysis.tokens), start, end))
    analysis.text = text
    return analysis


def _token(row: list[str], first: int, sentence: int, offset: int) -> tuple[Token, str]:
    number, form, lemma, upos, *rest = row
    if len(rest) >= 5:
        _, feats, head, relation, _, *tail = rest
    elif len(rest) in (3, 4) and not rest[0].isdigit():
        feats, head, relation, *tail = rest
    else:
        head, relation, *tail = rest
        feats = "_"
    values = {} if feats == "_" else dict(pair.split("=", 1) for pair in feats.split("|"))
    above = -1 if head == "0" else first + int(head) - 1
    token = Token(first + int(number) - 1, offset, offset + len(form), form, lemma, upos, values, above, relation, sentence)
    return token, "".join(tail)


def _entity(analysis: Analysis, token: Token, misc: str) -> None:
    for part in misc.split("|"):
        if part.startswith("Entity="):
            label, last = part[7:], analysis.entities[-1] if analysis.entities else None
            if last is not None and last.label == label and last.last == token.index:
                last.last += 1
            else:
                analysis.entities.append(Entity(label, token.index, token.index + 1))
