"""Actors by name, offices by date, nationalities, seats, nouns."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.actor_tables import SECTORS
from sayso.knowledge.actors import ActorBase, load_actors


@pytest.fixture(scope="module")
def base() -> ActorBase:
    """The package's actors, loaded once."""
    return load_actors()


def sides(base: ActorBase, name: str, on: str | None = None) -> tuple[str | None, tuple[str, ...]]:
    """Country and sectors of the likeliest bearer of a name."""
    return base.look_up(name, on=on)[0].side_on(on)


def found_names(base: ActorBase, text: str, on: str | None = None) -> list[tuple[str, str]]:
    """Known names in a text parted by blanks, with whom they name."""
    words = text.split()
    return [(" ".join(words[m.first : m.last]), m.entries[0].name) for m in base.find(words, on=on)]


# -- look_up


@pytest.mark.parametrize("name", ["PKK", "Kurdistan Workers' Party", "kurdistan workers’ party", "the PKK", "Kurdistan Workers Party"])
def test_aliases_and_abbreviations_name_the_group(base: ActorBase, name: str) -> None:
    """Any name of a group finds it, whatever the apostrophe and the article."""
    assert [entry.name for entry in base.look_up(name)] == ["Kurdistan Workers' Party"]


@pytest.mark.parametrize("name", ["Bashar al-Assad", "Bashar Assad", "Bashar el-Assad", "Bashar Al Assad", "President Bashar al-Assad"])
def test_arabic_articles_and_titles_do_not_matter(base: ActorBase, name: str) -> None:
    """A person is found with and without `al` and with a title before the name."""
    assert base.look_up(name)[0].name == "Bashar al-Assad"


def test_unknown_name_finds_nobody(base: ActorBase) -> None:
    """An unknown name gives an empty list, and so does an empty one."""
    assert base.look_up("Nobody Of That Name") == base.look_up("") == []


def test_part_of_a_name_is_not_enough(base: ActorBase) -> None:
    """Look-up is for whole names: a first name alone finds nobody."""
    assert base.look_up("Recep") == []


def test_title_alone_names_nobody(base: ActorBase) -> None:
    """Honorifics are cut from names only, never down to nothing."""
    assert base.look_up("Mr President") == []


def test_who_is_in_office_comes_first(base: ActorBase) -> None:
    """King Abdullah is the Saudi king in 2010 and the Jordanian one in 2018."""
    assert "JOR" in {entry.country for entry in base.look_up("King Abdullah")}
    assert sides(base, "King Abdullah", "2018-03-01")[0] == "JOR"


def test_caller_may_change_the_answer(base: ActorBase) -> None:
    """The list is the caller's own; changing it changes nothing for others."""
    base.look_up("PKK").clear()
    assert base.look_up("PKK")


# -- sides by the codebook's conventions


@pytest.mark.parametrize(
    ("name", "on", "country", "sector"),
    [
        ("PKK", "2022-12-14", "TUR", "REB"),
        ("SDF", "2018-01-20", "SYR", "REB"),
        ("Hezbollah", "2020-08-01", "LBN", "REB"),
        ("Hamas", "2019-05-05", "PSE", "REB"),
        ("Hamas", "2019-05-05", "PSE", "GOV"),
        ("Taliban", "2015-01-01", "AFG", "REB"),
        ("Taliban", "2022-01-01", "AFG", "GOV"),
        ("Islamic State", "2016-01-01", None, "REB"),
        ("al-Qaida", "2005-01-01", None, "REB"),
        ("United Nations", None, None, "IGO"),
        ("Nato", None, None, "IGO"),
        ("Human Rights Watch", None, None, "NGO"),
        ("FSB", None, "RUS", "SPY"),
        ("Pentagon", None, "USA", "MIL"),
        ("Xinhua", None, "CHN", "MED"),
        ("Sinaloa cartel", None, "MEX", "CRM"),
        ("Rohingya", None, "MMR", "CVL"),
        ("Tuareg", None, None, "CVL"),
    ],
)
def test_groups_belong_to_their_state(base: ActorBase, name: str, on: str | None, country: str | None, sector: str) -> None:
    """A group's country is the state it belongs to; bodies of many states have none."""
    found = sides(base, name, on)
    assert found[0] == country
    assert sector in found[1]


