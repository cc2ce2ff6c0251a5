"""`/about`: who or what a name in the report is, and what the report answers about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from discord.ui import Button, View

from bot.answering import terms
from bot.discord_bot import buttons
from bot.discord_bot.doors import may_embed, sent
from bot.discord_bot.persistent import QUIET, Persistent, digest, view_of
from bot.discord_bot.topics import edit
from bot.model.reply import Related
from bot.render import glossary, limits

if TYPE_CHECKING:
    import re

    import discord

    from bot.answering.answerer import Answerer
    from bot.discord_bot.client import FootnoteBot
    from bot.model.entries import Term

    Asked = discord.Interaction[FootnoteBot]
    Cards = list[dict[str, object]]

_QUESTIONS = 3
_NEAR = 5


class Name(Persistent[Button[View]], template=r"fn:about:(?P<term>[0-9a-f]+)"):
    """A name of the glossary, to pick."""

    def __init__(self, term: str, name: str) -> None:
        label = limits.cut(limits.clean(name), limits.LABEL) or "…"
        super().__init__(Button(label=label, style=QUIET, custom_id=f"fn:about:{term}"))
        self.term = term

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button of this name."""
        return cls(match["term"], label or "…")

    async def act(self, interaction: Asked) -> None:
        """Show what the name stands for, in the place of the names."""
        answerer, _ = await interaction.client.opened()
        known = (term for pack in answerer.packs for term in pack.terms.values() if digest(term.id) == self.term)
        term = next(known, None)
        cards, view = _known(answerer, term) if term else _unknown(answerer, self.item.label or "")
        await edit(interaction, sent(cards, view, embeds=may_embed(interaction)))


KINDS: tuple[type[Persistent[Any]], ...] = (Name,)


async def show(interaction: Asked, typed: str) -> None:
    """Show the term that is meant, or the nearest names, to the person who asked."""
    answerer, notices = await interaction.client.opened()
    found = terms.named(answerer.packs, typed)
    cards, view = _known(answerer, found) if found else _unknown(answerer, typed)
    made = sent([*cards, *notices], view, embeds=may_embed(interaction))
    await interaction.response.send_message(**made, ephemeral=True)


def _known(answerer: Answerer, term: Term) -> tuple[Cards, View | None]:
    asked = _asked(answerer, term)
    return [_card(answerer, term, asked)], buttons.by_number(asked)


def _unknown(answerer: Answerer, typed: str) -> tuple[Cards, View | None]:
    near = terms.find(answerer.packs, typed, _NEAR)
    return [glossary.unknown(typed, near)], view_of(Name(digest(term.id), term.name) for term in near)


def _card(answerer: Answerer, term: Term, asked: tuple[Related, ...]) -> dict[str, object]:
    pack = next(pack for pack in answerer.packs if pack.terms.get(term.id) is term)
    return glossary.about(term, pack, asked)


def _asked(answerer: Answerer, term: Term) -> tuple[Related, ...]:
    """Curated questions that name the term, or whose answers quote it."""
    found = [
        Related(entry.id, entry.question)
        for pack in answerer.packs
        for entry in pack.entries
        if term.id in answerer.named(entry.question) or any(cite.said_by == term.id for cite in entry.cites)
    ]
    return tuple(found[:_QUESTIONS])
