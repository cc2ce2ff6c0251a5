"""Which answer a message of ours shows, so that who replies to it need not have asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_bot.buttons import Again, Follow, More
from bot.discord_bot.persistent import components
from bot.render import limits, receipt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from discord.abc import User

    from bot.discord_bot.persistent import Kind


def replied_to(message: discord.Message, me: User, kinds: Iterable[Kind]) -> str:
    """Give the key of the entry that is shown by the message of ours to which this is a reply; empty for none."""
    above = message.reference.resolved if message.reference else None
    return _shown(above, kinds) if isinstance(above, discord.Message) and above.author.id == me.id else ""


def _shown(message: discord.Message, kinds: Iterable[Kind]) -> str:
    """Read the entry off the buttons of a message, or off its receipt."""
    named = (item.key for item in components(message, kinds) if isinstance(item, Follow | Again | More))
    return next(filter(None, (*named, *_receipts(message))), "")


def _receipts(message: discord.Message) -> Iterator[str]:
    """Read the entries off the receipts at the foot of cards, or of the plain text that stands for them."""
    for text in (*(embed.footer.text or "" for embed in message.embeds), limits.unescape(message.content)):
        codes = (receipt.parsed(line.rpartition(" · ")[2]) for line in text.splitlines())
        yield from (code[0] for code in codes if code)