def test_taliban_rebelled_before_they_governed(base: ActorBase) -> None:
    """Between their two governments the Taliban are rebels only."""
    assert sides(base, "Taliban", "2010-06-01") == ("AFG", ("REB",))


def test_person_in_office_stands_on_the_side_of_the_office(base: ActorBase) -> None:
    """Guterres was Portugal's government and is the United Nations'."""
    assert sides(base, "António Guterres", "1999-01-01") == ("PRT", ("GOV",))
    assert sides(base, "António Guterres", "2020-01-01") == (None, ("IGO",))


def test_opposition_leader_becomes_government(base: ActorBase) -> None:
    """The same person counts by what he was on the date."""
    assert sides(base, "Keir Starmer", "2022-01-01")[1] == ("OPP",)
    assert sides(base, "Keir Starmer", "2024-08-01")[1] == ("GOV",)


def test_former_holder_keeps_the_last_side(base: ActorBase) -> None:
    """Out of office, without sectors of one's own, the last office counts."""
    assert sides(base, "Shinzo Abe", "2022-07-08")[0] == "JPN"
    assert sides(base, "Barack Obama", "2019-01-01") == ("USA", ("GOV",))


def test_without_a_date_the_highest_office_counts(base: ActorBase) -> None:
    """An undated article about Rajiv Gandhi means the prime minister, not the opposition leader he was at last."""
    office = base.look_up("Rajiv Gandhi")[0].office_on(None)
    assert office is not None
    assert office.title == "prime minister"


# -- offices


@pytest.mark.parametrize(
    ("title", "country", "on", "name"),
    [
        ("foreign minister", "TUR", "2022-12-14", "Mevlüt Çavuşoğlu"),
        ("Minister of Foreign Affairs", "TUR", "2022-12-14", "Mevlüt Çavuşoğlu"),
        ("secretary of state", "USA", "2018-03-01", "Rex Tillerson"),
        ("defense secretary", "USA", "2018-01-01", "James Mattis"),
        ("home secretary", "GBR", "2018-06-01", "Sajid Javid"),
        ("chancellor", "DEU", "2010-01-01", "Angela Merkel"),
        ("premier", "CHN", "2015-01-01", "Li Keqiang"),
        ("president", "FRA", "2011-01-01", "Nicolas Sarkozy"),
        ("leader", "PRK", "2020-01-01", "Kim Jong-un"),
        ("leader", "GBR", "2018-01-01", "Theresa May"),
        ("leader", "AFG", "2023-01-01", "Hibatullah Akhundzada"),
        ("UN secretary-general", None, "2010-01-01", "Ban Ki-moon"),
        ("prime minister", "IND", "1985-06", "Rajiv Gandhi"),
        ("president", "USA", "1996", "Bill Clinton"),
    ],
)
def test_holder_of_an_office_on_a_date(base: ActorBase, title: str, country: str | None, on: str, name: str) -> None:
    """A title, a country and a date, however short, name a person."""
    holder = base.holder(title, country, on=on)
    assert holder is not None
    assert holder.name == name


def test_nobody_holds_an_unknown_office(base: ActorBase) -> None:
    """An office that the tables lack, or a time that they do not reach, has no holder."""
    assert base.holder("minister of silly walks", "GBR", on="2010-01-01") is None
    assert base.holder("president", "USA", on="1700-01-01") is None


def test_day_of_a_change_is_the_successors(base: ActorBase) -> None:
    """On the day an office changes hands it is the new holder's."""
    holder = base.holder("prime minister", "GBR", on="2016-07-13")
    assert holder is not None
    assert holder.name == "Theresa May"


def test_titles_of_one_country_stay_there(base: ActorBase) -> None:
    """A chancellor is a head of government in Berlin, not everywhere."""
    assert base.title("chancellor", "DEU") == "prime minister"
    assert base.title("chancellor", "GBR") == "chancellor"


