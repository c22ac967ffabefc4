"""The command line. Records go to standard output or a file; all talk goes to standard error."""

from __future__ import annotations

import click

from sayso._version import __version__
from sayso.cli import coding
from sayso.cli import link as linking
from sayso.cli.common import EPILOG


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=EPILOG)
@click.version_option(__version__, prog_name="sayso")
def main() -> None:
    """Read news reports; write who did what to whom, where, when, with what toll, and on whose say-so."""


for command in (coding.code, coding.analyse, coding.explain, coding.who, coding.places_group, coding.schema, linking.link):
    main.add_command(command)
