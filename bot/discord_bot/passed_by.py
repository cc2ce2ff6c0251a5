"""What discord.py passes by: a component that no version of ours knows or that its message does not show, a form."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_bot.apology import whisper
from bot.discord_bot.faults import PASSING
from bot.discord_bot.persistent import revive

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.discord_bot.client import FootnoteBot

    Used = discord.Interaction[FootnoteBot]

OLD_BUTTON = "This is from an older version of me. Ask once more with `/ask`."
_KINDS = (discord.InteractionType.component, discord.InteractionType.modal_submit)


async def answer(interaction: Used) -> None:
    """Answer the use of a component or a form that has no other handler."""
    if interaction.type not in _KINDS:
        return
    data: Mapping[str, Any] = interaction.data or {}
    used = revive(str(data.get("custom_id")), None, interaction.client.kinds)
    if used is None:
        with suppress(discord.HTTPException, *PASSING):
            await whisper(interaction, OLD_BUTTON)
    elif not _is_shown(data, interaction.message):
        await used.callback(interaction)


def _is_shown(data: Mapping[str, Any], message: discord.Message | None) -> bool:
    """Whether a message shows, in the form in which we hear of it, the component that was used."""
    rows = [row.children for row in message.components if isinstance(row, discord.ActionRow)] if message else []
    wanted = (data.get("component_type"), data.get("custom_id"))
    return any((item.type.value, getattr(item, "custom_id", None)) == wanted for row in rows for item in row)
