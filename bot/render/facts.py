"""Dated and placed facts as a card, in time order, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.dates import spoken
from bot.render import limits
from bot.render.card import BLUE, Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model.entries import Fact

PAGE = 8


def pages(found: Sequence[Fact]) -> int:
    """How many pages these facts fill; one for none."""
    return max(1, -(-len(found) // PAGE))


def shown(found: Sequence[Fact], page: int) -> tuple[Fact, ...]:
    """The facts of a page, counted from 0."""
    return tuple(found[page * PAGE : (page + 1) * PAGE])


def facts(found: Sequence[Fact], page: int, wanted: Sequence[str] = ()) -> dict[str, object]:
    """A page of facts; `wanted` says by which actor, place or period they were chosen."""
    listed = [_line(page * PAGE + number, fact) for number, fact in enumerate(shown(found, page), start=1)]
    dated = sum(bool(fact.when) for fact in found)
    where = " · ".join(limits.escape(limits.clean(want), 60) for want in wanted if want)
    count = f"{len(found)} fact{'' if len(found) == 1 else 's'}"
    count += f", {dated} of them dated; the others stand last" if dated < len(found) else ""
    return Card(
        label="🗓️ Facts",
        color=BLUE,
        title=where or "All facts, in time order",
        description="\n".join(listed) or _none(sum(map(bool, wanted))),
        footer=f"Page {page + 1} of {pages(found)} · {count}" if found else "",
    ).build()


def _none(given: int) -> str:
    """What to do where nothing fits the actor, place or period that were given."""
    if given > 1:
        return "No curated fact fits all of these. Leave one of them out."
    return "No curated fact fits this. See `/facts` alone for all of them." if given else "There is no curated fact."


def _line(number: int, fact: Fact) -> str:
    when = f"**{limits.escape(spoken(fact.when), 60)}** — " if fact.when else ""
    paragraphs = dict.fromkeys(f"¶{cite.paragraph}" for cite in fact.cites if cite.paragraph is not None)
    where = f" ({', '.join(list(paragraphs)[:3])})" if paragraphs else ""
    return f"{number}. {when}{limits.escape(limits.clean(fact.states), 280)}{where}"