@pytest.mark.parametrize(
    ("surname", "name"),
    [("Erdogan", "Recep Tayyip Erdoğan"), ("Sisi", "Abdel Fattah el-Sisi"), ("de Mistura", "Staffan de Mistura")],
)
def test_surname_alone_names_the_known_bearer(base: ActorBase, surname: str, name: str) -> None:
    """The press calls the well-known by their last names."""
    assert base.by_surname(surname)[0].name == name


def test_family_name_stands_first_in_east_asia(base: ActorBase) -> None:
    """Kim Jong-un is a Kim, Xi Jinping a Xi."""
    assert "Kim Jong-un" in {entry.name for entry in base.by_surname("Kim")}
    assert base.by_surname("Xi")[0].name == "Xi Jinping"


# -- countries, nationalities, seats


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Turk", "TUR"), ("Turks", "TUR"), ("Turkish", "TUR"), ("Syrian", "SYR"), ("Syrians", "SYR"), ("Briton", "GBR"), ("Frenchmen", "FRA"),
        ("Dutch", "NLD"), ("Filipinos", "PHL"), ("Burkinabe", "BFA"), ("Nigerien", "NER"), ("Nigerian", "NGA"), ("U.S.", "USA"),
        ("South Korean", "KOR"), ("North Koreans", "PRK"), ("Congolese", "COD"), ("Chinese", "CHN"), ("Soviet", "RUS"),
    ],
)  # fmt: skip
def test_nationalities(base: ActorBase, word: str, code: str) -> None:
    """Adjectives and peoples, in singular and plural, give the country."""
    assert base.nationality(word) == code


@pytest.mark.parametrize("word", ["Table", "", "Turkeyish", "the"])
def test_other_words_are_no_nationality(base: ActorBase, word: str) -> None:
    """Words that name no people give nothing."""
    assert base.nationality(word) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "USA"), ("U.S.", "USA"), ("America", "USA"), ("UK", "GBR"), ("Britain", "GBR"), ("UAE", "ARE"), ("DRC", "COD"),
        ("Democratic Republic of the Congo", "COD"), ("Congo-Brazzaville", "COG"), ("Türkiye", "TUR"), ("Burma", "MMR"),
        ("the Netherlands", "NLD"), ("Côte d’Ivoire", "CIV"), ("Ivory Coast", "CIV"), ("Swaziland", "SWZ"), ("Scotland", "GBR"),
        ("Gaza", "PSE"), ("Chechnya", "RUS"), ("USSR", "RUS"),
    ],
)  # fmt: skip
def test_country_names(base: ActorBase, name: str, code: str) -> None:
    """Names, aliases, abbreviations and parts of countries give the country."""
    assert base.country(name) == code


def test_organization_is_no_country(base: ActorBase) -> None:
    """A known name of another kind is no country."""
    assert base.country("United Nations") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ankara", "TUR"), ("the Kremlin", "RUS"), ("Downing Street", "GBR"), ("White House", "USA"), ("Naypyidaw", "MMR"),
        ("Pentagon", "USA"), ("Élysée", "FRA"), ("Blue House", "KOR"), ("Kyiv", "UKR"), ("Sana’a", "YEM"), ("New Delhi", "IND"),
    ],
)  # fmt: skip
def test_seats_stand_for_governments(base: ActorBase, name: str, code: str) -> None:
    """Capitals and houses give the country whose government they stand for."""
    assert base.seat(name) == code


def test_city_that_is_no_seat(base: ActorBase) -> None:
    """Another city stands for no government."""
    assert base.seat("Istanbul") is None


# -- nouns


