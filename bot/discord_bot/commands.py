"""Our commands: what each is called, what it takes, and which flow it starts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord_bot import asking, buttons, citing, curators, facts, glossary, menus, topics
from bot.discord_bot.apology import apologise, outdated
from bot.discord_bot.doors import InteractionDoor, may_embed, sent
from bot.discord_bot.reloading import reload
from bot.model.reply import Related
from bot.render import citations, pages
from bot.render.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord_bot.client import FootnoteBot
    from bot.model.entries import Pack

_PICKED = re.compile(r"id:(\S+)")
_EXAMPLES = 3

Asked = discord.Interaction["FootnoteBot"]
STYLES = [app_commands.Choice(name=style, value=style) for style in citations.STYLES]


class Tree(app_commands.CommandTree["FootnoteBot"]):
    """All our commands, installed to a server or a person, in servers, direct messages and groups."""

    def __init__(self, client: FootnoteBot) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        for command in COMMANDS:
            self.add_command(command)

    async def interaction_check(self, interaction: Asked, /) -> bool:
        """Suggest to who is typing; let every command be called."""
        if interaction.type is not discord.InteractionType.autocomplete:
            return True
        self.client.dispatch("suggesting", interaction.id)
        await self.client.suggestions.answer(interaction)
        return False

    async def _call(self, interaction: Asked) -> None:
        try:
            await super()._call(interaction)
        except (KeyError, TypeError, ValueError):  # half a message under a menu; a fault of ours is an AppCommandError
            await outdated(interaction)

    async def on_error(self, interaction: Asked, error: app_commands.AppCommandError) -> None:
        """Apologise to the person whose command failed, or say that it is an old one."""
        if isinstance(error, app_commands.CommandInvokeError):
            await apologise(interaction, error)
        else:
            await outdated(interaction)


@app_commands.command(name="ask", description="Ask the report a question; the answer comes with its footnote")
@app_commands.describe(question="Your own words, or pick a suggestion", private="Only you see the answer")
async def ask(interaction: Asked, question: str, private: bool = False) -> None:  # noqa: FBT001, FBT002 - Discord's own form of an option
    """Answer a picked suggestion by its id, anything else as a question."""
    bot = interaction.client
    door = InteractionDoor(interaction, hidden=private or bot.is_private(interaction.channel))
    if picked := _PICKED.fullmatch(question.strip()):
        await asking.recall(bot, door, picked[1])
    else:
        await asking.ask(bot, door, question)


@app_commands.command(name="topics", description="What there is to ask")
async def show_topics(interaction: Asked) -> None:
    """Show the topics, to choose from."""
    await topics.show(interaction)


@app_commands.command(name="about", description="Who or what a name in the report is")
@app_commands.describe(term="A person, group, place or word; pick a suggestion")
async def about(interaction: Asked, term: str) -> None:
    """Show a term of the glossary."""
    await glossary.show(interaction, term)


@app_commands.command(name="facts", description="What happened, by actor, place or period, in time order")
@app_commands.describe(
    actor="Who: pick a suggestion",
    place="Where: pick a suggestion",
    period="When: 2022, April 2022, 2022-01 to 2022-05",
)
async def show_facts(interaction: Asked, actor: str = "", place: str = "", period: str = "") -> None:
    """Show facts in time order."""
    await facts.show(interaction, actor, place, period)


@app_commands.command(name="source", description="Where the answers come from, and what we have read")
async def source(interaction: Asked) -> None:
    """Show the sources of the pack."""
    answerer, notices = await interaction.client.opened()
    made = sent([pages.sources(answerer.packs), *notices], embeds=may_embed(interaction))
    await interaction.response.send_message(**made, ephemeral=True)


@app_commands.command(name="cite", description="A citation for your own text: footnote, BibTeX or CSL-JSON")
@app_commands.describe(
    answer="The answer to cite: pick one, or paste its receipt; left out: the sources themselves", style="In which form"
)
@app_commands.choices(style=STYLES)
async def cite(interaction: Asked, answer: str = "", style: str = "footnote") -> None:
    """Show the citation of an answer, or of the sources."""
    await citing.cite(interaction, answer, style)


@app_commands.command(name="receipt", description="Whether an answer still stands, by the code at its foot")
@app_commands.describe(code="The code under the answer, such as zlikan-barrages@3f2a")
async def receipt(interaction: Asked, code: str) -> None:
    """Show whether an answer stands, and what stands now."""
    await citing.check(interaction, code)


@app_commands.command(name="help", description="How to ask, with examples")
async def guide(interaction: Asked) -> None:
    """Show how to ask, with live examples to tap."""
    answerer, notices = await interaction.client.opened()
    examples = _examples(answerer.packs)
    cards = [pages.guide(answerer.packs, examples), *notices]
    made = sent(cards, buttons.questions(examples), embeds=may_embed(interaction))
    await interaction.response.send_message(**made, ephemeral=True)


@app_commands.command(name="privacy", description="What is kept of what you ask")
async def privacy(interaction: Asked) -> None:
    """Show what is kept."""
    await interaction.response.send_message(**sent([pages.privacy()], embeds=may_embed(interaction)), ephemeral=True)


@ask.autocomplete("question")
@cite.autocomplete("answer")
@about.autocomplete("term")
@show_facts.autocomplete("actor")
@show_facts.autocomplete("place")
async def _suggested(interaction: Asked, _: str) -> list[app_commands.Choice[str]]:
    """Tell Discord by its mere presence where there are suggestions: `Tree` itself gives them."""
    del interaction
    return []


COMMANDS: tuple[app_commands.Command[Any, ..., None] | app_commands.ContextMenu, ...] = (
    *(ask, show_topics, about, show_facts, source, cite, receipt, guide, privacy),
    *(menus.answer_this, menus.check_this, curators.pack, reload),
)


def _examples(packs: Sequence[Pack]) -> tuple[Related, ...]:
    """Give the first questions of a few topics."""
    first = (topic.entries[0] for topic in topics_of(packs))
    return tuple(Related(entry.id, entry.question) for entry in first)[:_EXAMPLES]
