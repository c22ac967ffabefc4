"""Lines that are not the report."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.readers.boilerplate import find_boilerplate, is_boilerplate

REPORT = "The army moved north on Monday, the ministry said.\n\nTwo villages were shelled in the night.\n\nNobody was hurt, residents said."


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in find_boilerplate(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "ADVERTISEMENT",
        "  Read more >> ".strip(),
        "Share this article",
        "Follow us on Telegram",
        "We use cookies to improve your visit.",
        "By continuing to browse, you agree to our terms.",
        "Sign up for our morning letter",
        "Subscribe to our newsletter",
        "© 2022 The Herald",
        "Copyright The Herald. All rights reserved",
        "Reporting by Ann Writer; editing by Tom Cutter",
        "With inputs from agencies",
        "This article was first published in The Herald.",
        "Photo: Ann Lens",
        "[File photo of the bridge]",
        "Troops cross the river on Monday (AFP)",
        "The minister at the gate. Getty Images",
        "https://example.org/story?id=7",
        "www.example.org",
        "3 min read",
        "Last updated: 10:15",
        "Read also: Army moves south",
    ],
)
def test_furniture_of_pages_is_known(line: str) -> None:
    """Buttons, notices, captions, credits and links."""
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "The army moved north on Monday.",
        "Shares fell in the capital after the vote.",
        "Sharing the border with two states, the province has seen much fighting.",
        "Reporters asked the minister about the strike.",
        "A cookie factory burned down, killing two people.",
        "“Subscribers to this view are few,” she said.",
        "The photographs showed a burned-out market.",
        "Homes were searched.",
        "Tweets by the minister angered the neighbours.",
        "He signed up for the army in 1990.",
    ],
)
def test_sentences_of_a_report_are_kept(line: str) -> None:
    """Words that begin like a button's are not enough."""
    assert not is_boilerplate(line)


def test_long_lines_are_paragraphs() -> None:
    """No paragraph is furniture as a whole, however it begins."""
    assert not is_boilerplate("Share this " + "and the army moved north " * 20)


def test_plain_report_has_nothing_marked() -> None:
    """Every sentence of it is read."""
    assert marked(REPORT) == []


def test_spans_hold_the_line_without_the_blanks_around_it() -> None:
    """Start, end and substring."""
    text = f"{REPORT}\n\t Share this article  \n"
    ((start, end),) = find_boilerplate(text)
    assert text[start:end] == "Share this article"
    assert (start, end) == (len(REPORT) + 3, len(REPORT) + 21)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(end: str) -> None:
    """The mark of a line's end belongs to no line."""
    assert marked(f"Share{end}The army moved north.{end}Advertisement{end}Nobody was hurt.") == ["Share", "Advertisement"]


def test_related_stories_are_marked_to_the_next_sentence() -> None:
    """Headlines under a heading have no full stop; the report goes on with one."""
    text = "The army moved.\nRelated stories\nTroops near the border\nVillage shelled again\nThe ministry denied it.\nThe Border Post"
    assert marked(text) == ["Related stories", "Troops near the border", "Village shelled again"]


def test_a_list_of_related_stories_ends_after_ten() -> None:
    """A report of lines without full stops is not swallowed whole."""
    text = "Also read\n" + "\n".join(f"Headline number {n} of many" for n in range(14))
    assert len(marked(text)) < 13


@pytest.mark.parametrize(
    "line",
    ["By Ann Writer", "By Ann Writer and Tom Cutter", "BY ANN WRITER", "By Ann Writer in Port Vale", "December 14, 2022", "14 Dec 2022 10:15 GMT"],
)
def test_bylines_and_dates_at_the_edge_are_marked(line: str) -> None:
    """Above and below the report."""
    assert line in marked(f"{line}\n{REPORT}")
    assert line in marked(f"{REPORT}\n{line}")


def test_bylines_in_the_middle_are_kept() -> None:
    """Far from the edges a short line may be part of a list."""
    text = "\n".join(["The army moved north on Monday."] * 6 + ["By Ann Writer"] + ["The ministry denied it."] * 6)
    assert marked(text) == []


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT VALE, Dec 14 (Herald) -",
        "PORT VALE (Herald) —",
        "PORT VALE, Norland (AP) -",
        "PORT VALE --",
        "Port Vale, 14 December 2022 (Herald) -",
        "PORT VALE:",
        "ZOË FALLS (AFP) -",
    ],
)
def test_dateline_is_marked_and_the_sentence_after_it_is_not(dateline: str) -> None:
    """Place, day and agency before the first sentence."""
    text = f"{dateline} The army moved north on Monday."
    assert marked(text) == [dateline]


def test_dateline_may_follow_a_headline() -> None:
    """The second line counts too, the third does not."""
    line = "PORT VALE (Herald) - The army moved."
    assert marked(f"Army moves north\n{line}") == ["PORT VALE (Herald) -"]
    assert marked(f"Army moves north\nTwo villages shelled\n{line}") == []


