"""The command line. Records go to standard output or a file; all talk goes to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

import click

from sayso._version import __version__
from sayso.article import Article
from sayso.errors import InputError, SaysoError
from sayso.record import Record

if TYPE_CHECKING:
    from sayso.coder import Coder

EXIT_SOME_BAD, EXIT_NOTHING, EXIT_BROKEN = 1, 3, 4
_STANDARD = Path("-")
EPILOG = """\b
Exit codes
  0  every article was coded
  1  some inputs could not be read; the others were coded
  2  the command was not understood
  3  no article could be read
  4  Sayso itself is damaged, or a knowledge file has a mistake
  who: 1 where nobody of that name is known

\b
Examples
  sayso code report.txt --published 2022-12-14
  sayso code articles/ --format jsonl -o records.jsonl
  sayso code report.txt --ontology examples/acled.toml --format csv
  sayso explain report.txt --event e3
  sayso code dump.csv --column text=body --column published=date --format csv
  curl -s https://example.org/story.html | sayso code - --format json
  sayso who "Turkey's foreign minister" --on 2015-06-01
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=EPILOG)
@click.version_option(__version__, prog_name="sayso")
def main() -> None:
    """Read news reports; write who did what to whom, where, when, with what toll, and on whose say-so."""


_paths = click.argument("paths", nargs=-1, required=True)
_published = click.option("--published", metavar="DATE", help="Date of the articles that carry none, as 2022-12-14, 2022-12 or 2022.")
_publisher = click.option("--publisher", metavar="NAME", help="Publisher of the articles that name none.")
_column = click.option(
    "--column", "columns", multiple=True, metavar="FIELD=NAME", help="Which column or key holds a field, as text=body; repeat for more."
)
_output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write to this file; - is standard output, as without it.",
)


_actors = click.option(
    "--actors", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="FILE",
    help="Your own file of actors (.tsv, .toml) or a folder of them, laid over the package's; repeat for more, each over those before.",
)  # fmt: skip
_own = click.Path(exists=True, dir_okay=False, path_type=Path)
_triggers = click.option("--triggers", multiple=True, type=_own, help="Your own file of triggers, laid over the package's; repeat for more.")
_ontologies = click.option(
    "--ontology", "ontologies", multiple=True, metavar="FILE", help="Your own ontology (a TOML file), or cameo: gives events codes; repeat for more."
)
_gazetteer = click.option("--places", type=_own, help="Your own gazetteer, made by `sayso places build`, in place of the package's.")
_instead = click.option("--instead", is_flag=True, help="List only what the one ontology codes, under its types instead of PLOVER's.")


def _coding(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that codes: which articles, and with what knowledge."""
    for option in reversed((_paths, _published, _publisher, _column, _actors, _triggers, _ontologies, _instead, _gazetteer)):
        command = option(command)
    return command


def _coder(knowledge: dict[str, Any]) -> Coder:
    """A coder with the user's own knowledge, by the names of the options."""
    from sayso.coder import Coder
    from sayso.knowledge import Knowledge

    with _status("Loading the language model"):
        return Coder(knowledge=Knowledge.load(**knowledge))


@main.command(epilog=EPILOG)
@_coding
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "json", "csv", "parquet"]), default=None, help="table is for reading (the default), the others for programs; the ending of --output decides where it can.")  # fmt: skip
@_output
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
    run = Run(paths, published, publisher, columns)
    form = form or _form_of(output)
    if form == "parquet" and output is None:
        raise click.UsageError("Parquet is no text; name a file with -o FILE, or -o - for a pipe.")
    with _plain_errors():
        coder = _coder(knowledge)
        with _opened(output, form) as stream:
            _write(run.records(coder), form, stream, coded=bool(knowledge["ontologies"]))
    run.finish()


@main.command(epilog=EPILOG)
@_paths
@_column
@click.option("--format", "form", type=click.Choice(["conllu", "json"]), default="conllu", help="CoNLL-U (the default) or JSON, one object per line.")
@_output
def analyse(paths: tuple[str, ...], columns: tuple[str, ...], form: str, output: Path | None) -> None:
    """Show the layer beneath: sentences, lemmas, tags, trees, entities and attributions."""
    run = Run(paths, None, None, columns)
    with _plain_errors():
        from sayso.export.analysis import as_json, conllu
        from sayso.language.core import LanguageCore

        core = LanguageCore.load()
        with _opened(output, form) as stream:
            for article in run.articles():
                analysis = core.analyse(article.text)
                stream.write(as_json(analysis, article.id) + "\n" if form == "json" else conllu(analysis, article.id))
    run.finish()


@main.command(epilog=EPILOG)
@click.argument("name", nargs=-1, required=True)
@click.option("--on", metavar="DATE", help="The date asked for, as 2015-06-01, 2015-06 or 2015; without it, all times.")
@_actors
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="table is for reading (the default), json for programs.")
def who(name: tuple[str, ...], on: str | None, actors: tuple[Path, ...], form: str) -> None:
    """Show whom a name or description means, on a date, why, and in which file and line that is written."""
    with _plain_errors():
        from sayso.export.who import as_dict, as_text
        from sayso.knowledge.actors import load_actors
        from sayso.knowledge.who import who as ask
        from sayso.readers.dates import parse_date

        answer = ask(load_actors(actors), " ".join(name), on=parse_date(on) if on else None)
        text = json.dumps(as_dict(answer), ensure_ascii=False, indent=1) + "\n" if form == "json" else as_text(answer)
        _any_script(sys.stdout, form).write(text)
    if not (answer.found or answer.meanings):
        sys.exit(EXIT_SOME_BAD)


