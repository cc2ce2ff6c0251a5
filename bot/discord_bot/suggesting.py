"""Suggestions for who is typing: one at a time and beside the event loop, so that nobody who asks is held up."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from contextlib import suppress
from functools import lru_cache
from time import monotonic
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
_LATE = 2.5  # seconds of waiting here after which Discord, which waits three in all, would hardly hear of it
_LONGEST = 200  # characters that are looked at
_HELD = 2000


class Suggestions:
    """Answers those who type; of what they type but a hash is kept, so that what many begin with is looked up once."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._answerer: Answerer | None = None
        self._kept: OrderedDict[int, Choices] = OrderedDict()

    async def answer(self, interaction: Typing) -> None:
        """Suggest to who is typing; nothing where we no longer have what is filled in, nor where it is too late."""
        until = monotonic() + _LATE
        find, typed = _wanted(interaction.data or {})
        try:
            found = await self._found(interaction.client, find, typed, until) if find else []
        except Exception as error:  # noqa: BLE001 - who types may go on without
            log(error, f"somebody typing in channel {interaction.channel_id}")
            found = []
        if monotonic() <= until:
            with suppress(discord.HTTPException, *PASSING):  # who types on has made it pointless
                await interaction.response.autocomplete(found)

    async def _found(self, bot: FootnoteBot, find: Find, typed: str, until: float) -> Choices:
        answerer = await bot.answerer_at_once()
        if answerer is not self._answerer:
            self._answerer, self._kept = answerer, OrderedDict()
        kept, name = self._kept, hash((find, typed))
        if name not in kept:
            async with self._turn:
                if name not in kept and monotonic() <= until:
                    kept[name] = await asyncio.to_thread(find, answerer, limits.cut(typed, _LONGEST))
                    _bound(kept)
        return kept.get(name, [])


def _bound(kept: OrderedDict[int, Choices]) -> None:
    while len(kept) > _HELD:
        kept.popitem(last=False)


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
