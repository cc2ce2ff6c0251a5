"""Leaving politely: one sentence on stderr and the right exit code, never a traceback for a user's mistake."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from bot.errors import FootnoteError

if TYPE_CHECKING:
    from collections.abc import Callable

_BAD_INPUT = 2


class Polite(TyperGroup):
    """The program's commands, with every expected fault turned into its sentence and exit code."""

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401 - typer carries its own click, whose types are private
        """Run the chosen command."""
        return politely(lambda: super(Polite, self).invoke(ctx))


def politely(command: Callable[[], object]) -> object:
    """Run `command`; leave as its error says, quietly where the reader of our output has gone."""
    try:
        try:
            return command()
        finally:
            _flush()
    except FootnoteError as error:
        raise _leaving(str(error), error.exit_code) from None
    except BrokenPipeError:
        _silence()
        raise typer.Exit(0) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise _leaving(f"{where}{error.strerror or error}; mend that and try again.", _BAD_INPUT) from None


def complain(sentence: str) -> None:
    """Say on stderr what went wrong."""
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201 - the one place that does


def _leaving(sentence: str, code: int) -> typer.Exit:
    complain(sentence)
    return typer.Exit(code)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _silence() -> None:
    """Send what is still buffered nowhere, so that the interpreter's last flush has no one to complain to."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
