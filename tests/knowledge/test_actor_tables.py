"""How the actor tables are read, and what is said of a mistake in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.actor_tables import Entry, Office, Tables, read_tables
from sayso.knowledge.actors import load_actors


def read(folder: Path, name: str, text: str) -> Tables:
    """The tables of one file, with the title `mayor` known."""
    (folder / "offices.tsv").write_text("# titles\nmayor\tlord mayor|burgomaster@DEU\tGOV\n", encoding="utf-8")
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_tables([path, folder / "offices.tsv"])


def test_comments_and_blank_lines_are_left_out(tmp_path: Path) -> None:
    """Lines that are empty or begin with # hold nothing."""
    assert read(tmp_path, "groups.tsv", "# a comment\n\n").entries == []


def test_columns_at_the_end_may_be_left_out(tmp_path: Path) -> None:
    """A group needs its name, its aliases and its country; the rest may be wanting."""
    [entry] = read(tmp_path, "groups.tsv", "Harbour Front\tHF\tPRT\n").entries
    assert (entry.id, entry.name, entry.aliases, entry.country, entry.sectors, entry.offices) == (
        "groups:harbour-front", "Harbour Front", ("HF",), "PRT", (), (),
    )  # fmt: skip


def test_office_with_its_dates(tmp_path: Path) -> None:
    """Title, country, sectors and dates are read from one cell; what is not told is taken from the entry and the title."""
    cell = "mayor 2001-05..2009;keeper of seals@ESP [JUD GOV] ..1999-12-31;observer@- [IGO] 2010.."
    [entry] = read(tmp_path, "leaders.tsv", f"Ana Exemplo\t-\tPRT\t{cell}\n").entries
    assert entry.kind == "person"
    assert entry.offices == (
        Office("mayor", "PRT", ("GOV",), "2001-05", "2009"),
        Office("keeper of seals", "ESP", ("JUD", "GOV"), None, "1999-12-31"),
        Office("observer", None, ("IGO",), "2010", None),
    )


@pytest.mark.parametrize(
    ("date", "held"),
    [("2001-04-30", False), ("2001-05-01", True), ("2001", True), ("2009-12-31", True), ("2010-01-01", False), ("2005", True)],
)
def test_office_is_held_between_its_dates(date: str, held: bool) -> None:
    """Dates as short as a year count whole, on both sides."""
    assert Office("mayor", "PRT", ("GOV",), "2001-05", "2009").held_on(date) is held


def test_office_without_dates_is_always_held() -> None:
    """Open ends are open."""
    assert Office("mayor", "PRT", ("GOV",)).held_on("1850-01-01")


def test_first_of_two_offices_counts() -> None:
    """Of offices held at once the one named first is meant."""
    posts = (Office("mayor", "PRT", ("GOV",), "2000"), Office("priest", "PRT", ("REL",), "1990"))
    person = Entry("leaders:x", "X", "person", "PRT", (), posts)
    assert person.office_on("2005") == posts[0]
    assert person.office_on("1995") == posts[1]
    assert person.office_on("1980") is None


def test_own_sectors_count_out_of_office() -> None:
    """Who has sectors of one's own keeps them when no office is held."""
    person = Entry("leaders:x", "X", "person", "PRT", ("BUS",), (Office("mayor", "PRT", ("GOV",), "2000", "2004"),))
    assert person.side_on("2002") == ("PRT", ("GOV",))
    assert person.side_on("2010") == ("PRT", ("BUS",))


@pytest.mark.parametrize(
    ("name", "line", "complaint"),
    [
        ("groups.tsv", "Harbour Front", "columns"),
        ("groups.tsv", "Harbour Front\tHF\tPRT\tREB\t-\t-\textra", "columns"),
        ("groups.tsv", "-\tHF\tPRT\tREB", "needs a name"),
        ("groups.tsv", "Harbour Front\tHF\tPortugal\tREB", "three capital letters"),
        ("groups.tsv", "Harbour Front\tHF\tPRT\tREBEL", "no sector"),
        ("leaders.tsv", "Ana Exemplo\t-\tPRT\tgardener 2001..2002", "offices.tsv"),
        ("leaders.tsv", "Ana Exemplo\t-\tPRT\tmayor 2001-13..2002", "no date"),
        ("leaders.tsv", "Ana Exemplo\t-\tPRT\tmayor 2003..2002", "before it starts"),
        ("leaders.tsv", "Ana Exemplo\t-\tPRT\tmayor [GOV", "an office reads"),
        ("nouns.tsv", "keeper\tCVL\tthing", "person, group or organization"),
        ("countries.tsv", "-\tNowhere\t-\t-", "needs its code"),
    ],
)
def test_mistake_is_named_with_file_and_line(tmp_path: Path, name: str, line: str, complaint: str) -> None:
    """The message says where the mistake is and how to mend it."""
    with pytest.raises(KnowledgeError, match=complaint) as caught:
        read(tmp_path, name, f"# a comment\n{line}\n")
    assert f"{name}:2" in str(caught.value)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """A path that leads nowhere is named."""
    with pytest.raises(KnowledgeError, match="no such file"):
        load_actors([tmp_path / "missing.tsv"])