@main.command(epilog=EPILOG)
@_coding
@click.option("--event", "events", multiple=True, metavar="ID", help="Explain this event, as e3; repeat for more. Without it, all.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="text is for reading (the default); json gives one object per line and event.")  # fmt: skip
@_output
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
    run = Run(paths, published, publisher, columns)
    with _plain_errors():
        from sayso.explaining import explain_article
        from sayso.explaining.writing import as_json, as_text

        coder = _coder(knowledge)
        with _opened(output, "table" if form == "text" else form) as stream:
            for article in run.articles():
                record, found = explain_article(coder, article, events)
                stream.write(as_json(record, found) if form == "json" else as_text(record, found))
    run.finish()


PLACES_EPILOG = """\b
Examples
  sayso places build allCountries.zip -o world.bin
  sayso code articles/ --places world.bin
"""


@main.group("places", epilog=PLACES_EPILOG)
def places_group() -> None:
    """Build a gazetteer of your own."""


@places_group.command(epilog=PLACES_EPILOG)
@click.argument("dump", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("places.bin"), show_default=True, help="Write to this file."
)
def build(dump: Path, output: Path) -> None:
    """Make a gazetteer of the full dump of GeoNames (allCountries.zip, or one country's); use it with `sayso code --places FILE`."""
    with _plain_errors():
        from sayso.knowledge.geonames import build as build_gazetteer

        with _status("Reading the dump"):
            count = build_gazetteer(dump, output)
    click.echo(f"{count:,} places in {output}", err=True)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from sayso.export.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=1))


class Run:
    """The articles of one command, with what went wrong among them."""

    def __init__(self, paths: Sequence[str], published: str | None, publisher: str | None, columns: Sequence[str]) -> None:
        self.paths, self.published, self.publisher = paths, published, publisher
        self.columns = dict(_pair(column) for column in columns)
        self.errors: list[InputError] = []
        self.done = 0

    def articles(self) -> Iterator[Article]:
        """The articles that can be read, counted; the errors are kept for the end."""
        from sayso.readers import read

        found = read(self.paths, published=self.published, publisher=self.publisher, columns=self.columns, on_error=self.errors.append)
        with _progress() as advance:
            for article in found:
                yield article
                self.done += 1
                advance()

    def records(self, coder: Any) -> Iterator[tuple[Article, Record]]:
        """Each article with its record."""
        waiting: list[Article] = []

        def noted() -> Iterator[Article]:
            for article in self.articles():
                waiting.append(article)
                yield article

        for record in coder.code_many(noted()):
            yield waiting.pop(0), record

    def finish(self) -> None:
        """Say what could not be read, and leave with the exit code that tells it."""
        for error in self.errors:
            click.echo(f"not read: {error}", err=True)
        if self.errors:
            click.echo(f"{self.done} coded, {len(self.errors)} not read.", err=True)
            sys.exit(EXIT_SOME_BAD if self.done else EXIT_NOTHING)


def _pair(column: str) -> tuple[str, str]:
    field, equals, name = column.partition("=")
    if not (field and equals and name):
        raise click.UsageError(f"--column {column}: write it as FIELD=NAME, for example text=body.")
    return field, name


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


@contextmanager
def _opened(output: Path | None, form: str) -> Iterator[IO[Any]]:
    """Standard output, or a file that appears only once it is whole."""
    if output is None or output == _STANDARD:
        yield sys.stdout.buffer if form == "parquet" else _any_script(sys.stdout, form)
        return
    partial = output.with_name(f".{output.name}.part")
    binary = form == "parquet"
    try:
        stream: IO[Any] = partial.open("wb") if binary else partial.open("w", encoding="utf8", newline="")
        with stream:
            yield stream
        partial.replace(output)
    except OSError as error:
        raise InputError(f"{output}: cannot be written ({(error.strerror or str(error)).lower()}); check folder and rights.") from error
    finally:
        partial.unlink(missing_ok=True)


def _any_script(stream: IO[Any], form: str) -> IO[Any]:
    """Standard output that takes names of every script: data is UTF-8 whatever the locale, a table shows `?` for what its terminal lacks."""
    if isinstance(stream, TextIOWrapper):
        if form == "table":
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf8")
    return stream


@contextmanager
def _plain_errors() -> Iterator[None]:
    """One plain sentence instead of a traceback for what Sayso raises on purpose."""
    try:
        yield
    except InputError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(EXIT_NOTHING)
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(EXIT_BROKEN)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


@contextmanager
def _status(message: str) -> Iterator[None]:
    """A word while something takes a moment, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(message):
        yield


@contextmanager
def _progress() -> Iterator[Any]:
    """Calls count articles; shown with their rate on a terminal, when standard output is not one."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("articles coded"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)

        def advance() -> None:
            progress.advance(task)

        yield advance


def _nothing() -> None:
    """Count nothing."""
