"""The service's log: one JSON object a line for machines, one plain line for a person at a terminal.

No line holds what anybody asked, nor a secret: of an exception only its kind and place are written (its words may quote
a question), discord.py is never heard below INFO (its DEBUG lines hold whole messages), and secrets are blotted out.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
import traceback
from typing import TYPE_CHECKING, Any

import discord
from discord.gateway import ReconnectWebSocket

from bot.discord_bot.faults import PASSING, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLOT = "[secret]"
_TOKEN_IN_URL = re.compile(r"(/(?:interactions|webhooks)/\d+/)[^/\s?\"']+")
_EXPECTED = (*PASSING, discord.HTTPException, ReconnectWebSocket)
_LIBRARIES = ("discord", "aiohttp", "asyncio", "watchfiles")


def set_up(level: str, secrets: Sequence[str] = ()) -> None:
    """Log to stderr from this level on; `secrets` are never written."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter((Plain if sys.stderr.isatty() else Json)(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library in _LIBRARIES:
        logging.getLogger(library).setLevel(max(logging.getLogger().level, logging.INFO))
    logging.getLogger("watchfiles").setLevel(logging.WARNING)


class Safe(logging.Formatter):
    """What both forms have in common: what a record says, without secrets or a question's words."""

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """Give the record as one line."""
        # asyncio adds what an exception says, on further lines.
        lines = [part.strip() for part in record.getMessage().splitlines()]
        event = "; ".join(filter(None, lines[:1] if record.name == "asyncio" else lines))
        error = record.exc_info[1] if record.exc_info else None
        fields = dict(getattr(record, "fields", {}))
        if isinstance(error, _EXPECTED):
            event = f"{event} ({reason(error)})"
        elif error:
            fields["fault"] = list(_fault(error))
        return self._blotted(self.line(record, event, fields))

    def line(self, record: logging.LogRecord, event: str, fields: dict[str, Any]) -> str:
        """Put a line together."""
        raise NotImplementedError

    def _blotted(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, _BLOT)
        return _TOKEN_IN_URL.sub(rf"\1{_BLOT}", line)


class Json(Safe):
    """One JSON object a line: time (UTC), level, logger, event, and what else there is to say."""

    def line(self, record: logging.LogRecord, event: str, fields: dict[str, Any]) -> str:
        """Put a line together."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        head = {"time": f"{moment}.{int(record.msecs):03d}Z", "level": record.levelname.lower(), "logger": record.name}
        return json.dumps({**head, "event": event, **fields}, ensure_ascii=False, default=str)


class Plain(Safe):
    """One line to read: time of day, level, event, and the rest as key=value."""

    def line(self, record: logging.LogRecord, event: str, fields: dict[str, Any]) -> str:
        """Put a line together."""
        moment = time.strftime("%H:%M:%S", time.localtime(record.created))
        rest = "".join(f" {key}={' '.join(str(value).split())}" for key, value in fields.items())
        return f"{moment} {record.levelname:<7} {event}{rest}"


def _fault(error: BaseException) -> Iterator[str]:
    """Give an exception and its causes: the kind, and where in the code, innermost last; never its words."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause:
        yield from _fault(cause)
    yield type(error).__name__
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} in {frame.name}"