def test_file_that_is_not_text(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are named, not guessed."""
    path = tmp_path / "groups.tsv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeError, match="UTF-8"):
        load_actors([path])


def test_titles_have_other_names(tmp_path: Path) -> None:
    """A title is known by its other names, some in one country only."""
    titles = read(tmp_path, "groups.tsv", "").titles
    assert titles.canonical("Lord Mayor", None) == "mayor"
    assert titles.canonical("Burgomaster", "DEU") == "mayor"
    assert titles.canonical("Burgomaster", "NLD") == "burgomaster"


def test_country_with_all_its_words(tmp_path: Path) -> None:
    """A country's line holds names, demonyms, seats and the title of its chief."""
    [country] = read(tmp_path, "countries.tsv", "XAA\tFarland\tFar Republic\tFarlander|Farish\tFarburg\tmayor\n").countries
    assert country.entry.id == "country:XAA"
    assert country.demonyms == ("Farlander", "Farish")
    assert country.seats == ("Farburg",)
    assert country.chief == "mayor"


def test_noun_is_kept_from_the_first_table(tmp_path: Path) -> None:
    """A word that stands twice keeps its first meaning, so that the user's tables win."""
    nouns = read(tmp_path, "nouns.tsv", "keeper\tCVL\tperson\nkeeper\tGOV\tperson\toffice\n").nouns
    assert nouns["keeper"].sectors == ("CVL",)


def test_table_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    """A byte order mark, Windows' line ends and rows of nothing but blanks do no harm."""
    path = tmp_path / "groups.tsv"
    path.write_bytes("\ufeff# name\taliases\tcountry\r\nHarbour Front\tHF\tPRT\r\n\t\t\r\n  \r\n".encode())
    assert [entry.name for entry in read_tables([path]).entries] == ["Harbour Front"]


def test_mark_at_the_beginning_is_no_part_of_a_name(tmp_path: Path) -> None:
    """Where the first line is an actor."""
    path = tmp_path / "groups.tsv"
    path.write_bytes("\ufeffHarbour Front\tHF\tPRT\n".encode())
    assert [entry.name for entry in read_tables([path]).entries] == ["Harbour Front"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("groups_south.tsv", "organization"),
        ("igos.tsv", "organization"),
        ("leaders_old.tsv", "person"),
        ("peoples.tsv", "population"),
        ("anything.tsv", "organization"),
    ],
)
def test_kind_of_actors_is_told_by_the_tables_name(tmp_path: Path, name: str, kind: str) -> None:
    """Its first part; what is not known holds organizations."""
    [entry] = read(tmp_path, name, "Harbour Front\tHF\tPRT\n").entries
    assert entry.kind == kind and entry.id == f"{name.split('.')[0].split('_')[0]}:harbour-front"


def test_sectors_of_persons_stand_after_their_offices(tmp_path: Path) -> None:
    """Of organisations before them."""
    [person] = read(tmp_path, "leaders.tsv", "Ana Exemplo\t-\tPRT\tmayor\tBUS\n").entries
    [group] = read(tmp_path, "groups.tsv", "Harbour Front\t-\tPRT\tREB\tmayor 2001..2002\n").entries
    assert (person.sectors, person.offices[0].title) == (("BUS",), "mayor")
    assert (group.sectors, group.offices[0].title) == (("REB",), "mayor")


def test_plain_words_and_honorifics_are_lists(tmp_path: Path) -> None:
    """One line may hold several."""
    assert read(tmp_path, "plainwords.tsv", "sun|star\nlabour\n").plain_words == {"sun", "star", "labour"}
    assert read(tmp_path, "honorifics.tsv", "mr|mrs\n").honorifics == {"mr", "mrs"}


@pytest.mark.parametrize(("belongs", "office", "state"), [("office", True, True), ("state", False, True), ("-", False, False)])
def test_nouns_belong_to_an_office_a_state_or_nobody(tmp_path: Path, belongs: str, office: bool, state: bool) -> None:
    """An office belongs to a state too."""
    noun = read(tmp_path, "nouns.tsv", f"keeper|warden\tCVL\tperson\t{belongs}\n").nouns["warden"]
    assert (noun.lemma, noun.office, noun.state) == ("warden", office, state)


def test_offices_may_be_read_after_those_who_held_them(tmp_path: Path) -> None:
    """Titles are read first, whatever the order of the files."""
    [entry] = read(tmp_path, "leaders.tsv", "Ana Exemplo\t-\tPRT\tlord mayor 2001..\n").entries
    assert entry.offices[0].sectors == ("GOV",)


@pytest.mark.parametrize(
    ("start", "end", "date", "held"),
    [
        ("2001-05-11", "2001-05-11", "2001-05-11", True),
        ("2001-05-11", None, "2001-05", True),
        ("2001-05-11", None, "2001-04", False),
        (None, "2001-05", "2001-05-31", True),
        (None, "2001-05", "2001-06", False),
        (None, "2001-05-11", "2001", True),
    ],
)
def test_partial_dates_count_whole(start: str | None, end: str | None, date: str, held: bool) -> None:
    """A month is held if any day of it is."""
    assert Office("mayor", "PRT", ("GOV",), start, end).held_on(date) is held


def test_who_is_out_of_office_counts_by_the_last_one_before(tmp_path: Path) -> None:
    """Not by one that is still to come."""
    [entry] = read(tmp_path, "leaders.tsv", "Ana Exemplo\t-\tPRT\tmayor 2001..2002;observer@- [IGO] 2010..2012\n").entries
    assert entry.side_on("2005") == ("PRT", ("GOV",))
    assert entry.side_on("2015") == (None, ("IGO",))
    assert entry.side_on("1999") == (None, ("IGO",))


def test_without_a_date_head_of_state_counts_before_later_posts(tmp_path: Path) -> None:
    """By which most are remembered."""
    [entry] = read(tmp_path, "leaders.tsv", "Ana Exemplo\t-\tPRT\tpresident [GOV] 1990..1995;observer@- [IGO] 2010..2012\n").entries
    office = entry.office_on(None)
    assert office is not None and office.title == "president"


def test_actor_without_offices_has_its_own_side() -> None:
    """On any date and on none."""
    entry = Entry("groups:x", "X", "organization", "PRT", ("REB",))
    assert entry.side_on(None) == entry.side_on("1999") == ("PRT", ("REB",))
