"""`invite`: the links by which the bot gets into a server, or comes along with a person."""

from __future__ import annotations

import asyncio
import sys

from bot.cli.options import settings

_PRIVATE = (
    "The bot is private: only its owner can use these links (Public Bot on the Bot page of the Developer Portal)."
)


def invite() -> None:
    """Print the links that add the bot to a server or to your account."""
    from bot.discord_bot.invite import invitation  # noqa: PLC0415 - discord is heavy
    from bot.render import limits  # noqa: PLC0415

    found = asyncio.run(invitation(settings()))
    said = [
        f"Add {limits.clean(found.name)} to a server that you manage:",
        found.server,
        "Or to your own account, to ask in any server, direct message or group:",
        found.person,
        *([] if found.public else [_PRIVATE]),
    ]
    sys.stdout.write("\n".join(said) + "\n")


COMMANDS = (("invite", invite, "DISCORD_TOKEN=… footnote invite"),)
