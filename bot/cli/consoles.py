"""The terminal as rich sees it, colours and width included; without one, plain text in whole lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from rich.console import RenderableType


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
