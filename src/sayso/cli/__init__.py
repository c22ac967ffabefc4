"""The command line. Records go to standard output or a file; all talk goes to standard error."""

from __future__ import annotations

import click

from sayso._version import __version__
from sayso.cli import coding, correct, export, find, link, report, run
from sayso.cli.common import EPILOG


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=EPILOG)
@click.version_option(__version__, prog_name="sayso")
def main() -> None:
    """Read news reports; write who did what to whom, where, when, with what toll, and on whose say-so."""


for command in (
    coding.code, run.run, link.link, find.find, find.show, find.sql, export.export, correct.correct, report.report,
    coding.analyse, coding.explain, coding.who, coding.places_group, coding.schema,
):  # fmt: skip
    main.add_command(command)
