"""`/cite` and `/receipt`: an answer in one's own text, and whether it still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.counter import items
from bot.discord_bot import asking, buttons
from bot.discord_bot.apology import outdated, whisper
from bot.discord_bot.doors import InteractionDoor, sent
from bot.discord_bot.patience import patiently
from bot.knowledge.nearest import nearest
from bot.model.reply import Answer
from bot.render import citations, receipt

if TYPE_CHECKING:
    import discord

    from bot.answering.answerer import Answerer
    from bot.discord_bot.client import FootnoteBot
    from bot.discord_bot.doors import Door
    from bot.model.entries import Citation, Pack
    from bot.render.citations import Style

    Asked = discord.Interaction[FootnoteBot]

NO_CODE = "That is no receipt. It stands at the foot of every answer and looks like `zlikan-barrages@3f2a`."
NOT_FOUND = "I find no answer by that. Pick a suggestion, or paste the receipt from the foot of an answer."


async def check(interaction: Asked, code: str) -> None:
    """Say whether what was said still stands, and what stands now, to the person who asked."""
    given = receipt.parsed(code)
    if given is None:
        await whisper(interaction, NO_CODE)
        return
    answerer, _ = await interaction.client.opened()
    entry, revision = given
    now = _recalled(answerer, entry)
    door = InteractionDoor(interaction, hidden=True)
    if now is None:
        near = nearest(entry, _ids(answerer))
        await door.say(sent([receipt.withdrawn("@".join(given), near)], embeds=door.embeds))
        return
    verdict = receipt.stands(now) if receipt.covers(revision, now) else receipt.changed("@".join(given), now)
    view = buttons.view(now, interaction.user.id, hidden=True)
    await door.say(sent([verdict, asking.card(now, answerer)], view, embeds=door.embeds))


async def cite(interaction: Asked, wanted: str, style: str) -> None:
    """Give the citation of an answer, or without one of all sources, to the person who asked."""
    answerer, _ = await interaction.client.opened()
    chosen: Style | None = next((known for known in citations.STYLES if known == style), None)
    if chosen is None:
        await outdated(interaction)
        return
    door = InteractionDoor(interaction, hidden=True)
    answer = await _answer(interaction.client, door, answerer, wanted) if wanted.strip() else None
    if wanted.strip() and answer is None:
        await whisper(interaction, NOT_FOUND)
        return
    cards = _cited(answerer, answer, wanted, chosen) if answer else [_sources(p, chosen) for p in answerer.packs[:3]]
    await door.say(sent(cards, embeds=door.embeds))


async def _answer(bot: FootnoteBot, door: Door, answerer: Answerer, wanted: str) -> Answer | None:
    """Find the answer that a suggestion, a receipt, an id or a question means."""
    if given := receipt.parsed(wanted):
        return _recalled(answerer, given[0])
    entry = buttons.entry_of(answerer, wanted.strip().removeprefix("id:"))
    if found := answerer.recall(entry or ""):
        return found
    reply = await patiently(door, bot.memo.ask(answerer, wanted[:500], ()), bot.memo.crowded)
    return reply if isinstance(reply, Answer) else None


def _cited(answerer: Answerer, answer: Answer, wanted: str, style: Style) -> list[dict[str, object]]:
    """Give the citation of an answer, and before it that it is not what the receipt was given for any more."""
    given = receipt.parsed(wanted)
    stale = given and not receipt.covers(given[1], answer)
    told = [receipt.changed("@".join(given), answer)] if given and stale else []
    return [*told, _of(answerer, answer, style)]


def _recalled(answerer: Answerer, entry: str) -> Answer | None:
    """Recall an answer by the id in a receipt, in capitals or small letters."""
    same = (known for known in _ids(answerer) if known.casefold() == entry.casefold())
    return answerer.recall(entry) or answerer.recall(next(same, ""))


def _ids(answerer: Answerer) -> list[str]:
    """Give the id of every answer that can be recalled."""
    return [one for pack in answerer.packs for one in items(pack)]


def _of(answerer: Answerer, answer: Answer, style: Style) -> dict[str, object]:
    pack = next(pack for pack in answerer.packs if pack.id == answer.trace.pack)
    text = citations.citation(pack, _cites(pack, answer.entry), style, receipt.code(answer))
    return citations.card(text, style, answer.short or answer.trace.question)


def _sources(pack: Pack, style: Style) -> dict[str, object]:
    return citations.card(citations.citation(pack, (), style), style, pack.title)


def _cites(pack: Pack, entry: str) -> tuple[Citation, ...]:
    return items(pack)[entry].cites