@pytest.mark.parametrize(
    ("lemma", "sector"),
    [
        ("soldier", "MIL"), ("gendarmes", "COP"), ("policemen", "COP"), ("protesters", "CVL"), ("cleric", "REL"), ("rebel", "REB"),
        ("gunman", "UAF"), ("minister", "GOV"), ("president", "GOV"), ("official", "GOV"), ("spokesman", "GOV"), ("lawmaker", "LEG"),
        ("judge", "JUD"), ("refugee", "REF"), ("journalist", "MED"), ("professor", "EDU"), ("trader", "BUS"), ("cartel", "CRM"),
        ("spy", "SPY"), ("charity", "NGO"), ("trade union", "LAB"), ("opposition leader", "OPP"), ("police officer", "COP"),
        ("defence ministry", "MIL"),
    ],
)  # fmt: skip
def test_nouns_have_their_sector(base: ActorBase, lemma: str, sector: str) -> None:
    """A noun for a kind of actor gives its sector, in singular and plural, alone and compound."""
    noun = base.noun(lemma)
    assert noun is not None
    assert sector in noun.sectors


def test_compound_says_more_than_its_head(base: ActorBase) -> None:
    """An officer is a soldier, a police officer is not."""
    assert base.noun("officer").sectors == ("MIL",)  # type: ignore[union-attr]
    assert base.noun("police officer").sectors == ("COP",)  # type: ignore[union-attr]


def test_office_belongs_to_a_state(base: ActorBase) -> None:
    """A minister holds an office, a soldier serves a state, a farmer does neither."""
    minister, soldier, farmer = (base.noun(word) for word in ("minister", "soldier", "farmer"))
    assert minister and minister.office and minister.state
    assert soldier and not soldier.office and soldier.state
    assert farmer and not farmer.office and not farmer.state


def test_thing_is_no_actor(base: ActorBase) -> None:
    """A noun for a thing gives nothing."""
    assert base.noun("banana") is None


# -- find


def test_longest_name_wins(base: ActorBase) -> None:
    """A longer name is not cut into the shorter ones it holds."""
    assert found_names(base, "A report by Times of India said so") == [("Times of India", "Times of India")]


def test_names_cut_by_a_tokeniser_are_found(base: ActorBase) -> None:
    """Hyphens and genitives may be words of their own."""
    text = "Bashar al - Assad fought the People 's Protection Units"
    assert [name for _, name in found_names(base, text)] == ["Bashar al-Assad", "People's Protection Units"]


@pytest.mark.parametrize("text", ["it gave us time", "who is it", "let us go", "we may do so", "the sun shone", "labour was cheap"])
def test_plain_words_are_no_names(base: ActorBase, text: str) -> None:
    """Words that are written like words name nobody, though US, WHO, IS, LeT and May are names."""
    assert found_names(base, text) == []


def test_capitals_make_the_abbreviation(base: ActorBase) -> None:
    """`US` is a country where `us` is a pronoun."""
    assert found_names(base, "the US told us") == [("US", "United States")]


def test_text_all_in_capitals_has_no_doubtful_abbreviations(base: ActorBase) -> None:
    """Where everything stands in capitals, IS and US may be words; whole names are still found."""
    assert found_names(base, "IT IS SAID BY US THAT THE TUPAC AMARU REVOLUTIONARY MOVEMENT STRUCK") == [
        ("TUPAC AMARU REVOLUTIONARY MOVEMENT", "Túpac Amaru Revolutionary Movement")
    ]


def test_name_that_needs_its_article(base: ActorBase) -> None:
    """`The Sun` is a newspaper, `Sun` is not, nor is the sun before another name."""
    assert found_names(base, "said the Sun on Monday") == [("Sun", "The Sun")]
    assert found_names(base, "said Sun on Monday") == []


def test_names_do_not_go_on_over_brackets(base: ActorBase) -> None:
    """A closing bracket ends a name."""
    assert found_names(base, "the units ( YPG ) militia") == [("YPG", "People's Protection Units")]


def test_name_of_small_letters(base: ActorBase) -> None:
    """Some names are written small."""
    assert found_names(base, "the peshmerga advanced") == [("peshmerga", "Peshmerga")]


def test_nothing_in_nothing(base: ActorBase) -> None:
    """No words, no names."""
    assert base.find([]) == []


