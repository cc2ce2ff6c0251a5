"""The command line, `footnote` or `python -m bot`: every command imports what it needs when it runs."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Final, TextIO

import typer

from bot import __version__
from bot.cli import asking, chatting, curating, evaluating, inviting, reading, serving
from bot.cli.polite import Polite

_INTERRUPTED: Final = 130
_GROUPS = (asking, chatting, reading, curating, evaluating, serving, inviting)

app = typer.Typer(
    name="footnote",
    cls=Polite,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog='Start with: footnote ask "How often was the base at Zlikan hit?"',
)
for _name, _command, _examples in (row for group in _GROUPS for row in group.COMMANDS):
    app.command(_name, epilog=_examples)(_command)


def _say(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        typer.echo(f"footnote {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", help="Say which version this is.", is_eager=True, callback=_say)]


@app.callback()
def footnote(version: Version = False) -> None:  # noqa: FBT002 - its callback has done it all
    """Ask a report a question; get the answer with its footnote."""


def main() -> None:
    """Run the program; leaves the process with one of the contract's exit codes."""
    sys.stdout, sys.stderr = _speaking(sys.stdout), _speaking(sys.stderr)
    try:
        app(prog_name="footnote")
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _speaking(stream: TextIO | None) -> TextIO:
    """A stream that takes any letter: nowhere for a closed one, escapes where a terminal has few letters."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream or Path(os.devnull).open("w", encoding="utf-8")
