"""What the commands share: options, inputs, outputs, progress and plain errors."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from sayso.article import Article
from sayso.errors import InputError, SaysoError
from sayso.record import Record
from sayso.writing import opened_whole

if TYPE_CHECKING:
    from sayso.coder import Coder
    from sayso.readers import Found

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


DATASET_CODES = """\b
Exit codes
  0  done
  2  the command was not understood
  3  the dataset cannot be read, or has nothing of this id
  4  Sayso itself is damaged
"""
"""How commands that read a dataset end."""

dataset_argument = click.argument("dataset", type=click.Path(path_type=Path))
paths_argument = click.argument("paths", nargs=-1, required=True)
published_option = click.option("--published", metavar="DATE", help="Date of the articles that carry none, as 2022-12-14, 2022-12 or 2022.")
publisher_option = click.option("--publisher", metavar="NAME", help="Publisher of the articles that name none.")
column_option = click.option(
    "--column", "columns", multiple=True, metavar="FIELD=NAME", help="Which column or key holds a field, as text=body; repeat for more."
)
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write to this file; - is standard output, as without it.",
)


actors_option = click.option(
    "--actors", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="FILE",
    help="Your own file of actors (.tsv, .toml) or a folder of them, laid over the package's; repeat for more, each over those before.",
)  # fmt: skip
_own = click.Path(exists=True, dir_okay=False, path_type=Path)
_triggers = click.option("--triggers", multiple=True, type=_own, help="Your own file of triggers, laid over the package's; repeat for more.")
_ontologies = click.option(
    "--ontology",
    "ontologies",
    multiple=True,
    metavar="FILE",
    help="Your own ontology (a TOML file), or cameo or acled: gives events codes; repeat for more.",
)
_gazetteer = click.option("--places", type=_own, help="Your own gazetteer, made by `sayso places build`, in place of the package's.")
_instead = click.option("--instead", is_flag=True, help="List only what the one ontology codes, under its types instead of PLOVER's.")


def coding_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that codes: which articles, and with what knowledge."""
    for option in reversed(
        (paths_argument, published_option, publisher_option, column_option, actors_option, _triggers, _ontologies, _instead, _gazetteer)
    ):
        command = option(command)
    return command


def make_coder(knowledge: dict[str, Any]) -> Coder:
    """A coder with the user's own knowledge, by the names of the options."""
    from sayso.coder import Coder
    from sayso.knowledge import Knowledge

    with status("Loading the language model"):
        return Coder(knowledge=Knowledge.load(**knowledge))


class Inputs:
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
        with progress() as advance:
            for article in found:
                yield article
                self.done += 1
                advance()

    def found(self) -> Iterator[Found]:
        """What there is to read, each article with its place, and what cannot be read among them."""
        from sayso.readers import find

        return find(self.paths, published=self.published, publisher=self.publisher, columns=self.columns)

    def size(self) -> int | None:
        """Bytes of all of it; None where that cannot be known."""
        from sayso.readers.sources import size_of

        return size_of(self.paths)

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


@contextmanager
def opened(output: Path | None, form: str) -> Iterator[IO[Any]]:
    """Standard output, or a file that appears only once it is whole."""
    if output is None or output == _STANDARD:
        yield sys.stdout.buffer if form == "parquet" else any_script(sys.stdout, form)
        return
    with opened_whole(output, binary=form == "parquet") as stream:
        yield stream


def any_script(stream: IO[Any], form: str) -> IO[Any]:
    """Standard output that takes names of every script: data is UTF-8 whatever the locale, a table shows `?` for what its terminal lacks."""
    if isinstance(stream, TextIOWrapper):
        if form == "table":
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf8")
    return stream


@contextmanager
def plain_errors() -> Iterator[None]:
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
def status(message: str) -> Iterator[None]:
    """A word while something takes a moment, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(message):
        yield


@contextmanager
def progress() -> Iterator[Any]:
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
