"""The command that writes a page about a dataset."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.common import opened, output_option, plain_errors

EPILOG = """\b
Exit codes
  0  the page is written
  2  the command was not understood
  3  the dataset cannot be read, or the page cannot be written

\b
Examples
  sayso report news.sqlite -o report.html
  sayso report news.sqlite --title "Northern border, 2024" -o report.html
"""


@click.command(epilog=EPILOG)
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="What the page is called; without it, the dataset's name.")
@output_option
def report(dataset: Path, title: str | None, output: Path | None) -> None:
    """Write a page about a dataset: when, where, who did what to whom, what is disputed, tolls, and a sample with its evidence."""
    with plain_errors():
        from sayso.dataset.opening import open_store
        from sayso.dataset.report import report as page

        with open_store(dataset) as store, opened(output, "html") as stream:
            stream.write(page(store.connection, title or dataset.stem))
