"""Text under a mark, its lines aligned: the one layout of the terminal, at any width and without one.

Nothing here is parsed as markup: texts are rich `Text` values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

_NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Hanging:
    """`text` after `mark`; wrapped to the width of a terminal, one line a paragraph where there is none.

    An `unbroken` text (a link) keeps on one line wherever it is shown, so that it can be copied.
    """

    mark: str
    text: Text
    unbroken: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines, each with the mark or as much room before it."""
        lines = self._wrapped(console, options) if console.is_terminal and not self.unbroken else self.text.split("\n")
        for number, line in enumerate(lines):
            line.rstrip()
            lead = " " * len(self.mark) if number else self.mark
            yield Text.assemble(lead, line, no_wrap=True, overflow="ignore")

    def _wrapped(self, console: Console, options: ConsoleOptions) -> list[Text]:
        width = max(options.max_width - len(self.mark), _NARROWEST)
        return list(self.text.wrap(console, width, overflow="fold"))
