"""Names: shorter forms, acronyms, states by any of their names, headings."""

from __future__ import annotations

import pytest

from sayso.coder import Coder
from tests.coding.chain_support import none_shared, one_chain


@pytest.mark.parametrize(
    "text",
    [
        "[Karim Halwani] met reporters in Geneva. [Halwani] said that talks would go on.",
        "The [Orvan Relief Network] sent two trucks. Later the [ORN] sent more.",
        "[Turkey] closed the border. The army of [Turkey] shelled a village.",
        "[Kenya] closed the border, and [Nairobi] condemned the raid.",
    ],
)
def test_names_of_one(coder: Coder, text: str) -> None:
    """A last name, initials, the name again, a capital that acts: one chain."""
    assert one_chain(coder, text)


def test_two_persons_of_one_family(coder: Coder) -> None:
    """Another first name is another person."""
    assert none_shared(coder, "[Karim Halwani] met [Samira Halwani] in Geneva.")


def test_heading_is_not_part_of_the_name_below_it(coder: Coder) -> None:
    """A heading that is a name, and the text that begins with it."""
    assert one_chain(coder, "[Karim Halwani]\n\n[Karim Halwani] is a spokesman. [He] lives in Geneva.")


def test_title_is_part_of_the_name(coder: Coder) -> None:
    """ "President" before the name is no mention of its own."""
    assert one_chain(coder, "President [Emmanuel Macron] spoke. [He] left early.")
