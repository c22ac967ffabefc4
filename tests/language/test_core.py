"""The language core on real text, with the model that the package ships."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import ModelError
from sayso.language.core import LanguageCore
from sayso.language.encoder import FOLDER, Encoder

TEXT = "The army shelled two villages on Monday. Rebels said that six people were killed.\n\nThe ministry denied it."


def test_few_words_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many texts are read; a text reads the same when its words have been forgotten."""
    monkeypatch.setattr("sayso.language.encoder.MOST_KNOWN", 10)
    core = LanguageCore.load()
    first = core.analyse(TEXT)
    core.analyse("Dockers struck in four harbours; owners of ferries called that an outrage.")
    assert not {"army", "Rebels", "ministry"} & core.encoder._known.keys()
    assert core.analyse(TEXT).tokens == first.tokens


def test_scores_are_not_kept_in_the_memory_of_the_session(core: LanguageCore) -> None:
    """They own theirs, so that it is free when they are."""
    assert all(part.flags.owndata for part in core.encoder.encode([["Rebels", "fled"]]))


def test_windows_stand_one_below_the_other(core: LanguageCore) -> None:
    """Each scores as it does alone."""
    windows = [["Rebels", "fled"], ["The", "ministry", "denied", "it"]]
    for whole, *alone in zip(core.encoder.encode(windows), *map(core.encoder.encode, ([window] for window in windows)), strict=True):
        assert (whole == np.concatenate(alone)).all()


def test_tokens_stand_where_they_say(core: LanguageCore) -> None:
    """Start, end and substring agree for every token."""
    for token in core.analyse(TEXT).tokens:
        assert TEXT[token.start : token.end] == token.text


def test_sentences_hold_all_tokens_in_order(core: LanguageCore) -> None:
    """Three sentences, the last one a paragraph of its own."""
    analysis = core.analyse(TEXT)
    assert [analysis.text[s.start : s.end] for s in analysis.sentences] == [
        "The army shelled two villages on Monday.",
        "Rebels said that six people were killed.",
        "The ministry denied it.",
    ]
    assert [i for s in analysis.sentences for i in range(s.first, s.last)] == [t.index for t in analysis.tokens]


def test_every_sentence_is_a_tree(core: LanguageCore) -> None:
    """One root each, and heads stay inside their sentence."""
    analysis = core.analyse(TEXT)
    for sentence in analysis.sentences:
        inside = range(sentence.first, sentence.last)
        assert sum(analysis.tokens[i].head < 0 for i in inside) == 1
        assert all(analysis.tokens[i].head in inside or analysis.tokens[i].head < 0 for i in inside)


def test_plain_sentence_is_read_as_one_reads_it(core: LanguageCore) -> None:
    """Subject, object and lemma of a simple clause."""
    analysis = core.analyse("The army attacked two villages.")
    attacked = next(t for t in analysis.tokens if t.text == "attacked")
    assert (attacked.lemma, attacked.upos, attacked.relation) == ("attack", "VERB", "root")
    assert [analysis.tokens[i].text for i in analysis.dependents(attacked.index, "nsubj")] == ["army"]
    assert [analysis.tokens[i].text for i in analysis.dependents(attacked.index, "obj")] == ["villages"]


def test_names_are_found(core: LanguageCore) -> None:
    """Persons and places are entities."""
    analysis = core.analyse("President Emmanuel Macron flew to Nairobi on Tuesday.")
    found = {(e.label, analysis.words(e.first, e.last)) for e in analysis.entities}
    assert {("Person", "Emmanuel Macron"), ("Location", "Nairobi")} <= found


def test_attribution_has_source_cue_and_content(core: LanguageCore) -> None:
    """A plain report of speech is taken apart."""
    analysis = core.analyse("The foreign minister said on Monday that the talks had failed.")
    (found,) = [a for a in analysis.attributions if a.content]
    assert [analysis.words(*s) for s in found.source] == ["The foreign minister"]
    assert "the talks had failed" in " ".join(analysis.words(*s) for s in found.content)


def test_neighbours_in_a_batch_change_nothing(core: LanguageCore) -> None:
    """A text is read the same alone and among others."""
    others = ["A short text.", "word " * 300, TEXT.upper()]
    alone, among = core.analyse(TEXT), core.analyse_many([*others, TEXT])[-1]
    assert alone.tokens == among.tokens and alone.entities == among.entities and alone.attributions == among.attributions
    assert (alone.judgements["event"].scores == among.judgements["event"].scores).all()


def test_skipped_spans_are_not_read(core: LanguageCore) -> None:
    """Boilerplate has no tokens; offsets after it stay right."""
    text = "Share this article\nThe army moved."
    analysis = core.analyse(text, skipped=[(0, 18)])
    assert [t.text for t in analysis.tokens] == ["The", "army", "moved", "."]
    assert text[analysis.tokens[0].start :].startswith("The army")


@pytest.mark.parametrize(
    "text", ["", "   \n\t", "…", "word " * 2000, "THE ARMY SHELLED TWO VILLAGES.", "“Unclosed, he said", "الجيش قصف قريتين", "x" * 5000]
)
def test_ugly_texts_are_read_without_a_fuss(core: LanguageCore, text: str) -> None:
    """Empty, endless, in capitals, unbalanced, in another script: an analysis whose tokens stand in the text."""
    analysis = core.analyse(text)
    assert all(text[t.start : t.end] == t.text for t in analysis.tokens)
    assert all(len(judged.scores) == len(analysis.tokens) for judged in analysis.judgements.values())


def test_half_characters_are_read_as_replaced_ones(core: LanguageCore) -> None:
    """A string of Python's may hold half an emoji; offsets stay, and every word can be written."""
    text = "The army \ud83d moved, he sa\udc00id."
    analysis = core.analyse(text)
    assert [text[t.start : t.end].encode("utf-8", "replace").decode() for t in analysis.tokens] == [
        t.text.replace("\ufffd", "?") for t in analysis.tokens
    ]
    assert "moved" in [t.text for t in analysis.tokens]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["The", "army", "said", "“", "”", '"', "killed", ".", "\n\n", "Syria", "he", "—", "中国", "5,000"]), max_size=60))
def test_any_mix_of_words_keeps_offsets(core: LanguageCore, words: list[str]) -> None:
    """Whatever the words, tokens cover all visible characters in order."""
    text = " ".join(words)
    at = 0
    for token in core.analyse(text).tokens:
        assert text[at : token.start].strip() == "" and text[token.start : token.end] == token.text
        at = token.end
    assert text[at:].strip() == ""


def test_given_sentences_come_back_word_by_word(core: LanguageCore) -> None:
    """One tag, head, relation, lemma and entity per word."""
    (found,) = core.analyse_tokens([["Rebels", "attacked", "."]])
    assert len(found.upos) == len(found.heads) == len(found.relations) == len(found.lemmas) == len(found.entities) == 3
    assert found.heads[1] == -1 and found.lemmas[1] == "attack"


def test_missing_model_is_said_plainly(tmp_path: Path) -> None:
    """The error names the folder and the mend."""
    with pytest.raises(ModelError, match="install sayso again"):
        Encoder(tmp_path)


def test_digest_tells_models_apart(core: LanguageCore, tmp_path: Path) -> None:
    """A changed file changes the digest."""
    shutil.copytree(FOLDER, tmp_path / "model")
    labels = tmp_path / "model" / "labels.json"
    labels.write_text(labels.read_text(encoding="utf8") + " ", encoding="utf8")
    assert Encoder(tmp_path / "model").sha256 != core.encoder.sha256
