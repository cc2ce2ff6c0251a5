"""How the whole bot bears a crowd on Discord's wire: by words alone, and with the small model where it is installed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

RATE: Final = 200
SECONDS: Final = 20
QUICK: Final = 5


def runs(seconds: int = SECONDS) -> Iterator[tuple[str, dict[str, str]]]:
    """The figures of each run, by what the bot matches with."""
    # Here, so that no process that measures memory has it loaded.
    from bot.matching.encoder import OFF, open_encoder  # noqa: PLC0415
    from tests.wire.load import crowd  # noqa: PLC0415

    yield "words alone", asyncio.run(crowd(RATE, seconds, ENCODER=OFF))
    if encoder := open_encoder(None):
        yield encoder.name, asyncio.run(crowd(RATE, seconds, ENCODER=""))
