"""The commands that ask a dataset: find, show and sql."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from sayso.cli.common import DATASET_CODES, dataset_argument, opened, output_option, plain_errors

if TYPE_CHECKING:
    from sayso.dataset.finding import Query
    from sayso.dataset.store import Store

_SHOWN = 50
"""Entries that a table has without --limit."""
_EPILOG = f"""\b
Examples
  sayso find news.sqlite --type ASSAULT --actor TUR --place Syria --from 2018-01 --to 2018-03
  sayso find news.sqlite --actor "SYR MIL" --recipient CVL --disputed
  sayso find news.sqlite --said-by Pentagon --format csv -o claims.csv
  sayso find news.sqlite --text '"cluster munition" casualt*' --stories
  sayso show news.sqlite 0123456789abcdef/e3
  sayso sql news.sqlite "SELECT type, count(*) FROM events GROUP BY type ORDER BY 2 DESC"

{DATASET_CODES}"""

_OPTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("type", "--type", {"multiple": True, "metavar": "TYPE", "help": "PLOVER type, or type and mode as ASSAULT/aerial; repeat this and the next ones for alternatives."}),
    ("mode", "--mode", {"multiple": True, "metavar": "MODE", "help": "Mode, as aerial."}),
    ("actor", "--actor", {"multiple": True, "metavar": "WHO", "help": 'Who does it: a name, a country (TUR, Turkey), a sector (REB) or both ("TUR MIL").'}),
    ("recipient", "--recipient", {"multiple": True, "metavar": "WHO", "help": "To whom."}),
    ("place", "--place", {"multiple": True, "metavar": "PLACE", "help": "Where: a name, or a country as SYR or Syria."}),
    ("start", "--from", {"metavar": "DATE", "help": "On this day or later, as 2018-01-15, 2018-01 or 2018. Events without a year are not found by dates."}),
    ("end", "--to", {"metavar": "DATE", "help": "On this day or earlier; the whole month or year where no day is given."}),
    ("reality", "--reality", {"multiple": True, "metavar": "REALITY", "help": "happened, ongoing, planned, threatened, requested, possible, attempted or negated."}),
    ("disputed", "--disputed", {"is_flag": True, "help": "Only what one asserts and another denies."}),
    ("said_by", "--said-by", {"multiple": True, "metavar": "WHO", "help": "On whose word: a speaker, or the publisher of what is told in its own voice."}),
    ("text", "--text", {"metavar": "WORDS", "help": 'Words of the article, all of them; "a phrase" and begin* are understood.'}),
)  # fmt: skip


def query_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which events are meant."""
    for name, flag, settings in reversed(_OPTIONS):
        command = click.option(flag, name, **settings)(command)
    stories = click.option("--stories", is_flag=True, help="Stories instead of events: each happening once, however many outlets report it.")
    return stories(command)


def query_from(wanted: dict[str, Any]) -> Query:
    """The query of a command's options."""
    from sayso.dataset.finding import Query

    return Query(**wanted)


@click.command(epilog=_EPILOG)
@dataset_argument
@query_options
@click.option(
    "--limit", type=click.IntRange(min=0), default=None, help=f"So many at most; 0 is all. A table shows {_SHOWN} without it, the other formats all."
)
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default=None, help="table is for reading (the default); the ending of --output decides where it can.")  # fmt: skip
@output_option
def find(dataset: Path, stories: bool, limit: int | None, form: str | None, output: Path | None, **wanted: Any) -> None:
    """Find events of a dataset, or stories, by what, who, where, when and on whose word."""
    form = form or {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}.get(output.suffix.lower() if output else "", "table")
    with plain_errors():
        from sayso.dataset.opening import open_store

        with open_store(dataset) as store, opened(output, form) as stream:
            query = query_from(wanted)
            if form == "table":
                _list(store, query, stream, stories=stories, limit=_SHOWN if limit is None else limit)
            else:
                _write(store, query, stream, form, stories=stories, limit=limit)


@click.command(epilog=_EPILOG)
@dataset_argument
@click.argument("identifier", metavar="ID")
def show(dataset: Path, identifier: str) -> None:
    """Show an article, event, statement or story, with its evidence marked in the text.

    ID is ARTICLE, ARTICLE/e3, ARTICLE/s1, or that of a story, as `sayso find` lists them.
    """
    with plain_errors():
        from sayso.dataset.opening import open_store
        from sayso.dataset.showing import show as shown

        with open_store(dataset) as store, opened(None, "table") as stream:
            _put([shown(store, identifier)], stream)


@click.command(epilog=_EPILOG)
@dataset_argument
@click.argument("question", metavar="SQL")
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv", "parquet"]), default=None, help="table is for reading (the default); the ending of --output decides where it can.")  # fmt: skip
@output_option
def sql(dataset: Path, question: str, form: str | None, output: Path | None) -> None:
    """Ask a dataset in SQL, answered by DuckDB.

    The tables are articles, statements, events, actors, places, links, stories, corrections, quarantine, shards and meta.
    """
    form = form or {".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet"}.get(output.suffix.lower() if output else "", "table")
    if form == "parquet" and output is None:
        raise click.UsageError("Parquet is no text; name a file with -o FILE, or -o - for a pipe.")
    with plain_errors():
        from sayso.dataset.answers import write_answer
        from sayso.dataset.opening import open_store
        from sayso.dataset.sql import ask

        open_store(dataset).close()
        answer = ask(dataset, question)
        with opened(output, form) as stream:
            write_answer(answer, stream, form)


def _list(store: Store, query: Query, stream: IO[str], *, stories: bool, limit: int) -> None:
    from rich.text import Text

    from sayso.dataset.happenings import count, happenings
    from sayso.dataset.listing import entry

    found = happenings(store, query, stories=stories)
    _put((entry(one, stories=stories) for one in (islice(found, limit) if limit else found)), stream)
    more = count(store, query, stories=stories) - limit if limit else 0
    if more > 0:
        _put([Text(f"{more:,} more; --limit 0 shows all, --format csv is for programs.", "dim")], stream)


def _put(shown: Iterable[Any], stream: IO[str]) -> None:
    from rich.console import Console

    from sayso.export.table import put

    console = Console(file=stream, width=None if stream.isatty() else 100, highlight=False, markup=False, emoji=False)
    for one in shown:
        put(one, console)


def _write(store: Store, query: Query, stream: IO[str], form: str, *, stories: bool, limit: int | None) -> None:
    from sayso.dataset.happenings import happenings
    from sayso.dataset.profiles.columns import Task
    from sayso.dataset.profiles.flat import COLUMNS
    from sayso.dataset.profiles.tabular import rows_of, write_csv

    found: Iterator[Any] = happenings(store, query, stories=stories)
    task = Task(store, query, islice(found, limit) if limit else found, COLUMNS)
    if form == "csv":
        write_csv(task, stream)
    else:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows_of(task))
