"""The log of a running bot: on stderr, in colour where a person reads it in a terminal and has not said NO_COLOR."""

from __future__ import annotations

import logging
from typing import Final

_LINE: Final = "{asctime} {levelname:<8} {name}: {message}"
_COLOURED: Final = "\x1b[2m{asctime}\x1b[0m \x1b[COLOURm{levelname:<8}\x1b[0m \x1b[2m{name}:\x1b[0m {message}"
_COLOURS: Final = {"DEBUG": "36", "INFO": "34", "WARNING": "33", "ERROR": "31", "CRITICAL": "1;31"}
_TIME: Final = "%Y-%m-%d %H:%M:%S"


def start(level: str) -> None:
    """Log what is at least of this level (DEBUG, INFO …)."""
    from bot.cli import consoles  # noqa: PLC0415 - only a bot that runs has a log

    console = consoles.err()
    handler = logging.StreamHandler()
    coloured = console.is_terminal and not console.no_color
    handler.setFormatter(_Coloured() if coloured else logging.Formatter(_LINE, _TIME, style="{"))
    logging.basicConfig(level=level, handlers=[handler])


class _Coloured(logging.Formatter):
    """The level in its colour, the message as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._by_level = {
            name: logging.Formatter(_COLOURED.replace("COLOUR", colour), _TIME, style="{")
            for name, colour in _COLOURS.items()
        }

    def format(self, record: logging.LogRecord) -> str:
        """One record as its line, and what was raised below it."""
        return self._by_level.get(record.levelname, self).format(record)
