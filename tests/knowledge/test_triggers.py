"""The trigger files and their loader."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import triggers
from sayso.knowledge.ontology import load_ontology
from sayso.knowledge.triggers import NO_EVENT, lay_over, load_triggers

DATA = Path(triggers.__file__).parent / "data"


def _folder(tmp_path: Path, line: str, *, name: str = "assault.tsv") -> Path:
    (tmp_path / "triggers").mkdir(parents=True)
    (tmp_path / "triggers" / name).write_text(f"# a comment\n\n{line}\n", encoding="utf-8")
    for file in ("classes.toml", "modes.tsv"):
        shutil.copy(DATA / file, tmp_path / file)
    return tmp_path


def test_there_are_many_triggers() -> None:
    """The shipped files hold well over 2,500 triggers."""
    assert load_triggers().count >= 4000


def test_every_type_has_triggers() -> None:
    """No type is left without words."""
    known = load_triggers()
    for table in (known.verbs, known.nouns):
        assert {t.type for group in table.values() for t in group} - {NO_EVENT} == set(load_ontology().types)


def test_every_mode_can_be_found() -> None:
    """Each mode of the ontology is given by some trigger or by a word beside one."""
    known = load_triggers()
    found = {(t.type, t.mode) for table in (known.verbs, known.nouns) for group in table.values() for t in group}
    found |= {(type, mode) for (_, type), mode in known.modes.items()}
    missing = [(n, m) for n, t in load_ontology().types.items() for m in t.modes if (n, m) not in found]
    assert missing == []


def test_longer_phrases_come_first() -> None:
    """Of the triggers of one head the longest phrase is tried first."""
    lengths = [len(t.before) + len(t.after) for t in load_triggers().nouns["attack"]]
    assert lengths == sorted(lengths, reverse=True)


def test_head_of_a_verb_phrase_is_its_first_word() -> None:
    """ "call on" is found under "call"."""
    assert any(t.phrase == "call on" and t.after == ("on",) for t in load_triggers().verbs["call"])


def test_head_of_a_noun_phrase_stands_before_its_preposition() -> None:
    """ "state of emergency" is found under "state", "car bomb" under "bomb"."""
    known = load_triggers().nouns
    assert any(t.phrase == "state of emergency" for t in known["state"])
    assert any(t.phrase == "car bomb" and t.before == ("car",) for t in known["bomb"])


def test_hyphened_phrases_are_found_in_pieces_too(tmp_path: Path) -> None:
    """A tokeniser that parts at hyphens finds them as well as one that does not."""
    known = load_triggers(_folder(tmp_path, "counter-attack\tnoun\t-\tstrike\t0.8\t-"))
    assert "counter-attack" in known.nouns
    assert known.nouns["attack"][0].before == ("counter",)


def test_conditions_are_read(tmp_path: Path) -> None:
    """Words, classes and kinds of a condition are kept apart."""
    known = load_triggers(_folder(tmp_path, "fire\tverb\t-\tstrike\t0.5\t+obj:gun,#person -any:@sport"))
    wanted, unwanted = known.verbs["fire"][0].terms
    assert (wanted.wanted, wanted.relation, wanted.words, wanted.kinds) == (True, "obj", {"gun"}, {"person"})
    assert not unwanted.wanted
    assert "team" in unwanted.words


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("fire\tverb\t-\tstrike", "4 columns"),
        ("fire\tadverb\t-\tstrike\t0.5\t-", "adverb"),
        ("fire\tverb\tphone\tstrike\t0.5\t-", "phone"),
        ("fire\tverb\t-\tnowhere\t0.5\t-", "nowhere"),
        ("fire\tverb\t-\tstrike\tmuch\t-", "much"),
        ("fire\tverb\t-\tstrike\t1.5\t-", "1.5"),
        ("fire\tverb\t-\tstrike\t0.5\tobj", "obj"),
        ("fire\tverb\t-\tstrike\t0.5\t+obj:@nothing", "@nothing"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, line: str, problem: str) -> None:
    """The error names the file, the line and what is wrong."""
    with pytest.raises(KnowledgeError, match=rf"assault\.tsv:3: .*{problem}"):
        load_triggers(_folder(tmp_path, line))


def test_a_file_must_be_named_after_a_type(tmp_path: Path) -> None:
    """A trigger file whose name is no type is refused."""
    with pytest.raises(KnowledgeError, match="HUGGING"):
        load_triggers(_folder(tmp_path, "hug\tverb\t-\tact\t0.5\t-", name="hugging.tsv"))


def test_mode_words_must_fit_their_type(tmp_path: Path) -> None:
    """A mode that its type does not have is refused with file and line."""
    folder = _folder(tmp_path, "fire\tverb\t-\tstrike\t0.5\t-")
    (folder / "modes.tsv").write_text("phone\tASSAULT\tphone\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"modes\.tsv:1"):
        load_triggers(folder)


def test_classes_must_be_toml(tmp_path: Path) -> None:
    """Broken word classes are named."""
    folder = _folder(tmp_path, "fire\tverb\t-\tstrike\t0.5\t-")
    (folder / "classes.toml").write_text("sport = [", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"classes\.toml"):
        load_triggers(folder)


@pytest.mark.parametrize(
    ("phrase", "pos", "head", "before", "after"),
    [
        ("openly attack", "verb", "attack", ("openly",), ()),
        ("rally against", "verb", "rally", (), ("against",)),
        ("drone attack on civilians", "noun", "attack", ("drone",), ("on", "civilians")),
        ("of war", "noun", "war", ("of",), ()),
        ("carry out", "verb", "carry", (), ("out",)),
    ],
)
def test_heads_of_phrases(tmp_path: Path, phrase: str, pos: str, head: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Adverbs stand before the head of a verb phrase, prepositions after that of a noun phrase."""
    known = load_triggers(_folder(tmp_path, f"{phrase}\t{pos}\t-\tstrike\t0.5\t-"))
    (trigger,) = (known.nouns if pos == "noun" else known.verbs)[head]
    assert (trigger.before, trigger.after, trigger.noun) == (before, after, pos == "noun")


