"""`sayso run`: many articles into a dataset."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.common import EXIT_NOTHING, EXIT_SOME_BAD, Inputs, coding_options, plain_errors

if TYPE_CHECKING:
    from sayso.dataset.running import Counts

EXIT_STOPPED = 130
_SHOWN = 20
RUN_EPILOG = """\b
Exit codes
  0    every article is in the dataset
  1    some inputs could not be read or coded and are in quarantine; the others are in the dataset
  2    the command was not understood
  3    nothing could be read or written, or the dataset is of another version
  4    Sayso itself is damaged, or a knowledge file has a mistake
  130  stopped from the keyboard; the same command goes on from there

\b
Examples
  sayso run articles/ -o news.sqlite
  sayso run dump.jsonl.gz --column text=body --column published=date -o news.sqlite
  sayso run 'archive/**/*.parquet' -o news/ --workers 8
  sayso run articles/ -o news.sqlite --retry
"""


@click.command(epilog=RUN_EPILOG)
@coding_options
@click.option("-o", "--output", "dataset", required=True, metavar="DATASET", help="The dataset: an SQLite file, or a folder (write it with a / at its end) for Parquet.")  # fmt: skip
@click.option("--workers", type=click.IntRange(min=1), default=None, help="Processes that code at the same time; as many as there are cores unless you say.")  # fmt: skip
@click.option("--deadline", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds that one article may take.")
@click.option("--memory", type=click.IntRange(min=50), default=2000, show_default=True, help="MB that one article may take beside the language model (kept on Linux).")  # fmt: skip
@click.option("--shard", type=click.IntRange(min=1), default=16, show_default=True, help="Articles that are coded and committed together, on the average.")  # fmt: skip
@click.option("--retry", is_flag=True, help="Try again what is in quarantine.")
@click.option("--recode", is_flag=True, help="Code anew what another version or other knowledge has coded.")
def run(
    paths: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    columns: tuple[str, ...],
    dataset: str,
    workers: int | None,
    deadline: float,
    memory: int,
    shard: int,
    retry: bool,
    recode: bool,
    **knowledge: Any,
) -> None:
    """Code many articles into a dataset. Run it again to go on where it stopped, or to add to it: what is there is not read twice."""
    inputs = Inputs(paths, published, publisher, columns)
    with plain_errors():
        from sayso.dataset.running import Options, run
        from sayso.dataset.working import Limits, load_coder

        path = _place(dataset)
        options = Options(workers or os.cpu_count() or 1, Limits(deadline, memory), shard, recode=recode, retry=retry)
        try:
            with _progress(inputs.size()) as advance:
                counts = run(inputs.found(), path, partial(load_coder, knowledge), options, on_progress=advance)
        except KeyboardInterrupt:
            click.echo("Stopped. What was coded is kept; the same command goes on from there.", err=True)
            sys.exit(EXIT_STOPPED)
        _tell(counts, path)


def _place(dataset: str) -> Path:
    """The dataset's file or folder; a folder is made where it is not there."""
    from sayso.errors import InputError

    path = Path(dataset)
    try:
        if dataset.endswith(("/", os.sep)):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{dataset}: cannot be written ({(error.strerror or str(error)).lower()}); check folder and rights.") from error
    return path


def _tell(counts: Counts, path: Path) -> None:
    """Say what was done, and what could not be."""
    from sayso.dataset.store import Store
    from sayso.dataset.summary import beside, counters

    with Store(path) as store:
        found = counters(store)
        aside = list(store.rows('SELECT source, "offset", message FROM quarantine ORDER BY source, "offset" LIMIT ?', (_SHOWN + 1,)))
    for row in aside[:_SHOWN]:
        place = f"{row['source']}, {row['offset']}" if row["offset"] else row["source"]
        message = row["message"] if row["message"].startswith(row["source"]) else f"{place}: {row['message']}"
        click.echo(f"in quarantine: {message}", err=True)
    if len(aside) > _SHOWN:
        click.echo("… and more.", err=True)
    click.echo(f"{counts.coded:,} coded, {counts.known:,} there already, {counts.quarantined:,} not.", err=True)
    click.echo(
        f"{path}: {found['articles']:,} articles, {found['copies']:,} of them copies; {found['events']:,} events, {found['statements']:,} statements.",
        err=True,
    )
    if aside:
        click.echo(f"What was not coded, and why: {beside(path, 'quarantine.jsonl')}", err=True)
        sys.exit(EXIT_SOME_BAD if found["articles"] else EXIT_NOTHING)


@contextmanager
def _progress(size: int | None) -> Iterator[Callable[[Counts, int], None] | None]:
    """A bar with rate and remaining time, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    texts = (TextColumn("{task.fields[done]:,} articles"), TextColumn("{task.fields[rate]:.1f} a second"))
    columns = (SpinnerColumn(), *texts, BarColumn(), TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=120) as progress:
        task = progress.add_task("", total=size, done=0, rate=0.0)

        def advance(counts: Counts, read: int) -> None:
            elapsed = progress.tasks[0].elapsed or 1.0
            progress.update(task, completed=read, done=counts.items, rate=(counts.coded + counts.quarantined) / elapsed)

        yield advance