def test_text_all_in_capitals_has_no_dateline_of_capitals() -> None:
    """A first word in capitals tells nothing where all are."""
    assert marked("REBELS: THE ARMY MOVED NORTH ON MONDAY AND SHELLED TWO VILLAGES") == []


def test_colon_after_small_letters_is_no_dateline() -> None:
    """A sentence may begin with a word and a colon."""
    assert marked("Rebels: the army moved north on Monday.") == []


@pytest.mark.parametrize("credit", ["- Reuters", "— AFP", "(Herald News)", "– The Herald", "-example.com"])
def test_agency_after_the_last_sentence_is_marked(credit: str) -> None:
    """The credit is none of the report."""
    assert marked(f"The army moved north.\nNobody was hurt, he said. {credit}") == [credit]


def test_agency_named_in_a_sentence_is_kept() -> None:
    """Who was told is part of the report."""
    assert marked("The army moved north.\nNobody was hurt, he told the Herald.") == []


def test_captions_do_not_hide_quotations() -> None:
    """An agency that is named in a sentence is no credit."""
    assert not is_boilerplate("“They came at night,” a man told Reuters.")


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\ufeff", "\0", "…"])
def test_nothing_to_mark_in_next_to_nothing(text: str) -> None:
    """Empty texts have no lines."""
    assert find_boilerplate(text) == ()


def test_a_wide_gap_costs_no_time() -> None:
    """Blanks between words are passed over once, not once for each."""
    start = time.perf_counter()
    assert find_boilerplate("The army moved" + " " * 50_000 + "north.") == ()
    assert time.perf_counter() - start < 1


def test_a_paragraph_of_five_thousand_words_costs_no_time() -> None:
    """One endless line is read once."""
    start = time.perf_counter()
    assert find_boilerplate("army " * 5000) == ()
    assert time.perf_counter() - start < 1


pieces = st.sampled_from(
    [
        "PORT VALE",
        "(Reuters)",
        " - ",
        "—",
        "Dec 14, 2022",
        "By Ann Writer",
        "Share",
        "Related stories",
        "The army moved.",
        "\n",
        "\r\n",
        " ",
        "\t",
        "“",
        "he said.",
        "(AP)",
        ":",
        "الجيش",
    ]
)


@given(st.lists(pieces, max_size=25))
def test_spans_are_sorted_apart_and_hold_whole_words(parts: list[str]) -> None:
    """Whatever the page: in order, none overlapping, none empty, no white space at their ends, no line end inside."""
    text = "".join(parts)
    at = 0
    for start, end in find_boilerplate(text):
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not {"\n", "\r"} & set(text[start:end])
        at = end


@given(st.text(max_size=200))
def test_any_text_has_spans_inside_it(text: str) -> None:
    """No character, however odd, breaks the reading."""
    assert all(0 <= start < end <= len(text) for start, end in find_boilerplate(text))


def padded(line: str, *, above: int, below: int) -> list[str]:
    """What is marked of a report with so many lines above and below this one."""
    return marked("\n".join(["The army moved north on Monday."] * above + [line] + ["The ministry denied it."] * below))


@pytest.mark.parametrize(("above", "below", "expected"), [(4, 9, True), (5, 9, False), (9, 2, True), (9, 3, False)])
def test_edges_are_the_first_five_and_the_last_three_lines(above: int, below: int, expected: bool) -> None:
    """Bylines further in are part of the text."""
    assert (padded("By Ann Writer", above=above, below=below) == ["By Ann Writer"]) is expected


@pytest.mark.parametrize(("headlines", "expected"), [(8, 9), (9, 10), (10, 10)])
def test_a_list_has_ten_lines_with_its_heading(headlines: int, expected: int) -> None:
    """What follows is judged by itself."""
    text = "\n".join(
        ["The army moved north."] * 6 + ["Also read"] + [f"Headline number {n} of many" for n in range(headlines)] + ["The ministry denied it."] * 4
    )
    assert len(marked(text)) == expected


def test_long_line_ends_a_list() -> None:
    """A headline has fewer than 160 characters."""
    lines = ["The army moved north."] * 6 + ["Also read", "x" * 159, "y" * 160, "Headline"] + ["The ministry denied it."] * 4
    assert marked("\n".join(lines)) == ["Also read", "x" * 159]


def test_long_heading_is_none() -> None:
    """Marks around it count, up to thirty-nine characters."""
    assert marked("Latest news" + ":" * 29) == []
    assert marked("Latest news" + ":" * 28) == ["Latest news" + ":" * 28]


@pytest.mark.parametrize(("length", "expected"), [(300, True), (301, False)])
def test_paragraphs_begin_at_three_hundred_characters(length: int, expected: bool) -> None:
    """A notice may be as long as that."""
    assert is_boilerplate("Share this " + "x" * (length - 11)) is expected


def test_dateline_alone_on_its_line_is_no_dateline() -> None:
    """Without a sentence after it, it is a headline."""
    assert marked("PORT VALE (Herald) -\nThe army moved north.") == []
