"""Why an answer came out so: its question is read off the message, asked once more, and what decided is told."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import discord

from bot.answering.questions import questions
from bot.discord_bot.addressed import without_mention
from bot.discord_bot.asking import ECHOED, LONGEST
from bot.discord_bot.doors import others_read
from bot.discord_bot.patience import patiently
from bot.model.reply import Answer, Correct
from bot.render import limits, why

if TYPE_CHECKING:
    from bot.answering.answerer import Answerer
    from bot.discord_bot.client import FootnoteBot
    from bot.discord_bot.doors import Door
    from bot.model.reply import Reply

    Click = discord.Interaction[FootnoteBot]

_PATIENCE = 4.0  # seconds in which Discord must give a message
UNREADABLE = "The whole question before this can't be read any more, so I can't say how it was decided. Ask once more."


async def explained(interaction: Click, door: Door, answerer: Answerer, entry: str) -> dict[str, object] | None:
    """Give the card that explains a message of ours; `entry` is empty for one that did not answer. None: no telling.

    May raise CrowdedError.
    """
    memo, question = interaction.client.memo, await _question(interaction)
    ask = partial(answerer.ask, question or "", explain=True)
    reply = await patiently(door, memo.in_turn(ask), memo.crowded) if question else None
    if reply and _entry(reply) == entry:
        return why.why(reply, answerer.packs)
    answered = answerer.recall(entry) if entry else None
    if question:
        return why.hung(question, answered.trace.question if answered else "")
    if answered is None:
        return None
    phrasings = (len(item.phrasings) for pack in answerer.packs for item in pack.entries if item.id == entry)
    return why.unasked(answered.trace.question, next(phrasings, 1))


def _entry(reply: Reply) -> str:
    return reply.entry if isinstance(reply, Answer | Correct) else ""


async def _question(interaction: Click) -> str | None:
    """Read the question that a message of ours answers: echoed whole in it, replied to, or just before it."""
    message = interaction.message
    if message is None:
        return None
    if echoed := re.match(r"> (.+)", message.content):
        return None if _is_cut(echoed[1]) else limits.unescape(echoed[1])
    # To fetch a message may take longer than Discord waits for a first response.
    await interaction.response.defer(ephemeral=others_read(interaction), thinking=True)
    with suppress(discord.HTTPException, AttributeError, TimeoutError):
        asked = await asyncio.wait_for(_before(message), _PATIENCE)
        me = interaction.client.user
        said = without_mention(asked.content, me) if asked and me and not asked.author.bot else ""
        return questions(limits.cut(said, LONGEST))[0]  # of several each is echoed
    return None


def _is_cut(echoed: str) -> bool:
    """Whether an echo ends where we cut it: few who ask put an ellipsis after so much."""
    return echoed.endswith("…") and limits.units(echoed) > ECHOED // 5


async def _before(message: discord.Message) -> discord.Message | None:
    reference = message.reference
    if reference and isinstance(reference.resolved, discord.Message):
        return reference.resolved
    if reference and reference.message_id:
        return await message.channel.fetch_message(reference.message_id)
    if message.guild is None and message.interaction_metadata is None:
        return await anext(message.channel.history(limit=1, before=message), None)
    return None