def test_of_two_phrases_alike_the_one_with_more_conditions_comes_first(tmp_path: Path) -> None:
    """Then the one that is surer."""
    lines = ["fire\tverb\t-\tstrike\t0.9\t-", "fire\tverb\t-\tact\t0.5\t+obj:gun", "fire on\tverb\t-\tstrike\t0.1\t-", "fire\tverb\t-\tact\t0.95\t-"]
    known = load_triggers(_folder(tmp_path, "\n".join(lines)))
    assert [(t.phrase, t.prior) for t in known.verbs["fire"]] == [("fire on", 0.1), ("fire", 0.5), ("fire", 0.95), ("fire", 0.9)]


def test_mode_is_read_or_left_open(tmp_path: Path) -> None:
    """A hyphen is none."""
    known = load_triggers(_folder(tmp_path, "bomb\tverb\texplosives\tstrike\t0.9\t-\nhit\tverb\t-\tstrike\t0.9\t-"))
    assert (known.verbs["bomb"][0].mode, known.verbs["hit"][0].mode) == ("explosives", None)


def test_type_is_that_of_the_file(tmp_path: Path) -> None:
    """In capitals, whatever the file's letters."""
    known = load_triggers(_folder(tmp_path, "march\tverb\tdemo\tact\t0.9\t-", name="protest.tsv"))
    assert known.verbs["march"][0].type == "PROTEST"


def test_count_is_that_of_lines(tmp_path: Path) -> None:
    """Spellings of one phrase are one trigger."""
    assert load_triggers(_folder(tmp_path, "counter-attack\tnoun\t-\tstrike\t0.8\t-\nraid\tnoun\t-\tstrike\t0.8\t-")).count == 2


def test_kind_of_thing_that_is_none_is_named(tmp_path: Path) -> None:
    """A slip of the pen would never be met; the message gives the choices."""
    with pytest.raises(KnowledgeError, match=r"assault\.tsv:3: '#persn' is no kind of thing; choose from actor, any"):
        load_triggers(_folder(tmp_path, "fire\tverb\t-\tstrike\t0.5\t+obj:gun,#persn"))


def test_shipped_priors_are_probabilities() -> None:
    """Above nought, at most one."""
    known = load_triggers()
    assert all(0 < t.prior <= 1 for table in (known.verbs, known.nouns) for group in table.values() for t in group)


@pytest.mark.parametrize("condition", ["+obj:", "obj:gun", "+:", "++obj"])
def test_conditions_that_cannot_be_read_are_named(tmp_path: Path, condition: str) -> None:
    """A sign, a relation, a colon and words."""
    with pytest.raises(KnowledgeError, match="a condition reads"):
        load_triggers(_folder(tmp_path, f"fire\tverb\t-\tstrike\t0.5\t{condition}"))


def test_modals_are_kept_apart(tmp_path: Path) -> None:
    """ "must" is looked up among modals alone, and its frame may ask who says it."""
    known = load_triggers(_folder(tmp_path, "must\tmodal\t-\tduty\t0.9\t+speaker:#any"))
    (trigger,) = known.modals["must"]
    assert (trigger.pos, trigger.frame.verb.actor) == ("modal", ("speaker",))
    assert known.of("modal") is known.modals and "must" not in known.verbs


def test_adjectives_are_triggers_too(tmp_path: Path) -> None:
    """ "critical of" stands under "critical", with what follows it."""
    known = load_triggers(_folder(tmp_path, "critical of\tadjective\t-\tact\t0.4\t-"))
    (trigger,) = known.adjectives["critical"]
    assert (trigger.pos, trigger.noun, trigger.after) == ("adjective", False, ("of",))
    assert known.of("adjective") is known.adjectives


def test_where_a_trigger_is_written_is_kept(tmp_path: Path) -> None:
    """File and line, for explanations."""
    assert load_triggers(_folder(tmp_path, "bomb\tverb\t-\tstrike\t0.9\t-")).verbs["bomb"][0].place.endswith("assault.tsv:3")


def test_no_line_stands_twice() -> None:
    """The same phrase, type, mode and condition need be written once."""
    lines = [f"{path.stem}\t{line}" for path in sorted((DATA / "triggers").glob("*.tsv")) for line in path.read_text(encoding="utf-8").splitlines()]
    kept = [line for line in lines if "\t#" not in line]
    assert len(kept) == len(set(kept))


def test_laying_nothing_over_changes_nothing() -> None:
    """Every trigger stays, in the same order."""
    base = load_triggers()
    again = lay_over(base, [])
    assert (again.verbs, again.nouns, again.adjectives, again.count) == (base.verbs, base.nouns, base.adjectives, base.count)


def test_phrases_that_name_no_event_have_a_file_of_their_own(tmp_path: Path) -> None:
    """`none.tsv` lists what a model may take for an event; it has no modes."""
    known = load_triggers(_folder(tmp_path, "deny\tverb\t-\tact\t1\t-", name="none.tsv"))
    assert [trigger.type for trigger in known.verbs["deny"]] == [NO_EVENT]
    with pytest.raises(KnowledgeError, match="no mode of NONE"):
        load_triggers(_folder(tmp_path / "other", "deny\tverb\tban\tact\t1\t-", name="none.tsv"))
