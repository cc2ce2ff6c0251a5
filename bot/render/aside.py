"""What a button under an answer tells of it: a line or two, not the whole answer once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import limits
from bot.render.card import BLUE, Card
from bot.render.embed import OPEN, question
from bot.render.receipt import code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model.entries import Pack
    from bot.model.reply import Answer


def aside(name: str, answer: Answer, packs: Sequence[Pack] = (), *, linked: bool = False) -> dict[str, object]:
    """The lead of a follow-up under its `name` and the question it is about; `linked`, with the way to the words."""
    link = limits.link(OPEN, answer.citations[0].url) if linked and answer.citations else None
    told = f"**{limits.escape(limits.clean(answer.lead or answer.short), 900)}**"
    description = "\n".join(filter(None, (told, link)))
    return Card(
        label=f"↪ {name}",
        color=BLUE,
        title=question(answer, packs),
        description=description,
        footer=limits.cut(limits.clean(code(answer)), 150),
    ).build()
