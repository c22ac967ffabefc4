"""Tables: JSON, JSONL, CSV and Parquet."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator
from typing import Any

import pyarrow
import pyarrow.parquet as parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.readers import rows
from sayso.readers.rows import Located, columns_of


def values(found: Iterator[Located]) -> list[Any]:
    """Rows as dicts, errors as their messages."""
    return [str(row) if isinstance(row, InputError) else dict(row) for _, row in found]


def read_json(data: bytes, *, name: str) -> Iterator[Located]:
    return rows.read_json(io.BytesIO(data), name=name)


def read_jsonl(data: bytes, *, name: str) -> Iterator[Located]:
    return rows.read_jsonl(io.BytesIO(data), name=name)


def read_csv(data: bytes, *, name: str) -> Iterator[Located]:
    return rows.read_csv(io.BytesIO(data), name=name)


def read_parquet(data: bytes, *, name: str) -> Iterator[Located]:
    return rows.read_parquet(io.BytesIO(data), name=name)


def places(found: Iterator[Located]) -> list[str]:
    return [where for where, _ in found]


def table(**columns: list[object]) -> bytes:
    stream = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["text"], {"text": "text"}),
        (["BODY", "Headline", " Date "], {"text": "BODY", "title": "Headline", "published": " Date "}),
        (["content", "body"], {"text": "body"}),
        (["maintext", "outlet", "link", "lang", "uid"], {"text": "maintext", "publisher": "outlet", "url": "link", "language": "lang", "id": "uid"}),
    ],
)
def test_usual_names_are_known(names: list[str], expected: dict[str, str]) -> None:
    """In any case, with blanks around them, the commoner name first."""
    assert columns_of(names, {}, where="a.csv") == expected


def test_first_of_two_columns_alike_is_taken() -> None:
    """`Text` and `TEXT`: the one that stands first."""
    assert columns_of(["Text", "TEXT"], {}, where="a.csv") == {"text": "Text"}


def test_mapping_goes_before_usual_names() -> None:
    """What the user says is what is read; other fields keep their usual names."""
    assert columns_of(["text", "story", "date"], {"text": "story"}, where="a.csv") == {"text": "story", "published": "date"}


def test_field_that_is_none_is_told_with_the_choices() -> None:
    """A slip in the mapping names the fields there are."""
    with pytest.raises(InputError, match=r"a\.csv: there is no field 'body'; choose one of id, text, title"):
        columns_of(["text"], {"body": "text"}, where="a.csv")


def test_column_that_is_not_there_is_told_with_those_that_are() -> None:
    """Twenty of them at most."""
    with pytest.raises(InputError, match=r"there is no column 'story'; it has c0, c1, .*c19\.$"):
        columns_of([f"c{n}" for n in range(50)], {"text": "story"}, where="a.csv")


def test_row_without_columns_says_none() -> None:
    """An empty object has no text and no columns to choose from."""
    with pytest.raises(InputError, match="columns: none"):
        columns_of([], {}, where="a.csv")


def test_jsonl_tells_line_and_kind_of_what_is_no_object() -> None:
    """Every line is judged by itself."""
    found = values(read_jsonl(b'{"text": "A."}\n[1]\n"x"\n\n  \n{"text": "B."}\n', name="a.jsonl"))
    assert found == [
        {"text": "A."},
        "a.jsonl, line 2: expected an object with a text, found list.",
        "a.jsonl, line 3: expected an object with a text, found str.",
        {"text": "B."},
    ]


def test_jsonl_counts_blank_lines() -> None:
    """Line numbers are those of the user's editor."""
    assert places(read_jsonl(b'\n\n{"text": "A."}\r\n{"text": "B."}', name="a.jsonl")) == ["a.jsonl, line 3", "a.jsonl, line 4"]


def test_jsonl_lines_are_parted_by_line_feeds_only() -> None:
    """A line separator inside a text is part of the text."""
    assert values(read_jsonl('{"text": "A.\u2028B.\u0085C."}'.encode(), name="a.jsonl")) == [{"text": "A.\u2028B.\u0085C."}]


@pytest.mark.parametrize("reader", [read_json, read_jsonl])
def test_json_without_an_end_to_its_depth_is_one_plain_error(reader: Any) -> None:
    """Brackets nested without end are no article, and no crash."""
    try:
        (error,) = values(reader(b"[" * 100_000, name="a.json"))
    except InputError as raised:
        error = str(raised)
    assert error.startswith("a.json") and "no JSON" in error


