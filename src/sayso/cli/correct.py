"""The command that corrects a dataset: single changes, many from a file, their list, and corrected articles for training."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.common import any_script, plain_errors

if TYPE_CHECKING:
    from sayso.dataset.corrections import Change, Correction
    from sayso.dataset.store import Store

EPILOG = """\b
Exit codes
  0  done, or all was so already
  2  the command was not understood
  3  the dataset or the file cannot be read, or a value cannot be: nothing was changed

\b
Examples
  sayso correct news.sqlite 0123456789abcdef/e3 --set type=ASSAULT --set reality=negated --by "A. Coder"
  sayso correct news.sqlite 0123456789abcdef/e3 --set killed="at least 81" --set "actors=Harbour Front (PRT REB)" --by "A. Coder"
  sayso correct news.sqlite 0123456789abcdef/e4 --delete --by "A. Coder" --note "a film, not a battle"
  sayso correct news.sqlite 0123456789abcdef --add-event --set type=PROTEST --set trigger=marched --by "A. Coder"
  sayso correct news.sqlite --import changes.jsonl --by "A. Coder"
  sayso correct news.sqlite --import labelstudio.json --by "A. Coder"
  sayso correct news.sqlite --list
  sayso correct news.sqlite --export-gold gold/
"""


@click.command(epilog=EPILOG)
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("target", metavar="[ID]", required=False)
@click.option("--set", "values", multiple=True, metavar="FIELD=VALUE", help="Give a field another value; repeat for more. Lists are parted by `;`, nothing after the = empties it.")  # fmt: skip
@click.option("--delete", "deleted", flag_value=True, type=bool, default=None, help="Take the event or statement out.")
@click.option("--restore", "deleted", flag_value=False, type=bool, help="Bring back an event or statement that was taken out.")
@click.option("--add-event", "add", flag_value="event", help="Add an event to the article; needs at least --set type= and --set trigger=.")
@click.option("--add-statement", "add", flag_value="statement", help="Add a statement to the article; needs at least --set content=.")
@click.option("--checked", is_flag=True, help="Note that somebody has looked at the whole article: what stands is right, nothing is missing.")
@click.option("--import", "file", type=click.Path(path_type=Path), metavar="FILE", help="Take many changes from a file: lines of JSON, or Label Studio's JSON export.")  # fmt: skip
@click.option("--by", metavar="NAME", help="Who makes the correction; needed with every change.")
@click.option("--at", metavar="DATE", help="When it was made, as 2024-03-08 or 2024-03-08T10:30Z; without it, now.")
@click.option("--note", metavar="TEXT", help="Why, in a few words.")
@click.option("--list", "listed", is_flag=True, help="List the corrections made so far, or those of one ID.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="Of --list: text is for reading (the default), jsonl for programs.")  # fmt: skip
@click.option("--export-gold", "gold", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="Write the corrected articles as hand-coded ones, for training.")  # fmt: skip
@click.option("--label-config", is_flag=True, help="Print the labelling set-up for a project of Label Studio.")
def correct(
    dataset: Path,
    target: str | None,
    values: tuple[str, ...],
    file: Path | None,
    by: str | None,
    at: str | None,
    listed: bool,
    form: str,
    gold: Path | None,
    label_config: bool,
    **asked: Any,
) -> None:
    """Correct what a dataset says: the change is kept with who made it and when, the machine's own record stays as it was."""
    wanted = {name: _pair(value) for name, value in ((value.partition("=")[0], value) for value in values)}
    change = bool(wanted or asked["deleted"] is not None or asked["add"] or asked["checked"])
    if change + (file is not None) + listed + (gold is not None) + label_config != 1:
        raise click.UsageError("Say one thing to do: change an ID (--set, --delete, --restore, --add-event, --add-statement, --checked), --import, --list, --export-gold or --label-config.")  # fmt: skip
    if change and target is None:
        raise click.UsageError("Name what is to be corrected: an ID as `sayso find` shows it, ARTICLE/e3.")
    if (change or file) and not by:
        raise click.UsageError("Say who makes the correction: --by NAME.")
    with plain_errors():
        from sayso.dataset.corrections import Change
        from sayso.dataset.store import Store

        if label_config:
            from sayso.dataset.label_studio import config

            click.echo(config(), nl=False)
            return
        with Store(dataset) as store:
            if listed:
                _list(store, target, form)
            elif gold is not None:
                from sayso.dataset.corrections.gold import export_gold

                click.echo(f"{len(export_gold(store, gold)):,} corrected articles in {gold}", err=True)
            elif file is not None:
                _import(store, file, by, at)
            else:
                _make(store, [Change(str(target), set=wanted, **asked)], by, at)
            if dataset.is_dir() and (file or change):
                from sayso.dataset.parquet import write_folder

                write_folder(store, dataset)


def _pair(value: str) -> str:
    field, equals, wanted = value.partition("=")
    if not (field and equals):
        raise click.UsageError(f"--set {value}: write it as FIELD=VALUE, for example type=ASSAULT.")
    return wanted


def _import(store: Store, file: Path, by: str | None, at: str | None) -> None:
    from sayso.dataset.corrections.files import read_file

    changes, remarks = read_file(store, file)
    for remark in remarks:
        click.echo(f"note: {remark}", err=True)
    _make(store, changes, by, at)


def _make(store: Store, changes: list[Change], by: str | None, at: str | None) -> None:
    from sayso.dataset.corrections import make

    made = make(store, changes, by=by, at=at)
    for correction in made:
        click.echo(_line(correction), err=True)
    if not made:
        click.echo("All was so already; nothing was changed.", err=True)
    elif store.connection.execute("SELECT 1 FROM stories LIMIT 1").fetchone():
        click.echo("Stories still stand as they were linked; run `sayso link` to weigh them anew.", err=True)


def _list(store: Store, target: str | None, form: str) -> None:
    from dataclasses import asdict

    from sayso.dataset.corrections.reading import all_corrections, counts

    found = all_corrections(store.connection, target)
    stream = any_script(sys.stdout, "table" if form == "text" else form)
    for correction in found:
        if form == "jsonl":
            stream.write(json.dumps(asdict(correction), ensure_ascii=False) + "\n")
        else:
            lost = "" if counts(store.connection, correction) else "  (counts no longer: the reading that stands has nothing like it)"
            stream.write(f"{correction.number}  {correction.made_at}  {correction.made_by}  {_line(correction)}{lost}\n")
            if correction.note:
                stream.write(f"    {_plain(correction.note)}\n")
    if not found:
        click.echo("No corrections have been made.", err=True)


def _line(correction: Correction) -> str:
    """One correction in words."""
    from sayso.dataset.corrections.applying import CHECKED, DELETED, LISTS

    if correction.field == DELETED:
        return f"{correction.target}  {'taken out' if correction.new else 'brought back'}"
    if correction.field == CHECKED:
        return f"{correction.target}  looked at as a whole"
    if correction.field in LISTS and not correction.item:
        new = correction.new
        what = new.get("type") or new.get("name") or new.get("act")
        return f"{correction.target}/{new['id']}  {correction.field} added: {_plain(what)}"
    return f"{correction.target}  {correction.field}: {_short(correction.old)} → {_short(correction.new)}"


def _short(value: Any) -> str:
    if value in (None, [], {}):
        return "nothing"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _plain(text if len(text) <= 80 else f"{text[:79]}…")


def _plain(text: str) -> str:
    """Text that commands no terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
