"""Suggestions for who is typing: one at a time and beside the event loop, so that nobody who asks is held up."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.answering import terms
from bot.discord_bot import facts
from bot.discord_bot.apology import log
from bot.discord_bot.faults import PASSING
from bot.discord_bot.persistent import key
from bot.render import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.answering.answerer import Answerer
    from bot.discord_bot.client import FootnoteBot
    from bot.model.entries import Term

    Typing = discord.Interaction[FootnoteBot]
    Choices = list[app_commands.Choice[str]]
    Find = Callable[[Answerer, str], Choices]

_MOST = 25
_LATE = 2.5  # seconds after which Discord, which waits three, would hardly hear of it
_LONGEST = 200  # characters that are looked at


class Suggestions:
    """Answers those who type, in turn; nothing of what they type is kept."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._ages: deque[float] = deque(maxlen=100)

    async def answer(self, interaction: Typing) -> None:
        """Suggest to who is typing; nothing where we no longer have what is filled in, nor where it is too late."""
        find, typed = _wanted(interaction.data or {})
        async with self._turn:
            found = [] if find is None or self._late(interaction) else await _found(interaction, find, typed)
        if not self._late(interaction):
            with suppress(discord.HTTPException, *PASSING):  # who types on has made it pointless
                await interaction.response.autocomplete(found)

    def _late(self, interaction: Typing) -> bool:
        """Whether Discord has given up waiting; how far its clock is from ours, the quickest ones lately tell."""
        age = (datetime.now(UTC) - interaction.created_at).total_seconds()
        self._ages.append(age)
        return age - min(self._ages) > _LATE


async def _found(interaction: Typing, find: Find, typed: str) -> Choices:
    try:
        answerer = await interaction.client.answerer_at_once()
        return await asyncio.to_thread(find, answerer, limits.cut(typed, _LONGEST))
    except Exception as error:  # noqa: BLE001 - who types may go on without
        log(error, f"somebody typing in channel {interaction.channel_id}")
        return []


def _wanted(data: Mapping[str, Any]) -> tuple[Find | None, str]:
    """Give how to find what is filled in, and what is typed of it."""
    focused: Mapping[str, Any] = next((option for option in data.get("options", ()) if option.get("focused")), {})
    return FINDS.get((data.get("name", ""), focused.get("name", ""))), str(focused.get("value", ""))


def _questions(answerer: Answerer, typed: str) -> Choices:
    return [_choice(option.entry, option.question) for option in answerer.suggest(typed, _MOST)[:_MOST]]


@lru_cache(maxsize=4000)
def _choice(entry: str, question: str) -> app_commands.Choice[str]:
    """Give a suggestion that carries its entry's key; to clean a question takes longer than to find it."""
    name = limits.cut(limits.clean(question), limits.CHOICE) or "…"
    return app_commands.Choice(name=name, value=f"id:{key(entry)}")


def _terms(answerer: Answerer, typed: str) -> Choices:
    return _named(terms.find(answerer.packs, typed, _MOST))


def _actors(answerer: Answerer, typed: str) -> Choices:
    return _named(terms.nearest(facts.actors(answerer.packs), typed, _MOST))


def _places(answerer: Answerer, typed: str) -> Choices:
    return _named(terms.nearest(facts.places(answerer.packs), typed, _MOST))


def _named(found: Iterable[Term]) -> Choices:
    names = dict.fromkeys(limits.cut(limits.clean(term.name), limits.CHOICE) for term in found)
    return [app_commands.Choice(name=name, value=name) for name in names if name]


FINDS: dict[tuple[str, str], Find] = {
    ("ask", "question"): _questions,
    ("cite", "answer"): _questions,
    ("about", "term"): _terms,
    ("facts", "actor"): _actors,
    ("facts", "place"): _places,
}
"""What is suggested for which option of which command."""
