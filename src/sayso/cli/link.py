"""`sayso link`: the events of a dataset into stories."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.common import plain_errors

if TYPE_CHECKING:
    from sayso.dataset.store import Store
    from sayso.dataset.stories import Linked, Progress

_SHOWN = 5
LINK_EPILOG = """\b
Exit codes
  0  the events are linked
  2  the command was not understood
  3  there is no such dataset, or it could not be written
  4  Sayso itself is damaged, or a knowledge file has a mistake

\b
Examples
  sayso link news.sqlite
  sayso link news/
"""


@click.command(epilog=LINK_EPILOG)
@click.argument("dataset", type=click.Path(path_type=Path))
def link(dataset: Path) -> None:
    """Link the events of a dataset into stories: one happening each, however many outlets report it. Run it again when articles have been added."""
    with plain_errors():
        from sayso.dataset.parquet import write_folder
        from sayso.dataset.store import Store
        from sayso.dataset.stories import link

        with Store(dataset) as store:
            with _progress() as advance:
                linked = link(store, on_progress=advance)
            if dataset.is_dir():
                write_folder(store, dataset)
            _tell(store, linked)


def _tell(store: Store, linked: Linked) -> None:
    """A few lines on what was found, and the stories that most publishers tell."""
    click.echo(f"{_number(linked.events, 'event makes', 'events make')} {_number(linked.stories, 'story', 'stories')}.", err=True)
    click.echo(
        f"Told by more than one article: {linked.shared:,}; by more than one publisher independently: {linked.independent:,}; disputed: {linked.disputed:,}.",
        err=True,
    )
    largest = list(
        store.rows("SELECT * FROM stories WHERE articles > 1 ORDER BY publishers DESC, articles DESC, first_published, id LIMIT ?", (_SHOWN,))
    )
    if largest:
        from rich.console import Console
        from rich.table import Table

        table = Table("story", "what", "who", "to whom", "where", "when", "articles", "publishers", box=None, title_justify="left")
        for row in largest:
            cells = (row["id"], row["type"], row["actors"], row["recipients"], row["places"], row["start"])
            table.add_row(*(cell or "" for cell in cells), f"{row['articles']:,}", f"{row['publishers']:,}")
        terminal = sys.stderr.isatty()
        Console(stderr=True, width=None if terminal else 160, highlight=False, markup=False, emoji=False).print(table)


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """What is being done and how far it is, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(step: str, done: int, size: int) -> None:
            bar.update(task, description=step, completed=done, total=size)

        yield advance
