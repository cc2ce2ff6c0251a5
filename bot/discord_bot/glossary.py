"""`/about`: who or what a name in the report is, and what the report answers about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering import terms
from bot.discord_bot import buttons
from bot.discord_bot.doors import may_embed, sent
from bot.model.reply import Related
from bot.render import glossary

if TYPE_CHECKING:
    import discord

    from bot.answering.answerer import Answerer
    from bot.discord_bot.client import FootnoteBot
    from bot.model.entries import Term

    Asked = discord.Interaction[FootnoteBot]

_QUESTIONS = 3
_NEAR = 5


async def show(interaction: Asked, typed: str) -> None:
    """Show the term that is meant, or the nearest names, to the person who asked."""
    answerer, notices = await interaction.client.opened()
    found = terms.named(answerer.packs, typed)
    asked = _asked(answerer, found) if found else ()
    cards = [_card(answerer, found, asked) if found else glossary.unknown(typed, _near(answerer, typed)), *notices]
    made = sent(cards, buttons.by_number(asked), embeds=may_embed(interaction))
    await interaction.response.send_message(**made, ephemeral=True)


def _card(answerer: Answerer, term: Term, asked: tuple[Related, ...]) -> dict[str, object]:
    pack = next(pack for pack in answerer.packs if pack.terms.get(term.id) is term)
    return glossary.about(term, pack, asked)


def _near(answerer: Answerer, typed: str) -> tuple[Term, ...]:
    return terms.find(answerer.packs, typed[:3], _NEAR)


def _asked(answerer: Answerer, term: Term) -> tuple[Related, ...]:
    """Curated questions that name the term, or whose answers quote it."""
    found = [
        Related(entry.id, entry.question)
        for pack in answerer.packs
        for entry in pack.entries
        if term.id in answerer.named(entry.question) or any(cite.said_by == term.id for cite in entry.cites)
    ]
    return tuple(found[:_QUESTIONS])