WORDS = ["the", "US", "UN", "Syrian", "Democratic", "Forces", "al", "-", "Assad", "Bashar", "'s", ")"]


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text())))
def test_matches_lie_in_order_and_apart(base: ActorBase, words: list[str]) -> None:
    """Whatever the words, matches are inside the list, in order, apart, and of somebody."""
    end = 0
    for match in base.find(words):
        assert end <= match.first < match.last <= len(words)
        assert match.entries
        end = match.last


# -- the tables themselves


def test_ids_are_unique(base: ActorBase) -> None:
    """No actor stands in the tables twice."""
    ids = [entry.id for entry in base.entries]
    assert len(ids) == len(set(ids))


def test_all_sectors_are_of_the_codebook(base: ActorBase) -> None:
    """Every entry and office has known sectors, every office at least one."""
    for entry in base.entries:
        assert set(entry.sectors) <= SECTORS
        assert all(office.sectors and set(office.sectors) <= SECTORS for office in entry.offices)


def test_every_actor_has_a_side(base: ActorBase) -> None:
    """Nobody but regions without a government is left without sectors."""
    bare = [entry.id for entry in base.entries if not entry.side_on(None)[1] and not entry.id.startswith("regions:")]
    assert bare == []


def test_every_name_finds_its_actor(base: ActorBase) -> None:
    """Each name and alias in the tables finds the actor it stands for."""
    lost = [name for entry in base.entries for name in (entry.name, *entry.aliases) if entry not in base.look_up(name)]
    assert lost == []


def test_countries_of_actors_are_in_the_table(base: ActorBase) -> None:
    """Every country code that an actor or office has is one of the table of countries."""
    codes = {entry.country for entry in base.entries} | {office.country for entry in base.entries for office in entry.offices}
    assert [code for code in codes if code and base.details(code) is None] == []


def test_enough_armed_groups(base: ActorBase) -> None:
    """The tables know armed groups all over the world."""
    assert sum(entry.id.startswith("groups:") for entry in base.entries) >= 800


def test_digest_of_names_has_no_stray_signs(base: ActorBase) -> None:
    """No name has blanks at its ends, doubled blanks or the signs that part columns and lists."""
    odd = [n for e in base.entries for n in (e.name, *e.aliases) if n != n.strip() or re.search(r"\s\s|[\t|~]", n) or not n]
    assert odd == []


def test_users_own_actors_come_before_the_packages(tmp_path: Path) -> None:
    """A table of the user's is laid over the package's."""
    table = tmp_path / "groups_mine.tsv"
    table.write_text("Harbour Front\tHF|PKK\tPRT\tREB\n", encoding="utf-8")
    base = load_actors([table])
    assert base.look_up("Harbour Front")[0].side_on(None) == ("PRT", ("REB",))
    assert base.look_up("PKK")[0].name == "Harbour Front"


def test_users_folder_is_read_whole(tmp_path: Path) -> None:
    """A folder stands for all tables in it."""
    (tmp_path / "leaders_mine.tsv").write_text("Ana Exemplo\t-\tPRT\tmayor 2020-01..\n", encoding="utf-8")
    (tmp_path / "nouns_mine.tsv").write_text("lighthouse keeper\tCVL\tperson\n", encoding="utf-8")
    base = load_actors([tmp_path])
    holder = base.holder("mayor", "PRT", on="2021-05-01")
    assert holder is not None and holder.name == "Ana Exemplo"
    assert base.noun("lighthouse keepers") is not None


def test_own_entry_takes_the_place_of_the_packages(tmp_path: Path) -> None:
    """What has the same name and kind replaces what the package says, offices and aliases included."""
    table = tmp_path / "leaders_mine.tsv"
    table.write_text("Recep Tayyip Erdoğan\t-\tTUR\t-\tBUS\n", encoding="utf-8")
    base = load_actors([table])
    assert [entry.side_on("2020-01-01") for entry in base.look_up("Recep Tayyip Erdogan", on="2020-01-01")] == [("TUR", ("BUS",))]
    holder = base.holder("president", "TUR", on="2020-01-01")
    assert holder is None or holder.name != "Recep Tayyip Erdoğan"


