"""Lemmas as edit scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.core import LanguageCore
from sayso.language.lemmas import Lemmatiser, apply_script, bases, script_of
from sayso.language.shapes import LOWER, MIXED, TITLE, UPPER


@pytest.mark.parametrize(
    ("form", "lemma"), [("killed", "kill"), ("was", "be"), ("Cities", "city"), ("Paris", "Paris"), ("The", "the"), ("n't", "not"), ("UN", "UN")]
)
def test_script_leads_back_to_the_lemma(form: str, lemma: str) -> None:
    """Applying the script of a pair to its form gives its lemma."""
    assert apply_script(form, script_of(form, lemma)) == lemma


def test_scripts_are_shared_by_words_that_inflect_alike() -> None:
    """Regular forms have one script, so that it can be learned."""
    assert script_of("killed", "kill") == script_of("attacked", "attack")
    assert script_of("Denies", "deny") == script_of("replies", "reply")


def test_script_too_long_for_a_form_gives_the_form_in_small_letters() -> None:
    """A script meant for longer words does no harm."""
    assert apply_script("Go", "l5xyz") == "go"


def test_lemma_is_never_empty() -> None:
    """A script that strips everything leaves the word as it is."""
    assert apply_script("as", "l2") == "as"


words = st.text(st.characters(categories=["Ll", "Lu"], max_codepoint=0x17F), min_size=1, max_size=12)


@given(words, words)
def test_any_pair_has_a_script_that_works(form: str, lemma: str) -> None:
    """For any form and lemma the script reproduces the lemma."""
    assert apply_script(form, script_of(form, lemma)) == lemma


TABLE = {
    f"VERB {LOWER}": {"ed": "l2", "^was": "l3be", "ied": "l3y", "^led": "l2ead"},
    f"NOUN {LOWER}": {"s": "l1", "ies": "l3y", "ss": "k"},
    f"NOUN {UPPER}": {"": "k"},
    f"AUX {LOWER}": {"^has": "l1ve"},
    f"VERB {UPPER}": {"": "k"},
    f"PROPN {TITLE}": {},
    f"ADJ {MIXED}": {"er": "l2"},
}


@pytest.fixture
def lemmatiser() -> Lemmatiser:
    """One with a small table."""
    return Lemmatiser(TABLE)


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [
        ("attacked", "VERB", "attack"),
        ("denied", "VERB", "deny"),
        ("was", "VERB", "be"),
        ("led", "VERB", "lead"),
        ("talks", "NOUN", "talk"),
        ("cities", "NOUN", "city"),
        ("press", "NOUN", "press"),
        ("talks", "X", "talks"),
        ("Paris", "PROPN", "Paris"),
        ("SAS", "NOUN", "SAS"),
    ],
)
def test_longest_ending_that_is_known_counts(lemmatiser: Lemmatiser, form: str, upos: str, lemma: str) -> None:
    """Whole words before endings, long endings before short ones, by part of speech and shape."""
    assert lemmatiser.lemma(form, upos, {}) == lemma


def test_word_that_ends_like_a_whole_word_is_not_taken_for_it(lemmatiser: Lemmatiser) -> None:
    """`^led` is only "led"; "fuelled" ends in "ed"."""
    assert lemmatiser.lemma("fuelled", "VERB", {}) == "fuell"


def test_shapes_without_capitals_share_a_table_with_mixed_ones(lemmatiser: Lemmatiser) -> None:
    """Both are rare."""
    assert lemmatiser.lemma("McFarer", "ADJ", {}) == "mcfar"


@pytest.mark.parametrize(("form", "lemma"), [("1,250", "1250"), ("10", "10"), ("3.5", "3.5"), ("five", "five"), ("1,000,000", "1000000")])
def test_numbers_lose_their_commas(lemmatiser: Lemmatiser, form: str, lemma: str) -> None:
    """Those in figures; a decimal point stays."""
    assert lemmatiser.lemma(form, "NUM", {}) == lemma


def test_her_is_she_unless_it_possesses(lemmatiser: Lemmatiser) -> None:
    """The case tells, and is not forgotten between two words that look alike."""
    assert lemmatiser.lemma("her", "PRON", {"Case": "Acc"}) == "she"
    assert lemmatiser.lemma("her", "PRON", {"Case": "Gen"}) == "her"
    assert lemmatiser.lemma("Her", "PRON", {"Case": "Acc"}) == "she"


def test_names_of_files_are_lowered(lemmatiser: Lemmatiser) -> None:
    """`Report.PDF` is one name."""
    assert lemmatiser.lemma("Report.PDF", "PROPN", {}) == "report.pdf"


def test_the_same_word_is_read_alike_every_time(lemmatiser: Lemmatiser) -> None:
    """What was found is kept by form and part of speech together."""
    assert [lemmatiser.lemma("talks", upos, {}) for upos in ("NOUN", "X", "NOUN", "X")] == ["talk", "talks", "talk", "talks"]


def test_empty_table_keeps_words() -> None:
    """Nothing learned, nothing changed."""
    assert Lemmatiser({}).lemma("talks", "NOUN", {}) == "talks"


@given(words, st.sampled_from(["k", "l0", "c0", "l1", "c2s", "l3y", "l99", "c99x"]))
def test_any_script_gives_some_lemma(form: str, script: str) -> None:
    """Never an empty one."""
    assert apply_script(form, script)


@pytest.mark.parametrize(
    ("form", "verb"),
    [("disputed", "dispute"), ("rebutted", "rebut"), ("denied", "deny"), ("accuses", "accuse"), ("telling", "tell"), ("asked", "ask")],
)
def test_an_inflected_verb_may_be_a_form_of(form: str, verb: str) -> None:
    """Cues are found though the lemma is none."""
    assert verb in bases(form)


@pytest.mark.parametrize("word", ["say", "is", "red", "bed"])
def test_short_words_without_an_ending_are_forms_of_nothing(word: str) -> None:
    """A stem has at least three letters."""
    assert bases(word) == ()


def test_few_words_are_remembered(lemmatiser: Lemmatiser, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many are asked for; what is forgotten is found again."""
    monkeypatch.setattr("sayso.language.lemmas._MOST_KNOWN", 5)
    forms = [f"{letter}alked" for letter in "bcdfhlmstw"] * 2
    assert [lemmatiser.lemma(form, "VERB", {}) for form in forms] == [Lemmatiser(TABLE).lemma(form, "VERB", {}) for form in forms]
    assert len(lemmatiser._known) <= 6


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [("HAS", "AUX", "have"), ("ATTACKED", "VERB", "attack"), ("LED", "VERB", "lead"), ("TALKS", "NOUN", "talk"), ("CITIES", "NOUN", "city")],
)
def test_words_in_capitals_have_the_lemmas_of_small_ones(lemmatiser: Lemmatiser, form: str, upos: str, lemma: str) -> None:
    """In a text in capitals, as on old wires."""
    assert lemmatiser.lemma(form, upos, {}) == lemma


@pytest.mark.parametrize(("form", "upos"), [("NGO", "NOUN"), ("GNPS", "NOUN"), ("US", "ADJ"), ("PARIS", "PROPN")])
def test_abbreviations_and_names_in_capitals_are_kept(lemmatiser: Lemmatiser, form: str, upos: str) -> None:
    """Short nouns and adjectives in capitals are no words like others; nor is any name."""
    assert lemmatiser.lemma(form, upos, {}) == form


@pytest.mark.parametrize(("word", "lemma"), [("HAS", "have"), ("CLAIMED", "claim")])
def test_the_table_that_was_learned_reads_a_text_in_capitals(core: LanguageCore, word: str, lemma: str) -> None:
    """As it reads one in small letters."""
    tokens = core.analyse("THE FRONT HAS CLAIMED THE ATTACK.").tokens
    assert [token.lemma for token in tokens if token.text == word] == [lemma]
