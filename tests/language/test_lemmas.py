"""Lemmas as edit scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.lemmas import apply_script, script_of


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
