"""The terminal as rich sees it, colours and width included; without one, plain text in whole lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from bot.model.entries import Pack
    from bot.model.reply import Reply


def out() -> Console:
    """Standard output; nothing in a text is markup, emoji code or worth a colour of its own."""
    return Console(markup=False, emoji=False, highlight=False)


def err() -> Console:
    """Standard error, where progress and notices go."""
    return Console(markup=False, emoji=False, highlight=False, stderr=True)


def show(console: Console, *parts: RenderableType) -> None:
    """Print parts as they are: links keep their length, lines of a pipe are never wrapped."""
    for part in parts:
        console.print(part, crop=False, soft_wrap=not console.is_terminal)


def tell(console: Console, told: Iterable[tuple[str, Reply]], packs: Sequence[Pack]) -> None:
    """Print replies; where there are several, each under its question."""
    from bot.render import limits, terminal  # noqa: PLC0415 - not needed to complain

    replies = list(told)
    for number, (question, reply) in enumerate(replies):
        if len(replies) > 1:
            show(console, *([Text()] if number else []), Text(f"> {limits.clean(question)}", "dim"))
        show(console, terminal.render(reply, packs))
