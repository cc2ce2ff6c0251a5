"""Many questions, one JSON object a line: every line in gives one line out, in the same order, at once."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.asking import sound
from bot.errors import InputError
from bot.render import payload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.model.reply import Reply

_EXAMPLE = '{"question": "…"}'


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of the file: the question, and the earlier ones, oldest first."""

    question: str
    context: tuple[str, ...] = ()


@contextmanager
def opened(name: str) -> Iterator[Iterable[bytes]]:
    """The lines of a file, or of standard input for `-`; raises InputError where it can't be read."""
    if name == "-":
        yield sys.stdin.buffer if sys.stdin else ()
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below; only a fault of opening is the user's
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"{name} can't be read ({reason}): name a file with one question a line, or - for stdin."
        ) from None
    with file:
        yield file


def answer(lines: Iterable[bytes], ask: Callable[[Asked], Reply]) -> bool:
    """Write one object for every line, at once; tell whether every line was a question."""
    sound_lines = True
    for number, line in enumerate(lines, start=1):
        try:
            out = payload.line(ask(parse(line)))
        except InputError as error:
            sound_lines = False
            out = json.dumps({"schema": payload.SCHEMA, "error": f"line {number}: {error}"})
        sys.stdout.write(out + "\n")
        sys.stdout.flush()
    return sound_lines


def parse(line: bytes) -> Asked:
    """A line's question; raises InputError that says what is wrong with it."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("this is not UTF-8 text; save the file as UTF-8.") from None
    except (ValueError, RecursionError):
        raise InputError(f"this is no JSON; write one object a line, such as {_EXAMPLE}.") from None
    if not isinstance(value, dict):
        raise InputError(f"this is no object; write one, such as {_EXAMPLE}.")
    question, context = value.get("question"), value.get("context")
    if not isinstance(question, str):
        raise InputError(f"`question` is missing or no text; write it as in {_EXAMPLE}.")
    if not _is_context(context):
        raise InputError('`context` is no list of texts; write it as in "context": ["…", "…"], or leave it out.')
    return Asked(sound(question), tuple(map(sound, context or ())))


def _is_context(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(earlier, str) for earlier in value))
