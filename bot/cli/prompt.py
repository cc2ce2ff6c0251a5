"""Where the lines of a chat come from: a prompt with history and completion, or whatever is piped in."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from bot.cli.asking import sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from prompt_toolkit.completion import CompleteEvent, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.history import History
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    from bot.app import Desk

_WAY_OUT: Final = "Leave with Ctrl-D or exit.\n"


def lines(desk: Desk, cache: Path) -> Iterator[str]:
    """The lines that a person types, or that are piped in; ends at the end of the input."""
    typed = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    return _typed(desk, cache) if typed else _piped()


def _piped() -> Iterator[str]:
    for line in sys.stdin.buffer if sys.stdin else ():
        yield line.decode("utf-8-sig", "replace").rstrip("\r\n")


def _typed(desk: Desk, cache: Path) -> Iterator[str]:
    from prompt_toolkit import PromptSession  # noqa: PLC0415 - a fifth of a second that only a chat spends
    from prompt_toolkit.completion import Completer  # noqa: PLC0415

    class Curated(Completer):
        """Offers curated questions on Tab."""

        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
            del complete_event
            return _suggested(desk, document.text_before_cursor)

    session: PromptSession[str] = PromptSession(
        "› ",
        history=_history(cache),
        key_bindings=_keys(),
        completer=Curated(),
        complete_while_typing=False,
        reserve_space_for_menu=5,
    )
    while True:
        try:
            yield sound(session.prompt())
        except KeyboardInterrupt:
            sys.stdout.write(_WAY_OUT)
        except EOFError:
            return


def _keys() -> KeyBindings:
    """Ctrl-C clears what is typed; on an empty line it ends the prompt."""
    from prompt_toolkit.key_binding import KeyBindings  # noqa: PLC0415

    keys = KeyBindings()

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            event.app.exit(exception=KeyboardInterrupt)

    return keys


def _suggested(desk: Desk, text: str) -> Iterator[Completion]:
    from prompt_toolkit.completion import Completion  # noqa: PLC0415

    for option in desk.answerer.suggest(text, limit=8):
        yield Completion(option.question, start_position=-len(text))


def _history(cache: Path) -> History:
    """What was typed in earlier chats, readable by this user alone; only this chat where it can't be kept."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory  # noqa: PLC0415

    path = cache / "history"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(path))