def test_json_object_is_one_row() -> None:
    """It stands in the file, not at an item of it."""
    assert list(read_json(b'{"text": "A."}', name="a.json")) == [("a.json", {"text": "A."})]


def test_json_array_items_are_numbered_from_one() -> None:
    """What is no object is told by its number."""
    found = list(read_json(b'[{"text": "A."}, 5]', name="a.json"))
    assert [where for where, _ in found] == ["a.json, item 1", "a.json, item 2"]
    assert str(found[1][1]) == "a.json, item 2: expected an object with a text, found int."


def test_json_file_of_lines_is_read_by_lines() -> None:
    """A wrong ending does no harm."""
    assert values(read_json(b'{"text": "A."}\n{"text": "B."}\n', name="a.json")) == [{"text": "A."}, {"text": "B."}]


@pytest.mark.parametrize("data", [b"", b"  ", b"{", b"nonsense", b'{"text": "A."} trailing'])
def test_json_that_is_none_is_refused(data: bytes) -> None:
    """One sentence with the file and what was expected."""
    with pytest.raises(InputError, match=r"^a\.json: this is no JSON; expected an object, an array"):
        list(read_json(data, name="a.json"))


def test_empty_array_has_no_rows() -> None:
    """No article, no error of its own."""
    assert list(read_json(b"[]", name="a.json")) == []


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_of_every_kind(mark: str, end: str) -> None:
    """Commas, semicolons and tabs, with the line ends of every system."""
    data = f'id{mark}text{end}1{mark}"The army, the navy; both moved."{end}'.encode()
    assert values(read_csv(data, name="a.csv")) == [{"id": "1", "text": "The army, the navy; both moved."}]


def test_csv_with_a_byte_order_mark_has_its_first_column() -> None:
    """Spreadsheets write one; it is no part of the name."""
    assert values(read_csv("\ufefftext\nA.\n".encode(), name="a.csv")) == [{"text": "A."}]


def test_csv_in_utf16_is_read() -> None:
    """As spreadsheets save Unicode text."""
    assert values(read_csv("id\ttext\n1\tÉlysée\n".encode("utf-16"), name="a.csv")) == [{"id": "1", "text": "Élysée"}]


def test_csv_cells_may_hold_lines_and_doubled_quotes() -> None:
    """A text of two paragraphs with a quotation is one cell."""
    assert values(read_csv(b'text,date\n"He said ""no"".\n\nThen he left.",2022\n', name="a.csv")) == [
        {"text": 'He said "no".\n\nThen he left.', "date": "2022"}
    ]


def test_csv_short_rows_are_filled_and_long_ones_refused() -> None:
    """A cell too many is mostly a comma in a text."""
    found = values(read_csv(b"text,date\nA.\nB., and more,2022\nC.,2022\n", name="a.csv"))
    assert found[0] == {"text": "A.", "date": ""} and found[2] == {"text": "C.", "date": "2022"}
    assert found[1] == "a.csv, row 3: 3 cells for 2 columns; put texts with commas in double quotes."


def test_csv_blank_rows_are_passed_over_and_counted() -> None:
    """Row numbers are those of a spreadsheet."""
    assert places(read_csv(b"text,date\n\n,\nA.,2022\n", name="a.csv")) == ["a.csv, row 4"]


def test_csv_quotation_mark_that_is_never_closed_is_told() -> None:
    """The rest of the table is not swallowed in silence as one article."""
    found = values(read_csv(b'text,date\nA.,2022\n"B.,2022\nC.,2022\n', name="a.csv"))
    assert found[0] == {"text": "A.", "date": "2022"}
    assert found[1:] == ["a.csv, row 3: a quotation mark opens a cell here and none closes it; close it, or double it inside a text."]


def test_csv_quotation_marks_inside_a_cell_are_letters() -> None:
    """Only one at its beginning opens a cell."""
    assert values(read_csv(b'text,date\nHe said "no" and left,2022\n', name="a.csv")) == [{"text": 'He said "no" and left', "date": "2022"}]


def test_csv_last_row_needs_no_line_end() -> None:
    """The file may end with the last letter."""
    assert values(read_csv(b'text\nA.\n"B."', name="a.csv")) == [{"text": "A."}, {"text": "B."}]


