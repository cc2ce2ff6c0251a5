"""`/topics`: choose a topic, then a question, page by page; the same message turns its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import discord
from discord.ui import Button, Select, View

from bot.discord_bot.doors import InteractionDoor, may_embed, sent
from bot.discord_bot.persistent import QUIET, Persistent, chosen, digest, key, view_of
from bot.render import limits, topics
from bot.render.topics import PAGE, Topic, topics_of

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from bot.answering.answerer import Answerer
    from bot.discord_bot.client import FootnoteBot
    from bot.discord_bot.doors import Sent

    Asked = discord.Interaction[FootnoteBot]
    Cards = list[dict[str, object]]


class Turn(Persistent[Button[View]], template=r"fn:topics:(?P<way>on|back|all):(?P<topic>[0-9a-f]*):(?P<page>\d{1,4})"):
    """Turns a page of the topics, or of one topic's questions, or goes back to all topics."""

    def __init__(self, way: str, topic: str, page: int) -> None:
        label = {"on": "▶", "back": "◀", "all": "All topics"}[way]
        super().__init__(Button(label=label, style=QUIET, custom_id=f"fn:topics:{way}:{topic}:{page}"))
        self.topic, self.page = topic, page

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button of this page."""
        del label
        return cls(match["way"], match["topic"], int(match["page"]))

    async def act(self, interaction: Asked) -> None:
        """Turn the page."""
        await _turn(interaction, self.topic, self.page)


class Choose(Persistent[Select[View]], template=r"fn:topic"):
    """A select of topics."""

    def __init__(self, options: Sequence[discord.SelectOption]) -> None:
        super().__init__(Select(placeholder="Choose a topic", custom_id="fn:topic", options=_once(options)))

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the select; what was chosen comes with the interaction."""
        del match, label
        return cls([])

    async def act(self, interaction: Asked) -> None:
        """Show the questions of the topic."""
        await _turn(interaction, chosen(interaction), 0)


class Pick(Persistent[Select[View]], template=r"fn:pick"):
    """A select of curated questions or facts, whose values are keys of entries."""

    def __init__(self, options: Sequence[discord.SelectOption], words: str = "Choose a question") -> None:
        super().__init__(Select(placeholder=words, custom_id="fn:pick", options=_once(options)))

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the select; what was chosen comes with the interaction."""
        del match, label
        return cls([])

    async def act(self, interaction: Asked) -> None:
        """Answer what was picked, to the person who picked it."""
        await interaction.client.recall(interaction, chosen(interaction))


KINDS: tuple[type[Persistent[Any]], ...] = (Turn, Choose, Pick)


async def show(interaction: Asked, above: str = "") -> None:
    """Show the first page of topics to the person who asked for them, with words of ours `above`."""
    answerer, notices = await interaction.client.opened()
    cards, view = _page(answerer, "", 0)
    door = InteractionDoor(interaction, hidden=True)
    await door.say(sent([*cards, *notices], view, embeds=door.embeds, content=above))


async def edit(interaction: Asked, made: Sent) -> None:
    """Put other content, cards and components in the place of a message's own."""
    empty: Sent = {"content": None, "embeds": [], "view": None}
    await interaction.response.edit_message(**(empty | made))


def option(number: int, name: str, value: str) -> discord.SelectOption:
    """Give a line of a select: its number in the card, and its words."""
    return discord.SelectOption(label=limits.cut(f"{number}. {limits.clean(name)}", limits.CHOICE), value=value)


async def _turn(interaction: Asked, topic: str, page: int) -> None:
    answerer, _ = await interaction.client.opened()
    cards, view = _page(answerer, topic, page)
    await edit(interaction, sent(cards, view, embeds=may_embed(interaction)))


def _page(answerer: Answerer, topic: str, page: int) -> tuple[Cards, View | None]:
    """Give a page of the questions of a topic, or of the topics where there is none of that name (any more)."""
    found = topics_of(answerer.packs)
    wanted = next((one for one in found if digest(one.id) == topic), None)
    if wanted is None:
        return _overview(found, min(page, topics.pages(len(found)) - 1))
    return _questions(wanted, min(page, topics.pages(len(wanted.entries)) - 1))


def _overview(found: Sequence[Topic], page: int) -> tuple[Cards, View | None]:
    shown = list(enumerate(found, start=1))[page * PAGE : (page + 1) * PAGE]
    select = [Choose([option(number, one.name, digest(one.id)) for number, one in shown])] if shown else []
    return [topics.overview(found, page)], view_of([*select, *_turns("", page, len(found))])


def _questions(topic: Topic, page: int) -> tuple[Cards, View | None]:
    shown = list(enumerate(topic.entries, start=1))[page * PAGE : (page + 1) * PAGE]
    select = Pick([option(number, one.question, key(one.id)) for number, one in shown])
    turns = _turns(digest(topic.id), page, len(topic.entries))
    return [topics.questions(topic, page)], view_of([select, Turn("all", "", 0), *turns])


def _turns(topic: str, page: int, things: int) -> list[Turn]:
    back = [Turn("back", topic, page - 1)] if page else []
    return back + ([Turn("on", topic, page + 1)] if page + 1 < topics.pages(things) else [])


def _once(options: Sequence[discord.SelectOption]) -> list[discord.SelectOption]:
    """Leave out what has the same value: two packs may name an entry alike, and Discord refuses a select of both."""
    return list({each.value: each for each in options}.values())
