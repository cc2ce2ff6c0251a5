"""A person, group, place or word of the glossary as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.slips import folded, slipped
from bot.render import limits
from bot.render.card import BLUE, GREY, Card, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model.entries import Pack, Term
    from bot.model.reply import Related

_ALIASES = 12


def about(term: Term, pack: Pack, asked: Sequence[Related] = ()) -> dict[str, object]:
    """Who or what a term is, how else it is called, and curated questions that speak of it."""
    told = [
        f"**{limits.escape(limits.clean(term.role), 300)}**" if term.role else "",
        limits.escape(limits.clean(term.line), 600),
    ]
    return Card(
        label=f"📖 {limits.cut(limits.clean(term.kind).capitalize(), 60) or 'Term'}",
        color=BLUE,
        title=limits.escape(limits.clean(term.name), limits.TITLE),
        description="\n".join(filter(None, told)) or "The glossary knows the name and says no more.",
        fields=tuple(_fields(term, asked)),
        footer=limits.cut(limits.clean(f"Glossary of: {pack.title}"), 300),
    ).build()


def unknown(typed: str, near: Sequence[Term]) -> dict[str, object]:
    """No term is called so; the nearest names."""
    names = " · ".join(limits.escape(limits.clean(term.name), 80) for term in near)
    told = f"The glossary has no “{limits.escape(limits.clean(typed), 100)}”."
    return Card(
        label="⛔ Not in the glossary",
        color=GREY,
        description=told + (f"\nNearest: {names}" if names else ""),
        footer="/ask answers questions about it nevertheless, if the report does",
    ).build()


def _names(term: Term) -> list[str]:
    """How else a term is called: the aliases without those that are another spelling, or a misspelt one."""
    known, names = [folded(term.name)], list[str]()
    for alias in term.aliases:
        spelt = folded(alias)
        names += [] if any(slipped(spelt, one) for one in known) else [alias]
        known.append(spelt)
    return names


def _fields(term: Term, asked: Sequence[Related]) -> list[Field]:
    names = _names(term)
    aliases = [limits.escape(limits.clean(name), 60) for name in names[:_ALIASES]]
    left = len(names) - _ALIASES
    called = ", ".join(aliases) + (f" and {left} more" if left > 0 else "")
    questions = "\n".join(f"**{n}.** {limits.escape(limits.clean(q.question), 150)}" for n, q in enumerate(asked, 1))
    pairs = (("Also called", called), ("The report answers", questions))
    return [Field(name, value) for name, value in pairs if value]
