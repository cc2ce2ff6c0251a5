"""`/facts`: by actor, place or period, in time order, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from discord.ui import Button, View

from bot.answering import terms, timeline
from bot.answering.dates import spoken
from bot.discord_bot.doors import may_embed, sent
from bot.discord_bot.persistent import QUIET, Persistent, digest, key, view_of
from bot.discord_bot.topics import Pick, edit, option
from bot.render import facts, limits

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    import discord

    from bot.discord_bot.client import FootnoteBot
    from bot.discord_bot.doors import Sent
    from bot.model.entries import Fact, Pack, Term

    Asked = discord.Interaction[FootnoteBot]
    Chosen = tuple[str, str, str]

NO_PERIOD = (
    "I can't read that period. Write a year, a month or a day, or two of them, the earlier first: "
    "`2022`, `April 2022`, `3 May`, `2022-01 to 2022-05`."
)
_ACTING = frozenset(
    "person people group organisation organization country state government company agency militia".split()
)
_OFFERED = 5
_SHORT = 5  # bytes of a hash: a few hundred terms, told apart


class Turn(
    Persistent[Button[View]],
    template=r"fn:facts:(?P<page>\d{1,4}):(?P<who>[0-9a-f]*):(?P<where>[0-9a-f]*):(?P<period>[0-9/-]*)",
):
    """Turns a page of facts; carries by what they were chosen."""

    def __init__(self, label: str, page: int, who: str, where: str, period: str) -> None:
        custom_id = f"fn:facts:{page}:{who}:{where}:{period}"
        super().__init__(Button(label=label, style=QUIET, custom_id=custom_id))
        self.page, self.chosen = page, (who, where, period)

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button of this page."""
        return cls(label or "…", int(match["page"]), match["who"], match["where"], match["period"])

    async def act(self, interaction: Asked) -> None:
        """Turn the page."""
        await edit(interaction, await _page(interaction, self.page, *self.chosen))


KINDS: tuple[type[Persistent[Any]], ...] = (Turn,)


async def show(interaction: Asked, actor: str, place: str, period: str) -> None:
    """Show the first page of the facts of an actor, a place and a period, each as typed or empty."""
    answerer, _ = await interaction.client.opened()
    packs = answerer.packs
    wanted = timeline.period(period, covered(packs)) if period.strip() else ""
    who, where = _meant(packs, actors(packs), actor), _meant(packs, places(packs), place)
    if wanted is None:
        made: Sent = {"content": NO_PERIOD}
    elif who is None:
        near = [(term, (_hash(term), where or "", wanted)) for term in terms.nearest(actors(packs), actor, _OFFERED)]
        made = _unknown(actor, near)
    elif where is None:
        near = [(term, (who, _hash(term), wanted)) for term in terms.nearest(places(packs), place, _OFFERED)]
        made = _unknown(place, near)
    else:
        made = await _page(interaction, 0, who, where, wanted)
    await interaction.response.send_message(**made, ephemeral=True)


def covered(packs: Sequence[Pack]) -> str:
    """The period that a date without a year falls into: what the first report with one covers, or its date."""
    return next((when for pack in packs if (when := pack.covers or pack.as_of)), "")


def actors(packs: Sequence[Pack]) -> tuple[Term, ...]:
    """The terms that facts name as who: those who can act, if the glossary tells them from weapons and words."""
    named = _terms((pack, fact.who) for pack in packs for fact in pack.facts)
    return tuple(term for term in named if term.kind.casefold() in _ACTING) or named


def places(packs: Sequence[Pack]) -> tuple[Term, ...]:
    """The terms that facts name as where."""
    return _terms((pack, fact.where) for pack in packs for fact in pack.facts)


def _terms(ids: Iterable[tuple[Pack, tuple[str, ...]]]) -> tuple[Term, ...]:
    return tuple({name: pack.terms[name] for pack, names in ids for name in names if name in pack.terms}.values())


def _meant(packs: Sequence[Pack], among: Sequence[Term], typed: str) -> str | None:
    """Give the hash of the term that is called so; empty for nothing typed, None for no such term."""
    found = terms.named(packs, typed, among)
    return _hash(found) if found else (None if typed.strip() else "")


def _hash(term: Term) -> str:
    return digest(term.id, _SHORT)


def _unknown(typed: str, near: Sequence[tuple[Term, Chosen]]) -> Sent:
    """Say that no fact is of what was typed, with the facts of the nearest names to pick from."""
    none = f"No fact is of “{limits.escape(limits.clean(typed), 100)}”"
    if not near:
        return {"content": f"{none}: choose a suggestion, or see `/about`."}
    view = view_of(Turn(limits.cut(limits.clean(term.name), limits.LABEL), 0, *chosen) for term, chosen in near)
    return {"content": f"{none}. Nearest:", "view": view}


async def _page(interaction: Asked, page: int, who: str, where: str, period: str) -> dict[str, Any]:
    answerer, notices = await interaction.client.opened()
    known = {_hash(term): term for pack in answerer.packs for term in pack.terms.values()}
    # A term that has left the glossary since leaves nothing to choose by, and finds nothing.
    actor, place = (known[each].id if each in known else each or None for each in (who, where))
    found = timeline.facts(answerer.packs, who=actor, where=place, period=timeline.period(period) if period else None)
    at = min(page, facts.pages(found) - 1)
    wanted = [known[each].name for each in (who, where) if each in known] + [spoken(period)]
    card = facts.facts(found, at, wanted)
    view = view_of([*_opened(found, at), *_turns(found, at, (who, where, period))])
    return sent([card, *notices], view, embeds=may_embed(interaction))


def _opened(found: Sequence[Fact], page: int) -> list[Pick]:
    listed = enumerate(facts.shown(found, page), start=page * facts.PAGE + 1)
    options = [option(number, fact.states, key(fact.id)) for number, fact in listed]
    return [Pick(options, "Show one with its footnote")] if options else []


def _turns(found: Sequence[Fact], page: int, chosen: Chosen) -> list[Turn]:
    back = [Turn("◀", page - 1, *chosen)] if page else []
    return back + ([Turn("▶", page + 1, *chosen)] if page + 1 < facts.pages(found) else [])