@pytest.mark.parametrize("data", [b"", b"\n", b"text,date", b"text,date\n"])
def test_csv_without_rows_has_none(data: bytes) -> None:
    """Empty, or a header alone."""
    assert list(read_csv(data, name="a.csv")) == []


def test_csv_cell_of_a_megabyte_is_read() -> None:
    """No limit but memory."""
    assert len(values(read_csv(b"text\n" + b"a" * 1_000_000 + b"\n", name="a.csv"))[0]["text"]) == 1_000_000


def test_parquet_rows_keep_their_types() -> None:
    """A day is a day, nothing is nothing."""
    (row,) = values(read_parquet(table(text=["A."], published=[datetime.date(2022, 12, 14)], title=[None]), name="a.parquet"))
    assert row == {"text": "A.", "published": datetime.date(2022, 12, 14), "title": None}


def test_parquet_rows_are_numbered_across_batches() -> None:
    """More rows than one batch holds."""
    found = places(read_parquet(table(text=["A."] * 600), name="a.parquet"))
    assert (len(found), found[0], found[-1]) == (600, "a.parquet, row 1", "a.parquet, row 600")


def test_parquet_that_was_cut_is_refused() -> None:
    """Half a file is no file."""
    data = table(text=["A."])
    with pytest.raises(InputError, match=r"^a\.parquet: this is no whole Parquet file \("):
        list(read_parquet(data[: len(data) // 2], name="a.parquet"))


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@given(st.lists(st.tuples(cells, cells), max_size=6), st.sampled_from([",", ";", "\t"]))
def test_any_table_written_as_csv_is_read_back(rows: list[tuple[str, str]], mark: str) -> None:
    """Quotes, marks and other scripts; rows of blanks are none."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=mark, quoting=csv.QUOTE_ALL).writerows([("id", "text"), *rows])
    wanted = [{"id": one, "text": two} for one, two in rows if one.strip() or two.strip()]
    assert values(read_csv(stream.getvalue().encode(), name="a.csv")) == wanted


@given(
    st.lists(st.dictionaries(st.sampled_from(["text", "id", "x"]), cells | st.none() | st.integers() | st.booleans(), max_size=3), max_size=6),
    st.booleans(),
)
def test_any_objects_written_as_jsonl_are_read_back(rows: list[dict[str, object]], plain: bool) -> None:
    """With escapes and without."""
    data = "".join(json.dumps(row, ensure_ascii=plain) + "\n" for row in rows).encode()
    assert values(read_jsonl(data, name="a.jsonl")) == rows


@given(st.sampled_from([read_json, read_jsonl, read_csv, read_parquet]), st.binary(max_size=200))
def test_any_bytes_give_rows_or_errors_that_name_the_file(reader: Any, data: bytes) -> None:
    """Nothing else is raised, by any reader of tables."""
    try:
        rows = list(reader(data, name="a.tab"))
    except InputError as error:
        assert str(error).startswith("a.tab")
    else:
        assert all(where.startswith("a.tab") and (not isinstance(row, InputError) or str(row).startswith("a.tab")) for where, row in rows)


WHOLE = table(text=["The army moved.", None], published=[datetime.date(2022, 12, 14), None])


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_damaged_parquet_gives_rows_or_an_error_that_names_the_file(damage: list[tuple[int, int]]) -> None:
    """A byte changed here and there."""
    data = bytearray(WHOLE)
    for at, byte in damage:
        data[at] = byte
    try:
        list(read_parquet(bytes(data), name="a.parquet"))
    except InputError as error:
        assert str(error).startswith("a.parquet")


def test_columns_in_an_error_are_twenty_at_most() -> None:
    """A wide table does not flood the terminal."""
    with pytest.raises(InputError, match=r"columns: c0, .*, c19\)"):
        columns_of([f"c{n}" for n in range(50)], {}, where="a.csv")


def test_reason_of_a_broken_parquet_file_is_one_line() -> None:
    """However much the reader has to say."""
    with pytest.raises(InputError) as caught:
        list(read_parquet(b"PAR1" + b"nonsense" * 20 + b"PAR1", name="a.parquet"))
    assert "\n" not in str(caught.value) and "()" not in str(caught.value)