def test_own_country_takes_the_place_of_the_packages(tmp_path: Path) -> None:
    """A country is the same by its code, whatever it is called."""
    table = tmp_path / "countries_mine.tsv"
    table.write_text("TUR\tTürkiye\tTurkey\tTurkish|Turk\tAnkara\tpresident\n", encoding="utf-8")
    base = load_actors([table])
    details = base.details("TUR")
    assert details is not None and details.entry.name == "Türkiye"
    assert len(base.look_up("Turkey")) == 1


def test_later_overlay_lies_over_earlier(tmp_path: Path) -> None:
    """Of several files the last one named lies on top, for actors, nouns and titles."""
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, sector in ((one, "REB"), (two, "OPP")):
        folder.mkdir()
        (folder / "groups.tsv").write_text(f"Harbour Front\tHF\tPRT\t{sector}\n", encoding="utf-8")
        (folder / "nouns.tsv").write_text(f"lighthouse keeper\t{sector}\tperson\n", encoding="utf-8")
        (folder / "offices.tsv").write_text(f"president\t-\t{sector}\n", encoding="utf-8")
    base = load_actors([one, two])
    assert [entry.sectors for entry in base.look_up("HF")] == [("OPP",)]
    noun = base.noun("lighthouse keeper")
    assert noun is not None and noun.sectors == ("OPP",)
    assert base.look_up("Emmanuel Macron")[0].side_on("2020")[1] == ("OPP",)


def test_table_and_toml_in_one_folder(tmp_path: Path) -> None:
    """A folder's tables and TOML files are read together; other files are left alone."""
    (tmp_path / "groups.tsv").write_text("Harbour Front\tHF\tPRT\tREB\n", encoding="utf-8")
    (tmp_path / "more.toml").write_text('[[actor]]\nname = "Quay Front"\nkind = "organization"\n', encoding="utf-8")
    (tmp_path / "notes.md").write_text("nothing", encoding="utf-8")
    base = load_actors([tmp_path])
    assert base.look_up("Harbour Front") and base.look_up("Quay Front")


def test_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    """A file that is neither table nor TOML is named with what is expected."""
    path = tmp_path / "mine.csv"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"mine\.csv: .* \.tsv or \.toml"):
        load_actors([path])


def test_holders_of_an_office_in_order(base: ActorBase) -> None:
    """All who held an office, by the day they took it."""
    starts = [office.start or "" for office, _ in base.holders("foreign minister", "TUR")]
    assert len(starts) > 3 and starts == sorted(starts)
    assert base.holders("foreign minister", "ATA") == []


def test_titles_are_known_by_all_their_names(base: ActorBase) -> None:
    """A title and its other names are titles; other words are none."""
    assert base.is_title("Foreign Minister") and base.is_title("minister of foreign affairs")
    assert not base.is_title("gardener")


def test_countries_that_share_a_name(base: ActorBase) -> None:
    """Georgia is a state and a state of another; the state comes first."""
    assert base.countries_named("Georgia") == ["GEO", "USA"]
    assert base.countries_named("Turkey") == ["TUR"]
    assert base.countries_named("Nowhere") == []


# -- what no look-up is needed for


@pytest.mark.parametrize("noun", ["president", "policemen", "police officers", "Police-Officer", "parties", "the rebels"])
def test_last_words_of_nouns_close_them(base: ActorBase, noun: str) -> None:
    """Plurals and hyphens count as they do for `noun`."""
    assert base.noun(noun) is not None and base.closes_noun(noun.split()[-1])


def test_most_words_close_no_noun(base: ActorBase) -> None:
    """Of these nobody need look further; punctuation may stand behind a noun."""
    assert not any(map(base.closes_noun, ("Damascus", "stone", "yesterday"))) and base.closes_noun("-")


def test_first_words_of_countries_open_them(base: ActorBase) -> None:
    """Names, parts, peoples and seats, with and without an article."""
    names = [name for name in (*base.names(), "The Hague", "South Africans", "Turkish", "the Kremlin") if base.country_word(name)[0]]
    assert len(names) > 200 and all(base.opens_country(name.split()[0]) for name in names)
    assert not any(map(base.opens_country, ("Yesterday", "Police", "Boko")))
