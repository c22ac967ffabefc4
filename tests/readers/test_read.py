"""From files to articles."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pyarrow
import pyarrow.parquet as parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.article import Article
from sayso.errors import InputError
from sayso.readers import read


def all_of(*paths: Path | str, **options: object) -> tuple[list[Article], list[str]]:
    """Articles and error messages."""
    errors: list[InputError] = []
    articles = list(read([str(path) for path in paths], on_error=errors.append, **options))  # type: ignore[arg-type]
    return articles, [str(error) for error in errors]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text_file_is_one_article_with_its_name_as_id(tmp_path: Path) -> None:
    """The file's stem names the article."""
    (article,), errors = all_of(written(tmp_path, "report.txt", "The army moved."))
    assert (article.id, article.text, errors) == ("report", "The army moved.", [])


def test_text_keeps_every_character(tmp_path: Path) -> None:
    """Line ends and blanks stay, so offsets hold in the user's file."""
    text = "  One.\r\n\r\nTwo.\t\n"
    (article,), _ = all_of(written(tmp_path, "a.txt", text))
    assert article.text == text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Çavuşoğlu".encode(), "Çavuşoğlu"),
        ("\ufeffÉlysée".encode(), "Élysée"),
        ("Élysée talks".encode("utf-16"), "Élysée talks"),
        (b"caf\xe9 \x93quote\x94", "café “quote”"),
    ],
)
def test_encodings_are_sorted_out_at_the_door(tmp_path: Path, data: bytes, expected: str) -> None:
    """UTF-8 with and without a mark, UTF-16 and the old Windows encoding."""
    (article,), _ = all_of(written(tmp_path, "a.txt", data))
    assert article.text == expected


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    """`.gz` may follow any ending."""
    (article,), _ = all_of(written(tmp_path, "a.txt.gz", gzip.compress(b"The army moved.")))
    assert (article.id, article.text) == ("a", "The army moved.")


def test_folder_is_read_in_order_and_to_its_depths(tmp_path: Path) -> None:
    """Files are sorted by name; ids tell the folder."""
    written(tmp_path, "b.txt", "B.")
    written(tmp_path, "a/c.txt", "C.")
    written(tmp_path, "a/.hidden.txt", "H.")
    assert [a.id for a in all_of(tmp_path)[0]] == ["a/c", "b"]


def test_pattern_finds_files(tmp_path: Path) -> None:
    """A glob may stand for files."""
    written(tmp_path, "x1.txt", "A.")
    written(tmp_path, "x2.txt", "B.")
    assert [a.id for a in all_of(f"{tmp_path}/x*.txt")[0]] == ["x1", "x2"]


def test_jsonl_fields_and_dates(tmp_path: Path) -> None:
    """Every field of an article is read by its name."""
    row = {"id": "7", "text": "T.", "title": "H", "published": "2022-12", "publisher": "P", "url": "http://e.org/a", "language": "en"}
    (article,), _ = all_of(written(tmp_path, "a.jsonl", json.dumps(row) + "\n"))
    assert (article.id, article.title, article.published, article.publisher, article.url) == ("7", "H", "2022-12", "P", "http://e.org/a")


def test_bad_line_spoils_no_other(tmp_path: Path) -> None:
    """The message names file and line; the rest is read."""
    articles, errors = all_of(written(tmp_path, "a.jsonl", '{"text": "A."}\nnonsense\n{"text": "B."}\n'))
    assert [a.text for a in articles] == ["A.", "B."]
    assert len(errors) == 1 and "a.jsonl, line 2" in errors[0]


def test_json_array(tmp_path: Path) -> None:
    """An array of objects is several articles."""
    assert [a.text for a in all_of(written(tmp_path, "a.json", '[{"text": "A."}, {"text": "B."}]'))[0]] == ["A.", "B."]


def test_csv_with_usual_names(tmp_path: Path) -> None:
    """`body` and `date` are known names of text and publication date."""
    (article,), _ = all_of(written(tmp_path, "a.csv", 'body,date\n"One, two.",2022-01-02\n'))
    assert (article.text, article.published) == ("One, two.", "2022-01-02")


def test_csv_with_semicolons(tmp_path: Path) -> None:
    """The header says what parts the columns."""
    (article,), _ = all_of(written(tmp_path, "a.csv", "id;text\n1;One, two.\n"))
    assert (article.id, article.text) == ("1", "One, two.")


def test_columns_by_mapping(tmp_path: Path) -> None:
    """The user's mapping goes before the usual names."""
    (article,), _ = all_of(written(tmp_path, "a.csv", "text,story\nnot this,this\n"), columns={"text": "story"})
    assert article.text == "this"


