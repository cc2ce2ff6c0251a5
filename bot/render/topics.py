"""The topics of the packs, and the questions of one, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.render import limits
from bot.render.card import BLUE, Card

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model.entries import Entry, Pack

PAGE = 10
"""How many topics, or questions, are shown at once; a select of Discord takes 25."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of a pack with its entries, in the pack's order."""

    pack: str
    name: str
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """What no other topic of the packs has."""
        return f"{self.pack}/{self.name}"


def topics_of(packs: Iterable[Pack]) -> tuple[Topic, ...]:
    """Every topic of the packs, in order of their names."""
    return tuple(
        Topic(pack.id, name, tuple(entry for entry in pack.entries if entry.topic == name))
        for pack in packs
        for name in sorted({entry.topic for entry in pack.entries}, key=str.casefold)
    )


def pages(things: int) -> int:
    """How many pages so many topics or questions fill; one for none."""
    return max(1, -(-things // PAGE))


def overview(found: Sequence[Topic], page: int) -> dict[str, object]:
    """A page of topics, each with the number of its questions."""
    shown = list(enumerate(found, start=1))[page * PAGE : (page + 1) * PAGE]
    listed = [f"**{n}.** {_escaped(topic.name)} · {_count(len(topic.entries))}" for n, topic in shown]
    return Card(
        label="📚 Topics",
        color=BLUE,
        title="What there is to ask",
        description="\n".join([*listed, "", "Choose a topic below, or ask in your own words."]),
        footer=_page(page, len(found)),
    ).build()


def questions(topic: Topic, page: int) -> dict[str, object]:
    """A page of a topic's questions, by number."""
    shown = topic.entries[page * PAGE : (page + 1) * PAGE]
    listed = [f"**{n}.** {_escaped(entry.question)}" for n, entry in enumerate(shown, page * PAGE + 1)]
    return Card(
        label="📚 Topic",
        color=BLUE,
        title=limits.escape(limits.clean(topic.name), limits.TITLE),
        description="\n".join(listed) or "—",
        footer=_page(page, len(topic.entries)),
    ).build()


def _page(page: int, things: int) -> str:
    return f"Page {page + 1} of {pages(things)}" if things > PAGE else ""


def _count(questions: int) -> str:
    return f"{questions} question{'' if questions == 1 else 's'}"


def _escaped(text: str) -> str:
    return limits.escape(limits.clean(text), 250)
