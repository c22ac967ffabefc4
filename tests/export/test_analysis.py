"""The layer beneath, as CoNLL-U and JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.analysis import as_json, conllu
from sayso.language.analysis import Analysis, Attribution
from tests.trees import analysis_of

TREE = """
1 Norland Norland PROPN Number=Sing 2 nsubj Entity=Location
2 denied deny VERB Tense=Past|VerbForm=Fin 0 root
3 it it PRON 2 obj SpaceAfter=No
4 . . PUNCT 2 punct

1 Rebels rebel NOUN Number=Plur 2 nsubj
2 fled flee VERB 0 root SpaceAfter=No
3 . . PUNCT 2 punct
"""


def spoken() -> Analysis:
    analysis = analysis_of(TREE)
    analysis.attributions = [Attribution([(0, 1)], [(1, 2)], [(2, 3), (4, 6)])]
    return analysis


def lines(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def test_every_token_is_a_line_of_ten_columns() -> None:
    """Number, form, lemma, tag, features, head and relation stand where CoNLL-U has them."""
    found = lines(conllu(spoken(), "a"))
    assert {len(line) for line in found} == {10}
    assert found[1][:9] == ["2", "denied", "deny", "VERB", "_", "Tense=Past|VerbForm=Fin", "0", "root", "_"]
    assert found[2][:9] == ["3", "it", "it", "PRON", "_", "_", "2", "obj", "_"]


def test_heads_and_numbers_begin_anew_in_each_sentence() -> None:
    """The second sentence's words are 1 to 3."""
    found = lines(conllu(spoken(), "a"))[4:]
    assert [(line[0], line[6]) for line in found] == [("1", "2"), ("2", "0"), ("3", "2")]


def test_sentences_have_a_name_and_their_text() -> None:
    """Parted by one blank line, the document named once."""
    text = conllu(spoken(), "a-1")
    assert text.startswith("# newdoc id = a-1\n# sent_id = a-1-1\n# text = Norland denied it.\n1\t")
    assert "\n\n# sent_id = a-1-2\n# text = Rebels fled.\n" in text
    assert text.endswith("\n\n") and "\n\n\n" not in text and text.count("newdoc") == 1


def test_token_ranges_hold_the_words() -> None:
    """Offsets in the last column lead to the form in the text."""
    analysis = spoken()
    for line in lines(conllu(analysis, "a")):
        (part,) = [part for part in line[9].split("|") if part.startswith("TokenRange=")]
        start, end = map(int, part.removeprefix("TokenRange=").split(":"))
        assert analysis.text[start:end] == line[1]


def test_words_without_a_blank_after_them_say_so() -> None:
    """Only those."""
    assert [line[1] for line in lines(conllu(spoken(), "a")) if "SpaceAfter=No" in line[9]] == ["it", "fled"]


def test_entities_and_attributions_are_tagged() -> None:
    """BIO, attributions by their number; each piece of a content begins anew."""
    tags = [line[9].split("|")[-1] for line in lines(conllu(spoken(), "a"))]
    assert "Entity=B-Location|Source=B-1" in lines(conllu(spoken(), "a"))[0][9]
    assert tags[1] == "Cue=B-1" and tags[2] == "Content=B-1" and tags[4:6] == ["Content=B-1", "Content=I-1"]


def test_entity_of_several_words_goes_on() -> None:
    """`B` once, then `I`."""
    found = lines(conllu(analysis_of("1 Port port PROPN 2 compound Entity=Location\n2 Vale Vale PROPN 0 root Entity=Location"), "a"))
    assert [line[9].split("|")[-1] for line in found] == ["Entity=B-Location", "Entity=I-Location"]


def test_line_ends_inside_a_sentence_do_not_break_the_file() -> None:
    """The text of a sentence is one comment line, and so is its name."""
    analysis = analysis_of(TREE)
    analysis.text = analysis.text.replace("Norland denied", "Norland\ndenied")
    text = conllu(analysis, "odd\nid")
    assert "# text = Norland denied it.\n" in text and "# newdoc id = odd id\n" in text


def test_nothing_read_is_a_document_without_sentences() -> None:
    """An empty text still has its name."""
    assert conllu(Analysis(""), "a") == "# newdoc id = a\n\n"
    assert json.loads(as_json(Analysis(""), "a")) == {"id": "a", "sentences": [], "entities": [], "attributions": []}


def test_json_has_tokens_with_their_spans() -> None:
    """Start, end and substring, head from 1 within the sentence."""
    analysis = spoken()
    body = json.loads(as_json(analysis, "a"))
    for sentence in body["sentences"]:
        assert analysis.text[slice(*sentence["span"])].strip()
        for token in sentence["tokens"]:
            assert analysis.text[slice(*token["span"])] == token["text"]
    assert [token["head"] for token in body["sentences"][1]["tokens"]] == [2, 0, 2]


def test_json_has_entities_and_attributions_as_characters() -> None:
    """Every role a list of spans."""
    analysis = spoken()
    body = json.loads(as_json(analysis, "a"))
    assert [(e["label"], analysis.text[slice(*e["span"])]) for e in body["entities"]] == [("Location", "Norland")]
    (found,) = body["attributions"]
    assert {role: [analysis.text[slice(*span)] for span in spans] for role, spans in found.items()} == {
        "source": ["Norland"],
        "cue": ["denied"],
        "content": ["it", "Rebels fled"],
    }


def test_json_keeps_other_scripts_readable() -> None:
    """Letters, not escapes."""
    assert "الجيش" in as_json(analysis_of("1 الجيش الجيش PROPN 0 root"), "a")


def test_json_keeps_features() -> None:
    """As an object."""
    body = json.loads(as_json(spoken(), "a"))
    assert body["sentences"][0]["tokens"][1]["feats"] == {"Tense": "Past", "VerbForm": "Fin"}


@given(st.lists(st.sampled_from(["Norland", "“", "#", "1", "_", "a|b", "é"]), min_size=1, max_size=8))
def test_any_words_are_read_back(forms: list[str]) -> None:
    """Marks that mean something in CoNLL-U stand for themselves in a form."""
    analysis = analysis_of("\n".join(f"{n} {form} {form} X {n - 1} dep" for n, form in enumerate(forms, 1)))
    assert [line.split("\t")[1] for line in conllu(analysis, "a").splitlines() if "\t" in line] == forms


@pytest.mark.parametrize("role", ["source", "cue", "content"])
def test_empty_roles_are_empty_lists(role: str) -> None:
    """An unnamed source is there, and empty."""
    analysis = analysis_of(TREE)
    analysis.attributions = [Attribution([], [], [])]
    assert json.loads(as_json(analysis, "a"))["attributions"][0][role] == []