def test_wrong_column_is_named_with_the_choices(tmp_path: Path) -> None:
    """The message lists the columns there are."""
    _, (error,) = all_of(written(tmp_path, "a.csv", "a,b\n1,2\n"), columns={"text": "body"})
    assert "'body'" in error and "a, b" in error


def test_no_text_column_says_how_to_name_one(tmp_path: Path) -> None:
    """The fix stands in the message."""
    _, (error,) = all_of(written(tmp_path, "a.csv", "a,b\n1,2\n"))
    assert "--column text=" in error


def test_parquet(tmp_path: Path) -> None:
    """One article per row."""
    stream = io.BytesIO()
    parquet.write_table(pyarrow.table({"id": ["1"], "text": ["The army moved."]}), stream)
    (article,), _ = all_of(written(tmp_path, "a.parquet", stream.getvalue()))
    assert (article.id, article.text) == ("1", "The army moved.")


def test_page_is_read_with_what_it_says_of_itself(tmp_path: Path) -> None:
    """Title and date come from the page; menus do not."""
    story = "<p>" + "The army moved north on Monday and shelled two villages near the border. " * 4 + "</p>"
    page = f'<html><head><title>Army moves</title><meta property="article:published_time" content="2022-12-14T08:00Z"></head><body><nav>Home News</nav><article>{story}</article></body></html>'
    (article,), _ = all_of(written(tmp_path, "a.html", page))
    assert article.published == "2022-12-14"
    assert article.text.startswith("The army moved north") and "Home News" not in article.text


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b"   \n", "no text"),
        ("a.txt", bytes(range(256)) * 8, "binary"),
        ("a.jsonl", b"", "empty"),
        ("a.json", b"{", "JSON"),
        ("a.parquet", b"PAR1nonsense", "Parquet"),
        ("a.html", b"<html><body></body></html>", "no report"),
        ("a.csv", b"", "empty"),
    ],
)
def test_bad_input_gets_one_sentence_with_the_file_and_the_fix(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """Empty, binary and broken files are told apart, each by name."""
    articles, errors = all_of(written(tmp_path, name, content))
    assert articles == [] and len(errors) == 1
    assert name in errors[0] and said in errors[0]


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A path that is not there."""
    _, (error,) = all_of(tmp_path / "nowhere.txt")
    assert "nowhere.txt" in error


def test_without_a_handler_the_first_error_ends_the_reading(tmp_path: Path) -> None:
    """Python callers get the exception."""
    with pytest.raises(InputError, match=r"a\.txt"):
        list(read([str(written(tmp_path, "a.txt", ""))]))


def test_given_date_fills_in_only_where_there_is_none(tmp_path: Path) -> None:
    """What the file says goes before what the user gives."""
    path = written(tmp_path, "a.jsonl", '{"text": "A.", "published": "2020-01-01"}\n{"text": "B."}\n')
    assert [a.published for a in all_of(path, published="2021-02-03")[0]] == ["2020-01-01", "2021-02-03"]


def test_wrong_date_is_an_error_with_the_form_that_is_wanted(tmp_path: Path) -> None:
    """A row's date that is none is told with its row."""
    _, (error,) = all_of(written(tmp_path, "a.jsonl", '{"text": "A.", "published": "32 Foo"}\n'))
    assert "line 1" in error and "2022-12-14" in error


def test_wrong_date_of_the_user_is_an_error() -> None:
    """`--published` is checked before anything is read."""
    with pytest.raises(InputError, match="published"):
        list(read(["-"], published="soon"))


def test_address_dates_an_article(tmp_path: Path) -> None:
    """A day in the address counts where nothing else does."""
    (article,), _ = all_of(written(tmp_path, "a.jsonl", '{"text": "A.", "url": "https://e.org/2022/12/14/story"}\n'))
    assert article.published == "2022-12-14"


def test_boilerplate_is_marked_not_cut(tmp_path: Path) -> None:
    """The text stays whole; the span of the line is noted."""
    text = "The army moved north on Monday.\n\nShare this article\n"
    (article,), _ = all_of(written(tmp_path, "a.txt", text))
    assert article.text == text
    assert [text[s:e] for s, e in article.skipped] == ["Share this article"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80).filter(str.strip))
def test_any_text_survives_jsonl(tmp_path: Path, text: str) -> None:
    """What is written as JSON is read back character by character."""
    (article,), _ = all_of(written(tmp_path, "a.jsonl", json.dumps({"text": text}) + "\n"))
    assert article.text == text
