"""The command that writes a dataset in the columns that others use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sayso.cli.common import DATASET_CODES, dataset_argument, opened, output_option, plain_errors
from sayso.cli.find import query_from, query_options

_PROFILES = ("plover", "acled", "gdelt2", "ucdp-ged", "hxl", "geojson", "label-studio", "csv", "parquet")
_EPILOG = f"""\b
Examples
  sayso export news.sqlite --profile acled -o acled.csv
  sayso export news.sqlite --profile geojson --type ASSAULT --from 2018 -o map.geojson
  sayso export news.sqlite --profile ucdp-ged --stories -o deaths.csv
  sayso export news.sqlite --profile gdelt2 --bare -o events.tsv
  sayso export news.sqlite --profile label-studio -o tasks.json

{DATASET_CODES}"""


@click.command(epilog=_EPILOG)
@dataset_argument
@click.option("--profile", required=True, type=click.Choice(_PROFILES), help="In whose columns; docs/exports.md describes every one.")
@click.option("--bare", is_flag=True, help="Only the published columns, without the evidence, say-so and version that end every row.")
@query_options
@output_option
def export(dataset: Path, profile: str, bare: bool, stories: bool, output: Path | None, **wanted: Any) -> None:
    """Write events, or stories, in the columns of other data sets; the options of `sayso find` say which."""
    if profile == "parquet" and output is None:
        raise click.UsageError("Parquet is no text; name a file with -o FILE, or -o - for a pipe.")
    with plain_errors():
        from sayso.dataset.opening import open_store
        from sayso.dataset.profiles import PROFILES
        from sayso.dataset.profiles import export as write

        chosen = PROFILES[profile]
        if stories and chosen.of_articles:
            raise click.UsageError(f"{profile} is about articles; leave --stories out.")
        with open_store(dataset) as store, opened(output, "parquet" if chosen.binary else profile) as stream:
            counts = write(store, chosen, stream, query=query_from(wanted), stories=stories, bare=bare)
    what = "articles" if chosen.of_articles else "stories" if stories else "events"
    left_out = f"; {counts.left_out:,} left out: {chosen.left_out}" if counts.left_out else ""
    click.echo(f"{counts.written:,} {what}{left_out}.", err=True)
