"""Whatever the file: an article whose offsets hold, or one plain sentence that names it."""

from __future__ import annotations

import gzip
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.article import Article
from sayso.errors import InputError
from sayso.readers import read

often = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
ENDINGS = [".txt", ".html", ".json", ".jsonl", ".csv", ".tsv", ".parquet", ".txt.gz", ".csv.gz", ""]


def outcome(path: Path) -> tuple[list[Article], list[str]]:
    errors: list[InputError] = []
    return list(read([str(path)], on_error=errors.append)), [str(error) for error in errors]


def written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def assert_sound(articles: list[Article], errors: list[str], name: str) -> None:
    """Articles can be written again and their spans lie in them; errors are one sentence each and name the file."""
    assert articles or errors
    for article in articles:
        assert article.text.strip()
        json.dumps([article.id, article.text, article.title, article.publisher, article.url], ensure_ascii=False).encode()
        at = 0
        for start, end in article.skipped:
            assert at <= start < end <= len(article.text)
            assert article.text[start:end].strip() == article.text[start:end]
            at = end
    for error in errors:
        assert name in error and error.endswith(".") and "Traceback" not in error


@often
@given(st.binary(max_size=400), st.sampled_from(ENDINGS))
def test_any_bytes_are_an_article_or_a_sentence(tmp_path: Path, data: bytes, ending: str) -> None:
    """With every ending, and with none."""
    name = f"news{ending}"
    assert_sound(*outcome(written(tmp_path, name, data)), name)


@often
@given(st.text(max_size=300), st.sampled_from(ENDINGS), st.sampled_from(["utf-8", "utf-16", "cp1252", "shift-jis"]))
def test_any_text_in_any_encoding_is_an_article_or_a_sentence(tmp_path: Path, text: str, ending: str, encoding: str) -> None:
    """Letters that the encoding lacks are question marks there."""
    name = f"news{ending}"
    assert_sound(*outcome(written(tmp_path, name, text.encode(encoding, errors="replace"))), name)


@often
@given(
    st.lists(
        st.sampled_from(
            ["The army moved.", "\r\n", "\n\n", "“", '"', "SHARE", "PORT VALE (AP) - ", "الجيش", "中国", "\0", "\ufeff", "By Ann Writer"]
        ),
        min_size=1,
        max_size=30,
    )
)
def test_any_mix_of_pieces_keeps_every_character(tmp_path: Path, parts: list[str]) -> None:
    """But for one mark at its very beginning, the article's text is the file's, so offsets hold in both."""
    text = "".join(parts)
    articles, errors = outcome(written(tmp_path, "news.txt", text.encode()))
    assert_sound(articles, errors, "news.txt")
    assert [article.text for article in articles] in ([text.removeprefix("\ufeff")], [])


@often
@given(st.binary(min_size=1, max_size=200), st.integers(0, 250), st.integers(0, 255))
def test_damaged_gzip_is_an_article_or_a_sentence(tmp_path: Path, data: bytes, at: int, byte: int) -> None:
    """A byte changed anywhere in the packed file."""
    packed = bytearray(gzip.compress(b"The army moved north. " + data))
    packed[at % len(packed)] = byte
    assert_sound(*outcome(written(tmp_path, "news.txt.gz", bytes(packed))), "news.txt.gz")


@often
@given(
    st.dictionaries(
        st.sampled_from(["text", "title", "id", "published", "publisher", "url", "language"]),
        st.none() | st.text(max_size=20) | st.integers() | st.floats() | st.lists(st.text(max_size=3), max_size=2),
    )
)
def test_any_values_of_an_object_are_an_article_or_a_sentence(tmp_path: Path, row: dict[str, object]) -> None:
    """Numbers, lists and nothing where a text should be."""
    assert_sound(*outcome(written(tmp_path, "news.jsonl", json.dumps(row).encode())), "news.jsonl")


@pytest.mark.parametrize("field", ["text", "title", "id", "publisher", "url"])
def test_half_characters_are_replaced_in_every_field(tmp_path: Path, field: str) -> None:
    """JSON may hold half an emoji, which nothing can write."""
    row = {"text": "The army moved.", field: "Army \ud83d"}
    ((article,), errors) = outcome(written(tmp_path, "news.jsonl", json.dumps(row).encode()))
    assert errors == [] and getattr(article, field) == "Army \ufffd"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_file_name_that_is_no_text_still_names_an_article(tmp_path: Path) -> None:
    """Old archives have names in old encodings."""
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write(b"The army moved.")
    ((article,), _) = outcome(Path(os.fsdecode(path)))
    assert article.id == "caf\ufffd"


@pytest.mark.parametrize("blank", ["", "  ", None])
def test_blank_date_is_no_date(tmp_path: Path, blank: str | None) -> None:
    """A cell of blanks is empty, not wrong."""
    ((article,), errors) = outcome(written(tmp_path, "news.jsonl", json.dumps({"text": "The army moved.", "published": blank}).encode()))
    assert (article.published, errors) == (None, [])


def test_text_all_in_capitals_is_kept_as_it_is(tmp_path: Path) -> None:
    """Old wire copy."""
    text = "PORT VALE -- THE ARMY MOVED NORTH ON MONDAY.\nNOBODY WAS HURT.\n"
    ((article,), _) = outcome(written(tmp_path, "news.txt", text.encode()))
    assert article.text == text


def test_a_paragraph_of_five_thousand_words_is_one_article(tmp_path: Path) -> None:
    """Nothing is cut off and nothing marked."""
    text = "The army moved north again and " * 1000
    ((article,), _) = outcome(written(tmp_path, "news.txt", text.encode()))
    assert (article.text, article.skipped) == (text, ())


def test_nul_bytes_in_a_long_text_stay_where_they_are(tmp_path: Path) -> None:
    """Offsets after them hold in the user's own file."""
    data = b"The army moved north on Monday. " * 10 + b"\0\0" + b"Nobody was hurt."
    ((article,), _) = outcome(written(tmp_path, "news.txt", data))
    assert article.text.index("Nobody") == data.index(b"Nobody")


def test_errors_of_one_file_do_not_stop_the_next(tmp_path: Path) -> None:
    """A folder with a broken file in the middle."""
    for name, data in (("a.txt", b"A."), ("b.txt", b"\x00\x01\x02\x03"), ("c.txt", b"C.")):
        written(tmp_path, name, data)
    articles, errors = outcome(tmp_path)
    assert [article.id for article in articles] == ["a", "c"] and len(errors) == 1 and "b.txt" in errors[0]


def test_ids_of_rows_tell_file_and_row(tmp_path: Path) -> None:
    """Where a row has no id of its own; rows that failed keep their number."""
    articles, _ = outcome(written(tmp_path, "news.jsonl", b'{"text": "A."}\nnonsense\n{"text": "C.", "id": "own"}\n{"text": "D."}\n'))
    assert [article.id for article in articles] == ["news-1", "own", "news-4"]


def test_rows_may_differ_in_their_columns(tmp_path: Path) -> None:
    """Each object is read by the names it has."""
    articles, errors = outcome(written(tmp_path, "news.jsonl", b'{"text": "A."}\n{"body": "B."}\n{"x": 1}\n{"content": "D.", "date": "2022"}\n'))
    assert [(article.text, article.published) for article in articles] == [("A.", None), ("B.", None), ("D.", "2022")]
    assert len(errors) == 1 and "line 3" in errors[0]
