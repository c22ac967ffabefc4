"""The commands that read articles: code, analyse and explain; and who, places and schema, which show what is known."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import click

from sayso.article import Article
from sayso.cli.common import (
    EPILOG,
    EXIT_SOME_BAD,
    Inputs,
    actors_option,
    any_script,
    coding_options,
    column_option,
    make_coder,
    opened,
    output_option,
    paths_argument,
    plain_errors,
    status,
)
from sayso.record import Record


@click.command(epilog=EPILOG)
@coding_options
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "json", "csv", "parquet"]), default=None, help="table is for reading (the default), the others for programs; the ending of --output decides where it can.")  # fmt: skip
@output_option
def code(
    paths: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    columns: tuple[str, ...],
    form: str | None,
    output: Path | None,
    **knowledge: Any,
) -> None:
    """Code articles: files, folders, patterns, or - for standard input (text, HTML, JSONL, CSV, Parquet; .gz too)."""
    inputs = Inputs(paths, published, publisher, columns)
    form = form or _form_of(output)
    if form == "parquet" and output is None:
        raise click.UsageError("Parquet is no text; name a file with -o FILE, or -o - for a pipe.")
    with plain_errors():
        coder = make_coder(knowledge)
        with opened(output, form) as stream:
            _write(inputs.records(coder), form, stream, coded=bool(knowledge["ontologies"]))
    inputs.finish()


@click.command(epilog=EPILOG)
@paths_argument
@column_option
@click.option("--format", "form", type=click.Choice(["conllu", "json"]), default="conllu", help="CoNLL-U (the default) or JSON, one object per line.")
@output_option
def analyse(paths: tuple[str, ...], columns: tuple[str, ...], form: str, output: Path | None) -> None:
    """Show the layer beneath: sentences, lemmas, tags, trees, entities and attributions."""
    inputs = Inputs(paths, None, None, columns)
    with plain_errors():
        from sayso.export.analysis import as_json, conllu
        from sayso.language.core import LanguageCore

        core = LanguageCore.load()
        with opened(output, form) as stream:
            for article in inputs.articles():
                analysis = core.analyse(article.text)
                stream.write(as_json(analysis, article.id) + "\n" if form == "json" else conllu(analysis, article.id))
    inputs.finish()


@click.command(epilog=EPILOG)
@click.argument("name", nargs=-1, required=True)
@click.option("--on", metavar="DATE", help="The date asked for, as 2015-06-01, 2015-06 or 2015; without it, all times.")
@actors_option
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="table is for reading (the default), json for programs."
)
def who(name: tuple[str, ...], on: str | None, actors: tuple[Path, ...], form: str) -> None:
    """Show whom a name or description means, on a date, why, and in which file and line that is written."""
    with plain_errors():
        from sayso.export.who import as_dict, as_text
        from sayso.knowledge.actors import load_actors
        from sayso.knowledge.who import who as ask
        from sayso.readers.dates import parse_date

        answer = ask(load_actors(actors), " ".join(name), on=parse_date(on) if on else None)
        text = json.dumps(as_dict(answer), ensure_ascii=False, indent=1) + "\n" if form == "json" else as_text(answer)
        any_script(sys.stdout, form).write(text)
    if not (answer.found or answer.meanings):
        sys.exit(EXIT_SOME_BAD)


@click.command(epilog=EPILOG)
@coding_options
@click.option("--event", "events", multiple=True, metavar="ID", help="Explain this event, as e3; repeat for more. Without it, all.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="text is for reading (the default); json gives one object per line and event.")  # fmt: skip
@output_option
def explain(
    paths: tuple[str, ...],
    events: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    columns: tuple[str, ...],
    form: str,
    output: Path | None,
    **knowledge: Any,
) -> None:
    """Show what made each field of an event: the trigger, frame, rule or score, in plain words."""
    inputs = Inputs(paths, published, publisher, columns)
    with plain_errors():
        from sayso.explaining import explain_article
        from sayso.explaining.writing import as_json, as_text

        coder = make_coder(knowledge)
        with opened(output, "table" if form == "text" else form) as stream:
            for article in inputs.articles():
                record, found = explain_article(coder, article, events)
                stream.write(as_json(record, found) if form == "json" else as_text(record, found))
    inputs.finish()


PLACES_EPILOG = """\b
Examples
  sayso places build allCountries.zip -o world.bin
  sayso code articles/ --places world.bin
"""


@click.group("places", epilog=PLACES_EPILOG)
def places_group() -> None:
    """Build a gazetteer of your own."""


@places_group.command(epilog=PLACES_EPILOG)
@click.argument("dump", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("places.bin"), show_default=True, help="Write to this file."
)
def build(dump: Path, output: Path) -> None:
    """Make a gazetteer of the full dump of GeoNames (allCountries.zip, or one country's); use it with `sayso code --places FILE`."""
    with plain_errors():
        from sayso.knowledge.geonames import build as build_gazetteer

        with status("Reading the dump"):
            count = build_gazetteer(dump, output)
    click.echo(f"{count:,} places in {output}", err=True)


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from sayso.export.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=1))


def _form_of(output: Path | None) -> str:
    """The format that a file's ending asks for; a table where it says nothing."""
    endings = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".parquet": "parquet"}
    return endings.get(output.suffix.lower(), "table") if output else "table"


def _write(pairs: Iterator[tuple[Article, Record]], form: str, stream: IO[Any], *, coded: bool) -> None:
    from sayso.export import files
    from sayso.export.rows import rows

    if form == "jsonl":
        files.write_jsonl((record for _, record in pairs), stream)
    elif form == "json":
        files.write_json((record for _, record in pairs), stream)
    elif form == "csv":
        files.write_csv((row for article, record in pairs for row in rows(record, article.text)), stream, coded=coded)
    elif form == "parquet":
        files.write_parquet((row for article, record in pairs for row in rows(record, article.text)), cast(BinaryIO, stream), coded=coded)
    else:
        _print_tables(pairs, stream)


def _print_tables(pairs: Iterator[tuple[Article, Record]], stream: IO[str]) -> None:
    from rich.console import Console

    from sayso.export.table import show

    terminal = stream.isatty()
    console = Console(file=stream, width=None if terminal else 100, highlight=False, markup=False, emoji=False)
    for article, record in pairs:
        show(record, article.text, console)
